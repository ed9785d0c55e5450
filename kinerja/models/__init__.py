"""Promises and progress: periods, plans, results, indicators, realisasi, evidence, outcomes."""

from .iku import Iku, NilaiIku, TargetIku
from .periode import Periode
from .perpanjangan import Perpanjangan
from .realisasi import Bukti, Realisasi
from .rencana import HasilKerja, Indikator
from .skp import SKP, EkspektasiPerilaku, TentangSKPQuerySet

__all__ = [
    "SKP",
    "Bukti",
    "EkspektasiPerilaku",
    "HasilKerja",
    "Iku",
    "Indikator",
    "NilaiIku",
    "Periode",
    "Perpanjangan",
    "Realisasi",
    "TargetIku",
    "TentangSKPQuerySet",
]
