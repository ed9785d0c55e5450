"""Objection by the rule: only pinned figures change, the second path agrees, nobody is decided over unheard."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.aturan import (
    KETENTUAN_BAWAAN,
    TIDAK_DIHITUNG,
    TRANSISI_KEBERATAN,
    Cermin,
    Jawaban,
    KetentuanKeberatan,
    Koreksi,
    MasukanEvaluasi,
    batas_hari,
    belum_didengar,
    butir_terbuka,
    hitung,
    nilai_kata,
    nilai_sah,
    selisih,
    status_keberatan,
    terapkan,
    turun_tanpa_sebab,
)
from evaluasi.pilihan import Pihak, Predikat, Rating, StatusKeberatan
from evaluasi.tests.contoh_aturan import indikator, kualitatif, masukan, masukan_lengkap, perilaku
from evaluasi.tests.factories import wita
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisKetentuan

ISI = KETENTUAN_BAWAAN[JenisKetentuan.KEBERATAN][0]
PUBLIK = Jawaban(wajah=(20, 5, 0, 0), perilaku=(20, 5, 0, 0), kompetensi=(20, 5, 0, 0))


def koreksi(kunci: str) -> Koreksi:
    return Koreksi(kunci, "KB-00001", "semula", "menjadi", "bukti cukup", "Pemeriksa", "2026-10-20T10:00:00+08:00")


def test_a_wrong_realisasi_put_right_lifts_the_predikat_and_the_tree_says_so():
    lama = masukan(indikator=(indikator(realisasi=Decimal(40)),), perilaku=perilaku(*[Rating.DI_ATAS] * 7))
    lama = replace(lama, rating_hasil=hitung(lama).rating_hasil)  # the assessor accepted what was suggested
    assert hitung(lama).predikat == Predikat.BUTUH_PERBAIKAN
    kunci = "realisasi:1"
    baru = terapkan(lama, {kunci: ("55", "salah ketik")}, (koreksi(kunci),))
    hasil = hitung(baru)
    assert (hasil.indeks_hasil, hasil.predikat) == (Decimal("110.00"), Predikat.SANGAT_BAIK)
    simpul = hasil.pohon.cari(f"koreksi:{kunci}")
    assert simpul.nama == "Diubah oleh keberatan KB-00001"
    assert "bukti cukup" in simpul.sumber
    assert selisih(hasil.angka(), baru.ke_dict()) == ()
    assert MasukanEvaluasi.dari_dict(baru.ke_dict()) == baru


def test_a_deviating_rating_with_a_reason_stays_unless_it_is_contested():
    lama = masukan(
        indikator=(indikator(realisasi=Decimal(40)),), rating_hasil=Rating.SESUAI, alasan_hasil="bencana alam"
    )
    baru = terapkan(lama, {"realisasi:1": ("55", "salah ketik")})
    assert hitung(baru).rating_hasil == Rating.SESUAI
    assert hitung(terapkan(lama, {"rating_hasil": (Rating.DI_ATAS, "lihat bukti")})).rating_hasil == Rating.DI_ATAS


def test_the_public_part_left_out_gives_the_assessors_value():
    lama = masukan(publik_sendiri=PUBLIK)
    assert hitung(lama).indeks_perilaku < 100
    kunci = {"publik:berorientasi_pelayanan", "publik:kompeten"}
    baru = hitung(terapkan(lama, dict.fromkeys(kunci, (TIDAK_DIHITUNG, "tentang orang lain"))))
    assert baru.indeks_perilaku == Decimal("100.00")
    satu = hitung(terapkan(lama, {"publik:kompeten": (TIDAK_DIHITUNG, "tentang orang lain")}))
    assert hitung(lama).indeks_perilaku < satu.indeks_perilaku < 100


def test_what_can_be_contested_is_what_the_assessor_or_the_data_set():
    dasar = masukan(
        indikator=(indikator("1", bobot=Decimal(60)), kualitatif("2", bobot=Decimal(40), rating=Rating.SESUAI)),
        publik_sendiri=PUBLIK,
    )
    kunci = set(butir_terbuka(dasar, hitung(dasar).pohon))
    assert {"realisasi:1", "putusan:1", "putusan:2", "rating_hasil", "rating_perilaku", "publik:kompeten"} <= kunci
    assert "realisasi:2" not in kunci  # told in words: its rating is contested instead
    assert not kunci & {"predikat", "sel", "ketentuan", "target:1", "publik:kompeten:n", "indeks_hasil", "penilai"}
    assert len([satu for satu in kunci if satu.startswith("atasan:")]) == 7


def test_a_head_contests_not_the_achievement_of_the_office():
    kepala = masukan(kepala=True, predikat_organisasi="baik")
    kunci = butir_terbuka(kepala, hitung(kepala).pohon)
    assert "rating_hasil" not in kunci
    assert "rating_perilaku" in kunci


def test_the_public_that_was_not_counted_is_not_contested():
    dasar = masukan(publik_sendiri=Jawaban(kompetensi=(1, 0, 0, 0)))
    assert not [satu for satu in butir_terbuka(dasar, hitung(dasar).pohon) if satu.startswith("publik:")]


@given(masukan_lengkap(), st.data())
def test_only_the_pinned_figures_change_and_both_paths_agree(dasar, data):
    """Everything of the inputs that is not pinned is what it was, but for ratings that had accepted a suggestion."""
    kunci = data.draw(st.sampled_from(sorted(butir_terbuka(dasar, hitung(dasar).pohon))))
    jenis = kunci.partition(":")[0]
    nilai = {"realisasi": "12.5", "publik": TIDAK_DIHITUNG}.get(jenis) or data.draw(st.sampled_from(Rating.values))
    baru = terapkan(dasar, {kunci: (nilai, "pertimbangan")}, (koreksi(kunci),))
    hasil = hitung(baru)
    assert selisih(hasil.angka(), baru.ke_dict()) == ()
    lepas = {"rating_hasil", "rating_perilaku", "alasan_hasil", "alasan_perilaku", "koreksi", "kalibrasi"}
    boleh = {
        "putusan": {"indikator"}, "realisasi": {"indikator"}, "atasan": {"perilaku"},
        "publik": {"publik_sendiri", "publik_layanan"},
    }.get(jenis, set())  # fmt: skip
    lama_isi, baru_isi = dasar.ke_dict(), baru.ke_dict()
    berubah = {nama for nama in baru_isi if baru_isi[nama] != lama_isi.get(nama)}
    assert berubah <= lepas | boleh
    sisa = [(a, b) for a, b in zip(dasar.indikator, baru.indikator, strict=True) if a != b]
    assert len(sisa) <= 1


@given(masukan_lengkap())
def test_no_correction_no_change(dasar):
    assert hitung(terapkan(dasar, {})).angka() == hitung(dasar).angka()
    assert "koreksi" not in dasar.ke_dict()


@pytest.mark.parametrize("status", list(StatusKeberatan))
@pytest.mark.parametrize("aksi", ["terima", "ajukan", "periksa", "tetapkan", "ubah"])
def test_the_table_is_the_only_way(status, aksi):
    if (status, aksi) in TRANSISI_KEBERATAN:
        assert status_keberatan(status, aksi) == TRANSISI_KEBERATAN[status, aksi]
    else:
        with pytest.raises(RuleViolation):
            status_keberatan(status, aksi)


def test_nobody_is_decided_over_unheard_until_the_dated_chance_has_passed():
    mulai = wita(2027, 1, 20)
    sampai = batas_hari(mulai, 7)
    assert belum_didengar((), sampai, mulai) == tuple(Pihak)
    assert belum_didengar({"pegawai"}, sampai, mulai) == (Pihak.PENILAI,)
    assert belum_didengar({"pegawai", "penilai"}, sampai, mulai) == ()
    assert belum_didengar((), sampai, sampai - timedelta(microseconds=1)) == tuple(Pihak)
    assert belum_didengar((), sampai, sampai) == ()
    assert belum_didengar((), None, sampai) == tuple(Pihak)


@pytest.mark.parametrize(
    ("kunci", "nilai", "tersimpan", "kata"),
    [
        ("realisasi:1", Decimal("55.50"), "55.5", "55.5"),
        ("realisasi:1", Decimal(100), "100", "100"),
        ("atasan:loyal", "di_atas", "di_atas", "Di atas ekspektasi"),
        ("publik:kompeten", TIDAK_DIHITUNG, TIDAK_DIHITUNG, "Tidak dihitung"),
    ],
)
def test_a_new_value_is_stored_in_its_own_form(kunci, nilai, tersimpan, kata):
    assert nilai_sah(kunci, nilai) == tersimpan
    assert nilai_kata(kunci, tersimpan) == kata


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [
        ("realisasi:1", None), ("realisasi:1", Decimal(-1)), ("realisasi:1", Decimal("NaN")), ("realisasi:1", "55"),
        ("realisasi:1", Decimal(10) ** 12), ("atasan:loyal", "bagus"), ("atasan:loyal", ""), ("publik:kompeten", "5"),
    ],
)  # fmt: skip
def test_a_value_that_the_figure_cannot_have_is_refused(kunci, nilai):
    with pytest.raises(RuleViolation):
        nilai_sah(kunci, nilai)


def test_the_watch_marks_what_fell_without_the_achievement():
    dasar = Cermin(Decimal("100.00"), Decimal("100.00"), Decimal("100.00"))
    batas = Decimal(5)
    sama = Cermin(Decimal("80.00"), Decimal("80.00"), Decimal("98.00"))
    assert turun_tanpa_sebab(dasar, [sama], batas) == ()
    hukuman = Cermin(Decimal("100.00"), Decimal("75.00"), Decimal("75.00"))
    assert len(turun_tanpa_sebab(dasar, [sama, hukuman], batas)) == 2
    assert turun_tanpa_sebab(dasar, [Cermin(None, Decimal("75.00"), Decimal("95.00"))], batas) == ()


def test_the_ketentuan_is_read_strictly():
    assert KetentuanKeberatan.dari(ISI).keterangan_hari == 7
    for isi in ({**ISI, "lain": 1}, {**ISI, "keterangan_hari": "7"}, {**ISI, "pantau_selisih": 5.0}, {}):
        with pytest.raises(RuleViolation):
            KetentuanKeberatan.dari(isi)
