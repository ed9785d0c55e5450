"""Changing, approving, delegating and talking: who may, what it leaves, what is never lost."""

import contextlib
import threading
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction

from kinerja import actions, potret
from kinerja.models import (
    SKP,
    AnggotaTim,
    HasilKerja,
    Indikator,
    Pendelegasian,
    PerubahanSKP,
    Tim,
    UmpanBalikKerja,
)
from kinerja.pilihan import JenisHasil, StatusPerubahan, StatusSKP
from kinerja.rekap import menunggu_persetujuan, target_pada
from kinerja.tests.factories import HARI, SAAT, WITA, PeriodeFactory, RealisasiFactory, buat_skp_lengkap
from kinerja.tests.factories_alur import PendelegasianFactory, buat_perubahan
from kinerja.tests.test_bukti import PDF
from kinerja.usul import usul_pegawai
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.models import Penempatan
from pegawai.pilihan import JenisPenempatan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def garis():
    return buat_garis()


@pytest.fixture
def skp(garis):
    return buat_skp_lengkap(garis.bawahan[0], garis.atasan)


def orang(garis, siapa):
    return {
        "diri": lambda: garis.bawahan[0].pengguna,
        "rekan": lambda: garis.bawahan[1].pengguna,
        "atasan": lambda: garis.atasan.pengguna,
        "orang lain": lambda: PegawaiFactory().pengguna,
        "bkpsdm": buat_bkpsdm,
    }[siapa]()


def jejak(aksi):
    return CatatanAudit.objects.filter(aksi=aksi).count()


def utama(skp):
    return Indikator.objects.utama(skp.pk)


# --- revision -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siapa", "status", "boleh"),
    [
        ("diri", StatusSKP.DISETUJUI, True),
        ("diri", StatusSKP.DIAJUKAN, False),
        ("rekan", StatusSKP.DISETUJUI, False),
        ("atasan", StatusSKP.DISETUJUI, False),
        ("bkpsdm", StatusSKP.DISETUJUI, False),
    ],
)
def test_only_the_owner_begins_a_revision_of_an_approved_plan(garis, siapa, status, boleh):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, status)
    try:
        actions.start_revision(skp_id=skp.pk, alasan="Strategi berubah", oleh=orang(garis, siapa), saat=SAAT)
    except RuleViolation:
        assert not boleh
    assert PerubahanSKP.objects.count() == jejak("perubahan.dibuat") == boleh


@pytest.mark.parametrize("alasan", ["", "   "])
def test_a_revision_says_why(garis, skp, alasan):
    with pytest.raises(RuleViolation, match="alasan"):
        actions.start_revision(skp_id=skp.pk, alasan=alasan, oleh=orang(garis, "diri"), saat=SAAT)


def test_one_revision_at_a_time_and_none_after_the_plan(garis, skp):
    umum = {"skp_id": skp.pk, "alasan": "Strategi berubah", "oleh": orang(garis, "diri")}
    with pytest.raises(RuleViolation, match="masih berjalan"):
        actions.start_revision(**umum, saat=datetime(2027, 1, 2, 9, tzinfo=WITA))
    actions.start_revision(**umum, saat=SAAT)
    with pytest.raises(RuleViolation, match="belum selesai"):
        actions.start_revision(**umum, saat=SAAT)


