"""The jenjang in the name of a functional position, old names (before PermenPANRB 1/2023) too; months of a stretch."""

from __future__ import annotations

import calendar
from datetime import date

from pegawai.pilihan import Jenjang

#: The last words of a position's name, longer ones first: "Pelaksana Lanjutan" is not "Pelaksana".
NAMA_JENJANG = (
    ("ahli pertama", Jenjang.AHLI_PERTAMA),
    ("ahli muda", Jenjang.AHLI_MUDA),
    ("ahli madya", Jenjang.AHLI_MADYA),
    ("ahli utama", Jenjang.AHLI_UTAMA),
    ("pelaksana pemula", Jenjang.PEMULA),
    ("pelaksana lanjutan", Jenjang.MAHIR),
    ("pemula", Jenjang.PEMULA),
    ("terampil", Jenjang.TERAMPIL),
    ("mahir", Jenjang.MAHIR),
    ("penyelia", Jenjang.PENYELIA),
    ("pelaksana", Jenjang.TERAMPIL),
    ("pertama", Jenjang.AHLI_PERTAMA),
    ("muda", Jenjang.AHLI_MUDA),
    ("madya", Jenjang.AHLI_MADYA),
    ("utama", Jenjang.AHLI_UTAMA),
)


def jenjang_dari_nama(nama: str) -> Jenjang | None:
    """The jenjang that the name of a position ends with; None where it names none."""
    rapi = " ".join(nama.lower().split())
    for akhir, jenjang in NAMA_JENJANG:
        if rapi == akhir or rapi.endswith(f" {akhir}"):
            return jenjang
    return None


def rentang_bulan(tahun_mulai: int, bulan_mulai: int, tahun_selesai: int, bulan_selesai: int) -> tuple[date, date]:
    """First and last day of a stretch that is told in months."""
    akhir = calendar.monthrange(tahun_selesai, bulan_selesai)[1]
    return date(tahun_mulai, bulan_mulai, 1), date(tahun_selesai, bulan_selesai, akhir)
