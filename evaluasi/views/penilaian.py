"""The atasan's screens: who waits, one sheet with everything beside it, the next person; the confirmations."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import akses
from ..actions import penilaian as actions
from ..aturan import KetentuanPenilaian
from ..forms.penilaian import PenilaianForm
from ..models import Kalibrasi, LembarPenilaian
from ..pilihan import Predikat, Rating, StatusLembar, Tahap
from ..rekap import penilaian as rekap
from ..rekap.dinas import di_luar_siklus, kalimat_absen
from ..rekap.tertahan import kalimat_penilai
from .halaman_nilai import Halaman, indikator_skp, sisipkan_umpan_balik, tetangga

PER_HALAMAN = 25
#: What the list may be ordered by; what is not available comes last either way.
URUT = {
    "nama": lambda satu: satu.lembar.pegawai.nama.casefold(),
    "terisi": lambda satu: satu.terisi,
    "bukti": lambda satu: satu.bukti,
    "indeks": lambda satu: satu.capaian,
    "predikat": lambda satu: Predikat.values.index(satu.angka.predikat) if satu.angka else None,
}
URUT_STATUS = {StatusLembar.TERTAHAN: 0, StatusLembar.TERBUKA: 1, StatusLembar.DITETAPKAN: 2}


@require_GET
def bawahan(request):
    """The sheets that this person scores, those that wait first, with the curve beside them."""
    if not akses.is_assessor(request.user):
        raise Http404
    pilihan = rekap.siklus_penilai(request.user.pegawai_id or 0)
    siklus = next((satu for satu in pilihan if str(satu.pk) == request.GET.get("siklus")), next(iter(pilihan), None))
    if siklus is None:
        return render(request, "evaluasi/penilaian/list.html", {"siklus": None})
    lembar = list(
        LembarPenilaian.objects.untuk_penilai(request.user.pegawai_id)
        .filter(siklus=siklus)
        .select_related("pegawai", "skp__jabatan", "skp__unit", "siklus__ketentuan")
    )
    lembar.sort(key=lambda satu: (URUT_STATUS[satu.status], satu.pegawai.nama.casefold(), satu.pk))
    semua = rekap.baris_bawahan(lembar)
    cari, status = request.GET.get("cari", "").strip()[:80], request.GET.get("status", "")
    baris = _urutkan([satu for satu in semua if _cocok(satu.lembar, cari, status)], request.GET.get("urut", ""))
    if diminta(request):
        return ekspor(request, "bawahan", KOLOM, map(_sel, baris))
    konteks = {
        "siklus": siklus,
        "pilihan": pilihan,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "cari": cari,
        "status": status,
        "daftar_status": StatusLembar.choices,
        "jumlah": len(semua),
        "menunggu": sum(satu.lembar.status != StatusLembar.DITETAPKAN for satu in semua),
        "boleh_nilai": siklus.tahap not in (Tahap.PERSIAPAN, Tahap.ISI_BUKTI, Tahap.BATAL),
        "dinilai_mulai": siklus.jadwal.get(tahap=Tahap.PENILAIAN).mulai,
        "terbit": siklus.tahap in (Tahap.TERBIT, Tahap.FINAL),
        "pertama": next((satu.lembar for satu in semua if satu.lembar.status != StatusLembar.DITETAPKAN), None),
        "sebaran": rekap.sebaran_bawahan(siklus, semua),
        "di_luar": di_luar_siklus(siklus, penilai=request.user.pegawai_id),
    }
    return render(request, "evaluasi/penilaian/list.html", konteks)


def _urutkan(baris: list, urut: str) -> list:
    """In the order asked for; who waits first where none is asked."""
    kunci = URUT.get(urut.removeprefix("-"))
    if kunci is None:
        return baris
    ada = [satu for satu in baris if kunci(satu) is not None]
    ada.sort(key=kunci, reverse=urut.startswith("-"))
    return ada + [satu for satu in baris if kunci(satu) is None]


def _cocok(lembar: LembarPenilaian, cari: str, status: str) -> bool:
    kata = f"{lembar.pegawai.nama} {lembar.skp.jabatan.nama}".casefold()
    return cari.casefold() in kata and (status not in StatusLembar.values or lembar.status == status)


KOLOM = ["Nama", "NIP", "Jabatan", "Status", "Indikator terisi", "Indikator", "Bukti", "Indeks hasil", "Predikat"]


def _sel(satu: rekap.BarisBawahan) -> list:
    lembar = satu.lembar
    return [
        lembar.pegawai.nama_lengkap,
        lembar.pegawai.nip or "",
        lembar.skp.jabatan.nama,
        lembar.get_status_display(),
        satu.terisi,
        satu.indikator,
        satu.bukti,
        satu.capaian,
        Predikat(satu.angka.predikat).label if satu.angka else "",
    ]


def _ambil(request, pk: int, saat) -> tuple[LembarPenilaian, str]:
    """The sheet and why it cannot be written now; 404 unless this user rates it or may take it over."""
    terlihat = LembarPenilaian.objects.visible_to(request.user).select_related(
        "siklus__ketentuan", "siklus__periode", "skp__jabatan", "skp__unit", "pegawai", "penilai"
    )
    lembar = get_object_or_404(terlihat, pk=pk)
    tutup = akses.why_not_score(request.user, lembar, saat)
    if akses.is_own_sheet(request.user, lembar):
        raise Http404
    if tutup and lembar.penilai_id != request.user.pegawai_id:
        raise Http404
    return lembar, tutup


@require_http_methods(["GET", "POST"])
def nilai(request, pk):
    """One sheet: read it, keep a draft, or set it and go on to the next person."""
    saat = timezone.now()
    lembar, tutup = _ambil(request, pk, saat)
    if request.method == "GET":
        return _tampil(request, Halaman(lembar, tutup=tutup))
    form = PenilaianForm(request.POST, indikator=indikator_skp(lembar))
    halaman = Halaman(lembar, form, tutup)
    if not form.is_valid():
        return _tampil(request, halaman, [k for daftar in form.errors.values() for k in daftar])
    tetapkan = "tetapkan" in request.POST
    if tetapkan and (kalimat := halaman.usul_berubah()):
        return _tampil(request, halaman, [kalimat])
    try:
        simpan = _simpan(form, lembar, request.user, saat, tetapkan=tetapkan)
    except Konflik as galat:
        return _konflik(request, galat, form, lembar)
    except RuleViolation as galat:
        return _tampil(request, halaman, [str(galat)])
    return _lanjut(request, simpan) if tetapkan else _tersimpan(request, simpan)


def _simpan(form, lembar, oleh, saat, *, tetapkan=False) -> LembarPenilaian:
    return actions.save_scores(
        lembar_id=lembar.pk,
        versi=form.cleaned_data["versi"],
        indikator=form.putusan_indikator(),
        perilaku=form.putusan_perilaku(),
        **form.putusan_akhir(),
        oleh=oleh,
        saat=saat,
        tetapkan=tetapkan,
    )


def _tampil(request, halaman: Halaman, galat: list[str] | None = None):
    isi = sisipkan_umpan_balik(halaman.isi(), halaman.lembar.skp_id, request.user)
    kalibrasi = Kalibrasi.objects.filter(lembar=halaman.lembar).select_related("oleh").order_by("pk")
    absen = kalimat_absen(request.user, halaman.lembar.skp, halaman.lembar.siklus.periode)
    konteks = {
        **isi,
        "absen": absen,
        "kalibrasi": kalibrasi,
        "tetangga": tetangga(halaman.lembar),
        "tertahan": "" if halaman.form else kalimat_penilai(halaman.lembar, halaman.masukan),
        "galat": galat or [],
    }
    return render(request, "evaluasi/penilaian/detail.html", konteks, status=422 if galat else 200)


def _tersimpan(request, lembar: LembarPenilaian):
    messages.success(request, "Draf penilaian disimpan. Pegawai belum melihatnya.")
    return redirect("evaluasi:nilai", lembar.pk)


def _lanjut(request, lembar: LembarPenilaian):
    """After setting one person the next who waits is on the screen."""
    lembar = LembarPenilaian.objects.select_related("pegawai", "siklus__ketentuan").get(pk=lembar.pk)
    kalimat = (
        f"Penilaian {lembar.pegawai.nama} ditetapkan: hasil kerja {lembar.get_rating_hasil_display().lower()}, "
        f"perilaku kerja {lembar.get_rating_perilaku_display().lower()}."
    )
    messages.success(request, kalimat)
    if _perlu_konfirmasi(lembar):
        messages.warning(
            request, "Lebih dari separuh bobotnya tidak dapat dinilai: hasilnya menunggu konfirmasi pengelola unit."
        )
    berikut = tetangga(lembar)["berikut"]
    if berikut:
        return redirect("evaluasi:nilai", berikut.pk)
    return redirect(f"{reverse('evaluasi:bawahan')}?siklus={lembar.siklus_id}")


def _perlu_konfirmasi(lembar: LembarPenilaian) -> bool:
    batas = KetentuanPenilaian.dari(lembar.siklus.ketentuan.isi).konfirmasi_bobot
    menunggu = LembarPenilaian.objects.filter(pk=lembar.pk).menunggu_konfirmasi()
    return menunggu.filter(bobot_tidak__gt=batas).exists()


@require_POST
def nilai_simpan(request, pk):
    """Save the draft after each choice (htmx) and answer with what follows from it.

    A sheet that is set already is only reckoned, not saved: nobody unsets a decision by a touch.
    """
    saat = timezone.now()
    lembar, tutup = _ambil(request, pk, saat)
    form = PenilaianForm(request.POST, indikator=indikator_skp(lembar))
    if not form.is_valid():
        return _potongan(request, Halaman(lembar, form, tutup), " ".join(k for d in form.errors.values() for k in d))
    if tutup or lembar.status == StatusLembar.DITETAPKAN:
        return _potongan(request, Halaman(lembar, form, tutup), tutup)
    try:
        lembar = _simpan(form, lembar, request.user, saat)
    except Konflik as galat:
        return _konflik(request, galat, form, lembar)
    except RuleViolation as galat:
        return _potongan(request, Halaman(lembar, form, tutup), str(galat))
    lembar, tutup = _ambil(request, pk, saat)
    return render(request, "evaluasi/penilaian/_putusan.html", Halaman(lembar, form, tutup).putusan("tersimpan"))


def _potongan(request, halaman: Halaman, kalimat: str):
    konteks = halaman.putusan("belum", kalimat)
    return render(request, "evaluasi/penilaian/_putusan.html", konteks, status=422 if kalimat else 200)


def _konflik(request, galat: Konflik, form: PenilaianForm, lembar: LembarPenilaian):
    """Both texts beside each other; nothing of either is lost."""
    konteks = {
        "pesan": str(galat),
        "kolom": list(_beda(form, lembar)),
        "kembali": reverse("evaluasi:nilai", args=[lembar.pk]),
    }
    templat = "komponen/_konflik.html" if request.htmx else "409.html"
    return render(request, templat, konteks, status=409)


def _beda(form: PenilaianForm, lembar: LembarPenilaian):
    """Each field whose stored text or rating differs from what was sent."""
    tersimpan = _nilai_tersimpan(lembar)
    for nama, kolom in form.fields.items():
        if nama not in tersimpan:
            continue
        milik = form.cleaned_data.get(nama, "")
        if milik != tersimpan[nama]:
            yield {"label": kolom.label, "milik_anda": _tulis(milik), "tersimpan": _tulis(tersimpan[nama])}


def _nilai_tersimpan(lembar: LembarPenilaian) -> dict:
    kini = LembarPenilaian.objects.get(pk=lembar.pk)
    isi = {"alasan_rating_hasil": kini.alasan_hasil, "alasan_rating_perilaku": kini.alasan_perilaku}
    for satu in kini.nilai_perilaku.all():
        isi |= {f"nilai_{satu.nilai}": satu.rating, f"alasan_nilai_{satu.nilai}": satu.alasan}
    for satu in kini.nilai_indikator.all():
        nama = f"indikator_{satu.indikator_id}"
        alasan = f"alasan_tidak_{nama}" if satu.tidak_dinilai else f"alasan_{nama}"
        isi |= {nama: satu.rating, f"tidak_{nama}": satu.tidak_dinilai, alasan: satu.alasan}
    return isi


def _tulis(nilai) -> str:
    if isinstance(nilai, bool):
        return "tidak dapat dinilai" if nilai else "dapat dinilai"
    return Rating(nilai).label if nilai in Rating.values else nilai or "(kosong)"


@require_GET
def konfirmasi_list(request):
    """For the pengelola: sheets of their units on which most of the weight cannot be rated."""
    if not akses.can_confirm_some(request.user):
        raise Http404
    return render(request, "evaluasi/penilaian/konfirmasi.html", {"daftar": _menunggu_konfirmasi(request.user)})


def _menunggu_konfirmasi(user) -> list[LembarPenilaian]:
    baris = (
        LembarPenilaian.objects.menunggu_konfirmasi()
        .filter(bobot_tidak__gt=0)
        .select_related("pegawai", "penilai", "skp__unit", "siklus__ketentuan")
        .prefetch_related("nilai_indikator__indikator")
        .order_by("siklus_id", "pegawai__nama", "pk")
    )
    return [
        satu
        for satu in baris
        if satu.bobot_tidak > KetentuanPenilaian.dari(satu.siklus.ketentuan.isi).konfirmasi_bobot
        and akses.can_confirm_weight(user, satu)
    ]


@require_POST
def konfirmasi(request, pk):
    """Confirm one sheet; what one may not confirm does not exist for one."""
    if pk not in {satu.pk for satu in _menunggu_konfirmasi(request.user)}:
        raise Http404
    try:
        lembar = actions.confirm_weight(lembar_id=pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Dikonfirmasi: sebagian besar bobot {lembar.pegawai.nama} tidak dapat dinilai.")
    return redirect("evaluasi:konfirmasi-list")


urlpatterns = [
    path("bawahan/", bawahan, name="bawahan"),
    path("nilai/<int:pk>/", nilai, name="nilai"),
    path("nilai/<int:pk>/simpan/", nilai_simpan, name="nilai-simpan"),
    path("konfirmasi/", konfirmasi_list, name="konfirmasi-list"),
    path("konfirmasi/<int:pk>/", konfirmasi, name="konfirmasi"),
]
