"""Made-up siklus, sheets, results and public answers for the tests of every app from here upwards."""

from datetime import date, datetime

import factory

from evaluasi.aturan import BERTANGGAL, KETENTUAN_BAWAAN
from evaluasi.models import (
    JadwalTahap,
    KinerjaOrganisasi,
    Layanan,
    LembarPenilaian,
    NilaiIndikator,
    NilaiPerilaku,
    PetugasLayanan,
    Siklus,
    TemplatSiklus,
    UmpanBalik,
)
from evaluasi.pilihan import PredikatOrganisasi, Rating, StatusLembar, Tahap
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, JenisPeriode, NilaiDasar, StatusSKP
from kinerja.tests.factories import (
    WITA,
    HasilKerjaFactory,
    IndikatorFactory,
    PeriodeFactory,
    RealisasiFactory,
    SKPFactory,
    buat_skp_lengkap,
)
from pegawai.models import Ketentuan
from pegawai.pilihan import JenisKetentuan
from pegawai.tests.factories import AWAL, PegawaiFactory, PenggunaFactory, UnitFactory, buat_bkpsdm, buat_garis


def wita(tahun, bulan, hari, jam=0, menit=0) -> datetime:
    return datetime(tahun, bulan, hari, jam, menit, tzinfo=WITA)


#: The dates of the factories' siklus: quarter IV of 2026.
TANGGAL = {
    Tahap.ISI_BUKTI: wita(2026, 11, 1),
    Tahap.PENILAIAN: wita(2027, 1, 5),
    Tahap.KALIBRASI: wita(2027, 1, 12),
    Tahap.TERBIT: wita(2027, 1, 15),
    Tahap.FINAL: wita(2027, 1, 29),
}


class KetentuanFactory(factory.django.DjangoModelFactory):
    """The ketentuan penilaian that the city starts with, in force since 2020."""

    class Meta:
        model = Ketentuan
        django_get_or_create = ("jenis", "versi")

    jenis = JenisKetentuan.PENILAIAN
    versi = 1
    mulai = AWAL
    isi = factory.LazyAttribute(lambda o: KETENTUAN_BAWAAN[o.jenis][0])
    dasar_hukum = factory.LazyAttribute(lambda o: KETENTUAN_BAWAAN[o.jenis][1])
    kepastian = factory.LazyAttribute(lambda o: KETENTUAN_BAWAAN[o.jenis][2])
    ditetapkan_oleh = factory.SubFactory(PenggunaFactory)


class TemplatSiklusFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TemplatSiklus

    nama = factory.Sequence(lambda n: f"Triwulanan {n}")
    jenis = JenisPeriode.TRIWULANAN


class SiklusFactory(factory.django.DjangoModelFactory):
    """A siklus of quarter IV 2026 with its dates; `tahap=` puts it in a stage."""

    class Meta:
        model = Siklus
        skip_postgeneration_save = True

    nama = factory.SelfAttribute("periode.nama")
    periode = factory.SubFactory(PeriodeFactory)
    ketentuan = factory.SubFactory(KetentuanFactory)
    dibuat_oleh = factory.LazyFunction(buat_bkpsdm)
    dibuka = factory.LazyAttribute(lambda o: o.tahap not in (Tahap.PERSIAPAN, Tahap.BATAL))
    tahap = Tahap.PERSIAPAN

    @factory.post_generation
    def jadwal(obj, create, nilai, **kwargs):
        tanggal = {**TANGGAL, **(nilai or {})}
        JadwalTahap.objects.bulk_create(JadwalTahap(siklus=obj, tahap=t, mulai=tanggal[t]) for t in BERTANGGAL)


