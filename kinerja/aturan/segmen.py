"""What a person's placements propose for their plans. PermenPANRB 6/2022: a new position, unit or status closes the
SKP the day before and begins a new one; acting duty beside a definitive post is an extra assignment, no segment."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

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

    @property
    def tempat(self) -> tuple[int, int]:
        return self.jabatan, self.unit


@dataclass(frozen=True)
class Duduk:
    """One placement: definitive or acting; `selesai` None is open."""

    pk: int
    jabatan: int
    unit: int
    definitif: bool
    mulai: date
    selesai: date | None

    @property
    def tempat(self) -> tuple[int, int]:
        return self.jabatan, self.unit

    def meliputi(self, hari: date) -> bool:
        return self.mulai <= hari and (self.selesai is None or self.selesai >= hari)


@dataclass(frozen=True)
class Masa:
    """What else bounds a year of service.

    `diangkat` is the day on which the present status (CPNS, PNS, PPPK) began; `bertugas` whether the person is in
    active service; `absen` the first and last day of each absence that interrupts service (CLTN, tugas belajar);
    `berakhir` the last day of a contract of work.
    """

    hari: date
    diangkat: date | None = None
    bertugas: bool = True
    absen: tuple[tuple[date, date], ...] = ()
    berakhir: date | None = None

    def akhir(self, mulai: date, duduk: Duduk) -> date:
        """The last day of a plan that begins then in that placement."""
        batas = [date(mulai.year, 12, 31), *([duduk.selesai] if duduk.selesai else [])]
        return min([*batas, *([self.berakhir] if self.berakhir and self.berakhir >= mulai else [])])

    def terakhir_bertugas(self, sampai: date, sejak: date) -> date:
        """The last day served up to then: an absence that runs into it is left out, unless nothing would remain."""
        for pergi, terakhir in sorted(self.absen, reverse=True):
            if sejak < pergi <= sampai <= terakhir:
                sampai = pergi - SEHARI
        return sampai


@dataclass(frozen=True)
class Usulan:
    """What is proposed: close plan `skp` on `tutup` (None: nothing to close), and begin or add from `mulai` on.

    `digeser` is a plan that stands already and whose first day becomes `mulai`, since the placement was corrected.
    """

    jenis: str
    skp: int | None
    tutup: date | None
    mulai: date
    selesai: date
    duduk: int
    digeser: int | None = None

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
    berakhir: date | None = None,
) -> tuple[Usulan, ...]:
    """The proposals of one person for the year of `hari`, in order of their days.

    `tugas_tercatat`: the acting placements that a plan already carries; the others as in `Masa`. Of several causes in
    one plan the earliest is proposed; the next shows itself once that one is confirmed.
    """
    masa, rencana = Masa(hari, diangkat, bertugas, absen, berakhir), tuple(sorted(rencana, key=lambda r: r.mulai))
    dasar = dasar_segmen(duduk)
    koreksi = _koreksi(rencana, dasar, masa)
    ganti = [*koreksi, *(usul for satu in rencana if (usul := _ganti_pertama(satu, rencana, dasar, masa, koreksi)))]
    celah = [] if ganti or not bertugas else _celah(rencana, dasar, masa)
    sendiri = {satu.pk for satu in dasar}
    tugas = [
        usulan
        for satu in duduk
        if satu.pk not in sendiri and satu.pk not in tugas_tercatat and (usulan := _tugas(satu, rencana, hari))
    ]
    return tuple(sorted((*ganti, *celah, *tugas), key=lambda satu: (satu.mulai, satu.kunci)))


def dasar_segmen(duduk: tuple[Duduk, ...]) -> list[Duduk]:
    """The placements that make segments: definitive ones, and an acting one for the days without a definitive post."""
    dasar = sorted((satu for satu in duduk if satu.definitif), key=lambda satu: satu.mulai)
    for satu in sorted((satu for satu in duduk if not satu.definitif), key=lambda satu: satu.mulai):
        mulai = satu.mulai
        while mulai and (tetap := next((d for d in dasar if d.meliputi(mulai)), None)):
            mulai = tetap.selesai and tetap.selesai + SEHARI
        berikut = min((d.mulai for d in dasar if mulai and d.mulai > mulai), default=None)
        akhir = min(filter(None, (satu.selesai, berikut and berikut - SEHARI)), default=None)
        if mulai and (akhir is None or mulai <= akhir):
            dasar = sorted([*dasar, replace(satu, mulai=mulai, selesai=akhir)], key=lambda d: d.mulai)
    return dasar


def _ganti_pertama(rencana: Rencana, semua, dasar: list[Duduk], masa: Masa, koreksi: list[Usulan]) -> Usulan | None:
    """The earliest of what ends this plan inside its days: a move, a new status, an absence, the end of a contract."""
    if any(rencana.pk in (satu.skp, satu.digeser) for satu in koreksi):
        return None
    ada = (_pindah(rencana, semua, dasar, masa), _status(rencana, dasar, masa), _cuti(rencana, dasar, masa),
           _akhir(rencana, dasar, masa))  # fmt: skip
    return min(filter(None, ada), key=lambda satu: satu.tutup, default=None)


def _pindah(rencana: Rencana, semua, dasar: list[Duduk], masa: Masa) -> Usulan | None:
    """The first later placement inside the plan's days that is another position or unit and has no plan yet."""
    berikut = next((satu.tempat for satu in semua if satu.mulai > rencana.selesai), None)
    for satu in dasar:
        if satu.tempat not in (rencana.tempat, berikut) and rencana.mulai < satu.mulai <= rencana.selesai:
            return _ganti(JenisUsul.PINDAH, rencana, satu, satu.mulai, masa)
    return None


