"""The vacancies of the next 24 months, and for each position who could take it and who could not, with reasons."""

from collections import Counter

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from pegawai import rekap as rekap_pegawai
from pegawai.models import Jabatan, Pegawai
from pegawai.pilihan import JenisJabatan

from .. import rekap
from ..akses import minta_lihat
from ..forms import SaringCalon, SaringLowongan
from ..grafik import bulan_berurut, grafik_bulan
from .bersama import halaman, urut

CALON_PER_HALAMAN = 10
KOLOM = ["Jabatan", "Unit", "Jenis", "Kelas", "Kosong sejak", "Sebab", "Kursi", "Pemegang", "Dijabat sementara"]
KOLOM_CALON = ["Urutan", "Nama", "NIP", "Jabatan sekarang", "Skor", "Terendah", "Tertinggi"]
URUT = {
    "jabatan": lambda satu: satu.jabatan.nama.lower(),
    "unit": lambda satu: satu.unit.nama.lower(),
    "kelas": lambda satu: satu.kelas or 0,
    "tanggal": lambda satu: satu.tanggal,
    "jumlah": lambda satu: satu.jumlah,
}


@require_GET
def lowongan_list(request):
    """The seats that are or become vacant, by month and one by one."""
    minta_lihat(request.user)
    saring = SaringLowongan(request.GET)
    unit = saring.nilai("unit")
    semua = [satu for satu in rekap.lowongan(saring.hari, rekap.BULAN, unit) if _cocok(satu, saring)]
    bulan = saring.nilai("bulan")
    baris = [satu for satu in semua if not bulan or f"{satu.tanggal:%Y-%m}" == bulan]
    baris = urut(request, baris, URUT)
    if diminta(request):
        return ekspor(request, "lowongan", KOLOM, map(_baris_ekspor, baris))
    per_bulan = bulan_berurut(semua, saring.hari, rekap.BULAN)
    isi = {
        "saring": saring,
        "hari": saring.hari,
        "halaman": halaman(request, baris),
        "jumlah": _jumlah(semua),
        "per_bulan": per_bulan,
        "grafik": grafik_bulan(per_bulan, "Kursi yang akan kosong per bulan"),
    }
    return render(request, "talenta/lowongan/list.html", isi)


def _cocok(satu, saring: SaringLowongan) -> bool:
    cari = (saring.nilai("cari") or "").lower()
    return (
        cari in satu.jabatan.nama.lower()
        and saring.nilai("jenis") in {None, "", satu.jabatan.jenis}
        and saring.nilai("sebab") in {None, "", satu.sebab}
    )


def _jumlah(baris) -> dict[str, int]:
    hasil = Counter()
    for satu in baris:
        hasil[str(satu.sebab.value)] += satu.jumlah
    return {"semua": sum(hasil.values()), **{nama: hasil[nama] for nama in ("kosong", "pensiun", "kontrak")}}


def _baris_ekspor(satu) -> list:
    return [
        satu.jabatan.nama,
        satu.unit.nama,
        satu.jabatan.get_jenis_display(),
        satu.kelas,
        satu.tanggal,
        satu.sebab.label,
        satu.jumlah,
        satu.pemegang.nama_lengkap if satu.pemegang else "",
        "; ".join(orang.nama_lengkap for orang in satu.sementara),
    ]


@require_GET
def lowongan_detail(request, pk):
    """One position: who could take it, in order and with reasons, and why somebody is not among them."""
    minta_lihat(request.user)
    saring = SaringCalon(request.GET)
    hari = saring.hari
    jabatan = get_object_or_404(
        Jabatan.objects.berlaku_pada(hari).exclude(jenis=JenisJabatan.PIMPINAN_DAERAH).select_related("unit"), pk=pk
    )
    kosong = [satu for satu in rekap.lowongan(hari, rekap.BULAN, jabatan.unit_id) if satu.jabatan.pk == jabatan.pk]
    hasil = rekap.kandidat(jabatan, hari, saring.nilai("kosong") or (kosong[0].tanggal if kosong else hari))
    if diminta(request):
        return _ekspor_calon(request, hasil, hari)
    luar, nama_syarat = _di_luar(hasil)
    saring = SaringCalon(request.GET, syarat=nama_syarat)
    luar = [satu for satu in luar if _dicari(satu, saring)]
    isi = {
        "jabatan": jabatan,
        "sasaran": hasil.sasaran,
        "hari": hari,
        "kosong": kosong,
        "saring": saring,
        "hasil": hasil.peringkat,
        "calon": _calon(request, hasil, hari),
        "luar": _lengkapi(halaman(request, luar), hari),
        "diminta": _diminta(jabatan, hasil.sasaran),
        "bersih": f"{saring.alamat or '?'}&kosong={hasil.sasaran.tanggal:%Y-%m-%d}".replace("?&", "?"),
    }
    return render(request, "talenta/lowongan/detail.html", isi)


