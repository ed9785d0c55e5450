"""The rules of people and positions, without a database."""

from copy import deepcopy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan import (
    GOLONGAN,
    GOLONGAN_PPPK,
    KETENTUAN_BAWAAN,
    KODE_GOLONGAN,
    KOMPETENSI_BAKU,
    PANGKAT,
    KetentuanBUP,
    KetentuanStandarLevel,
    Tingkat,
    atasan_dari,
    bandingkan_golongan,
    beririsan,
    bup,
    check_golongan,
    find_cycles,
    golongan_dari_kode,
    level_standar,
    masa_kerja,
    periksa_periode,
    standar_kompetensi,
    tanggal_keluar,
    tanggal_pensiun,
    tulis_pangkat,
    urutan_golongan,
    usia,
)
from pegawai.pilihan import JenisJabatan, JenisKetentuan, JenisPegawai, Jenjang

BUP = KetentuanBUP.dari(KETENTUAN_BAWAAN[JenisKetentuan.BUP][0])
STANDAR = KetentuanStandarLevel.dari(KETENTUAN_BAWAAN[JenisKetentuan.STANDAR_LEVEL][0])
hari = st.dates(date(1940, 1, 1), date(2060, 12, 31))


class TestPangkat:
    def test_codes_name_every_golongan_once(self):
        assert KODE_GOLONGAN["11"] == "I/a" and KODE_GOLONGAN["32"] == "III/b" and KODE_GOLONGAN["45"] == "IV/e"
        assert list(GOLONGAN) == list(PANGKAT) == list(KODE_GOLONGAN.values())
        assert all(golongan_dari_kode(kode) == golongan for golongan, kode in GOLONGAN.items())

    @pytest.mark.parametrize("kode", ["", "10", "15", "46", "51", "III/b", "１１"])
    def test_another_code_is_refused(self, kode):
        with pytest.raises(RuleViolation):
            golongan_dari_kode(kode)

    @pytest.mark.parametrize(
        ("jenis", "golongan"),
        [("pns", "IX"), ("pns", ""), ("pns", "III/e"), ("pns", "iii/b"), ("pppk", "III/b"), ("pppk", "XVIII")],
    )
    def test_golongan_belongs_to_the_kind_of_employee(self, jenis, golongan):
        with pytest.raises(RuleViolation, match="Golongan"):
            check_golongan(jenis, golongan)

    def test_both_kinds_have_theirs(self):
        assert (
            len(GOLONGAN_PPPK) == 17
            and check_golongan("pppk", "IX") == "IX"
            and check_golongan("pns", "III/b") == "III/b"
        )

    def test_order_and_writing(self):
        assert [urutan_golongan(g) for g in PANGKAT] == list(range(17)) and urutan_golongan("IX") is None
        assert bandingkan_golongan("III/d", "IV/a") < 0 < bandingkan_golongan("XI", "IX")
        assert bandingkan_golongan("III/d", "IX") is None
        assert tulis_pangkat("III/c") == "Penata (III/c)" and tulis_pangkat("IX") == "IX"


