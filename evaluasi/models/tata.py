"""What people decide about a siklus that runs: two of them over its course, BKPSDM over who rates whom."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet
from pegawai.models import Pegawai

from ..pilihan import ApaSiklus, StatusPermohonan
from .penilaian import LembarPenilaian, TentangLembarQuerySet
from .siklus import Siklus


class PermohonanSiklus(models.Model):
    """One of BKPSDM asks, another decides. `tutup_baru` is the new end of filling in where it is opened again."""

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="permohonan")
    apa = models.CharField("yang dimohon", max_length=14, choices=ApaSiklus)
    alasan = models.TextField("alasan")
    tutup_baru = models.DateTimeField("pengisian ditutup lagi pada", null=True, blank=True)
    status = models.CharField(max_length=10, choices=StatusPermohonan, default=StatusPermohonan.MENUNGGU)
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(default=timezone.now)
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True, blank=True)
    tanggapan = models.TextField("tanggapan", blank=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "permohonan siklus"
        verbose_name_plural = "permohonan siklus"
        ordering = ["-diminta_pada", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["siklus"],
                condition=Q(status=StatusPermohonan.MENUNGGU),
                name="permohonan_siklus_satu_menunggu",
                violation_error_message="Masih ada permohonan lain yang menunggu untuk siklus ini.",
            ),
            models.CheckConstraint(
                name="permohonan_siklus_dua_orang",
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=F("diminta_oleh")),
                violation_error_message="Permohonan diputus oleh orang lain, bukan oleh pemohonnya.",
            ),
            models.CheckConstraint(
                name="permohonan_siklus_diputus_lengkap",
                condition=Q(status=StatusPermohonan.MENUNGGU, diputus_oleh__isnull=True, diputus_pada__isnull=True)
                | (~Q(status=StatusPermohonan.MENUNGGU) & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False)),
            ),
            models.CheckConstraint(
                name="permohonan_siklus_bertanggal",
                condition=~Q(apa=ApaSiklus.BUKA_KEMBALI) | Q(tutup_baru__isnull=False),
                violation_error_message="Isi kapan pengisian ditutup lagi.",
            ),
        ]

    def __str__(self):
        return f"{self.get_apa_display()}: {self.siklus}"


class AlihPenilai(models.Model):
    """A sheet handed from one assessor to another, by BKPSDM or because the first has left the service."""

    lembar = models.ForeignKey(LembarPenilaian, models.PROTECT, related_name="alih")
    dari = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    ke = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    alasan = models.TextField("alasan")
    dialihkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dialihkan_pada = models.DateTimeField(default=timezone.now)

    objects = TentangLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "pengalihan penilai"
        verbose_name_plural = "pengalihan penilai"
        ordering = ["-dialihkan_pada", "-pk"]
        constraints = [
            models.CheckConstraint(name="alih_penilai_berpindah", condition=Q(dari__isnull=True) | ~Q(dari=F("ke"))),
            models.CheckConstraint(name="alih_penilai_beralasan", condition=~Q(alasan="")),
        ]

    def __str__(self):
        return f"{self.lembar}: {self.dari} → {self.ke}"