def _diminta(jabatan: Jabatan, sasaran) -> list[tuple[str, str]]:
    """What the position asks in words; the general gates stand with each person."""
    level = next(iter(sasaran.standar.values()), None)
    return [
        ("Pangkat paling rendah", sasaran.golongan_min or "tidak ditentukan"),
        ("Pangkat atasan langsung", sasaran.golongan_atasan or "tidak ada pembanding"),
        ("Pendidikan paling rendah", jabatan.get_pendidikan_min_display() or "menurut jenis jabatan"),
        ("Rumpun", jabatan.rumpun or "tidak ditentukan"),
        ("Tingkat kompetensi", f"{level} untuk {len(sasaran.standar)} kompetensi" if level else "tidak ditentukan"),
    ]


def _calon(request, hasil, hari):
    """The candidates of the page with the person and the position held now."""
    # the candidates turn their pages apart from the list below them
    lembar = Paginator(hasil.peringkat.calon, CALON_PER_HALAMAN).get_page(request.GET.get("calon"))
    kunci = [satu.kunci for satu in lembar]
    orang, kini = Pegawai.objects.in_bulk(kunci), rekap_pegawai.penempatan_pada(kunci, hari)
    awal = lembar.start_index() or 1
    lembar.object_list = [
        {"urutan": awal + i, "calon": satu, "pegawai": orang[satu.kunci], "kini": kini.get(satu.kunci)}
        for i, satu in enumerate(lembar)
    ]
    return lembar


def _di_luar(hasil):
    """Everybody outside the list, the nearest to it first, and the names of the requirements that hold them."""
    baris = [
        {
            "kunci": kunci,
            "nama": hasil.orang[kunci].nama,
            "gugur": gugur,
            "syarat": [s for s in syarat if not s.terpenuhi],
        }
        for gugur, daftar in ((True, hasil.peringkat.gugur), (False, hasil.peringkat.belum))
        for kunci, syarat in daftar
    ]
    nama = dict.fromkeys(satu.nama for isi in baris for satu in isi["syarat"])
    return sorted(baris, key=lambda isi: (len(isi["syarat"]), isi["nama"].lower(), isi["kunci"])), tuple(nama)


def _dicari(isi, saring: SaringCalon) -> bool:
    keadaan = {"gugur": isi["gugur"], "belum": not isi["gugur"]}
    syarat = saring.nilai("syarat")
    return (
        (saring.nilai("cari") or "").lower() in isi["nama"].lower()
        and keadaan.get(saring.nilai("hasil"), True)
        and (not syarat or any(satu.nama == syarat for satu in isi["syarat"]))
    )


def _lengkapi(lembar, hari):
    kunci = [isi["kunci"] for isi in lembar]
    orang, kini = Pegawai.objects.in_bulk(kunci), rekap_pegawai.penempatan_pada(kunci, hari)
    for isi in lembar:
        isi |= {"pegawai": orang[isi["kunci"]], "kini": kini.get(isi["kunci"])}
    return lembar


def _ekspor_calon(request, hasil, hari):
    calon = hasil.peringkat.calon
    kunci = [satu.kunci for satu in calon]
    orang, kini = Pegawai.objects.in_bulk(kunci), rekap_pegawai.penempatan_pada(kunci, hari)
    baris = (
        [
            i,
            orang[satu.kunci].nama_lengkap,
            orang[satu.kunci].nip,
            kini[satu.kunci].jabatan.nama if satu.kunci in kini else "",
            satu.nilai,
            satu.rendah,
            satu.tinggi,
        ]
        for i, satu in enumerate(calon, 1)
    )
    return ekspor(request, "calon", KOLOM_CALON, baris)
