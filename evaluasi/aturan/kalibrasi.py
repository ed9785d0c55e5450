"""Calibration: one person, one new rating, one reason. SE MenPANRB 3/2023; nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal

from ..pilihan import Rating, Sumbu
from . import baca
from .ketentuan import KetentuanPenilaian

#: Points from a threshold at which a person is shown as near the line: only a list to read, no score follows.
DEKAT = Decimal(1)


@dataclass(frozen=True, slots=True)
class MasukanKalibrasi:
    """A change in force: the rating of one axis from `dari` to `ke`. `pada` is the ISO text of the moment."""

    sumbu: Sumbu
    dari: Rating
    ke: Rating
    alasan: str
    oleh: str
    pada: str

    def ke_dict(self) -> dict:
        return {bidang: str(getattr(self, bidang)) for bidang in _BIDANG}

    @classmethod
    def dari_dict(cls, isi: dict) -> MasukanKalibrasi:
        """Read the stored form strictly. Raises RuleViolation."""
        baca.kamus(isi, _BIDANG, "Kalibrasi")
        return cls(
            baca.pilihan(isi["sumbu"], Sumbu, "Kalibrasi, sumbu"),
            baca.pilihan(isi["dari"], Rating, "Kalibrasi, dari"),
            baca.pilihan(isi["ke"], Rating, "Kalibrasi, ke"),
            *(baca.teks(isi[bidang], f"Kalibrasi, {bidang}") for bidang in ("alasan", "oleh", "pada")),
        )


_BIDANG = tuple(bidang.name for bidang in fields(MasukanKalibrasi))


def rating_kalibrasi(kalibrasi: Iterable[MasukanKalibrasi], sumbu: str) -> Rating | None:
    """The rating that calibration left on that axis: the last change in force, or None."""
    ada = [satu.ke for satu in kalibrasi if satu.sumbu == sumbu]
    return ada[-1] if ada else None


def dekat_garis(indeks: Decimal, ketentuan: KetentuanPenilaian) -> tuple[Decimal, ...]:
    """The thresholds from which an index (0–120) is at most one point away, on either side."""
    return tuple(garis for garis in (ketentuan.ambang_sesuai, ketentuan.ambang_di_atas) if abs(indeks - garis) <= DEKAT)
