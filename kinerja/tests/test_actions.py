"""Every write: who may, in which state, what it leaves; a refusal leaves nothing."""

import contextlib
import threading
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from kinerja import actions
from kinerja.models import SKP, Bukti, EkspektasiPerilaku, HasilKerja, Indikator, Realisasi
from kinerja.pilihan import Arah, JenisIndikator, NilaiDasar, StatusSKP
from kinerja.tests.factories import (
    HARI,
    SAAT,
    WITA,
    HasilKerjaFactory,
    IkuFactory,
    IndikatorFactory,
    PeriodeFactory,
    RealisasiFactory,
    SKPFactory,
    buat_skp_lengkap,
)
from kinerja.tests.test_bukti import PDF
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.models import Penempatan, PenetapanAtasan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db
TAHUN = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31)}
ANGKA = {
    "jenis": JenisIndikator.KUANTITATIF,
    "uraian": "Dokumen",
    "arah": Arah.NAIK,
    "target": Decimal(5),
    "satuan": "dokumen",
}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def garis():
    return buat_garis()


def orang(garis, siapa):
    """The account behind a word of the parametrised tests."""
    return {
        "diri": lambda: garis.bawahan[0].pengguna,
        "rekan": lambda: garis.bawahan[1].pengguna,
        "atasan": lambda: garis.atasan.pengguna,
        "orang lain": lambda: PegawaiFactory().pengguna,
        "bkpsdm": buat_bkpsdm,
    }[siapa]()


def jejak(aksi):
    return CatatanAudit.objects.filter(aksi=aksi).count()


# --- a new plan ---------------------------------------------------------------------------------------------


