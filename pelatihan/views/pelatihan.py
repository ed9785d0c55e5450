"""Pages of development: one's own, those of the people one leads, the catalogue, the plans."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import actions, akses, rekap
from ..forms import KehadiranForm, RencanakanForm, SaringBawahanForm, SaringKatalogForm, SaringRencanaForm
from ..models import Pelatihan, Pembinaan, RencanaPelatihan, RiwayatPelatihan

PER_HALAMAN = 25
URUT_KATALOG = {"nama": "nama", "-nama": "-nama", "jp": "jp", "-jp": "-jp", "bentuk": "bentuk", "-bentuk": "-bentuk"}
URUT_BAWAHAN = {
    "nama": lambda satu: satu["pegawai"].nama.casefold(),
    "jp": lambda satu: satu["jp"],
    "saran": lambda satu: len(satu["saran"]),
}
URUT_RENCANA = {
    "pegawai": "pegawai__nama",
    "-pegawai": "-pegawai__nama",
    "pelatihan": "pelatihan__nama",
    "-pelatihan": "-pelatihan__nama",
    "status": "status",
    "-status": "-status",
}


@require_GET
def saya(request):
    """One's own JP, the suggestions with the figure that caused each, the plan and the history."""
    pegawai = get_object_or_404(Pegawai.objects.asn(), pengguna=request.user)
    return render(request, "pelatihan/saya.html", {"diri": True, **_isi(pegawai, request.user)})


@require_GET
def pegawai_detail(request, pk):
    """The same for a person one leads or looks after, with the button that plans."""
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk)
    if pegawai.pk == request.user.pegawai_id:
        return redirect("pelatihan:saya")
    return render(request, "pelatihan/saya.html", {"diri": False, **_isi(pegawai, request.user)})


def _isi(pegawai: Pegawai, user) -> dict:
    hari = timezone.localdate()
    return {
        "pegawai": pegawai,
        "jp": rekap.jp_tahun(pegawai.pk, hari.year),
        "saran": rekap.saran_untuk(pegawai, hari),
        "rencana": RencanaPelatihan.objects.filter(pegawai=pegawai)
        .select_related("pelatihan")
        .order_by("-tahun", "-pk"),
        "riwayat": RiwayatPelatihan.objects.filter(pegawai=pegawai).order_by("-selesai", "-pk"),
        "boleh_rencana": akses.can_plan(user, pegawai),
        "boleh_catat": akses.can_record(user, pegawai),
        **_pembinaan(pegawai, user, hari),
    }


def _pembinaan(pegawai: Pegawai, user, hari) -> dict:
    """The coaching that runs where this user sees it, or the result from which the atasan can start one."""
    berjalan = Pembinaan.objects.visible_to(user).berjalan().filter(pegawai=pegawai).first()
    if berjalan or not akses.is_direct_superior(user, pegawai):
        return {"pembinaan": berjalan}
    perlu = [satu for satu in rekap.belum_dibina(user.pegawai_id, hari) if satu.pegawai_id == pegawai.pk]
    return {"perlu_dibina": perlu[0] if perlu else None}


@require_POST
def rencanakan(request, pk):
    """Take one suggestion into the plan. What caused it is read again here, never from the form."""
    pegawai = get_object_or_404(Pegawai.objects.visible_to(request.user).asn(), pk=pk)
    form = RencanakanForm(request.POST)
    hari = timezone.localdate()
    saran = {(satu.pelatihan.pk, satu.kebutuhan.kunci): satu for satu in rekap.saran_untuk(pegawai, hari)}
    dipilih = form.is_valid() and saran.get((form.cleaned_data["pelatihan"].pk, form.cleaned_data["kunci"]))
    if not dipilih:
        messages.error(request, "Saran ini sudah berubah; lihat daftar terbaru di bawah.")
        return redirect("pelatihan:pegawai", pk=pk)
    try:
        actions.plan_training(
            pegawai_id=pegawai.pk,
            pelatihan_id=dipilih.pelatihan.pk,
            tahun=hari.year,
            sebab_jenis=dipilih.kebutuhan.jenis,
            sebab_kunci=dipilih.kebutuhan.kunci,
            sebab=dipilih.kebutuhan.kalimat,
            oleh=request.user,
            saat=timezone.now(),
        )
        messages.success(request, f"{dipilih.pelatihan.nama} masuk rencana {hari.year}.")
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    return redirect("pelatihan:pegawai", pk=pk)


