"""From the citizen's tap to the explanation: ten answers count, nine do not, and few are never shown."""

import pytest
from django.urls import reverse
from django.utils import timezone

from evaluasi.actions import publik as actions
from evaluasi.models import Evaluasi, JadwalTahap, UmpanBalik
from evaluasi.pilihan import StatusModerasi, Tahap
from evaluasi.rekap import masukan_lembar
from evaluasi.tests.factories import (
    LayananFactory,
    LembarFactory,
    PetugasLayananFactory,
    SiklusFactory,
    UmpanBalikFactory,
    buat_bkpsdm,
    buat_kantor,
    tetapkan,
)
from evaluasi.tests.test_jejak import TERBIT, detail, kerjakan

SAAT = timezone.now()


def buat_petugas():
    """Somebody at a counter, with a sheet of the running siklus that covers today; (sheet, service)."""
    _, (skp, _) = buat_kantor()
    siklus = SiklusFactory(tahap=Tahap.ISI_BUKTI)
    lembar = LembarFactory(siklus=siklus, skp=skp)
    layanan = LayananFactory(unit=skp.unit)
    PetugasLayananFactory(pegawai=skp.pegawai, layanan=layanan)
    return lembar, layanan


def jawab(client, lembar, layanan, banyak, wajah=4):
    """So many citizens scan and answer."""
    kode = actions.issue_tokens(
        layanan_id=layanan.pk, pegawai_id=lembar.pegawai_id, jumlah=banyak, oleh=buat_bkpsdm(), saat=SAAT
    )
    for satu in kode:
        assert client.post(reverse("umpan-balik", args=[satu]), {"wajah": str(wajah)}).status_code == 200


def hasil(lembar) -> Evaluasi:
    """Freeze the feedback, set the sheet, publish."""
    mulai = JadwalTahap.objects.get(siklus=lembar.siklus, tahap=Tahap.PENILAIAN).mulai
    kerjakan(mulai)
    tetapkan(lembar)
    kerjakan(TERBIT)
    return Evaluasi.objects.get(lembar=lembar)


@pytest.mark.django_db
@pytest.mark.parametrize(("banyak", "indeks"), [(9, "100.00"), (10, "100.43")])
def test_the_tenth_answer_changes_the_explanation_and_the_ninth_does_not(client, banyak, indeks):
    """Ten of four faces: z = 10/20, 0.15 x 120 + 0.85 x 100 = 103 for one value of seven: 100.43."""
    lembar, layanan = buat_petugas()
    jawab(client, lembar, layanan, banyak)
    satu = hasil(lembar)
    assert str(satu.indeks_perilaku) == indeks
    client.force_login(lembar.pegawai.pengguna)
    halaman = client.get(detail(satu)).content.decode()
    ikut = banyak >= 10
    assert ("Umpan balik masyarakat tentang petugas" in halaman) is ikut


@pytest.mark.django_db
def test_below_the_minimum_the_score_is_that_of_no_feedback(client):
    lembar, layanan = buat_petugas()
    jawab(client, lembar, layanan, 9, wajah=1)
    sama = hasil(lembar)
    assert str(sama.indeks_perilaku) == "100.00"


@pytest.mark.django_db
def test_five_hundred_forged_answers_move_the_index_by_no_more_than_the_bound():
    lembar, layanan = buat_petugas()
    UmpanBalik.objects.bulk_create(
        UmpanBalik(layanan=layanan, pegawai_id=lembar.pegawai_id, tanggal=timezone.localdate(SAAT), wajah=1)
        for _ in range(500)
    )
    satu = hasil(lembar)
    batas = masukan_lembar([lembar.pk])[0][1].ketentuan.publik_batas
    assert 0 < 100 - satu.indeks_perilaku <= batas


