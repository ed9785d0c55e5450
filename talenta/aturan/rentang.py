"""A score with its uncertainty: a value and the interval that it may lie in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Rentang:
    """An exact value between `rendah` and `tinggi`; all three are equal where nothing is uncertain."""

    nilai: Fraction
    rendah: Fraction
    tinggi: Fraction

    @classmethod
    def pasti(cls, nilai: Decimal | Fraction | int) -> Rentang:
        """A value without uncertainty."""
        tepat = Fraction(nilai)
        return cls(tepat, tepat, tepat)

    def lebarkan(self, galat: Decimal | Fraction | int, bawah: int = 0, atas: int = 100) -> Rentang:
        """The interval wider by an error of measurement on both sides, within the scale."""
        rendah, tinggi = self.rendah - Fraction(galat), self.tinggi + Fraction(galat)
        return Rentang(self.nilai, max(Fraction(bawah), rendah), min(Fraction(atas), tinggi))

    def kali(self, faktor: Fraction) -> Rentang:
        """The same on another scale."""
        return Rentang(self.nilai * faktor, self.rendah * faktor, self.tinggi * faktor)


def tertimbang(bagian: Iterable[tuple[Decimal, Rentang | None]], bawah: int = 0, atas: int = 100) -> Rentang | None:
    """The weighted mean of parts; a part that is not available can lie anywhere on the scale.

    The value is the mean of what is available, never of zeros; None where nothing is.
    """
    semua = list(bagian)
    ada = [(bobot, nilai) for bobot, nilai in semua if nilai is not None and bobot]
    if not ada:
        return None
    seluruh, tersedia = sum(bobot for bobot, _ in semua), sum(bobot for bobot, _ in ada)
    hilang = seluruh - tersedia
    rendah = [(bobot, satu.rendah) for bobot, satu in ada] + [(hilang, bawah)]
    tinggi = [(bobot, satu.tinggi) for bobot, satu in ada] + [(hilang, atas)]
    return Rentang(
        _rata([(bobot, satu.nilai) for bobot, satu in ada], tersedia), _rata(rendah, seluruh), _rata(tinggi, seluruh)
    )


def _rata(bagian: list[tuple[Decimal, Fraction | int]], jumlah: Decimal) -> Fraction:
    """Σ weight × value ÷ sum, in whole numbers until the end: one reduction instead of one for every step."""
    atas, bawah = 0, 1
    for bobot, nilai in bagian:
        b, pb = bobot.as_integer_ratio()
        n, pn = nilai.as_integer_ratio()
        atas, bawah = atas * pb * pn + b * n * bawah, bawah * pb * pn
    j, pj = jumlah.as_integer_ratio()
    return Fraction(atas * pj, bawah * j)
