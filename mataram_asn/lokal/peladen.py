"""Both embedded servers together: as children, or left running for development and tests."""

import fcntl
import os
import signal
import subprocess  # noqa: S404 (only our own fixed commands)
from contextlib import contextmanager

from . import postgres, valkey
from .letak import AKAR, Letak, dari_luar
from .proses import Anak


@contextmanager
def kunci(letak: Letak, nama: str = "mulai", *, tunggu: bool = True):
    """One starter at a time on the same data. Raises BlockingIOError when not `tunggu` and it is held."""
    letak.data.mkdir(parents=True, exist_ok=True)
    with (letak.data / f"{nama}.kunci").open("w") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX | (0 if tunggu else fcntl.LOCK_NB))
        yield


def anak_peladen(letak: Letak, *, cepat: bool = False) -> list[Anak]:
    """The servers that are needed (no address from outside) and not yet up, as children to start."""
    anak = []
    if not dari_luar("DATABASE_URL"):
        postgres.siapkan(letak)
        if not postgres.siap(letak):
            _, siapa = postgres.sebagai()
            catatan = (letak.data / "postgres.log").open("ab")
            anak.append(
                Anak("postgres", postgres.perintah(letak, cepat=cepat), siapa=siapa, sinyal=signal.SIGINT, cwd="/", keluaran=catatan)
            )
    if not dari_luar("REDIS_URL") and not valkey.siap(letak):
        catatan = (letak.data / "valkey.log").open("ab")
        anak.append(Anak("valkey", valkey.perintah(letak), cwd="/", keluaran=catatan))
    return anak


def tunggu_siap(letak: Letak) -> None:
    """Wait for the servers that are ours."""
    if not dari_luar("DATABASE_URL"):
        postgres.tunggu_siap(letak)
    if not dari_luar("REDIS_URL"):
        valkey.tunggu_siap(letak)


def pasang_alamat(letak: Letak) -> dict[str, str]:
    """Put the addresses of the embedded servers into the environment where none is set; return what was put."""
    baru = {nama: isi for nama, isi in letak.alamat().items() if not dari_luar(nama)}
    os.environ.update(baru)
    return baru


def pastikan(letak: Letak, *, cepat: bool = False) -> None:
    """Have the servers up and their addresses set; what is started stays up until `make stop`."""
    with kunci(letak):
        for anak in anak_peladen(letak, cepat=cepat):
            subprocess.Popen(
                anak.perintah, cwd="/", stdin=subprocess.DEVNULL, stdout=anak.keluaran, stderr=subprocess.STDOUT,
                start_new_session=True, **anak.siapa,
            )  # fmt: skip
        tunggu_siap(letak)
    pasang_alamat(letak)


def hentikan(letak: Letak) -> None:
    """Stop what runs on this data."""
    postgres.berhenti(letak)
    valkey.berhenti(letak)


def bila_lokal(tujuan: str) -> None:
    """For manage.py and pytest: without addresses from outside, use the embedded servers of this checkout."""
    if not (dari_luar("DATABASE_URL") and dari_luar("REDIS_URL")) and not (AKAR / ".env").exists():
        pastikan(Letak(tujuan), cepat=tujuan == "uji")
        os.environ.setdefault("DEBUG", "1")
