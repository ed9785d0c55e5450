"""Every write: what it does when it may, and that nothing is stored when it may not."""

import threading
from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.db import IntegrityError, connection, transaction
from django.test import RequestFactory
from django.utils import timezone

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai import actions, rekap
from pegawai.actions import masuk
from pegawai.actions.atasan import _refuse_circle
from pegawai.aturan.bawaan import KETENTUAN_BAWAAN
from pegawai.models import (
    Ketentuan,
    KodeMasuk,
    LaporanAtasan,
    PenetapanAtasan,
    Pengguna,
    PermohonanKode,
    RancanganKetentuan,
)
from pegawai.pilihan import JenisKetentuan
from pegawai.tests import factories as f

pytestmark = pytest.mark.django_db
SANDI = "tiga-gili-dan-satu-gunung"


def saat():
    return timezone.now()


@pytest.fixture
def hr():
    return f.buat_bkpsdm()


def segar(pengguna) -> Pengguna:
    return Pengguna.objects.get(pk=pengguna.pk)


def ditolak(aksi, **isi) -> str:
    """The refusal's sentence; no audit row and no letter may come of it."""
    sebelum = CatatanAudit.objects.count(), Surat.objects.count()
    with pytest.raises(RuleViolation) as galat:
        aksi(**isi)
    assert (CatatanAudit.objects.count(), Surat.objects.count()) == sebelum
    return str(galat.value)


# --- sign-in codes


def test_code_sets_the_password_once(hr):
    akun = f.PenggunaFactory(username="199001012015011901", belum_masuk=True)
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    assert not KodeMasuk.objects.filter(sidik__contains=kode).exists()
    actions.redeem_login_code(username=akun.username, kode=kode.lower(), password=SANDI, saat=saat())
    assert segar(akun).check_password(SANDI)
    assert (
        ditolak(actions.redeem_login_code, username=akun.username, kode=kode, password=SANDI + "2", saat=saat())
        == masuk.TOLAK
    )
    assert segar(akun).check_password(SANDI)


@pytest.mark.parametrize("salah", ["kode", "akun lain", "akun tak ada", "kedaluwarsa", "diganti", "nonaktif"])
def test_code_that_does_not_fit_is_refused_with_one_sentence(hr, salah):
    akun = f.PenggunaFactory(belum_masuk=True)
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    nama, kapan = akun.username, saat()
    if salah == "kode":
        kode = "AAAA-BBBB-CCCC"
    elif salah == "akun lain":
        nama = f.PenggunaFactory().username
    elif salah == "akun tak ada":
        nama = "199001012015011902"
    elif salah == "kedaluwarsa":
        kapan += timedelta(days=8)
    elif salah == "diganti":
        actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
        kapan = saat()
    else:
        Pengguna.objects.filter(pk=akun.pk).update(is_active=False)
    assert ditolak(actions.redeem_login_code, username=nama, kode=kode, password=SANDI, saat=kapan) == masuk.TOLAK
    assert not segar(akun).has_usable_password()


def test_weak_password_does_not_use_the_code_up(hr):
    akun = f.PenggunaFactory(belum_masuk=True)
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    ditolak(actions.redeem_login_code, username=akun.username, kode=kode, password="123456", saat=saat())
    actions.redeem_login_code(username=akun.username, kode=kode, password=SANDI, saat=saat())


def test_a_bad_password_tells_a_stranger_nothing_about_the_account(hr):
    """Without the code a password like the NIP is refused in the same words, whether the NIP is known or not."""
    akun = f.PenggunaFactory(belum_masuk=True)
    for nama in (akun.username, "199912312020011999"):
        for sandi in (nama, f"{nama}x", "123456"):
            isi = {"username": nama, "kode": "AAAA-BBBB-CCCC", "password": sandi, "saat": saat()}
            assert ditolak(actions.redeem_login_code, **isi) == masuk.TOLAK
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    isi = {"username": akun.username, "kode": kode, "password": f"{akun.username}x", "saat": saat()}
    assert ditolak(actions.redeem_login_code, **isi) != masuk.TOLAK


