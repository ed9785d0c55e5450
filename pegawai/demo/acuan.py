"""Small tables that the generator needs: ranks, levels, education, retirement ages, ids of its own."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

DATA = Path(__file__).parent / "data"
RUANG_NAMA = UUID("6f0b1a52-7b1e-4d0e-9a53-2f6c5b1d7e01")
AWAL = date(2017, 1, 1)  # the offices of PP 18/2016 began on this day; older placements are not told

GOLONGAN = tuple(f"{tingkat}/{ruang}" for tingkat in ("I", "II", "III") for ruang in "abcd") + tuple(
    f"IV/{ruang}" for ruang in "abcde"
)
KODE_GOLONGAN = {
    nama: f"{('I', 'II', 'III', 'IV').index(nama.split('/')[0]) + 1}{'abcde'.index(nama[-1]) + 1}" for nama in GOLONGAN
}
PENDIDIKAN = {
    "05": "SD", "10": "SMP", "15": "SMA", "20": "D-I", "25": "D-II",
    "30": "D-III", "35": "D-IV", "40": "S-1", "45": "S-2", "50": "S-3",
}  # fmt: skip

#: jenjang: (golongan lowest, highest, class, education). PermenPANRB 1/2023; classes as commonly published.
JENJANG = {
    "pemula": ("II/a", "II/b", 5, "15"),
    "terampil": ("II/c", "II/d", 6, "30"),
    "mahir": ("III/a", "III/b", 7, "30"),
    "penyelia": ("III/c", "III/d", 8, "30"),
    "ahli_pertama": ("III/a", "III/b", 8, "40"),
    "ahli_muda": ("III/c", "III/d", 9, "40"),
    "ahli_madya": ("IV/a", "IV/c", 11, "40"),
    "ahli_utama": ("IV/d", "IV/e", 13, "40"),
}
NAMA_JENJANG = {kunci: kunci.replace("_", " ").title() for kunci in JENJANG}

#: leader levels: (jenis_jabatan, golongan lowest, highest, class, education). Usual pattern of PP 18/2016.
PIMPINAN = {
    "II.a": ("pimpinan_tinggi_pratama", "IV/c", "IV/d", 15, "40"),
    "II.b": ("pimpinan_tinggi_pratama", "IV/b", "IV/c", 14, "40"),
    "III.a": ("administrator", "IV/a", "IV/b", 12, "40"),
    "III.b": ("administrator", "III/d", "IV/a", 11, "40"),
    "IV.a": ("pengawas", "III/c", "III/d", 9, "30"),
    "IV.b": ("pengawas", "III/b", "III/c", 8, "30"),
}

#: pelaksana: (golongan lowest, highest, class, education)
PELAKSANA = {
    "Penelaah Teknis Kebijakan": ("III/a", "III/d", 7, "40"),
    "Pengolah Data dan Informasi": ("II/c", "III/c", 6, "30"),
    "Pengadministrasi Perkantoran": ("II/a", "III/b", 5, "15"),
    "Operator Layanan Operasional": ("II/a", "II/d", 3, "15"),
}


def bup(posisi) -> int:
    """Retirement age of a position in years. PP 11/2017 art. 239, UU 14/2005 for teachers."""
    if posisi.rumpun == "guru":
        return 60
    if posisi.jenis_jabatan == "pimpinan_tinggi_pratama" or posisi.jenjang == "ahli_madya":
        return 60
    return 65 if posisi.jenjang == "ahli_utama" else 58


def uuid_dari(*bagian) -> str:
    """A stable id made of its parts."""
    return str(uuid5(RUANG_NAMA, ":".join(str(satu) for satu in bagian)))


def acak(seed: int, pokok: str) -> Random:
    """A stream of its own for each subject, so that a change in one does not shift the others."""
    return Random(f"{seed}:{pokok}")


def geser_bulan(hari: date, bulan: int) -> date:
    """The first of the month that lies so many months from the month of `hari`."""
    urut = hari.year * 12 + hari.month - 1 + bulan
    return date(urut // 12, urut % 12 + 1, 1)


def tanggal_pensiun(lahir: date, umur: int) -> date:
    """The first of the month after the birthday on which the retirement age is reached."""
    return geser_bulan(date(lahir.year + umur, lahir.month, 1), 1)


@cache
def baca(nama: str):
    """A data file of this package."""
    return json.loads((DATA / nama).read_text(encoding="utf-8"))
