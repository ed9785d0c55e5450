"""Official extensions: a unit or a person gets more time, in writing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai, Unit
from pegawai.pilihan import Peran

from ..pilihan import KegiatanPeriode
from .periode import Periode


class PerpanjanganQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """A unit's extension is public to who is signed in; a person's to whoever sees the person."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
            return self
        return self.filter(Q(unit__isnull=False) | Q(pegawai__in=Pegawai.objects.visible_to(user)))

    def sah(self):
        """Rows that nobody has withdrawn."""
        return self.filter(dicabut_pada__isnull=True)


class Perpanjangan(models.Model):
    """More time in one period for a unit (with what stands under it) or for one person. `sampai` is half-open."""

    periode = models.ForeignKey(Periode, models.PROTECT, related_name="perpanjangan", verbose_name="periode")
    kegiatan = models.CharField("kegiatan", max_length=8, choices=KegiatanPeriode)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="perpanjangan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="perpanjangan")
    sampai = models.DateTimeField("diperpanjang sampai")
    alasan = models.TextField("alasan")
    diberikan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diberikan_pada = models.DateTimeField(default=timezone.now)
    dicabut_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    objects = PerpanjanganQuerySet.as_manager()

    class Meta:
        verbose_name = "perpanjangan"
        verbose_name_plural = "perpanjangan"
        ordering = ["-diberikan_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="perpanjangan_satu_sasaran",
                condition=Q(unit__isnull=True) ^ Q(pegawai__isnull=True),
                violation_error_message="Perpanjangan diberikan kepada satu unit atau satu pegawai.",
            ),
            models.CheckConstraint(
                name="perpanjangan_beralasan",
                condition=~Q(alasan=""),
                violation_error_message="Tulis alasan perpanjangan.",
            ),
        ]

    def __str__(self):
        return f"{self.get_kegiatan_display()} {self.periode} · {self.unit or self.pegawai}"
