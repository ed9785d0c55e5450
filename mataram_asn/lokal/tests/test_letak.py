"""Paths, locks and restarts of the local run, without a server."""

import signal
import subprocess
import sys
import time

import pytest

from mataram_asn.lokal import letak as modul
from mataram_asn.lokal.letak import Letak, TidakBisaMulai, dari_luar
from mataram_asn.lokal.peladen import bereskan, kunci, pemegang
from mataram_asn.lokal.proses import JEDA_TERLAMA, SEHAT_SETELAH, Anak, hentikan_semua


@pytest.fixture
def letak(tmp_path, monkeypatch):
    monkeypatch.setenv("ASN_DATA", str(tmp_path))
    yield Letak("coba")
    bereskan(Letak("coba"))


def test_each_purpose_and_each_checkout_has_its_own_place(letak, tmp_path, monkeypatch):
    lain = Letak("lain")
    assert {letak.data, lain.data} == {tmp_path / "coba", tmp_path / "lain"}
    assert letak.soket != lain.soket
    assert len(str(letak.soket_pg / ".s.PGSQL.5432")) < 93


def test_folders_and_logs_are_closed_to_others(letak):
    letak.siapkan()
    with letak.catatan("postgres") as berkas:
        berkas.write(b"Key (nip)=(...) already exists\n")
    assert (letak.data / "postgres.log").stat().st_mode & 0o077 == 0
    assert letak.data.stat().st_mode & 0o066 == 0


def test_sockets_leave_no_folder_behind(letak):
    letak.siapkan()
    letak.soket_pg.mkdir()
    bereskan(letak)
    assert not letak.soket.exists()
    bereskan(letak)  # once more, with nothing there
    assert not letak.soket.exists()
    letak.siapkan()
    letak.soket_valkey.touch()
    bereskan(letak)
    assert letak.soket_valkey.exists()  # somebody listens there
    letak.soket_valkey.unlink()


def test_a_folder_that_is_a_link_is_refused(letak, tmp_path):
    letak.siapkan()
    letak.soket.rmdir()
    letak.soket.symlink_to(tmp_path)
    try:
        with pytest.raises(TidakBisaMulai, match="milik akun lain"):
            letak.siapkan()
    finally:
        letak.soket.unlink()


def test_an_address_in_the_environment_file_counts_as_given(tmp_path, monkeypatch):
    monkeypatch.setattr(modul, "AKAR", tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert not dari_luar("DATABASE_URL")
    (tmp_path / ".env").write_text("DEBUG=1\nexport DATABASE_URL=postgres:///lain\n")
    assert dari_luar("DATABASE_URL")


def test_a_lock_names_its_holder_and_refuses_the_second(letak):
    assert pemegang(letak, "pengawas") is None
    with kunci(letak, "pengawas"):
        assert pemegang(letak, "pengawas") > 0
        with pytest.raises(BlockingIOError), kunci(letak, "pengawas", tunggu=False):
            pass
    assert pemegang(letak, "pengawas") is None


def test_a_child_that_keeps_dying_is_restarted_later_and_later():
    anak = Anak("lemah", [sys.executable, "-c", "raise SystemExit(1)"])
    anak.mulai()
    kini, jeda = anak.sejak, []
    for _ in range(8):
        anak.proses.wait()
        assert anak.mati()
        if not anak.hidupkan(kini):
            jeda.append(anak.mulai_lagi - kini)
            assert anak.hidupkan(kini + JEDA_TERLAMA)
    anak.proses.wait()
    assert len(jeda) == 7  # the first time at once
    assert jeda == sorted(jeda)
    assert jeda[-1] == JEDA_TERLAMA
    assert anak.hidupkan(kini + 10 * SEHAT_SETELAH)  # it lived long enough: at once again
    anak.proses.wait()


def test_a_stubborn_child_and_its_own_children_are_gone_in_time():
    """It ignores the polite signal, and so does the child that it has."""
    keras = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('siap', flush=True); time.sleep(60)"
    )
    induk = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {keras!r}]); {keras}"
    anak = Anak("keras", [sys.executable, "-c", induk], sinyal=signal.SIGTERM, keluaran=subprocess.PIPE)
    anak.mulai()
    assert anak.proses.stdout.readline() + anak.proses.stdout.readline() == b"siap\nsiap\n"
    awal = time.monotonic()
    hentikan_semua([anak], 0.2)
    assert time.monotonic() - awal < 2
    assert anak.proses.stdout.read() == b""  # ends only when the grandchild has closed it too
    anak.proses.stdout.close()
