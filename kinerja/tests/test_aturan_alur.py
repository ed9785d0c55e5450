"""The rules of changing, approving and moving: differences, hints, proposals."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.aturan.bawaan import PERSETUJUAN
from kinerja.aturan.perubahan import (
    HAPUS,
    MEDAN_INDIKATOR,
    TAMBAH,
    TRANSISI_PERUBAHAN,
    UBAH,
    bandingkan,
    next_perubahan,
)
from kinerja.aturan.segmen import Duduk, Rencana, usulkan
from kinerja.aturan.tak_biasa import Banding, Batas, Isi, Ukur, tinjau
from kinerja.pilihan import SebabTakBiasa, StatusPerubahan
from mataram_asn.kit.galat import RuleViolation

HARI = date(2026, 11, 24)
BATAS = Batas.dari(PERSETUJUAN)
TAHUN = (date(2026, 1, 1), date(2026, 12, 31))


def indikator(kunci, **isi):
    dasar = {nama: "" for nama, _ in MEDAN_INDIKATOR}
    return {**dasar, "kunci": kunci, "uraian": f"Indikator {kunci}", "target": "50", "bobot": "100", **isi}


def konten(*daftar, ekspektasi=None):
    hasil = {"kunci": "h1", "uraian": "Hasil", "jenis": "utama", "mendukung": "", "iku": "", "indikator": list(daftar)}
    return {"hasil": [hasil], "ekspektasi": ekspektasi or {}}


# --- differences --------------------------------------------------------------------------------------------


def test_difference_names_field_old_and_new():
    (satu,) = bandingkan(konten(indikator("i1")), konten(indikator("i1", target="60")))
    assert (satu.keadaan, satu.beda[0].nama, satu.beda[0].lama, satu.beda[0].baru) == (UBAH, "Target", "50", "60")


def test_added_and_removed_stand_apart():
    beda = bandingkan(konten(indikator("i1")), konten(indikator("b1")))
    assert [(satu.kunci, satu.keadaan) for satu in beda] == [("i1", HAPUS), ("b1", TAMBAH)]


def test_expectation_of_a_value_is_compared():
    (satu,) = bandingkan(konten(ekspektasi={"akuntabel": "A"}), konten(ekspektasi={"akuntabel": "B"}))
    assert (satu.apa, satu.keadaan) == ("perilaku", UBAH)


_isi = st.builds(
    lambda daftar: konten(*(indikator(f"i{n}", target=str(t), bobot=str(b)) for n, (t, b) in daftar.items())),
    st.dictionaries(st.integers(1, 6), st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=5),
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(_isi)
def test_nothing_differs_from_itself(isi):
    assert bandingkan(isi, isi) == ()


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(_isi, _isi)
def test_difference_read_backwards_is_its_mirror(lama, baru):
    tukar = {TAMBAH: HAPUS, HAPUS: TAMBAH, UBAH: UBAH}
    maju = {(satu.kunci, satu.keadaan) for satu in bandingkan(lama, baru)}
    mundur = {(satu.kunci, tukar[satu.keadaan]) for satu in bandingkan(baru, lama)}
    assert maju == mundur


@pytest.mark.parametrize("status", [*StatusPerubahan.values, "tak dikenal"])
@pytest.mark.parametrize("aksi", ["ajukan", "tarik", "kembalikan", "setujui", "batalkan", "lain"])
def test_steps_follow_the_table(status, aksi):
    if (status, aksi) in TRANSISI_PERUBAHAN:
        assert next_perubahan(status, aksi) == TRANSISI_PERUBAHAN[StatusPerubahan(status), aksi]
    else:
        with pytest.raises(RuleViolation, match="tidak dapat"):
            next_perubahan(status, aksi)


# --- what is unusual ----------------------------------------------------------------------------------------


def ukur(uraian="Berkas", bobot=50, aspek="kuantitas", target=50, jenis="utama", arah="naik"):
    return Ukur(uraian, jenis, Decimal(bobot), aspek, "berkas", Decimal(target), arah)


BIASA = Isi((ukur("A", 50), ukur("B", 50, "waktu")), 2, 2)


@pytest.mark.parametrize(
    ("isi", "banding", "sebab"),
    [
        (Isi((ukur("A", 80), ukur("B", 20, "waktu")), 2, 2), Banding(), SebabTakBiasa.BOBOT_TIMPANG),
        (BIASA, Banding(lalu=(ukur("a", target=60),)), SebabTakBiasa.TARGET_TURUN),
        (BIASA, Banding(rekan=(4, 4, 5)), SebabTakBiasa.SEDIKIT),
        (Isi(BIASA.indikator, 2, 0), Banding(), SebabTakBiasa.TANPA_KAITAN),
        (Isi((ukur("A", 40), ukur("B", 30), ukur("C", 30)), 2, 2), Banding(), SebabTakBiasa.SATU_ASPEK),
        (BIASA, Banding(lalu=BIASA.indikator), SebabTakBiasa.SALINAN),
        (BIASA, Banding(target_rekan={("A", "berkas"): (Decimal(200),) * 3}), SebabTakBiasa.TARGET_JAUH),
    ],
)
def test_each_hint_has_its_case_and_its_sentence(isi, banding, sebab):
    catatan = tinjau(isi, banding, BATAS)
    assert [satu.sebab for satu in catatan] == [sebab]
    assert catatan[0].kalimat.endswith(".")


@pytest.mark.parametrize(
    "ganti", [{"bobot_terbesar": "NaN"}, {"rekan_minimum": 0}, {"target_jauh": "x"}, {"indikator_selisih": None}]
)
def test_bounds_that_cannot_be_read_are_refused(ganti):
    with pytest.raises(RuleViolation):
        Batas.dari({**PERSETUJUAN, **ganti})


def test_an_ordinary_plan_has_no_hint():
    sama = Banding(
        lalu=(ukur("A", target=45),), rekan=(2, 2, 3), target_rekan={("A", "berkas"): (Decimal(50), Decimal(55)) * 2}
    )
    assert tinjau(BIASA, sama, BATAS) == ()


def test_lower_is_better_is_easier_when_the_target_rises():
    isi = Isi((ukur("A", 50, target=12, arah="turun"), ukur("B", 50, "waktu")), 2, 2)
    lalu = Banding(lalu=(ukur("A", target=10, arah="turun"),))
    assert [satu.sebab for satu in tinjau(isi, lalu, BATAS)] == [SebabTakBiasa.TARGET_TURUN]


@given(st.lists(st.integers(1, 20), max_size=2))
def test_peers_are_silent_below_the_minimum(rekan):
    assert not any(s.sebab == SebabTakBiasa.SEDIKIT for s in tinjau(BIASA, Banding(rekan=tuple(rekan)), BATAS))


# --- proposals ----------------------------------------------------------------------------------------------


def rencana(mulai=TAHUN[0], selesai=TAHUN[1], jabatan=1, pk=7):
    return Rencana(pk, jabatan, 1, mulai, selesai)


def duduk(pk, jabatan=1, mulai=date(2020, 1, 1), selesai=None, definitif=True):
    return Duduk(pk, jabatan, 1, definitif, mulai, selesai)


PINDAH = (duduk(1, selesai=date(2026, 9, 30)), duduk(2, jabatan=2, mulai=date(2026, 10, 1)))


def test_a_move_closes_the_day_before_and_begins_on_the_day():
    (satu,) = usulkan((rencana(),), PINDAH, HARI)
    assert (satu.jenis, satu.tutup, satu.mulai, satu.selesai) == (
        "pindah", date(2026, 9, 30), date(2026, 10, 1), date(2026, 12, 31),
    )  # fmt: skip


def test_done_is_not_proposed_again():
    dua = (rencana(selesai=date(2026, 9, 30)), rencana(date(2026, 10, 1), jabatan=2, pk=8))
    assert usulkan(dua, PINDAH, HARI) == ()


def test_same_position_again_is_no_move():
    lanjut = (duduk(1, selesai=date(2026, 5, 31)), duduk(2, mulai=date(2026, 6, 1)))
    assert usulkan((rencana(),), lanjut, HARI) == ()


def test_new_status_closes_the_plan():
    (satu,) = usulkan((rencana(),), (duduk(1),), HARI, diangkat=date(2026, 3, 1))
    assert (satu.jenis, satu.tutup, satu.mulai) == ("status", date(2026, 2, 28), date(2026, 3, 1))


@pytest.mark.parametrize(("bertugas", "banyak"), [(True, 1), (False, 0)])
def test_return_from_leave_begins_a_new_plan(bertugas, banyak):
    lama = rencana(selesai=date(2026, 3, 31))
    tempat = (duduk(1, selesai=date(2026, 3, 31)), duduk(2, mulai=date(2026, 9, 1)))
    usul = usulkan((lama,), tempat, HARI, bertugas=bertugas)
    assert [(satu.jenis, satu.tutup, satu.mulai) for satu in usul] == [("kembali", None, date(2026, 9, 1))] * banyak


def test_return_from_a_known_absence_closes_before_it_and_begins_after():
    absen = ((date(2026, 3, 1), date(2026, 8, 31)),)
    (satu,) = usulkan((rencana(),), (duduk(1),), HARI, absen=absen)
    assert (satu.jenis, satu.tutup, satu.mulai) == ("kembali", date(2026, 2, 28), date(2026, 9, 1))
    dua = (rencana(selesai=satu.tutup), rencana(satu.mulai, satu.selesai, pk=8))
    assert usulkan(dua, (duduk(1),), HARI, absen=absen) == ()


def test_acting_duty_is_an_extra_assignment_and_no_segment():
    plt = duduk(3, jabatan=9, mulai=date(2026, 11, 1), selesai=date(2026, 12, 15), definitif=False)
    (satu,) = usulkan((rencana(),), (duduk(1), plt), HARI)
    assert (satu.jenis, satu.skp, satu.tutup) == ("tugas", 7, None)
    assert usulkan((rencana(),), (duduk(1), plt), HARI, tugas_tercatat=frozenset({3})) == ()
    assert usulkan((rencana(),), (duduk(1), plt), date(2026, 12, 20)) == ()


@given(st.integers(1, 364), st.integers(0, 365))
def test_a_confirmed_move_leaves_two_plans_that_meet(pindah, hari_ke):
    hari, mulai = TAHUN[0] + timedelta(days=hari_ke), TAHUN[0] + timedelta(days=pindah)
    tempat = (duduk(1, selesai=mulai - timedelta(days=1)), duduk(2, jabatan=2, mulai=mulai))
    if hari.year != 2026:
        return
    (satu,) = usulkan((rencana(),), tempat, hari)
    assert satu.tutup + timedelta(days=1) == satu.mulai == mulai
    sesudah = (rencana(selesai=satu.tutup), rencana(satu.mulai, satu.selesai, jabatan=2, pk=8))
    assert usulkan(sesudah, tempat, hari) == ()
