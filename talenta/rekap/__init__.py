"""Reads for decisions about positions, each in a constant number of queries."""

from .karier import Gerbang, gerbang
from .kotak import Kandidat, Kedudukan, kandidat, kotak
from .lowongan import BULAN, Lowongan, lowongan
from .orang import ketentuan_talenta, orang_pada, sasaran_dari, standar_pada

__all__ = [
    "BULAN",
    "Gerbang",
    "Kandidat",
    "Kedudukan",
    "Lowongan",
    "gerbang",
    "kandidat",
    "ketentuan_talenta",
    "kotak",
    "lowongan",
    "orang_pada",
    "sasaran_dari",
    "standar_pada",
]
