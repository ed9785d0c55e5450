"""Made-up teams and library entries."""

from datetime import date
from decimal import Decimal

import factory

from kinerja.models import AnggotaTim, MasukanTim, PustakaHasil, PustakaIndikator, Tim
from kinerja.pilihan import Arah, PeranTim
from kinerja.tests.factories import SAAT, PeriodeFactory
from pegawai.tests.factories import PegawaiFactory, UnitFactory


class TimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tim

    nama = factory.Sequence(lambda n: f"Tim percepatan {n}")
    tugas = "Mempercepat pelayanan lintas unit"
    unit = factory.SubFactory(UnitFactory)
    ketua = factory.SubFactory(PegawaiFactory)
    mulai = date(2026, 1, 1)
    selesai = date(2026, 12, 31)


class AnggotaTimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = AnggotaTim

    tim = factory.SubFactory(TimFactory)
    pegawai = factory.SubFactory(PegawaiFactory)
    peran = PeranTim.ANGGOTA
    mulai = date(2026, 1, 1)
    selesai = date(2026, 12, 31)


class MasukanTimFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = MasukanTim

    anggota = factory.SubFactory(AnggotaTimFactory)
    periode = factory.SubFactory(PeriodeFactory)
    teks = "Bekerja rapi dan tepat waktu"
    penulis = factory.LazyAttribute(lambda o: o.anggota.tim.ketua)
    ditulis_oleh = factory.LazyAttribute(lambda o: o.anggota.tim.ketua.pengguna)
    pada = SAAT


class PustakaHasilFactory(factory.django.DjangoModelFactory):
    """For every fungsional; one indicator of 12 documents."""

    class Meta:
        model = PustakaHasil
        skip_postgeneration_save = True

    jenis_jabatan = "fungsional"
    uraian = factory.Sequence(lambda n: f"Terlaksananya tugas {n} pada {{unit}}")
    indikator = factory.RelatedFactory("kinerja.tests.factories_rencana.PustakaIndikatorFactory", "hasil")


class PustakaIndikatorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PustakaIndikator

    hasil = factory.SubFactory(PustakaHasilFactory, indikator=None)
    uraian = factory.Sequence(lambda n: f"Jumlah laporan {n}")
    arah = Arah.NAIK
    target = Decimal(12)
    satuan = "dokumen"
