"""The siklus, the dates of its stages, and its big work cut into chunks."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from kinerja.models import Periode
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.baris import AcuanQuerySet, BarisQuerySet
from pegawai.models import Ketentuan, Unit
from pegawai.pilihan import Peran

from ..pilihan import Langkah, PredikatOrganisasi, StatusPotongan, Tahap


class TemplatSiklus(models.Model):
    """How many days before or after the end of the period each stage begins."""

    nama = models.CharField("nama", max_length=80, unique=True)
    jenis = models.CharField("jenis", max_length=12, choices=JenisPeriode)
    isi_hari = models.SmallIntegerField("pengisian dibuka (hari dari akhir periode)", default=-60)
    penilaian_hari = models.SmallIntegerField("penilaian dibuka (hari dari akhir periode)", default=5)
    kalibrasi_hari = models.SmallIntegerField("kalibrasi dibuka (hari dari akhir periode)", default=12)
    terbit_hari = models.SmallIntegerField("hasil diterbitkan (hari dari akhir periode)", default=15)
    final_hari = models.SmallIntegerField("final (hari dari akhir periode)", default=29)
    aktif = models.BooleanField("aktif", default=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "templat siklus"
        verbose_name_plural = "templat siklus"
        constraints = [
            models.CheckConstraint(
                name="templat_siklus_berurutan",
                condition=Q(isi_hari__lt=F("penilaian_hari"))
                & Q(penilaian_hari__lt=F("kalibrasi_hari"))
                & Q(kalibrasi_hari__lt=F("terbit_hari"))
                & Q(terbit_hari__lt=F("final_hari")),
                violation_error_message="Tahap harus berurutan: pengisian, penilaian, kalibrasi, terbit, final.",
            )
        ]

    def __str__(self):
        return self.nama


class SiklusQuerySet(AcuanQuerySet):
    def berjalan(self):
        """Siklus that are opened and not yet final."""
        return self.filter(tahap__in=[Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT])


class Siklus(models.Model):
    """One evaluation of everybody over one period. It moves by its dates, never by a click after opening."""

    nama = models.CharField("nama", max_length=80)
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="siklus", verbose_name="periode")
    tahap = models.CharField("tahap", max_length=12, choices=Tahap, default=Tahap.PERSIAPAN)
    dibuka = models.BooleanField("disetujui untuk dibuka", default=False)
    ketentuan = models.ForeignKey(Ketentuan, models.PROTECT, related_name="+", verbose_name="ketentuan penilaian")
    disalin_dari = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="salinan")
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    objects = SiklusQuerySet.as_manager()

    class Meta:
        verbose_name = "siklus"
        verbose_name_plural = "siklus"
        ordering = ["-periode__mulai", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode"],
                condition=~Q(tahap=Tahap.BATAL),
                name="siklus_satu_per_periode",
                violation_error_message="Periode ini sudah mempunyai siklus.",
            ),
            models.CheckConstraint(
                name="siklus_jalan_setelah_dibuka",
                condition=Q(dibuka=True) | Q(tahap__in=[Tahap.PERSIAPAN, Tahap.BATAL]),
            ),
        ]

    def __str__(self):
        return self.nama


class JadwalTahap(models.Model):
    """When a stage of a siklus begins; a stage lasts until the next begins (half-open)."""

    siklus = models.ForeignKey(Siklus, models.CASCADE, related_name="jadwal")
    tahap = models.CharField("tahap", max_length=12, choices=Tahap)
    mulai = models.DateTimeField("mulai")
    dilaksanakan_pada = models.DateTimeField(null=True, blank=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "jadwal tahap"
        verbose_name_plural = "jadwal tahap"
        ordering = ["mulai"]
        constraints = [models.UniqueConstraint(fields=["siklus", "tahap"], name="jadwal_tahap_sekali")]

    def __str__(self):
        return f"{self.get_tahap_display()} {self.mulai:%d-%m-%Y %H:%M}"


class PotonganQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The machinery is watched by BKPSDM, the auditor and the admin."""
        boleh = user.is_authenticated and user.peran & {Peran.BKPSDM, Peran.AUDITOR, Peran.ADMIN_SISTEM}
        return self if boleh else self.none()

    def menunggu(self):
        return self.filter(status=StatusPotongan.MENUNGGU)


class Potongan(models.Model):
    """A chunk of a step: the people with ids from `awal` to `akhir`. Its results and `selesai` commit together."""

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="potongan")
    langkah = models.CharField(max_length=10, choices=Langkah)
    tanda = models.CharField(max_length=20, default="", blank=True)
    awal = models.BigIntegerField()
    akhir = models.BigIntegerField()
    status = models.CharField(max_length=10, choices=StatusPotongan, default=StatusPotongan.MENUNGGU)
    percobaan = models.PositiveSmallIntegerField(default=0)
    saat = models.DateTimeField("saat yang berlaku")
    selesai_pada = models.DateTimeField(null=True)
    pid = models.PositiveIntegerField(null=True)
    pekerja = models.CharField(max_length=120, blank=True)
    jumlah = models.PositiveIntegerField(default=0)
    ditolak = models.JSONField(default=list)
    galat = models.TextField(blank=True)

    objects = PotonganQuerySet.as_manager()

    class Meta:
        verbose_name = "potongan"
        verbose_name_plural = "potongan"
        constraints = [
            models.UniqueConstraint(fields=["siklus", "langkah", "tanda", "awal"], name="potongan_unik"),
            models.CheckConstraint(name="potongan_rentang_sah", condition=Q(akhir__gte=F("awal"))),
        ]

    def __str__(self):
        return f"{self.get_langkah_display()} {self.awal}–{self.akhir}"


class KinerjaOrganisasi(models.Model):
    """The predikat of an office over a period, by the level above. The head takes it as their rating of results."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="kinerja_organisasi")
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="kinerja_organisasi")
    predikat = models.CharField("predikat organisasi", max_length=16, choices=PredikatOrganisasi)
    dasar = models.TextField("dasar penetapan")
    nomor_dokumen = models.CharField("nomor dokumen", max_length=80, blank=True)
    tanggal_dokumen = models.DateField("tanggal dokumen", null=True, blank=True)
    ditetapkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    ditetapkan_pada = models.DateTimeField(default=timezone.now)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "kinerja organisasi"
        verbose_name_plural = "kinerja organisasi"
        constraints = [models.UniqueConstraint(fields=["unit", "periode"], name="kinerja_organisasi_sekali")]

    def __str__(self):
        return f"{self.unit} {self.periode}: {self.get_predikat_display()}"
