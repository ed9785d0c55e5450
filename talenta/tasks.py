"""Celery tasks: the moment in (ISO text), one call of an action out."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import jadwal


@shared_task(name="talenta.tasks.konversi_angka_kredit")
def konversi_angka_kredit(saat: str | None = None) -> None:
    """Convert the years that are due at that moment, now by default."""
    jadwal.konversi_angka_kredit(datetime.fromisoformat(saat) if saat else timezone.now())
