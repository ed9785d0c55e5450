"""Hard requirements and the ranking of candidates, without a database."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit.pohon import Simpul, akar
from talenta.aturan import (
    HasilTahun,
    bulan_pengalaman,
    memenuhi,
    periksa_syarat,
    peringkat,
    posisi,
    simpul_kinerja,
    simpul_potensial,
    tingkat_jabatan,
)
from talenta.aturan.nilai import kinerja_orang, potensial_orang
from talenta.tests.contoh_aturan import KABID, KADIS, KASI, KETENTUAN, ORANG, PADA, STAF, STANDAR, jabatan


def syarat(orang, sasaran=KASI, pada=PADA) -> dict:
    return {satu.nama: satu for satu in periksa_syarat(orang, sasaran, pada, KETENTUAN)}


def terpenuhi(nama, sasaran=KASI, **lain):
    return syarat(replace(ORANG, **lain), sasaran)[nama].terpenuhi


class TestSyarat:
    def test_who_meets_everything_is_a_candidate(self):
        semua = syarat(ORANG)
        assert memenuhi(semua.values()) is True
        assert all(satu.kalimat.endswith(".") and satu.sumber for satu in semua.values())

    @pytest.mark.parametrize(
        ("nama", "ganti", "hasil"),
        [
            ("Aktif bertugas", {"aktif": False}, False),
            ("Aktif bertugas", {"keluar": PADA}, False),
            ("Aktif bertugas", {"keluar": PADA + timedelta(1)}, True),
            ("Aktif bertugas", {"keluar": None}, True),
            ("Jabatan sekarang", {"riwayat": ()}, None),
            ("Jabatan sekarang", {"riwayat": (jabatan("pengawas", date(2020, 1, 1)),)}, True),
            ("Jabatan sekarang", {"riwayat": (jabatan("pengawas", date(2020, 1, 1), jabatan_id=9),)}, False),
            ("Jabatan sekarang", {"riwayat": (jabatan("administrator", date(2020, 1, 1)),)}, False),
            ("Jabatan sekarang", {"riwayat": (jabatan("fungsional", date(2020, 1, 1), jenjang="ahli_madya"),)}, False),
            ("Pendidikan", {"pendidikan": "30"}, True),
            ("Pendidikan", {"pendidikan": "25"}, False),
            ("Pendidikan", {"pendidikan": ""}, None),
            ("Pangkat", {"golongan": "III/b"}, True),
            ("Pangkat", {"golongan": "III/a"}, False),
            ("Pangkat", {"golongan": "IX"}, None),
            ("Pangkat", {"golongan": ""}, None),
            ("Pangkat terhadap atasan", {"golongan": "IV/a"}, True),
            ("Pangkat terhadap atasan", {"golongan": "IV/b"}, False),
            ("Predikat kinerja", {"tahunan": ()}, None),
            ("Predikat kinerja", {"tahunan": ORANG.tahunan[:1]}, None),
            (
                "Predikat kinerja",
                {"tahunan": (replace(ORANG.tahunan[0], predikat="sangat_baik"), ORANG.tahunan[1])},
                True,
            ),
            ("Predikat kinerja", {"tahunan": (replace(ORANG.tahunan[0], predikat="butuh_perbaikan"),)}, False),
            ("Predikat kinerja", {"tahunan": (ORANG.tahunan[0], replace(ORANG.tahunan[1], predikat="kurang"))}, False),
            ("Standar kompetensi", {"ukuran": {}}, None),
            ("Standar kompetensi", {"ukuran": dict.fromkeys(STANDAR, 1)}, False),
            ("Standar kompetensi", {"ukuran": dict(list(STANDAR.items())[:3])}, True),
            ("Standar kompetensi", {"ukuran": dict(list(STANDAR.items())[:2])}, None),
            ("Disiplin", {"disiplin": True}, False),
            ("Masa jabatan", {"riwayat": (jabatan("pelaksana", date(2024, 11, 24)),)}, True),
            ("Masa jabatan", {"riwayat": (jabatan("pelaksana", date(2024, 11, 25)),)}, False),
        ],
    )
    def test_one_fact_decides_one_requirement(self, nama, ganti, hasil):
        assert terpenuhi(nama, **ganti) is hasil

    def test_training_is_asked_only_where_the_position_asks_it(self):
        assert "Pelatihan" not in syarat(ORANG)
        wajib = replace(KASI, pelatihan_wajib={"pkp": "Pelatihan Kepemimpinan Pengawas"})
        assert syarat(ORANG, wajib)["Pelatihan"].terpenuhi is False
        assert "Kepemimpinan Pengawas" in syarat(ORANG, wajib)["Pelatihan"].kalimat
        assert terpenuhi("Pelatihan", wajib, pelatihan=frozenset({"pkp"})) is True

    def test_the_superiors_rank_is_compared_only_where_there_is_one(self):
        assert "Pangkat terhadap atasan" not in syarat(ORANG, KADIS)

    def test_a_functional_position_is_filled_from_its_own_rumpun(self):
        sasaran = replace(KASI, jenis="fungsional", jenjang="ahli_muda")
        staf = jabatan("fungsional", date(2020, 1, 1), jenjang="ahli_pertama")
        assert terpenuhi("Jabatan sekarang", sasaran, riwayat=(staf,)) is True
        assert terpenuhi("Jabatan sekarang", sasaran, riwayat=(replace(staf, rumpun="hukum"),)) is False
        assert "Pengalaman jabatan" not in syarat(ORANG, sasaran)


class TestGerbang:
    @pytest.mark.parametrize(
        ("sasaran", "riwayat", "hasil"),
        [
            (KASI, [jabatan("pelaksana", date(2022, 11, 24))], True),
            (KASI, [jabatan("pelaksana", date(2022, 11, 25))], False),
            (KASI, [jabatan("fungsional", date(2022, 11, 24), jenjang="terampil")], True),
            (KABID, [jabatan("pengawas", date(2023, 11, 24))], True),
            (KABID, [jabatan("pengawas", date(2023, 11, 25))], False),
            (KABID, [jabatan("pelaksana", date(2000, 1, 1))], False),
            (KABID, [jabatan("fungsional", date(2023, 11, 24), jenjang="ahli_muda")], True),
            (KABID, [jabatan("fungsional", date(2010, 1, 1), jenjang="ahli_pertama")], False),
            (KADIS, [jabatan("administrator", date(2024, 11, 24))], True),
            (KADIS, [jabatan("administrator", date(2024, 11, 25))], False),
            (KADIS, [jabatan("fungsional", date(2024, 11, 24), jenjang="ahli_madya")], True),
            (KADIS, [jabatan("pengawas", date(2000, 1, 1))], False),
        ],
    )
    def test_years_in_the_level_below_or_equal(self, sasaran, riwayat, hasil):
        assert terpenuhi("Pengalaman jabatan", sasaran, riwayat=tuple(riwayat)) is hasil

    @pytest.mark.parametrize(
        ("sasaran", "pendidikan", "hasil"),
        [
            (KASI, "30", True),
            (KASI, "25", False),
            (KABID, "35", True),
            (KABID, "30", False),
            (KADIS, "40", True),
            (KADIS, "30", False),
        ],
    )
    def test_education(self, sasaran, pendidikan, hasil):
        assert terpenuhi("Pendidikan", sasaran, pendidikan=pendidikan) is hasil

    @pytest.mark.parametrize(
        ("lahir", "hasil"),
        [(date(1969, 11, 25), True), (date(1970, 11, 24), True), (date(1969, 11, 24), False), (None, None)],
    )
    def test_a_head_of_office_is_at_most_56(self, lahir, hasil):
        assert terpenuhi("Usia", KADIS, lahir=lahir) is hasil

    def test_the_age_is_that_of_the_day_the_seat_is_empty(self):
        assert terpenuhi("Usia", replace(KADIS, tanggal=date(2027, 11, 25)), lahir=date(1970, 11, 25)) is False

    @pytest.mark.parametrize(
        ("mulai", "rumpun", "hasil"), [(2021, "keuangan", True), (2022, "keuangan", False), (2000, "hukum", False)]
    )
    def test_five_related_years(self, mulai, rumpun, hasil):
        riwayat = (jabatan("administrator", date(mulai, 11, 24), rumpun=rumpun),)
        assert terpenuhi("Pengalaman terkait", KADIS, riwayat=riwayat) is hasil

    def test_only_leading_positions_have_a_gate(self):
        assert not {"Usia", "Pengalaman terkait"} & set(syarat(ORANG, KASI))


class TestPengalaman:
    def test_placements_without_a_gap_are_one_stretch(self):
        dua = [jabatan("pelaksana", date(2024, 1, 15), date(2024, 7, 20)), jabatan("pengawas", date(2024, 7, 21))]
        assert bulan_pengalaman(dua, date(2025, 1, 15)) == 12

    def test_a_gap_and_the_future_do_not_count(self):
        dua = [jabatan("pelaksana", date(2020, 1, 1), date(2020, 12, 31)), jabatan("pelaksana", date(2025, 1, 1))]
        assert bulan_pengalaman(dua, date(2025, 1, 1)) == 12
        assert bulan_pengalaman(dua, date(2020, 7, 1)) == 6
        assert bulan_pengalaman([], PADA) == 0

    @given(st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 2000)), max_size=5))
    def test_no_month_counts_twice(self, masa):
        awal = date(2015, 1, 1)
        riwayat = [jabatan("pelaksana", awal + timedelta(a), awal + timedelta(a + n)) for a, n in masa]
        seluruh = bulan_pengalaman([jabatan("pelaksana", awal)], PADA)
        assert 0 <= bulan_pengalaman(riwayat, PADA) <= seluruh
        assert bulan_pengalaman(riwayat + riwayat, PADA) == bulan_pengalaman(riwayat, PADA)

    @pytest.mark.parametrize(
        ("jenis", "jenjang", "tingkat"),
        [
            ("pelaksana", "", 1),
            ("pimpinan_tinggi_pratama", "", 4),
            ("fungsional", "ahli_muda", 2),
            ("pimpinan_daerah", "", None),
        ],
    )
    def test_levels_of_positions(self, jenis, jenjang, tingkat):
        assert tingkat_jabatan(jenis, jenjang) == tingkat


class TestPeringkat:
    def test_a_hard_requirement_keeps_somebody_off_the_list_until_it_is_met(self):
        kurang = replace(ORANG, kunci=2, pendidikan="15")
        hasil = peringkat([ORANG, kurang], KASI, PADA, KETENTUAN)
        assert [satu.kunci for satu in hasil.calon] == [1]
        ((kunci, alasan),) = hasil.gugur
        assert kunci == 2 and [satu.nama for satu in alasan if satu.terpenuhi is False] == ["Pendidikan"]
        assert {satu.kunci for satu in peringkat([replace(kurang, pendidikan="40")], KASI, PADA, KETENTUAN).calon} == {
            2
        }

    def test_what_is_not_known_is_neither_a_failure_nor_a_candidate(self):
        hasil = peringkat([replace(ORANG, ukuran={})], KASI, PADA, KETENTUAN)
        assert hasil.calon == hasil.gugur == () and hasil.belum[0][0] == 1

    def test_the_score_of_a_known_person(self):
        (calon,) = peringkat([ORANG], KASI, PADA, KETENTUAN).calon
        # kinerja (.6 x 102 + .4 x 100) / 1.2 = 84.3333; fit 100; 82 of 240 months = 34.1667;
        # potential .5 x 100 + .2 x 80 + .1 x 80 + .1 x 100 + .1 x 34.1667 = 87.4167
        # .4 x 84.3333 + .3 x 100 + .2 x 87.4167 + .1 x 34.1667 = 84.6333
        assert calon.nilai == D("84.63")
        assert calon.rendah <= calon.nilai <= calon.tinggi

    def test_the_better_comes_first_and_ties_stand_by_key(self):
        naik = replace(ORANG, kunci=3, tahunan=tuple(HasilTahun(t, D(110), D(110), "baik") for t in (2025, 2024)))
        urut = [satu.kunci for satu in peringkat([replace(ORANG, kunci=2), ORANG, naik], KASI, PADA, KETENTUAN).calon]
        assert urut == [3, 1, 2]

    def test_a_missing_part_widens_and_does_not_lower(self):
        (penuh,) = peringkat([ORANG], KASI, PADA, KETENTUAN).calon
        (tanpa,) = peringkat([replace(ORANG, unsur={}, jp=None)], KASI, PADA, KETENTUAN).calon
        assert tanpa.tinggi - tanpa.rendah > penuh.tinggi - penuh.rendah

    def test_the_tree_says_the_score_and_every_part(self):
        (calon,) = peringkat([ORANG], KASI, PADA, KETENTUAN).calon
        pohon = calon.pohon
        assert pohon.nilai == str(calon.nilai) and pohon.cari("tahun:2025").nilai == "102.00"
        assert pohon.cari("kompetensi:integritas").nilai == "2" and pohon.cari("skor:pengalaman").nilai == "34.17"
        assert Simpul.dari_dict(pohon.ke_dict()) == pohon

    def test_any_other_figure_changes_the_root(self):
        def sidik(orang):
            return akar(peringkat([orang], KASI, PADA, KETENTUAN).calon[0].pohon)

        lain = [
            replace(ORANG, unsur={"assessment_centre": D("80.01")}),
            replace(ORANG, ukuran=STANDAR | {"komunikasi": 3}),
            replace(ORANG, jp=19),
            replace(ORANG, riwayat=(replace(STAF, mulai=date(2019, 12, 1)),)),
            replace(ORANG, tahunan=(replace(ORANG.tahunan[0], indeks_hasil=D("104.01")), ORANG.tahunan[1])),
        ]
        assert len({sidik(satu) for satu in (ORANG, *lain)}) == 1 + len(lain)

    @given(st.integers(0, 120), st.integers(0, 5), st.none() | st.integers(0, 60))
    def test_a_better_performance_never_lowers_a_score(self, dasar, naik, jp):
        def nilai(indeks):
            hasil = tuple(HasilTahun(t, D(indeks), D(indeks), "baik") for t in (2025, 2024))
            return peringkat([replace(ORANG, tahunan=hasil, jp=jp)], KASI, PADA, KETENTUAN).calon[0].nilai

        assert nilai(dasar) <= nilai(min(120, dasar + naik))


class TestPohonSumbu:
    def test_both_axes_explain_themselves(self):
        kinerja, potensial = kinerja_orang(ORANG, PADA, KETENTUAN), potensial_orang(ORANG, STANDAR, PADA, KETENTUAN)
        assert simpul_kinerja(kinerja, KETENTUAN).nilai == "101.20"
        assert simpul_potensial(potensial, KETENTUAN).nilai == "87.42"
        assert posisi(kinerja.rentang, potensial.rentang, KETENTUAN).kotak == 8

    def test_what_is_not_available_says_so(self):
        baru = replace(ORANG, tahunan=ORANG.tahunan[:1], ukuran={}, unsur={}, riwayat=(), jp=None, pendidikan="")
        kinerja, potensial = kinerja_orang(baru, PADA, KETENTUAN), potensial_orang(baru, STANDAR, PADA, KETENTUAN)
        assert "belum tersedia" in simpul_kinerja(kinerja, KETENTUAN).rumus
        pohon = simpul_potensial(potensial, KETENTUAN)
        assert {satu.nilai for satu in pohon.telusuri()} == {None} and "None" not in str(pohon.ke_dict().get("rumus"))
        assert posisi(kinerja.rentang, potensial.rentang, KETENTUAN).kotak is None
