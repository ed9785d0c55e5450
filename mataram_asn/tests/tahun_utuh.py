"""A made-up year of two offices, run by the real actions: four quarters, then the year."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from evaluasi import actions as nilai
from evaluasi.models import LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import PredikatOrganisasi, Rating, Tahap
from evaluasi.tests.factories import TemplatSiklusFactory, wita
from kinerja import actions as kerja
from kinerja.models import SKP, Indikator
from kinerja.pilihan import JenisIndikator, JenisPeriode, NilaiDasar
from kinerja.tests.factories import buat_skp_lengkap
from kinerja.usul import usul_pegawai
from pegawai.models import Jabatan, Pegawai, Penempatan, Pengguna, SusunanJabatan
from pegawai.pilihan import JenisPenempatan, JenisUnit
from pegawai.tests.factories import (
    Garis,
    JabatanFactory,
    PegawaiFactory,
    PenempatanFactory,
    UnitFactory,
    buat_bkpsdm,
    buat_garis,
)

#: The last days of the periods of 2026; the year ends with the fourth quarter.
AKHIR = (date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31))
PINDAH, KOSONG = date(2026, 7, 1), date(2026, 10, 1)


@dataclass
class Kota:
    """Two offices under one leader, who is no civil servant: `lama` and `baru`.

    `pindah` moves on 1 July; `tetap` stays under an acting atasan from 1 October on; `lambat` is forgotten by the
    assessor at the end of the year.
    """

    lama: Garis
    baru: Garis
    pemimpin: Pegawai
    pindah: Pegawai
    tetap: Pegawai
    lambat: Pegawai
    bkpsdm: Pengguna
    templat: dict = field(default_factory=dict)


def buat_kota() -> Kota:
    lama = buat_garis()
    baru = buat_garis(akar=lama.akar)
    kursi = JabatanFactory(unit=lama.akar, kepala=True)
    SusunanJabatan.objects.filter(jabatan__in=[lama.jabatan_kepala, baru.jabatan_kepala]).update(atasan=kursi)
    SusunanJabatan.objects.filter(jabatan=baru.jabatan_bawahan).update(kebutuhan=3)
    pemimpin = PenempatanFactory(jabatan=kursi, pegawai=PegawaiFactory(non_asn=True)).pegawai
    kota = Kota(lama, baru, pemimpin, *lama.bawahan, baru.bawahan[0], buat_bkpsdm())
    for orang, penilai in (
        (kota.pindah, lama.atasan), (kota.tetap, lama.atasan), (kota.lambat, baru.atasan), (baru.atasan, pemimpin),
    ):  # fmt: skip
        buat_skp_lengkap(orang, penilai)
    kota.templat = {
        jenis: TemplatSiklusFactory(jenis=jenis) for jenis in (JenisPeriode.TRIWULANAN, JenisPeriode.TAHUNAN)
    }
    return kota


def mutasi(kota: Kota) -> SKP:
    """The move: an order of placement; the person says yes to what is proposed, and the new atasan approves."""
    _pindahkan(kota.pindah, kota.baru.jabatan_bawahan, PINDAH)
    saat = wita(2026, 7, 2, 9)
    (usul,) = usul_pegawai(kota.pindah.pk, saat.date())
    oleh = kota.pindah.pengguna
    skp = kerja.confirm_proposal(pegawai_id=kota.pindah.pk, kunci=usul.kunci, salin=True, oleh=oleh, saat=saat)
    kerja.submit_skp(skp_id=skp.pk, oleh=oleh, saat=saat)
    return kerja.approve_skp(skp_id=skp.pk, oleh=kota.baru.atasan.pengguna, saat=saat)


def kepala_pergi(kota: Kota) -> None:
    """The head of the old office is called elsewhere; the other head acts in the vacant post until the year ends."""
    tempat = JabatanFactory(unit=UnitFactory(jenis=JenisUnit.DINAS, induk=kota.lama.akar))
    _pindahkan(kota.lama.atasan, tempat, KOSONG)
    PenempatanFactory(
        pegawai=kota.baru.atasan,
        jabatan=kota.lama.jabatan_kepala,
        jenis=JenisPenempatan.PLT,
        mulai=KOSONG,
        selesai=AKHIR[-1],
    )


def _pindahkan(orang: Pegawai, jabatan: Jabatan, hari: date) -> None:
    Penempatan.objects.filter(pegawai=orang, selesai=None).update(selesai=hari - timedelta(days=1))
    PenempatanFactory(pegawai=orang, jabatan=jabatan, mulai=hari)


def maju(saat: datetime) -> None:
    """Tick and work until nothing moves any more at that moment."""
    while nilai.advance_due(saat=saat) or Potongan.objects.menunggu().exists():
        for pk in Potongan.objects.menunggu().order_by("pk").values_list("pk", flat=True):
            assert nilai.work_chunk(potongan_id=pk, pid=1, pekerja="uji"), Potongan.objects.get(pk=pk).galat


def jalankan(kota: Kota, jenis: str, akhir: date, lewati=()) -> Siklus:
    """One siklus from its making to publication; the sheets of `lewati` are left by their assessor."""
    pagi = datetime(akhir.year, akhir.month, akhir.day, tzinfo=wita(2026, 1, 1).tzinfo)
    siklus = nilai.create_siklus(
        templat_id=kota.templat[jenis].pk, tanggal=akhir, oleh=kota.bkpsdm, saat=pagi - timedelta(days=61)
    )
    nilai.open_siklus(siklus_id=siklus.pk, oleh=kota.bkpsdm, saat=pagi - timedelta(days=61))
    tanggal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    maju(tanggal[Tahap.ISI_BUKTI])
    isi(siklus, saat=pagi)
    maju(tanggal[Tahap.PENILAIAN])
    for garis in (kota.lama, kota.baru):
        nilai.set_organisation_result(
            unit_id=garis.unit.pk, periode_id=siklus.periode_id, predikat=PredikatOrganisasi.BAIK,
            dasar="Keputusan wali kota", oleh=kota.bkpsdm, saat=tanggal[Tahap.PENILAIAN],
        )  # fmt: skip
    for lembar in LembarPenilaian.objects.filter(siklus=siklus).exclude(pegawai__in=lewati):
        tetapkan(lembar, lembar.penilai.pengguna, tanggal[Tahap.PENILAIAN] + timedelta(hours=9))
    maju(tanggal[Tahap.KALIBRASI])
    maju(tanggal[Tahap.TERBIT])
    siklus.refresh_from_db()
    return siklus


def isi(siklus: Siklus, saat: datetime) -> None:
    """Everybody records what they achieved, with a link as evidence, and says that they are done."""
    for lembar in siklus.lembar.select_related("pegawai__pengguna"):
        oleh = lembar.pegawai.pengguna
        for indikator in Indikator.objects.filter(hasil__skp=lembar.skp_id):
            angka = Decimal(45) if indikator.jenis == JenisIndikator.KUANTITATIF else None
            kerja.record_realisasi(
                indikator_id=indikator.pk, periode_id=siklus.periode_id, nilai=angka, uraian="Sesuai rencana",
                tautan="https://dokumen.contoh.test/laporan", oleh=oleh, saat=saat,
            )  # fmt: skip
        nilai.mark_employee_done(lembar_id=lembar.pk, oleh=oleh, saat=saat)


def tetapkan(lembar: LembarPenilaian, oleh: Pengguna, saat: datetime) -> None:
    """Set a sheet: what has no suggestion is as expected, the rest is accepted."""
    kualitatif = Indikator.objects.filter(hasil__skp=lembar.skp_id, jenis=JenisIndikator.KUALITATIF)
    nilai.save_scores(
        lembar_id=lembar.pk,
        versi=lembar.versi,
        indikator={satu.pk: {"rating": Rating.SESUAI, "alasan": "Menurut bukti."} for satu in kualitatif},
        perilaku={satu: {"rating": Rating.SESUAI, "alasan": ""} for satu in NilaiDasar.values},
        oleh=oleh,
        saat=saat,
        tetapkan=True,
    )
