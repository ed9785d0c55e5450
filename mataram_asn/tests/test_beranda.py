"""The home: each role finds what waits for it, at the same cost however many people there are."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import KinerjaOrganisasi, LembarPenilaian, PermintaanCabut, PermohonanSiklus, Siklus
from kinerja.models import Realisasi
from kinerja.pilihan import JenisIndikator
from kinerja.tests.factories import SAAT, RealisasiFactory, buat_skp_lengkap
from mataram_asn.kit.audit import catat
from mataram_asn.kit.kata import tulis_batas
from mataram_asn.kit.models import Surat
from mataram_asn.menu import MAKS_BUTIR
from mataram_asn.tests.dunia import KENARI, buat_dunia
from mataram_asn.tugas import TANPA_PREDIKAT_MENUNGGU
from mataram_asn.views.beranda import sapaan
from pegawai.models import PermohonanPeran, RancanganKetentuan
from pegawai.pilihan import JenisPegawai, JenisUnit, Peran
from pegawai.tests.factories import JabatanFactory, PenempatanFactory, PenggunaFactory, UnitFactory


@pytest.fixture
def dunia(db):
    with time_machine.travel(SAAT, tick=False):
        yield buat_dunia()


def buka(client, dunia, peran):
    client.force_login(dunia.akun[peran])
    jawab = client.get(reverse("beranda"))
    assert jawab.status_code == 200
    return jawab


@pytest.mark.parametrize(
    ("peran", "judul"),
    [
        ("pemilik", ["Isi realisasi Triwulan IV 2026: 1 indikator", "Hasil Triwulan III 2026 sudah terbit", "Ikuti "]),
        ("rekan", []),
        ("atasan", ["1 SKP menunggu persetujuan Anda", "1 bawahan belum Anda nilai", "Susun SKP tahun ini"]),
        (
            "bkpsdm",
            [
                "1 pegawai melaporkan atasan yang keliru",
                "1 potongan pekerjaan dikarantina",
                "1 tulisan warga menunggu moderasi",
            ],
        ),
        ("asing", ["Susun SKP tahun ini"]),
        ("auditor", []),
    ],
)
def test_each_role_finds_what_waits_for_it(client, dunia, peran, judul):
    tugas = [satu.judul for satu in buka(client, dunia, peran).context["tugas"]]
    ada = [any(nama.startswith(harap) for nama in tugas) for harap in judul]
    assert all(ada), tugas
    if not judul:
        assert not tugas


def test_a_recorded_realisasi_takes_its_task_away(client, dunia):
    """The world's plan has one indicator left to fill in the open quarter."""
    indikator = dunia.objek["hasil"].indikator.get(jenis=JenisIndikator.KUALITATIF)
    RealisasiFactory(indikator=indikator, periode=dunia.objek["periode"], nilai=None, uraian="Tuntas")
    assert Realisasi.objects.filter(indikator=indikator).exists()
    tugas = [satu for satu in buka(client, dunia, "pemilik").context["tugas"] if "Triwulan IV" in satu.judul]
    assert not [satu for satu in tugas if satu.judul.startswith("Isi realisasi")]
    for satu in tugas:
        lembar = LembarPenilaian.objects.get(pk=satu.tautan.strip("/").rpartition("/")[2])
        client.post(reverse("evaluasi:selesai-mengisi", args=[lembar.pk]))
    assert [satu.judul for satu in tugas] == ["Nyatakan selesai mengisi Triwulan IV 2026"]
    assert not [s for s in buka(client, dunia, "pemilik").context["tugas"] if "Triwulan IV" in s.judul]


@pytest.mark.parametrize("peran", ["pemilik", "rekan", "asing", "atasan", "pengelola", "bkpsdm", "auditor", "admin"])
def test_the_menu_has_at_most_seven_entries_that_open(client, dunia, peran):
    menu = buka(client, dunia, peran).context["menu"]
    assert 1 <= len(menu) <= MAKS_BUTIR
    for butir in menu:
        if butir.url != reverse("admin:index"):
            assert client.get(butir.url).status_code == 200, butir
    assert sum(butir.aktif for butir in menu) == 1