def test_the_plan_in_force_stays_until_approval_and_keeps_its_rows(garis, skp):
    """A changed target, a new and a dropped indicator: ids stay, realisasi stays, the old version is readable."""
    diri, atasan = orang(garis, "diri"), orang(garis, "atasan")
    pertama, kedua = utama(skp)
    RealisasiFactory(indikator=kedua, periode=PeriodeFactory(), nilai=None, uraian="Tercatat")
    p = actions.start_revision(skp_id=skp.pk, alasan="Strategi berubah", oleh=diri, saat=SAAT)
    lama = p.isi_lama
    ind = next(satu for satu in p.isi["hasil"][0]["indikator"] if satu["kunci"] == f"i{pertama.pk}")
    isi = {**ind, "target": Decimal(75), "target_atas": None, "bobot": Decimal(60)}
    umum = {"perubahan_id": p.pk, "oleh": diri, "saat": SAAT}
    induk = p.isi["hasil"][0]["kunci"]
    actions.save_revision_indicator(kunci_hasil=induk, kunci=ind["kunci"], isi=isi, **umum)
    actions.drop_from_revision(kunci=f"i{kedua.pk}", **umum)
    baru = {**isi, "uraian": "Ketepatan waktu", "bobot": Decimal(40), "target": Decimal(10)}
    actions.save_revision_indicator(kunci_hasil=induk, isi=baru, **umum)
    actions.submit_revision(**umum)
    assert utama(skp).get(pk=pertama.pk).target == 50
    p = actions.approve_revision(perubahan_id=p.pk, oleh=atasan, saat=SAAT)
    kini = list(utama(skp))
    assert [(satu.pk == pertama.pk, satu.target, satu.bobot) for satu in kini] == [(True, 75, 60), (False, 10, 40)]
    kedua = Indikator.semua.get(pk=kedua.pk)
    assert (kedua.dicabut_pada, kedua.realisasi.count()) == (SAAT, 1)
    assert p.isi_lama == lama and p.diputus_oleh == atasan
    assert SKP.objects.get(pk=skp.pk).status == StatusSKP.DISETUJUI


def test_what_a_revision_does_not_speak_of_stays(garis, skp):
    """A column that a content does not hold (here the team behind a result) survives the approval."""
    tahun = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31)}
    tim = Tim.objects.create(nama="Tim", tugas="Tugas", unit=garis.unit, ketua=garis.atasan, **tahun)
    anggota = AnggotaTim.objects.create(tim=tim, pegawai=skp.pegawai, **tahun)
    HasilKerja.objects.filter(skp=skp).update(keanggotaan=anggota)
    actions.approve_revision(perubahan_id=buat_perubahan(skp).pk, oleh=orang(garis, "atasan"), saat=SAAT)
    assert HasilKerja.objects.get(skp=skp).keanggotaan == anggota
    assert utama(skp)[0].target == 55


def test_what_was_in_force_at_a_moment_is_found_again(garis, skp):
    """The indicators of a period that ended before the approval are those of the old version."""
    p = buat_perubahan(skp)
    actions.approve_revision(perubahan_id=p.pk, oleh=orang(garis, "atasan"), saat=SAAT)
    sebelum, sesudah = (skp.pk, SAAT - timedelta(hours=1)), (skp.pk, SAAT)
    versi = potret.indikator_pada({sebelum, sesudah})
    assert [satu.target for satu in versi[sebelum]] == [50, None]
    assert [satu.target for satu in versi[sesudah]] == [55, None]
    assert [satu.pk for satu in versi[sebelum]] == [satu.pk for satu in versi[sesudah]]


@pytest.mark.parametrize(
    ("langkah", "siapa", "boleh"),
    [
        ("approve_revision", "atasan", True),
        ("approve_revision", "diri", False),
        ("approve_revision", "rekan", False),
        ("approve_revision", "bkpsdm", False),
        ("withdraw_revision", "diri", True),
        ("withdraw_revision", "atasan", False),
        ("cancel_revision", "diri", False),
    ],
)
def test_revision_step_by_who(garis, skp, langkah, siapa, boleh):
    p = buat_perubahan(skp)
    try:
        getattr(actions, langkah)(perubahan_id=p.pk, oleh=orang(garis, siapa), saat=SAAT)
    except RuleViolation:
        assert not boleh
    p.refresh_from_db()
    assert (p.status != StatusPerubahan.DIAJUKAN) == boleh
    assert utama(skp)[0].target == (55 if boleh and langkah == "approve_revision" else 50)


