"""Whom a held result waits for, and that everybody whom it concerns is told."""

import pytest
from django.urls import reverse

from evaluasi import actions
from evaluasi.models import Evaluasi, LembarPenilaian, NilaiIndikator
from evaluasi.pilihan import PredikatOrganisasi, StatusLembar, Tahap
from evaluasi.rekap import kalimat_tertahan, masukan_lembar
from evaluasi.rekap.tertahan import Menunggu, menunggu_siapa
from evaluasi.tests.factories import (
    TANGGAL,
    KinerjaOrganisasiFactory,
    RealisasiFactory,
    SiklusFactory,
    buat_bkpsdm,
    buat_kantor,
    tetapkan,
    wita,
)
from evaluasi.tests.test_siklus import SEBELUM, kantor, maju
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator
from kinerja.tests.factories import PeriodeFactory, buat_skp_lengkap
from mataram_asn.kit.models import Surat
from mataram_asn.tugas import tugas_atasan, tugas_pegawai
from pegawai.tests.factories import PenempatanFactory

pytestmark = pytest.mark.django_db
__all__ = ["kantor"]


def judul(tugas) -> list[str]:
    return [satu.judul for satu in tugas]


@pytest.fixture
def terbit(kantor):
    """Two set sheets; on the first an indicator is without its rating when the results are computed."""
    garis, _, siklus = kantor
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = list(LembarPenilaian.objects.filter(siklus=siklus).order_by("pk"))
    for satu in lembar:
        tetapkan(satu)
    NilaiIndikator.objects.filter(lembar=lembar[0]).delete()
    maju(TANGGAL[Tahap.TERBIT])
    for satu in lembar:
        satu.refresh_from_db()
    return garis, lembar


def test_a_set_sheet_that_cannot_be_computed_waits_for_its_assessor_who_is_told(terbit, client):
    garis, (kurang, lengkap) = terbit
    assert (kurang.status, kurang.ditetapkan_pada) == (StatusLembar.TERTAHAN, None)
    assert kurang.rating_hasil, "what the assessor chose stays"
    assert Evaluasi.objects.filter(lembar=lengkap).exists() and lengkap.ditetapkan_pada
    assert Surat.objects.filter(kepada=garis.atasan.pengguna, kunci__endswith=":tertahan").count() == 1
    assert "Hasil 1 bawahan tertahan menunggu penilaian Anda" in judul(tugas_atasan(garis.atasan.pk))
    client.force_login(garis.atasan.pengguna)
    assert "belum dinilai; pilih ratingnya" in client.get(reverse("evaluasi:nilai", args=[kurang.pk])).text


def test_the_person_reads_that_the_result_is_held_and_by_whom_and_then_has_it(terbit, client):
    garis, (kurang, lengkap) = terbit
    assert Menunggu.PENILAI.value in kalimat_tertahan(kurang)
    assert kalimat_tertahan(lengkap) == ""
    for satu, ada in ((kurang, True), (lengkap, False)):
        client.force_login(satu.pegawai.pengguna)
        assert (Menunggu.PENILAI.value in client.get(reverse("evaluasi:hasil-saya")).text) is ada
        tertahan = f"Hasil {satu.siklus} Anda tertahan"
        assert (tertahan in judul(tugas_pegawai(satu.pegawai_id, TANGGAL[Tahap.TERBIT]))) is ada
    tetapkan(kurang)
    maju(wita(2027, 1, 21))
    assert Evaluasi.objects.filter(lembar=kurang).exists()
    kurang.refresh_from_db()
    assert kalimat_tertahan(kurang) == "" and not judul(tugas_atasan(garis.atasan.pk))


def test_a_head_waits_for_the_organisation_and_not_for_the_assessor():
    """The sheet stays set, so that it goes on by itself once the predikat is there."""
    garis, _ = buat_kantor()
    atas = PenempatanFactory(jabatan__unit=garis.akar, jabatan__kepala=True)
    garis.jabatan_kepala.susunan.update(atasan=atas.jabatan)
    kepala = buat_skp_lengkap(garis.atasan, atas.pegawai)
    indikator = Indikator.objects.get(hasil__skp=kepala, jenis=JenisIndikator.KUANTITATIF)
    RealisasiFactory(indikator=indikator, periode=PeriodeFactory(), nilai=45)
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=SEBELUM)
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(skp=kepala)
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT])
    lembar.refresh_from_db()
    assert lembar.status == StatusLembar.TERTAHAN and lembar.ditetapkan_pada
    assert Menunggu.ORGANISASI.value in kalimat_tertahan(lembar)
    assert not [satu for satu in judul(tugas_atasan(atas.pegawai.pk)) if "tertahan" in satu]
    [(_, masukan)] = masukan_lembar([lembar.pk])
    assert menunggu_siapa(masukan) is Menunggu.ORGANISASI
    KinerjaOrganisasiFactory(unit=garis.unit, periode=siklus.periode, predikat=PredikatOrganisasi.BAIK)
    [(_, masukan)] = masukan_lembar([lembar.pk])
    assert menunggu_siapa(masukan) is None
