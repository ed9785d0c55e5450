"""Figures, dates and names in Indonesian form."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit import kata
from mataram_asn.kit.templatetags.kit import nama_objek

DESIMAL = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=2)


@pytest.mark.parametrize(
    ("nilai", "tempat", "tertulis"),
    [
        (Decimal("1234.56"), None, "1.234,56"),
        (5580, None, "5.580"),
        ("103.38", None, "103,38"),
        (Decimal("0.125"), None, "0,13"),
        (Fraction(2501, 2), None, "1.250,5"),
        (Fraction(200, 3), None, "66,67"),
        (Fraction(2501, 2), "ringkas", "1.250,5"),
        (Decimal(100), 2, "100,00"),
        (Decimal("120.0000"), "ringkas", "120"),
        (Decimal("-0.001"), None, "0,00"),
        (0, None, "0"),
        (None, None, "belum tersedia"),
        ("", None, "belum tersedia"),
        (Decimal("NaN"), None, "NaN"),
        ("Baik", None, "Baik"),
        ("1e3", None, "1e3"),
        ("١٢", None, "١٢"),
        ("2026-11-24", None, "2026-11-24"),
    ],
)
def test_numbers_are_written_the_indonesian_way(nilai, tempat, tertulis):
    assert kata.tulis_angka(nilai, tempat) == tertulis


@given(DESIMAL)
def test_a_written_number_reads_back_as_itself(nilai):
    assert Decimal(kata.tulis_angka(nilai).replace(".", "").replace(",", ".")) == nilai


def test_a_moment_is_read_in_wita_over_midnight():
    saat = dt.datetime(2026, 12, 31, 16, 30, 5, tzinfo=ZoneInfo("UTC"))
    assert kata.tulis_tanggal(saat) == "1 Januari 2027"
    assert kata.tulis_waktu(saat) == "00.30.05 WITA"
    assert kata.tulis_saat(saat) == "1 Januari 2027 00.30 WITA"


def test_a_date_carries_its_day_and_a_missing_one_says_so():
    assert kata.tulis_tanggal(dt.date(2026, 11, 24), dengan_hari=True) == "Selasa, 24 November 2026"
    assert {kata.tulis_tanggal(None), kata.tulis_waktu(None), kata.tulis_saat(None)} == {kata.BELUM}


def test_a_nip_is_grouped_and_anything_else_left_alone():
    assert kata.tulis_nip("199001012015042001") == "19900101 201504 2 001"
    assert kata.tulis_nip("19900101201504200") == "19900101201504200"
    assert kata.tulis_nip("١" * 18) == "١" * 18
    assert kata.tulis_nip(None) == ""


@pytest.mark.parametrize(
    ("nama", "huruf"),
    [("Ni Luh Sari", "NS"), ("Dr. Made Wirawan, S.Sos., M.Si.", "MW"), ("Sari", "S"), ("", "?"), (None, "?")],
)
def test_initials_leave_titles_out(nama, huruf):
    assert kata.inisial(nama) == huruf


@pytest.mark.parametrize(
    ("tersimpan", "terbaca"),
    [
        ("bobot 30 × 101.20", "bobot 30 × 101,20"),
        ("(1 − 0.3 × 0.8077) × 115", "(1 − 0,3 × 0,8077) × 115"),
        ("2025-01-01 sampai 2025-12-31", "1 Januari 2025 sampai 31 Desember 2025"),
        ("ditetapkan 2026-01-22T13:48:00+08:00", "ditetapkan 22 Januari 2026 13.48 WITA"),
        ("2025-99-99, versi 1.", "2025-99-99, versi 1."),
        (None, ""),
    ],
)
def test_a_stored_formula_is_read_with_commas_and_dates_in_words(tersimpan, terbaca):
    assert kata.tulis_rumus(tersimpan) == terbaca


def test_a_stored_label_is_read_in_words():
    assert nama_objek("kit.surat") == "surat"
    assert nama_objek("tidak.ada") == "tidak.ada" and nama_objek("") == ""
