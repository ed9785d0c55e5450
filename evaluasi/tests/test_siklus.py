"""A siklus from its making to final: the dates move it, the chunks do the work, the results are right."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi import actions
from evaluasi.models import Evaluasi, KinerjaOrganisasi, LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import Langkah, Predikat, PredikatOrganisasi, Rating, StatusLembar, Tahap
from evaluasi.rekap import distribusi, evaluasi_terakhir, indeks_dua_tahun, masukan_lembar, periksa_evaluasi, sementara
from kinerja.models import Indikator, Periode, Realisasi
from kinerja.pilihan import JenisIndikator, NilaiDasar
from kinerja.tests.factories import SKPFactory, buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.tests.factories import PegawaiFactory, PenempatanFactory, PenggunaFactory

from .factories import (
    TANGGAL,
    KetentuanFactory,
    LayananFactory,
    LembarFactory,
    PeriodeFactory,
    PetugasLayananFactory,
    RealisasiFactory,
    SiklusFactory,
    TemplatSiklusFactory,
    UmpanBalikFactory,
    buat_bkpsdm,
    buat_kantor,
    tetapkan,
    wita,
)

pytestmark = pytest.mark.django_db
SEBELUM = wita(2026, 10, 20)


def kerjakan(saat=None) -> int:
    """Work every waiting chunk, as a worker would."""
    banyak = 0
    while pk := Potongan.objects.menunggu().order_by("pk").values_list("pk", flat=True).first():
        assert actions.work_chunk(potongan_id=pk, pid=4242, pekerja="pekerja-uji", saat=saat), sebab(pk)
        banyak += 1
    return banyak


def sebab(pk) -> str:
    return Potongan.objects.get(pk=pk).galat


def maju(saat) -> None:
    """Tick and work until nothing moves any more at that moment."""
    while actions.advance_due(saat=saat) or Potongan.objects.menunggu().exists():
        kerjakan()


@pytest.fixture
def kantor(db):
    garis, skp = buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=SEBELUM)
    return garis, skp, siklus


def test_a_siklus_runs_from_opening_to_final(kantor):
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    lembar = LembarPenilaian.objects.filter(siklus=siklus).order_by("pk")
    assert [(satu.pegawai_id, satu.penilai_id) for satu in lembar] == [(s.pegawai_id, garis.atasan.pk) for s in skp]
    tanpa = Potongan.objects.get(siklus=siklus, langkah=Langkah.SIAPKAN).ditolak
    assert [satu["pegawai"] for satu in tanpa] == [garis.atasan.pk]
    assert "SKP yang disetujui" in tanpa[0]["alasan"]

    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = list(lembar.all())
    assert all(satu.publik == {"sendiri": None, "layanan": None, "nama_layanan": ""} for satu in lembar)
    tetapkan(lembar[0])

    maju(TANGGAL[Tahap.KALIBRASI])
    siklus.refresh_from_db()
    assert (siklus.tahap, Evaluasi.objects.exists()) == (Tahap.KALIBRASI, False)
    assert [satu.status for satu in lembar[0].siklus.lembar.order_by("pk")] == ["ditetapkan", "tertahan"]

    maju(TANGGAL[Tahap.TERBIT])
    siklus.refresh_from_db()
    hasil = Evaluasi.objects.get(siklus=siklus)
    # 60 % × 90 + 40 % × 100, every value 100
    assert (hasil.indeks_hasil, hasil.indeks_perilaku) == (Decimal("94.00"), Decimal("100.00"))
    assert (siklus.tahap, hasil.predikat) == (Tahap.TERBIT, Predikat.BAIK)
    assert hasil.masukan["indikator"][0]["realisasi"] == "45.0000"
    lembar[1].refresh_from_db()
    assert lembar[1].status == StatusLembar.TERTAHAN
    assert Surat.objects.filter(kepada=garis.atasan.pengguna, kunci__endswith="tertahan").count() == 1
    assert Surat.objects.filter(kepada=skp[0].pegawai.pengguna, kunci__endswith="terbit").count() == 1
    assert not Surat.objects.filter(kepada=skp[1].pegawai.pengguna, kunci__endswith="terbit").exists()

    maju(TANGGAL[Tahap.FINAL])
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.FINAL
    assert Surat.objects.filter(kepada=skp[0].pegawai.pengguna, kunci__endswith="final").count() == 1
    assert next(iter(periksa_evaluasi()))[1] == ()
    assert distribusi(siklus)["baik"] == 1
    assert evaluasi_terakhir([skp[0].pegawai_id])[skp[0].pegawai_id] == hasil


def test_one_late_tick_catches_up_with_every_stage(kantor):
    _, skp, siklus = kantor
    maju(TANGGAL[Tahap.FINAL] + timedelta(days=30))
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.FINAL
    assert LembarPenilaian.objects.filter(siklus=siklus, status=StatusLembar.TERTAHAN).count() == len(skp)
    assert not Evaluasi.objects.exists()


def test_nothing_moves_before_its_date_or_before_it_is_opened(kantor):
    _, _, siklus = kantor
    tertutup = SiklusFactory(periode__tahunan=True)
    assert actions.advance_due(saat=TANGGAL[Tahap.ISI_BUKTI] - timedelta(seconds=1)) == []
    pindah = actions.advance_due(saat=TANGGAL[Tahap.ISI_BUKTI])
    assert [(satu.siklus_id, satu.ke) for satu in pindah] == [(siklus.pk, Tahap.ISI_BUKTI)]
    tertutup.refresh_from_db()
    assert tertutup.tahap == Tahap.PERSIAPAN


def test_results_are_published_together_or_not_at_all(kantor):
    garis, _, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    for satu in LembarPenilaian.objects.filter(siklus=siklus):
        tetapkan(satu)
    maju(TANGGAL[Tahap.KALIBRASI])
    assert actions.advance_due(saat=TANGGAL[Tahap.TERBIT]) == []
    assert Potongan.objects.menunggu().get(siklus=siklus).langkah == Langkah.HITUNG
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.KALIBRASI
    assert actions.advance_due(saat=TANGGAL[Tahap.TERBIT]) == []
    kerjakan()
    assert not Evaluasi.objects.visible_to(garis.bawahan[0].pengguna).exists()
    assert [satu.ke for satu in actions.advance_due(saat=TANGGAL[Tahap.TERBIT])] == [Tahap.TERBIT]
    assert Evaluasi.objects.visible_to(garis.bawahan[0].pengguna).count() == 1


def test_ten_ticks_have_the_effect_of_one(kantor):
    _, _, siklus = kantor
    for _ in range(10):
        maju(TANGGAL[Tahap.PENILAIAN])
    assert CatatanAudit.objects.filter(aksi="siklus.maju").count() == 2
    assert Potongan.objects.filter(siklus=siklus).exclude(langkah=Langkah.INGATKAN).count() == 2


@pytest.mark.parametrize(
    ("saat", "tanda"),
    [
        (wita(2026, 12, 20), []),
        (wita(2026, 12, 28, 9), ["isi-7"]),
        (wita(2027, 1, 2, 9), ["isi-3"]),
        (wita(2027, 1, 4, 9), ["isi-0"]),
    ],
)
def test_only_the_latest_overdue_reminder_is_sent(kantor, saat, tanda):
    _, skp, siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    for _ in range(3):
        maju(saat)
    ada = Potongan.objects.filter(siklus=siklus, langkah=Langkah.INGATKAN).values_list("tanda", flat=True)
    assert sorted(set(ada)) == tanda
    assert Surat.objects.filter(kunci__contains=":isi-").count() == len(tanda) * len(skp)


def test_who_said_done_is_not_reminded(kantor):
    _, skp, _siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    LembarPenilaian.objects.filter(skp=skp[0]).update(sisi_pegawai_pada=wita(2026, 12, 1))
    maju(wita(2027, 1, 2, 9))
    assert [s.kepada for s in Surat.objects.filter(kunci__contains=":isi-")] == [skp[1].pegawai.pengguna]


def test_held_people_are_escalated_to_the_superior_of_the_assessor(kantor):
    garis, _skp, _siklus = kantor
    atas = PenempatanFactory(jabatan__unit=garis.akar, jabatan__kepala=True)
    garis.jabatan_kepala.susunan.update(atasan=atas.jabatan)
    maju(TANGGAL[Tahap.KALIBRASI])
    maju(TANGGAL[Tahap.KALIBRASI] + timedelta(days=1))
    assert not Surat.objects.filter(kepada=atas.pegawai.pengguna).exists()
    for hari in (2, 3, 5, 6):
        maju(TANGGAL[Tahap.KALIBRASI] + timedelta(days=hari))
    surat = Surat.objects.filter(kepada=atas.pegawai.pengguna).order_by("pk")
    assert [s.kunci.rpartition(":")[2] for s in surat] == ["eskalasi-1", "eskalasi-2"]


def test_who_is_scored_late_catches_up_and_is_told(kantor):
    _, skp, siklus = kantor
    maju(TANGGAL[Tahap.TERBIT])
    lembar = LembarPenilaian.objects.get(siklus=siklus, skp=skp[1])
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT] + timedelta(days=1))
    assert Evaluasi.objects.get(siklus=siklus).skp == skp[1]
    assert Surat.objects.filter(kepada=skp[1].pegawai.pengguna, kunci__endswith="terbit").count() == 1


def test_a_head_waits_for_the_predikat_of_the_office(kantor):
    garis, _, siklus = kantor
    atas = PenempatanFactory(jabatan__unit=garis.akar, jabatan__kepala=True)
    garis.jabatan_kepala.susunan.update(atasan=atas.jabatan)
    kepala = buat_skp_lengkap(garis.atasan, atas.pegawai)
    indikator = Indikator.objects.get(hasil__skp=kepala, jenis=JenisIndikator.KUANTITATIF)
    RealisasiFactory(indikator=indikator, nilai=50)
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(skp=kepala)
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT])
    lembar.refresh_from_db()
    assert lembar.status == StatusLembar.TERTAHAN
    assert not Evaluasi.objects.exists()
    bkpsdm = buat_bkpsdm()
    perintah = {"unit_id": garis.unit.pk, "periode_id": siklus.periode_id, "dasar": "LKjIP", "saat": wita(2027, 1, 16)}
    with pytest.raises(RuleViolation, match="BKPSDM"):
        actions.set_organisation_result(**perintah, predikat=PredikatOrganisasi.ISTIMEWA, oleh=garis.atasan.pengguna)
    actions.set_organisation_result(**perintah, predikat=PredikatOrganisasi.ISTIMEWA, oleh=bkpsdm)
    maju(wita(2027, 1, 16, 1))
    hasil = Evaluasi.objects.get(skp=kepala)
    assert (hasil.usul_hasil, hasil.rating_hasil) == (Rating.DI_ATAS, Rating.DI_ATAS)
    with pytest.raises(RuleViolation, match="sudah dihitung"):
        actions.set_organisation_result(**perintah, predikat=PredikatOrganisasi.BAIK, oleh=bkpsdm)


@pytest.mark.parametrize("ada", [True, False])
def test_the_predikat_of_an_office_whose_results_are_out_is_not_changed(kantor, ada):
    """Also where the head's seat is vacant: it stands on the papers of everybody there."""
    garis, _, siklus = kantor
    perintah = {"unit_id": garis.unit.pk, "periode_id": siklus.periode_id, "dasar": "SK", "oleh": buat_bkpsdm()}
    if ada:
        actions.set_organisation_result(**perintah, predikat="baik", saat=SEBELUM)
    maju(TANGGAL[Tahap.PENILAIAN])
    for lembar in LembarPenilaian.objects.all():
        tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT])
    assert Evaluasi.objects.terbit().exists()
    if ada:
        with pytest.raises(RuleViolation, match="sudah terbit"):
            actions.set_organisation_result(**perintah, predikat="kurang", saat=wita(2027, 1, 20))
    else:
        actions.set_organisation_result(**perintah, predikat="baik", saat=wita(2027, 1, 20))
    assert KinerjaOrganisasi.objects.get().predikat == "baik"


