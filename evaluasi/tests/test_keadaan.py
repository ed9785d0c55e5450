"""How far the people of a unit are in a siklus: for who looks after them, without a score, at a constant cost."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import LembarPenilaian
from evaluasi.pilihan import Tahap
from evaluasi.rekap.keadaan import keadaan_pegawai
from kinerja.models import SKP
from pegawai.models import Pegawai, PengelolaUnit
from pegawai.pilihan import JenisUnit
from pegawai.tests.factories import JabatanFactory, PenempatanFactory, PenggunaFactory, UnitFactory

from .factories import TANGGAL, LembarFactory, SiklusFactory, buat_bkpsdm, tetapkan

pytestmark = pytest.mark.django_db
SAAT = TANGGAL[Tahap.PENILAIAN] + timedelta(days=1)


def hal(siklus, pegawai) -> list[str]:
    [satu] = keadaan_pegawai(siklus, Pegawai.objects.filter(pk=pegawai.pk), SAAT)
    return [kunci for kunci, _ in satu.hal if kunci != "data"]


def test_what_is_to_be_done_follows_the_stage():
    siklus = SiklusFactory(tahap=Tahap.ISI_BUKTI)
    lembar = LembarFactory(siklus=siklus)
    assert hal(siklus, lembar.pegawai) == ["realisasi"]
    siklus.tahap = Tahap.PENILAIAN
    siklus.save(update_fields=["tahap"])
    assert hal(siklus, lembar.pegawai) == ["selesai", "nilai"]
    LembarPenilaian.objects.filter(pk=lembar.pk).update(sisi_pegawai_pada=TANGGAL[Tahap.ISI_BUKTI])
    assert hal(siklus, lembar.pegawai) == ["nilai"]
    tetapkan(lembar)
    assert hal(siklus, lembar.pegawai) == []
    SKP.objects.filter(pk=lembar.skp_id).update(status="diajukan")
    assert hal(siklus, lembar.pegawai) == ["skp"]


def test_the_pengelola_sees_their_unit_and_nobody_else_and_no_score(client):
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    tempat, lain = PenempatanFactory(), PenempatanFactory()
    lembar = LembarFactory(siklus=siklus, pegawai=tempat.pegawai)
    tetapkan(lembar)
    akun = PenggunaFactory()
    PengelolaUnit.objects.create(pengguna=akun, unit=tempat.jabatan.unit, mulai=tempat.mulai)
    alamat = reverse("evaluasi:siklus-keadaan", args=[siklus.pk])
    with time_machine.travel(SAAT, tick=False):
        client.force_login(akun)
        isi = client.get(alamat).content.decode()
        assert tempat.pegawai.nama in isi and lain.pegawai.nama not in isi
        assert "ekspektasi" not in isi and "Sudah dinilai" in isi
        assert tempat.pegawai.nama in client.get(alamat, {"hal": "skp", "ekspor": "csv"}).content.decode()
        assert tempat.pegawai.nama not in client.get(alamat, {"hal": "nilai"}).content.decode()
        assert f"{alamat}?hal=skp" in client.get(reverse("beranda")).content.decode()
        client.force_login(tempat.pegawai.pengguna)
        assert client.get(alamat).status_code == 404


def test_more_people_cost_no_more_queries(client):
    """The city reads one office at a time: nobody until it is chosen, and then at the same cost."""
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    kantor = UnitFactory(jenis=JenisUnit.DINAS)
    client.force_login(buat_bkpsdm())
    alamat = reverse("evaluasi:siklus-keadaan", args=[siklus.pk])

    def tambah():
        tempat = PenempatanFactory(jabatan=JabatanFactory(unit=kantor))
        return LembarFactory(siklus=siklus, pegawai=tempat.pegawai)

    def hitung() -> int:
        with CaptureQueriesContext(connection) as q:
            assert client.get(alamat, {"unit": kantor.pk}).status_code == 200
        return len(q)

    lembar = tambah()
    assert lembar.pegawai.nama in client.get(alamat, {"unit": kantor.pk}).content.decode()
    assert lembar.pegawai.nama not in client.get(alamat).content.decode()
    satu = hitung()
    for _ in range(3):
        tambah()
    assert hitung() == satu
