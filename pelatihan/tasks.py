"""Celery tasks: the moment in (ISO text), one call of an action out."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import jadwal


@shared_task(name="pelatihan.tasks.ingatkan_pembinaan")
def ingatkan_pembinaan(saat: str | None = None) -> None:
    """Remind of what is due at that moment, now by default."""
    jadwal.ingatkan_pembinaan(datetime.fromisoformat(saat) if saat else timezone.now())