class LembarFactory(factory.django.DjangoModelFactory):
    """An open sheet of an approved plan; trait `ditetapkan` fills every rating as expected."""

    class Meta:
        model = LembarPenilaian
        skip_postgeneration_save = True

    siklus = factory.SubFactory(SiklusFactory, tahap=Tahap.PENILAIAN)
    skp = factory.SubFactory(SKPFactory, disetujui=True)
    pegawai = factory.SelfAttribute("skp.pegawai")
    penilai = factory.SelfAttribute("skp.penilai")
    mulai = factory.LazyAttribute(lambda o: max(o.skp.mulai, o.siklus.periode.mulai))
    selesai = factory.LazyAttribute(lambda o: min(o.skp.selesai, o.siklus.periode.selesai))

    @factory.post_generation
    def ditetapkan(obj, create, nilai, **kwargs):
        if nilai:
            tetapkan(obj)


class LayananFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Layanan

    kode = factory.Sequence(lambda n: f"loket-{n}")
    nama = factory.Sequence(lambda n: f"Loket {n}")
    unit = factory.SubFactory(UnitFactory)


class PetugasLayananFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PetugasLayanan

    pegawai = factory.SubFactory(PegawaiFactory)
    layanan = factory.SubFactory(LayananFactory)
    mulai = AWAL


class UmpanBalikFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UmpanBalik

    layanan = factory.SubFactory(LayananFactory)
    tanggal = date(2026, 11, 20)
    wajah = 4


class KinerjaOrganisasiFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = KinerjaOrganisasi

    unit = factory.SubFactory(UnitFactory)
    periode = factory.SubFactory(PeriodeFactory)
    predikat = PredikatOrganisasi.BAIK
    dasar = "Keputusan wali kota"
    ditetapkan_oleh = factory.LazyFunction(buat_bkpsdm)


def tetapkan(lembar: LembarPenilaian, hasil=Rating.SESUAI, perilaku=Rating.SESUAI, nilai=None, **rating) -> None:
    """Set a sheet as an atasan would: `nilai` overrides single values, qualitative indicators are as expected."""
    for satu in NilaiDasar:
        isi = {"rating": (nilai or {}).get(satu, perilaku)}
        NilaiPerilaku.objects.update_or_create(lembar=lembar, nilai=satu, defaults=isi)
    for satu in Indikator.objects.filter(hasil__skp=lembar.skp_id, jenis=JenisIndikator.KUALITATIF):
        NilaiIndikator.objects.update_or_create(
            lembar=lembar, indikator=satu, defaults={"rating": hasil, "alasan": "menurut bukti"}
        )
    LembarPenilaian.objects.filter(pk=lembar.pk).update(
        status=StatusLembar.DITETAPKAN,
        rating_hasil=rating.get("rating_hasil", hasil),
        alasan_hasil="menurut bukti",
        rating_perilaku=rating.get("rating_perilaku", perilaku),
        alasan_perilaku="menurut pengamatan",
        ditetapkan_pada=wita(2027, 1, 8, 9),
        ditetapkan_oleh=lembar.penilai.pengguna if lembar.penilai else PenggunaFactory(),
    )
    lembar.refresh_from_db()


def buat_kantor(bawahan: int = 2, realisasi: int = 45) -> tuple:
    """An office of a head and people with approved plans and a realisasi each; (garis, plans of the people)."""
    garis = buat_garis()
    skp = [buat_skp_lengkap(orang, garis.atasan, StatusSKP.DISETUJUI) for orang in garis.bawahan[:bawahan]]
    for satu in skp:
        indikator = Indikator.objects.get(hasil__skp=satu, jenis=JenisIndikator.KUANTITATIF)
        RealisasiFactory(indikator=indikator, periode=PeriodeFactory(), nilai=realisasi)
    return garis, skp


__all__ = [
    "TANGGAL",
    "WITA",
    "HasilKerjaFactory",
    "IndikatorFactory",
    "KetentuanFactory",
    "KinerjaOrganisasiFactory",
    "LayananFactory",
    "LembarFactory",
    "PegawaiFactory",
    "PeriodeFactory",
    "PetugasLayananFactory",
    "RealisasiFactory",
    "SKPFactory",
    "SiklusFactory",
    "TemplatSiklusFactory",
    "UmpanBalikFactory",
    "buat_bkpsdm",
    "buat_kantor",
    "tetapkan",
    "wita",
]
