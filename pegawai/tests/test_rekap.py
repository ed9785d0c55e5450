"""Who is whose atasan on a day, and the position map of that day."""

from datetime import date, timedelta

import pytest

from pegawai import rekap
from pegawai.models import Penempatan, PenetapanAtasan, SusunanUnit
from pegawai.tests import factories as f

pytestmark = pytest.mark.django_db
HARI = date(2026, 6, 1)
LALU = date(2025, 6, 1)


@pytest.fixture
def tiga():
    """Top, head under it, two people under the head."""
    akar = f.UnitFactory(jenis="pemda")
    puncak = f.PenempatanFactory(jabatan=f.JabatanFactory(unit=akar, kepala=True))
    garis = f.buat_garis(akar)
    susunan = garis.jabatan_kepala.susunan.get()
    susunan.atasan = puncak.jabatan
    susunan.save()
    return puncak, garis


def sama_semua(hari, harap: dict):
    """The three reads agree: the map, the single atasan, the subordinates."""
    peta = rekap.peta_atasan(hari)
    assert peta == harap
    for pegawai_id, atasan_id in harap.items():
        assert getattr(rekap.atasan_pada(pegawai_id, hari), "pk", None) == atasan_id
    for atasan_id in set(harap.values()) - {None}:
        bawahan = set(rekap.bawahan_langsung(atasan_id, hari).values_list("pk", flat=True))
        assert bawahan == {pegawai_id for pegawai_id, di_atas in harap.items() if di_atas == atasan_id}


def test_holder_of_the_position_above(tiga):
    puncak, g = tiga
    a, b = g.bawahan
    sama_semua(HARI, {puncak.pegawai_id: None, g.atasan.pk: puncak.pegawai_id, a.pk: g.atasan.pk, b.pk: g.atasan.pk})


def test_vacant_goes_to_the_next_above_then_to_the_acting(tiga):
    puncak, g = tiga
    a, b = g.bawahan
    Penempatan.objects.filter(pegawai=g.atasan).update(selesai=HARI - timedelta(days=1))
    sama_semua(HARI, {puncak.pegawai_id: None, a.pk: puncak.pegawai_id, b.pk: puncak.pegawai_id})
    f.PenempatanFactory(pegawai=a, jabatan=g.jabatan_kepala, plt=True, mulai=HARI)
    # a acts for the head: b is under a, and a, who cannot be their own atasan, under the top
    sama_semua(HARI, {puncak.pegawai_id: None, a.pk: puncak.pegawai_id, b.pk: a.pk})


def test_last_year_shows_last_years_atasan(tiga):
    _, g = tiga
    Penempatan.objects.filter(pegawai=g.atasan).update(selesai=date(2025, 12, 31))
    baru = f.PenempatanFactory(jabatan=g.jabatan_kepala, mulai=date(2026, 1, 1)).pegawai
    assert rekap.atasan_pada(g.bawahan[0].pk, LALU) == g.atasan
    assert rekap.atasan_pada(g.bawahan[0].pk, HARI) == baru


def test_what_bkpsdm_set_stands_over_the_positions(tiga):
    puncak, g = tiga
    a, b = g.bawahan
    PenetapanAtasan.objects.create(pegawai=a, atasan=b, mulai=HARI, alasan="x")
    sama_semua(HARI, {puncak.pegawai_id: None, g.atasan.pk: puncak.pegawai_id, a.pk: b.pk, b.pk: g.atasan.pk})


def test_number_of_queries_does_not_grow(tiga, django_assert_num_queries):
    for _ in range(3):
        f.buat_garis()
    with django_assert_num_queries(4):
        rekap.peta_atasan(HARI)
    with django_assert_num_queries(2):
        rekap.peta_jabatan(HARI)
    with django_assert_num_queries(2):
        rekap.jumlah_jabatan(HARI)


def test_map_counts_definitive_holders_and_shows_the_acting(tiga):
    _, g = tiga
    Penempatan.objects.filter(pegawai=g.bawahan[1]).update(selesai=LALU)
    f.PenempatanFactory(pegawai=g.atasan, jabatan=g.jabatan_bawahan, plt=True, mulai=LALU)
    baris = {satu.jabatan.pk: satu for satu in rekap.peta_jabatan(HARI, g.unit)}
    staf = baris[g.jabatan_bawahan.pk]
    assert (staf.kebutuhan, staf.terisi, staf.kosong, len(staf.pemegang)) == (2, 1, 1, 2)
    assert rekap.jumlah_jabatan(HARI)[g.unit.pk] == rekap.JumlahJabatan(3, 2, 1, 1)
    assert {satu.kosong for satu in rekap.peta_jabatan(date(2024, 1, 1), g.unit)} == {0}


def test_office_of_a_unit_follows_the_tree_of_the_day(tiga):
    _, g = tiga
    lain = f.UnitFactory(jenis="badan", induk=g.akar)
    bidang = f.UnitFactory(jenis="bidang", induk=g.unit)
    SusunanUnit.objects.filter(unit=bidang).update(selesai=date(2025, 12, 31))
    SusunanUnit.objects.create(unit=bidang, nama="pindah", induk=lain, mulai=date(2026, 1, 1))
    assert rekap.peta_perangkat_daerah(LALU)[bidang.pk] == g.unit.pk
    assert rekap.peta_perangkat_daerah(HARI)[bidang.pk] == lain.pk
    assert rekap.peta_perangkat_daerah(HARI)[g.akar.pk] is None
