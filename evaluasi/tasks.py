"""Celery tasks: ids and the moment in (ISO text), one call of an action out."""

import os
import socket
from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import actions, jadwal


@shared_task(name="evaluasi.tasks.kerjakan_potongan")
def kerjakan_potongan(potongan_id: int, saat: str | None = None) -> None:
    """Work one chunk; a second call finds nothing to do."""
    actions.work_chunk(potongan_id=potongan_id, pid=os.getpid(), pekerja=socket.gethostname(), saat=_saat(saat))


@shared_task(name="evaluasi.tasks.majukan_siklus")
def majukan_siklus(saat: str | None = None) -> None:
    """Move what is due at that moment, now by default."""
    jadwal.majukan_siklus(_saat(saat) or timezone.now())


@shared_task(name="evaluasi.tasks.kerjakan_batch")
def kerjakan_batch(potongan_id: int, saat: str | None = None) -> None:
    """Make the papers of one chunk; a second call finds nothing to do."""
    actions.work_batch_chunk(potongan_id=potongan_id, saat=_saat(saat) or timezone.now())


@shared_task(name="evaluasi.tasks.bereskan_batch")
def bereskan_batch(saat: str | None = None) -> None:
    """Pack what is ready, let go what has expired, ring for what still waits."""
    jadwal.bereskan_batch(_saat(saat) or timezone.now())


def _saat(teks: str | None) -> datetime | None:
    return datetime.fromisoformat(teks) if teks else None
