"""The guard of evidence: by extension and by content, and what it makes of pictures."""

import contextlib
import io
import random
import zipfile

import pytest
from PIL import Image

from kinerja.bukti import MAKS_BYTE, check_evidence, clean_name
from mataram_asn.kit.galat import RuleViolation

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
NASKAH = b"<script>alert(1)</script>"


def gambar(jenis="PNG", ukuran=(8, 8), **simpan) -> bytes:
    keluar = io.BytesIO()
    Image.new("RGB", ukuran, "teal").save(keluar, jenis, **simpan)
    return keluar.getvalue()


def kantor(inti="xl/workbook.xml", jenis=b"<Types/>", lain=()) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("[Content_Types].xml", jenis)
        arsip.writestr(inti, "<isi/>")
        for nama, isi in lain:
            arsip.writestr(nama, isi, zipfile.ZIP_DEFLATED)
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("laporan.pdf", PDF),
        ("LAPORAN.PDF", PDF),
        ("foto.png", gambar()),
        ("foto.jpg", gambar("JPEG")),
        ("foto.jpeg", gambar("JPEG")),
        ("tabel.xlsx", kantor()),
        ("surat.docx", kantor("word/document.xml")),
        ("pas.pdf", PDF[:-6] + b" " * (MAKS_BYTE - len(PDF)) + PDF[-6:]),
    ],
)
def test_what_is_accepted(nama, isi):
    aman = check_evidence(nama, isi)
    assert aman.isi and len(aman.sidik) == 64


@pytest.mark.parametrize(
    ("nama", "isi", "sebab"),
    [
        ("gambar.svg", b"<svg/>", "tidak diterima"),
        ("halaman.html", NASKAH, "tidak diterima"),
        ("tanpa", PDF, "tidak diterima"),
        ("makro.xlsm", kantor(), "tidak diterima"),
        ("laporan.pdf.exe", PDF, "tidak diterima"),
        ("kosong.pdf", b"", "kosong"),
        ("besar.pdf", PDF[:-6] + b" " * (MAKS_BYTE - len(PDF) + 1) + PDF[-6:], "5 MB"),
        ("halaman.pdf", NASKAH, "bukan PDF"),
        ("awalan.pdf", NASKAH + PDF, "bukan PDF"),
        ("gabungan.pdf", PDF + kantor(), "bukan PDF"),
        ("zip-dalam.pdf", b"%PDF-1.4\n" + kantor() + b"\n%%EOF", "bukan PDF"),
        ("skrip.pdf", PDF.replace(b"<<>>", b"<</JavaScript 1 0 R>>", 1), "skrip"),
        ("skrip.pdf", PDF.replace(b"<<>>", b"<</S/J#61vaScript/JS(x)>>", 1), "skrip"),
        ("jalan.pdf", PDF.replace(b"<<>>", b"<</S/L#61un#63h/F(x)>>", 1), "skrip"),
        ("foto.png", PDF, "bukan PNG"),
        ("foto.png", gambar("JPEG"), "bukan PNG"),
        ("foto.jpg", gambar("PNG"), "bukan JPG"),
        ("foto.jpg", gambar("GIF"), "bukan JPG"),
        ("terpotong.png", gambar()[:40], "bukan PNG"),
        ("tabel.xlsx", kantor("word/document.xml"), "bukan XLSX"),
        ("tabel.xlsx", PDF, "bukan XLSX"),
        ("awalan.xlsx", NASKAH + kantor(), "bukan XLSX"),
        ("ekor.xlsx", kantor() + NASKAH, "bukan XLSX"),
        ("keluar.docx", kantor("word/document.xml", lain=[("../../etc/x", "x")]), "bukan DOCX"),
        ("bom.xlsx", kantor(lain=[("xl/a.xml", b"0" * (101 * 1024 * 1024))]), "bukan XLSX"),
        ("makro.xlsx", kantor(lain=[("xl/vbaProject.bin", "x")]), "makro"),
        ("makro.xlsx", kantor(jenis=b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "makro"),
    ],
)
def test_what_is_refused(nama, isi, sebab):
    with pytest.raises(RuleViolation, match=sebab):
        check_evidence(nama, isi)


@pytest.mark.parametrize("jenis", ["PNG", "JPEG"])
def test_picture_loses_what_is_hidden_in_it(jenis):
    ekstensi = {"PNG": "png", "JPEG": "jpg"}[jenis]
    aman = check_evidence(f"foto.{ekstensi}", gambar(jenis) + NASKAH)
    assert NASKAH not in aman.isi
    assert Image.open(io.BytesIO(aman.isi)).size == (8, 8)


def test_place_of_the_photo_is_not_kept():
    exif = Image.Exif()
    exif[0x010E] = "rumah warga"
    aman = check_evidence("foto.jpg", gambar("JPEG", exif=exif))
    assert b"rumah warga" not in aman.isi


def test_picture_too_large_to_decode_is_refused():
    with pytest.raises(RuleViolation, match="terlalu besar"):
        check_evidence("lebar.png", gambar(ukuran=(50_000, 801)))


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\a\\b.pdf", "b.pdf"),
        ("lap\x00oran.pdf", "laporan.pdf"),
        ("laporan\u202efdp.exe", "laporanfdp.exe"),
        ("  .pdf", "pdf"),
        ("", "berkas"),
        ("a" * 300 + ".pdf", "a" * 156 + ".pdf"),
    ],
)
def test_name_is_cleaned(nama, bersih):
    assert clean_name(nama) == bersih


def _rusak(isi: bytes, acak: random.Random, sampai: int) -> bytes:
    """The same bytes with up to six of the first `sampai` changed."""
    baru = bytearray(isi)
    for _ in range(acak.randint(1, 6)):
        baru[acak.randrange(min(sampai, len(baru)))] = acak.randrange(256)
    return bytes(baru)


def _berexif() -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "uji"
    return gambar("JPEG", exif=exif)


def _padat() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("[Content_Types].xml", "<Types>" + "<Default/>" * 50 + "</Types>")
        arsip.writestr("xl/workbook.xml", "<isi/>")
    return keluar.getvalue()


@pytest.mark.filterwarnings("ignore")  # the picture library warns of what is broken; people get the sentence
@pytest.mark.parametrize(("nama", "buat"), [("a.jpg", _berexif), ("a.png", gambar), ("a.xlsx", _padat)])
def test_a_damaged_file_is_accepted_or_refused_but_never_crashes(nama, buat):
    acak, isi = random.Random(20261124), buat()
    for _ in range(1500):
        with contextlib.suppress(RuleViolation):
            check_evidence(nama, _rusak(isi, acak, 200))
