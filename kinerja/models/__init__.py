"""Promises and progress: periods, plans, results, indicators, realisasi, evidence, outcomes."""

from .bukti import Bukti
from .dialog import DialogKinerja, Kesepakatan, UmpanBalikKerja
from .iku import Iku, NilaiIku, TargetIku
from .pendelegasian import Pendelegasian
from .periode import Periode
from .perpanjangan import Perpanjangan
from .perubahan import PerubahanSKP
from .realisasi import PakaiBukti, Realisasi
from .rencana import HasilKerja, Indikator
from .skp import SKP, EkspektasiPerilaku, TentangSKPQuerySet

__all__ = [
    "SKP",
    "Bukti",
    "DialogKinerja",
    "EkspektasiPerilaku",
    "HasilKerja",
    "Iku",
    "Indikator",
    "Kesepakatan",
    "NilaiIku",
    "PakaiBukti",
    "Pendelegasian",
    "Periode",
    "Perpanjangan",
    "PerubahanSKP",
    "Realisasi",
    "TargetIku",
    "TentangSKPQuerySet",
    "UmpanBalikKerja",
]
