"""What was achieved, and the evidence of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..pilihan import JenisBukti
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


class BuktiQuerySet(TentangSKPQuerySet):
    jalan = "realisasi__indikator__hasil__skp"


class Bukti(models.Model):
    """A piece of evidence for a realisasi: a stored file with its SHA-256, or a link."""

    realisasi = models.ForeignKey(Realisasi, models.PROTECT, related_name="bukti")
    jenis = models.CharField(max_length=8, choices=JenisBukti)
    berkas = models.FileField("berkas", upload_to="bukti/%Y/%m/", blank=True, max_length=200)
    tautan = models.URLField("tautan", blank=True)
    nama_asli = models.CharField("nama berkas", max_length=160, blank=True)
    tipe = models.CharField("jenis isi", max_length=80, blank=True)
    ukuran = models.PositiveIntegerField("ukuran (byte)", default=0)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)
    diunggah_pada = models.DateTimeField(default=timezone.now)

    objects = BuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        constraints = [
            models.CheckConstraint(
                name="bukti_berkas_atau_tautan",
                condition=(Q(jenis=JenisBukti.BERKAS) & ~Q(sidik="") & Q(tautan=""))
                | (Q(jenis=JenisBukti.TAUTAN) & ~Q(tautan="") & Q(berkas="")),
                violation_error_message="Bukti dukung berupa satu berkas atau satu tautan.",
            )
        ]

    def __str__(self):
        return self.nama_asli or self.tautan
