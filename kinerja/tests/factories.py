"""Made-up periods, plans, results and realisasi for the tests of every app from here upwards."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import factory
from django.core.files.base import ContentFile

from kinerja.models import (
    SKP,
    Bukti,
    EkspektasiPerilaku,
    HasilKerja,
    Iku,
    Indikator,
    NilaiIku,
    Periode,
    Realisasi,
    TargetIku,
)
from kinerja.pilihan import (
    Arah,
    JenisBukti,
    JenisHasil,
    JenisIndikator,
    JenisPeriode,
    NilaiDasar,
    SifatTarget,
    StatusSKP,
)
from pegawai.models import Penempatan
from pegawai.tests.factories import PenempatanFactory, UnitFactory

WITA = ZoneInfo("Asia/Makassar")
#: A day inside the year and the quarter of the factories.
HARI = date(2026, 11, 24)
SAAT = datetime(2026, 11, 24, 10, 0, tzinfo=WITA)


class PeriodeFactory(factory.django.DjangoModelFactory):
    """Quarter IV of 2026, open for realisasi on HARI; traits `tahunan` and `tutup`."""

    class Meta:
        model = Periode
        django_get_or_create = ("jenis", "mulai")

    nama = "Triwulan IV 2026"
    jenis = JenisPeriode.TRIWULANAN
    mulai = date(2026, 10, 1)
    selesai = date(2026, 12, 31)
    isi_dari = datetime(2026, 10, 1, tzinfo=WITA)
    isi_sampai = datetime(2027, 1, 5, tzinfo=WITA)

    class Params:
        tahunan = factory.Trait(nama="Tahun 2026", jenis=JenisPeriode.TAHUNAN, mulai=date(2026, 1, 1))
        tutup = factory.Trait(
            nama="Triwulan III 2026",
            mulai=date(2026, 7, 1),
            selesai=date(2026, 9, 30),
            isi_dari=datetime(2026, 7, 1, tzinfo=WITA),
            isi_sampai=datetime(2026, 10, 5, tzinfo=WITA),
        )


class SKPFactory(factory.django.DjangoModelFactory):
    """A draft for 2026 of a placed person; traits `disetujui` and `diajukan` need `penilai=`."""

    class Meta:
        model = SKP

    pegawai = factory.LazyFunction(lambda: PenempatanFactory().pegawai)
    jabatan = factory.LazyAttribute(lambda o: _penempatan(o.pegawai).jabatan)
    unit = factory.LazyAttribute(lambda o: o.jabatan.unit)
    mulai = date(2026, 1, 1)
    selesai = date(2026, 12, 31)

    class Params:
        diajukan = factory.Trait(status=StatusSKP.DIAJUKAN, diajukan_pada=datetime(2026, 1, 10, 9, tzinfo=WITA))
        disetujui = factory.Trait(
            status=StatusSKP.DISETUJUI,
            diajukan_pada=datetime(2026, 1, 10, 9, tzinfo=WITA),
            disetujui_pada=datetime(2026, 1, 15, 9, tzinfo=WITA),
            penilai=factory.LazyFunction(lambda: PenempatanFactory().pegawai),
        )


def _penempatan(pegawai) -> Penempatan:
    """The definitive placement of that person, made where there is none."""
    ada = Penempatan.objects.filter(pegawai=pegawai).definitif().order_by("-mulai").first()
    return ada or PenempatanFactory(pegawai=pegawai)


class HasilKerjaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HasilKerja

    skp = factory.SubFactory(SKPFactory)
    jenis = JenisHasil.UTAMA
    uraian = factory.Sequence(lambda n: f"Terlaksananya pekerjaan {n}")
    urutan = factory.Sequence(lambda n: n % 1000)

    class Params:
        tambahan = factory.Trait(jenis=JenisHasil.TAMBAHAN)


class IndikatorFactory(factory.django.DjangoModelFactory):
    """Quantitative, target 50, higher is better, weight 100; traits `kualitatif`, `turun`, `rentang`."""

    class Meta:
        model = Indikator

    hasil = factory.SubFactory(HasilKerjaFactory)
    jenis = JenisIndikator.KUANTITATIF
    uraian = factory.Sequence(lambda n: f"Jumlah dokumen {n}")
    arah = Arah.NAIK
    sifat = SifatTarget.TETAP
    target = Decimal(50)
    satuan = "dokumen"
    bobot = Decimal("100.00")
    urutan = factory.Sequence(lambda n: n % 1000)

    class Params:
        kualitatif = factory.Trait(
            jenis=JenisIndikator.KUALITATIF,
            arah="",
            target=None,
            satuan="",
            ekspektasi="Pendampingan bermutu",
            level_bawah="Pendampingan tidak tercatat",
            level_sesuai="Pendampingan tercatat dan tuntas",
            level_atas="Pendampingan ditiru unit lain",
        )
        turun = factory.Trait(arah=Arah.TURUN, target=Decimal(10))
        rentang = factory.Trait(arah=Arah.RENTANG, target=Decimal(40), target_atas=Decimal(60))


class EkspektasiPerilakuFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = EkspektasiPerilaku

    skp = factory.SubFactory(SKPFactory)
    nilai = NilaiDasar.AKUNTABEL
    ekspektasi = "Laporan selesai tepat waktu"


class RealisasiFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Realisasi

    indikator = factory.SubFactory(IndikatorFactory, hasil__skp__disetujui=True)
    periode = factory.SubFactory(PeriodeFactory)
    nilai = Decimal(40)
    uraian = "Empat puluh dokumen selesai"
    dicatat_oleh = factory.LazyAttribute(lambda o: o.indikator.hasil.skp.pegawai.pengguna)
    dicatat_pada = SAAT


class BuktiFactory(factory.django.DjangoModelFactory):
    """A link; with the trait `tersimpan` a small stored PDF (point MEDIA_ROOT somewhere first).

    `realisasi` is the entry that it supports; with None and `pegawai=` it is used nowhere yet.
    """

    class Meta:
        model = Bukti

    class Params:
        tersimpan = factory.Trait(
            jenis=JenisBukti.BERKAS,
            tautan="",
            nama_asli="laporan.pdf",
            tipe="application/pdf",
            sidik="0" * 64,
            berkas=factory.LazyFunction(lambda: ContentFile(b"%PDF-1.4\n%%EOF\n", name="uji.pdf")),
        )

    realisasi = factory.SubFactory(RealisasiFactory)
    pegawai = factory.LazyAttribute(lambda o: o.realisasi.indikator.hasil.skp.pegawai)
    jenis = JenisBukti.TAUTAN
    tautan = factory.Sequence(lambda n: f"https://dokumen.contoh.test/laporan-{n}")

    @classmethod
    def _create(cls, model_class, *args, **kolom):
        realisasi = kolom.pop("realisasi")
        bukti = super()._create(model_class, *args, **kolom)
        if realisasi is not None:
            realisasi.bukti.add(bukti)
        return bukti


class IkuFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Iku

    kunci = factory.Sequence(lambda n: f"iku-{n}")
    unit = factory.SubFactory(UnitFactory)
    nama = factory.Sequence(lambda n: f"Capaian kota {n}")
    satuan = "persen"
    arah = Arah.TURUN


class NilaiIkuFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = NilaiIku

    iku = factory.SubFactory(IkuFactory)
    tahun = factory.Sequence(lambda n: 2016 + n % 10)
    nilai = Decimal("9.80")
    seri = "seri uji"
    sumber = "Publikasi uji"


class TargetIkuFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = TargetIku

    iku = factory.SubFactory(IkuFactory)
    tahun = 2026
    nilai = Decimal("7.50")
    sumber = "angka demo"
    demo = True


def buat_skp_lengkap(pegawai, penilai, status=StatusSKP.DISETUJUI, **kolom) -> SKP:
    """Build a plan with one result and two indicators of 60 and 40 (the second a qualitative one)."""
    trait = {StatusSKP.DISETUJUI: {"disetujui": True}, StatusSKP.DIAJUKAN: {"diajukan": True}}.get(status, {})
    skp = SKPFactory(pegawai=pegawai, penilai=penilai, status=status, **trait, **kolom)
    hasil = HasilKerjaFactory(skp=skp)
    IndikatorFactory(hasil=hasil, bobot=Decimal("60.00"), urutan=1)
    IndikatorFactory(hasil=hasil, kualitatif=True, bobot=Decimal("40.00"), urutan=2)
    return skp
