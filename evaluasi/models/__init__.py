"""The facts of judgement: siklus, scoring sheets, results, and what the public says."""

from .hasil import Evaluasi
from .penilaian import LembarPenilaian, NilaiIndikator, NilaiPerilaku
from .publik import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from .siklus import JadwalTahap, KinerjaOrganisasi, Potongan, Siklus, TemplatSiklus

__all__ = [
    "Evaluasi",
    "JadwalTahap",
    "KinerjaOrganisasi",
    "Layanan",
    "LembarPenilaian",
    "NilaiIndikator",
    "NilaiPerilaku",
    "PetugasLayanan",
    "Potongan",
    "Siklus",
    "TemplatSiklus",
    "TokenUmpanBalik",
    "UmpanBalik",
]
