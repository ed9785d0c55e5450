"""The position map: needed, filled, vacant, by office and down to each position, on any day."""

from dataclasses import dataclass, field

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


@dataclass
class Jumlah:
    """The sums of one office."""

    unit: Unit | None
    kebutuhan: int = 0
    terisi: int = 0
    kosong: int = 0
    sementara: int = 0
    baris: list = field(default_factory=list)

    def tambah(self, baris) -> None:
        self.kebutuhan += baris.kebutuhan
        self.terisi += baris.terisi
        self.kosong += baris.kosong
        self.sementara += sum(satu.sementara for satu in baris.pemegang)


@require_GET
def peta_jabatan(request):
    """The sums by office, or with ?unit= the positions of one office; exported as filtered."""
    minta_boleh(akses.can_see_map(request.user))
    saring = SaringPeta(request.GET)
    unit = _unit(request.GET.get("unit"))
    baris = [satu for satu in rekap.peta_jabatan(saring.hari, unit) if _cocok(satu, saring)]
    if diminta(request):
        return ekspor(request, "peta-jabatan", KOLOM, map(_baris_ekspor, baris))
    total = Jumlah(None)
    for satu in baris:
        total.tambah(satu)
    rinci = unit is not None or bool(bersih(saring.nilai("cari")) or saring.nilai("jenis") or saring.nilai("keadaan"))
    return render(
        request,
        "pegawai/peta/list.html",
        {
            "saring": saring,
            "hari": saring.hari,
            "per": saring.alamat,
            "unit": unit,
            "total": total,
            "jumlah_baris": len(baris),
            "halaman": halaman(request, baris) if rinci else None,
            "kantor": [] if rinci else _per_kantor(baris, saring.hari),
        },
    )


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


def _per_kantor(baris, hari) -> list[Jumlah]:
    """The sums of each office, by name; what belongs to none (the mayor) stands first."""
    kantor, unit = rekap.peta_perangkat_daerah(hari), Unit.objects.in_bulk()
    jumlah = {}
    for satu in baris:
        pk = kantor.get(satu.unit.pk) or satu.unit.pk
        jumlah.setdefault(pk, Jumlah(unit[pk])).tambah(satu)
    return sorted(jumlah.values(), key=lambda satu: satu.unit.nama.lower())


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
