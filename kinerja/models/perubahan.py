"""Revisions of an approved plan: the draft beside it, and the history of its versions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..pilihan import StatusPerubahan
from .skp import SKP, TentangSKPQuerySet

TERBUKA = (StatusPerubahan.DRAF, StatusPerubahan.DIAJUKAN, StatusPerubahan.DIKEMBALIKAN)


class PerubahanQuerySet(TentangSKPQuerySet):
    def terbuka(self):
        """Revisions that are still being written or decided: at most one a plan."""
        return self.filter(status__in=TERBUKA)

    def disetujui(self):
        """The versions that a plan has gone through, oldest first."""
        return self.filter(status=StatusPerubahan.DISETUJUI).order_by("nomor")


class PerubahanSKP(models.Model):
    """A changed strategy, leader or assignment in the same post: version + 1, reason, difference.

    `isi` is the proposed content and `isi_lama` what stood before (see kinerja.potret); the approved plan stays in
    force until this is approved. PermenPANRB 6/2022.
    """

    skp = models.ForeignKey(SKP, models.PROTECT, related_name="perubahan", verbose_name="SKP")
    nomor = models.PositiveSmallIntegerField("perubahan ke")
    alasan = models.TextField("alasan perubahan")
    status = models.CharField("status", max_length=14, choices=StatusPerubahan, default=StatusPerubahan.DRAF)
    isi = models.JSONField("isi yang diusulkan")
    isi_lama = models.JSONField("isi sebelumnya")
    catatan = models.TextField("catatan pejabat penilai", blank=True)
    dibuat_pada = models.DateTimeField(default=timezone.now)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    diputus_pada = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="diputus oleh"
    )
    versi = models.PositiveIntegerField("versi", default=1)

    objects = PerubahanQuerySet.as_manager()

    class Meta:
        verbose_name = "perubahan SKP"
        verbose_name_plural = "perubahan SKP"
        ordering = ["skp", "nomor"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "nomor"], name="perubahan_nomor_unik"),
            models.UniqueConstraint(
                fields=["skp"],
                condition=Q(status__in=TERBUKA),
                name="perubahan_satu_terbuka",
                violation_error_message="SKP ini sudah mempunyai perubahan yang belum selesai.",
            ),
            models.CheckConstraint(
                name="perubahan_beralasan",
                condition=~Q(alasan=""),
                violation_error_message="Tulis alasan perubahan.",
            ),
            models.CheckConstraint(
                name="perubahan_diputus_bertanggal",
                condition=~Q(status=StatusPerubahan.DISETUJUI)
                | Q(diputus_pada__isnull=False, diputus_oleh__isnull=False),
                violation_error_message="Perubahan yang disetujui harus mempunyai tanggal dan pemutusnya.",
            ),
        ]

    def __str__(self):
        return f"Perubahan ke-{self.nomor}"
