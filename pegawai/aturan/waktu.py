"""Age, service, retirement and periods: dates in, dates and counts out."""

from __future__ import annotations

from datetime import date

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import JenisPegawai


def usia(lahir: date, pada: date) -> int:
    """Completed years on a day. Who is born on 29 February grows older on 1 March of common years."""
    if pada < lahir:
        raise RuleViolation("Tanggal lahir tidak boleh sesudah tanggal yang ditanyakan.")
    return pada.year - lahir.year - ((pada.month, pada.day) < (lahir.month, lahir.day))


def masa_kerja(tmt: date, pada: date) -> tuple[int, int]:
    """Completed service from `tmt` until a day, as (years, months)."""
    if pada < tmt:
        raise RuleViolation("TMT tidak boleh sesudah tanggal yang ditanyakan.")
    bulan = (pada.year - tmt.year) * 12 + pada.month - tmt.month - (pada.day < tmt.day)
    return divmod(bulan, 12)


def tanggal_pensiun(lahir: date, umur: int) -> date:
    """The first of the month after the birthday on which the retirement age is reached. PP 11/2017."""
    tahun, bulan = divmod((lahir.year + umur) * 12 + lahir.month, 12)
    return date(tahun, bulan + 1, 1)


def tanggal_keluar(jenis: str, lahir: date, umur: int | None, kontrak_selesai: date | None = None) -> date | None:
    """The day on which a person leaves service; None where nothing says when.

    PNS: the first day of the pension. PPPK: the end of the contract or that day, the earlier.
    `umur` is the retirement age in years (see `bup`), None for officials who have none.
    """
    if jenis == JenisPegawai.NON_ASN:
        return None
    batas = [] if umur is None else [tanggal_pensiun(lahir, umur)]
    if jenis == JenisPegawai.PPPK and kontrak_selesai:
        batas.append(kontrak_selesai)
    return min(batas, default=None)


def periksa_periode(mulai: date, selesai: date | None) -> None:
    """Refuse a period that ends before it starts; an open end is None. Both days belong to it."""
    if selesai is not None and selesai < mulai:
        raise RuleViolation("Tanggal selesai tidak boleh sebelum tanggal mulai.")


def beririsan(mulai: date, selesai: date | None, mulai_lain: date, selesai_lain: date | None) -> bool:
    """Whether two periods share at least one day; both ends belong to them, an open end is None."""
    return (selesai is None or mulai_lain <= selesai) and (selesai_lain is None or mulai <= selesai_lain)
