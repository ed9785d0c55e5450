"""The public: the blend, the SKM, fairness, suppression."""

from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import Jawaban
from evaluasi.aturan.adil import k_momen, kurangi, ringkasan_publik, susut, susut_bertingkat, wilson
from evaluasi.aturan.penyembunyian import sembunyikan
from evaluasi.aturan.publik import konversi, kredibilitas, padu, pilih_suara, rerata
from evaluasi.aturan.skm import PERTANYAAN, ikm, ikm_cetak, jumlahkan, mutu, sampel
from evaluasi.pilihan import UnsurSKM
from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

from .contoh_aturan import KETENTUAN

TITIK = KETENTUAN.konversi


class TestPadu:
    def test_thirty_answers_of_115_beside_100(self):
        assert kredibilitas(30, D(10)) == Fraction(3, 4)
        assert bulat(padu(D(100), D(115), 30, bobot=D("0.30"), k=D(10))) == D("103.38")

    def test_a_service_of_forty(self):
        publik = konversi(D("88.31"), TITIK)
        assert bulat(padu(D(100), publik, 40, bobot=D("0.10"), k=D(10))) == D("100.80")

    @pytest.mark.parametrize(
        ("nilai", "indeks"),
        [
            ("25", "40.00"),
            ("65", "75.00"),
            ("76.61", "90.00"),
            ("81.46", "98.29"),
            ("88.31", "110.00"),
            ("100", "120.00"),
            ("45", "57.50"),
        ],
    )
    def test_the_bands(self, nilai, indeks):
        assert bulat(konversi(D(nilai), TITIK)) == D(indeks)

    @given(st.fractions(25, 100), st.fractions(25, 100))
    def test_the_map_rises_and_stays_on_the_scale(self, a, b):
        assert 40 <= konversi(a, TITIK) <= 120
        assert (a <= b) == (konversi(a, TITIK) <= konversi(b, TITIK))

    @given(st.integers(75, 115), st.integers(40, 120), st.integers(0, 10**6))
    def test_the_blend_lies_between_the_voices_and_moves_at_most_its_weight(self, atasan, publik, n):
        nilai = padu(Fraction(atasan), Fraction(publik), n, bobot=D("0.30"), k=D(10))
        assert min(atasan, publik) <= nilai <= max(atasan, publik)
        assert abs(nilai - atasan) <= Fraction("0.30") * abs(publik - atasan)

    @pytest.mark.parametrize(
        ("sendiri", "layanan", "harapan"),
        [
            (9, None, None),
            (10, None, (True, 10)),
            (9, 29, None),
            (4, 40, (False, 40)),
            (10, 40, (True, 10)),
            (None, 30, (False, 30)),
        ],
    )
    def test_whose_answers_count(self, sendiri, layanan, harapan):
        suara = pilih_suara(
            NilaiDasar.BERORIENTASI_PELAYANAN,
            None if sendiri is None else Jawaban((0, 0, sendiri, 0)),
            None if layanan is None else Jawaban((0, 0, layanan, 0)),
            KETENTUAN,
        )
        assert (suara and (suara.sendiri, suara.n)) == harapan

    def test_the_public_speaks_of_two_values_only(self):
        penuh = Jawaban((9, 9, 9, 9), (9, 9, 9, 9), (9, 9, 9, 9))
        berbicara = {nilai for nilai in NilaiDasar if pilih_suara(nilai, penuh, penuh, KETENTUAN)}
        assert berbicara == {NilaiDasar.BERORIENTASI_PELAYANAN, NilaiDasar.KOMPETEN}

    def test_no_answers_have_no_mean(self):
        assert rerata((0, 0, 0, 0)) == (0, None)
        assert rerata((1, 0, 0, 1), (0, 0, 0, 2)) == (4, Fraction(13, 4))


def lembar(kode: str) -> dict:
    return {unsur: None if satu == "-" else int(satu) for unsur, satu in zip(PERTANYAAN, kode, strict=True)}


