"""The siklus moves by its dates: stages, reminders, escalation, the time to object."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Tahap
from .ketentuan import KetentuanPenilaian

#: Mataram's clock has no summer time. Keppres 41/1987
WITA = timezone(timedelta(hours=8), "WITA")

TRANSISI = {
    (Tahap.PERSIAPAN, "buka"): Tahap.ISI_BUKTI,
    (Tahap.ISI_BUKTI, "tutup_isi"): Tahap.PENILAIAN,
    (Tahap.PENILAIAN, "tutup_nilai"): Tahap.KALIBRASI,
    (Tahap.KALIBRASI, "terbitkan"): Tahap.TERBIT,
    (Tahap.TERBIT, "finalkan"): Tahap.FINAL,
    (Tahap.PERSIAPAN, "batalkan"): Tahap.BATAL,
    (Tahap.ISI_BUKTI, "batalkan"): Tahap.BATAL,
    (Tahap.PENILAIAN, "batalkan"): Tahap.BATAL,
    (Tahap.KALIBRASI, "batalkan"): Tahap.BATAL,
}

#: The stage that follows when its own date has come.
BERIKUT = {dari: ke for (dari, aksi), ke in TRANSISI.items() if aksi != "batalkan"}

#: The stages that have a date, in order; each lasts until the next begins.
BERTANGGAL = tuple(BERIKUT.values())


def tahap_sesudah(tahap: str, aksi: str) -> Tahap:
    """The stage after that act. Raises RuleViolation where the siklus does not allow it."""
    try:
        return TRANSISI[Tahap(tahap), aksi]
    except KeyError:
        raise RuleViolation(f"Siklus pada tahap {Tahap(tahap).label.lower()} tidak dapat di-{aksi}.") from None


def periksa_jadwal(tanggal_tahap: Mapping[str, datetime]) -> tuple[str, ...]:
    """What is wrong with the dates of the stages, one sentence each."""
    kurang = [f"Isi tanggal mulai tahap {tahap.label.lower()}." for tahap in BERTANGGAL if tahap not in tanggal_tahap]
    if kurang:
        return tuple(kurang)
    if any(tanggal_tahap[tahap].tzinfo is None for tahap in BERTANGGAL):
        return ("Tanggal tahap harus berzona waktu.",)
    return tuple(
        f"Tahap {kini.label.lower()} harus mulai sesudah tahap {lalu.label.lower()}."
        for lalu, kini in pairwise(BERTANGGAL)
        if tanggal_tahap[kini] <= tanggal_tahap[lalu]
    )


def tahap_jatuh_tempo(tahap: str, tanggal_tahap: Mapping[str, datetime], saat: datetime) -> Tahap | None:
    """The next stage if its date has come (`<= saat`), else None. A late tick asks again until None."""
    berikut = BERIKUT.get(Tahap(tahap))
    mulai = tanggal_tahap.get(berikut) if berikut else None
    return berikut if mulai is not None and mulai <= saat else None


def tenggat(tahap: str, tanggal_tahap: Mapping[str, datetime]) -> datetime | None:
    """When that stage ends: the begin of the next one, which no longer belongs to it."""
    berikut = BERIKUT.get(Tahap(tahap))
    return tanggal_tahap.get(berikut) if berikut else None


def sisa_hari(jatuh_tempo: datetime, saat: datetime) -> int:
    """Days of the city's calendar until the last day that still counts; 0 on it, negative after it.

    The end is half-open: what ends at midnight had its last day the day before.
    """
    terakhir = (jatuh_tempo - timedelta(microseconds=1)).astimezone(WITA).date()
    return (terakhir - saat.astimezone(WITA).date()).days


def pengingat(
    jatuh_tempo: datetime, saat: datetime, sudah: Collection[int], hari: tuple[int, ...] = (7, 3, 1, 0)
) -> int | None:
    """Which reminder to send now, as days before the end: only the latest that is due, and only once.

    `sudah` are those sent. Earlier ones that were missed are not made up for; after the end there are none.
    """
    if saat >= jatuh_tempo:
        return None
    tempo = [satu for satu in hari if sisa_hari(jatuh_tempo, saat) <= satu]
    return min(tempo) if tempo and min(tempo) not in sudah else None


def eskalasi(jatuh_tempo: datetime, saat: datetime, ketentuan: KetentuanPenilaian) -> int:
    """0 none; 1 the assessor's superior is told; 2 the superior, or the acting holder, may score."""
    lewat = saat - jatuh_tempo
    if lewat >= timedelta(days=ketentuan.eskalasi_ambil_alih):
        return 2
    return 1 if lewat >= timedelta(days=ketentuan.eskalasi_beri_tahu) else 0


def batas_keberatan(terbit: datetime, ketentuan: KetentuanPenilaian, libur: Collection[date] = ()) -> datetime:
    """When the time to object ends (half-open), counted from publication. PP 30/2019 art. 59.

    By calendar days, or by working days (Monday to Friday without `libur`) where the ketentuan says so.
    """
    if not ketentuan.keberatan_hari_kerja:
        return terbit + timedelta(days=ketentuan.keberatan_hari)
    akhir, tersisa = terbit, ketentuan.keberatan_hari
    while tersisa:
        akhir += timedelta(days=1)
        hari = akhir.astimezone(WITA).date()
        tersisa -= hari.weekday() < 5 and hari not in libur
    return akhir


def boleh_keberatan(
    terbit: datetime, saat: datetime, ketentuan: KetentuanPenilaian, libur: Collection[date] = ()
) -> bool:
    """Whether an objection made at that moment is in time."""
    return terbit <= saat < batas_keberatan(terbit, ketentuan, libur)
