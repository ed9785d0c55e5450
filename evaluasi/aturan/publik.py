"""The public's voice beside the atasan's: which answers speak of which value, and how much they weigh."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kinerja.pilihan import NilaiDasar

from .ketentuan import KetentuanPenilaian
from .masukan import Hitungan, Jawaban

#: Only these answers describe the officer; the other elements of the SKM describe the unit.
UNSUR_NILAI = {
    NilaiDasar.BERORIENTASI_PELAYANAN: ("wajah", "perilaku"),
    NilaiDasar.KOMPETEN: ("kompetensi",),
}


@dataclass(frozen=True, slots=True)
class Suara:
    """The answers that count for one value: about the officer (`sendiri`) or about the service."""

    sendiri: bool
    n: int
    rerata: Fraction
    bobot: Decimal


def rerata(*hitungan: Hitungan) -> tuple[int, Fraction | None]:
    """How many answers, and their plain mean (1–4), or None without answers."""
    n = sum(map(sum, hitungan))
    jumlah = sum(nilai * banyak for satu in hitungan for nilai, banyak in enumerate(satu, start=1))
    return n, Fraction(jumlah, n) if n else None


def nilai_konversi(rata: Fraction | Decimal) -> Fraction:
    """A mean of 1–4 on the scale 25–100. PermenPANRB 14/2017."""
    return 25 * Fraction(rata)


def konversi(nilai: Fraction | Decimal, titik: tuple[tuple[Decimal, Decimal], ...]) -> Fraction:
    """Map a nilai konversi (25–100) to the index, piecewise-linearly; beyond the ends the end's index holds."""
    nilai = max(Fraction(titik[0][0]), min(Fraction(titik[-1][0]), Fraction(nilai)))
    for (x0, y0), (x1, y1) in pairwise(titik):
        if nilai <= x1:
            return Fraction(y0) + (nilai - Fraction(x0)) * Fraction(y1 - y0) / Fraction(x1 - x0)
    raise AssertionError("a clamped value lies inside the table")


def kredibilitas(n: int, k: Decimal) -> Fraction:
    """z = n / (n + k): how far the public is believed against the atasan."""
    return Fraction(n) / (n + Fraction(k))


def padu(atasan: Fraction | Decimal, publik: Fraction | Decimal, n: int, *, bobot: Decimal, k: Decimal) -> Fraction:
    """(1 − w·z)·atasan + w·z·publik, exact. The minimum n is the caller's (`pilih_suara`)."""
    berat = Fraction(bobot) * kredibilitas(n, k)
    return (1 - berat) * Fraction(atasan) + berat * Fraction(publik)


def pilih_suara(
    nilai: str, sendiri: Jawaban | None, layanan: Jawaban | None, ketentuan: KetentuanPenilaian
) -> Suara | None:
    """The answers that enter that value: the officer's own if enough, else the service's if enough, else none."""
    unsur = UNSUR_NILAI.get(nilai, ())
    calon = (
        (True, sendiri, ketentuan.publik_minimum, ketentuan.publik_bobot),
        (False, layanan, ketentuan.layanan_minimum, ketentuan.layanan_bobot),
    )
    for milik_sendiri, jawaban, minimum, bobot in calon:
        n, rata = rerata(*(getattr(jawaban, kunci) for kunci in unsur)) if jawaban else (0, None)
        if rata is not None and n >= minimum:
            return Suara(milik_sendiri, n, rata, bobot)
    return None
