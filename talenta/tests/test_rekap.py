"""Vacancies, boxes and candidates out of the tables, on any day."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.pilihan import Predikat, Rating
from pegawai.ketentuan_baca import baca
from pegawai.models import Ketentuan, Pegawai
from pegawai.pilihan import JenisJabatan, JenisKetentuan
from pegawai.tests.factories import (
    HukumanDisiplinFactory,
    JabatanFactory,
    KompetensiFactory,
    PegawaiFactory,
    PenempatanFactory,
    UnitFactory,
    buat_garis,
)
from talenta import rekap
from talenta.aturan import KetentuanAngkaKredit, KetentuanTalenta
from talenta.pilihan import SebabKosong
from talenta.tests.factories import buat_hasil, ukur

HARI = date(2026, 11, 24)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acuan():
    call_command("muat_acuan", verbosity=0)


@pytest.fixture
def lowong():
    """A vacant seat of a pengawas in the office of a head and two pelaksana who meet everything but the measures."""
    garis = buat_garis()
    jabatan = JabatanFactory(
        unit=garis.unit, jenis=JenisJabatan.PENGAWAS, susunan__atasan=garis.jabatan_kepala, golongan_min="III/b"
    )
    Pegawai.objects.filter(pk=garis.atasan.pk).update(golongan="IV/a")
    return garis, jabatan


def lengkapi(pegawai, atasan, level=3):
    for tahun in (2024, 2025):
        buat_hasil(pegawai, atasan, tahun)
    ukur(pegawai, level)


def kunci(daftar):
    return [satu if isinstance(satu, int) else satu[0] for satu in daftar]


def calon(jabatan, tanggal=HARI):
    hasil = rekap.kandidat(jabatan, tanggal).peringkat
    return [satu.kunci for satu in hasil.calon], hasil


class TestKetentuan:
    def test_both_kinds_are_read_by_their_dataclass(self):
        isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.TALENTA, HARI).isi
        assert isinstance(baca(JenisKetentuan.TALENTA, isi), KetentuanTalenta)
        isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.ANGKA_KREDIT, HARI).isi
        assert isinstance(baca(JenisKetentuan.ANGKA_KREDIT, isi), KetentuanAngkaKredit)


class TestLowongan:
    def test_seats_vacant_now_stand_together(self, lowong):
        garis, jabatan = lowong
        JabatanFactory(unit=garis.unit, susunan__kebutuhan=3)
        hasil = {satu.jabatan.nama: satu for satu in rekap.lowongan(HARI)}
        assert hasil[jabatan.nama].jumlah == 1
        assert {(satu.sebab, satu.tanggal) for satu in hasil.values()} == {(SebabKosong.KOSONG, HARI)}
        assert sum(satu.jumlah for satu in hasil.values()) == 4

    def test_who_leaves_by_age_opens_a_seat_within_24_months_only(self):
        lahir = date(1969, 3, 10)  # 58 on 10 March 2027, out on 1 April
        jabatan = JabatanFactory()
        orang = PenempatanFactory(jabatan=jabatan, pegawai__tanggal_lahir=lahir).pegawai
        (satu,) = rekap.lowongan(HARI)
        assert (satu.pemegang, satu.sebab, satu.tanggal) == (orang, SebabKosong.PENSIUN, date(2027, 4, 1))
        assert rekap.lowongan(HARI, 4) == []

    def test_a_contract_ends_the_day_before_the_seat_is_vacant(self):
        PenempatanFactory(pegawai=PegawaiFactory(pppk=True, kontrak_selesai=date(2027, 6, 30)))
        (satu,) = rekap.lowongan(HARI)
        assert (satu.sebab, satu.tanggal) == (SebabKosong.KONTRAK, date(2027, 7, 1))

    def test_an_overfilled_position_loses_people_before_it_lacks_any(self):
        jabatan = JabatanFactory(susunan__kebutuhan=1)
        for hari in (10, 20):
            PenempatanFactory(jabatan=jabatan, pegawai__tanggal_lahir=date(1969, 3 + hari // 20, hari))
        (satu,) = rekap.lowongan(HARI)
        assert satu.tanggal == date(2027, 5, 1)

    def test_acting_holders_do_not_fill_the_seat(self):
        jabatan = JabatanFactory()
        acting = PenempatanFactory(jabatan=jabatan, plt=True).pegawai
        (satu,) = rekap.lowongan(HARI)
        assert (satu.sebab, satu.sementara) == (SebabKosong.KOSONG, (acting,))

    def test_last_year_shows_last_years_holder(self):
        jabatan = JabatanFactory()
        PenempatanFactory(jabatan=jabatan, selesai=date(2026, 1, 31))
        assert [satu.sebab for satu in rekap.lowongan(HARI)] == [SebabKosong.KOSONG]
        assert rekap.lowongan(date(2025, 11, 24)) == []

    def test_only_of_the_unit_asked_for(self, lowong):
        garis, _ = lowong
        JabatanFactory(unit=UnitFactory())
        assert len(rekap.lowongan(HARI)) == 2
        assert {satu.unit for satu in rekap.lowongan(HARI, unit=garis.unit)} == {garis.unit}


class TestKandidat:
    def test_what_is_not_measured_is_not_known_and_not_failed(self, lowong):
        garis, jabatan = lowong
        daftar, hasil = calon(jabatan)
        assert daftar == []
        assert {satu.pk for satu in garis.bawahan} == set(kunci(hasil.belum))

    def test_meeting_the_last_requirement_moves_a_person_into_the_candidates(self, lowong):
        garis, jabatan = lowong
        satu, dua = garis.bawahan
        lengkapi(satu, garis.atasan)
        lengkapi(dua, garis.atasan)
        Pegawai.objects.filter(pk=dua.pk).update(golongan="III/a")
        daftar, hasil = calon(jabatan)
        assert daftar == [satu.pk]
        assert [s.nama for s in dict(hasil.gugur)[dua.pk] if s.terpenuhi is False] == ["Pangkat"]
        Pegawai.objects.filter(pk=dua.pk).update(golongan="III/b")
        assert set(calon(jabatan)[0]) == {satu.pk, dua.pk}

    def test_a_sanction_holds_back_only_while_it_is_in_force(self, lowong):
        garis, jabatan = lowong
        satu = garis.bawahan[0]
        lengkapi(satu, garis.atasan)
        HukumanDisiplinFactory(pegawai=satu, mulai=date(2026, 1, 1), selesai=HARI)
        assert calon(jabatan)[0] == []
        assert calon(jabatan, date(2026, 11, 25))[0] == [satu.pk]

    def test_a_predikat_below_baik_holds_back(self, lowong):
        garis, jabatan = lowong
        satu = garis.bawahan[0]
        buat_hasil(satu, garis.atasan, 2024, "80", rating_hasil=Rating.DI_BAWAH, predikat=Predikat.BUTUH_PERBAIKAN)
        buat_hasil(satu, garis.atasan, 2025)
        ukur(satu)
        _, hasil = calon(jabatan)
        assert [s.nama for s in dict(hasil.gugur)[satu.pk] if s.terpenuhi is False] == ["Predikat kinerja"]

    def test_the_better_measured_stands_first_and_the_score_explains_itself(self, lowong):
        garis, jabatan = lowong
        satu, dua = garis.bawahan
        for orang, nilai in ((satu, 70), (dua, 95)):
            for tahun in (2024, 2025):
                buat_hasil(orang, garis.atasan, tahun)
            ukur(orang, nilai=nilai)
        hasil = rekap.kandidat(jabatan, HARI).peringkat.calon
        assert [calon.kunci for calon in hasil] == [dua.pk, satu.pk]
        assert hasil[0].pohon.nilai == str(hasil[0].nilai)
        assert hasil[0].rendah <= hasil[0].nilai <= hasil[0].tinggi

    def test_last_year_knows_neither_later_people_nor_later_measures(self, lowong):
        garis, jabatan = lowong
        satu, dua = garis.bawahan
        lengkapi(satu, garis.atasan)
        Pegawai.objects.filter(pk=dua.pk).update(tmt_pengangkatan=date(2026, 1, 1))
        _, hasil = calon(jabatan, date(2025, 3, 1))
        assert dua.pk not in {*kunci(hasil.gugur), *kunci(hasil.belum)}
        diketahui = {s.nama: s.terpenuhi for s in dict(hasil.belum)[satu.pk]}
        assert diketahui["Standar kompetensi"] is None  # measured on 1 June 2025

    def test_a_technical_competence_of_another_family_is_not_asked(self, lowong):
        garis, jabatan = lowong
        KompetensiFactory(kunci="teknis_guru")
        lengkapi(garis.bawahan[0], garis.atasan)
        assert "teknis_guru" not in rekap.sasaran_dari(jabatan, HARI, HARI).standar
        assert calon(jabatan)[0] == [garis.bawahan[0].pk]


class TestKotak:
    def test_a_person_without_measures_has_no_box(self, lowong):
        garis, _ = lowong
        (satu,) = rekap.kotak(HARI, [garis.bawahan[0].pk])
        assert (satu.posisi.kotak, satu.posisi.pasti) == (None, False)

    def test_results_and_measures_place_a_person(self, lowong):
        garis, _ = lowong
        lengkapi(garis.bawahan[0], garis.atasan)
        (satu,) = rekap.kotak(HARI, [garis.bawahan[0].pk])
        assert satu.posisi.kotak in (5, 8)
        assert satu.posisi.kotak in satu.posisi.mungkin

    def test_everybody_in_service_is_there_once(self, lowong):
        garis, _ = lowong
        semua = [satu.orang.kunci for satu in rekap.kotak(HARI)]
        assert sorted(semua) == sorted({garis.atasan.pk, *(satu.pk for satu in garis.bawahan)})


class TestBanyaknyaPertanyaan:
    """The database is asked as often for six people as for three."""

    @pytest.mark.parametrize("baca", ["lowongan", "kotak", "kandidat"])
    def test_constant(self, lowong, baca, django_assert_num_queries):
        garis, jabatan = lowong
        jalan = {
            "lowongan": lambda: rekap.lowongan(HARI),
            "kotak": lambda: rekap.kotak(HARI),
            "kandidat": lambda: rekap.kandidat(jabatan, HARI).peringkat,
        }[baca]
        lengkapi(garis.bawahan[0], garis.atasan)
        with CaptureQueriesContext(
            connection,
        ) as awal:
            jalan()
        for orang in buat_garis(akar=garis.akar).bawahan:
            lengkapi(orang, garis.atasan)
        with django_assert_num_queries(len(awal)):
            jalan()
