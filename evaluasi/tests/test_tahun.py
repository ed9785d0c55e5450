"""The year as one predikat: one segment is the year, several wait until somebody brings them together."""

from datetime import date

import pytest

from evaluasi.rekap import predikat_tahun

from .contoh_tahun import buat_tahun

pytestmark = pytest.mark.django_db


def test_one_segment_is_the_year():
    tahun = buat_tahun()
    [hasil] = tahun.terbitkan()
    satu = predikat_tahun([tahun.orang.pk], 2026)[tahun.orang.pk]
    assert (satu.predikat, satu.indeks_hasil, satu.hari) == (hasil.predikat, hasil.indeks_hasil, 365)
    assert satu.evaluasi == hasil
    assert predikat_tahun([tahun.orang.pk], 2025) == {}


def test_a_segment_that_waits_is_not_the_year():
    tahun = buat_tahun(pindah=date(2026, 7, 1), dinilai=1)
    assert len(tahun.terbitkan()) == 1
    assert predikat_tahun([tahun.orang.pk], 2026) == {}
