"""The annex of a plan: resources, accountability, consequences. PermenPANRB 6/2022."""

from django.db import models

from ..pilihan import JenisLampiran
from .skp import SKP, TentangSKPQuerySet


class LampiranSKP(models.Model):
    """One numbered line of one of the three lists."""

    skp = models.ForeignKey(SKP, models.CASCADE, related_name="lampiran", verbose_name="SKP")
    jenis = models.CharField("daftar", max_length=30, choices=JenisLampiran)
    urutan = models.PositiveSmallIntegerField("nomor")
    uraian = models.TextField("uraian")

    objects = TentangSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "lampiran SKP"
        verbose_name_plural = "lampiran SKP"
        ordering = ["jenis", "urutan"]
        constraints = [
            models.UniqueConstraint(fields=["skp", "jenis", "urutan"], name="lampiran_skp_bernomor"),
            models.CheckConstraint(
                name="lampiran_skp_berisi", condition=~models.Q(uraian=""), violation_error_message="Tulis uraiannya."
            ),
        ]

    def __str__(self):
        return f"{self.urutan}. {self.uraian[:80]}"
