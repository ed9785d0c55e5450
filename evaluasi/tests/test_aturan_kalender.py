"""Who is in or out of a period by dated facts, and which part of it is rated."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import KETENTUAN_BAWAAN, KetentuanKalender, MasaTidakDinas, bagian_dinas
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisKetentuan, JenisStatusDinas

ISI = KETENTUAN_BAWAAN[JenisKetentuan.KALENDER][0]
KALENDER = KetentuanKalender.dari(ISI)
MULAI, SELESAI = date(2026, 10, 1), date(2026, 12, 31)


def masa(jenis, mulai, selesai=None) -> MasaTidakDinas:
    return MasaTidakDinas(jenis, mulai, selesai)


@pytest.mark.parametrize(
    ("isi", "mulai", "selesai", "hari"),
    [
        ([], MULAI, SELESAI, 92),
        # back from leave: the part served
        ([masa(JenisStatusDinas.CLTN, date(2026, 1, 1), date(2026, 10, 31))], date(2026, 11, 1), SELESAI, 61),
        # death in mid-period: up to the day before
        ([masa(JenisStatusDinas.MENINGGAL, date(2026, 11, 20))], MULAI, date(2026, 11, 19), 50),
        # away in between: the ends stand, the days do not count
        ([masa(JenisStatusDinas.CUTI_BESAR, date(2026, 11, 1), date(2026, 11, 30))], MULAI, SELESAI, 62),
        # nothing of it touches the period
        ([masa(JenisStatusDinas.SAKIT_LAMA, date(2026, 5, 1), date(2026, 6, 1))], MULAI, SELESAI, 92),
    ],
)
def test_the_part_served_is_rated(isi, mulai, selesai, hari):
    bagian = bagian_dinas(MULAI, SELESAI, isi, KALENDER)
    assert (bagian.mulai, bagian.selesai, bagian.hari, bagian.dinilai) == (mulai, selesai, hari, True)


def test_too_few_days_are_out_with_the_sentence():
    hampir = [masa(JenisStatusDinas.SAKIT_LAMA, date(2026, 10, 10))]
    bagian = bagian_dinas(MULAI, SELESAI, hampir, KALENDER)
    assert (bagian.dinilai, bagian.hari) == (False, 9)
    assert "Sakit lama; bertugas 9 hari, paling sedikit 10 hari" in bagian.alasan
    cukup = [masa(JenisStatusDinas.SAKIT_LAMA, date(2026, 10, 11))]
    assert bagian_dinas(MULAI, SELESAI, cukup, KALENDER).dinilai


def test_a_short_segment_without_absence_is_in():
    assert bagian_dinas(MULAI, MULAI + timedelta(days=2), [], KALENDER).hari == 3


def test_only_the_facts_that_the_city_names_count():
    lunak = KetentuanKalender.dari({**ISI, "keluar": ["cltn"]})
    assert bagian_dinas(MULAI, SELESAI, [masa(JenisStatusDinas.SAKIT_LAMA, MULAI)], lunak).hari == 92


@given(st.integers(-60, 150), st.integers(0, 150))
def test_the_part_lies_inside_and_holds_its_days(awal, panjang):
    mulai = MULAI + timedelta(days=awal)
    bagian = bagian_dinas(
        MULAI, SELESAI, [masa(JenisStatusDinas.CLTN, mulai, mulai + timedelta(days=panjang))], KALENDER
    )
    assert bagian.mulai >= MULAI and bagian.selesai <= SELESAI
    assert bagian.hari <= (bagian.selesai - bagian.mulai).days + 1
    assert bagian.dinilai == (bagian.hari >= 10)


@pytest.mark.parametrize(
    "salah", [{"periode_berkala": "tahunan"}, {"hari_minimum": 0}, {"hari_minimum": "10"}, {"keluar": ["libur"]}]
)
def test_a_calendar_that_cannot_be_is_refused(salah):
    with pytest.raises(RuleViolation):
        KetentuanKalender.dari({**ISI, **salah})
