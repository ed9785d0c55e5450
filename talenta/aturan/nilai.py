"""The figures of a person: performance, potential, and the soft score for one vacancy. No tree yet; see simpul.py."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from .kecocokan import Kecocokan, kecocokan
from .ketentuan import KetentuanTalenta
from .kotak import (
    HasilTahun,
    dua_tahun,
    nilai_pelatihan,
    nilai_pendidikan,
    nilai_pengalaman,
    sumbu_kinerja,
    sumbu_potensial,
)
from .orang import Orang, Sasaran, bulan_pengalaman
from .rentang import Rentang, tertimbang

#: Learning hours a year for PNS when nothing else is passed in. Peraturan LAN 10/2018.
TARGET_JP = 20


@dataclass(frozen=True, slots=True)
class Kinerja:
    """Performance 0–120 of the last two years, newest first; `rentang` None where neither has a result."""

    tahun: tuple[HasilTahun | None, HasilTahun | None]
    rentang: Rentang | None


@dataclass(frozen=True, slots=True)
class Potensial:
    """Potential 0–100 and its parts, each None where not available; `rentang` None while too few are."""

    kecocokan: Kecocokan | None
    unsur: Mapping[str, Rentang | None]
    bulan: int | None
    jp: int | None
    target_jp: int
    pendidikan: str
    rentang: Rentang | None


@dataclass(frozen=True, slots=True)
class Skor:
    """The soft score 0–100 of one person for one vacancy, exact, with the parts it came from."""

    kunci: int
    sasaran: Sasaran
    ketentuan: KetentuanTalenta
    kinerja: Kinerja
    potensial: Potensial
    bulan: int | None
    bagian: Mapping[str, Rentang | None]
    rentang: Rentang


def kinerja_orang(orang: Orang, pada: date, ketentuan: KetentuanTalenta) -> Kinerja:
    """The mean of the last two annual results as of a day."""
    dua = dua_tahun(orang.tahunan, pada.year)
    return Kinerja(dua, sumbu_kinerja(*dua, ketentuan))


def potensial_orang(
    orang: Orang, standar: Mapping[str, int], pada: date, ketentuan: KetentuanTalenta, target_jp: int = TARGET_JP
) -> Potensial:
    """The potential of a person against what a position asks of each competence."""
    cocok = kecocokan(standar, orang.ukuran)
    bulan = bulan_pengalaman(orang.riwayat, pada) if orang.riwayat else None
    unsur = {
        "kecocokan": cocok and cocok.rentang,
        "assessment_centre": _pasti(orang.unsur.get("assessment_centre")),
        "pendidikan": _pasti(nilai_pendidikan(orang.pendidikan, ketentuan)),
        "pelatihan": _pasti(nilai_pelatihan(orang.jp, target_jp)),
        "pengalaman": _pasti(nilai_pengalaman(bulan, ketentuan)),
    }
    rentang = sumbu_potensial(unsur, ketentuan)
    return Potensial(cocok, unsur, bulan, orang.jp, target_jp, orang.pendidikan, rentang)


def skor_orang(
    orang: Orang, sasaran: Sasaran, pada: date, ketentuan: KetentuanTalenta, target_jp: int = TARGET_JP
) -> Skor | None:
    """The weighted mean of performance, fit, potential and experience; None where nothing is available."""
    kinerja = kinerja_orang(orang, pada, ketentuan)
    potensial = potensial_orang(orang, sasaran.standar, pada, ketentuan, target_jp)
    bulan = bulan_pengalaman(orang.setingkat((sasaran.tingkat or 1) - 1), pada) if orang.riwayat else None
    bagian = {
        "kinerja": kinerja.rentang and kinerja.rentang.kali(Fraction(100, 120)),
        "kecocokan": potensial.unsur["kecocokan"],
        "potensial": potensial.rentang,
        "pengalaman": _pasti(nilai_pengalaman(bulan, ketentuan)),
    }
    rentang = tertimbang((ketentuan.skor[kunci], satu) for kunci, satu in bagian.items())
    if rentang is None:
        return None
    return Skor(orang.kunci, sasaran, ketentuan, kinerja, potensial, bulan, bagian, rentang)


def _pasti(nilai) -> Rentang | None:
    return None if nilai is None else Rentang.pasti(nilai)
