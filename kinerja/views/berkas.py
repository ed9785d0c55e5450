"""Files of plans: upload, verdicts, load, history; the sample to fill in."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import Putusan, StatusImpor

from .. import akses, impor
from ..forms.rencana import EkinerjaForm, LembarRencanaForm, SaringBarisForm
from ..models import BerkasRencana

PER_HALAMAN = 25
KOLOM = ["Baris", "Nama", "Hasil kerja", "Indikator", "Putusan", "Alasan dan peringatan"]
CONTOH = (
    ["199001012015011901", "Terlaksananya pelayanan surat", "Jumlah surat selesai", "120", "surat", "utama",
     "kuantitatif", "kuantitas", "", "naik", "", "kumulatif", "60", "", "", "", ""],
    ["199001012015011901", "Terlaksananya pelayanan surat", "Mutu pendampingan", "", "", "utama", "kualitatif",
     "kualitas", "", "", "", "tetap", "40", "Warga dilayani tuntas", "Ada yang tidak tuntas", "Semua tuntas",
     "Semua tuntas dan lebih cepat"],
)  # fmt: skip


@require_GET
def berkas_list(request):
    return _daftar(request)


def _daftar(request, lembar=None, ekinerja=None, status=200):
    """The forms that the user may use, and the history of files."""
    hari, user = timezone.localdate(), request.user
    awal = {"mulai": f"{hari.year}-01-01", "selesai": f"{hari.year}-12-31"}
    semua = BerkasRencana.objects.visible_to(user).select_related("diunggah_oleh")
    konteks = {
        "halaman": Paginator(semua, PER_HALAMAN).get_page(request.GET.get("page")),
        "lembar": (lembar or LembarRencanaForm(initial=awal)) if akses.can_bring_plans(user, hari) else None,
        "ekinerja": (ekinerja or EkinerjaForm()) if akses.can_bring_form(user) else None,
    }
    return render(request, "kinerja/berkas/list.html", konteks, status=status)


@require_GET
def berkas_contoh(request):
    """The spreadsheet to fill in, with two made-up rows."""
    return ekspor(request, "contoh-rencana-kinerja", list(impor.KOLOM), CONTOH)


@require_http_methods(["GET", "POST"])
def berkas_lembar(request):
    form = LembarRencanaForm(request.POST or None, request.FILES or None)
    if request.method == "GET":
        return _daftar(request)
    if form.is_valid():
        isi = form.cleaned_data
        masa = {"mulai": isi["mulai"], "selesai": isi["selesai"]}
        berkas = _periksa(request, form, impor.check_sheet, isi["berkas"], **masa)
        if berkas:
            return redirect("kinerja:berkas-detail", berkas.pk)
    return _daftar(request, lembar=form, status=422)


@require_http_methods(["GET", "POST"])
def berkas_ekinerja(request):
    """One workbook, or several of BKPSDM: each gets its own verdicts."""
    if request.method == "GET":
        return _daftar(request)
    form = EkinerjaForm(request.POST, request.FILES)
    hasil = []
    if form.is_valid():
        hasil = [satu for f in form.cleaned_data["berkas"] if (satu := _periksa(request, form, impor.check_form, f))]
    if form.errors or not hasil:
        return _daftar(request, ekinerja=form, status=422)
    return redirect("kinerja:berkas-detail", hasil[0].pk) if len(hasil) == 1 else redirect("kinerja:berkas-list")


def _periksa(request, form, verba, berkas, **isi):
    try:
        data = berkas.read(impor.MAKS_BYTE + 1)
        return verba(nama=berkas.name, isi=data, oleh=request.user, saat=timezone.now(), **isi)
    except RuleViolation as galat:
        form.add_error("berkas", f"{berkas.name[:80]}: {galat}")
        return None


@require_GET
def berkas_detail(request, pk):
    """The verdicts of one file: counts, filter, reasons, export of what is filtered."""
    semua = BerkasRencana.objects.visible_to(request.user)
    berkas = get_object_or_404(semua.select_related("diunggah_oleh"), pk=pk)
    saring = SaringBarisForm(request.GET)
    baris = _tersaring(berkas.baris.select_related("pegawai"), saring)
    if diminta(request):
        isi = (
            [b.nomor, b.nama, b.isi.get("hasil"), b.isi.get("indikator"), b.get_putusan_display(), " ".join(b.catatan)]
            for b in baris
        )
        return ekspor(request, f"rencana-{berkas.pk}", KOLOM, isi)
    konteks = {
        "berkas": berkas,
        "saring": saring,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "putusan": [(satu.value, satu.label, berkas.jumlah.get(satu.value, 0)) for satu in Putusan],
        "akan_dimuat": sum(berkas.jumlah.get(satu.value, 0) for satu in impor.DIMUAT),
        "boleh_muat": berkas.status == StatusImpor.DIPERIKSA and berkas.diunggah_oleh_id == request.user.pk,
    }
    return render(request, "kinerja/berkas/detail.html", konteks)


def _tersaring(baris, saring: SaringBarisForm):
    if not saring.is_valid():
        return baris.none()
    if saring.cleaned_data["putusan"]:
        baris = baris.filter(putusan=saring.cleaned_data["putusan"])
    kata = saring.cleaned_data["q"].strip()
    return baris.filter(Q(nama__icontains=kata) | Q(isi__indikator__icontains=kata)) if kata else baris


@require_POST
def berkas_langkah(request, pk, aksi):
    """Load the accepted rows, or put the file aside."""
    berkas = get_object_or_404(BerkasRencana.objects.visible_to(request.user), pk=pk)
    verba, kalimat = {
        "muat": (impor.load_file, "Draf SKP dibuat. Pemiliknya memeriksa dan mengajukannya."),
        "batal": (impor.cancel_file, "Berkas dibatalkan. Tidak ada SKP yang berubah."),
    }[aksi]
    try:
        verba(berkas_id=berkas.pk, oleh=request.user, saat=timezone.now())
        messages.success(request, kalimat)
    except RuleViolation as galat:
        messages.error(request, str(galat))
    return redirect("kinerja:berkas-detail", berkas.pk)
