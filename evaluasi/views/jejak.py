"""What a person reads of their own result: the list, the explanation down to the evidence, the provisional one."""

import datetime as dt

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_waktu
from mataram_asn.kit.pdf import PDFTidakTersedia, pdf_tersimpan

from ..actions import penilaian as actions
from ..akses import can_mark_done
from ..aturan import KetentuanPenilaian
from ..forms.keberatan import AjukanForm
from ..models import Evaluasi, EvaluasiTahunan, Keberatan, LembarPenilaian, RiwayatKinerja, Siklus
from ..pilihan import StatusLembar, Tahap
from ..rekap import beda, butir_dapat_dipilih, jam_keberatan
from ..rekap import sementara as hitung_sementara
from ..rekap.dinas import di_luar_saya, kalimat_absen
from ..rekap.kertas_jejak import TEMPLAT, jejak_evaluasi
from ..rekap.tertahan import kalimat_tertahan
from ..rekap.umpan_balik_saya import umpan_balik_saya as baca_umpan_balik
from .pohon import bertautan, pohon_sementara

PER_HALAMAN = 25
#: Open levels of the tree: the indicators are in sight, and every piece of evidence is fetched by the third click.
TERBUKA = 7
#: While figures can be contested, so far that every one of them can be picked by one click.
TERBUKA_KEBERATAN = 9
KOLOM = ["Siklus", "Mulai", "Selesai", "Jabatan", "Indeks hasil", "Indeks perilaku", "Predikat", "Pejabat penilai"]


@require_GET
def hasil_saya(request):
    """One's own published results, newest first, and the sheets that are still under way."""
    _hanya_pegawai(request.user)
    milik = (
        Evaluasi.objects.filter(pegawai=request.user.pegawai_id)
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus", "penilai", "skp__jabatan")
        .order_by("-selesai", "-pk")
    )
    if diminta(request):
        return ekspor(request, "hasil-saya", KOLOM, map(_sel, milik))
    berjalan = (
        LembarPenilaian.objects.milik(request.user.pegawai_id)
        .filter(
            Q(siklus__tahap__in=[Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT])
            | Q(siklus__tahap=Tahap.FINAL, status=StatusLembar.TERTAHAN),
            evaluasi__isnull=True,
        )
        .select_related("siklus__periode", "skp__jabatan")
        .order_by("-selesai", "pk")
    )
    saat = timezone.now()
    konteks = {
        "halaman": Paginator(milik, PER_HALAMAN).get_page(request.GET.get("page")),
        "berjalan": [(satu, kalimat_tertahan(satu), can_mark_done(request.user, satu, saat)) for satu in berjalan],
        "riwayat": RiwayatKinerja.objects.berlaku().filter(pegawai=request.user.pegawai_id),
        "tahunan": _tahunan(request.user),
        "di_luar": di_luar_saya(request.user.pegawai_id),
    }
    return render(request, "evaluasi/jejak/list.html", konteks)


def _tahunan(user):
    """One's own years of several segments that are set, newest first."""
    milik = EvaluasiTahunan.objects.visible_to(user).berlaku().filter(pegawai=user.pegawai_id)
    return milik.defer("masukan", "pohon").select_related("siklus", "penilai").order_by("-siklus__periode__mulai")


def _hanya_pegawai(user) -> None:
    """An account that is no person's has no results of its own."""
    if not user.pegawai_id:
        raise Http404


def _sel(satu: Evaluasi) -> list:
    return [
        str(satu.siklus),
        satu.mulai,
        satu.selesai,
        str(satu.skp.jabatan),
        satu.indeks_hasil,
        satu.indeks_perilaku,
        satu.get_predikat_display(),
        str(satu.penilai),
    ]


@require_GET
def hasil_detail(request, pk):
    """One published result, opened down to every input, with a second computation of it."""
    return halaman_hasil(request, pk)


def halaman_hasil(request, pk, *, form=None, dipilih=(), status=200):
    """The page of one result; `form` and `dipilih` are an objection that was refused, with what it holds."""
    evaluasi = get_object_or_404(
        Evaluasi.objects.visible_to(request.user).select_related(
            "siklus__periode", "skp__jabatan", "skp__unit", "pegawai", "penilai", "ketentuan", "menggantikan"
        ),
        pk=pk,
    )
    ditetapkan = evaluasi.masukan.get("ditetapkan_pada")
    konteks = {
        "evaluasi": evaluasi,
        "terbuka": TERBUKA,
        "absen": kalimat_absen(request.user, evaluasi.skp, evaluasi.siklus.periode),
        "beda": beda(evaluasi),
        "ditetapkan_pada": dt.datetime.fromisoformat(ditetapkan) if ditetapkan else None,
        "pengganti": Evaluasi.objects.visible_to(request.user).filter(menggantikan=evaluasi).first(),
        "milik_sendiri": evaluasi.pegawai_id == request.user.pegawai_id,
    }
    konteks |= _keberatan(evaluasi, request.user, konteks, form)
    if konteks["form_keberatan"]:
        konteks["terbuka"] = TERBUKA_KEBERATAN
    dapat = butir_dapat_dipilih(evaluasi) if konteks["form_keberatan"] else {}
    pilih = {kunci: kunci in dipilih for kunci in dapat}
    konteks["pohon"] = bertautan(evaluasi.pohon, request.user, pilih)
    return render(request, "evaluasi/jejak/detail.html", konteks, status=status)