class TestJabatan:
    @pytest.mark.parametrize(
        ("jenis", "jenjang", "guru", "umur", "level"),
        [
            ("pelaksana", "", False, 58, 1),
            ("pengawas", "", False, 58, 2),
            ("administrator", "", False, 58, 3),
            ("pimpinan_tinggi_pratama", "", False, 60, 4),
            ("fungsional", "pemula", False, 58, 1),
            ("fungsional", "terampil", False, 58, 2),
            ("fungsional", "mahir", False, 58, 2),
            ("fungsional", "penyelia", False, 58, 3),
            ("fungsional", "ahli_pertama", False, 58, 2),
            ("fungsional", "ahli_pertama", True, 60, 2),
            ("fungsional", "ahli_muda", False, 58, 3),
            ("fungsional", "ahli_madya", False, 60, 4),
            ("fungsional", "ahli_utama", False, 65, 5),
            ("pimpinan_daerah", "", False, None, None),
        ],
    )
    def test_age_and_level_of_a_position(self, jenis, jenjang, guru, umur, level):
        assert bup(jenis, jenjang, guru, BUP) == umur
        assert level_standar(jenis, jenjang, STANDAR) == level

    def test_another_ketentuan_gives_another_age(self):
        isi = deepcopy(KETENTUAN_BAWAAN[JenisKetentuan.BUP][0])
        isi["jenis"]["pelaksana"] = 59
        assert bup(JenisJabatan.PELAKSANA, "", False, KetentuanBUP.dari(isi)) == 59

    @pytest.mark.parametrize("nilai", ["58", 58.0, True, None, 49, 76, -58])
    def test_an_age_is_a_whole_number_within_reason(self, nilai):
        isi = deepcopy(KETENTUAN_BAWAAN[JenisKetentuan.BUP][0])
        isi["jenjang"]["mahir"] = nilai
        with pytest.raises(RuleViolation, match="Mahir"):
            KetentuanBUP.dari(isi)

    @pytest.mark.parametrize(
        "isi", [None, [], {}, {"jenis": {}, "jenjang": {}}, {"jenis": {}, "jenjang": {}, "guru": 60, "x": 1}]
    )
    def test_a_ketentuan_is_whole(self, isi):
        with pytest.raises(RuleViolation):
            KetentuanBUP.dari(isi)

    def test_a_position_asks_nine_competences_and_its_own_technical_one(self):
        standar = standar_kompetensi("pengawas", "", "keuangan", STANDAR)
        assert len(standar) == 10 and set(standar.values()) == {2} and "teknis_keuangan" in standar
        ada = {"integritas", "teknis_hukum"}
        assert standar_kompetensi("pengawas", "", "keuangan", STANDAR, ada) == {"integritas": 2}
        assert standar_kompetensi("pengawas", "", "", STANDAR) == dict.fromkeys((k for k, _, _ in KOMPETENSI_BAKU), 2)
        assert standar_kompetensi("pimpinan_daerah", "", "umum", STANDAR) == {}

    def test_no_position_is_forgotten(self):
        berstandar = [*JenisJabatan, *Jenjang]
        tanpa = {JenisJabatan.PIMPINAN_DAERAH, JenisJabatan.FUNGSIONAL}
        assert {*STANDAR.jenis, *STANDAR.jenjang} == {satu.value for satu in berstandar if satu not in tanpa}
        assert len({kunci for kunci, _, _ in KOMPETENSI_BAKU}) == 9


class TestWaktu:
    @pytest.mark.parametrize(
        ("lahir", "umur", "hasil"),
        [
            (date(1968, 11, 30), 58, date(2026, 12, 1)),
            (date(1968, 12, 1), 58, date(2027, 1, 1)),
            (date(1968, 12, 31), 58, date(2027, 1, 1)),
            (date(1968, 1, 1), 58, date(2026, 2, 1)),
            (date(1968, 2, 29), 58, date(2026, 3, 1)),
            (date(1966, 2, 28), 60, date(2026, 3, 1)),
        ],
    )
    def test_pension_begins_on_the_first_after_the_birthday(self, lahir, umur, hasil):
        assert tanggal_pensiun(lahir, umur) == hasil

    @given(hari, st.integers(50, 70))
    def test_pension_is_the_first_first_of_a_month_after_the_birthday(self, lahir, umur):
        pensiun = tanggal_pensiun(lahir, umur)
        assert pensiun.day == 1 and usia(lahir, pensiun) == umur
        sebulan_lalu = (pensiun - timedelta(days=1)).replace(day=1)
        assert lahir.day == 1 or usia(lahir, sebulan_lalu) == umur - 1

    @pytest.mark.parametrize(
        ("jenis", "umur", "kontrak", "hasil"),
        [
            (JenisPegawai.PNS, 58, None, date(2026, 12, 1)),
            (JenisPegawai.PNS, 58, date(2025, 1, 31), date(2026, 12, 1)),
            (JenisPegawai.PPPK, 58, date(2025, 1, 31), date(2025, 1, 31)),
            (JenisPegawai.PPPK, 58, date(2030, 1, 31), date(2026, 12, 1)),
            (JenisPegawai.PPPK, 58, None, date(2026, 12, 1)),
            (JenisPegawai.PPPK, None, date(2025, 1, 31), date(2025, 1, 31)),
            (JenisPegawai.PNS, None, None, None),
            (JenisPegawai.NON_ASN, 58, date(2025, 1, 31), None),
        ],
    )
    def test_pppk_leave_at_the_earlier(self, jenis, umur, kontrak, hasil):
        assert tanggal_keluar(jenis, date(1968, 11, 30), umur, kontrak) == hasil

    @pytest.mark.parametrize(
        ("lahir", "pada", "tahun"),
        [
            (date(1990, 1, 1), date(2026, 1, 1), 36),
            (date(1990, 1, 1), date(2025, 12, 31), 35),
            (date(2000, 2, 29), date(2023, 2, 28), 22),
            (date(2000, 2, 29), date(2023, 3, 1), 23),
            (date(2000, 2, 29), date(2024, 2, 29), 24),
            (date(2000, 2, 29), date(2000, 2, 29), 0),
        ],
    )
    def test_age_in_completed_years(self, lahir, pada, tahun):
        assert usia(lahir, pada) == tahun

    @pytest.mark.parametrize(
        ("tmt", "pada", "hasil"),
        [
            (date(2015, 1, 1), date(2026, 11, 24), (11, 10)),
            (date(2015, 3, 1), date(2026, 2, 28), (10, 11)),
            (date(2015, 3, 1), date(2026, 3, 1), (11, 0)),
            (date(2015, 1, 31), date(2015, 2, 28), (0, 0)),
            (date(2015, 1, 31), date(2015, 3, 31), (0, 2)),
            (date(2015, 1, 1), date(2015, 1, 1), (0, 0)),
        ],
    )
    def test_service_in_completed_years_and_months(self, tmt, pada, hasil):
        assert masa_kerja(tmt, pada) == hasil

    @given(hari, hari)
    def test_service_agrees_with_age(self, satu, lain):
        awal, akhir = sorted((satu, lain))
        tahun, bulan = masa_kerja(awal, akhir)
        assert tahun == usia(awal, akhir) and 0 <= bulan < 12

    def test_nothing_begins_after_the_day_asked(self):
        for tanya in (usia, masa_kerja):
            with pytest.raises(RuleViolation):
                tanya(date(2026, 1, 2), date(2026, 1, 1))

    def test_a_period_does_not_end_before_it_starts(self):
        periksa_periode(date(2026, 1, 1), date(2026, 1, 1))
        periksa_periode(date(2026, 1, 1), None)
        with pytest.raises(RuleViolation, match="sebelum tanggal mulai"):
            periksa_periode(date(2026, 1, 2), date(2026, 1, 1))

    @given(*[st.integers(0, 30)] * 4, st.booleans(), st.booleans())
    def test_overlap_is_a_shared_day(self, a, lama_a, b, lama_b, buka_a, buka_b):
        awal = date(2026, 1, 1)
        ada_a = set(range(a, 99 if buka_a else a + lama_a + 1))
        ada_b = set(range(b, 99 if buka_b else b + lama_b + 1))
        tanggal = [
            awal + timedelta(a), None if buka_a else awal + timedelta(a + lama_a),
            awal + timedelta(b), None if buka_b else awal + timedelta(b + lama_b),
        ]  # fmt: skip
        assert beririsan(*tanggal) == bool(ada_a & ada_b)


