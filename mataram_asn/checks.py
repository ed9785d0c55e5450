"""System checks that refuse an unsafe Celery set-up."""

from django.conf import settings
from django.core.checks import Error, register


@register("celery")
def celery_aman(app_configs, **kwargs):
    """A killed child's task must come back, once, and never run beside itself."""
    lihat = settings.CELERY_BROKER_TRANSPORT_OPTIONS.get("visibility_timeout", 3600)
    syarat = (
        (settings.CELERY_TASK_ACKS_LATE, "task_acks_late harus menyala: tugas pekerja yang mati akan hilang."),
        (settings.CELERY_TASK_REJECT_ON_WORKER_LOST, "task_reject_on_worker_lost harus menyala bersama acks_late."),
        (settings.CELERY_WORKER_PREFETCH_MULTIPLIER == 1, "worker_prefetch_multiplier harus 1."),
        (settings.CELERY_TASK_TIME_LIMIT * 2 < lihat, "Batas waktu tugas harus jauh di bawah visibility_timeout."),
        (
            settings.CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS.get("visibility_timeout") == lihat,
            "visibility_timeout harus sama pada broker dan hasil.",
        ),
        (settings.CELERY_TASK_IGNORE_RESULT, "task_ignore_result harus menyala: PostgreSQL adalah kebenarannya."),
        (settings.CELERY_ENABLE_UTC, "enable_utc harus menyala."),
    )
    return [Error(pesan, id=f"mataram_asn.E{nomor:03}") for nomor, (sah, pesan) in enumerate(syarat, 1) if not sah]
