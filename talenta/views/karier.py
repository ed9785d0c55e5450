"""Each person's own place in the boxes, and what the next level still asks."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from pegawai.models import Pegawai

from .. import rekap
from ..akses import minta_lihat
from ..aturan import REKOMENDASI
from ..forms import SaringTanggal


@require_GET
def karier_saya(request):
    """One's own page."""
    pegawai = get_object_or_404(Pegawai.objects.asn(), pengguna=request.user)
    return _halaman(request, pegawai, diri=True)


@require_GET
def karier_pegawai(request, pk):
    """The same for a person, for those who prepare decisions."""
    minta_lihat(request.user)
    if pk == request.user.pegawai_id:
        return redirect("talenta:karier-saya")
    return _halaman(request, get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk), diri=False)


def _halaman(request, pegawai: Pegawai, *, diri: bool):
    saring = SaringTanggal(request.GET)
    hasil = next(iter(rekap.kotak(saring.hari, [pegawai.pk])), None)
    isi = {
        "pegawai": pegawai,
        "diri": diri,
        "saring": saring,
        "hari": saring.hari,
        "hasil": hasil,
        "ketentuan": rekap.ketentuan_talenta(saring.hari),
        "rekomendasi": REKOMENDASI.get(hasil.posisi.kotak, ()) if hasil else (),
        "gerbang": rekap.gerbang(hasil.orang, saring.hari) if hasil else (),
    }
    return render(request, "talenta/karier.html", isi)
