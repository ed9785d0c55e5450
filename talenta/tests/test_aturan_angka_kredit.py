"""Angka kredit, without a database. PermenPANRB 1/2023, Peraturan BKN 3/2023."""

from copy import deepcopy
from decimal import Decimal as D
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisKetentuan, Jenjang
from talenta.aturan import (
    KETENTUAN_BAWAAN,
    DalamJenjang,
    KetentuanAngkaKredit,
    akumulasi,
    dasar,
    kenaikan,
    konversi,
    simpan,
    tambahan_ijazah,
)

ISI = KETENTUAN_BAWAAN[JenisKetentuan.ANGKA_KREDIT][0]
AK = KetentuanAngkaKredit.dari(ISI)
BAIK2 = ("baik", "baik")


@pytest.mark.parametrize(
    ("jenjang", "predikat", "bulan", "hasil"),
    [
        ("ahli_pertama", "sangat_baik", 12, "18.75"),
        ("ahli_pertama", "baik", 2, "2.08"),
        ("ahli_pertama", "baik", 12, "12.50"),
        ("ahli_muda", "sangat_baik", 12, "37.50"),
        ("ahli_muda", "baik", 7, "14.58"),
        ("terampil", "butuh_perbaikan", 12, "3.75"),
        ("ahli_pertama", "sangat_kurang", 11, "2.86"),
        ("pemula", "kurang", 12, "1.88"),
        ("ahli_utama", "baik", 12, "50.00"),
    ],
)
def test_vectors(jenjang, predikat, bulan, hasil):
    assert str(bulat(konversi(predikat, jenjang, bulan, AK))) == hasil


def test_a_sum_is_rounded_once():
    jumlah = akumulasi([konversi("sangat_baik", "ahli_pertama", 12, AK), konversi("baik", "ahli_pertama", 2, AK)])
    assert str(bulat(jumlah)) == "20.83" and str(simpan(jumlah)) == "20.83333"


@given(st.sampled_from(Predikat.values), st.sampled_from(Jenjang.values), st.integers(1, 12))
def test_months_of_a_year_add_up_to_the_year(predikat, jenjang, bulan):
    penuh = konversi(predikat, jenjang, 12, AK)
    assert konversi(predikat, jenjang, bulan, AK) == penuh * F(bulan, 12)
    assert penuh <= F(AK.jenjang[jenjang].koefisien) * F(3, 2)


@pytest.mark.parametrize(
    ("predikat", "jenjang", "bulan"),
    [
        ("baik", "mahir", 0),
        ("baik", "mahir", 13),
        ("baik", "mahir", True),
        ("baik", "mahir", D(6)),
        ("cukup", "mahir", 6),
        ("baik", "pelaksana", 6),
    ],
)
def test_what_cannot_be_converted_is_refused(predikat, jenjang, bulan):
    with pytest.raises(RuleViolation):
        konversi(predikat, jenjang, bulan, AK)


@pytest.mark.parametrize(
    ("jenjang", "golongan", "hasil"),
    [
        ("ahli_pertama", "III/a", 0),
        ("ahli_pertama", "III/b", 50),
        ("ahli_muda", "III/c", 0),
        ("ahli_muda", "III/d", 100),
        ("ahli_madya", "IV/a", 0),
        ("ahli_madya", "IV/b", 150),
        ("ahli_madya", "IV/c", 300),
        ("ahli_utama", "IV/d", 0),
        ("mahir", "III/b", 50),
        ("terampil", "II/d", None),
    ],
)
def test_ak_dasar_inside_a_jenjang(jenjang, golongan, hasil):
    assert dasar(jenjang, golongan, AK) == hasil


def test_a_higher_diploma_adds_a_quarter_of_the_need():
    assert tambahan_ijazah("ahli_pertama", AK) == D("12.5") and tambahan_ijazah("ahli_madya", AK) == D("37.5")


@pytest.mark.parametrize(
    ("jenjang", "angka", "tahun", "predikat", "lowongan", "uji", "usul", "sisa"),
    [
        ("ahli_pertama", 50, 2, BAIK2, False, False, "pangkat", 0),
        ("ahli_pertama", F(225, 4), 3, BAIK2, None, None, "pangkat", F(25, 4)),
        ("ahli_pertama", 49, 2, BAIK2, False, False, "", 49),
        ("ahli_pertama", 60, 1, BAIK2, False, False, "", 60),
        ("ahli_pertama", 60, None, BAIK2, False, False, "", 60),
        ("ahli_pertama", 60, 2, ("baik", "butuh_perbaikan"), False, False, "", 60),
        ("ahli_pertama", 60, 2, ("baik",), False, False, "", 60),
        ("ahli_pertama", 100, 2, BAIK2, True, True, "jenjang", 0),
        ("ahli_pertama", 100, 1, ("sangat_baik",), True, True, "jenjang", 0),
        ("ahli_pertama", 100, 2, BAIK2, False, True, "pangkat", 50),
        ("ahli_pertama", 100, 2, BAIK2, True, None, "pangkat", 50),
        ("penyelia", 500, 2, BAIK2, True, True, "pangkat", 400),
        ("ahli_utama", 200, 4, BAIK2, True, True, "pangkat", 0),
    ],
)
def test_pangkat_and_jenjang(jenjang, angka, tahun, predikat, lowongan, uji, usul, sisa):
    hasil = kenaikan(DalamJenjang(jenjang, F(angka), tahun, predikat, lowongan, uji), AK)
    assert (hasil.usul, hasil.sisa) == (usul, sisa)


def test_what_is_still_needed_and_what_is_not_known():
    hasil = kenaikan(DalamJenjang("ahli_muda", F(40), None, ("baik",)), AK)
    assert (hasil.kurang_pangkat, hasil.kurang_jenjang) == (60, 160)
    assert hasil.pangkat_terpenuhi is False and hasil.jenjang_terpenuhi is False
    cukup = kenaikan(DalamJenjang("ahli_muda", F(240), None, ("baik",)), AK)
    assert cukup.pangkat_terpenuhi is None and cukup.jenjang_terpenuhi is None
    assert kenaikan(DalamJenjang("penyelia", F(0), 2, BAIK2), AK).kurang_jenjang is None


@pytest.mark.parametrize(
    ("jalan", "nilai"),
    [
        (("persen", "baik"), 100.0),
        (("persen", "baik"), "1e2"),
        (("persen", "baik"), "-100"),
        (("jenjang", "mahir", "koefisien"), "0"),
        (("jenjang", "mahir", "jenjang"), "banyak"),
        (("dasar", "V/a"), "10"),
        (("ijazah_persen",), "101"),
        (("pangkat_tahun",), True),
    ],
)
def test_a_ketentuan_that_cannot_be_read_is_refused(jalan, nilai):
    isi = deepcopy(ISI)
    tempat = isi
    for kunci in jalan[:-1]:
        tempat = tempat[kunci]
    tempat[jalan[-1]] = nilai
    with pytest.raises(RuleViolation):
        KetentuanAngkaKredit.dari(isi)