def _status(rencana: Rencana, dasar: list[Duduk], masa: Masa) -> Usulan | None:
    """A new status inside the plan's days."""
    if masa.diangkat is None or not rencana.mulai < masa.diangkat <= rencana.selesai:
        return None
    satu = next((d for d in dasar if d.meliputi(masa.diangkat)), None)
    return _ganti(JenisUsul.STATUS, rencana, satu, masa.diangkat, masa) if satu else None


def _ganti(jenis: str, rencana: Rencana, duduk: Duduk, mulai: date, masa: Masa) -> Usulan:
    tutup = masa.terakhir_bertugas(mulai - SEHARI, rencana.mulai)
    return Usulan(str(jenis), rencana.pk, tutup, mulai, masa.akhir(mulai, duduk), duduk.pk)


def _cuti(rencana: Rencana, dasar: list[Duduk], masa: Masa) -> Usulan | None:
    """An absence inside the plan's days that has a return: the plan ends before it and a new one begins after."""
    for pergi, terakhir in sorted(masa.absen):
        kembali = terakhir + SEHARI
        duduk = next((d for d in dasar if d.meliputi(kembali)), None)
        if duduk and rencana.mulai < pergi and kembali <= rencana.selesai:
            akhir = masa.akhir(kembali, duduk)
            return Usulan(str(JenisUsul.KEMBALI), rencana.pk, pergi - SEHARI, kembali, akhir, duduk.pk)
    return None


def _akhir(rencana: Rencana, dasar: list[Duduk], masa: Masa) -> Usulan | None:
    """A contract of work that ends inside the plan's days: the plan ends with it, nothing begins."""
    if masa.berakhir is None or not rencana.mulai <= masa.berakhir < rencana.selesai:
        return None
    duduk = next((d for d in dasar if d.meliputi(masa.berakhir)), None)
    sesudah = masa.berakhir + SEHARI
    return Usulan(str(JenisUsul.AKHIR), rencana.pk, masa.berakhir, sesudah, sesudah, duduk.pk) if duduk else None


def _koreksi(rencana: tuple[Rencana, ...], dasar: list[Duduk], masa: Masa) -> list[Usulan]:
    """Plans whose placement was corrected after they began: the first day moves, and the plan before meets it."""
    pertama = [(None, rencana[0])] if rencana else []
    usul = []
    for sebelum, satu in [*pertama, *pairwise(rencana)]:
        mulai = _mulai_benar(sebelum, satu, dasar, masa)
        if mulai is None or mulai == satu.mulai or (sebelum and mulai <= sebelum.mulai):
            continue
        duduk = next(d for d in dasar if d.meliputi(mulai))
        sentuh = sebelum is not None and (sebelum.selesai >= mulai or sebelum.selesai + SEHARI == satu.mulai)
        asal, tutup = (sebelum.pk, mulai - SEHARI) if sentuh else (None, None)
        usul.append(Usulan(str(JenisUsul.KOREKSI), asal, tutup, mulai, satu.selesai, duduk.pk, satu.pk))
    return usul


