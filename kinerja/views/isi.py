"""Writing what stands in a plan: every form posts by itself and comes back at its place on the page."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import actions
from ..forms import FORM_INDIKATOR, BobotForm, EkspektasiForm, HasilForm
from ..models import Indikator
from ..pilihan import JenisIndikator
from .halaman import Terbuka, ambil_hasil, ambil_indikator, ambil_skp, baca_versi, tampilkan, tolak_bila


def _simpan(request, skp, tempat: str, form, verba, kalimat: str, ke: str = ""):
    """Validate, write, go back to the place; what is refused comes back as it was typed."""
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
    return tampilkan(request, segar, Terbuka(tempat, form, [str(penolakan)]), 409 if konflik else 422)


@require_POST
def hasil_buat(request, pk):
    return _simpan_hasil(request, ambil_skp(request, pk), None)


@require_POST
def hasil_ubah(request, pk):
    hasil = ambil_hasil(request, pk)
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


@require_POST
def indikator_ubah(request, pk):
    indikator = ambil_indikator(request, pk)
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


@require_POST
def bobot_simpan(request, pk):
    """Save the weights as typed, or share them evenly."""
    skp = ambil_skp(request, pk)
    if request.POST.get("aksi") == "rata":
        return _simpan(request, skp, "bobot", None, partial(actions.share_weights, skp_id=skp.pk), "Bobot dibagi rata.")
    form = BobotForm(request.POST, indikator=list(Indikator.objects.utama(skp.pk)))

    def verba(**umum):
        actions.save_weights(skp_id=skp.pk, bobot=form.bobot, **umum)

    return _simpan(request, skp, "bobot", form, verba, "Bobot disimpan.")


@require_POST
def bobot_jumlah(request, pk):
    """The live sum of the weights being typed, for htmx; writes nothing."""
    skp = ambil_skp(request, pk)
    form = BobotForm(request.POST, indikator=list(Indikator.objects.utama(skp.pk)))
    form.is_valid()
    jumlah = sum(nilai for nilai in form.bobot.values() if nilai is not None)
    return render(request, "kinerja/skp/_jumlah.html", {"jumlah_bobot": jumlah})


@require_POST
def ekspektasi_simpan(request, pk):
    """Save the leader's expectations of the seven values."""
    skp = ambil_skp(request, pk)
    form = EkspektasiForm(request.POST, skp=skp)

    def verba(**umum):
        actions.save_expectations(skp_id=skp.pk, ekspektasi=form.cleaned_data, **umum)

    return _simpan(request, skp, "perilaku", form, verba, "Ekspektasi perilaku disimpan.")
