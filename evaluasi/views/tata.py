"""Around a siklus that runs: who holds up whom, own punctuality, more time, hand-over, and two people's decisions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kinerja.models import Perpanjangan
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import actions, akses
from ..forms.tata import (
    AlihForm,
    PermohonanForm,
    PerpanjanganForm,
    PutusanForm,
    SaringPapanForm,
    SaringPerpanjanganForm,
    SaringTepatForm,
)
from ..models import LembarPenilaian, PermohonanSiklus, Siklus
from ..pilihan import StatusPermohonan
from ..rekap.alih import belum_dinilai_penilai, calon_penilai
from ..rekap.kantor import kantor_unit
from ..rekap.papan import Ketepatan, Tahanan, ketepatan, papan

PER_HALAMAN = 25
KOLOM_PAPAN = ["Penilai", "Pegawai", "NIP", "Unit kerja", "Keadaan", "Tenggat", "Lewat (hari)", "Langkah berikut"]
KOLOM_TEPAT = ["NIP", "Nama", "Unit kerja", "Tenggat pengisian", "Menyatakan selesai", "Ketepatan"]
KOLOM_PANJANG = ["Yang diperpanjang", "Unit atau pegawai", "Sampai", "Alasan", "Diberikan oleh", "Pada", "Dicabut"]
URUT = {
    "penilai": lambda satu: (str(satu.lembar.penilai or "").casefold(), satu.lembar.pk),
    "pegawai": lambda satu: (satu.lembar.pegawai.nama.casefold(), satu.lembar.pk),
    "lewat": lambda satu: (satu.lewat, satu.lembar.pk),
}
URUT_TEPAT = {
    "pegawai": URUT["pegawai"],
    "tenggat": lambda satu: (satu.batas, satu.lembar.pk),
    "selesai": lambda satu: (satu.selesai is None, satu.selesai or satu.batas, satu.lembar.pk),
}


def _siklus(request, pk: int) -> Siklus:
    baris = Siklus.objects.visible_to(request.user).select_related("periode", "ketentuan")
    return get_object_or_404(baris, pk=pk)


def _kelola(request, pk: int) -> Siklus:
    if not akses.can_manage_siklus(request.user):
        raise Http404
    return _siklus(request, pk)


def _terlihat(request) -> set[int] | None:
    """Whose sheets the board shows: all for the city, one's chain and oneself for a head; nobody else."""
    if akses.can_watch_siklus(request.user):
        return None
    if not akses.is_assessor(request.user):
        raise Http404
    rantai = Pegawai.objects.bawahan_rantai(request.user.pegawai_id, timezone.localdate())
    return {*rantai.values_list("pk", flat=True), request.user.pegawai_id}


@require_GET
def siklus_papan(request, pk):
    """Who holds up whom, since when, and what follows: the city, or one's own chain."""
    siklus, saat, kota = _siklus(request, pk), timezone.now(), akses.can_watch_siklus(request.user)
    saring = SaringPapanForm(request.GET, kota=kota, pegawai_id=request.user.pegawai_id)
    semua = papan(siklus, saat, _terlihat(request))
    kantor = kantor_unit(siklus) if kota else {}
    baris = [satu for satu in semua if saring.cocok(satu, kantor)] if saring.is_valid() else []
    _urutkan(baris, request, URUT, "-lewat")
    if diminta(request):
        return ekspor(request, "siapa-menahan-siapa", KOLOM_PAPAN, map(_sel_papan, baris))
    isi = {
        "siklus": siklus,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "boleh_kelola": akses.can_manage_siklus(request.user),
        "di_bawah": _langsung(request.user),
    }
    return render(request, "evaluasi/papan/list.html", isi)


def _langsung(user) -> set[int]:
    """Whose late sheets this user may score: the assessors directly below."""
    langsung = rekap_pegawai.bawahan_langsung(user.pegawai_id or 0, timezone.localdate())
    return set(langsung.values_list("pk", flat=True))


def _urutkan(baris: list, request, urut: dict, bawaan: str) -> None:
    """Sort in place as the address asks; what it does not know is sorted as by default."""
    kunci = request.GET.get("urut", bawaan)
    kunci = kunci if kunci.lstrip("-") in urut else bawaan
    baris.sort(key=urut[kunci.lstrip("-")], reverse=kunci.startswith("-"))


