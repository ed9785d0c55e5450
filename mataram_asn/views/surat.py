"""The letters inside the app: the same ones that go out by e-mail."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.models import Surat

PER_HALAMAN = 25


@require_GET
def surat_list(request):
    """One's own letters, newest first, with a search over title and text."""
    surat = Surat.objects.visible_to(request.user).order_by("-dibuat_pada", "-pk")
    cari = request.GET.get("cari", "").strip().replace("\x00", "")[:100]
    if cari:
        surat = surat.filter(judul__icontains=cari) | surat.filter(isi__icontains=cari)
    if request.GET.get("belum") == "1":
        surat = surat.belum_dibaca()
    halaman = Paginator(surat, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "surat/list.html", {"halaman": halaman, "cari": cari})


@require_POST
def surat_buka(request, pk):
    """Mark one letter as read and go where it points."""
    surat = get_object_or_404(Surat.objects.visible_to(request.user), pk=pk)
    Surat.objects.filter(pk=surat.pk, dibaca_pada__isnull=True).update(dibaca_pada=timezone.now())
    aman = url_has_allowed_host_and_scheme(surat.tautan, allowed_hosts=None)
    return redirect(surat.tautan if surat.tautan.startswith("/") and aman else "surat-list")


@require_POST
def surat_baca_semua(request):
    """Mark all of one's letters as read."""
    Surat.objects.visible_to(request.user).belum_dibaca().update(dibaca_pada=timezone.now())
    return redirect("surat-list")
