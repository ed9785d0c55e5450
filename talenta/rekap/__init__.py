"""Reads for decisions about positions, each in a constant number of queries."""

from .angka_kredit import AngkaKreditPegawai, angka_kredit_pegawai, ketentuan_angka_kredit, periksa_konversi
from .karier import Gerbang, gerbang
from .kotak import Kandidat, Kedudukan, kandidat, kotak
from .lowongan import BULAN, Lowongan, lowongan
from .orang import ketentuan_talenta, orang_pada, sasaran_dari, standar_pada
from .penghargaan import Usul, apresiasi_terbaru, usul_untuk

__all__ = [
    "BULAN",
    "AngkaKreditPegawai",
    "Gerbang",
    "Kandidat",
    "Kedudukan",
    "Lowongan",
    "Usul",
    "angka_kredit_pegawai",
    "apresiasi_terbaru",
    "gerbang",
    "kandidat",
    "ketentuan_angka_kredit",
    "ketentuan_talenta",
    "kotak",
    "lowongan",
    "orang_pada",
    "periksa_konversi",
    "sasaran_dari",
    "standar_pada",
    "usul_untuk",
]