@pytest.mark.parametrize("sekantor", [True, False])
def test_nobody_records_the_predikat_of_the_office_they_work_in(kantor, sekantor):
    """It is the rating of results of one's own superior: an officer who works there leaves it to another."""
    garis = kantor[0]
    orang = garis.bawahan[0] if sekantor else buat_kantor()[0].bawahan[0]
    orang.pengguna.groups.add(buat_bkpsdm().groups.get())
    isi = {"unit_id": garis.unit.pk, "periode_id": PeriodeFactory().pk, "predikat": "istimewa", "dasar": "SK"}
    umum = {"oleh": type(orang.pengguna).objects.get(pk=orang.pengguna_id), "saat": SEBELUM}
    if sekantor:
        with pytest.raises(RuleViolation, match="tingkat di atasnya"):
            actions.set_organisation_result(**isi, **umum)
    else:
        assert actions.set_organisation_result(**isi, **umum).pk


def test_feedback_is_frozen_when_scoring_begins_and_counts_by_its_day(kantor):
    garis, skp, _siklus = kantor
    petugas = PetugasLayananFactory(pegawai=garis.bawahan[0], layanan=LayananFactory(unit=garis.unit))
    for hari in (wita(2026, 10, 1).date(), wita(2026, 12, 31).date()):
        UmpanBalikFactory(layanan=petugas.layanan, pegawai=garis.bawahan[0], tanggal=hari, wajah=4)
    UmpanBalikFactory(layanan=petugas.layanan, tanggal=wita(2026, 11, 1).date(), wajah=2)
    UmpanBalikFactory(layanan=petugas.layanan, pegawai=garis.bawahan[0], tanggal=wita(2026, 9, 30).date())
    UmpanBalikFactory(layanan=petugas.layanan, pegawai=garis.bawahan[0], tanggal=wita(2027, 1, 6).date())
    maju(TANGGAL[Tahap.PENILAIAN] + timedelta(days=3))
    beku = LembarPenilaian.objects.get(skp=skp[0]).publik
    assert beku["sendiri"]["wajah"] == [0, 0, 0, 2]
    assert (beku["layanan"]["wajah"], beku["nama_layanan"]) == ([0, 1, 0, 2], petugas.layanan.nama)
    UmpanBalikFactory(layanan=petugas.layanan, pegawai=garis.bawahan[0], tanggal=wita(2026, 11, 1).date(), wajah=1)
    maju(TANGGAL[Tahap.PENILAIAN] + timedelta(days=4))
    assert LembarPenilaian.objects.get(skp=skp[0]).publik == beku


