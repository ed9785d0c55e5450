"""The scoring sheet of one person in one siklus: what the atasan sets, until the results are computed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.models import SKP, Indikator
from kinerja.pilihan import JenisHasil, NilaiDasar
from mataram_asn.kit.baris import BarisQuerySet, periode_sah
from pegawai.models import Pegawai

from ..pilihan import Rating, StatusLembar, Tahap
from .siklus import Siklus


class LembarQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The sheet is the penilai's; the person rated and the chain read it once the result is published."""
        if not user.is_authenticated:
            return self.none()
        terbit = Q(siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL])
        return self.filter(
            Q(penilai__isnull=False, penilai=user.pegawai_id or 0)
            | Q(terbit, pegawai__in=Pegawai.objects.visible_to(user))
        )

    def tertahan_kalibrasi(self):
        """Held sheets before publication: who may take one over is asked by `akses.why_not_score`."""
        return self.filter(status=StatusLembar.TERTAHAN, siklus__tahap=Tahap.KALIBRASI)

    def milik(self, pegawai_id):
        """A person's own sheets: what they filled in and what follows from it, never the penilai's notes."""
        return self.filter(pegawai_id=pegawai_id or 0)

    def untuk_penilai(self, pegawai_id):
        return self.filter(penilai_id=pegawai_id)

    def menunggu_konfirmasi(self):
        """Sheets not confirmed yet, with the main weight in percent (`bobot_tidak`) that cannot be rated on each."""
        tidak = Q(nilai_indikator__tidak_dinilai=True, nilai_indikator__indikator__hasil__jenis=JenisHasil.UTAMA)
        jumlah = models.Sum("nilai_indikator__indikator__bobot", filter=tidak)
        return self.filter(dikonfirmasi_oleh__isnull=True, evaluasi__isnull=True).annotate(bobot_tidak=jumlah)

    def belum(self):
        return self.exclude(status=StatusLembar.DITETAPKAN)


class LembarPenilaian(models.Model):
    """One sheet per siklus and SKP; the segment is the part of the period that the SKP covers."""

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="lembar")
    skp = models.ForeignKey(SKP, models.PROTECT, related_name="lembar")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="lembar")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="lembar_dinilai")
    mulai = models.DateField()
    selesai = models.DateField()
    status = models.CharField(max_length=12, choices=StatusLembar, default=StatusLembar.TERBUKA)
    sisi_pegawai_pada = models.DateTimeField("pegawai menyatakan selesai mengisi", null=True)
    publik = models.JSONField("umpan balik yang dibekukan", null=True)
    rating_hasil = models.CharField(max_length=8, choices=Rating, blank=True)
    alasan_hasil = models.TextField(blank=True)
    rating_perilaku = models.CharField(max_length=8, choices=Rating, blank=True)
    alasan_perilaku = models.TextField(blank=True)
    ditetapkan_pada = models.DateTimeField(null=True)
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    dikonfirmasi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="bobot yang tidak dapat dinilai dikonfirmasi oleh",
    )
    #: the computed figures of a sheet that is set, so that a curve of many is read at once; the result is computed anew
    indeks_hasil = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    indeks_perilaku = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    usul_hasil = models.CharField(max_length=8, choices=Rating, blank=True)
    usul_perilaku = models.CharField(max_length=8, choices=Rating, blank=True)
    #: what the effects of assessors are estimated from: achievement without the assessor, what the assessor chose
    capaian_angka = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    nilai_penilai = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    nilai_seragam = models.BooleanField(null=True)
    dikonfirmasi_pada = models.DateTimeField(null=True)
    disimpan_pada = models.DateTimeField("terakhir disimpan penilai", null=True)
    versi = models.PositiveIntegerField(default=1)

    objects = LembarQuerySet.as_manager()

    class Meta:
        verbose_name = "lembar penilaian"
        verbose_name_plural = "lembar penilaian"
        indexes = [models.Index(fields=["penilai", "siklus", "status"], name="lembar_penilai")]
        constraints = [
            periode_sah("lembar"),
            models.UniqueConstraint(fields=["siklus", "skp"], name="lembar_sekali"),
            models.CheckConstraint(
                name="lembar_penilai_bukan_diri",
                condition=Q(penilai__isnull=True) | ~Q(penilai=F("pegawai")),
                violation_error_message="Tidak seorang pun menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                name="lembar_ditetapkan_lengkap",
                condition=~Q(status=StatusLembar.DITETAPKAN)
                | (
                    ~Q(rating_hasil="")
                    & ~Q(rating_perilaku="")
                    & Q(ditetapkan_pada__isnull=False, ditetapkan_oleh__isnull=False)
                ),
                violation_error_message="Penilaian yang ditetapkan harus lengkap.",
            ),
        ]

    def __str__(self):
        return f"{self.siklus} · {self.pegawai}"


class TentangLembarQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(lembar__in=LembarPenilaian.objects.visible_to(user))


class NilaiIndikator(models.Model):
    """The atasan's rating of one indicator; a blank rating accepts the suggestion."""

    lembar = models.ForeignKey(LembarPenilaian, models.CASCADE, related_name="nilai_indikator")
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="nilai")
    rating = models.CharField(max_length=8, choices=Rating, blank=True)
    alasan = models.TextField(blank=True)
    tidak_dinilai = models.BooleanField("tidak dapat dinilai", default=False)

    objects = TentangLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai indikator"
        verbose_name_plural = "nilai indikator"
        constraints = [
            models.UniqueConstraint(fields=["lembar", "indikator"], name="nilai_indikator_sekali"),
            models.CheckConstraint(
                name="nilai_indikator_satu_putusan",
                condition=(Q(tidak_dinilai=True, rating="") & ~Q(alasan="")) | Q(tidak_dinilai=False),
                violation_error_message="Indikator yang tidak dapat dinilai memerlukan alasan.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator}: {self.rating}"


class NilaiPerilaku(models.Model):
    """The atasan's rating of one of the seven values."""

    lembar = models.ForeignKey(LembarPenilaian, models.CASCADE, related_name="nilai_perilaku")
    nilai = models.CharField(max_length=24, choices=NilaiDasar)
    rating = models.CharField(max_length=8, choices=Rating)
    alasan = models.TextField(blank=True)

    objects = TentangLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai perilaku"
        verbose_name_plural = "nilai perilaku"
        constraints = [models.UniqueConstraint(fields=["lembar", "nilai"], name="nilai_perilaku_sekali")]

    def __str__(self):
        return f"{self.get_nilai_display()}: {self.rating}"
