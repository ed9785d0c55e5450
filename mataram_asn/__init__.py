"""Mataram ASN: positions of civil servants managed by performance."""

from .celery import app as celery_app

__all__ = ["celery_app"]
