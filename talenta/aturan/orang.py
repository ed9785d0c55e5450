"""The plain facts of a person and of a position that the rules of promotion look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from pegawai.aturan import masa_kerja
from pegawai.pilihan import JenisJabatan, Jenjang

from .kecocokan import Kecocokan, kecocokan
from .kotak import HasilTahun

#: How high a position stands; functional posts by the leading post that they equal. PP 11/2017 art. 54.
TINGKAT = {
    JenisJabatan.PELAKSANA: 1,
    JenisJabatan.PENGAWAS: 2,
    JenisJabatan.ADMINISTRATOR: 3,
    JenisJabatan.JPT_PRATAMA: 4,
}
SETARA = {
    Jenjang.PEMULA: 1,
    Jenjang.TERAMPIL: 1,
    Jenjang.MAHIR: 1,
    Jenjang.PENYELIA: 2,
    Jenjang.AHLI_PERTAMA: 1,
    Jenjang.AHLI_MUDA: 2,
    Jenjang.AHLI_MADYA: 3,
    Jenjang.AHLI_UTAMA: 4,
}


def tingkat_jabatan(jenis: str, jenjang: str = "") -> int | None:
    """1 (pelaksana) to 4 (JPT pratama), functional posts by what they equal; None for the mayor."""
    return SETARA.get(jenjang) if jenis == JenisJabatan.FUNGSIONAL else TINGKAT.get(jenis)


@dataclass(frozen=True, slots=True)
class MasaJabatan:
    """A definitive placement; both days belong to it, an open end is None."""

    jabatan_id: int
    jenis: str
    jenjang: str
    rumpun: str
    mulai: date
    selesai: date | None = None

    @property
    def tingkat(self) -> int | None:
        return tingkat_jabatan(self.jenis, self.jenjang)


@dataclass(frozen=True, slots=True)
class Orang:
    """A person on a day. What is not recorded is empty or None and never counts as 0.

    `tahunan` are annual results; `unsur` holds the assessment centre (0–100); `keluar` is the day of leaving
    service; `disiplin` says whether a sanction is in force that day.
    """

    kunci: int
    nama: str
    jenis: str
    golongan: str
    pendidikan: str
    lahir: date | None
    aktif: bool
    disiplin: bool
    riwayat: tuple[MasaJabatan, ...] = ()
    tahunan: tuple[HasilTahun, ...] = ()
    ukuran: Mapping[str, int] = field(default_factory=dict)
    unsur: Mapping[str, Decimal] = field(default_factory=dict)
    pelatihan: frozenset[str] = frozenset()
    jp: int | None = None
    keluar: date | None = None

    def kini(self, pada: date) -> MasaJabatan | None:
        """The placement held that day."""
        return next((satu for satu in self.riwayat if _memuat(satu, pada)), None)

    def setingkat(self, tingkat: int) -> list[MasaJabatan]:
        """The placements of at least that level."""
        return [satu for satu in self.riwayat if (satu.tingkat or 0) >= tingkat]

    def serumpun(self, rumpun: str) -> list[MasaJabatan]:
        """The placements of that rumpun; all of them where none is asked."""
        return [satu for satu in self.riwayat if not rumpun or satu.rumpun == rumpun]


@dataclass(frozen=True, slots=True)
class Sasaran:
    """The vacant position: what it asks, and from when the seat is empty.

    `golongan_atasan` is that of the direct superior, empty where there is none to compare with.
    `pelatihan_wajib` maps the key of a training required to its name.
    """

    jabatan_id: int
    nama: str
    jenis: str
    jenjang: str
    rumpun: str
    tanggal: date
    golongan_min: str = ""
    pendidikan_min: str = ""
    golongan_atasan: str = ""
    standar: Mapping[str, int] = field(default_factory=dict)
    pelatihan_wajib: Mapping[str, str] = field(default_factory=dict)

    @property
    def tingkat(self) -> int | None:
        return tingkat_jabatan(self.jenis, self.jenjang)

    def kecocokan(self, orang: Orang) -> Kecocokan | None:
        """How far a person's measured competences fit what this position asks."""
        return kecocokan(self.standar, orang.ukuran)


def bulan_pengalaman(riwayat: Iterable[MasaJabatan], pada: date) -> int:
    """Completed months until `pada` in these placements.

    Those that follow each other without a gap count as one stretch, so that no month is lost between them.
    """
    dipakai = [
        (satu.mulai, min(satu.selesai + timedelta(days=1), pada) if satu.selesai else pada)
        for satu in riwayat
        if satu.mulai < pada
    ]
    bulan = 0
    for mulai, selesai in _gabung(sorted(dipakai)):
        tahun, sisa = masa_kerja(mulai, selesai)
        bulan += 12 * tahun + sisa
    return bulan


def _gabung(bagian: list[tuple[date, date]]) -> list[list[date]]:
    """Half-open stretches in order, those that touch or overlap made one."""
    hasil: list[list[date]] = []
    for mulai, selesai in bagian:
        if hasil and mulai <= hasil[-1][1]:
            hasil[-1][1] = max(hasil[-1][1], selesai)
        else:
            hasil.append([mulai, selesai])
    return hasil


def _memuat(masa: MasaJabatan, hari: date) -> bool:
    return masa.mulai <= hari and (masa.selesai is None or hari <= masa.selesai)
