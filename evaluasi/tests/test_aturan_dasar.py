"""Ketentuan, ratings, the 3×3, the distribution pattern."""

import json
from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import KUADRAN, KetentuanPenilaian, pola_distribusi, predikat, rating_kepala, usul_rating
from evaluasi.models.hasil import SEL_SAH
from evaluasi.pilihan import Predikat, Rating
from mataram_asn.kit.galat import RuleViolation

from .contoh_aturan import ISI, KETENTUAN, ubah_ketentuan


class TestKetentuan:
    def test_it_survives_storage(self):
        assert KetentuanPenilaian.dari(json.loads(json.dumps(KETENTUAN.ke_dict()))) == KETENTUAN
        assert KETENTUAN.ke_dict() == ISI

    @pytest.mark.parametrize(
        "isi",
        [
            {**ISI, "ambang_di_atas": 110.0},
            {**ISI, "ambang_di_atas": "1e2"},
            {**ISI, "ambang_di_atas": "NaN"},
            {**ISI, "ambang_di_atas": "１１０"},
            {**ISI, "ambang_di_atas": "1_10"},
            {**ISI, "ambang_di_atas": "-110"},
            {**ISI, "ambang_di_atas": True},
            {**ISI, "ambang_di_atas": "89"},
            {**ISI, "nilai_di_bawah": "90"},
            {**ISI, "nilai_di_atas": "121"},
            {**ISI, "publik_bobot": "1.01"},
            {**ISI, "publik_k": "0"},
            {**ISI, "publik_minimum": 0},
            {**ISI, "publik_minimum": "10"},
            {**ISI, "susut_k_min": "101"},
            {**ISI, "tambahan_sesuai": "3"},
            {**ISI, "konversi": [["25", "40"], ["25", "75"], ["100", "120"]]},
            {**ISI, "konversi": [["30", "40"], ["100", "120"]]},
            {**ISI, "konversi": [["25", "40"], ["65", "39"], ["100", "120"]]},
            {**ISI, "konversi": [["25", "40"]]},
            {**ISI, "mutu": {"A": "76.61", "B": "88.31", "C": "65.00"}},
            {**ISI, "pola": {}},
            {**ISI, "pola": {**ISI["pola"], "baik": [["kira", ["baik"], "70"]]}},
            {**ISI, "pola": {**ISI["pola"], "baik": [["maks", [], "70"]]}},
            {**ISI, "pengingat_hari": [1, 3]},
            {**ISI, "eskalasi_ambil_alih": 1},
            {**ISI, "lain": "1"},
            {kunci: nilai for kunci, nilai in ISI.items() if kunci != "publik_k"},
            [],
        ],
    )
    def test_numbers_that_are_wrong_or_disagree_are_refused_with_a_sentence(self, isi):
        with pytest.raises(RuleViolation, match=r"\.$"):
            KetentuanPenilaian.dari(isi)


class TestRating:
    @pytest.mark.parametrize(
        ("indeks", "harapan"),
        [
            ("120", "di_atas"),
            ("110.00", "di_atas"),
            ("109.995", "di_atas"),
            ("109.9949", "sesuai"),
            ("90", "sesuai"),
            ("89.995", "sesuai"),
            ("89.9949999", "di_bawah"),
            ("0", "di_bawah"),
        ],
    )
    def test_the_rounded_index_is_compared(self, indeks, harapan):
        assert usul_rating(D(indeks), KETENTUAN) == harapan
        assert usul_rating(Fraction(indeks), KETENTUAN) == harapan

    def test_each_rating_stands_for_an_index_that_suggests_it(self):
        for rating in Rating:
            assert usul_rating(KETENTUAN.nilai_rating(rating), KETENTUAN) == rating

    @pytest.mark.parametrize(
        ("hasil", "perilaku", "harapan"),
        [
            ("di_atas", "di_atas", "sangat_baik"),
            ("di_atas", "sesuai", "baik"),
            ("di_atas", "di_bawah", "kurang"),
            ("sesuai", "di_atas", "baik"),
            ("sesuai", "sesuai", "baik"),
            ("sesuai", "di_bawah", "kurang"),
            ("di_bawah", "di_atas", "butuh_perbaikan"),
            ("di_bawah", "sesuai", "butuh_perbaikan"),
            ("di_bawah", "di_bawah", "sangat_kurang"),
        ],
    )
    def test_the_nine_cells(self, hasil, perilaku, harapan):
        assert predikat(hasil, perilaku) == harapan

    def test_bad_conduct_is_never_baik(self):
        assert {baris[Rating.DI_BAWAH] for baris in KUADRAN.values()} == {Predikat.KURANG, Predikat.SANGAT_KURANG}

    def test_the_database_allows_the_cells_of_the_rule_and_no_other(self):
        sel = {(hasil, perilaku, KUADRAN[hasil][perilaku]) for hasil in KUADRAN for perilaku in KUADRAN[hasil]}
        assert set(SEL_SAH) == sel

    def test_a_head_takes_the_organisation(self):
        assert [rating_kepala(p) for p in ("istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")] == [
            "di_atas",
            "sesuai",
            "di_bawah",
            "di_bawah",
            "di_bawah",
        ]


