"""Both embedded servers together: as children, or left running for development and tests."""

import fcntl
import os
import signal
import subprocess
import time
from contextlib import contextmanager, suppress

from . import postgres, valkey
from .letak import Letak, TidakBisaMulai, dari_luar
from .proses import Anak


@contextmanager
def kunci(letak: Letak, nama: str = "mulai", *, tunggu: bool = True):
    """One holder at a time on the same data. Raises BlockingIOError when not `tunggu` and it is held."""
    letak.siapkan()
    with (letak.data / f"{nama}.kunci").open("a+") as berkas:
        fcntl.flock(berkas, fcntl.LOCK_EX | (0 if tunggu else fcntl.LOCK_NB))
        berkas.truncate(0)
        berkas.write(str(os.getpid()))
        berkas.flush()
        yield


def pemegang(letak: Letak, nama: str) -> int | None:
    """The pid of who holds that lock; None when nobody does."""
    try:
        with (letak.data / f"{nama}.kunci").open() as berkas:
            try:
                fcntl.flock(berkas, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return int(berkas.read() or 0) or None
    except FileNotFoundError:
        pass
    return None


def anak_peladen(letak: Letak, *, cepat: bool = False) -> list[Anak]:
    """The servers that are needed (no address from outside) and not yet up, as children to start."""
    anak = []
    if not dari_luar("DATABASE_URL"):
        postgres.siapkan(letak)
        if not postgres.siap(letak):
            _, siapa = postgres.sebagai()
            perintah = postgres.perintah(letak, cepat=cepat)
            anak.append(
                Anak("postgres", perintah, siapa=siapa, sinyal=signal.SIGINT, keluaran=letak.catatan("postgres"))
            )
    if not dari_luar("REDIS_URL") and not valkey.siap(letak):
        anak.append(Anak("valkey", valkey.perintah(letak), keluaran=letak.catatan("valkey")))
    return anak


def tunggu_siap(letak: Letak) -> None:
    """Wait for the servers that are ours."""
    if not dari_luar("DATABASE_URL"):
        postgres.tunggu_siap(letak)
    if not dari_luar("REDIS_URL"):
        valkey.tunggu_siap(letak)


def pasang_alamat(letak: Letak) -> None:
    """Put the addresses of the embedded servers into the environment where none is set, and DEBUG with them."""
    os.environ.update({nama: isi for nama, isi in letak.alamat().items() if not dari_luar(nama)})
    os.environ.setdefault("DEBUG", "1")


def pastikan(letak: Letak, *, cepat: bool = False) -> None:
    """Have the servers up and their addresses set; what is started stays up until `make stop`."""
    with kunci(letak):
        for anak in anak_peladen(letak, cepat=cepat):
            proses = subprocess.Popen(
                anak.perintah, cwd="/", stdin=subprocess.DEVNULL, stdout=anak.keluaran, stderr=subprocess.STDOUT,
                start_new_session=True, **anak.siapa,
            )  # fmt: skip
            proses.returncode = 0  # it outlives us on purpose: no warning about that
            anak.keluaran.close()
        tunggu_siap(letak)
    pasang_alamat(letak)


def hentikan(letak: Letak, *, detik: float = 10) -> None:
    """Stop what runs on this data: the supervisor with everything it started, then servers left running.

    Tests that run just now are left alone: they stop their servers themselves.
    """
    pengawas = pemegang(letak, "pengawas")
    if pengawas and letak.tujuan != "jalan":
        return
    if pengawas:
        os.kill(pengawas, signal.SIGTERM)
        batas = time.monotonic() + detik
        while pemegang(letak, "pengawas"):
            if time.monotonic() > batas:
                raise TidakBisaMulai(f"Pengawas (proses {pengawas}) tidak berhenti dalam {detik:.0f} detik.")
            time.sleep(0.1)
    if letak.data.exists():
        postgres.berhenti(letak)
        valkey.berhenti(letak)
        bereskan(letak)


def bereskan(letak: Letak) -> None:
    """Remove the folder of the sockets when no server uses it any more."""
    with kunci(letak):
        for folder in (letak.soket_pg, letak.soket):
            with suppress(OSError):
                folder.rmdir()


def bila_lokal(tujuan: str) -> None:
    """For manage.py and pytest: without addresses from outside, use the embedded servers of this checkout."""
    if not (dari_luar("DATABASE_URL") and dari_luar("REDIS_URL")):
        try:
            pastikan(Letak(tujuan), cepat=tujuan == "uji")
        except TidakBisaMulai as sebab:
            raise SystemExit(str(sebab)) from sebab
