"""Library into a draft, teams, and the matrix of roles and results."""

from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja import actions
from kinerja.models import AnggotaTim, HasilKerja, Indikator, MasukanTim, PustakaHasil, PustakaIndikator, Tim
from kinerja.pilihan import StatusSKP
from kinerja.rekap_matriks import matriks, susunan_matriks
from kinerja.tests.factories import (
    SAAT,
    WITA,
    HasilKerjaFactory,
    IkuFactory,
    PeriodeFactory,
    SKPFactory,
    buat_skp_lengkap,
)
from kinerja.tests.factories_rencana import AnggotaTimFactory, PustakaHasilFactory, TimFactory
from mataram_asn.kit.galat import Konflik, RuleViolation
from pegawai.models import Pegawai
from pegawai.tests.factories import PegawaiFactory, PenempatanFactory, PengelolaUnitFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 24)


@pytest.fixture
def garis():
    return buat_garis()


@pytest.fixture
def draf(garis):
    return SKPFactory(pegawai=garis.bawahan[0], penilai=garis.atasan)


def semua() -> list[int]:
    return list(PustakaIndikator.objects.values_list("pk", flat=True))


def test_the_library_gives_a_draft_with_weights_that_sum_to_100(garis, draf):
    for _ in range(3):
        PustakaHasilFactory(jenis_jabatan="pelaksana")
    oleh = garis.bawahan[0].pengguna
    assert actions.take_from_library(skp_id=draf.pk, indikator_ids=semua(), oleh=oleh, saat=SAAT) == 3
    bobot = list(Indikator.objects.utama(draf.pk).values_list("bobot", flat=True))
    assert bobot == [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert garis.unit.nama in HasilKerja.objects.filter(skp=draf).first().uraian
    assert actions.take_from_library(skp_id=draf.pk, indikator_ids=semua(), oleh=oleh, saat=SAAT) == 0
    assert draf.hasil.count() == 3


def test_entries_fit_by_name_kind_and_unit(garis, draf):
    awal = draf.jabatan.nama[:6]
    cocok = [
        PustakaHasilFactory(jenis_jabatan="", nama_jabatan=awal),
        PustakaHasilFactory(jenis_jabatan="", jabatan=draf.jabatan),
        PustakaHasilFactory(jenis_jabatan="", unit=garis.akar),
    ]
    PustakaHasilFactory(jenis_jabatan="", nama_jabatan="Perawat")
    PustakaHasilFactory(jenis_jabatan="fungsional")
    PustakaHasilFactory(jenis_jabatan="", unit=buat_garis().unit)
    PustakaHasilFactory(jenis_jabatan="pelaksana", aktif=False)
    naik = [garis.unit.pk, garis.akar.pk]
    assert set(PustakaHasil.objects.untuk(draf.jabatan, naik)) == set(cocok)
    assert PustakaHasil.objects.untuk(draf.jabatan, naik).first() == cocok[1]


def test_only_the_owner_takes_and_only_into_a_draft(garis, draf):
    PustakaHasilFactory(jenis_jabatan="pelaksana")
    pilih = {"indikator_ids": semua(), "saat": SAAT}
    for oleh in (garis.atasan.pengguna, garis.bawahan[1].pengguna):
        with pytest.raises(RuleViolation):
            actions.take_from_library(skp_id=draf.pk, oleh=oleh, **pilih)
    with pytest.raises(Konflik):
        actions.take_from_library(skp_id=draf.pk, versi=99, oleh=garis.bawahan[0].pengguna, **pilih)
    with pytest.raises(RuleViolation, match="sedikitnya satu"):
        actions.take_from_library(skp_id=draf.pk, indikator_ids=[0], oleh=garis.bawahan[0].pengguna, saat=SAAT)


def test_the_page_of_the_library_takes_what_is_ticked(client, garis, draf):
    PustakaHasilFactory(jenis_jabatan="pelaksana")
    client.force_login(garis.bawahan[0].pengguna)
    alamat = f"/kinerja/skp/{draf.pk}/pustaka/"
    assert client.get(alamat).text.count(" checked") == 1
    assert client.post(alamat, {"versi": draf.versi, "indikator": ["9" * 30, "x"]}).status_code == 422
    assert client.post(alamat, {"versi": draf.versi, "indikator": semua()}).status_code == 302
    assert Indikator.objects.filter(hasil__skp=draf).count() == 1


def test_bkpsdm_writes_an_entry_and_finds_it(client):
    client.force_login(buat_bkpsdm())
    isi = {
        "uraian": "Terlaksananya posyandu", "jenis": "utama", "nama_jabatan": "Bidan", "jenis_jabatan": "",
        "jenjang": "", "unit": "", "sumber": "", "urutan": "", "aktif": "on",
        "indikator-TOTAL_FORMS": "1", "indikator-INITIAL_FORMS": "0", "indikator-0-uraian": "Jumlah kunjungan",
        "indikator-0-jenis": "kuantitatif", "indikator-0-target": "1.120,5", "indikator-0-satuan": "kunjungan",
        "indikator-0-arah": "naik", "indikator-0-sifat": "kumulatif", "indikator-0-aspek": "kuantitas",
    }  # fmt: skip
    assert client.post("/kinerja/pustaka/buat/", isi).status_code == 302
    assert PustakaIndikator.objects.get().target == Decimal("1120.5")
    assert client.post("/kinerja/pustaka/buat/", isi | {"nama_jabatan": ""}).status_code == 422
    assert client.post("/kinerja/pustaka/buat/", {}).status_code == 422
    assert "posyandu" in client.get("/kinerja/pustaka/?q=bidan").text
    assert "posyandu" not in client.get("/kinerja/pustaka/?jenis=tambahan").text
    assert b"kunjungan" in client.get("/kinerja/pustaka/?ekspor=csv").content


@pytest.mark.parametrize(
    ("peran", "jenis"), [("anggota", "utama"), ("penanggung_jawab", "utama"), ("tambahan", "tambahan")]
)
def test_the_role_in_a_team_says_what_the_result_is(garis, draf, peran, jenis):
    tugas = AnggotaTimFactory(pegawai=garis.bawahan[0], peran=peran)
    lawan = "utama" if jenis == "tambahan" else "tambahan"
    hasil = actions.save_result(
        skp_id=draf.pk,
        uraian="Hasil tim",
        jenis=lawan,
        keanggotaan_id=tugas.pk,
        oleh=garis.bawahan[0].pengguna,
        saat=SAAT,
    )
    assert (hasil.jenis, hasil.keanggotaan) == (jenis, tugas)
    asing = AnggotaTimFactory()
    with pytest.raises(RuleViolation, match="penugasan tim Anda sendiri"):
        actions.save_result(
            skp_id=draf.pk, uraian="Hasil", keanggotaan_id=asing.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT
        )


def test_teams_are_made_for_ones_own_unit_and_filled_inside_their_time(garis):
    isi = {
        "nama": "Tim", "tugas": "T", "dasar": "", "unit_id": garis.unit.pk, "ketua_id": garis.bawahan[0].pk,
        "mulai": date(2026, 2, 1), "selesai": date(2026, 6, 30), "saat": SAAT,
    }  # fmt: skip
    asing = buat_garis()
    for oleh in (garis.bawahan[1].pengguna, asing.atasan.pengguna):
        with pytest.raises(RuleViolation):
            actions.create_team(oleh=oleh, **isi)
    tim = actions.create_team(oleh=PengelolaUnitFactory(unit=garis.unit).pengguna, **isi)
    assert tim.anggota.get().peran == "ketua"
    baru = {"tim_id": tim.pk, "pegawai_id": asing.bawahan[0].pk, "peran": "anggota", "saat": SAAT}
    masa = {"mulai": date(2026, 2, 1), "selesai": date(2026, 6, 30)}
    ketua = garis.bawahan[0].pengguna
    with pytest.raises(RuleViolation, match="di dalam masa"):
        actions.add_member(oleh=ketua, **baru, mulai=date(2026, 1, 1), selesai=date(2026, 3, 1))
    with pytest.raises(RuleViolation, match="ketua tim"):
        actions.add_member(oleh=asing.bawahan[0].pengguna, **baru, **masa)
    Pegawai.objects.filter(pk=asing.bawahan[0].pk).update(kedudukan="99")
    with pytest.raises(RuleViolation, match="masih bertugas"):
        actions.add_member(oleh=ketua, **baru, **masa)
    Pegawai.objects.filter(pk=asing.bawahan[0].pk).update(kedudukan="01")
    actions.add_member(oleh=ketua, **baru, **masa)
    with pytest.raises(RuleViolation, match="sudah bertugas"):
        actions.add_member(oleh=ketua, **baru, **masa)
    pensiun = PegawaiFactory(kedudukan="99")
    with pytest.raises(RuleViolation, match="masih bertugas"):
        actions.add_member(oleh=ketua, **baru | {"pegawai_id": pensiun.pk}, **masa)


@pytest.mark.parametrize(
    ("mulai", "selesai", "kalimat"),
    [
        (date(2025, 10, 1), date(2025, 12, 31), "masa penugasan"),
        (date(2026, 12, 1), date(2026, 12, 31), "belum dimulai"),
        (date(2026, 10, 1), date(2026, 12, 31), ""),
    ],
)
def test_the_leader_speaks_of_a_time_in_which_the_member_served(garis, mulai, selesai, kalimat):
    tim = TimFactory(unit=garis.unit, ketua=garis.bawahan[1], mulai=date(2026, 1, 1), selesai=date(2026, 12, 31))
    anggota = AnggotaTimFactory(tim=tim, pegawai=garis.bawahan[0], mulai=tim.mulai, selesai=tim.selesai)
    tulis = {"anggota_id": anggota.pk, "periode_id": PeriodeFactory(mulai=mulai, selesai=selesai).pk, "teks": "Baik"}
    with pytest.raises(RuleViolation, match=kalimat) if kalimat else nullcontext():
        actions.give_team_input(oleh=garis.bawahan[1].pengguna, saat=SAAT, **tulis)
    assert MasukanTim.objects.exists() is not bool(kalimat)


@pytest.mark.parametrize("jam", [0, 23])
def test_an_assignment_ends_at_midnight_in_mataram(garis, jam):
    """Half past midnight of the 30th is still the 29th in UTC: who looked after the unit until the 29th is out."""
    kelola = PengelolaUnitFactory(unit=garis.unit, mulai=date(2026, 1, 1), selesai=date(2026, 11, 29))
    saat = datetime(2026, 11, 29 + (jam == 0), jam, 30, tzinfo=WITA).astimezone(UTC)
    isi = {
        "nama": "Tim", "tugas": "T", "dasar": "", "unit_id": garis.unit.pk, "ketua_id": garis.bawahan[0].pk,
        "mulai": date(2026, 2, 1), "selesai": date(2026, 6, 30), "saat": saat, "oleh": kelola.pengguna,
    }  # fmt: skip
    iku = IkuFactory(unit=garis.unit)
    nilai = {"iku_id": iku.pk, "tahun": 2026, "nilai": Decimal(1), "sumber": "BPS", "oleh": kelola.pengguna}
    if jam == 0:
        for verba in (actions.create_team, lambda **_: actions.record_iku_value(**nilai, saat=saat)):
            with pytest.raises(RuleViolation):
                verba(**isi)
    else:
        assert actions.create_team(**isi).pk and actions.record_iku_value(**nilai, saat=saat).pk


def test_a_leader_says_nothing_about_a_period_before_the_assignment(garis):
    anggota = AnggotaTimFactory(tim=TimFactory(unit=garis.unit, ketua=garis.bawahan[1]), pegawai=garis.bawahan[0])
    lalu = PeriodeFactory(nama="Tahun 2024", jenis="tahunan", mulai=date(2024, 1, 1), selesai=date(2024, 12, 31))
    umum = {"anggota_id": anggota.pk, "teks": "Buruk", "oleh": garis.bawahan[1].pengguna, "saat": SAAT}
    for periode_id in (lalu.pk, 2**62):
        with pytest.raises(RuleViolation, match="masa penugasan"):
            actions.give_team_input(periode_id=periode_id, **umum)
    assert not MasukanTim.objects.exists()


def test_the_leaders_input_is_read_by_the_member_and_their_atasan_only(garis):
    asing = buat_garis()
    tim = TimFactory(unit=garis.unit, ketua=garis.bawahan[1])
    anggota = AnggotaTimFactory(tim=tim, pegawai=asing.bawahan[0])
    rekan = AnggotaTimFactory(tim=tim, pegawai=garis.bawahan[0])
    periode = PeriodeFactory()
    tulis = {"anggota_id": anggota.pk, "periode_id": periode.pk, "saat": SAAT}
    for oleh in (garis.bawahan[0], asing.bawahan[0], asing.atasan):
        with pytest.raises(RuleViolation):
            actions.give_team_input(teks="Baik", oleh=oleh.pengguna, **tulis)
    actions.give_team_input(teks="Baik", oleh=garis.bawahan[1].pengguna, **tulis)
    actions.give_team_input(teks="Baik sekali", oleh=garis.bawahan[1].pengguna, **tulis)
    assert MasukanTim.objects.get().teks == "Baik sekali"
    with time_machine.travel(SAAT, tick=False):
        boleh = {
            orang.pk: MasukanTim.objects.visible_to(orang.pengguna).exists()
            for orang in (garis.bawahan[1], asing.bawahan[0], asing.atasan, rekan.pegawai, asing.bawahan[1])
        }
        assert list(boleh.values()) == [True, True, True, False, False]
        assert Tim.objects.visible_to(rekan.pegawai.pengguna).exists()
        assert not Tim.objects.visible_to(asing.bawahan[1].pengguna).exists()
    assert AnggotaTim.objects.count() == 2


def _isi_unit(garis):
    """A leader's draft of two results; one subordinate serves the first, the other nothing."""
    skp = SKPFactory(pegawai=garis.atasan)
    dua = [HasilKerjaFactory(skp=skp, uraian=teks) for teks in ("Pelayanan cepat", "Arsip tertata")]
    pertama, kedua = (buat_skp_lengkap(orang, garis.atasan) for orang in garis.bawahan)
    HasilKerja.objects.filter(skp=pertama).update(mendukung=dua[0])
    return dua, pertama, kedua


def test_the_matrix_shows_who_serves_what_also_of_a_leaders_draft(garis):
    (satu, dua), pertama, kedua = _isi_unit(garis)
    susunan = susunan_matriks(garis.unit, HARI)
    isi = matriks(susunan, susunan.penempatan, garis.atasan.pengguna)
    assert susunan.pimpinan == garis.atasan
    assert [(k.uraian, k.draf) for k in isi.kolom] == [(satu.uraian, True), (dua.uraian, True)]
    menurut = {baris.pegawai.pk: baris for baris in isi.baris}
    assert [len(sel) for sel in menurut[pertama.pegawai_id].sel] == [1, 0]
    assert len(menurut[kedua.pegawai_id].lepas) == 1
    assert [h.skp_id for h in isi.lepas] == [kedua.pk]
    assert [k.uraian for k in isi.belum_didukung] == [dua.uraian]


def test_the_matrix_is_for_the_unit_its_chain_and_the_city(client, garis):
    _isi_unit(garis)
    bkpsdm, asing = buat_bkpsdm(), buat_garis(akar=garis.akar)
    pengelola = PengelolaUnitFactory(unit=garis.unit).pengguna
    alamat = f"/kinerja/matriks/{garis.unit.pk}/"
    with time_machine.travel(SAAT, tick=False):
        for akun, status in (
            (garis.bawahan[0].pengguna, 200), (garis.atasan.pengguna, 200), (pengelola, 200), (bkpsdm, 200),
            (asing.bawahan[0].pengguna, 404), (asing.atasan.pengguna, 404),
        ):  # fmt: skip
            client.force_login(akun)
            assert client.get(alamat).status_code == status
        client.force_login(garis.bawahan[0].pengguna)
        jawab = client.get(f"{alamat}?q=\x00&per=abc&page=9999")
        assert jawab.status_code == 200
        assert b"Arsip tertata" in client.get(alamat).content
        assert b"Pelayanan cepat" in client.get(f"{alamat}?ekspor=csv").content
        assert client.get("/kinerja/matriks/").status_code == 302


def test_many_results_of_a_leader_stand_below_each_other_and_a_search_judges_nobody(client, garis):
    """Beside each other up to five; what nobody serves is a word about the whole unit, never about what was found."""
    (satu, _), _, _ = _isi_unit(garis)
    client.force_login(garis.atasan.pengguna)
    alamat = f"/kinerja/matriks/{garis.unit.pk}/"
    with time_machine.travel(SAAT, tick=False):
        sedikit = client.get(alamat)
        assert not sedikit.context["isi"].lebar and "→ hasil " not in sedikit.text
        assert [kolom.orang for kolom in sedikit.context["isi"].kolom] == [1, 0]
        for nomor in range(4):
            HasilKerja.objects.create(skp=satu.skp, uraian=f"Hasil lain {nomor}", urutan=10 + nomor)
        banyak = client.get(alamat)
        assert banyak.context["isi"].lebar and "→ hasil " in banyak.text
        assert "Belum didukung siapa pun" in banyak.text
        assert "Belum didukung siapa pun" not in client.get(alamat, {"q": "tidak ada"}).text


def test_queries_of_the_matrix_do_not_grow_with_people(client, garis):
    _isi_unit(garis)
    client.force_login(garis.atasan.pengguna)
    alamat = f"/kinerja/matriks/{garis.unit.pk}/"

    def banyak():
        with time_machine.travel(SAAT, tick=False), CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat).status_code == 200
        return len(kueri)

    banyak()
    sedikit = banyak()
    for _ in range(6):
        buat_skp_lengkap(PenempatanFactory(jabatan=garis.jabatan_bawahan).pegawai, garis.atasan)
    assert banyak() == sedikit