def test_a_sheet_saved_before_the_freeze_is_frozen_too(kantor):
    garis, skp, siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    PetugasLayananFactory(pegawai=garis.bawahan[0])
    actions.advance_due(saat=TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(siklus=siklus, skp=skp[0])
    LembarPenilaian.objects.filter(pk=lembar.pk).update(disimpan_pada=TANGGAL[Tahap.PENILAIAN])
    tetapkan(lembar)
    kerjakan()
    lembar.refresh_from_db()
    assert (lembar.status, lembar.publik["sendiri"]["wajah"]) == (StatusLembar.DITETAPKAN, [0, 0, 0, 0])


@pytest.mark.parametrize(
    ("n", "publik", "hasil"),
    [(9, 4, "100.00"), (10, 4, "100.43"), (30, 4, "100.64")],  # 1/7 of w·z·20 = 3.00, 4.50
)
def test_the_public_moves_the_index_from_ten_answers_on(kantor, n, publik, hasil):
    garis, skp, _siklus = kantor
    petugas = PetugasLayananFactory(pegawai=garis.bawahan[0])
    for _ in range(n):
        UmpanBalikFactory(layanan=petugas.layanan, pegawai=garis.bawahan[0], wajah=publik)
    maju(TANGGAL[Tahap.PENILAIAN])
    tetapkan(LembarPenilaian.objects.get(skp=skp[0]))
    maju(TANGGAL[Tahap.TERBIT])
    assert Evaluasi.objects.get().indeks_perilaku == Decimal(hasil)


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "indeks"),
    [
        (50, 55, "naik", "110.00"),
        (50, 40, "naik", "80.00"),
        (10, 8, "turun", "120.00"),
        (10, 13, "turun", "70.00"),
        (10, 25, "turun", "0.00"),
        (3, 3, "naik", "100.00"),
        (3, 1, "naik", "33.33"),
        (100, 200, "naik", "120.00"),
    ],
)
def test_the_vectors_of_achievement_through_the_database(kantor, target, realisasi, arah, indeks):
    _, skp, _siklus = kantor
    Indikator.objects.filter(hasil__skp=skp[0], jenis=JenisIndikator.KUALITATIF).delete()
    indikator = Indikator.objects.get(hasil__skp=skp[0])
    Indikator.objects.filter(pk=indikator.pk).update(target=target, arah=arah, bobot=100)
    RealisasiFactory(indikator=indikator, nilai=realisasi)
    maju(TANGGAL[Tahap.PENILAIAN])
    tetapkan(LembarPenilaian.objects.get(skp=skp[0]))
    maju(TANGGAL[Tahap.TERBIT])
    assert Evaluasi.objects.get().indeks_hasil == Decimal(indeks)
    assert next(iter(periksa_evaluasi()))[1] == ()


