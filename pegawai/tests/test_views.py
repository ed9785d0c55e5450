"""The pages: who gets them, what they show and export, what was typed stays, the number of queries."""

import io
import json
from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from mataram_asn.kit.models import CatatanAudit
from pegawai.acuan import load_reference
from pegawai.models import (
    BerkasImpor,
    Ketentuan,
    KodeMasuk,
    LaporanAtasan,
    Penempatan,
    PengelolaUnit,
    Pengguna,
    PermohonanPeran,
    RancanganKetentuan,
)
from pegawai.tests import factories as f

pytestmark = pytest.mark.django_db
MESIN = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def masuk(client):
    """Sign in as that account; gives the client."""

    def sebagai(pengguna):
        client.force_login(pengguna, backend=MESIN)
        return client

    return sebagai


@pytest.fixture
def garis():
    return f.buat_garis()


@pytest.fixture
def hr():
    return f.buat_bkpsdm()


def ke(nama, *args, **query):
    return reverse(f"pegawai:{nama}", args=args, query=query or None)


# --- who gets what

HALAMAN = {
    "pegawai-list": {"bkpsdm": 200, "auditor": 200, "admin_sistem": 200, "pegawai": 200},
    "profil": {"bkpsdm": 404, "auditor": 404, "admin_sistem": 404, "pegawai": 200},
    "organisasi": {"bkpsdm": 200, "auditor": 200, "admin_sistem": 200, "pegawai": 200},
    "peta-jabatan": {"bkpsdm": 200, "auditor": 200, "admin_sistem": 404, "pegawai": 404},
    "impor-list": {"bkpsdm": 200, "auditor": 200, "admin_sistem": 404, "pegawai": 404},
    "laporan-atasan-list": {"bkpsdm": 200, "auditor": 404, "admin_sistem": 404, "pegawai": 404},
    "laporan-atasan-buat": {"bkpsdm": 404, "auditor": 404, "admin_sistem": 404, "pegawai": 200},
    "peran-list": {"bkpsdm": 200, "auditor": 200, "admin_sistem": 200, "pegawai": 404},
}


@pytest.mark.parametrize(("nama", "peran"), [(nama, peran) for nama in HALAMAN for peran in HALAMAN[nama]])
def test_page_by_role(masuk, garis, nama, peran):
    akun = garis.bawahan[0].pengguna if peran == "pegawai" else f.PenggunaFactory(peran=(peran,))
    assert masuk(akun).get(ke(nama)).status_code == HALAMAN[nama][peran]


@pytest.mark.parametrize("nama", HALAMAN)
def test_stranger_is_sent_to_sign_in(client, nama):
    assert client.get(ke(nama)).status_code == 302


def test_another_unit_is_not_found(masuk, garis):
    lain = f.buat_garis()
    klien = masuk(garis.atasan.pengguna)
    assert klien.get(ke("pegawai-detail", garis.bawahan[0].pk)).status_code == 200
    assert klien.get(ke("pegawai-detail", lain.bawahan[0].pk)).status_code == 404


def test_nik_is_seen_by_the_person_and_bkpsdm_only(masuk, garis, hr):
    a = garis.bawahan[0]
    a.nik = "5271034101900001"
    a.save()
    alamat = ke("pegawai-detail", a.pk)
    assert [
        b"5271034101900001" in masuk(akun).get(alamat).content for akun in (garis.atasan.pengguna, a.pengguna, hr)
    ] == [
        False,
        True,
        True,
    ]


# --- lists


def test_list_filters_and_exports_what_is_filtered(masuk, garis, hr):
    lain = f.buat_garis()
    klien = masuk(hr)
    assert klien.get(ke("pegawai-list")).context["halaman"].paginator.count == 6
    assert klien.get(ke("pegawai-list", unit=garis.unit.pk)).context["halaman"].paginator.count == 3
    assert klien.get(ke("pegawai-list", cari=lain.atasan.nama)).context["halaman"].paginator.count == 1
    nip = f"{lain.atasan.nip[:8]} {lain.atasan.nip[8:]}"
    assert klien.get(ke("pegawai-list", cari=nip)).context["halaman"].paginator.count == 1
    isi = klien.get(ke("pegawai-list", unit=garis.unit.pk, ekspor="csv")).content.decode("utf-8-sig")
    assert len(isi.splitlines()) == 4
    assert f"'{garis.atasan.nip}" in isi
    lembar = load_workbook(io.BytesIO(klien.get(ke("pegawai-list", ekspor="xlsx")).content)).active
    assert lembar.max_row == 7
    assert lembar["A2"].data_type == "s"


