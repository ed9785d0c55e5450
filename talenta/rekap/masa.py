"""Months of angka kredit: which jenjang was held when, what a conversion covers, which loaded rows count beside it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mataram_asn.kit.angka import bulat
from pegawai.models import Penempatan
from pegawai.pilihan import JenisJabatan, JenisPegawai, JenisPenempatan

from ..aturan.siasn import rentang_bulan
from ..models import KonversiAngkaKredit, RiwayatAngkaKredit
from ..pilihan import JenisRiwayatAK

TEMPAT = 3  # the places of a figure in SIASN's shape


def masa_jenjang(tahun: int, pegawai_ids=None) -> dict[int, list[tuple[str, date, date | None]]]:
    """The functional placements of PNS that touch a year, by person. One query."""
    baris = Penempatan.objects.filter(
        jenis=JenisPenempatan.DEFINITIF,
        jabatan__jenis=JenisJabatan.FUNGSIONAL,
        pegawai__jenis=JenisPegawai.PNS,
        mulai__lte=date(tahun, 12, 31),
    ).exclude(selesai__lt=date(tahun, 1, 1))
    if pegawai_ids is not None:
        baris = baris.filter(pegawai__in=pegawai_ids)
    hasil = defaultdict(list)
    for pk, *isi in baris.order_by("mulai").values_list("pegawai_id", "jabatan__jenjang", "mulai", "selesai"):
        hasil[pk].append(tuple(isi))
    return hasil


@dataclass(frozen=True)
class MasaKonversi:
    """A conversion of this system with the months that it stands for."""

    baris: KonversiAngkaKredit
    jenjang: str
    mulai: date
    selesai: date
    angka: Decimal


def masa_konversi(pegawai_ids, tahun: int | None = None) -> dict[int, list[MasaKonversi]]:
    """By person: the conversions in force with their months; of one year, or of all. One query, and one a year."""
    baris = KonversiAngkaKredit.objects.filter(pegawai__in=pegawai_ids).berlaku().exclude(bulan=0)
    if tahun is not None:
        baris = baris.filter(tahun=tahun)
    baris = list(baris.select_related("pegawai").order_by("pegawai_id", "tahun", "jenjang"))
    masa = {satu: masa_jenjang(satu, pegawai_ids) for satu in {satu.tahun for satu in baris}}
    hasil = defaultdict(list)
    for satu in baris:
        mulai = _bulan_mulai(satu, masa[satu.tahun].get(satu.pegawai_id, ()))
        rentang = rentang_bulan(satu.tahun, mulai, satu.tahun, min(mulai + satu.bulan - 1, 12))
        hasil[satu.pegawai_id].append(MasaKonversi(satu, satu.jenjang, *rentang, bulat(satu.angka, TEMPAT)))
    return hasil


def riwayat_berlaku(pegawai_ids) -> dict[int, list[RiwayatAngkaKredit]]:
    """By person: loaded rows that count, oldest first; a conversion of this system over the same months stands above.

    Two queries, and one for each year that was converted here.
    """
    semua = RiwayatAngkaKredit.objects.berlaku().filter(pegawai__in=pegawai_ids).select_related("pegawai")
    semua = list(semua.order_by("selesai", "pk"))
    milik = masa_konversi({satu.pegawai_id for satu in semua}) if semua else {}
    hasil = defaultdict(list)
    for satu in semua:
        if not any(_menutup(m, satu) for m in milik.get(satu.pegawai_id, ())):
            hasil[satu.pegawai_id].append(satu)
    return hasil


def _menutup(milik: MasaKonversi, satu: RiwayatAngkaKredit) -> bool:
    bertemu = milik.mulai <= satu.selesai and satu.mulai <= milik.selesai
    return satu.jenis == JenisRiwayatAK.KONVERSI and bertemu


def _bulan_mulai(satu: KonversiAngkaKredit, masa) -> int:
    """The first month of the year that counts for that jenjang: a month counts by its fifteenth day."""
    mulai = [awal for jenjang, awal, _ in masa if jenjang == satu.jenjang]
    awal = min(mulai, default=date(satu.tahun, 1, 1))
    if awal.year < satu.tahun:
        return 1
    return min(awal.month + (awal.day > 15), 12)
