"""The versions that a plan has gone through, each readable as it stood."""

from django.shortcuts import render
from django.views.decorators.http import require_GET

from .. import potret, rekap
from ..aturan import NILAI_DASAR, bandingkan
from ..pilihan import JenisLampiran, NilaiDasar, Pendekatan
from .beda import tulis_beda
from .halaman import ambil_skp
from .perubahan import ambil


@require_GET
def skp_riwayat(request, pk):
    """Every version of a plan: reason, who, when, and what it changed; the revisions that came to nothing as well."""
    skp = ambil_skp(request, pk)
    versi = [
        {"obj": satu, "beda": tulis_beda(bandingkan(satu.isi_lama, satu.isi))}
        for satu in skp.perubahan.select_related("diputus_oleh").order_by("-nomor")
    ]
    return render(request, "kinerja/perubahan/riwayat.html", {"skp": skp, "versi": versi})


@require_GET
def versi_lama(request, pk):
    """The plan as it stood before a revision was put in force."""
    perubahan = ambil(request, pk)
    isi = [
        (
            hasil,
            [
                (ind, "" if ind.target is None else rekap.tulis_target(ind, ind.target, ind.target_atas))
                for ind in daftar
            ],
        )
        for hasil, daftar in potret.bentuk_semua(perubahan.skp, perubahan.isi_lama)
    ]
    konteks = {"perubahan": perubahan, "skp": perubahan.skp, "isi": isi} | _bagian(perubahan.isi_lama)
    return render(request, "kinerja/perubahan/versi.html", konteks)


def _bagian(isi: dict) -> dict:
    """Approach, conduct and annex of a content, in words; a part that it does not speak of is left out."""
    ekspektasi, lampiran = isi.get("ekspektasi", {}), isi.get("lampiran")
    return {
        "pendekatan": dict(Pendekatan.choices).get(isi.get("pendekatan"), ""),
        "perilaku": [
            {"label": nilai.label, "panduan": NILAI_DASAR[nilai], "teks": ekspektasi.get(nilai, "")}
            for nilai in NilaiDasar
        ],
        "lampiran": None
        if lampiran is None
        else [{"label": label, "baris": lampiran.get(jenis, [])} for jenis, label in JenisLampiran.choices],
    }
