"""The port where a certified provider of electronic signatures (BSrE, for example) plugs in.

Without one (the setting is empty) a paper says that it is not signed electronically and keeps a place for ink; the
signer may sign the file elsewhere and bring it back. Nothing in this system makes a signature up. UU 11/2008 art. 11.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from mataram_asn.kit.galat import RuleViolation

from .pilihan import CaraCocok

MAKS_BYTE = 10 * 1024 * 1024
_RENTANG = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")
_ISI_TANDA = re.compile(rb"/Contents\s*<([0-9A-Fa-f\s]{64,})>")


@dataclass(frozen=True)
class Terbukti:
    """What was found out about a signed file: how it was tied to the paper, and the provider's name and reference."""

    cara: str
    penyedia: str = ""
    rujukan: str = ""


class PenyediaTandaTangan(Protocol):
    """What a provider's adapter offers. Both raise RuleViolation with a sentence."""

    nama: str

    def minta(self, isi: bytes, penanda_tangan: str) -> str:
        """Ask for the signature of a person (NIP) under these bytes; the provider's reference."""

    def periksa(self, isi: bytes, asli_sidik: str) -> Terbukti:
        """Check a signed file: the certificate, and that what was signed is the file with that SHA-256."""


def penyedia() -> PenyediaTandaTangan | None:
    """The adapter that the setting PENYEDIA_TANDA_TANGAN names (a dotted path to a class), or None."""
    letak = getattr(settings, "PENYEDIA_TANDA_TANGAN", "")
    return import_string(letak)() if letak else None


def check_signed(isi: bytes, *, asli_sidik: str, asli_ukuran: int) -> Terbukti:
    """Tie an uploaded file to the paper that was issued. Raises RuleViolation with what is wrong.

    A PDF is signed by appending: the first bytes are still exactly the paper, the signature's range covers all of the
    file but its own value. Whether the certificate is valid only a provider can say; without one it is not claimed.
    """
    if len(isi) > MAKS_BYTE:
        raise RuleViolation("Berkas bertanda tangan lebih dari 10 MB.")
    if not isi.startswith(b"%PDF-"):
        raise RuleViolation("Unggah berkas PDF yang sudah ditandatangani.")
    jalan = penyedia()
    if jalan:
        return jalan.periksa(isi, asli_sidik)
    if sha256(isi[:asli_ukuran]).hexdigest() != asli_sidik:
        raise RuleViolation(
            "Berkas ini bukan kelanjutan dari dokumen yang diterbitkan. Tandatangani berkas PDF yang diunduh dari "
            "halaman ini tanpa mencetak atau menyimpannya ulang."
        )
    if len(isi) == asli_ukuran or not _bertanda(isi, asli_ukuran):
        raise RuleViolation("Berkas ini belum memuat tanda tangan elektronik.")
    return Terbukti(CaraCocok.LANJUTAN)


def _bertanda(isi: bytes, asli_ukuran: int) -> bool:
    """Whether the appended part carries a filled signature whose range begins at 0 and ends with the file."""
    ekor = isi[asli_ukuran:]
    nilai = _ISI_TANDA.search(ekor)
    for cocok in _RENTANG.finditer(ekor):
        a, b, c, d = map(int, cocok.groups())
        if a == 0 and asli_ukuran <= b < c and c + d == len(isi) and nilai and nilai[1].strip(b"0 \r\n"):
            return True
    return False
