"""Child processes that never outlive their parent, each in a session of its own."""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1
JEDA_TERLAMA = 10.0
SEHAT_SETELAH = 60.0


def _ikut_mati(sinyal: int):
    """For preexec_fn: the kernel sends the child `sinyal` when its parent is gone, even by kill -9."""
    induk = os.getpid()

    def atur():
        try:
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, sinyal)
        except (OSError, AttributeError):  # not Linux: the ordinary stop still works
            return
        if os.getppid() != induk:
            os._exit(1)

    return atur


@dataclass
class Anak:
    """One child: its name, command, who it runs as, and the signal that ends it at once without losing anything.

    `bila_yatim` is the signal it gets when we die ourselves, where that must be another one.
    """

    nama: str
    perintah: list[str]
    siapa: dict = field(default_factory=dict)
    sinyal: int = signal.SIGTERM
    bila_yatim: int | None = None
    cwd: str = "/"
    keluaran: object = None
    proses: subprocess.Popen | None = None
    jeda: float = 0.0
    mulai_lagi: float = 0.0
    sejak: float = 0.0

    def mulai(self) -> None:
        """Start it, again if need be."""
        self.proses = subprocess.Popen(
            self.perintah, cwd=self.cwd, stdin=subprocess.DEVNULL,
            stdout=self.keluaran, stderr=subprocess.STDOUT if self.keluaran else None,
            start_new_session=True, preexec_fn=_ikut_mati(self.bila_yatim or self.sinyal), **self.siapa,
        )  # fmt: skip
        self.mulai_lagi, self.sejak = 0.0, time.monotonic()

    def mati(self) -> bool:
        return self.proses is not None and self.proses.poll() is not None

    def hidupkan(self, kini: float) -> bool:
        """Restart a dead child when its turn has come, each time a little later. Returns whether it was restarted."""
        if not self.mulai_lagi:
            self.jeda = 0.0 if kini - self.sejak > SEHAT_SETELAH else self.jeda
            self.mulai_lagi = kini + self.jeda
            self.jeda = min(JEDA_TERLAMA, self.jeda * 2 + 0.25)
        if kini < self.mulai_lagi:
            return False
        self.bunuh()  # what its session left behind would hold the port or the data
        self.mulai()
        return True

    def minta_berhenti(self) -> None:
        if self.proses is not None and self.proses.poll() is None:
            self.proses.send_signal(self.sinyal)

    def bunuh(self) -> None:
        """Kill what is left of its session."""
        if self.proses is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait()


def hentikan_semua(anak: list[Anak], detik: float) -> None:
    """Ask all of them at once to go; what is still there after that many seconds is killed."""
    batas = time.monotonic() + detik
    for satu in anak:
        satu.minta_berhenti()
    for satu in anak:
        if satu.proses is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                satu.proses.wait(max(0.0, batas - time.monotonic()))
            satu.bunuh()
