"""The tree of units and one unit, on any day."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models.functions import Lower
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from .. import akses, rekap
from ..forms import PerTanggalForm
from ..models import Penempatan, SusunanUnit, Unit


@dataclass(frozen=True)
class Simpul:
    """One unit of the tree as it stood: its name then, its head, and what stood under it."""

    unit: Unit
    nama: str
    kepala: Penempatan | None
    anak: tuple = ()


@require_GET
def organisasi(request):
    """The tree down to the units under the offices; the unit pages go on from there."""
    saring = PerTanggalForm(request.GET)
    akar = pohon(saring.hari)
    return render(
        request, "pegawai/unit/list.html", {"saring": saring, "hari": saring.hari, "per": saring.alamat, "akar": akar}
    )


def pohon(hari) -> tuple[Simpul, ...]:
    """The whole tree of a day in two queries."""
    susunan = list(SusunanUnit.objects.berlaku_pada(hari).select_related("unit").order_by(Lower("nama"), "pk"))
    anak = defaultdict(list)
    for satu in susunan:
        anak[satu.induk_id].append(satu)
    kepala = _kepala(hari)
    return tuple(_simpul(satu, anak, kepala, frozenset()) for satu in anak[None])


def _simpul(susunan, anak, kepala, di_atas) -> Simpul:
    unit_id = susunan.unit_id
    bawah = () if unit_id in di_atas else anak[unit_id]
    return Simpul(
        susunan.unit,
        susunan.nama,
        kepala.get(unit_id),
        tuple(_simpul(satu, anak, kepala, di_atas | {unit_id}) for satu in bawah),
    )


def _kepala(hari) -> dict[int, Penempatan]:
    """Who leads each unit that day: the definitive holder, else the acting one."""
    baris = Penempatan.objects.berlaku_pada(hari).filter(jabatan__kepala_unit=True).select_related("pegawai", "jabatan")
    urut = sorted(baris, key=lambda satu: satu.jenis == "definitif")
    return {satu.jabatan.unit_id: satu for satu in urut}


@require_GET
def unit_detail(request, pk):
    """One unit on a day: its names over time, its positions and who held them, and what stood under it."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    saring = PerTanggalForm(request.GET)
    hari = saring.hari
    riwayat = list(unit.susunan.select_related("induk").order_by("-mulai"))
    kini = next(
        (satu for satu in riwayat if satu.mulai <= hari and (satu.selesai is None or satu.selesai >= hari)), None
    )
    peta = [satu for satu in rekap.peta_jabatan(hari, unit) if satu.unit.pk == unit.pk]
    kepala = _kepala(hari)
    anak = SusunanUnit.objects.berlaku_pada(hari).filter(induk=unit).select_related("unit").order_by(Lower("nama"))
    return render(
        request,
        "pegawai/unit/detail.html",
        {
            "unit": unit,
            "saring": saring,
            "hari": hari,
            "per": saring.alamat,
            "riwayat": riwayat,
            "kini": kini,
            "peta": peta,
            "kepala": kepala.get(unit.pk),
            "anak": [(satu, kepala.get(satu.unit_id)) for satu in anak],
            "kebutuhan": sum(satu.kebutuhan for satu in peta),
            "terisi": sum(satu.terisi for satu in peta),
            "kosong": sum(satu.kosong for satu in peta),
            "lihat_peta": akses.can_see_map(request.user),
        },
    )