def test_return_needs_a_note_and_sends_it(garis, skp):
    p = buat_perubahan(skp)
    umum = {"perubahan_id": p.pk, "oleh": orang(garis, "atasan"), "saat": SAAT}
    with pytest.raises(RuleViolation, match="catatan"):
        actions.return_revision(catatan=" ", **umum)
    actions.return_revision(catatan="Jelaskan dasarnya.", **umum)
    assert Surat.objects.get().kepada == garis.bawahan[0].pengguna


def test_a_revision_without_difference_or_with_wrong_weights_is_not_submitted(garis, skp):
    diri = orang(garis, "diri")
    p = actions.start_revision(skp_id=skp.pk, alasan="Strategi berubah", oleh=diri, saat=SAAT)
    umum = {"perubahan_id": p.pk, "oleh": diri, "saat": SAAT}
    with pytest.raises(RuleViolation, match="Belum ada yang berubah"):
        actions.submit_revision(**umum)
    kunci = p.isi["hasil"][0]["indikator"][0]["kunci"]
    actions.save_revision_weights(bobot={kunci: Decimal(10)}, **umum)
    with pytest.raises(actions.PlanIncomplete, match=r"100,00"):
        actions.submit_revision(**umum)
    actions.restore_into_revision(kunci=kunci, **umum)
    assert PerubahanSKP.objects.get().isi["hasil"] == p.isi_lama["hasil"]


def test_stale_revision_is_a_conflict(garis, skp):
    p = buat_perubahan(skp, StatusPerubahan.DRAF)
    with pytest.raises(Konflik):
        actions.drop_from_revision(perubahan_id=p.pk, kunci="h1", versi=9, oleh=orang(garis, "diri"), saat=SAAT)


@pytest.mark.parametrize("kunci", ["h0", "b99", "i1"])
def test_unknown_key_is_a_sentence(garis, skp, kunci):
    p = buat_perubahan(skp, StatusPerubahan.DRAF)
    with pytest.raises(RuleViolation, match="tidak ada"):
        actions.drop_from_revision(perubahan_id=p.pk, kunci=kunci, oleh=orang(garis, "diri"), saat=SAAT)


def _serentak(*verba) -> list:
    """Run these at once, each on a connection of its own; what each raised, or None."""
    hasil, mulai = [], threading.Barrier(len(verba))

    def satu(kerja):
        mulai.wait()
        try:
            kerja()
            hasil.append(None)
        except RuleViolation as galat:
            hasil.append(galat)
        finally:
            connection.close()

    benang = [threading.Thread(target=satu, args=(kerja,)) for kerja in verba]
    for utas in benang:
        utas.start()
    for utas in benang:
        utas.join()
    return hasil


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_approve_and_withdraw_at_once_let_one_through(garis, monkeypatch, dengan_kunci):
    """With the lock removed (the control) both go through: the target is new and the revision a draft, or nearly."""
    from kinerja.actions import perubahan as modul

    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    p = buat_perubahan(skp)
    diri, atasan = orang(garis, "diri"), orang(garis, "atasan")
    gerbang, berikut = threading.Barrier(2), modul.next_perubahan

    def bersama(*isi):
        status = berikut(*isi)
        with contextlib.suppress(threading.BrokenBarrierError):
            gerbang.wait(timeout=1)
        return status

    monkeypatch.setattr(modul, "next_perubahan", bersama)
    if not dengan_kunci:
        baca = PerubahanSKP.objects.select_related("skp__pegawai", "skp__penilai")
        monkeypatch.setattr(modul, "lock_revision", lambda pk, versi=None: baca.get(pk=pk))
    hasil = _serentak(
        lambda: actions.approve_revision(perubahan_id=p.pk, oleh=atasan, saat=SAAT),
        lambda: actions.withdraw_revision(perubahan_id=p.pk, oleh=diri, saat=SAAT),
    )
    assert sum(galat is None for galat in hasil) == (1 if dengan_kunci else 2)
    assert jejak("perubahan.disetujui") + jejak("perubahan.ditarik") == (1 if dengan_kunci else 2)
    if dengan_kunci:
        p.refresh_from_db()
        assert utama(skp)[0].target == (55 if p.status == StatusPerubahan.DISETUJUI else 50)


