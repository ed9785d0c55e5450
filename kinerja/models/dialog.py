"""What an atasan and a subordinate say to each other through the year: feedback, dialogue, agreements."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Pegawai

from ..pilihan import NilaiDasar
from .pendelegasian import Pendelegasian
from .rencana import Indikator
from .skp import SKP


class UmpanBalikQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The two of them and nobody else; that it exists stands in the trail."""
        saya = (user.pegawai_id if user.is_authenticated else None) or 0
        return self.filter(Q(dari=saya) | Q(kepada=saya))


class UmpanBalikKerja(models.Model):
    """One piece of continuous feedback between a person and the atasan; added, never changed (a trigger refuses)."""

    skp = models.ForeignKey(SKP, models.PROTECT, related_name="umpan_balik", verbose_name="SKP")
    dari = models.ForeignKey(Pegawai, models.PROTECT, related_name="umpan_balik_dari", verbose_name="dari")
    kepada = models.ForeignKey(Pegawai, models.PROTECT, related_name="umpan_balik_kepada", verbose_name="kepada")
    indikator = models.ForeignKey(
        Indikator, models.PROTECT, null=True, blank=True, related_name="umpan_balik", verbose_name="indikator"
    )
    nilai = models.CharField("nilai perilaku", max_length=24, choices=NilaiDasar, blank=True)
    teks = models.TextField("umpan balik")
    berkas = models.FileField("berkas bukti", upload_to="umpan-balik/%Y/%m/", blank=True, max_length=200)
    tautan = models.URLField("tautan bukti", blank=True)
    nama_asli = models.CharField("nama berkas", max_length=160, blank=True)
    tipe = models.CharField("jenis isi", max_length=80, blank=True)
    sidik = models.CharField("SHA-256", max_length=64, blank=True)
    pada = models.DateTimeField(default=timezone.now)

    objects = UmpanBalikQuerySet.as_manager()

    class Meta:
        verbose_name = "umpan balik kerja"
        verbose_name_plural = "umpan balik kerja"
        ordering = ["-pada", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="umpan_balik_bukan_diri",
                condition=~Q(dari=F("kepada")),
                violation_error_message="Umpan balik diberikan kepada orang lain.",
            ),
            models.CheckConstraint(
                name="umpan_balik_berisi",
                condition=~Q(teks=""),
                violation_error_message="Tulis umpan baliknya.",
            ),
            models.CheckConstraint(
                name="umpan_balik_satu_pokok",
                condition=Q(indikator__isnull=True) | Q(nilai=""),
                violation_error_message="Pilih satu pokok: indikator, nilai perilaku, atau umum.",
            ),
        ]

    def __str__(self):
        return f"{self.dari} kepada {self.kepada}"

    @property
    def pokok(self) -> str:
        """What it is about, in words."""
        return self.indikator.uraian if self.indikator_id else self.get_nilai_display() if self.nilai else "Umum"


class DialogQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The two who talk; and of what still runs, whoever leads dialogues for the atasan today."""
        saya = (user.pegawai_id if user.is_authenticated else None) or 0
        mewakili = Pendelegasian.objects.aktif(timezone.localdate()).filter(wakil=saya, dialog=True)
        return self.filter(
            Q(pegawai=saya)
            | Q(atasan=saya)
            | Q(pk__in=self.model.objects.berjalan().filter(atasan__in=mewakili.values("atasan"))) & ~Q(pegawai=saya)
        )

    def berjalan(self):
        """Neither cancelled nor confirmed by both."""
        return self.filter(dibatalkan_pada__isnull=True).exclude(
            pegawai_setuju_pada__isnull=False, atasan_setuju_pada__isnull=False
        )


class DialogKinerja(models.Model):
    """A performance dialogue: agenda, both notes, agreements; either side starts one, both confirm."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="dialog", verbose_name="pegawai")
    atasan = models.ForeignKey(Pegawai, models.PROTECT, related_name="dialog_bawahan", verbose_name="atasan")
    dimulai_oleh = models.ForeignKey(Pegawai, models.PROTECT, related_name="+", verbose_name="diusulkan oleh")
    waktu = models.DateTimeField("hari dan jam")
    tempat = models.CharField("tempat", max_length=120)
    agenda = models.TextField("agenda")
    catatan_pegawai = models.TextField("catatan pegawai", blank=True)
    catatan_atasan = models.TextField("catatan atasan", blank=True)
    pegawai_setuju_pada = models.DateTimeField(null=True, blank=True)
    atasan_setuju_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    alasan_batal = models.CharField("alasan pembatalan", max_length=200, blank=True)
    versi = models.PositiveIntegerField(default=1)

    objects = DialogQuerySet.as_manager()

    class Meta:
        verbose_name = "dialog kinerja"
        verbose_name_plural = "dialog kinerja"
        ordering = ["-waktu", "-pk"]
        indexes = [models.Index(fields=["pegawai", "-waktu"], name="dialog_pegawai_waktu")]
        constraints = [
            models.CheckConstraint(
                name="dialog_dua_orang",
                condition=~Q(pegawai=F("atasan")),
                violation_error_message="Dialog kinerja berlangsung antara pegawai dan atasannya.",
            ),
        ]

    def __str__(self):
        return f"Dialog {self.pegawai} dan {self.atasan}"

    @property
    def status(self) -> str:
        if self.dibatalkan_pada:
            return "dibatalkan"
        return "selesai" if self.pegawai_setuju_pada and self.atasan_setuju_pada else "direncanakan"

    @property
    def status_kata(self) -> str:
        if self.status == "direncanakan" and (self.pegawai_setuju_pada or self.atasan_setuju_pada):
            return "Menunggu pengesahan satu pihak"
        return {"dibatalkan": "Dibatalkan", "selesai": "Disahkan keduanya"}.get(self.status, "Direncanakan")


class KesepakatanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(dialog__in=DialogKinerja.objects.visible_to(user))

    def terbuka(self):
        return self.filter(selesai_pada__isnull=True, dialog__dibatalkan_pada__isnull=True)


class Kesepakatan(models.Model):
    """One agreement with its owner and date; open until done, and until then part of every next dialogue."""

    dialog = models.ForeignKey(DialogKinerja, models.PROTECT, related_name="kesepakatan")
    uraian = models.TextField("kesepakatan")
    penanggung_jawab = models.ForeignKey(
        Pegawai, models.PROTECT, related_name="kesepakatan", verbose_name="penanggung jawab"
    )
    tenggat = models.DateField("tenggat")
    selesai_pada = models.DateTimeField(null=True, blank=True)
    hasil = models.CharField("hasilnya", max_length=200, blank=True)

    objects = KesepakatanQuerySet.as_manager()

    class Meta:
        verbose_name = "kesepakatan"
        verbose_name_plural = "kesepakatan"
        ordering = ["tenggat", "pk"]

    def __str__(self):
        return self.uraian[:80]
