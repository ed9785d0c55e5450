"""The outcomes that the city feels: their values over the years, who moves them, and how a figure is kept."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Unit

from .. import actions, akses, rekap, rekap_iku
from ..forms import NilaiIkuForm, SaringIkuForm, SaringPenopangForm, TargetIkuForm
from ..models import Iku

PER_HALAMAN = 25
URUT = {"nama": "nama", "-nama": "-nama", "unit": "unit__nama", "-unit": "-unit__nama"}
KOLOM = [
    "Indikator", "Unit", "Satuan", "Tahun", "Nilai", "Seri", "Target", "Angka demo", "Capaian (%)", "Sumber nilai",
    "Sumber target",
]  # fmt: skip
#: kind of figure: (words, form, action)
ANGKA = {
    "nilai": ("Nilai", NilaiIkuForm, actions.record_iku_value),
    "target": ("Target", TargetIkuForm, actions.record_iku_target),
}


@require_GET
def iku_list(request):
    """The outcomes with their latest value; search, unit, order, export of what is filtered."""
    saring = SaringIkuForm(request.GET)
    iku = _tersaring(Iku.objects.visible_to(request.user), saring)
    iku = iku.select_related("unit").dengan_angka().order_by(URUT.get(request.GET.get("urut"), "nama"), "pk")
    if diminta(request):
        return ekspor(request, "capaian-kota", KOLOM, (baris for satu in iku for baris in _baris_ekspor(satu)))
    halaman = Paginator(iku, PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {"halaman": halaman, "saring": saring, "baris": [_ringkas(satu) for satu in halaman]}
    return render(request, "kinerja/iku/list.html", konteks)


def _tersaring(iku, saring: SaringIkuForm):
    if not saring.is_valid():
        return iku.none()
    if kata := saring.cleaned_data["q"].strip():
        iku = iku.filter(Q(nama__icontains=kata) | Q(unit__nama__icontains=kata))
    if unit := saring.cleaned_data["unit"]:
        iku = iku.filter(unit=unit)
    return iku


def _ringkas(iku: Iku) -> dict:
    """One outcome as the lists show it."""
    return {
        "iku": iku,
        "terbaru": rekap_iku.terbaru(iku),
        "target": rekap_iku.target_terdekat(iku, timezone.localdate().year),
        "capaian": rekap_iku.capaian_terakhir(iku),
    }


def _baris_ekspor(iku: Iku):
    """A row a year and series; a target without a value yet has a row of its own."""
    awal = [iku.nama, iku.unit.nama, iku.satuan]
    for satu in rekap_iku.per_tahun(iku):
        target = satu.target
        ekor = [target.nilai, target.demo] if target else [None, ""]
        for nilai in satu.nilai or (None,):
            angka = [nilai.nilai, nilai.seri] if nilai else [None, ""]
            sumber = [nilai.sumber if nilai else "", target.sumber if target else ""]
            yield [*awal, satu.tahun, *angka, *ekor, satu.capaian, *sumber]


@require_GET
def iku_detail(request, pk):
    """One outcome: the line with its breaks, every value with its source and history, and who moves it."""
    iku = _ambil(request, pk)
    hari = timezone.localdate()
    penopang = rekap_iku.penopang(iku, hari)
    saring = SaringPenopangForm(request.GET, kantor=[unit.pk for unit, _, _ in penopang.kantor if unit])
    simpul = _penopang(penopang, saring, request.user, hari)
    if diminta(request):
        kolom = ["Tingkat", "Hasil kerja", "Pemilik", "Jabatan", "Unit"]
        return ekspor(request, f"penopang-{iku.kunci}", kolom, _baris_penopang(simpul))
    seri = rekap.seri_iku(iku)
    halaman = Paginator(simpul, PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = _ringkas(iku) | {
        "seri": seri,
        "garis": [[(satu.tahun, satu.nilai) for satu in baris] for _, baris in seri],
        "tahun": rekap_iku.per_tahun(iku),
        "digantikan": rekap_iku.digantikan(iku),
        "penopang": penopang,
        "saring": saring,
        "halaman": halaman,
        "baris": rekap_iku.isi_penopang(halaman.object_list),
        "tersembunyi": len(penopang.simpul) - len(simpul),
        "boleh_catat": akses.can_keep_iku(request.user, iku, hari),
    }
    return render(request, "kinerja/iku/detail.html", konteks)


def _ambil(request, pk: int) -> Iku:
    return get_object_or_404(Iku.objects.visible_to(request.user).select_related("unit").dengan_angka(), pk=pk)


def _penopang(penopang, saring, user, hari):
    if not saring.is_valid():
        return []
    kantor = saring.cleaned_data["kantor"]
    unit = Unit.objects.keturunan(kantor.pk, hari) if kantor else None
    return rekap_iku.penopang_terlihat(penopang, user, saring.cleaned_data["q"].strip(), unit)


def _baris_penopang(simpul):
    for tingkat, hasil in rekap_iku.isi_penopang(simpul):
        yield [tingkat, hasil.uraian, str(hasil.skp.pegawai), str(hasil.skp.jabatan), str(hasil.skp.unit)]


@require_GET
def iku_unit(request, pk):
    """The outcomes of a unit: those it answers for, and those its people move."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    isi = rekap_iku.iku_unit(unit, timezone.localdate())
    if diminta(request):
        return ekspor(
            request, f"capaian-{unit.kode.lower()}", KOLOM, (b for satu in isi.milik for b in _baris_ekspor(satu))
        )
    konteks = {
        "unit": unit,
        "milik": [_ringkas(satu) | {"seri": _garis(satu)} for satu in isi.milik],
        "ditopang": [_ringkas(satu) | {"hasil": hasil, "orang": orang} for satu, hasil, orang in isi.ditopang],
    }
    return render(request, "kinerja/iku/unit.html", konteks)


def _garis(iku: Iku):
    return [[(satu.tahun, satu.nilai) for satu in baris] for _, baris in rekap.seri_iku(iku)]


@require_http_methods(["GET", "POST"])
def iku_catat(request, pk, jenis):
    """Record a value or a target; a correction is a new row with its reason."""
    iku = _ambil(request, pk)
    if jenis not in ANGKA or not akses.can_keep_iku(request.user, iku, timezone.localdate()):
        raise Http404
    kata, bentuk, aksi = ANGKA[jenis]
    form = bentuk(request.POST or None, satuan=iku.satuan)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _catat(request, form, aksi, iku):
            messages.success(request, f"{kata} tahun {form.cleaned_data['tahun']} tersimpan.")
            return redirect("kinerja:iku-detail", iku.pk)
        status = 422
    konteks = {"iku": iku, "form": form, "kata": kata, "tahun": rekap_iku.per_tahun(iku)}
    return render(request, "kinerja/iku/form.html", konteks, status=status)


def _catat(request, form, aksi, iku: Iku) -> bool:
    try:
        aksi(iku_id=iku.pk, **form.cleaned_data, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        form.add_error(None, str(galat))
        return False
    return True
