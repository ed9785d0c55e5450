"""Ranking candidates for a vacancy: hard requirements first, then a score that explains itself. PermenPANRB 3/2020."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.pohon import Simpul

from .ketentuan import KetentuanTalenta
from .nilai import TARGET_JP, Skor, skor_orang
from .orang import Orang, Sasaran
from .simpul import simpul_skor
from .syarat import Syarat, memenuhi, periksa_syarat


@dataclass(frozen=True)
class Calon:
    """A person who meets every hard requirement, with the score 0–100, rounded once, and its interval."""

    skor: Skor
    syarat: tuple[Syarat, ...]
    nilai: Decimal
    rendah: Decimal
    tinggi: Decimal

    @property
    def kunci(self) -> int:
        return self.skor.kunci

    @cached_property
    def pohon(self) -> Simpul:
        """The explanation of the score, built from its own figures when it is read."""
        return simpul_skor(self.skor)


@dataclass(frozen=True, slots=True)
class Peringkat:
    """Candidates by score, and everybody else as (key, requirements).

    `gugur` fail at least one; `belum` fail none, but something about them is not known yet.
    """

    calon: tuple[Calon, ...]
    gugur: tuple[tuple[int, tuple[Syarat, ...]], ...]
    belum: tuple[tuple[int, tuple[Syarat, ...]], ...]


def peringkat(
    orang: Iterable[Orang], sasaran: Sasaran, pada: date, ketentuan: KetentuanTalenta, target_jp: int = TARGET_JP
) -> Peringkat:
    """Judge everybody for one vacancy on one day. Who fails a hard requirement is never in the list."""
    calon, gugur, belum = [], [], []
    for satu in orang:
        syarat = periksa_syarat(satu, sasaran, pada, ketentuan)
        hasil = memenuhi(syarat)
        dinilai = calon_dari(satu, sasaran, pada, ketentuan, syarat, target_jp) if hasil else None
        if dinilai:
            calon.append(dinilai)
        else:
            (gugur if hasil is False else belum).append((satu.kunci, syarat))
    calon.sort(key=lambda satu: (-satu.nilai, -satu.rendah, satu.kunci))
    return Peringkat(tuple(calon), tuple(gugur), tuple(belum))


def calon_dari(
    orang: Orang,
    sasaran: Sasaran,
    pada: date,
    ketentuan: KetentuanTalenta,
    syarat: tuple[Syarat, ...],
    target_jp: int = TARGET_JP,
) -> Calon | None:
    """The soft score of one person; missing parts widen its interval. None where nothing at all is available."""
    skor = skor_orang(orang, sasaran, pada, ketentuan, target_jp)
    if skor is None:
        return None
    rentang = skor.rentang
    return Calon(skor, syarat, bulat(rentang.nilai), bulat(rentang.rendah), bulat(rentang.tinggi))
