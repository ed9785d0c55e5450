"""System checks that refuse a set-up in which work could be lost, done twice, or guessed without limit."""

from django.conf import settings
from django.core.checks import Error, register


@register("celery")
def celery_aman(app_configs, **kwargs):
    """A killed child's task comes back, once, and never runs beside itself."""
    lihat = settings.CELERY_BROKER_TRANSPORT_OPTIONS.get("visibility_timeout", 3600)
    syarat = (
        (settings.CELERY_TASK_ACKS_LATE, "task_acks_late harus menyala: tugas pekerja yang mati akan hilang."),
        (settings.CELERY_TASK_REJECT_ON_WORKER_LOST, "task_reject_on_worker_lost harus menyala bersama acks_late."),
        (settings.CELERY_WORKER_PREFETCH_MULTIPLIER == 1, "worker_prefetch_multiplier harus 1."),
        (lihat > settings.CELERY_TASK_TIME_LIMIT * 2, "Batas waktu tugas harus jauh di bawah visibility_timeout."),
        (
            settings.CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS.get("visibility_timeout") == lihat,
            "visibility_timeout harus sama pada broker dan hasil.",
        ),
        (settings.CELERY_TASK_IGNORE_RESULT, "task_ignore_result harus menyala: PostgreSQL adalah kebenarannya."),
        (settings.CELERY_ENABLE_UTC, "enable_utc harus menyala."),
    )
    return [Error(pesan, id=f"mataram_asn.E{nomor:03}") for nomor, (sah, pesan) in enumerate(syarat, 1) if not sah]


@register("peladen")
def peladen_bersama(app_configs, **kwargs):
    """Constraints and triggers need PostgreSQL; limits on guessing need a cache that all processes share."""
    syarat = (
        (settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), "Basis data harus PostgreSQL."),
        (settings.CACHES["default"]["BACKEND"].endswith("RedisCache"), "Cache harus dipakai bersama: isi REDIS_URL."),
    )
    return [Error(pesan, id=f"mataram_asn.E{nomor:03}") for nomor, (sah, pesan) in enumerate(syarat, 101) if not sah]
