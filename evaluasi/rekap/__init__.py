"""Reads across the tables of judgement, each in a constant number of queries."""

from .andai import (
    DEKAT,
    SARING_ARAH,
    angka_diubah,
    dengan_jumlah,
    kantor_simulasi,
    kemajuan_simulasi,
    matriks_pindah,
)
from .hasil import distribusi, evaluasi_terakhir, indeks_dua_tahun
from .masukan import masukan_lembar, memimpin_kantor, sementara, sementara_banyak
from .pemeriksaan import Temuan, isi_halaman, pemeriksaan
from .periksa import beda, periksa_evaluasi
from .publik import RingkasUmpanBalik, UmpanBalikPegawai, ringkas_umpan_balik, umpan_balik_lembar
from .siklus import (
    Kemajuan,
    Pekerjaan,
    kemajuan_perangkat_daerah,
    laporan_ditolak,
    pekerjaan,
    penahan,
    strip_tahap,
    surat_siklus,
    tanpa_penilai,
)
from .tahun import (
    PredikatTahun,
    TahunMenunggu,
    beda_tahunan,
    masukan_tahun,
    periksa_tahunan,
    predikat_tahun,
    segmen_siklus,
    segmen_tahun,
    tahun_menunggu,
)

__all__ = [
    "DEKAT",
    "SARING_ARAH",
    "Kemajuan",
    "Pekerjaan",
    "PredikatTahun",
    "RingkasUmpanBalik",
    "TahunMenunggu",
    "Temuan",
    "UmpanBalikPegawai",
    "angka_diubah",
    "beda",
    "beda_tahunan",
    "dengan_jumlah",
    "distribusi",
    "evaluasi_terakhir",
    "indeks_dua_tahun",
    "isi_halaman",
    "kantor_simulasi",
    "kemajuan_perangkat_daerah",
    "kemajuan_simulasi",
    "laporan_ditolak",
    "masukan_lembar",
    "masukan_tahun",
    "matriks_pindah",
    "memimpin_kantor",
    "pekerjaan",
    "pemeriksaan",
    "penahan",
    "periksa_evaluasi",
    "periksa_tahunan",
    "predikat_tahun",
    "ringkas_umpan_balik",
    "segmen_siklus",
    "segmen_tahun",
    "sementara",
    "sementara_banyak",
    "strip_tahap",
    "surat_siklus",
    "tahun_menunggu",
    "tanpa_penilai",
    "umpan_balik_lembar",
]
