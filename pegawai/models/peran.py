"""Roles are given by two people: one asks, another grants."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet

from ..pilihan import Peran, StatusPermohonan


class PermohonanPeranQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Who runs the accounts and who audits them."""
        if user.is_authenticated and user.peran & {Peran.BKPSDM, Peran.ADMIN_SISTEM, Peran.AUDITOR}:
            return self
        return self.none()


class PermohonanPeran(models.Model):
    """The wish that an account gets a role; nothing is given until a second person agrees."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="permohonan_peran")
    peran = models.CharField("peran", max_length=20, choices=Peran)
    alasan = models.TextField("alasan")
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=12, choices=StatusPermohonan, default=StatusPermohonan.DIAJUKAN)
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    objects = PermohonanPeranQuerySet.as_manager()

    class Meta:
        verbose_name = "permohonan peran"
        verbose_name_plural = "permohonan peran"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna", "peran"],
                condition=Q(status=StatusPermohonan.DIAJUKAN),
                name="permohonan_peran_satu_terbuka",
                violation_error_message="Peran ini sudah dimohonkan dan menunggu persetujuan.",
            ),
            models.CheckConstraint(
                name="permohonan_peran_dua_orang",
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("diminta_oleh")),
                violation_error_message="Yang memutus bukan yang memohonkan.",
            ),
        ]

    def __str__(self):
        return f"{self.get_peran_display()} untuk {self.pengguna}"