def test_plan_begins_in_the_position_of_its_first_day(garis):
    skp = actions.create_skp(pegawai_id=garis.bawahan[0].pk, **TAHUN, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    assert (skp.jabatan, skp.unit, skp.penilai) == (garis.jabatan_bawahan, garis.unit, garis.atasan)
    assert (skp.status, jejak("skp.dibuat")) == (StatusSKP.DRAF, 1)


@pytest.mark.parametrize("siapa", ["rekan", "atasan", "bkpsdm"])
def test_nobody_writes_another_ones_plan(garis, siapa):
    with pytest.raises(RuleViolation, match="diri sendiri"):
        actions.create_skp(pegawai_id=garis.bawahan[0].pk, **TAHUN, oleh=orang(garis, siapa), saat=SAAT)
    assert not SKP.objects.exists()


@pytest.mark.parametrize(
    ("mulai", "selesai", "kalimat"),
    [
        (date(2026, 12, 31), date(2026, 1, 1), "sebelum tanggal mulai"),
        (date(2026, 1, 1), date(2027, 1, 1), "satu tahun"),
        (date(2019, 1, 1), date(2019, 12, 31), "jabatan definitif"),
    ],
)
def test_bad_segment_is_a_sentence(garis, mulai, selesai, kalimat):
    with pytest.raises(RuleViolation, match=kalimat):
        actions.create_skp(
            pegawai_id=garis.bawahan[0].pk, mulai=mulai, selesai=selesai, oleh=garis.bawahan[0].pengguna, saat=SAAT
        )
    assert not SKP.objects.exists()


def test_assessor_who_is_no_civil_servant_has_no_plan():
    wali = PenempatanFactory(pegawai__non_asn=True).pegawai
    with pytest.raises(RuleViolation, match="non-ASN"):
        actions.create_skp(pegawai_id=wali.pk, **TAHUN, oleh=wali.pengguna, saat=SAAT)


def test_overlap_is_a_sentence(garis):
    SKPFactory(pegawai=garis.bawahan[0])
    with pytest.raises(RuleViolation, match="sudah mempunyai SKP"):
        actions.create_skp(pegawai_id=garis.bawahan[0].pk, **TAHUN, oleh=garis.bawahan[0].pengguna, saat=SAAT)


def test_a_move_ends_the_segment(garis):
    Penempatan.objects.filter(pegawai=garis.bawahan[0]).update(selesai=date(2026, 6, 30))
    PenempatanFactory(pegawai=garis.bawahan[0], jabatan=JabatanFactory(unit=garis.unit), mulai=date(2026, 7, 1))
    buat = {"pegawai_id": garis.bawahan[0].pk, "oleh": garis.bawahan[0].pengguna, "saat": SAAT}
    with pytest.raises(RuleViolation, match="30 Juni 2026"):
        actions.create_skp(**TAHUN, **buat)
    lama = actions.create_skp(mulai=date(2026, 1, 1), selesai=date(2026, 6, 30), **buat)
    baru = actions.create_skp(mulai=date(2026, 7, 1), selesai=date(2026, 12, 31), **buat)
    assert lama.jabatan != baru.jabatan


def test_copy_takes_over_the_content(garis):
    lama = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    EkspektasiPerilaku.objects.create(skp=lama, nilai=NilaiDasar.LOYAL, ekspektasi="Menjaga rahasia")
    baru = actions.copy_skp(
        dari_id=lama.pk,
        mulai=date(2027, 1, 1),
        selesai=date(2027, 12, 31),
        oleh=garis.bawahan[0].pengguna,
        saat=SAAT + timedelta(days=60),
    )
    isi = [
        list(Indikator.objects.filter(hasil__skp=skp).values_list("uraian", "bobot", "target")) for skp in (lama, baru)
    ]
    assert isi[0] == isi[1] and len(isi[1]) == 2
    assert baru.ekspektasi_perilaku.get().ekspektasi == "Menjaga rahasia"
    with pytest.raises(RuleViolation, match="SKP sendiri"):
        actions.copy_skp(dari_id=lama.pk, **TAHUN, oleh=garis.bawahan[1].pengguna, saat=SAAT)


# --- the workflow -------------------------------------------------------------------------------------------

CATATAN = {"catatan": "Perjelas target"}
LANGKAH = {
    "ajukan": (actions.submit_skp, StatusSKP.DRAF, StatusSKP.DIAJUKAN, "diri", {}),
    "ajukan lagi": (actions.submit_skp, StatusSKP.DIKEMBALIKAN, StatusSKP.DIAJUKAN, "diri", {}),
    "tarik": (actions.withdraw_skp, StatusSKP.DIAJUKAN, StatusSKP.DRAF, "diri", {}),
    "kembalikan": (
        actions.return_skp,
        StatusSKP.DIAJUKAN,
        StatusSKP.DIKEMBALIKAN,
        "atasan",
        {"catatan": "Perjelas target"},
    ),
    "setujui": (actions.approve_skp, StatusSKP.DIAJUKAN, StatusSKP.DISETUJUI, "atasan", {}),
}


@pytest.mark.parametrize("siapa", ["diri", "rekan", "atasan", "orang lain", "bkpsdm"])
@pytest.mark.parametrize("nama", LANGKAH)
def test_step_by_who(garis, nama, siapa):
    verba, dari, ke, berhak, isi = LANGKAH[nama]
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, dari)
    oleh = orang(garis, siapa)
    if siapa == berhak:
        verba(skp_id=skp.pk, oleh=oleh, saat=SAAT, **isi)
    else:
        with pytest.raises(RuleViolation):
            verba(skp_id=skp.pk, oleh=oleh, saat=SAAT, **isi)
    skp.refresh_from_db()
    assert skp.status == (ke if siapa == berhak else dari)
    assert CatatanAudit.objects.count() == (siapa == berhak)
    assert skp.versi == 1 + (siapa == berhak)


@pytest.mark.parametrize("status", StatusSKP.values)
@pytest.mark.parametrize("nama", LANGKAH)
def test_step_by_state(garis, nama, status):
    verba, _, ke, berhak, isi = LANGKAH[nama]
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, status)
    dari = {satu[1] for satu in LANGKAH.values() if satu[0] is verba}
    if status in dari:
        verba(skp_id=skp.pk, oleh=orang(garis, berhak), saat=SAAT, **isi)
    else:
        with pytest.raises(RuleViolation):
            verba(skp_id=skp.pk, oleh=orang(garis, berhak), saat=SAAT, **isi)
    skp.refresh_from_db()
    assert skp.status == (ke if status in dari else status)


