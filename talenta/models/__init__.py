"""The facts of decisions about positions: conversions of angka kredit, recognition."""

from .angka_kredit import KonversiAngkaKredit, TambahanAngkaKredit

__all__ = ["KonversiAngkaKredit", "TambahanAngkaKredit"]
