"""The rules of plans, without a database."""

from datetime import date, timedelta
from decimal import Decimal as D
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aturan import (
    NILAI_DASAR,
    TRANSISI,
    bagi_rata,
    bulat,
    capaian,
    check_target,
    check_weights,
    next_status,
    target_periode,
)
from kinerja.pilihan import Arah, NilaiDasar, SifatTarget, StatusSKP
from mataram_asn.kit.galat import RuleViolation

AWAL, AKHIR = date(2026, 1, 1), date(2026, 12, 31)
AKSI = ("ajukan", "tarik", "kembalikan", "setujui")
positif = st.decimals(min_value=D("0.0001"), max_value=10**9, places=4)
tak_negatif = st.decimals(min_value=0, max_value=10**9, places=4)


class TestAlur:
    @pytest.mark.parametrize("status", StatusSKP)
    @pytest.mark.parametrize("aksi", (*AKSI, "hapus"))
    def test_every_state_and_act(self, status, aksi):
        if (status, aksi) in TRANSISI:
            assert next_status(status.value, aksi) == TRANSISI[status, aksi]
        else:
            with pytest.raises(RuleViolation, match="Muat ulang"):
                next_status(status.value, aksi)

    def test_an_approved_plan_stays(self):
        assert not [aksi for status, aksi in TRANSISI if status == StatusSKP.DISETUJUI]

    def test_an_unknown_state_is_a_sentence(self):
        with pytest.raises(RuleViolation, match="tidak dikenal"):
            next_status("selesai", "ajukan")


class TestCapaian:
    @pytest.mark.parametrize(
        ("arah", "target", "realisasi", "hasil"),
        [
            (Arah.NAIK, 50, 55, "110.00"),
            (Arah.NAIK, 50, 40, "80.00"),
            (Arah.NAIK, 3, 3, "100.00"),
            (Arah.NAIK, 3, 1, "33.33"),
            (Arah.NAIK, 100, 200, "120.00"),
            (Arah.NAIK, 100, 0, "0.00"),
            (Arah.TURUN, 10, 8, "120.00"),
            (Arah.TURUN, 10, 13, "70.00"),
            (Arah.TURUN, 10, 25, "0.00"),
            (Arah.TURUN, 10, 0, "120.00"),
            (Arah.TURUN, 0, 0, "100.00"),
            (Arah.TURUN, 0, D("0.01"), "0.00"),
        ],
    )
    def test_vectors(self, arah, target, realisasi, hasil):
        assert str(bulat(capaian(arah, D(target), D(realisasi)))) == hasil

    @pytest.mark.parametrize(
        ("realisasi", "hasil"),
        [
            (40, 100),
            (50, 100),
            (60, 100),
            (35, 75),
            (65, 75),
            (20, 0),
            (80, 0),
            (0, 0),
            (500, 0),
            (D("39.9"), D("99.5")),
        ],
    )
    def test_a_range_is_best_inside(self, realisasi, hasil):
        assert capaian(Arah.RENTANG, D(40), D(realisasi), target_atas=D(60)) == hasil

    def test_without_realisasi_it_is_not_available(self):
        assert capaian(Arah.NAIK, D(50), None) is None

    def test_it_is_exact_until_somebody_rounds(self):
        assert capaian(Arah.NAIK, D(3), D(1)) == F(100, 3)

    def test_the_cap_is_a_setting(self):
        assert capaian(Arah.NAIK, D(1), D(9), batas=D(150)) == 150
        assert capaian(Arah.NAIK, D(1), D(9), batas=D(100)) == 100

    @pytest.mark.parametrize("realisasi", [D(-1), D("NaN"), D("Infinity")])
    def test_realisasi_is_a_number_from_0(self, realisasi):
        with pytest.raises(RuleViolation, match="Realisasi"):
            capaian(Arah.NAIK, D(50), realisasi)

    def test_no_float_touches_a_score(self):
        with pytest.raises(TypeError):
            capaian(Arah.NAIK, D(50), 55.0)

    @given(st.sampled_from([Arah.NAIK, Arah.TURUN]), positif, tak_negatif, tak_negatif)
    def test_it_is_bounded_and_moves_the_right_way(self, arah, target, satu, lain):
        kecil, besar = sorted((satu, lain))
        a, b = capaian(arah, target, kecil), capaian(arah, target, besar)
        assert 0 <= a <= 120 and 0 <= b <= 120
        assert a <= b if arah == Arah.NAIK else a >= b
        assert capaian(arah, target, target) == 100

    @given(tak_negatif, positif, tak_negatif)
    def test_a_range_is_100_exactly_inside(self, bawah, lebar, realisasi):
        hasil = capaian(Arah.RENTANG, bawah, realisasi, target_atas=bawah + lebar)
        assert 0 <= hasil <= 100
        assert (hasil == 100) == (bawah <= realisasi <= bawah + lebar)


