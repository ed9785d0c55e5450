"""Reads across the tables of judgement, each in a constant number of queries."""

from .hasil import distribusi, evaluasi_terakhir, indeks_dua_tahun
from .masukan import masukan_lembar, memimpin_kantor, sementara, sementara_banyak
from .periksa import beda, periksa_evaluasi
from .publik import RingkasUmpanBalik, UmpanBalikPegawai, ringkas_umpan_balik, umpan_balik_lembar

__all__ = [
    "RingkasUmpanBalik",
    "UmpanBalikPegawai",
    "beda",
    "distribusi",
    "evaluasi_terakhir",
    "indeks_dua_tahun",
    "masukan_lembar",
    "memimpin_kantor",
    "periksa_evaluasi",
    "ringkas_umpan_balik",
    "sementara",
    "sementara_banyak",
    "umpan_balik_lembar",
]