class TestSKM:
    def test_nine_elements_in_the_order_of_the_questionnaire(self):
        assert set(PERTANYAAN) == set(UnsurSKM)
        assert list(PERTANYAAN)[-3:] == [UnsurSKM.PERILAKU, UnsurSKM.SARANA, UnsurSKM.PENGADUAN]
        assert PERTANYAAN[UnsurSKM.BIAYA].jawaban[3] == "Gratis"

    def test_twenty_nine_people(self):
        total = (105, 101, 100, 116, 102, 105, 106, 105, 115)
        jumlah = {unsur: (satu, 29) for unsur, satu in zip(PERTANYAAN, total, strict=True)}
        assert ikm(jumlah) == D("91.48")
        assert mutu(ikm(jumlah), KETENTUAN) == "A"
        assert ikm_cetak(jumlah) == D("90.56")

    @pytest.mark.parametrize(
        ("jawaban", "nilai", "huruf"),
        [
            (("333433324", "433444434", "322433333", "333433434", "223433333"), "79.44", "B"),
            (("3334333-4", "433444434", "322433333", "333433434", "223433333"), "80.00", "B"),
            (("111111111",), "25.00", "D"),
            (("222222222", "222222222"), "50.00", "D"),
            (("333333333",), "75.00", "C"),
            (("444444444",), "100.00", "A"),
            (("4--------",), "100.00", "A"),
        ],
    )
    def test_answers(self, jawaban, nilai, huruf):
        angka = ikm(jumlahkan(map(lembar, jawaban)))
        assert (angka, mutu(angka, KETENTUAN)) == (D(nilai), huruf)

    @pytest.mark.parametrize(
        ("nilai", "huruf"),
        [
            ("64.99", "D"),
            ("64.995", "C"),
            ("65.00", "C"),
            ("76.60", "C"),
            ("76.605", "B"),
            ("76.61", "B"),
            ("88.30", "B"),
            ("88.31", "A"),
            ("100", "A"),
            ("25", "D"),
        ],
    )
    def test_quality_bands(self, nilai, huruf):
        assert mutu(D(nilai), KETENTUAN) == huruf

    def test_nobody_answered_is_not_available(self):
        assert ikm(jumlahkan([])) is None
        assert ikm_cetak(jumlahkan([lembar("---------")])) is None

    @pytest.mark.parametrize(
        "buruk", [{"perilaku": 0}, {"perilaku": 5}, {"perilaku": True}, {"perilaku": "4"}, {"senyum": 4}]
    )
    def test_what_is_no_answer_is_refused(self, buruk):
        with pytest.raises(RuleViolation):
            jumlahkan([buruk])

    @pytest.mark.parametrize(
        ("populasi", "contoh"), [(1, 1), (10, 10), (66, 56), (150, 108), (5580, 359), (461936, 384)]
    )
    def test_sample(self, populasi, contoh):
        assert sampel(populasi) == contoh

    def test_a_sample_of_nobody_is_refused(self):
        with pytest.raises(RuleViolation):
            sampel(0)


