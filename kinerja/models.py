"""Promises and progress: periods, plans, results, indicators, realisasi, evidence, outcomes."""

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import AcuanQuerySet, BarisQuerySet, periode_sah, rentang_tanggal, sama
from pegawai.models import Jabatan, Pegawai, Unit

from .pilihan import (
    Arah,
    Aspek,
    JenisBukti,
    JenisHasil,
    JenisIndikator,
    JenisPeriode,
    NilaiDasar,
    Pendekatan,
    Perspektif,
    SifatTarget,
    StatusSKP,
)


class PeriodeQuerySet(AcuanQuerySet):
    def terbuka(self, saat):
        """Periods that take realisasi at that moment (half-open)."""
        return self.filter(isi_dari__lte=saat, isi_sampai__gt=saat)


class Periode(models.Model):
    """A stretch of the year that is evaluated, and from when to when it takes realisasi."""

    nama = models.CharField("nama", max_length=40)
    jenis = models.CharField("jenis", max_length=12, choices=JenisPeriode)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")
    isi_dari = models.DateTimeField("pengisian dibuka")
    isi_sampai = models.DateTimeField("pengisian ditutup")

    objects = PeriodeQuerySet.as_manager()

    class Meta:
        verbose_name = "periode"
        verbose_name_plural = "periode"
        ordering = ["-mulai", "jenis"]
        constraints = [
            models.UniqueConstraint(fields=["jenis", "mulai"], name="periode_unik"),
            periode_sah("periode"),
            models.CheckConstraint(
                name="periode_isi_sah",
                condition=Q(isi_sampai__gt=F("isi_dari")),
                violation_error_message="Penutupan pengisian harus sesudah pembukaannya.",
            ),
        ]

    def __str__(self):
        return self.nama


class SKPQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The person's plan exists for whoever sees the person, and for the penilai of that plan."""
        return (
            self.filter(
                Q(pegawai__in=Pegawai.objects.visible_to(user)) | Q(penilai__isnull=False, penilai=user.pegawai_id or 0)
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


class TentangSKPQuerySet(BarisQuerySet):
    """Rows inside a plan: they exist for whoever sees the plan."""

    jalan = "skp"

    def visible_to(self, user):
        return self.filter(**{f"{self.jalan}__in": SKP.objects.visible_to(user)})


class HasilKerja(models.Model):
    """A planned result (rencana hasil kerja); it names the leader's result, or the outcome, that it serves."""

    skp = models.ForeignKey(SKP, models.CASCADE, related_name="hasil", verbose_name="SKP")
    jenis = models.CharField("jenis", max_length=10, choices=JenisHasil, default=JenisHasil.UTAMA)
    uraian = models.TextField("rencana hasil kerja")
    mendukung = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="didukung_oleh",
        verbose_name="hasil kerja pimpinan yang diintervensi",
    )
    iku = models.ForeignKey(
        "Iku", models.PROTECT, null=True, blank=True, related_name="hasil", verbose_name="indikator kinerja utama"
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = TentangSKPQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil kerja"
        verbose_name_plural = "hasil kerja"
        ordering = ["-jenis", "urutan", "pk"]

    def __str__(self):
        return self.uraian[:80]


class IndikatorQuerySet(TentangSKPQuerySet):
    jalan = "hasil__skp"

    def utama(self, skp_id):
        """The indicators of the main results of a plan, in the order of its page: they carry the weights."""
        return self.filter(hasil__skp=skp_id, hasil__jenis=JenisHasil.UTAMA).order_by(
            "hasil__urutan", "hasil_id", "urutan", "pk"
        )


class Indikator(models.Model):
    """A measure of a result: quantitative (target, unit, direction) or qualitative (three described levels)."""

    hasil = models.ForeignKey(HasilKerja, models.CASCADE, related_name="indikator", verbose_name="hasil kerja")
    jenis = models.CharField("jenis", max_length=12, choices=JenisIndikator, default=JenisIndikator.KUANTITATIF)
    uraian = models.TextField("indikator kinerja individu")
    aspek = models.CharField("aspek", max_length=10, choices=Aspek, default=Aspek.KUANTITAS)
    perspektif = models.CharField("perspektif", max_length=20, choices=Perspektif, blank=True)
    arah = models.CharField("arah", max_length=8, choices=Arah, blank=True)
    sifat = models.CharField("sifat target", max_length=10, choices=SifatTarget, default=SifatTarget.TETAP)
    target = models.DecimalField("target", max_digits=16, decimal_places=4, null=True, blank=True)
    target_atas = models.DecimalField("batas atas rentang", max_digits=16, decimal_places=4, null=True, blank=True)
    satuan = models.CharField("satuan", max_length=40, blank=True)
    ekspektasi = models.TextField("ekspektasi", blank=True)
    level_bawah = models.TextField("di bawah ekspektasi bila", blank=True)
    level_sesuai = models.TextField("sesuai ekspektasi bila", blank=True)
    level_atas = models.TextField("di atas ekspektasi bila", blank=True)
    bobot = models.DecimalField(
        "bobot (%)", max_digits=5, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    urutan = models.PositiveSmallIntegerField("urutan", default=0)

    objects = IndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator"
        verbose_name_plural = "indikator"
        ordering = ["urutan", "pk"]
        constraints = [
            models.CheckConstraint(
                name="indikator_bobot_sah",
                condition=Q(bobot__isnull=True) | Q(bobot__gt=0, bobot__lte=100),
                violation_error_message="Bobot lebih dari 0 dan paling banyak 100.",
            ),
            models.CheckConstraint(
                name="indikator_kuantitatif_bertarget",
                condition=~Q(jenis=JenisIndikator.KUANTITATIF)
                | (Q(target__isnull=False, target__gte=0) & ~Q(satuan="") & ~Q(arah="")),
                violation_error_message="Indikator kuantitatif memerlukan target, satuan, dan arah.",
            ),
            models.CheckConstraint(
                name="indikator_target_nol_hanya_turun",
                condition=Q(target__isnull=True) | Q(target__gt=0) | Q(arah=Arah.TURUN) | Q(arah=Arah.RENTANG),
                violation_error_message="Target 0 hanya untuk indikator yang makin rendah makin baik.",
            ),
            models.CheckConstraint(
                name="indikator_rentang_sah",
                condition=~Q(arah=Arah.RENTANG) | Q(target_atas__isnull=False, target_atas__gt=F("target")),
                violation_error_message="Batas atas rentang harus lebih besar daripada batas bawahnya.",
            ),
            models.CheckConstraint(
                name="indikator_kualitatif_berlevel",
                condition=~Q(jenis=JenisIndikator.KUALITATIF)
                | (~Q(ekspektasi="") & ~Q(level_bawah="") & ~Q(level_sesuai="") & ~Q(level_atas="")),
                violation_error_message="Indikator kualitatif memerlukan ekspektasi dan uraian ketiga tingkatnya.",
            ),
        ]

    def __str__(self):
        return self.uraian[:80]


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


class RealisasiQuerySet(TentangSKPQuerySet):
    jalan = "indikator__hasil__skp"

    def terbaru(self):
        """The entry that counts: the last one of each indicator and period."""
        return self.order_by("indikator_id", "periode_id", "-pk").distinct("indikator_id", "periode_id")


class Realisasi(models.Model):
    """What was achieved of an indicator up to the end of a period. A new entry is a new row; the last counts."""

    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="realisasi")
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="realisasi")
    nilai = models.DecimalField("realisasi", max_digits=16, decimal_places=4, null=True, blank=True)
    uraian = models.TextField("uraian hasil", blank=True)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField(default=timezone.now)

    objects = RealisasiQuerySet.as_manager()

    class Meta:
        verbose_name = "realisasi"
        verbose_name_plural = "realisasi"
        indexes = [models.Index(fields=["indikator", "periode", "-id"], name="realisasi_terbaru")]
        constraints = [
            models.CheckConstraint(
                name="realisasi_tidak_negatif",
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0),
                violation_error_message="Realisasi tidak boleh negatif.",
            ),
            models.CheckConstraint(
                name="realisasi_berisi",
                condition=Q(nilai__isnull=False) | ~Q(uraian=""),
                violation_error_message="Isi angka realisasi atau uraian hasilnya.",
            ),
        ]

    def __str__(self):
        return f"{self.indikator} · {self.periode}"