def test_no_cell_of_an_export_is_a_formula(masuk, hr):
    f.PegawaiFactory(nama="=cmd|' /C calc'!A0")
    isi = masuk(hr).get(ke("pegawai-list", ekspor="csv")).content.decode("utf-8-sig")
    assert "'=cmd" in isi


ANEH = [
    "sort=nip'--",
    "sort=-",
    "page=0",
    "page=x",
    "unit=abc",
    "unit=99999999999999999999",
    "cari=%00",
    "per=0001-01-01",
    "per=2026-02-30",
]


@pytest.mark.parametrize("aneh", ANEH)
def test_odd_address_still_answers(masuk, hr, garis, aneh):
    assert masuk(hr).get(f"{ke('pegawai-list')}?{aneh}").status_code == 200


@pytest.mark.parametrize("nama", ["pegawai-list", "organisasi", "peta-jabatan"])
def test_queries_do_not_grow_with_people(masuk, hr, garis, nama, django_assert_max_num_queries):
    klien = masuk(hr)
    klien.get(ke(nama))
    with django_assert_max_num_queries(40) as awal:
        klien.get(ke(nama))
    for _ in range(4):
        f.buat_garis(garis.akar)
    with django_assert_max_num_queries(len(awal)):
        klien.get(ke(nama))


def test_last_year_shows_last_years_holders(masuk, hr, garis):
    Penempatan.objects.filter(pegawai=garis.atasan).update(selesai=date(2025, 12, 31))
    baru = f.PenempatanFactory(jabatan=garis.jabatan_kepala, mulai=date(2026, 1, 1)).pegawai
    klien = masuk(hr)
    kini = klien.get(ke("unit-detail", garis.unit.pk)).content.decode()
    lalu = klien.get(ke("unit-detail", garis.unit.pk, per="2025-06-01")).content.decode()
    assert baru.nama in kini and garis.atasan.nama not in kini
    assert garis.atasan.nama in lalu and baru.nama not in lalu


def test_map_sums_and_opens_a_unit(masuk, hr, garis):
    Penempatan.objects.filter(pegawai=garis.bawahan[0]).update(selesai=timezone.localdate() - timedelta(days=1))
    klien = masuk(hr)
    total = klien.get(ke("peta-jabatan")).context["total"]
    assert (total.kebutuhan, total.terisi, total.kosong) == (3, 2, 1)
    assert klien.get(ke("peta-jabatan", keadaan="kosong")).context["jumlah_baris"] == 1
    assert klien.get(ke("peta-jabatan", unit=garis.unit.pk)).context["jumlah_baris"] == 2
    assert klien.get(ke("peta-jabatan", unit="9999")).status_code == 404


# --- import

UNIT = b"kode,nama,jenis,kode_induk,sumber,terverifikasi,mulai\nA,Unit A,dinas,,SK,ya,2020-01-01\n"


def test_upload_check_load(masuk, hr):
    klien = masuk(hr)
    isi = UNIT + b"B,Unit B,gudang,,SK,ya,2020-01-01\n"
    jawab = klien.post(ke("impor-unggah"), {"jenis": "unit", "berkas": SimpleUploadedFile("unit.csv", isi)})
    berkas = BerkasImpor.objects.get()
    assert jawab.url == ke("impor-detail", berkas.pk)
    halaman = klien.get(jawab.url).content.decode()
    assert "Muat 1 baris" in halaman and "gudang" in halaman
    tolak = klien.get(ke("impor-detail", berkas.pk, putusan="ditolak", ekspor="csv")).content.decode("utf-8-sig")
    assert len(tolak.splitlines()) == 2
    klien.post(ke("impor-muat", berkas.pk))
    berkas.refresh_from_db()
    assert berkas.status == "dimuat"


@pytest.mark.parametrize("nama_berkas", ["data.exe", "unit.csv"])
def test_unusable_upload_gets_a_sentence_and_keeps_the_kind(masuk, hr, nama_berkas):
    jawab = masuk(hr).post(
        ke("impor-unggah"), {"jenis": "posisi", "berkas": SimpleUploadedFile(nama_berkas, b"a,b\n1,2\n")}
    )
    assert jawab.status_code == 422
    assert '<option value="posisi" selected>' in jawab.content.decode()
    assert not BerkasImpor.objects.exists()


