"""The audit trail as auditors read it: of an object, of a person, of an act; who saw or changed whose data."""

from itertools import islice

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.templatetags.kit import nama_objek
from pegawai.models import Pegawai
from pegawai.pilihan import Peran

from ..jejak.baca import tulis_jejak
from ..jejak.saring import SaringJejak, cari_orang, saring

PER_HALAMAN, SEKALI = 50, 1000
KOLOM = ["Saat", "Oleh", "Yang dilakukan", "Objek", "Nomor objek", "Pegawai", "NIP", "Rincian", "Kode"]


@require_GET
def audit_list(request):
    """Every audit row, newest first; read only, for the auditor alone."""
    if not request.user.berperan(Peran.AUDITOR):
        raise Http404
    formulir = SaringJejak({nama: nilai.replace("\x00", "") for nama, nilai in request.GET.items()})
    orang = cari_orang(formulir.isi)
    baris = saring(formulir, orang)
    if diminta(request):
        return ekspor(request, "jejak-audit", KOLOM, _baris_ekspor(baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {
        "halaman": halaman,
        "baris": tulis_jejak(halaman.object_list),
        "saring": formulir,
        "orang": orang,
        "pelaku": Pegawai.objects.filter(pk=formulir.isi["pelaku"] or 0).first(),
        "objek": _objek(formulir.isi),
    }
    return render(request, "audit/list.html", konteks)


def _objek(isi: dict) -> str:
    """The one object whose trail this is, in words."""
    return f"{nama_objek(isi['objek'])} {isi['nomor']}" if isi["objek"] and isi["nomor"] != "" else ""


def _baris_ekspor(baris):
    """Exactly what is filtered, a batch at a time."""
    semua = baris.iterator(chunk_size=SEKALI)
    while bagian := list(islice(semua, SEKALI)):
        for satu in tulis_jejak(bagian):
            obj, pemilik = satu["obj"], satu["pemilik"]
            rincian = "; ".join(
                f"{label}: {lama} → {baru}" if lama else f"{label}: {baru}" for label, lama, baru in satu["rincian"]
            )
            yield [
                obj.saat, str(obj.oleh), satu["kalimat"], satu["objek"], obj.id_objek,
                pemilik.nama_lengkap if pemilik else "", (pemilik.nip or "") if pemilik else "", rincian, obj.aksi,
            ]  # fmt: skip
