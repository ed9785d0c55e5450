"""Reads of development, each in a constant number of queries."""

from .pelatihan import JpTahun, jp_banyak, jp_tahun, kebutuhan_banyak, saran_banyak, saran_untuk
from .pembinaan import (
    belum_dibina,
    figur_di_bawah,
    ketentuan_pembinaan,
    tempo_berikut,
    tempo_terbuka,
    yang_jatuh_tempo,
)

__all__ = [
    "JpTahun",
    "belum_dibina",
    "figur_di_bawah",
    "jp_banyak",
    "jp_tahun",
    "kebutuhan_banyak",
    "ketentuan_pembinaan",
    "saran_banyak",
    "saran_untuk",
    "tempo_berikut",
    "tempo_terbuka",
    "yang_jatuh_tempo",
]