def _mulai_benar(sebelum: Rencana | None, satu: Rencana, dasar: list[Duduk], masa: Masa) -> date | None:
    """The day on which this plan should begin by its placement; None where the placement does not say."""
    if sebelum and sebelum.tempat == satu.tempat:
        return None
    duduk = next((d for d in dasar if d.tempat == satu.tempat and (d.selesai is None or d.selesai >= satu.mulai)), None)
    if duduk is None or duduk.mulai > satu.selesai:
        return None
    kembali = next((akhir + SEHARI for pergi, akhir in masa.absen if pergi <= satu.mulai <= akhir), None)
    if kembali:
        return kembali if kembali <= satu.selesai and duduk.meliputi(kembali) else None
    if any(akhir + SEHARI == satu.mulai for _, akhir in masa.absen) or duduk.mulai < date(satu.mulai.year, 1, 2):
        return None
    return duduk.mulai


def _celah(rencana: tuple[Rencana, ...], dasar: list[Duduk], masa: Masa) -> list[Usulan]:
    """Days served so far that no plan covers: after a plan, from a first day in service, or from a return.

    A year that begins without a plan is not a matter of placements, and is asked for elsewhere.
    """
    usul = []
    for awal, akhir in _kosong(rencana, masa.hari):
        for duduk in dasar:
            mulai, selesai = _bertugas(max(awal, duduk.mulai), akhir, duduk, masa)
            lama = max((satu for satu in rencana if satu.selesai < mulai), key=lambda s: s.selesai, default=None)
            if mulai <= selesai and mulai <= masa.hari and (lama or mulai > date(masa.hari.year, 1, 1)):
                jenis = _jenis_celah(lama, duduk, mulai, masa)
                usul.append(Usulan(str(jenis), lama.pk if lama else None, None, mulai, selesai, duduk.pk))
    return usul


def _jenis_celah(lama: Rencana | None, duduk: Duduk, mulai: date, masa: Masa) -> JenisUsul:
    if any(akhir + SEHARI == mulai for _, akhir in masa.absen):
        return JenisUsul.KEMBALI
    if lama is None:
        return JenisUsul.MULAI
    return JenisUsul.KEMBALI if lama.tempat == duduk.tempat else JenisUsul.PINDAH


def _kosong(rencana: tuple[Rencana, ...], hari: date):
    """The stretches of the year between, before and after its plans."""
    mulai = date(hari.year, 1, 1)
    for satu in rencana:
        if satu.mulai > mulai:
            yield mulai, satu.mulai - SEHARI
        mulai = max(mulai, satu.selesai + SEHARI)
    if mulai.year == hari.year:
        yield mulai, date(hari.year, 12, 31)


def _bertugas(mulai: date, selesai: date, duduk: Duduk, masa: Masa) -> tuple[date, date]:
    """The first stretch of these days that is served in that placement; empty where its end is before its beginning."""
    for pergi, terakhir in sorted(masa.absen):
        if pergi <= mulai <= terakhir:
            mulai = terakhir + SEHARI
        elif mulai < pergi <= selesai:
            selesai = pergi - SEHARI
    if masa.berakhir and masa.berakhir.year == mulai.year:
        selesai = min(selesai, masa.berakhir)
    return mulai, min(selesai, duduk.selesai or selesai)


def _tugas(duduk: Duduk, rencana: tuple[Rencana, ...], hari: date) -> Usulan | None:
    """An acting duty that is not over, beside the definitive plan that meets it first."""
    akhir = duduk.selesai or date(hari.year, 12, 31)
    if akhir < hari:
        return None
    bertemu = [satu for satu in rencana if satu.mulai <= akhir and satu.selesai >= max(duduk.mulai, hari)]
    if not bertemu:
        return None
    return Usulan(str(JenisUsul.TUGAS), min(bertemu, key=lambda s: s.mulai).pk, None, duduk.mulai, akhir, duduk.pk)
