"""Ketentuan: every version with every number for everybody; drafts for who drafts, signs and audits."""

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms import RancangForm, SaringKetentuanForm
from ..ketentuan_baca import bandingkan, rincian
from ..models import Ketentuan, RancanganKetentuan
from ..pilihan import JenisKetentuan, StatusRancangan
from .daftar import halaman, minta_boleh

URUT = {
    "jenis": ("jenis", "-versi"),
    "-jenis": ("-jenis", "-versi"),
    "mulai": ("mulai", "versi", "pk"),
    "-mulai": ("-mulai", "-versi", "pk"),
}
KOLOM = ["Ketentuan", "Versi", "Berlaku mulai", "Sedang berlaku", "Dasar hukum", "Disusun", "Ditetapkan", "Sidik"]
KOLOM_ANGKA = ["Kelompok", "Angka", "Nilai", "Satuan", "Dasar hukum"]


def _dengan_berlaku(baris):
    """Versions with the id of the one of their kind in force today."""
    kini = Ketentuan.objects.filter(jenis=OuterRef("jenis"), mulai__lte=timezone.localdate())
    return baris.annotate(berlaku_id=Subquery(kini.order_by("-mulai", "-versi").values("pk")[:1])).select_related(
        "disusun_oleh", "ditetapkan_oleh"
    )


@require_GET
def ketentuan_list(request):
    """Every signed version; drafts above it for those who may see them."""
    saring = SaringKetentuanForm(request.GET)
    baris = _dengan_berlaku(Ketentuan.objects.visible_to(request.user))
    if saring.is_valid():
        if cari := saring.cleaned_data["cari"]:
            baris = baris.filter(dasar_hukum__icontains=cari)
        if jenis := saring.cleaned_data["jenis"]:
            baris = baris.filter(jenis=jenis)
    else:
        baris = baris.none()
    baris = baris.order_by(*URUT.get(request.GET.get("urut"), URUT["jenis"]))
    if diminta(request):
        return ekspor(request, "ketentuan", KOLOM, map(_sel, baris))
    rancangan = RancanganKetentuan.objects.visible_to(request.user).filter(status=StatusRancangan.DRAF)
    isi = {
        "halaman": halaman(request, baris),
        "saring": saring,
        "rancangan": rancangan.select_related("disusun_oleh")[:50],
        "boleh": akses.can_publish_ketentuan(request.user),
        "jenis": [(satu, JenisKetentuan(satu).label) for satu in _berversi()],
    }
    return render(request, "pegawai/ketentuan/list.html", isi)


def _berversi():
    """The kinds that have a version to start from."""
    return Ketentuan.objects.order_by("jenis").values_list("jenis", flat=True).distinct()


def _sel(satu: Ketentuan) -> list:
    return [
        satu.get_jenis_display(),
        satu.versi,
        satu.mulai,
        satu.berlaku_id == satu.pk,
        satu.dasar_hukum,
        str(satu.disusun_oleh or "versi awal sistem"),
        f"{satu.ditetapkan_oleh}, {timezone.localtime(satu.ditetapkan_pada):%d-%m-%Y %H:%M}",
        satu.sidik,
    ]


@require_GET
def ketentuan_detail(request, pk):
    """One version: every number with its unit and legal source, who drafted and signed it, and its digest."""
    satu = get_object_or_404(_dengan_berlaku(Ketentuan.objects.visible_to(request.user)), pk=pk)
    butir = _butir(satu)
    if diminta(request):
        baris = ([b.kelompok, b.nama, b.kata, b.ukuran, b.dasar] for b in butir)
        return ekspor(request, f"ketentuan-{satu.jenis}-{satu.versi}", KOLOM_ANGKA, baris)
    lain = Ketentuan.objects.filter(jenis=satu.jenis).exclude(pk=pk).order_by("-versi")
    isi = {
        "satu": satu,
        "butir": butir,
        "lain": lain,
        "sebelum": lain.filter(versi__lt=satu.versi).first(),
        "cocok": satu.sidik == satu.sidik_kini,
        "boleh": akses.can_publish_ketentuan(request.user),
    }
    return render(request, "pegawai/ketentuan/detail.html", isi)


def _butir(satu) -> tuple:
    return rincian(satu.jenis, satu.isi, satu.dasar_angka)