def test_seven_values_vector_and_all_nine_cells(kantor):
    _, skp, _siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(skp=skp[0])
    tetapkan(lembar, nilai={NilaiDasar.HARMONIS: Rating.DI_ATAS}, rating_perilaku=Rating.DI_BAWAH)
    maju(TANGGAL[Tahap.TERBIT])
    hasil = Evaluasi.objects.get()
    assert hasil.indeks_perilaku == Decimal("102.14")
    assert (hasil.usul_perilaku, hasil.predikat) == (Rating.SESUAI, Predikat.KURANG)


def test_provisional_result_before_scoring_ignores_the_draft_of_the_atasan(kantor):
    _, skp, _siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(skp=skp[0])
    sebelum = sementara(lembar)
    assert (sebelum.indeks_hasil, sebelum.predikat) == (Decimal("90.00"), Predikat.BAIK)
    tetapkan(lembar, hasil=Rating.DI_BAWAH, perilaku=Rating.DI_BAWAH)
    assert sementara(lembar).indeks_hasil == sebelum.indeks_hasil
    for satu in Realisasi.objects.filter(indikator__hasil__skp=skp[1]):
        RealisasiFactory(indikator=satu.indikator, periode=satu.periode, nilai=None)
    assert sementara(LembarPenilaian.objects.get(skp=skp[1])) is None


