"""Who decides on plans or leads dialogues in the place of an atasan who is away."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet, BerlakuMixin, periode_sah, rentang_tanggal, sama
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import Peran


class PendelegasianQuerySet(BerlakuMixin, BarisQuerySet):
    def visible_to(self, user):
        """The two of them, and BKPSDM and auditor for oversight."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
            return self
        saya = user.pegawai_id or 0
        return self.filter(Q(atasan=saya) | Q(wakil=saya))

    def aktif(self, tanggal):
        """In force on that day and not revoked, between two who both hold a position that day."""
        bertugas = Penempatan.objects.berlaku_pada(tanggal).values("pegawai")
        berlaku = self.berlaku_pada(tanggal).filter(dicabut_pada__isnull=True)
        return berlaku.filter(atasan__in=bertugas, wakil__in=bertugas)


class Pendelegasian(models.Model):
    """A dated delegation by the atasan themself. Scoring is never delegated: that takes an acting holder."""

    atasan = models.ForeignKey(Pegawai, models.PROTECT, related_name="delegasi_keluar", verbose_name="atasan")
    wakil = models.ForeignKey(Pegawai, models.PROTECT, related_name="delegasi_masuk", verbose_name="wakil")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    persetujuan = models.BooleanField("persetujuan SKP", default=True)
    dialog = models.BooleanField("dialog kinerja", default=False)
    alasan = models.CharField("alasan", max_length=200)
    dibuat_pada = models.DateTimeField(default=timezone.now)
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    objects = PendelegasianQuerySet.as_manager()

    class Meta:
        verbose_name = "pendelegasian"
        verbose_name_plural = "pendelegasian"
        constraints = [
            periode_sah("pendelegasian"),
            ExclusionConstraint(
                name="pendelegasian_satu_pada_satu_waktu",
                expressions=[(sama("atasan"), "&&"), (rentang_tanggal(), "&&")],
                condition=Q(dicabut_pada__isnull=True),
                violation_error_message="Anda sudah mendelegasikan pada tanggal tersebut. Cabut dahulu yang lama.",
            ),
            models.CheckConstraint(
                name="pendelegasian_bukan_diri",
                condition=~Q(atasan=F("wakil")),
                violation_error_message="Wakil adalah orang lain, bukan diri sendiri.",
            ),
            models.CheckConstraint(
                name="pendelegasian_berlingkup",
                condition=Q(persetujuan=True) | Q(dialog=True),
                violation_error_message="Pilih sedikitnya satu hal yang didelegasikan.",
            ),
        ]

    def __str__(self):
        return f"{self.atasan} kepada {self.wakil}"

    @property
    def lingkup(self) -> str:
        """What is delegated, in words."""
        bagian = [("persetujuan SKP", self.persetujuan), ("dialog kinerja", self.dialog)]
        return " dan ".join(kata for kata, ada in bagian if ada)