@pytest.mark.parametrize(("nama", "kepada"), [("ajukan", "atasan"), ("kembalikan", "diri"), ("setujui", "diri")])
def test_step_sends_its_letter(garis, nama, kepada):
    verba, dari, _, berhak, isi = LANGKAH[nama]
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, dari)
    verba(skp_id=skp.pk, oleh=orang(garis, berhak), saat=SAAT, **isi)
    surat = Surat.objects.get()
    assert (surat.kepada, surat.tautan.rstrip("/").split("/")[-1]) == (orang(garis, kepada), str(skp.pk))


def test_return_needs_a_note(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    with pytest.raises(RuleViolation, match="catatan"):
        actions.return_skp(skp_id=skp.pk, catatan="  ", oleh=garis.atasan.pengguna, saat=SAAT)
    assert not Surat.objects.exists()


@pytest.mark.parametrize(
    ("bobot", "kalimat"),
    [
        (("33.33", "33.33", "33.33"), "99,99"),
        (("60", "40.01"), "100,01"),
        (("60", None), "Isi bobot"),
        ((), "hasil kerja utama"),
    ],
)
def test_plan_that_is_not_whole_is_not_submitted(garis, bobot, kalimat):
    skp = SKPFactory(pegawai=garis.bawahan[0])
    if bobot:
        hasil = HasilKerjaFactory(skp=skp)
        for satu in bobot:
            IndikatorFactory(hasil=hasil, bobot=satu and Decimal(satu))
    with pytest.raises(actions.PlanIncomplete, match=kalimat) as penolakan:
        actions.submit_skp(skp_id=skp.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    assert all(satu.tempat for satu in penolakan.value.pelanggaran)
    skp.refresh_from_db()
    assert (skp.status, Surat.objects.count()) == (StatusSKP.DRAF, 0)


def test_every_reason_is_listed_at_once(garis):
    skp = SKPFactory(pegawai=garis.bawahan[0])
    kosong = HasilKerjaFactory(skp=skp)
    indikator = IndikatorFactory(hasil__skp=skp, bobot=None)
    with pytest.raises(actions.PlanIncomplete) as penolakan:
        actions.submit_skp(skp_id=skp.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    assert {satu.tempat for satu in penolakan.value.pelanggaran} == {f"hasil-{kosong.pk}", f"bobot-{indikator.pk}"}


def test_own_atasan_is_refused(garis):
    skp = buat_skp_lengkap(garis.atasan, None, StatusSKP.DRAF)
    with pytest.raises(actions.PlanIncomplete, match="Atasan Anda belum tercatat"):
        actions.submit_skp(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT)


def test_acting_holder_decides_only_while_acting(garis):
    """The right of a Plt ends on its date; the penilai recorded at submission is not enough."""
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    plt = garis.bawahan[1]
    PenetapanAtasan.objects.create(
        pegawai=garis.bawahan[0], atasan=plt, mulai=HARI, selesai=HARI + timedelta(days=5), alasan="Plt"
    )
    with pytest.raises(RuleViolation, match="atasan langsung"):
        actions.approve_skp(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    with pytest.raises(RuleViolation, match="atasan langsung"):
        actions.approve_skp(skp_id=skp.pk, oleh=plt.pengguna, saat=SAAT + timedelta(days=6))
    assert actions.approve_skp(skp_id=skp.pk, oleh=plt.pengguna, saat=SAAT).penilai_id == plt.pk


def test_approval_of_a_version_that_was_not_seen_is_a_conflict(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    with pytest.raises(Konflik):
        actions.approve_skp(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT, versi=skp.versi - 1)
    assert actions.approve_skp(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT, versi=skp.versi)


# --- the content --------------------------------------------------------------------------------------------


def tulis(skp, hasil, indikator):
    """Every write into a plan, as (name, call with the common arguments)."""
    return {
        "hasil": lambda **u: actions.save_result(skp_id=skp.pk, uraian="Hasil", **u),
        "hasil ubah": lambda **u: actions.save_result(skp_id=skp.pk, hasil_id=hasil.pk, uraian="Hasil", **u),
        "hasil hapus": lambda **u: actions.delete_result(hasil_id=hasil.pk, **u),
        "indikator": lambda **u: actions.save_indicator(hasil_id=hasil.pk, isi=ANGKA, **u),
        "indikator ubah": lambda **u: actions.save_indicator(
            hasil_id=hasil.pk, indikator_id=indikator.pk, isi=ANGKA, **u
        ),
        "indikator hapus": lambda **u: actions.delete_indicator(indikator_id=indikator.pk, **u),
        "bobot": lambda **u: actions.save_weights(skp_id=skp.pk, bobot={indikator.pk: Decimal(7)}, **u),
        "bagi rata": lambda **u: actions.share_weights(skp_id=skp.pk, **u),
        "isi": lambda **u: actions.save_content(skp_id=skp.pk, bobot={indikator.pk: Decimal(7)}, **u),
        "ekspektasi": lambda **u: actions.save_expectations(skp_id=skp.pk, ekspektasi={"loyal": "Setia"}, **u),
    }


NAMA_TULIS = list(tulis(None, None, None))


def potret(skp):
    """All that stands in a plan."""
    return (
        list(SKP.objects.filter(pk=skp.pk).values()),
        list(HasilKerja.objects.filter(skp=skp).values()),
        list(Indikator.objects.filter(hasil__skp=skp).values()),
        list(EkspektasiPerilaku.objects.filter(skp=skp).values()),
    )


@pytest.mark.parametrize(
    ("siapa", "status", "boleh"),
    [
        ("diri", StatusSKP.DRAF, True),
        ("diri", StatusSKP.DIKEMBALIKAN, True),
        ("diri", StatusSKP.DIAJUKAN, False),
        ("diri", StatusSKP.DISETUJUI, False),
        ("rekan", StatusSKP.DRAF, False),
        ("atasan", StatusSKP.DRAF, False),
        ("bkpsdm", StatusSKP.DRAF, False),
    ],
)
@pytest.mark.parametrize("nama", NAMA_TULIS)
def test_writing_into_a_plan(garis, nama, siapa, status, boleh):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, status)
    hasil = skp.hasil.get()
    sebelum = potret(skp)
    verba = tulis(skp, hasil, hasil.indikator.first())[nama]
    if boleh:
        verba(oleh=orang(garis, siapa), saat=SAAT, versi=skp.versi)
        assert potret(skp) != sebelum and CatatanAudit.objects.count() == 1
    else:
        with pytest.raises(RuleViolation):
            verba(oleh=orang(garis, siapa), saat=SAAT)
        assert potret(skp) == sebelum and not CatatanAudit.objects.exists()


@pytest.mark.parametrize("nama", NAMA_TULIS)
def test_stale_version_is_a_conflict(garis, nama):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    hasil = skp.hasil.get()
    verba = tulis(skp, hasil, hasil.indikator.first())[nama]
    sebelum = potret(skp)
    with pytest.raises(Konflik):
        verba(oleh=garis.bawahan[0].pengguna, saat=SAAT, versi=skp.versi + 1)
    assert potret(skp) == sebelum


def test_atasan_sets_expectations_while_the_plan_waits(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    umum = {"skp_id": skp.pk, "oleh": garis.atasan.pengguna, "saat": SAAT}
    actions.save_expectations(ekspektasi={"loyal": "Setia", "adaptif": ""}, **umum)
    assert skp.ekspektasi_perilaku.get().ekspektasi == "Setia"
    actions.save_expectations(ekspektasi={"loyal": ""}, **umum)
    assert not skp.ekspektasi_perilaku.exists()


@pytest.mark.parametrize("banyak", [1, 3, 7])
def test_even_shares_can_be_submitted(garis, banyak):
    skp = SKPFactory(pegawai=garis.bawahan[0])
    IndikatorFactory.create_batch(banyak, hasil=HasilKerjaFactory(skp=skp), bobot=None)
    IndikatorFactory(hasil=HasilKerjaFactory(skp=skp, tambahan=True), bobot=None)
    actions.share_weights(skp_id=skp.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    bobot = list(Indikator.objects.utama(skp.pk).values_list("bobot", flat=True))
    assert sum(bobot) == Decimal("100.00") and len(bobot) == banyak
    actions.submit_skp(skp_id=skp.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)


@pytest.mark.parametrize(
    "ganti",
    [
        {"target": Decimal(0)},
        {"target": Decimal(-1)},
        {"target": None},
        {"satuan": ""},
        {"arah": Arah.RENTANG, "target_atas": Decimal(5)},
        {"bobot": Decimal("100.01")},
        {"bobot": Decimal("33.333")},
        {"bobot": Decimal(-1)},
        {"uraian": ""},
        {"uraian": "nol\x00"},
        {"jenis": JenisIndikator.KUALITATIF},
    ],
)
def test_bad_indicator_is_a_sentence(garis, ganti):
    skp = SKPFactory(pegawai=garis.bawahan[0])
    hasil = HasilKerjaFactory(skp=skp)
    with pytest.raises(RuleViolation):
        actions.save_indicator(hasil_id=hasil.pk, isi=ANGKA | ganti, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    assert not hasil.indikator.exists()


def test_target_zero_where_lower_is_better(garis):
    hasil = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[0]))
    isi = ANGKA | {"arah": Arah.TURUN, "target": Decimal(0)}
    assert actions.save_indicator(hasil_id=hasil.pk, isi=isi, oleh=garis.bawahan[0].pengguna, saat=SAAT).target == 0


def test_result_supports_only_the_atasans_results(garis):
    milik_atasan = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan))
    tahun_lalu = HasilKerjaFactory(
        skp=SKPFactory(pegawai=garis.atasan, mulai=date(2025, 1, 1), selesai=date(2025, 12, 31))
    )
    milik_rekan = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[1]))
    skp = SKPFactory(pegawai=garis.bawahan[0])
    umum = {"skp_id": skp.pk, "uraian": "Hasil", "oleh": garis.bawahan[0].pengguna, "saat": SAAT}
    for lain in (milik_rekan, tahun_lalu):
        with pytest.raises(RuleViolation, match="milik atasan"):
            actions.save_result(mendukung_id=lain.pk, **umum)
    assert actions.save_result(mendukung_id=milik_atasan.pk, **umum).mendukung == milik_atasan


def test_outcome_is_chosen_by_heads(garis):
    iku = IkuFactory(unit=garis.unit)
    kepala, biasa = SKPFactory(pegawai=garis.atasan), SKPFactory(pegawai=garis.bawahan[0])
    with pytest.raises(RuleViolation, match="pemimpin unit"):
        actions.save_result(skp_id=biasa.pk, uraian="H", iku_id=iku.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    hasil = actions.save_result(skp_id=kepala.pk, uraian="H", iku_id=iku.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    assert hasil.iku == iku


def test_supported_result_stays(garis):
    hasil = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan))
    HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[0]), mendukung=hasil)
    with pytest.raises(RuleViolation, match="didukung"):
        actions.delete_result(hasil_id=hasil.pk, oleh=garis.atasan.pengguna, saat=SAAT)


