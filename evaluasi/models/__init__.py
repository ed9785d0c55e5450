"""The facts of judgement: siklus, scoring sheets, results, and what the public says."""

from .andai import HasilSimulasi, Simulasi
from .hasil import Evaluasi
from .kalibrasi import Kalibrasi
from .keberatan import BuktiKeberatan, ButirKeberatan, Keberatan, Keterangan
from .penilaian import LembarPenilaian, NilaiIndikator, NilaiPerilaku
from .publik import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from .siklus import JadwalTahap, KinerjaOrganisasi, Potongan, Siklus, TemplatSiklus
from .tahun import EvaluasiTahunan
from .tata import AlihPenilai, PermohonanSiklus

__all__ = [
    "AlihPenilai",
    "BuktiKeberatan",
    "ButirKeberatan",
    "Evaluasi",
    "EvaluasiTahunan",
    "HasilSimulasi",
    "JadwalTahap",
    "Kalibrasi",
    "Keberatan",
    "Keterangan",
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
