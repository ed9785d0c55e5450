"""Stages, reminders, escalation, objection, the year."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import (
    BERTANGGAL,
    TRANSISI,
    WITA,
    Segmen,
    batas_keberatan,
    boleh_keberatan,
    eskalasi,
    indeks_tahun,
    pengingat,
    periksa_jadwal,
    rata_hari,
    sisa_hari,
    tahap_jatuh_tempo,
    tahap_sesudah,
    tenggat,
)
from evaluasi.pilihan import Tahap
from mataram_asn.kit.galat import RuleViolation

from .contoh_aturan import KETENTUAN, ubah_ketentuan


def wita(bulan, hari, jam=0, menit=0, tahun=2026):
    return datetime(tahun, bulan, hari, jam, menit, tzinfo=WITA)


JADWAL = {
    Tahap.ISI_BUKTI: wita(8, 1),
    Tahap.PENILAIAN: wita(10, 5),
    Tahap.KALIBRASI: wita(10, 12),
    Tahap.TERBIT: wita(10, 15),
    Tahap.FINAL: wita(10, 29),
}
SESAAT = timedelta(microseconds=1)


class TestTahap:
    def test_walk_the_table(self):
        tahap = Tahap.PERSIAPAN
        for aksi in ("buka", "tutup_isi", "tutup_nilai", "terbitkan", "finalkan"):
            tahap = tahap_sesudah(tahap, aksi)
        assert tahap == Tahap.FINAL

    def test_every_pair_outside_the_table_is_refused(self):
        for tahap in Tahap:
            for aksi in {aksi for _, aksi in TRANSISI}:
                if (tahap, aksi) not in TRANSISI:
                    with pytest.raises(RuleViolation):
                        tahap_sesudah(tahap, aksi)

    def test_a_published_siklus_cannot_be_cancelled(self):
        assert not {(Tahap.TERBIT, "batalkan"), (Tahap.FINAL, "batalkan")} & set(TRANSISI)

    @pytest.mark.parametrize(
        ("tahap", "saat", "harapan"),
        [
            (Tahap.PERSIAPAN, wita(8, 1) - SESAAT, None),
            (Tahap.PERSIAPAN, wita(8, 1), Tahap.ISI_BUKTI),
            (Tahap.PERSIAPAN, wita(12, 1), Tahap.ISI_BUKTI),
            (Tahap.ISI_BUKTI, wita(10, 5) - SESAAT, None),
            (Tahap.ISI_BUKTI, wita(10, 5).astimezone(UTC), Tahap.PENILAIAN),
            (Tahap.PENILAIAN, wita(10, 12) - SESAAT, None),
            (Tahap.PENILAIAN, wita(10, 15), Tahap.KALIBRASI),
            (Tahap.KALIBRASI, wita(10, 15), Tahap.TERBIT),
            (Tahap.TERBIT, wita(10, 29), Tahap.FINAL),
            (Tahap.FINAL, wita(12, 1), None),
            (Tahap.BATAL, wita(12, 1), None),
        ],
    )
    def test_a_stage_begins_at_its_moment(self, tahap, saat, harapan):
        assert tahap_jatuh_tempo(tahap, JADWAL, saat) == harapan

    def test_a_late_tick_walks_every_stage_once(self):
        tahap, lewat = Tahap.PERSIAPAN, []
        while berikut := tahap_jatuh_tempo(tahap, JADWAL, wita(12, 1)):
            lewat.append(berikut)
            tahap = berikut
        assert tuple(lewat) == BERTANGGAL

    def test_a_stage_without_a_date_does_not_come(self):
        assert tahap_jatuh_tempo(Tahap.TERBIT, {Tahap.TERBIT: wita(1, 1)}, wita(12, 1)) is None

    def test_the_end_of_a_stage_is_the_begin_of_the_next(self):
        assert tenggat(Tahap.ISI_BUKTI, JADWAL) == JADWAL[Tahap.PENILAIAN]
        assert tenggat(Tahap.FINAL, JADWAL) is None

    def test_dates_are_complete_and_in_order(self):
        assert periksa_jadwal(JADWAL) == ()
        assert "penilaian" in periksa_jadwal({**JADWAL, Tahap.PENILAIAN: JADWAL[Tahap.ISI_BUKTI]})[0]
        assert len(periksa_jadwal({})) == 5
        assert periksa_jadwal({**JADWAL, Tahap.FINAL: datetime(2026, 12, 1)})


TEMPO = wita(10, 5)  # the last day that counts is 4 October


class TestPengingat:
    @pytest.mark.parametrize(
        ("saat", "sudah", "harapan"),
        [
            (wita(9, 26, 23, 59), (), None),
            (wita(9, 27), (), 7),
            (wita(9, 27, 8), (7,), None),
            (wita(9, 30, 12), (7,), None),
            (wita(10, 1), (7,), 3),
            (wita(10, 2), (), 3),
            (wita(10, 3), (7, 3), 1),
            (wita(10, 4), (), 0),
            (wita(10, 4, 23, 59), (7, 3, 1), 0),
            (wita(10, 4, 12), (0,), None),
            (wita(10, 5), (), None),
            (wita(11, 5), (), None),
        ],
    )
    def test_only_the_latest_that_is_due_and_only_once(self, saat, sudah, harapan):
        assert pengingat(TEMPO, saat, sudah) == harapan
        assert pengingat(TEMPO.astimezone(UTC), saat.astimezone(UTC), sudah) == harapan

    def test_days_are_those_of_the_city(self):
        # 23:30 WITA on the fourth is still the fourth, though 15:30 in UTC; 00:30 is a new day
        assert sisa_hari(TEMPO, wita(10, 3, 23, 30)) == 1
        assert sisa_hari(TEMPO, wita(10, 4, 0, 30)) == 0
        assert sisa_hari(wita(10, 5, 16), wita(10, 5, 9)) == 0

    @given(st.integers(0, 20 * 24))
    def test_ticking_every_hour_sends_each_once_in_order(self, mulai_jam):
        saat, sudah = TEMPO - timedelta(hours=mulai_jam), []
        while saat < TEMPO + timedelta(days=1):
            if (satu := pengingat(TEMPO, saat, sudah)) is not None:
                sudah.append(satu)
            saat += timedelta(hours=1)
        assert sudah == sorted(set(sudah), reverse=True)
        assert mulai_jam == 0 or sudah[-1] == 0

    @pytest.mark.parametrize(
        ("lewat", "tingkat"),
        [
            (timedelta(days=-1), 0),
            (timedelta(0), 0),
            (timedelta(days=2) - SESAAT, 0),
            (timedelta(days=2), 1),
            (timedelta(days=5) - SESAAT, 1),
            (timedelta(days=5), 2),
            (timedelta(days=90), 2),
        ],
    )
    def test_escalation(self, lewat, tingkat):
        assert eskalasi(TEMPO, TEMPO + lewat, KETENTUAN) == tingkat


class TestKeberatan:
    def test_fourteen_calendar_days_half_open(self):
        terbit = wita(10, 15, 9, 30)
        assert batas_keberatan(terbit, KETENTUAN) == wita(10, 29, 9, 30)
        assert boleh_keberatan(terbit, terbit, KETENTUAN)
        assert boleh_keberatan(terbit, wita(10, 29, 9, 30) - SESAAT, KETENTUAN)
        assert not boleh_keberatan(terbit, wita(10, 29, 9, 30), KETENTUAN)
        assert not boleh_keberatan(terbit, terbit - SESAAT, KETENTUAN)

    def test_working_days_skip_weekends_and_holidays(self):
        kerja = ubah_ketentuan(keberatan_hari_kerja=True)
        # 14 working days after Thursday 15 October 2026
        assert batas_keberatan(wita(10, 15), kerja) == wita(11, 4)
        assert batas_keberatan(wita(10, 15), kerja, {date(2026, 10, 28)}) == wita(11, 5)
        # a holiday on a Sunday changes nothing
        assert batas_keberatan(wita(10, 15), kerja, {date(2026, 10, 18)}) == wita(11, 4)


class TestTahun:
    def test_segments_weighted_by_days(self):
        assert rata_hari([(90, D(100)), (180, D(110)), (95, D(80))]) == D("99.73")

    def test_what_is_not_available_leaves_the_days(self):
        assert rata_hari([(90, D(100)), (180, None), (90, D(80))]) == D("90.00")
        assert rata_hari([(90, None)]) is None
        assert rata_hari([]) is None

    def test_days_are_inclusive_and_each_index_has_its_own_mean(self):
        tahun = indeks_tahun(
            [
                Segmen(date(2026, 4, 1), date(2026, 12, 31), D("110.00"), None),
                Segmen(date(2026, 1, 1), date(2026, 3, 31), D("100.00"), D("95.00")),
            ]
        )
        assert (tahun.indeks_hasil, tahun.indeks_perilaku, tahun.hari) == (D("107.53"), D("95.00"), 365)

    def test_a_day_counts_once(self):
        dua = [
            Segmen(date(2026, 1, 1), date(2026, 3, 31), D(1), D(1)),
            Segmen(date(2026, 3, 31), date(2026, 6, 30), D(1), D(1)),
        ]
        with pytest.raises(RuleViolation):
            indeks_tahun(dua)
        with pytest.raises(RuleViolation):
            rata_hari([(0, D(1))])

    @given(st.lists(st.tuples(st.integers(1, 366), st.decimals(0, 120, places=2)), min_size=1, max_size=8))
    def test_the_year_lies_between_its_parts(self, bagian):
        assert min(i for _, i in bagian) <= rata_hari(bagian) <= max(i for _, i in bagian)
