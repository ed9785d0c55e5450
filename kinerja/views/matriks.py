"""The matrix of roles and results of a unit, per day; it shows no score."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from pegawai import rekap as rekap_pegawai
from pegawai.models import Unit

from ..forms.rencana import SaringMatriksForm
from ..rekap_matriks import PER_HALAMAN, matriks, susunan_matriks, unit_terlihat
from .halaman import tolak_bila

KOLOM = ["Pegawai", "Jabatan", "Unit", "Hasil kerja", "Jenis", "Status SKP", "Mendukung", "Capaian kota"]


@require_GET
def matriks_saya(request):
    """The matrix of one's own unit."""
    hari, saya = timezone.localdate(), request.user.pegawai_id
    penempatan = rekap_pegawai.penempatan_pada([saya], hari).get(saya) if saya else None
    tolak_bila(penempatan is None)
    return redirect("kinerja:matriks", penempatan.jabatan.unit_id)


@require_GET
def matriks_unit(request, pk):
    """One unit on one page: rows people, columns the leader's results."""
    unit = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    saring = SaringMatriksForm(request.GET)
    sah = saring.is_valid()
    hari = (saring.cleaned_data["per"] if sah else None) or timezone.localdate()
    tolak_bila(pk not in unit_terlihat(request.user, [pk], hari))
    susunan = susunan_matriks(unit, hari, saring.cleaned_data["q"].strip() if sah else "")
    if diminta(request):
        isi = matriks(susunan, susunan.penempatan, request.user)
        return ekspor(request, f"matriks-peran-hasil-{unit.pk}", KOLOM, _baris_ekspor(isi))
    halaman = Paginator(susunan.penempatan, PER_HALAMAN).get_page(request.GET.get("page"))
    anak = unit_terlihat(request.user, [satu.pk for satu in susunan.anak], hari)
    konteks = {
        "unit": unit,
        "hari": hari,
        "alamat": f"?per={hari:%Y-%m-%d}" if hari != timezone.localdate() else "",
        "saring": saring,
        "susunan": susunan,
        "halaman": halaman,
        "isi": matriks(susunan, halaman.object_list, request.user),
        "anak": [satu for satu in susunan.anak if satu.pk in anak],
    }
    return render(request, "kinerja/matriks/detail.html", konteks)


def _baris_ekspor(isi):
    for baris in isi.baris:
        awal = [str(baris.pegawai), str(baris.penempatan.jabatan), str(baris.penempatan.jabatan.unit)]
        semua = {satu.pk: satu for sel in [*baris.sel, baris.lain, baris.lepas] for satu in sel}
        if not semua:
            yield [*awal, "", "", baris.skp.get_status_display() if baris.skp else "belum ada SKP", "", ""]
        for satu in semua.values():
            dukung = satu.mendukung.uraian if satu.mendukung_id else ""
            iku = satu.iku.nama if satu.iku_id else ""
            yield [*awal, satu.uraian, satu.get_jenis_display(), baris.skp.get_status_display(), dukung, iku]
