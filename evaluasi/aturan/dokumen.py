"""The code of a paper, and how little of a name a stranger reads."""

from __future__ import annotations

import re

ABJAD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#: 26 letters of 32: 130 bits.
PANJANG_KODE = 26
_SERUPA = str.maketrans("018", "OIB")
_KODE = re.compile(f"[{ABJAD}]{{{PANJANG_KODE}}}")
_SIDIK = re.compile(r"[0-9a-f]{64}")
_PEMISAH = re.compile(r"[\s\-_.·–—]+")


def baca_kode(teks: str) -> str:
    """A code as somebody typed it, in its stored form; empty for what cannot be one. 0, 1, 8 are read as O, I, B."""
    rapat = _PEMISAH.sub("", teks[:80] if isinstance(teks, str) else "").upper().translate(_SERUPA)
    return rapat if _KODE.fullmatch(rapat) else ""


def baca_sidik(teks: str) -> str:
    """A SHA-256 as somebody pasted it, in lower case without blanks; empty for what cannot be one."""
    rapat = "".join((teks[:200] if isinstance(teks, str) else "").split()).lower()
    return rapat if _SIDIK.fullmatch(rapat) else ""


def samarkan(nama: str) -> str:
    """First letters only: "Siti Rahmawati" is "S*** R***", whatever the length of the words. UU 27/2022."""
    kata = [satu for satu in re.split(r"[^\w']+", nama or "") if satu[:1].isalpha()]
    return " ".join(f"{satu[0].upper()}***" for satu in kata[:3]) or "***"
