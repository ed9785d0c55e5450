"""What a plan promises: results and their indicators."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from pegawai.models import Penempatan

from ..pilihan import Arah, Aspek, JenisHasil, JenisIndikator, Perspektif, SifatTarget
from .skp import SKP, TentangSKPQuerySet


class BerlakuManager(models.Manager):
    """Rows of the plan in force. What a revision took out is kept (`semua`): realisasi and scores point to it."""

    def get_queryset(self):
        return super().get_queryset().filter(dicabut_pada__isnull=True)


class HasilKerja(models.Model):
    """A planned result (rencana hasil kerja); it names the leader's result, or the outcome, that it serves."""

    skp = models.ForeignKey(SKP, models.CASCADE, related_name="hasil", verbose_name="SKP")
    jenis = models.CharField("jenis", max_length=10, choices=JenisHasil, default=JenisHasil.UTAMA)
    uraian = models.TextField("rencana hasil kerja")
    mendukung = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="didukung_oleh",
        verbose_name="hasil kerja pimpinan yang diintervensi",
    )
    iku = models.ForeignKey(
        "Iku", models.PROTECT, null=True, blank=True, related_name="hasil", verbose_name="indikator kinerja utama"
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    penempatan = models.ForeignKey(
        Penempatan, models.PROTECT, null=True, blank=True, related_name="hasil", verbose_name="penugasan asal"
    )
    keanggotaan = models.ForeignKey(
        "AnggotaTim", models.PROTECT, null=True, blank=True, related_name="hasil", verbose_name="penugasan tim"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = BerlakuManager.from_queryset(TentangSKPQuerySet)()
    semua = TentangSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil kerja"
        verbose_name_plural = "hasil kerja"
        ordering = ["-jenis", "urutan", "pk"]

    def __str__(self):
        return self.uraian[:80]


class IndikatorQuerySet(TentangSKPQuerySet):
    jalan = "hasil__skp"

    def utama(self, skp_id):
        """The indicators of the main results of a plan, in the order of its page: they carry the weights."""
        return self.filter(hasil__skp=skp_id, hasil__jenis=JenisHasil.UTAMA).order_by(
            "hasil__urutan", "hasil_id", "urutan", "pk"
        )


class Indikator(models.Model):
    """A measure of a result: quantitative (target, unit, direction) or qualitative (three described levels)."""

    hasil = models.ForeignKey(HasilKerja, models.CASCADE, related_name="indikator", verbose_name="hasil kerja")
    jenis = models.CharField("jenis", max_length=12, choices=JenisIndikator, default=JenisIndikator.KUANTITATIF)
    uraian = models.TextField("indikator kinerja individu")
    aspek = models.CharField("aspek", max_length=10, choices=Aspek, default=Aspek.KUANTITAS)
    perspektif = models.CharField("perspektif", max_length=20, choices=Perspektif, blank=True)
    arah = models.CharField("arah", max_length=8, choices=Arah, blank=True)
    sifat = models.CharField("sifat target", max_length=10, choices=SifatTarget, default=SifatTarget.TETAP)
    target = models.DecimalField("target", max_digits=16, decimal_places=4, null=True, blank=True)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)
    satuan = models.CharField("satuan", max_length=40, blank=True)
    ekspektasi = models.TextField("ekspektasi", blank=True)
    level_bawah = models.TextField("di bawah ekspektasi bila", blank=True)
    level_sesuai = models.TextField("sesuai ekspektasi bila", blank=True)
    level_atas = models.TextField("di atas ekspektasi bila", blank=True)
    bobot = models.DecimalField(
        "bobot (%)", max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    dicabut_pada = models.DateTimeField(null=True, blank=True, editable=False)

    objects = BerlakuManager.from_queryset(IndikatorQuerySet)()
    semua = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["urutan", "pk"]
        constraints = [
            models.CheckConstraint(
                name="indikator_bobot_sah",
                condition=Q(bobot__isnull=True) | Q(bobot__gt=0, bobot__lte=100),
                violation_error_message="Bobot lebih dari 0 dan paling banyak 100.",
            ),
            models.CheckConstraint(
                name="indikator_kuantitatif_bertarget",
                condition=~Q(jenis=JenisIndikator.KUANTITATIF)
                | (Q(target__isnull=False, target__gte=0) & ~Q(satuan="") & ~Q(arah="")),
                violation_error_message="Indikator kuantitatif memerlukan target, satuan, dan arah.",
            ),
            models.CheckConstraint(
                name="indikator_target_nol_hanya_turun",
                condition=Q(target__isnull=True) | Q(target__gt=0) | Q(arah=Arah.TURUN) | Q(arah=Arah.RENTANG),
                violation_error_message="Target 0 hanya untuk indikator yang makin rendah makin baik.",
            ),
            models.CheckConstraint(
                name="indikator_rentang_sah",
                condition=~Q(arah=Arah.RENTANG) | Q(target_atas__isnull=False, target_atas__gt=F("target")),
                violation_error_message="Batas atas rentang harus lebih besar daripada batas bawahnya.",
            ),
            models.CheckConstraint(
                name="indikator_kualitatif_berlevel",
                condition=~Q(jenis=JenisIndikator.KUALITATIF)
                | (~Q(ekspektasi="") & ~Q(level_bawah="") & ~Q(level_sesuai="") & ~Q(level_atas="")),
                violation_error_message="Indikator kualitatif memerlukan ekspektasi dan uraian ketiga tingkatnya.",
            ),
        ]

    def __str__(self):
        return self.uraian[:80]
