"""Teams across units: who leads, who serves in which role from when to when, and what the leader says of the work."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet, BerlakuMixin, periode_sah
from pegawai.models import Pegawai, Unit

from ..pilihan import PeranTim
from .periode import Periode


class TimQuerySet(BerlakuMixin, BarisQuerySet):
    def visible_to(self, user):
        """The leader, the members, whoever sees one of them, and thereby BKPSDM and the auditor."""
        if not user.is_authenticated:
            return self.none()
        saya = user.pegawai_id or 0
        lewat = AnggotaTim.objects.filter(Q(pegawai__in=Pegawai.objects.visible_to(user)) | Q(tim__ketua=saya))
        return self.filter(
            Q(ketua__in=Pegawai.objects.visible_to(user))
            | Q(pk__in=lewat.values("tim"))
            | Q(pk__in=AnggotaTim.objects.filter(pegawai=saya).values("tim"))
        )


class Tim(models.Model):
    """A team with an assignment for a time; its members may come from several units."""

    nama = models.CharField("nama tim", max_length=160)
    tugas = models.TextField("penugasan")
    dasar = models.CharField("nomor surat tugas", max_length=120, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="tim", verbose_name="unit penanggung jawab")
    ketua = models.ForeignKey(Pegawai, models.PROTECT, related_name="tim_dipimpin", verbose_name="ketua tim")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")

    objects = TimQuerySet.as_manager()

    class Meta:
        verbose_name = "tim kerja"
        verbose_name_plural = "tim kerja"
        ordering = ["-mulai", "nama"]
        constraints = [periode_sah("tim")]

    def __str__(self):
        return self.nama


class TentangTimQuerySet(BerlakuMixin, BarisQuerySet):
    def visible_to(self, user):
        return self.filter(tim__in=Tim.objects.visible_to(user))


class AnggotaTim(models.Model):
    """One person's role in a team, dated."""

    tim = models.ForeignKey(Tim, models.CASCADE, related_name="anggota", verbose_name="tim")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="keanggotaan_tim", verbose_name="pegawai")
    peran = models.CharField("peran", max_length=20, choices=PeranTim, default=PeranTim.ANGGOTA)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai")

    objects = TentangTimQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota tim"
        verbose_name_plural = "anggota tim"
        ordering = ["mulai", "pk"]
        constraints = [
            periode_sah("anggota_tim"),
            models.UniqueConstraint(
                fields=["tim", "pegawai", "mulai"],
                name="anggota_tim_sekali",
                violation_error_message="Pegawai ini sudah tercatat dalam tim sejak tanggal itu.",
            ),
        ]

    def __str__(self):
        return f"{self.tim} ({self.get_peran_display().lower()})"


class MasukanQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The leader who wrote it, the member it is about, and who sees that member: their atasan rates."""
        if not user.is_authenticated:
            return self.none()
        saya = user.pegawai_id or 0
        return self.filter(
            Q(anggota__tim__ketua=saya) | Q(anggota__pegawai__in=Pegawai.objects.visible_to(user)) | Q(penulis=saya)
        )


class MasukanTim(models.Model):
    """What the team's leader says of a member's work in a period; the atasan rates, the leader does not."""

    anggota = models.ForeignKey(AnggotaTim, models.PROTECT, related_name="masukan", verbose_name="anggota")
    periode = models.ForeignKey(Periode, models.PROTECT, related_name="+", verbose_name="periode")
    teks = models.TextField("masukan")
    penulis = models.ForeignKey(Pegawai, models.PROTECT, related_name="+", verbose_name="ketua tim")
    ditulis_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    pada = models.DateTimeField(default=timezone.now)

    objects = MasukanQuerySet.as_manager()

    class Meta:
        verbose_name = "masukan ketua tim"
        verbose_name_plural = "masukan ketua tim"
        ordering = ["-pada", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["anggota", "periode"], name="masukan_tim_sekali_periode"),
            models.CheckConstraint(
                name="masukan_tim_berisi", condition=~Q(teks=""), violation_error_message="Tulis masukannya."
            ),
        ]

    def __str__(self):
        return f"{self.anggota} · {self.periode}"
