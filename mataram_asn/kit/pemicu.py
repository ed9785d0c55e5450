"""Triggers by which the database itself refuses to bend the record. Used by migrations only."""

from django.db.migrations import RunSQL

FUNGSI = """
CREATE OR REPLACE FUNCTION tolak_perubahan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Baris % bersifat tetap: koreksi dibuat sebagai baris baru.', TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
"""


def buat_fungsi() -> RunSQL:
    """Create the function that the triggers call."""
    return RunSQL(FUNGSI, "DROP FUNCTION IF EXISTS tolak_perubahan() CASCADE")


def tolak_ubah(tabel: str, bila: str = "true") -> RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE on a table; ALWAYS, so that no session setting walks past.

    `bila` is SQL about OLD: from when on a row stands, where it is written in steps ("OLD.status = 'tetap'"). Only
    UPDATE asks it; rows of such a table are never deleted.
    """
    return RunSQL(
        f"""
        CREATE TRIGGER {tabel}_tolak_ubah BEFORE UPDATE ON {tabel}
          FOR EACH ROW WHEN ({bila}) EXECUTE FUNCTION tolak_perubahan();
        CREATE TRIGGER {tabel}_hapus_tolak_ubah BEFORE DELETE ON {tabel}
          FOR EACH ROW EXECUTE FUNCTION tolak_perubahan();
        CREATE TRIGGER {tabel}_tolak_truncate BEFORE TRUNCATE ON {tabel}
          FOR EACH STATEMENT EXECUTE FUNCTION tolak_perubahan();
        ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {tabel}_tolak_ubah;
        ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {tabel}_hapus_tolak_ubah;
        ALTER TABLE {tabel} ENABLE ALWAYS TRIGGER {tabel}_tolak_truncate;
        """,
        f"""
        DROP TRIGGER {tabel}_tolak_ubah ON {tabel};
        DROP TRIGGER {tabel}_hapus_tolak_ubah ON {tabel};
        DROP TRIGGER {tabel}_tolak_truncate ON {tabel};
        """,
    )