class TestTarget:
    @pytest.mark.parametrize(
        ("arah", "target", "atas", "kalimat"),
        [
            (Arah.NAIK, None, None, "Isi target"),
            (Arah.NAIK, D(0), None, "Target 0 hanya"),
            (Arah.NAIK, D(-1), None, "negatif"),
            (Arah.TURUN, D(-1), None, "negatif"),
            (Arah.NAIK, D("NaN"), None, "angka"),
            (Arah.RENTANG, D(40), None, "batas atas"),
            (Arah.RENTANG, D(40), D(40), "lebih besar"),
            (Arah.RENTANG, D(60), D(40), "lebih besar"),
            ("", D(40), None, "arah"),
            ("mendatar", D(40), None, "arah"),
        ],
    )
    def test_a_target_of_nothing_is_refused(self, arah, target, atas, kalimat):
        with pytest.raises(RuleViolation, match=kalimat):
            check_target(arah, target, atas)

    @pytest.mark.parametrize(
        ("arah", "target", "atas"),
        [(Arah.TURUN, D(0), None), (Arah.NAIK, D("0.0001"), None), (Arah.RENTANG, D(40), D("40.1"))],
    )
    def test_what_can_be_measured_passes(self, arah, target, atas):
        check_target(arah, target, atas)

    def test_a_constant_target_stays(self):
        assert target_periode(SifatTarget.TETAP, D(90), AWAL, AKHIR, date(2026, 3, 31)) == 90

    @pytest.mark.parametrize(
        ("akhir", "hasil"),
        [(date(2026, 3, 31), 90), (date(2026, 6, 30), 181), (AKHIR, 365), (date(2027, 3, 31), 365), (AWAL, 1)],
    )
    def test_a_cumulative_target_grows_by_the_days(self, akhir, hasil):
        assert target_periode(SifatTarget.KUMULATIF, D(365), AWAL, AKHIR, akhir) == hasil

    def test_a_segment_counts_from_its_own_start(self):
        assert (
            target_periode(SifatTarget.KUMULATIF, D(30), date(2026, 4, 1), date(2026, 6, 29), date(2026, 4, 30)) == 10
        )

    def test_a_leap_year_has_its_day(self):
        hasil = target_periode(SifatTarget.KUMULATIF, D(366), date(2028, 1, 1), date(2028, 12, 31), date(2028, 2, 29))
        assert hasil == 60

    def test_it_is_exact(self):
        assert target_periode(SifatTarget.KUMULATIF, D(100), AWAL, AKHIR, date(2026, 3, 31)) == F(9000, 365)

    @pytest.mark.parametrize(
        ("awal", "akhir", "periode"), [(AKHIR, AWAL, AKHIR), (date(2026, 4, 1), AKHIR, date(2026, 3, 31))]
    )
    def test_dates_that_do_not_meet_are_refused(self, awal, akhir, periode):
        with pytest.raises(RuleViolation):
            target_periode(SifatTarget.KUMULATIF, D(10), awal, akhir, periode)

    @given(positif, st.integers(1, 800), st.integers(0, 800))
    def test_it_never_passes_the_whole(self, target, panjang, lewat):
        akhir = AWAL + timedelta(days=panjang - 1)
        hasil = target_periode(SifatTarget.KUMULATIF, target, AWAL, akhir, AWAL + timedelta(days=lewat))
        assert 0 < hasil <= target
        assert (hasil == target) == (lewat >= panjang - 1)


class TestBobot:
    @pytest.mark.parametrize(
        "bobot",
        [["100"], ["60", "40"], ["33.33", "33.33", "33.34"], ["99.99", "0.01"], ["1"] * 100, ["50.000", "5E+1"]],
    )
    def test_exactly_100_passes(self, bobot):
        assert check_weights(map(D, bobot)) == ()

    @pytest.mark.parametrize(
        ("bobot", "kalimat"),
        [
            (["33.33"] * 3, "99,99; tambahkan 0,01"),
            (["60", "40.01"], "100,01; kurangi 0,01"),
            (["100", "0"], "lebih dari 0"),
            (["110", "-10"], "lebih dari 0"),
            (["33.333", "33.333", "33.334"], "dua angka"),
            (["NaN", "100"], "angka"),
            ([], "tepat 100,00"),
        ],
    )
    def test_anything_else_is_a_sentence(self, bobot, kalimat):
        assert any(kalimat in satu for satu in check_weights(map(D, bobot)))

    def test_a_missing_weight_is_asked_for(self):
        assert check_weights([D(100), None])[0].startswith("Setiap indikator")

    def test_several_faults_are_several_sentences(self):
        assert len(check_weights([D("0"), D("1.001")])) == 3

    @given(st.integers(1, 10_000))
    def test_equal_parts_always_pass(self, banyak):
        bagian = bagi_rata(banyak)
        assert len(bagian) == banyak
        assert check_weights(bagian) == ()
        assert set(bagian[:-1]) <= {bagian[0]} and bagian[-1] >= bagian[0]

    def test_the_last_takes_the_rest(self):
        assert bagi_rata(3) == (D("33.33"), D("33.33"), D("33.34"))

    @pytest.mark.parametrize("banyak", [0, -1, 10_001])
    def test_nothing_cannot_be_shared(self, banyak):
        with pytest.raises(RuleViolation):
            bagi_rata(banyak)


def test_each_value_has_its_three_guidelines():
    assert list(NILAI_DASAR) == list(NilaiDasar)
    assert {len(panduan) for panduan in NILAI_DASAR.values()} == {3}
