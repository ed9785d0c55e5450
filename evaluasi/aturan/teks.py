"""How figures are written in an explanation: canonical decimals, rounded for reading only."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat


def angka(nilai: Decimal | Fraction | int, tempat: int = 2) -> str:
    """The figure with that many places, half up: "103.38"."""
    return format(bulat(nilai, tempat), "f")


def ringkas(nilai: Decimal | Fraction) -> str:
    """The figure as short as it is written: "30", "0.3", "12.5"; a long one with four places."""
    teks = angka(nilai, 4)
    return teks.rstrip("0").rstrip(".") if "." in teks else teks