@pytest.mark.parametrize(
    ("peran", "boleh"), [("bkpsdm", True), ("auditor", False), ("admin_sistem", False), (None, False)]
)
def test_only_bkpsdm_hands_out_codes_and_the_owner_is_told(peran, boleh):
    akun, oleh = f.PenggunaFactory(belum_masuk=True), f.PenggunaFactory(peran=(peran,) if peran else ())
    if boleh:
        actions.issue_login_code(pengguna_id=akun.pk, oleh=oleh, saat=saat())
        assert Surat.objects.filter(kepada=akun).count() == 1
    else:
        ditolak(actions.issue_login_code, pengguna_id=akun.pk, oleh=oleh, saat=saat())
    assert KodeMasuk.objects.exists() == boleh


def test_nobody_makes_a_code_for_oneself(hr):
    ditolak(actions.issue_login_code, pengguna_id=hr.pk, oleh=hr, saat=saat())


def _serempak(kerja, orang: int = 10) -> list:
    """Run in threads that start together; what each returned or raised."""
    hasil, awal = [], threading.Barrier(orang)

    def satu(nomor):
        awal.wait()
        try:
            hasil.append(kerja(nomor))
        except RuleViolation as galat:
            hasil.append(galat)
        finally:
            connection.close()

    benang = [threading.Thread(target=satu, args=(nomor,)) for nomor in range(orang)]
    [b.start() for b in benang]
    [b.join() for b in benang]
    return hasil


@pytest.mark.django_db(transaction=True)
def test_one_code_in_ten_hands_at_once_works_once(hr):
    akun = f.PenggunaFactory(belum_masuk=True)
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    hasil = _serempak(
        lambda n: actions.redeem_login_code(username=akun.username, kode=kode, password=f"{SANDI}-{n}", saat=saat())
    )
    assert sum(isinstance(satu, Pengguna) for satu in hasil) == 1


@pytest.mark.django_db(transaction=True)
def test_control_check_then_act_would_take_a_code_more_than_once(hr):
    akun = f.PenggunaFactory(belum_masuk=True)
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=hr, saat=saat())
    bertemu = threading.Barrier(10)

    def naif(_):
        baris = KodeMasuk.objects.get(sidik=masuk.sidik(akun.pk, kode))
        bebas = baris.dipakai_pada is None
        bertemu.wait()
        if bebas:
            KodeMasuk.objects.filter(pk=baris.pk).update(dipakai_pada=saat())
        return bebas

    assert sum(_serempak(naif)) > 1


def test_a_password_in_use_is_reset_by_two_people(hr):
    akun, kedua = f.PenggunaFactory(), f.buat_bkpsdm()
    ditolak(actions.issue_login_code, pengguna_id=akun.pk, oleh=hr, saat=saat())
    actions.request_reset(pengguna_id=akun.pk, alasan="Datang sendiri.", oleh=hr, saat=saat())
    assert Surat.objects.filter(kepada__in=[akun, kedua]).count() == 2
    assert "dua orang" in ditolak(actions.issue_login_code, pengguna_id=akun.pk, oleh=hr, saat=saat())
    kode = actions.issue_login_code(pengguna_id=akun.pk, oleh=kedua, saat=saat())
    actions.redeem_login_code(username=akun.username, kode=kode, password=SANDI, saat=saat())
    assert segar(akun).check_password(SANDI)
    ditolak(actions.issue_login_code, pengguna_id=akun.pk, oleh=kedua, saat=saat())


def test_a_wish_for_a_reset_ends_after_three_days(hr):
    akun, kedua = f.PenggunaFactory(), f.buat_bkpsdm()
    actions.request_reset(pengguna_id=akun.pk, alasan="Datang sendiri.", oleh=hr, saat=saat() - timedelta(days=3))
    ditolak(actions.issue_login_code, pengguna_id=akun.pk, oleh=kedua, saat=saat())
    actions.request_reset(pengguna_id=akun.pk, alasan="Datang lagi.", oleh=hr, saat=saat())
    assert PermohonanKode.objects.filter(status="diajukan").count() == 1