def test_query_count_of_a_chunk_does_not_grow(django_assert_num_queries, kantor):
    _, _, _siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    pk = list(LembarPenilaian.objects.values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as satu:
        masukan_lembar(pk[:1])
    with django_assert_num_queries(len(satu)):
        masukan_lembar(pk)


def test_copy_makes_the_next_quarter_with_shifted_dates():
    KetentuanFactory()
    bkpsdm = buat_bkpsdm()
    templat = TemplatSiklusFactory()
    awal = actions.create_siklus(templat_id=templat.pk, tanggal=wita(2026, 11, 24).date(), oleh=bkpsdm, saat=SEBELUM)
    assert (awal.nama, awal.periode.mulai, awal.periode.selesai) == (
        "Triwulan IV 2026",
        wita(2026, 10, 1).date(),
        wita(2026, 12, 31).date(),
    )
    salin = actions.copy_siklus(dari_id=awal.pk, oleh=bkpsdm, saat=SEBELUM)
    assert (salin.nama, salin.tahap, salin.disalin_dari, salin.dibuka) == (
        "Triwulan I 2027",
        Tahap.PERSIAPAN,
        awal,
        False,
    )
    hari = [f"{satu.mulai.astimezone(WITA):%d-%m}" for satu in salin.jadwal.all()]
    lama = [satu.mulai.astimezone(WITA) for satu in awal.jadwal.all()]
    assert hari == [f"{satu:%d}-{(satu.month + 2) % 12 + 1:02d}" for satu in lama]
    assert hari[0] == "01-02"
    periode = Periode.objects.get(pk=salin.periode_id)
    assert periode.isi_sampai == salin.jadwal.get(tahap=Tahap.PENILAIAN).mulai
    with pytest.raises(RuleViolation, match="sudah mempunyai siklus"):
        actions.copy_siklus(dari_id=awal.pk, oleh=bkpsdm, saat=SEBELUM)


@pytest.mark.parametrize(
    ("jenis", "hari", "mulai", "selesai", "nama"),
    [
        ("bulanan", (2028, 2, 29), (2028, 2, 1), (2028, 2, 29), "Februari 2028"),
        ("bulanan", (2026, 12, 5), (2026, 12, 1), (2026, 12, 31), "Desember 2026"),
        ("triwulanan", (2026, 3, 31), (2026, 1, 1), (2026, 3, 31), "Triwulan I 2026"),
        ("tahunan", (2026, 6, 1), (2026, 1, 1), (2026, 12, 31), "Tahun 2026"),
    ],
)
def test_periods(jenis, hari, mulai, selesai, nama):
    batas = actions.batas_periode(jenis, wita(*hari).date())
    assert batas == (wita(*mulai).date(), wita(*selesai).date())
    assert actions.nama_periode(jenis, batas[0]) == nama


TIDAK_URUT = {**TANGGAL, Tahap.TERBIT: TANGGAL[Tahap.PENILAIAN]}


def test_dates_must_follow_each_other_and_hold_after_opening():
    siklus, bkpsdm = SiklusFactory(), buat_bkpsdm()
    with pytest.raises(RuleViolation, match="harus mulai sesudah"):
        actions.set_dates(siklus_id=siklus.pk, jadwal=TIDAK_URUT, oleh=bkpsdm, saat=SEBELUM)
    geser = {tahap: mulai + timedelta(days=1) for tahap, mulai in TANGGAL.items()}
    actions.set_dates(siklus_id=siklus.pk, jadwal=geser, oleh=bkpsdm, saat=SEBELUM)
    assert dict(siklus.jadwal.values_list("tahap", "mulai")) == geser
    with pytest.raises(RuleViolation, match="sudah lewat"):
        actions.open_siklus(siklus_id=siklus.pk, oleh=bkpsdm, saat=geser[Tahap.PENILAIAN])
    actions.open_siklus(siklus_id=siklus.pk, oleh=bkpsdm, saat=SEBELUM)
    with pytest.raises(RuleViolation, match="sudah dibuka"):
        actions.set_dates(siklus_id=siklus.pk, jadwal=TANGGAL, oleh=bkpsdm, saat=SEBELUM)


@pytest.mark.parametrize("peran", [(), ("auditor",), ("admin_sistem",)])
def test_only_bkpsdm_makes_and_opens(peran):
    siklus, lain = SiklusFactory(), PenggunaFactory(peran=peran, is_superuser=True)
    sebelum = (Siklus.objects.count(), CatatanAudit.objects.count())
    templat = TemplatSiklusFactory()
    for perintah in (
        lambda: actions.open_siklus(siklus_id=siklus.pk, oleh=lain, saat=SEBELUM),
        lambda: actions.copy_siklus(dari_id=siklus.pk, oleh=lain, saat=SEBELUM),
        lambda: actions.create_siklus(templat_id=templat.pk, tanggal=SEBELUM.date(), oleh=lain, saat=SEBELUM),
        lambda: actions.set_dates(siklus_id=siklus.pk, jadwal=TANGGAL, oleh=lain, saat=SEBELUM),
        lambda: actions.cancel_siklus(siklus_id=siklus.pk, alasan="x", oleh=lain, saat=SEBELUM),
    ):
        with pytest.raises(RuleViolation, match="BKPSDM"):
            perintah()
    siklus.refresh_from_db()
    assert (siklus.dibuka, siklus.tahap) == (False, Tahap.PERSIAPAN)
    assert (Siklus.objects.count(), CatatanAudit.objects.count()) == sebelum


def test_without_a_ketentuan_no_siklus():
    with pytest.raises(RuleViolation, match="ketentuan penilaian"):
        actions.create_siklus(
            templat_id=TemplatSiklusFactory().pk, tanggal=SEBELUM.date(), oleh=buat_bkpsdm(), saat=SEBELUM
        )


def test_a_moved_person_has_a_sheet_for_each_segment(kantor):
    garis, skp, _siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    skp[0].selesai = wita(2026, 11, 30).date()
    skp[0].save()
    SKPFactory(pegawai=skp[0].pegawai, disetujui=True, penilai=garis.atasan, mulai=wita(2026, 12, 1).date())
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.filter(pegawai=skp[0].pegawai).order_by("mulai")
    assert [(str(s.mulai), str(s.selesai)) for s in lembar] == [
        ("2026-10-01", "2026-11-30"),
        ("2026-12-01", "2026-12-31"),
    ]


def test_annual_results_of_two_years_newest_first():
    tahun = []
    orang = PegawaiFactory()
    for y in (2023, 2024, 2025):
        periode = Periode.objects.create(
            nama=f"Tahun {y}",
            jenis="tahunan",
            mulai=wita(y, 1, 1).date(),
            selesai=wita(y, 12, 31).date(),
            isi_dari=wita(y, 1, 1),
            isi_sampai=wita(y + 1, 1, 5),
        )
        siklus = SiklusFactory(periode=periode, tahap=Tahap.FINAL)
        lembar = LembarFactory(
            siklus=siklus, skp__pegawai=orang, skp__mulai=periode.mulai, skp__selesai=periode.selesai
        )
        tahun.append(buat_evaluasi(lembar))
    assert indeks_dua_tahun([orang.pk], wita(2026, 11, 24).date()) == {orang.pk: [tahun[2], tahun[1]]}
    assert indeks_dua_tahun([orang.pk], wita(2025, 11, 24).date()) == {orang.pk: [tahun[1], tahun[0]]}


def buat_evaluasi(lembar) -> Evaluasi:
    return Evaluasi.objects.create(
        siklus=lembar.siklus,
        skp=lembar.skp,
        lembar=lembar,
        pegawai=lembar.pegawai,
        penilai=lembar.penilai,
        mulai=lembar.mulai,
        selesai=lembar.selesai,
        indeks_hasil=100,
        indeks_perilaku=100,
        usul_hasil=Rating.SESUAI,
        usul_perilaku=Rating.SESUAI,
        rating_hasil=Rating.SESUAI,
        rating_perilaku=Rating.SESUAI,
        predikat=Predikat.BAIK,
        ketentuan=lembar.siklus.ketentuan,
        masukan={},
        pohon={},
        akar="0" * 64,
    )


@pytest.mark.parametrize(("berkala", "banyak"), [("triwulanan", 5), ("bulanan", 13)])
def test_a_whole_year_at_once_as_the_calendar_says(berkala, banyak):
    from evaluasi.aturan import KETENTUAN_BAWAAN

    isi = {**KETENTUAN_BAWAAN["kalender"][0], "periode_berkala": berkala}
    KetentuanFactory()
    KetentuanFactory(jenis="kalender", isi=isi, dasar_hukum="Keputusan kota", kepastian="D")
    for jenis in ("bulanan", "triwulanan", "tahunan"):
        TemplatSiklusFactory(jenis=jenis, isi_hari=-20)
    bkpsdm = buat_bkpsdm()
    assert len(actions.create_year(tahun=2027, oleh=bkpsdm, saat=SEBELUM)) == banyak
    with pytest.raises(RuleViolation, match="sudah dibuat"):
        actions.create_year(tahun=2027, oleh=bkpsdm, saat=SEBELUM)