# --- segments -----------------------------------------------------------------------------------------------


@pytest.fixture
def pindah(garis, skp):
    """The person moves on 1 October to another position of the same unit."""
    lain = JabatanFactory(unit=garis.unit, susunan__atasan=garis.jabatan_kepala)
    Penempatan.objects.filter(pegawai=skp.pegawai).update(selesai=date(2026, 9, 30))
    PenempatanFactory(pegawai=skp.pegawai, jabatan=lain, mulai=date(2026, 10, 1))
    return lain


@pytest.mark.parametrize("salin", [True, False])
def test_a_confirmed_move_closes_and_begins_once(garis, skp, pindah, salin):
    RealisasiFactory(indikator=utama(skp)[0], periode=PeriodeFactory(tutup=True))
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    umum = {"pegawai_id": skp.pegawai_id, "kunci": usul.kunci, "salin": salin, "oleh": skp.pegawai.pengguna}
    baru = actions.confirm_proposal(**umum, saat=SAAT)
    skp.refresh_from_db()
    assert (skp.selesai, skp.selesai_rencana) == (date(2026, 9, 30), date(2026, 12, 31))
    assert (baru.jabatan, baru.mulai, baru.status) == (pindah, date(2026, 10, 1), StatusSKP.DRAF)
    assert baru.hasil.count() == salin
    assert utama(skp)[0].realisasi.count() == 1
    assert usul_pegawai(skp.pegawai_id, HARI) == []
    with pytest.raises(RuleViolation, match="sudah dikerjakan"):
        actions.confirm_proposal(**umum, saat=SAAT)
    assert SKP.objects.count() == 2


def test_closing_early_does_not_raise_what_was_to_be_done_by_then(garis, skp, pindah):
    ind = utama(skp)[0]
    Indikator.objects.filter(pk=ind.pk).update(sifat="kumulatif")
    ind.refresh_from_db()
    triwulan = PeriodeFactory(tutup=True)
    sebelum = target_pada(skp, triwulan, ind)
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    actions.confirm_proposal(pegawai_id=skp.pegawai_id, kunci=usul.kunci, oleh=skp.pegawai.pengguna, saat=SAAT)
    skp.refresh_from_db()
    assert target_pada(skp, triwulan, ind) == sebelum


@pytest.mark.parametrize("siapa", ["rekan", "atasan", "bkpsdm"])
def test_nobody_confirms_for_another(garis, skp, pindah, siapa):
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    with pytest.raises(RuleViolation, match="sendiri"):
        actions.confirm_proposal(pegawai_id=skp.pegawai_id, kunci=usul.kunci, oleh=orang(garis, siapa), saat=SAAT)


