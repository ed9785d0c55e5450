"""Recognition: the public list and certificate, the proposals of an atasan, the decisions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import actions, akses, rekap
from ..forms import PutusanPenghargaanForm, SaringApresiasi, TimForm, UsulForm
from ..models import Penghargaan

PER_HALAMAN = 24
URUT = {"tahun": ("tahun", "pk"), "-tahun": ("-tahun", "-diputus_pada", "-pk")}


@require_GET
def apresiasi(request):
    """Who was recognised and for what, for everybody; no score stands here."""
    saring = SaringApresiasi(request.GET)
    baris = Penghargaan.objects.visible_to(request.user).ditetapkan().select_related("pegawai", "unit")
    baris = _saring(baris, saring).order_by(*URUT.get(request.GET.get("urut"), URUT["-tahun"]))
    if diminta(request):
        isi = ([s.penerima, s.get_dasar_display(), s.uraian, s.tahun, s.diputus_pada] for s in baris)
        return ekspor(request, "apresiasi", ["Penerima", "Dasar", "Uraian", "Tahun", "Ditetapkan"], isi)
    halaman = Paginator(baris.prefetch_related("anggota"), PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {"halaman": halaman, "saring": saring, "boleh_usul": _boleh_usul(request.user)}
    return render(request, "talenta/penghargaan/list.html", isi)


def _saring(baris, saring: SaringApresiasi):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if cari := isi["cari"].strip():
        baris = baris.filter(Q(pegawai__nama__icontains=cari) | Q(nama_tim__icontains=cari))
    return baris.filter(**{nama: isi[nama] for nama in ("tahun", "dasar") if isi[nama]})


def _boleh_usul(user) -> bool:
    return akses.can_keep_credit(user) or bool(user.pegawai_id and _bawahan(user).exists())


def _bawahan(user):
    return rekap_pegawai.bawahan_langsung(user.pegawai_id or 0, timezone.localdate()).asn().urut_nama()


@require_GET
def piagam(request, pk):
    """The certificate, made for printing."""
    baris = Penghargaan.objects.visible_to(request.user).ditetapkan().select_related("pegawai", "unit", "diputus_oleh")
    penghargaan = get_object_or_404(baris, pk=pk)
    return render(request, "talenta/penghargaan/piagam.html", {"penghargaan": penghargaan})


@require_GET
def usulan(request):
    """What one may propose from evidence, and the proposals that wait."""
    if not _boleh_usul(request.user):
        raise Http404
    return _halaman(request)


def _halaman(request, form_tim=None, status: int = 200):
    bawahan = _bawahan(request.user)
    menunggu = (
        Penghargaan.objects.visible_to(request.user).menunggu().select_related("pegawai", "unit", "diusulkan_oleh")
    )
    menunggu = menunggu.prefetch_related("anggota").order_by("pk")
    halaman = Paginator(menunggu, PER_HALAMAN).get_page(request.GET.get("page"))
    boleh = akses.recognition_judge(request.user)
    isi = {
        "usul": rekap.usul_untuk(list(bawahan), timezone.localdate()),
        "halaman": halaman,
        "menunggu": [(satu, boleh(satu)) for satu in halaman],
        "form_tim": (form_tim or TimForm(bawahan=bawahan)) if bawahan.exists() else None,
    }
    return render(request, "talenta/penghargaan/usulan.html", isi, status=status)


@require_POST
def usulkan(request, pk):
    """Propose one's subordinate on a ground that the evidence gives."""
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pk)
    if not akses.can_propose(request.user, pegawai):
        raise Http404
    form = UsulForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Pilih dasar usulnya; uraian paling panjang 600 huruf.")
        return redirect("talenta:penghargaan")
    try:
        actions.propose_person(pegawai_id=pk, **form.cleaned_data, oleh=request.user, saat=timezone.now())
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    else:
        messages.success(request, f"{pegawai} diusulkan. Pimpinan atau BKPSDM memutuskannya.")
    return redirect("talenta:penghargaan")


@require_POST
def usulkan_tim(request):
    """Propose a team."""
    bawahan = _bawahan(request.user)
    if not bawahan.exists():
        raise Http404
    form = TimForm(request.POST, bawahan=bawahan)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            anggota = [satu.pk for satu in isi["anggota"]]
            perintah = {"nama": isi["nama"], "uraian": isi["uraian"], "anggota": anggota}
            actions.propose_team(**perintah, oleh=request.user, saat=timezone.now())
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, "Tim diusulkan.")
            return redirect("talenta:penghargaan")
    return _halaman(request, form_tim=form, status=422)


@require_POST
def putus(request, pk):
    """Decide a proposal."""
    penghargaan = get_object_or_404(Penghargaan.objects.visible_to(request.user), pk=pk)
    if not akses.can_decide_recognition(request.user, penghargaan):
        raise Http404
    form = PutusanPenghargaanForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Pilih putusannya; pertimbangan paling panjang 600 huruf.")
        return redirect("talenta:penghargaan")
    tetapkan, pertimbangan = form.cleaned_data["putusan"] == "tetapkan", form.cleaned_data["pertimbangan"]
    try:
        actions.decide_recognition(
            penghargaan_id=pk, tetapkan=tetapkan, pertimbangan=pertimbangan, oleh=request.user, saat=timezone.now()
        )
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    else:
        messages.success(
            request, "Penghargaan ditetapkan." if tetapkan else "Usul belum ditetapkan; pengusul diberi tahu."
        )
    return redirect("talenta:penghargaan")
