"""The simulation: a whole siklus by real actions and a real worker, on a copy that is gone afterwards."""

import re

import pytest

from .kota import daftar_basis_data

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def dua_kali(kota_kecil):
    """The same simulation twice, the second time with the worker killed at its work."""
    sebelum = _isi(kota_kecil)
    biasa = kota_kecil.manage("simulasi_siklus", "--benih=7")
    dibunuh = kota_kecil.manage("simulasi_siklus", "--benih=7", "--bunuh-pekerja")
    return biasa, dibunuh, sebelum


def _isi(kota) -> list[tuple]:
    """Counts and the last ids of what a siklus writes."""
    tabel = (
        "kinerja_realisasi", "evaluasi_siklus", "evaluasi_lembarpenilaian", "evaluasi_evaluasi", "kit_surat",
        "kit_catatanaudit",
    )  # fmt: skip
    return [kota.tanya(f"SELECT count(*), max(id) FROM {satu}")[0] for satu in tabel]


def _angka(pola: str, hasil) -> str:
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return re.search(pola, hasil.stdout)[1]


def test_everybody_gets_a_result_that_is_recomputed_without_a_difference(dua_kali):
    for hasil in dua_kali[:2]:
        assert _angka(r"berbeda (\d+)", hasil) == "0"
        assert int(_angka(r"Final +([\d.]+) hasil", hasil).replace(".", "")) > 300
        for tahap in ("Lembar disiapkan", "Realisasi dicatat", "Umpan balik dibekukan", "Penilaian oleh atasan"):
            assert tahap in hasil.stdout


def test_a_killed_worker_changes_no_figure(dua_kali):
    biasa, dibunuh, _ = dua_kali
    assert _angka(r"pekerja dibunuh (\d+) kali", biasa) == "0"
    assert _angka(r"pekerja dibunuh (\d+) kali", dibunuh) == "1"
    assert _angka(r"Sidik hasil: (\w{64})", biasa) == _angka(r"Sidik hasil: (\w{64})", dibunuh)
    assert _angka(r"Predikat: (.*)", biasa) == _angka(r"Predikat: (.*)", dibunuh)


def test_the_chunks_are_the_workers_own(dua_kali):
    for hasil in dua_kali[:2]:
        assert _angka(r"Potongan dikerjakan proses [\d, ]+: (.*?);", hasil) == "semuanya anak proses pekerja"


def test_what_is_refused_says_why(dua_kali):
    assert re.search(r"Ditolak atau ditahan: \d+\n +\d+  \S", dua_kali[0].stdout)


def test_the_original_stays_as_it_was_and_the_copy_is_gone(kota_kecil, dua_kali):
    assert _isi(kota_kecil) == dua_kali[2]
    assert not {nama for nama in daftar_basis_data() if nama.startswith("simulasi_")}


def test_fewer_people_can_act(kota_kecil):
    hasil = kota_kecil.manage("simulasi_siklus", "--orang=5")
    assert _angka(r"([\d.]+) tertahan", hasil)
    assert int(_angka(r"Final +([\d.]+) hasil", hasil).replace(".", "")) <= 12
