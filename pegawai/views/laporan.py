""" "Ini bukan atasan saya": the person writes, BKPSDM decides."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses, rekap
from ..forms import LaporanAtasanForm, PutusLaporanForm
from ..models import LaporanAtasan, Pegawai
from ..pilihan import Peran, StatusLaporanAtasan
from .daftar import halaman, minta_boleh


@require_GET
def laporan_list(request):
    """What BKPSDM has to decide, open ones first."""
    minta_boleh(request.user.berperan(Peran.BKPSDM))
    laporan = LaporanAtasan.objects.visible_to(request.user).select_related("pegawai", "atasan_tercatat")
    status = request.GET.get("status", "")
    if status in StatusLaporanAtasan.values:
        laporan = laporan.filter(status=status)
    isi = {
        "halaman": halaman(request, laporan.order_by("-pk")),
        "status": status,
        "pilihan": StatusLaporanAtasan.choices,
        "terbuka": LaporanAtasan.objects.filter(status=StatusLaporanAtasan.DILAPORKAN).count(),
    }
    return render(request, "pegawai/laporan/list.html", isi)


@require_http_methods(["GET", "POST"])
def laporan_buat(request):
    """Say that the recorded atasan is not the right one."""
    orang = get_object_or_404(Pegawai, pengguna=request.user)
    formulir, galat = LaporanAtasanForm(request.POST or None), []
    if request.method == "POST" and formulir.is_valid():
        try:
            actions.report_wrong_atasan(
                pegawai_id=orang.pk,
                keterangan=formulir.cleaned_data["keterangan"],
                oleh=request.user,
                saat=timezone.now(),
            )
            messages.success(request, "Laporan diterima BKPSDM. Jawabannya tiba di kotak surat Anda.")
            return redirect("pegawai:profil")
        except RuleViolation as alasan:
            galat = [str(alasan)]
    isi = {
        "formulir": formulir,
        "galat": galat,
        "orang": orang,
        "atasan": rekap.atasan_pada(orang.pk, timezone.localdate()),
    }
    return render(request, "pegawai/laporan/form.html", isi, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def laporan_putus(request, pk):
    """Read one report and decide it."""
    minta_boleh(request.user.berperan(Peran.BKPSDM))
    terlihat = LaporanAtasan.objects.visible_to(request.user).select_related(
        "pegawai", "atasan_tercatat", "diputus_oleh"
    )
    laporan = get_object_or_404(terlihat, pk=pk)
    formulir, galat = PutusLaporanForm(request.POST or None), []
    if request.method == "POST" and formulir.is_valid():
        try:
            actions.decide_atasan_report(
                laporan_id=laporan.pk,
                atasan_id=formulir.cleaned_data["atasan_id"],
                tanggapan=formulir.cleaned_data["tanggapan"],
                oleh=request.user,
                saat=timezone.now(),
            )
            messages.success(request, f"Keputusan dikirim kepada {laporan.pegawai}.")
            return redirect("pegawai:laporan-atasan-list")
        except RuleViolation as alasan:
            galat = [str(alasan)]
    hari = timezone.localdate()
    isi = {
        "laporan": laporan,
        "formulir": formulir,
        "galat": galat,
        "boleh": akses.can_decide_report(request.user, laporan),
        "penempatan": rekap.penempatan_pada([laporan.pegawai_id], hari).get(laporan.pegawai_id),
        "atasan_kini": rekap.atasan_pada(laporan.pegawai_id, hari),
    }
    return render(request, "pegawai/laporan/detail.html", isi, status=422 if request.method == "POST" else 200)
