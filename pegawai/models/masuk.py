"""First sign-in and forgotten passwords: who asked for a code, and the codes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet

from ..pilihan import Peran, StatusPermohonan


class KodeMasukQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Codes are seen by nobody again: only their hash is kept."""
        return self.none()


class KodeMasuk(models.Model):
    """A one-time code for the first sign-in or a forgotten password, handed out by HR."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="kode_masuk")
    sidik = models.CharField(max_length=64, unique=True)
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    kedaluwarsa = models.DateTimeField()
    dipakai_pada = models.DateTimeField(null=True)

    objects = KodeMasukQuerySet.as_manager()

    class Meta:
        verbose_name = "kode masuk"
        verbose_name_plural = "kode masuk"

    def __str__(self):
        return f"kode masuk {self.pengguna}"


class PermohonanKodeQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The wishes of BKPSDM are read by BKPSDM and the auditor."""
        boleh = user.is_authenticated and user.peran & {Peran.BKPSDM, Peran.AUDITOR}
        return self if boleh else self.none()

    def terbuka(self, saat):
        """What still waits for a second person."""
        return self.filter(status=StatusPermohonan.DIAJUKAN, kedaluwarsa__gt=saat)


class PermohonanKode(models.Model):
    """The wish to reset a password that is in use; a second person at BKPSDM hands out the code."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="permohonan_kode")
    alasan = models.TextField("alasan")
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(default=timezone.now)
    kedaluwarsa = models.DateTimeField()
    status = models.CharField(max_length=12, choices=StatusPermohonan, default=StatusPermohonan.DIAJUKAN)
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    objects = PermohonanKodeQuerySet.as_manager()

    class Meta:
        verbose_name = "permohonan kode masuk"
        verbose_name_plural = "permohonan kode masuk"
        constraints = [
            models.UniqueConstraint(
                fields=["pengguna"],
                condition=Q(status=StatusPermohonan.DIAJUKAN),
                name="permohonan_kode_satu_terbuka",
                violation_error_message="Kode baru untuk akun ini sudah dimohonkan.",
            ),
            models.CheckConstraint(
                name="permohonan_kode_dua_orang",
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("diminta_oleh")),
                violation_error_message="Yang memberikan kode bukan yang memohonkan.",
            ),
            models.CheckConstraint(
                name="permohonan_kode_bukan_diri",
                condition=~Q(diminta_oleh=F("pengguna"))
                & (Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("pengguna"))),
                violation_error_message="Kode untuk akun sendiri diurus oleh orang lain.",
            ),
        ]

    def __str__(self):
        return f"permohonan kode {self.pengguna}"
