"""The Celery application. PostgreSQL is the truth, the broker a doorbell."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mataram_asn.settings")

app = Celery("mataram_asn")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
