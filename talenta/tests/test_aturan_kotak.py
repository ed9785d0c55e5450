"""The nine boxes, competence fit and vacancies, without a database."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import Segmen
from mataram_asn.kit.galat import RuleViolation
from talenta.aturan import (
    KOTAK,
    REKOMENDASI,
    SUKSESI,
    HasilTahun,
    KetentuanTalenta,
    Kursi,
    Pemegang,
    Rentang,
    dua_tahun,
    hasil_tahun,
    kecocokan,
    nilai_pelatihan,
    nilai_pendidikan,
    nilai_pengalaman,
    pemegang,
    posisi,
    ramal,
    sumbu_kinerja,
    sumbu_potensial,
    tertimbang,
    tingkat_kecocokan,
    tingkat_kinerja,
    tingkat_potensial,
)
from talenta.pilihan import SebabKosong, TingkatKecocokan, TingkatKinerja, TingkatPotensial
from talenta.tests.contoh_aturan import ISI, KETENTUAN, PADA

UNSUR = ("kecocokan", "assessment_centre", "pendidikan", "pelatihan", "pengalaman")
BATAS = (("kinerja", "di_atas"), ("kinerja", "sesuai"), ("potensial", "tinggi"), ("potensial", "menengah"))
skala = st.decimals(0, 100, places=2)


def _urut(tiga):
    rendah, nilai, tinggi = (F(satu, 100) for satu in sorted(tiga))
    return Rentang(nilai, rendah, tinggi)


rentang = st.tuples(*[st.integers(0, 12000)] * 3).map(_urut)
rentang100 = rentang.map(lambda satu: satu.kali(F(5, 6)))


def ubah(**jalan):
    """The ketentuan with single values changed: potensial__tinggi="86"."""
    isi = deepcopy(ISI)
    for kunci, nilai in jalan.items():
        *naik, akhir = kunci.split("__")
        tempat = isi
        for satu in naik:
            tempat = tempat[satu]
        tempat[akhir] = nilai
    return KetentuanTalenta.dari(isi)


class TestKotak:
    @pytest.mark.parametrize(
        ("kinerja", "potensial", "kotak"),
        [
            ("di_atas", "tinggi", 9),
            ("sesuai", "tinggi", 8),
            ("di_atas", "menengah", 7),
            ("di_bawah", "tinggi", 6),
            ("sesuai", "menengah", 5),
            ("di_atas", "rendah", 4),
            ("di_bawah", "menengah", 3),
            ("sesuai", "rendah", 2),
            ("di_bawah", "rendah", 1),
        ],
    )
    def test_the_table(self, kinerja, potensial, kotak):
        assert KOTAK[kinerja][potensial] == kotak

    def test_every_box_has_its_recommendation(self):
        assert sorted(REKOMENDASI) == list(range(1, 10)) and all(REKOMENDASI.values()) and SUKSESI == (7, 8, 9)

    @pytest.mark.parametrize(
        ("nilai", "tingkat"),
        [("110", "di_atas"), ("109.995", "di_atas"), ("109.994", "sesuai"), ("90", "sesuai"), ("89.994", "di_bawah")],
    )
    def test_performance_is_cut_at_110_and_90(self, nilai, tingkat):
        assert tingkat_kinerja(F(nilai), KETENTUAN) == TingkatKinerja(tingkat)

    @pytest.mark.parametrize(
        ("nilai", "tingkat"), [("85", "tinggi"), ("84.99", "menengah"), ("70", "menengah"), ("69.99", "rendah")]
    )
    def test_potential_is_cut_at_85_and_70(self, nilai, tingkat):
        assert tingkat_potensial(F(nilai), KETENTUAN) == TingkatPotensial(tingkat)

    def test_without_one_axis_no_box_is_said(self):
        tanpa = posisi(Rentang.pasti(100), None, KETENTUAN)
        assert (tanpa.kotak, tanpa.mungkin, tanpa.pasti, tanpa.suksesi) == (None, (2, 5, 8), False, False)
        assert posisi(None, None, KETENTUAN).mungkin == tuple(range(1, 10))

    def test_an_interval_over_a_cut_says_both_boxes(self):
        satu = posisi(Rentang.pasti(100), Rentang(F(84), F(81), F(87)), KETENTUAN)
        assert (satu.kotak, satu.mungkin, satu.pasti, satu.suksesi, satu.mungkin_suksesi) == (
            5,
            (5, 8),
            False,
            False,
            True,
        )

    @given(rentang, rentang100)
    def test_the_box_of_the_value_is_among_those_of_the_interval(self, kinerja, potensial):
        satu = posisi(kinerja, potensial, KETENTUAN)
        assert satu.kotak in satu.mungkin
        assert satu.pasti == (len(satu.mungkin) == 1)

    @given(rentang, rentang100, st.sampled_from(BATAS), st.sampled_from([-1, 1]))
    def test_a_cut_moved_by_a_point_moves_only_whose_interval_it_crosses(self, kinerja, potensial, batas, geser):
        sumbu, nama = batas
        lama = D(ISI[sumbu][nama])
        baru = ubah(**{f"{sumbu}__{nama}": str(lama + geser)})
        sebelum, sesudah = posisi(kinerja, potensial, KETENTUAN), posisi(kinerja, potensial, baru)
        dilihat = kinerja if sumbu == "kinerja" else potensial
        rendah, tinggi = sorted((lama, lama + geser))
        if dilihat.tinggi < F(rendah) - F(1, 200) or dilihat.rendah >= tinggi:
            assert (sebelum.kotak, sebelum.mungkin) == (sesudah.kotak, sesudah.mungkin)


class TestKinerja:
    baru, lama = HasilTahun(2025, D("110"), D("100")), HasilTahun(2024, D("90"), D("100"))

    def test_two_years_weigh_60_and_40(self):
        satu = sumbu_kinerja(self.baru, self.lama, KETENTUAN)
        assert (satu.nilai, satu.rendah, satu.tinggi) == (101, 99, 103)

    def test_hasil_and_perilaku_weigh_as_the_ketentuan_says(self):
        assert sumbu_kinerja(self.baru, self.baru, ubah(kinerja__bobot_hasil="60")).nilai == 106

    @pytest.mark.parametrize(("dua", "nilai", "lebar"), [((0, None), 105, 6), ((None, 1), 95, 8)])
    def test_a_missing_year_widens_and_is_not_0(self, dua, nilai, lebar):
        tahun = [None if satu is None else (self.baru, self.lama)[satu] for satu in dua]
        satu = sumbu_kinerja(*tahun, KETENTUAN)
        assert (satu.nilai, satu.rendah, satu.tinggi) == (nilai, nilai - lebar, nilai + lebar)

    def test_without_a_result_it_is_not_available(self):
        assert sumbu_kinerja(None, None, KETENTUAN) is None
        assert sumbu_kinerja(HasilTahun(2025, None, D(100)), None, KETENTUAN) is None

    def test_it_stays_on_the_scale(self):
        tinggi = HasilTahun(2025, D(120), D(120))
        assert sumbu_kinerja(tinggi, None, KETENTUAN).tinggi == 120

    @pytest.mark.parametrize(
        ("tahun", "pada", "hasil"),
        [
            ((2025, 2024), 2026, (2025, 2024)),
            ((2024, 2023), 2026, (2024, 2023)),
            ((2025, 2023), 2026, (2025, None)),
            ((2024,), 2026, (2024, None)),
            ((2023, 2022), 2026, (None, 2023)),
            ((2026, 2025), 2026, (2025, None)),
            ((), 2026, (None, None)),
        ],
    )
    def test_the_last_two_years(self, tahun, pada, hasil):
        dua = dua_tahun([HasilTahun(satu, D(100), D(100)) for satu in tahun], pada)
        assert tuple(satu and satu.tahun for satu in dua) == hasil

    def test_segments_of_a_year_are_one_result(self):
        segmen = [
            (Segmen(date(2025, 1, 1), date(2025, 3, 31), D(100), D(100)), "baik"),
            (Segmen(date(2025, 4, 1), date(2025, 9, 27), D(110), D(110)), "kurang"),
            (Segmen(date(2025, 9, 28), date(2025, 12, 31), D(80), D(80)), "sangat_baik"),
        ]
        assert hasil_tahun(2025, segmen) == HasilTahun(2025, D("99.73"), D("99.73"), "kurang")
        assert hasil_tahun(2025, []) == HasilTahun(2025, None, None, None)


class TestPotensial:
    def test_five_parts_by_their_weights(self):
        unsur = dict(zip(UNSUR, map(D, (80, 70, 80, 100, 50)), strict=True))
        satu = sumbu_potensial(unsur, KETENTUAN)
        assert (satu.nilai, satu.rendah, satu.tinggi) == (77, 74, 80)

    def test_a_missing_part_widens_by_its_weight(self):
        unsur = dict(zip(UNSUR, (D(80), None, D(80), D(80), D(80)), strict=True))
        satu = sumbu_potensial(unsur, KETENTUAN)
        assert (satu.nilai, satu.rendah, satu.tinggi) == (80, 61, 87)

    def test_too_few_parts_are_not_available(self):
        assert sumbu_potensial(dict(zip(UNSUR, (None, D(90), D(90), D(90), None), strict=True)), KETENTUAN) is None
        assert sumbu_potensial({}, KETENTUAN) is None
        assert sumbu_potensial({"kecocokan": D(90)}, KETENTUAN) is not None

    def test_what_education_training_and_experience_are_worth(self):
        assert [nilai_pendidikan(satu, KETENTUAN) for satu in ("50", "40", "35", "15", "")] == [100, 80, 80, 50, None]
        assert [nilai_pelatihan(jp, 20) for jp in (0, 10, 20, 90, None)] == [0, 50, 100, 100, None]
        assert [nilai_pengalaman(bulan, KETENTUAN) for bulan in (0, 120, 240, 500, None)] == [0, 50, 100, 100, None]

    @given(st.dictionaries(st.sampled_from(UNSUR), skala), st.sampled_from(UNSUR), skala)
    def test_learning_a_part_lies_inside_what_was_said_before(self, unsur, tambah, nilai):
        lama = sumbu_potensial(unsur, KETENTUAN)
        if lama is None or tambah in unsur:
            return
        baru = sumbu_potensial(unsur | {tambah: nilai}, KETENTUAN)
        assert lama.rendah <= baru.rendah <= baru.nilai <= baru.tinggi <= lama.tinggi


class TestRentang:
    def test_nothing_available_is_not_available(self):
        assert tertimbang([(D(50), None), (D(50), None)]) is None
        assert tertimbang([(D(0), Rentang.pasti(5)), (D(50), None)]) is None

    @given(st.lists(st.tuples(st.integers(0, 100).map(D), st.none() | rentang100), min_size=1, max_size=6))
    def test_the_value_lies_in_its_interval(self, bagian):
        hasil = tertimbang(bagian)
        if hasil is not None:
            assert 0 <= hasil.rendah <= hasil.nilai <= hasil.tinggi <= 100

    @given(st.lists(st.tuples(st.integers(1, 100).map(D), skala.map(Rentang.pasti)), min_size=1, max_size=6))
    def test_it_is_the_weighted_mean(self, bagian):
        hasil = tertimbang(bagian)
        rata = sum(F(b) * satu.nilai for b, satu in bagian) / sum(F(b) for b, _ in bagian)
        assert hasil == Rentang.pasti(rata)


class TestKecocokan:
    def test_more_than_asked_counts_as_asked(self):
        satu = kecocokan({"a": 2, "b": 3}, {"a": 5, "b": 2, "c": 5})
        assert satu.rentang == Rentang.pasti(80)
        assert satu.rincian == (("a", 2, 5), ("b", 3, 2))

    def test_what_was_not_measured_widens(self):
        satu = kecocokan({"a": 2, "b": 3}, {"a": 1})
        assert satu.rentang == Rentang(F(50), F(20), F(80))

    @pytest.mark.parametrize("ukuran", [{}, {"c": 3}])
    def test_nothing_measured_is_not_available(self, ukuran):
        assert kecocokan({"a": 2, "b": 3}, ukuran) is None
        assert kecocokan({}, ukuran) is None

    @pytest.mark.parametrize(
        ("nilai", "tingkat"),
        [
            ("80", "optimal"),
            ("79.99", "cukup"),
            ("68", "cukup"),
            ("67.99", "kurang"),
            ("100", "optimal"),
            ("0", "kurang"),
        ],
    )
    def test_levels_of_fit(self, nilai, tingkat):
        assert tingkat_kecocokan(F(nilai), KETENTUAN) == TingkatKecocokan(tingkat)


class TestLowongan:
    def test_vacant_now_pension_and_contract(self):
        kursi = [Kursi(1, 2), Kursi(2, 1)]
        isi = [
            pemegang(1, 10, "pns", date(1969, 2, 10), 58),
            pemegang(2, 20, "pppk", date(1990, 1, 1), 58, date(2027, 1, 31)),
        ]
        assert [(satu.jabatan_id, satu.tanggal, satu.sebab, satu.pegawai_id) for satu in ramal(kursi, isi, PADA)] == [
            (1, PADA, SebabKosong.KOSONG, None),
            (2, date(2027, 2, 1), SebabKosong.KONTRAK, 20),
            (1, date(2027, 3, 1), SebabKosong.PENSIUN, 10),
        ]

    @pytest.mark.parametrize(
        ("tanggal", "masuk"), [(date(2028, 11, 23), 1), (date(2028, 11, 24), 0), (PADA, 1), (date(2026, 1, 1), 1)]
    )
    def test_the_window_is_half_open(self, tanggal, masuk):
        assert len(ramal([Kursi(1, 1)], [Pemegang(1, 10, tanggal, SebabKosong.PENSIUN)], PADA, 24)) == masuk

    def test_who_leaves_an_overfilled_position_first_opens_no_seat(self):
        isi = [Pemegang(1, n, date(2027, n, 1), SebabKosong.PENSIUN) for n in (1, 2, 3)]
        assert [satu.pegawai_id for satu in ramal([Kursi(1, 2)], isi, PADA)] == [2, 3]
        assert [satu.pegawai_id for satu in ramal([Kursi(1, 0)], isi, PADA)] == []

    def test_without_a_birth_date_nothing_is_foretold(self):
        assert pemegang(1, 10, "pns", None, 58) == Pemegang(1, 10)
        assert pemegang(1, 10, "non_asn", date(1950, 1, 1), None) == Pemegang(1, 10)

    @given(st.integers(0, 5), st.lists(st.none() | st.integers(-100, 1000), max_size=6))
    def test_seats_are_never_counted_twice(self, butuh, keluar):
        isi = [
            Pemegang(1, i, None if h is None else PADA + timedelta(h), SebabKosong.PENSIUN)
            for i, h in enumerate(keluar)
        ]
        hasil = ramal([Kursi(1, butuh)], isi, PADA)
        tinggal = sum(h is None or PADA + timedelta(h) >= date(2028, 11, 24) for h in keluar)
        assert len(hasil) == max(butuh - tinggal, 0)
        assert [satu.tanggal for satu in hasil] == sorted(satu.tanggal for satu in hasil)


@pytest.mark.parametrize(
    "jalan",
    [
        {"kinerja__di_atas": "90"},
        {"kinerja__sesuai": "0"},
        {"kinerja__bobot_tahun_ini": "70"},
        {"potensial__menengah": "85"},
        {"potensial__bobot": {"kecocokan": "100"}},
        {"potensial__nilai_pendidikan__40": 80.5},
        {"kecocokan__cukup": "81"},
        {"skor__kinerja": "41"},
        {"gerbang__pengawas__pendidikan": "D3"},
        {"gerbang__pengawas__asal": "magang"},
        {"gerbang__administrator__usia_maks": "56"},
        {"syarat__predikat_tahun": 3},
        {"lain": 1},
    ],
)
def test_a_ketentuan_that_does_not_hold_together_is_refused(jalan):
    with pytest.raises(RuleViolation):
        ubah(**jalan)


def test_the_ketentuan_cannot_be_changed():
    with pytest.raises(AttributeError):
        KETENTUAN.kinerja = None
    with pytest.raises(TypeError):
        KETENTUAN.skor["kinerja"] = D(100)
    assert replace(KETENTUAN).skor == KETENTUAN.skor
