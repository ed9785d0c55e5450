"""How figures, dates and names are written for people: Indonesian form, times in WITA."""

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
BELUM = "belum tersedia"
BULAN = [
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
]  # fmt: skip
HARI = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
_KANONIK = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TUKAR = str.maketrans(",.", ".,")


def tulis_angka(nilai, tempat=None) -> str:
    """Write a number as 1.234,56; None is "belum tersedia", never 0.

    Without `tempat` a Decimal keeps its own places, at most two (half up). `tempat` is the number of
    places, or "ringkas" to drop zeros at the end. Text that is not a number comes back as it is.
    """
    if nilai is None or nilai == "":
        return BELUM
    bilangan = _bilangan(nilai)
    if bilangan is None:
        return str(nilai)
    if tempat == "ringkas":
        return f"{_dibulatkan(bilangan, 2).normalize():,f}".translate(_TUKAR)
    ada = max(0, -bilangan.as_tuple().exponent)
    return f"{_dibulatkan(bilangan, min(ada, 2) if tempat is None else int(tempat)):,f}".translate(_TUKAR)


def _bilangan(nilai) -> Decimal | None:
    """The number behind a value; text counts only in the canonical form, so "1e3" and dates stay text."""
    if isinstance(nilai, Decimal):
        return nilai if nilai.is_finite() else None
    if isinstance(nilai, Fraction):  # an exact target or capaian, as the rules hand it out
        return Decimal(nilai.numerator) / nilai.denominator
    teks = str(nilai)
    return Decimal(teks) if _KANONIK.fullmatch(teks) else None


def _dibulatkan(bilangan: Decimal, tempat: int) -> Decimal:
    hasil = bilangan.quantize(Decimal(1).scaleb(-tempat), ROUND_HALF_UP)
    return hasil if hasil else abs(hasil)  # no "-0,00"


def _wita(saat: dt.datetime) -> dt.datetime:
    return saat.astimezone(WITA) if saat.tzinfo else saat


def tulis_tanggal(tanggal, dengan_hari=False) -> str:
    """Write a date as "24 November 2026"; a moment is read in WITA."""
    if not tanggal:
        return BELUM
    hari = _wita(tanggal).date() if isinstance(tanggal, dt.datetime) else tanggal
    teks = f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"
    return f"{HARI[hari.weekday()]}, {teks}" if dengan_hari else teks


def tulis_waktu(saat) -> str:
    """Write the clock of a moment as "14.02.11 WITA"."""
    return f"{_wita(saat):%H.%M.%S} WITA" if saat else BELUM


def tulis_saat(saat) -> str:
    """Write a moment as "24 November 2026 14.02 WITA"."""
    return f"{tulis_tanggal(saat)} {_wita(saat):%H.%M} WITA" if saat else BELUM


def tulis_batas(saat) -> str:
    """Write the end of a half-open stretch as people read a deadline: midnight is 23.59 of the day before."""
    return tulis_saat(saat - dt.timedelta(minutes=1) if saat and _wita(saat).time() == dt.time(0) else saat)


_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.+-]+)?")
_TITIK_PECAHAN = re.compile(r"(?<=[0-9])\.(?=[0-9])")


def tulis_rumus(teks) -> str:
    """Write a stored formula with decimal commas and dates in words; the stored text stays canonical."""
    bagian = re.split(f"({_ISO.pattern})", str(teks or ""))
    return "".join(_saat_iso(satu) if n % 2 else _TITIK_PECAHAN.sub(",", satu) for n, satu in enumerate(bagian))


def tulis_sumber(teks) -> str:
    """Write the moments in a stored source in words; everything else stays as it was typed."""
    bagian = re.split(f"({_ISO.pattern})", str(teks or ""))
    return "".join(_saat_iso(satu) if n % 2 else satu for n, satu in enumerate(bagian))


def tulis_nilai(nilai) -> str:
    """Write the value of a stored figure: a number with its comma, "4.5–8" too; words stay words."""
    return tulis_angka(nilai) if nilai is None or _bilangan(nilai) is not None else _rentang(str(nilai))


_RENTANG = re.compile(r"-?[0-9]+(\.[0-9]+)?–[0-9]+(\.[0-9]+)?")


def _rentang(teks: str) -> str:
    return "–".join(map(tulis_angka, teks.split("–"))) if _RENTANG.fullmatch(teks) else teks


def _saat_iso(teks: str) -> str:
    try:
        return (
            tulis_saat(dt.datetime.fromisoformat(teks)) if "T" in teks else tulis_tanggal(dt.date.fromisoformat(teks))
        )
    except ValueError:
        return teks


def tulis_nip(nip) -> str:
    """Group an 18-digit NIP as 8-6-1-3; anything else comes back as it is."""
    teks = str(nip or "")
    if len(teks) != 18 or not (teks.isascii() and teks.isdigit()):
        return teks
    return f"{teks[:8]} {teks[8:14]} {teks[14]} {teks[15:]}"


def inisial(nama) -> str:
    """Two letters for an avatar; titles behind a comma or with a dot do not count."""
    kata = [bagian for bagian in str(nama or "").split(",")[0].split() if "." not in bagian]
    huruf = [bagian[0] for bagian in (kata[:1] + kata[-1:] if len(kata) > 1 else kata)]
    return "".join(huruf).upper() or "?"
