"""Effects of assessors, estimated with their uncertainty: a reason to talk, never a change of a score.

Floats are used on purpose: nothing here enters an index, a rating or a predikat. What is estimated is read as "worth
talking about", its interval is shown, and square roots and tail probabilities have no exact decimal. What is shown is
rounded to one place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from statistics import fmean, median

from mataram_asn.kit.angka import bulat

from ..pilihan import JenisEfek
from .peluang import ekor_binomial, ekor_chi_kuadrat, ekor_normal, tersaring

#: Under so many people rated nothing is said about an assessor; under so many assessors nothing about anybody.
MINIMUM_ORANG, MINIMUM_PENILAI = 5, 10
#: How much of what is opened may be chance (false discovery rate), and the normal quantile of the shown interval.
SALAH_TEMUAN, Z = 0.10, 1.96
#: Smaller is not worth a talk: index points; share of the usual spread; share of uniform rows above the usual.
MARGIN_POIN, MARGIN_RAGAM, MARGIN_SERAGAM = 3.0, 0.35, 0.25
#: So many other assessors of an office count half against the city.
SETARA_KOTA = 3.0
#: From the median absolute deviation to a standard deviation of a normal spread.
MAD_NORMAL = 1.4826


@dataclass(frozen=True, slots=True)
class Amatan:
    """One sheet: the achievement that does not depend on the assessor, and what the assessor gave (both 0–120).

    `nilai` is the mean of the assessor's own ratings as index values; `seragam`: the seven values are all alike.
    """

    penilai: int
    unit: int
    capaian: float
    nilai: float
    seragam: bool = False


@dataclass(frozen=True, slots=True)
class Efek:
    """One pattern of one assessor over `orang` people: its size, the interval around it, and whether it is opened.

    Sizes: points of the index for murah and ketat; spread against the usual (1 = as usual) for terpusat; share of
    uniform rows in percent for seragam, where the bounds are what is usual.
    """

    penilai: int
    jenis: JenisEfek
    orang: int
    besar: Decimal
    bawah: Decimal
    atas: Decimal
    dibuka: bool


@dataclass(frozen=True, slots=True)
class _Penilai:
    """What is known of one assessor: people, mean residual, spread of the given and of the expected values."""

    kunci: int
    unit: int
    orang: int
    sisa: float
    ragam: float
    ragam_capaian: float
    seragam: int


def efek_penilai(amatan: Sequence[Amatan]) -> tuple[Efek, ...]:
    """Every assessor with at least five people rated: leniency or severity, central tendency, straight-lining.

    Adjusted for achievement (one slope within assessors) and for the office (the other assessors of it), shrunk by
    the usual spread of assessors, controlled for the number of comparisons. Empty below ten assessors.
    """
    kelompok = _kelompok(amatan)
    if len(kelompok) < MINIMUM_PENILAI:
        return ()
    lereng, ragam = _lereng(kelompok)
    penilai = [_ringkas(kunci, baris, lereng) for kunci, baris in sorted(kelompok.items())]
    terpusat = _terpusat(penilai, lereng, ragam, *_bentuk(kelompok))
    return (*_murah_ketat(penilai, ragam), *terpusat, *_seragam(penilai))


def _kelompok(amatan: Sequence[Amatan]) -> dict[int, list[Amatan]]:
    """The sheets of each assessor who rated enough people."""
    semua = defaultdict(list)
    for satu in amatan:
        semua[satu.penilai].append(satu)
    return {kunci: baris for kunci, baris in semua.items() if len(baris) >= MINIMUM_ORANG}


def _lereng(kelompok: dict[int, list[Amatan]]) -> tuple[float, float]:
    """Slope of the given values on achievement within assessors, and the variance that is left around it."""
    xx = xy = yy = 0.0
    derajat = -1
    for baris in kelompok.values():
        x, y = fmean(satu.capaian for satu in baris), fmean(satu.nilai for satu in baris)
        xx += sum((satu.capaian - x) ** 2 for satu in baris)
        yy += sum((satu.nilai - y) ** 2 for satu in baris)
        xy += sum((satu.capaian - x) * (satu.nilai - y) for satu in baris)
        derajat += len(baris) - 1
    lereng = xy / xx if xx else 0.0
    return lereng, max(yy - lereng * xy, 0.0) / derajat


def _ringkas(kunci: int, baris: list[Amatan], lereng: float) -> _Penilai:
    unit = [satu.unit for satu in baris]
    return _Penilai(
        kunci,
        max(sorted(set(unit)), key=unit.count),
        len(baris),
        fmean(satu.nilai - lereng * satu.capaian for satu in baris),
        _ragam([satu.nilai for satu in baris]),
        _ragam([satu.capaian for satu in baris]),
        sum(satu.seragam for satu in baris),
    )


def _ragam(angka: list[float]) -> float:
    tengah = fmean(angka)
    return sum((satu - tengah) ** 2 for satu in angka) / (len(angka) - 1)


def _murah_ketat(penilai: list[_Penilai], ragam: float) -> list[Efek]:
    """Leniency and severity: the mean residual against the others, shrunk by the usual spread of assessors."""
    geser = _di_luar_unit(penilai)
    derau = [ragam / satu.orang for satu in penilai]
    tau = max((MAD_NORMAL * median(map(abs, geser))) ** 2 - median(derau), 0.0)
    peluang = [2 * ekor_normal(abs(d) / sqrt(tau + v)) if tau + v else 1.0 for d, v in zip(geser, derau, strict=True)]
    lolos = tersaring(peluang, SALAH_TEMUAN)
    return [
        _satu_geser(satu, d, v, tau, satu_lolos)
        for satu, d, v, satu_lolos in zip(penilai, geser, derau, lolos, strict=True)
    ]


def _di_luar_unit(penilai: list[_Penilai]) -> list[float]:
    """How far each assessor is from the middle of the city, moved towards the other assessors of the office."""
    kota = median(satu.sisa for satu in penilai)
    per_unit = defaultdict(list)
    for satu in penilai:
        per_unit[satu.unit].append(satu)
    hasil = []
    for satu in penilai:
        lain = [rekan.sisa for rekan in per_unit[satu.unit] if rekan is not satu]
        geser_unit = (median(lain) - kota) * len(lain) / (len(lain) + SETARA_KOTA) if lain else 0.0
        hasil.append(satu.sisa - kota - geser_unit)
    tengah = median(hasil)
    return [satu - tengah for satu in hasil]


def _satu_geser(satu: _Penilai, geser: float, derau: float, tau: float, lolos: bool) -> Efek:
    """The empirical Bayes estimate and its interval. Those flagged stand outside the usual spread of assessors.

    Where assessors hardly differ, one who does would be shrunk to nothing: the prior is never narrower than the margin.
    """
    tau = max(tau, MARGIN_POIN**2)
    luas = tau + derau
    besar = geser * tau / luas
    lebar = Z * sqrt(tau * derau / luas)
    jauh = abs(besar) >= MARGIN_POIN and abs(besar) - lebar > 0
    jenis = JenisEfek.MURAH if besar >= 0 else JenisEfek.KETAT
    return Efek(satu.kunci, jenis, satu.orang, _satu(besar), _satu(besar - lebar), _satu(besar + lebar), lolos and jauh)


def _terpusat(penilai: list[_Penilai], lereng: float, ragam: float, lengkung: float, sama: float) -> list[Efek]:
    """Central tendency: the spread of the given values against what achievement and ordinary judgement spread.

    Ratings are steps and most people are as expected, so a small spread is less surprising than among normal values:
    the degrees of freedom follow the kurtosis, and that all have the common value is never rarer than chance makes it.
    """
    nisbah = [satu.ragam / (ragam + lereng**2 * satu.ragam_capaian) if ragam else 1.0 for satu in penilai]
    peluang = [
        max(_peluang_sempit(satu.orang, r, lengkung), sama**satu.orang) for satu, r in zip(penilai, nisbah, strict=True)
    ]
    lolos = tersaring(peluang, SALAH_TEMUAN)
    return [
        Efek(satu.kunci, JenisEfek.TERPUSAT, satu.orang, _satu(r), _satu(0), _satu(1), lulus and r <= MARGIN_RAGAM)
        for satu, r, lulus in zip(penilai, nisbah, lolos, strict=True)
    ]


def _peluang_sempit(orang: int, nisbah: float, lengkung: float) -> float:
    """How often so few people spread so little: chi-square with the freedom that the kurtosis leaves."""
    derajat = 2 / (2 / (orang - 1) + lengkung / orang)
    return ekor_chi_kuadrat(derajat * nisbah, derajat)


def _bentuk(kelompok: dict[int, list[Amatan]]) -> tuple[float, float]:
    """Excess kurtosis of the given values within assessors (not below 0), and the share of the most common value."""
    sisa, nilai = [], []
    for baris in kelompok.values():
        tengah = fmean(satu.nilai for satu in baris)
        sisa += [satu.nilai - tengah for satu in baris]
        nilai += [satu.nilai for satu in baris]
    kedua = fmean(satu**2 for satu in sisa)
    lengkung = fmean(satu**4 for satu in sisa) / kedua**2 - 3 if kedua else 0.0
    return max(lengkung, 0.0), max(Counter(nilai).values()) / len(nilai)


def _seragam(penilai: list[_Penilai]) -> list[Efek]:
    """Straight-lining: the share of sheets with seven equal values against the usual share of the city."""
    bagian = [satu.seragam / satu.orang for satu in penilai]
    biasa = median(bagian)
    peluang = [ekor_binomial(satu.seragam, satu.orang, biasa) for satu in penilai]
    lolos = tersaring(peluang, SALAH_TEMUAN)
    return [
        Efek(
            satu.kunci,
            JenisEfek.SERAGAM,
            satu.orang,
            _satu(100 * b),
            _satu(0),
            _satu(100 * biasa),
            lulus and b - biasa >= MARGIN_SERAGAM,
        )
        for satu, b, lulus in zip(penilai, bagian, lolos, strict=True)
    ]


def _satu(angka: float) -> Decimal:
    """What is shown: one place."""
    return bulat(Decimal(repr(float(angka))), 1)
