"""The position map: needed, filled, vacant, by office and down to each position, on any day."""

from collections import defaultdict

from django.shortcuts import render
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor

from .. import akses, rekap
from ..forms import SaringPeta
from ..models import Unit
from .daftar import bersih, halaman, minta_boleh

KOLOM = [
    "Unit kerja",
    "Kode jabatan",
    "Jabatan",
    "Jenis",
    "Jenjang",
    "Kelas",
    "Kebutuhan",
    "Terisi",
    "Kosong",
    "Pemegang",
]


@require_GET
def peta_jabatan(request):
    """The sums by office, or the positions of one unit or of a filter; exported as filtered."""
    minta_boleh(akses.can_see_map(request.user))
    saring = SaringPeta(request.GET)
    unit = _unit(request.GET.get("unit"))
    isi = {"saring": saring, "hari": saring.hari, "per": saring.alamat, "unit": unit}
    if unit is None and not saring.menyaring and not diminta(request):
        return render(request, "pegawai/peta/list.html", isi | _per_kantor(saring.hari))
    baris = [satu for satu in rekap.peta_jabatan(saring.hari, unit) if _cocok(satu, saring)]
    if diminta(request):
        return ekspor(request, "peta-jabatan", KOLOM, map(_baris_ekspor, baris))
    total = sum(map(_jumlah, baris), rekap.JumlahJabatan())
    rinci = {"total": total, "jumlah_baris": len(baris), "halaman": halaman(request, baris)}
    return render(request, "pegawai/peta/list.html", isi | rinci)


def _jumlah(baris) -> rekap.JumlahJabatan:
    sementara = sum(satu.sementara for satu in baris.pemegang)
    return rekap.JumlahJabatan(baris.kebutuhan, baris.terisi, baris.kosong, sementara)


def _per_kantor(hari) -> dict:
    """The sums of each office by name, and of the city; what belongs to no office stands under its own name."""
    kantor, unit = rekap.peta_perangkat_daerah(hari), Unit.objects.in_bulk()
    jumlah = defaultdict(rekap.JumlahJabatan)
    for unit_id, satu in rekap.jumlah_jabatan(hari).items():
        jumlah[kantor.get(unit_id) or unit_id] += satu
    baris = sorted(((unit[pk], satu) for pk, satu in jumlah.items()), key=lambda satu: satu[0].nama.lower())
    return {"kantor": baris, "total": sum(jumlah.values(), rekap.JumlahJabatan()), "jumlah_baris": None}


def _unit(teks: str | None) -> Unit | None:
    """The unit that the address names; none that exists is not found."""
    if not teks:
        return None
    sah = teks.isascii() and teks.isdigit() and len(teks) < 18
    unit = Unit.objects.filter(pk=teks).first() if sah else None
    minta_boleh(unit is not None)
    return unit


def _cocok(baris, saring: SaringPeta) -> bool:
    cari = bersih(saring.nilai("cari")).lower()
    keadaan = {
        "kosong": baris.kosong > 0,
        "plt": any(satu.sementara for satu in baris.pemegang),
        "lebih": baris.lebih > 0,
    }
    return (
        cari in baris.jabatan.nama.lower()
        and saring.nilai("jenis") in {None, "", baris.jabatan.jenis}
        and keadaan.get(saring.nilai("keadaan"), True)
    )


def _baris_ekspor(baris) -> list:
    pemegang = "; ".join(
        f"{satu.pegawai.nama_lengkap} ({satu.jenis})" if satu.sementara else satu.pegawai.nama_lengkap
        for satu in baris.pemegang
    )
    jabatan = baris.jabatan
    return [
        baris.unit.nama,
        jabatan.kode,
        jabatan.nama,
        jabatan.get_jenis_display(),
        jabatan.get_jenjang_display(),
        baris.kelas,
        baris.kebutuhan,
        baris.terisi,
        baris.kosong,
        pemegang,
    ]
