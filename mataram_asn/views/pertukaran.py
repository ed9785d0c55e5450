"""Pertukaran SIASN: what goes out in its shapes, what comes in, and the history of files."""

import json

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from evaluasi import akses, impor
from evaluasi.aturan.siasn import KOLOM
from evaluasi.forms.dokumen import EksporSiasnForm, UnggahSiasnForm
from evaluasi.models import ImporKinerja
from evaluasi.pilihan import JenisPertukaran
from evaluasi.rekap.siasn import baris_periodik, baris_skp22, tanpa_pns_id
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import Peran, Putusan, StatusImpor
from talenta.impor import BENTUK as BENTUK_ANGKA_KREDIT
from talenta.rekap.siasn import baris_angkakredit

PER_HALAMAN = 25
BENTUK = impor.BENTUK | BENTUK_ANGKA_KREDIT
SUMBER = {
    JenisPertukaran.SKP22: baris_skp22,
    JenisPertukaran.PERIODIK: baris_periodik,
    JenisPertukaran.ANGKA_KREDIT: baris_angkakredit,
}
KOLOM_PUTUSAN = ["Baris", "Kunci", "Nama", "Putusan", "Alasan dan peringatan"]


def _boleh_baca(user) -> None:
    if not (user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)):
        raise Http404


@require_GET
def pertukaran(request):
    """The page: export by unit and year, import, history; with `ekspor` the file itself."""
    _boleh_baca(request.user)
    if request.GET.get("ekspor"):
        form = EksporSiasnForm(request.GET)
        if form.is_valid():
            return _kirim(request, form.cleaned_data)
        return _halaman(request, form, UnggahSiasnForm(), 422)
    return _halaman(request, EksporSiasnForm(initial={"tahun": timezone.localdate().year}), UnggahSiasnForm())


def _kirim(request, isi: dict) -> HttpResponse:
    jenis, unit = isi["jenis"], isi["unit"]
    baris = SUMBER[jenis](isi["tahun"], unit.pk if unit else None, timezone.localdate())
    nama = f"{jenis}-{isi['tahun']}"
    if request.GET["ekspor"] == "json":
        teks = json.dumps(list(baris), ensure_ascii=False, indent=1, default=str)
        return HttpResponse(
            teks,
            content_type="application/json; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{nama}.json"', "X-Content-Type-Options": "nosniff"},
        )
    kolom = list(KOLOM[JenisPertukaran(jenis)])
    return ekspor(request, nama, kolom, ([satu[nama_kolom] for nama_kolom in kolom] for satu in baris))


def _halaman(request, form_ekspor, form_unggah, status=200, galat=()):
    baris = ImporKinerja.objects.visible_to(request.user).defer("baris").select_related("diunggah_oleh").order_by("-pk")
    hari = timezone.localdate()
    konteks = {
        "form_ekspor": form_ekspor,
        "form_unggah": form_unggah,
        "galat": galat,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "boleh": akses.can_exchange(request.user),
        "tanpa_id": tanpa_pns_id(hari.year, None, hari),
        "kolom": [(jenis.label, KOLOM[jenis]) for jenis in JenisPertukaran],
    }
    return render(request, "evaluasi/pertukaran/list.html", konteks, status=status)


@require_http_methods(["GET", "POST"])
def pertukaran_unggah(request):
    """Check an uploaded file and show its verdicts; nothing is loaded yet."""
    if not akses.can_exchange(request.user):
        raise Http404
    if request.method == "GET":
        return redirect("pertukaran")
    form = UnggahSiasnForm(request.POST, request.FILES)
    awal = EksporSiasnForm(initial={"tahun": timezone.localdate().year})
    if not form.is_valid():
        return _halaman(request, awal, form, 422)
    berkas = form.cleaned_data["berkas"]
    try:
        hasil = impor.check_exchange(
            jenis=form.cleaned_data["jenis"],
            nama=berkas.name,
            isi=berkas.read(impor.MAKS_BYTE + 1),
            oleh=request.user,
            saat=timezone.now(),
            bentuk=BENTUK,
        )
    except RuleViolation as galat:
        return _halaman(request, awal, form, 422, [str(galat)])
    return redirect("pertukaran-detail", hasil.pk)


@require_GET
def pertukaran_detail(request, pk):
    """The verdicts of one file: counts, filter, reasons, export of what is filtered."""
    berkas = get_object_or_404(ImporKinerja.objects.visible_to(request.user).select_related("diunggah_oleh"), pk=pk)
    pilih = request.GET.get("putusan", "")
    baris = [satu for satu in berkas.baris if pilih in ("", satu["putusan"])]
    if diminta(request):
        isi = ([b["nomor"], b["kunci"], b["nama"], b["putusan"], " ".join(b["catatan"])] for b in baris)
        return ekspor(request, f"pertukaran-{berkas.pk}", KOLOM_PUTUSAN, isi)
    konteks = {
        "berkas": berkas,
        "pilih": pilih,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "putusan": [(satu.value, satu.label, berkas.jumlah.get(satu.value, 0)) for satu in Putusan],
        "akan_dimuat": sum(berkas.jumlah.get(satu, 0) for satu in impor.DIMUAT),
        "boleh_muat": akses.can_exchange(request.user) and berkas.status == StatusImpor.DIPERIKSA,
        "boleh_batal": akses.can_exchange(request.user) and berkas.status != StatusImpor.DIBATALKAN,
    }
    return render(request, "evaluasi/pertukaran/detail.html", konteks)


@require_POST
def pertukaran_muat(request, pk):
    """Load the confirmed rows."""
    return _lakukan(request, pk, impor.confirm_exchange, "Berkas dimuat.")


@require_POST
def pertukaran_batal(request, pk):
    """Put a file aside, or take its load back."""
    return _lakukan(request, pk, impor.undo_exchange, "Berkas dibatalkan; keadaan sebelumnya berlaku lagi.")


def _lakukan(request, pk, aksi, kalimat):
    berkas = get_object_or_404(ImporKinerja.objects.visible_to(request.user), pk=pk)
    if not akses.can_exchange(request.user):
        raise Http404
    try:
        aksi(impor_id=berkas.pk, oleh=request.user, saat=timezone.now(), bentuk=BENTUK)
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat)
    return redirect("pertukaran-detail", pk)
