"""What the public says: service counters, one-time tokens, and answers kept apart from tokens."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet, BarisQuerySet, BerlakuMixin, periode_sah
from pegawai.models import Pegawai, Unit
from pegawai.pilihan import Peran

from ..pilihan import StatusModerasi, Wajah


class Layanan(models.Model):
    """A service of a unit that the public meets at a counter."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    nama = models.CharField("nama", max_length=160)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="layanan")
    aktif = models.BooleanField("aktif", default=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "layanan"
        verbose_name_plural = "layanan"
        ordering = ["nama"]

    def __str__(self):
        return self.nama


class PetugasQuerySet(BerlakuMixin, AcuanQuerySet):
    pass


class PetugasLayanan(models.Model):
    """Who serves at a counter from when to when."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="layanan")
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="petugas")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = PetugasQuerySet.as_manager()

    class Meta:
        verbose_name = "petugas layanan"
        verbose_name_plural = "petugas layanan"
        constraints = [periode_sah("petugas_layanan")]

    def __str__(self):
        return f"{self.pegawai} · {self.layanan}"


class TokenQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Tokens are managed by BKPSDM; only their hash is kept."""
        return self if user.is_authenticated and user.berperan(Peran.BKPSDM) else self.none()


class TokenUmpanBalik(models.Model):
    """A link that works once. Neither the answer nor its time points back to it."""

    sidik = models.CharField("SHA-256 token", max_length=64, unique=True)
    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="token")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="token_umpan_balik")
    dibuat_pada = models.DateTimeField(default=timezone.now)
    kedaluwarsa = models.DateTimeField()
    terpakai = models.BooleanField(default=False)

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = "token umpan balik"
        verbose_name_plural = "token umpan balik"

    def __str__(self):
        return f"token {self.layanan}"


class UmpanBalikQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Single answers are seen by nobody but BKPSDM's moderation; the person sees sums and moderated words."""
        return self if user.is_authenticated and user.berperan(Peran.BKPSDM) else self.none()

    def dalam(self, mulai, selesai):
        """Answers given on days of that stretch (inclusive)."""
        return self.filter(tanggal__range=(mulai, selesai))


class UmpanBalik(models.Model):
    """One citizen's answer about a service, and about an officer where the token named one."""

    layanan = models.ForeignKey(Layanan, models.PROTECT, related_name="umpan_balik")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="umpan_balik")
    tanggal = models.DateField()
    wajah = models.PositiveSmallIntegerField(choices=Wajah)
    kata = models.JSONField("kata pilihan", default=list)
    teks = models.TextField(blank=True)
    moderasi = models.CharField(max_length=8, choices=StatusModerasi, default=StatusModerasi.MENUNGGU)

    objects = UmpanBalikQuerySet.as_manager()

    class Meta:
        verbose_name = "umpan balik"
        verbose_name_plural = "umpan balik"
        indexes = [
            models.Index(fields=["pegawai", "tanggal"], name="umpan_pegawai"),
            models.Index(fields=["layanan", "tanggal"], name="umpan_layanan"),
        ]
        constraints = [
            models.CheckConstraint(name="umpan_balik_wajah_sah", condition=Q(wajah__range=(1, 4))),
        ]

    def __str__(self):
        return f"{self.layanan} {self.tanggal}: {self.wajah}"
