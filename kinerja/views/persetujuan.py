"""The plans that wait for the atasan."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from .. import rekap
from ..forms import SaringForm

PER_HALAMAN = 25


@require_GET
def persetujuan(request):
    """Submitted plans of one's subordinates, the longest waiting first."""
    skp = rekap.menunggu_persetujuan(request.user.pegawai_id or 0, timezone.localdate())
    saring = SaringForm(request.GET)
    kata = saring.cleaned_data["q"].strip() if saring.is_valid() else ""
    if kata:
        skp = skp.filter(Q(pegawai__nama__icontains=kata) | Q(jabatan__nama__icontains=kata))
    halaman = Paginator(
        skp.select_related("pegawai", "jabatan", "unit").order_by("diajukan_pada", "pk"), PER_HALAMAN
    ).get_page(request.GET.get("page"))
    return render(request, "kinerja/persetujuan/list.html", {"halaman": halaman, "saring": saring, "kata": kata})
