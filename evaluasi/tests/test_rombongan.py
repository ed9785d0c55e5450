"""Sums of the public's answers grow by whole batches: nobody reads the next answer from two looks."""

from datetime import date

import pytest

from evaluasi.aturan import KETENTUAN_BAWAAN, KetentuanPenilaian
from evaluasi.rekap.umpan_balik_saya import umpan_balik_saya
from evaluasi.tests.factories import LayananFactory, PegawaiFactory, PetugasLayananFactory, UmpanBalikFactory
from pegawai.pilihan import JenisKetentuan

MULAI, SELESAI = date(2026, 10, 1), date(2026, 12, 31)
KETENTUAN = KetentuanPenilaian.dari(KETENTUAN_BAWAAN[JenisKetentuan.PENILAIAN][0])


def baca(pegawai):
    return umpan_balik_saya(pegawai.pk, MULAI, SELESAI, KETENTUAN)


@pytest.mark.django_db
def test_two_looks_differ_by_a_whole_batch_or_not_at_all():
    pegawai, layanan = PegawaiFactory(), LayananFactory()
    PetugasLayananFactory(pegawai=pegawai, layanan=layanan)
    UmpanBalikFactory.create_batch(20, layanan=layanan, pegawai=None)
    sendiri, tentang_layanan = [], []
    for nomor in range(12):
        UmpanBalikFactory(layanan=layanan, pegawai=pegawai, wajah=1 + nomor % 4, kata=["ramah"])
        umpan = baca(pegawai)
        sendiri.append((umpan.sendiri.n, umpan.sendiri.rata, umpan.adil, umpan.kata))
        tentang_layanan.append(umpan.layanan.n)
    assert [n for n, *_ in sendiri] == [None] * 4 + [5] * 5 + [10] * 3
    # between batches nothing of one's own moves: neither mean nor words
    for awal, akhir in ((4, 9), (9, 12)):
        assert len({(n, rata, kata) for n, rata, _, kata in sendiri[awal:akhir]}) == 1
    assert all(adil is not None for _, _, adil, _ in sendiri[4:])
    assert {n % 5 for n in tentang_layanan} == {0} and len(set(tentang_layanan)) > 1


@pytest.mark.django_db
def test_the_few_answers_about_others_are_not_left_by_subtracting():
    pegawai, layanan = PegawaiFactory(), LayananFactory()
    PetugasLayananFactory(pegawai=pegawai, layanan=layanan)
    UmpanBalikFactory.create_batch(10, layanan=layanan, pegawai=pegawai)
    UmpanBalikFactory.create_batch(4, layanan=layanan, pegawai=None)
    assert baca(pegawai).layanan.n is None
    UmpanBalikFactory(layanan=layanan, pegawai=None)
    assert baca(pegawai).layanan.n == 15
