"""Charts of talent as SVG with attributes only, and their rows for the table beside."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.grafik import GOLD, HAIRLINE, INK, SOFT, WARNA, bingkai
from mataram_asn.kit.kata import tulis_angka

from .aturan import KOTAK
from .pilihan import SebabKosong

BULAN = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]


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
        if satu.sebab != SebabKosong.KOSONG:
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
    return bingkai(18 * max(len(baris), 1) + 22, 150, judul, uraian, isi)


def _batang(i: int, satu: BulanLowongan, puncak: int) -> SafeString:
    """A bar with its figure; every third month has its name below, or the words would touch."""
    tinggi, kiri = max(96 * satu.jumlah // puncak, 2), 18 * i + 5
    nama, tahun = satu.nama.split() if i % 3 == 0 else ("", "")
    return format_html(
        '<rect class="isi-{}" fill="{}" x="{}" y="{}" width="14" height="{}" rx="2"><title>{}</title></rect>'
        '<text x="{}" y="{}" font-size="9" font-weight="700" fill="{}" text-anchor="middle">{}</text>'
        '<text class="teks-soft" x="{}" y="131" font-size="11" fill="{}" text-anchor="start">{}</text>'
        '<text class="teks-soft" x="{}" y="145" font-size="11" fill="{}" text-anchor="start">{}</text>',
        "teal" if satu.jumlah else "nol", WARNA["teal"] if satu.jumlah else HAIRLINE, kiri, 116 - tinggi, tinggi,
        f"{satu.nama}: {tulis_angka(satu.jumlah)} kursi",
        kiri + 7, 112 - tinggi, INK, tulis_angka(satu.jumlah) if satu.jumlah else "",
        kiri, SOFT, nama, kiri, SOFT, tahun,
    )  # fmt: skip


#: The drawing field of the boxes, and how far each axis reaches; what lies lower stands on the edge.
KIRI, ATAS, LEBAR, TINGGI = 44, 10, 300, 280
KINERJA_BAWAH, KINERJA_ATAS = 70, 120
POTENSIAL_BAWAH = 40


def grafik_posisi(posisi, ketentuan, judul: str) -> SafeString:
    """Where people stand on both axes with the interval of each, and the cuts between the boxes.

    posisi: pairs (name, Posisi). Who has no value on an axis is not drawn.
    """
    ada = [(nama, satu) for nama, satu in posisi if satu.kinerja is not None and satu.potensial is not None]
    isi = _latar(ketentuan) + format_html_join("", "{}", ((_titik(nama, satu),) for nama, satu in ada))
    uraian = "; ".join(
        f"{nama}: kinerja {_teks(satu.kinerja)}, potensial {_teks(satu.potensial)}" for nama, satu in ada
    )
    return bingkai(KIRI + LEBAR + 12, ATAS + TINGGI + 40, judul, uraian or "Belum ada posisi yang dapat digambar", isi)


def _teks(rentang) -> str:
    return tulis_angka(bulat(rentang.nilai))


def _x(potensial) -> int:
    dalam = min(max(potensial, POTENSIAL_BAWAH), 100)
    return KIRI + int(LEBAR * (dalam - POTENSIAL_BAWAH) / (100 - POTENSIAL_BAWAH))


def _y(kinerja) -> int:
    dalam = min(max(kinerja, KINERJA_BAWAH), KINERJA_ATAS)
    return ATAS + TINGGI - int(TINGGI * (dalam - KINERJA_BAWAH) / (KINERJA_ATAS - KINERJA_BAWAH))


def _latar(ketentuan) -> SafeString:
    """The field, the two cuts of each axis with their figures, and the number of each box."""
    sumbu_x = (POTENSIAL_BAWAH, ketentuan.potensial.menengah, ketentuan.potensial.tinggi, 100)
    sumbu_y = (KINERJA_ATAS, ketentuan.kinerja.di_atas, ketentuan.kinerja.sesuai, KINERJA_BAWAH)
    bidang = format_html(
        '<rect class="kotak" fill="#f3efe6" x="{}" y="{}" width="{}" height="{}" rx="4"/>', KIRI, ATAS, LEBAR, TINGGI
    )
    tegak = format_html_join("", "{}", ((_garis_tegak(satu),) for satu in sumbu_x[1:3]))
    datar = format_html_join("", "{}", ((_garis_datar(satu),) for satu in sumbu_y[1:3]))
    nomor = format_html_join(
        "",
        '<text class="teks-soft" x="{}" y="{}" font-size="11" fill="{}">{}</text>',
        (
            (_x(sumbu_x[kolom]) + 6, _y(sumbu_y[urutan]) + 15, SOFT, satu)
            for urutan, baris in enumerate(KOTAK.values())
            for kolom, satu in enumerate(reversed(baris.values()))
        ),
    )
    nama = format_html(
        '<text class="teks-soft" x="{}" y="{}" font-size="12" fill="{}" text-anchor="middle">Potensial →</text>'
        '<text class="teks-soft" transform="translate(12 {}) rotate(-90)" font-size="12" fill="{}"'
        ' text-anchor="middle">Kinerja →</text>',
        KIRI + LEBAR // 2, ATAS + TINGGI + 34, SOFT, ATAS + TINGGI // 2, SOFT,
    )  # fmt: skip
    return bidang + tegak + datar + nomor + nama


def _garis_tegak(batas) -> SafeString:
    return format_html(
        '<line class="batas" x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-dasharray="4 3"/>'
        '<text class="teks-soft" x="{}" y="{}" font-size="11" fill="{}" text-anchor="middle">{}</text>',
        _x(batas), _x(batas), ATAS, ATAS + TINGGI, GOLD, _x(batas), ATAS + TINGGI + 15, SOFT, tulis_angka(batas),
    )  # fmt: skip


def _garis_datar(batas) -> SafeString:
    return format_html(
        '<line class="batas" x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-dasharray="4 3"/>'
        '<text class="teks-soft" x="{}" y="{}" font-size="11" fill="{}" text-anchor="end">{}</text>',
        KIRI, KIRI + LEBAR, _y(batas), _y(batas), GOLD, KIRI - 5, _y(batas) + 4, SOFT, tulis_angka(batas),
    )  # fmt: skip


def _titik(nama: str, satu) -> SafeString:
    """A dot on the values and a cross over both intervals; the name is told on pointing."""
    x, y = _x(satu.potensial.nilai), _y(satu.kinerja.nilai)
    return format_html(
        "<g><title>{}</title>"
        '<line class="garis" x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-opacity="0.45"/>'
        '<line class="garis" x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-opacity="0.45"/>'
        '<circle class="titik" cx="{}" cy="{}" r="4" fill="{}"/></g>',
        nama,
        _x(satu.potensial.rendah), _x(satu.potensial.tinggi), y, y, WARNA["teal"],
        x, x, _y(satu.kinerja.rendah), _y(satu.kinerja.tinggi), WARNA["teal"],
        x, y, WARNA["teal"],
    )  # fmt: skip
