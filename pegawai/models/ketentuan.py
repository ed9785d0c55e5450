"""Ketentuan: the numbers that a regulation or the city sets, as dated, signed, immutable versions."""

import json
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet, BarisQuerySet

from ..pilihan import JenisKetentuan, Kepastian, Peran, StatusRancangan


class KetentuanQuerySet(AcuanQuerySet):
    def berlaku_pada(self, jenis: str, tanggal):
        """The version of that kind in force on that day. Raises DoesNotExist if there is none."""
        baris = self.filter(jenis=jenis, mulai__lte=tanggal).order_by("-mulai", "-versi").first()
        if baris is None:
            raise self.model.DoesNotExist(f"Belum ada ketentuan {jenis} yang berlaku pada {tanggal}.")
        return baris


class IsiKetentuan(models.Model):
    """What a version says, signed or not. `dasar_angka` maps the path of a number to its own legal source."""

    jenis = models.CharField("jenis", max_length=20, choices=JenisKetentuan)
    mulai = models.DateField("berlaku mulai")
    isi = models.JSONField("isi")
    dasar_hukum = models.TextField("dasar hukum")
    dasar_angka = models.JSONField("dasar hukum setiap angka", default=dict, blank=True)
    kepastian = models.CharField("kepastian sumber", max_length=2, choices=Kepastian)
    alasan = models.TextField("alasan", blank=True)
    nomor_keputusan = models.CharField("nomor keputusan", max_length=120, blank=True)
    tanggal_keputusan = models.DateField("tanggal keputusan", null=True, blank=True)

    class Meta:
        abstract = True

    def _sidik(self, *awal) -> str:
        """The SHA-256 of what it says, with these values after its kind."""
        isi = [self.jenis, *awal, f"{self.mulai:%Y-%m-%d}", self.isi, self.dasar_hukum, self.dasar_angka]
        isi += [self.kepastian, self.alasan, self.nomor_keputusan]
        isi.append(f"{self.tanggal_keputusan:%Y-%m-%d}" if self.tanggal_keputusan else "")
        return sha256(json.dumps(isi, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


class Ketentuan(IsiKetentuan):
    """One signed version. `isi` is read by the dataclass of its kind; a trigger refuses any change.

    `disusun_oleh` is empty only for the first versions, which come with the system. `sidik` is the SHA-256 at signing.
    """

    versi = models.PositiveIntegerField("versi")
    disusun_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="disusun oleh"
    )
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=timezone.now)
    sidik = models.CharField("sidik", max_length=64, blank=True)

    objects = KetentuanQuerySet.as_manager()

    class Meta:
        verbose_name = "ketentuan"
        verbose_name_plural = "ketentuan"
        ordering = ["jenis", "-mulai", "-versi"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "versi"], name="ketentuan_versi_unik"),
            models.CheckConstraint(
                name="ketentuan_dua_orang",
                condition=Q(disusun_oleh__isnull=True) | ~Q(disusun_oleh=F("ditetapkan_oleh")),
                violation_error_message="Ketentuan ditetapkan oleh orang lain dari yang menyusunnya.",
            ),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} versi {self.versi} (mulai {self.mulai:%d-%m-%Y})"

    @property
    def sidik_kini(self) -> str:
        """The SHA-256 of what the row says now; equal to `sidik` unless somebody went past the trigger."""
        return self._sidik(self.versi)


class RancanganQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Who drafts and signs, and who audits them; the others read what is signed."""
        boleh = user.is_authenticated and user.peran & {Peran.BKPSDM, Peran.ADMIN_SISTEM, Peran.AUDITOR}
        return self if boleh else self.none()


class RancanganKetentuan(IsiKetentuan):
    """A draft; changed freely until another person signs it as a version."""

    status = models.CharField(max_length=12, choices=StatusRancangan, default=StatusRancangan.DRAF)
    disusun_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="disusun oleh"
    )
    diubah_pada = models.DateTimeField(default=timezone.now)
    ketentuan = models.OneToOneField(
        Ketentuan, models.PROTECT, null=True, blank=True, related_name="rancangan", verbose_name="menjadi versi"
    )

    objects = RancanganQuerySet.as_manager()

    class Meta:
        verbose_name = "rancangan ketentuan"
        verbose_name_plural = "rancangan ketentuan"
        ordering = ["-diubah_pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="rancangan_ditetapkan_berversi",
                condition=Q(status=StatusRancangan.DITETAPKAN, ketentuan__isnull=False)
                | (~Q(status=StatusRancangan.DITETAPKAN) & Q(ketentuan__isnull=True)),
            )
        ]

    def __str__(self):
        return f"Rancangan {self.get_jenis_display()} (mulai {self.mulai:%d-%m-%Y})"

    @property
    def sidik_kini(self) -> str:
        """What its page shows to the signer, who signs that and nothing else."""
        return self._sidik()
