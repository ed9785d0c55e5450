"""Child processes that never outlive their parent, in a session of their own."""

import ctypes
import os
import signal
import subprocess  # noqa: S404 (only our own fixed commands)
from dataclasses import dataclass, field

PR_SET_PDEATHSIG = 1


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
    """One child: its name, command, environment on top of ours, and who it runs as."""

    nama: str
    perintah: list[str]
    env: dict = field(default_factory=dict)
    siapa: dict = field(default_factory=dict)
    sinyal: int = signal.SIGTERM
    cwd: str | None = None
    keluaran: object = None
    proses: subprocess.Popen | None = None

    def mulai(self) -> None:
        self.proses = subprocess.Popen(
            self.perintah, env={**os.environ, **self.env}, cwd=self.cwd, stdin=subprocess.DEVNULL,
            stdout=self.keluaran, stderr=subprocess.STDOUT if self.keluaran else None,
            start_new_session=True, preexec_fn=_ikut_mati(self.sinyal), **self.siapa,
        )  # fmt: skip

    def mati(self) -> bool:
        return self.proses is not None and self.proses.poll() is not None

    def berhenti(self, detik: float = 10) -> None:
        """Ask it to go; after that many seconds its whole session is killed."""
        if self.proses is None or self.proses.poll() is not None:
            return
        self.proses.send_signal(self.sinyal)
        try:
            self.proses.wait(detik)
        except subprocess.TimeoutExpired:
            os.killpg(self.proses.pid, signal.SIGKILL)
            self.proses.wait()
