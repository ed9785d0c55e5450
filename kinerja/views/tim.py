"""Teams across units: mine and those I may see, one team, a new one, members and the leader's input."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms.rencana import AnggotaForm, MasukanForm, SaringTimForm, TimForm
from ..models import HasilKerja, MasukanTim, Tim
from .halaman import tolak_bila

PER_HALAMAN = 25
KOLOM = ["Tim", "Unit", "Ketua", "Mulai", "Selesai", "Anggota", "Surat tugas"]


@require_GET
def tim_list(request):
    """The teams one serves in or may see; search, state, pages, export."""
    hari, saring = timezone.localdate(), SaringTimForm(request.GET)
    daftar = _tersaring(Tim.objects.visible_to(request.user), saring, hari).select_related("unit", "ketua")
    daftar = daftar.annotate(banyak=Count("anggota", distinct=True)).order_by("-mulai", "nama", "pk")
    if diminta(request):
        baris = ([t.nama, t.unit.nama, str(t.ketua), t.mulai, t.selesai, t.banyak, t.dasar] for t in daftar)
        return ekspor(request, "tim-kerja", KOLOM, baris)
    saya = request.user.pegawai_id or 0
    konteks = {
        "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "saya": saya,
        "milik": set(Tim.objects.filter(anggota__pegawai=saya).values_list("pk", flat=True)),
        "boleh": akses.units_for_teams(request.user, hari).exists(),
    }
    return render(request, "kinerja/tim/list.html", konteks)


def _tersaring(daftar, saring: SaringTimForm, hari):
    if not saring.is_valid():
        return daftar.none()
    if kata := saring.cleaned_data["q"].strip():
        daftar = daftar.filter(Q(nama__icontains=kata) | Q(ketua__nama__icontains=kata) | Q(unit__nama__icontains=kata))
    if saring.cleaned_data["keadaan"] == "berjalan":
        return daftar.berlaku_pada(hari)
    return daftar.filter(selesai__lt=hari) if saring.cleaned_data["keadaan"] else daftar


@require_http_methods(["GET", "POST"])
def tim_buat(request):
    unit = akses.units_for_teams(request.user, timezone.localdate())
    tolak_bila(not unit.exists())
    form = TimForm(request.POST or None, unit=unit)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        nilai = {nama: isi[nama] for nama in ("nama", "tugas", "dasar", "mulai", "selesai")}
        orang = {"unit_id": isi["unit"].pk, "ketua_id": isi["ketua"].pk}
        if tim := _lakukan(form, actions.create_team, request, **nilai, **orang):
            messages.success(request, "Tim dibuat. Catat anggotanya.")
            return redirect("kinerja:tim-detail", tim.pk)
    return render(request, "kinerja/tim/form.html", {"form": form}, status=422 if form.errors else 200)


def _lakukan(form, verba, request, **isi):
    """Do it, or put the refusal on the form."""
    try:
        return verba(**isi, oleh=request.user, saat=timezone.localtime())
    except RuleViolation as penolakan:
        form.add_error(None, str(penolakan))
        return None


def _ambil(request, pk) -> Tim:
    return get_object_or_404(Tim.objects.visible_to(request.user).select_related("unit", "ketua"), pk=pk)


@require_GET
def tim_detail(request, pk):
    return _tampilkan(request, _ambil(request, pk))


def _tampilkan(request, tim: Tim, anggota=None, masukan=None, status=200):
    hari, user = timezone.localdate(), request.user
    boleh, memimpin = akses.can_keep_team(user, tim, hari), akses.can_lead_team(user, tim)
    terbaca = MasukanTim.objects.visible_to(user).filter(anggota__tim=tim)
    awal = {"mulai": max(tim.mulai, min(hari, tim.selesai)), "selesai": tim.selesai}
    konteks = {
        "tim": tim,
        "anggota": tim.anggota.select_related("pegawai").order_by("mulai", "pk"),
        "hasil": HasilKerja.objects.visible_to(user).filter(keanggotaan__tim=tim).select_related("skp__pegawai"),
        "masukan": terbaca.select_related("anggota__pegawai", "periode", "penulis"),
        "form_anggota": (anggota or AnggotaForm(initial=awal)) if boleh else None,
        "form_masukan": (masukan or MasukanForm(tim=tim)) if memimpin else None,
    }
    return render(request, "kinerja/tim/detail.html", konteks, status=status)


@require_POST
def tim_anggota(request, pk):
    tim = _ambil(request, pk)
    form = AnggotaForm(request.POST)
    if not akses.can_keep_team(request.user, tim, timezone.localdate()):
        messages.error(request, "Anggota dicatat oleh ketua tim atau yang mengelola unit penanggung jawabnya.")
        return redirect("kinerja:tim-detail", pk)
    if form.is_valid():
        isi = form.cleaned_data
        nilai = {"pegawai_id": isi["pegawai"].pk, **{nama: isi[nama] for nama in ("peran", "mulai", "selesai")}}
        if _lakukan(form, actions.add_member, request, tim_id=pk, **nilai):
            messages.success(request, "Anggota dicatat.")
            return redirect("kinerja:tim-detail", pk)
    return _tampilkan(request, tim, anggota=form, status=422)


@require_POST
def tim_masukan(request, pk):
    tim = _ambil(request, pk)
    if not akses.can_lead_team(request.user, tim):
        messages.error(request, "Masukan ditulis oleh ketua tim.")
        return redirect("kinerja:tim-detail", pk)
    form = MasukanForm(request.POST, tim=tim)
    if form.is_valid():
        isi = form.cleaned_data
        nilai = {"anggota_id": isi["anggota"].pk, "periode_id": isi["periode"].pk, "teks": isi["teks"]}
        if _lakukan(form, actions.give_team_input, request, **nilai):
            messages.success(request, "Masukan disimpan. Anggota dan atasannya dapat membacanya.")
            return redirect("kinerja:tim-detail", pk)
    return _tampilkan(request, tim, masukan=form, status=422)