@pytest.mark.parametrize(("siapa", "pernah"), [("diri", False), ("diri", True), ("rekan", False)])
def test_only_a_draft_that_nobody_received_is_thrown_away(garis, siapa, pernah):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    if pernah:
        SKP.objects.filter(pk=skp.pk).update(diajukan_pada=SAAT)
    if siapa == "diri" and not pernah:
        actions.delete_skp(skp_id=skp.pk, oleh=orang(garis, siapa), saat=SAAT)
    else:
        with pytest.raises(RuleViolation):
            actions.delete_skp(skp_id=skp.pk, oleh=orang(garis, siapa), saat=SAAT)
    assert SKP.objects.exists() == (siapa != "diri" or pernah)


# --- progress -----------------------------------------------------------------------------------------------


@pytest.fixture
def siap(garis):
    """An approved plan's two indicators and the open period."""
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    angka, kata = Indikator.objects.utama(skp.pk)
    return angka, kata, PeriodeFactory()


def catat(indikator, periode, **ganti):
    isi = {"nilai": Decimal("40.5"), "uraian": "Selesai", "oleh": indikator.hasil.skp.pegawai.pengguna, "saat": SAAT}
    return actions.record_realisasi(indikator_id=indikator.pk, periode_id=periode.pk, **(isi | ganti))


