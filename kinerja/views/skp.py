"""A person's plans: the list, a new one, its page, and the steps of its life."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.galat import Konflik, RuleViolation
from pegawai import rekap as rekap_pegawai

from .. import actions, akses
from ..forms import CatatanForm, EkspektasiForm, SKPForm
from ..models import SKP
from .halaman import Terbuka, ambil_skp, baca_terbuka, tampilkan, tolak_bila, tolak_orang
from .isi import tulis_isi


@require_GET
def skp_list(request):
    """One's own plans by year and segment."""
    skp = (
        SKP.objects.visible_to(request.user)
        .filter(pegawai=request.user.pegawai_id or 0)
        .select_related("jabatan", "unit", "penilai")
        .order_by("-mulai")
    )
    tahun = {}
    for satu in skp:
        tahun.setdefault(satu.mulai.year, []).append(satu)
    return render(request, "kinerja/skp/list.html", {"tahun": tahun, "pegawai_id": request.user.pegawai_id})


@require_http_methods(["GET", "POST"])
def skp_buat(request):
    """Begin a plan, empty or as a copy of an earlier one; only for an account with a person behind it."""
    tolak_bila(request.user.pegawai_id is None)
    form = SKPForm(request.POST or None, pegawai_id=request.user.pegawai_id, hari=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            skp = _buat(request.user, form.cleaned_data)
        except RuleViolation as penolakan:
            form.add_error(None, str(penolakan))
        else:
            messages.success(request, "SKP dibuat. Susun hasil kerja dan indikatornya, lalu ajukan.")
            ke = "pustaka-pilih" if request.POST.get("lanjut") == "pustaka" else "skp-detail"
            return redirect(f"kinerja:{ke}", skp.pk)
    konteks = {"form": form, **_pihak(request.user.pegawai_id)}
    return render(request, "kinerja/skp/form.html", konteks, status=422 if form.errors else 200)


def _pihak(pegawai_id: int) -> dict:
    """The position that a plan begun today is about, and who would rate it."""
    hari = timezone.localdate()
    penempatan = rekap_pegawai.penempatan_pada([pegawai_id], hari).get(pegawai_id)
    atasan = rekap_pegawai.atasan_pada(pegawai_id, hari)
    return {"jabatan": penempatan.jabatan if penempatan else None, "atasan": atasan}


def _buat(oleh, isi) -> SKP:
    umum = {"mulai": isi["mulai"], "selesai": isi["selesai"], "oleh": oleh, "saat": timezone.now()}
    if isi["dari"]:
        return actions.copy_skp(dari_id=isi["dari"].pk, **umum)
    return actions.create_skp(pegawai_id=oleh.pegawai_id, pendekatan=isi["pendekatan"], **umum)


@require_GET
def skp_detail(request, pk):
    """One plan on one page."""
    return tampilkan(request, ambil_skp(request, pk), baca_terbuka(request))


def _langkah(request, pk, verba, kalimat, **isi):
    """Take one step of the workflow, after saving what was typed on the page; a refusal lists every reason."""
    skp = ambil_skp(request, pk)
    if not _berperan(request, skp, verba):
        return tolak_orang(request, skp)
    versi, tolak = tulis_isi(request, skp)
    if tolak:
        return tolak
    try:
        verba(skp_id=skp.pk, versi=versi, oleh=request.user, saat=timezone.now(), **isi)
    except actions.PlanIncomplete as penolakan:
        return tampilkan(request, ambil_skp(request, pk), Terbuka(pelanggaran=penolakan.pelanggaran), 422)
    except RuleViolation as penolakan:
        terbuka = Terbuka(catatan=CatatanForm(request.POST) if isi else None, galat=[str(penolakan)])
        status = 409 if isinstance(penolakan, Konflik) else 422
        return tampilkan(request, ambil_skp(request, pk), terbuka, status)
    messages.success(request, kalimat)
    return redirect("kinerja:skp-detail", pk)


def _berperan(request, skp: SKP, verba) -> bool:
    """Whether the step is this person's to take at all: the atasan decides, the owner does the rest."""
    if verba in (actions.approve_skp, actions.return_skp):
        return akses.is_atasan(request.user, skp, timezone.localdate())
    return akses.is_owner(request.user, skp)


@require_POST
def skp_ajukan(request, pk):
    return _langkah(request, pk, actions.submit_skp, "SKP diajukan. Atasan Anda mendapat surat.")


@require_POST
def skp_tarik(request, pk):
    return _langkah(request, pk, actions.withdraw_skp, "SKP ditarik kembali menjadi draf.")


@require_POST
def skp_setujui(request, pk):
    return _langkah(request, pk, actions.approve_skp, "SKP disetujui. Targetnya kini tetap.")


@require_POST
def skp_kembalikan(request, pk):
    form = CatatanForm(request.POST)
    skp = ambil_skp(request, pk)
    if _berperan(request, skp, actions.return_skp) and not form.is_valid():
        perilaku = EkspektasiForm(request.POST, skp=skp)
        return tampilkan(request, skp, Terbuka(catatan=form, perilaku=perilaku), 422)
    catatan = request.POST.get("catatan", "")
    return _langkah(request, pk, actions.return_skp, "SKP dikembalikan dengan catatan Anda.", catatan=catatan)


@require_POST
def skp_hapus(request, pk):
    """Throw away an own draft."""
    skp = ambil_skp(request, pk)
    if not akses.is_owner(request.user, skp):
        return tolak_orang(request, skp)
    try:
        actions.delete_skp(skp_id=skp.pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as penolakan:
        return tampilkan(request, skp, Terbuka(galat=[str(penolakan)]), 422)
    messages.success(request, "Draf SKP dihapus.")
    return redirect(reverse("kinerja:skp-list"))
