"""Continuous feedback on the page of a plan, and its evidence."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms.alur import UmpanBalikForm
from ..models import UmpanBalikKerja
from .halaman import Terbuka, ambil_skp, tampilkan, tolak_orang


@require_POST
def umpan_balik_tulis(request, pk):
    """Write feedback to the other of the two."""
    skp = ambil_skp(request, pk)
    if akses.can_give_feedback(request.user, skp, timezone.localdate()) is None:
        return tolak_orang(request, skp)
    form = UmpanBalikForm(request.POST, request.FILES, skp=skp)
    if form.is_valid():
        try:
            actions.give_feedback(skp_id=skp.pk, **form.isi, oleh=request.user, saat=timezone.now())
        except RuleViolation as penolakan:
            form.add_error(None, str(penolakan))
    if form.errors:
        return tampilkan(request, skp, Terbuka(umpan_balik=form), 422)
    messages.success(request, "Umpan balik tersimpan. Hanya Anda berdua yang dapat membacanya.")
    return HttpResponseRedirect(f"{reverse('kinerja:skp-detail', args=[skp.pk])}#umpan-balik")


@require_GET
def umpan_balik_berkas(request, pk):
    """The file of a feedback, for the two only."""
    umpan = get_object_or_404(UmpanBalikKerja.objects.visible_to(request.user), pk=pk)
    if not umpan.berkas:
        raise Http404
    try:
        isi = umpan.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("Berkasnya tidak ada lagi di penyimpanan.") from galat
    jawaban = FileResponse(isi, as_attachment=True, filename=umpan.nama_asli, content_type=umpan.tipe)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
