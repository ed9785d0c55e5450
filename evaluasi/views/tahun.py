"""The year of several segments: who waits for it, the assessor's decision, and its explanation."""

import datetime as dt

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import akses, rekap
from ..actions.tahun import set_year
from ..aturan import hitung_tahun
from ..forms.tahun import CariForm, GabungTahunForm
from ..models import Evaluasi, EvaluasiTahunan
from ..rekap.kertas_jejak import TEMPLAT, jejak_tahun
from .jejak import kirim_jejak

PER_HALAMAN = 25
#: Open levels: predikat, cell, ratings, indices; the segments are in sight and each is one click away.
TERBUKA = 6
KOLOM = ["Tahun", "Nama", "NIP", "Bagian", "Penilai bagian terakhir"]
KOLOM_DITETAPKAN = [
    "Tahun", "Nama", "NIP", "Hari dinilai", "Indeks hasil kerja", "Indeks perilaku", "Predikat", "Penilai",
    "Ditetapkan",
]  # fmt: skip


@require_GET
def tahun_list(request):
    """Whose year of several segments waits, or is set: an assessor's own, or everybody's for BKPSDM and auditors."""
    kota = akses.can_watch_siklus(request.user)
    if not kota and not akses.is_assessor(request.user):
        raise Http404
    saring = CariForm(request.GET)
    if saring.is_valid() and saring.cleaned_data["keadaan"]:
        return _ditetapkan(request, saring)
    semua = rekap.tahun_menunggu(None if kota else request.user.pegawai_id)
    cari = saring.cleaned_data["cari"].casefold() if saring.is_valid() else None
    baris = [satu for satu in semua if cari is not None and cari in satu.pegawai.nama.casefold()]
    if diminta(request):
        return ekspor(request, "tahun-menunggu", KOLOM, map(_sel, baris))
    isi = {"halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")), "saring": saring, "kota": kota}
    return render(request, "evaluasi/tahun/list.html", isi)


def _ditetapkan(request, saring: CariForm):
    """The years that are set, of the people and by the assessors that this user may see."""
    baris = (
        EvaluasiTahunan.objects.visible_to(request.user)
        .berlaku()
        .filter(pegawai__nama__icontains=saring.cleaned_data["cari"])
    )
    baris = baris.defer("masukan", "pohon").select_related("siklus", "pegawai", "penilai")
    baris = baris.order_by("-siklus__periode__selesai", "pegawai__nama", "pk")
    if diminta(request):
        return ekspor(request, "predikat-setahun", KOLOM_DITETAPKAN, map(_sel_ditetapkan, baris))
    isi = {"halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")), "saring": saring}
    return render(request, "evaluasi/tahun/list.html", isi | {"ditetapkan": True})


def _sel_ditetapkan(satu: EvaluasiTahunan) -> list:
    orang = satu.pegawai
    return [
        str(satu.siklus), orang.nama_lengkap, orang.nip or "", satu.hari, satu.indeks_hasil, satu.indeks_perilaku,
        satu.get_predikat_display(), str(satu.penilai), satu.ditetapkan_pada,
    ]  # fmt: skip


def _sel(satu: rekap.TahunMenunggu) -> list:
    orang = satu.pegawai
    return [str(satu.siklus), orang.nama_lengkap, orang.nip or "", len(satu.segmen), str(satu.penilai)]


@require_http_methods(["GET", "POST"])
def tahun_gabung(request, siklus, pegawai):
    """The parts of one year beside each other, what they suggest, and the two annual ratings."""
    segmen = _segmen_penilai(request, siklus, pegawai)
    ada = EvaluasiTahunan.objects.visible_to(request.user).berlaku().filter(siklus=siklus, pegawai=pegawai).first()
    if ada:
        return redirect("evaluasi:tahun-detail", ada.pk)
    form, galat = GabungTahunForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            tahunan = set_year(
                siklus_id=siklus, pegawai_id=pegawai, oleh=request.user, saat=timezone.now(), **form.putusan()
            )
        except RuleViolation as kalimat:
            galat = str(kalimat)
        else:
            messages.success(request, f"Predikat {tahunan.siklus} {tahunan.pegawai.nama} ditetapkan.")
            return redirect("evaluasi:tahun-detail", tahunan.pk)
    isi = {
        "segmen": segmen,
        "pegawai": segmen[-1].pegawai,
        "siklus": segmen[-1].siklus,
        "usul": hitung_tahun(rekap.masukan_tahun(segmen)),
        "form": form,
        "galat": galat,
    }
    return render(request, "evaluasi/tahun/form.html", isi, status=422 if request.method == "POST" else 200)


