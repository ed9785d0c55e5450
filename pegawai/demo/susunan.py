"""The whole organisation: 113 real units and the made-up skeleton under them, with a few dated changes."""

from dataclasses import replace
from datetime import date
from random import Random

from .acuan import AWAL, baca
from .kantor import semua_kantor
from .kesehatan import puskesmas, rsud
from .pendidikan import sekolah
from .rangka import Rangka
from .wilayah import kecamatan, kelurahan

#: the merged bidang whose people came to the renamed one: (code, merged into)
GABUNG = ("DISPAR-B4", "DISPAR-B2")


def susun(hari: date, acak: Random) -> Rangka:
    """Units and positions as of `hari`, with the changes of the last two years."""
    rangka = Rangka()
    for simpul in baca("mataram_org.json")["nodes"]:
        mulai = date.fromisoformat(simpul["valid_from"]) if simpul["valid_from"] else AWAL
        rangka.tambah_unit(
            simpul["code"], simpul["name"], simpul["kind"], simpul["parent"] or "", simpul["source"],
            simpul["verified"], mulai,
        )  # fmt: skip
    nyata = list(rangka.unit)
    semua_kantor(rangka)
    rsud(rangka)
    sekolah(rangka, acak)
    for satu in nyata:
        if satu.jenis == "puskesmas":
            puskesmas(rangka, satu.kode, satu.nama)
        elif satu.jenis == "kecamatan":
            kecamatan(rangka, satu.kode, satu.nama)
        elif satu.jenis == "kelurahan":
            kelurahan(rangka, satu.kode, satu.nama, f"{satu.kode_induk}.KEPALA")
    perubahan(rangka, hari)
    return rangka


def hari_gabung(hari: date) -> date:
    """The day of the merger: 1 July of last year."""
    return date(hari.year - 1, 7, 1)


def perubahan(rangka: Rangka, hari: date) -> None:
    """A merged, two renamed and two moved units, and needs that were counted again. All made up."""
    awal_tahun, gabung = date(hari.year, 1, 1), hari_gabung(hari)
    akhir = date.fromordinal(gabung.toordinal() - 1)
    kode, tujuan = GABUNG
    rangka.tambah_unit(kode, "Bidang Ekonomi Kreatif", "bidang", "DISPAR", selesai=akhir)
    n = len(rangka.posisi)
    kabid = rangka.pimpinan(kode, "Kepala Bidang Ekonomi Kreatif", "III.b", "DISPAR.KEPALA", "pariwisata", "kabid")
    rangka.staf(kode, kabid, 6, "pariwisata", ["Adyatama Kepariwisataan dan Ekonomi Kreatif"], [])
    for i in range(n, len(rangka.posisi)):
        rangka.posisi[i] = replace(rangka.posisi[i], selesai=akhir)
    rangka.ubah_unit(tujuan, gabung, nama="Bidang Pemasaran Pariwisata")
    rangka.ubah_unit("DISKOMINFO-B3", awal_tahun, nama="Bidang Persandian dan Keamanan Informasi")
    rangka.ubah_unit("DLH-B4-S2", awal_tahun, kode_induk="DLH-B1")
    rangka.ubah("DLH-B4-S2.KEPALA", awal_tahun, kode_jabatan_atasan="DLH-B1.KEPALA")
    rangka.ubah_unit("DISHUB-U2", gabung, kode_induk="DISHUB-B2")
    rangka.ubah("DISHUB-U2.KEPALA", gabung, kode_jabatan_atasan="DISHUB-B2.KEPALA")
    for satu in [p for p in rangka.posisi if p.kode_unit == "DISDUKCAPIL-B1" and p.kebutuhan > 2]:
        rangka.ubah(satu.kode_jabatan, awal_tahun, kebutuhan=satu.kebutuhan - 1)
