"""What a stored file shows on the page without being opened elsewhere: pictures, PDF, the first rows, the first words.

Everything is read with a limit; a file that cannot be read gives a sentence, never an error.
"""

import io
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree

from .models import Bukti

BARIS, KOLOM, HURUF = 30, 10, 3000
#: How many elements of a letter are read: its first page has some hundreds, a bomb has millions without a word.
MAKS_UNSUR = 50_000
#: What a spreadsheet or a letter may unpack to before it is left to its own program.
MAKS_BUKA = 12 * 1024 * 1024
#: Shown by the browser itself, and sent inline for it.
LANGSUNG = {"application/pdf": "pdf", "image/png": "gambar", "image/jpeg": "gambar"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAK_TERBACA = "Pratinjau tidak tersedia untuk berkas ini. Unduh untuk membukanya."


@dataclass(frozen=True)
class Pratinjau:
    """`jenis` is gambar, pdf, tabel, teks, tautan or tidak; rows of cells, text, or the reason why not."""

    jenis: str
    baris: tuple[tuple[str, ...], ...] = ()
    teks: str = ""
    terpotong: bool = False


def pratinjau(bukti: Bukti) -> Pratinjau:
    """Read the beginning of a stored piece of evidence."""
    if bukti.tautan:
        return Pratinjau("tautan")
    if bukti.tipe in LANGSUNG:
        return Pratinjau(LANGSUNG[bukti.tipe])
    baca = {"xlsx": _tabel, "docx": _naskah}.get(bukti.ekstensi)
    if baca is None:
        return Pratinjau("tidak", teks=TAK_TERBACA)
    try:
        with bukti.berkas.open("rb") as berkas:
            return baca(berkas) if _ringan(berkas) else Pratinjau("tidak", teks=TAK_TERBACA)
    except Exception:  # readers of damaged office files raise whatever they stumble over
        return Pratinjau("tidak", teks=TAK_TERBACA)


def _ringan(berkas) -> bool:
    with zipfile.ZipFile(berkas) as arsip:
        ringan = sum(satu.file_size for satu in arsip.infolist()) <= MAKS_BUKA
    berkas.seek(0)
    return ringan


def _tabel(berkas) -> Pratinjau:
    """The first rows and columns of the first sheet, values as text, never formulas."""
    from openpyxl import load_workbook  # heavy, and few evidence is a spreadsheet

    buku = load_workbook(berkas, read_only=True, data_only=True)
    try:
        lembar = buku.worksheets[0]
        isi = [
            tuple("" if sel is None else str(sel)[:200] for sel in baris)
            for baris in lembar.iter_rows(max_row=BARIS + 1, max_col=KOLOM + 1, values_only=True)
        ]
    finally:
        buku.close()
    lebar = max((urut for baris in isi for urut, sel in enumerate(baris, start=1) if sel), default=0)
    terpotong = len(isi) > BARIS or lebar > KOLOM
    baris = tuple(baris[: min(lebar, KOLOM)] for baris in isi[:BARIS])
    return Pratinjau("tabel", baris=baris, terpotong=terpotong)


def _naskah(berkas) -> Pratinjau:
    """The first words of a letter, a paragraph a line."""
    with zipfile.ZipFile(berkas) as arsip:
        xml = arsip.read("word/document.xml")
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        return Pratinjau("tidak", teks=TAK_TERBACA)
    alinea, panjang, terpotong = [], 0, False
    # no doctype, so no entities; and both what is unpacked and what is parsed are limited
    for nomor, (_, satu) in enumerate(ElementTree.iterparse(io.BytesIO(xml))):  # noqa: S314
        if satu.tag == f"{_W}p":
            kata = "".join(teks.text or "" for teks in satu.iter(f"{_W}t"))
            alinea += [kata] if kata.strip() else []
            panjang += len(kata)
            satu.clear()
        if terpotong := panjang > HURUF or nomor >= MAKS_UNSUR:
            break
    return Pratinjau("teks", teks="\n".join(alinea)[:HURUF], terpotong=terpotong)