def test_auditor_reads_files_but_loads_nothing(masuk, hr):
    masuk(hr).post(ke("impor-unggah"), {"jenis": "unit", "berkas": SimpleUploadedFile("unit.csv", UNIT)})
    berkas = BerkasImpor.objects.get()
    klien = masuk(f.PenggunaFactory(peran=("auditor",)))
    assert klien.get(ke("impor-detail", berkas.pk)).status_code == 200
    assert klien.post(ke("impor-muat", berkas.pk)).status_code == 404
    assert klien.post(ke("impor-batal", berkas.pk)).status_code == 404
    berkas.refresh_from_db()
    assert berkas.status == "diperiksa"


# --- atasan, codes, roles


def test_wrong_atasan_is_reported_and_decided(masuk, hr, garis):
    a, b = garis.bawahan
    klien = masuk(a.pengguna)
    assert klien.post(ke("laporan-atasan-buat"), {"keterangan": ""}).status_code == 422
    klien.post(ke("laporan-atasan-buat"), {"keterangan": "Saya di bawah kepala seksi."})
    laporan = LaporanAtasan.objects.get()
    lagi = klien.post(ke("laporan-atasan-buat"), {"keterangan": "Sekali lagi saya tulis."})
    assert lagi.status_code == 422 and "Sekali lagi saya tulis." in lagi.content.decode()
    assert klien.get(ke("laporan-atasan-putus", laporan.pk)).status_code == 404
    klien = masuk(hr)
    alamat = ke("laporan-atasan-putus", laporan.pk)
    salah = klien.post(alamat, {"putusan": "perbaiki", "nip": "123", "tanggapan": "Betul."})
    assert salah.status_code == 422 and "Betul." in salah.content.decode()
    assert klien.post(alamat, {"putusan": "perbaiki", "nip": b.nip, "tanggapan": "Betul."}).status_code == 302
    laporan.refresh_from_db()
    assert laporan.status == "diperbaiki"


def test_code_is_shown_once_and_opens_the_account(masuk, hr, garis, client):
    a = garis.bawahan[0]
    Pengguna.objects.filter(pk=a.pengguna_id).update(password="!")
    surat = masuk(hr).post(ke("kode-beri", a.pk))
    kode = surat.context["kode"]
    assert kode in surat.content.decode()
    assert "no-store" in surat["Cache-Control"]
    assert kode not in masuk(hr).get(ke("pegawai-detail", a.pk)).content.decode()
    client.logout()
    isi = {"username": f"{a.nip[:8]} {a.nip[8:]}", "kode": kode, "password": "gunung-dan-laut-biru", "ulangi": "lain"}
    assert client.post(ke("kode-tukar"), isi).status_code == 422
    assert client.post(ke("kode-tukar"), isi | {"ulangi": isi["password"]}).status_code == 302
    masuk_lagi = client.post(
        reverse("account_login"), {"login": f" {a.nip[:8]} {a.nip[8:14]} {a.nip[14:]}", "password": isi["password"]}
    )
    assert masuk_lagi.status_code == 302
    assert client.get(ke("profil")).context["orang"] == a


def test_a_reset_goes_through_two_pages_of_two_people(masuk, hr, garis):
    a = garis.bawahan[0]
    klien = masuk(hr)
    assert "Mohonkan kode masuk baru" in klien.get(ke("pegawai-detail", a.pk)).content.decode()
    klien.post(ke("kode-mohon", a.pk), {"alasan": "Datang sendiri membawa KTP."})
    klien.post(ke("kode-beri", a.pk))
    assert not KodeMasuk.objects.exists()
    klien = masuk(f.buat_bkpsdm())
    assert "Datang sendiri membawa KTP." in klien.get(ke("kode-list")).content.decode()
    assert klien.post(ke("kode-beri", a.pk)).context["kode"]


def test_code_is_not_given_by_others(masuk, garis):
    klien = masuk(garis.atasan.pengguna)
    klien.post(ke("kode-beri", garis.bawahan[0].pk))
    assert not KodeMasuk.objects.exists()


@pytest.mark.parametrize("sandi", [f.SANDI + "x", ""])
def test_known_and_unknown_nip_answer_alike(client, garis, sandi):
    def jawab(nip):
        hasil = client.post(reverse("account_login"), {"login": nip, "password": sandi})
        return hasil.status_code, hasil.content.decode().replace(nip, "NIP")

    def tanpa_token(pasangan):
        return pasangan[0], [baris for baris in pasangan[1].splitlines() if "csrf" not in baris.lower()]

    assert tanpa_token(jawab(garis.atasan.nip)) == tanpa_token(jawab("198001012010011999"))