@pytest.mark.django_db(transaction=True)
def test_two_yeses_at_once_begin_one_plan(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    lain = JabatanFactory(unit=garis.unit, susunan__atasan=garis.jabatan_kepala)
    Penempatan.objects.filter(pegawai=skp.pegawai).update(selesai=date(2026, 9, 30))
    PenempatanFactory(pegawai=skp.pegawai, jabatan=lain, mulai=date(2026, 10, 1))
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    ya = {"pegawai_id": skp.pegawai_id, "kunci": usul.kunci, "oleh": skp.pegawai.pengguna, "saat": SAAT}
    hasil = _serentak(*[lambda: actions.confirm_proposal(**ya)] * 2)
    assert sum(galat is None for galat in hasil) == 1
    assert SKP.objects.count() == 2


def bertemu(monkeypatch, modul, nama):
    """Let both threads pass that call before either goes on, as far as locks let them."""
    gerbang, asli = threading.Barrier(2), getattr(modul, nama)

    def bersama(*isi):
        hasil = asli(*isi)
        with contextlib.suppress(threading.BrokenBarrierError):
            gerbang.wait(timeout=1)
        return hasil

    monkeypatch.setattr(modul, nama, bersama)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_two_yeses_to_a_duty_at_once_add_it_once(garis, monkeypatch, dengan_kunci):
    """With the lock removed (the control) it stands in the plan twice."""
    from kinerja.actions import segmen as modul

    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    PenempatanFactory(pegawai=skp.pegawai, plt=True, mulai=date(2026, 11, 1))
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    ya = {"pegawai_id": skp.pegawai_id, "kunci": usul.kunci, "oleh": skp.pegawai.pengguna, "saat": SAAT}
    bertemu(monkeypatch, modul, "usul_pegawai")
    if not dengan_kunci:
        monkeypatch.setattr(modul, "_kunci", lambda pk: None)
    hasil = _serentak(*[lambda: actions.confirm_proposal(**ya)] * 2)
    assert sum(galat is None for galat in hasil) == (1 if dengan_kunci else 2)
    assert skp.hasil.filter(jenis=JenisHasil.TAMBAHAN).count() == (1 if dengan_kunci else 2)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_two_approvals_at_once_are_one(garis, wakil, monkeypatch, dengan_kunci):
    """The atasan and their stand-in press at the same moment; with the lock removed (the control) both decide."""
    from kinerja.actions import skp as modul

    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil)
    bertemu(monkeypatch, modul, "next_status")
    if not dengan_kunci:
        baca = SKP.objects.select_related("pegawai", "penilai", "jabatan", "unit")
        monkeypatch.setattr(modul, "lock_skp", lambda pk, versi=None: baca.get(pk=pk))
    oleh = (garis.atasan.pengguna, wakil.pengguna)
    hasil = _serentak(*[lambda s=s: actions.approve_skp(skp_id=skp.pk, oleh=s, saat=SAAT) for s in oleh])
    assert sum(galat is None for galat in hasil) == (1 if dengan_kunci else 2)
    assert jejak("skp.disetujui") == (1 if dengan_kunci else 2)


def test_acting_duty_becomes_an_extra_result_by_revision(garis, skp):
    lain = JabatanFactory(unit=garis.unit, nama="Kepala Seksi Arsip")
    PenempatanFactory(
        pegawai=skp.pegawai,
        jabatan=lain,
        jenis=JenisPenempatan.PLT,
        mulai=date(2026, 11, 1),
        selesai=date(2026, 12, 31),
    )
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    assert usul.jabatan == "Plt. Kepala Seksi Arsip"
    ya = {"pegawai_id": skp.pegawai_id, "kunci": usul.kunci, "oleh": skp.pegawai.pengguna, "saat": SAAT}
    actions.confirm_proposal(**ya)
    p = PerubahanSKP.objects.get()
    assert [satu["jenis"] for satu in p.isi["hasil"]] == [JenisHasil.UTAMA, JenisHasil.TAMBAHAN]
    assert usul_pegawai(skp.pegawai_id, HARI) == []
    assert SKP.objects.count() == 1


def test_acting_duty_goes_straight_into_a_draft(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    PenempatanFactory(pegawai=skp.pegawai, plt=True, mulai=date(2026, 11, 1))
    (usul,) = usul_pegawai(skp.pegawai_id, HARI)
    actions.confirm_proposal(pegawai_id=skp.pegawai_id, kunci=usul.kunci, oleh=skp.pegawai.pengguna, saat=SAAT)
    assert HasilKerja.objects.get(jenis=JenisHasil.TAMBAHAN).penempatan_id == usul.penempatan_id
    assert usul_pegawai(skp.pegawai_id, HARI) == []


# --- delegation ---------------------------------------------------------------------------------------------


@pytest.fixture
def wakil(garis):
    """A section head below the atasan: fit to stand in."""
    jabatan = JabatanFactory(unit=garis.unit, jenis="pengawas", susunan__atasan=garis.jabatan_kepala)
    return PenempatanFactory(jabatan=jabatan).pegawai


def delegasikan(garis, wakil, **ganti):
    isi = {"mulai": HARI, "selesai": HARI + timedelta(days=3), "persetujuan": True, "dialog": False, "alasan": "Dinas"}
    return actions.delegate(wakil_id=wakil.pk, **(isi | ganti), oleh=garis.atasan.pengguna, saat=SAAT)


@pytest.mark.parametrize(("geser", "boleh"), [(0, True), (3, True), (4, False), (-1, False)])
def test_stand_in_decides_only_on_the_days_given(garis, wakil, geser, boleh):
    """The decision is the atasan's; the trail says who took it."""
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil)
    try:
        actions.approve_skp(skp_id=skp.pk, oleh=wakil.pengguna, saat=SAAT + timedelta(days=geser))
    except RuleViolation:
        assert not boleh
    skp.refresh_from_db()
    assert (skp.status == StatusSKP.DISETUJUI, skp.penilai) == (boleh, garis.atasan)
    if boleh:
        assert CatatanAudit.objects.get(aksi="skp.disetujui").rincian["atas_nama"] == garis.atasan.pk


