"""Charts of talent as SVG with attributes only, and their rows for the table beside."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from mataram_asn.kit.grafik import HAIRLINE, INK, SOFT, WARNA, bingkai
from mataram_asn.kit.kata import tulis_angka

BULAN = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()


@dataclass(frozen=True)
class BulanLowongan:
    """Seats that become vacant in a month; `kunci` is written 2027-03."""

    kunci: str
    nama: str
    jumlah: int


def bulan_berurut(lowongan, mulai: date, bulan: int) -> list[BulanLowongan]:
    """Each month from the day on with its seats, also those without any; what is vacant already is not among them."""
    banyak = Counter()
    for satu in lowongan:
        if satu.sebab != "kosong":
            banyak[f"{max(satu.tanggal, mulai):%Y-%m}"] += satu.jumlah
    hasil = []
    for urutan in range(mulai.year * 12 + mulai.month - 1, mulai.year * 12 + mulai.month + bulan):
        tahun, nomor = divmod(urutan, 12)
        kunci = f"{tahun:04d}-{nomor + 1:02d}"
        hasil.append(BulanLowongan(kunci, f"{BULAN[nomor]} {tahun}", banyak[kunci]))
    return hasil


def grafik_bulan(baris: list[BulanLowongan], judul: str) -> SafeString:
    """One bar a month."""
    puncak = max([satu.jumlah for satu in baris] + [1])
    isi = format_html_join("", "{}", ((_batang(i, satu, puncak),) for i, satu in enumerate(baris)))
    uraian = ", ".join(f"{satu.nama} {tulis_angka(satu.jumlah)}" for satu in baris)
    return bingkai(28 * max(len(baris), 1) + 8, 150, judul, uraian, isi)


def _batang(i: int, satu: BulanLowongan, puncak: int) -> SafeString:
    tinggi, kiri = max(96 * satu.jumlah // puncak, 2), 28 * i + 6
    nama, tahun = satu.nama.split()
    return format_html(
        '<rect class="isi-{}" fill="{}" x="{}" y="{}" width="22" height="{}" rx="2"/>'
        '<text x="{}" y="{}" font-size="10" font-weight="700" fill="{}" text-anchor="middle">{}</text>'
        '<text class="teks-soft" x="{}" y="131" font-size="10" fill="{}" text-anchor="middle">{}</text>'
        '<text class="teks-soft" x="{}" y="144" font-size="10" fill="{}" text-anchor="middle">{}</text>',
        "teal" if satu.jumlah else "nol", WARNA["teal"] if satu.jumlah else HAIRLINE, kiri, 116 - tinggi, tinggi,
        kiri + 11, 112 - tinggi, INK, tulis_angka(satu.jumlah) if satu.jumlah else "",
        kiri + 11, SOFT, nama, kiri + 11, SOFT, tahun if i == 0 or nama == "Jan" else "",
    )  # fmt: skip
