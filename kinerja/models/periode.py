"""The stretches of the year that are evaluated."""

from django.db import models
from django.db.models import F, Q

from mataram_asn.kit.baris import AcuanQuerySet, periode_sah

from ..pilihan import JenisPeriode


class PeriodeQuerySet(AcuanQuerySet):
    def terbuka(self, saat):
        """Periods that take realisasi at that moment (half-open)."""
        return self.filter(isi_dari__lte=saat, isi_sampai__gt=saat)


class Periode(models.Model):
    """A stretch of the year that is evaluated, and from when to when it takes realisasi."""

    nama = models.CharField("nama", max_length=40)
    jenis = models.CharField("jenis", max_length=12, choices=JenisPeriode)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    isi_dari = models.DateTimeField("pengisian dibuka")
    isi_sampai = models.DateTimeField("pengisian ditutup")

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "periode"
        ordering = ["-mulai", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "mulai"], name="periode_unik"),
            periode_sah("periode"),
            models.CheckConstraint(
                name="periode_isi_sah",
                condition=Q(isi_sampai__gt=F("isi_dari")),
                violation_error_message="Penutupan pengisian harus sesudah pembukaannya.",
            ),
        ]

    def __str__(self):
        return self.nama
