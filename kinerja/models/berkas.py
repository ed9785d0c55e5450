"""Plans that came in as a file: the file, and the verdict over each of its rows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai
from pegawai.pilihan import Peran, Putusan, StatusImpor

from ..pilihan import JenisBerkasRencana


class BerkasRencanaQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Whoever brought the file; all of them for BKPSDM and the auditor."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
            return self
        return self.filter(diunggah_oleh=user.pk)


class BerkasRencana(models.Model):
    """One file of plans: judged first, then loaded whole or not at all."""

    jenis = models.CharField("jenis", max_length=10, choices=JenisBerkasRencana)
    nama_berkas = models.CharField("nama berkas", max_length=160)
    sidik = models.CharField("SHA-256", max_length=64)
    status = models.CharField("status", max_length=12, choices=StatusImpor, default=StatusImpor.DIPERIKSA)
    mulai = models.DateField("SKP mulai")
    selesai = models.DateField("SKP selesai")
    jumlah = models.JSONField("jumlah per putusan", default=dict)
    diunggah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField(default=timezone.now)
    dimuat_pada = models.DateTimeField(null=True)

    objects = BerkasRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas rencana kinerja"
        verbose_name_plural = "berkas rencana kinerja"
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="berkas_rencana_rentang_sah",
                condition=Q(selesai__gte=models.F("mulai")),
                violation_error_message="Tanggal selesai tidak boleh sebelum tanggal mulai.",
            )
        ]

    def __str__(self):
        return self.nama_berkas


class BarisRencanaQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(berkas__in=BerkasRencana.objects.visible_to(user))


class BarisRencana(models.Model):
    """One row: whose indicator it is, what was understood of it, and the verdict."""

    berkas = models.ForeignKey(BerkasRencana, models.CASCADE, related_name="baris")
    nomor = models.PositiveIntegerField("baris ke-")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    nama = models.CharField("nama atau NIP", max_length=200, blank=True)
    putusan = models.CharField("putusan", max_length=10, choices=Putusan)
    catatan = models.JSONField("alasan dan peringatan", default=list)
    isi = models.JSONField("nilai yang dibersihkan", default=dict)

    objects = BarisRencanaQuerySet.as_manager()

    class Meta:
        verbose_name = "baris rencana"
        verbose_name_plural = "baris rencana"
        ordering = ["nomor"]
        constraints = [models.UniqueConstraint(fields=["berkas", "nomor"], name="baris_rencana_nomor_unik")]

    def __str__(self):
        return f"baris {self.nomor}: {self.putusan}"