class TestAdil:
    @pytest.mark.parametrize(
        ("rata", "n", "harapan"),
        [("4.0", 2, "3.3833"), ("4.0", 30, "3.8150"), ("2.0", 3, "2.9692"), ("2.0", 50, "2.2100")],
    )
    def test_shrinkage(self, rata, n, harapan):
        assert bulat(susut(n, D(rata), D("3.26"), D(10)), 4) == D(harapan)

    def test_without_answers_it_is_the_mean_of_the_others(self):
        assert susut(0, None, D("3.26"), D(10)) == Fraction("3.26")

    @pytest.mark.parametrize(
        ("cocok", "n", "bawah"), [(5, 5, "0.5655"), (9, 10, "0.5958"), (45, 50, "0.7864"), (0, 5, "0.0000")]
    )
    def test_wilson(self, cocok, n, bawah):
        assert wilson(cocok, n)[0] == D(bawah)

    def test_wilson_mirrors_and_knows_nothing_of_nobody(self):
        (a, b), (c, d) = wilson(2, 9), wilson(7, 9)
        assert (a, b) == (1 - d, 1 - c)
        assert wilson(0, 0) is None
        with pytest.raises(RuleViolation):
            wilson(3, 2)

    def test_a_person_is_compared_without_themselves(self):
        sendiri = (0, 0, 0, 10)
        lain = (0, 0, 10, 0)
        layanan = tuple(a + b for a, b in zip(sendiri, lain, strict=True))
        # alone in the service: everything wider is the others' 3
        assert susut_bertingkat(sendiri, sendiri, layanan, layanan, 10) == Fraction(7, 2)
        assert susut_bertingkat(sendiri, layanan, layanan, layanan, 10) == Fraction(7, 2)
        assert susut_bertingkat(sendiri, sendiri, sendiri, sendiri, 10) is None
        with pytest.raises(RuleViolation):
            kurangi(lain, sendiri)

    def test_k_follows_the_variances_and_keeps_its_bounds(self):
        sama = [(5, 5, 5, 5)] * 4
        assert k_momen(sama, KETENTUAN) == 100
        jauh = [(50, 0, 0, 0), (0, 0, 0, 50)]
        assert k_momen(jauh, KETENTUAN) == 10
        assert k_momen([(5, 5, 5, 5)], KETENTUAN) == 100
        # two services of 20: within 20/38, between ((20·0.0625)·2 − 20/38)/20
        dekat = [(0, 5, 10, 5), (0, 0, 10, 10)]
        dalam = Fraction(10 + 5, 38)
        antara = (2 * 20 * Fraction(1, 16) - dalam) / (40 - Fraction(800, 40))
        assert k_momen(dekat, KETENTUAN) == max(10, min(100, dalam / antara))

    @given(st.lists(st.tuples(*[st.integers(0, 30)] * 4), max_size=6))
    def test_k_is_always_between_ten_and_a_hundred(self, layanan):
        assert 10 <= k_momen(layanan, KETENTUAN) <= 100

    @given(st.integers(0, 500), st.fractions(1, 4), st.fractions(1, 4))
    def test_a_shrunken_mean_lies_between(self, n, rata, mu):
        assert min(rata, mu) <= susut(n, rata, mu, 10) <= max(rata, mu)

    def test_what_a_person_is_shown(self):
        assert ringkasan_publik((0, 0, 2, 2), KETENTUAN).n is None
        lima = ringkasan_publik((0, 0, 0, 5), KETENTUAN)
        assert (lima.n, lima.rata, lima.puas, lima.selang[0], lima.dihitung) == (5, D("4.00"), 1, D("0.5655"), False)
        assert ringkasan_publik((1, 2, 3, 4), KETENTUAN).dihitung


class TestPenyembunyian:
    def test_one_small_group_takes_another_with_it(self):
        hasil = sembunyikan({"a": 3, "b": 12, "c": 40}, 5)
        assert hasil.tersembunyi == {"a", "b"}
        assert hasil.jumlah_tampil

    def test_enough_small_groups_hide_each_other(self):
        assert sembunyikan({"a": 3, "b": 4, "c": 40}, 5).tersembunyi == {"a", "b"}
        assert sembunyikan({"a": 1, "b": 1, "c": 40}, 5).tersembunyi == {"a", "b", "c"}

    def test_nothing_small_hides_nothing(self):
        hasil = sembunyikan({"a": 5, "b": 0, "c": 40}, 5)
        assert (hasil.tersembunyi, hasil.jumlah_tampil) == (frozenset(), True)

    def test_a_lonely_small_group_hides_the_total(self):
        assert not sembunyikan({"a": 3, "b": 0}, 5).jumlah_tampil

    @given(st.dictionaries(st.integers(0, 9), st.integers(0, 30)), st.integers(1, 10))
    def test_nothing_under_the_minimum_can_be_found_by_subtraction(self, banyak, minimum):
        hasil = sembunyikan(banyak, minimum)
        tampil = {kunci: n for kunci, n in banyak.items() if kunci not in hasil.tersembunyi}
        assert all(n == 0 or n >= minimum for n in tampil.values())
        if hasil.jumlah_tampil and hasil.tersembunyi:
            assert sum(banyak.values()) - sum(tampil.values()) >= minimum
            assert len(hasil.tersembunyi) >= 2
