"""The register of papers: print page, issue, list, download, revoke, bring a signed file back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..aturan.dokumen import baca_kode
from ..forms.dokumen import SaringDokumen, UnggahTandaForm
from ..models import Dokumen, Evaluasi, EvaluasiTahunan, PermintaanCabut, TandaTangan
from ..pilihan import StatusDokumen, StatusTandaTangan
from ..rekap.kertas import Kertas, kertas_skp
from ..rekap.kertas_evaluasi import LENGKAP, dokumen_evaluasi, kertas_evaluasi
from ..rekap.kertas_tahun import dokumen_tahun, kertas_tahun
from ..tanda_tangan import MAKS_BYTE

PER_HALAMAN = 25
KOLOM = ["Dokumen", "Pegawai", "NIP", "Status", "Diterbitkan", "Kode", "SHA-256"]


def _kertas_skp(request, pk) -> tuple[Kertas, str]:
    baris = SKP.objects.visible_to(request.user).select_related("jabatan__unit", "unit", "pegawai", "penilai")
    skp = get_object_or_404(baris, pk=pk, status=StatusSKP.DISETUJUI)
    return kertas_skp(skp), reverse("kinerja:skp-detail", args=[pk])


def _evaluasi(request, pk) -> Evaluasi:
    return get_object_or_404(Evaluasi.objects.visible_to(request.user).select_related(*LENGKAP), pk=pk)


def _kertas_evaluasi(request, pk) -> tuple[Kertas, str]:
    return kertas_evaluasi(_evaluasi(request, pk)), reverse("evaluasi:hasil-detail", args=[pk])


def _kertas_dokumen(request, pk) -> tuple[Kertas, str]:
    return dokumen_evaluasi(_evaluasi(request, pk)), reverse("evaluasi:hasil-detail", args=[pk])


def _tahun(request, pk) -> EvaluasiTahunan:
    baris = EvaluasiTahunan.objects.visible_to(request.user)
    return get_object_or_404(baris.select_related("siklus__periode", "pegawai", "penilai", "ketentuan"), pk=pk)


def _kertas_tahun(request, pk) -> tuple[Kertas, str]:
    return kertas_tahun(_tahun(request, pk)), reverse("evaluasi:tahun-detail", args=[pk])


def _dokumen_tahun(request, pk) -> tuple[Kertas, str]:
    return dokumen_tahun(_tahun(request, pk)), reverse("evaluasi:tahun-detail", args=[pk])


#: By the word in the address: reads the object as this user sees it.
PEMBACA = {
    "skp": _kertas_skp,
    "evaluasi": _kertas_evaluasi,
    "dokumen": _kertas_dokumen,
    "tahun": _kertas_tahun,
    "dokumen-tahun": _dokumen_tahun,
}


@require_GET
def cetak(request, pk, jenis):
    """The print page of a paper: the same template as its PDF, without a code."""
    kertas, kembali = PEMBACA[jenis](request, pk)
    layar = {"layar": True, "kembali": kembali}
    if akses.can_issue(request.user, kertas.pegawai_id, kertas.penilai_id):
        layar["terbit_ke"] = reverse(f"evaluasi:terbit-{jenis}", args=[pk])
    return render(request, kertas.templat, kertas.konteks | layar)


@require_POST
def terbitkan(request, pk, jenis):
    """Issue the PDF, or find the one that is there already."""
    kertas, kembali = PEMBACA[jenis](request, pk)
    if not akses.can_issue(request.user, kertas.pegawai_id, kertas.penilai_id):
        raise Http404
    saat = timezone.now()
    try:
        dokumen = actions.issue_document(kertas=kertas, oleh=request.user, saat=saat)
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return redirect(kembali)
    baru = dokumen.diterbitkan_pada == saat
    messages.success(
        request, "Dokumen diterbitkan." if baru else "Isinya tidak berubah: ini dokumen yang sudah terbit."
    )
    return redirect("evaluasi:dokumen-detail", dokumen.pk)


@require_GET
def dokumen_list(request):
    """The papers that this person may see, newest first."""
    saring = SaringDokumen(request.GET)
    baris = _tersaring(Dokumen.objects.visible_to(request.user).berstatus(), saring)
    baris = baris.select_related("pegawai").order_by("-pk")
    if diminta(request):
        return ekspor(request, "dokumen", KOLOM, map(_sel, baris))
    konteks = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "boleh_batch": akses.can_confirm_some(request.user),
        "menunggu": PermintaanCabut.objects.visible_to(request.user).count() if akses.can_exchange(request.user) else 0,
    }
    return render(request, "evaluasi/dokumen/list.html", konteks)


def _tersaring(baris, saring: SaringDokumen):
    saring.is_valid()
    isi = saring.cleaned_data
    for nama in ("jenis", "status"):
        if isi.get(nama):
            baris = baris.filter(**{nama: isi[nama]})
    if cari := (isi.get("cari") or "").replace("\x00", "").strip():
        kode = baca_kode(cari)
        baris = baris.filter(Q(kode=kode) if kode else Q(pegawai__nama__icontains=cari) | Q(pegawai__nip=cari))
    return baris


def _sel(satu: Dokumen) -> list:
    return [
        satu.judul,
        satu.pegawai.nama_lengkap,
        satu.pegawai.nip,
        StatusDokumen(satu.status).label,
        satu.diterbitkan_pada,
        satu.kode_tampil,
        satu.sidik,
    ]


def _dokumen(request, pk) -> Dokumen:
    baris = Dokumen.objects.visible_to(request.user).berstatus()
    return get_object_or_404(baris.select_related("pegawai", "penilai", "diterbitkan_oleh", "menggantikan"), pk=pk)


@require_GET
def dokumen_detail(request, pk):
    """One paper: its status, its hash, who signed, and what can be done with it."""
    return _halaman(request, _dokumen(request, pk))


def _halaman(request, dokumen: Dokumen, form=None, status=200):
    tempat = list(dokumen.tanda_tangan.select_related("penanda_tangan"))
    minta = PermintaanCabut.objects.filter(dokumen=dokumen).select_related("diminta_oleh").first()
    boleh_cabut = akses.can_revoke(request.user, dokumen) and dokumen.status != StatusDokumen.DICABUT
    konteks = {
        "dokumen": dokumen,
        "status_kata": StatusDokumen(dokumen.status).label,
        "tempat": tempat,
        "pengganti": Dokumen.objects.visible_to(request.user).filter(menggantikan=dokumen).first(),
        "pencabutan": getattr(dokumen, "pencabutan", None),
        "minta": minta,
        "boleh_minta": boleh_cabut and minta is None,
        "boleh_putus": boleh_cabut and minta is not None and minta.diminta_oleh_id != request.user.pk,
        "form": form or UnggahTandaForm(),
        "boleh_unggah": dokumen.status == StatusDokumen.VALID and any(_milik(request, satu) for satu in tempat),
        "alamat": reverse("verifikasi", args=[dokumen.kode_tampil]),
    }
    return render(request, "evaluasi/dokumen/detail.html", konteks, status=status)


def _milik(request, tempat: TandaTangan) -> bool:
    sendiri = bool(request.user.pegawai_id) and tempat.penanda_tangan_id == request.user.pegawai_id
    return sendiri and tempat.status == StatusTandaTangan.MENUNGGU


@require_GET
def berkas(request, pk):
    """Send the PDF to whoever sees the paper."""
    dokumen = _dokumen(request, pk)
    return _kirim(dokumen.berkas, f"{dokumen.judul} {dokumen.pegawai.nama}.pdf")


@require_GET
def berkas_bertanda(request, pk):
    """Send a signed file to whoever sees the paper."""
    baris = TandaTangan.objects.visible_to(request.user).select_related("dokumen__pegawai")
    tempat = get_object_or_404(baris, pk=pk, status=StatusTandaTangan.DITANDATANGANI)
    return _kirim(tempat.berkas, f"{tempat.dokumen.judul} {tempat.dokumen.pegawai.nama} bertanda tangan.pdf")


def _kirim(berkas, nama: str, jenis: str = "application/pdf"):
    try:
        isi = berkas.open("rb")
    except (FileNotFoundError, ValueError) as galat:
        raise Http404("Berkasnya tidak ada lagi di penyimpanan.") from galat
    jawaban = FileResponse(isi, as_attachment=True, filename=nama, content_type=jenis)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@require_POST
def cabut(request, pk):
    """Ask to take a paper back."""
    dokumen = _dokumen(request, pk)
    return _lakukan(
        request,
        dokumen,
        lambda saat: actions.request_revocation(
            dokumen_id=pk, alasan=request.POST.get("alasan", ""), oleh=request.user, saat=saat
        ),
        "Pencabutan diminta; petugas BKPSDM lain memutuskannya.",
    )


@require_POST
def cabut_putus(request, pk):
    """Decide over a revocation that somebody else asked for."""
    dokumen = _dokumen(request, pk)
    setuju = request.POST.get("putusan") == "cabut"
    return _lakukan(
        request,
        dokumen,
        lambda saat: actions.decide_revocation(dokumen_id=pk, setuju=setuju, oleh=request.user, saat=saat),
        "Dokumen dicabut." if setuju else "Dokumen tetap berlaku.",
    )


def _lakukan(request, dokumen, aksi, kalimat):
    if not akses.can_revoke(request.user, dokumen):
        raise Http404
    try:
        aksi(timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat)
    return redirect("evaluasi:dokumen-detail", dokumen.pk)


@require_POST
def tanda_tangan(request, pk):
    """Take a signed file back from its signer."""
    dokumen = _dokumen(request, pk)
    if not dokumen.tanda_tangan.filter(penanda_tangan=request.user.pegawai_id or 0).exists():
        raise Http404
    form = UnggahTandaForm(request.POST, request.FILES)
    if form.is_valid():
        isi = form.cleaned_data["berkas"].read(MAKS_BYTE + 1)
        try:
            actions.attach_signed(dokumen_id=pk, isi=isi, oleh=request.user, saat=timezone.now())
        except RuleViolation as galat:
            form.add_error("berkas", str(galat))
        else:
            messages.success(request, "Berkas bertanda tangan diterima dan disimpan di samping dokumennya.")
            return redirect("evaluasi:dokumen-detail", pk)
    return _halaman(request, dokumen, form, status=422)


urlpatterns = [
    *(
        satu
        for jenis in PEMBACA
        for satu in (
            path(f"cetak/{jenis}/<int:pk>/", cetak, {"jenis": jenis}, name=f"cetak-{jenis}"),
            path(f"terbit/{jenis}/<int:pk>/", terbitkan, {"jenis": jenis}, name=f"terbit-{jenis}"),
        )
    ),
    path("dokumen/", dokumen_list, name="dokumen-list"),
    path("dokumen/<int:pk>/", dokumen_detail, name="dokumen-detail"),
    path("dokumen/<int:pk>/berkas/", berkas, name="dokumen-berkas"),
    path("dokumen/<int:pk>/cabut/", cabut, name="dokumen-cabut"),
    path("dokumen/<int:pk>/cabut/putus/", cabut_putus, name="dokumen-cabut-putus"),
    path("dokumen/<int:pk>/tanda-tangan/", tanda_tangan, name="dokumen-tanda-tangan"),
    path("dokumen/bertanda/<int:pk>/", berkas_bertanda, name="dokumen-bertanda"),
]
