"""Ketentuan: the numbers that a regulation or the city sets, as dated, signed, immutable versions."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet

from ..pilihan import JenisKetentuan, Kepastian


class KetentuanQuerySet(AcuanQuerySet):
    def berlaku_pada(self, jenis: str, tanggal):
        """The version of that kind in force on that day. Raises DoesNotExist if there is none."""
        baris = self.filter(jenis=jenis, mulai__lte=tanggal).order_by("-mulai", "-versi").first()
        if baris is None:
            raise self.model.DoesNotExist(f"Belum ada ketentuan {jenis} yang berlaku pada {tanggal}.")
        return baris


class Ketentuan(models.Model):
    """One version. `isi` is read by the dataclass of its kind; a trigger refuses any change."""

    jenis = models.CharField("jenis", max_length=20, choices=JenisKetentuan)
    versi = models.PositiveIntegerField("versi")
    mulai = models.DateField("berlaku mulai")
    isi = models.JSONField("isi")
    dasar_hukum = models.TextField("dasar hukum")
    kepastian = models.CharField("kepastian sumber", max_length=2, choices=Kepastian)
    alasan = models.TextField("alasan", blank=True)
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=timezone.now)

    objects = KetentuanQuerySet.as_manager()

    class Meta:
        verbose_name = "ketentuan"
        verbose_name_plural = "ketentuan"
        ordering = ["jenis", "-mulai", "-versi"]
        constraints = [models.UniqueConstraint(fields=["jenis", "versi"], name="ketentuan_versi_unik")]

    def __str__(self):
        return f"{self.get_jenis_display()} versi {self.versi} (mulai {self.mulai:%d-%m-%Y})"
