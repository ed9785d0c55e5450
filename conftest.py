"""Test database: row triggers stay on; only the truncate triggers step aside for the flush between tests."""

import pytest
from django.db import connection

MATIKAN = """
SELECT format('ALTER TABLE %I DISABLE TRIGGER %I', c.relname, t.tgname)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname LIKE '%_tolak_truncate'
"""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.cursor() as kursor:
        kursor.execute(MATIKAN)
        for (perintah,) in kursor.fetchall():
            kursor.execute(perintah)
