"""Tail probabilities and the control of many comparisons, for patterns that people read; no score rests on them."""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, erfc, exp, lgamma, log, sqrt

#: Terms after which the series of the incomplete gamma has long converged for a few hundred degrees of freedom.
SUKU = 1000


def ekor_normal(z: float) -> float:
    """P(Z ≥ z) of a standard normal."""
    return erfc(z / sqrt(2)) / 2


def ekor_chi_kuadrat(nilai: float, derajat: float) -> float:
    """P(X ≤ nilai), the lower tail of chi-square, by the series of the incomplete gamma function."""
    if nilai <= 0:
        return 0.0
    a, x = derajat / 2, nilai / 2
    suku = jumlah = 1 / a
    for n in range(1, SUKU):
        suku *= x / (a + n)
        jumlah += suku
        if suku < jumlah * 1e-12:
            break
    return min(1.0, jumlah * exp(a * log(x) - x - lgamma(a)))


def ekor_binomial(kena: int, banyak: int, peluang: float) -> float:
    """P(X ≥ kena) among `banyak` with that chance each."""
    return sum(comb(banyak, n) * peluang**n * (1 - peluang) ** (banyak - n) for n in range(kena, banyak + 1))


def tersaring(peluang: Sequence[float], salah: float) -> list[bool]:
    """Which of many comparisons remain when that share of the findings may be chance. Benjamini–Hochberg 1995."""
    urut = sorted(range(len(peluang)), key=peluang.__getitem__)
    batas = max((n for n, i in enumerate(urut, start=1) if peluang[i] <= salah * n / len(urut)), default=0)
    lolos = set(urut[:batas])
    return [i in lolos for i in range(len(peluang))]