@require_GET
def bawahan(request):
    """The people one leads: JP so far and how many needs each has."""
    hari = timezone.localdate()
    orang = list(rekap_pegawai.bawahan_langsung(request.user.pegawai_id or 0, hari).asn().urut_nama())
    if not orang:
        raise Http404
    saran = rekap.saran_banyak([satu.pk for satu in orang], hari)
    jp = rekap.jp_banyak([satu.pk for satu in orang], hari.year)
    baris = [{"pegawai": satu, "saran": saran[satu.pk], "jp": jp.get(satu.pk, 0)} for satu in orang]
    saring = SaringBawahanForm(request.GET)
    baris = _saring_bawahan(baris, saring, request.GET.get("urut", ""))
    if diminta(request):
        kolom = ["Nama", f"JP {hari.year}", "Banyak saran", "Saran teratas", "Sebabnya"]
        return ekspor(request, "pelatihan-bawahan", kolom, map(_sel_bawahan, baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    isi = {"halaman": halaman, "saring": saring, "kata_jp": f"JP {hari.year}"}
    return render(request, "pelatihan/bawahan.html", isi)


def _saring_bawahan(baris: list[dict], saring: SaringBawahanForm, urut: str) -> list[dict]:
    if not saring.is_valid():
        return []
    kata, mana = saring.cleaned_data["q"].strip().casefold(), saring.cleaned_data["saran"]
    baris = [satu for satu in baris if kata in satu["pegawai"].nama.casefold()]
    if mana:
        baris = [satu for satu in baris if bool(satu["saran"]) == (mana == "ada")]
    kunci = URUT_BAWAHAN.get(urut.removeprefix("-"))
    return sorted(baris, key=kunci, reverse=urut.startswith("-")) if kunci else baris


def _sel_bawahan(satu: dict) -> list:
    teratas = satu["saran"][0] if satu["saran"] else None
    sebab = [teratas.pelatihan.nama, teratas.kebutuhan.kalimat] if teratas else ["", ""]
    return [satu["pegawai"].nama_lengkap, satu["jp"], len(satu["saran"]), *sebab]


@require_GET
def katalog(request):
    """The catalogue that is offered."""
    saring = SaringKatalogForm(request.GET)
    baris = Pelatihan.objects.visible_to(request.user).aktif().select_related("kompetensi")
    baris = _saring_katalog(baris, saring).order_by(URUT_KATALOG.get(request.GET.get("urut"), "nama"), "pk")
    if diminta(request):
        kolom = ["Pelatihan", "Jalur", "Bentuk", "JP", "Penyelenggara", "Menutup"]
        isi = (
            [s.nama, s.get_jalur_display(), s.get_bentuk_display(), s.jp, s.penyelenggara, menutup(s)] for s in baris
        )
        return ekspor(request, "katalog-pelatihan", kolom, isi)
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    for satu in halaman:
        satu.menutup = menutup(satu)
    return render(request, "pelatihan/katalog.html", {"halaman": halaman, "saring": saring})


def menutup(pelatihan: Pelatihan) -> str:
    """Which gap a training closes, in words."""
    if pelatihan.kompetensi:
        return f"Kompetensi {pelatihan.kompetensi.nama.lower()}"
    return f"Nilai {pelatihan.get_nilai_display()}" if pelatihan.nilai else "Indikator di bawah ekspektasi"


def _saring_katalog(baris, saring: SaringKatalogForm):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if isi["q"].strip():
        baris = baris.filter(Q(nama__icontains=isi["q"].strip()) | Q(penyelenggara__icontains=isi["q"].strip()))
    saringan = {nama: isi[nama] for nama in ("jalur", "bentuk", "kompetensi") if isi[nama]}
    return baris.filter(**saringan)


@require_GET
def rencana_list(request):
    """The plans of everybody one sees, with search, filter, order, export."""
    saring = SaringRencanaForm(request.GET)
    baris = RencanaPelatihan.objects.visible_to(request.user).select_related("pegawai", "pelatihan", "riwayat")
    baris = _saring_rencana(baris, saring).order_by(URUT_RENCANA.get(request.GET.get("urut"), "-pk"), "-pk")
    if diminta(request):
        kolom = ["Pegawai", "NIP", "Pelatihan", "JP", "Tahun", "Sebab", "Status"]
        isi = (
            [s.pegawai.nama, s.pegawai.nip, s.pelatihan.nama, s.pelatihan.jp, s.tahun, s.sebab, s.get_status_display()]
            for s in baris
        )
        return ekspor(request, "rencana-pelatihan", kolom, isi)
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "pelatihan/rencana_list.html", {"halaman": halaman, "saring": saring})


def _saring_rencana(baris, saring: SaringRencanaForm):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if kata := isi["q"].strip():
        baris = baris.filter(Q(pegawai__nama__icontains=kata) | Q(pelatihan__nama__icontains=kata))
    if isi["tahun"]:
        baris = baris.filter(tahun=isi["tahun"])
    return baris.filter(status=isi["status"]) if isi["status"] else baris


@require_http_methods(["GET", "POST"])
def kehadiran(request, pk):
    """Record attendance of one planned training."""
    rencana = get_object_or_404(
        RencanaPelatihan.objects.visible_to(request.user).select_related("pegawai", "pelatihan"), pk=pk
    )
    if not akses.can_record(request.user, rencana.pegawai):
        raise Http404
    form = KehadiranForm(request.POST or None, initial={"jp": rencana.pelatihan.jp})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_attendance(
                rencana_id=rencana.pk, oleh=request.user, saat=timezone.localtime(), **form.cleaned_data
            )
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, f"Kehadiran {rencana.pegawai.nama} dicatat: {form.cleaned_data['jp']} JP.")
            return redirect("pelatihan:pegawai", pk=rencana.pegawai_id)
    konteks = {"form": form, "rencana": rencana}
    return render(request, "pelatihan/kehadiran.html", konteks, status=422 if form.is_bound else 200)


@require_POST
def batalkan(request, pk):
    """Take a training out of the plan."""
    rencana = get_object_or_404(RencanaPelatihan.objects.visible_to(request.user), pk=pk)
    try:
        actions.cancel_plan(rencana_id=rencana.pk, oleh=request.user, saat=timezone.now())
        messages.success(request, "Rencana dibatalkan.")
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    return redirect("pelatihan:pegawai", pk=rencana.pegawai_id)
