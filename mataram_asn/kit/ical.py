"""A calendar file (RFC 5545): whole days and moments, text escaped, lines folded at 75 octets."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PEMBUAT = "-//Kota Mataram//Mataram ASN//ID"


@dataclass(frozen=True)
class AcaraIcal:
    """One entry. `kunci` is its own for ever, so that a second import replaces it; `jam` None is a whole day."""

    kunci: str
    tanggal: date
    judul: str
    keterangan: str = ""
    tautan: str = ""
    jam: datetime | None = None
    lama: timedelta = timedelta(hours=1)


def tulis_ical(acara: Iterable[AcaraIcal], *, saat: datetime, nama: str) -> str:
    """The file's text with CRLF lines. `saat` is when it was made (aware)."""
    baris = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PEMBUAT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{lolos(nama)}",
        "X-WR-TIMEZONE:Asia/Makassar",
        *(isi for satu in acara for isi in _acara(satu, saat)),
        "END:VCALENDAR",
    ]
    return "".join(f"{lipat(satu)}\r\n" for satu in baris)


def _acara(satu: AcaraIcal, saat: datetime):
    yield "BEGIN:VEVENT"
    yield f"UID:{satu.kunci}@mataram-asn"
    yield f"DTSTAMP:{_utc(saat)}"
    yield from _waktu(satu)
    yield f"SUMMARY:{lolos(satu.judul)}"
    if satu.keterangan:
        yield f"DESCRIPTION:{lolos(satu.keterangan)}"
    if satu.tautan:
        yield f"URL:{satu.tautan}"
    yield "END:VEVENT"


def _waktu(satu: AcaraIcal):
    if satu.jam is None:
        yield f"DTSTART;VALUE=DATE:{satu.tanggal:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{satu.tanggal + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_utc(satu.jam)}"
        yield f"DTEND:{_utc(satu.jam + satu.lama)}"


def _utc(saat: datetime) -> str:
    return f"{saat.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def lolos(teks: str) -> str:
    """Text of a property: backslash, comma, semicolon and line ends escaped; other control characters are dropped."""
    polos = "".join(huruf for huruf in teks.replace("\r\n", "\n").replace("\r", "\n") if huruf == "\n" or huruf >= " ")
    return polos.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def lipat(baris: str) -> str:
    """Fold a line so that none is longer than 75 octets; a letter is never cut in two."""
    potongan, kini, panjang, batas = [], [], 0, 75
    for huruf in baris:
        byte = len(huruf.encode())
        if panjang + byte > batas:
            potongan.append("".join(kini))
            kini, panjang, batas = [], 0, 74
        kini.append(huruf)
        panjang += byte
    return "\r\n ".join([*potongan, "".join(kini)])
