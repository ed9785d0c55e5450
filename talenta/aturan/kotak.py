"""The nine boxes: performance × potential, drawn from continuous scores with their uncertainty. PermenPANRB 3/2020."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaluasi.aturan import Segmen, indeks_tahun
from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat

from ..pilihan import TingkatKinerja, TingkatPotensial
from .ketentuan import KetentuanTalenta
from .rentang import Rentang, tertimbang

#: rows performance, columns potential
KOTAK = {
    TingkatKinerja.DI_ATAS: {TingkatPotensial.TINGGI: 9, TingkatPotensial.MENENGAH: 7, TingkatPotensial.RENDAH: 4},
    TingkatKinerja.SESUAI: {TingkatPotensial.TINGGI: 8, TingkatPotensial.MENENGAH: 5, TingkatPotensial.RENDAH: 2},
    TingkatKinerja.DI_BAWAH: {TingkatPotensial.TINGGI: 6, TingkatPotensial.MENENGAH: 3, TingkatPotensial.RENDAH: 1},
}

REKOMENDASI = {
    9: (
        "Dipromosikan dan dipertahankan",
        "Masuk kelompok rencana suksesi instansi dan nasional",
        "Diberi penghargaan",
    ),
    8: ("Dipertahankan", "Masuk kelompok rencana suksesi instansi", "Rotasi atau perluasan tugas", "Bimbingan kinerja"),
    7: (
        "Dipertahankan",
        "Masuk kelompok rencana suksesi instansi",
        "Rotasi atau pengayaan tugas",
        "Pengembangan kompetensi",
        "Tugas belajar",
    ),
    6: ("Penempatan yang lebih sesuai", "Bimbingan kinerja", "Konseling kinerja"),
    5: ("Penempatan yang sesuai", "Bimbingan kinerja", "Pengembangan kompetensi"),
    4: ("Rotasi", "Pengembangan kompetensi"),
    3: ("Bimbingan kinerja", "Konseling kinerja", "Pengembangan kompetensi", "Penempatan yang lebih sesuai"),
    2: ("Bimbingan kinerja", "Pengembangan kompetensi", "Penempatan yang lebih sesuai"),
    1: ("Diproses sesuai peraturan perundang-undangan",),
}

#: The boxes that form the succession pool.
SUKSESI = (7, 8, 9)

_TERBURUK = tuple(Predikat)


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """The annual result of a year: indices 0–120, None where not available."""

    tahun: int
    indeks_hasil: Decimal | None
    indeks_perilaku: Decimal | None
    predikat: str | None = None


def hasil_tahun(tahun: int, segmen: Sequence[tuple[Segmen, str]]) -> HasilTahun:
    """Sum up the segments of a year: indices weighted by days; of several predikat the lowest counts."""
    angka = indeks_tahun(bagian for bagian, _ in segmen)
    predikat = max((Predikat(satu) for _, satu in segmen), key=_TERBURUK.index, default=None)
    return HasilTahun(tahun, angka.indeks_hasil, angka.indeks_perilaku, predikat)


def dua_tahun(tahunan: Sequence[HasilTahun], pada: int) -> tuple[HasilTahun | None, HasilTahun | None]:
    """The results of the last two years as of the year `pada`, newest first; None where a year has none.

    Until last year's results are out, the two years before it count.
    """
    menurut = {satu.tahun: satu for satu in tahunan}
    acuan = pada - 1 if pada - 1 in menurut else pada - 2
    return menurut.get(acuan), menurut.get(acuan - 1)


def indeks_kinerja(hasil: HasilTahun | None, ketentuan: KetentuanTalenta) -> Fraction | None:
    """One index of a year from hasil and perilaku, 0–120."""
    if hasil is None or hasil.indeks_hasil is None or hasil.indeks_perilaku is None:
        return None
    bobot = Fraction(ketentuan.kinerja.bobot_hasil) / 100
    return bobot * Fraction(hasil.indeks_hasil) + (1 - bobot) * Fraction(hasil.indeks_perilaku)


def sumbu_kinerja(baru: HasilTahun | None, lama: HasilTahun | None, ketentuan: KetentuanTalenta) -> Rentang | None:
    """Performance 0–120: the mean of two years; a year without a result lies near the other one."""
    dua = [indeks_kinerja(satu, ketentuan) for satu in (baru, lama)]
    ada = [satu for satu in dua if satu is not None]
    if not ada:
        return None
    sumbu = ketentuan.kinerja
    pengganti = Rentang.pasti(ada[0]).lebarkan(sumbu.selisih_tahun, 0, 120)
    bobot = (sumbu.bobot_tahun_ini, sumbu.bobot_tahun_lalu)
    bagian = [(b, pengganti if satu is None else Rentang.pasti(satu)) for b, satu in zip(bobot, dua, strict=True)]
    return tertimbang(bagian, 0, 120).lebarkan(sumbu.galat, 0, 120)


def sumbu_potensial(
    unsur: dict[str, Rentang | Decimal | Fraction | None], ketentuan: KetentuanTalenta
) -> Rentang | None:
    """Potential 0–100 of its five parts; a missing part widens the interval.

    None while the parts that are available weigh less than the ketentuan asks: then it is not available.
    """
    sumbu = ketentuan.potensial
    nilai = {kunci: _rentang(unsur.get(kunci)) for kunci in sumbu.bobot}
    tersedia = sum(bobot for kunci, bobot in sumbu.bobot.items() if nilai[kunci] is not None)
    if tersedia < sumbu.bobot_minimum:
        return None
    return tertimbang((bobot, nilai[kunci]) for kunci, bobot in sumbu.bobot.items()).lebarkan(sumbu.galat)


def _rentang(nilai) -> Rentang | None:
    return nilai if nilai is None or isinstance(nilai, Rentang) else Rentang.pasti(nilai)


def nilai_pendidikan(tingkat: str, ketentuan: KetentuanTalenta) -> Decimal | None:
    """What a level of education is worth, 0–100; None where it is not recorded."""
    return ketentuan.potensial.nilai_pendidikan.get(tingkat)


def nilai_pelatihan(jp: int | None, target: int) -> Fraction | None:
    """Learning hours of a year against their target, 0–100."""
    return None if jp is None else min(Fraction(100), Fraction(100 * jp, target))


def nilai_pengalaman(bulan: int | None, ketentuan: KetentuanTalenta) -> Fraction | None:
    """Months of experience against full experience, 0–100."""
    penuh = 12 * ketentuan.potensial.pengalaman_penuh_tahun
    return None if bulan is None else min(Fraction(100), Fraction(100 * bulan, penuh))


def tingkat_kinerja(nilai: Fraction, ketentuan: KetentuanTalenta) -> TingkatKinerja:
    """The level of an index; the figure rounded to two places is compared."""
    angka = bulat(nilai)
    if angka >= ketentuan.kinerja.di_atas:
        return TingkatKinerja.DI_ATAS
    return TingkatKinerja.SESUAI if angka >= ketentuan.kinerja.sesuai else TingkatKinerja.DI_BAWAH


def tingkat_potensial(nilai: Fraction, ketentuan: KetentuanTalenta) -> TingkatPotensial:
    """The level of a potential; the figure rounded to two places is compared."""
    angka = bulat(nilai)
    if angka >= ketentuan.potensial.tinggi:
        return TingkatPotensial.TINGGI
    return TingkatPotensial.MENENGAH if angka >= ketentuan.potensial.menengah else TingkatPotensial.RENDAH


@dataclass(frozen=True, slots=True)
class Posisi:
    """Where somebody stands: the box of the values (None: not available) and every box of the intervals."""

    kinerja: Rentang | None
    potensial: Rentang | None
    kotak: int | None
    mungkin: tuple[int, ...]

    @property
    def pasti(self) -> bool:
        """Whether the intervals lie in one box only."""
        return self.kotak is not None and len(self.mungkin) == 1

    @property
    def suksesi(self) -> bool:
        """Whether the person belongs to the succession pool."""
        return self.kotak in SUKSESI

    @property
    def mungkin_suksesi(self) -> bool:
        """Whether an interval reaches the pool, so that a closer look may decide."""
        return any(satu in SUKSESI for satu in self.mungkin)


def posisi(kinerja: Rentang | None, potensial: Rentang | None, ketentuan: KetentuanTalenta) -> Posisi:
    """Place somebody. What is not available can be any level, and then no box is said."""
    baris = _tingkat(kinerja, TingkatKinerja, tingkat_kinerja, ketentuan)
    kolom = _tingkat(potensial, TingkatPotensial, tingkat_potensial, ketentuan)
    mungkin = tuple(sorted(KOTAK[satu][lain] for satu in baris for lain in kolom))
    kotak = None
    if kinerja is not None and potensial is not None:
        kotak = KOTAK[tingkat_kinerja(kinerja.nilai, ketentuan)][tingkat_potensial(potensial.nilai, ketentuan)]
    return Posisi(kinerja, potensial, kotak, mungkin)


def _tingkat(rentang: Rentang | None, pilihan, tingkat, ketentuan) -> tuple:
    """The levels that an interval touches, from the highest."""
    urutan = tuple(pilihan)
    if rentang is None:
        return urutan
    atas, bawah = tingkat(rentang.tinggi, ketentuan), tingkat(rentang.rendah, ketentuan)
    return urutan[urutan.index(atas) : urutan.index(bawah) + 1]
