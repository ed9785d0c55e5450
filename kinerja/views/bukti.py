"""Evidence goes out only through here: permission first, never sniffed, inline only what a browser shows safely."""

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, rekap_bukti
from ..forms import SaringBuktiForm, daftar_nomor
from ..models import Bukti
from ..pilihan import JenisBukti, KeadaanTautan
from ..pratinjau import LANGSUNG, pratinjau

PER_HALAMAN = 25
KOLOM = ["Bukti", "Jenis", "Ukuran (byte)", "SHA-256", "Disimpan", "Dipakai (indikator)", "Keadaan tautan", "Sejak"]
URUT = {
    "nama": ("nama_asli", "tautan", "pk"),
    "-nama": ("-nama_asli", "-tautan", "-pk"),
    "diunggah": ("diunggah_pada", "pk"),
    "-diunggah": ("-diunggah_pada", "-pk"),
    "dipakai": ("dipakai", "pk"),
    "-dipakai": ("-dipakai", "-pk"),
}


@require_GET
def bukti(request, pk):
    """Send one stored file to whoever sees its plan, as a download."""
    satu = get_object_or_404(Bukti.objects.visible_to(request.user), pk=pk, jenis=JenisBukti.BERKAS)
    return _kirim(satu, lampiran=True)


@require_GET
@xframe_options_sameorigin
@csp_replace({"default-src": [NONE], "object-src": [SELF], "style-src": ["'unsafe-inline'"], "frame-ancestors": [SELF]})
def bukti_isi(request, pk):
    """The same file for the preview: pictures, which were written anew, and PDF, which were checked for scripts."""
    satu = get_object_or_404(Bukti.objects.visible_to(request.user), pk=pk, tipe__in=LANGSUNG)
    return _kirim(satu, lampiran=False)


def _kirim(satu: Bukti, *, lampiran: bool) -> FileResponse:
    try:
        isi = satu.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("Berkasnya tidak ada lagi di penyimpanan.") from galat
    jawaban = FileResponse(isi, as_attachment=lampiran, filename=satu.nama_asli, content_type=satu.tipe)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@require_GET
def bukti_lihat(request, pk):
    """One piece with its preview, for what it is used, and for its owner what else it can be used for."""
    satu = get_object_or_404(Bukti.objects.visible_to(request.user).select_related("pegawai"), pk=pk)
    konteks = {"bukti": satu, "pratinjau": pratinjau(satu)}
    if request.htmx:
        return render(request, "kinerja/bukti/_pratinjau.html", konteks)
    milik = satu.pegawai_id == request.user.pegawai_id
    konteks |= {
        "milik": milik,
        "pemakaian": rekap_bukti.pemakaian(satu, request.user),
        "bisa": rekap_bukti.bisa_dipakai(satu, timezone.now()) if milik else [],
    }
    return render(request, "kinerja/bukti/detail.html", konteks)


@require_POST
def bukti_pakai(request, pk):
    """Let one's own piece support further indicators of open periods."""
    satu = get_object_or_404(Bukti.objects.filter(pegawai=request.user.pegawai_id or 0), pk=pk)
    tujuan = [pasangan for teks in request.POST.getlist("tujuan")[:100] if (pasangan := _pasangan(teks))]
    try:
        banyak = actions.reuse_evidence(bukti_id=satu.pk, tujuan=tujuan, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Bukti “{satu}” kini dipakai juga untuk {banyak} indikator.")
    return redirect("kinerja:bukti-lihat", satu.pk)


def _pasangan(teks: str) -> tuple[int, int] | None:
    nomor = daftar_nomor(teks.split("-"))
    return tuple(nomor) if len(nomor) == 2 else None


@require_GET
def bukti_list(request):
    """One's own evidence: search, kind, order, export of what is filtered."""
    saring = SaringBuktiForm(request.GET)
    baris = saring.terapkan(rekap_bukti.bukti_saya(request.user.pegawai_id))
    baris = baris.order_by(*URUT.get(request.GET.get("urut"), URUT["-diunggah"]))
    if diminta(request):
        kolom = [
            "Bukti",
            "Jenis",
            "Ukuran (byte)",
            "SHA-256",
            "Diunggah",
            "Dipakai (indikator)",
            "Keadaan tautan",
            "Sejak",
        ]
        return ekspor(request, "bukti-saya", kolom, map(_baris_ekspor, baris))
    konteks = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "tertutup": Bukti.objects.filter(pegawai=request.user.pegawai_id or 0, keadaan=KeadaanTautan.TERTUTUP).count(),
    }
    return render(request, "kinerja/bukti/list.html", konteks)


def _baris_ekspor(satu: Bukti) -> list:
    tautan = satu.jenis == JenisBukti.TAUTAN
    return [
        str(satu), satu.get_jenis_display(), None if tautan else satu.ukuran, satu.sidik, satu.diunggah_pada,
        satu.dipakai, satu.get_keadaan_display() if tautan else "", satu.tertutup_sejak,
    ]  # fmt: skip


@require_GET
def bukti_pilih(request):
    """The fragment inside a form of realisasi: one's own evidence to tick, found by a word."""
    kata = request.GET.get("cari", "")[:100].replace("\x00", "").strip()
    pilih = [
        int(teks) for teks in request.GET.getlist("pakai")[:50] if teks.isascii() and teks.isdigit() and len(teks) < 19
    ]
    konteks = {"bukti": rekap_bukti.cari_bukti(request.user.pegawai_id, kata, pilih), "terpilih": set(pilih)}
    return render(request, "kinerja/bukti/_pilih.html", konteks)
