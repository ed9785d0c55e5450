"""The way into decisions about positions."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from .. import rekap
from ..akses import minta_lihat
from ..forms import SaringTanggal
from ..grafik import bulan_berurut


@require_GET
def beranda(request):
    """How many seats become vacant, by month, and the ways on."""
    minta_lihat(request.user)
    saring = SaringTanggal(request.GET)
    lowongan = rekap.lowongan(saring.hari, rekap.BULAN)
    pimpinan = [satu for satu in lowongan if satu.jabatan.jenjang == "" and satu.jabatan.jenis != "pelaksana"]
    isi = {
        "saring": saring,
        "hari": saring.hari,
        "per": saring.alamat,
        "jumlah": sum(satu.jumlah for satu in lowongan),
        "kini": sum(satu.jumlah for satu in lowongan if satu.sebab == "kosong"),
        "jumlah_pimpinan": sum(satu.jumlah for satu in pimpinan),
        "pimpinan": pimpinan[:8],
        "per_bulan": bulan_berurut(lowongan, saring.hari, rekap.BULAN),
    }
    return render(request, "talenta/beranda.html", isi)