@pytest.mark.parametrize("peran", ["pemilik", "asing", "atasan", "pengelola", "bkpsdm", "auditor", "admin"])
def test_every_other_page_stands_once_in_the_list_beside_the_menu_and_opens(client, dunia, peran):
    jawab = buka(client, dunia, peran)
    lain = [butir for kelompok in jawab.context["menu_lain"] for butir in kelompok.butir]
    semua = [butir.url for butir in (*jawab.context["menu"], *lain)]
    assert lain and len(semua) == len(set(semua))
    teks = jawab.content.decode()
    for butir in lain:
        assert f'href="{butir.url}"' in teks and butir.label in teks
        if butir.url != reverse("admin:index"):
            assert client.get(butir.url, follow=True).status_code == 200, butir


def test_the_admin_of_the_system_sees_nobodys_figures(client, dunia):
    assert KENARI not in buka(client, dunia, "admin").content.decode()
    assert "Predikat" not in buka(client, dunia, "admin").content.decode()


@pytest.mark.parametrize("peran", ["atasan", "bkpsdm", "pengelola"])
def test_the_home_costs_the_same_however_many_people(client, dunia, peran):
    buka(client, dunia, peran)
    with CaptureQueriesContext(connection) as sedikit:
        buka(client, dunia, peran)
    for _ in range(4):
        orang = PenempatanFactory(jabatan=dunia.objek["jabatan"]).pegawai
        buat_skp_lengkap(orang, dunia.akun["atasan"].pegawai)
    with CaptureQueriesContext(connection) as banyak:
        buka(client, dunia, peran)
    assert len(banyak) == len(sedikit)


@pytest.mark.parametrize(
    ("jam", "kata"), [(0, "malam"), (4, "pagi"), (11, "siang"), (15, "sore"), (18, "malam"), (23, "malam")]
)
def test_the_greeting_follows_the_hour(jam, kata):
    assert sapaan(jam) == f"Selamat {kata}"


def test_a_deadline_at_midnight_is_said_as_the_day_before():
    assert tulis_batas(SAAT.replace(hour=0)) == "23 November 2026 23.59 WITA"
    assert tulis_batas(SAAT) == "24 November 2026 10.00 WITA"


def test_letters_are_read_and_lead_only_inside(client, dunia):
    surat = dunia.objek["surat"]
    client.force_login(dunia.akun["pemilik"])
    assert 'aria-label="Surat, 1 belum dibaca"' in client.get("/").text
    for tautan, tujuan in (
        ("/kinerja/skp/", "/kinerja/skp/"),
        ("//jahat.test/", reverse("surat-list")),
        ("", reverse("surat-list")),
    ):
        type(surat).objects.filter(pk=surat.pk).update(tautan=tautan, dibaca_pada=None)
        assert client.post(reverse("surat-buka", args=[surat.pk])).url == tujuan
    surat.refresh_from_db()
    assert surat.dibaca_pada


def test_an_object_of_the_trail_is_linked_by_its_plain_number(client, dunia):
    catat(oleh=dunia.akun["pemilik"], aksi="uji.dicoba", objek=Surat(pk=16898), rincian={})
    client.force_login(dunia.akun["auditor"])
    assert "?objek=kit.surat&amp;nomor=16898" in client.get(reverse("audit-list")).text


def test_the_training_of_ones_people_is_one_click_from_home(client, dunia):
    for peran, ada in (("atasan", True), ("pemilik", False)):
        client.force_login(dunia.akun[peran])
        assert (reverse("pelatihan:bawahan") in client.get("/").text) is ada


