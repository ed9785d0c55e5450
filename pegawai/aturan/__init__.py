"""The rules of people and positions: pure functions of their arguments, the article beside each."""

from .atasan import Tingkat, atasan_dari, find_cycles
from .bawaan import KETENTUAN_BAWAAN
from .jabatan import KOMPETENSI_BAKU, KetentuanBUP, KetentuanStandarLevel, bup, level_standar, standar_kompetensi
from .nik import Nik, check_nik
from .nip import Nip, check_nip, clean_nip, group_nip, nip_warnings
from .pangkat import (
    GOLONGAN,
    GOLONGAN_PPPK,
    KODE_GOLONGAN,
    PANGKAT,
    bandingkan_golongan,
    check_golongan,
    golongan_dari_kode,
    tulis_pangkat,
    urutan_golongan,
)
from .waktu import beririsan, masa_kerja, periksa_periode, tanggal_keluar, tanggal_pensiun, usia

__all__ = [
    "GOLONGAN",
    "GOLONGAN_PPPK",
    "KETENTUAN_BAWAAN",
    "KODE_GOLONGAN",
    "KOMPETENSI_BAKU",
    "PANGKAT",
    "KetentuanBUP",
    "KetentuanStandarLevel",
    "Nik",
    "Nip",
    "Tingkat",
    "atasan_dari",
    "bandingkan_golongan",
    "beririsan",
    "bup",
    "check_golongan",
    "check_nik",
    "check_nip",
    "clean_nip",
    "find_cycles",
    "golongan_dari_kode",
    "group_nip",
    "level_standar",
    "masa_kerja",
    "nip_warnings",
    "periksa_periode",
    "standar_kompetensi",
    "tanggal_keluar",
    "tanggal_pensiun",
    "tulis_pangkat",
    "urutan_golongan",
    "usia",
]
