"""Delegation while away: what one gave, what one was given, and a new one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions
from ..delegasi import calon_wakil
from ..forms import SaringForm
from ..forms.alur import PendelegasianForm
from ..models import Pendelegasian

PER_HALAMAN = 25
KOLOM = ["Atasan", "Wakil", "Mulai", "Selesai", "Lingkup", "Alasan", "Keadaan"]


@require_http_methods(["GET", "POST"])
def delegasi_list(request):
    """The delegations one may see, newest first; an atasan writes a new one on the same page."""
    hari, saya = timezone.localdate(), request.user.pegawai_id
    calon = calon_wakil(saya or 0, hari)
    awal = {"mulai": hari, "selesai": hari, "persetujuan": True}
    form = PendelegasianForm(request.POST or None, calon=calon, initial=awal)
    if request.method == "POST":
        if not saya or not calon.exists():
            messages.error(request, "Pendelegasian dibuat oleh atasan yang mempunyai bawahan langsung.")
            return redirect("kinerja:delegasi-list")
        if form.is_valid() and _delegasikan(request, form):
            messages.success(request, "Pendelegasian dicatat. Wakil Anda mendapat surat.")
            return redirect("kinerja:delegasi-list")
    saring = SaringForm(request.GET)
    kata = saring.cleaned_data["q"].strip() if saring.is_valid() else ""
    daftar = _daftar(request.user, kata)
    if diminta(request):
        return ekspor(request, "pendelegasian", KOLOM, (_sel(satu, hari) for satu in daftar))
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {
        "halaman": halaman,
        "baris": [{"obj": satu, "keadaan": keadaan(satu, hari), "milik": satu.atasan_id == saya} for satu in halaman],
        "form": form,
        "boleh": bool(saya) and calon.exists(),
        "saring": saring,
        "kata": kata,
    }
    return render(request, "kinerja/pendelegasian/list.html", konteks, status=422 if form.errors else 200)


def _delegasikan(request, form) -> bool:
    isi = form.cleaned_data
    try:
        actions.delegate(
            wakil_id=isi["wakil"].pk,
            **{nama: isi[nama] for nama in ("mulai", "selesai", "persetujuan", "dialog", "alasan")},
            oleh=request.user,
            saat=timezone.now(),
        )
    except RuleViolation as penolakan:
        form.add_error(None, str(penolakan))
        return False
    return True


def _daftar(user, kata: str):
    baris = Pendelegasian.objects.visible_to(user).select_related("atasan", "wakil").order_by("-mulai", "-pk")
    if kata:
        nama = baris.filter(atasan__nama__icontains=kata) | baris.filter(wakil__nama__icontains=kata)
        return nama | baris.filter(alasan__icontains=kata)
    return baris


def keadaan(delegasi: Pendelegasian, hari) -> str:
    """dicabut, berakhir, berlaku or akan berlaku."""
    if delegasi.dicabut_pada:
        return "dicabut"
    if delegasi.selesai < hari:
        return "berakhir"
    return "berlaku" if delegasi.mulai <= hari else "akan berlaku"


def _sel(satu: Pendelegasian, hari) -> list:
    return [
        satu.atasan.nama_lengkap, satu.wakil.nama_lengkap, satu.mulai, satu.selesai, satu.lingkup, satu.alasan,
        keadaan(satu, hari),
    ]  # fmt: skip


@require_POST
def delegasi_cabut(request, pk):
    """End a delegation now."""
    delegasi = get_object_or_404(Pendelegasian.objects.visible_to(request.user), pk=pk)
    try:
        actions.revoke_delegation(delegasi_id=delegasi.pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as penolakan:
        messages.error(request, str(penolakan))
    else:
        messages.success(request, "Pendelegasian dicabut.")
    return redirect("kinerja:delegasi-list")
