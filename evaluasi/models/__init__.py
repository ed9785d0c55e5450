"""The facts of judgement: siklus, scoring sheets, results, and what the public says."""

from .andai import HasilSimulasi, Simulasi
from .dokumen import BatchDokumen, Dokumen, PencabutanDokumen, PermintaanCabut, PotonganBatch, TandaTangan
from .hasil import Evaluasi
from .kalibrasi import Kalibrasi
from .keberatan import BuktiKeberatan, ButirKeberatan, Keberatan, Keterangan
from .penilaian import LembarPenilaian, NilaiIndikator, NilaiPerilaku
from .publik import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from .riwayat import ImporKinerja, RiwayatKinerja
from .siklus import JadwalTahap, KinerjaOrganisasi, Potongan, Siklus, TemplatSiklus
from .tahun import EvaluasiTahunan
from .tata import AlihPenilai, PermohonanSiklus

__all__ = [
    "AlihPenilai",
    "BatchDokumen",
    "BuktiKeberatan",
    "ButirKeberatan",
    "Dokumen",
    "Evaluasi",
    "EvaluasiTahunan",
    "HasilSimulasi",
    "ImporKinerja",
    "JadwalTahap",
    "Kalibrasi",
    "Keberatan",
    "Keterangan",
    "KinerjaOrganisasi",
    "Layanan",
    "LembarPenilaian",
    "NilaiIndikator",
    "NilaiPerilaku",
    "PencabutanDokumen",
    "PermintaanCabut",
    "PermohonanSiklus",
    "PetugasLayanan",
    "Potongan",
    "PotonganBatch",
    "RiwayatKinerja",
    "Siklus",
    "Simulasi",
    "TandaTangan",
    "TemplatSiklus",
    "TokenUmpanBalik",
    "UmpanBalik",
]
