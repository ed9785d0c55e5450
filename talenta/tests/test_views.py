"""The pages of talent: who they exist for, what they show, what they export."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pegawai.pilihan import JenisJabatan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, PenggunaFactory, buat_garis
from talenta.tests.factories import buat_hasil, ukur

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acuan():
    call_command("muat_acuan", verbosity=0)


@pytest.fixture
def garis():
    return buat_garis()


@pytest.fixture
def jabatan():
    return JabatanFactory(nama="Kepala Seksi Uji", jenis=JenisJabatan.PENGAWAS)


def halaman(jabatan, pegawai):
    return {
        "beranda": reverse("talenta:beranda"),
        "lowongan": reverse("talenta:lowongan-list"),
        "detail": reverse("talenta:lowongan-detail", args=[jabatan.pk]),
        "kotak": reverse("talenta:kotak"),
        "karier": reverse("talenta:karier", args=[pegawai.pk]),
    }


class TestUntukSiapa:
    @pytest.mark.parametrize("peran", ["bkpsdm", "auditor"])
    def test_exists_for_those_who_prepare_and_check(self, client, jabatan, garis, peran):
        client.force_login(PenggunaFactory(peran=(peran,)))
        for alamat in halaman(jabatan, garis.bawahan[0]).values():
            assert client.get(alamat).status_code == 200

    @pytest.mark.parametrize("nama", ["beranda", "lowongan", "detail", "kotak", "karier"])
    def test_does_not_exist_for_an_atasan_or_the_admin(self, client, jabatan, garis, nama):
        alamat = halaman(jabatan, garis.bawahan[0])[nama]
        for pengguna in (garis.atasan.pengguna, PenggunaFactory(peran=("admin_sistem",))):
            client.force_login(pengguna)
            assert client.get(alamat).status_code == 404

    def test_each_person_reads_the_own_page_only(self, client, garis):
        satu, dua = garis.bawahan
        client.force_login(satu.pengguna)
        assert client.get(reverse("talenta:karier-saya")).context["pegawai"] == satu
        assert client.get(reverse("talenta:karier", args=[dua.pk])).status_code == 404

    def test_an_account_without_a_person_has_no_career(self, client):
        client.force_login(PenggunaFactory(peran=("bkpsdm",)))
        assert client.get(reverse("talenta:karier-saya")).status_code == 404

    def test_nothing_here_takes_a_post(self, client, jabatan, garis):
        client.force_login(PenggunaFactory(peran=("bkpsdm",)))
        for alamat in halaman(jabatan, garis.bawahan[0]).values():
            assert client.post(alamat).status_code == 405


@pytest.fixture
def bk(client):
    client.force_login(PenggunaFactory(peran=("bkpsdm",)))
    return client


class TestLowongan:
    def test_filters_and_exports_exactly_what_is_filtered(self, bk, jabatan):
        JabatanFactory(nama="=Arsiparis")
        alamat = reverse("talenta:lowongan-list")
        assert bk.get(alamat).context["halaman"].paginator.count == 2
        tersaring = {"jenis": "pelaksana"}
        assert bk.get(alamat, tersaring).context["halaman"].paginator.count == 1
        isi = bk.get(alamat, tersaring | {"ekspor": "csv"}).content.decode()
        assert "'=Arsiparis" in isi
        assert jabatan.nama not in isi

    def test_a_month_narrows_the_list_but_not_the_chart(self, bk):
        PenempatanFactory(pegawai__tanggal_lahir=date(1969, 3, 10))
        isi = bk.get(reverse("talenta:lowongan-list"), {"per": "2026-11-24", "bulan": "2027-04"}).context
        assert [satu.tanggal for satu in isi["halaman"]] == [date(2027, 4, 1)]
        isi = bk.get(reverse("talenta:lowongan-list"), {"per": "2026-11-24", "bulan": "2027-05"}).context
        assert list(isi["halaman"]) == []
        assert {satu.kunci: satu.jumlah for satu in isi["per_bulan"]}["2027-04"] == 1

    @pytest.mark.parametrize("query", ["per=kemarin", "unit=x", "bulan=2027-13", "jenis=apa", "urut=--x", "page=abc"])
    def test_an_address_that_makes_no_sense_is_answered(self, bk, query):
        for nama in ("lowongan-list", "kotak", "beranda"):
            assert bk.get(f"{reverse(f'talenta:{nama}')}?{query}").status_code == 200

    def test_a_position_that_did_not_exist_that_day_is_not_found(self, bk, jabatan):
        alamat = reverse("talenta:lowongan-detail", args=[jabatan.pk])
        assert bk.get(alamat, {"per": "2019-01-01"}).status_code == 404

    def test_the_elected_head_is_no_vacancy(self, bk):
        wali = JabatanFactory(jenis=JenisJabatan.PIMPINAN_DAERAH)
        assert bk.get(reverse("talenta:lowongan-detail", args=[wali.pk])).status_code == 404


class TestMengapaTidak:
    def test_somebody_outside_the_list_is_found_with_the_reason(self, bk, jabatan, garis):
        PenempatanFactory(pegawai=PegawaiFactory(nama="Baiq Uji", pendidikan="15", golongan="II/a"))
        isi = bk.get(reverse("talenta:lowongan-detail", args=[jabatan.pk]), {"cari": "baiq"})
        (satu,) = isi.context["luar"]
        assert satu["pegawai"].nama == "Baiq Uji"
        assert "Pendidikan SMA; diminta paling rendah D-III." in isi.content.decode()

    def test_the_candidate_is_shown_with_a_tree_and_exported(self, bk, jabatan, garis):
        satu = garis.bawahan[0]
        for tahun in (2024, 2025):
            buat_hasil(satu, garis.atasan, tahun)
        ukur(satu)
        alamat = reverse("talenta:lowongan-detail", args=[jabatan.pk])
        isi = bk.get(alamat, {"per": "2026-11-24"})
        assert [baris["pegawai"] for baris in isi.context["calon"]] == [satu]
        assert "Mengapa skor ini" in isi.content.decode()
        berkas = bk.get(alamat, {"per": "2026-11-24", "ekspor": "csv"}).content.decode()
        assert f"'{satu.nip}" in berkas


class TestKotak:
    def test_a_box_lists_its_people_and_the_unmeasured_are_said_to_be(self, bk, garis):
        satu = garis.bawahan[0]
        for tahun in (2024, 2025):
            buat_hasil(satu, garis.atasan, tahun, "115")
        ukur(satu, level=5, nilai=100)
        isi = bk.get(reverse("talenta:kotak"), {"per": "2026-11-24"}).context
        nomor = {sel["nomor"]: sel["jumlah"] for baris in isi["kotak"] for sel in baris}
        assert sum(nomor.values()) == 1
        (isi_kotak,) = [kotak for kotak, jumlah in nomor.items() if jumlah]
        orang = bk.get(reverse("talenta:kotak"), {"per": "2026-11-24", "kotak": isi_kotak}).context["halaman"]
        assert [baris["pegawai"] for baris in orang] == [satu]
        belum = bk.get(reverse("talenta:kotak"), {"per": "2026-11-24", "kepastian": "belum"}).context["halaman"]
        assert {baris["pegawai"] for baris in belum} == {garis.atasan, garis.bawahan[1]}

    def test_costs_the_same_however_many_people(self, bk, garis, django_assert_max_num_queries):
        alamat = reverse("talenta:kotak")
        bk.get(alamat)
        with CaptureQueriesContext(connection) as awal:
            bk.get(alamat)
        for _ in range(3):
            buat_garis(akar=garis.akar)
        with django_assert_max_num_queries(len(awal)):
            bk.get(alamat)


class TestKarier:
    def test_what_is_missing_for_the_next_level_is_said(self, client, garis):
        satu = garis.bawahan[0]
        client.force_login(satu.pengguna)
        isi = client.get(reverse("talenta:karier-saya"))
        (gerbang,) = isi.context["gerbang"]
        assert gerbang.nama == "Pengawas"
        assert gerbang.terpenuhi is None
        assert "Posisi belum tersedia" in isi.content.decode()

    def test_a_person_without_a_position_gets_an_answer(self, client):
        client.force_login(PegawaiFactory().pengguna)
        assert client.get(reverse("talenta:karier-saya")).status_code == 200