def _segmen_penilai(request, siklus: int, pegawai: int) -> list[Evaluasi]:
    """The parts, for who may set the year; for others, and while a part waits, the page does not exist."""
    segmen = list(rekap.segmen_siklus(siklus, pegawai))
    menunggu = any(satu.siklus.pk == siklus and satu.pegawai.pk == pegawai for satu in rekap.tahun_menunggu())
    sudah = EvaluasiTahunan.objects.filter(siklus=siklus, pegawai=pegawai).exists()
    if len(segmen) < 2 or not (menunggu or sudah) or akses.why_not_set_year(request.user, segmen):
        raise Http404
    return segmen


@require_GET
def tahun_detail(request, pk):
    """One year, opened down to its parts; each part opens its own explanation."""
    baris = EvaluasiTahunan.objects.visible_to(request.user)
    tahunan = get_object_or_404(
        baris.select_related("siklus__periode", "pegawai", "penilai", "ketentuan", "menggantikan"), pk=pk
    )
    ditetapkan = tahunan.masukan.get("ditetapkan_pada")
    isi = {
        "tahunan": tahunan,
        "pohon": _bertautan(tahunan.pohon),
        "terbuka": TERBUKA,
        "beda": rekap.beda_tahunan(tahunan),
        "ditetapkan_pada": dt.datetime.fromisoformat(ditetapkan) if ditetapkan else None,
        "pengganti": baris.filter(menggantikan=tahunan).first(),
        "milik_sendiri": tahunan.pegawai_id == request.user.pegawai_id,
    }
    return render(request, "evaluasi/tahun/detail.html", isi)


@require_GET
def tahun_jejak(request, pk):
    """The whole explanation of a year with that of its parts, on one page to be printed."""
    layar = {"layar": True, "kembali": reverse("evaluasi:tahun-detail", args=[pk])}
    return render(request, TEMPLAT, _jejak(request, pk) | layar)


@require_GET
def tahun_jejak_pdf(request, pk):
    """The same as PDF."""
    return kirim_jejak(request, _jejak(request, pk), reverse("evaluasi:tahun-jejak", args=[pk]))


def _jejak(request, pk) -> dict:
    """The year and those of its parts that this user sees."""
    baris = EvaluasiTahunan.objects.visible_to(request.user)
    tahunan = get_object_or_404(baris.select_related("siklus", "pegawai", "penilai", "ketentuan"), pk=pk)
    kunci = [int(satu["kunci"]) for satu in tahunan.masukan["segmen"]]
    segmen = Evaluasi.objects.visible_to(request.user).filter(pk__in=kunci)
    segmen = segmen.select_related("siklus", "skp__jabatan", "skp__unit", "pegawai", "penilai", "ketentuan")
    return jejak_tahun(tahunan, list(segmen.order_by("mulai", "pk")))


def _bertautan(simpul: dict) -> dict:
    """The stored tree with the address of each part's own explanation."""
    salinan = {**simpul, "anak": [_bertautan(anak) for anak in simpul.get("anak", ())]}
    jenis, _, kunci = simpul.get("kunci", "").partition(":")
    if jenis.startswith("segmen_") and kunci.isdigit():
        salinan["tautan"] = reverse("evaluasi:hasil-detail", args=[int(kunci)])
    return salinan


urlpatterns = [
    path("tahun/", tahun_list, name="tahun-list"),
    path("tahun/<int:siklus>/<int:pegawai>/", tahun_gabung, name="tahun-gabung"),
    path("hasil/tahun/<int:pk>/", tahun_detail, name="tahun-detail"),
    path("hasil/tahun/<int:pk>/jejak/", tahun_jejak, name="tahun-jejak"),
    path("hasil/tahun/<int:pk>/jejak.pdf", tahun_jejak_pdf, name="tahun-jejak-pdf"),
]
