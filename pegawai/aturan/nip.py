"""The NIP: 18 digits that carry birth date, appointment, sex and a serial. It is text, and never a secret."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import JenisKelamin
from .waktu import usia

#: Digits 13 and 14 are the month of appointment up to here, and a code from KODE_TERENDAH upwards.
BULAN_TERAKHIR = 12
KODE_TERENDAH = 21
USIA_TERENDAH = 16
USIA_LAZIM = (18, 40)

_DELAPAN_BELAS = re.compile(r"[0-9]{18}")
_DIUBAH_EXCEL = re.compile(r"[0-9]+([.,][0-9]*)?[eE][+-]?[0-9]+|[0-9]{15,18}[.,]0+")
_KELAMIN = {"1": JenisKelamin.LAKI, "2": JenisKelamin.PEREMPUAN}


@dataclass(frozen=True, slots=True)
class Nip:
    """A NIP taken apart. `kode` is digits 13 and 14: a month, or a code from 21 upwards.

    The code does not say what kind of employee somebody is; the record does.
    """

    teks: str
    lahir: date
    tahun_angkat: int
    kode: str
    jenis_kelamin: JenisKelamin
    serial: str

    @property
    def tmt(self) -> date | None:
        """The first of the month of appointment; None where the number names only the year."""
        kode = int(self.kode)
        return date(self.tahun_angkat, kode, 1) if kode <= BULAN_TERAKHIR else None

    @property
    def usia_angkat(self) -> int:
        """Completed years at appointment, counted by the year where the month is not known."""
        if self.tmt is None:
            return self.tahun_angkat - self.lahir.year
        return usia(self.lahir, self.tmt) if self.tmt >= self.lahir else -1


def clean_nip(teks: str) -> str:
    """Take out blanks and the apostrophe that a spreadsheet puts in front. What is left is not yet checked."""
    bersih = "".join(teks.split()) if isinstance(teks, str) else ""
    return bersih.removeprefix("'")


def group_nip(teks: str) -> str:
    """Write a NIP in its groups, 8-6-1-3."""
    bersih = clean_nip(teks)
    return f"{bersih[:8]} {bersih[8:14]} {bersih[14:15]} {bersih[15:]}"


def check_nip(teks: str, hari_ini: date | None = None) -> Nip:
    """Read a NIP. With `hari_ini` an appointment later than next year is refused too.

    Raises RuleViolation with what is wrong and what to do.
    """
    bersih = _delapan_belas_angka(clean_nip(teks))
    lahir = _lahir(bersih[:8])
    tahun, kode = int(bersih[8:12]), bersih[12:14]
    if not (1 <= int(kode) <= BULAN_TERAKHIR or int(kode) >= KODE_TERENDAH):
        raise RuleViolation(f"Angka ke-13 dan ke-14 NIP ({kode}) harus 01–12 atau mulai 21; periksa SK pengangkatan.")
    if bersih[14] not in _KELAMIN:
        raise RuleViolation(f"Angka ke-15 NIP ({bersih[14]}) harus 1 (laki-laki) atau 2 (perempuan); periksa lagi.")
    if bersih[15:] == "000":
        raise RuleViolation("Nomor urut NIP (tiga angka terakhir) mulai dari 001; periksa lagi.")
    if not tahun:
        raise RuleViolation("Tahun pengangkatan pada NIP (0000) tidak ada; periksa lagi.")
    nip = Nip(bersih, lahir, tahun, kode, _KELAMIN[bersih[14]], bersih[15:])
    if nip.usia_angkat < USIA_TERENDAH:
        raise RuleViolation(
            f"Menurut NIP, usia saat diangkat kurang dari {USIA_TERENDAH} tahun; periksa tanggal lahir dan TMT-nya."
        )
    if hari_ini is not None and tahun > hari_ini.year + 1:
        raise RuleViolation(f"Tahun pengangkatan pada NIP ({tahun}) belum tiba; periksa angka ke-9 sampai ke-12.")
    return nip


def nip_warnings(
    nip: Nip, lahir: date | None = None, tmt: date | None = None, jenis_kelamin: str | None = None
) -> list[str]:
    """What of the record differs from the NIP, as sentences; an empty field is no difference.

    Never a refusal: whose birth date was corrected keeps the old NIP.
    """
    peringatan = []
    if lahir and lahir != nip.lahir:
        peringatan.append(f"Tanggal lahir {lahir:%d-%m-%Y} berbeda dari NIP ({nip.lahir:%d-%m-%Y}).")
    if tmt and not _tmt_cocok(nip, tmt):
        tertulis = f"{nip.tmt:%m-%Y}" if nip.tmt else f"tahun {nip.tahun_angkat}"
        peringatan.append(f"TMT pengangkatan {tmt:%d-%m-%Y} berbeda dari NIP ({tertulis}).")
    if jenis_kelamin and jenis_kelamin != nip.jenis_kelamin:
        peringatan.append(f"Jenis kelamin {jenis_kelamin} berbeda dari NIP ({nip.jenis_kelamin.value}).")
    if not USIA_LAZIM[0] <= nip.usia_angkat <= USIA_LAZIM[1]:
        peringatan.append(
            f"Menurut NIP, usia saat diangkat {nip.usia_angkat} tahun, "
            f"di luar {USIA_LAZIM[0]}–{USIA_LAZIM[1]}; pastikan benar."
        )
    return peringatan


def _delapan_belas_angka(bersih: str) -> str:
    if _DIUBAH_EXCEL.fullmatch(bersih):
        raise RuleViolation(
            "NIP ini telah diubah lembar kerja menjadi bilangan sehingga angkanya hilang; "
            "jadikan kolom NIP bertipe teks, lalu isi ulang dari sumbernya."
        )
    if not _DELAPAN_BELAS.fullmatch(bersih):
        raise RuleViolation("NIP terdiri atas 18 angka 0–9 tanpa huruf atau tanda lain; ketik ulang.")
    return bersih


def _lahir(delapan: str) -> date:
    try:
        lahir = date(int(delapan[:4]), int(delapan[4:6]), int(delapan[6:]))
    except ValueError:
        lahir = None
    if lahir is None or lahir.year < 1900:
        raise RuleViolation(
            f"Delapan angka pertama NIP ({delapan}) bukan tanggal lahir yang ada; tulis tahun, bulan, hari."
        )
    return lahir


def _tmt_cocok(nip: Nip, tmt: date) -> bool:
    if nip.tmt is None:
        return tmt.year == nip.tahun_angkat
    return (tmt.year, tmt.month) == (nip.tmt.year, nip.tmt.month)
