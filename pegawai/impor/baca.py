"""Read a CSV, XLSX or JSON file into rows of text, or refuse it with a sentence. No content is trusted."""

import csv
import datetime as dt
import io
import zipfile
from dataclasses import dataclass

from mataram_asn.kit.galat import RuleViolation

from .baca_json import baris_json

MAKS_BARIS = 50_000
MAKS_KOLOM = 200
MAKS_BUKAAN = 200 * 1024 * 1024  # a workbook may unpack to at most this many bytes
TERLARANG_XLSX = ("vbaProject", "externalLinks/", "embeddings/")


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: its number as the spreadsheet shows it, and its cells by heading. `lebih`: cells without a heading."""

    nomor: int
    sel: dict[str, str]
    lebih: bool = False


@dataclass(frozen=True)
class Lembar:
    """A table: the headings in order and the rows that are not empty."""

    kepala: tuple[str, ...]
    baris: tuple[Baris, ...]


def read_table(nama: str, isi: bytes, maks_byte: int, *, json: bool = False) -> Lembar:
    """Read by extension *and* content; JSON only where the exchange has it. Raises RuleViolation with what to do."""
    if len(isi) > maks_byte:
        raise RuleViolation(f"Berkas lebih besar dari {maks_byte // 1024 // 1024} MB. Bagi menjadi beberapa berkas.")
    akhiran = nama.lower().rsplit(".", 1)[-1] if "." in nama else ""
    zip_benar = isi.startswith(b"PK\x03\x04")
    if akhiran == "xlsx" and zip_benar:
        return _susun(_baris_xlsx(isi))
    if akhiran == "csv" and not zip_benar and not isi.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        return _susun(_baris_csv(isi))
    if json and akhiran == "json":
        return _susun(baris_json(_teks(isi)))
    jenis = "CSV, XLSX, atau JSON" if json else "CSV atau XLSX"
    raise RuleViolation(f"Berkas harus {jenis}, dan isinya harus sesuai akhirannya. Simpan ulang sebagai CSV UTF-8.")


def check_workbook(nama: str, isi: bytes, maks_byte: int, maks_bukaan: int) -> None:
    """Refuse what is no plain XLSX or unpacks to more than that, before anything of it is read."""
    if len(isi) > maks_byte:
        raise RuleViolation(f"Berkas lebih besar dari {maks_byte // 1024 // 1024} MB. Bagi menjadi beberapa berkas.")
    if not nama.lower().endswith(".xlsx") or not isi.startswith(b"PK\x03\x04"):
        raise RuleViolation("Berkas ini bukan buku kerja XLSX.")
    _periksa_zip(isi, maks_bukaan)


def _susun(semua) -> Lembar:
    """Headings from the first row that is not empty, then the rows."""
    kepala, hasil = None, []
    for nomor, sel in semua:
        if not any(satu.strip() for satu in sel):
            continue
        if kepala is None:
            kepala = _kepala(sel)
            continue
        if len(hasil) >= MAKS_BARIS:
            raise RuleViolation(
                f"Berkas berisi lebih dari {MAKS_BARIS:,} baris. Bagi menjadi beberapa berkas.".replace(",", ".")
            )
        lebih = any(satu.strip() for satu in sel[len(kepala) :])
        hasil.append(Baris(nomor, dict(zip(kepala, [*sel, *[""] * (len(kepala) - len(sel))], strict=False)), lebih))
    if not hasil:
        raise RuleViolation("Berkas tidak berisi baris data. Baris pertama adalah judul kolom, data mulai di bawahnya.")
    return Lembar(kepala, tuple(hasil))


def _kepala(sel) -> tuple[str, ...]:
    kepala = [satu.strip() for satu in sel]
    while kepala and not kepala[-1]:
        kepala.pop()
    if len(kepala) > MAKS_KOLOM:  # first: a line of a million headings is not worth comparing
        raise RuleViolation(f"Berkas berisi {len(kepala)} kolom, paling banyak {MAKS_KOLOM}. Periksa pemisah kolomnya.")
    ganda = {satu for satu in kepala if kepala.count(satu) > 1}
    if ganda or "" in kepala:
        raise RuleViolation(
            f"Judul kolom harus unik dan tidak kosong; yang berulang: {', '.join(sorted(ganda)) or '-'}."
        )
    return tuple(kepala)


def _baris_csv(isi: bytes):
    teks = _teks(isi)
    if "\x00" in teks:
        raise RuleViolation("Berkas memuat karakter kosong (NUL). Simpan ulang sebagai CSV UTF-8.")
    awal = teks.split("\n", 1)[0]
    pemisah = max(",;\t", key=awal.count)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    try:
        for sel in pembaca:
            yield pembaca.line_num, sel
    except csv.Error as galat:
        raise RuleViolation(f"Baris {pembaca.line_num} tidak terbaca sebagai CSV: periksa tanda petiknya.") from galat


def _teks(isi: bytes) -> str:
    """UTF-8 with or without BOM, UTF-16 with BOM, else the Windows code page of old spreadsheets."""
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        kandidat = ("utf-16",)
    else:
        kandidat = ("utf-8-sig", "cp1252")
    for sandi in kandidat:
        try:
            return isi.decode(sandi)
        except UnicodeDecodeError:
            continue
    raise RuleViolation("Huruf dalam berkas tidak terbaca. Simpan ulang sebagai CSV UTF-8.")


def _baris_xlsx(isi: bytes):
    from openpyxl import load_workbook  # heavy, and only imports need it

    _periksa_zip(isi)
    try:
        buku = load_workbook(io.BytesIO(isi), read_only=True, data_only=False, keep_links=False)
        lembar = buku.worksheets[0]
        lembar.reset_dimensions()
        kosong = 0
        for nomor, sel in enumerate(lembar.iter_rows(values_only=True, max_col=MAKS_KOLOM), start=1):
            kosong = 0 if any(satu is not None for satu in sel) else kosong + 1
            if kosong > 1000:
                break
            yield nomor, [_sel_xlsx(satu) for satu in sel]
    except Exception as galat:  # damaged workbooks raise zlib.error, OSError, RuntimeError and more
        raise RuleViolation(
            "Buku kerja XLSX rusak atau bukan XLSX. Simpan ulang dari aplikasi lembar kerja."
        ) from galat


def _periksa_zip(isi: bytes, maks_bukaan: int = MAKS_BUKAAN) -> None:
    """Refuse bombs, macros and links before anything is unpacked."""
    try:
        anggota = zipfile.ZipFile(io.BytesIO(isi)).infolist()
    except Exception as galat:  # a broken directory also raises NotImplementedError or struct.error
        raise RuleViolation("Buku kerja XLSX rusak. Simpan ulang dari aplikasi lembar kerja.") from galat
    if not any(satu.filename == "xl/workbook.xml" for satu in anggota):
        raise RuleViolation("Berkas ini bukan buku kerja XLSX.")
    if sum(satu.file_size for satu in anggota) > maks_bukaan:
        raise RuleViolation("Isi buku kerja terlalu besar setelah dibuka. Hapus lembar dan gambar yang tidak perlu.")
    if any(kata in satu.filename for satu in anggota for kata in TERLARANG_XLSX):
        raise RuleViolation(
            "Buku kerja memuat makro atau tautan ke berkas lain. Simpan sebagai XLSX biasa tanpa keduanya."
        )


def _sel_xlsx(nilai) -> str:
    """A cell as the CSV would have it: dates d-m-Y, whole numbers without a point; a rounded NIP stays visible."""
    if nilai is None:
        return ""
    if isinstance(nilai, dt.datetime | dt.date):
        return f"{nilai:%d-%m-%Y}"
    if isinstance(nilai, float):
        if nilai.is_integer() and abs(nilai) < 1e15:
            return str(int(nilai))
        return f"{nilai:.12G}" if abs(nilai) < 1e6 else f"{nilai:G}"
    if isinstance(nilai, int) and not isinstance(nilai, bool) and nilai >= 10**15:
        return f"{nilai:.5E}"
    return str(nilai)
