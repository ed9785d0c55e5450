"""First sign-in and forgotten passwords: a code that BKPSDM hands out on paper."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pengirim import alamat_pengirim

from .. import actions, akses
from ..actions.masuk import BERLAKU
from ..forms import KodeForm
from ..models import Pegawai, PermohonanKode
from .daftar import halaman, minta_boleh

#: Tries in five minutes: enough for a crowded office behind one address, and the code itself has 59 bits.
BATAS_COBA, JANGKA_COBA = 60, 300


@never_cache
@require_POST
def kode_beri(request, pk):
    """Make a code for this person and show it once, as a letter to print."""
    orang = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pk, pengguna__isnull=False)
    saat = timezone.now()
    try:
        kode = actions.issue_login_code(pengguna_id=orang.pengguna_id, oleh=request.user, saat=saat)
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return redirect("pegawai:pegawai-detail", pk=orang.pk)
    return render(request, "pegawai/masuk/surat_kode.html", {"orang": orang, "kode": kode, "sampai": saat + BERLAKU})


@require_POST
def kode_mohon(request, pk):
    """Ask for a reset of this person's password; nothing changes until a second person hands out the code."""
    orang = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pk, pengguna__isnull=False)
    try:
        actions.request_reset(
            pengguna_id=orang.pengguna_id,
            alasan=request.POST.get("alasan", "")[:500],
            oleh=request.user,
            saat=timezone.now(),
        )
        messages.success(request, "Permohonan tercatat. Petugas BKPSDM lain memberikan kodenya dalam tiga hari.")
    except RuleViolation as galat:
        messages.error(request, str(galat))
    return redirect("pegawai:pegawai-detail", pk=orang.pk)


@require_GET
def kode_list(request):
    """The wishes that wait for a second person, and those of the past."""
    minta_boleh(akses.can_see_imports(request.user))
    saat = timezone.now()
    permohonan = PermohonanKode.objects.visible_to(request.user).select_related(
        "pengguna__pegawai", "diminta_oleh", "diputus_oleh"
    )
    laman = halaman(request, permohonan.order_by("-pk"))
    baris = [(satu, akses.can_give_code(request.user, satu, saat)) for satu in laman]
    return render(request, "pegawai/masuk/permohonan.html", {"halaman": laman, "baris": baris, "saat": saat})


@login_not_required
@never_cache
@sensitive_post_parameters("kode", "password", "ulangi")
@require_http_methods(["GET", "POST"])
def kode_tukar(request):
    """Exchange NIP and code for a password of one's own."""
    formulir, galat = KodeForm(request.POST or None), []
    if request.method == "POST":
        if not _boleh_coba(request):
            galat = ["Terlalu banyak percobaan dari alamat ini. Tunggu lima menit, lalu coba lagi."]
        elif formulir.is_valid():
            try:
                isi = formulir.cleaned_data
                actions.redeem_login_code(
                    username=isi["username"], kode=isi["kode"], password=isi["password"], saat=timezone.now()
                )
                messages.success(request, "Kata sandi tersimpan. Silakan masuk dengan NIP dan kata sandi baru Anda.")
                return redirect("account_login")
            except RuleViolation as alasan:
                galat = [str(alasan)]
    return render(
        request,
        "pegawai/masuk/kode.html",
        {"formulir": formulir, "galat": galat},
        status=422 if request.method == "POST" else 200,
    )


def _boleh_coba(request) -> bool:
    """Count a try of this address, kept only as a keyed hash."""
    kunci = f"kode-masuk:{salted_hmac('pegawai.coba', alamat_pengirim(request)).hexdigest()}"
    cache.add(kunci, 0, JANGKA_COBA)
    try:
        return cache.incr(kunci) <= BATAS_COBA
    except ValueError:  # it ran out between the two lines
        return True