def test_realisasi_is_a_new_row_with_its_receipt(siap):
    angka, _, periode = siap
    satu, dua = catat(angka, periode), catat(angka, periode, nilai=Decimal(41))
    assert Realisasi.objects.terbaru().get() == dua != satu
    assert (dua.dicatat_pada, jejak("realisasi.dicatat")) == (SAAT, 2)


@pytest.mark.parametrize("siapa", ["rekan", "atasan", "orang lain", "bkpsdm"])
def test_realisasi_of_another_is_refused(garis, siap, siapa):
    with pytest.raises(RuleViolation, match="pemilik SKP"):
        catat(siap[0], siap[2], oleh=orang(garis, siapa))
    assert not Realisasi.objects.exists()


@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DIAJUKAN, StatusSKP.DIKEMBALIKAN])
def test_realisasi_needs_an_approved_plan(siap, status):
    SKP.objects.update(status=status)
    with pytest.raises(RuleViolation, match="disetujui"):
        catat(siap[0], siap[2])


@pytest.mark.parametrize(
    ("saat", "boleh"),
    [
        (datetime(2026, 9, 30, 23, 59, 59, tzinfo=WITA), False),
        (datetime(2026, 10, 1, tzinfo=WITA), True),
        (datetime(2027, 1, 4, 23, 59, 59, 999999, tzinfo=WITA), True),
        (datetime(2027, 1, 5, tzinfo=WITA), False),
    ],
)
def test_deadline_is_honoured_to_the_moment(siap, saat, boleh):
    if boleh:
        catat(siap[0], siap[2], saat=saat)
    else:
        with pytest.raises(RuleViolation, match=r"dibuka pada|ditutup pada"):
            catat(siap[0], siap[2], saat=saat)
    assert Realisasi.objects.exists() == boleh


