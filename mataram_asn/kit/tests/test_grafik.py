"""Charts: attributes only, named, escaped, and honest about breaks."""

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit import grafik

JAHAT = "<script>alert(1)</script>"
KOTAK = [[{"nomor": n, "jumlah": n, "nyala": n == 8} for n in baris] for baris in ((4, 7, 9), (2, 5, 8), (1, 3, 6))]


@pytest.mark.parametrize(
    "svg",
    [
        grafik.grafik_sebaran([("baik", 21), (JAHAT, 0)], JAHAT, ("baik", 19)),
        grafik.grafik_garis([[(JAHAT, Decimal(1)), ("2025", None)]], JAHAT, JAHAT),
        grafik.grafik_kotak(KOTAK, JAHAT, JAHAT, JAHAT),
        grafik.grafik_sebaran([], "Kosong"),
        grafik.grafik_garis([], "Kosong"),
    ],
)
def test_every_chart_is_named_and_carries_neither_script_nor_style(svg):
    assert "<title>" in svg
    assert "<desc>" in svg
    assert 'role="img"' in svg
    assert "<script" not in svg
    assert "style=" not in svg


def _garis(svg):
    return [tuple(map(int, satu)) for satu in re.findall(r'class="garis" x1="(\d+)" y1="\d+" x2="(\d+)"', svg)]


def test_no_line_joins_two_series():
    satu = grafik.grafik_garis([[("2021", 1), ("2022", 2), ("2023", 3), ("2024", 4)]], "IKU")
    dua = grafik.grafik_garis([[("2021", 1), ("2022", 2)], [("2023", 3), ("2024", 4)]], "IKU")
    assert len(_garis(satu)) == 3
    assert len(_garis(dua)) == 2
    assert dua.count('class="putus"') == 1
    assert "seri baru" in dua


def test_no_line_crosses_a_missing_value_and_it_is_not_drawn_as_zero():
    svg = grafik.grafik_garis([[("2021", 5), ("2022", None), ("2023", 6)]], "IKU")
    assert _garis(svg) == []
    assert svg.count("<circle") == 2
    assert "2022: belum tersedia" in svg


def _titik(svg):
    return [int(x) for x in re.findall(r'class="titik" cx="(\d+)"', svg)]


def test_years_stand_where_they_are_and_a_missing_one_is_a_gap():
    """2016, 2017, then 2024: the last stands far away and no line leads to it; evenly spaced labels are the control."""
    svg = grafik.grafik_garis([[("2016", 9), ("2017", 8), ("2024", 7)]], "IKU")
    assert _titik(svg) == [20, 60, 340]
    assert _garis(svg) == [(20, 60)]
    assert "9" in svg and svg.count('font-weight="700"') == 2  # the values at both ends of the whole part
    rata = grafik.grafik_garis([[("Jan", 9), ("Feb", 8), ("Mar", 7)]], "IKU")
    assert _titik(rata) == [20, 180, 340] and len(_garis(rata)) == 2


def test_every_label_of_years_stands_under_its_year():
    svg = grafik.grafik_garis([[("2010", 1), ("2020", 2)], [("2020", 3), ("2022", 4)]], "IKU")
    label = {teks: int(x) for x, teks in re.findall(r'class="teks-soft" x="(\d+)"[^>]*>(\d{4})<', svg)}
    assert label == {str(tahun): 20 + 320 * (tahun - 2010) // 12 for tahun in range(2010, 2023, 3)}
    assert _garis(svg) == []  # neither across ten years nor across two series
    assert _titik(svg) == [20, 286, 286, 340] and svg.count('class="putus"') == 1


@given(st.lists(st.integers(1990, 2060), unique=True, min_size=1, max_size=12), st.integers(0, 12))
def test_a_line_joins_only_years_that_follow_in_one_series(tahun, batas):
    tahun = sorted(tahun)
    seri = [[(str(satu), satu) for satu in bagian] for bagian in (tahun[:batas], tahun[batas:])]
    berurutan = sum(b - a == 1 for bagian in (tahun[:batas], tahun[batas:]) for a, b in pairwise(bagian))
    svg = grafik.grafik_garis(seri, "IKU")
    assert len(_garis(svg)) == berurutan
    assert len(_titik(svg)) == len(tahun)


def test_a_bar_grows_with_its_figure_and_zero_is_a_hairline():
    svg = grafik.grafik_sebaran([("sangat_baik", 4), ("baik", 8), ("kurang", 0)], "Sebaran")
    tinggi = [int(t) for t in re.findall(r'width="52" height="(\d+)"', svg)]
    assert tinggi == [52, 105, 2]
    assert "Sangat Baik 4, Baik 8, Kurang 0" in svg


def test_the_gold_line_stands_at_the_limit_even_above_all_bars():
    svg = grafik.grafik_sebaran([("sangat_baik", 1), ("baik", 5)], "Sebaran", ("baik", 10))
    assert 'class="batas" x1="74" x2="142" y1="25" y2="25"' in svg


def test_the_lit_box_is_the_one_named():
    svg = grafik.grafik_kotak(KOTAK, "Kotak")
    assert svg.count('class="kotak-nyala"') == 1
    assert re.search(r"kotak-nyala.*?<text[^>]*>8<", svg, re.DOTALL)


def test_the_values_beside_a_break_grow_away_from_it():
    svg = grafik.grafik_garis([[("2021", 1), ("2022", 2)], [("2022", 5), ("2024", 6)]], "IKU")
    pasangan = re.findall(r'text-anchor="(\w+)">(\d)</text>', svg)
    assert ("end", "2") in pasangan and ("start", "5") in pasangan
