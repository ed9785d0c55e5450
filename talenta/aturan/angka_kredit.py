"""Angka kredit of functional positions. PermenPANRB 1/2023, Peraturan BKN 3/2023."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan import PANGKAT
from pegawai.aturan.isian import cacah, desimal, kamus
from pegawai.pilihan import Jenjang

#: Angka kredit is stored with these places and shown with two, each rounded from the exact value.
TEMPAT_SIMPAN = 5

#: The first pangkat of each jenjang, where AK dasar is 0.
PANGKAT_AWAL = {
    Jenjang.PEMULA: "II/a",
    Jenjang.TERAMPIL: "II/b",
    Jenjang.MAHIR: "III/a",
    Jenjang.PENYELIA: "III/c",
    Jenjang.AHLI_PERTAMA: "III/a",
    Jenjang.AHLI_MUDA: "III/c",
    Jenjang.AHLI_MADYA: "IV/a",
    Jenjang.AHLI_UTAMA: "IV/d",
}


@dataclass(frozen=True, slots=True)
class AngkaJenjang:
    """The yearly coefficient of a jenjang and what the next pangkat and jenjang need; None: there is none above."""

    koefisien: Decimal
    pangkat: Decimal
    jenjang: Decimal | None


@dataclass(frozen=True, slots=True)
class KetentuanAngkaKredit:
    """The dated numbers of kind ANGKA_KREDIT; percentages by predikat."""

    persen: Mapping[str, Decimal]
    jenjang: Mapping[str, AngkaJenjang]
    dasar: Mapping[str, Decimal]
    ijazah_persen: Decimal
    pangkat_tahun: int
    pangkat_tahun_baik: int
    jenjang_tahun_baik: int

    @classmethod
    def dari(cls, isi: dict) -> KetentuanAngkaKredit:
        """Read a stored ketentuan. Raises RuleViolation with what cannot be read."""
        kamus(isi, cls.__slots__, "Ketentuan angka kredit")
        persen = kamus(isi["persen"], Predikat.values, "Persen predikat")
        jenjang = kamus(isi["jenjang"], Jenjang.values, "Koefisien jenjang")
        if not isinstance(isi["dasar"], dict) or not isi["dasar"].keys() <= PANGKAT.keys():
            raise RuleViolation("Angka kredit dasar: isi menurut golongan, misalnya III/b.")
        return cls(
            MappingProxyType({p.value: desimal(persen[p.value], f"Persen {p.label}", "0", "200") for p in Predikat}),
            MappingProxyType({j.value: _angka_jenjang(jenjang[j.value], j.label) for j in Jenjang}),
            MappingProxyType({gol: desimal(nilai, f"AK dasar {gol}") for gol, nilai in isi["dasar"].items()}),
            desimal(isi["ijazah_persen"], "Tambahan ijazah", "0", "100"),
            cacah(isi["pangkat_tahun"], "Tahun dalam pangkat", 0, 10),
            cacah(isi["pangkat_tahun_baik"], "Tahun predikat untuk pangkat", 1, 5),
            cacah(isi["jenjang_tahun_baik"], "Tahun predikat untuk jenjang", 1, 5),
        )


def _angka_jenjang(isi, label: str) -> AngkaJenjang:
    kamus(isi, AngkaJenjang.__slots__, label)
    atas = isi["jenjang"]
    return AngkaJenjang(
        desimal(isi["koefisien"], f"Koefisien {label}", "0.01", "200"),
        desimal(isi["pangkat"], f"Kebutuhan pangkat {label}", "1", "2000"),
        None if atas is None else desimal(atas, f"Kebutuhan jenjang {label}", "1", "5000"),
    )


def konversi(predikat: str, jenjang: str, bulan: int, ketentuan: KetentuanAngkaKredit) -> Fraction:
    """Angka kredit of a year, exact: percent × coefficient × months in that jenjang / 12."""
    if predikat not in ketentuan.persen or jenjang not in ketentuan.jenjang:
        raise RuleViolation("Angka kredit dihitung dari predikat tahunan dan jenjang jabatan fungsional.")
    if isinstance(bulan, bool) or not isinstance(bulan, int) or not 1 <= bulan <= 12:
        raise RuleViolation("Lama dalam jenjang adalah 1 sampai 12 bulan dalam setahun.")
    persen, koefisien = ketentuan.persen[predikat], ketentuan.jenjang[jenjang].koefisien
    return Fraction(persen) / 100 * Fraction(koefisien) * Fraction(bulan, 12)


def bulan_jenjang(masa: Iterable[tuple[str, date, date | None]], tahun: int, sampai: date) -> dict[str, int]:
    """Months of a year in each jenjang, up to the end of the month of `sampai` at most.

    `masa` are (jenjang, first day, last day or None). A month belongs to the jenjang held on its 15th, so that no
    month counts twice and a change inside a month counts once. The choice of the city; the regulation says months.
    """
    daftar = list(masa)
    hasil: dict[str, int] = {}
    for bulan in range(1, 13):
        tengah = date(tahun, bulan, 15)
        if (tahun, bulan) > (sampai.year, sampai.month):
            break
        for jenjang, mulai, selesai in daftar:
            if mulai <= tengah and (selesai is None or tengah <= selesai):
                hasil[jenjang] = hasil.get(jenjang, 0) + 1
                break
    return hasil


@dataclass(frozen=True, slots=True)
class Kumpulan:
    """What somebody has in the present jenjang, exact: AK dasar (None: the table does not say) and the rest."""

    jenjang: str
    dasar: Decimal | None
    konversi: Fraction
    tambahan: Fraction

    @property
    def pangkat(self) -> Fraction:
        """What counts toward the next pangkat: gained since, without AK dasar."""
        return self.konversi + self.tambahan

    @property
    def jumlah(self) -> Fraction:
        """What counts toward the next jenjang: with AK dasar."""
        return self.pangkat + Fraction(self.dasar or 0)


def akumulasi(bagian: Iterable[Fraction]) -> Fraction:
    """The exact sum; round it once when it is stored or shown."""
    return sum(bagian, Fraction(0))


def simpan(angka: Fraction) -> Decimal:
    """The figure as it is stored: five places."""
    return bulat(angka, TEMPAT_SIMPAN)


def dasar(jenjang: str, golongan: str, ketentuan: KetentuanAngkaKredit) -> Decimal | None:
    """AK dasar of a pangkat inside a jenjang; None where the table does not say."""
    if PANGKAT_AWAL.get(jenjang) == golongan:
        return Decimal(0)
    return ketentuan.dasar.get(golongan)


def tambahan_ijazah(jenjang: str, ketentuan: KetentuanAngkaKredit) -> Fraction:
    """What a higher diploma adds, once: a share of the need for the pangkat."""
    return Fraction(ketentuan.jenjang[jenjang].pangkat) * Fraction(ketentuan.ijazah_persen) / 100


@dataclass(frozen=True, slots=True)
class Kenaikan:
    """Whether somebody may rise, and by which way first. `kurang_*` is what is still needed, 0 where met.

    `*_terpenuhi` is None where something is not known; `sisa` is what is carried on after the rise proposed.
    """

    pangkat_terpenuhi: bool | None
    jenjang_terpenuhi: bool | None
    kurang_pangkat: Fraction
    kurang_jenjang: Fraction | None
    usul: str
    sisa: Fraction


@dataclass(frozen=True, slots=True)
class DalamJenjang:
    """The facts of a person in a jenjang; `angka` is what counts toward the need. None is not available.

    `predikat` is that of the years up to now, newest first.
    """

    jenjang: str
    angka: Fraction
    tahun_pangkat: int | None
    predikat: tuple[str | None, ...]
    lowongan: bool | None = None
    lulus_uji: bool | None = None


def kenaikan(orang: DalamJenjang, ketentuan: KetentuanAngkaKredit) -> Kenaikan:
    """Pangkat: years in rank, need, at least Baik; jenjang: need, a vacancy, the test, at least Baik.

    Both met: jenjang first. The surplus carries on within a jenjang; after a jenjang the count restarts at 0.
    """
    butuh = ketentuan.jenjang[orang.jenjang]
    kurang_pangkat = max(Fraction(0), Fraction(butuh.pangkat) - orang.angka)
    kurang_jenjang = None if butuh.jenjang is None else max(Fraction(0), Fraction(butuh.jenjang) - orang.angka)
    lama = None if orang.tahun_pangkat is None else orang.tahun_pangkat >= ketentuan.pangkat_tahun
    pangkat = semua(not kurang_pangkat, lama, sedikitnya_baik(orang.predikat, ketentuan.pangkat_tahun_baik))
    jenjang = semua(
        kurang_jenjang is not None and not kurang_jenjang,
        orang.lowongan,
        orang.lulus_uji,
        sedikitnya_baik(orang.predikat, ketentuan.jenjang_tahun_baik),
    )
    usul = "jenjang" if jenjang else "pangkat" if pangkat else ""
    sisa = {"jenjang": Fraction(0), "pangkat": orang.angka - Fraction(butuh.pangkat)}.get(usul, orang.angka)
    return Kenaikan(pangkat, jenjang, kurang_pangkat, kurang_jenjang, usul, sisa)


def sedikitnya_baik(predikat: tuple[str | None, ...], tahun: int) -> bool | None:
    """Whether the last `tahun` years were at least Baik; None where one of them is not known."""
    dilihat = predikat[:tahun]
    if any(satu is not None and satu not in (Predikat.SANGAT_BAIK, Predikat.BAIK) for satu in dilihat):
        return False
    return True if len(dilihat) == tahun and None not in dilihat else None


def semua(*syarat: bool | None) -> bool | None:
    """False where one fails, None where none fails but one is not known, True where all hold."""
    if any(satu is False for satu in syarat):
        return False
    return None if None in syarat else True
