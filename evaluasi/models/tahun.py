"""The year of one person of several segments: brought together by the assessor, explained, immutable."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Ketentuan, Pegawai

from ..pilihan import Predikat, Rating, Tahap
from .hasil import sel_sah
from .siklus import Siklus


class EvaluasiTahunanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Like the results it is made of: published, for whoever sees the person, and for who gave it."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(pegawai__in=Pegawai.objects.visible_to(user)) | Q(penilai=user.pegawai_id or 0),
            siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL],
        )

    def berlaku(self):
        """Those that no later one supersedes."""
        return self.filter(penggantinya__isnull=True)


class EvaluasiTahunan(models.Model):
    """Indices 0–120 with two places, weighted by the `hari` covered. `masukan`, `pohon`, `akar` as in Evaluasi.

    `alasan_*` say why a rating differs from the suggestion; blank where the suggestion was accepted.
    """

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="evaluasi_tahunan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="evaluasi_tahunan")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, related_name="evaluasi_tahunan_diberikan")
    hari = models.PositiveSmallIntegerField("hari yang dinilai")
    indeks_hasil = models.DecimalField(max_digits=5, decimal_places=2)
    indeks_perilaku = models.DecimalField(max_digits=5, decimal_places=2)
    usul_hasil = models.CharField(max_length=8, choices=Rating)
    usul_perilaku = models.CharField(max_length=8, choices=Rating)
    rating_hasil = models.CharField(max_length=8, choices=Rating)
    rating_perilaku = models.CharField(max_length=8, choices=Rating)
    alasan_hasil = models.TextField(blank=True)
    alasan_perilaku = models.TextField(blank=True)
    predikat = models.CharField(max_length=16, choices=Predikat)
    ketentuan = models.ForeignKey(Ketentuan, models.PROTECT, related_name="+")
    masukan = models.JSONField()
    pohon = models.JSONField()
    akar = models.CharField(max_length=64)
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=timezone.now)
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="penggantinya")

    objects = EvaluasiTahunanQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi tahunan"
        verbose_name_plural = "evaluasi tahunan"
        constraints = [
            models.UniqueConstraint(
                fields=["siklus", "pegawai"],
                condition=Q(menggantikan__isnull=True),
                name="evaluasi_tahunan_sekali",
                violation_error_message="Predikat tahun ini sudah ditetapkan.",
            ),
            models.CheckConstraint(
                name="evaluasi_tahunan_sel_sah",
                condition=sel_sah(),
                violation_error_message="Predikat harus sesuai dengan matriks hasil kerja dan perilaku kerja.",
            ),
            models.CheckConstraint(
                name="evaluasi_tahunan_indeks_sah",
                condition=Q(indeks_hasil__range=(0, 120), indeks_perilaku__range=(0, 120), hari__range=(1, 366)),
            ),
            models.CheckConstraint(
                name="evaluasi_tahunan_bukan_diri",
                condition=~Q(penilai=models.F("pegawai")),
                violation_error_message="Tidak seorang pun menilai dirinya sendiri.",
            ),
            models.CheckConstraint(
                name="evaluasi_tahunan_beralasan",
                condition=(Q(rating_hasil=models.F("usul_hasil")) | ~Q(alasan_hasil=""))
                & (Q(rating_perilaku=models.F("usul_perilaku")) | ~Q(alasan_perilaku="")),
                violation_error_message="Rating yang berbeda dari usul memerlukan alasan.",
            ),
        ]

    def __str__(self):
        return f"{self.siklus} · {self.pegawai} · {self.get_predikat_display()}"
