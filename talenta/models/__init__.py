"""The facts of decisions about positions: conversions of angka kredit, recognition."""

from .angka_kredit import KonversiAngkaKredit, RiwayatAngkaKredit, TambahanAngkaKredit
from .penghargaan import Penghargaan

__all__ = ["KonversiAngkaKredit", "Penghargaan", "RiwayatAngkaKredit", "TambahanAngkaKredit"]
