"""Outcomes that the city feels: series, targets, sources."""

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet
from pegawai.models import Unit

from ..pilihan import Arah


class IkuQuerySet(AcuanQuerySet):
    def dengan_angka(self):
        """With the values and targets in force prefetched as `nilai` and `target`. Two more queries."""
        return self.prefetch_related(
            Prefetch("nilai", NilaiIku.objects.berlaku()), Prefetch("target", TargetIku.objects.berlaku())
        )


class Iku(models.Model):
    """An outcome that the city feels, owned by a unit (indikator kinerja utama)."""

    kunci = models.SlugField("kunci", max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="iku", verbose_name="unit penanggung jawab")
    nama = models.CharField("nama", max_length=200)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField("arah", max_length=8, choices=Arah)

    objects = IkuQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator kinerja utama"
        verbose_name_plural = "indikator kinerja utama"
        ordering = ["nama"]
        constraints = [models.UniqueConstraint(fields=["kunci", "unit"], name="iku_unik")]

    def __str__(self):
        return self.nama


class AngkaIkuQuerySet(AcuanQuerySet):
    def berlaku(self):
        """The figures in force: those that no correction replaced."""
        return self.filter(pengganti__isnull=True)


class AngkaIku(models.Model):
    """A figure of an outcome with its source. It is never overwritten: a correction is a new row with its reason."""

    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("nilai", max_digits=16, decimal_places=4)
    sumber = models.TextField("sumber")
    catatan = models.TextField("catatan", blank=True)
    menggantikan = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="pengganti", verbose_name="menggantikan"
    )
    alasan = models.TextField("alasan perbaikan", blank=True)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_pada = models.DateTimeField(default=timezone.now)

    objects = AngkaIkuQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["tahun", "pk"]


def _perbaikan_beralasan(nama: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"{nama}_perbaikan_beralasan",
        condition=Q(menggantikan__isnull=True) ^ ~Q(alasan=""),
        violation_error_message="Perbaikan angka memerlukan alasan.",
    )


class NilaiIku(AngkaIku):
    """One published value of an outcome, with its source; values of two series are never one line."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="nilai")
    seri = models.CharField("seri", max_length=60, blank=True)
    terverifikasi = models.BooleanField("dibaca dalam sumbernya", default=False)

    class Meta(AngkaIku.Meta):
        verbose_name = "nilai IKU"
        verbose_name_plural = "nilai IKU"
        constraints = [
            models.UniqueConstraint(
                fields=["iku", "tahun", "seri"],
                condition=Q(menggantikan__isnull=True),
                name="nilai_iku_unik",
                violation_error_message="Nilai tahun dan seri itu sudah ada; perbaiki yang ada dengan alasannya.",
            ),
            _perbaikan_beralasan("nilai_iku"),
        ]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"


class TargetIku(AngkaIku):
    """A target of an outcome; `demo` where no source gives one."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="target")
    demo = models.BooleanField("angka demo", default=False)

    class Meta(AngkaIku.Meta):
        verbose_name = "target IKU"
        verbose_name_plural = "target IKU"
        constraints = [
            models.UniqueConstraint(
                fields=["iku", "tahun"],
                condition=Q(menggantikan__isnull=True),
                name="target_iku_unik",
                violation_error_message="Target tahun itu sudah ada; perbaiki yang ada dengan alasannya.",
            ),
            _perbaikan_beralasan("target_iku"),
        ]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"
