"""The expected path of an indicator: what should be there by a day, and whether what is recorded keeps up. [D]"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import SifatTarget, StatusJalur
from .capaian import Angka, capaian, check_target, target_periode


@dataclass(frozen=True, slots=True)
class Sasaran:
    """What a plan promises of a quantitative indicator: the target of its whole stretch, both days counted."""

    arah: str
    sifat: str
    target: Angka
    mulai: date
    selesai: date
    target_atas: Angka | None = None

    def pada(self, hari: date) -> tuple[Fraction, Fraction | None]:
        """The target (and the upper end of a range) that the end of that day asks for, exact.

        Before the plan begins nothing is asked of a cumulative target. Raises RuleViolation as `target_periode`.
        """
        return tuple(None if satu is None else self._pada(satu, hari) for satu in (self.target, self.target_atas))

    def _pada(self, target: Angka, hari: date) -> Fraction:
        if hari < self.mulai:
            return target_periode(self.sifat, target, self.mulai, self.selesai, self.mulai) * _dimulai(self.sifat)
        return target_periode(self.sifat, target, self.mulai, self.selesai, hari)


def _dimulai(sifat: str) -> int:
    """A constant target holds from the first moment, a cumulative one begins at nothing."""
    return 0 if sifat == SifatTarget.KUMULATIF else 1


@dataclass(frozen=True, slots=True)
class Jalur:
    """Where an indicator stands on its path on `hari`; `capaian` in percent is of what is expected by then."""

    hari: date
    seharusnya: Fraction
    seharusnya_atas: Fraction | None
    tercatat: Decimal | None
    capaian: Fraction | None
    status: StatusJalur


def baca_jalur(sasaran: Sasaran, hari: date, tercatat: Decimal | None, minimum: Angka) -> Jalur:
    """Compare what is recorded with what the day asks for.

    On the path: at least `minimum` percent of what is expected by then. Nothing recorded is *belum ada*, never
    behind. Raises RuleViolation for a target or a realisasi that `capaian` refuses.
    """
    check_target(sasaran.arah, sasaran.target, sasaran.target_atas)
    bawah, atas = sasaran.pada(hari)
    if tercatat is None:
        return Jalur(hari, bawah, atas, None, None, StatusJalur.BELUM_ADA)
    persen = _persen(sasaran, bawah, atas, tercatat)
    status = StatusJalur.DI_JALUR if persen >= Fraction(minimum) else StatusJalur.TERTINGGAL
    return Jalur(hari, bawah, atas, tercatat, persen, status)


def _persen(sasaran: Sasaran, bawah: Fraction, atas: Fraction | None, tercatat: Decimal) -> Fraction:
    """Before the first day of a cumulative target nothing is expected: whatever is there is on the path."""
    if not bawah and not atas and sasaran.target:
        if Fraction(tercatat) < 0:
            raise RuleViolation("Realisasi tidak boleh negatif; isi 0 atau lebih.")
        return Fraction(100)
    return capaian(sasaran.arah, bawah, tercatat, target_atas=atas)


def titik_jalur(sasaran: Sasaran) -> tuple[tuple[date, Fraction, Fraction | None], ...]:
    """The path as a straight line: (day, expected, upper end) the evening before the first day and on the last."""
    sebelum = sasaran.mulai - timedelta(days=1)
    return ((sebelum, *sasaran.pada(sebelum)), (sasaran.selesai, *sasaran.pada(sasaran.selesai)))


@dataclass(frozen=True, slots=True)
class Isian:
    """One entry as the history compares it: the figure, the words and the names of its evidence by key."""

    nilai: Decimal | None
    uraian: str
    bukti: dict


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What an entry changed from the one before it: the difference of the figure, and what came and went."""

    selisih: Decimal | None
    uraian_berubah: bool
    bukti_tambah: tuple[str, ...]
    bukti_lepas: tuple[str, ...]

    @property
    def ada(self) -> bool:
        return bool(self.selisih or self.uraian_berubah or self.bukti_tambah or self.bukti_lepas)


def bandingkan_isian(lama: Isian | None, baru: Isian) -> Perubahan | None:
    """The change from the entry before; None for the first entry."""
    if lama is None:
        return None
    angka = None not in (lama.nilai, baru.nilai)
    return Perubahan(
        baru.nilai - lama.nilai if angka else None,
        lama.uraian.strip() != baru.uraian.strip(),
        tuple(nama for kunci, nama in baru.bukti.items() if kunci not in lama.bukti),
        tuple(nama for kunci, nama in lama.bukti.items() if kunci not in baru.bukti),
    )
