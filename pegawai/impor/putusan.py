"""How a verdict over a row comes about, the same for every kind of file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Putusan
from .baca import Baris
from .nilai import rumus, tanggal, tanggal_wajib


@dataclass
class Periksa:
    """What is found out about one row while it is checked."""

    baris: Baris
    kunci: str = ""
    nama: str = ""
    isi: dict = field(default_factory=dict)
    tolak: list[str] = field(default_factory=list)
    ingat: list[str] = field(default_factory=list)
    lama: dict | None = None

    def __post_init__(self):
        if self.baris.lebih:
            self.tolak.append("Ada isian di luar kolom yang berjudul; periksa tanda pemisahnya.")
        for judul, sel in self.baris.sel.items():
            if rumus(sel):
                self.tolak.append(f"{judul}: berisi rumus; ganti dengan nilainya.")

    def ambil(self, judul: str, baca: Callable, *lagi):
        """The cell under that heading, read; a refusal is noted under the heading and gives None."""
        try:
            return baca(self.baris.sel.get(judul, ""), *lagi)
        except RuleViolation as galat:
            self.tolak.append(f"{judul}: {str(galat).rstrip('.')}.")
            return None

    @property
    def putusan(self) -> str:
        if self.tolak:
            return Putusan.DITOLAK
        if self.lama == self.isi:
            return Putusan.SAMA
        if self.ingat:
            return Putusan.PERINGATAN
        return Putusan.BARU if self.lama is None else Putusan.BERUBAH


def tolak_ganda(daftar: list[Periksa], kunci: Callable[[Periksa], object], kalimat: str) -> None:
    """Refuse every row whose key an earlier row of the file already has."""
    pertama = {}
    for satu in daftar:
        nilai = kunci(satu)
        if satu.tolak or not nilai:
            continue
        if nilai in pertama:
            satu.tolak.append(kalimat.format(nomor=pertama[nilai]))
        else:
            pertama[nilai] = satu.baris.nomor


def tolak_tumpang_tindih(daftar: list[Periksa], kunci: Callable, tersimpan: dict, kalimat: str) -> None:
    """Refuse rows whose period meets another period of the same key.

    `tersimpan`: key -> {mulai: selesai} of the stored rows; a row of the file replaces the stored one of its day.
    """
    rentang = {}
    for satu in daftar:
        if not satu.tolak and kunci(satu):
            rentang.setdefault(kunci(satu), {})
    for nilai in rentang:
        rentang[nilai] = {mulai: (selesai, None) for mulai, selesai in tersimpan.get(nilai, {}).items()}
    for satu in daftar:
        if not satu.tolak and kunci(satu):
            rentang[kunci(satu)][satu.isi["mulai"]] = (satu.isi["selesai"], satu)
    for waktu in rentang.values():
        urut = sorted(waktu.items())
        for (_, (selesai, awal)), (mulai, (_, akhir)) in pairwise(urut):
            kena = akhir or awal
            if kena and (selesai is None or selesai >= mulai):
                kena.tolak.append(kalimat)


def periode(satu: Periksa) -> None:
    """Read `mulai` and `selesai` as ISO text into the row; an end before the start is refused."""
    mulai, selesai = satu.ambil("mulai", tanggal_wajib), satu.ambil("selesai", tanggal)
    if mulai and selesai and selesai < mulai:
        satu.tolak.append("selesai: sebelum tanggal mulai; tukar atau perbaiki.")
    satu.isi |= {"mulai": mulai and mulai.isoformat(), "selesai": selesai and selesai.isoformat()}


def iso(tanggal: date | None) -> str | None:
    return tanggal.isoformat() if tanggal else None


def dari_iso(teks: str | None) -> date | None:
    return date.fromisoformat(teks) if teks else None


@dataclass(frozen=True)
class Pengimpor:
    """One kind of file: its headings, how its rows are judged, and how the confirmed ones are written."""

    kolom: tuple[str, ...]
    periksa: Callable[[tuple[Baris, ...], date], list[Periksa]]
    muat: Callable[[list[dict], object], None]
    tambahan: tuple[str, ...] = ()
    setelan_byte: str = "IMPOR_MAKS_BYTE"