def test_a_leaver_is_told_what_a_stranger_is_told(client, garis):
    akun = garis.atasan.pengguna
    akun.is_active = False
    akun.save()
    client.post(reverse("account_login"), {"login": akun.username, "password": f.SANDI})
    assert client.get(ke("profil")).status_code == 302


def test_guessing_elsewhere_shuts_out_nobody_at_their_desk(client, garis):
    cache.clear()
    nip = garis.atasan.nip

    def coba(sandi, alamat):
        return client.post(reverse("account_login"), {"login": nip, "password": sandi}, REMOTE_ADDR=alamat)

    tebakan = [coba("salah-terus-salah", "10.0.0.9") for _ in range(11)]
    assert "Terlalu banyak percobaan" in tebakan[-1].content.decode()
    assert coba(f.SANDI, "10.0.0.9").status_code == 200
    assert coba(f.SANDI, "10.0.0.2").status_code == 302


def test_codes_cannot_be_tried_without_end(client):
    cache.clear()
    isi = {"username": "199001012015011901", "kode": "AAAA-BBBB-CCCC", "password": "gunung-biru-sekali"}
    isi["ulangi"] = isi["password"]
    jawab = [client.post(ke("kode-tukar"), isi, REMOTE_ADDR="10.0.0.8") for _ in range(61)]
    assert "tidak cocok" in jawab[59].content.decode()
    assert "Terlalu banyak percobaan" in jawab[60].content.decode()
    assert "tidak cocok" in client.post(ke("kode-tukar"), isi, REMOTE_ADDR="10.0.0.7").content.decode()


def test_sign_up_is_closed(client):
    jawab = client.get(reverse("account_signup"))
    assert b"password1" not in jawab.content


def test_role_asked_by_one_and_granted_by_another(masuk, hr):
    calon, admin = f.PenggunaFactory(username="calon"), f.PenggunaFactory(peran=("admin_sistem",))
    masuk(hr).post(ke("peran-minta"), {"akun": "calon", "peran": "auditor", "alasan": "Inspektorat"})
    minta = PermohonanPeran.objects.get()
    masuk(hr).post(ke("peran-putus", minta.pk), {"putusan": "setuju"})
    assert not calon.groups.exists()
    masuk(admin).post(ke("peran-putus", minta.pk), {"putusan": "setuju"})
    assert calon.groups.get().name == "auditor"
    masuk(hr).post(ke("peran-cabut"), {"pengguna": calon.pk, "peran": "auditor", "alasan": "pindah"})
    assert not calon.groups.exists()


# --- the panel


@pytest.fixture
def admin_sistem():
    load_reference(saat=timezone.now())
    return f.PenggunaFactory(peran=("admin_sistem",), is_staff=True)


def test_panel_drafts_a_new_version_and_only_reads_the_signed(masuk, admin_sistem):
    klien, lama = masuk(admin_sistem), Ketentuan.objects.get(jenis="bup")
    isi = {"jenis": "bup", "isi": '{"jenis": {}}', "dasar_hukum": "PP", "kepastian": "D", "alasan": "x"}
    alamat = reverse("admin:pegawai_rancanganketentuan_add")
    assert klien.get(f"{alamat}?jenis=bup").status_code == 200
    assert klien.get(reverse("admin:pegawai_ketentuan_add")).status_code == 403
    hari = timezone.localdate()
    assert klien.post(alamat, isi | {"mulai": f"{hari:%Y-%m-%d}"}).status_code == 200  # unreadable content
    baik = isi | {"isi": json.dumps(lama.isi)}
    assert klien.post(alamat, baik | {"mulai": "2020-01-01"}).status_code == 200  # a day that has passed
    for buruk in ('{"a":' * 100_000, "[" * 100_000, '"\\ud800"', '{"a": "\\u0000"}', "\x00"):
        jawab = klien.post(alamat, baik | {"isi": buruk, "mulai": f"{hari:%Y-%m-%d}"})
        assert jawab.status_code == 200, buruk[:20]
    assert not RancanganKetentuan.objects.exists()
    assert klien.post(alamat, baik | {"mulai": f"{hari:%Y-%m-%d}"}).status_code == 302
    assert RancanganKetentuan.objects.get().disusun_oleh == admin_sistem
    assert Ketentuan.objects.filter(jenis="bup").count() == 1
    ubah = reverse("admin:pegawai_ketentuan_change", args=[lama.pk])
    assert klien.get(ubah).status_code == 200
    assert klien.post(ubah, baik).status_code == 403
    assert klien.post(reverse("admin:pegawai_ketentuan_delete", args=[lama.pk])).status_code == 403


