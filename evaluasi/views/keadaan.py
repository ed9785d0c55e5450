"""The people of a unit in a siklus: how far each is and what is to be done. For who looks after them."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from pegawai.models import Pegawai, Penempatan, Unit

from .. import akses
from ..forms.tata import SaringKeadaanForm
from ..models import Siklus
from ..rekap.keadaan import hitung_hal, keadaan_pegawai

PER_HALAMAN = 25
KOLOM = ["NIP", "Nama", "Jabatan", "Unit kerja", "SKP", "Menyatakan selesai", "Penilaian", "Yang perlu dikerjakan"]


@require_GET
def siklus_keadaan(request, pk):
    """One row a person that this user looks after; narrowed by what is to be done."""
    if not akses.can_watch_people(request.user):
        raise Http404
    siklus = get_object_or_404(Siklus.objects.visible_to(request.user).select_related("periode"), pk=pk)
    kota = akses.can_watch_siklus(request.user)
    saring = SaringKeadaanForm(request.GET, kota=kota)
    semua = keadaan_pegawai(siklus, _orang(request.user, saring, kota), timezone.now())
    baris = [satu for satu in semua if saring.cocok(satu)] if saring.is_valid() else []
    if diminta(request):
        return ekspor(request, f"keadaan-pegawai-{siklus.nama}".replace(" ", "-").lower(), KOLOM, map(_sel, baris))
    isi = {
        "siklus": siklus,
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "jumlah": hitung_hal(semua),
        "pilih_kantor": kota and not semua,
    }
    return render(request, "evaluasi/papan/keadaan.html", isi)


def _orang(user, saring: SaringKeadaanForm, kota: bool):
    """Whom the page is about: those one looks after; for the city those of the office that it asks for."""
    orang = Pegawai.objects.visible_to(user).asn().aktif()
    if not kota:
        return orang
    unit, hari = saring.cleaned_data.get("unit") if saring.is_valid() else None, timezone.localdate()
    if unit is None:
        return orang.none()
    tempat = Penempatan.objects.definitif().berlaku_pada(hari)
    return orang.filter(
        pk__in=tempat.filter(jabatan__unit__in=Unit.objects.keturunan(unit.pk, hari)).values("pegawai_id")
    )


def _sel(satu) -> list:
    tempat, lembar = satu.penempatan, satu.lembar
    return [
        satu.orang.nip, satu.orang.nama_lengkap, tempat.jabatan.nama if tempat else "", satu.unit, satu.skp,
        lembar.sisi_pegawai_pada if lembar else None, lembar.get_status_display() if lembar else "tanpa lembar",
        "; ".join(kata for _, kata in satu.hal),
    ]  # fmt: skip


urlpatterns = [path("siklus/<int:pk>/keadaan/", siklus_keadaan, name="siklus-keadaan")]
