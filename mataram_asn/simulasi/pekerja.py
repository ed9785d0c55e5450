"""The worker of the simulation: a real Celery process on the real broker, with a queue of its own."""

import contextlib
import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path

from celery import current_app
from django.conf import settings
from django.db.models import Count, Sum

from evaluasi.actions.siklus import TUGAS_MAJUKAN
from evaluasi.models import Potongan
from evaluasi.pilihan import StatusPotongan
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.lokal.letak import AKAR
from mataram_asn.lokal.proses import Anak, hentikan_semua

JEDA = 0.1
#: without progress for so long the clock ticks again, as beat does every minute
DETAK = 8.0
BATAS = 180.0


class Pekerja:
    """Starts, watches, kills and stops the worker; remembers the pids of its children."""

    def __init__(self, jejak: Path):
        self.jejak = jejak
        self.pid: set[int] = set()
        self.dibunuh = 0
        nama = f"simulasi{os.getpid()}@%h"
        self.anak = Anak(
            "pekerja",
            [
                sys.executable, "-m", "celery", "-A", "mataram_asn", "worker", "--loglevel", "warning",
                "--concurrency", "2", "--without-mingle", "--without-gossip", "-n", nama,
            ],
            sinyal=signal.SIGQUIT,
            cwd=str(AKAR),
        )  # fmt: skip

    def __enter__(self):
        self.anak.keluaran = self.jejak.open("ab")
        self.anak.mulai()
        return self

    def __exit__(self, *galat):
        hentikan_semua([self.anak], 5)
        self.anak.keluaran.close()
        # the queue is ours alone; what is left in it is thrown away
        with current_app.connection_for_write() as sambungan:
            sambungan.default_channel.client.delete(settings.CELERY_TASK_DEFAULT_QUEUE)

    def bunuh(self) -> None:
        """Kill the worker with all its children in the middle of its work, and start another."""
        self.anak.bunuh()
        self.dibunuh += 1
        self.anak.mulai()

    def lihat(self) -> None:
        """Note the children that live now; start the worker again if it died."""
        if self.anak.mati():
            self.anak.hidupkan(time.monotonic())
        self.pid |= anak_dari(self.anak.proses.pid)

    def majukan(self, saat: datetime) -> None:
        """Let the clock tick at that moment: the task carries it."""
        current_app.send_task(TUGAS_MAJUKAN, kwargs={"saat": saat.isoformat()})

    def tunggu(self, syarat, saat: datetime, *, sela=None) -> None:
        """Tick, then wait until `syarat()` holds; `sela()` is called meanwhile. Raises RuleViolation."""
        self.majukan(saat)
        akhir, detak, keadaan = time.monotonic() + BATAS, time.monotonic() + DETAK, None
        while not syarat():
            self.lihat()
            if sela:
                sela()
            if (kini := _keadaan()) != keadaan:
                keadaan, akhir, detak = kini, time.monotonic() + BATAS, time.monotonic() + DETAK
            if time.monotonic() > detak:
                self.majukan(saat)
                detak = time.monotonic() + DETAK
            if time.monotonic() > akhir:
                raise RuleViolation(f"Pekerja tidak maju selama {BATAS:.0f} detik. Jejaknya:\n{self._ekor()}")
            time.sleep(JEDA / 10 if sela else JEDA)
        self.lihat()

    def _ekor(self) -> str:
        return "\n".join(self.jejak.read_text(errors="replace").splitlines()[-20:])


def _keadaan() -> tuple:
    """Something that changes with every step of progress."""
    baris = Potongan.objects.exclude(status=StatusPotongan.MENUNGGU)
    return tuple(baris.aggregate(Count("pk"), Sum("jumlah")).values())


def anak_dari(pid: int) -> set[int]:
    """The process ids of the children of a process."""
    with contextlib.suppress(OSError):
        return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    return set()
