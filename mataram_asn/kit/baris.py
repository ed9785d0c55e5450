"""Querysets that every app's rows share: who may see them, and which of them held on a day."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Func, Q, Value


class BarisQuerySet(models.QuerySet):
    """Rows that a person may or may not see. Every model's default manager is one of these."""

    def visible_to(self, user):
        """Only the rows that exist for this user; each model says which."""
        raise NotImplementedError(f"{self.model.__name__} tidak menyatakan siapa yang melihat barisnya.")


class AcuanQuerySet(BarisQuerySet):
    """Reference rows that say nothing about a person: visible to whoever is signed in."""

    def visible_to(self, user):
        return self if user.is_authenticated else self.none()


class BerlakuMixin:
    """Reads for rows with `mulai` and `selesai` (dates, both inclusive; an open end is NULL)."""

    def berlaku_pada(self, tanggal: date):
        """Rows in force on that day."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=tanggal), mulai__lte=tanggal)


def rentang_tanggal():
    """The expression `daterange(mulai, selesai, '[]')` for an exclusion constraint."""
    return Func("mulai", "selesai", Value("[]"), function="daterange", output_field=DateRangeField())


def sama(nama: str):
    """The expression that compares an id for equality by GiST without an extension."""
    from django.contrib.postgres.fields import BigIntegerRangeField

    return Func(F(nama), F(nama), Value("[]"), function="int8range", output_field=BigIntegerRangeField())


def periode_sah(nama: str) -> models.CheckConstraint:
    """A dated row that ends before it starts cannot be stored."""
    return models.CheckConstraint(
        name=f"{nama}_periode_sah",
        condition=Q(selesai__isnull=True) | Q(selesai__gte=F("mulai")),
        violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
    )
