"""The rules of development, without a database."""

from copy import deepcopy
from datetime import date
from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisKetentuan, JenisPegawai
from pelatihan.aturan import (
    KETENTUAN_BAWAAN,
    Katalog,
    KetentuanJP,
    jp_baku,
    jp_dari_menit,
    jp_diakui,
    kebutuhan,
    saran,
    target_jp,
)
from pelatihan.pilihan import Bentuk, JenisSebab

ISI = KETENTUAN_BAWAAN[JenisKetentuan.JP][0]
JP = KetentuanJP.dari(ISI)
KUNCI = ("integritas", "kerja_sama", "komunikasi", "perekat_bangsa")
levels = st.dictionaries(st.sampled_from(KUNCI), st.integers(1, 5))


def ubah(**isi):
    return KetentuanJP.dari(deepcopy(ISI) | isi)


class TestJP:
    @pytest.mark.parametrize(
        ("bentuk", "jp"),
        [
            ("magang", 20), ("pertukaran", 20), ("detasering", 20), ("patok_banding", 10), ("teknis", 4),
            ("fungsional", 4), ("sosial_kultural", 4), ("seminar", 4), ("kursus", 4), ("penataran", 4),
            ("bimtek", 4), ("jarak_jauh", 4), ("workshop", 5), ("e_learning", 3),
            ("struktural", None), ("manajerial", None), ("sosialisasi", None), ("outbond", None),
        ],
    )  # fmt: skip
    def test_where_the_certificate_states_none(self, bentuk, jp):
        assert jp_baku(bentuk, JP) == jp

    @pytest.mark.parametrize("bentuk", ["coaching", "mentoring"])
    @pytest.mark.parametrize(
        ("hari", "jp"),
        [
            ([], None),
            ([(3, 1)], 2),
            ([(3, 1), (3, 9)], 4),
            ([(3, 1), (3, 9), (3, 20)], 4),
            ([(3, 1), (3, 2), (3, 3), (4, 1)], 6),
        ],
    )
    def test_sessions_count_at_most_twice_a_month(self, bentuk, hari, jp):
        assert jp_baku(bentuk, JP, sesi=[date(2026, *satu) for satu in hari]) == jp

    def test_the_same_month_of_another_year_counts_anew(self):
        assert jp_baku("coaching", JP, sesi=[date(tahun, 3, 1) for tahun in (2025, 2025, 2025, 2026)]) == 6

    @pytest.mark.parametrize("bentuk", ["belajar_mandiri", "komunitas"])
    def test_self_study_counts_by_the_day(self, bentuk):
        assert jp_baku(bentuk, JP, sesi=[date(2026, 3, 1), date(2026, 3, 1), date(2026, 3, 2)]) == 4
        assert jp_baku(bentuk, JP) is None

    @pytest.mark.parametrize(("menit", "jp"), [(0, 0), (44, 0), (45, 1), (89, 1), (90, 2), (900, 20)])
    def test_one_jp_is_45_minutes(self, menit, jp):
        assert jp_dari_menit(menit) == jp

    def test_no_training_lasts_less_than_nothing(self):
        with pytest.raises(RuleViolation):
            jp_dari_menit(-1)

    def test_pns_have_a_least_and_pppk_a_most(self):
        assert target_jp(JenisPegawai.PNS, JP) == 20 and target_jp(JenisPegawai.PPPK, JP) == 24
        assert jp_diakui(JenisPegawai.PNS, 60, JP) == 60
        assert [jp_diakui(JenisPegawai.PPPK, jp, JP) for jp in (10, 24, 60)] == [10, 24, 24]

    def test_another_ketentuan_gives_another_figure(self):
        assert target_jp(JenisPegawai.PNS, ubah(target_pns=32)) == 32
        assert jp_baku("workshop", ubah(baku=ISI["baku"] | {"workshop": 6})) == 6

    @pytest.mark.parametrize(
        "isi",
        [
            {"target_pns": 0}, {"target_pns": "20"}, {"target_pns": 20.0}, {"baku": []}, {"baku": {"piknik": 4}},
            {"baku": ISI["baku"] | {"magang": -20}}, {"sesi_per_bulan": {"sosialisasi": 2}}, {"lain": 1},
        ],
    )  # fmt: skip
    def test_a_ketentuan_that_cannot_be_read_is_refused(self, isi):
        with pytest.raises(RuleViolation):
            ubah(**isi)

    def test_every_form_is_known(self):
        assert {*JP.baku, *JP.sesi_per_bulan, *JP.per_hari} <= set(Bentuk.values)


