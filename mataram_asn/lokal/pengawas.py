"""The supervisor of `make run`: starts everything, restarts what dies, stops all that it started."""

import os
import signal
import subprocess  # noqa: S404 (only our own fixed commands)
import sys
import time
import urllib.request

from .letak import AKAR, Letak
from .peladen import anak_peladen, kunci, pasang_alamat, tunggu_siap
from .proses import Anak

JEDA = 0.3
BATAS_SIAP = 60


def kata(teks: str) -> None:
    print(teks, flush=True)


def jalan(port: int) -> int:
    """Run until Ctrl-C. Refuses a second run on the same data. Returns the exit code."""
    letak = Letak("jalan")
    try:
        with kunci(letak, "pengawas", tunggu=False):
            return _jalan(letak, port)
    except BlockingIOError:
        kata("Sistem sudah berjalan dari salinan ini. Hentikan dulu (Ctrl-C di jendelanya) sebelum memulai lagi.")
        return 1


def _jalan(letak: Letak, port: int) -> int:
    os.environ.setdefault("DEBUG", "1")
    anak: list[Anak] = []
    for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sinyal, _akhiri)
    try:
        _mulai_peladen(letak, anak)
        _siapkan_data()
        for satu in _layanan(port):
            satu.mulai()
            anak.append(satu)
        _tunggu_halaman(port)
        _sapa(port)
        _awasi(anak)
    except (KeyboardInterrupt, SystemExit):
        kata("\nMenghentikan…")
        return 0
    finally:
        for satu in reversed(anak):
            satu.berhenti()
    return 0


def _akhiri(*_):
    raise KeyboardInterrupt


def _mulai_peladen(letak: Letak, anak: list[Anak]) -> None:
    with kunci(letak):
        for satu in anak_peladen(letak):
            satu.mulai()
            anak.append(satu)
        tunggu_siap(letak)
    pasang_alamat(letak)


def _manage(*isi: str) -> None:
    subprocess.run([sys.executable, str(AKAR / "manage.py"), *isi], check=True, cwd=AKAR)


def _siapkan_data() -> None:
    kata("Menyiapkan basis data…")
    _manage("migrate", "--noinput", "--verbosity", "0")
    _manage("muat_demo", "--sekali")


def _layanan(port: int) -> list[Anak]:
    """Web, worker and beat, each a process of its own (never `worker -B`: its beat outlives a kill -9)."""
    celery = [sys.executable, "-m", "celery", "-A", "mataram_asn"]
    jadwal = str(Letak("jalan").data / "celerybeat")
    return [
        Anak("web", [
            sys.executable, "-m", "gunicorn", "mataram_asn.wsgi", "--bind", f"127.0.0.1:{port}",
            "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--log-level", "warning",
        ], cwd=str(AKAR)),
        Anak("pekerja", [*celery, "worker", "--loglevel", "warning", "--concurrency", "2"], cwd=str(AKAR)),
        Anak("jadwal", [*celery, "beat", "--loglevel", "warning", "--schedule", jadwal, "--pidfile="], cwd=str(AKAR)),
    ]  # fmt: skip


def _tunggu_halaman(port: int) -> None:
    batas = time.monotonic() + BATAS_SIAP
    while time.monotonic() < batas:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sehat/", timeout=2):  # noqa: S310 (fixed address)
                return
        except OSError:
            time.sleep(0.1)
    kata(f"Halaman pertama belum menjawab di port {port}; lihat pesan di atas.")


def _sapa(port: int) -> None:
    kata(f"\nMataram ASN berjalan di http://127.0.0.1:{port}/  (Ctrl-C untuk berhenti)\n")
    _manage("akun_demo", "--port", str(port))


def _awasi(anak: list[Anak]) -> None:
    while True:
        time.sleep(JEDA)
        for satu in anak:
            if satu.mati():
                kata(f"{satu.nama} berhenti (kode {satu.proses.returncode}); dimulai lagi.")
                time.sleep(JEDA)
                satu.mulai()
