"""The way into decisions about positions."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from pegawai.pilihan import JenisJabatan

from .. import rekap
from ..akses import minta_lihat
from ..forms import SaringTanggal
from ..grafik import bulan_berurut, grafik_bulan
from ..pilihan import SebabKosong

#: The leading positions, from the highest.
PIMPINAN = (JenisJabatan.JPT_PRATAMA, JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS)


@require_GET
def beranda(request):
    """How many seats become vacant, by month, and the ways on."""
    minta_lihat(request.user)
    saring = SaringTanggal(request.GET)
    lowongan = rekap.lowongan(saring.hari, rekap.BULAN)
    pimpinan = [satu for satu in lowongan if satu.jabatan.jenis in PIMPINAN]
    per_bulan = bulan_berurut(lowongan, saring.hari, rekap.BULAN)
    isi = {
        "saring": saring,
        "hari": saring.hari,
        "per": saring.alamat,
        "jumlah": sum(satu.jumlah for satu in lowongan),
        "kini": sum(satu.jumlah for satu in lowongan if satu.sebab == SebabKosong.KOSONG),
        "pensiun": sum(satu.jumlah for satu in lowongan if satu.sebab == SebabKosong.PENSIUN),
        "jumlah_pimpinan": sum(satu.jumlah for satu in pimpinan),
        "pimpinan": pimpinan[:5],
        "per_bulan": per_bulan,
        "grafik": grafik_bulan(per_bulan, "Kursi yang akan kosong per bulan"),
    }
    return render(request, "talenta/beranda.html", isi)
