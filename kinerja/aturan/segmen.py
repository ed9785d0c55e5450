"""What a person's placements propose for their plans. PermenPANRB 6/2022: a new position, unit or status closes the
SKP the day before and begins a new one; acting duty beside a definitive post is an extra assignment, no segment."""

from dataclasses import dataclass
from datetime import date, timedelta

from ..pilihan import JenisUsul

SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class Rencana:
    """One plan: its position and unit, its days (inclusive)."""

    pk: int
    jabatan: int
    unit: int
    mulai: date
    selesai: date


@dataclass(frozen=True)
class Duduk:
    """One placement: definitive or acting; `selesai` None is open."""

    pk: int
    jabatan: int
    unit: int
    definitif: bool
    mulai: date
    selesai: date | None


@dataclass(frozen=True)
class Usulan:
    """What is proposed: close plan `skp` on `tutup` (None: nothing to close), and begin or add from `mulai` on."""

    jenis: str
    skp: int | None
    tutup: date | None
    mulai: date
    selesai: date
    duduk: int

    @property
    def kunci(self) -> str:
        """Names the proposal by what causes it, so that the same cause is confirmed once."""
        return f"{self.jenis}-{self.duduk}-{self.mulai:%Y%m%d}"


def usulkan(
    rencana: tuple[Rencana, ...],
    duduk: tuple[Duduk, ...],
    hari: date,
    *,
    diangkat: date | None = None,
    bertugas: bool = True,
    tugas_tercatat: frozenset[int] = frozenset(),
    absen: tuple[tuple[date, date], ...] = (),
) -> tuple[Usulan, ...]:
    """The proposals of one person for the year of `hari`, in order of their days.

    `diangkat` is the day on which the present status (CPNS, PNS, PPPK) began; `bertugas` whether the person is in
    active service on `hari`; `tugas_tercatat` the acting placements that a plan already carries; `absen` the first and
    last day of each absence that interrupts service (CLTN, tugas belajar).
    """
    definitif = sorted((satu for satu in duduk if satu.definitif), key=lambda satu: satu.mulai)
    pindah = [usulan for satu in rencana if (usulan := _pindah(satu, definitif))]
    status = [usulan for satu in rencana if (usulan := _status(satu, definitif, diangkat, pindah))]
    ganti = [*pindah, *status]
    cuti = [usulan for satu in rencana if (usulan := _cuti(satu, definitif, absen, ganti))]
    kembali = [] if ganti or cuti or not bertugas else _kembali(rencana, definitif, hari)
    tugas = [
        usulan
        for satu in duduk
        if not satu.definitif and satu.pk not in tugas_tercatat and (usulan := _tugas(satu, rencana, hari))
    ]
    return tuple(sorted((*ganti, *cuti, *kembali, *tugas), key=lambda satu: (satu.mulai, satu.kunci)))


def _pindah(rencana: Rencana, definitif: list[Duduk]) -> Usulan | None:
    """The first later placement inside the plan's days that is another position or unit."""
    for satu in definitif:
        lain = (satu.jabatan, satu.unit) != (rencana.jabatan, rencana.unit)
        if lain and rencana.mulai < satu.mulai <= rencana.selesai:
            return _ganti(JenisUsul.PINDAH, rencana, satu, satu.mulai)
    return None


def _status(rencana: Rencana, definitif: list[Duduk], diangkat: date | None, pindah: list[Usulan]) -> Usulan | None:
    """A new status inside the plan's days, unless a move on the way already closes it."""
    if diangkat is None or not rencana.mulai < diangkat <= rencana.selesai or any(u.skp == rencana.pk for u in pindah):
        return None
    satu = next((d for d in definitif if d.mulai <= diangkat and (d.selesai is None or d.selesai >= diangkat)), None)
    return _ganti(JenisUsul.STATUS, rencana, satu, diangkat) if satu else None


def _cuti(rencana: Rencana, definitif: list[Duduk], absen, ganti: list[Usulan]) -> Usulan | None:
    """An absence inside the plan's days that has a return: the plan ends before it and a new one begins after."""
    if any(satu.skp == rencana.pk for satu in ganti):
        return None
    for pergi, terakhir in sorted(absen):
        kembali = terakhir + SEHARI
        duduk = next((d for d in definitif if d.mulai <= kembali and (d.selesai is None or d.selesai >= kembali)), None)
        if duduk and rencana.mulai < pergi and kembali <= rencana.selesai:
            akhir = min(duduk.selesai or date(kembali.year, 12, 31), date(kembali.year, 12, 31))
            return Usulan(str(JenisUsul.KEMBALI), rencana.pk, pergi - SEHARI, kembali, akhir, duduk.pk)
    return None


def _ganti(jenis: str, rencana: Rencana, duduk: Duduk, mulai: date) -> Usulan:
    akhir = min(duduk.selesai or date(mulai.year, 12, 31), date(mulai.year, 12, 31))
    return Usulan(str(jenis), rencana.pk, mulai - SEHARI, mulai, akhir, duduk.pk)


def _kembali(rencana: tuple[Rencana, ...], definitif: list[Duduk], hari: date) -> list[Usulan]:
    """Back in service: a placement covers today, no plan does, and an earlier plan of the year has ended."""
    tahun_ini = [satu for satu in rencana if satu.selesai.year == hari.year]
    lewat = [satu for satu in tahun_ini if satu.selesai < hari]
    if not lewat or any(satu.selesai >= hari for satu in tahun_ini):
        return []
    kini = next((d for d in definitif if d.mulai <= hari and (d.selesai is None or d.selesai >= hari)), None)
    if kini is None:
        return []
    terakhir = max(lewat, key=lambda satu: satu.selesai)
    mulai = max(terakhir.selesai + SEHARI, kini.mulai)
    akhir = min(kini.selesai or date(hari.year, 12, 31), date(hari.year, 12, 31))
    return [Usulan(str(JenisUsul.KEMBALI), terakhir.pk, None, mulai, akhir, kini.pk)]


def _tugas(duduk: Duduk, rencana: tuple[Rencana, ...], hari: date) -> Usulan | None:
    """An acting duty that is not over, beside the definitive plan that meets it first."""
    akhir = duduk.selesai or date(hari.year, 12, 31)
    if akhir < hari:
        return None
    bertemu = [satu for satu in rencana if satu.mulai <= akhir and satu.selesai >= max(duduk.mulai, hari)]
    if not bertemu:
        return None
    return Usulan(str(JenisUsul.TUGAS), min(bertemu, key=lambda s: s.mulai).pk, None, duduk.mulai, akhir, duduk.pk)
