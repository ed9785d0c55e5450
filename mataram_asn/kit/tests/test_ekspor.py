"""No cell of an export is a live formula, and a long number stays text."""

import csv
import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from mataram_asn.kit.ekspor import diminta, ekspor

NIP = "199001012015011901"
BARIS = [["=1+1", "+1", "-1", "@a", "\t=1", NIP, None, 3, Decimal("1.50"), date(2026, 1, 2), True, "a\x00b"]]


def unduh(jenis):
    return ekspor(RequestFactory().get("/", {"ekspor": jenis}), "uji", ["k"] * 12, BARIS)


def test_csv_cells_are_text_or_numbers():
    jawab = unduh("csv")
    assert jawab["Content-Disposition"].startswith('attachment; filename="uji-')
    assert jawab["X-Content-Type-Options"] == "nosniff"
    sel = list(csv.reader(io.StringIO(jawab.content.decode("utf-8-sig"))))[1]
    assert sel == ["'=1+1", "'+1", "'-1", "'@a", "'\t'=1", f"'{NIP}", "", "3", "1.50", "02-01-2026", "ya", "ab"]


def test_xlsx_cells_are_text_or_numbers():
    sel = load_workbook(io.BytesIO(unduh("xlsx").content)).active[2]
    assert [satu.data_type for satu in sel] == ["s"] * 6 + ["n"] * 3 + ["s"] * 3
    assert sel[0].value == "'=1+1"
    assert sel[5].value == NIP


def test_moments_are_written_in_local_time():
    jawab = ekspor(RequestFactory().get("/"), "uji", ["saat"], [[datetime(2026, 1, 1, 16, 30, tzinfo=UTC)]])
    assert "02-01-2026 00:30:00" in jawab.content.decode("utf-8-sig")


DIMINTA = [({"ekspor": "csv"}, "csv"), ({"format": "xlsx"}, "xlsx"), ({"ekspor": "exe"}, None), ({}, None)]


@pytest.mark.parametrize(("query", "hasil"), DIMINTA)
def test_which_file_the_address_asks_for(query, hasil):
    assert diminta(RequestFactory().get("/", query)) == hasil


@pytest.mark.parametrize(
    "teks", ["halo;=1+1", 'halo";=1+1', "halo; @a", "a\t=1", "a\n+1", "x,=1", " =1", "\ufeff=1", "\u200b=1", "＝1+1"]
)
@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
def test_no_cell_is_a_formula_wherever_a_spreadsheet_cuts(teks, pemisah):
    """Indonesian spreadsheets cut at semicolons: what is inside a cell here begins one there."""
    isi = ekspor(RequestFactory().get("/", {"ekspor": "csv"}), "uji", ["k", "l"], [["awal", teks]]).content
    sel = [satu for baris in csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=pemisah) for satu in baris]
    sel += [bagian for satu in sel for bagian in re.split(r"[;,\t\r\n]", satu)]
    assert not [satu for satu in sel if satu.strip(' "\ufeff\u200b').startswith(("=", "+", "-", "@", "＝"))]
