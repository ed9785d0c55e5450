"""The worked examples of the regulations: what each rule must give, and what it gives here."""

from .dasar import Bagian, Kasus, jalankan
from .hasil import CAPAIAN, NIK, NIP, PUBLIK, RATING
from .lanjut import ANGKA_KREDIT, KOTAK_TALENTA, POLA, SKM

SEMUA = (NIP, NIK, CAPAIAN, RATING, POLA, PUBLIK, SKM, ANGKA_KREDIT, KOTAK_TALENTA)

__all__ = ["SEMUA", "Bagian", "Kasus", "jalankan"]
