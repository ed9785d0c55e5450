"""A file that came in, and the verdict over each of its rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet

from ..pilihan import JenisBerkasImpor, Peran, Putusan, StatusImpor


class ImporQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Imports of personnel data are BKPSDM's, and the auditor reads them."""
        if user.is_authenticated and (user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)):
            return self
        return self.none()


class BerkasImpor(models.Model):
    """One file: checked first (nothing stored but the verdicts), then loaded whole or not at all."""

    jenis = models.CharField(max_length=12, choices=JenisBerkasImpor)
    nama_berkas = models.CharField(max_length=160)
    sidik = models.CharField("SHA-256", max_length=64)
    status = models.CharField(max_length=12, choices=StatusImpor, default=StatusImpor.DIPERIKSA)
    jumlah = models.JSONField("jumlah per putusan", default=dict)
    diunggah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(default=timezone.now)
    dimuat_pada = models.DateTimeField(null=True)

    objects = ImporQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas impor"
        verbose_name_plural = "berkas impor"

    def __str__(self):
        return f"{self.get_jenis_display()} · {self.nama_berkas}"


class BarisImporQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(berkas__in=BerkasImpor.objects.visible_to(user))


class BarisImpor(models.Model):
    """The verdict over one row: its number in the file, what was found, and the cleaned values."""

    berkas = models.ForeignKey(BerkasImpor, models.CASCADE, related_name="baris")
    nomor = models.PositiveIntegerField("baris ke-")
    kunci = models.CharField(max_length=64, blank=True)
    nama = models.CharField(max_length=200, blank=True)
    putusan = models.CharField(max_length=10, choices=Putusan)
    catatan = models.JSONField("alasan dan peringatan", default=list)
    isi = models.JSONField("nilai yang dibersihkan", default=dict)

    objects = BarisImporQuerySet.as_manager()

    class Meta:
        verbose_name = "baris impor"
        verbose_name_plural = "baris impor"
        ordering = ["nomor"]
        constraints = [models.UniqueConstraint(fields=["berkas", "nomor"], name="baris_impor_nomor_unik")]

    def __str__(self):
        return f"baris {self.nomor}: {self.putusan}"