@pytest.mark.parametrize("ganti", [{"persetujuan": False, "dialog": True}])
def test_scope_is_kept(garis, wakil, ganti):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil, **ganti)
    with pytest.raises(RuleViolation):
        actions.approve_skp(skp_id=skp.pk, oleh=wakil.pengguna, saat=SAAT)


def test_revoked_ends_at_once(garis, wakil):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasi = delegasikan(garis, wakil)
    assert list(menunggu_persetujuan(wakil.pk, HARI)) == [skp]
    actions.revoke_delegation(delegasi_id=delegasi.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    assert list(menunggu_persetujuan(wakil.pk, HARI)) == []
    with pytest.raises(RuleViolation):
        actions.approve_skp(skp_id=skp.pk, oleh=wakil.pengguna, saat=SAAT)
    delegasikan(garis, wakil)


@pytest.mark.parametrize("siapa", ["wakil", "atasan"])
def test_a_stand_in_without_a_position_decides_nothing(garis, wakil, siapa):
    """Either of the two has left: what was given for an absence ends with the post."""
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil)
    pergi = wakil if siapa == "wakil" else garis.atasan
    Penempatan.objects.filter(pegawai=pergi).update(selesai=HARI - timedelta(days=1))
    assert not menunggu_persetujuan(wakil.pk, HARI).filter(penilai=garis.atasan).exists()
    with pytest.raises(RuleViolation):
        actions.approve_skp(skp_id=skp.pk, oleh=wakil.pengguna, saat=SAAT)


def test_a_delegation_is_for_a_year_at_most(garis, wakil):
    with pytest.raises(RuleViolation, match="setahun"):
        delegasikan(garis, wakil, selesai=HARI + timedelta(days=367))
    assert delegasikan(garis, wakil, selesai=HARI + timedelta(days=366)).pk


def test_nobody_approves_their_own_plan_by_delegation(garis, wakil):
    skp = buat_skp_lengkap(wakil, garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil)
    assert list(menunggu_persetujuan(wakil.pk, HARI)) == []
    with pytest.raises(RuleViolation):
        actions.approve_skp(skp_id=skp.pk, oleh=wakil.pengguna, saat=SAAT)


def test_a_delegation_is_not_passed_on(garis, wakil):
    """Who stands in for the stand-in decides nothing of the first atasan's."""
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    delegasikan(garis, wakil)
    ketiga = PegawaiFactory()
    PendelegasianFactory(atasan=wakil, wakil=ketiga)
    with pytest.raises(RuleViolation):
        actions.approve_skp(skp_id=skp.pk, oleh=ketiga.pengguna, saat=SAAT)


@pytest.mark.parametrize("siapa", ["rekan", "orang lain"])
def test_only_who_fits_may_stand_in(garis, siapa):
    with pytest.raises(RuleViolation, match="Wakil adalah"):
        delegasikan(garis, orang(garis, siapa).pegawai)


