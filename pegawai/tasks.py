"""Celery tasks about people: the moment in (ISO text), one call of the clock out."""

from datetime import datetime

from celery import shared_task
from django.utils import timezone

from . import jadwal


@shared_task(name="pegawai.tasks.tutup_yang_berhenti")
def tutup_yang_berhenti(saat: str | None = None) -> None:
    """Close the accounts that are due at that moment, now by default."""
    jadwal.tutup_yang_berhenti(datetime.fromisoformat(saat) if saat else timezone.now())
