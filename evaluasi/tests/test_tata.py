"""Extensions, two people over a siklus, and sheets that go to another assessor."""

from datetime import UTC, date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse

from evaluasi import actions
from evaluasi.akses import why_not_score
from evaluasi.models import AlihPenilai, Evaluasi, JadwalTahap, LembarPenilaian, PermohonanSiklus, Potongan
from evaluasi.pilihan import Langkah, Tahap
from evaluasi.rekap import masukan_lembar
from kinerja.actions import record_realisasi
from kinerja.models import Indikator, Periode, Perpanjangan
from kinerja.pilihan import JenisIndikator
from kinerja.rekap import periode_terbuka
from kinerja.tests.factories import buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.actions import record_status
from pegawai.models import Pengguna, SusunanJabatan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, UnitFactory

from .factories import TANGGAL, LembarFactory, SiklusFactory, buat_bkpsdm, buat_kantor, tetapkan, wita
from .test_siklus import SEBELUM, maju

pytestmark = pytest.mark.django_db
SAAT, SAMPAI = wita(2027, 1, 6), wita(2027, 1, 9)


@pytest.fixture
def kantor():
    garis, skp = buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=SEBELUM)
    maju(TANGGAL[Tahap.ISI_BUKTI])
    return garis, skp, siklus


def perpanjang(siklus, kegiatan="isi", sampai=SAMPAI, saat=SAAT, **sasaran):
    return actions.extend_deadline(
        siklus_id=siklus.pk, kegiatan=kegiatan, sampai=sampai, alasan="Gempa.", oleh=buat_bkpsdm(), saat=saat, **sasaran
    )


def isi(skp, siklus, saat):
    indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
    return record_realisasi(
        indikator_id=indikator.pk, periode_id=siklus.periode_id, nilai=Decimal(50), oleh=skp.pegawai.pengguna, saat=saat
    )


def test_a_person_with_more_time_fills_in_and_is_scored_afterwards(kantor):
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    perpanjang(siklus, pegawai_id=skp[0].pegawai_id)
    assert isi(skp[0], siklus, SAAT).pk
    assert siklus.periode in periode_terbuka(skp[0], SAAT) and siklus.periode not in periode_terbuka(skp[1], SAAT)
    with pytest.raises(RuleViolation, match="sudah ditutup"):
        isi(skp[1], siklus, SAAT)
    with pytest.raises(RuleViolation, match="sudah ditutup"):
        isi(skp[0], siklus, wita(2027, 1, 9))
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=skp[0].pegawai_id)
    assert "diperpanjang sampai" in why_not_score(garis.atasan.pengguna, lembar, SAAT)
    actions.mark_employee_done(lembar_id=lembar.pk, oleh=skp[0].pegawai.pengguna, saat=SAAT)
    lembar.refresh_from_db()
    assert why_not_score(garis.atasan.pengguna, lembar, SAAT) == ""
    assert Surat.objects.filter(kepada=skp[0].pegawai.pengguna, kunci__contains=":perpanjangan-").exists()


def test_who_has_more_time_is_reminded_against_the_later_end_alone(kantor):
    _, skp, siklus = kantor
    umum = TANGGAL[Tahap.PENILAIAN]
    sampai = umum + timedelta(days=4)
    maju(TANGGAL[Tahap.ISI_BUKTI])
    perpanjang(siklus, sampai=sampai, saat=TANGGAL[Tahap.ISI_BUKTI], pegawai_id=skp[0].pegawai_id)
    maju(umum - timedelta(days=3))
    maju(sampai - timedelta(days=1))

    def kunci(siapa):
        surat = Surat.objects.filter(kepada=siapa.pegawai.pengguna, kunci__contains=":isi-")
        return sorted(satu.kunci.partition(":isi-")[2].partition(":")[0] for satu in surat)

    hari = [f"{satu.astimezone(UTC):%y%m%d}" for satu in (umum, sampai)]
    assert kunci(skp[1]) == [f"3-{hari[0]}"]
    assert kunci(skp[0]) == [f"0-{hari[1]}", f"7-{hari[1]}"]


def test_a_unit_with_more_time_to_score_is_not_escalated_and_comes_by_the_held_path(kantor):
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    akhir = TANGGAL[Tahap.KALIBRASI]
    perpanjang(siklus, "nilai", akhir + timedelta(days=12), unit_id=garis.unit.pk)
    maju(akhir + timedelta(days=3))
    assert not Surat.objects.filter(kunci__contains=":tertahan").exists()
    assert not Potongan.objects.filter(tanda__startswith="eskalasi").exclude(jumlah=0).exists()
    maju(TANGGAL[Tahap.TERBIT])
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=skp[0].pegawai_id)
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT] + timedelta(days=1))
    assert Evaluasi.objects.get(siklus=siklus).pegawai_id == skp[0].pegawai_id