@pytest.mark.parametrize("salah", ["bukan bkpsdm", "diri sendiri", "tanpa alasan", "dua kali", "belum masuk"])
def test_a_reset_is_asked_for_by_bkpsdm_for_others_once_and_with_a_reason(hr, salah):
    akun = f.PenggunaFactory(belum_masuk=salah == "belum masuk")
    isi = {"pengguna_id": akun.pk, "alasan": "Datang sendiri.", "oleh": hr, "saat": saat()}
    if salah == "dua kali":
        actions.request_reset(**isi)
    ubah = {
        "bukan bkpsdm": {"oleh": f.PenggunaFactory(peran=("admin_sistem",))},
        "diri sendiri": {"pengguna_id": hr.pk},
        "tanpa alasan": {"alasan": "  "},
    }
    ditolak(actions.request_reset, **isi | ubah.get(salah, {}))


# --- atasan


@pytest.fixture
def garis():
    return f.buat_garis()


def lapor(orang, oleh=None):
    return actions.report_wrong_atasan(
        pegawai_id=orang.pk, keterangan="Saya di bawah Ibu Kabid.", oleh=oleh or orang.pengguna, saat=saat()
    )


def test_report_reaches_bkpsdm_and_another_atasan_holds_from_today(hr, garis):
    a, b = garis.bawahan
    laporan = lapor(a)
    assert laporan.atasan_tercatat == garis.atasan
    assert Surat.objects.filter(kepada=hr).count() == 1
    actions.decide_atasan_report(laporan_id=laporan.pk, atasan_id=b.pk, tanggapan="Benar.", oleh=hr, saat=saat())
    assert rekap.atasan_pada(a.pk, timezone.localdate()) == b
    assert rekap.atasan_pada(a.pk, timezone.localdate() - timedelta(days=1)) == garis.atasan
    assert Surat.objects.filter(kepada=a.pengguna).count() == 1


def test_report_of_another_person_or_twice_is_refused(garis):
    a, b = garis.bawahan
    ditolak(lapor, orang=a, oleh=b.pengguna)
    lapor(a)
    assert "masih diperiksa" in ditolak(lapor, orang=a)
    assert LaporanAtasan.objects.count() == 1


@pytest.mark.parametrize(
    "salah", ["bukan bkpsdm", "diri sendiri", "melingkar", "tanpa tanggapan", "tidak menjabat", "dua kali"]
)
def test_decision_that_cannot_stand_changes_nothing(hr, garis, salah):
    a, b = garis.bawahan
    laporan, isi = lapor(a), {"atasan_id": b.pk, "tanggapan": "Ya.", "oleh": hr}
    if salah == "bukan bkpsdm":
        isi["oleh"] = garis.atasan.pengguna
    elif salah == "diri sendiri":
        isi["atasan_id"] = a.pk
    elif salah == "melingkar":
        PenetapanAtasan.objects.create(pegawai=b, atasan=a, mulai=date(2026, 1, 1), alasan="x")
    elif salah == "tanpa tanggapan":
        isi["tanggapan"] = "  "
    elif salah == "tidak menjabat":
        isi["atasan_id"] = f.PegawaiFactory().pk
    else:
        actions.decide_atasan_report(laporan_id=laporan.pk, atasan_id=None, tanggapan="Tetap.", oleh=hr, saat=saat())
    ditolak(actions.decide_atasan_report, laporan_id=laporan.pk, saat=saat(), **isi)
    assert not PenetapanAtasan.objects.filter(pegawai=a).exists()