def test_queries_of_the_lists_do_not_grow_with_rows(client, garis):
    client.force_login(buat_bkpsdm())
    for alamat, buat in (("/kinerja/pustaka/", PustakaHasilFactory), ("/kinerja/tim/", TimFactory)):
        buat()
        client.get(alamat)
        with CaptureQueriesContext(connection) as sedikit:
            assert client.get(alamat).status_code == 200
        for _ in range(4):
            buat()
        with CaptureQueriesContext(connection) as banyak:
            client.get(alamat)
        assert len(banyak) == len(sedikit), alamat


def test_an_empty_choice_of_the_library_says_what_it_means(client):
    client.force_login(buat_bkpsdm())
    isi = client.get("/kinerja/pustaka/buat/").text
    assert "Semua jenjang" in isi and "Tidak ditentukan" in isi and "-----" not in isi


def test_the_plan_of_a_left_unit_leads_to_no_matrix_that_is_closed(client, garis):
    """Before the move the link is there and opens; after it, with the plan not closed yet, there is none."""
    orang = garis.bawahan[0]
    skp = buat_skp_lengkap(orang, garis.atasan, StatusSKP.DISETUJUI)
    alamat, matriks_unit = reverse("kinerja:skp-detail", args=[skp.pk]), reverse("kinerja:matriks", args=[skp.unit_id])
    with time_machine.travel(SAAT, tick=False):
        client.force_login(orang.pengguna)
        assert matriks_unit in client.get(alamat).content.decode()
        assert client.get(matriks_unit).status_code == 200
        orang.penempatan.update(selesai=SAAT.date() - timedelta(days=1))
        PenempatanFactory(pegawai=orang, jabatan=buat_garis().jabatan_bawahan, mulai=SAAT.date())
        assert matriks_unit not in client.get(alamat).content.decode()
        assert client.get(matriks_unit).status_code == 404
