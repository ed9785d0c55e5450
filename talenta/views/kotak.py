"""The nine boxes with their uncertainty, and the people in each."""

from collections import Counter

from django.shortcuts import render
from django.views.decorators.http import require_GET

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.ekspor import diminta, ekspor
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Penempatan, Unit

from .. import rekap
from ..akses import minta_lihat
from ..aturan import KOTAK, REKOMENDASI
from ..forms import SaringKotak
from ..grafik import grafik_posisi
from .bersama import halaman, urut

KOLOM = ["Nama", "NIP", "Jabatan", "Unit", "Kotak", "Kotak yang mungkin", "Kinerja", "Kinerja terendah"]
KOLOM += ["Kinerja tertinggi", "Potensial", "Potensial terendah", "Potensial tertinggi"]
URUT = {"nama": lambda satu: (satu.orang.nama.lower(), satu.orang.kunci), "kotak": lambda satu: satu.posisi.kotak or 0}


@require_GET
def kotak(request):
    """Counts of the nine boxes and the people of one, found by name, unit, kind or certainty."""
    minta_lihat(request.user)
    saring = SaringKotak(request.GET)
    hari = saring.hari
    orang = [satu for satu in rekap.kotak(hari, _dipilih(saring)) if _cocok(satu, saring)]
    baris = [satu for satu in orang if _di_kotak(satu, saring)]
    baris = urut(request, sorted(baris, key=URUT["nama"]), URUT)
    if diminta(request):
        return ekspor(request, "kotak-talenta", KOLOM, _baris_ekspor(baris, hari))
    lembar = _lengkapi(halaman(request, baris), hari)
    isi = {
        "saring": saring,
        "hari": hari,
        "kotak": _sembilan(orang, saring, request),
        "jumlah": _jumlah(orang),
        "halaman": lembar,
        "grafik": grafik_posisi(
            [(satu["pegawai"].nama, satu["posisi"]) for satu in lembar], rekap.ketentuan_talenta(hari), "Posisi pegawai"
        ),
        "nomor": saring.nilai("kotak"),
        "rekomendasi": REKOMENDASI.get(saring.nilai("kotak"), ()),
    }
    return render(request, "talenta/kotak.html", isi)


def _dipilih(saring: SaringKotak):
    """The ids that unit and kind of position leave; None for everybody."""
    unit, jenis = saring.nilai("unit"), saring.nilai("jenis")
    if not unit and not jenis:
        return None
    baris = Penempatan.objects.berlaku_pada(saring.hari).definitif()
    if unit:
        baris = baris.filter(jabatan__unit__in=Unit.objects.keturunan(unit.pk, saring.hari))
    if jenis:
        baris = baris.filter(jabatan__jenis=jenis)
    return list(baris.values_list("pegawai_id", flat=True))


def _cocok(satu, saring: SaringKotak) -> bool:
    return (saring.nilai("cari") or "").lower() in satu.orang.nama.lower()


def _di_kotak(satu, saring: SaringKotak) -> bool:
    posisi = satu.posisi
    keadaan = {
        "pasti": posisi.pasti,
        "lintas": posisi.kotak is not None and not posisi.pasti,
        "belum": posisi.kotak is None,
    }
    return saring.nilai("kotak") in {None, posisi.kotak} and keadaan.get(saring.nilai("kepastian"), True)


def _sembilan(orang, saring: SaringKotak, request) -> list[list[dict]]:
    banyak = Counter(satu.posisi.kotak for satu in orang)
    dipilih = saring.nilai("kotak")
    return [
        [
            {
                "nomor": nomor,
                "jumlah": banyak[nomor],
                "nyala": nomor == dipilih,
                "nama": f"kinerja {kinerja.label.lower()}, potensial {potensial.label.lower()}",
                "tautan": _tautan(request, nomor),
            }
            for potensial, nomor in reversed(baris.items())
        ]
        for kinerja, baris in KOTAK.items()
    ]


def _tautan(request, nomor: int) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    query["kotak"] = nomor
    return f"?{query.urlencode()}"


def _jumlah(orang) -> dict[str, int]:
    posisi = [satu.posisi for satu in orang]
    return {
        "semua": len(posisi),
        "suksesi": sum(satu.suksesi for satu in posisi),
        "lintas": sum(satu.kotak is not None and not satu.pasti for satu in posisi),
        "belum": sum(satu.kotak is None for satu in posisi),
    }


def _lengkapi(lembar, hari):
    """The rows of the page with the person and the position held."""
    kunci = [satu.orang.kunci for satu in lembar]
    pegawai, kini = Pegawai.objects.in_bulk(kunci), rekap_pegawai.penempatan_pada(kunci, hari)
    lembar.object_list = [
        {
            "pegawai": pegawai[satu.orang.kunci],
            "kini": kini.get(satu.orang.kunci),
            "posisi": satu.posisi,
            "kinerja": satu.posisi.kinerja and _sumbu(satu.posisi.kinerja),
            "potensial": satu.posisi.potensial and _sumbu(satu.posisi.potensial),
        }
        for satu in lembar
    ]
    return lembar


def _baris_ekspor(baris, hari):
    kunci = [satu.orang.kunci for satu in baris]
    nip = dict(Pegawai.objects.filter(pk__in=kunci).values_list("pk", "nip"))
    kini = rekap_pegawai.penempatan_pada(kunci, hari)
    for satu in baris:
        tempat, posisi = kini.get(satu.orang.kunci), satu.posisi
        yield [
            satu.orang.nama,
            nip[satu.orang.kunci],
            tempat.jabatan.nama if tempat else "",
            tempat.jabatan.unit.nama if tempat else "",
            posisi.kotak,
            ", ".join(map(str, posisi.mungkin)),
            *_sumbu(posisi.kinerja),
            *_sumbu(posisi.potensial),
        ]


def _sumbu(rentang) -> list:
    return [None] * 3 if rentang is None else [bulat(n) for n in (rentang.nilai, rentang.rendah, rentang.tinggi)]
