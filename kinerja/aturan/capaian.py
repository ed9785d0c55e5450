"""Achievement of a quantitative indicator in percent, exact; who shows it rounds it once. Forms of LKjIP."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Arah, SifatTarget

BATAS_CAPAIAN = Decimal(120)

Angka = Decimal | Fraction | int


def capaian(
    arah: str, target: Angka, realisasi: Angka | None, *, target_atas: Angka | None = None, batas: Angka = BATAS_CAPAIAN
) -> Fraction | None:
    """The achievement in percent, between 0 and `batas`; None while there is no realisasi.

    `target` and `target_atas` are the lower and upper end with Arah.RENTANG.
    Raises RuleViolation for a target that `check_target` refuses and for a negative realisasi.
    """
    check_target(arah, target, target_atas)
    if realisasi is None:
        return None
    nyata = eksak(realisasi, "Realisasi")
    if nyata < 0:
        raise RuleViolation("Realisasi tidak boleh negatif; isi 0 atau lebih.")
    atas = None if target_atas is None else Fraction(target_atas)
    persen = _RUMUS[Arah(arah)](Fraction(target), atas, nyata)
    return max(Fraction(0), min(persen, eksak(batas, "Batas capaian")))


def check_target(arah: str, target: Angka | None, target_atas: Angka | None = None) -> None:
    """Refuse a target that cannot be measured against. Raises RuleViolation.

    0 only where lower is better (or as the lower end of a range); a range has its lower end below its upper end.
    """
    if arah not in Arah.values:
        raise RuleViolation("Pilih arah indikator: makin tinggi, makin rendah, atau dalam rentang.")
    if target is None:
        raise RuleViolation("Isi targetnya.")
    bawah = eksak(target, "Target")
    if bawah < 0:
        raise RuleViolation("Target tidak boleh negatif.")
    if arah == Arah.RENTANG:
        if target_atas is None:
            raise RuleViolation("Isi batas atas rentang.")
        if eksak(target_atas, "Batas atas rentang") <= bawah:
            raise RuleViolation("Batas atas rentang harus lebih besar daripada batas bawahnya.")
    elif not bawah and arah != Arah.TURUN:
        raise RuleViolation("Target 0 hanya untuk indikator yang makin rendah makin baik; isi target lebih dari 0.")


def target_periode(sifat: str, target: Angka, awal_skp: date, akhir_skp: date, akhir_periode: date) -> Fraction:
    """The target that the end of a period asks for, exact.

    Cumulative: the share of the plan's days that has passed by then, both ends counted; after the plan's end
    the whole target. Constant: the target as it is. Raises RuleViolation where the period ends before the plan.
    """
    if akhir_skp < awal_skp:
        raise RuleViolation("Tanggal selesai SKP tidak boleh sebelum tanggal mulainya.")
    if sifat not in SifatTarget.values:
        raise RuleViolation("Pilih sifat target: bertambah sepanjang tahun atau sama sepanjang tahun.")
    penuh = eksak(target, "Target")
    if sifat == SifatTarget.TETAP:
        return penuh
    if akhir_periode < awal_skp:
        raise RuleViolation("Periode itu berakhir sebelum SKP dimulai, sehingga belum ada targetnya.")
    lewat = (min(akhir_periode, akhir_skp) - awal_skp).days + 1
    return penuh * Fraction(lewat, (akhir_skp - awal_skp).days + 1)


def eksak(nilai: Angka, nama: str) -> Fraction:
    """The value as an exact fraction. TypeError for a float; RuleViolation for NaN and Infinity."""
    if not isinstance(nilai, Decimal | Fraction | int):
        raise TypeError(f"{nama}: Decimal or Fraction, not {type(nilai).__name__}")
    if isinstance(nilai, Decimal) and not nilai.is_finite():
        raise RuleViolation(f"{nama} harus berupa angka.")
    return Fraction(nilai)


def _naik(target: Fraction, atas: Fraction | None, nyata: Fraction) -> Fraction:
    return 100 * nyata / target


def _turun(target: Fraction, atas: Fraction | None, nyata: Fraction) -> Fraction:
    if not target:
        return Fraction(0 if nyata else 100)
    return 100 * (2 * target - nyata) / target


def _rentang(bawah: Fraction, atas: Fraction, nyata: Fraction) -> Fraction:
    jarak = max(bawah - nyata, nyata - atas, Fraction(0))
    return 100 * (1 - jarak / (atas - bawah))


_RUMUS = {Arah.NAIK: _naik, Arah.TURUN: _turun, Arah.RENTANG: _rentang}
