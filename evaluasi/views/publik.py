"""The one page that a citizen sees, and the pages where its links are printed and its words moderated."""

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import Avg, Count, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import PengelolaUnit, Unit

from .. import akses
from ..actions import publik as actions
from ..forms.publik import TokenForm, UmpanBalikForm
from ..models import Layanan, UmpanBalik
from ..pilihan import KataUmpan, StatusModerasi, Wajah

PER_HALAMAN = 25
URUT_LAYANAN = {
    "nama": ("nama", "pk"),
    "-nama": ("-nama", "pk"),
    "unit": ("unit__nama", "nama"),
    "-unit": ("-unit__nama", "nama"),
    "n": ("n", "nama"),
    "-n": ("-n", "nama"),
}
BAHASA = ("id", "en")


@login_not_required
@csrf_exempt  # no session and no cookie: the one-time link itself is the only right there is
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def umpan_balik(request, token):
    """Show the four faces, take one answer. Reading never uses the link up."""
    bahasa = request.GET.get("bahasa") if request.GET.get("bahasa") in BAHASA else "id"
    with override(bahasa):
        try:
            return _jawab(request, token, bahasa)
        except actions.TokenTidakBerlaku:
            return render(request, "evaluasi/publik/tidak_berlaku.html", {"bahasa": bahasa}, status=404)


def _jawab(request, token, bahasa):
    saat = timezone.now()
    baris = actions.find_token(token, saat)
    form = UmpanBalikForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        actions.submit_feedback(token=token, wajah=isi["wajah"], kata=isi["kata"], teks=isi["teks"], saat=saat)
        return render(request, "evaluasi/publik/terima_kasih.html", {"bahasa": bahasa, "layanan": baris.layanan})
    konteks = {
        "form": form,
        "token": baris,
        "bahasa": bahasa,
        "lain": "en" if bahasa == "id" else "id",
        "wajah": [(nilai, label) for nilai, label in Wajah.choices],
        "kata": KataUmpan.choices,
        "petugas": nama_pendek(baris.pegawai) if baris.pegawai else "",
        "pertanyaan": gettext("Bagaimana pelayanan yang baru Anda terima?"),
    }
    return render(request, "evaluasi/publik/form.html", konteks, status=422 if form.is_bound else 200)


def nama_pendek(pegawai) -> str:
    """The officer's name as on a name plate: first names, the last one as an initial."""
    kata = pegawai.nama.split()
    return " ".join([*kata[:-1], kata[-1][0]]) if len(kata) > 1 else pegawai.nama


def layanan_untuk(user):
    """The services whose links this user may print."""
    if akses.can_moderate(user):
        return Layanan.objects.filter(aktif=True).select_related("unit")
    hari = timezone.localdate()
    unit = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    boleh = Q(pk__in=[])
    for satu in unit:
        boleh |= Q(unit__in=Unit.objects.keturunan(satu, hari))
    return Layanan.objects.filter(boleh, aktif=True).select_related("unit")


@require_http_methods(["GET", "POST"])
def token(request):
    """Print a sheet of QR codes; the codes are shown this once."""
    layanan = layanan_untuk(request.user)
    if not layanan.exists():
        raise Http404
    form = TokenForm(request.POST if request.method == "POST" else None, layanan=layanan)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            kode = actions.issue_tokens(
                layanan_id=isi["layanan"].pk,
                pegawai_id=isi["pegawai"].pk if isi["pegawai"] else None,
                jumlah=isi["jumlah"],
                oleh=request.user,
                saat=timezone.now(),
            )
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            lembar = [_qr(request, satu) for satu in kode]
            return render(request, "evaluasi/umpan_balik/lembar.html", {"lembar": lembar, **isi})
    return render(request, "evaluasi/umpan_balik/token.html", {"form": form}, status=422 if form.is_bound else 200)


def _qr(request, kode: str) -> dict:
    """One link with its QR as an inline SVG (attributes only, so that the CSP holds)."""
    alamat = request.build_absolute_uri(reverse("umpan-balik", args=[kode]))
    return {"alamat": alamat, "svg": segno.make(alamat, error="m").svg_data_uri(scale=4, border=2)}


@require_GET
def kesehatan(request):
    """How much the public says: per service the number of answers and, from five on, their mean."""
    if not akses.can_moderate(request.user):
        raise Http404
    cari = request.GET.get("cari", "").replace("\x00", "").strip()[:80]
    layanan = (
        Layanan.objects.select_related("unit")
        .filter(Q(nama__icontains=cari) | Q(unit__nama__icontains=cari))
        .annotate(
            n=Count("umpan_balik"),
            rerata=Avg("umpan_balik__wajah"),
            menunggu=Count("umpan_balik", filter=Q(umpan_balik__moderasi=StatusModerasi.MENUNGGU)),
        )
        .order_by(*URUT_LAYANAN.get(request.GET.get("urut"), URUT_LAYANAN["-n"]))
    )
    if request.GET.get("ekspor") in {"csv", "xlsx"}:
        kolom = ["Layanan", "Unit", "Jawaban", "Rerata (1–4)", "Menunggu moderasi"]
        isi = ([s.nama, s.unit.nama, s.n, f"{s.rerata:.2f}" if s.n >= 5 else "", s.menunggu] for s in layanan)
        return ekspor(request, "umpan-balik-layanan", kolom, isi)
    konteks = {
        "halaman": Paginator(layanan, PER_HALAMAN).get_page(request.GET.get("page")),
        "cari": cari,
        "menunggu": UmpanBalik.objects.filter(moderasi=StatusModerasi.MENUNGGU).count(),
        "jumlah": UmpanBalik.objects.count(),
        "tautan_token": reverse("evaluasi:token"),
    }
    return render(request, "evaluasi/umpan_balik/kesehatan.html", konteks)


@require_GET
def moderasi(request):
    """The words that wait, oldest first, without the officer's name: what is judged is the text."""
    if not akses.can_moderate(request.user):
        raise Http404
    antre = UmpanBalik.objects.filter(moderasi=StatusModerasi.MENUNGGU).select_related("layanan").order_by("pk")
    halaman = Paginator(antre, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "evaluasi/umpan_balik/moderasi.html", {"halaman": halaman})


@require_POST
def moderasi_putus(request, pk):
    """Decide over one text."""
    if not akses.can_moderate(request.user) or not UmpanBalik.objects.filter(pk=pk).exists():
        raise Http404
    layak = request.POST.get("putusan") == "layak"
    actions.moderate_feedback(umpan_balik_id=pk, layak=layak, oleh=request.user)
    messages.success(request, "Teks ditampilkan kepada petugas." if layak else "Teks tidak ditampilkan.")
    return redirect("evaluasi:moderasi")


urlpatterns = [
    path("umpan-balik/", kesehatan, name="umpan-balik"),
    path("umpan-balik/moderasi/", moderasi, name="moderasi"),
    path("umpan-balik/moderasi/<int:pk>/", moderasi_putus, name="moderasi-putus"),
    path("umpan-balik/tautan/", token, name="token"),
]
