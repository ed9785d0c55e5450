"""The city's year: how often people are rated, and who is in or out of a siklus by dated facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta

from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisStatusDinas

from . import baca

BERKALA = (JenisPeriode.BULANAN, JenisPeriode.TRIWULANAN)


@dataclass(frozen=True, slots=True)
class KetentuanKalender:
    """Monthly or quarterly; from how many served days a person is rated; which facts take days away. [D]"""

    periode_berkala: JenisPeriode
    hari_minimum: int
    keluar: tuple[JenisStatusDinas, ...]

    @classmethod
    def dari(cls, isi: dict) -> KetentuanKalender:
        """Read a stored ketentuan strictly. Raises RuleViolation with the field and what it should be."""
        baca.kamus(isi, [bidang.name for bidang in fields(cls)], "Kalender penilaian")
        berkala = baca.pilihan(isi["periode_berkala"], JenisPeriode, "Periode berkala")
        if berkala not in BERKALA:
            raise RuleViolation("Periode berkala: pilih bulanan atau triwulanan.")
        hari = baca.cacah(isi["hari_minimum"], "Hari paling sedikit untuk dinilai")
        if not 1 <= hari <= 366:
            raise RuleViolation("Hari paling sedikit untuk dinilai: 1 sampai 366.")
        keluar = baca.daftar(isi["keluar"], "Status yang mengeluarkan dari penilaian")
        return cls(berkala, hari, tuple(baca.pilihan(satu, JenisStatusDinas, "Status dinas") for satu in keluar))


@dataclass(frozen=True, slots=True)
class MasaTidakDinas:
    """A stretch of days away from work (inclusive); an open end is None."""

    jenis: JenisStatusDinas
    mulai: date
    selesai: date | None
    nomor_surat: str = ""


@dataclass(frozen=True, slots=True)
class BagianDinas:
    """The part of a stretch that is rated, and how many days of it were served. `alasan` says why there is none."""

    mulai: date
    selesai: date
    hari: int
    alasan: str = ""

    @property
    def dinilai(self) -> bool:
        return not self.alasan


def bagian_dinas(
    mulai: date, selesai: date, masa: Iterable[MasaTidakDinas], ketentuan: KetentuanKalender
) -> BagianDinas:
    """From the first to the last day served in that stretch (inclusive); what lies between does not move the ends.

    A person with fewer served days than the ketentuan asks is out, with the sentence. PermenPANRB 6/2022: the
    evaluation is of the work done, so the part served is rated and absence is nobody's lateness.
    """
    berlaku = sorted((satu for satu in masa if satu.jenis in ketentuan.keluar), key=lambda satu: satu.mulai)
    awal, akhir, absen = mulai, selesai, set()
    for satu in berlaku:
        absen |= _hari(max(satu.mulai, mulai), min(satu.selesai or selesai, selesai))
    while awal <= akhir and awal in absen:
        awal += timedelta(days=1)
    while akhir >= awal and akhir in absen:
        akhir -= timedelta(days=1)
    dinas = len(_hari(awal, akhir) - absen)
    if dinas >= min(ketentuan.hari_minimum, (selesai - mulai).days + 1):
        return BagianDinas(awal, akhir, dinas)
    return BagianDinas(mulai, selesai, dinas, _alasan(berlaku, dinas, ketentuan))


def _hari(mulai: date, selesai: date) -> set[date]:
    return {mulai + timedelta(days=n) for n in range((selesai - mulai).days + 1)}


def _alasan(masa: list[MasaTidakDinas], dinas: int, ketentuan: KetentuanKalender) -> str:
    sebab = ", ".join(dict.fromkeys(satu.jenis.label for satu in masa))
    return (
        f"Tidak dinilai pada periode ini: {sebab}; bertugas {dinas} hari, "
        f"paling sedikit {ketentuan.hari_minimum} hari untuk dinilai."
    )
