"""The performance of a year of several segments is what its assessor set."""

from datetime import date

import pytest
from django.core.management import call_command

from evaluasi import actions
from evaluasi.models import EvaluasiTahunan
from evaluasi.tests.contoh_tahun import buat_tahun
from evaluasi.tests.factories import wita
from talenta.rekap.orang import orang_pada

HARI = date(2027, 2, 1)
pytestmark = pytest.mark.django_db


def setahun(orang):
    [satu] = orang_pada(HARI, [orang.pk])
    [hasil] = satu.tahunan
    return hasil


def test_a_year_that_was_set_counts_as_it_was_set():
    call_command("muat_acuan", verbosity=0)
    tahun = buat_tahun(pindah=date(2026, 7, 1))
    tahun.terbitkan()
    gabungan = setahun(tahun.orang)
    actions.set_year(
        siklus_id=tahun.siklus.pk,
        pegawai_id=tahun.orang.pk,
        rating_perilaku="di_bawah",
        alasan_perilaku="Berulang kali tidak hadir dalam rapat pelayanan.",
        oleh=tahun.penilai.pengguna,
        saat=wita(2027, 1, 20),
    )
    hasil, satu = setahun(tahun.orang), EvaluasiTahunan.objects.get()
    assert (hasil.indeks_hasil, hasil.predikat) == (satu.indeks_hasil, satu.predikat)
    assert hasil.indeks_hasil == gabungan.indeks_hasil
    assert hasil.predikat != gabungan.predikat
