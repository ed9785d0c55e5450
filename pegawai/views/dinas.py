"""Who is away and why: the list, and recording, ending or taking back one row."""

from django.contrib import messages
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms import AkhiriStatusForm, CabutStatusForm, SaringStatusForm, StatusDinasForm
from ..models import Pegawai, StatusDinas
from .daftar import bersih, halaman, minta_boleh, urutan

URUT = {"nama": [Lower("pegawai__nama")], "mulai": [F("mulai")], "jenis": [F("jenis"), Lower("pegawai__nama")]}
KOLOM = ["NIP", "Nama", "Jenis", "Mulai", "Selesai", "Nomor surat", "Catatan"]


@require_GET
def status_list(request):
    """Everybody away whom this user sees: search, filter by kind and day, order, pages, export."""
    minta_boleh(akses.can_see_status_list(request.user))
    saring = SaringStatusForm(request.GET)
    urut, medan = urutan(request, URUT, "nama")
    baris = _tersaring(StatusDinas.objects.visible_to(request.user).sah().select_related("pegawai"), saring)
    baris = baris.order_by(*medan, "pk")
    if diminta(request):
        return ekspor(request, "status-dinas", KOLOM, map(_sel, baris))
    isi = {"halaman": halaman(request, baris), "saring": saring, "urut": urut}
    return render(request, "pegawai/status/list.html", isi)


def _tersaring(baris, saring: SaringStatusForm):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if cari := bersih(isi["cari"]):
        baris = baris.filter(Q(pegawai__nama__icontains=cari) | Q(pegawai__nip__contains="".join(cari.split())))
    if isi["jenis"]:
        baris = baris.filter(jenis=isi["jenis"])
    return baris.berlaku_pada(isi["per"]) if isi["per"] else baris


def _sel(satu: StatusDinas) -> list:
    orang = satu.pegawai
    jenis = satu.get_jenis_display()
    return [orang.nip, orang.nama_lengkap, jenis, satu.mulai, satu.selesai, satu.nomor_surat, satu.catatan]


@require_http_methods(["GET", "POST"])
def status_catat(request, pk):
    """Record leave, study, illness or the end of service of one person."""
    orang = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pk)
    _boleh(request, orang)

    def simpan(isi):
        return actions.record_status(pegawai_id=orang.pk, **isi, oleh=request.user, saat=timezone.now())

    form = StatusDinasForm(request.POST or None, berhenti=akses.can_record_leaving(request.user, orang))
    return _isian(request, orang, form, simpan, "Catat status dinas", "Status dicatat.")


@require_http_methods(["GET", "POST"])
def status_akhiri(request, pk):
    """Note that the person is back."""
    status = _status(request, pk)

    def simpan(isi):
        return actions.end_status(status_id=status.pk, selesai=isi["selesai"], oleh=request.user, saat=timezone.now())

    form = AkhiriStatusForm(request.POST or None, initial={"selesai": status.selesai})
    judul = f"Akhir {status.get_jenis_display().lower()}"
    return _isian(request, status.pegawai, form, simpan, judul, "Tanggal kembali bertugas dicatat.")


PERBAIKI = "Sudah ada perubahan sesudahnya; periksa riwayat jabatannya dan catat penempatan baru bila perlu."


@require_http_methods(["GET", "POST"])
def status_cabut(request, pk):
    """Take back a row that was recorded by mistake."""
    status = _status(request, pk)

    def simpan(isi):
        for jabatan in actions.withdraw_status(
            status_id=status.pk, alasan=isi["alasan"], oleh=request.user, saat=timezone.now()
        ):
            messages.warning(request, f"Jabatan {jabatan} tidak dapat dipulihkan otomatis. {PERBAIKI}")

    judul = f"Cabut {status.get_jenis_display().lower()}"
    return _isian(request, status.pegawai, CabutStatusForm(request.POST or None), simpan, judul, "Status dicabut.")


def _status(request, pk: int) -> StatusDinas:
    terlihat = StatusDinas.objects.visible_to(request.user).sah().select_related("pegawai")
    status = get_object_or_404(terlihat, pk=pk)
    _boleh(request, status.pegawai)
    return status


def _boleh(request, orang: Pegawai) -> None:
    """For who may not record about this person the page does not exist."""
    if not akses.can_record_status(request.user, orang):
        raise Http404


def _isian(request, orang: Pegawai, form, simpan, judul: str, berhasil: str):
    """One form about one person; a refusal keeps what was typed."""
    galat = []
    if request.method == "POST" and form.is_valid():
        try:
            simpan(form.cleaned_data)
        except RuleViolation as alasan:
            galat = [str(alasan)]
        else:
            messages.success(request, berhasil)
            return redirect("pegawai:pegawai-detail", orang.pk)
    isi = {"form": form, "galat": galat, "orang": orang, "judul": judul}
    return render(request, "pegawai/status/form.html", isi, status=422 if request.method == "POST" else 200)