@require_GET
def ketentuan_banding(request, pk, lain):
    """The difference between two versions of one kind, number by number."""
    terlihat = Ketentuan.objects.visible_to(request.user)
    baru = get_object_or_404(terlihat, pk=pk)
    lama = get_object_or_404(terlihat, pk=lain, jenis=baru.jenis)
    beda = bandingkan(_butir(lama), _butir(baru))
    if diminta(request):
        kolom = ["Kelompok", "Angka", str(lama), str(baru), "Satuan", "Dasar hukum"]
        baris = ([b.kelompok, b.nama, b.dari, b.ke, b.satuan, b.dasar] for b in beda)
        return ekspor(request, f"beda-{baru.jenis}-{lama.versi}-{baru.versi}", kolom, baris)
    return render(request, "pegawai/ketentuan/banding.html", {"baru": baru, "lama": lama, "beda": beda})


@require_http_methods(["GET", "POST"])
def rancangan_buat(request, jenis):
    """Draft a version from the one in force: change numbers, say why."""
    minta_boleh(akses.can_publish_ketentuan(request.user))
    minta_boleh(jenis in JenisKetentuan.values)
    dasar = Ketentuan.objects.filter(jenis=jenis).order_by("-mulai", "-versi").first()
    minta_boleh(dasar is not None)
    return _isi_rancangan(request, dasar, None)


@require_http_methods(["GET", "POST"])
def rancangan_ubah(request, pk):
    """Change a draft that is not signed yet."""
    minta_boleh(akses.can_publish_ketentuan(request.user))
    rancangan = _rancangan(request, pk)
    minta_boleh(rancangan.status == StatusRancangan.DRAF)
    return _isi_rancangan(request, rancangan, rancangan)


def _isi_rancangan(request, dasar, rancangan):
    form = RancangForm(request.POST or None, dasar=dasar, rancangan=rancangan)
    lain, status = [], 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                baru = actions.draft_ketentuan(
                    jenis=dasar.jenis, **form.isi(), rancangan_id=rancangan and rancangan.pk, oleh=request.user
                )
            except RuleViolation as galat:
                lain = [str(galat)]
            else:
                messages.success(request, "Rancangan disimpan. Orang kedua menetapkannya.")
                return redirect("pegawai:rancangan-detail", baru.pk)
    isi = {"form": form, "dasar": dasar, "rancangan": rancangan, "lain": lain}
    return render(request, "pegawai/ketentuan/form.html", isi, status=status)


def _rancangan(request, pk) -> RancanganKetentuan:
    terlihat = RancanganKetentuan.objects.visible_to(request.user).select_related("disusun_oleh", "ketentuan")
    return get_object_or_404(terlihat, pk=pk)


@require_GET
def rancangan_detail(request, pk):
    """One draft beside the latest version: what changes, why, and who may sign."""
    rancangan = _rancangan(request, pk)
    dasar = Ketentuan.objects.filter(jenis=rancangan.jenis).order_by("-mulai", "-versi").first()
    beda = bandingkan(_butir(dasar), _butir(rancangan)) if dasar else []
    isi = {
        "rancangan": rancangan,
        "dasar": dasar,
        "beda": beda,
        "butir": _butir(rancangan),
        "draf": rancangan.status == StatusRancangan.DRAF,
        "boleh": akses.can_publish_ketentuan(request.user),
        "boleh_tetapkan": akses.can_sign_ketentuan(request.user, rancangan),
    }
    return render(request, "pegawai/ketentuan/rancangan.html", isi)


@require_POST
def rancangan_tetapkan(request, pk):
    """Sign: from its day on this version holds, and nothing of it can be changed again."""
    minta_boleh(akses.can_publish_ketentuan(request.user))
    rancangan = _rancangan(request, pk)
    try:
        dibaca = request.POST.get("sidik", "")
        ketentuan = actions.sign_ketentuan(rancangan_id=rancangan.pk, oleh=request.user, dibaca=dibaca)
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return redirect("pegawai:rancangan-detail", pk)
    messages.success(request, "Ketentuan ditetapkan. Siklus yang sudah dibuat tetap memakai versinya semula.")
    return redirect("pegawai:ketentuan-detail", ketentuan.pk)


@require_POST
def rancangan_batal(request, pk):
    """Give up a draft; it stays as a record."""
    minta_boleh(akses.can_publish_ketentuan(request.user))
    rancangan = _rancangan(request, pk)
    try:
        actions.cancel_draft(rancangan_id=rancangan.pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Rancangan dibatalkan.")
    return redirect("pegawai:rancangan-detail", pk)
