"""The NIK: 16 digits of region, birth date (women add 40 to the day) and a serial."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import JenisKelamin

_ENAM_BELAS = re.compile(r"[0-9]{16}")
_TAMBAHAN_PEREMPUAN = 40
#: Without a day to compare with, two digits from here on are 19xx: nobody born before is in service.
_TAHUN_1900 = 30


@dataclass(frozen=True, slots=True)
class Nik:
    """A NIK taken apart. The century of `lahir` is not in the number; see `check_nik`."""

    teks: str
    wilayah: str
    lahir: date
    jenis_kelamin: JenisKelamin
    serial: str

    def cocok(self, lahir: date | None, jenis_kelamin: str | None = None) -> bool:
        """Whether the record's birth date and sex can be those of the NIK; an empty field says nothing."""
        tanggal_sama = lahir is None or f"{lahir:%d%m%y}" == f"{self.lahir:%d%m%y}"
        return tanggal_sama and (not jenis_kelamin or jenis_kelamin == self.jenis_kelamin)


def check_nik(teks: str, hari_ini: date | None = None) -> Nik:
    """Read a NIK. The birth date is the latest one not after `hari_ini`; without it 1930 to 2029.

    Raises RuleViolation with what is wrong and what to do.
    """
    bersih = "".join(teks.split()).removeprefix("'") if isinstance(teks, str) else ""
    if not _ENAM_BELAS.fullmatch(bersih):
        raise RuleViolation("NIK terdiri atas 16 angka 0–9 tanpa huruf atau tanda lain; ketik ulang.")
    hari = int(bersih[6:8])
    perempuan = hari > _TAMBAHAN_PEREMPUAN
    lahir = _lahir(hari - _TAMBAHAN_PEREMPUAN * perempuan, int(bersih[8:10]), int(bersih[10:12]), hari_ini)
    if lahir is None:
        raise RuleViolation(
            f"Angka ke-7 sampai ke-12 NIK ({bersih[6:12]}) bukan tanggal lahir yang ada "
            "(hari 01–31, perempuan 41–71); cocokkan dengan KTP."
        )
    kelamin = JenisKelamin.PEREMPUAN if perempuan else JenisKelamin.LAKI
    return Nik(bersih, bersih[:6], lahir, kelamin, bersih[12:])


def _lahir(hari: int, bulan: int, tahun: int, hari_ini: date | None) -> date | None:
    """The birth date of the most likely century that has that day (29 February), or None."""
    abad = (2000, 1900) if hari_ini or tahun < _TAHUN_1900 else (1900, 2000)
    for awal in abad:
        try:
            lahir = date(awal + tahun, bulan, hari)
        except ValueError:
            continue
        if hari_ini is None or lahir <= hari_ini:
            return lahir
    return None
