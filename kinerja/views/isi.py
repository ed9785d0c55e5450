"""Writing what stands in a plan: every form posts by itself and comes back at its place on the page."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import actions, akses
from ..forms import FORM_INDIKATOR, BobotForm, CatatanForm, EkspektasiForm, HasilForm, LampiranForm
from ..models import Indikator
from ..pilihan import JenisIndikator, JenisLampiran, NilaiDasar
from .halaman import Terbuka, ambil_hasil, ambil_indikator, ambil_skp, baca_versi, tampilkan, tolak_bila, tolak_orang


def _simpan(request, skp, tempat: str, form, verba, kalimat: str, ke: str = ""):
    """Validate, write, go back to the place; what is refused comes back as it was typed."""
    if not akses.is_owner(request.user, skp):
        return tolak_orang(request, skp)
    if form is not None and not form.is_valid():
        return tampilkan(request, skp, Terbuka(tempat, form), 422)
    try:
        verba(versi=baca_versi(request), oleh=request.user, saat=timezone.now())
    except RuleViolation as penolakan:
        return _tolak(request, skp, tempat, form, penolakan)
    messages.success(request, kalimat)
    return HttpResponseRedirect(f"{reverse('kinerja:skp-detail', args=[skp.pk])}#{ke or tempat}")


def _tolak(request, skp, tempat, form, penolakan: RuleViolation):
    """Show the page with the refusal; after a conflict the stored text stands above the one typed."""
    konflik = isinstance(penolakan, Konflik)
    segar = ambil_skp(request, skp.pk)
    return tampilkan(request, segar, Terbuka(tempat, form, galat=[str(penolakan)]), 409 if konflik else 422)


@require_POST
def hasil_buat(request, pk):
    return _simpan_hasil(request, ambil_skp(request, pk), None)


@require_http_methods(["GET", "POST"])
def hasil_ubah(request, pk):
    hasil = ambil_hasil(request, pk)
    if request.method == "GET":
        return tampilkan(request, hasil.skp, Terbuka(f"hasil-{hasil.pk}"))
    return _simpan_hasil(request, hasil.skp, hasil)


def _simpan_hasil(request, skp, hasil):
    form = HasilForm(request.POST, skp=skp, hari=timezone.localdate(), hasil=hasil)

    def verba(**umum):
        isi = form.cleaned_data
        actions.save_result(
            skp_id=skp.pk,
            hasil_id=hasil.pk if hasil else None,
            uraian=isi["uraian"],
            jenis=isi["jenis"],
            mendukung_id=isi["mendukung"].pk if isi["mendukung"] else None,
            iku_id=isi["iku"].pk if isi.get("iku") else None,
            keanggotaan_id=isi["keanggotaan"].pk if isi.get("keanggotaan") else None,
            **umum,
        )

    tempat = f"hasil-{hasil.pk}" if hasil else "hasil-baru"
    return _simpan(request, skp, tempat, form, verba, "Hasil kerja disimpan.", "" if hasil else "isi-skp")


@require_POST
def hasil_hapus(request, pk):
    hasil = ambil_hasil(request, pk)

    def verba(**umum):
        actions.delete_result(hasil_id=hasil.pk, **umum)

    return _simpan(request, hasil.skp, "", None, verba, "Hasil kerja dihapus.", "isi-skp")


@require_POST
def indikator_buat(request, pk, jenis):
    """A new indicator of one kind under a result."""
    tolak_bila(jenis not in JenisIndikator.values)
    return _simpan_indikator(request, ambil_hasil(request, pk), None, jenis)


@require_http_methods(["GET", "POST"])
def indikator_ubah(request, pk):
    indikator = ambil_indikator(request, pk)
    if request.method == "GET":
        return tampilkan(request, indikator.hasil.skp, Terbuka(f"indikator-{indikator.pk}"))
    return _simpan_indikator(request, indikator.hasil, indikator, indikator.jenis)


def _simpan_indikator(request, hasil, indikator, jenis):
    form = FORM_INDIKATOR[jenis](request.POST, hasil=hasil, indikator=indikator)

    def verba(**umum):
        actions.save_indicator(
            hasil_id=hasil.pk, isi=form.isi, indikator_id=indikator.pk if indikator else None, **umum
        )

    tempat = f"indikator-{indikator.pk}" if indikator else f"{jenis}-{hasil.pk}"
    return _simpan(request, hasil.skp, tempat, form, verba, "Indikator disimpan.", f"hasil-{hasil.pk}")


@require_POST
def indikator_hapus(request, pk):
    indikator = ambil_indikator(request, pk)

    def verba(**umum):
        actions.delete_indicator(indikator_id=indikator.pk, **umum)

    ke = f"hasil-{indikator.hasil_id}"
    return _simpan(request, indikator.hasil.skp, "", None, verba, "Indikator dihapus.", ke)


@require_GET
def bobot_jumlah(request, pk):
    """The live sum of the weights being typed, for htmx; writes nothing."""
    skp = ambil_skp(request, pk)
    form = BobotForm(request.GET, indikator=list(Indikator.objects.utama(skp.pk)))
    form.is_valid()
    jumlah = sum(nilai for nilai in form.bobot.values() if nilai is not None)
    return render(request, "kinerja/skp/_jumlah.html", {"jumlah_bobot": jumlah})


def tulis_isi(request, skp, rata: bool = False):
    """Save the weights and expectations that came along with any button of the page.

    Returns (version to go on with, None), or (None, the page with the refusal and all that was typed).
    """
    terbuka = Terbuka(
        bobot=BobotForm(request.POST, indikator=list(Indikator.objects.utama(skp.pk))) if _ada_bobot(request) else None,
        perilaku=EkspektasiForm(request.POST, skp=skp) if _ada_ekspektasi(request) else None,
        lampiran=LampiranForm(request.POST, skp=skp) if _ada_lampiran(request) else None,
        catatan=CatatanForm(request.POST) if "catatan" in request.POST else None,
    )
    if not all(form.is_valid() for form in (terbuka.bobot, terbuka.perilaku, terbuka.lampiran) if form):
        return None, tampilkan(request, skp, terbuka, 422)
    try:
        return _tulis(request, skp, terbuka, rata), None
    except RuleViolation as penolakan:
        terbuka.galat = [str(penolakan)]
        status = 409 if isinstance(penolakan, Konflik) else 422
        return None, tampilkan(request, ambil_skp(request, skp.pk), terbuka, status)


def _tulis(request, skp, terbuka: Terbuka, rata: bool) -> int:
    bobot = terbuka.bobot.berubah if terbuka.bobot and not rata else None
    ekspektasi = terbuka.perilaku.berubah if terbuka.perilaku else None
    lampiran = terbuka.lampiran.berubah if terbuka.lampiran else None
    umum = {"versi": baca_versi(request), "oleh": request.user, "saat": timezone.now()}
    return actions.save_content(
        skp_id=skp.pk, bobot=bobot, ekspektasi=ekspektasi, lampiran=lampiran, rata=rata, **umum
    ).versi


def _ada_bobot(request) -> bool:
    return any(nama.startswith("bobot-") for nama in request.POST)


def _ada_ekspektasi(request) -> bool:
    return any(nilai in request.POST for nilai in NilaiDasar.values)


def _ada_lampiran(request) -> bool:
    return any(jenis in request.POST for jenis in JenisLampiran.values)


#: Where the page comes back to after which button.
TEMPAT = {"perilaku": "perilaku", "lampiran": "lampiran"}


@require_POST
def isi_simpan(request, pk):
    """Save the weights (as typed, or shared evenly), the expectations and the annex."""
    skp = ambil_skp(request, pk)
    if not (akses.is_owner(request.user, skp) or akses.is_atasan(request.user, skp, timezone.localdate())):
        return tolak_orang(request, skp)
    rata = request.POST.get("aksi") == "rata"
    _, tolak = tulis_isi(request, skp, rata)
    if tolak:
        return tolak
    messages.success(request, "Bobot dibagi rata." if rata else "Isian disimpan.")
    tempat = TEMPAT.get(request.POST.get("aksi"), "bobot")
    return HttpResponseRedirect(f"{reverse('kinerja:skp-detail', args=[skp.pk])}#{tempat}")