class TestKebutuhan:
    def test_a_gap_is_the_standard_less_the_measure(self):
        (butuh,) = kebutuhan({"integritas": 4}, {"integritas": 2}, [], [], nama={"integritas": "Integritas"})
        assert (butuh.jenis, butuh.kunci) == (JenisSebab.KOMPETENSI, "integritas")
        assert (butuh.standar, butuh.ukuran, butuh.selisih) == (4, 2, 2)
        assert butuh.kalimat == "Integritas: tingkat 2, standar jabatan 4"

    @pytest.mark.parametrize("ukuran", [{}, {"integritas": 4}, {"integritas": 5}, {"komunikasi": 1}])
    def test_what_was_not_measured_or_suffices_is_no_need(self, ukuran):
        assert kebutuhan({"integritas": 4}, ukuran, [], [], nama={}) == ()

    def test_a_new_duty_raises_the_standard_and_so_the_need(self):
        ukuran = {"integritas": 2}
        assert not kebutuhan({"integritas": 2}, ukuran, [], [], nama={})
        assert kebutuhan({"integritas": 3}, ukuran, [], [], nama={})[0].selisih == 1

    def test_conduct_and_results_are_needs_after_competence(self):
        butuh = kebutuhan(
            {"integritas": 3, "komunikasi": 3},
            {"integritas": 2, "komunikasi": 1},
            [(NilaiDasar.KOMPETEN, "Kompeten: di bawah ekspektasi")],
            [("12", "Dokumen", F(250, 3)), ("13", "Pendampingan", None)],
            nama={},
        )
        assert [satu.kunci for satu in butuh] == ["komunikasi", "integritas", "kompeten", "12", "13"]
        assert str(butuh[3].ukuran) == "83.33" and "83,33" in butuh[3].kalimat
        assert butuh[4].ukuran is None and "capaian" not in butuh[4].kalimat

    def test_an_unknown_value_is_a_fault_of_the_caller(self):
        with pytest.raises(ValueError):
            kebutuhan({}, {}, [("sabar", "x")], [], nama={})

    @given(levels, levels)
    def test_raising_the_measure_to_the_standard_removes_the_need(self, standar, ukuran):
        butuh = kebutuhan(standar, ukuran, [], [], nama={})
        assert {satu.kunci for satu in butuh} == {k for k in standar if k in ukuran and ukuran[k] < standar[k]}
        naik = ukuran | {satu.kunci: satu.standar for satu in butuh}
        assert kebutuhan(standar, naik, [], [], nama={}) == ()
        assert [satu.selisih for satu in butuh] == sorted((satu.selisih for satu in butuh), reverse=True)


class TestSaran:
    katalog = (
        Katalog(1, "Bimtek integritas", 4, kompetensi="integritas"),
        Katalog(2, "Pelatihan integritas", 20, kompetensi="integritas"),
        Katalog(3, "Kelas kompeten", 8, nilai="kompeten"),
        Katalog(4, "Klinik kinerja", 6, untuk_hasil_kerja=True),
    )
    butuh = kebutuhan(
        {"integritas": 3, "komunikasi": 3},
        {"integritas": 1, "komunikasi": 1},
        [("kompeten", "Kompeten: di bawah ekspektasi")],
        [("12", "Dokumen", None), ("13", "Laporan", None)],
        nama={},
    )

    def test_each_need_gets_a_training_that_names_its_figure(self):
        pasangan = [(satu.pelatihan.pk, satu.kebutuhan.kunci) for satu in saran(self.butuh, self.katalog)]
        assert pasangan == [(2, "integritas"), (3, "kompeten"), (4, "12")]

    def test_what_is_taken_makes_room_for_the_next(self):
        sisa = [satu for satu in self.katalog if satu.pk != 2]
        assert saran(self.butuh, sisa)[0].pelatihan.pk == 1

    def test_without_a_need_or_a_catalogue_nothing_is_suggested(self):
        assert saran((), self.katalog) == () == saran(self.butuh, ())

    def test_no_more_than_asked(self):
        assert len(saran(self.butuh, self.katalog, maks=2)) == 2

    @given(levels, levels, st.integers(1, 5))
    def test_a_suggestion_closes_its_need_and_comes_once(self, standar, ukuran, maks):
        katalog = [Katalog(i, k, 4, kompetensi=k) for i, k in enumerate(KUNCI[:3])]
        butuh = kebutuhan(standar, ukuran, [], [], nama={})
        hasil = saran(butuh, katalog, maks=maks)
        assert all(satu.pelatihan.kompetensi == satu.kebutuhan.kunci for satu in hasil)
        assert len({satu.pelatihan.pk for satu in hasil}) == len(hasil) <= maks
