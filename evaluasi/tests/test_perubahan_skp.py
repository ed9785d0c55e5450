"""A plan that changes or is closed early: what was to be done before keeps its figures."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from evaluasi.actions.hitung import _hitung_semua
from evaluasi.aturan import hitung
from evaluasi.models import Evaluasi
from evaluasi.pilihan import Tahap
from evaluasi.rekap.kertas import kertas_skp
from evaluasi.rekap.kertas_evaluasi import baca_evaluasi, baca_skp, kertas_evaluasi
from evaluasi.rekap.masukan import masukan_lembar
from evaluasi.tests.factories import LembarFactory, SiklusFactory, tetapkan
from evaluasi.views.halaman_nilai import indikator_skp
from kinerja import actions
from kinerja.models import SKP, Indikator
from kinerja.tests.factories import WITA, PeriodeFactory, RealisasiFactory, buat_skp_lengkap
from kinerja.tests.factories_alur import buat_perubahan
from pegawai.acuan import load_reference
from pegawai.tests.factories import buat_garis

pytestmark = pytest.mark.django_db
#: After the filling of quarter III ended and before that of quarter IV does.
DI_ANTARA = datetime(2026, 11, 10, 9, tzinfo=WITA)


@pytest.fixture
def dua():
    """One plan, a sheet of quarter III (its filling is over) and one of quarter IV."""
    load_reference(saat=timezone.now())
    garis = buat_garis()
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    lalu = LembarFactory(siklus=SiklusFactory(tahap=Tahap.PENILAIAN, periode=PeriodeFactory(tutup=True)), skp=skp)
    kini = LembarFactory(siklus=SiklusFactory(tahap=Tahap.ISI_BUKTI, periode=PeriodeFactory()), skp=skp)
    for lembar in (lalu, kini):
        angka = Indikator.objects.utama(skp.pk)[0]
        RealisasiFactory(indikator=angka, periode=lembar.siklus.periode, nilai=Decimal(50))
    return skp, lalu, kini


def target(lembar):
    [(_, masukan)] = masukan_lembar([lembar.pk])
    return [satu.target for satu in masukan.indikator]


def test_a_revision_counts_for_periods_that_still_take_realisasi(dua):
    skp, lalu, kini = dua
    p = buat_perubahan(skp)
    actions.approve_revision(perubahan_id=p.pk, oleh=skp.penilai.pengguna, saat=DI_ANTARA)
    assert (target(lalu), target(kini)) == ([50, None], [55, None])
    assert [satu.pk for satu in indikator_skp(lalu)] == [satu.pk for satu in indikator_skp(kini)]


def test_a_dropped_indicator_stays_on_the_sheet_of_its_time(dua):
    skp, lalu, kini = dua
    kedua = Indikator.objects.utama(skp.pk)[1]
    diri = skp.pegawai.pengguna
    p = actions.start_revision(skp_id=skp.pk, alasan="Tugas dialihkan", oleh=diri, saat=DI_ANTARA)
    umum = {"perubahan_id": p.pk, "oleh": diri, "saat": DI_ANTARA}
    actions.drop_from_revision(kunci=f"i{kedua.pk}", **umum)
    actions.save_revision_weights(**umum)
    actions.submit_revision(**umum)
    actions.approve_revision(perubahan_id=p.pk, oleh=skp.penilai.pengguna, saat=DI_ANTARA)
    assert kedua.pk in [satu.pk for satu in indikator_skp(lalu)]
    assert kedua.pk not in [satu.pk for satu in indikator_skp(kini)]


def test_a_stored_result_is_the_same_after_the_plan_changed(dua):
    skp, lalu, _ = dua
    tetapkan(lalu)
    baru, _ = _hitung_semua([lalu.pk], timezone.now())
    (lama,) = Evaluasi.objects.bulk_create(baru)
    p = buat_perubahan(skp)
    actions.approve_revision(perubahan_id=p.pk, oleh=skp.penilai.pengguna, saat=DI_ANTARA)
    [(_, masukan)] = masukan_lembar([lalu.pk])
    assert hitung(masukan).indeks_hasil == Evaluasi.objects.get(pk=lama.pk).indeks_hasil


def test_closing_a_plan_early_leaves_the_target_of_a_period_as_it_was(dua):
    skp, lalu, _ = dua
    Indikator.objects.filter(hasil__skp=skp, target__isnull=False).update(sifat="kumulatif")
    [(_, sebelum)] = masukan_lembar([lalu.pk])
    SKP.objects.filter(pk=skp.pk).update(
        selesai=date(2026, 9, 30), selesai_rencana=date(2026, 9, 30) + timedelta(days=92)
    )
    [(_, sesudah)] = masukan_lembar([lalu.pk])
    assert sesudah.skp_selesai == sebelum.skp_selesai == date(2026, 12, 31)


def test_papers_of_a_period_keep_the_version_that_was_in_force(dua):
    """Target, dropped row, expectation and form stay on quarter III's paper; the plan's own paper is the new one."""
    skp, lalu, kini = dua
    for lembar in (lalu, kini):
        tetapkan(lembar)
    evaluasi = {
        satu.lembar_id: satu for satu in Evaluasi.objects.bulk_create(_hitung_semua([lalu.pk], timezone.now())[0])
    }
    pertama, kedua = Indikator.objects.utama(skp.pk)
    diri = skp.pegawai.pengguna
    p = actions.start_revision(skp_id=skp.pk, alasan="Tugas dialihkan", oleh=diri, saat=DI_ANTARA)
    umum = {"perubahan_id": p.pk, "oleh": diri, "saat": DI_ANTARA}
    actions.drop_from_revision(kunci=f"i{kedua.pk}", **umum)
    actions.save_revision_weights(**umum)
    actions.save_revision_conduct(ekspektasi={"loyal": "Menjaga rahasia berkas."}, **umum)
    actions.save_revision_approach(pendekatan="kualitatif", **umum)
    actions.submit_revision(**umum)
    sebelum = isi_kertas(kertas_evaluasi(baca_evaluasi(evaluasi[lalu.pk].pk)))
    actions.approve_revision(perubahan_id=p.pk, oleh=skp.penilai.pengguna, saat=DI_ANTARA)
    assert isi_kertas(kertas_evaluasi(baca_evaluasi(evaluasi[lalu.pk].pk))) == sebelum
    baris, harapan, kualitatif = isi_kertas(kertas_skp(baca_skp(skp.pk)))
    assert (baris, harapan["Loyal"], kualitatif) == ([pertama.uraian], "Menjaga rahasia berkas.", True)


def isi_kertas(kertas):
    hasil = [satu for bagian in kertas.konteks["bagian"] for satu in bagian.hasil]
    return (
        [ind.uraian for satu in hasil for ind in satu.indikator],
        {satu.nama: satu.ekspektasi for satu in kertas.konteks["perilaku"]},
        kertas.konteks["bentuk"].kualitatif,
    )
