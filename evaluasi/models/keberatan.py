"""Objection to a published result: pinned to figures, both sides heard, decided once. PP 30/2019 art. 59."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kinerja.pilihan import JenisBukti
from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai
from pegawai.pilihan import Peran

from ..aturan import nilai_kata
from ..pilihan import Pihak, PutusanButir, StatusKeberatan
from .hasil import Evaluasi

TERBUKA = (StatusKeberatan.KEBERATAN, StatusKeberatan.PEMERIKSAAN)
DIPUTUS = (StatusKeberatan.TETAP, StatusKeberatan.DIUBAH)


class KeberatanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The person, the assessor, the examiner; BKPSDM and the auditor. Not the rest of the chain."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
            return self
        siapa = user.pegawai_id or 0
        return self.filter(Q(pegawai=siapa) | Q(penilai=siapa) | Q(pemeriksa=siapa))

    def diajukan(self):
        """Objections; a result that was only accepted is none."""
        return self.exclude(status=StatusKeberatan.DITERIMA)

    def terbuka(self):
        """Objections that are not decided yet."""
        return self.filter(status__in=TERBUKA)


class Keberatan(models.Model):
    """A person's answer to one result: accepted, or contested and then decided.

    `batas` is the end (half-open) of the time to object, `kesempatan_sampai` of the time in which both sides may
    speak, `putus_sebelum` the day by which a decision is expected. `pemeriksa` is null where nobody stands above the
    assessor, until BKPSDM names one.
    """

    evaluasi = models.OneToOneField(Evaluasi, models.PROTECT, related_name="keberatan")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="keberatan")
    penilai = models.ForeignKey(Pegawai, models.PROTECT, related_name="keberatan_atas_penilaian")
    pemeriksa = models.ForeignKey(Pegawai, models.PROTECT, null=True, blank=True, related_name="keberatan_diperiksa")
    dasar_pemeriksa = models.TextField("dasar penunjukan pemeriksa", blank=True)
    status = models.CharField(max_length=12, choices=StatusKeberatan)
    alasan = models.TextField("alasan", blank=True)
    diajukan_pada = models.DateTimeField()
    batas = models.DateTimeField("batas mengajukan")
    putus_sebelum = models.DateTimeField("diharapkan diputus sebelum", null=True)
    diperiksa_pada = models.DateTimeField(null=True)
    kesempatan_sampai = models.DateTimeField("kesempatan memberi keterangan sampai", null=True)
    diputus_pada = models.DateTimeField(null=True)
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    hasil = models.OneToOneField(Evaluasi, models.PROTECT, null=True, blank=True, related_name="dari_keberatan")

    objects = KeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        indexes = [
            models.Index(fields=["status", "diajukan_pada"], name="keberatan_status"),
            models.Index(fields=["pemeriksa", "status"], name="keberatan_pemeriksa"),
        ]
        constraints = [
            models.CheckConstraint(
                name="keberatan_bukan_hakim_sendiri",
                condition=Q(pemeriksa__isnull=True) | (~Q(pemeriksa=F("pegawai")) & ~Q(pemeriksa=F("penilai"))),
                violation_error_message="Pemeriksa keberatan bukan pegawai itu dan bukan pejabat penilainya.",
            ),
            models.CheckConstraint(
                name="keberatan_dalam_waktu",
                condition=Q(diajukan_pada__lt=F("batas")),
                violation_error_message="Keberatan diajukan dalam waktunya.",
            ),
            models.CheckConstraint(
                name="keberatan_diputus_lengkap",
                condition=~Q(status__in=DIPUTUS)
                | Q(diputus_pada__isnull=False, diputus_oleh__isnull=False, pemeriksa__isnull=False),
            ),
            models.CheckConstraint(
                name="keberatan_diubah_berhasil",
                condition=Q(status=StatusKeberatan.DIUBAH, hasil__isnull=False)
                | (~Q(status=StatusKeberatan.DIUBAH) & Q(hasil__isnull=True)),
            ),
            models.CheckConstraint(
                name="keberatan_beralasan",
                condition=Q(status=StatusKeberatan.DITERIMA) | ~Q(alasan=""),
                violation_error_message="Tulis alasan keberatan.",
            ),
        ]

    def __str__(self):
        return self.nomor

    @property
    def nomor(self) -> str:
        """The number under which people speak of it."""
        return f"KB-{self.pk:05d}"


class TentangKeberatanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(keberatan__in=Keberatan.objects.visible_to(user))


class ButirKeberatan(models.Model):
    """One contested figure: its key in the explanation, what it was, and what was decided about it."""

    keberatan = models.ForeignKey(Keberatan, models.PROTECT, related_name="butir")
    kunci = models.CharField("angka", max_length=80)
    nama = models.TextField("nama angka")
    nilai_semula = models.CharField("nilai semula", max_length=80)
    putusan = models.CharField(max_length=8, choices=PutusanButir, blank=True)
    nilai_baru = models.CharField("nilai baru", max_length=80, blank=True)
    pertimbangan = models.TextField(blank=True)

    objects = TentangKeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "angka yang dikeberatani"
        verbose_name_plural = "angka yang dikeberatani"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["keberatan", "kunci"], name="butir_keberatan_sekali"),
            models.CheckConstraint(
                name="butir_keberatan_putusan_lengkap",
                condition=Q(putusan="", nilai_baru="", pertimbangan="")
                | (Q(putusan=PutusanButir.TETAP, nilai_baru="") & ~Q(pertimbangan=""))
                | (Q(putusan=PutusanButir.DIUBAH) & ~Q(nilai_baru="") & ~Q(pertimbangan="")),
                violation_error_message="Setiap putusan memerlukan pertimbangan; yang diubah memerlukan nilai baru.",
            ),
        ]

    def __str__(self):
        return f"{self.keberatan} · {self.nama}"

    @property
    def kata_baru(self) -> str:
        """The new value in words; empty where the figure stays."""
        return nilai_kata(self.kunci, self.nilai_baru) if self.nilai_baru else ""


class Keterangan(models.Model):
    """What one side said, dated; `lisan` was heard by the examiner, who wrote it down. A trigger refuses any change."""

    keberatan = models.ForeignKey(Keberatan, models.PROTECT, related_name="keterangan")
    pihak = models.CharField(max_length=8, choices=Pihak)
    isi = models.TextField("keterangan")
    lisan = models.BooleanField("disampaikan lisan", default=False)
    dicatat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    objects = TentangKeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "keterangan"
        verbose_name_plural = "keterangan"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="keterangan_berisi", condition=~Q(isi=""))]

    def __str__(self):
        return f"{self.keberatan} · {self.get_pihak_display()}"


class BuktiKeberatan(models.Model):
    """Evidence for an objection: a stored file with its SHA-256, or a link; by the rules of bukti dukung."""

    keberatan = models.ForeignKey(Keberatan, models.PROTECT, related_name="bukti")
    jenis = models.CharField(max_length=8, choices=JenisBukti)
    berkas = models.FileField("berkas", upload_to="keberatan/%Y/%m/", blank=True, max_length=200)
    tautan = models.URLField("tautan", blank=True)
    nama_asli = models.CharField("nama berkas", max_length=160, blank=True)
    tipe = models.CharField("jenis isi", max_length=80, blank=True)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)

    objects = TentangKeberatanQuerySet.as_manager()

    class Meta:
        verbose_name = "bukti keberatan"
        verbose_name_plural = "bukti keberatan"
        constraints = [
            models.CheckConstraint(
                name="bukti_keberatan_berkas_atau_tautan",
                condition=(Q(jenis=JenisBukti.BERKAS) & ~Q(sidik="") & Q(tautan=""))
                | (Q(jenis=JenisBukti.TAUTAN) & ~Q(tautan="") & Q(berkas="")),
                violation_error_message="Bukti keberatan berupa satu berkas atau satu tautan.",
            )
        ]

    def __str__(self):
        return self.nama_asli or self.tautan
