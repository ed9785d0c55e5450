"""Complementary suppression: no small group can be read from an aggregate, nor found by subtraction. UU 27/2022."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Penyembunyian:
    """The groups whose figures stay hidden, and whether the total over all groups may be shown."""

    tersembunyi: frozenset
    jumlah_tampil: bool


def sembunyikan(banyak: Mapping[Hashable, int], minimum: int) -> Penyembunyian:
    """Which groups to hide so that neither a group nor the total minus the shown ones is under the minimum.

    `banyak` is n per group. Empty groups say nothing about anybody and are shown. What is hidden together must be at
    least two groups with at least `minimum` answers; if all of it is not enough, the total is hidden too.
    """
    isi = {kunci: n for kunci, n in banyak.items() if n > 0}
    # smallest first; ties by name, so that the same table always hides the same groups
    urut = sorted(isi, key=lambda kunci: (isi[kunci], str(kunci)))
    tersembunyi = [kunci for kunci in urut if isi[kunci] < minimum]
    sisa = urut[len(tersembunyi) :]
    while tersembunyi and sisa and (len(tersembunyi) < 2 or sum(isi[kunci] for kunci in tersembunyi) < minimum):
        tersembunyi.append(sisa.pop(0))
    aman = not tersembunyi or (len(tersembunyi) >= 2 and sum(isi[kunci] for kunci in tersembunyi) >= minimum)
    return Penyembunyian(frozenset(tersembunyi), aman)