def _sel_papan(satu: Tahanan) -> list:
    lembar = satu.lembar
    orang, unit = lembar.pegawai, str(lembar.skp.unit)
    return [
        str(lembar.penilai or ""), orang.nama_lengkap, orang.nip, unit, satu.kata, satu.tenggat, satu.hari, satu.berikut
    ]  # fmt: skip


@require_GET
def siklus_ketepatan(request, pk):
    """The pegawai's own punctuality, apart from the assessors'; no lateness of another stands in it."""
    siklus, saat = _siklus(request, pk), timezone.now()
    kota = akses.can_watch_siklus(request.user)
    if not kota and not akses.is_assessor(request.user):
        raise Http404
    saring = SaringTepatForm(request.GET, kota=kota)
    semua = ketepatan(siklus, None if kota else Pegawai.objects.visible_to(request.user))
    kantor = kantor_unit(siklus) if kota else {}
    baris = [satu for satu in semua if saring.cocok(satu, saat, kantor)] if saring.is_valid() else []
    _urutkan(baris, request, URUT_TEPAT, "pegawai")
    if diminta(request):
        return ekspor(request, "ketepatan-pegawai", KOLOM_TEPAT, (_sel_tepat(satu, saat) for satu in baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {
        "siklus": siklus,
        "halaman": halaman,
        "baris": [(satu, satu.kata(saat)) for satu in halaman],
        "saring": saring,
    }
    return render(request, "evaluasi/papan/ketepatan.html", isi)


def _sel_tepat(satu: Ketepatan, saat) -> list:
    orang = satu.lembar.pegawai
    unit = str(satu.lembar.skp.unit)
    return [orang.nip, orang.nama_lengkap, unit, satu.batas, satu.selesai, satu.kata(saat)]


@require_http_methods(["GET", "POST"])
def siklus_perpanjangan(request, pk):
    """The extensions of a siklus and, for BKPSDM, one more."""
    siklus = _siklus(request, pk)
    kelola = akses.can_manage_siklus(request.user)
    if request.method == "POST" and not kelola:
        raise Http404
    form, galat = PerpanjanganForm(request.POST or None), []
    if request.method == "POST" and form.is_valid():
        galat = _coba(request, actions.extend_deadline, "Perpanjangan diberikan.", siklus_id=pk, **form.isi())
        if not galat:
            return redirect("evaluasi:siklus-perpanjangan", pk)
    daftar = Perpanjangan.objects.visible_to(request.user).filter(periode=siklus.periode_id)
    saring = SaringPerpanjanganForm(request.GET)
    daftar = saring.saring(daftar.select_related("unit", "pegawai", "diberikan_oleh"))
    if diminta(request):
        return ekspor(request, "perpanjangan", KOLOM_PANJANG, map(_sel_panjang, daftar))
    isi = {
        "siklus": siklus,
        "saring": saring,
        "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page")),
        "form": form if kelola else None,
        "galat": galat,
    }
    return render(request, "evaluasi/papan/perpanjangan.html", isi, status=422 if request.method == "POST" else 200)


def _sel_panjang(satu: Perpanjangan) -> list:
    return [
        satu.get_kegiatan_display(), str(satu.unit or satu.pegawai), satu.sampai, satu.alasan,
        str(satu.diberikan_oleh), satu.diberikan_pada, satu.dicabut_pada,
    ]  # fmt: skip