@pytest.mark.parametrize(
    ("salah", "kalimat"),
    [
        ({"sampai": wita(2026, 12, 1)}, "harus sesudah"),
        ({"sampai": wita(2028, 1, 1)}, "paling lama"),
        ({"kegiatan": "tidur"}, "Pilih kegiatan"),
        ({"pegawai_id": 2**62}, "tidak ada"),
        ({"pegawai_id": None}, "satu unit atau satu pegawai"),
    ],
)
def test_an_extension_that_cannot_be_gets_a_sentence(kantor, salah, kalimat):
    _, skp, siklus = kantor
    with pytest.raises(RuleViolation, match=kalimat):
        perpanjang(siklus, **{"pegawai_id": skp[0].pegawai_id, **salah})


def test_an_extension_is_given_by_bkpsdm_and_can_be_taken_back(kantor):
    garis, skp, siklus = kantor
    satu = perpanjang(siklus, pegawai_id=skp[0].pegawai_id)
    with pytest.raises(RuleViolation, match="dicabut oleh BKPSDM"):
        actions.withdraw_extension(perpanjangan_id=satu.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    actions.withdraw_extension(perpanjangan_id=satu.pk, oleh=buat_bkpsdm(), saat=SAAT)
    with pytest.raises(RuleViolation, match="sudah ditutup"):
        isi(skp[0], siklus, SAAT)


def mohon(siklus, oleh, apa="batalkan", **kolom):
    return actions.request_siklus_change(
        siklus_id=siklus.pk, apa=apa, alasan="Salah tanggal.", oleh=oleh, saat=SAAT, **kolom
    )


def putus(permohonan, oleh, setuju=True, **kolom):
    return actions.decide_siklus_change(permohonan_id=permohonan.pk, setuju=setuju, oleh=oleh, saat=SAAT, **kolom)


def test_two_people_cancel_a_siklus_that_runs(kantor):
    _, skp, siklus = kantor
    satu, dua = buat_bkpsdm(), buat_bkpsdm()
    permohonan = mohon(siklus, satu)
    with pytest.raises(RuleViolation, match="Masih ada"):
        mohon(siklus, dua)
    with pytest.raises(RuleViolation, match="petugas BKPSDM lain"):
        putus(permohonan, satu)
    with pytest.raises(IntegrityError, match="dua_orang"), transaction.atomic():
        PermohonanSiklus.objects.filter(pk=permohonan.pk).update(
            status="disetujui", diputus_oleh=satu, diputus_pada=SAAT
        )
    putus(permohonan, dua)
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.BATAL
    assert CatatanAudit.objects.get(aksi="siklus.dibatalkan").oleh == dua
    assert Surat.objects.filter(kepada=skp[0].pegawai.pengguna, kunci__contains=":tata-").count() == 1
    with pytest.raises(RuleViolation, match="diputus satu kali"):
        putus(permohonan, dua)


def test_a_refusal_needs_a_word_and_changes_nothing(kantor):
    *_, siklus = kantor
    permohonan = mohon(siklus, buat_bkpsdm())
    with pytest.raises(RuleViolation, match="mengapa"):
        putus(permohonan, buat_bkpsdm(), setuju=False)
    putus(permohonan, buat_bkpsdm(), setuju=False, tanggapan="Tetap berjalan.")
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.ISI_BUKTI


def test_two_people_open_filling_in_again_and_the_second_round_runs_to_the_end(kantor):
    _, skp, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=skp[0].pegawai_id)
    tetapkan(lembar)
    baru = wita(2027, 1, 12)
    putus(mohon(siklus, buat_bkpsdm(), "buka_kembali", tutup_baru=baru), buat_bkpsdm())
    siklus.refresh_from_db()
    lembar.refresh_from_db()
    assert (siklus.tahap, Periode.objects.get(pk=siklus.periode_id).isi_sampai) == (Tahap.ISI_BUKTI, baru)
    assert (lembar.status, lembar.publik, lembar.ditetapkan_pada) == ("terbuka", None, None)
    assert lembar.nilai_perilaku.count() == 7
    assert isi(skp[0], siklus, SAAT).pk
    maju(SAAT)
    geser = baru - TANGGAL[Tahap.PENILAIAN]
    maju(baru)
    lembar.refresh_from_db()
    assert lembar.publik is not None
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT] + geser)
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.TERBIT
    assert Evaluasi.objects.get(siklus=siklus).lembar == lembar
    with pytest.raises(RuleViolation, match="sudah dihitung"):
        mohon(siklus, buat_bkpsdm())


