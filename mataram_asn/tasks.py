"""Tasks that belong to no single app: the relay of the outbox."""

from celery import shared_task

from . import relai


@shared_task
def kirim_surat():
    """Send the e-mail copies that wait."""
    relai.send_waiting_letters()
