"""The doorbell: tell the workers that rows are waiting. PostgreSQL stays the truth."""

from celery import current_app
from django.db import transaction


def bunyikan(nama_tugas: str, **kwargs) -> None:
    """Send the task of that name once the running transaction is committed.

    A bell that is lost costs a minute, never the work: beat finds the waiting row.
    """
    transaction.on_commit(lambda: current_app.send_task(nama_tugas, kwargs=kwargs), robust=True)
