"""Angka kredit as converted: one row a person, year and jenjang; a correction supersedes. Peraturan BKN 3/2023."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from evaluasi.models import ImporKinerja, Siklus
from evaluasi.pilihan import Predikat
from pegawai.models import Ketentuan, Pegawai
from pegawai.models.orang import TentangPegawaiQuerySet
from pegawai.pilihan import Jenjang, TingkatPendidikan

from ..pilihan import JenisRiwayatAK, JenisTambahan


class KonversiQuerySet(TentangPegawaiQuerySet):
    def berlaku(self):
        """Conversions that no later one supersedes."""
        return self.filter(penggantinya__isnull=True)


class KonversiAngkaKredit(models.Model):
    """Percent of the predikat × yearly coefficient × months in that jenjang / 12, five places; a trigger keeps it.

    `bulan` 0 takes back a row whose jenjang turned out not to have been held. `hasil` are the ids of the results
    that the predikat came from.
    """

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="konversi_angka_kredit")
    tahun = models.PositiveSmallIntegerField("tahun")
    jenjang = models.CharField(max_length=20, choices=Jenjang)
    bulan = models.PositiveSmallIntegerField("bulan dalam jenjang", validators=[MaxValueValidator(12)])
    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="konversi_angka_kredit")
    predikat = models.CharField(max_length=16, choices=Predikat)
    hasil = models.JSONField("hasil yang menjadi dasar", default=list)
    persen = models.DecimalField("persentase predikat", max_digits=6, decimal_places=2)
    koefisien = models.DecimalField("koefisien per tahun", max_digits=6, decimal_places=2)
    angka = models.DecimalField("angka kredit", max_digits=9, decimal_places=5)
    ketentuan = models.ForeignKey(Ketentuan, models.PROTECT, related_name="+")
    dihitung_pada = models.DateTimeField()
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="penggantinya")

    objects = KonversiQuerySet.as_manager()

    class Meta:
        verbose_name = "konversi angka kredit"
        verbose_name_plural = "konversi angka kredit"
        indexes = [models.Index(fields=["tahun", "jenjang"], name="konversi_tahun")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun", "jenjang"], condition=Q(menggantikan__isnull=True), name="konversi_sekali"
            ),
            models.CheckConstraint(
                name="konversi_sah",
                condition=Q(bulan__range=(0, 12), angka__gte=0, persen__range=(0, 200), koefisien__gt=0),
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.tahun} · {self.get_jenjang_display()}"


class TambahanAngkaKredit(models.Model):
    """An opening balance, a diploma or an adjustment, with its decree; recorded by BKPSDM."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="tambahan_angka_kredit")
    jenis = models.CharField(max_length=12, choices=JenisTambahan)
    jenjang = models.CharField(max_length=20, choices=Jenjang)
    tanggal = models.DateField("berlaku sejak")
    angka = models.DecimalField("angka kredit", max_digits=9, decimal_places=5, validators=[MinValueValidator(0)])
    pendidikan = models.CharField("ijazah", max_length=2, choices=TingkatPendidikan, blank=True)
    dasar = models.CharField("nomor penetapan atau ijazah", max_length=120)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    objects = TentangPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "tambahan angka kredit"
        verbose_name_plural = "tambahan angka kredit"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "pendidikan"],
                condition=Q(jenis=JenisTambahan.PENDIDIKAN),
                name="tambahan_ijazah_sekali",
                violation_error_message="Ijazah itu sudah dihitung; satu ijazah dihitung satu kali.",
            ),
            models.CheckConstraint(
                name="tambahan_ijazah_bernama",
                condition=Q(jenis=JenisTambahan.PENDIDIKAN) ^ Q(pendidikan=""),
                violation_error_message="Sebut ijazahnya untuk tambahan pendidikan, dan hanya untuk itu.",
            ),
            models.CheckConstraint(name="tambahan_positif", condition=Q(angka__gt=0)),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.get_jenis_display()}"


class RiwayatAKQuerySet(TentangPegawaiQuerySet):
    def berlaku(self):
        """Rows of loads that were not undone."""
        return self.filter(berlaku=True)


class RiwayatAngkaKredit(models.Model):
    """Angka kredit that this system did not compute: a stretch of months and its credit, as a file of SIASN says.

    It stands below the conversions of this system. `asal` keeps what the file says and nothing here reads.
    """

    impor = models.ForeignKey(ImporKinerja, models.PROTECT, related_name="riwayat_angka_kredit")
    berlaku = models.BooleanField(default=True)
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="riwayat_angka_kredit")
    jenis = models.CharField(max_length=12, choices=JenisRiwayatAK)
    jenjang = models.CharField(max_length=20, choices=Jenjang)
    mulai = models.DateField("sejak")
    selesai = models.DateField("sampai")
    utama = models.DecimalField("kredit utama", max_digits=11, decimal_places=5)
    penunjang = models.DecimalField("kredit penunjang", max_digits=11, decimal_places=5)
    angka = models.DecimalField("angka kredit", max_digits=11, decimal_places=5)
    nomor_sk = models.CharField("nomor penetapan", max_length=120, blank=True)
    tanggal_sk = models.DateField("tanggal penetapan", null=True)
    asal = models.JSONField("isi berkas lainnya", default=dict)
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, related_name="penggantinya")

    objects = RiwayatAKQuerySet.as_manager()

    class Meta:
        verbose_name = "riwayat angka kredit"
        verbose_name_plural = "riwayat angka kredit"
        ordering = ["-selesai", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "jenis", "jenjang", "mulai", "selesai"],
                condition=Q(berlaku=True),
                name="riwayat_ak_sekali",
                violation_error_message="Angka kredit masa ini sudah tercatat.",
            ),
            models.CheckConstraint(
                name="riwayat_ak_sah", condition=Q(angka__gte=0, utama__gte=0, penunjang__gte=0, selesai__gt=F("mulai"))
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.get_jenis_display()} · {self.selesai.year}"

    @property
    def bulan(self) -> int:
        """The months of the stretch; it begins and ends with a month."""
        return (self.selesai.year - self.mulai.year) * 12 + self.selesai.month - self.mulai.month + 1
