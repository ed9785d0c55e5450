"""Roles: one asks, another grants; every step is in the audit trail."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms import CabutPeranForm, MintaPeranForm
from ..models import Pengguna, PermohonanPeran
from ..pilihan import Peran
from .daftar import halaman, minta_boleh


@require_GET
def peran_list(request):
    """Who holds which role, what waits for a second person, and the form to ask."""
    minta_boleh(akses.can_see_roles(request.user))
    return _halaman(request, MintaPeranForm())


def _halaman(request, formulir, galat=(), status=200):
    permohonan = PermohonanPeran.objects.visible_to(request.user).select_related(
        "pengguna", "diminta_oleh", "diputus_oleh"
    )
    laman = halaman(request, permohonan.order_by("-pk"))
    pemegang = [
        (peran, Pengguna.objects.filter(groups__name=peran, is_active=True).order_by("nama")[:50]) for peran in Peran
    ]
    isi = {
        "halaman": laman,
        "baris": [(satu, akses.can_decide_role(request.user, satu)) for satu in laman],
        "formulir": formulir,
        "galat": galat,
        "pemegang": pemegang,
        "boleh": akses.can_manage_roles(request.user),
    }
    return render(request, "pegawai/peran/list.html", isi, status=status)


@require_http_methods(["GET", "POST"])
def peran_minta(request):
    """Ask for a role for an account; reloading after a refusal shows the page anew."""
    minta_boleh(akses.can_manage_roles(request.user))
    if request.method == "GET":
        return _halaman(request, MintaPeranForm())
    formulir = MintaPeranForm(request.POST)
    if not formulir.is_valid():
        return _halaman(request, formulir, status=422)
    isi = formulir.cleaned_data
    try:
        actions.request_role(
            pengguna_id=isi["akun"].pk, peran=isi["peran"], alasan=isi["alasan"], oleh=request.user, saat=timezone.now()
        )
    except RuleViolation as galat:
        return _halaman(request, formulir, [str(galat)], status=422)
    messages.success(request, "Permohonan tercatat. Peran berlaku setelah orang kedua menyetujui.")
    return redirect("pegawai:peran-list")


@require_POST
def peran_putus(request, pk):
    """Grant or refuse as the second person."""
    permohonan = get_object_or_404(PermohonanPeran.objects.visible_to(request.user), pk=pk)
    minta_boleh(akses.can_manage_roles(request.user))
    setuju = request.POST.get("putusan") == "setuju"
    try:
        actions.decide_role(permohonan_id=permohonan.pk, setuju=setuju, oleh=request.user, saat=timezone.now())
        messages.success(request, "Peran diberikan." if setuju else "Permohonan ditolak.")
    except RuleViolation as galat:
        messages.error(request, str(galat))
    return redirect("pegawai:peran-list")


@require_http_methods(["GET", "POST"])
def peran_cabut(request):
    """Take a role away; it is gone with that person's next request."""
    minta_boleh(akses.can_manage_roles(request.user))
    if request.method == "GET":
        return _halaman(request, MintaPeranForm())
    formulir = CabutPeranForm(request.POST)
    if not formulir.is_valid():
        messages.error(request, "Tulis alasan pencabutan.")
        return redirect("pegawai:peran-list")
    isi = formulir.cleaned_data
    try:
        actions.revoke_role(
            pengguna_id=isi["pengguna"].pk,
            peran=isi["peran"],
            alasan=isi["alasan"],
            oleh=request.user,
            saat=timezone.now(),
        )
        messages.success(request, "Peran dicabut.")
    except RuleViolation as galat:
        messages.error(request, str(galat))
    return redirect("pegawai:peran-list")