@pytest.fixture
def dua_laporan(transactional_db, hr):
    """Two colleagues who each name the other as their atasan, one report each."""
    a, b = f.buat_garis().bawahan
    return [(lapor(a), b), (lapor(b), a)]


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_close_no_circle(hr, dua_laporan):
    def putus(nomor):
        laporan, atasan = dua_laporan[nomor]
        return actions.decide_atasan_report(
            laporan_id=laporan.pk, atasan_id=atasan.pk, tanggapan="Ya.", oleh=hr, saat=saat()
        )

    hasil = _serempak(putus, orang=2)
    assert sum(isinstance(satu, LaporanAtasan) for satu in hasil) == 1
    assert PenetapanAtasan.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_control_looking_before_the_lock_would_close_it(hr, dua_laporan):
    bertemu = threading.Barrier(2)

    def naif(nomor):
        laporan, atasan = dua_laporan[nomor]
        _refuse_circle(laporan.pegawai_id, atasan.pk, timezone.localdate())
        bertemu.wait()
        return PenetapanAtasan.objects.create(
            pegawai_id=laporan.pegawai_id, atasan=atasan, mulai=timezone.localdate(), alasan="x"
        )

    assert sum(isinstance(satu, PenetapanAtasan) for satu in _serempak(naif, orang=2)) == 2


# --- ketentuan


def ketentuan(oleh, **ganti):
    isi, dasar, kepastian = KETENTUAN_BAWAAN[JenisKetentuan.BUP]
    return {
        "jenis": "bup",
        "mulai": timezone.localdate(),
        "isi": isi,
        "dasar_hukum": dasar,
        "kepastian": str(kepastian),
        "alasan": "Peraturan baru",
        "oleh": oleh,
    } | ganti


def tetapkan(oleh, kedua, **ganti):
    """A version drafted by one and signed by another."""
    return actions.sign_ketentuan(rancangan_id=actions.draft_ketentuan(**ketentuan(oleh, **ganti)).pk, oleh=kedua)


def test_a_new_version_holds_from_its_day(hr):
    besok = timezone.localdate() + timedelta(days=1)
    kedua = f.PenggunaFactory(peran=("bkpsdm",))
    satu = tetapkan(hr, kedua)
    dua = tetapkan(hr, kedua, mulai=besok)
    assert (satu.versi, dua.versi) == (1, 2)
    assert Ketentuan.objects.berlaku_pada("bup", timezone.localdate()) == satu
    assert Ketentuan.objects.berlaku_pada("bup", besok) == dua
    assert (satu.disusun_oleh, satu.ditetapkan_oleh) == (hr, kedua)
    satu.refresh_from_db()
    assert len(satu.sidik) == 64 and satu.sidik == satu.sidik_kini != dua.sidik


@pytest.mark.parametrize(
    "ganti",
    [
        {"mulai": date(2020, 1, 1)},
        {"jenis": "lain"},
        {"isi": {}},
        {"isi": []},
        {"isi": {"jenis": "x"}},
        {"isi": {"x": "\x00"}},
        {"isi": {"x": "\ud800"}},
        {"dasar_hukum": " "},
        {"dasar_hukum": "a\x00"},
        {"dasar_hukum": "x" * 2001},
        {"alasan": ""},
        {"alasan": "\ud800"},
        {"kepastian": "?"},
    ],
    ids=repr,
)
def test_unusable_ketentuan_is_refused(hr, ganti):
    ditolak(actions.draft_ketentuan, **ketentuan(hr, **ganti))
    assert not RancanganKetentuan.objects.exists()


def test_content_nested_too_deep_gets_a_sentence(hr):
    dalam = isi = {}
    for _ in range(100_000):
        dalam["x"] = dalam = {}
    ditolak(actions.draft_ketentuan, **ketentuan(hr, isi=isi))


@pytest.mark.parametrize(
    ("peran", "boleh"), [("bkpsdm", True), ("admin_sistem", True), ("auditor", False), (None, False)]
)
def test_who_drafts_and_signs_ketentuan(hr, peran, boleh):
    oleh = f.PenggunaFactory(peran=(peran,) if peran else ())
    rancangan = actions.draft_ketentuan(**ketentuan(hr))
    if boleh:
        actions.draft_ketentuan(**ketentuan(oleh))
        actions.sign_ketentuan(rancangan_id=rancangan.pk, oleh=oleh)
    else:
        ditolak(actions.draft_ketentuan, **ketentuan(oleh))
        ditolak(actions.sign_ketentuan, rancangan_id=rancangan.pk, oleh=oleh)
    assert Ketentuan.objects.exists() == boleh