def test_period_of_another_year_is_refused(siap):
    lain = PeriodeFactory(mulai=date(2025, 10, 1), selesai=date(2025, 12, 31))
    with pytest.raises(RuleViolation, match="tidak mencakup"):
        catat(siap[0], lain)


@pytest.mark.parametrize(
    "ganti",
    [
        {"nilai": None},
        {"nilai": Decimal(-1)},
        {"nilai": Decimal("NaN")},
        {"nilai": Decimal("Infinity")},
        {"nilai": Decimal("1.00001")},
        {"nilai": Decimal(10) ** 12},
        {"uraian": "nol\x00"},
        {"tautan": "javascript:alert(1)"},
        {"tautan": "ftp://contoh.test/a"},
        {"tautan": "https://akun@contoh.test/"},
        {"tautan": "https://contoh.test/" + "a" * 200},
        {"berkas": SimpleUploadedFile("laporan.pdf", b"<script>")},
    ],
)
def test_bad_entry_stores_nothing(siap, media, ganti):
    with pytest.raises(RuleViolation):
        catat(siap[0], siap[2], **ganti)
    assert not Realisasi.objects.exists() and not Bukti.objects.exists()
    assert not [satu for satu in media.rglob("*") if satu.is_file()]


def test_qualitative_entry_is_words(siap):
    _, kata, periode = siap
    for ganti in ({"nilai": Decimal(1)}, {"nilai": None, "uraian": " "}):
        with pytest.raises(RuleViolation, match="kualitatif"):
            catat(kata, periode, **ganti)
    assert catat(kata, periode, nilai=None).uraian == "Selesai"


