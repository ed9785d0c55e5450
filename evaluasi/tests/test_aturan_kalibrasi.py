"""Calibration as a rule: the last change wins, is explained, and an older stored form is still read."""

from dataclasses import replace
from decimal import Decimal as D

import pytest

from evaluasi.aturan import MasukanEvaluasi, MasukanKalibrasi, dekat_garis, hitung, hitung_ulang, rating_kalibrasi
from evaluasi.pilihan import Predikat, PredikatOrganisasi, Rating, Sumbu
from mataram_asn.kit.galat import RuleViolation

from .contoh_aturan import KETENTUAN, masukan

ATAS, SESUAI, BAWAH = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


def ubah(sumbu, dari, ke, **lain) -> MasukanKalibrasi:
    isi = {"alasan": "capaian bersama", "oleh": "Kepala Dinas", "pada": "2026-10-12T09:00:00+08:00"}
    return MasukanKalibrasi(sumbu, dari, ke, **(isi | lain))


@pytest.mark.parametrize(
    ("kalibrasi", "hasil", "perilaku", "predikat"),
    [
        ((), SESUAI, SESUAI, Predikat.BAIK),
        ((ubah(Sumbu.HASIL, SESUAI, BAWAH),), BAWAH, SESUAI, Predikat.BUTUH_PERBAIKAN),
        ((ubah(Sumbu.PERILAKU, SESUAI, BAWAH),), SESUAI, BAWAH, Predikat.KURANG),
        ((ubah(Sumbu.HASIL, SESUAI, ATAS), ubah(Sumbu.PERILAKU, SESUAI, ATAS)), ATAS, ATAS, Predikat.SANGAT_BAIK),
        ((ubah(Sumbu.HASIL, SESUAI, ATAS), ubah(Sumbu.HASIL, ATAS, BAWAH)), BAWAH, SESUAI, Predikat.BUTUH_PERBAIKAN),
    ],
)
def test_the_last_change_of_an_axis_is_its_rating(kalibrasi, hasil, perilaku, predikat):
    satu = masukan(kalibrasi=kalibrasi)
    jadi = hitung(satu)
    assert (jadi.rating_hasil, jadi.rating_perilaku, jadi.predikat) == (hasil, perilaku, predikat)
    assert (jadi.usul_hasil, jadi.indeks_hasil) == (SESUAI, 100), "calibration moves a rating, never an index"
    assert hitung_ulang(satu.ke_dict()) == jadi.angka()


def test_the_tree_says_who_changed_it_and_why_and_keeps_the_assessors_rating():
    satu = masukan(
        kalibrasi=(ubah(Sumbu.HASIL, ATAS, SESUAI),), rating_hasil=ATAS, alasan_hasil="bimbingan kepada rekan"
    )
    simpul = hitung(satu).pohon.cari("kalibrasi:hasil:1")
    assert (simpul.nilai, simpul.sumber) == (SESUAI.label, "capaian bersama")
    assert "Kepala Dinas" in simpul.rumus and "di atas ekspektasi" in simpul.rumus
    penilai = hitung(satu).pohon.cari("rating_penilai_hasil")
    assert (penilai.nilai, penilai.sumber) == (ATAS.label, "bimbingan kepada rekan")
    assert hitung(satu).pohon.cari("rating_hasil").rumus == "diubah dalam kalibrasi"


def test_the_form_without_calibration_is_still_read():
    baru = masukan(rating_hasil=ATAS, alasan_hasil="x").ke_dict()
    lama = {kunci: nilai for kunci, nilai in baru.items() if kunci != "kalibrasi"} | {"bentuk": 1}
    assert MasukanEvaluasi.dari_dict(lama) == MasukanEvaluasi.dari_dict(baru)
    assert hitung_ulang(lama) == hitung_ulang(baru)
    for rusak in ({**lama, "kalibrasi": []}, {**lama, "bentuk": 2}, {**baru, "bentuk": 1}, {**baru, "kalibrasi": {}}):
        with pytest.raises(RuleViolation):
            MasukanEvaluasi.dari_dict(rusak)


@pytest.mark.parametrize("kurang", [{"alasan": " "}, {"oleh": ""}])
def test_a_change_without_reason_or_person_is_not_computed(kurang):
    with pytest.raises(RuleViolation, match="alasan dan pejabatnya"):
        hitung(masukan(kalibrasi=(ubah(Sumbu.HASIL, SESUAI, ATAS, **kurang),)))


def test_the_results_of_a_head_follow_the_organisation_and_are_not_calibrated():
    kepala = masukan(kepala=True, predikat_organisasi=PredikatOrganisasi.BAIK)
    with pytest.raises(RuleViolation, match="tidak dikalibrasi"):
        hitung(replace(kepala, kalibrasi=(ubah(Sumbu.HASIL, SESUAI, ATAS),)))
    assert hitung(replace(kepala, kalibrasi=(ubah(Sumbu.PERILAKU, SESUAI, ATAS),))).rating_perilaku == ATAS


def test_no_change_leaves_the_assessors_rating():
    assert rating_kalibrasi((), Sumbu.HASIL) is None
    assert rating_kalibrasi((ubah(Sumbu.PERILAKU, SESUAI, ATAS),), Sumbu.HASIL) is None


@pytest.mark.parametrize(
    ("indeks", "garis"),
    [("88.99", ()), ("89.00", (90,)), ("91.00", (90,)), ("91.01", ()), ("109.00", (110,)), ("111.01", ()), ("120", ())],
)
def test_near_a_line_is_at_most_one_point(indeks, garis):
    assert dekat_garis(D(indeks), KETENTUAN) == garis
