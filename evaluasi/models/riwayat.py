"""Predikat of former years, or of another agency, for people who moved in: imported, undoable as a whole."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai
from pegawai.pilihan import Peran, StatusImpor

from ..pilihan import JenisPertukaran, Periodik, Predikat, Rating
from .hasil import sel_sah


class ImporKinerjaQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Exchanges with SIASN are BKPSDM's, and the auditor reads them."""
        boleh = user.is_authenticated and (user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR))
        return self if boleh else self.none()


class ImporKinerja(models.Model):
    """One file of SIASN's shape: judged first (`baris` holds a verdict a row), then loaded whole, or not at all."""

    jenis = models.CharField(max_length=20, choices=JenisPertukaran)
    nama_berkas = models.CharField(max_length=160)
    sidik = models.CharField("SHA-256", max_length=64)
    status = models.CharField(max_length=12, choices=StatusImpor, default=StatusImpor.DIPERIKSA)
    jumlah = models.JSONField("jumlah per putusan", default=dict)
    baris = models.JSONField("putusan per baris", default=list)
    diunggah_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diunggah_pada = models.DateTimeField()
    dimuat_pada = models.DateTimeField(null=True)
    dibatalkan_pada = models.DateTimeField(null=True)
    dibatalkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = ImporKinerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "pertukaran SIASN"
        verbose_name_plural = "pertukaran SIASN"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_jenis_display()} · {self.nama_berkas}"


class RiwayatQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(pegawai__in=Pegawai.objects.visible_to(user))

    def berlaku(self):
        """Rows of loads that were not undone."""
        return self.filter(berlaku=True)


class RiwayatKinerja(models.Model):
    """A predikat that this system did not compute: year, stretch, ratings, and who gave it, as the file says."""

    impor = models.ForeignKey(ImporKinerja, models.PROTECT, related_name="riwayat")
    berlaku = models.BooleanField(default=True)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="riwayat_kinerja")
    tahun = models.PositiveSmallIntegerField("tahun")
    periodik = models.CharField(max_length=10, choices=Periodik, default=Periodik.TAHUNAN)
    nama_periode = models.CharField(max_length=40, blank=True)
    rating_hasil = models.CharField(max_length=8, choices=Rating)
    rating_perilaku = models.CharField(max_length=8, choices=Rating)
    predikat = models.CharField(max_length=16, choices=Predikat)
    id_siasn = models.CharField("ID SIASN", max_length=64, blank=True)
    instansi = models.CharField("instansi", max_length=200, blank=True)
    penilai = models.JSONField("pejabat penilai menurut berkas", default=dict)
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, related_name="penggantinya")

    objects = RiwayatQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat kinerja"
        verbose_name_plural = "riwayat kinerja"
        ordering = ["-tahun", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "periodik", "nama_periode"],
                condition=Q(berlaku=True),
                name="riwayat_kinerja_sekali",
                violation_error_message="Predikat tahun atau periode ini sudah tercatat.",
            ),
            models.CheckConstraint(name="riwayat_sel_sah", condition=sel_sah()),
            models.CheckConstraint(name="riwayat_tahun_sah", condition=Q(tahun__range=(2022, 2100))),
        ]

    def __str__(self):
        return f"{self.pegawai} {self.tahun}: {self.get_predikat_display()}"