def test_dates_overlap_and_past_are_sentences(garis, wakil):
    with pytest.raises(RuleViolation, match="paling awal hari ini"):
        delegasikan(garis, wakil, mulai=HARI - timedelta(days=1))
    with pytest.raises(RuleViolation, match="sebelum tanggal mulai"):
        delegasikan(garis, wakil, selesai=HARI - timedelta(days=1), mulai=HARI)
    delegasikan(garis, wakil)
    with pytest.raises(RuleViolation, match="sudah mendelegasikan"):
        delegasikan(garis, wakil)
    assert Pendelegasian.objects.count() == 1


# --- feedback -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("siapa", "kepada"), [("diri", "atasan"), ("atasan", "diri"), ("rekan", None), ("bkpsdm", None)]
)
def test_feedback_is_between_the_two(garis, skp, siapa, kepada):
    oleh = orang(garis, siapa)
    try:
        umpan = actions.give_feedback(skp_id=skp.pk, teks="Bagus", oleh=oleh, saat=SAAT)
    except RuleViolation:
        assert kepada is None and not UmpanBalikKerja.objects.exists()
        return
    assert umpan.kepada.pengguna == orang(garis, kepada)
    lihat = {
        s: UmpanBalikKerja.objects.visible_to(orang(garis, s)).count() for s in ("diri", "atasan", "rekan", "bkpsdm")
    }
    assert lihat == {"diri": 1, "atasan": 1, "rekan": 0, "bkpsdm": 0}
    assert "Bagus" not in str(CatatanAudit.objects.get(aksi="umpan_balik_kerja.ditulis").rincian)


def test_feedback_keeps_its_evidence_and_is_never_changed(garis, skp):
    berkas = SimpleUploadedFile("bukti.pdf", PDF)
    umpan = actions.give_feedback(
        skp_id=skp.pk, teks="Lihat berkas", indikator_id=utama(skp)[0].pk, berkas=berkas, oleh=garis.atasan.pengguna,
        saat=SAAT,
    )  # fmt: skip
    assert (umpan.nama_asli, len(umpan.sidik), umpan.berkas.size) == ("bukti.pdf", 64, len(PDF))
    with pytest.raises(IntegrityError), transaction.atomic():
        UmpanBalikKerja.objects.filter(pk=umpan.pk).update(teks="Lain")


@pytest.mark.parametrize(
    "ganti", [{"teks": " "}, {"teks": "a\x00b"}, {"nilai": "lain"}, {"indikator_id": 2**62}, {"tautan": "javascript:1"}]
)
def test_bad_feedback_is_a_sentence_and_leaves_no_file(garis, skp, ganti, settings):
    isi = {"teks": "Bagus", "berkas": SimpleUploadedFile("bukti.pdf", PDF), **ganti}
    with pytest.raises(RuleViolation):
        actions.give_feedback(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT, **isi)
    assert not [satu for satu in settings.MEDIA_ROOT.rglob("*") if satu.is_file()]


# --- dialogue -----------------------------------------------------------------------------------------------


def dialog_baru(garis, oleh=None, waktu=SAAT - timedelta(hours=1)):
    oleh = oleh or garis.bawahan[0]
    dengan = garis.atasan if oleh == garis.bawahan[0] else garis.bawahan[0]
    return actions.start_dialogue(
        dengan_id=dengan.pk, waktu=waktu, tempat="Ruang A", agenda="Kemajuan", oleh=oleh.pengguna, saat=SAAT
    )


@pytest.mark.parametrize("mulai", ["diri", "atasan"])
def test_either_side_starts_and_both_confirm(garis, mulai):
    dialog = dialog_baru(garis, orang(garis, mulai).pegawai)
    assert (dialog.pegawai, dialog.atasan) == (garis.bawahan[0], garis.atasan)
    for siapa in ("diri", "atasan"):
        dialog = actions.confirm_dialogue(dialog_id=dialog.pk, oleh=orang(garis, siapa), saat=SAAT)
    assert dialog.status == "selesai"
    with pytest.raises(RuleViolation, match="sudah disahkan"):
        actions.note_dialogue(dialog_id=dialog.pk, catatan="Terlambat", oleh=orang(garis, "diri"), saat=SAAT)


