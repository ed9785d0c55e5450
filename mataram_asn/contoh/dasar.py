"""One example: the words, what the regulation says comes out, and the rule that is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from evaluasi.aturan import KETENTUAN_BAWAAN as BAWAAN_EVALUASI
from evaluasi.aturan import KetentuanPenilaian
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisKetentuan
from talenta.aturan import KETENTUAN_BAWAAN as BAWAAN_TALENTA
from talenta.aturan import KetentuanAngkaKredit, KetentuanTalenta

PENILAIAN = KetentuanPenilaian.dari(BAWAAN_EVALUASI[JenisKetentuan.PENILAIAN][0])
KREDIT = KetentuanAngkaKredit.dari(BAWAAN_TALENTA[JenisKetentuan.ANGKA_KREDIT][0])
TALENTA = KetentuanTalenta.dari(BAWAAN_TALENTA[JenisKetentuan.TALENTA][0])
DITOLAK = "ditolak"


@dataclass(frozen=True)
class Kasus:
    """`harap` is what must come out, as text; `hitung` asks the rule."""

    uraian: str
    harap: str
    hitung: Callable[[], object]


@dataclass(frozen=True)
class Bagian:
    """The examples of one subject and where they come from."""

    judul: str
    sumber: str
    kasus: tuple[Kasus, ...]


def jalankan(kasus: Kasus) -> str:
    """What the rule gives, as text: a refusal is "ditolak", nothing is "tidak tersedia"."""
    try:
        hasil = kasus.hitung()
    except RuleViolation:
        return DITOLAK
    return "tidak tersedia" if hasil is None else str(hasil)


def tabel(baris, hitung: Callable, uraian: str) -> tuple[Kasus, ...]:
    """Examples of one rule: each row is its arguments and, last, what must come out."""
    return tuple(Kasus(uraian.format(*isi), harap, lambda isi=isi: hitung(*isi)) for *isi, harap in baris)
