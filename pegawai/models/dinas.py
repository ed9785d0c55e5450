"""Dated facts that take somebody out of work, and the days on which the city does not work."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet, BerlakuMixin, periode_sah, rentang_tanggal, sama

from ..pilihan import STATUS_BERHENTI, JenisLibur, JenisStatusDinas
from .orang import Pegawai, TentangPegawaiQuerySet


class StatusDinasQuerySet(BerlakuMixin, TentangPegawaiQuerySet):
    def sah(self):
        """Rows that nobody has withdrawn."""
        return self.filter(dicabut_pada__isnull=True)

    def beririsan(self, mulai, selesai):
        """Rows with at least one day in that stretch (inclusive)."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=mulai), mulai__lte=selesai)


class StatusDinas(models.Model):
    """Leave, study or illness, or the end of service. `selesai` is the last day away; open: no end yet."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="status_dinas", verbose_name="pegawai")
    jenis = models.CharField("jenis", max_length=16, choices=JenisStatusDinas)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    nomor_surat = models.CharField("nomor surat", max_length=80)
    catatan = models.TextField("catatan", blank=True)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(default=timezone.now)
    dicabut_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    alasan_cabut = models.TextField("alasan pencabutan", blank=True)

    objects = StatusDinasQuerySet.as_manager()

    class Meta:
        verbose_name = "status dinas"
        verbose_name_plural = "status dinas"
        ordering = ["-mulai", "-pk"]
        constraints = [
            periode_sah("status_dinas"),
            ExclusionConstraint(
                name="status_dinas_satu_pada_satu_waktu",
                expressions=[(sama("pegawai"), "&&"), (rentang_tanggal(), "&&")],
                condition=Q(dicabut_pada__isnull=True),
                violation_error_message="Pegawai ini sudah mempunyai status lain pada tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="status_dinas_berhenti_tanpa_akhir",
                condition=~Q(jenis__in=STATUS_BERHENTI) | Q(selesai__isnull=True),
                violation_error_message="Pensiun dan meninggal dunia tidak mempunyai tanggal selesai.",
            ),
            models.CheckConstraint(
                name="status_dinas_dicabut_beralasan",
                condition=Q(dicabut_pada__isnull=True, dicabut_oleh__isnull=True)
                | (Q(dicabut_pada__isnull=False, dicabut_oleh__isnull=False) & ~Q(alasan_cabut="")),
                violation_error_message="Pencabutan memerlukan alasan.",
            ),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.pegawai}"


class HariLiburQuerySet(AcuanQuerySet):
    def tanggal_antara(self, mulai, selesai) -> frozenset:
        """The days off between two days (inclusive)."""
        return frozenset(self.filter(tanggal__range=(mulai, selesai)).values_list("tanggal", flat=True))


class HariLibur(models.Model):
    """A day on which the city does not work; Saturdays and Sundays need no row."""

    tanggal = models.DateField("tanggal", unique=True)
    nama = models.CharField("nama", max_length=120)
    jenis = models.CharField("jenis", max_length=12, choices=JenisLibur, default=JenisLibur.NASIONAL)
    dasar_hukum = models.CharField("dasar hukum", max_length=160)

    objects = HariLiburQuerySet.as_manager()

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["tanggal"]

    def __str__(self):
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"
