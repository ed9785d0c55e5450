"""The supervisor of `make run`: starts everything, restarts what dies, stops all that it started."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from .letak import AKAR, Letak, TidakBisaMulai
from .peladen import anak_peladen, bereskan, kunci, pasang_alamat, tunggu_siap
from .proses import Anak, hentikan_semua

JEDA = 0.2
BATAS_SIAP = 60


def kata(teks: str) -> None:
    print(teks, flush=True)


def jalan(port: int) -> int:
    """Run until Ctrl-C. Refuses a second run on the same data, and a port that is taken. Returns the exit code."""
    letak = Letak("jalan")
    for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sinyal, _akhiri)
    try:
        with kunci(letak, "pengawas", tunggu=False):
            _periksa_port(port)
            return _jalan(letak, port)
    except BlockingIOError:
        kata("Sistem sudah berjalan dari salinan ini. Hentikan dulu (Ctrl-C di jendelanya, atau `make stop`).")
    except KeyboardInterrupt:
        return 0
    return 1


def _akhiri(*_):
    raise KeyboardInterrupt


def _periksa_port(port: int) -> None:
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind(("127.0.0.1", port))
        except OSError as sebab:
            raise TidakBisaMulai(f"Port {port} sudah dipakai. Pilih yang lain: make run PORT={port + 1}") from sebab


def _jalan(letak: Letak, port: int) -> int:
    os.environ.setdefault("DEBUG", "1")
    peladen: list[Anak] = []
    layanan: list[Anak] = []
    try:
        _mulai_peladen(letak, peladen)
        _siapkan_data()
        layanan.extend(_layanan(letak, port))
        for satu in layanan:
            satu.mulai()
        _tunggu_halaman(port, peladen + layanan)
        _sapa(port)
        while True:
            _awasi(peladen + layanan)
            time.sleep(JEDA)
    except KeyboardInterrupt:
        kata("\nMenghentikan…")
        return 0
    except subprocess.CalledProcessError as sebab:
        kata(f"Berhenti: {' '.join(sebab.cmd[1:])} gagal; sebabnya tertulis di atas.")
        return 1
    finally:
        for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sinyal, signal.SIG_IGN)  # a second Ctrl-C must not leave half of it running
        hentikan_semua(layanan[::-1], 2)
        hentikan_semua(peladen, 5)
        bereskan(letak)


def _mulai_peladen(letak: Letak, anak: list[Anak]) -> None:
    with kunci(letak):
        for satu in anak_peladen(letak):
            satu.mulai()
            anak.append(satu)
        tunggu_siap(letak)
    pasang_alamat(letak)


def _manage(*isi: str) -> None:
    subprocess.run([sys.executable, str(AKAR / "manage.py"), *isi], check=True, cwd=AKAR)


def pakai_demo() -> bool:
    """`DEMO=0 make run` starts with an empty database."""
    return os.environ.get("DEMO", "1") != "0"


def _siapkan_data() -> None:
    kata("Menyiapkan basis data…")
    _manage("siapkan", *([] if pakai_demo() else ["--tanpa-demo"]))


def _layanan(letak: Letak, port: int) -> list[Anak]:
    """Web, worker and beat, each a process of its own (never `worker -B`: its beat outlives a kill -9)."""
    # Here root runs the demo, not a server on the network: the warning about it would only fill the screen.
    tenang = ["-W", "ignore:You're running the worker"]
    celery = [sys.executable, *tenang, "-m", "celery", "--app", "mataram_asn", "--quiet"]
    gunicorn = [
        sys.executable, "-m", "gunicorn", "mataram_asn.wsgi", "--bind", f"127.0.0.1:{port}",
        "--worker-class", "gthread", "--workers", "2", "--threads", "8", "--graceful-timeout", "1",
        "--log-level", "warning", "--no-control-socket",
    ]  # fmt: skip
    pekerja = [*celery, "worker", "--loglevel", "warning", "--concurrency", "2", "--without-mingle", "--without-gossip"]
    jadwal = [*celery, "beat", "--loglevel", "warning", "--schedule", str(letak.data / "jadwal"), "--pidfile="]
    return [
        Anak("web", gunicorn, cwd=str(AKAR)),
        # SIGQUIT ends it without waiting for its tasks: they go back to the queue and run again. When the broker
        # goes at the same moment it would wait for that for ever, hence the harder signal there.
        Anak("pekerja", pekerja, cwd=str(AKAR), sinyal=signal.SIGQUIT, bila_yatim=signal.SIGKILL),
        Anak("jadwal", jadwal, cwd=str(AKAR)),
    ]


def _tunggu_halaman(port: int, anak: list[Anak]) -> None:
    batas = time.monotonic() + BATAS_SIAP
    while time.monotonic() < batas:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/masuk/login/", timeout=5):
                return
        except OSError:
            _awasi(anak)
            time.sleep(0.1)
    kata(f"Halaman pertama belum menjawab di port {port}; lihat pesan di atas.")


def _sapa(port: int) -> None:
    kata(f"\nMataram ASN berjalan di http://127.0.0.1:{port}/  (Ctrl-C untuk berhenti)\n")
    if pakai_demo():
        _manage("akun_demo", "--port", str(port))


def _awasi(anak: list[Anak]) -> None:
    """Restart what has died."""
    for satu in anak:
        if satu.mati() and satu.hidupkan(time.monotonic()):
            kata(f"{satu.nama} berhenti; sudah dimulai lagi.")