class TestAtasan:
    @pytest.mark.parametrize(
        ("rantai", "hasil"),
        [
            ([Tingkat(1, 10)], 10),
            ([Tingkat(1, 10, 20)], 10),
            ([Tingkat(1, None, 20)], 20),
            ([Tingkat(1, None, None), Tingkat(2, 30)], 30),
            ([Tingkat(1, None, 7), Tingkat(2, 30)], 30),
            ([Tingkat(1, None, 7), Tingkat(2, None, None), Tingkat(3, None, 40)], 40),
            ([Tingkat(1, 7), Tingkat(2, 7), Tingkat(3, 40)], 40),
            ([Tingkat(1, None, 7)], None),
            ([], None),
        ],
    )
    def test_the_nearest_level_held_by_another(self, rantai, hasil):
        assert atasan_dari(rantai, 7) == hasil

    @given(
        st.lists(st.builds(Tingkat, st.integers(1, 9), *[st.none() | st.integers(1, 4)] * 2), max_size=6),
        st.integers(1, 4),
    )
    def test_nobody_is_their_own_atasan(self, rantai, orang):
        atasan = atasan_dari(rantai, orang)
        assert atasan != orang
        if atasan is None:
            assert all(tingkat.pemegang in (None, orang) for tingkat in rantai)

    @pytest.mark.parametrize(
        ("naik", "lingkaran"),
        [
            ({1: 2, 2: 3, 3: None}, ()),
            ({1: 1}, ((1,),)),
            ({3: 1, 1: 2, 2: 3, 9: 3}, ((1, 2, 3),)),
            ({1: 2, 2: 1, 5: 6, 6: 5, 7: 5, 8: None}, ((1, 2), (5, 6))),
            ({1: 99}, ()),
            ({}, ()),
        ],
    )
    def test_circles_are_found_once(self, naik, lingkaran):
        assert find_cycles(naik) == lingkaran

    @given(st.dictionaries(st.integers(0, 12), st.none() | st.integers(0, 12), max_size=13))
    def test_who_never_gets_to_the_top_ends_in_a_circle(self, naik):
        anggota = {satu for lingkaran in find_cycles(naik) for satu in lingkaran}
        for awal in naik:
            kini = awal
            for _ in range(20):
                kini = naik.get(kini) if kini is not None else None
            assert (kini in anggota) if kini is not None else awal not in anggota
