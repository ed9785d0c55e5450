"""Angka kredit: a person's own page, and the conversions of everybody with export."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai

from .. import actions, rekap
from ..akses import can_keep_credit, minta_lihat
from ..forms import KonversiTahunForm, SaringKonversi, TambahanForm
from ..models import KonversiAngkaKredit

PER_HALAMAN = 25
KOLOM = ["Pegawai", "NIP", "Tahun", "Jenjang", "Bulan", "Predikat", "Persentase", "Koefisien", "Angka kredit"]
URUT = {
    "nama": ("pegawai__nama", "tahun", "pk"),
    "-nama": ("-pegawai__nama", "tahun", "pk"),
    "tahun": ("tahun", "pegawai__nama", "pk"),
    "-tahun": ("-tahun", "pegawai__nama", "pk"),
    "angka": ("angka", "pk"),
    "-angka": ("-angka", "pk"),
}


@require_GET
def saya(request):
    """One's own conversions, sums and needs."""
    pegawai = get_object_or_404(Pegawai.objects.asn(), pengguna=request.user)
    return _halaman(request, pegawai, diri=True)


@require_GET
def pegawai_detail(request, pk):
    """The same for a person, for those who prepare decisions."""
    minta_lihat(request.user)
    if pk == request.user.pegawai_id:
        return redirect("talenta:angka-kredit-saya")
    return _halaman(request, get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk), diri=False)


def _halaman(request, pegawai: Pegawai, *, diri: bool, form=None, status: int = 200):
    isi = {
        "pegawai": pegawai,
        "diri": diri,
        "hari": timezone.localdate(),
        "ak": rekap.angka_kredit_pegawai(pegawai, timezone.localdate()),
        "form": (form or TambahanForm()) if not diri and can_keep_credit(request.user, pegawai) else None,
    }
    return render(request, "talenta/angka_kredit/detail.html", isi, status=status)


@require_POST
def tambah(request, pk):
    """BKPSDM adds an opening balance, a diploma or an adjustment."""
    if not can_keep_credit(request.user):
        raise Http404
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk)
    form = TambahanForm(request.POST)
    if form.is_valid():
        try:
            actions.add_credit(pegawai_id=pk, **form.cleaned_data, oleh=request.user, saat=timezone.now())
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, "Tambahan angka kredit tercatat.")
            return redirect("talenta:angka-kredit", pk)
    return _halaman(request, pegawai, diri=False, form=form, status=422)


@require_GET
def daftar(request):
    """Every conversion in force, with search, filter, order, export."""
    minta_lihat(request.user)
    saring = SaringKonversi(request.GET)
    baris = KonversiAngkaKredit.objects.visible_to(request.user).berlaku().exclude(bulan=0).select_related("pegawai")
    baris = _saring(baris, saring).order_by(*URUT.get(request.GET.get("urut"), URUT["-tahun"]))
    if diminta(request):
        return ekspor(request, "angka-kredit", KOLOM, map(_sel, baris))
    isi = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "form": KonversiTahunForm(initial={"tahun": timezone.localdate().year - 1}),
        "boleh_konversi": can_keep_credit(request.user),
    }
    return render(request, "talenta/angka_kredit/list.html", isi)


def _saring(baris, saring: SaringKonversi):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if cari := isi["cari"].strip():
        baris = baris.filter(Q(pegawai__nama__icontains=cari) | Q(pegawai__nip__startswith=cari))
    return baris.filter(**{nama: isi[nama] for nama in ("tahun", "jenjang", "predikat") if isi[nama]})


def _sel(satu: KonversiAngkaKredit) -> list:
    return [
        satu.pegawai.nama,
        satu.pegawai.nip,
        satu.tahun,
        satu.get_jenjang_display(),
        satu.bulan,
        satu.get_predikat_display(),
        satu.persen,
        satu.koefisien,
        satu.angka,
    ]


@require_POST
def konversi(request):
    """Convert a year now; the clock does the same every hour."""
    if not can_keep_credit(request.user):
        raise Http404
    form = KonversiTahunForm(request.POST)
    if form.is_valid():
        banyak = actions.convert_year(tahun=form.cleaned_data["tahun"], oleh=request.user, saat=timezone.now())
        messages.success(request, f"{banyak} konversi ditulis; yang sudah sesuai tidak berubah.")
    else:
        messages.error(request, "Tulis tahun antara 2000 dan 2100.")
    return redirect("talenta:angka-kredit-list")
