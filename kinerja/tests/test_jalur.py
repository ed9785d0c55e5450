"""The expected path: what should be there by a day, and whether what is recorded keeps up."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan import Isian, Sasaran, baca_jalur, bandingkan_isian, titik_jalur
from kinerja.pilihan import Arah, SifatTarget, StatusJalur
from mataram_asn.kit.galat import RuleViolation

AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)
MINIMUM = Decimal(90)


def janji(target=50, arah=Arah.NAIK, sifat=SifatTarget.KUMULATIF, atas=None, mulai=AWAL, selesai=AKHIR) -> Sasaran:
    return Sasaran(arah, sifat, Decimal(target), mulai, selesai, None if atas is None else Decimal(atas))


@pytest.mark.parametrize(
    ("arah", "sifat", "target", "atas", "hari", "tercatat", "status"),
    [
        (Arah.NAIK, SifatTarget.KUMULATIF, 365, None, date(2026, 7, 1), 182, StatusJalur.DI_JALUR),
        (Arah.NAIK, SifatTarget.KUMULATIF, 365, None, date(2026, 7, 1), 163, StatusJalur.TERTINGGAL),
        (Arah.NAIK, SifatTarget.TETAP, 100, None, date(2026, 3, 31), 90, StatusJalur.DI_JALUR),
        (Arah.NAIK, SifatTarget.TETAP, 100, None, date(2026, 3, 31), Decimal("89.99"), StatusJalur.TERTINGGAL),
        (Arah.TURUN, SifatTarget.TETAP, 10, None, date(2026, 3, 31), 11, StatusJalur.DI_JALUR),
        (Arah.TURUN, SifatTarget.TETAP, 10, None, date(2026, 3, 31), 12, StatusJalur.TERTINGGAL),
        (Arah.TURUN, SifatTarget.TETAP, 0, None, date(2026, 3, 31), 1, StatusJalur.TERTINGGAL),
        (Arah.RENTANG, SifatTarget.TETAP, 40, 60, date(2026, 3, 31), 62, StatusJalur.DI_JALUR),
        (Arah.RENTANG, SifatTarget.TETAP, 40, 60, date(2026, 3, 31), 63, StatusJalur.TERTINGGAL),
        (Arah.NAIK, SifatTarget.KUMULATIF, 50, None, date(2026, 6, 30), None, StatusJalur.BELUM_ADA),
    ],
)
def test_status(arah, sifat, target, atas, hari, tercatat, status):
    nilai = None if tercatat is None else Decimal(tercatat)
    assert baca_jalur(janji(target, arah, sifat, atas), hari, nilai, MINIMUM).status == status


def test_half_of_the_days_is_half_of_the_target():
    setengah = baca_jalur(
        janji(50, selesai=date(2026, 12, 31), mulai=date(2026, 1, 2)), date(2026, 7, 2), Decimal(31), 90
    )
    assert (setengah.seharusnya, setengah.status) == (25, StatusJalur.DI_JALUR)


@given(
    target=st.integers(1, 10**6),
    panjang=st.integers(1, 400),
    a=st.integers(-30, 430),
    b=st.integers(-30, 430),
)
def test_the_path_never_falls_and_ends_at_the_target(target, panjang, a, b):
    satu = janji(target, selesai=AWAL + timedelta(days=panjang - 1))
    dahulu, kemudian = sorted((a, b))
    x, y = (satu.pada(AWAL + timedelta(days=hari))[0] for hari in (dahulu, kemudian))
    assert 0 <= x <= y <= target
    assert satu.pada(satu.selesai)[0] == target
    assert satu.pada(AWAL - timedelta(days=1))[0] == 0
    assert titik_jalur(satu)[0][1] == 0 and titik_jalur(satu)[1][1] == target


@given(hari=st.dates(AWAL - timedelta(days=60), AKHIR + timedelta(days=60)), target=st.integers(1, 10**6))
def test_a_constant_target_asks_the_same_every_day(hari, target):
    assert janji(target, sifat=SifatTarget.TETAP).pada(hari) == (target, None)


@given(
    hari=st.dates(AWAL, AKHIR),
    target=st.integers(1, 1000),
    x=st.integers(0, 3000),
    y=st.integers(0, 3000),
    sifat=st.sampled_from(list(SifatTarget)),
)
def test_more_is_never_further_behind_where_more_is_better(hari, target, x, y, sifat):
    sedikit, banyak = sorted((x, y))
    satu = janji(target, sifat=sifat)
    if baca_jalur(satu, hari, Decimal(sedikit), MINIMUM).status == StatusJalur.DI_JALUR:
        assert baca_jalur(satu, hari, Decimal(banyak), MINIMUM).status == StatusJalur.DI_JALUR


@given(hari=st.dates(AWAL, AKHIR), kali=st.integers(1, 1000))
def test_what_is_exactly_expected_is_on_the_path(hari, kali):
    satu = janji(365 * kali)
    harap = satu.pada(hari)[0]
    assert baca_jalur(satu, hari, Decimal(int(harap)), Decimal(100)).capaian == 100


def test_before_the_first_day_nothing_is_expected():
    jalur = baca_jalur(janji(50), AWAL - timedelta(days=1), Decimal(0), MINIMUM)
    assert (jalur.seharusnya, jalur.status) == (Fraction(0), StatusJalur.DI_JALUR)


@pytest.mark.parametrize("tercatat", [Decimal(-1), Decimal("NaN")])
def test_a_figure_that_is_none_is_refused(tercatat):
    with pytest.raises(RuleViolation):
        baca_jalur(janji(), date(2026, 6, 30), tercatat, MINIMUM)


def test_what_an_entry_changed():
    lama = Isian(Decimal(31), "Selesai", {1: "laporan.pdf", 2: "foto.png"})
    baru = Isian(Decimal(35), "Selesai semua", {2: "foto.png", 3: "daftar.xlsx"})
    ubah = bandingkan_isian(lama, baru)
    assert (ubah.selisih, ubah.uraian_berubah) == (Decimal(4), True)
    assert (ubah.bukti_tambah, ubah.bukti_lepas) == (("daftar.xlsx",), ("laporan.pdf",))
    assert bandingkan_isian(None, lama) is None and not bandingkan_isian(lama, lama).ada
    assert bandingkan_isian(Isian(None, "", {}), lama).selisih is None
