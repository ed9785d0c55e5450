"""The six kecamatan and the fifty kelurahan."""

from .kantor import sekretariat
from .rangka import Rangka

SEKSI_KECAMATAN = (
    "Pemerintahan",
    "Ketenteraman dan Ketertiban Umum",
    "Pemberdayaan Masyarakat",
    "Kesejahteraan Sosial",
    "Pelayanan Umum",
)
SEKSI_KELURAHAN = (
    "Pemerintahan dan Pelayanan Umum",
    "Pemberdayaan Masyarakat",
    "Ketenteraman dan Kesejahteraan Sosial",
)


def kecamatan(rangka: Rangka, kode: str, nama: str) -> None:
    """A kecamatan: camat under the assistant for government, sekretariat, five seksi."""
    tempat = nama.removeprefix("Kecamatan ")
    camat = rangka.pimpinan(kode, f"Camat {tempat}", "III.a", "SETDA-AS1.KEPALA", "pemerintahan", "camat")
    sekretariat(rangka, kode, nama, camat, 3, "pemerintahan", "III.b")
    for urut, pokok in enumerate(SEKSI_KECAMATAN, 1):
        unit = rangka.tambah_unit(f"{kode}-S{urut}", f"Seksi {pokok} {nama}", "seksi", kode)
        kasi = rangka.pimpinan(unit, f"Kepala Seksi {pokok} {nama}", "IV.a", camat, "pemerintahan", "kasi")
        rangka.staf(unit, kasi, 2, "pemerintahan", [], [])


def kelurahan(rangka: Rangka, kode: str, nama: str, camat: str) -> None:
    """A kelurahan: lurah, sekretaris, three seksi, a few staff."""
    tempat = nama.removeprefix("Kelurahan ")
    lurah = rangka.pimpinan(kode, f"Lurah {tempat}", "IV.a", camat, "pemerintahan", "lurah")
    unit = rangka.tambah_unit(f"{kode}-SEK", f"Sekretariat {nama}", "sekretariat", kode)
    sekretaris = rangka.pimpinan(unit, f"Sekretaris Lurah {tempat}", "IV.b", lurah, "pemerintahan", "seklur")
    rangka.pelaksana(unit, "Pengolah Data dan Informasi", 1, sekretaris, "pemerintahan")
    rangka.pelaksana(unit, "Pengadministrasi Perkantoran", 1, sekretaris, "pemerintahan")
    for urut, pokok in enumerate(SEKSI_KELURAHAN, 1):
        unit = rangka.tambah_unit(f"{kode}-S{urut}", f"Seksi {pokok} {nama}", "seksi", kode)
        kasi = rangka.pimpinan(unit, f"Kepala Seksi {pokok} {nama}", "IV.b", lurah, "pemerintahan", "kasi-kel")
        if urut < 3:
            rangka.pelaksana(
                unit, ("Penelaah Teknis Kebijakan", "Pengadministrasi Perkantoran")[urut - 1], 1, kasi, "pemerintahan"
            )
