"""Hasil kerja: the weighted achievement of the utama indicators, and what tambahan adds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan import capaian, target_periode
from kinerja.pilihan import JenisHasil, JenisIndikator
from mataram_asn.kit.angka import bulat

from ..pilihan import Rating
from .ketentuan import KetentuanPenilaian
from .masukan import MasukanIndikator
from .rating import usul_rating


@dataclass(frozen=True, slots=True)
class Waktu:
    """The SKP's days, and the last day of the segment that is judged (all inclusive)."""

    skp_mulai: date
    skp_selesai: date
    sampai: date


@dataclass(frozen=True, slots=True)
class IndikatorDitimbang:
    """One indicator weighed. `nilai` is what enters the sum (0–120); None: not rated yet, or tidak dinilai.

    `target` and `target_atas` are those of the period, `capaian` is capped, `usul` is what it suggests.
    """

    masukan: MasukanIndikator
    target: Fraction | None
    target_atas: Fraction | None
    capaian: Fraction | None
    usul: Rating | None
    rating: Rating | None
    nilai: Fraction | None

    @property
    def ditimpa(self) -> bool:
        """The atasan chose another rating than the suggested one."""
        return self.usul is not None and self.rating is not None and self.rating != self.usul

    @property
    def utama(self) -> bool:
        return self.masukan.jenis_hasil == JenisHasil.UTAMA


@dataclass(frozen=True, slots=True)
class HasilDinilai:
    """The index of hasil kerja (0–120, two places; None while nothing is available) and what it came from.

    `rata` is the weighted mean over `bobot` (percent of weight that is available), `tambahan` what is added to it.
    `belum` are the indicators that still need a rating; `bobot_tidak_dinilai` is in percent of all weight.
    """

    indeks: Decimal | None
    rata: Fraction | None
    bobot: Fraction
    tambahan: Fraction
    indikator: tuple[IndikatorDitimbang, ...]
    belum: tuple[MasukanIndikator, ...]
    bobot_tidak_dinilai: Fraction


def timbang(indikator: MasukanIndikator, waktu: Waktu, ketentuan: KetentuanPenilaian) -> IndikatorDitimbang:
    """Weigh one indicator: its achievement, the suggested rating, and the figure that enters the sum.

    A rating that agrees with the suggestion leaves the achievement as it is; another one, or a rating where
    there is no achievement, counts with its own value (75 / 100 / 115).
    """
    target, atas, dicapai = _capaian(indikator, waktu, ketentuan)
    usul = None if dicapai is None else usul_rating(dicapai, ketentuan)
    if indikator.tidak_dinilai:
        return IndikatorDitimbang(indikator, target, atas, dicapai, usul, None, None)
    rating = Rating(indikator.rating) if indikator.rating else usul
    if rating is None or rating == usul:
        nilai = dicapai
    else:
        nilai = Fraction(ketentuan.nilai_rating(rating))
    return IndikatorDitimbang(indikator, target, atas, dicapai, usul, rating, nilai)


def nilai_hasil(indikator: tuple[MasukanIndikator, ...], waktu: Waktu, ketentuan: KetentuanPenilaian) -> HasilDinilai:
    """Σ weight × achievement ÷ Σ weight over what is available, plus tambahan, capped; rounded once."""
    semua = tuple(timbang(satu, waktu, ketentuan) for satu in indikator)
    rata, bobot = _rata_tertimbang([satu for satu in semua if satu.utama and satu.nilai is not None])
    tambahan = _tambahan(semua, ketentuan)
    indeks = None if rata is None else bulat(min(Fraction(ketentuan.batas_indeks), rata + tambahan))
    belum = tuple(satu.masukan for satu in semua if satu.nilai is None and not satu.masukan.tidak_dinilai)
    return HasilDinilai(indeks, rata, bobot, tambahan, semua, belum, _bobot_tidak_dinilai(indikator))


def _capaian(indikator: MasukanIndikator, waktu: Waktu, ketentuan) -> tuple:
    """Target of the period (low, high) and the capped achievement; None where there is none."""
    if indikator.jenis != JenisIndikator.KUANTITATIF or indikator.target is None:
        return None, None, None
    hari = (waktu.skp_mulai, waktu.skp_selesai, waktu.sampai)
    target = target_periode(indikator.sifat, indikator.target, *hari)
    atas = None if indikator.target_atas is None else target_periode(indikator.sifat, indikator.target_atas, *hari)
    dicapai = capaian(indikator.arah, target, indikator.realisasi, target_atas=atas, batas=ketentuan.batas_capaian)
    return target, atas, dicapai


def _rata_tertimbang(tersedia: list[IndikatorDitimbang]) -> tuple[Fraction | None, Fraction]:
    bobot = sum((Fraction(satu.masukan.bobot) for satu in tersedia), Fraction(0))
    if not bobot:
        return None, bobot
    return sum(Fraction(satu.masukan.bobot) * satu.nilai for satu in tersedia) / bobot, bobot


def _tambahan(semua, ketentuan: KetentuanPenilaian) -> Fraction:
    """What the extra assignments add, together at most the cap."""
    poin = sum(ketentuan.nilai_tambahan(satu.rating) for satu in semua if not satu.utama and satu.rating)
    return min(Fraction(poin), Fraction(ketentuan.tambahan_batas))


def _bobot_tidak_dinilai(indikator: tuple[MasukanIndikator, ...]) -> Fraction:
    """The share of the utama weight that is tidak dapat dinilai, in percent."""
    utama = [satu for satu in indikator if satu.jenis_hasil == JenisHasil.UTAMA]
    seluruh = sum((Fraction(satu.bobot) for satu in utama), Fraction(0))
    keluar = sum((Fraction(satu.bobot) for satu in utama if satu.tidak_dinilai), Fraction(0))
    return 100 * keluar / seluruh if seluruh else Fraction(0)
