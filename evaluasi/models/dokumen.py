"""The register of issued papers, their revocation, their signatures, and papers made many at once."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.utils import timezone

from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai, Unit
from pegawai.pilihan import Peran

from ..pilihan import (
    CaraCocok,
    IsiBatch,
    JenisDokumen,
    StatusDokumen,
    StatusPotongan,
    StatusTandaTangan,
)
from .hasil import Evaluasi
from .siklus import Siklus
from .tahun import EvaluasiTahunan

#: Papers whose object is a year brought together.
TENTANG_TAHUN = (JenisDokumen.EVALUASI_TAHUN, JenisDokumen.DOKUMEN_TAHUN)


class DokumenQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Papers exist for whoever sees the person, and for the assessor who signs them."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            Q(pegawai__in=Pegawai.objects.visible_to(user)) | Q(penilai__isnull=False, penilai=user.pegawai_id or 0)
        )

    def berstatus(self):
        """Each paper with `status`, derived in the one query: revoked, superseded, or valid."""
        dicabut = PencabutanDokumen.objects.filter(dokumen=OuterRef("pk"))
        pengganti = Dokumen.objects.filter(menggantikan=OuterRef("pk"))
        evaluasi = Evaluasi.objects.filter(menggantikan=OuterRef("evaluasi_id"))
        skp = SKP.objects.filter(pk=OuterRef("objek_id"), status=StatusSKP.DISETUJUI, versi__gt=OuterRef("versi"))
        tahun = EvaluasiTahunan.objects.filter(menggantikan=OuterRef("objek_id"))
        return self.annotate(
            status=Case(
                When(Exists(dicabut), then=Value(StatusDokumen.DICABUT.value)),
                When(Exists(pengganti) | Exists(evaluasi), then=Value(StatusDokumen.DIGANTIKAN.value)),
                When(Q(jenis=JenisDokumen.SKP) & Exists(skp), then=Value(StatusDokumen.DIGANTIKAN.value)),
                When(Q(jenis__in=TENTANG_TAHUN) & Exists(tahun), then=Value(StatusDokumen.DIGANTIKAN.value)),
                default=Value(StatusDokumen.VALID.value),
            )
        )

    def terbaru(self):
        """The last paper of each object."""
        return self.filter(penggantinya__isnull=True)


class Dokumen(models.Model):
    """One issued paper: its code (130 bits, base32), the SHA-256 of its bytes and of its content without the code.

    The file lies outside the web root. The row never changes; a newer paper names the one it supersedes.
    """

    kode = models.CharField(max_length=26, unique=True)
    jenis = models.CharField(max_length=20, choices=JenisDokumen)
    objek_id = models.BigIntegerField("nomor baris asal")
    versi = models.PositiveIntegerField("versi baris asal", default=1)
    evaluasi = models.ForeignKey(Evaluasi, models.PROTECT, null=True, related_name="dokumen")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="dokumen")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="dokumen_ditandatangani")
    judul = models.CharField(max_length=160)
    sidik_isi = models.CharField("SHA-256 isi", max_length=64)
    sidik = models.CharField("SHA-256 berkas", max_length=64, unique=True)
    berkas = models.FileField(upload_to="dokumen/%Y/%m/", max_length=200)
    ukuran = models.PositiveIntegerField("ukuran (byte)")
    diterbitkan_pada = models.DateTimeField()
    diterbitkan_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    menggantikan = models.OneToOneField("self", models.PROTECT, null=True, related_name="penggantinya")

    objects = DokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        indexes = [models.Index(fields=["jenis", "objek_id", "-id"], name="dokumen_objek")]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "objek_id"], condition=Q(menggantikan__isnull=True), name="dokumen_satu_awal"
            ),
            models.CheckConstraint(name="dokumen_kode_sah", condition=Q(kode__regex=r"^[A-Z2-7]{26}$")),
        ]

    def __str__(self):
        return f"{self.judul} · {self.pegawai}"

    @property
    def status_kata(self) -> str:
        """The words of the derived status; of rows read by `berstatus`."""
        return StatusDokumen(self.status).label

    @property
    def kode_tampil(self) -> str:
        """The code in groups, as it stands on the paper."""
        return kelompokkan(self.kode)


def kelompokkan(kode: str) -> str:
    """A code as people read it: groups of five."""
    return "-".join(kode[i : i + 5] for i in range(0, len(kode), 5))


class TentangDokumenQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(dokumen__in=Dokumen.objects.visible_to(user))


class PencabutanDokumen(models.Model):
    """A paper taken back: asked by one person of BKPSDM, decided by another, with the reason."""

    dokumen = models.OneToOneField(Dokumen, models.PROTECT, related_name="pencabutan")
    alasan = models.TextField("alasan")
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicabut_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicabut_pada = models.DateTimeField()

    objects = TentangDokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "pencabutan dokumen"
        verbose_name_plural = "pencabutan dokumen"
        constraints = [
            models.CheckConstraint(
                name="pencabutan_dua_orang",
                condition=~Q(diminta_oleh=F("dicabut_oleh")),
                violation_error_message="Pencabutan diputuskan oleh orang lain daripada yang memintanya.",
            ),
            models.CheckConstraint(name="pencabutan_beralasan", condition=~Q(alasan="")),
        ]

    def __str__(self):
        return f"Dicabut: {self.dokumen}"


class PermintaanCabut(models.Model):
    """The first half of a revocation; it is gone when decided."""

    dokumen = models.OneToOneField(Dokumen, models.CASCADE, related_name="permintaan_cabut")
    alasan = models.TextField("alasan")
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField()

    objects = TentangDokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan pencabutan"
        verbose_name_plural = "permintaan pencabutan"

    def __str__(self):
        return f"Minta cabut: {self.dokumen}"


class TandaTangan(models.Model):
    """The slot of one signer. Only a file that carries a signature fills it; nothing here makes one up."""

    dokumen = models.ForeignKey(Dokumen, models.PROTECT, related_name="tanda_tangan")
    penanda_tangan = models.ForeignKey(Pegawai, models.PROTECT, related_name="tanda_tangan")
    sebagai = models.CharField(max_length=40)
    status = models.CharField(max_length=16, choices=StatusTandaTangan, default=StatusTandaTangan.MENUNGGU)
    penyedia = models.CharField("penyedia sertifikat", max_length=80, blank=True)
    rujukan = models.CharField("rujukan penyedia", max_length=120, blank=True)
    cara = models.CharField(max_length=10, choices=CaraCocok, blank=True)
    berkas = models.FileField(upload_to="dokumen/bertanda/%Y/%m/", blank=True, max_length=200)
    sidik = models.CharField("SHA-256 berkas bertanda tangan", max_length=64, blank=True, db_index=True)
    diunggah_pada = models.DateTimeField(null=True)

    objects = TentangDokumenQuerySet.as_manager()

    class Meta:
        verbose_name = "tanda tangan"
        verbose_name_plural = "tanda tangan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["dokumen", "penanda_tangan"], name="tanda_tangan_sekali"),
            models.CheckConstraint(
                name="tanda_tangan_berberkas",
                condition=Q(status=StatusTandaTangan.MENUNGGU, berkas="", sidik="")
                | (Q(status=StatusTandaTangan.DITANDATANGANI) & ~Q(berkas="") & ~Q(sidik="") & ~Q(cara="")),
                violation_error_message="Tanda tangan elektronik memerlukan berkas yang bertanda tangan.",
            ),
        ]

    def __str__(self):
        return f"{self.penanda_tangan}: {self.get_status_display()}"


class BatchQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Batches are watched by BKPSDM; who ordered one sees it too."""
        if not user.is_authenticated:
            return self.none()
        return self if user.berperan(Peran.BKPSDM) else self.filter(diminta_oleh=user.pk)


