"""Each person's own place in the boxes, and what the next level still asks."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET

from pegawai.models import Pegawai

from .. import rekap
from ..akses import minta_lihat
from ..aturan import REKOMENDASI, simpul_kinerja, simpul_potensial
from ..forms import SaringTanggal
from ..grafik import grafik_posisi


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
    isi = {} if hasil is None else _isi(hasil, saring.hari)
    isi |= {
        "pegawai": pegawai,
        "diri": diri,
        "saring": saring,
        "hari": saring.hari,
        "hasil": hasil,
    }
    return render(request, "talenta/karier.html", isi)


def _isi(hasil: rekap.Kedudukan, hari) -> dict:
    posisi, ketentuan = hasil.posisi, rekap.ketentuan_talenta(hari)
    return {
        "grafik": grafik_posisi([(hasil.orang.nama, posisi)], ketentuan, "Posisi dalam kotak talenta"),
        "lain": [satu for satu in posisi.mungkin if satu != posisi.kotak],
        "kinerja": simpul_kinerja(hasil.kinerja, ketentuan),
        "potensial": simpul_potensial(hasil.potensial, ketentuan),
        "rekomendasi": REKOMENDASI.get(posisi.kotak, ()),
        "gerbang": rekap.gerbang(hasil.orang, hari),
    }
