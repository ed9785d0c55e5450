"""Calibration through the database: who may, when, one row a change, and what is published."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.utils import DatabaseError

from evaluasi import actions
from evaluasi.actions.hitung import _evaluasi
from evaluasi.models import Evaluasi, Kalibrasi, LembarPenilaian, Potongan
from evaluasi.pilihan import Predikat, Rating, StatusLembar, Sumbu, Tahap
from evaluasi.rekap import masukan_lembar, periksa_evaluasi
from evaluasi.tests.factories import LembarFactory, SiklusFactory, buat_bkpsdm, buat_kantor, tetapkan, wita
from kinerja.tests.factories import buat_skp_lengkap
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.models import Pengguna
from pegawai.tests.factories import PegawaiFactory

SAAT = wita(2027, 1, 13, 9)


@pytest.fixture
def kantor(db):
    """An office in calibration: the head, and people whom somebody else rated; (garis, sheets)."""
    garis, skp = buat_kantor(2)
    penilai = PegawaiFactory()
    siklus = SiklusFactory(tahap=Tahap.KALIBRASI)
    lembar = [LembarFactory(siklus=siklus, skp=satu, penilai=penilai) for satu in skp]
    for satu in lembar:
        tetapkan(satu)
    return garis, lembar


def ubah(lembar, oleh, **lain):
    isi = {"sumbu": Sumbu.HASIL, "dari": Rating.SESUAI, "ke": Rating.DI_ATAS, "alasan": "menutup kekosongan rekan"}
    return actions.calibrate(lembar_id=lembar.pk, oleh=oleh, saat=SAAT, **(isi | lain))


def test_one_change_is_one_row_one_audit_row_and_a_letter_to_the_assessor(kantor):
    garis, (satu, dua) = kantor
    baris = ubah(satu, garis.atasan.pengguna)
    assert (baris.dari, baris.ke, baris.oleh) == (Rating.SESUAI, Rating.DI_ATAS, garis.atasan.pengguna)
    assert CatatanAudit.objects.filter(aksi="lembar.dikalibrasi", id_objek=satu.pk).count() == 1
    assert Surat.objects.get(kunci__contains="kalibrasi").kepada == satu.penilai.pengguna
    satu.refresh_from_db()
    assert (satu.rating_hasil, satu.status) == (Rating.SESUAI, StatusLembar.DITETAPKAN), (
        "the sheet stays the assessor's"
    )
    assert not dua.kalibrasi.exists()


def test_it_is_what_is_published_and_both_computations_agree(kantor):
    garis, (satu, dua) = kantor
    ubah(satu, garis.atasan.pengguna)
    ubah(satu, garis.atasan.pengguna, sumbu=Sumbu.PERILAKU)
    terbit = wita(2027, 1, 15)
    while actions.advance_due(saat=terbit) or Potongan.objects.menunggu().exists():
        for pk in Potongan.objects.menunggu().values_list("pk", flat=True):
            assert actions.work_chunk(potongan_id=pk, pid=1, pekerja="uji", saat=terbit)
    hasil = {satu.lembar_id: satu for satu in Evaluasi.objects.all()}
    assert (hasil[satu.pk].predikat, hasil[dua.pk].predikat) == (Predikat.SANGAT_BAIK, Predikat.BAIK)
    assert "menutup kekosongan rekan" in str(hasil[satu.pk].pohon)
    assert [beda for _, beda in periksa_evaluasi()] == [(), ()]
    with pytest.raises(RuleViolation, match="sampai hasil diterbitkan"):
        ubah(LembarPenilaian.objects.get(pk=dua.pk), garis.atasan.pengguna)


def test_taking_back_is_a_further_row_and_only_the_latest_can_be(kantor):
    garis, (satu, _) = kantor
    kepala = garis.atasan.pengguna
    pertama = ubah(satu, kepala)
    kedua = ubah(satu, kepala, dari=Rating.DI_ATAS, ke=Rating.DI_BAWAH)
    perintah = {"alasan": "keliru orang", "oleh": kepala, "saat": SAAT}
    with pytest.raises(RuleViolation, match="perubahan terakhir"):
        actions.withdraw_calibration(kalibrasi_id=pertama.pk, **perintah)
    cabut = actions.withdraw_calibration(kalibrasi_id=kedua.pk, **perintah)
    assert (cabut.dari, cabut.ke, cabut.mencabut) == (Rating.DI_BAWAH, Rating.DI_ATAS, kedua)
    with pytest.raises(RuleViolation, match="perubahan terakhir"):
        actions.withdraw_calibration(kalibrasi_id=kedua.pk, **perintah)
    actions.withdraw_calibration(kalibrasi_id=pertama.pk, **perintah)
    assert not Kalibrasi.objects.berlaku().exists()
    assert Kalibrasi.objects.count() == 4
    assert ubah(satu, kepala).dari == Rating.SESUAI


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("rekan", "pimpinan perangkat"), ("penilai", "diberikannya sendiri"), ("diri", "dirinya"), ("bkpsdm", "pimpinan")],
)
def test_who_may_not(kantor, siapa, kata):
    garis, (satu, _) = kantor
    akun = {
        "rekan": garis.bawahan[1].pengguna,
        "penilai": satu.penilai.pengguna,
        "diri": satu.pegawai.pengguna,
        "bkpsdm": buat_bkpsdm(),
    }[siapa]
    with pytest.raises(RuleViolation, match=kata):
        ubah(satu, akun)
    assert not Kalibrasi.objects.exists()


def test_whom_the_head_rates_is_calibrated_by_the_level_above(kantor):
    garis, (satu, _) = kantor
    LembarPenilaian.objects.filter(pk=satu.pk).update(penilai=garis.atasan)
    with pytest.raises(RuleViolation, match="diberikannya sendiri"):
        ubah(satu, garis.atasan.pengguna)
    assert ubah(satu, buat_bkpsdm()).pk


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"ke": Rating.SESUAI}, "berbeda dari sekarang"),
        ({"alasan": "  "}, "alasan"),
        ({"alasan": "x\x00"}, "alasan"),
        ({"alasan": "x" * 2001}, "alasan"),
        ({"ke": "hebat"}, "rating barunya"),
        ({"sumbu": "lain"}, "rating barunya"),
        ({"saat": wita(2027, 1, 15)}, "sampai hasil diterbitkan"),
    ],
)
def test_what_is_refused(kantor, isi, kata):
    garis, (satu, _) = kantor
    perintah = {
        "lembar_id": satu.pk, "sumbu": Sumbu.HASIL, "dari": Rating.SESUAI, "ke": Rating.DI_ATAS, "alasan": "x",
        "oleh": garis.atasan.pengguna, "saat": SAAT,
    }  # fmt: skip
    with pytest.raises(RuleViolation, match=kata):
        actions.calibrate(**(perintah | isi))
    assert not Kalibrasi.objects.exists()


def test_two_who_saw_the_same_rating_do_not_both_change_it(kantor):
    garis, (satu, _) = kantor
    ubah(satu, garis.atasan.pengguna)
    with pytest.raises(Konflik):
        ubah(satu, garis.atasan.pengguna, ke=Rating.DI_BAWAH)
    assert Kalibrasi.objects.count() == 1


def test_who_is_not_scored_yet_is_not_calibrated(kantor):
    garis, (satu, _) = kantor
    LembarPenilaian.objects.filter(pk=satu.pk).update(status=StatusLembar.TERTAHAN)
    with pytest.raises(RuleViolation, match="belum dinilai"):
        ubah(satu, garis.atasan.pengguna)


@pytest.mark.parametrize(
    "sql",
    ["UPDATE evaluasi_kalibrasi SET alasan = 'lain'", "DELETE FROM evaluasi_kalibrasi", "TRUNCATE evaluasi_kalibrasi"],
)
def test_a_row_cannot_be_altered(kantor, sql):
    garis, (satu, _) = kantor
    ubah(satu, garis.atasan.pengguna)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(sql)
    assert Kalibrasi.objects.count() == 1


def test_the_row_is_seen_by_the_assessor_at_once_and_by_the_person_after_publication(kantor):
    garis, (satu, _) = kantor
    ubah(satu, garis.atasan.pengguna)
    assert Kalibrasi.objects.visible_to(satu.penilai.pengguna).count() == 1
    assert not Kalibrasi.objects.visible_to(satu.pegawai.pengguna).exists()
    satu.siklus.tahap = Tahap.TERBIT
    satu.siklus.save()
    assert Kalibrasi.objects.visible_to(satu.pegawai.pengguna).count() == 1


@pytest.mark.parametrize("di_bawah", [True, False])
def test_nobody_calibrates_who_leads_them(kantor, di_bawah):
    """BKPSDM calibrates heads and whom heads rate; an officer who works under one of them leaves it to another."""
    garis, (satu, _) = kantor
    dari = garis.bawahan[0] if di_bawah else buat_kantor(1)[0].bawahan[0]
    dari.pengguna.groups.add(Group.objects.get_or_create(name="bkpsdm")[0])
    oleh = Pengguna.objects.get(pk=dari.pengguna_id)
    kepala = LembarFactory(siklus=satu.siklus, skp=buat_skp_lengkap(garis.atasan, satu.penilai), penilai=satu.penilai)
    tetapkan(kepala)
    if di_bawah:
        with pytest.raises(RuleViolation, match="atasannya"):
            ubah(kepala, oleh, sumbu=Sumbu.PERILAKU)
    else:
        assert ubah(kepala, oleh, sumbu=Sumbu.PERILAKU).oleh == oleh


def test_a_result_that_is_computed_is_calibrated_no_more(kantor):
    """Received a moment before publication, and waiting for the lock while the result was computed."""
    garis, (satu, _) = kantor
    [(lembar, masukan)] = masukan_lembar([satu.pk])
    _evaluasi(lembar, masukan, SAAT).save()
    with pytest.raises(RuleViolation, match="sudah dihitung"):
        ubah(satu, garis.atasan.pengguna)
    assert not Kalibrasi.objects.exists()
