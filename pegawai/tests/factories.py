"""Made-up people, units and positions for the tests of every app."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import factory
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from pegawai.models import (
    HukumanDisiplin,
    Jabatan,
    Kompetensi,
    Pegawai,
    Penempatan,
    PengelolaUnit,
    Pengguna,
    SusunanJabatan,
    SusunanUnit,
    UkuranKompetensi,
    UkuranPotensi,
    Unit,
)
from pegawai.pilihan import JenisJabatan, JenisKelamin, JenisKompetensi, JenisPegawai, JenisPenempatan, JenisUnit

#: Units and positions of the factories exist since then.
AWAL = date(2020, 1, 1)
SANDI = "rahasia-uji"


@cache
def _sandi_uji() -> str:
    """Hash the password once: 0.2 s each would dominate every test."""
    return make_password(SANDI)


class PenggunaFactory(factory.django.DjangoModelFactory):
    """An account that signs in with the password "rahasia-uji"; `peran=("bkpsdm",)` gives roles."""

    class Meta:
        model = Pengguna
        skip_postgeneration_save = True

    class Params:
        #: An account that nobody has opened yet: no password.
        belum_masuk = factory.Trait(password="!")

    username = factory.Sequence(lambda n: f"akun{n}")
    nama = factory.Sequence(lambda n: f"Pengguna {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@contoh.test")
    password = factory.LazyFunction(_sandi_uji)

    @factory.post_generation
    def peran(obj, create, nilai, **kwargs):
        for nama in nilai or ():
            obj.groups.add(Group.objects.get_or_create(name=str(nama))[0])


class UnitFactory(factory.django.DjangoModelFactory):
    """A unit with its row in the tree; `induk=` says under which unit."""

    class Meta:
        model = Unit
        skip_postgeneration_save = True

    kode = factory.Sequence(lambda n: f"UNIT-{n}")
    nama = factory.Sequence(lambda n: f"Unit {n}")
    jenis = JenisUnit.BIDANG
    unor_id = factory.Faker("uuid4")

    @factory.post_generation
    def induk(obj, create, nilai, **kwargs):
        SusunanUnit.objects.create(unit=obj, nama=obj.nama, induk=nilai, mulai=AWAL)


class JabatanFactory(factory.django.DjangoModelFactory):
    """A position with its dated row; `atasan=`, `susunan__kebutuhan=`, `susunan__kelas=` as needed."""

    class Meta:
        model = Jabatan
        skip_postgeneration_save = True

    kode = factory.Sequence(lambda n: f"JAB-{n}")
    nama = factory.Sequence(lambda n: f"Jabatan {n}")
    unit = factory.SubFactory(UnitFactory)
    jenis = JenisJabatan.PELAKSANA
    mulai = AWAL

    class Params:
        kepala = factory.Trait(kepala_unit=True, jenis=JenisJabatan.ADMINISTRATOR)

    @factory.post_generation
    def susunan(obj, create, nilai, **kolom):
        SusunanJabatan.objects.create(jabatan=obj, **{"mulai": AWAL, "kelas": 7, **kolom})


class PegawaiFactory(factory.django.DjangoModelFactory):
    """A PNS with a valid made-up NIP; traits `pppk`, `non_asn`; an account unless `pengguna=None`."""

    class Meta:
        model = Pegawai

    siasn_id = factory.Faker("uuid4")
    nip = factory.Sequence(lambda n: f"19900101{2015 + n // 11988:04d}{n // 999 % 12 + 1:02d}1{n % 999 + 1:03d}")
    nama = factory.Sequence(lambda n: f"Orang Uji {n}")
    jenis = JenisPegawai.PNS
    tanggal_lahir = date(1990, 1, 1)
    jenis_kelamin = JenisKelamin.LAKI
    golongan = "III/b"
    tmt_golongan = date(2022, 4, 1)
    tmt_pengangkatan = date(2015, 1, 1)
    pendidikan = "40"
    pengguna = factory.SubFactory(
        PenggunaFactory,
        username=factory.LazyAttribute(lambda o: o.factory_parent.nip or f"akun-{o.factory_parent.nama[-9:]}"),
        nama=factory.SelfAttribute("..nama"),
    )

    class Params:
        pppk = factory.Trait(jenis=JenisPegawai.PPPK, golongan="IX", kontrak_selesai=date(2028, 12, 31))
        non_asn = factory.Trait(jenis=JenisPegawai.NON_ASN, nip=None, siasn_id=None, golongan="")


class PenempatanFactory(factory.django.DjangoModelFactory):
    """A definitive placement since 2020; trait `plt` makes it an acting one."""

    class Meta:
        model = Penempatan

    pegawai = factory.SubFactory(PegawaiFactory)
    jabatan = factory.SubFactory(JabatanFactory)
    jenis = JenisPenempatan.DEFINITIF
    mulai = AWAL

    class Params:
        plt = factory.Trait(jenis=JenisPenempatan.PLT, selesai=date(2027, 12, 31))


class PengelolaUnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PengelolaUnit

    pengguna = factory.SubFactory(PenggunaFactory)
    unit = factory.SubFactory(UnitFactory)
    mulai = AWAL


class KompetensiFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Kompetensi
        django_get_or_create = ("kunci",)

    kunci = "integritas"
    nama = factory.LazyAttribute(lambda o: o.kunci.replace("_", " ").capitalize())
    jenis = JenisKompetensi.MANAJERIAL


class UkuranKompetensiFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UkuranKompetensi

    pegawai = factory.SubFactory(PegawaiFactory)
    kompetensi = factory.SubFactory(KompetensiFactory)
    level = 2
    diukur_pada = date(2025, 6, 1)


class UkuranPotensiFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = UkuranPotensi

    pegawai = factory.SubFactory(PegawaiFactory)
    unsur = "assessment_centre"
    nilai = 75
    diukur_pada = date(2025, 6, 1)


class HukumanDisiplinFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = HukumanDisiplin

    pegawai = factory.SubFactory(PegawaiFactory)
    tingkat = "sedang"
    jenis = "Penundaan kenaikan pangkat selama 1 tahun"
    mulai = date(2026, 1, 1)


@dataclass(frozen=True)
class Garis:
    """A head and two people in one unit, the unit under a root of its own."""

    akar: Unit
    unit: Unit
    jabatan_kepala: Jabatan
    jabatan_bawahan: Jabatan
    atasan: Pegawai
    bawahan: tuple[Pegawai, Pegawai]


def buat_garis(akar: Unit | None = None, jenis_unit: str = JenisUnit.DINAS, mulai: date = AWAL) -> Garis:
    """Build a unit with its head (atasan) and two people below who hold one position of two seats."""
    akar = akar or UnitFactory(jenis=JenisUnit.PEMDA)
    unit = UnitFactory(jenis=jenis_unit, induk=akar)
    kepala = JabatanFactory(unit=unit, kepala=True)
    bawahan = JabatanFactory(unit=unit, susunan__atasan=kepala, susunan__kebutuhan=2)
    atasan = PenempatanFactory(jabatan=kepala, mulai=mulai).pegawai
    dua = tuple(PenempatanFactory(jabatan=bawahan, mulai=mulai).pegawai for _ in range(2))
    return Garis(akar, unit, kepala, bawahan, atasan, dua)


def buat_bkpsdm() -> Pengguna:
    """An account of BKPSDM that is not an employee."""
    return PenggunaFactory(peran=("bkpsdm",), nama="Petugas BKPSDM")
