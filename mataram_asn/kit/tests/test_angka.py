"""The one rounding and the reader of typed numbers."""

from decimal import Decimal as D
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit.angka import bulat, parse_angka
from mataram_asn.kit.galat import RuleViolation


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        (D("103.375"), "103.38"),
        (D("103.3749999"), "103.37"),
        (F(100, 3), "33.33"),
        (F(200, 3), "66.67"),
        (F(275, 96), "2.86"),  # 25 % x 12.5 x 11/12, not 2.87 by way of 2.865
        (D("2.865"), "2.87"),
        (D("-1.005"), "-1.01"),
        (D("-0.004"), "0.00"),
        (0, "0.00"),
        (120, "120.00"),
        (D("12345678901234567890123456789012345.675"), "12345678901234567890123456789012345.68"),
    ],
)
def test_rounds_half_up_once_from_the_exact_value(nilai, hasil):
    assert str(bulat(nilai)) == hasil


@pytest.mark.parametrize(
    ("nilai", "tempat", "hasil"), [(F(1, 2), 0, "1"), (F(1, 3), 5, "0.33333"), (D("9.5"), 0, "10")]
)
def test_rounds_to_the_places_asked(nilai, tempat, hasil):
    assert str(bulat(nilai, tempat)) == hasil


@pytest.mark.parametrize(
    ("nilai", "galat"),
    [(1.5, TypeError), ("1", TypeError), (None, TypeError), (D("NaN"), ValueError), (D("Infinity"), ValueError)],
)
def test_no_float_is_rounded(nilai, galat):
    with pytest.raises(galat):
        bulat(nilai)


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 5))
def test_rounding_is_within_half_a_unit_and_stays(nilai, tempat):
    hasil = bulat(nilai, tempat)
    assert abs(F(hasil) - nilai) * 2 * 10**tempat <= 1
    assert bulat(hasil, tempat) == hasil
    assert -hasil.as_tuple().exponent == tempat


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("1.234,56", "1234.56"),
        ("1234,56", "1234.56"),
        ("1.000", "1000"),
        ("1,5", "1.5"),
        ("50", "50"),
        ("0", "0"),
        ("0,25", "0.25"),
        ("33,33", "33.33"),
        ("12.345.678", "12345678"),
        ("-5", "-5"),
        ("-0", "0"),
        (" 7 ", "7"),
    ],
)
def test_reads_numbers_as_people_here_write_them(teks, angka):
    assert str(parse_angka(teks)) == angka


@pytest.mark.parametrize(
    "teks",
    [
        "",
        " ",
        "1.5",
        "0.500",
        "12.34",
        "1.234.5",
        "1,234.56",
        "1,2,3",
        "1.23.456",
        "12345.678",
        ",5",
        "5,",
        "1 000",
        "1e3",
        "1E3",
        "1_0",
        "NaN",
        "Infinity",
        "-Infinity",
        "+5",
        "--5",
        "１２",
        "٣",
        "५",
        "−5",
        "5%",
        "Rp5",
        "0x10",
        "1\n2",
        "1" * 41,
        "½",
        "1\u200b2",
        None,
        5,
        1.5,
    ],
)
def test_refuses_what_has_to_be_guessed(teks):
    with pytest.raises(RuleViolation):
        parse_angka(teks)


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=4))
def test_reads_back_what_is_written_with_groups(nilai):
    tertulis = f"{nilai:,f}".translate(str.maketrans(",.", ".,"))
    assert parse_angka(tertulis) == nilai
