"""Strict readers of stored JSON: a value is exactly what we would have written, or it is refused."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from mataram_asn.kit.galat import RuleViolation

#: Canonical text of a decimal that is not negative: ASCII digits, a point, no exponent, no sign.
_DESIMAL = re.compile(r"(0|[1-9][0-9]{0,17})(\.[0-9]{1,12})?")


def desimal(nilai, label: str) -> Decimal:
    """A decimal from its canonical text or a JSON integer. Refuses floats, NaN, exponents, signs."""
    if isinstance(nilai, int) and not isinstance(nilai, bool) and nilai >= 0:
        return Decimal(nilai)
    if not isinstance(nilai, str) or not _DESIMAL.fullmatch(nilai):
        raise RuleViolation(f"{label}: isi dengan angka tidak negatif seperti 12.50, bukan {_tampil(nilai)}.")
    return Decimal(nilai)


def cacah(nilai, label: str) -> int:
    """A count: a JSON integer, not negative."""
    if isinstance(nilai, bool) or not isinstance(nilai, int) or nilai < 0:
        raise RuleViolation(f"{label}: isi dengan bilangan bulat 0 atau lebih, bukan {_tampil(nilai)}.")
    return nilai


def teks(nilai, label: str) -> str:
    if not isinstance(nilai, str):
        raise RuleViolation(f"{label}: isi dengan teks, bukan {_tampil(nilai)}.")
    return nilai


def benar(nilai, label: str) -> bool:
    if not isinstance(nilai, bool):
        raise RuleViolation(f"{label}: isi dengan true atau false, bukan {_tampil(nilai)}.")
    return nilai


def tanggal(nilai, label: str) -> date:
    """A date from its ISO text, YYYY-MM-DD."""
    try:
        hari = date.fromisoformat(teks(nilai, label))
    except ValueError:
        hari = None
    if hari is None or hari.isoformat() != nilai:
        raise RuleViolation(f"{label}: isi dengan tanggal yang ada, seperti 2026-11-24, bukan {_tampil(nilai)}.")
    return hari


def pilihan(nilai, kelas, label: str):
    """A member of a TextChoices class."""
    if not isinstance(nilai, str) or nilai not in kelas.values:
        raise RuleViolation(f"{label}: pilih salah satu dari {', '.join(kelas.values)}, bukan {_tampil(nilai)}.")
    return kelas(nilai)


def kamus(nilai, kunci, label: str) -> dict:
    """A JSON object with exactly those keys."""
    if not isinstance(nilai, dict):
        raise RuleViolation(f"{label}: isi dengan objek JSON.")
    for arti, selisih in (("belum ada", set(kunci) - nilai.keys()), ("tidak dikenal", nilai.keys() - set(kunci))):
        if selisih:
            raise RuleViolation(f"{label}: {', '.join(sorted(map(str, selisih)))} {arti}.")
    return nilai


def daftar(nilai, label: str, panjang: int | None = None) -> list:
    """A JSON array, of that length where one is given."""
    if not isinstance(nilai, list) or (panjang is not None and len(nilai) != panjang):
        raise RuleViolation(f"{label}: isi dengan daftar JSON" + (f" berisi {panjang}." if panjang else "."))
    return nilai


def atau_kosong(pembaca, nilai, *lain):
    """The reader's value, or None where the stored value is null."""
    return None if nilai is None else pembaca(nilai, *lain)


def ke_teks(nilai: Decimal | None) -> str | None:
    """The canonical text of a decimal, never with an exponent."""
    return None if nilai is None else format(nilai, "f")


def _tampil(nilai) -> str:
    return repr(nilai)[:40]
