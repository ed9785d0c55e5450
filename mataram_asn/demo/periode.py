"""Periods and siklus around the day of loading: two finished years, and the present quarter open."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from evaluasi.actions import batas_periode, create_siklus, nama_periode, set_dates
from evaluasi.aturan import BERTANGGAL
from evaluasi.models import Siklus, TemplatSiklus
from evaluasi.pilihan import Tahap
from kinerja.models import Periode
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.kata import WITA

#: kind: days from the end of the period to the five stages
TEMPLAT = {
    JenisPeriode.TRIWULANAN: ("Triwulanan", (-60, 5, 12, 15, 29)),
    JenisPeriode.TAHUNAN: ("Tahunan", (-45, 10, 20, 24, 40)),
}


@dataclass(frozen=True)
class Waktu:
    """The siklus by what they are for: annual ones by year, and the one of the present quarter."""

    tahunan: dict[int, Siklus]
    kini: Siklus
    triwulan: tuple[Periode, ...]
    #: the siklus of the last finished quarter, in calibration; None where the day is too near a quarter's end
    kalibrasi: Siklus | None = None
    #: the siklus of the quarter before it, just published in one office; None where the year has none
    terbit: Siklus | None = None


def pukul_nol(hari: date) -> datetime:
    """Midnight in Mataram with which that day begins."""
    return datetime.combine(hari, time(), WITA)


def buat_waktu(hari: date, oleh) -> Waktu:
    """Make templates, periods and siklus by the product's own actions; nothing is opened yet."""
    templat = {jenis: _templat(jenis) for jenis in TEMPLAT}
    tahunan = {
        tahun: _siklus_lalu(templat[JenisPeriode.TAHUNAN], tahun, hari, oleh)
        for tahun in (hari.year - 2, hari.year - 1)
    }
    kini = create_siklus(
        templat_id=templat[JenisPeriode.TRIWULANAN].pk,
        tanggal=hari,
        oleh=oleh,
        saat=pukul_nol(hari - timedelta(days=1)),
    )
    _buka_sebelum(kini, hari, oleh)
    triwulan = [_periode(JenisPeriode.TRIWULANAN, date(hari.year, bulan, 1)) for bulan in (1, 4, 7, 10)]
    _periode(JenisPeriode.TAHUNAN, date(hari.year, 1, 1))
    return Waktu(tahunan, kini, tuple(triwulan))


def _templat(jenis: str) -> TemplatSiklus:
    nama, hari = TEMPLAT[jenis]
    isi = dict(zip((f"{tahap}_hari" for tahap in ("isi", *BERTANGGAL[1:])), hari, strict=True))
    return TemplatSiklus.objects.get_or_create(nama=nama, defaults={"jenis": jenis, **isi})[0]


def _siklus_lalu(templat: TemplatSiklus, tahun: int, hari: date, oleh) -> Siklus:
    """The siklus of a past year; loaded in January its dates move forward, so that it is finished all the same."""
    akhir = date(tahun, 12, 31)
    siklus = create_siklus(templat_id=templat.pk, tanggal=akhir, oleh=oleh, saat=pukul_nol(akhir - timedelta(days=60)))
    lebih = (akhir + timedelta(days=templat.final_hari) - hari).days
    if lebih > 0:
        jadwal = {satu.tahap: satu.mulai - timedelta(days=lebih) for satu in siklus.jadwal.all()}
        set_dates(siklus_id=siklus.pk, jadwal=jadwal, oleh=oleh, saat=siklus.dibuat_pada)
    return siklus


def _buka_sebelum(siklus: Siklus, hari: date, oleh) -> None:
    """The present quarter has begun to take realisasi by that day, whatever day it is."""
    jadwal = {satu.tahap: satu.mulai for satu in siklus.jadwal.all()}
    dibuka = min(jadwal[Tahap.ISI_BUKTI], pukul_nol(hari - timedelta(days=1)))
    if dibuka != jadwal[Tahap.ISI_BUKTI]:
        set_dates(siklus_id=siklus.pk, jadwal=jadwal | {Tahap.ISI_BUKTI: dibuka}, oleh=oleh, saat=siklus.dibuat_pada)


def _periode(jenis: str, mulai: date) -> Periode:
    awal, akhir = batas_periode(jenis, mulai)
    isi, tutup = TEMPLAT[jenis][1][:2]
    return Periode.objects.get_or_create(
        jenis=jenis,
        mulai=awal,
        defaults={
            "nama": nama_periode(jenis, awal),
            "selesai": akhir,
            "isi_dari": pukul_nol(akhir + timedelta(days=max(isi, -45) if jenis == JenisPeriode.TRIWULANAN else -5)),
            "isi_sampai": pukul_nol(akhir + timedelta(days=tutup)),
        },
    )[0]
