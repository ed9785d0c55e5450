"""Until when a person may act in a period, with the extensions that reach them."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from pegawai.models import Unit

from .models import SKP, Periode, Perpanjangan
from .pilihan import KegiatanPeriode


@dataclass(frozen=True)
class Batas:
    """The end of one activity in a period: the common one, and the later ones of persons and of units."""

    umum: datetime
    pegawai: dict[int, datetime]
    unit: dict[int, datetime]

    def untuk(self, pegawai_id: int, unit_id: int) -> datetime:
        """When it ends for that person of that unit (half-open): the latest that reaches them."""
        lain = (self.pegawai.get(pegawai_id), self.unit.get(unit_id))
        return max([self.umum, *filter(None, lain)])

    @property
    def ada(self) -> bool:
        return bool(self.pegawai or self.unit)


def baca_batas(periode: Periode, kegiatan: str, umum: datetime) -> Batas:
    """The ends of an activity in a period. One query, and one for each unit that was given more time."""
    pegawai, unit = {}, {}
    for satu in Perpanjangan.objects.sah().filter(periode=periode, kegiatan=kegiatan, sampai__gt=umum):
        if satu.pegawai_id:
            pegawai[satu.pegawai_id] = max(satu.sampai, pegawai.get(satu.pegawai_id, satu.sampai))
            continue
        hari = min(periode.selesai, timezone.localdate(satu.diberikan_pada))
        for pk in Unit.objects.keturunan(satu.unit_id, hari).values_list("pk", flat=True):
            unit[pk] = max(satu.sampai, unit.get(pk, satu.sampai))
    return Batas(umum, pegawai, unit)


def batas_isi(skp: SKP, periode: Periode) -> datetime:
    """Until when the realisasi of that plan is taken in that period (half-open)."""
    return baca_batas(periode, KegiatanPeriode.ISI, periode.isi_sampai).untuk(skp.pegawai_id, skp.unit_id)


def periode_diperpanjang(skp: SKP, saat: datetime) -> list[Periode]:
    """The periods that are closed for others and still open for that plan."""
    tutup = Periode.objects.filter(
        isi_sampai__lte=saat,
        perpanjangan__sampai__gt=saat,
        perpanjangan__dicabut_pada__isnull=True,
        mulai__lte=skp.selesai,
        selesai__gte=skp.mulai,
    ).distinct()
    return [satu for satu in tutup if batas_isi(skp, satu) > saat]
