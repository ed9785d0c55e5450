"""What the record keeps refuses UPDATE and DELETE by raw SQL, with session_replication_role set as well."""

import pytest
from django.db import IntegrityError, connection, transaction

from evaluasi.models import ButirKeberatan, Keberatan, PermohonanSiklus
from evaluasi.tests.factories import SiklusFactory, buat_bkpsdm
from evaluasi.tests.test_keberatan import ajukan, buat_perkara, dengar, putuskan
from kinerja.tests.factories import BuktiFactory, RealisasiFactory
from pegawai.tests.factories import PegawaiFactory
from talenta.models import TambahanAngkaKredit

#: Every table whose rows stand, or stand once they are decided.
TETAP = {
    "evaluasi_alihpenilai",
    "evaluasi_buktikeberatan",
    "evaluasi_butirkeberatan",
    "evaluasi_dokumen",
    "evaluasi_evaluasi",
    "evaluasi_evaluasitahunan",
    "evaluasi_kalibrasi",
    "evaluasi_keberatan",
    "evaluasi_keterangan",
    "evaluasi_pencabutandokumen",
    "evaluasi_permohonansiklus",
    "evaluasi_tandatangan",
    "kinerja_bukti",
    "kinerja_nilaiiku",
    "kinerja_pakaibukti",
    "kinerja_perubahanskp",
    "kinerja_realisasi",
    "kinerja_targetiku",
    "kinerja_umpanbalikkerja",
    "kit_catatanaudit",
    "pegawai_ketentuan",
    "pegawai_permohonankode",
    "pegawai_permohonanperan",
    "pelatihan_langkahpembinaan",
    "talenta_konversiangkakredit",
    "talenta_tambahanangkakredit",
}


@pytest.mark.django_db
def test_every_such_table_is_guarded_always():
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT c.relname, count(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname LIKE '%\\_tolak\\_ubah' AND t.tgenabled = 'A' GROUP BY 1"
        )
        assert dict(kursor.fetchall()) == dict.fromkeys(TETAP, 2)  # UPDATE and DELETE


def bengkokkan(sql: str, *isi, peran: str = "origin") -> None:
    """Run it as the tables' owner with that replication role, and expect the trigger."""
    with pytest.raises(IntegrityError, match="bersifat tetap"), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"SET LOCAL session_replication_role = {peran}")
        kursor.execute(sql, isi)


@pytest.mark.django_db
@pytest.mark.parametrize("peran", ["origin", "replica"])
def test_a_decided_objection_cannot_be_bent(peran):
    p = buat_perkara()
    keberatan = ajukan(p)
    ButirKeberatan.objects.update(nama="sebelum diputus masih dapat ditulis")
    dengar(p, keberatan)
    putuskan(p, keberatan)
    for tabel, kolom in (("keberatan", "alasan"), ("butirkeberatan", "pertimbangan")):
        bengkokkan(f"UPDATE evaluasi_{tabel} SET {kolom} = 'lain'", peran=peran)
        bengkokkan(f"DELETE FROM evaluasi_{tabel}", peran=peran)
    assert Keberatan.objects.get().alasan == "Angka bulan Maret tertinggal."


@pytest.mark.django_db
def test_a_realisasi_and_its_evidence_stay_as_they_were_sent():
    realisasi = RealisasiFactory()
    bukti = BuktiFactory(realisasi=realisasi)
    bengkokkan("UPDATE kinerja_realisasi SET nilai = 99 WHERE id = %s", realisasi.pk)
    bengkokkan("DELETE FROM kinerja_realisasi WHERE id = %s", realisasi.pk)
    bengkokkan("UPDATE kinerja_pakaibukti SET realisasi_id = realisasi_id")
    bengkokkan("UPDATE kinerja_bukti SET sidik = repeat('0', 64) WHERE id = %s", bukti.pk)
    type(bukti).objects.filter(pk=bukti.pk).update(keadaan="terbuka")  # what a look at it found may change


@pytest.mark.django_db
def test_a_decided_request_about_a_siklus_stays_decided():
    satu, dua = buat_bkpsdm(), buat_bkpsdm()
    minta = PermohonanSiklus.objects.create(
        siklus=SiklusFactory(), apa="batalkan", alasan="Salah tahun.", diminta_oleh=satu, diminta_pada="2026-11-29T09Z"
    )
    PermohonanSiklus.objects.filter(pk=minta.pk).update(
        status="ditolak", diputus_oleh=dua, diputus_pada="2026-11-29T10Z", tanggapan="Tidak."
    )
    bengkokkan("UPDATE evaluasi_permohonansiklus SET status = 'disetujui' WHERE id = %s", minta.pk)


@pytest.mark.django_db
def test_extra_credit_points_stay_as_recorded():
    oleh = buat_bkpsdm()
    TambahanAngkaKredit.objects.create(
        pegawai=PegawaiFactory(), jenis="penyesuaian", jenjang="ahli_muda", tanggal="2026-01-01", angka=5, dasar="x",
        dicatat_oleh=oleh, dicatat_pada="2026-11-29T09Z",
    )  # fmt: skip
    bengkokkan("UPDATE talenta_tambahanangkakredit SET angka = 500")
    bengkokkan("DELETE FROM talenta_tambahanangkakredit")
