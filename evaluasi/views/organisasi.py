"""Organisation first: the predikat of the offices by the level above, many at once by one document."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses
from ..forms.kalibrasi import OrganisasiForm, SaringOrganisasiForm
from ..models import Siklus
from ..pilihan import PredikatOrganisasi
from ..rekap import organisasi as rekap

KOLOM = [
    "Perangkat daerah", "Predikat organisasi", "Dasar", "Nomor dokumen", "Tanggal dokumen", "IKU tercapai", "IKU",
    "Rata-rata capaian IKU (%)", "Capaian pimpinan", "Gambaran",
]  # fmt: skip


@require_http_methods(["GET", "POST"])
def siklus_organisasi(request, pk):
    """Every office with what speaks for its predikat; BKPSDM, or the level above for its own, sets many at once."""
    siklus = get_object_or_404(Siklus.objects.visible_to(request.user).select_related("periode", "ketentuan"), pk=pk)
    hari = timezone.localdate()
    di_bawah = akses.offices_below(request.user, hari)
    pantau = akses.can_watch_siklus(request.user)
    if not pantau and not di_bawah:
        raise Http404
    semua = rekap.baris_organisasi(siklus, None if pantau else di_bawah)
    boleh = akses.organisations_to_set(request.user, {satu.unit.pk for satu in semua}, hari)
    if request.method == "POST" and not boleh:
        raise Http404
    saring = SaringOrganisasiForm(request.GET)
    tampil = _saring(semua, saring)
    if diminta(request):
        return ekspor(request, "predikat-organisasi", KOLOM, map(_sel, tampil))
    terbuka = [satu.unit.pk for satu in semua if satu.unit.pk in boleh and not satu.terkunci]
    form = OrganisasiForm(request.POST or None, unit_ids=terbuka)
    if request.method == "POST" and form.is_valid() and _simpan(request, siklus, form):
        return redirect("evaluasi:siklus-organisasi", siklus.pk)
    konteks = {
        "siklus": siklus,
        "baris": [(satu, form.data.get(f"unit_{satu.unit.pk}", "")) for satu in tampil],
        "jumlah": len(tampil),
        "saring": saring,
        "form": form,
        "terbuka": set(terbuka),
        "pilihan": PredikatOrganisasi.choices,
        "belum": sum(satu.ada is None for satu in semua),
        "menunggu": [satu for satu in semua if satu.menunggu],
        "lihat_kalibrasi": pantau,
    }
    return render(request, "evaluasi/siklus/organisasi.html", konteks, status=422 if request.method == "POST" else 200)


def _saring(semua: list, saring: SaringOrganisasiForm) -> list:
    if not saring.is_valid():
        return []
    cari, keadaan = saring.cleaned_data["cari"].casefold(), saring.cleaned_data["keadaan"]
    baris = [satu for satu in semua if cari in satu.unit.nama.casefold()]
    if keadaan == "belum":
        return [satu for satu in baris if satu.ada is None]
    return [satu for satu in baris if satu.ada is not None] if keadaan == "sudah" else baris


def _sel(satu) -> list:
    ada = satu.ada
    return [
        satu.unit.nama, ada.get_predikat_display() if ada else "", ada.dasar if ada else "",
        ada.nomor_dokumen if ada else "", ada.tanggal_dokumen if ada else None, satu.tercapai, len(satu.iku),
        satu.rata_iku, satu.capaian_pimpinan, satu.usul.label if satu.usul else "",
    ]  # fmt: skip


def _simpan(request, siklus: Siklus, form: OrganisasiForm) -> bool:
    isi = form.cleaned_data
    try:
        banyak = actions.set_organisation_results(
            periode_id=siklus.periode_id,
            predikat=form.predikat(),
            dasar=isi["dasar"],
            nomor=isi["nomor"],
            tanggal=isi["tanggal"],
            oleh=request.user,
            saat=timezone.now(),
        )
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return False
    messages.success(request, f"Predikat {banyak} perangkat daerah disimpan.")
    return True


urlpatterns = [path("siklus/<int:pk>/organisasi/", siklus_organisasi, name="siklus-organisasi")]