def test_bkpsdm_hands_a_sheet_over_with_a_reason_and_it_stays(kantor):
    garis, skp, siklus = kantor
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=skp[0].pegawai_id)
    baru = PenempatanFactory().pegawai
    alih = actions.hand_over(lembar_id=lembar.pk, ke_id=baru.pk, alasan="Cuti.", oleh=buat_bkpsdm(), saat=SAAT)
    assert (alih.dari, alih.ke) == (garis.atasan, baru)
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar.refresh_from_db()
    assert lembar.penilai == baru
    assert Surat.objects.filter(kepada=baru.pengguna, kunci__contains=":alih-").exists()
    for ke, kalimat in ((skp[0].pegawai_id, "orang lain"), (baru.pk, "orang lain"), (2**62, "masih bertugas")):
        with pytest.raises(RuleViolation, match=kalimat):
            actions.hand_over(lembar_id=lembar.pk, ke_id=ke, alasan="Lagi.", oleh=buat_bkpsdm(), saat=SAAT)
    with pytest.raises(IntegrityError, match="bersifat tetap"), transaction.atomic():
        AlihPenilai.objects.update(alasan="lain")


def test_every_sheet_that_waits_for_an_assessor_goes_with_one_decision(client, kantor):
    """One letter, one row a sheet; what is set stays, and nobody is given their own sheet."""
    _, skp, siklus = kantor
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=skp[0].pegawai_id)
    semua = LembarPenilaian.objects.filter(siklus=siklus, penilai=lembar.penilai_id)
    assert semua.count() > 1
    baru = PenempatanFactory().pegawai
    milik_sendiri = LembarFactory(siklus=siklus, pegawai=baru, penilai=lembar.penilai)
    ditetapkan = LembarFactory(siklus=siklus, penilai=lembar.penilai, ditetapkan=True)
    harap = set(semua.exclude(pk__in=[milik_sendiri.pk, ditetapkan.pk]).values_list("pk", flat=True))
    client.force_login(buat_bkpsdm())
    alamat = reverse("evaluasi:lembar-alih", args=[lembar.pk])
    assert str(lembar.penilai) in client.get(alamat).content.decode()
    assert "tulis NIP-nya" in client.post(alamat, {"ke": "lain", "alasan": "Sakit."}).content.decode()
    kirim = {"ke": "lain", "nip": baru.nip, "alasan": "Sakit.", "semua": "on"}
    assert client.post(alamat, kirim).status_code == 302
    assert set(AlihPenilai.objects.values_list("lembar", flat=True)) == harap
    assert set(LembarPenilaian.objects.filter(penilai=baru).values_list("pk", flat=True)) == harap
    [surat] = Surat.objects.filter(kepada=baru.pengguna, kunci__contains=":alih-")
    assert f"dan {len(harap) - 1} orang lain" in surat.isi


@pytest.mark.parametrize("plt", [True, False])
def test_the_sheets_of_an_assessor_who_left_follow_the_position(kantor, plt):
    garis, _, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    record_status(
        pegawai_id=garis.atasan.pk, jenis="pensiun", mulai=date(2027, 1, 6), selesai=None, nomor_surat="882/1",
        oleh=buat_bkpsdm(), saat=SAAT,
    )  # fmt: skip
    pengganti = PegawaiFactory()
    PenempatanFactory(pegawai=pengganti, jabatan=garis.jabatan_kepala, mulai=date(2027, 1, 6), plt=plt)
    assert actions.follow_leavers(saat=wita(2027, 1, 7)) == 2
    assert actions.follow_leavers(saat=wita(2027, 1, 7)) == 0
    assert set(LembarPenilaian.objects.filter(siklus=siklus).values_list("penilai", flat=True)) == {pengganti.pk}
    assert "tidak lagi bertugas" in AlihPenilai.objects.first().alasan
    assert Potongan.objects.filter(siklus=siklus, langkah=Langkah.BEKUKAN_UMPAN_BALIK).exists()


def test_the_mayor_who_is_no_civil_servant_rates_the_head(kantor):
    """The position above the head is held by a non-ASN assessor: their sheet is theirs and they may write it."""
    garis, _, siklus = kantor
    from kinerja.tests.factories import buat_skp_lengkap
    from pegawai.tests.factories import JabatanFactory

    wali = JabatanFactory(unit=garis.akar, kepala=True)
    walikota = PenempatanFactory(jabatan=wali, pegawai=PegawaiFactory(non_asn=True)).pegawai
    garis.jabatan_kepala.susunan.update(atasan=wali)
    buat_skp_lengkap(garis.atasan, walikota)
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=garis.atasan)
    assert lembar.penilai == walikota
    assert why_not_score(walikota.pengguna, lembar, SAAT) == ""
    assert not LembarPenilaian.objects.filter(siklus=siklus, pegawai=walikota).exists()


