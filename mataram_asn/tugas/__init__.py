"""What a person has to do now, and until when: read from the rows of every app, kept nowhere."""

from .atasan import tugas_atasan, tugas_wakil
from .bkpsdm import TANPA_PREDIKAT_MENUNGGU, tugas_bkpsdm, tugas_tingkat_atas
from .dasar import Tugas
from .hasil import tugas_keberatan
from .pegawai import tugas_pegawai
from .petugas_kedua import tugas_orang_kedua, tugas_terlambat

__all__ = [
    "TANPA_PREDIKAT_MENUNGGU",
    "Tugas",
    "tugas_atasan",
    "tugas_bkpsdm",
    "tugas_keberatan",
    "tugas_orang_kedua",
    "tugas_pegawai",
    "tugas_terlambat",
    "tugas_tingkat_atas",
    "tugas_wakil",
]
