"""Numbers: the one rounding, and reading what people type."""

import re
from decimal import Decimal
from fractions import Fraction

from .galat import RuleViolation

#: 1234 or 1.234 (groups of three after a first digit that is not 0), then at most one comma.
_INDONESIA = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?")
_PANJANG = 40


def bulat(nilai: Decimal | Fraction | int, tempat: int = 2) -> Decimal:
    """Round once from the exact value, half up (a half goes away from zero), to `tempat` places.

    Exact whatever the size, and never "-0". Raises TypeError for a float, ValueError for NaN or Infinity.
    """
    if not isinstance(nilai, Decimal | Fraction | int):
        raise TypeError(f"a score is a Decimal or a Fraction, not {type(nilai).__name__}")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise ValueError("only a finite number can be rounded")
    pembilang, penyebut = nilai.as_integer_ratio()
    satuan = (2 * abs(pembilang) * 10**tempat + penyebut) // (2 * penyebut)
    return Decimal(f"{'-' if pembilang < 0 < satuan else ''}{satuan}e{-tempat}")


def parse_angka(teks: str) -> Decimal:
    """Read a number as people here write it: "1.234,56", "1234,5", "50". Places are kept as typed.

    Raises RuleViolation with what to write instead; "1.5", "1,234.5", "1e3", "1_0", NaN and digits of
    other scripts are refused, since nobody should have to guess what was meant.
    """
    bersih = teks.strip() if isinstance(teks, str) else ""
    if len(bersih) > _PANJANG:
        raise RuleViolation("Angka itu terlalu panjang; tulis paling banyak 40 tanda.")
    if not _INDONESIA.fullmatch(bersih):
        raise RuleViolation("Tulis angka seperti 1.234,56: titik untuk ribuan, koma untuk desimal.")
    angka = Decimal(bersih.replace(".", "").replace(",", "."))
    return angka if angka else abs(angka)
