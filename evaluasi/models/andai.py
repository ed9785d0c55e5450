"""A trial of another ketentuan on copies of the results of a siklus: who tried what, and what it would give."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.baris import BarisQuerySet
from pegawai.models import Unit
from pegawai.pilihan import Peran

from ..pilihan import Predikat
from .hasil import Evaluasi
from .siklus import Siklus


class SimulasiQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Trials are BKPSDM's alone: nobody else should read a predikat that nobody set."""
        boleh = user.is_authenticated and user.berperan(Peran.BKPSDM)
        return self if boleh else self.none()


class Simulasi(models.Model):
    """`ubah` maps paths of the ketentuan to the texts tried, `isi` is the whole content. It changes no result."""

    siklus = models.ForeignKey(Siklus, models.PROTECT, related_name="simulasi", verbose_name="siklus")
    nama = models.CharField("nama", max_length=120)
    ubah = models.JSONField("angka yang diubah")
    isi = models.JSONField("isi ketentuan yang dicoba")
    jumlah = models.PositiveIntegerField("hasil yang dihitung ulang")
    dibuat_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField(default=timezone.now)

    objects = SimulasiQuerySet.as_manager()

    class Meta:
        verbose_name = "simulasi ketentuan"
        verbose_name_plural = "simulasi ketentuan"
        ordering = ["-dibuat_pada", "-pk"]

    def __str__(self):
        return f"{self.nama} ({self.siklus})"


class HasilSimulasiQuerySet(BarisQuerySet):
    def visible_to(self, user):
        return self.filter(simulasi__in=Simulasi.objects.visible_to(user))

    def pindah(self):
        """Whose predikat would be another."""
        return self.exclude(predikat="").exclude(predikat=models.F("predikat_lama"))

    def dekat(self, jarak):
        """Who would stand within that many points of a line between two ratings."""
        rentang = (-jarak, jarak)
        return self.filter(Q(jarak_hasil__range=rentang) | Q(jarak_perilaku__range=rentang))


class HasilSimulasi(models.Model):
    """One person under the trial. Indices 0–120; `jarak_*` are points from the nearest line, below it negative.

    Without a predikat the result could not be computed under the trial, and `alasan` says why.
    """

    simulasi = models.ForeignKey(Simulasi, models.CASCADE, related_name="hasil")
    evaluasi = models.ForeignKey(Evaluasi, models.PROTECT, related_name="+")
    kantor = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    predikat_lama = models.CharField(max_length=16, choices=Predikat)
    predikat = models.CharField(max_length=16, choices=Predikat, blank=True)
    indeks_hasil = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    indeks_perilaku = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    jarak_hasil = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    jarak_perilaku = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    arah = models.SmallIntegerField("berapa tingkat predikatnya naik", default=0)
    alasan = models.TextField(blank=True)

    objects = HasilSimulasiQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil simulasi"
        verbose_name_plural = "hasil simulasi"
        constraints = [models.UniqueConstraint(fields=["simulasi", "evaluasi"], name="hasil_simulasi_sekali")]

    def __str__(self):
        return f"{self.simulasi}: {self.get_predikat_display() or 'tertahan'}"