def test_panel_writes_leave_an_audit_row_and_show_no_people(masuk, admin_sistem, garis):
    klien = masuk(admin_sistem)
    isi = {"kode": "X1", "nama": "Unit X", "jenis": "bidang", "sumber": ""}
    isi |= {f"susunan-{nama}": 0 for nama in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")} | {
        "susunan-MAX_NUM_FORMS": 9
    }
    assert klien.post(reverse("admin:pegawai_unit_add"), isi).status_code == 302
    assert CatatanAudit.objects.filter(aksi="panel.unit.ditambah", oleh=admin_sistem).count() == 1
    assert klien.get("/panel/auth/group/").status_code == 404
    assert klien.get("/panel/pegawai/ukurankompetensi/").status_code == 404


def test_loading_reference_twice_changes_nothing(admin_sistem):
    jumlah = Ketentuan.objects.count()
    assert jumlah >= 2
    assert set(load_reference(saat=timezone.now()).values()) == {0}
    assert Ketentuan.objects.count() == jumlah


def test_panel_gives_no_role_whatever_is_posted(masuk, admin_sistem):
    akun = f.PenggunaFactory(username="calon")
    isi = {"username": "calon", "nama": "Nama Baru", "email": "", "is_active": "on"}
    jahat = isi | {"is_staff": "on", "is_superuser": "on", "groups": "1", "password": "x"}
    assert masuk(admin_sistem).post(reverse("admin:pegawai_pengguna_change", args=[akun.pk]), jahat).status_code == 302
    akun.refresh_from_db()
    assert (akun.nama, akun.is_staff, akun.is_superuser, akun.groups.count()) == ("Nama Baru", False, False, 0)
    assert akun.check_password(f.SANDI)


def test_account_of_an_employee_follows_the_record(masuk, admin_sistem, garis):
    akun = garis.atasan.pengguna
    alamat = reverse("admin:pegawai_pengguna_change", args=[akun.pk])
    masuk(admin_sistem).post(alamat, {"username": "lain", "nama": "Lain"})
    akun.refresh_from_db()
    assert (akun.username, akun.is_active) == (garis.atasan.nip, False)


def test_first_two_holders_of_a_role_are_set_at_installation(admin_sistem):
    for nama in ("satu", "dua", "tiga"):
        f.PenggunaFactory(username=nama)
    call_command("peran_awal", "satu", "bkpsdm", stdout=io.StringIO())
    call_command("peran_awal", "dua", "bkpsdm", stdout=io.StringIO())
    with pytest.raises(CommandError, match="sudah dipegang dua orang"):
        call_command("peran_awal", "tiga", "bkpsdm")
    with pytest.raises(CommandError, match="Tidak ada akun"):
        call_command("peran_awal", "tiada", "auditor")
    assert CatatanAudit.objects.filter(aksi="peran.awal", oleh__username="sistem").count() == 2


@pytest.mark.parametrize("selesai", ["", "2999-12-31"])
def test_panel_lets_no_admin_become_pengelola_and_so_see_results(masuk, admin_sistem, garis, selesai):
    """Whoever manages a unit sees its people: an admin could have named themselves and read every score."""
    rekan = f.PenggunaFactory(is_staff=True)
    klien = masuk(admin_sistem)
    for siapa in (admin_sistem, rekan):
        isi = {"pengguna": siapa.pk, "unit": garis.unit.pk, "mulai": "2020-01-01", "selesai": selesai}
        jawab = klien.post("/panel/pegawai/pengelolaunit/add/", isi)
        assert "tidak melihat hasil penilaian" in jawab.content.decode()
    assert not PengelolaUnit.objects.exists()
    isi["pengguna"] = garis.bawahan[0].pengguna.pk
    assert klien.post("/panel/pegawai/pengelolaunit/add/", isi).status_code == 302
    assert PengelolaUnit.objects.get().pengguna == garis.bawahan[0].pengguna


def test_panel_can_still_end_what_an_admin_managed_before(masuk, admin_sistem, garis):
    lama = f.PengelolaUnitFactory(unit=garis.unit, pengguna=admin_sistem, mulai=date(2020, 1, 1))
    isi = {"pengguna": admin_sistem.pk, "unit": garis.unit.pk, "mulai": "2020-01-01", "selesai": "2020-12-31"}
    masuk(admin_sistem).post(f"/panel/pegawai/pengelolaunit/{lama.pk}/change/", isi)
    lama.refresh_from_db()
    assert lama.selesai == date(2020, 12, 31)
