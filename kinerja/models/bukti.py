"""Evidence of a person: a stored file or a link, kept once and used for as many entries as it proves."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai

from ..pilihan import JenisBukti, KeadaanTautan
from .skp import SKP


class BuktiQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """One's own, and what is used in a plan that one sees."""
        if not user.is_authenticated:
            return self.none()
        dipakai = self.model._meta.apps.get_model("kinerja", "PakaiBukti").objects.filter(
            realisasi__indikator__hasil__skp__in=SKP.objects.visible_to(user)
        )
        return self.filter(Q(pegawai=user.pegawai_id or 0) | Q(pk__in=dipakai.values("bukti")))

    def tautan_jatuh_tempo(self, sebelum):
        """Links never looked at, then those last looked at before that moment, the longest ago first."""
        baris = self.filter(jenis=JenisBukti.TAUTAN).filter(Q(diperiksa_pada=None) | Q(diperiksa_pada__lt=sebelum))
        return baris.order_by(models.F("diperiksa_pada").asc(nulls_first=True), "pk")


class Bukti(models.Model):
    """A piece of evidence: a stored file with its SHA-256, or a link with what the last look at it found."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="bukti", verbose_name="pemilik")
    jenis = models.CharField(max_length=8, choices=JenisBukti)
    berkas = models.FileField("berkas", upload_to="bukti/%Y/%m/", blank=True, max_length=200)
    tautan = models.URLField("tautan", blank=True)
    nama_asli = models.CharField("nama berkas", max_length=160, blank=True)
    tipe = models.CharField("jenis isi", max_length=80, blank=True)
    ukuran = models.PositiveIntegerField("ukuran (byte)", default=0)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)
    diunggah_pada = models.DateTimeField(default=timezone.now)
    keadaan = models.CharField("keadaan tautan", max_length=16, choices=KeadaanTautan, default=KeadaanTautan.BELUM)
    diperiksa_pada = models.DateTimeField("tautan diperiksa pada", null=True, blank=True)
    tertutup_sejak = models.DateTimeField("tautan tidak dapat dibuka sejak", null=True, blank=True)

    objects = BuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        ordering = ["pk"]
        indexes = [
            models.Index("diperiksa_pada", "id", name="bukti_tautan_tempo", condition=Q(jenis=JenisBukti.TAUTAN))
        ]
        constraints = [
            models.CheckConstraint(
                name="bukti_berkas_atau_tautan",
                condition=(Q(jenis=JenisBukti.BERKAS) & ~Q(sidik="") & Q(tautan=""))
                | (Q(jenis=JenisBukti.TAUTAN) & ~Q(tautan="") & Q(berkas="")),
                violation_error_message="Bukti dukung berupa satu berkas atau satu tautan.",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "sidik"],
                condition=Q(jenis=JenisBukti.BERKAS),
                name="bukti_berkas_sekali",
                violation_error_message="Berkas ini sudah ada pada bukti Anda; pakai yang sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "tautan"],
                condition=Q(jenis=JenisBukti.TAUTAN),
                name="bukti_tautan_sekali",
                violation_error_message="Tautan ini sudah ada pada bukti Anda; pakai yang sudah ada.",
            ),
            models.CheckConstraint(
                name="bukti_tertutup_bertanggal",
                condition=Q(keadaan=KeadaanTautan.TERTUTUP) ^ Q(tertutup_sejak__isnull=True),
                violation_error_message="Tautan yang tidak dapat dibuka mempunyai tanggal sejak kapan.",
            ),
        ]

    def __str__(self):
        return self.nama_asli or self.tautan

    @property
    def ekstensi(self) -> str:
        """The ending of the file's name, lower case; empty for a link."""
        return self.nama_asli.rpartition(".")[2].lower() if self.jenis == JenisBukti.BERKAS else ""