class BuktiQuerySet(TentangSKPQuerySet):
    jalan = "realisasi__indikator__hasil__skp"


class Bukti(models.Model):
    """A piece of evidence for a realisasi: a stored file with its SHA-256, or a link."""

    realisasi = models.ForeignKey(Realisasi, models.PROTECT, related_name="bukti")
    jenis = models.CharField(max_length=8, choices=JenisBukti)
    berkas = models.FileField("berkas", upload_to="bukti/%Y/%m/", blank=True, max_length=200)
    tautan = models.URLField("tautan", blank=True)
    nama_asli = models.CharField("nama berkas", max_length=160, blank=True)
    tipe = models.CharField("jenis isi", max_length=80, blank=True)
    ukuran = models.PositiveIntegerField("ukuran (byte)", default=0)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)
    diunggah_pada = models.DateTimeField(default=timezone.now)

    objects = BuktiQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti dukung"
        verbose_name_plural = "bukti dukung"
        constraints = [
            models.CheckConstraint(
                name="bukti_berkas_atau_tautan",
                condition=(Q(jenis=JenisBukti.BERKAS) & ~Q(sidik="") & Q(tautan=""))
                | (Q(jenis=JenisBukti.TAUTAN) & ~Q(tautan="") & Q(berkas="")),
                violation_error_message="Bukti dukung berupa satu berkas atau satu tautan.",
            )
        ]

    def __str__(self):
        return self.nama_asli or self.tautan


class Iku(models.Model):
    """An outcome that the city feels, owned by a unit (indikator kinerja utama)."""

    kunci = models.SlugField("kunci", max_length=40)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="iku", verbose_name="unit penanggung jawab")
    nama = models.CharField("nama", max_length=200)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField("arah", max_length=8, choices=Arah)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "indikator kinerja utama"
        verbose_name_plural = "indikator kinerja utama"
        ordering = ["nama"]
        constraints = [models.UniqueConstraint(fields=["kunci", "unit"], name="iku_unik")]

    def __str__(self):
        return self.nama


class NilaiIku(models.Model):
    """One published value of an outcome, with its source; values of two series are never one line."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="nilai")
    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("nilai", max_digits=16, decimal_places=4)
    seri = models.CharField("seri", max_length=60, blank=True)
    sumber = models.TextField("sumber")
    terverifikasi = models.BooleanField("dibaca dalam sumbernya", default=False)
    catatan = models.TextField("catatan", blank=True)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai IKU"
        verbose_name_plural = "nilai IKU"
        ordering = ["tahun"]
        constraints = [models.UniqueConstraint(fields=["iku", "tahun", "seri"], name="nilai_iku_unik")]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"


class TargetIku(models.Model):
    """A target of an outcome; `demo` where no source gives one."""

    iku = models.ForeignKey(Iku, models.PROTECT, related_name="target")
    tahun = models.PositiveSmallIntegerField("tahun")
    nilai = models.DecimalField("target", max_digits=16, decimal_places=4)
    sumber = models.TextField("sumber")
    demo = models.BooleanField("angka demo", default=False)

    objects = AcuanQuerySet.as_manager()

    class Meta:
        verbose_name = "target IKU"
        verbose_name_plural = "target IKU"
        ordering = ["tahun"]
        constraints = [models.UniqueConstraint(fields=["iku", "tahun"], name="target_iku_unik")]

    def __str__(self):
        return f"{self.iku} {self.tahun}: {self.nilai}"