def test_nobody_signs_what_they_drafted_or_changed_last(hr):
    kedua = f.PenggunaFactory(peran=("bkpsdm",))
    rancangan = actions.draft_ketentuan(**ketentuan(hr))
    ditolak(actions.sign_ketentuan, rancangan_id=rancangan.pk, oleh=hr)
    actions.draft_ketentuan(**ketentuan(kedua), rancangan_id=rancangan.pk)
    ditolak(actions.sign_ketentuan, rancangan_id=rancangan.pk, oleh=kedua)
    assert not Ketentuan.objects.exists()
    actions.sign_ketentuan(rancangan_id=rancangan.pk, oleh=hr)
    with pytest.raises(IntegrityError, match="ketentuan_dua_orang"), transaction.atomic():
        Ketentuan.objects.create(
            jenis="bup",
            versi=9,
            mulai=timezone.localdate(),
            isi={},
            dasar_hukum="x",
            kepastian="D",
            disusun_oleh=hr,
            ditetapkan_oleh=hr,
        )


def test_a_signed_or_cancelled_draft_is_closed(hr):
    kedua = f.PenggunaFactory(peran=("bkpsdm",))
    saat = timezone.now()
    satu, dua = (actions.draft_ketentuan(**ketentuan(hr)) for _ in range(2))
    actions.sign_ketentuan(rancangan_id=satu.pk, oleh=kedua)
    actions.cancel_draft(rancangan_id=dua.pk, oleh=kedua, saat=saat)
    for rancangan in (satu, dua):
        ditolak(actions.sign_ketentuan, rancangan_id=rancangan.pk, oleh=kedua)
        ditolak(actions.draft_ketentuan, **ketentuan(hr), rancangan_id=rancangan.pk)
        ditolak(actions.cancel_draft, rancangan_id=rancangan.pk, oleh=hr, saat=saat)
    assert Ketentuan.objects.count() == 1


# --- roles


def test_role_needs_a_second_person(hr):
    admin, calon = f.PenggunaFactory(peran=("admin_sistem",)), f.PenggunaFactory()
    minta = actions.request_role(pengguna_id=calon.pk, peran="auditor", alasan="x", oleh=hr, saat=saat())
    assert not segar(calon).peran
    for bukan in (hr, calon, f.PenggunaFactory()):
        ditolak(actions.decide_role, permohonan_id=minta.pk, setuju=True, oleh=segar(bukan), saat=saat())
    actions.decide_role(permohonan_id=minta.pk, setuju=True, oleh=admin, saat=saat())
    assert segar(calon).peran == {"auditor"}
    actions.revoke_role(pengguna_id=calon.pk, peran="auditor", alasan="pindah", oleh=hr, saat=saat())
    assert not segar(calon).peran
    assert list(CatatanAudit.objects.filter(id_objek=calon.pk).order_by("id").values_list("aksi", flat=True)) == [
        "peran.dimohonkan",
        "peran.diberikan",
        "peran.dicabut",
    ]


def test_the_receiver_cannot_grant_the_own_role(hr):
    lain = f.PenggunaFactory(peran=("admin_sistem",))
    minta = actions.request_role(pengguna_id=lain.pk, peran="bkpsdm", alasan="x", oleh=hr, saat=saat())
    ditolak(actions.decide_role, permohonan_id=minta.pk, setuju=True, oleh=lain, saat=saat())


def test_a_leaver_is_signed_out_with_the_next_request(client):
    akun = f.PegawaiFactory().pengguna
    client.force_login(akun, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/pegawai/kode/").wsgi_request.user.is_authenticated
    Pengguna.objects.filter(pk=akun.pk).update(is_active=False)
    assert client.get("/pegawai/profil/").status_code == 302
    assert authenticate(RequestFactory().get("/"), username=akun.username, password=f.SANDI) is None
