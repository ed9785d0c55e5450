"""A change in calibration: one person, one rating, one reason, one row that nothing alters."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ..pilihan import Rating, Sumbu
from .penilaian import LembarPenilaian, TentangLembarQuerySet


class KalibrasiQuerySet(TentangLembarQuerySet):
    def berlaku(self):
        """Changes in force, in order: neither withdrawn nor a withdrawal."""
        return self.filter(mencabut__isnull=True, pencabut__isnull=True).order_by("pk")


class Kalibrasi(models.Model):
    """The rating of one axis of a sheet, from what stood to what shall stand. Taking it back is a further row."""

    lembar = models.ForeignKey(LembarPenilaian, models.PROTECT, related_name="kalibrasi")
    sumbu = models.CharField("yang diubah", max_length=8, choices=Sumbu)
    dari = models.CharField("dari", max_length=8, choices=Rating)
    ke = models.CharField("menjadi", max_length=8, choices=Rating)
    alasan = models.TextField("alasan")
    mencabut = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="pencabut", verbose_name="mencabut perubahan"
    )
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = KalibrasiQuerySet.as_manager()

    class Meta:
        verbose_name = "kalibrasi"
        verbose_name_plural = "kalibrasi"
        constraints = [
            models.CheckConstraint(
                name="kalibrasi_beralasan",
                condition=~Q(alasan=""),
                violation_error_message="Kalibrasi memerlukan alasan.",
            ),
            models.CheckConstraint(
                name="kalibrasi_mengubah",
                condition=Q(mencabut__isnull=False) | ~Q(dari=F("ke")),
                violation_error_message="Pilih rating yang berbeda dari sekarang.",
            ),
        ]

    def __str__(self):
        return f"{self.get_sumbu_display()}: {self.get_dari_display().lower()} menjadi {self.get_ke_display().lower()}"
