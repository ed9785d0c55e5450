"""Promises and progress: periods, plans, results, indicators, realisasi, evidence, outcomes."""

from .bukti import Bukti
from .iku import Iku, NilaiIku, TargetIku
from .periode import Periode
from .perpanjangan import Perpanjangan
from .realisasi import PakaiBukti, Realisasi
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
    "PakaiBukti",
    "Periode",
    "Perpanjangan",
    "Realisasi",
    "TargetIku",
    "TentangSKPQuerySet",
]
