"""The year as the sum of its segments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation


@dataclass(frozen=True, slots=True)
class Segmen:
    """A judged stretch of days (inclusive) with its rounded indices, 0–120; an index may be not available."""

    mulai: date
    selesai: date
    indeks_hasil: Decimal | None
    indeks_perilaku: Decimal | None

    @property
    def hari(self) -> int:
        return (self.selesai - self.mulai).days + 1


@dataclass(frozen=True, slots=True)
class IndeksTahun:
    """The weighted means of hasil and perilaku (two places), None where no day is covered."""

    indeks_hasil: Decimal | None
    indeks_perilaku: Decimal | None
    hari: int


def rata_hari(bagian: Iterable[tuple[int, Decimal | None]]) -> Decimal | None:
    """The mean of rounded indices weighted by days, rounded once; what is not available leaves the days too."""
    ada = [(hari, indeks) for hari, indeks in bagian if indeks is not None]
    if any(hari <= 0 for hari, _ in ada):
        raise RuleViolation("Setiap bagian tahun harus mencakup paling sedikit satu hari.")
    if not ada:
        return None
    return bulat(sum(hari * Fraction(indeks) for hari, indeks in ada) / sum(hari for hari, _ in ada))


def indeks_tahun(segmen: Iterable[Segmen]) -> IndeksTahun:
    """The indices of a year, for the suggestion only: the annual ratings are set by the assessor.

    Raises RuleViolation when segments overlap, since a day would count twice.
    """
    urut = sorted(segmen, key=lambda satu: satu.mulai)
    if any(kini.mulai <= lalu.selesai for lalu, kini in pairwise(urut)):
        raise RuleViolation("Bagian tahun saling tumpang tindih; satu hari hanya dihitung satu kali.")
    return IndeksTahun(
        rata_hari((satu.hari, satu.indeks_hasil) for satu in urut),
        rata_hari((satu.hari, satu.indeks_perilaku) for satu in urut),
        sum(satu.hari for satu in urut),
    )