def test_file_is_kept_under_a_random_name(siap, media):
    berkas = SimpleUploadedFile("../../laporan warga.pdf", PDF)
    bukti = catat(siap[0], siap[2], berkas=berkas, tautan="https://contoh.test/a").bukti
    satu = bukti.get(jenis="berkas")
    assert (satu.nama_asli, satu.ukuran) == ("laporan warga.pdf", len(PDF))
    with satu.berkas.open() as isi:
        assert isi.read() == PDF
    assert "laporan" not in satu.berkas.name and satu.berkas.path.startswith(str(media))
    assert bukti.get(jenis="tautan").tautan == "https://contoh.test/a"


def test_earlier_evidence_can_be_kept(siap):
    angka, kata, periode = siap
    asing = catat(kata, periode, nilai=None, tautan="https://contoh.test/lain").bukti.get()
    lama = catat(angka, periode, tautan="https://contoh.test/a").bukti.get()
    baru = catat(angka, periode, bawa_bukti=[lama.pk, asing.pk])
    assert [satu.tautan for satu in baru.bukti.all()] == ["https://contoh.test/a"]
    assert Bukti.objects.filter(pk=lama.pk, realisasi__isnull=False).exists()


def test_stale_form_is_a_conflict_that_keeps_the_stored_entry(siap, media):
    angka, _, periode = siap
    tersimpan = catat(angka, periode, terakhir_id=0)
    with pytest.raises(Konflik):
        catat(angka, periode, nilai=Decimal(9), terakhir_id=0, berkas=SimpleUploadedFile("a.pdf", PDF))
    assert Realisasi.objects.get() == tersimpan
    assert not [satu for satu in media.rglob("*") if satu.is_file()]
    assert catat(angka, periode, terakhir_id=tersimpan.pk)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_two_tabs_at_once(monkeypatch, dengan_kunci):
    """One of two tabs wins; with the lock removed (the control) both are stored."""
    from kinerja.actions import realisasi as modul

    garis = buat_garis()
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    angka, periode = Indikator.objects.utama(skp.pk)[0], PeriodeFactory()
    gerbang = threading.Barrier(2)
    periksa = modul._periksa_terakhir

    def periksa_bersama(*isi):
        periksa(*isi)
        with contextlib.suppress(threading.BrokenBarrierError):
            gerbang.wait(timeout=1)

    monkeypatch.setattr(modul, "_periksa_terakhir", periksa_bersama)
    if not dengan_kunci:
        monkeypatch.setattr(modul, "_kunci", lambda pk: Indikator.objects.select_related("hasil__skp").get(pk=pk))
    hasil = []

    def satu_tab():
        try:
            catat(angka, periode, terakhir_id=0)
            hasil.append("tersimpan")
        except Konflik:
            hasil.append("konflik")
        finally:
            connection.close()

    tab = [threading.Thread(target=satu_tab) for _ in range(2)]
    for satu in tab:
        satu.start()
    for satu in tab:
        satu.join()
    assert sorted(hasil) == (["konflik", "tersimpan"] if dengan_kunci else ["tersimpan", "tersimpan"])


def test_indicator_with_progress_is_not_deleted(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    indikator = RealisasiFactory(indikator=Indikator.objects.utama(skp.pk)[0]).indikator
    SKP.objects.update(status=StatusSKP.DRAF)
    with pytest.raises(RuleViolation, match="realisasi"):
        actions.delete_indicator(indikator_id=indikator.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT)
    with pytest.raises(RuleViolation, match="realisasi"):
        actions.delete_result(hasil_id=indikator.hasil_id, oleh=garis.bawahan[0].pengguna, saat=SAAT)


# --- what others hold on to -------------------------------------------------------------------------------------


def dukung(garis):
    """The leader's draft result, and a subordinate's plan that may serve it."""
    pimpinan = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan))
    return pimpinan, SKPFactory(pegawai=garis.bawahan[0], penilai=garis.atasan)


