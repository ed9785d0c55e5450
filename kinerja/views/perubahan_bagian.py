"""What a revision changes beside results and indicators: expectations, annex, approach."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from .. import actions, akses
from ..forms import EkspektasiForm, LampiranForm
from .perubahan import Terbuka, _milik, _tampilkan, _tulis, ambil


@require_POST
def perubahan_pendekatan(request, pk):
    """Choose the approach of the new version."""
    if (perubahan := _milik(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)

    def verba(**umum):
        actions.save_revision_approach(pendekatan=request.POST.get("pendekatan", ""), **umum)

    return _tulis(request, perubahan, verba, "Pendekatan disimpan pada perubahan.", "pendekatan")


def _bersama(request, pk):
    """The revision where the user is one of the two whom it concerns; None where they may only look."""
    perubahan = ambil(request, pk)
    pemutus = akses.is_atasan(request.user, perubahan.skp, timezone.localdate())
    if pemutus or akses.is_owner(request.user, perubahan.skp):
        return perubahan
    messages.error(request, "Anda dapat melihat perubahan ini, tetapi tidak mengubahnya.")
    return None


@require_POST
def perubahan_perilaku(request, pk):
    """Write the leader's expectations: the owner while writing, the atasan while the revision waits."""
    if (perubahan := _bersama(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    form = EkspektasiForm(request.POST, awal=perubahan.isi.get("ekspektasi", {}))
    if not form.is_valid():
        return _tampilkan(request, perubahan, Terbuka(perilaku=form), 422)

    def verba(**umum):
        actions.save_revision_conduct(ekspektasi=form.berubah, **umum)

    return _tulis(request, perubahan, verba, "Ekspektasi disimpan pada perubahan.", "perilaku")


@require_POST
def perubahan_lampiran(request, pk):
    """Write the three lists of the annex, as for the expectations."""
    if (perubahan := _bersama(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    form = LampiranForm(request.POST, awal=perubahan.isi.get("lampiran", {}))
    if not form.is_valid():
        return _tampilkan(request, perubahan, Terbuka(lampiran=form), 422)

    def verba(**umum):
        actions.save_revision_annex(lampiran=form.berubah, **umum)

    return _tulis(request, perubahan, verba, "Lampiran disimpan pada perubahan.", "lampiran")
