"""The facts of judgement: siklus, scoring sheets, results, and what the public says."""

from .andai import HasilSimulasi, Simulasi
from .hasil import Evaluasi
from .kalibrasi import Kalibrasi
from .penilaian import LembarPenilaian, NilaiIndikator, NilaiPerilaku
from .publik import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from .siklus import JadwalTahap, KinerjaOrganisasi, Potongan, Siklus, TemplatSiklus
from .tahun import EvaluasiTahunan
from .tata import AlihPenilai, PermohonanSiklus

__all__ = [
    "AlihPenilai",
    "Evaluasi",
    "EvaluasiTahunan",
    "HasilSimulasi",
    "JadwalTahap",
    "Kalibrasi",
    "KinerjaOrganisasi",
    "Layanan",
    "LembarPenilaian",
    "NilaiIndikator",
    "NilaiPerilaku",
    "PermohonanSiklus",
    "PetugasLayanan",
    "Potongan",
    "Siklus",
    "Simulasi",
    "TemplatSiklus",
    "TokenUmpanBalik",
    "UmpanBalik",
]
