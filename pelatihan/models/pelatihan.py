"""Development: the catalogue, the plan with the figure that caused it, and attendance with JP."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.baris import AcuanQuerySet, periode_sah
from pegawai.models import Kompetensi, Pegawai
from pegawai.models.orang import TentangPegawaiQuerySet

from ..pilihan import Bentuk, Jalur, JenisSebab, StatusRencana


class PelatihanQuerySet(AcuanQuerySet):
    def aktif(self):
        return self.filter(aktif=True)


class Pelatihan(models.Model):
    """An entry of the catalogue: what it is, how many JP, and which gap it closes."""

    kode = models.SlugField("kode", max_length=60, unique=True)
    nama = models.CharField("nama", max_length=160)
    jalur = models.CharField("jalur", max_length=12, choices=Jalur)
    bentuk = models.CharField("bentuk", max_length=16, choices=Bentuk)
    jp = models.PositiveSmallIntegerField("JP", validators=[MinValueValidator(1)])
    penyelenggara = models.CharField("penyelenggara", max_length=120)
    kompetensi = models.ForeignKey(
        Kompetensi, models.PROTECT, null=True, blank=True, related_name="pelatihan", verbose_name="kompetensi"
    )
    nilai = models.CharField("nilai dasar", max_length=24, choices=NilaiDasar, blank=True)
    untuk_jabatan = models.JSONField(
        "hanya untuk jenis jabatan",
        default=list,
        blank=True,
        help_text='Kosong untuk semua; selain itu misalnya ["pengawas"].',
    )
    untuk_hasil_kerja = models.BooleanField("untuk indikator di bawah ekspektasi", default=False)
    aktif = models.BooleanField("ditawarkan", default=True)

    objects = PelatihanQuerySet.as_manager()

    class Meta:
        verbose_name = "pelatihan"
        verbose_name_plural = "katalog pelatihan"
        ordering = ["nama"]
        constraints = [
            models.CheckConstraint(
                name="pelatihan_punya_jp", condition=Q(jp__gt=0), violation_error_message="JP paling sedikit 1."
            )
        ]

    def __str__(self):
        return self.nama


class RencanaPelatihan(models.Model):
    """A training in a person's plan of a year, with the figure that caused it as it stood then."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="rencana_pelatihan")
    pelatihan = models.ForeignKey(Pelatihan, models.PROTECT, related_name="rencana")
    tahun = models.PositiveSmallIntegerField("tahun")
    sebab_jenis = models.CharField("sebab", max_length=12, choices=JenisSebab)
    sebab_kunci = models.CharField(max_length=60)
    sebab = models.TextField("angka yang menjadi sebab")
    status = models.CharField(max_length=12, choices=StatusRencana, default=StatusRencana.DIRENCANAKAN)
    direncanakan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    direncanakan_pada = models.DateTimeField(default=timezone.now)

    objects = TentangPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "rencana pelatihan"
        verbose_name_plural = "rencana pelatihan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "pelatihan", "tahun"],
                condition=~Q(status=StatusRencana.BATAL),
                name="rencana_pelatihan_sekali",
                violation_error_message="Pelatihan ini sudah ada dalam rencana tahun tersebut.",
            )
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.pelatihan}"


class RiwayatPelatihan(models.Model):
    """A training attended, with its JP (1 JP = 45 minutes)."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="riwayat_pelatihan")
    pelatihan = models.ForeignKey(Pelatihan, models.PROTECT, null=True, blank=True, related_name="riwayat")
    rencana = models.OneToOneField(RencanaPelatihan, models.PROTECT, null=True, blank=True, related_name="riwayat")
    nama = models.CharField("nama pelatihan", max_length=160)
    bentuk = models.CharField("bentuk", max_length=16, choices=Bentuk)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    jp = models.PositiveSmallIntegerField("JP", validators=[MinValueValidator(1)])
    nomor_sertifikat = models.CharField("nomor sertifikat", max_length=80, blank=True)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(default=timezone.now)

    objects = TentangPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat pelatihan"
        verbose_name_plural = "riwayat pelatihan"
        constraints = [
            periode_sah("riwayat_pelatihan"),
            models.CheckConstraint(
                name="riwayat_pelatihan_punya_jp",
                condition=Q(jp__gt=0),
                violation_error_message="JP paling sedikit 1.",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.nama}"
