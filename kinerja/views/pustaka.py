"""The library of results and indicators: its list and entries for BKPSDM, and taking from it into a draft."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.audit import catat
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import actions, akses, rekap
from ..forms.rencana import IndikatorFormSet, PustakaHasilForm, SaringPustakaForm
from ..models import PustakaHasil
from ..rekap_pustaka import pustaka_skp
from .halaman import ambil_skp, baca_versi, tolak_bila, tolak_orang

PER_HALAMAN = 25
KOLOM = ["Hasil kerja", "Jenis", "Untuk", "Unit", "Indikator", "Aspek", "Target", "Ditawarkan", "Sumber"]


@require_GET
def pustaka_list(request):
    """Every entry: search, filter, pages, export of what is filtered."""
    saring = SaringPustakaForm(request.GET)
    daftar = _tersaring(PustakaHasil.objects.visible_to(request.user), saring)
    daftar = daftar.select_related("unit", "jabatan").order_by("nama_jabatan", "urutan", "pk")
    if diminta(request):
        baris = (sel for satu in daftar.prefetch_related("indikator") for sel in _sel(satu))
        return ekspor(request, "pustaka-hasil-kerja", KOLOM, baris)
    daftar = daftar.annotate(banyak=Count("indikator"))
    konteks = {
        "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "boleh": akses.can_keep_library(request.user),
    }
    return render(request, "kinerja/pustaka/list.html", konteks)


def _tersaring(daftar, saring: SaringPustakaForm):
    if not saring.is_valid():
        return daftar.none()
    isi = saring.cleaned_data
    if kata := isi["q"].strip():
        daftar = daftar.filter(
            Q(uraian__icontains=kata) | Q(nama_jabatan__icontains=kata) | Q(indikator__uraian__icontains=kata)
        ).distinct()
    for nama in ("jenis_jabatan", "jenis"):
        if isi[nama]:
            daftar = daftar.filter(**{nama: isi[nama]})
    return daftar.filter(aktif=isi["aktif"] == "1") if isi["aktif"] else daftar


def untuk(hasil: PustakaHasil) -> str:
    """For whom an entry is, in words."""
    if hasil.jabatan_id:
        return str(hasil.jabatan)
    bagian = [hasil.nama_jabatan, hasil.get_jenis_jabatan_display(), hasil.get_jenjang_display()]
    return " · ".join(satu for satu in bagian if satu) or "semua jabatan"


def _sel(hasil: PustakaHasil):
    awal = [hasil.uraian, hasil.get_jenis_display(), untuk(hasil), hasil.unit.nama if hasil.unit_id else "semua unit"]
    akhir = [hasil.aktif, hasil.sumber]
    for satu in hasil.indikator.all():
        target = "" if satu.target is None else rekap.tulis_target(satu, satu.target, satu.target_atas)
        yield [*awal, satu.uraian, satu.get_aspek_display(), target, *akhir]


@require_http_methods(["GET", "POST"])
def pustaka_tulis(request, pk=None):
    """Write one entry with its indicators; entries are taken out of the offer, not deleted."""
    tolak_bila(not akses.can_keep_library(request.user))
    satu = PustakaHasil(aktif=True)
    if pk is not None:
        satu = get_object_or_404(PustakaHasil.objects.visible_to(request.user), pk=pk)
    form = PustakaHasilForm(request.POST or None, instance=satu)
    baris = IndikatorFormSet(request.POST or None, instance=satu, prefix="indikator")
    if request.method == "POST" and form.is_valid() and baris.is_valid():
        with transaction.atomic():
            baris.instance = form.save()
            baris.save()
            catat(oleh=request.user, aksi="pustaka.disimpan", objek=baris.instance, saat=timezone.now())
        messages.success(request, "Pustaka disimpan.")
        return redirect("kinerja:pustaka-list")
    konteks = {"form": form, "baris": baris, "satu": None if pk is None else satu}
    return render(request, "kinerja/pustaka/form.html", konteks, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def pustaka_pilih(request, pk):
    """What the library offers for a draft, all chosen beforehand; one press makes a draft with even weights."""
    skp = ambil_skp(request, pk)
    if not akses.can_edit_skp(request.user, skp):
        return tolak_orang(request, skp)
    if request.method == "POST":
        return _ambil(request, skp)
    return _tawarkan(request, skp)


def _tawarkan(request, skp, galat: str = "", status: int = 200):
    daftar = list(pustaka_skp(skp))
    for satu in daftar:
        satu.untuk = untuk(satu)
        for ind in satu.indikator.all():
            ind.kata = "" if ind.target is None else rekap.tulis_target(ind, ind.target, ind.target_atas)
    konteks = {"skp": skp, "daftar": daftar, "galat": galat, "terpilih": set(_nomor(request)) or None}
    return render(request, "kinerja/pustaka/pilih.html", konteks, status=status)


def _nomor(request) -> list[int]:
    semua = request.POST.getlist("indikator")
    return [int(teks) for teks in semua if teks.isascii() and teks.isdigit() and len(teks) < 19]


def _ambil(request, skp):
    umum = {"versi": baca_versi(request), "oleh": request.user, "saat": timezone.now()}
    try:
        masuk = actions.take_from_library(skp_id=skp.pk, indikator_ids=_nomor(request), **umum)
    except RuleViolation as penolakan:
        status = 409 if isinstance(penolakan, Konflik) else 422
        return _tawarkan(request, ambil_skp(request, skp.pk), str(penolakan), status)
    kalimat = "Indikator itu sudah ada dalam SKP Anda." if not masuk else (
        f"{masuk} indikator masuk ke draf dan bobotnya dibagi rata. Sesuaikan target dan kaitkan dengan hasil atasan."
    )  # fmt: skip
    messages.success(request, kalimat)
    return redirect("kinerja:skp-detail", skp.pk)
