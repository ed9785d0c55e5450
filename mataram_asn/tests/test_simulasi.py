"""The simulation: a whole siklus by real actions and a real worker, on a copy that is gone afterwards."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from mataram_asn.lokal.letak import AKAR

from .kota import daftar_basis_data

#: how many of the small city act; the sheets of the others are held back
ORANG = 150
pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def dua_kali(kota_kecil):
    """The same simulation twice, the second time with the worker killed at its work."""
    sebelum = _isi(kota_kecil)
    pilihan = ("simulasi_siklus", "--benih=7", f"--orang={ORANG}")
    biasa = kota_kecil.manage(*pilihan)
    dibunuh = kota_kecil.manage(*pilihan, "--bunuh-pekerja")
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
        assert int(_angka(r"Final +([\d.]+) hasil", hasil).replace(".", "")) >= ORANG
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
    salinan = {_angka(r"Salinan (simulasi_\d+) siap", hasil) for hasil in dua_kali[:2]}
    assert len(salinan) == 2
    assert not salinan & daftar_basis_data()


def test_a_polite_end_leaves_nothing_behind(kota_kecil):
    """SIGTERM in the middle: the copy is dropped and the processes on it are gone."""
    perintah = [sys.executable, str(AKAR / "manage.py"), "simulasi_siklus"]
    proses = subprocess.Popen(perintah, env=kota_kecil.lingkungan, cwd=AKAR, stdout=subprocess.PIPE, text=True)
    salinan = re.search(r"simulasi_\d+", proses.stdout.readline())[0]
    assert "dibuka pada" in proses.stdout.readline()
    proses.terminate()
    proses.stdout.close()
    assert proses.wait(timeout=60) == 143
    assert salinan not in daftar_basis_data()
    assert not [satu for satu in Path("/proc").glob("[0-9]*/environ") if salinan in _baca(satu)]


def _baca(jalan: Path) -> str:
    """A process's environment; empty when it is gone, or somebody else's."""
    try:
        return jalan.read_text(errors="replace")
    except OSError:
        return ""
