"""The guard at the door of evidence: what a file is, by its extension and by its content.

A file is refused with a sentence, or comes out with a clean name, a known type and safe bytes.
Images are written anew, so that nothing hidden in them is kept.
"""

import io
import re
import unicodedata
import warnings
import zipfile
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image, ImageOps

from mataram_asn.kit.galat import RuleViolation

MAKS_BYTE = 5 * 1024 * 1024
MAKS_PIKSEL = 40_000_000
MAKS_ISI_ARSIP = 100 * 1024 * 1024
MAKS_ENTRI_ARSIP = 2000
IZIN = "PDF, PNG, JPG, XLSX, atau DOCX"
TIPE = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_INTI = {"xlsx": "xl/workbook.xml", "docx": "word/document.xml"}
_PDF_AKTIF = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|RichMedia)\b")
#: A name may spell any of its letters as #61: /J#61vaScript.
_ESKAP = re.compile(rb"#([0-9A-Fa-f]{2})")
_AKHIR_ZIP = b"PK\x05\x06"


@dataclass(frozen=True)
class BerkasAman:
    """A file that passed: its shown name, extension, type, bytes and SHA-256."""

    nama: str
    ekstensi: str
    tipe: str
    isi: bytes
    sidik: str


def check_evidence(nama: str, isi: bytes) -> BerkasAman:
    """Check one uploaded file. Raises RuleViolation with what to do instead."""
    bersih = clean_name(nama)
    ekstensi = bersih.rpartition(".")[2].lower() if "." in bersih else ""
    if ekstensi not in TIPE:
        raise RuleViolation(f"Jenis berkas “{bersih}” tidak diterima. Unggah berkas {IZIN}.")
    if len(isi) > MAKS_BYTE:
        raise RuleViolation(f"Berkas “{bersih}” lebih dari 5 MB. Perkecil berkasnya, lalu unggah lagi.")
    if not isi:
        raise RuleViolation(f"Berkas “{bersih}” kosong. Pilih berkas yang berisi.")
    aman = _PERIKSA[ekstensi](bersih, ekstensi, isi)
    return BerkasAman(bersih, ekstensi, TIPE[ekstensi], aman, sha256(aman).hexdigest())


def clean_name(nama: str) -> str:
    """The last part of a file name without control, direction and path characters, at most 160 long."""
    dasar = re.split(r"[/\\]", nama or "")[-1]
    teks = "".join(huruf for huruf in dasar if unicodedata.category(huruf)[0] != "C").strip(" .")
    depan, titik, ekstensi = teks.rpartition(".")
    return (f"{depan[: 159 - len(ekstensi)]}.{ekstensi}" if titik and len(ekstensi) < 10 else teks[:160]) or "berkas"


def _bukan(nama: str, ekstensi: str) -> RuleViolation:
    return RuleViolation(
        f"Isi berkas “{nama}” bukan {ekstensi.upper()} yang utuh. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
    )


def _periksa_pdf(nama: str, ekstensi: str, isi: bytes) -> bytes:
    ekor = isi[-1024:].rstrip()
    if not isi.startswith(b"%PDF-") or b"%%EOF" not in ekor or _AKHIR_ZIP in isi[-66_000:]:
        raise _bukan(nama, ekstensi)
    if _PDF_AKTIF.search(_ESKAP.sub(lambda huruf: bytes.fromhex(huruf[1].decode()), isi)):
        raise RuleViolation(f"Berkas “{nama}” memuat skrip atau lampiran. Cetak ulang ke PDF biasa, lalu unggah lagi.")
    return isi


def _periksa_gambar(nama: str, ekstensi: str, isi: bytes) -> bytes:
    """Decode and write the picture anew: metadata and anything appended are gone."""
    jenis = "PNG" if ekstensi == "png" else "JPEG"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            gambar = Image.open(io.BytesIO(isi), formats=[jenis])
            if gambar.width * gambar.height > MAKS_PIKSEL:
                raise RuleViolation(f"Gambar “{nama}” terlalu besar. Perkecil sampai 40 megapiksel.")
            gambar.load()
            return _tulis_gambar(ImageOps.exif_transpose(gambar), jenis)
    except RuleViolation:
        raise
    except Exception as galat:  # a decoder fed damaged bytes raises whatever it stumbles over, also struct.error
        raise _bukan(nama, ekstensi) from galat


def _tulis_gambar(gambar: Image.Image, jenis: str) -> bytes:
    warna = "RGB" if jenis == "JPEG" or gambar.mode not in {"RGBA", "LA", "P", "L"} else "RGBA"
    keluar = io.BytesIO()
    gambar.convert(warna).save(keluar, jenis, **({"quality": 88} if jenis == "JPEG" else {"optimize": False}))
    return keluar.getvalue()


def _periksa_kantor(nama: str, ekstensi: str, isi: bytes) -> bytes:
    """XLSX and DOCX: one whole ZIP from the first to the last byte, of the right kind, without macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            entri = arsip.infolist()
            utuh = isi.startswith(b"PK\x03\x04") and _tanpa_ekor(isi) and _INTI[ekstensi] in arsip.namelist()
            jenis = arsip.read("[Content_Types].xml") if utuh and _wajar(entri) else b""
    except Exception as galat:  # damaged archives raise zlib.error, struct.error, RuntimeError and more
        raise _bukan(nama, ekstensi) from galat
    if not jenis:
        raise _bukan(nama, ekstensi)
    if b"macroEnabled" in jenis or any(satu.filename.lower().endswith("vbaproject.bin") for satu in entri):
        raise RuleViolation(f"Berkas “{nama}” memuat makro. Simpan tanpa makro, lalu unggah lagi.")
    return isi


def _tanpa_ekor(isi: bytes) -> bool:
    """Whether the ZIP ends where the file ends: nothing is appended and no comment hides there."""
    return len(isi) >= 22 and isi[-22:-18] == _AKHIR_ZIP and isi[-2:] == b"\x00\x00"


def _wajar(entri: list[zipfile.ZipInfo]) -> bool:
    """Not a bomb, not encrypted, no path that climbs out."""
    return (
        len(entri) <= MAKS_ENTRI_ARSIP
        and sum(satu.file_size for satu in entri) <= MAKS_ISI_ARSIP
        and not any(satu.flag_bits & 0x1 or ".." in satu.filename or satu.filename.startswith("/") for satu in entri)
    )


_PERIKSA = {
    "pdf": _periksa_pdf,
    "png": _periksa_gambar,
    "jpg": _periksa_gambar,
    "jpeg": _periksa_gambar,
    "xlsx": _periksa_kantor,
    "docx": _periksa_kantor,
}
