"""The papers of angka kredit: print page and PDF, for whoever sees the person's conversions."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from evaluasi.actions import issue_document
from evaluasi.akses import can_issue
from evaluasi.rekap.kertas import Kertas
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai

from .. import akses
from ..models import KonversiAngkaKredit
from ..rekap.angka_kredit import angka_kredit_pegawai
from ..rekap.kertas import kertas_akumulasi, kertas_konversi, kertas_penetapan


def _milik(request, pegawai_id: int) -> None:
    """Oneself, or who prepares decisions: the same as the page."""
    if pegawai_id != request.user.pegawai_id:
        akses.minta_lihat(request.user)


def _konversi(request, pk) -> Kertas:
    baris = KonversiAngkaKredit.objects.visible_to(request.user).berlaku().exclude(bulan=0).select_related("pegawai")
    satu = get_object_or_404(baris, pk=pk)
    _milik(request, satu.pegawai_id)
    return kertas_konversi(satu)


def _pegawai(request, pk, buat) -> Kertas:
    _milik(request, pk)
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk)
    ak = angka_kredit_pegawai(pegawai, timezone.localdate())
    if ak is None or not ak.konversi:
        raise Http404
    return buat(ak)


PEMBACA = {
    "konversi": _konversi,
    "akumulasi": lambda request, pk: _pegawai(request, pk, kertas_akumulasi),
    "penetapan": lambda request, pk: _pegawai(request, pk, kertas_penetapan),
}


def _kembali(request, kertas: Kertas) -> str:
    if kertas.pegawai_id == request.user.pegawai_id:
        return reverse("talenta:angka-kredit-saya")
    return reverse("talenta:angka-kredit", args=[kertas.pegawai_id])


@require_GET
def cetak(request, pk, jenis):
    """The print page of a paper."""
    kertas = PEMBACA[jenis](request, pk)
    layar = {"layar": True, "kembali": _kembali(request, kertas)}
    if can_issue(request.user, kertas.pegawai_id, kertas.penilai_id):
        layar["terbit_ke"] = reverse(f"talenta:terbit-{jenis}", args=[pk])
    return render(request, kertas.templat, kertas.konteks | layar)


@require_POST
def terbitkan(request, pk, jenis):
    """Issue the PDF, or find the one that is there already."""
    kertas = PEMBACA[jenis](request, pk)
    if not can_issue(request.user, kertas.pegawai_id, kertas.penilai_id):
        raise Http404
    try:
        dokumen = issue_document(kertas=kertas, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return redirect(_kembali(request, kertas))
    messages.success(request, "Dokumen tersedia.")
    return redirect("evaluasi:dokumen-detail", dokumen.pk)


urlpatterns = [
    satu
    for jenis in PEMBACA
    for satu in (
        path(f"kertas/{jenis}/<int:pk>/", cetak, {"jenis": jenis}, name=f"cetak-{jenis}"),
        path(f"kertas/{jenis}/<int:pk>/terbit/", terbitkan, {"jenis": jenis}, name=f"terbit-{jenis}"),
    )
]
