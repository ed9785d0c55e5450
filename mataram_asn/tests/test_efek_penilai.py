"""Effects of assessors: found where they are planted, silent where there are few people, and no score touched."""

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluasi.aturan import efek as modul
from evaluasi.aturan.efek import MINIMUM_ORANG, MINIMUM_PENILAI, Amatan, efek_penilai
from evaluasi.aturan.peluang import ekor_binomial, ekor_chi_kuadrat, ekor_normal, tersaring
from evaluasi.pilihan import JenisEfek
from mataram_asn.simulasi.penilai import BESAR, _amatan, banyak_kota


@pytest.fixture(scope="module")
def temuan():
    return {besar: banyak_kota(40, besar, benih=7) for besar in (BESAR, BESAR / 2, 0)}


def test_planted_assessors_are_found_and_few_others_are_named(temuan):
    utama = temuan[BESAR]
    assert (utama.ditanam, utama.biasa) == (40 * 5, 40 * 55)
    assert utama.ditemukan / utama.ditanam >= 0.8
    assert utama.keliru / utama.biasa <= 0.05


def test_control_a_smaller_effect_is_found_less_and_none_is_not_found(temuan):
    bagian = [temuan[besar].ditemukan / temuan[besar].ditanam for besar in (BESAR, BESAR / 2, 0)]
    assert bagian[0] > bagian[1] + 0.3
    assert bagian[2] < 0.05
    tanpa = banyak_kota(40, 0, benih=7, tanam=(0, 0))
    assert tanpa.keliru / tanpa.biasa <= 0.05


def test_without_the_control_of_many_comparisons_more_are_named(monkeypatch):
    """Positive control of the guard: with every comparison let through, the false flags rise."""
    dengan = banyak_kota(15, 0, benih=3, tanam=(0, 0))
    monkeypatch.setattr(modul, "tersaring", lambda peluang, salah: [satu <= 0.25 for satu in peluang])
    tanpa = banyak_kota(15, 0, benih=3, tanam=(0, 0))
    assert tanpa.keliru > 2 * dengan.keliru


def kota(**ganti) -> list[Amatan]:
    """Sixty ordinary assessors; those named in `ganti` (by number) give by their own function of the sheet."""
    baris = _amatan(Random(11), [0.0] * 60)
    return [ganti[f"p{satu.penilai}"](satu) if f"p{satu.penilai}" in ganti else satu for satu in baris]


def dibuka(baris, jenis) -> set[int]:
    return {satu.penilai for satu in efek_penilai(baris) if satu.dibuka and satu.jenis == jenis}


def test_who_gives_everybody_the_same_is_central_and_uniform():
    baris = kota(p5=lambda satu: replace(satu, nilai=100.0, seragam=True))
    assert 5 in dibuka(baris, JenisEfek.TERPUSAT)
    assert 5 in dibuka(baris, JenisEfek.SERAGAM)
    assert 5 not in dibuka(kota(), JenisEfek.TERPUSAT) | dibuka(kota(), JenisEfek.SERAGAM)


def test_high_ratings_of_high_achievers_are_no_leniency():
    naik = 1.0 * 15
    wajar = kota(p7=lambda satu: replace(satu, capaian=satu.capaian + 15, nilai=satu.nilai + 0.55 * naik))
    murah = kota(p7=lambda satu: replace(satu, nilai=satu.nilai + naik))
    assert 7 not in dibuka(wajar, JenisEfek.MURAH)
    assert 7 in dibuka(murah, JenisEfek.MURAH)


def test_one_who_differs_is_seen_where_the_others_hardly_do():
    """No usual spread among assessors: the estimate is not shrunk to nothing, and nobody else is named."""
    baris = [Amatan(p, p % 6, 90.0 + n, 98.0 + n * 0.5 + p % 2 * 0.1) for p in range(30) for n in range(12)]
    assert dibuka(baris, JenisEfek.MURAH) == set()
    beda = [replace(satu, nilai=satu.nilai + 12) if satu.penilai == 4 else satu for satu in baris]
    assert dibuka(beda, JenisEfek.MURAH) == {4}
    assert dibuka(beda, JenisEfek.KETAT) == set()


def test_silent_under_five_people_and_under_ten_assessors():
    baris = kota(p5=lambda satu: replace(satu, nilai=119.0))
    sedikit = [satu for satu in baris if satu.penilai != 5] + [satu for satu in baris if satu.penilai == 5][:4]
    assert 5 not in {satu.penilai for satu in efek_penilai(sedikit)}
    assert all(satu.orang >= MINIMUM_ORANG for satu in efek_penilai(sedikit))
    assert efek_penilai([satu for satu in baris if satu.penilai < MINIMUM_PENILAI - 1]) == ()
    assert efek_penilai([]) == ()


def test_the_interval_holds_the_estimate_and_figures_have_one_place():
    for satu in efek_penilai(kota()):
        assert satu.besar == satu.besar.quantize(Decimal("0.1"))
        if satu.jenis in (JenisEfek.MURAH, JenisEfek.KETAT):
            assert satu.bawah <= satu.besar <= satu.atas


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            Amatan, st.integers(1, 14), st.integers(1, 3), st.sampled_from([0.0, 90.0, 100.0, 120.0]),
            st.sampled_from([75.0, 100.0, 115.0]), st.booleans(),
        ),
        max_size=200,
    )
)  # fmt: skip
def test_any_sheets_give_an_answer(baris):
    hasil = efek_penilai(baris)
    assert efek_penilai(list(baris)) == hasil
    assert len({(satu.penilai, satu.jenis) for satu in hasil}) == len(hasil)


def test_tail_probabilities_against_known_values():
    assert ekor_normal(1.959964) == pytest.approx(0.025, abs=1e-6)
    assert ekor_chi_kuadrat(9.487729, 4) == pytest.approx(0.95, abs=1e-6)
    assert ekor_chi_kuadrat(3.841459, 1) == pytest.approx(0.95, abs=1e-6)
    assert ekor_chi_kuadrat(0, 4) == 0
    assert ekor_binomial(8, 10, 0.5) == pytest.approx(56 / 1024)
    assert tersaring([0.01, 0.9, 0.02, 0.04], 0.05) == [True, False, True, False]
    assert tersaring([], 0.05) == []


def test_the_command_prints_its_counts(capsys):
    call_command("simulasi_penilai", ulangan=5)
    kata = capsys.readouterr().out
    assert "/25)" in kata and "/275)" in kata and kata.count("kendali") == 3
    with pytest.raises(CommandError):
        call_command("simulasi_penilai", ulangan=0)
