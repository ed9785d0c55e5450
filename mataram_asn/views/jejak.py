"""The audit trail as auditors read it: by object, by person, by act."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import ekspor
from mataram_asn.kit.models import CatatanAudit
from pegawai.pilihan import Peran

PER_HALAMAN = 50


@require_GET
def audit_list(request):
    """Every audit row, newest first; read only, for the auditor alone."""
    if not request.user.berperan(Peran.AUDITOR):
        raise Http404
    baris = _tersaring(request.GET)
    if request.GET.get("ekspor") in {"csv", "xlsx"}:
        kolom = ["Saat", "Oleh", "Aksi", "Objek", "Nomor objek"]
        isi = ([f"{b.saat:%Y-%m-%d %H:%M:%S}", str(b.oleh), b.aksi, b.jenis_objek, b.id_objek] for b in baris[:20000])
        return ekspor(request, "jejak-audit", kolom, isi)
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "audit/list.html", {"halaman": halaman, "saring": request.GET})


def _tersaring(saring):
    """The rows that the form asks for; what cannot be read as a filter finds nothing rather than all."""
    baris = CatatanAudit.objects.select_related("oleh").order_by("-id")
    bersih = {
        nama: saring.get(nama, "").replace("\x00", "").strip()[:80] for nama in ("aksi", "oleh", "objek", "nomor")
    }
    if bersih["aksi"]:
        baris = baris.filter(aksi__icontains=bersih["aksi"])
    if bersih["oleh"]:
        baris = baris.filter(oleh__nama__icontains=bersih["oleh"]) | baris.filter(oleh__username=bersih["oleh"])
    if bersih["objek"]:
        baris = baris.filter(jenis_objek__icontains=bersih["objek"])
    if bersih["nomor"]:
        sah = bersih["nomor"].isascii() and bersih["nomor"].isdigit() and len(bersih["nomor"]) < 19
        baris = baris.filter(id_objek=int(bersih["nomor"])) if sah else baris.none()
    return baris