@require_GET
def hasil_jejak(request, pk):
    """The whole explanation of one result on one page to be printed, every level open."""
    layar = {"layar": True, "kembali": reverse("evaluasi:hasil-detail", args=[pk])}
    return render(request, TEMPLAT, jejak_evaluasi(_lengkap(request, pk)) | layar)


@require_GET
def hasil_jejak_pdf(request, pk):
    """The same as PDF; without the library behind it, the page to be printed with a word about it."""
    return kirim_jejak(request, jejak_evaluasi(_lengkap(request, pk)), reverse("evaluasi:hasil-jejak", args=[pk]))


def kirim_jejak(request, konteks: dict, halaman: str):
    """The PDF of an explanation, or the way to its page where no PDF can be made."""
    try:
        isi = pdf_tersimpan(TEMPLAT, konteks)
    except PDFTidakTersedia as galat:
        messages.warning(request, str(galat))
        return redirect(halaman)
    nama = f"jejak-angka-{konteks['objek'].pk}.pdf"
    return HttpResponse(
        isi,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{nama}"', "X-Content-Type-Options": "nosniff"},
    )


def _lengkap(request, pk) -> Evaluasi:
    baris = Evaluasi.objects.visible_to(request.user)
    return get_object_or_404(
        baris.select_related("siklus", "skp__jabatan", "skp__unit", "pegawai", "penilai", "ketentuan"), pk=pk
    )


def _keberatan(evaluasi: Evaluasi, user, konteks: dict, form) -> dict:
    """The objection about this result where this user sees one, and the form while its time runs."""
    ada = Keberatan.objects.visible_to(user).filter(Q(evaluasi=evaluasi) | Q(hasil=evaluasi)).first()
    if not konteks["milik_sendiri"]:
        return {"keberatan": ada, "form_keberatan": None}
    jam = jam_keberatan(evaluasi, timezone.now())
    boleh = jam.terbuka and ada is None and konteks["pengganti"] is None
    return {"keberatan": ada, "jam": jam, "form_keberatan": (form or AjukanForm()) if boleh else None}


@require_GET
def sementara(request, pk):
    """What the realisasi so far would give, for the person alone; nothing that the penilai noted is in it."""
    lembar = get_object_or_404(
        LembarPenilaian.objects.milik(request.user.pegawai_id).select_related("siklus__periode", "skp__jabatan"), pk=pk
    )
    terbit = Evaluasi.objects.visible_to(request.user).filter(lembar=lembar).berlaku().first()
    if terbit:
        return redirect("evaluasi:hasil-detail", terbit.pk)
    hasil = hitung_sementara(lembar)
    konteks = {
        "lembar": lembar,
        "hasil": hasil,
        "pohon": pohon_sementara(hasil.pohon.ke_dict()) if hasil else None,
        "terbuka": TERBUKA,
        "absen": kalimat_absen(request.user, lembar.skp, lembar.siklus.periode),
        "tertahan": kalimat_tertahan(lembar),
        "boleh_selesai": can_mark_done(request.user, lembar, timezone.now()),
    }
    return render(request, "evaluasi/jejak/sementara.html", konteks)


@require_POST
def selesai_mengisi(request, pk):
    """The pegawai says that their side is done; the receipt names the moment."""
    lembar = get_object_or_404(LembarPenilaian.objects.milik(request.user.pegawai_id), pk=pk)
    saat = timezone.now()
    try:
        actions.mark_employee_done(lembar_id=lembar.pk, oleh=request.user, saat=saat)
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Diterima {tulis_waktu(saat)}: sisi Anda selesai, keterlambatan bukan dari Anda.")
    return redirect("evaluasi:sementara", pk)


@require_GET
def umpan_balik_saya(request):
    """What the public said of this person in the running period, or the year where none runs."""
    _hanya_pegawai(request.user)
    siklus = Siklus.objects.berjalan().select_related("periode", "ketentuan").order_by("periode__selesai").last()
    siklus = siklus or Siklus.objects.select_related("periode", "ketentuan").first()
    konteks = {"siklus": siklus}
    if siklus:
        ketentuan = KetentuanPenilaian.dari(siklus.ketentuan.isi)
        periode = siklus.periode
        konteks["umpan"] = baca_umpan_balik(request.user.pegawai_id, periode.mulai, periode.selesai, ketentuan)
        konteks["ketentuan"] = ketentuan
    return render(request, "evaluasi/umpan_balik/saya.html", konteks)


urlpatterns = [
    path("hasil/", hasil_saya, name="hasil-saya"),
    path("hasil/<int:pk>/", hasil_detail, name="hasil-detail"),
    path("hasil/<int:pk>/jejak/", hasil_jejak, name="hasil-jejak"),
    path("hasil/<int:pk>/jejak.pdf", hasil_jejak_pdf, name="hasil-jejak-pdf"),
    path("sementara/<int:pk>/", sementara, name="sementara"),
    path("sementara/<int:pk>/selesai/", selesai_mengisi, name="selesai-mengisi"),
    path("umpan-balik/saya/", umpan_balik_saya, name="umpan-balik-saya"),
]
