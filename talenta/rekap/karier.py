"""The gates ahead of a person: the next leading level and the next jenjang, with what is still missing."""

from dataclasses import dataclass
from datetime import date

from pegawai.pilihan import JenisJabatan

from ..aturan import Orang, Sasaran, Syarat, memenuhi, periksa_syarat, tingkat_jabatan
from .orang import ketentuan_talenta, standar_pada

BERIKUT = {
    1: JenisJabatan.PENGAWAS,
    2: JenisJabatan.ADMINISTRATOR,
    3: JenisJabatan.JPT_PRATAMA,
}


@dataclass(frozen=True)
class Gerbang:
    """The next level and every requirement of it that does not depend on one position."""

    nama: str
    terpenuhi: bool | None
    syarat: tuple[Syarat, ...]


def gerbang(orang: Orang, tanggal: date) -> tuple[Gerbang, ...]:
    """The next level above the position held; nothing above the highest or without a position. Three queries.

    Related experience is counted in the family of the position held now.
    """
    kini = orang.kini(tanggal)
    tingkat = tingkat_jabatan(kini.jenis, kini.jenjang) if kini else None
    jenis = BERIKUT.get(tingkat)
    if jenis is None:
        return ()
    standar = standar_pada(tanggal)(jenis, "", kini.rumpun)
    sasaran = Sasaran(0, jenis.label, jenis, "", kini.rumpun, tanggal, standar=standar)
    syarat = periksa_syarat(orang, sasaran, tanggal, ketentuan_talenta(tanggal))
    return (Gerbang(jenis.label, memenuhi(syarat), syarat),)
