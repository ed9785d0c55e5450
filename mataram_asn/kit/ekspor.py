"""Lists as files: CSV and XLSX in which no cell is a formula and a long number stays text."""

import csv
import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from io import BytesIO

from django.http import HttpResponse
from django.utils import timezone

#: What a spreadsheet would run or swallow at the beginning of a cell. OWASP "CSV injection".
BERBAHAYA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
#: The same after what another locale's spreadsheet takes for the end of a cell: here lists are cut at semicolons.
SEL_BARU = re.compile(r"([;,\t\r\n]\s*)(?=[=+\-@＝＋－＠])")
TAK_TERCETAK = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
#: Blanks and marks without a width, behind which a formula still begins.
TAK_TAMPAK = " \u00a0\u200b\u200c\u200d\u2060\ufeff"
ANGKA_PANJANG = re.compile(r"[0-9]{12,}")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def diminta(request) -> str | None:
    """The kind of file that the address asks for: "csv", "xlsx" or None."""
    jenis = request.GET.get("ekspor") or request.GET.get("format")
    return jenis if jenis in {"csv", "xlsx"} else None


def ekspor(request, nama: str, kolom: list[str], baris: Iterable[Iterable]) -> HttpResponse:
    """Answer with these rows as the file that the address asks for (CSV unless it says xlsx)."""
    tulis = _xlsx if diminta(request) == "xlsx" else _csv
    return tulis(f"{nama}-{timezone.localdate():%Y-%m-%d}", kolom, baris)


def aman(nilai):
    """One cell as data: dates as text, text never a formula, numbers as they are, None empty."""
    if nilai is None or (isinstance(nilai, int | Decimal) and not isinstance(nilai, bool)):
        return nilai
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, dt.datetime):
        return f"{timezone.localtime(nilai):%d-%m-%Y %H:%M:%S}"
    if isinstance(nilai, dt.date):
        return f"{nilai:%d-%m-%Y}"
    teks = TAK_TERCETAK.sub("", str(nilai))
    return f"'{teks}" if teks.lstrip(TAK_TAMPAK).startswith(BERBAHAYA) else teks


def _lampiran(isi, jenis: str, nama: str) -> HttpResponse:
    return HttpResponse(
        isi,
        content_type=jenis,
        headers={"Content-Disposition": f'attachment; filename="{nama}"', "X-Content-Type-Options": "nosniff"},
    )


def _csv(nama: str, kolom, baris) -> HttpResponse:
    jawaban = _lampiran(b"\xef\xbb\xbf", "text/csv; charset=utf-8", f"{nama}.csv")
    penulis = csv.writer(jawaban)
    penulis.writerow([aman(satu) for satu in kolom])
    penulis.writerows([_sel_csv(satu) for satu in isi] for isi in baris)
    return jawaban


def _sel_csv(nilai):
    """In CSV a NIP needs the apostrophe too, or the spreadsheet rounds it to 1.98501E+17."""
    sel = aman(nilai)
    if not isinstance(sel, str):
        return sel
    return f"'{sel}" if ANGKA_PANJANG.fullmatch(sel) else SEL_BARU.sub(r"\1'", sel)


def _xlsx(nama: str, kolom, baris) -> HttpResponse:
    from openpyxl import Workbook  # heavy, and few requests export

    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("Data")
    lembar.append([aman(satu) for satu in kolom])
    for isi in baris:
        lembar.append([aman(satu) for satu in isi])
    tampung = BytesIO()
    buku.save(tampung)
    return _lampiran(tampung.getvalue(), XLSX, f"{nama}.xlsx")
