"""Trying another ketentuan on copies: the trials, one trial's report, its people, and a comparison. BKPSDM alone."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses, rekap
from ..forms.andai import CobaForm, SaringOrangForm, SaringSimulasiForm
from ..models import HasilSimulasi, Siklus, Simulasi
from ..pilihan import Predikat, Tahap

PER_HALAMAN = 25
MAKS_BANDING = 4

URUT_SIMULASI = {
    "nama": ("nama", "pk"),
    "-nama": ("-nama", "-pk"),
    "dibuat": ("dibuat_pada", "pk"),
    "-dibuat": ("-dibuat_pada", "-pk"),
    "pindah": ("pindah", "pk"),
    "-pindah": ("-pindah", "-pk"),
}
URUT_ORANG = {
    "nama": ("evaluasi__pegawai__nama", "pk"),
    "-nama": ("-evaluasi__pegawai__nama", "-pk"),
    "hasil": ("indeks_hasil", "pk"),
    "-hasil": ("-indeks_hasil", "-pk"),
    "perilaku": ("indeks_perilaku", "pk"),
    "-perilaku": ("-indeks_perilaku", "-pk"),
    "arah": ("arah", "pk"),
    "-arah": ("-arah", "-pk"),
}
URUT_KANTOR = {
    "nama": lambda satu: satu.nama.lower(),
    "orang": lambda satu: satu.orang,
    "pindah": lambda satu: satu.pindah,
    "persen": lambda satu: satu.persen,
    "dekat": lambda satu: satu.dekat,
}
KOLOM_KANTOR = [
    "Perangkat daerah",
    "Hasil (orang)",
    "Naik (orang)",
    "Turun (orang)",
    "Pindah (%)",
    "Tidak dapat dihitung (orang)",
    "Dekat garis (orang)",
    "Predikat organisasi",
    "Pola sekarang",
    "Pola dalam simulasi",
    *(f"{satu.label} sekarang" for satu in Predikat),
    *(f"{satu.label} simulasi" for satu in Predikat),
]
KOLOM_ORANG = [
    "NIP",
    "Nama",
    "Perangkat daerah",
    "Predikat sekarang",
    "Predikat simulasi",
    "Indeks hasil sekarang",
    "Indeks hasil simulasi",
    "Indeks perilaku sekarang",
    "Indeks perilaku simulasi",
    "Jarak hasil dari garis (poin)",
    "Jarak perilaku dari garis (poin)",
    "Keterangan",
]


def _jaga(request) -> None:
    """For everybody else these pages do not exist."""
    if not akses.can_try_policy(request.user):
        raise Http404


def _ambil(request, pk: int) -> Simulasi:
    _jaga(request)
    terlihat = Simulasi.objects.visible_to(request.user)
    return get_object_or_404(
        rekap.dengan_jumlah(terlihat).select_related("siklus__periode", "siklus__ketentuan", "dibuat_oleh"), pk=pk
    )


@require_GET
def andai_list(request):
    """Every trial with what it moved; several can be ticked and compared."""
    _jaga(request)
    saring = SaringSimulasiForm(request.GET)
    baris = rekap.dengan_jumlah(Simulasi.objects.visible_to(request.user)).select_related("siklus", "dibuat_oleh")
    if saring.is_valid():
        if cari := saring.cleaned_data["cari"]:
            baris = baris.filter(nama__icontains=cari)
        if siklus := saring.cleaned_data["siklus"]:
            baris = baris.filter(siklus=siklus)
    else:
        baris = baris.none()
    baris = baris.order_by(*URUT_SIMULASI.get(request.GET.get("urut"), URUT_SIMULASI["-dibuat"]))
    if diminta(request):
        kolom = ["Simulasi", "Siklus", "Hasil", "Naik", "Turun", "Tidak dapat dihitung", "Dekat garis", "Dibuat"]
        return ekspor(request, "simulasi", kolom, map(_sel_simulasi, baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    kemajuan = rekap.kemajuan_simulasi([satu.pk for satu in halaman])
    siklus = Siklus.objects.filter(tahap__in=[Tahap.TERBIT, Tahap.FINAL])
    isi = {
        "halaman": halaman,
        "baris": [(satu, kemajuan[satu.pk]) for satu in halaman],
        "saring": saring,
        "siklus": siklus,
    }
    return render(request, "evaluasi/andai/list.html", isi)


def _sel_simulasi(satu: Simulasi) -> list:
    angka = [satu.jumlah, satu.naik, satu.turun, satu.tertahan, satu.dekat]
    return [satu.nama, str(satu.siklus), *angka, satu.dibuat_pada]


@require_http_methods(["GET", "POST"])
def andai_buat(request, pk):
    """Choose the numbers to try on the results of one siklus."""
    _jaga(request)
    siklus = get_object_or_404(Siklus.objects.visible_to(request.user).select_related("ketentuan"), pk=pk)
    form = CobaForm(request.POST or None, isi=siklus.ketentuan.isi)
    lain, status = [], 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                simulasi = actions.start_trial(
                    siklus_id=siklus.pk,
                    nama=form.cleaned_data["judul"],
                    ubah=form.ubah,
                    oleh=request.user,
                    saat=timezone.now(),
                )
            except RuleViolation as galat:
                lain = [str(galat)]
            else:
                return redirect("evaluasi:andai-detail", simulasi.pk)
    isi = {"form": form, "siklus": siklus, "lain": lain}
    return render(request, "evaluasi/andai/form.html", isi, status=status)


@require_GET
def andai_detail(request, pk):
    """One trial: its progress, then who moves, in which offices, and how the patterns fit."""
    simulasi = _ambil(request, pk)
    kantor = _urut_kantor(request, rekap.kantor_simulasi(simulasi))
    if diminta(request):
        return ekspor(request, f"simulasi-{simulasi.pk}-perangkat-daerah", KOLOM_KANTOR, map(_sel_kantor, kantor))
    isi = {
        "simulasi": simulasi,
        "kemajuan": rekap.kemajuan_simulasi([simulasi.pk])[simulasi.pk],
        "diubah": rekap.angka_diubah(simulasi),
        "matriks": rekap.matriks_pindah(simulasi),
        "predikat": list(Predikat),
        "kantor": kantor,
        "pola": _jumlah_pola(kantor),
        "dekat": rekap.DEKAT,
    }
    return render(request, "evaluasi/andai/detail.html", isi)


def _urut_kantor(request, kantor: list) -> list:
    """The offices in the order asked for, most moved first without one."""
    kata = request.GET.get("urut", "")
    kunci = URUT_KANTOR.get(kata.removeprefix("-"))
    return sorted(kantor, key=kunci, reverse=kata.startswith("-")) if kunci else kantor


def _jumlah_pola(kantor: list) -> tuple[int, int, int]:
    """How many offices have a pattern, fit it now, and would fit it."""
    berpola = [satu for satu in kantor if satu.pola_lama]
    sesuai = (
        sum(bool(satu.pola_lama.sesuai) for satu in berpola),
        sum(bool(satu.pola_baru.sesuai) for satu in berpola),
    )
    return (len(berpola), *sesuai)


def _sel_kantor(satu) -> list:
    return [
        satu.nama,
        satu.orang,
        satu.naik,
        satu.turun,
        round(satu.persen, 2),
        satu.tertahan,
        satu.dekat,
        satu.nama_organisasi,
        _kata_pola(satu.pola_lama),
        _kata_pola(satu.pola_baru),
        *satu.lama.values(),
        *satu.baru.values(),
    ]


def _kata_pola(pola) -> str:
    if pola is None or pola.sesuai is None:
        return "belum ada"
    return "sesuai" if pola.sesuai else " ".join(pola.kalimat)


@require_GET
def andai_kemajuan(request, pk):
    """The fragment with the bar, asked again while chunks wait."""
    simulasi = _ambil(request, pk)
    kemajuan = rekap.kemajuan_simulasi([pk])[pk]
    jawab = render(request, "evaluasi/andai/_kemajuan.html", {"simulasi": simulasi, "kemajuan": kemajuan})
    if not kemajuan.berjalan:
        jawab["HX-Refresh"] = "true"
    return jawab


@require_GET
def andai_orang(request, pk):
    """The people of one trial: who moves, who stands near a line."""
    simulasi = _ambil(request, pk)
    saring = SaringOrangForm(request.GET)
    baris = _saring_orang(HasilSimulasi.objects.visible_to(request.user).filter(simulasi=simulasi), saring)
    baris = baris.select_related("evaluasi__pegawai", "kantor").defer("evaluasi__masukan", "evaluasi__pohon")
    baris = baris.order_by(*URUT_ORANG.get(request.GET.get("urut"), URUT_ORANG["nama"]))
    if diminta(request):
        return ekspor(request, f"simulasi-{simulasi.pk}-pegawai", KOLOM_ORANG, map(_sel_orang, baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "evaluasi/andai/orang.html", {"simulasi": simulasi, "saring": saring, "halaman": halaman})


def _saring_orang(baris, saring: SaringOrangForm):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if isi["cari"]:
        baris = baris.filter(evaluasi__pegawai__nama__icontains=isi["cari"])
    if isi["kantor"]:
        baris = baris.filter(kantor=isi["kantor"])
    if isi["arah"] == "pindah":
        baris = baris.pindah()
    elif isi["arah"]:
        baris = baris.filter(rekap.SARING_ARAH[isi["arah"]])
    return baris.dekat(rekap.DEKAT) if isi["dekat"] else baris


def _sel_orang(satu: HasilSimulasi) -> list:
    evaluasi = satu.evaluasi
    return [
        evaluasi.pegawai.nip,
        evaluasi.pegawai.nama,
        satu.kantor.nama if satu.kantor else "",
        satu.get_predikat_lama_display(),
        satu.get_predikat_display() or "tidak dapat dihitung",
        evaluasi.indeks_hasil,
        satu.indeks_hasil,
        evaluasi.indeks_perilaku,
        satu.indeks_perilaku,
        satu.jarak_hasil,
        satu.jarak_perilaku,
        satu.alasan,
    ]


@require_GET
def andai_banding(request):
    """Up to four trials beside each other."""
    _jaga(request)
    pilih = [int(satu) for satu in request.GET.getlist("pilih") if satu.isascii() and satu.isdigit() and len(satu) < 18]
    terlihat = Simulasi.objects.visible_to(request.user).filter(pk__in=pilih[:MAKS_BANDING])
    daftar = list(rekap.dengan_jumlah(terlihat).select_related("siklus__periode", "siklus__ketentuan").order_by("pk"))
    kolom = [_kolom_banding(satu) for satu in daftar]
    sebaran = [(satu.label, [(k["simulasi"].nama, k["sebaran"][satu.label]) for k in kolom]) for satu in Predikat]
    return render(request, "evaluasi/andai/banding.html", {"daftar": kolom, "sebaran": sebaran})


def _kolom_banding(simulasi: Simulasi) -> dict:
    matriks = rekap.matriks_pindah(simulasi)
    berpola, lama, baru = _jumlah_pola(rekap.kantor_simulasi(simulasi))
    return {
        "simulasi": simulasi,
        "diubah": rekap.angka_diubah(simulasi),
        "sebaran": {satu.label: sum(dict(baris)[satu.label] for _, baris, _ in matriks) for satu in Predikat},
        "pola": (berpola, lama, baru),
    }


@require_POST
def andai_hapus(request, pk):
    """Throw a trial away; no result was touched by it."""
    simulasi = _ambil(request, pk)
    try:
        actions.delete_trial(simulasi_id=simulasi.pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Simulasi dihapus. Tidak ada hasil pegawai yang berubah.")
    return redirect("evaluasi:andai-list")


urlpatterns = [
    path("andai/", andai_list, name="andai-list"),
    path("andai/banding/", andai_banding, name="andai-banding"),
    path("andai/<int:pk>/", andai_detail, name="andai-detail"),
    path("andai/<int:pk>/kemajuan/", andai_kemajuan, name="andai-kemajuan"),
    path("andai/<int:pk>/pegawai/", andai_orang, name="andai-orang"),
    path("andai/<int:pk>/hapus/", andai_hapus, name="andai-hapus"),
    path("siklus/<int:pk>/andai/", andai_buat, name="andai-buat"),
]
