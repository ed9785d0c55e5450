"""Read an SKP exported from e-Kinerja: a workbook laid out as the printed form of PermenPANRB 6/2022.

What is understood becomes rows like those of the spreadsheet; what had to be guessed carries a sentence.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from datetime import date

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from pegawai.impor.baca import Baris, check_workbook

from ..pilihan import Arah, Aspek, JenisHasil, JenisIndikator, Pendekatan, Perspektif

MAKS_BARIS, MAKS_KOLOM = 2000, 40
#: What a form may unpack to; anybody with a plan brings one, so it costs little whatever is in it.
MAKS_BUKAAN = 8 * 1024 * 1024
GABUNG = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})"')
MAKS_GABUNG = 2000
BULAN = {
    nama: nomor
    for nomor, nama in enumerate(
        ("januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september", "oktober", "november",
         "desember"), 1,
    )
}  # fmt: skip
TANGGAL = re.compile(rf"([0-9]{{1,2}})\s+({'|'.join(BULAN)})(?:\s+([0-9]{{4}}))?", re.IGNORECASE)
TAHUN = re.compile(r"\b(20[0-9]{2})\b")
_ANGKA = r"([0-9][0-9.,]*)"
TARGET = re.compile(
    rf"(?:(paling banyak|maksimal|maks\.?)\s+)?{_ANGKA}(?:\s*(?:-|–|s\.?d\.?|sampai)\s*{_ANGKA})?\s*(.{{1,40}})",
    re.IGNORECASE,
)
#: words of a heading -> what the column is; the first that fits
JUDUL = (
    ("pimpinan yang diintervensi", "pimpinan"),
    ("rencana hasil kerja", "hasil"),
    ("indikator kinerja individu", "indikator"),
    ("aspek", "aspek"),
    ("target", "target"),
    ("perspektif", "perspektif"),
)
GUNTING = re.compile(r"^[\s•\-–*·]+|^[a-z0-9]{1,2}[.)]\s+", re.IGNORECASE)
PENDEK = 2000


@dataclass
class Formulir:
    """What was understood: segment, approach, the indicators as rows, and by row what had to be guessed."""

    nip: str
    mulai: date
    selesai: date
    pendekatan: str
    baris: list[Baris] = field(default_factory=list)
    ingat: dict[int, list[str]] = field(default_factory=dict)


def read_form(nama: str, isi: bytes, maks_byte: int) -> Formulir:
    """Read one workbook. Raises RuleViolation where the header, the period or the table is not found."""
    if not nama.lower().endswith(".xlsx"):
        raise RuleViolation("SKP dari e-Kinerja dibaca dari berkas XLSX. Unduh lagi dalam bentuk Excel.")
    check_workbook(nama, isi, maks_byte, MAKS_BUKAAN)
    kisi = _kisi(isi)
    nip = _nip(kisi)
    mulai, selesai = _periode(kisi)
    awal, kolom = _kepala(kisi)
    kualitatif = "indikator" not in kolom and "target" not in kolom
    pendekatan = Pendekatan.KUALITATIF if kualitatif else Pendekatan.KUANTITATIF
    formulir = Formulir(nip, mulai, selesai, pendekatan.value)
    (_kualitatif if kualitatif else _kuantitatif)(formulir, kisi, awal, kolom)
    if not formulir.baris:
        raise RuleViolation("Tidak ada indikator yang terbaca di bawah judul tabelnya. Periksa berkasnya.")
    return formulir


def _kisi(isi: bytes) -> list[list[str]]:
    """The first sheet as text, with the value of a merged cell in each of its rows but only its first column.

    Read as a stream that stops: a workbook that is loaded whole makes a cell for every one that a merged range or a
    link names, and a range may name all seventeen thousand million of a sheet.
    """
    from openpyxl import load_workbook  # heavy, and only imports need it

    try:
        buku = load_workbook(io.BytesIO(isi), read_only=True, data_only=False, keep_links=False)
        lembar = buku.worksheets[0]
        lembar.reset_dimensions()
        kisi = [
            ["" if sel is None else str(sel).strip() for sel in baris]
            for baris in lembar.iter_rows(values_only=True, max_row=MAKS_BARIS, max_col=MAKS_KOLOM)
        ]
        gabung = _gabung(isi, lembar._worksheet_path)
        buku.close()
    except RuleViolation:
        raise
    except Exception as galat:  # damaged workbooks raise whatever their parts stumble over
        raise RuleViolation("Buku kerja XLSX rusak. Unduh lagi dari e-Kinerja.") from galat
    for kiri, atas, bawah in gabung:
        for nomor in range(atas, min(bawah, len(kisi))):
            if atas <= len(kisi) and kiri <= len(kisi[nomor]) and not kisi[nomor][kiri - 1]:
                kisi[nomor][kiri - 1] = kisi[atas - 1][kiri - 1]
    if any(sel.startswith("=") for baris in kisi for sel in baris):
        raise RuleViolation("Ada rumus di dalam berkas. Unduh lagi dari e-Kinerja tanpa mengubahnya.")
    return kisi


def _gabung(isi: bytes, jalan: str) -> list[tuple[int, int, int]]:
    """(first column, first row, last row) of each merged range of a sheet, counted from 1."""
    from openpyxl.utils import range_boundaries

    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        semua = GABUNG.findall(arsip.read(jalan))
    if len(semua) > MAKS_GABUNG:
        raise RuleViolation("Terlalu banyak sel gabungan. Pakai berkas SKP yang diunduh dari e-Kinerja.")
    batas = (range_boundaries(satu.decode()) for satu in semua)
    return [(kiri, atas, bawah) for kiri, atas, _, bawah in batas]


def _nip(kisi) -> str:
    """The NIP of the block PEGAWAI YANG DINILAI: in the columns left of PEJABAT PENILAI KINERJA."""
    batas = next(
        (k for baris in kisi for k, sel in enumerate(baris) if sel.upper().startswith("PEJABAT PENILAI")), MAKS_KOLOM
    )
    mulai = next((n for n, baris in enumerate(kisi) if any("PEGAWAI YANG DINILAI" in s.upper() for s in baris)), None)
    if mulai is None:
        raise RuleViolation(
            "Bagian PEGAWAI YANG DINILAI tidak ditemukan. Pakai berkas SKP yang diunduh dari e-Kinerja."
        )
    for baris in kisi[mulai : mulai + 10]:
        for kolom, sel in enumerate(baris[:batas]):
            if sel.upper().rstrip(" :") == "NIP":
                return next((isi for isi in baris[kolom + 1 : batas] if isi and isi != ":"), "")
    raise RuleViolation("NIP pegawai yang dinilai tidak ditemukan di dalam berkas.")


def _periode(kisi) -> tuple[date, date]:
    for baris in kisi[:30]:
        teks = " ".join(sel for sel in baris if sel)
        if "periode" not in teks.lower():
            continue
        tahun = TAHUN.findall(teks)
        hari = [(int(h), BULAN[b.lower()], t or (tahun[-1] if tahun else "")) for h, b, t in TANGGAL.findall(teks)]
        if len(hari) >= 2 and hari[0][2]:
            try:
                mulai, selesai = (date(int(t), b, h) for h, b, t in hari[:2])
            except ValueError:
                break
            if mulai.year == selesai.year and mulai <= selesai:
                return mulai, selesai
    raise RuleViolation("Periode penilaian tidak terbaca. Seharusnya seperti “1 Januari sampai 31 Desember 2026”.")


def _kepala(kisi) -> tuple[int, dict[str, int]]:
    """(number of the row after the headings, column by meaning)."""
    for nomor, baris in enumerate(kisi):
        kolom: dict[str, int] = {}
        for letak, sel in enumerate(baris):
            arti = next((arti for kata, arti in JUDUL if kata in " ".join(sel.lower().split())), None)
            if arti:
                kolom.setdefault(arti, letak)
        if "hasil" in kolom and any(sel.upper().rstrip(".") == "NO" for sel in baris):
            return nomor + 1, kolom
    raise RuleViolation("Judul tabel RENCANA HASIL KERJA tidak ditemukan di dalam berkas.")


def _bagian(baris) -> str:
    """Which section or end a row announces."""
    teks = " ".join(sel for sel in dict.fromkeys(baris) if sel).upper().strip()
    if re.fullmatch(r"(A\.?\s*)?UTAMA", teks):
        return JenisHasil.UTAMA.value
    if re.fullmatch(r"(B\.?\s*)?TAMBAHAN", teks):
        return JenisHasil.TAMBAHAN.value
    return "akhir" if teks.startswith("PERILAKU KERJA") else ""


def _kuantitatif(formulir: Formulir, kisi, awal: int, kolom: dict[str, int]) -> None:
    jenis, hasil = JenisHasil.UTAMA.value, ""
    for nomor, baris in enumerate(kisi[awal:], start=awal + 1):
        bagian = _bagian(baris)
        if bagian == "akhir":
            return
        if bagian:
            jenis, hasil = bagian, ""
            continue
        ambil = {nama: baris[letak] if letak < len(baris) else "" for nama, letak in kolom.items()}
        hasil = ambil["hasil"] or hasil
        if ambil.get("indikator") and ambil["indikator"].strip("()0123456789 "):
            isi = {
                "aspek": _kunci(Aspek, ambil.get("aspek")),
                "perspektif": _kunci(Perspektif, ambil.get("perspektif")),
            }
            _tambah(formulir, nomor, hasil, jenis, ambil["indikator"], ambil.get("target", ""), isi)


def _kualitatif(formulir: Formulir, kisi, awal: int, kolom: dict[str, int]) -> None:
    """A numbered result, below it a heading, and bullets in one cell or in rows."""
    jenis, hasil, letak = JenisHasil.UTAMA.value, "", kolom["hasil"]
    for nomor, baris in enumerate(kisi[awal:], start=awal + 1):
        bagian = _bagian(baris)
        if bagian == "akhir":
            return
        if bagian:
            jenis, hasil = bagian, ""
            continue
        teks = next((sel for sel in baris[letak:] if sel), "")
        if baris[0].strip(".)").isdigit() and teks and teks != hasil and not _butir(teks):
            hasil = teks.split("\n")[0]
            teks = "\n".join(teks.split("\n")[1:])
        for urut, satu in enumerate(GUNTING.sub("", kalimat).strip() for kalimat in teks.splitlines()):
            if hasil and satu and satu != hasil and not satu.lower().startswith("ukuran keberhasilan"):
                _tambah(formulir, nomor * 100 + urut, hasil, jenis, satu, "", {}, kualitatif=True)


def _butir(teks: str) -> bool:
    return teks.lower().startswith("ukuran keberhasilan") or bool(re.match(r"[•\-–*·]", teks))


def _kunci(kelas, teks: str | None) -> str:
    """The value of a choice from its printed words; empty if none fits."""
    kata = (teks or "").strip().lower()
    return next((nilai for nilai, label in kelas.choices if kata in (nilai, label.lower())), "")


def _tambah(formulir, nomor, hasil, jenis, indikator, target, isi, kualitatif: bool = False) -> None:
    sel = {"nip": formulir.nip, "hasil_kerja": _rata(hasil), "jenis_hasil": jenis, "indikator": _rata(indikator), **isi}
    ukuran = None if kualitatif else _baca_target(target)
    if ukuran is None:
        ukuran = _kata(_rata(target) or _rata(indikator))
        formulir.ingat.setdefault(nomor, []).append(
            "Target dibaca sebagai kalimat; lengkapi uraian ketiga tingkatnya sebelum diajukan."
        )
    formulir.baris.append(Baris(nomor, sel | ukuran))


def _rata(teks: str) -> str:
    return " ".join(teks.split())[:PENDEK]


def _baca_target(teks: str) -> dict | None:
    """“12 dokumen”, “95-100 persen”, “paling banyak 3 hari” as target, unit and direction; None if it is words."""
    cocok = TARGET.fullmatch(_rata(teks))
    if not cocok:
        return None
    banyak, bawah, atas, satuan = cocok.groups()
    try:
        for angka in filter(None, (bawah, atas)):
            parse_angka(angka.rstrip(".,"))
    except RuleViolation:
        return None
    arah = Arah.RENTANG if atas else Arah.TURUN if banyak else Arah.NAIK
    return {
        "jenis_indikator": JenisIndikator.KUANTITATIF.value, "target": bawah.rstrip(".,"), "satuan": satuan.strip(),
        "target_atas": (atas or "").rstrip(".,"), "arah": arah.value,
    }  # fmt: skip


def _kata(target: str) -> dict:
    return {
        "jenis_indikator": JenisIndikator.KUALITATIF.value,
        "ekspektasi": target,
        "level_bawah": f"Belum tercapai: {target}"[:PENDEK],
        "level_sesuai": f"Tercapai: {target}"[:PENDEK],
        "level_atas": f"Tercapai lebih baik daripada yang diminta: {target}"[:PENDEK],
    }
