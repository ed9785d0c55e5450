"""The last finished quarter stands in calibration: sheets set, some late, a few assessors off, a few changes made."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta

from django.db.models import Count, F

from evaluasi.actions import batas_periode, calibrate, create_chunks, create_siklus, set_dates
from evaluasi.models import (
    JadwalTahap,
    KinerjaOrganisasi,
    LembarPenilaian,
    NilaiIndikator,
    NilaiPerilaku,
    Siklus,
    TemplatSiklus,
)
from evaluasi.pilihan import Langkah, Rating, StatusLembar, Sumbu, Tahap
from kinerja.pilihan import JenisPeriode, NilaiDasar, StatusSKP
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Penempatan, Pengguna
from pegawai.pilihan import PERANGKAT_DAERAH

from .periode import pukul_nol
from .rencana import Keadaan, Rencana
from .tebak import acak

#: days from the day of loading to the stages; the quarter must have ended by then
JADWAL = {Tahap.PENILAIAN: -16, Tahap.KALIBRASI: -3, Tahap.TERBIT: 4, Tahap.FINAL: 18}
JEDA = 20
#: one assessor in so many is late; offices without a predikat yet; offices whose head made a change
TERLAMBAT, TANPA_PREDIKAT, MENGUBAH = 40, 2, 6
#: assessors who give more or less than others for the same work, and how many people they have at least
MURAH, KETAT, BANYAK = 3, 2, 8
#: two of seven values below: the index stays within "sesuai"
DIKURANGI = (NilaiDasar.ADAPTIF, NilaiDasar.KOLABORATIF)
ALASAN = (
    "Hasil kerjanya menjadi rujukan bidang lain; sudah dibicarakan dengan pejabat penilainya.",
    "Sebagian capaian dikerjakan tim, disepakati dalam rapat pimpinan tanggal 20.",
    "Disamakan dengan pegawai yang capaian dan tugasnya setara.",
)


def buat_siklus_kalibrasi(hari: date, oleh) -> Siklus | None:
    """The siklus of the last finished quarter, dated around that day; None near a new year or a quarter's end."""
    akhir = batas_periode(JenisPeriode.TRIWULANAN, hari)[0] - timedelta(days=1)
    if akhir.year != hari.year or (hari - akhir).days < JEDA:
        return None
    templat = TemplatSiklus.objects.get(jenis=JenisPeriode.TRIWULANAN)
    saat = pukul_nol(akhir - timedelta(days=61))
    siklus = create_siklus(templat_id=templat.pk, tanggal=akhir, oleh=oleh, saat=saat)
    jadwal = {satu.tahap: satu.mulai for satu in siklus.jadwal.all()}
    jadwal |= {tahap: pukul_nol(hari + timedelta(days=n)) for tahap, n in JADWAL.items()}
    set_dates(siklus_id=siklus.pk, jadwal=jadwal, oleh=oleh, saat=saat)
    return siklus


def rencana_triwulan(semua: list[Rencana], siklus: Siklus) -> list[Rencana]:
    """The approved plans that touch the quarter, each cut to it."""
    periode = siklus.periode
    return [
        replace(satu, mulai=max(satu.mulai, periode.mulai), selesai=min(satu.selesai, periode.selesai))
        for satu in semua
        if satu.status == StatusSKP.DISETUJUI and satu.mulai <= periode.selesai and periode.mulai <= satu.selesai
    ]


def mulai_kalibrasi(siklus: Siklus, keadaan: Keadaan) -> dict[str, int]:
    """Late assessors, assessors who are off, the stage, and the chunk that prepares the page."""
    lembar = LembarPenilaian.objects.filter(siklus=siklus)
    jumlah = {"penilai menyimpang": _tanam(lembar), "lembar terlambat": _terlambat(lembar, keadaan)}
    pakai = KinerjaOrganisasi.objects.filter(periode=siklus.periode_id).order_by("-unit__kode")
    KinerjaOrganisasi.objects.filter(pk__in=list(pakai.values_list("pk", flat=True)[:TANPA_PREDIKAT])).delete()
    Siklus.objects.filter(pk=siklus.pk).update(dibuka=True, tahap=Tahap.KALIBRASI)
    lewat = JadwalTahap.objects.filter(siklus=siklus, tahap__in=[Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI])
    lewat.update(dilaksanakan_pada=F("mulai"))
    saat = siklus.jadwal.get(tahap=Tahap.KALIBRASI).mulai
    create_chunks(siklus, Langkah.TAHAN, lembar.values_list("pegawai_id", flat=True), saat=saat)
    return jumlah