def kurva(*banyak) -> dict:
    return dict(zip(Predikat.values, banyak, strict=True))


class TestPola:
    @pytest.mark.parametrize(
        ("organisasi", "banyak", "sesuai"),
        [
            ("istimewa", (7, 3, 0, 0, 0), True),
            ("istimewa", (8, 2, 0, 0, 0), False),
            ("baik", (2, 7, 1, 0, 0), True),
            ("baik", (3, 7, 0, 0, 0), False),
            ("baik", (3, 6, 0, 1, 0), True),
            ("butuh_perbaikan", (1, 2, 6, 1, 0), True),
            ("butuh_perbaikan", (2, 2, 6, 0, 0), False),
            ("butuh_perbaikan", (1, 3, 5, 1, 0), False),
            ("kurang", (1, 1, 1, 6, 1), True),
            ("kurang", (1, 3, 0, 6, 0), False),
            ("sangat_kurang", (0, 2, 1, 1, 6), True),
            ("sangat_kurang", (0, 2, 2, 0, 6), True),
            ("sangat_kurang", (1, 1, 1, 1, 6), False),
            ("sangat_kurang", (0, 4, 0, 0, 6), False),
        ],
    )
    def test_the_curve_against_the_pattern(self, organisasi, banyak, sesuai):
        hasil = pola_distribusi(organisasi, kurva(*banyak), KETENTUAN)
        assert hasil.sesuai is sesuai
        assert bool(hasil.kalimat) is not sesuai

    def test_it_says_what_would_satisfy_it(self):
        hasil = pola_distribusi("istimewa", kurva(8, 2, 0, 0, 0), KETENTUAN)
        assert hasil.kalimat == ("Sangat Baik paling banyak 7 dari 10 orang (70 %); sekarang 8.",)
        hasil = pola_distribusi("sangat_kurang", kurva(1, 1, 1, 1, 6), KETENTUAN)
        assert hasil.kalimat == ("Menurut pola tidak ada Sangat Baik; sekarang 1 dari 10 orang.",)

    def test_percentages_of_people_are_whole_people(self):
        # 70 % of 3 is 2.1: at most two; 60 % of 3 is 1.8: at least two
        assert pola_distribusi("istimewa", kurva(2, 1, 0, 0, 0), KETENTUAN).sesuai
        assert not pola_distribusi("istimewa", kurva(3, 0, 0, 0, 0), KETENTUAN).sesuai
        assert pola_distribusi("butuh_perbaikan", kurva(0, 1, 2, 0, 0), KETENTUAN).sesuai
        assert not pola_distribusi("butuh_perbaikan", kurva(0, 2, 1, 0, 0), KETENTUAN).sesuai

    def test_nobody_is_not_available_and_one_cannot_satisfy_everything(self):
        assert pola_distribusi("baik", {}, KETENTUAN).sesuai is None
        assert "tidak dapat dipenuhi" in pola_distribusi("kurang", kurva(0, 1, 0, 0, 0), KETENTUAN).catatan
        assert not pola_distribusi("kurang", kurva(1, 1, 1, 6, 1), KETENTUAN).catatan

    def test_the_pattern_is_a_setting(self):
        pola = {**ISI["pola"], "istimewa": [["maks", ["sangat_baik"], "80"]]}
        assert pola_distribusi("istimewa", kurva(8, 2, 0, 0, 0), ubah_ketentuan(pola=pola)).sesuai

    @given(st.tuples(*[st.integers(0, 40)] * 5), st.integers(2, 5))
    def test_ten_times_the_people_in_the_same_shares_fit_whenever_the_few_do(self, banyak, kali):
        for organisasi in ISI["pola"]:
            if pola_distribusi(organisasi, kurva(*banyak), KETENTUAN).sesuai:
                besar = kurva(*(n * kali for n in banyak))
                assert pola_distribusi(organisasi, besar, KETENTUAN).sesuai

    @pytest.mark.parametrize("jumlah", [{"hebat": 1}, {"baik": -1}])
    def test_what_is_not_a_count_is_refused(self, jumlah):
        with pytest.raises(RuleViolation):
            pola_distribusi("baik", jumlah, KETENTUAN)
