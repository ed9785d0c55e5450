"""Promises and progress: periods, plans, results, indicators, realisasi, evidence, outcomes."""

from .berkas import BarisRencana, BerkasRencana
from .bukti import Bukti
from .dialog import DialogKinerja, Kesepakatan, UmpanBalikKerja
from .iku import Iku, NilaiIku, TargetIku
from .lampiran import LampiranSKP
from .pendelegasian import Pendelegasian
from .periode import Periode
from .perpanjangan import Perpanjangan
from .perubahan import PerubahanSKP
from .pustaka import PustakaHasil, PustakaIndikator
from .realisasi import PakaiBukti, Realisasi
from .rencana import HasilKerja, Indikator
from .skp import SKP, EkspektasiPerilaku, TentangSKPQuerySet
from .tim import AnggotaTim, MasukanTim, Tim

__all__ = [
    "SKP",
    "AnggotaTim",
    "BarisRencana",
    "BerkasRencana",
    "Bukti",
    "DialogKinerja",
    "EkspektasiPerilaku",
    "HasilKerja",
    "Iku",
    "Indikator",
    "Kesepakatan",
    "LampiranSKP",
    "MasukanTim",
    "NilaiIku",
    "PakaiBukti",
    "Pendelegasian",
    "Periode",
    "Perpanjangan",
    "PerubahanSKP",
    "PustakaHasil",
    "PustakaIndikator",
    "Realisasi",
    "TargetIku",
    "TentangSKPQuerySet",
    "Tim",
    "UmpanBalikKerja",
]
