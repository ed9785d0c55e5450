"""Outcomes that the city feels: series, targets, sources."""

from django.db import models

from mataram_asn.kit.baris import AcuanQuerySet
from pegawai.models import Unit

from ..pilihan import Arah


class Iku(models.Model):
    """An outcome that the city feels, owned by a unit (indikator kinerja utama)."""

    kunci = models.SlugField("kunci", max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="iku", verbose_name="unit penanggung jawab")
    nama = models.CharField("nama", max_length=200)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField("arah", max_length=8, choices=Arah)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator kinerja utama"
        verbose_name_plural = "indikator kinerja utama"
        ordering = ["nama"]
        constraints = [models.UniqueConstraint(fields=["kunci", "unit"], name="iku_unik")]

    def __str__(self):
        return self.nama


class NilaiIku(models.Model):
    """One published value of an outcome, with its source; values of two series are never one line."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="nilai")
    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("nilai", max_digits=16, decimal_places=4)
    seri = models.CharField("seri", max_length=60, blank=True)
    sumber = models.TextField("sumber")
    terverifikasi = models.BooleanField("dibaca dalam sumbernya", default=False)
    catatan = models.TextField("catatan", blank=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai IKU"
        verbose_name_plural = "nilai IKU"
        ordering = ["tahun"]
        constraints = [models.UniqueConstraint(fields=["iku", "tahun", "seri"], name="nilai_iku_unik")]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"


class TargetIku(models.Model):
    """A target of an outcome; `demo` where no source gives one."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="target")
    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("target", max_digits=16, decimal_places=4)
    sumber = models.TextField("sumber")
    demo = models.BooleanField("angka demo", default=False)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "target IKU"
        verbose_name_plural = "target IKU"
        ordering = ["tahun"]
        constraints = [models.UniqueConstraint(fields=["iku", "tahun"], name="target_iku_unik")]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"
