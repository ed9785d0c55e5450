"""What was achieved, entry by entry."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from .bukti import Bukti
from .periode import Periode
from .rencana import Indikator
from .skp import TentangSKPQuerySet


class RealisasiQuerySet(TentangSKPQuerySet):
    jalan = "indikator__hasil__skp"

    def terbaru(self):
        """The entry that counts: the last one of each indicator and period."""
        return self.order_by("indikator_id", "periode_id", "-pk").distinct("indikator_id", "periode_id")


class Realisasi(models.Model):
    """What was achieved of an indicator up to the end of a period. A new entry is a new row; the last counts."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="realisasi")
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="realisasi")
    nilai = models.DecimalField("realisasi", max_digits=16, decimal_places=4, null=True, blank=True)
    uraian = models.TextField("uraian hasil", blank=True)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(default=timezone.now)
    bukti = models.ManyToManyField(Bukti, through="PakaiBukti", related_name="realisasi", verbose_name="bukti dukung")

    objects = RealisasiQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        indexes = [models.Index(fields=["indikator", "periode", "-id"], name="realisasi_terbaru")]
        constraints = [
            models.CheckConstraint(
                name="realisasi_tidak_negatif",
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0),
                violation_error_message="Realisasi tidak boleh negatif.",
            ),
            models.CheckConstraint(
                name="realisasi_berisi",
                condition=Q(nilai__isnull=False) | ~Q(uraian=""),
                violation_error_message="Isi angka realisasi atau uraian hasilnya.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} · {self.periode}"


class PakaiBuktiQuerySet(TentangSKPQuerySet):
    jalan = "realisasi__indikator__hasil__skp"


class PakaiBukti(models.Model):
    """That an entry is supported by a piece of evidence; the same piece may support many entries."""

    realisasi = models.ForeignKey(Realisasi, models.PROTECT, related_name="pakai_bukti")
    bukti = models.ForeignKey(Bukti, models.PROTECT, related_name="pakai")

    objects = PakaiBuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "pemakaian bukti"
        verbose_name_plural = "pemakaian bukti"
        constraints = [models.UniqueConstraint(fields=["realisasi", "bukti"], name="pakai_bukti_sekali")]

    def __str__(self):
        return f"{self.bukti} · {self.realisasi_id}"
