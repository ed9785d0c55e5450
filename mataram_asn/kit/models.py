"""The audit trail and the letters: what every app writes beside its own rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .baris import BarisQuerySet


class CatatanAuditQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The trail is read by auditors; everybody else reads what they did themselves."""
        if user.is_authenticated and user.berperan("auditor"):
            return self
        return self.filter(oleh_id=user.pk) if user.is_authenticated else self.none()

    def tentang(self, objek):
        """The rows about one object, newest first."""
        return self.filter(jenis_objek=objek._meta.label_lower, id_objek=objek.pk).order_by("-id")


class CatatanAudit(models.Model):
    """Who did what to which object, and when. Immutable: a trigger refuses change."""

    saat = models.DateTimeField(default=timezone.now, db_index=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    aksi = models.CharField(max_length=60, db_index=True)
    jenis_objek = models.CharField(max_length=60)
    id_objek = models.BigIntegerField(null=True)
    rincian = models.JSONField(default=dict)

    objects = CatatanAuditQuerySet.as_manager()

    class Meta:
        verbose_name = "catatan audit"
        verbose_name_plural = "catatan audit"
        indexes = [models.Index(fields=["jenis_objek", "id_objek"], name="audit_objek")]

    def __str__(self):
        return f"{self.saat:%Y-%m-%d %H:%M} {self.aksi}"


class SuratQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Letters are read by their addressee alone."""
        return self.filter(kepada_id=user.pk) if user.is_authenticated else self.none()

    def belum_dibaca(self):
        return self.filter(dibaca_pada__isnull=True)

    def antre(self):
        """Letters whose e-mail copy has still to be sent."""
        return self.filter(dikirim_pada__isnull=True, percobaan__lt=5)


class Surat(models.Model):
    """A letter: the row is the in-app letter and the outbox of its e-mail copy."""

    kunci = models.CharField(max_length=120, unique=True)
    kepada = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="surat")
    judul = models.CharField(max_length=160)
    isi = models.TextField()
    tautan = models.CharField(max_length=200, blank=True)
    dibuat_pada = models.DateTimeField(default=timezone.now)
    dibaca_pada = models.DateTimeField(null=True)
    dikirim_pada = models.DateTimeField(null=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    galat = models.TextField(blank=True)

    objects = SuratQuerySet.as_manager()

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        indexes = [
            models.Index(fields=["id"], name="surat_antre", condition=models.Q(dikirim_pada__isnull=True)),
            models.Index(fields=["kepada", "-dibuat_pada"], name="surat_kotak"),
        ]

    def __str__(self):
        return self.judul