def kaitkan(garis, pimpinan, skp):
    return actions.save_result(
        skp_id=skp.pk, uraian="Mendukung", mendukung_id=pimpinan.pk, oleh=garis.bawahan[0].pengguna, saat=SAAT
    )


def test_a_draft_that_others_support_is_not_deleted(garis):
    pimpinan, skp = dukung(garis)
    kaitkan(garis, pimpinan, skp)
    with pytest.raises(RuleViolation, match="didukung"):
        actions.delete_skp(skp_id=pimpinan.skp_id, oleh=garis.atasan.pengguna, saat=SAAT)
    assert HasilKerja.objects.filter(pk=pimpinan.pk).exists()
    assert jejak("skp.dihapus") == 0


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("hapus", ["hasil", "skp"])
def test_linking_and_deleting_at_once_end_in_one_of_both(garis, hapus):
    """Twenty rounds of both at once: a sentence for whoever comes second, never a broken reference."""
    galat = []
    for _ in range(20):
        SKP.objects.filter(pegawai__in=[garis.atasan, garis.bawahan[0]]).delete()
        pimpinan, skp = dukung(garis)
        verba = {
            "hasil": lambda p=pimpinan: actions.delete_result(hasil_id=p.pk, oleh=garis.atasan.pengguna, saat=SAAT),
            "skp": lambda p=pimpinan: actions.delete_skp(skp_id=p.skp_id, oleh=garis.atasan.pengguna, saat=SAAT),
        }[hapus]
        akhir = _serentak(galat, verba, lambda p=pimpinan, s=skp: kaitkan(garis, p, s))
        assert akhir in ([True, False], [False, True])
        HasilKerja.objects.filter(skp=skp).delete()
    assert galat == []


def _serentak(galat, *verba) -> list[bool]:
    """Run them at the same moment: which went through; what is no sentence is kept in `galat`."""
    gerbang, berhasil = threading.Barrier(len(verba)), [False] * len(verba)

    def jalan(nomor, satu):
        try:
            gerbang.wait()
            satu()
            berhasil[nomor] = True
        except RuleViolation:
            pass
        except Exception as lain:
            galat.append(repr(lain))
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan, args=isi) for isi in enumerate(verba)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return berhasil


@pytest.mark.django_db(transaction=True)
def test_approve_return_and_withdraw_at_once_let_one_through(garis):
    galat = []
    for _ in range(10):
        SKP.objects.filter(pegawai=garis.bawahan[0]).delete()
        skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
        umum = {"skp_id": skp.pk, "versi": skp.versi, "saat": SAAT}
        berhasil = _serentak(
            galat,
            lambda u=umum: actions.approve_skp(**u, oleh=garis.atasan.pengguna),
            lambda u=umum: actions.return_skp(**u, catatan="Perjelas.", oleh=garis.atasan.pengguna),
            lambda u=umum: actions.withdraw_skp(**u, oleh=garis.bawahan[0].pengguna),
        )
        assert sum(berhasil) == 1
        akhir = [StatusSKP.DISETUJUI, StatusSKP.DIKEMBALIKAN, StatusSKP.DRAF]
        assert SKP.objects.get(pk=skp.pk).status == akhir[berhasil.index(True)]
    assert galat == []


@pytest.mark.parametrize("tahun", [2028, 2099])
def test_no_plan_for_a_year_that_nobody_plans_yet(garis, tahun):
    with pytest.raises(RuleViolation, match="tahun depan"):
        actions.create_skp(
            pegawai_id=garis.bawahan[0].pk,
            mulai=date(tahun, 1, 1),
            selesai=date(tahun, 12, 31),
            oleh=garis.bawahan[0].pengguna,
            saat=SAAT,
        )
    assert not SKP.objects.exists()
