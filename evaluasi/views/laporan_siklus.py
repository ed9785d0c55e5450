"""Who was left out of which step of a siklus, where they work, and why."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from pegawai.models import Pegawai
from pegawai.rekap import penempatan_pada, peta_perangkat_daerah

from .. import akses, rekap
from ..forms.siklus import SaringLaporanForm
from ..models import Siklus

PER_HALAMAN = 25
KOLOM = ["Langkah", "NIP", "Nama", "Unit kerja", "Alasan"]


@dataclass(frozen=True)
class Tertinggal:
    """One person left out of one step; `kantor` is the id of their perangkat daerah."""

    langkah: str
    orang: Pegawai
    unit: str
    kantor: int | None
    alasan: str


@require_GET
def siklus_laporan(request, pk):
    """The report, searched by name or unit and narrowed by office, step and reason."""
    if not akses.can_watch_siklus(request.user):
        raise Http404
    siklus = get_object_or_404(Siklus.objects.visible_to(request.user).select_related("periode"), pk=pk)
    semua = _tertinggal(siklus)
    saring = SaringLaporanForm(request.GET, alasan=sorted({satu.alasan for satu in semua}))
    baris = [satu for satu in semua if saring.cocok(satu)] if saring.is_valid() else []
    if diminta(request):
        sel = ([s.langkah, s.orang.nip, s.orang.nama_lengkap, s.unit, s.alasan] for s in baris)
        return ekspor(request, f"laporan-{siklus.nama}".replace(" ", "-").lower(), KOLOM, sel)
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {"siklus": siklus, "halaman": halaman, "saring": saring}
    return render(request, "evaluasi/siklus/laporan.html", isi)


def _tertinggal(siklus: Siklus) -> list[Tertinggal]:
    """A constant number of queries however many people; who has no placement that day has no unit."""
    laporan = rekap.laporan_ditolak(siklus)
    hari = min(siklus.periode.selesai, timezone.localdate())
    siapa = {pegawai for _, pegawai, _ in laporan}
    orang, kantor = Pegawai.objects.in_bulk(siapa), peta_perangkat_daerah(hari)
    unit = {pk: satu.jabatan.unit for pk, satu in penempatan_pada(siapa, hari).items()}
    return [
        Tertinggal(
            langkah,
            orang[pk],
            unit[pk].nama if pk in unit else "tanpa jabatan definitif",
            kantor.get(unit[pk].pk) if pk in unit else None,
            alasan,
        )
        for langkah, pk, alasan in laporan
    ]


urlpatterns = [path("siklus/<int:pk>/laporan/", siklus_laporan, name="siklus-laporan")]
