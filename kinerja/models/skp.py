"""The performance plan and the conduct expected in it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet, periode_sah, rentang_tanggal, sama
from pegawai.models import Jabatan, Pegawai, Unit
from pegawai.pilihan import PERANGKAT_DAERAH

from ..aturan import BentukSKP, bentuk_skp
from ..pilihan import NilaiDasar, Pendekatan, StatusSKP
from .pendelegasian import Pendelegasian


def _diwakili(user):
    """Ids of the atasan for whom this user decides on plans today."""
    aktif = Pendelegasian.objects.aktif(timezone.localdate())
    return aktif.filter(wakil=user.pegawai_id or 0, persetujuan=True).values("atasan")


class SKPQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The person's plan exists for whoever sees the person, for its penilai, and for who decides for them today."""
        return (
            self.filter(
                Q(pegawai__in=Pegawai.objects.visible_to(user))
                | Q(penilai__isnull=False, penilai=user.pegawai_id or 0)
                | Q(penilai__in=_diwakili(user))
            )
            if user.is_authenticated
            else self.none()
        )

    def pada(self, tanggal):
        """Plans whose segment covers that day."""
        return self.filter(mulai__lte=tanggal, selesai__gte=tanggal)

    def beririsan(self, mulai, selesai):
        """Plans with at least one day in that stretch."""
        return self.filter(mulai__lte=selesai, selesai__gte=mulai)


class SKP(models.Model):
    """The performance plan of one person in one position for one segment. PermenPANRB 6/2022."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="skp", verbose_name="pegawai")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="skp", verbose_name="jabatan")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="skp", verbose_name="unit kerja")
    penilai = models.ForeignKey(
        Pegawai, models.PROTECT, null=True, blank=True, related_name="skp_dinilai", verbose_name="pejabat penilai"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    selesai_rencana = models.DateField("selesai menurut rencana", null=True, blank=True, editable=False)
    pendekatan = models.CharField("pendekatan", max_length=12, choices=Pendekatan, default=Pendekatan.KUANTITATIF)
    status = models.CharField("status", max_length=14, choices=StatusSKP, default=StatusSKP.DRAF)
    catatan = models.TextField("catatan pejabat penilai", blank=True)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    disetujui_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField("versi", default=1)

    objects = SKPQuerySet.as_manager()

    class Meta:
        verbose_name = "SKP"
        verbose_name_plural = "SKP"
        indexes = [models.Index(fields=["penilai", "status"], name="skp_penilai_status")]
        constraints = [
            periode_sah("skp"),
            ExclusionConstraint(
                name="skp_satu_pada_satu_waktu",
                expressions=[(sama("pegawai"), "&&"), (rentang_tanggal(), "&&")],
                violation_error_message="Pegawai ini sudah mempunyai SKP pada rentang tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="skp_disetujui_bertanggal",
                condition=~Q(status=StatusSKP.DISETUJUI) | Q(disetujui_pada__isnull=False, penilai__isnull=False),
                violation_error_message="SKP yang disetujui harus mempunyai tanggal persetujuan dan pejabat penilai.",
            ),
            models.CheckConstraint(
                name="skp_penilai_bukan_diri",
                condition=Q(penilai__isnull=True) | ~Q(penilai=F("pegawai")),
                violation_error_message="Tidak seorang pun menilai dirinya sendiri.",
            ),
        ]

    def __str__(self):
        return f"SKP {self.pegawai} {self.mulai:%d-%m-%Y}–{self.selesai:%d-%m-%Y}"

    @property
    def akhir_target(self):
        """The last day that the targets were set for; a move that closes the plan earlier does not raise them."""
        return max(self.selesai, self.selesai_rencana or self.selesai)

    @property
    def bentuk(self) -> BentukSKP:
        """The form of this plan by its position and approach."""
        mandiri = self.jabatan.kepala_unit and self.unit.jenis in PERANGKAT_DAERAH
        return bentuk_skp(self.jabatan.jenis, self.pendekatan, pimpinan_mandiri=mandiri)


class TentangSKPQuerySet(BarisQuerySet):
    """Rows inside a plan: they exist for whoever sees the plan."""

    jalan = "skp"

    def visible_to(self, user):
        return self.filter(**{f"{self.jalan}__in": SKP.objects.visible_to(user)})


class EkspektasiPerilaku(models.Model):
    """The leader's special expectation for one of the seven values."""

    skp = models.ForeignKey(SKP, models.CASCADE, related_name="ekspektasi_perilaku")
    nilai = models.CharField("nilai", max_length=24, choices=NilaiDasar)
    ekspektasi = models.TextField("ekspektasi khusus pimpinan")

    objects = TentangSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "ekspektasi perilaku"
        verbose_name_plural = "ekspektasi perilaku"
        constraints = [models.UniqueConstraint(fields=["skp", "nilai"], name="ekspektasi_perilaku_sekali")]

    def __str__(self):
        return self.get_nilai_display()