def test_the_level_above_is_told_which_organisations_wait_for_its_predikat(client, dunia):
    """Only of the offices whose heads stand directly below, and no longer once the predikat is set."""
    atas = PenempatanFactory()
    kantor = UnitFactory(jenis=JenisUnit.DINAS)
    PenempatanFactory(jabatan=JabatanFactory(unit=kantor, kepala=True, susunan__atasan=atas.jabatan))
    UnitFactory(jenis=JenisUnit.DINAS)
    siklus = Siklus.objects.filter(tahap__in=TANPA_PREDIKAT_MENUNGGU).last()
    alamat = f"{reverse('evaluasi:siklus-organisasi', args=[siklus.pk])}?keadaan=belum"
    client.force_login(atas.pegawai.pengguna)
    tugas = [satu.judul for satu in client.get("/").context["tugas"] if satu.tautan == alamat]
    assert tugas == ["1 perangkat daerah belum mempunyai predikat organisasi"]
    assert client.get(alamat).status_code == 200
    KinerjaOrganisasi.objects.create(
        periode=siklus.periode, unit=kantor, predikat="baik", dasar="Keputusan", ditetapkan_oleh=dunia.akun["bkpsdm"]
    )
    assert alamat not in [satu.tautan for satu in client.get("/").context["tugas"]]


def test_the_running_siklus_in_the_header_leads_to_its_page(client, dunia):
    jawab = buka(client, dunia, "pemilik")
    alamat = jawab.context["siklus_berjalan"]["url"]
    assert f'class="siklus-kini" href="{alamat}"' in jawab.text and client.get(alamat).status_code == 200


def test_what_one_person_asked_waits_on_the_home_of_the_second(client, dunia):
    """Two people decide; who asked does not see it as a duty, since it is not theirs to decide."""
    pertama = dunia.akun["bkpsdm"]
    kedua = PenggunaFactory(peran=(Peran.BKPSDM,))
    PermohonanSiklus.objects.update(diminta_oleh=pertama)
    PermohonanPeran.objects.update(diminta_oleh=pertama)
    RancanganKetentuan.objects.update(disusun_oleh=pertama)
    PermintaanCabut.objects.update(diminta_oleh=pertama)
    siklus = PermohonanSiklus.objects.filter(status="menunggu").first()
    harap = {
        reverse("evaluasi:siklus-putus", args=[siklus.pk]),
        reverse("pegawai:peran-list"),
        reverse("pegawai:rancangan-detail", args=[RancanganKetentuan.objects.get(status="draf").pk]),
        reverse("evaluasi:dokumen-detail", args=[PermintaanCabut.objects.get().dokumen_id]),
    }
    for siapa, ada in ((kedua, harap), (pertama, set())):
        client.force_login(siapa)
        assert {satu.tautan for satu in client.get("/").context["tugas"]} & harap == ada
    client.force_login(kedua)
    for alamat in harap:
        assert client.get(alamat).status_code == 200


def test_overdue_sheets_stand_on_the_home_of_the_city(client, dunia):
    """While scoring runs nobody is late; from calibration on the sheets that are not set hold people up."""
    alamat = f"{reverse('evaluasi:siklus-papan', args=[dunia.objek['lembar'].siklus_id])}?keadaan=lewat"
    siklus = Siklus.objects.filter(pk=dunia.objek["lembar"].siklus_id)
    for tahap, ada in (("penilaian", False), ("kalibrasi", True)):
        siklus.update(tahap=tahap)
        assert (alamat in {satu.tautan for satu in buka(client, dunia, "bkpsdm").context["tugas"]}) is ada


def test_an_assessor_who_is_no_civil_servant_is_called_so(client, dunia):
    atas = PenempatanFactory(pegawai__jenis=JenisPegawai.NON_ASN, pegawai__nip=None)
    PenempatanFactory(jabatan=JabatanFactory(susunan__atasan=atas.jabatan))
    client.force_login(atas.pegawai.pengguna)
    assert '<span class="soft small">Pejabat penilai</span>' in client.get("/").text