@pytest.mark.django_db
def test_answers_after_scoring_begins_do_not_count():
    lembar, layanan = buat_petugas()
    mulai = JadwalTahap.objects.get(siklus=lembar.siklus, tahap=Tahap.PENILAIAN).mulai
    kerjakan(mulai)
    UmpanBalikFactory.create_batch(20, layanan=layanan, pegawai=lembar.pegawai, wajah=1, tanggal=lembar.selesai)
    tetapkan(lembar)
    kerjakan(TERBIT)
    assert str(Evaluasi.objects.get(lembar=lembar).indeks_perilaku) == "100.00"


@pytest.mark.django_db
@pytest.mark.parametrize(("banyak", "tampil"), [(4, False), (5, True)])
def test_the_officer_sees_sums_from_five_answers_on(client, banyak, tampil):
    lembar, layanan = buat_petugas()
    UmpanBalikFactory.create_batch(
        banyak,
        layanan=layanan,
        pegawai=lembar.pegawai,
        teks="antre cepat",
        moderasi=StatusModerasi.LAYAK,
        kata=["ramah"],
    )
    client.force_login(lembar.pegawai.pengguna)
    halaman = client.get(reverse("evaluasi:umpan-balik-saya")).content.decode()
    for kata in ("4,00 <small>", f"n = {banyak}", "antre cepat", "Ramah"):
        assert (kata in halaman) is tampil, kata
    assert ("supaya tidak seorang warga pun" in halaman) is not tampil
    # Wilson, 5 of 5
    assert ("57–100 %" in halaman) is tampil


@pytest.mark.django_db
def test_only_moderated_words_reach_the_officer(client):
    lembar, layanan = buat_petugas()
    UmpanBalikFactory.create_batch(7, layanan=layanan, pegawai=lembar.pegawai)  # with the three below two batches
    for status in StatusModerasi:
        UmpanBalikFactory(layanan=layanan, pegawai=lembar.pegawai, teks=f"kata-{status}", moderasi=status)
    client.force_login(lembar.pegawai.pengguna)
    halaman = client.get(reverse("evaluasi:umpan-balik-saya")).content.decode()
    assert "kata-layak" in halaman
    assert "kata-menunggu" not in halaman and "kata-ditolak" not in halaman


@pytest.mark.django_db
@pytest.mark.parametrize(("lain", "tampil"), [(4, False), (5, False), (9, True)])
def test_the_others_at_the_counter_cannot_be_read_off_by_subtracting(client, lain, tampil):
    lembar, layanan = buat_petugas()
    UmpanBalikFactory.create_batch(6, layanan=layanan, pegawai=lembar.pegawai, wajah=4)
    UmpanBalikFactory.create_batch(lain, layanan=layanan, wajah=1)
    client.force_login(lembar.pegawai.pengguna)
    halaman = client.get(reverse("evaluasi:umpan-balik-saya")).content.decode()
    assert (f"n = {6 + lain}" in halaman) is tampil


@pytest.mark.django_db
def test_who_meets_no_public_is_told_so(client):
    _, (skp, _) = buat_kantor()
    SiklusFactory(tahap=Tahap.ISI_BUKTI)
    client.force_login(skp.pegawai.pengguna)
    assert "Tidak berlaku" in client.get(reverse("evaluasi:umpan-balik-saya")).content.decode()


@pytest.mark.django_db
def test_the_atasan_sees_the_public_beside_the_value_it_informs(client):
    lembar, layanan = buat_petugas()
    UmpanBalikFactory.create_batch(12, layanan=layanan, pegawai=lembar.pegawai, wajah=3)
    kerjakan(JadwalTahap.objects.get(siklus=lembar.siklus, tahap=Tahap.PENILAIAN).mulai)
    client.force_login(lembar.penilai.pengguna)
    halaman = client.get(reverse("evaluasi:nilai", args=[lembar.pk])).content.decode()
    assert "<strong>3,00</strong> dari 4 (n = 12; puas 100 %, selang 76–100 %)" in halaman
