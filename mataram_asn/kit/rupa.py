"""How words look: the colour class and shape of each predikat, the icon of each status.

Only the look is here; which words exist is said by each app's `pilihan`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rupa:
    """Look of one word: CSS class, shape or icon name, and the word to fall back on."""

    kelas: str
    bentuk: str
    kata: str


#: The legal five, PermenPANRB 6/2022, and Istimewa for organisations. Shapes differ for colour-blind eyes.
PREDIKAT = {
    "istimewa": Rupa("sb", "bintang", "Istimewa"),
    "sangat_baik": Rupa("sb", "bintang", "Sangat Baik"),
    "baik": Rupa("b", "bulat", "Baik"),
    "butuh_perbaikan": Rupa("bp", "belah", "Butuh Perbaikan"),
    "kurang": Rupa("k", "segitiga", "Kurang"),
    "sangat_kurang": Rupa("sk", "silang", "Sangat Kurang"),
}
BELUM_ADA = Rupa("belum", "garis", "Belum ada predikat")

RATING = {
    "di_atas": Rupa("", "arrow-up", "Di atas ekspektasi"),
    "sesuai": Rupa("", "dash-lg", "Sesuai ekspektasi"),
    "di_bawah": Rupa("", "arrow-down", "Di bawah ekspektasi"),
}
BELUM_DINILAI = Rupa("soft", "circle", "Belum dinilai")

_SELESAI = ("done", "check-circle-fill")
_MENUNGGU = ("wait", "hourglass-split")
_TAHAN = ("stop", "exclamation-triangle-fill")
_DIAM = ("", "circle")

_STATUS = {
    _SELESAI: "disetujui selesai ditetapkan final terbit dimuat layak diperbaiki baru tepat terkirim diterima di_jalur "
    "valid ditandatangani",
    _MENUNGGU: "diajukan menunggu diperiksa dilaporkan isi_bukti penilaian kalibrasi pemeriksaan berjalan berubah "
    "antre tertinggal",
    _TAHAN: "dikembalikan tertahan karantina ditolak terlambat gagal peringatan keberatan dicabut",
    _DIAM: "draf terbuka persiapan batal dibatalkan direncanakan digantikan sama tetap belum nonaktif belum_ada",
}
STATUS = {
    kunci: Rupa(kelas, ikon, kunci.replace("_", " ").capitalize())
    for (kelas, ikon), kata in _STATUS.items()
    for kunci in kata.split()
}


def rupa_predikat(nilai) -> Rupa:
    """The look of a predikat; anything unknown or missing is shown as not yet there."""
    return PREDIKAT.get(str(nilai or ""), BELUM_ADA)


def rupa_rating(nilai) -> Rupa:
    return RATING.get(str(nilai or ""), BELUM_DINILAI)


def rupa_status(nilai) -> Rupa:
    """The look of a status; an unknown word gets the quiet circle and its own text."""
    teks = str(nilai or "")
    return STATUS.get(teks) or Rupa("", "circle", teks.replace("_", " ").capitalize() or "Belum ada status")