class BatchDokumen(models.Model):
    """Papers of a unit (or the city: no unit) made in chunks; the ZIP is kept until `kedaluwarsa`."""

    isi = models.CharField("isi", max_length=10, choices=IsiBatch)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="unit kerja")
    siklus = models.ForeignKey(Siklus, models.PROTECT, null=True, blank=True, related_name="+")
    tahun = models.PositiveSmallIntegerField("tahun")
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(default=timezone.now)
    kedaluwarsa = models.DateTimeField()
    berkas = models.FileField(upload_to="dokumen/batch/", blank=True, max_length=200)
    ukuran = models.BigIntegerField("ukuran (byte)", default=0)
    selesai_pada = models.DateTimeField(null=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = "batch dokumen"
        verbose_name_plural = "batch dokumen"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.get_isi_display()} · {self.unit or 'seluruh kota'} · {self.tahun}"


class PotonganBatchQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(batch__in=BatchDokumen.objects.visible_to(user))

    def menunggu(self):
        return self.filter(status=StatusPotongan.MENUNGGU)


class PotonganBatch(models.Model):
    """Some rows of a batch: `objek` are their ids, `hasil` what became of each. The last chunk makes the ZIP."""

    batch = models.ForeignKey(BatchDokumen, models.CASCADE, related_name="potongan")
    urutan = models.PositiveIntegerField()
    objek = models.JSONField(default=list)
    status = models.CharField(max_length=10, choices=StatusPotongan, default=StatusPotongan.MENUNGGU)
    percobaan = models.PositiveSmallIntegerField(default=0)
    hasil = models.JSONField(default=list)
    galat = models.TextField(blank=True)

    objects = PotonganBatchQuerySet.as_manager()

    class Meta:
        verbose_name = "potongan batch"
        verbose_name_plural = "potongan batch"
        ordering = ["urutan"]
        constraints = [models.UniqueConstraint(fields=["batch", "urutan"], name="potongan_batch_unik")]

    def __str__(self):
        return f"{self.batch} bagian {self.urutan}"
