"""Celery tasks of progress: the moment in (ISO text), one call of the clock out."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import jadwal


@shared_task(name="kinerja.tasks.periksa_tautan")
def periksa_tautan(saat: str | None = None) -> None:
    """Look at the links of evidence that are due."""
    jadwal.periksa_tautan(datetime.fromisoformat(saat) if saat else timezone.now())
