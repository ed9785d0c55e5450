"""The facts of development: the catalogue, plans, attendance, and coaching of who is below expectation."""

from .pelatihan import Pelatihan, RencanaPelatihan, RiwayatPelatihan
from .pembinaan import CatatanPembinaan, LangkahPembinaan, Pembinaan, SasaranPembinaan

__all__ = [
    "CatatanPembinaan",
    "LangkahPembinaan",
    "Pelatihan",
    "Pembinaan",
    "RencanaPelatihan",
    "RiwayatPelatihan",
    "SasaranPembinaan",
]