def test_a_change_asks_for_confirmation_anew(garis):
    dialog = dialog_baru(garis)
    actions.confirm_dialogue(dialog_id=dialog.pk, oleh=orang(garis, "diri"), saat=SAAT)
    actions.note_dialogue(dialog_id=dialog.pk, catatan="Setuju", oleh=orang(garis, "atasan"), saat=SAAT)
    dialog.refresh_from_db()
    assert (dialog.pegawai_setuju_pada, dialog.catatan_atasan, dialog.catatan_pegawai) == (None, "Setuju", "")


def test_minutes_are_not_confirmed_before_the_day(garis):
    dialog = dialog_baru(garis, waktu=SAAT + timedelta(days=1))
    with pytest.raises(RuleViolation, match="setelah dialog"):
        actions.confirm_dialogue(dialog_id=dialog.pk, oleh=orang(garis, "diri"), saat=SAAT)


@pytest.mark.parametrize("siapa", ["rekan", "orang lain", "bkpsdm"])
def test_others_have_no_part_in_a_dialogue(garis, siapa):
    dialog, oleh = dialog_baru(garis), orang(garis, siapa)
    with pytest.raises(RuleViolation, match="pegawai dan atasannya"):
        actions.note_dialogue(dialog_id=dialog.pk, catatan="X", oleh=oleh, saat=SAAT)
    assert not type(dialog).objects.visible_to(oleh).exists()


def test_stand_in_leads_the_dialogue_but_not_their_own(garis, wakil):
    delegasikan(garis, wakil, persetujuan=False, dialog=True)
    dialog = dialog_baru(garis)
    actions.note_dialogue(dialog_id=dialog.pk, catatan="Mewakili", oleh=wakil.pengguna, saat=SAAT)
    dialog.refresh_from_db()
    assert dialog.catatan_atasan == "Mewakili"


@pytest.mark.parametrize("akhir", ["disahkan", "dibatalkan"])
@time_machine.travel(SAAT, tick=False)
def test_a_stand_in_reads_no_dialogue_that_is_over(garis, wakil, akhir):
    """What the two have said to each other in earlier years is theirs."""
    dialog = dialog_baru(garis)
    delegasikan(garis, wakil, persetujuan=False, dialog=True)
    terlihat = type(dialog).objects.visible_to(wakil.pengguna)
    assert terlihat.exists()
    if akhir == "disahkan":
        for siapa in ("diri", "atasan"):
            actions.confirm_dialogue(dialog_id=dialog.pk, oleh=orang(garis, siapa), saat=SAAT)
    else:
        actions.cancel_dialogue(dialog_id=dialog.pk, alasan="Batal", oleh=orang(garis, "diri"), saat=SAAT)
    assert not terlihat.all().exists()
    assert type(dialog).objects.visible_to(orang(garis, "atasan")).exists()


def test_an_agreement_is_open_until_done(garis):
    dialog = dialog_baru(garis)
    umum = {"dialog_id": dialog.pk, "oleh": orang(garis, "diri"), "saat": SAAT}
    with pytest.raises(RuleViolation, match="salah satu dari Anda"):
        actions.agree(uraian="X", penanggung_jawab_id=garis.bawahan[1].pk, tenggat=HARI, **umum)
    satu = actions.agree(uraian="Susun alur", penanggung_jawab_id=garis.bawahan[0].pk, tenggat=HARI, **umum)
    assert list(type(satu).objects.terbuka()) == [satu]
    selesai = {"kesepakatan_id": satu.pk, "oleh": orang(garis, "atasan"), "saat": SAAT}
    actions.finish_agreement(hasil="Terpasang", **selesai)
    assert not type(satu).objects.terbuka().exists()
    with pytest.raises(RuleViolation, match="sudah dinyatakan"):
        actions.finish_agreement(**selesai)