# --- for oneself, and behind the assessor's back -----------------------------------------------------------------


def petugas(pegawai):
    """That person as an officer of BKPSDM."""
    pegawai.pengguna.groups.add(Group.objects.get_or_create(name="bkpsdm")[0])
    return Pengguna.objects.get(pk=pegawai.pengguna_id)


@pytest.mark.parametrize("kegiatan", ["isi", "nilai"])
@pytest.mark.parametrize("sendiri", [True, False])
def test_more_time_that_reaches_oneself_comes_from_somebody_else(kantor, kegiatan, sendiri):
    """One's own unit, or the people whom one rates, are oneself by another name."""
    garis, skp, siklus = kantor
    lain, _ = buat_kantor()
    siapa = (skp[0].pegawai if kegiatan == "isi" else garis.atasan) if sendiri else lain.atasan
    umum = {"siklus_id": siklus.pk, "kegiatan": kegiatan, "sampai": wita(2027, 1, 20), "alasan": "x", "saat": SEBELUM}
    sasaran = {"pegawai_id": skp[0].pegawai_id} if kegiatan == "nilai" else {"unit_id": garis.unit.pk}
    if sendiri:
        with pytest.raises(RuleViolation, match="petugas lain"):
            actions.extend_deadline(**umum, **sasaran, oleh=petugas(siapa))
        assert not Perpanjangan.objects.exists()
    else:
        assert actions.extend_deadline(**umum, **sasaran, oleh=petugas(siapa)).pk


@pytest.mark.parametrize("dinilai", [True, False])
def test_what_is_filled_in_after_the_sheet_was_set_was_judged_by_nobody(kantor, dinilai):
    """More time for the unit reaches also who is scored already: the result is of what the assessor had before them."""
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(siklus=siklus, skp=skp[0])
    if dinilai:
        tetapkan(lembar)  # on 8 January
    perpanjang(siklus, sampai=wita(2027, 1, 13), saat=wita(2027, 1, 9), unit_id=garis.unit.pk)
    isi(skp[0], siklus, wita(2027, 1, 10))
    [(_, masukan)] = masukan_lembar([lembar.pk])
    [angka] = [satu for satu in masukan.indikator if satu.jenis == JenisIndikator.KUANTITATIF]
    assert angka.realisasi == (45 if dinilai else 50)
    if dinilai:
        with pytest.raises(RuleViolation, match="sudah ditetapkan"):
            perpanjang(siklus, sampai=wita(2027, 1, 14), saat=wita(2027, 1, 9), pegawai_id=skp[0].pegawai_id)


def test_a_sheet_is_not_handed_down_nor_to_who_cannot_sign_in(kantor):
    garis, _, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    atas = LembarFactory(siklus=siklus, skp=buat_skp_lengkap(garis.atasan, PenempatanFactory().pegawai))
    tertutup = PegawaiFactory()
    Pengguna.objects.filter(pk=tertutup.pengguna_id).update(is_active=False)
    for ke, kata in ((garis.bawahan[0], "bawahannya"), (tertutup, "akunnya aktif")):
        with pytest.raises(RuleViolation, match=kata):
            actions.hand_over(lembar_id=atas.pk, ke_id=ke.pk, alasan="Cuti.", oleh=buat_bkpsdm(), saat=SAAT)
    assert not AlihPenilai.objects.exists()


@pytest.mark.parametrize(("hari", "status"), [(4, 404), (5, 200)])
def test_the_superior_opens_the_held_sheet_from_the_fifth_day_on(kantor, client, hari, status):
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    puncak = PenempatanFactory(jabatan=JabatanFactory(unit=UnitFactory(induk=garis.akar), kepala=True))
    SusunanJabatan.objects.filter(jabatan=garis.jabatan_kepala).update(atasan=puncak.jabatan)
    maju(TANGGAL[Tahap.KALIBRASI])
    lembar = LembarPenilaian.objects.get(siklus=siklus, skp=skp[0])
    assert (lembar.status, lembar.siklus.tahap) == ("tertahan", Tahap.KALIBRASI)
    JadwalTahap.objects.filter(siklus=siklus, tahap=Tahap.TERBIT).update(mulai=wita(2027, 2, 20))
    with time_machine.travel(TANGGAL[Tahap.KALIBRASI] + timedelta(days=hari, hours=1), tick=False):
        alamat = reverse("evaluasi:nilai", args=[lembar.pk])
        client.force_login(puncak.pegawai.pengguna)
        assert client.get(alamat).status_code == status
        client.force_login(skp[1].pegawai.pengguna)
        assert client.get(alamat).status_code == 404