def _penilai_banyak(lembar) -> list[int]:
    """Assessors with enough people, in a fixed order."""
    baris = (
        lembar.values("penilai").annotate(n=Count("pk")).filter(n__gte=BANYAK).order_by("penilai__siasn_id", "penilai")
    )
    return [satu["penilai"] for satu in baris]


def _tanam(lembar) -> int:
    """Give a few assessors a pattern: everybody above expectation, or two values always below."""
    calon = _penilai_banyak(lembar)[:: max(1, len(_penilai_banyak(lembar)) // (MURAH + KETAT))]
    murah, ketat = calon[:MURAH], calon[MURAH : MURAH + KETAT]
    nilai = NilaiPerilaku.objects.filter(lembar__in=lembar)
    nilai.filter(lembar__penilai__in=murah).update(rating=Rating.DI_ATAS)
    lembar.filter(penilai__in=murah).update(rating_perilaku=Rating.DI_ATAS, alasan_perilaku="")
    dari_ketat = nilai.filter(lembar__penilai__in=ketat)
    dari_ketat.exclude(nilai__in=DIKURANGI).update(rating=Rating.SESUAI)
    dari_ketat.filter(nilai__in=DIKURANGI).update(rating=Rating.DI_BAWAH)
    lembar.filter(penilai__in=ketat).update(rating_perilaku=Rating.SESUAI, alasan_perilaku="")
    return len(murah) + len(ketat)


def _terlambat(lembar, keadaan: Keadaan) -> int:
    """The sheets of late assessors are open still."""
    semua = lembar.values_list("penilai", "penilai__siasn_id").distinct().order_by("penilai__siasn_id")
    telat = [pk for pk, siasn in semua if acak(keadaan.seed, "telat", siasn).randrange(TERLAMBAT) == 0]
    milik = lembar.filter(penilai__in=telat)
    NilaiPerilaku.objects.filter(lembar__in=milik).delete()
    NilaiIndikator.objects.filter(lembar__in=milik).delete()
    return milik.update(
        status=StatusLembar.TERBUKA,
        rating_hasil="",
        alasan_hasil="",
        rating_perilaku="",
        alasan_perilaku="",
        ditetapkan_pada=None,
        ditetapkan_oleh=None,
    )


def tulis_kalibrasi(siklus: Siklus, keadaan: Keadaan) -> int:
    """A few heads change one or two people, by the product's own action. How many changes there are."""
    kepala = Penempatan.objects.filter(jabatan__kepala_unit=True, jabatan__unit__jenis__in=PERANGKAT_DAERAH)
    kepala = kepala.berlaku_pada(keadaan.hari).select_related("pegawai__pengguna", "jabatan__unit")
    hasil = Counter()
    for satu in kepala.order_by("jabatan__unit__kode", "pk"):
        if len(hasil) < MENGUBAH and satu.pegawai.pengguna:
            undian = acak(keadaan.seed, "kalibrasi", satu.jabatan.unit.kode)
            hasil[satu.jabatan.unit_id] += _ubah(siklus, satu, undian, keadaan.saat)
            hasil += Counter()
    return hasil.total()


def _ubah(siklus: Siklus, kepala: Penempatan, undian, saat: datetime) -> int:
    """Change one or two whom somebody else in the office rated as expected; what a rule refuses is not done."""
    lembar = LembarPenilaian.objects.filter(
        siklus=siklus,
        status=StatusLembar.DITETAPKAN,
        rating_hasil=Rating.SESUAI,
        skp__unit__kode__startswith=f"{kepala.jabatan.unit.kode}-",
    ).exclude(penilai=kepala.pegawai_id)
    n, mau = 0, undian.randint(1, 2)
    for satu in lembar.order_by("pegawai__siasn_id")[:12:4]:
        n += n < mau and _coba(satu, kepala.pegawai.pengguna, undian, saat)
    return n


def _coba(lembar: LembarPenilaian, oleh: Pengguna, undian, saat: datetime) -> bool:
    try:
        calibrate(
            lembar_id=lembar.pk,
            sumbu=Sumbu.HASIL,
            dari=Rating.SESUAI,
            ke=undian.choice((Rating.DI_ATAS, Rating.DI_BAWAH)),
            alasan=undian.choice(ALASAN),
            oleh=oleh,
            saat=saat,
        )
    except RuleViolation:
        return False
    return True
