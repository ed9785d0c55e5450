"""Read one cell: text, date, number, choice. Each refuses with a sentence."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import cache
from uuid import UUID

from mataram_asn.kit.galat import RuleViolation

KOSONG = {"", "null", "NULL", "-"}
TANGGAL_DMY = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})")
TANGGAL_YMD = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
BERTANDA = re.compile(r"[+-]?[0-9][0-9 .,\-()]*")
RIBUAN = re.compile(r"[0-9]{1,3}(\.[0-9]{3})+,[0-9]+")  # 1.012,5: points only count as thousands before a comma
YA = {"ya": True, "y": True, "true": True, "1": True, "tidak": False, "t": False, "false": False, "0": False, "": False}


def ada(sel: str) -> str:
    """The text without blanks around it; 'null' is nothing."""
    bersih = sel.strip()
    return "" if bersih in KOSONG else bersih


def rumus(sel: str) -> bool:
    """Whether a spreadsheet would run this cell."""
    bersih = sel.strip()
    if bersih[:1] not in {"=", "@", "+", "-"}:
        return False
    return bersih[0] in "=@" or not (bersih in KOSONG or BERTANDA.fullmatch(bersih))


def teks(sel: str, maks: int) -> str:
    """Plain text of at most `maks` characters, one blank between words, nothing invisible."""
    bersih = " ".join(unicodedata.normalize("NFC", ada(sel)).split())
    if not bersih.isprintable():
        raise RuleViolation("memuat karakter yang tidak terlihat; ketik ulang")
    if len(bersih) > maks:
        raise RuleViolation(f"lebih dari {maks} huruf")
    return bersih


def wajib(sel: str, maks: int) -> str:
    """Text that must be there."""
    bersih = teks(sel, maks)
    if not bersih:
        raise RuleViolation("kosong; isi dahulu")
    return bersih


def tanggal(sel: str) -> date | None:
    """A date written d-m-Y (or Y-m-d), or None when empty."""
    bersih = ada(sel)
    if not bersih:
        return None
    dmy, ymd = TANGGAL_DMY.fullmatch(bersih), TANGGAL_YMD.fullmatch(bersih)
    angka = dmy.group(3, 2, 1) if dmy else ymd.groups() if ymd else None
    try:
        hasil = date(*map(int, angka)) if angka else None
    except ValueError:
        hasil = None
    if hasil is None or not 1900 <= hasil.year <= 2100:
        raise RuleViolation(f"“{bersih[:20]}” bukan tanggal; tulis hari-bulan-tahun, misalnya 31-12-1990")
    return hasil


def tanggal_wajib(sel: str) -> date:
    hasil = tanggal(sel)
    if hasil is None:
        raise RuleViolation("kosong; tulis hari-bulan-tahun")
    return hasil


def bulat(sel: str, terendah: int, tertinggi: int) -> int:
    """A whole number within bounds, ASCII digits only."""
    bersih = ada(sel)
    if not (bersih.isascii() and bersih.isdigit() and len(bersih) < 10) or not terendah <= int(bersih) <= tertinggi:
        raise RuleViolation(f"“{bersih[:20]}” harus bilangan bulat {terendah} sampai {tertinggi}")
    return int(bersih)


def desimal(sel: str, terendah: int, tertinggi: int) -> Decimal:
    """A number with at most two places, a comma or a point before them."""
    bersih = ada(sel).replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", bersih) or not terendah <= Decimal(bersih) <= tertinggi:
        raise RuleViolation(f"“{bersih[:20]}” harus angka {terendah} sampai {tertinggi}, paling banyak dua desimal")
    return Decimal(bersih)


def angka_kredit(sel: str, tertinggi: int) -> Decimal:
    """A number from 0 on with at most five places: 12.5, 12,5 or 1.012,5; a date that Excel made of it is refused."""
    bersih = ada(sel)
    if TANGGAL_DMY.fullmatch(bersih):
        raise RuleViolation(f"“{bersih[:20]}” terbaca sebagai tanggal oleh lembar kerja; ubah selnya menjadi teks")
    if RIBUAN.fullmatch(bersih):
        bersih = bersih.replace(".", "")
    bersih = bersih.replace(",", ".")
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,5})?", bersih) or Decimal(bersih) > tertinggi:
        raise RuleViolation(f"“{bersih[:20]}” harus angka 0 sampai {tertinggi}, paling banyak lima desimal")
    return Decimal(bersih)


@cache
def _nilai_sah(kelas) -> frozenset[str]:
    return frozenset(kelas.values)


def pilihan(sel: str, kelas) -> str:
    """One of the values of a TextChoices, or empty."""
    bersih = ada(sel)
    if bersih and bersih not in _nilai_sah(kelas):
        raise RuleViolation(f"“{bersih[:30]}” tidak dikenal; pakai salah satu dari {', '.join(kelas.values)}")
    return bersih


def pilihan_wajib(sel: str, kelas) -> str:
    return pilihan(wajib(sel, 40), kelas)


def ya_tidak(sel: str) -> bool:
    nilai = YA.get(ada(sel).lower())
    if nilai is None:
        raise RuleViolation("tulis ya atau tidak")
    return nilai


def uuid(sel: str) -> str:
    """A UUID in its canonical form, or empty."""
    bersih = ada(sel)
    if not bersih:
        return ""
    try:
        return str(UUID(bersih))
    except ValueError as galat:
        raise RuleViolation(f"“{bersih[:40]}” bukan UUID") from galat


def uuid_wajib(sel: str) -> str:
    return uuid(wajib(sel, 60))
