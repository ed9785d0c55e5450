"""Coaching: started by the atasan from a result, checked every month, decided step by step."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from evaluasi.models import Evaluasi
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses, rekap
from ..aturan import LANGKAH_BERIKUT
from ..forms import CatatanForm, LangkahForm, MulaiPembinaanForm, SaringPembinaanForm, TanggapanForm
from ..models import CatatanPembinaan, Pembinaan
from ..pilihan import TahapPembinaan

PER_HALAMAN = 25
KOLOM = ["Pegawai", "Atasan", "Keadaan", "Mulai", "Ditinjau", "Ditutup"]
URUT = {
    "pegawai": ("pegawai__nama", "pk"),
    "-pegawai": ("-pegawai__nama", "-pk"),
    "tinjau": ("tinjau_pada", "pk"),
    "-tinjau": ("-tinjau_pada", "-pk"),
    "tahap": ("tahap", "pk"),
    "-tahap": ("-tahap", "-pk"),
}


@require_GET
def daftar(request):
    """The plans that one sees: who, with whom, how they stand. Nothing of what is in them."""
    saring = SaringPembinaanForm(request.GET)
    baris = Pembinaan.objects.visible_to(request.user).select_related("pegawai", "atasan")
    if saring.is_valid():
        if cari := saring.cleaned_data["cari"].strip():
            baris = baris.filter(pegawai__nama__icontains=cari)
        if tahap := saring.cleaned_data["tahap"]:
            baris = baris.filter(tahap=tahap)
    else:
        baris = baris.none()
    baris = baris.order_by(*URUT.get(request.GET.get("urut"), URUT["tinjau"]))
    if diminta(request):
        return ekspor(request, "pembinaan", KOLOM, map(_sel, baris))
    hari, siapa = timezone.localdate(), request.user.pegawai_id
    isi = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "belum": rekap.belum_dibina(siapa, hari) if siapa else [],
    }
    return render(request, "pelatihan/pembinaan/list.html", isi)


def _sel(satu: Pembinaan) -> list:
    return [
        satu.pegawai.nama, str(satu.atasan), satu.get_tahap_display(), satu.mulai, satu.tinjau_pada, satu.ditutup_pada
    ]  # fmt: skip


@require_http_methods(["GET", "POST"])
def mulai(request, pk):
    """Start a plan from one result, goals linked to its figures."""
    evaluasi = get_object_or_404(
        Evaluasi.objects.visible_to(request.user).select_related("pegawai", "siklus").berlaku(), pk=pk
    )
    if not akses.is_direct_superior(request.user, evaluasi.pegawai):
        raise Http404
    figur = rekap.figur_di_bawah(evaluasi)
    form = MulaiPembinaanForm(request.POST if request.method == "POST" else None, figur=figur)
    if request.method == "POST" and form.is_valid():
        try:
            pembinaan = actions.start_coaching(
                evaluasi_id=pk, sasaran=form.sasaran(), oleh=request.user, saat=timezone.now()
            )
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, "Rencana pembinaan dimulai; pegawai mendapat surat.")
            return redirect("pelatihan:pembinaan", pembinaan.pk)
    isi = {"form": form, "evaluasi": evaluasi}
    return render(request, "pelatihan/pembinaan/mulai.html", isi, status=422 if form.is_bound else 200)


def _ambil(request, pk: int) -> Pembinaan:
    baris = Pembinaan.objects.visible_to(request.user).select_related("pegawai", "atasan", "evaluasi__siklus")
    return get_object_or_404(baris.prefetch_related("catatan"), pk=pk)


@require_GET
def detail(request, pk):
    """One plan: everything for the two, how it stands for BKPSDM."""
    return _halaman(request, _ambil(request, pk))


def _halaman(request, pembinaan: Pembinaan, status: int = 200, **form):
    user, hari = request.user, timezone.localdate()
    tempo = rekap.tempo_terbuka(pembinaan, hari)
    langkah = [
        satu
        for satu in LANGKAH_BERIKUT.get(TahapPembinaan(pembinaan.tahap), ())
        if akses.can_decide_step(user, pembinaan, satu)
    ]
    membina = akses.can_coach(user, pembinaan)
    isi = {
        "pembinaan": pembinaan,
        "penuh": akses.can_read_coaching(user, pembinaan),
        "diri": pembinaan.pegawai_id == user.pegawai_id,
        "tempo": tempo,
        "berikut": rekap.tempo_berikut(pembinaan, hari),
        "langkah": pembinaan.langkah.select_related("diputus_oleh"),
        "form_catatan": CatatanForm(tempo=tempo) if membina and tempo else None,
        "form_langkah": LangkahForm(langkah=langkah) if langkah else None,
        "form_tanggapan": TanggapanForm(),
    }
    return render(request, "pelatihan/pembinaan/detail.html", isi | form, status=status)


@require_POST
def catat(request, pk):
    """Note the check of a month."""
    pembinaan = _ambil(request, pk)
    if not akses.can_coach(request.user, pembinaan):
        raise Http404
    form = CatatanForm(request.POST, tempo=rekap.tempo_terbuka(pembinaan, timezone.localdate()))
    return _jalankan(
        request, pembinaan, form, "form_catatan", actions.note_check, "Pemeriksaan tercatat.", pembinaan_id=pk
    )


@require_POST
def putus(request, pk):
    """Decide the next step."""
    pembinaan = _ambil(request, pk)
    langkah = [satu for satu in TahapPembinaan if akses.can_decide_step(request.user, pembinaan, satu)]
    if not langkah:
        raise Http404
    form = LangkahForm(request.POST, langkah=langkah)
    return _jalankan(
        request, pembinaan, form, "form_langkah", actions.decide_step, "Keputusan tercatat.", pembinaan_id=pk
    )


@require_POST
def tanggapi(request, pk):
    """The person answers one check of their own plan."""
    catatan = get_object_or_404(
        CatatanPembinaan.objects.visible_to(request.user).filter(pembinaan__pegawai=request.user.pegawai_id or 0), pk=pk
    )
    pembinaan, form = _ambil(request, catatan.pembinaan_id), TanggapanForm(request.POST)
    return _jalankan(
        request, pembinaan, form, "form_tanggapan", actions.answer_check, "Tanggapan tersimpan.", catatan_id=pk
    )


def _jalankan(request, pembinaan, form, nama: str, aksi, berhasil: str, **perintah):
    """Run an action with what the form holds; a refusal keeps what was typed."""
    if form.is_valid():
        try:
            aksi(**perintah, **form.cleaned_data, oleh=request.user, saat=timezone.now())
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, berhasil)
            return redirect("pelatihan:pembinaan", pembinaan.pk)
    return _halaman(request, pembinaan, status=422, **{nama: form})
