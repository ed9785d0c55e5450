"""The supervisor with the real servers, web, worker and beat: start, kill, restart, refuse, stop, nothing left."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest

from mataram_asn.lokal.letak import AKAR, sidik

TUNGGU = 90
#: The promised seconds hold on an idle machine; the tests share it with each other.
KELONGGARAN = 3


class Jalan:
    """One `jalan` in a process of its own, on data of its own; reads what it printed."""

    def __init__(self, data: Path, port: int):
        self.data, self.port = data, port
        self.keluaran = data / "keluaran.txt"
        self.env = {nama: isi for nama, isi in os.environ.items() if nama not in ("DATABASE_URL", "REDIS_URL", "DEBUG")}
        self.env |= {"ASN_DATA": str(data), "PORT": str(port), "DEMO": "0"}
        self.proses = None

    def mulai(self) -> float:
        """Start and wait for the greeting; return the seconds it took."""
        awal = time.monotonic()
        with self.keluaran.open("w") as berkas:
            self.proses = subprocess.Popen(self.perintah("jalan"), cwd=AKAR, env=self.env, stdout=berkas, stderr=berkas)
        tunggu(lambda: "berjalan di" in self.teks() or self.proses.poll() is not None, self.teks)
        assert self.proses.poll() is None, self.teks()
        return time.monotonic() - awal

    def perintah(self, apa: str) -> list[str]:
        return [sys.executable, "-m", "mataram_asn.lokal", apa]

    def panggil(self, apa: str, **env) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.perintah(apa), cwd=AKAR, env=self.env | env, capture_output=True, text=True, timeout=TUNGGU
        )

    def teks(self) -> str:
        return self.keluaran.read_text()

    def anak(self) -> dict[str, int]:
        """Name to pid of the supervisor's children."""
        hasil = {}
        for pid in keturunan_langsung(self.proses.pid):
            baris = perintah_dari(pid)
            for nama, tanda in TANDA.items():
                if tanda in baris:
                    hasil[nama] = pid
        return hasil

    def hidup(self) -> list[str]:
        """Every process on this machine that belongs to this data or this port."""
        return [baris for pid in semua_pid() if (baris := perintah_dari(pid)) and self.milik(pid, baris)]

    def milik(self, pid: int, baris: str) -> bool:
        if str(self.data) in baris:
            return True
        with contextlib.suppress(OSError):
            return f"ASN_DATA={self.data}\0".encode() in Path(f"/proc/{pid}/environ").read_bytes()
        return False

    def menjawab(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/sehat/", timeout=5) as jawaban:
                return jawaban.status == 200
        except OSError:
            return False

    def berhenti(self) -> float:
        """Ctrl-C; return the seconds until nothing of it was left, its sockets included."""
        awal = time.monotonic()
        self.proses.send_signal(signal.SIGINT)
        self.proses.wait(TUNGGU)
        tunggu(lambda: not self.hidup(), lambda: "\n".join(self.hidup()))
        detik = time.monotonic() - awal
        assert not (Path(tempfile.gettempdir()) / f"asn-{sidik(self.data / 'jalan')}").exists()
        return detik


TANDA = {
    "web": "gunicorn",
    "pekerja": " worker ",
    "jadwal": " beat ",
    "postgres": "/bin/postgres",
    "valkey": "valkey-server",
}


def semua_pid() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit()]


def perintah_dari(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def keturunan_langsung(induk: int) -> list[int]:
    hasil = []
    for pid in semua_pid():
        with contextlib.suppress(OSError):
            if int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) == induk:
                hasil.append(pid)
    return hasil


def tunggu(benar, sebab=lambda: "") -> None:
    batas = time.monotonic() + TUNGGU
    while not benar():
        assert time.monotonic() < batas, sebab()
        time.sleep(0.1)


@pytest.fixture
def jalan():
    # Root lends PostgreSQL another identity, which may not walk into pytest's own folders.
    data = Path(tempfile.mkdtemp(prefix="asn-uji-", dir="/var/tmp"))
    data.chmod(0o711)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        satu = Jalan(data, s.getsockname()[1])
    yield satu
    if satu.proses and satu.proses.poll() is None:
        satu.berhenti()
    shutil.rmtree(data, ignore_errors=True)


def test_it_starts_all_restarts_what_dies_refuses_a_second_and_leaves_nothing(jalan):
    pertama = jalan.mulai()
    asal = jalan.anak()
    assert set(asal) == set(TANDA)
    assert jalan.menjawab()

    kedua = jalan.panggil("jalan", PORT=str(jalan.port + 1))
    assert kedua.returncode == 1
    assert "sudah berjalan" in kedua.stdout
    assert jalan.anak() == asal

    for pid in asal.values():
        os.kill(pid, signal.SIGKILL)
    tunggu(lambda: set(jalan.anak()) == set(TANDA) and not set(jalan.anak().values()) & set(asal.values()), jalan.teks)
    tunggu(jalan.menjawab, jalan.teks)

    henti = jalan.berhenti()
    print(f"mulai {pertama:.1f} s, berhenti {henti:.1f} s, tersisa {len(jalan.hidup())} proses")
    assert jalan.proses.returncode == 0
    assert henti < 3 * KELONGGARAN

    assert jalan.mulai() < 10 * KELONGGARAN
    assert jalan.menjawab()
    jalan.proses.kill()  # not even time to say good-bye
    tunggu(lambda: not jalan.hidup(), lambda: "\n".join(jalan.hidup()))


def test_make_stop_ends_it_too(jalan):
    jalan.mulai()
    assert jalan.panggil("henti").returncode == 0
    jalan.proses.wait(TUNGGU)
    tunggu(lambda: not jalan.hidup(), lambda: "\n".join(jalan.hidup()))


def test_a_taken_port_is_named_before_anything_starts(jalan):
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        s.listen()
        hasil = jalan.panggil("jalan", PORT=str(s.getsockname()[1]))
    assert hasil.returncode == 1
    assert "sudah dipakai" in hasil.stdout
    assert jalan.hidup() == []


def test_servers_started_for_development_stay_until_they_are_stopped(jalan):
    hasil = jalan.panggil("peladen")
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    assert "DATABASE_URL" in hasil.stdout
    awal = {pid for pid in semua_pid() if str(jalan.data) in perintah_dari(pid)}
    assert jalan.panggil("peladen").returncode == 0
    assert awal <= {pid for pid in semua_pid() if str(jalan.data) in perintah_dari(pid)}
    assert jalan.panggil("henti").returncode == 0
    tunggu(lambda: not jalan.hidup(), lambda: "\n".join(jalan.hidup()))
