"""Reads of evidence: one's own with how often each is used, and for what else a piece can be used."""

from dataclasses import dataclass

from django.db.models import Count, Q

from .models import Bukti, Periode, Realisasi
from .pilihan import StatusSKP

TERAKHIR = 8


def bukti_saya(pegawai_id: int | None):
    """The person's own evidence with `dipakai`, the number of indicators it serves."""
    return Bukti.objects.filter(pegawai=pegawai_id or 0).annotate(
        dipakai=Count("pakai__realisasi__indikator", distinct=True)
    )


def cari_bukti(pegawai_id: int | None, kata: str, pilih=(), batas: int = TERAKHIR) -> list[Bukti]:
    """The chosen pieces first, then the newest whose name or address contains `kata`. At most two queries."""
    milik = Bukti.objects.filter(pegawai=pegawai_id or 0)
    dipilih = list(milik.filter(pk__in=pilih)) if pilih else []
    cocok = milik.exclude(pk__in=[satu.pk for satu in dipilih])
    if kata:
        cocok = cocok.filter(Q(nama_asli__icontains=kata) | Q(tautan__icontains=kata))
    return [*dipilih, *cocok.order_by("-pk")[:batas]]


@dataclass(frozen=True)
class Pemakaian:
    """An indicator in a period that a piece of evidence supports, or could support."""

    realisasi: Realisasi

    @property
    def kunci(self) -> str:
        return f"{self.realisasi.indikator_id}-{self.realisasi.periode_id}"


def pemakaian(bukti: Bukti, user) -> list[Pemakaian]:
    """Where the piece stands in the entry that counts, as far as the user sees the plan. One query."""
    milik = Realisasi.objects.filter(indikator__hasil__skp__pegawai=bukti.pegawai_id)
    terbaru = milik.terbaru().values("pk")
    baris = Realisasi.objects.visible_to(user).filter(bukti=bukti, pk__in=terbaru)
    return [Pemakaian(satu) for satu in _urut(baris)]


def bisa_dipakai(bukti: Bukti, saat) -> list[Pemakaian]:
    """The owner's entries of open periods that do not have the piece yet. Two queries."""
    terbuka = Periode.objects.terbuka(saat)
    milik = Realisasi.objects.filter(
        indikator__hasil__skp__pegawai=bukti.pegawai_id,
        indikator__hasil__skp__status=StatusSKP.DISETUJUI,
        periode__in=terbuka,
    )
    baris = Realisasi.objects.filter(pk__in=milik.terbaru().values("pk")).exclude(bukti=bukti)
    return [Pemakaian(satu) for satu in _urut(baris)]


def _urut(baris):
    return baris.select_related("indikator__hasil__skp", "periode").order_by("-periode__selesai", "indikator_id")
