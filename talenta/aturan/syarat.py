"""Hard requirements of a position. Failing one keeps somebody off the list, and they can read which one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat
from pegawai.aturan import bandingkan_golongan, usia
from pegawai.pilihan import JenisJabatan, TingkatPendidikan

from .angka_kredit import sedikitnya_baik, semua
from .ketentuan import KetentuanTalenta
from .kotak import dua_tahun
from .orang import TINGKAT, Orang, Sasaran, bulan_pengalaman

PP_11 = "PP 11/2017 pasal 54 dan 107"
PERMENPAN_3 = "PermenPANRB 3/2020"
KETENTUAN_KOTA = "Ketentuan talenta kota"
#: Asked once for each of thousands of people, and Django builds `values` anew each time.
PENDIDIKAN = frozenset(TingkatPendidikan.values)


@dataclass(frozen=True, slots=True)
class Syarat:
    """One requirement. `terpenuhi` is None where what it asks is not known yet; `kalimat` says the figures."""

    nama: str
    terpenuhi: bool | None
    kalimat: str
    sumber: str


def periksa_syarat(orang: Orang, sasaran: Sasaran, pada: date, ketentuan: KetentuanTalenta) -> tuple[Syarat, ...]:
    """Every requirement that the position makes of this person on a day, in the order in which they are read."""
    return tuple(satu for aturan in ATURAN if (satu := aturan(orang, sasaran, pada, ketentuan)) is not None)


def memenuhi(syarat: Iterable[Syarat]) -> bool | None:
    """False where one fails, None where none fails but one is not known, True where all hold."""
    return semua(*(satu.terpenuhi for satu in syarat))


def _aktif(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat:
    if not orang.aktif:
        return Syarat("Aktif bertugas", False, "Sedang tidak aktif bertugas.", PERMENPAN_3)
    if orang.keluar is not None and orang.keluar <= max(sasaran.tanggal, pada):
        kalimat = f"Berakhir bertugas {orang.keluar:%d-%m-%Y}, sebelum atau saat jabatan ini diisi."
        return Syarat("Aktif bertugas", False, kalimat, PERMENPAN_3)
    return Syarat("Aktif bertugas", True, "Aktif dan masih bertugas saat jabatan ini kosong.", PERMENPAN_3)


def _jenjang(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat:
    nama, kini = "Jabatan sekarang", orang.kini(pada)
    if kini is None or kini.tingkat is None or sasaran.tingkat is None:
        return Syarat(nama, None, "Jabatan sekarang belum tersedia.", KETENTUAN_KOTA)
    if kini.jabatan_id == sasaran.jabatan_id:
        return Syarat(nama, False, "Sudah menduduki jabatan ini.", KETENTUAN_KOTA)
    if kini.tingkat > sasaran.tingkat:
        return Syarat(nama, False, "Jabatan ini lebih rendah daripada jabatan sekarang.", KETENTUAN_KOTA)
    if sasaran.jenis == JenisJabatan.FUNGSIONAL and kini.rumpun != sasaran.rumpun:
        return Syarat(nama, False, "Jabatan fungsional ini diisi dari rumpun yang sama.", KETENTUAN_KOTA)
    naik = "naik dari" if kini.tingkat < sasaran.tingkat else "setingkat dengan"
    return Syarat(nama, True, f"Jabatan ini {naik} jabatan sekarang.", KETENTUAN_KOTA)


def _pendidikan(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    gerbang = k.gerbang.get(sasaran.jenis)
    diminta = max(gerbang.pendidikan if gerbang else "", sasaran.pendidikan_min)
    if not diminta:
        return None
    paling = f"paling rendah {TingkatPendidikan(diminta).label}"
    if orang.pendidikan not in PENDIDIKAN:
        return Syarat("Pendidikan", None, f"Pendidikan belum tercatat; diminta {paling}.", PP_11)
    punya = TingkatPendidikan(orang.pendidikan).label
    return Syarat("Pendidikan", orang.pendidikan >= diminta, f"Pendidikan {punya}; diminta {paling}.", PP_11)


def _pangkat(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat | None:
    if not sasaran.golongan_min:
        return None
    beda = bandingkan_golongan(orang.golongan, sasaran.golongan_min)
    kalimat = f"Golongan {orang.golongan or 'belum tercatat'}; diminta paling rendah {sasaran.golongan_min}."
    return Syarat("Pangkat", None if beda is None else beda >= 0, kalimat, PERMENPAN_3)


def _pangkat_atasan(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat | None:
    if not sasaran.golongan_atasan:
        return None
    beda = bandingkan_golongan(orang.golongan, sasaran.golongan_atasan)
    kalimat = (
        f"Golongan {orang.golongan or 'belum tercatat'}; "
        f"tidak boleh di atas atasan langsung ({sasaran.golongan_atasan})."
    )
    return Syarat("Pangkat terhadap atasan", None if beda is None else beda <= 0, kalimat, PP_11)


def _pengalaman(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    gerbang = k.gerbang.get(sasaran.jenis)
    if gerbang is None or not gerbang.tahun:
        return None
    asal = JenisJabatan(gerbang.asal)
    bulan = bulan_pengalaman(orang.setingkat(TINGKAT[asal]), pada)
    kalimat = f"{_lama(bulan)} sebagai {asal.label.lower()} atau setingkat; diminta {gerbang.tahun} tahun."
    return Syarat("Pengalaman jabatan", bulan >= 12 * gerbang.tahun, kalimat, PP_11)


def _pengalaman_terkait(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    gerbang = k.gerbang.get(sasaran.jenis)
    if gerbang is None or not gerbang.tahun_terkait:
        return None
    bulan = bulan_pengalaman(orang.serumpun(sasaran.rumpun), pada)
    kalimat = f"{_lama(bulan)} di bidang terkait; diminta {gerbang.tahun_terkait} tahun."
    return Syarat("Pengalaman terkait", bulan >= 12 * gerbang.tahun_terkait, kalimat, PP_11)


def _usia(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    gerbang = k.gerbang.get(sasaran.jenis)
    if gerbang is None or gerbang.usia_maks is None:
        return None
    diminta = f"paling tinggi {gerbang.usia_maks} tahun"
    if orang.lahir is None:
        return Syarat("Usia", None, f"Tanggal lahir belum tercatat; {diminta}.", PP_11)
    umur = usia(orang.lahir, max(sasaran.tanggal, pada))
    return Syarat("Usia", umur <= gerbang.usia_maks, f"Usia {umur} tahun saat jabatan kosong; {diminta}.", PP_11)


def _predikat(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat:
    tahun = k.syarat_predikat_tahun
    dilihat = dua_tahun(orang.tahunan, pada.year)[:tahun]
    predikat = tuple(satu.predikat if satu else None for satu in dilihat)
    tertulis = ", ".join(
        f"{Predikat(satu.predikat).label} ({satu.tahun})" for satu in dilihat if satu and satu.predikat
    )
    kalimat = f"Predikat {tertulis or 'belum tersedia'}; diminta paling rendah Baik {tahun} tahun terakhir."
    return Syarat("Predikat kinerja", sedikitnya_baik(predikat, tahun), kalimat, PERMENPAN_3)


def _kompetensi(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    if not sasaran.standar:
        return None
    batas, nama = k.syarat_kecocokan, "Standar kompetensi"
    cocok = sasaran.kecocokan(orang)
    if cocok is None:
        return Syarat(nama, None, f"Kompetensi belum diukur; diminta kecocokan {_angka(batas)}.", "PermenPANRB 38/2017")
    rendah, tinggi = bulat(cocok.rentang.rendah), bulat(cocok.rentang.tinggi)
    terpenuhi = True if rendah >= batas else False if tinggi < batas else None
    tertulis = _angka(rendah) if rendah == tinggi else f"{_angka(rendah)} sampai {_angka(tinggi)} (belum semua diukur)"
    kalimat = f"Kecocokan {tertulis}; diminta paling rendah {_angka(batas)}."
    return Syarat(nama, terpenuhi, kalimat, "PermenPANRB 38/2017")


def _pelatihan(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat | None:
    if not sasaran.pelatihan_wajib:
        return None
    kurang = [nama for kunci, nama in sasaran.pelatihan_wajib.items() if kunci not in orang.pelatihan]
    kalimat = f"Belum mengikuti {', '.join(kurang)}." if kurang else "Pelatihan yang diminta sudah diikuti."
    return Syarat("Pelatihan", not kurang, kalimat, PERMENPAN_3)


def _disiplin(orang: Orang, sasaran: Sasaran, pada: date, k) -> Syarat:
    kalimat = (
        "Ada hukuman disiplin yang masih berlaku." if orang.disiplin else "Tidak ada hukuman disiplin yang berlaku."
    )
    return Syarat("Disiplin", not orang.disiplin, kalimat, "PP 94/2021")


def _masa_jabatan(orang: Orang, sasaran: Sasaran, pada: date, k: KetentuanTalenta) -> Syarat | None:
    tahun, kini = k.syarat_masa_jabatan_tahun, orang.kini(pada)
    if not tahun:
        return None
    if kini is None:
        return Syarat("Masa jabatan", None, "Jabatan sekarang belum tersedia.", PERMENPAN_3)
    bulan = bulan_pengalaman([satu for satu in orang.riwayat if satu.jabatan_id == kini.jabatan_id], pada)
    kalimat = f"{_lama(bulan)} pada jabatan sekarang; diminta {tahun} tahun."
    return Syarat("Masa jabatan", bulan >= 12 * tahun, kalimat, PERMENPAN_3)


def _angka(nilai: Decimal) -> str:
    return f"{nilai:f}".replace(".", ",")


def _lama(bulan: int) -> str:
    return f"{bulan // 12} tahun {bulan % 12} bulan"


#: In the order in which they are read.
ATURAN = (
    _aktif,
    _jenjang,
    _pendidikan,
    _pangkat,
    _pangkat_atasan,
    _pengalaman,
    _pengalaman_terkait,
    _usia,
    _masa_jabatan,
    _predikat,
    _kompetensi,
    _pelatihan,
    _disiplin,
)
