"""Libraries of results and indicators per position and per unit, from which a plan begins."""

from django.db import models
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Length

from mataram_asn.kit.baris import AcuanQuerySet
from pegawai.models import Jabatan, Unit
from pegawai.pilihan import JenisJabatan, Jenjang

from ..pilihan import Arah, Aspek, JenisHasil, JenisIndikator, Perspektif, SifatTarget


class PustakaQuerySet(AcuanQuerySet):
    def untuk(self, jabatan: Jabatan, unit_ids):
        """The active entries that fit a position in these units (its own and those above), the closest first."""
        nama = Value(jabatan.nama, output_field=CharField())
        cocok = (
            Q(nama_ini__istartswith=F("nama_jabatan"))
            & Q(jenis_jabatan__in=("", jabatan.jenis))
            & Q(jenjang__in=("", jabatan.jenjang))
            & (Q(unit__isnull=True) | Q(unit__in=unit_ids))
        )
        return (
            self.alias(nama_ini=nama, cermat=Length("nama_jabatan"))
            .filter(Q(jabatan=jabatan) | (Q(jabatan__isnull=True) & cocok), aktif=True)
            .order_by(F("jabatan").asc(nulls_last=True), "-cermat", F("unit").asc(nulls_last=True), "urutan", "pk")
        )


class PustakaHasil(models.Model):
    """A result that fits one position, a name of positions, a kind, or a unit."""

    jabatan = models.ForeignKey(
        Jabatan, models.PROTECT, null=True, blank=True, related_name="pustaka", verbose_name="jabatan"
    )
    nama_jabatan = models.CharField("nama jabatan diawali", max_length=200, blank=True)
    jenis_jabatan = models.CharField("jenis jabatan", max_length=30, choices=JenisJabatan, blank=True)
    jenjang = models.CharField("jenjang", max_length=20, choices=Jenjang, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="pustaka_hasil", verbose_name="unit dan bawahannya"
    )
    jenis = models.CharField("jenis hasil", max_length=10, choices=JenisHasil, default=JenisHasil.UTAMA)
    uraian = models.TextField("rencana hasil kerja")
    sumber = models.CharField("sumber", max_length=200, blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)
    aktif = models.BooleanField("ditawarkan", default=True)

    objects = PustakaQuerySet.as_manager()

    class Meta:
        verbose_name = "pustaka hasil kerja"
        verbose_name_plural = "pustaka hasil kerja"
        ordering = ["nama_jabatan", "urutan", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pustaka_hasil_bersasaran",
                condition=Q(jabatan__isnull=False) | Q(unit__isnull=False) | ~Q(nama_jabatan="") | ~Q(jenis_jabatan=""),
                violation_error_message="Sebutkan untuk siapa: jabatan, nama jabatan, jenis jabatan, atau unit.",
            )
        ]

    def __str__(self):
        return self.uraian[:80]

    @property
    def judul(self) -> str:
        """The result for people, with words where a plan puts the name of its unit."""
        return self.uraian.replace("{unit}", str(self.unit) if self.unit_id else "(nama unit)")


class PustakaIndikator(models.Model):
    """An indicator of a library result; its target is a proposal that the person adjusts."""

    hasil = models.ForeignKey(PustakaHasil, models.CASCADE, related_name="indikator", verbose_name="hasil kerja")
    jenis = models.CharField("jenis", max_length=12, choices=JenisIndikator, default=JenisIndikator.KUANTITATIF)
    uraian = models.TextField("indikator")
    aspek = models.CharField("aspek", max_length=10, choices=Aspek, default=Aspek.KUANTITAS)
    perspektif = models.CharField("perspektif", max_length=20, choices=Perspektif, blank=True)
    arah = models.CharField("arah", max_length=8, choices=Arah, blank=True)
    sifat = models.CharField("sifat target", max_length=10, choices=SifatTarget, default=SifatTarget.TETAP)
    target = models.DecimalField("usul target", max_digits=16, decimal_places=4, null=True, blank=True)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)
    satuan = models.CharField("satuan", max_length=40, blank=True)
    ekspektasi = models.TextField("ekspektasi", blank=True)
    level_bawah = models.TextField("di bawah ekspektasi bila", blank=True)
    level_sesuai = models.TextField("sesuai ekspektasi bila", blank=True)
    level_atas = models.TextField("di atas ekspektasi bila", blank=True)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "pustaka indikator"
        verbose_name_plural = "pustaka indikator"
        ordering = ["urutan", "pk"]
        constraints = [
            models.CheckConstraint(
                name="pustaka_kuantitatif_bertarget",
                condition=~Q(jenis=JenisIndikator.KUANTITATIF)
                | (Q(target__isnull=False, target__gte=0) & ~Q(satuan="") & ~Q(arah="")),
                violation_error_message="Indikator kuantitatif memerlukan target, satuan, dan arah.",
            ),
            models.CheckConstraint(
                name="pustaka_target_nol_hanya_turun",
                condition=Q(target__isnull=True) | Q(target__gt=0) | Q(arah__in=[Arah.TURUN, Arah.RENTANG]),
                violation_error_message="Target 0 hanya untuk indikator yang makin rendah makin baik.",
            ),
            models.CheckConstraint(
                name="pustaka_rentang_sah",
                condition=~Q(arah=Arah.RENTANG) | Q(target_atas__isnull=False, target_atas__gt=F("target")),
                violation_error_message="Batas atas rentang harus lebih besar daripada batas bawahnya.",
            ),
            models.CheckConstraint(
                name="pustaka_kualitatif_berlevel",
                condition=~Q(jenis=JenisIndikator.KUALITATIF)
                | (~Q(ekspektasi="") & ~Q(level_bawah="") & ~Q(level_sesuai="") & ~Q(level_atas="")),
                violation_error_message="Indikator kualitatif memerlukan ekspektasi dan uraian ketiga tingkatnya.",
            ),
        ]

    def __str__(self):
        return self.uraian[:80]
