"""Recognition of a person or a team: proposed by one, decided by another, public without scores."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai, Unit
from pegawai.pilihan import Peran

from ..pilihan import DasarPenghargaan, StatusPenghargaan


class PenghargaanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """What is decided is public inside the city; a proposal is for who made it, the chain above, and BKPSDM."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM):
            return self
        bawahan = Pegawai.objects.bawahan_rantai(user.pegawai_id or 0, timezone.localdate())
        return self.filter(
            Q(status=StatusPenghargaan.DITETAPKAN)
            | Q(diusulkan_oleh=user.pk)
            | Q(diusulkan_oleh__pegawai__in=bawahan) & ~Q(pegawai=user.pegawai_id or 0)
        )

    def ditetapkan(self):
        return self.filter(status=StatusPenghargaan.DITETAPKAN)

    def menunggu(self):
        return self.filter(status=StatusPenghargaan.DIUSULKAN)


class Penghargaan(models.Model):
    """One recognition. `uraian` is what everybody reads; `anggota` are the people of a team."""

    dasar = models.CharField(max_length=12, choices=DasarPenghargaan)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="penghargaan")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="penghargaan")
    nama_tim = models.CharField("nama tim", max_length=120, blank=True)
    anggota = models.ManyToManyField(Pegawai, blank=True, related_name="penghargaan_tim")
    tahun = models.PositiveSmallIntegerField("tahun")
    uraian = models.TextField("uraian untuk dibaca semua")
    status = models.CharField(max_length=12, choices=StatusPenghargaan, default=StatusPenghargaan.DIUSULKAN)
    diusulkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="usul_penghargaan")
    diusulkan_pada = models.DateTimeField()
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)
    pertimbangan = models.TextField(blank=True)

    objects = PenghargaanQuerySet.as_manager()

    class Meta:
        verbose_name = "penghargaan"
        verbose_name_plural = "penghargaan"
        indexes = [models.Index(fields=["status", "-diputus_pada"], name="penghargaan_terbaru")]
        constraints = [
            models.CheckConstraint(
                name="penghargaan_orang_atau_tim",
                condition=Q(pegawai__isnull=False, unit__isnull=True, nama_tim="") & ~Q(dasar=DasarPenghargaan.TIM)
                | Q(pegawai__isnull=True, unit__isnull=False, dasar=DasarPenghargaan.TIM) & ~Q(nama_tim=""),
                violation_error_message="Penghargaan untuk satu orang, atau untuk satu tim pada satu unit.",
            ),
            models.CheckConstraint(
                name="penghargaan_diputus_lengkap",
                condition=Q(status=StatusPenghargaan.DIUSULKAN, diputus_oleh__isnull=True, diputus_pada__isnull=True)
                | ~Q(status=StatusPenghargaan.DIUSULKAN) & Q(diputus_oleh__isnull=False, diputus_pada__isnull=False),
            ),
            models.CheckConstraint(
                name="penghargaan_dua_orang",
                condition=Q(diputus_oleh__isnull=True) | ~Q(diputus_oleh=models.F("diusulkan_oleh")),
                violation_error_message="Yang mengusulkan tidak menetapkan usulnya sendiri.",
            ),
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "dasar"],
                condition=~Q(status=StatusPenghargaan.DITOLAK),
                name="penghargaan_sekali_setahun",
                violation_error_message="Pegawai ini sudah diusulkan atas dasar yang sama tahun ini.",
            ),
        ]

    def __str__(self):
        return f"{self.penerima}: {self.get_dasar_display()}"

    @property
    def penerima(self) -> str:
        """Who is recognised: the person, or the team and its unit."""
        return self.pegawai.nama_lengkap if self.pegawai_id else f"{self.nama_tim}, {self.unit}"
