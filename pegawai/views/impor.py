"""Files of BKPSDM: upload, verdicts, load, history."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import akses, impor
from ..forms import SaringBaris, UnggahForm
from ..models import BerkasImpor
from ..pilihan import Putusan
from .daftar import bersih, halaman, minta_boleh

KOLOM = ["Baris", "Kunci", "Nama", "Putusan", "Alasan dan peringatan"]


@require_GET
def impor_list(request):
    """The history of files, newest first, and the form for the next one."""
    minta_boleh(akses.can_see_imports(request.user))
    return _daftar(request, UnggahForm())


def _daftar(request, formulir, galat=(), status=200):
    berkas = BerkasImpor.objects.visible_to(request.user).select_related("diunggah_oleh").order_by("-pk")
    isi = {
        "halaman": halaman(request, berkas),
        "formulir": formulir,
        "galat": galat,
        "boleh": akses.can_import(request.user),
        "kolom": [
            (jenis.label, impor.PENGIMPOR[jenis].kolom)
            for jenis in impor.PENGIMPOR
            if len(impor.PENGIMPOR[jenis].kolom) < 60
        ],
    }
    return render(request, "pegawai/impor/list.html", isi, status=status)


@require_http_methods(["GET", "POST"])
def impor_unggah(request):
    """Check the uploaded file and show its verdicts; nothing is loaded yet."""
    minta_boleh(akses.can_import(request.user))
    if request.method == "GET":
        return _daftar(request, UnggahForm())
    formulir = UnggahForm(request.POST, request.FILES)
    if not formulir.is_valid():
        return _daftar(request, formulir, status=422)
    berkas, jenis = formulir.cleaned_data["berkas"], formulir.cleaned_data["jenis"]
    try:
        isi = berkas.read(impor.batas_byte(jenis) + 1)
        hasil = impor.check_file(jenis=jenis, nama=berkas.name, isi=isi, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        return _daftar(request, formulir, [str(galat)], status=422)
    return redirect("pegawai:impor-detail", pk=hasil.pk)


@require_GET
def impor_detail(request, pk):
    """The verdicts of one file: counts, filter, reasons, export of what is filtered."""
    berkas = get_object_or_404(BerkasImpor.objects.visible_to(request.user).select_related("diunggah_oleh"), pk=pk)
    saring = SaringBaris(request.GET)
    baris = _tersaring(berkas.baris.all(), saring)
    if diminta(request):
        isi = ([b.nomor, b.kunci, b.nama, b.get_putusan_display(), " ".join(b.catatan)] for b in baris)
        return ekspor(request, f"impor-{berkas.pk}", KOLOM, isi)
    putusan = [(satu.value, satu.label, berkas.jumlah.get(satu.value, 0)) for satu in Putusan]
    dimuat = sum(berkas.jumlah.get(satu.value, 0) for satu in impor.DIMUAT)
    return render(
        request,
        "pegawai/impor/detail.html",
        {
            "berkas": berkas,
            "saring": saring,
            "halaman": halaman(request, baris),
            "putusan": putusan,
            "akan_dimuat": dimuat,
            "boleh_muat": akses.can_load(request.user, berkas),
        },
    )


def _tersaring(baris, saring: SaringBaris):
    saring.is_valid()
    if saring.cleaned_data.get("putusan"):
        baris = baris.filter(putusan=saring.cleaned_data["putusan"])
    cari = bersih(saring.cleaned_data.get("cari"))
    return baris.filter(Q(nama__icontains=cari) | Q(kunci__icontains=cari)) if cari else baris


@require_POST
def impor_muat(request, pk):
    """Load the confirmed rows."""
    berkas = get_object_or_404(BerkasImpor.objects.visible_to(request.user), pk=pk)
    return _lakukan(
        request, berkas, impor.confirm_import, "Berkas dimuat. Baris yang ditolak tetap di luar dan tercantum di bawah."
    )


@require_POST
def impor_batal(request, pk):
    """Put a checked file aside."""
    berkas = get_object_or_404(BerkasImpor.objects.visible_to(request.user), pk=pk)
    return _lakukan(request, berkas, impor.cancel_import, "Berkas dibatalkan. Tidak ada data yang berubah.")


def _lakukan(request, berkas, aksi, kalimat):
    minta_boleh(akses.can_import(request.user))
    try:
        aksi(berkas_id=berkas.pk, oleh=request.user, saat=timezone.now())
        messages.success(request, kalimat)
    except RuleViolation as galat:
        messages.error(request, str(galat))
    return redirect("pegawai:impor-detail", pk=berkas.pk)
