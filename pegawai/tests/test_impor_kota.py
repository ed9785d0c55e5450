"""The whole city through the importer: the 20 defects stay out, the 30 doubtful rows load with a warning."""

from datetime import date

import pytest
from django.utils import timezone

from pegawai import impor
from pegawai.demo import buat, tulis
from pegawai.models import Pegawai
from pegawai.tests import factories as f

HARI = date(2026, 11, 24)
PUTUSAN = {"muat": "baru"}


@pytest.mark.django_db
def test_every_row_of_the_city_gets_the_verdict_it_deserves(tmp_path):
    kota = buat(7, HARI)
    tulis(kota, tmp_path)
    hr = f.buat_bkpsdm()

    def muat(jenis, nama):
        isi = (tmp_path / nama).read_bytes()
        return impor.load_file(jenis=jenis, nama=nama, isi=isi, oleh=hr, saat=timezone.now())

    impor.muat_susunan(isi=(tmp_path / "unit.csv").read_bytes(), oleh=hr, saat=timezone.now())
    berkas = muat("pegawai", "siasn.csv")
    harap = {vonis.nomor + 1: PUTUSAN.get(vonis.putusan, vonis.putusan) for vonis in kota.vonis}  # row 1 is the heading
    assert dict(berkas.baris.values_list("nomor", "putusan")) == harap
    assert berkas.jumlah == {"baru": 5550, "peringatan": 30, "ditolak": 20}
    assert all(catatan for catatan in berkas.baris.exclude(putusan="baru").values_list("catatan", flat=True))
    assert Pegawai.objects.count() == 5580
    assert muat("pegawai", "siasn.csv").jumlah == {"sama": 5580, "ditolak": 20}
