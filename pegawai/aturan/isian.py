"""Strict readers of a stored ketentuan: the value is what a ketentuan may hold, or it is refused with a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from mataram_asn.kit.galat import RuleViolation

_DESIMAL = re.compile(r"[0-9]{1,12}(\.[0-9]{1,8})?")


def kamus(isi, kunci: Iterable[str], label: str) -> dict:
    """A JSON object with exactly those keys."""
    if not isinstance(isi, dict):
        raise RuleViolation(f"{label}: isi dengan objek JSON.")
    kunci = {str(satu) for satu in kunci}
    for selisih, arti in ((kunci - isi.keys(), "belum ada"), (isi.keys() - kunci, "tidak dikenal")):
        if selisih:
            raise RuleViolation(f"{label}: {', '.join(sorted(map(str, selisih)))} {arti}.")
    return isi


def cacah(nilai, label: str, terendah: int = 0, tertinggi: int = 1_000_000) -> int:
    """A whole number within bounds, as JSON number."""
    if isinstance(nilai, bool) or not isinstance(nilai, int) or not terendah <= nilai <= tertinggi:
        raise RuleViolation(f"{label}: isi dengan bilangan bulat {terendah} sampai {tertinggi}.")
    return nilai


def desimal(nilai, label: str, terendah: str = "0", tertinggi: str = "1000000") -> Decimal:
    """A decimal within bounds, as text "12.5" or a whole JSON number; a float is refused."""
    teks = str(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai
    if not isinstance(teks, str) or not _DESIMAL.fullmatch(teks):
        raise RuleViolation(f'{label}: tulis angka dalam tanda kutip, misalnya "12.5".')
    angka = Decimal(teks)
    if not Decimal(terendah) <= angka <= Decimal(tertinggi):
        raise RuleViolation(f"{label}: harus {terendah} sampai {tertinggi}.")
    return angka
