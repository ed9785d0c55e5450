"""What if, for one person: try another figure on a copy and read at once what it would give. Nothing is stored."""

from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_GET

from mataram_asn.kit.galat import RuleViolation

from ..aturan import MasukanEvaluasi, hitung, lepaskan, siapkan, syarat, terapkan_ubahan, tujuan
from ..forms.andai_orang import AndaiForm
from ..models import Evaluasi, LembarPenilaian
from ..pilihan import Predikat
from ..rekap import dilengkapi, masukan_lembar
from .jejak import TERBUKA


@require_GET
def andai_hasil(request, pk):
    """Try on a copy of the stored inputs of a published result."""
    evaluasi = get_object_or_404(
        Evaluasi.objects.visible_to(request.user).select_related("siklus", "pegawai", "skp__jabatan"), pk=pk
    )
    masukan = lepaskan(MasukanEvaluasi.dari_dict(evaluasi.masukan), evaluasi.usul_hasil, evaluasi.usul_perilaku)
    kepala = {
        "siklus": evaluasi.siklus,
        "pegawai": evaluasi.pegawai,
        "jabatan": evaluasi.skp.jabatan,
        "asal": reverse("evaluasi:hasil-detail", args=[evaluasi.pk]),
        "sementara": False,
    }
    return _halaman(request, masukan, kepala)


@require_GET
def andai_sementara(request, pk):
    """Try on what the realisasi so far would give; nothing that the penilai noted is in it."""
    orang = request.user.pegawai_id or 0
    lembar = get_object_or_404(
        LembarPenilaian.objects.filter(Q(pegawai=orang) | Q(penilai__isnull=False, penilai=orang)).select_related(
            "siklus", "pegawai", "skp__jabatan"
        ),
        pk=pk,
    )
    terbit = Evaluasi.objects.visible_to(request.user).filter(lembar=lembar).berlaku().first()
    if terbit:
        return redirect("evaluasi:andai-hasil", terbit.pk)
    [(_, masukan)] = masukan_lembar([lembar.pk], dengan_nilai=False)
    kepala = {
        "siklus": lembar.siklus,
        "pegawai": lembar.pegawai,
        "jabatan": lembar.skp.jabatan,
        "asal": reverse("evaluasi:sementara", args=[lembar.pk]) if lembar.pegawai_id == orang else "",
        "sementara": True,
    }
    return _halaman(request, dilengkapi(masukan), kepala)


def _halaman(request, masukan: MasukanEvaluasi, kepala: dict):
    siap = siapkan(masukan)
    form = AndaiForm(request.GET or None, masukan=siap)
    lama, lain = _coba(siap)
    dicoba, hasil = siap, lama
    if form.is_bound and form.is_valid():
        dicoba, hasil, lain = _terapkan(siap, form)
    isi = kepala | {
        "form": form,
        "lama": lama,
        "hasil": hasil,
        "lain": lain,
        "berubah": form.is_bound,
        "pohon": hasil.pohon.ke_dict() if hasil else None,
        "saran": [(satu, syarat(dicoba, hasil, satu)) for satu in tujuan(hasil.predikat)] if hasil else [],
        "terbuka": TERBUKA,
        "puncak": hasil is not None and hasil.predikat == Predikat.SANGAT_BAIK,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "evaluasi/andai/orang_andai.html", isi, status=status)


def _coba(masukan: MasukanEvaluasi):
    try:
        return hitung(masukan), []
    except RuleViolation as galat:
        return None, [str(galat)]


def _terapkan(siap: MasukanEvaluasi, form: AndaiForm):
    try:
        dicoba = terapkan_ubahan(siap, form.ubahan)
    except RuleViolation as galat:
        return siap, None, [str(galat)]
    return (dicoba, *_coba(dicoba))


urlpatterns = [
    path("hasil/<int:pk>/andai/", andai_hasil, name="andai-hasil"),
    path("sementara/<int:pk>/andai/", andai_sementara, name="andai-sementara"),
]
