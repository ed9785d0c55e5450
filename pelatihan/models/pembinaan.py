"""Coaching: goals linked to figures, a check every month, steps decided by people. Private to the two."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from evaluasi.models import Evaluasi
from mataram_asn.kit.baris import BarisQuerySet
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai
from pegawai.pilihan import Peran

from ..aturan import TERTUTUP
from ..pilihan import Kemajuan, TahapPembinaan


class PembinaanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """That it exists: the person, the atasan of then and of today, BKPSDM. What stands in it: see akses."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM):
            return self
        siapa = user.pegawai_id
        if not siapa:
            return self.none()
        bawahan = rekap_pegawai.bawahan_langsung(siapa, timezone.localdate())
        return self.filter(Q(pegawai=siapa) | Q(atasan=siapa) | Q(pegawai__in=bawahan))

    def berjalan(self):
        """Plans that are not closed."""
        return self.exclude(tahap__in=TERTUTUP)


class Pembinaan(models.Model):
    """A coaching plan of one person, started by the atasan from one result; `tinjau_pada` is the day of the review."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="pembinaan")
    atasan = models.ForeignKey(Pegawai, models.PROTECT, related_name="pembinaan_diberikan")
    evaluasi = models.ForeignKey(Evaluasi, models.PROTECT, related_name="pembinaan")
    tahap = models.CharField(max_length=24, choices=TahapPembinaan, default=TahapPembinaan.BERJALAN)
    mulai = models.DateField()
    tinjau_pada = models.DateField("ditinjau pada")
    dimulai_pada = models.DateTimeField()
    ditutup_pada = models.DateTimeField(null=True)

    objects = PembinaanQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana pembinaan"
        verbose_name_plural = "rencana pembinaan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=~Q(tahap__in=TERTUTUP),
                name="pembinaan_satu_berjalan",
                violation_error_message="Pegawai ini sudah mempunyai rencana pembinaan yang berjalan.",
            ),
            models.CheckConstraint(
                name="pembinaan_bukan_diri",
                condition=~Q(pegawai=F("atasan")),
                violation_error_message="Tidak seorang pun membina dirinya sendiri.",
            ),
            models.CheckConstraint(name="pembinaan_ditinjau_kemudian", condition=Q(tinjau_pada__gt=F("mulai"))),
        ]

    def __str__(self):
        return f"Pembinaan {self.pegawai}"


class TentangPembinaanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Content: for the person and the atasan; never for BKPSDM as such."""
        terlihat = Pembinaan.objects.visible_to(user)
        if user.is_authenticated and user.berperan(Peran.BKPSDM):
            terlihat = terlihat.filter(Q(pegawai=user.pegawai_id or 0) | Q(atasan=user.pegawai_id or 0))
        return self.filter(pembinaan__in=terlihat)


class SasaranPembinaan(models.Model):
    """A goal, linked to the figure of the result that caused it."""

    pembinaan = models.ForeignKey(Pembinaan, models.PROTECT, related_name="sasaran")
    kunci = models.CharField("angka", max_length=80)
    sebab = models.TextField("angka yang menjadi sebab")
    sasaran = models.TextField()

    objects = TentangPembinaanQuerySet.as_manager()

    class Meta:
        verbose_name = "sasaran pembinaan"
        verbose_name_plural = "sasaran pembinaan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["pembinaan", "kunci"], name="sasaran_pembinaan_sekali"),
            models.CheckConstraint(name="sasaran_pembinaan_berisi", condition=~Q(sasaran="")),
        ]

    def __str__(self):
        return self.sebab


class CatatanPembinaan(models.Model):
    """The check of one month (by the day on which it was due), and what the person says to it."""

    pembinaan = models.ForeignKey(Pembinaan, models.PROTECT, related_name="catatan")
    tempo = models.DateField("jatuh tempo")
    kemajuan = models.CharField(max_length=10, choices=Kemajuan)
    isi = models.TextField("catatan")
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()
    tanggapan = models.TextField("tanggapan pegawai", blank=True)
    ditanggapi_pada = models.DateTimeField(null=True)

    objects = TentangPembinaanQuerySet.as_manager()

    class Meta:
        verbose_name = "pemeriksaan bulanan"
        verbose_name_plural = "pemeriksaan bulanan"
        ordering = ["tempo"]
        constraints = [
            models.UniqueConstraint(
                fields=["pembinaan", "tempo"],
                name="catatan_pembinaan_sekali",
                violation_error_message="Pemeriksaan bulan itu sudah dicatat.",
            )
        ]

    def __str__(self):
        return f"{self.pembinaan} · {self.tempo}"


class LangkahPembinaan(models.Model):
    """A step that a person decided, with its ground. A trigger refuses any change."""

    pembinaan = models.ForeignKey(Pembinaan, models.PROTECT, related_name="langkah")
    tahap = models.CharField(max_length=24, choices=TahapPembinaan)
    dasar = models.TextField("dasar dan pertimbangan")
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diputus_pada = models.DateTimeField()

    objects = TentangPembinaanQuerySet.as_manager()

    class Meta:
        verbose_name = "langkah pembinaan"
        verbose_name_plural = "langkah pembinaan"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="langkah_pembinaan_berdasar", condition=~Q(dasar=""))]

    def __str__(self):
        return f"{self.pembinaan} · {self.get_tahap_display()}"