@require_POST
def perpanjangan_cabut(request, pk):
    """Take one extension back."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    satu = get_object_or_404(Perpanjangan.objects.visible_to(request.user), pk=pk)
    for kalimat in _coba(request, actions.withdraw_extension, "Perpanjangan dicabut.", perpanjangan_id=satu.pk):
        messages.error(request, kalimat)
    siklus = get_object_or_404(Siklus.objects.exclude(tahap="batal"), periode=satu.periode_id)
    return redirect("evaluasi:siklus-perpanjangan", siklus.pk)


@require_http_methods(["GET", "POST"])
def lembar_alih(request, pk):
    """Hand one sheet to another assessor, or every sheet that waits for the same one."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    baris = LembarPenilaian.objects.select_related("pegawai", "penilai", "siklus", "skp__unit", "skp__jabatan")
    lembar = get_object_or_404(baris, pk=pk)
    lain = belum_dinilai_penilai(lembar).count()
    form, galat = AlihForm(request.POST or None, calon=calon_penilai(lembar, timezone.localdate()), lain=lain), []
    if request.method == "POST" and form.is_valid():
        aksi, kalimat = actions.hand_over, "Penilai dialihkan."
        if form.cleaned_data.get("semua"):
            aksi, kalimat = actions.hand_over_all, "Penilai dialihkan, dengan lembar lain yang menunggunya."
        galat = _coba(request, aksi, kalimat, lembar_id=pk, **form.isi())
        if not galat:
            return redirect("evaluasi:siklus-papan", lembar.siklus_id)
    isi = {"form": form, "galat": galat, "lembar": lembar, "lain": lain, "batas": akses.score_deadline(lembar)}
    return render(request, "evaluasi/papan/alih.html", isi, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def siklus_mohon(request, pk):
    """Ask that an opened siklus is cancelled or opened again; another person decides."""
    siklus = _kelola(request, pk)
    if request.method == "GET" and siklus.permohonan.filter(status=StatusPermohonan.MENUNGGU).exists():
        messages.info(request, "Masih ada permohonan untuk siklus ini yang menunggu petugas BKPSDM lain.")
        return redirect("evaluasi:siklus-detail", pk)
    form, galat = PermohonanForm(request.POST or None), []
    if request.method == "POST" and form.is_valid():
        kalimat = "Permohonan dicatat; petugas BKPSDM lain memutuskannya."
        galat = _coba(request, actions.request_siklus_change, kalimat, siklus_id=pk, **form.cleaned_data)
        if not galat:
            return redirect("evaluasi:siklus-detail", pk)
    kata = "Berlaku sesudah disetujui petugas BKPSDM lain. Realisasi dan catatan penilai tetap tersimpan."
    judul = f"Batalkan atau buka kembali {siklus.nama}"
    return _formulir(request, siklus, form, galat, judul, "Ajukan permohonan", kata)


@require_http_methods(["GET", "POST"])
def siklus_putus(request, pk):
    """The second person reads the reason and decides."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    permohonan = get_object_or_404(PermohonanSiklus.objects.visible_to(request.user).select_related("siklus"), pk=pk)
    form, galat = PutusanForm(request.POST or None), []
    if request.method == "POST" and form.is_valid():
        setuju = form.cleaned_data["putusan"] == "setuju"
        isi = {"permohonan_id": pk, "setuju": setuju, "tanggapan": form.cleaned_data["tanggapan"]}
        galat = _coba(request, actions.decide_siklus_change, "Putusan dicatat.", **isi)
        if not galat:
            return redirect("evaluasi:siklus-detail", permohonan.siklus_id)
    judul = f"{permohonan.get_apa_display()}: {permohonan.siklus.nama}"
    kata = f"{permohonan.diminta_oleh} memohon: {permohonan.alasan}"
    return _formulir(request, permohonan.siklus, form, galat, judul, "Putuskan", kata)


def _coba(request, aksi, berhasil: str, **perintah) -> list[str]:
    """Run an action; what it refuses, as sentences for the form."""
    try:
        aksi(**perintah, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        return [str(galat)]
    messages.success(request, berhasil)
    return []


def _formulir(request, siklus: Siklus, form, galat: list[str], judul: str, tombol: str, kata: str = ""):
    isi = {"form": form, "siklus": siklus, "judul": judul, "tombol": tombol, "galat": galat, "kata": kata}
    return render(request, "evaluasi/papan/form.html", isi, status=422 if request.method == "POST" else 200)


urlpatterns = [
    path("siklus/<int:pk>/papan/", siklus_papan, name="siklus-papan"),
    path("siklus/<int:pk>/ketepatan/", siklus_ketepatan, name="siklus-ketepatan"),
    path("siklus/<int:pk>/perpanjangan/", siklus_perpanjangan, name="siklus-perpanjangan"),
    path("perpanjangan/<int:pk>/cabut/", perpanjangan_cabut, name="perpanjangan-cabut"),
    path("lembar/<int:pk>/alih/", lembar_alih, name="lembar-alih"),
    path("siklus/<int:pk>/mohon/", siklus_mohon, name="siklus-mohon"),
    path("siklus/permohonan/<int:pk>/", siklus_putus, name="siklus-putus"),
]
