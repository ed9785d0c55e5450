"""Measured competence and potential, and discipline in force. PermenPANRB 38/2017, PP 94/2021."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from mataram_asn.kit.baris import AcuanQuerySet, BerlakuMixin, periode_sah

from ..pilihan import JenisKompetensi
from .orang import Pegawai, TentangPegawaiQuerySet


class Kompetensi(models.Model):
    """One competence of the standard."""

    kunci = models.SlugField("kunci", max_length=50, unique=True)
    nama = models.CharField("nama", max_length=120)
    jenis = models.CharField("jenis", max_length=16, choices=JenisKompetensi)
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "kompetensi"
        verbose_name_plural = "kompetensi"
        ordering = ["urutan", "nama"]

    def __str__(self):
        return self.nama


class UkuranKompetensiQuerySet(TentangPegawaiQuerySet):
    def terbaru(self):
        """The latest measurement of each competence of each person."""
        return self.order_by("pegawai_id", "kompetensi_id", "-diukur_pada", "-pk").distinct(
            "pegawai_id", "kompetensi_id"
        )


class UkuranKompetensi(models.Model):
    """A competence of a person as measured on a day, level 1 to 5. A new measurement is a new row."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="ukuran_kompetensi")
    kompetensi = models.ForeignKey(Kompetensi, models.PROTECT, related_name="ukuran")
    level = models.PositiveSmallIntegerField("tingkat", validators=[MinValueValidator(1), MaxValueValidator(5)])
    diukur_pada = models.DateField("diukur pada")
    sumber = models.CharField("sumber", max_length=120, blank=True)

    objects = UkuranKompetensiQuerySet.as_manager()

    class Meta:
        verbose_name = "ukuran kompetensi"
        verbose_name_plural = "ukuran kompetensi"
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "kompetensi", "diukur_pada"], name="ukuran_kompetensi_sekali"),
            models.CheckConstraint(
                name="ukuran_kompetensi_level_sah",
                condition=Q(level__range=(1, 5)),
                violation_error_message="Tingkat kompetensi adalah 1 sampai 5.",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.kompetensi} · {self.level}"


class UkuranPotensiQuerySet(TentangPegawaiQuerySet):
    def terbaru(self):
        """The latest value of each element of each person."""
        return self.order_by("pegawai_id", "unsur", "-diukur_pada", "-pk").distinct("pegawai_id", "unsur")


class UkuranPotensi(models.Model):
    """An element of potential (0 to 100) as measured on a day, such as the assessment centre."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="ukuran_potensi")
    unsur = models.SlugField("unsur", max_length=40)
    nilai = models.DecimalField("nilai", max_digits=5, decimal_places=2)
    diukur_pada = models.DateField("diukur pada")

    objects = UkuranPotensiQuerySet.as_manager()

    class Meta:
        verbose_name = "ukuran potensi"
        verbose_name_plural = "ukuran potensi"
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "unsur", "diukur_pada"], name="ukuran_potensi_sekali"),
            models.CheckConstraint(
                name="ukuran_potensi_nilai_sah",
                condition=Q(nilai__range=(0, 100)),
                violation_error_message="Nilai potensi adalah 0 sampai 100.",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.unsur} · {self.nilai}"


class HukumanDisiplinQuerySet(BerlakuMixin, TentangPegawaiQuerySet):
    pass


class HukumanDisiplin(models.Model):
    """A disciplinary sanction in force from day to day. A low SKP by itself is none."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="hukuman_disiplin")
    tingkat = models.CharField("tingkat", max_length=20)
    jenis = models.CharField("jenis", max_length=120)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = HukumanDisiplinQuerySet.as_manager()

    class Meta:
        verbose_name = "hukuman disiplin"
        verbose_name_plural = "hukuman disiplin"
        constraints = [periode_sah("hukuman_disiplin")]

    def __str__(self):
        return f"{self.pegawai} · {self.jenis}"
