"""Whose time has not run out yet although the common date has passed."""

from datetime import datetime

from kinerja.pilihan import KegiatanPeriode
from kinerja.rekap_perpanjangan import Batas, baca_batas

from ..models import LembarPenilaian, Siklus
from ..pilihan import Tahap

#: Which end of `batas_siklus` a reminder is about.
URUTAN = (KegiatanPeriode.ISI, KegiatanPeriode.NILAI)


def batas_siklus(siklus: Siklus) -> tuple[Batas, Batas]:
    """The ends of filling in and of scoring, with the extensions of persons and units. A few queries."""
    jadwal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    return (
        baca_batas(siklus.periode, KegiatanPeriode.ISI, jadwal[Tahap.PENILAIAN]),
        baca_batas(siklus.periode, KegiatanPeriode.NILAI, jadwal[Tahap.KALIBRASI]),
    )


def masih_diperpanjang(siklus: Siklus, saat) -> set[int]:
    """The open sheets whose filling in or scoring was extended beyond that moment. No extension, no query more."""
    isi, nilai = batas_siklus(siklus)
    if not (isi.ada or nilai.ada):
        return set()
    baris = LembarPenilaian.objects.filter(siklus=siklus).belum().values_list("pk", "pegawai_id", "skp__unit_id")
    return {pk for pk, *siapa in baris if saat < max(isi.untuk(*siapa), nilai.untuk(*siapa))}


def akhir_diperpanjang(siklus: Siklus, kegiatan: str) -> list[datetime]:
    """The ends that extensions gave for that activity, later than the common one, the earliest first."""
    batas = batas_siklus(siklus)[URUTAN.index(kegiatan)]
    return sorted({*batas.pegawai.values(), *batas.unit.values()})


def lembar_berakhir(siklus: Siklus, kegiatan: str, akhir: datetime | None) -> set[int] | None:
    """The open sheets whose activity ends then (None: with the common end). None where nobody has an extension."""
    batas = batas_siklus(siklus)[URUTAN.index(kegiatan)]
    if not batas.ada:
        return None
    baris = LembarPenilaian.objects.filter(siklus=siklus).belum().values_list("pk", "pegawai_id", "skp__unit_id")
    return {pk for pk, *siapa in baris if batas.untuk(*siapa) == (akhir or batas.umum)}


def cap_akhir(akhir: datetime) -> str:
    """How a reminder's mark names an end: minutes since 1970 in hexadecimal, since the mark has 20 characters."""
    return f"{int(akhir.timestamp()) // 60:x}"
