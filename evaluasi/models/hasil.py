"""The result of one person in one siklus: computed, explained, immutable."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from kinerja.models import SKP
from mataram_asn.kit.baris import BarisQuerySet, periode_sah
from pegawai.models import Ketentuan, Pegawai

from ..pilihan import Predikat, Rating, Tahap
from .penilaian import LembarPenilaian
from .siklus import Siklus

#: The 3×3 as (hasil, perilaku, predikat); the rule in aturan and this constraint are compared by a test.
SEL_SAH = (
    (Rating.DI_ATAS, Rating.DI_ATAS, Predikat.SANGAT_BAIK),
    (Rating.DI_ATAS, Rating.SESUAI, Predikat.BAIK),
    (Rating.DI_ATAS, Rating.DI_BAWAH, Predikat.KURANG),
    (Rating.SESUAI, Rating.DI_ATAS, Predikat.BAIK),
    (Rating.SESUAI, Rating.SESUAI, Predikat.BAIK),
    (Rating.SESUAI, Rating.DI_BAWAH, Predikat.KURANG),
    (Rating.DI_BAWAH, Rating.DI_ATAS, Predikat.BUTUH_PERBAIKAN),
    (Rating.DI_BAWAH, Rating.SESUAI, Predikat.BUTUH_PERBAIKAN),
    (Rating.DI_BAWAH, Rating.DI_BAWAH, Predikat.SANGAT_KURANG),
)


def sel_sah() -> Q:
    """One of the nine legal cells."""
    syarat = Q()
    for hasil, perilaku, predikat in SEL_SAH:
        syarat |= Q(rating_hasil=hasil, rating_perilaku=perilaku, predikat=predikat)
    return syarat


class EvaluasiQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Results exist for people once published; who gave one, or examines an objection to it, keeps sight of it."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(pegawai__in=Pegawai.objects.visible_to(user))
            | Q(penilai=user.pegawai_id or 0)
            | Q(keberatan__pemeriksa=user.pegawai_id or 0),
            siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL],
        )

    def berlaku(self):
        """Results that no later one supersedes (digantikan is derived)."""
        return self.filter(penggantinya__isnull=True)

    def terbit(self):
        return self.filter(siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL])


class Evaluasi(models.Model):
    """Indices are 0–120 with two places. `masukan` are the stored inputs, `pohon` the explanation, `akar` its root."""

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="evaluasi")
    skp = models.ForeignKey(SKP, models.PROTECT, related_name="evaluasi")
    lembar = models.ForeignKey(LembarPenilaian, models.PROTECT, related_name="evaluasi")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="evaluasi")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, related_name="evaluasi_diberikan")
    mulai = models.DateField()
    selesai = models.DateField()
    indeks_hasil = models.DecimalField(max_digits=5, decimal_places=2)
    indeks_perilaku = models.DecimalField(max_digits=5, decimal_places=2)
    usul_hasil = models.CharField(max_length=8, choices=Rating)
    usul_perilaku = models.CharField(max_length=8, choices=Rating)
    rating_hasil = models.CharField(max_length=8, choices=Rating)
    rating_perilaku = models.CharField(max_length=8, choices=Rating)
    predikat = models.CharField(max_length=16, choices=Predikat)
    ketentuan = models.ForeignKey(Ketentuan, models.PROTECT, related_name="+")
    masukan = models.JSONField()
    pohon = models.JSONField()
    akar = models.CharField(max_length=64)
    dihitung_pada = models.DateTimeField(default=timezone.now)
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="penggantinya")

    objects = EvaluasiQuerySet.as_manager()

    class Meta:
        verbose_name = "evaluasi"
        verbose_name_plural = "evaluasi"
        constraints = [
            periode_sah("evaluasi"),
            models.UniqueConstraint(
                fields=["siklus", "skp"], condition=Q(menggantikan__isnull=True), name="evaluasi_sekali"
            ),
            models.CheckConstraint(
                name="evaluasi_sel_sah",
                condition=sel_sah(),
                violation_error_message="Predikat harus sesuai dengan matriks hasil kerja dan perilaku kerja.",
            ),
            models.CheckConstraint(
                name="evaluasi_indeks_sah",
                condition=Q(indeks_hasil__range=(0, 120), indeks_perilaku__range=(0, 120)),
            ),
        ]

    def __str__(self):
        return f"{self.siklus} · {self.pegawai} · {self.get_predikat_display()}"
