"""The outcomes that the city feels: their values over the years and who moves them."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor

from .. import rekap
from ..forms import SaringIkuForm
from ..models import Iku

PER_HALAMAN = 25
URUT = {"nama": "nama", "-nama": "-nama", "unit": "unit__nama", "-unit": "-unit__nama"}


@require_GET
def iku_list(request):
    """The outcomes with their latest value; search, unit, order, export of what is filtered."""
    saring = SaringIkuForm(request.GET)
    iku = _tersaring(Iku.objects.visible_to(request.user), saring)
    iku = iku.select_related("unit").dengan_angka().order_by(URUT.get(request.GET.get("urut"), "nama"), "pk")
    if diminta(request):
        kolom = ["Indikator", "Unit", "Satuan", "Tahun", "Nilai", "Seri", "Sumber"]
        return ekspor(request, "capaian-kota", kolom, (baris for satu in iku for baris in _baris_ekspor(satu)))
    halaman = Paginator(iku, PER_HALAMAN).get_page(request.GET.get("page"))
    for satu in halaman:
        satu.terbaru = max(satu.nilai.all(), key=lambda nilai: nilai.tahun, default=None)
        satu.target_terdekat = _target(satu)
    return render(request, "kinerja/iku/list.html", {"halaman": halaman, "saring": saring})


def _tersaring(iku, saring: SaringIkuForm):
    if not saring.is_valid():
        return iku.none()
    if kata := saring.cleaned_data["q"].strip():
        iku = iku.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata))
    if unit := saring.cleaned_data["unit"]:
        iku = iku.filter(unit=unit)
    return iku


def _baris_ekspor(iku: Iku):
    awal = [iku.nama, iku.unit.nama, iku.satuan]
    return ([*awal, satu.tahun, satu.nilai, satu.seri, satu.sumber] for satu in iku.nilai.all())


def _target(iku: Iku):
    """The target of this year, else the last one there is."""
    target = sorted(iku.target.all(), key=lambda satu: satu.tahun)
    tahun = timezone.localdate().year
    return next((satu for satu in target if satu.tahun >= tahun), target[-1] if target else None)


@require_GET
def iku_detail(request, pk):
    """One outcome: the line with its breaks, every value with its source, and the cascade below it."""
    iku = get_object_or_404(Iku.objects.visible_to(request.user).select_related("unit").dengan_angka(), pk=pk)
    seri = rekap.seri_iku(iku)
    konteks = {
        "iku": iku,
        "seri": seri,
        "garis": [[(satu.tahun, satu.nilai) for satu in baris] for _, baris in seri],
        "terbaru": max(iku.nilai.all(), key=lambda nilai: nilai.tahun, default=None),
        "target": _target(iku),
        "penopang": rekap.penopang_iku(iku, timezone.localdate(), request.user),
    }
    return render(request, "kinerja/iku/detail.html", konteks)
