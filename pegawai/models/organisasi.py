"""Units and positions, dated: the tree of any day can be asked for."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from mataram_asn.kit.baris import AcuanQuerySet, BerlakuMixin, periode_sah, rentang_tanggal, sama

from ..pilihan import PERANGKAT_DAERAH, JenisJabatan, JenisUnit, Jenjang, TingkatPendidikan


class UnitQuerySet(AcuanQuerySet):
    def perangkat_daerah(self):
        """The offices: 39 in Mataram."""
        return self.filter(jenis__in=PERANGKAT_DAERAH)

    def keturunan(self, unit_id: int, tanggal):
        """The unit and all that stands under it on that day."""
        turun = models.expressions.RawSQL(SQL_KETURUNAN, [unit_id, tanggal, tanggal])  # noqa: S611  a constant
        return self.filter(pk__in=turun)


SQL_KETURUNAN = """
WITH RECURSIVE turun(id) AS (
  SELECT %s::bigint
  UNION
  SELECT s.unit_id FROM pegawai_susunanunit s JOIN turun t ON s.induk_id = t.id
  WHERE s.mulai <= %s AND (s.selesai IS NULL OR s.selesai >= %s)
) SELECT id FROM turun
"""


class Unit(models.Model):
    """A unit of the organisation; its name and place in the tree are dated in SusunanUnit."""

    kode = models.CharField("kode", max_length=40, unique=True)
    nama = models.CharField("nama kini", max_length=160)
    jenis = models.CharField("jenis", max_length=20, choices=JenisUnit)
    unor_id = models.UUIDField("UNOR ID SIASN", null=True, blank=True, unique=True)
    sumber = models.TextField("sumber", blank=True)
    terverifikasi = models.BooleanField("sumber telah dibaca", default=False)

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["nama"]

    def __str__(self):
        return self.nama


class DatedQuerySet(BerlakuMixin, AcuanQuerySet):
    pass


class SusunanUnit(models.Model):
    """From when to when a unit has this name and stands under this unit (the root under none)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="susunan", verbose_name="unit")
    nama = models.CharField("nama", max_length=160)
    induk = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="susunan_anak", verbose_name="unit induk"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "susunan unit"
        verbose_name_plural = "susunan unit"
        constraints = [
            periode_sah("susunan_unit"),
            ExclusionConstraint(
                name="susunan_unit_satu_pada_satu_waktu",
                expressions=[(sama("unit"), "&&"), (rentang_tanggal(), "&&")],
                violation_error_message="Unit ini sudah mempunyai susunan pada tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="susunan_unit_bukan_induk_sendiri",
                condition=Q(induk__isnull=True) | ~Q(induk=models.F("unit")),
                violation_error_message="Unit tidak dapat menjadi induk bagi dirinya sendiri.",
            ),
        ]

    def __str__(self):
        return f"{self.nama} ({self.mulai}–{self.selesai or 'kini'})"


class JabatanQuerySet(BerlakuMixin, AcuanQuerySet):
    pass


class Jabatan(models.Model):
    """A position in a unit with one or more seats; need, class and the position above are dated."""

    kode = models.CharField("kode", max_length=60, unique=True)
    nama = models.CharField("nama", max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="jabatan", verbose_name="unit kerja")
    jenis = models.CharField("jenis", max_length=30, choices=JenisJabatan)
    jenjang = models.CharField("jenjang", max_length=20, choices=Jenjang, blank=True)
    rumpun = models.CharField("rumpun", max_length=60, blank=True)
    kepala_unit = models.BooleanField("memimpin unit", default=False)
    golongan_min = models.CharField("pangkat terendah", max_length=5, blank=True)
    golongan_maks = models.CharField("pangkat tertinggi", max_length=5, blank=True)
    pendidikan_min = models.CharField("pendidikan terendah", max_length=2, choices=TingkatPendidikan, blank=True)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = JabatanQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["nama"]
        constraints = [
            periode_sah("jabatan"),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(kepala_unit=True, selesai__isnull=True),
                name="jabatan_satu_kepala_unit",
                violation_error_message="Unit ini sudah mempunyai jabatan kepala.",
            ),
            models.CheckConstraint(
                name="jabatan_jenjang_hanya_fungsional",
                condition=Q(jenis=JenisJabatan.FUNGSIONAL) ^ Q(jenjang=""),
                violation_error_message="Jenjang diisi untuk jabatan fungsional, dan hanya untuk itu.",
            ),
        ]

    def __str__(self):
        return self.nama


class SusunanJabatan(models.Model):
    """From when to when a position has this position above it, this class and this need (seats)."""

    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="susunan", verbose_name="jabatan")
    atasan = models.ForeignKey(
        Jabatan, models.PROTECT, null=True, blank=True, related_name="susunan_bawahan", verbose_name="jabatan atasan"
    )
    kelas = models.PositiveSmallIntegerField(
        "kelas jabatan", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(17)]
    )
    kebutuhan = models.PositiveIntegerField("kebutuhan (orang)", default=1)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "susunan jabatan"
        verbose_name_plural = "susunan jabatan"
        constraints = [
            periode_sah("susunan_jabatan"),
            ExclusionConstraint(
                name="susunan_jabatan_satu_pada_satu_waktu",
                expressions=[(sama("jabatan"), "&&"), (rentang_tanggal(), "&&")],
                violation_error_message="Jabatan ini sudah mempunyai susunan pada tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="susunan_jabatan_bukan_atasan_sendiri",
                condition=Q(atasan__isnull=True) | ~Q(atasan=models.F("jabatan")),
                violation_error_message="Jabatan tidak dapat menjadi atasan bagi dirinya sendiri.",
            ),
            models.CheckConstraint(
                name="susunan_jabatan_kelas_sah",
                condition=Q(kelas__isnull=True) | Q(kelas__range=(1, 17)),
                violation_error_message="Kelas jabatan adalah 1 sampai 17.",
            ),
        ]

    def __str__(self):
        return f"{self.jabatan} ({self.mulai}–{self.selesai or 'kini'})"
