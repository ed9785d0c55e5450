"""NIP and NIK, without a database. All numbers are made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan import check_nik, check_nip, clean_nip, group_nip, nip_warnings

NIP = "199001012015011901"


class TestNip:
    @pytest.mark.parametrize(
        ("teks", "tmt", "kelamin"),
        [
            (NIP, date(2015, 1, 1), "L"),
            ("19900101 201501 1 901", date(2015, 1, 1), "L"),
            (" 1990 0101\t201501 1901 ", date(2015, 1, 1), "L"),
            ("'199001012015011901", date(2015, 1, 1), "L"),
            ("'199001012025212901", None, "P"),
            ("199001012025992001", None, "P"),
            ("199602292019121999", date(2019, 12, 1), "L"),
        ],
    )
    def test_reads_what_people_type(self, teks, tmt, kelamin):
        nip = check_nip(teks)
        assert (nip.tmt, nip.jenis_kelamin) == (tmt, kelamin)
        assert nip.teks == clean_nip(teks) and len(nip.teks) == 18
        assert nip_warnings(nip, nip.lahir, nip.tmt, nip.jenis_kelamin) == []

    @pytest.mark.parametrize(
        ("teks", "kalimat"),
        [
            ("199013012015011901", "bukan tanggal lahir"),
            ("199002292015011901", "bukan tanggal lahir"),
            ("199001002015011901", "bukan tanggal lahir"),
            ("000101012015011901", "bukan tanggal lahir"),
            ("199001012015131901", "ke-13"),
            ("199001012015001901", "ke-13"),
            ("199001012015201901", "ke-13"),
            ("199001012015013901", "ke-15"),
            ("199001012015010901", "ke-15"),
            ("199001012015011000", "001"),
            ("201001012015011901", "usia"),
            ("199901022015011901", "usia"),
            ("202001012015011901", "usia"),
            ("200001012015212901", "usia"),
            ("1.99001E+17", "lembar kerja"),
            ("1,98501E+17", "lembar kerja"),
            ("199001012015011901.0", "lembar kerja"),
            ("", "18 angka"),
            ("19900101201501190", "18 angka"),
            ("1990010120150119011", "18 angka"),
            ("19900101201501190A", "18 angka"),
            ("''199001012015011901", "18 angka"),
            ("-99001012015011901", "18 angka"),
            ("１９９００１０１２０１５０１１９０１", "18 angka"),
            ("١٩٩٠٠١٠١٢٠١٥٠١١٩٠١", "18 angka"),
            ("19900101\u200b2015011901", "18 angka"),
            ("\u202e199001012015011901", "18 angka"),
            ("199001012015011901\x00", "18 angka"),
            (None, "18 angka"),
            (199001012015011901, "18 angka"),
        ],
    )
    def test_refuses_with_a_sentence(self, teks, kalimat):
        with pytest.raises(RuleViolation, match=kalimat):
            check_nip(teks)

    def test_sixteen_on_the_day_is_old_enough(self):
        assert check_nip("199901012015011901").usia_angkat == 16
        assert check_nip("199912312015212901").usia_angkat == 16  # by the year only

    def test_an_appointment_that_has_not_come_needs_a_day_to_be_seen(self):
        assert check_nip("199001012028011901").tahun_angkat == 2028
        with pytest.raises(RuleViolation, match="belum tiba"):
            check_nip("199001012028011901", date(2026, 11, 24))
        assert check_nip("199001012027011901", date(2026, 11, 24)).tahun_angkat == 2027

    @pytest.mark.parametrize(
        ("teks", "lahir", "tmt", "kelamin", "banyak"),
        [
            (NIP, date(1990, 1, 2), date(2015, 1, 1), "L", 1),
            (NIP, date(1990, 1, 1), date(2015, 2, 1), "L", 1),
            (NIP, date(1990, 1, 1), date(2015, 1, 15), "L", 0),
            (NIP, date(1990, 1, 2), date(2016, 1, 1), "P", 3),
            (NIP, None, None, None, 0),
            (NIP, None, None, "", 0),
            ("199001012025212901", date(1990, 1, 1), date(2025, 7, 1), "P", 0),
            ("199001012025212901", date(1990, 1, 1), date(2024, 7, 1), "P", 1),
            ("199801012015011901", None, None, None, 1),
            ("199701012015011901", None, None, None, 0),
            ("197501012015011901", None, None, None, 0),
            ("197401012015011901", None, None, None, 1),
        ],
    )
    def test_what_differs_is_a_warning(self, teks, lahir, tmt, kelamin, banyak):
        assert len(nip_warnings(check_nip(teks), lahir, tmt, kelamin)) == banyak

    def test_grouped_it_is_read_back(self):
        assert group_nip(NIP) == "19900101 201501 1 901"
        assert check_nip(group_nip(NIP)).teks == NIP

    @given(
        st.dates(date(1950, 1, 1), date(2005, 12, 31)),
        st.integers(18, 40),
        st.integers(1, 12),
        st.booleans(),
        st.integers(1, 999),
    )
    def test_every_number_made_by_the_rule_passes(self, lahir, umur, bulan, perempuan, seri):
        teks = f"{lahir:%Y%m%d}{lahir.year + umur + 1}{bulan:02}{1 + perempuan}{seri:03}"
        nip = check_nip(teks)
        assert nip.lahir == lahir and nip.jenis_kelamin == ("P" if perempuan else "L")
        assert check_nip("'" + group_nip(teks)) == nip

    @given(st.text(max_size=24))
    def test_any_other_text_gets_a_sentence(self, teks):
        try:
            nip = check_nip(teks)
        except RuleViolation as galat:
            assert str(galat).endswith(".")
        else:
            assert nip.teks.isascii() and nip.teks.isdigit()


class TestNik:
    def test_vector(self):
        nik = check_nik("5271034101900001")
        assert (nik.wilayah, nik.lahir, nik.jenis_kelamin, nik.serial) == ("527103", date(1990, 1, 1), "P", "0001")

    def test_a_man_keeps_his_day(self):
        nik = check_nik("5271033112850002")
        assert (nik.lahir, nik.jenis_kelamin) == (date(1985, 12, 31), "L")

    @pytest.mark.parametrize("hari", ["00", "32", "39", "40", "72", "80", "99"])
    def test_days_that_do_not_exist(self, hari):
        with pytest.raises(RuleViolation, match="bukan tanggal lahir"):
            check_nik(f"527103{hari}01900001")

    @pytest.mark.parametrize("teks", ["5271030113900001", "5271030100900001", "5271033104900001", "5271036902910001"])
    def test_months_and_leap_days_that_do_not_exist(self, teks):
        with pytest.raises(RuleViolation, match="bukan tanggal lahir"):
            check_nik(teks)

    def test_a_leap_day_picks_the_century_that_has_it(self):
        assert check_nik("5271036902000001").lahir == date(2000, 2, 29)
        with pytest.raises(RuleViolation):
            check_nik("5271036902000001", date(1999, 1, 1))

    @pytest.mark.parametrize(
        ("hari_ini", "lahir"),
        [
            (date(2026, 11, 24), date(1926, 11, 25)),
            (date(2026, 11, 25), date(2026, 11, 25)),
            (None, date(2026, 11, 25)),
        ],
    )
    def test_the_century_is_the_latest_that_has_come(self, hari_ini, lahir):
        assert check_nik("5271032511260001", hari_ini).lahir == lahir

    @pytest.mark.parametrize(
        "teks",
        [
            "",
            "527103410190000",
            "52710341019000011",
            "527103410190000A",
            "５２７１０３４１０１９００００１",
            "5.27103E+15",
            None,
            5271034101900001,
        ],
    )
    def test_sixteen_ascii_digits(self, teks):
        with pytest.raises(RuleViolation, match="16 angka"):
            check_nik(teks)

    def test_it_can_be_compared_with_the_record(self):
        nik = check_nik("5271034101900001")
        assert nik.cocok(date(1990, 1, 1), "P") and nik.cocok(None) and nik.cocok(date(1990, 1, 1), "")
        assert not nik.cocok(date(1990, 1, 2), "P") and not nik.cocok(date(1990, 1, 1), "L")

    @given(st.dates(date(1930, 1, 1), date(2029, 12, 31)), st.booleans())
    def test_every_day_is_read_back(self, lahir, perempuan):
        teks = f"527103{lahir.day + 40 * perempuan:02}{lahir:%m%y}0001"
        nik = check_nik(teks)
        assert nik.lahir == lahir and nik.jenis_kelamin == ("P" if perempuan else "L")
