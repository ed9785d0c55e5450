"""A line over the years, broken where a year is missing or the way of measuring changed."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .bingkai import INK, SOFT, bingkai, jangkar, titik_garis
from .kata import tulis_angka

MAKS_LABEL = 6


def grafik_garis(seri, judul, satuan="") -> SafeString:
    """A line over time that is broken wherever the way of measuring changed.

    seri: a list of unbroken parts, each a list of (label, Decimal or None). No line joins two parts, and none crosses
    a missing value; a dashed upright marks where a new series begins. Labels that are years stand where the year is,
    so that a year without a figure leaves its place empty and is crossed by no line; others stand evenly.
    """
    bagian = [[(str(label), nilai) for label, nilai in satu] for satu in seri if satu]
    skala = _skala([Decimal(nilai) for satu in bagian for _, nilai in satu if nilai is not None])
    sumbu = _sumbu_tahun(bagian) or _sumbu_rata(bagian)
    letak = [
        [(sumbu.letak(nomor, i), skala(nilai), nilai) for i, (_, nilai) in enumerate(potong)]
        for nomor, potong in enumerate(bagian)
    ]
    isi = [_putus(_di_antara(a[-1][0], b[0][0])) for a, b in pairwise(letak)]
    for nomor, (kiri, potong, kanan) in enumerate(zip([None, *letak], letak, [*letak[1:], None], strict=False)):
        isi += [titik_garis(satu) for satu in sumbu.sambung(nomor, potong)]
        tepi = (_tepi("start", potong[0], kiri and kiri[-1]), _tepi("end", potong[-1], kanan and kanan[0]))
        isi.append(nilai_ujung(potong, tepi))
    isi.append(_label_bawah(sumbu.label))
    return bingkai(360, 150, judul, _uraian_garis(bagian, satuan), format_html_join("", "{}", ((b,) for b in isi)))


@dataclass(frozen=True)
class Sumbu:
    """Where the points of each part stand, which neighbours a line may join, and the labels below."""

    tempat: tuple[tuple[int, ...], ...]
    #: of each part: the numbers of the points before which the line is cut
    putus: tuple[tuple[int, ...], ...]
    label: tuple[tuple[int, str], ...]

    def letak(self, bagian: int, nomor: int) -> int:
        return self.tempat[bagian][nomor]

    def sambung(self, bagian: int, titik: list) -> list[list]:
        """The stretches of a part whose points are neighbours."""
        batas = [0, *self.putus[bagian], len(titik)]
        return [titik[awal:akhir] for awal, akhir in pairwise(batas)]


def _sumbu_tahun(bagian) -> Sumbu | None:
    """An axis of real years; None where a label is no year."""
    semua = [label for satu in bagian for label, _ in satu]
    if not semua or not all(label.isascii() and label.isdigit() and len(label) == 4 for label in semua):
        return None
    awal, akhir = min(map(int, semua)), max(map(int, semua))
    panjang = max(akhir - awal, 1)
    tahun = [[int(label) for label, _ in satu] for satu in bagian]
    tiap = -(-(akhir - awal + 1) // MAKS_LABEL)
    return Sumbu(
        tuple(tuple(20 + 320 * (satu - awal) // panjang for satu in deret) for deret in tahun),
        tuple(tuple(i for i, (a, b) in enumerate(pairwise(deret), 1) if b - a != 1) for deret in tahun),
        tuple((20 + 320 * (satu - awal) // panjang, str(satu)) for satu in range(awal, akhir + 1, tiap)),
    )


def _sumbu_rata(bagian) -> Sumbu:
    """An axis on which the points stand evenly."""
    titik = [label for satu in bagian for label, _ in satu]
    langkah = 320 // max(len(titik) - 1, 1)
    tempat, mulai = [], 0
    for satu in bagian:
        tempat.append(tuple(20 + langkah * (mulai + i) for i in range(len(satu))))
        mulai += len(satu)
    tiap = -(-len(titik) // MAKS_LABEL) or 1
    label = tuple((20 + langkah * i, label) for i, label in enumerate(titik) if i % tiap == 0)
    return Sumbu(tuple(tempat), ((),) * len(bagian), label)


def _di_antara(lalu: int, baru: int) -> int:
    """Half way to the first point of the next part; where the parts overlap, just before it."""
    return (lalu + baru) // 2 if baru > lalu else max(baru - 6, 0)


def _skala(nilai: list[Decimal]):
    """The height of a value: the lowest at 100, the highest at 28; None has none."""
    rendah, tinggi = (min(nilai), max(nilai)) if nilai else (Decimal(0), Decimal(1))
    rentang = (tinggi - rendah) or Decimal(1)
    return lambda satu: None if satu is None else int(100 - 72 * (Decimal(satu) - rendah) / rentang)


def nilai_ujung(letak, tepi=(("", None), ("", None))) -> SafeString:
    """The first and the last value of a part, off its line and off the break that `tepi` tells of."""
    ada = [satu for satu in letak if satu[1] is not None]
    dua = list(dict.fromkeys((ada[0], ada[-1]))) if ada else []
    ujung = [_ujung(*satu) for satu in zip(dua, (ada[1:2], ada[-2:-1]), tepi, strict=False)]
    return format_html_join(
        "", '<text x="{}" y="{}" font-size="12" font-weight="700" fill="{}" text-anchor="{}">{}</text>', ujung
    )


def _ujung(titik, tetangga, tepi) -> tuple:
    """Below where the line comes from above, unless the break says otherwise; at the right edge it grows inwards."""
    (x, y, nilai), (kait, bawah) = titik, tepi
    if bawah is None:
        bawah = bool(tetangga) and tetangga[0][1] < y
    kait = "" if x > 320 and kait == "start" else kait
    return x, y + (17 if bawah else -9), INK, kait or jangkar(x), tulis_angka(nilai, "ringkas")


def _tepi(kait: str, titik, seberang) -> tuple[str, bool | None]:
    """How the value beside a break is anchored, and whether below: away from the break and from what is across it."""
    if seberang is None or titik[1] is None or seberang[1] is None:
        return "", None
    return kait, titik[1] > seberang[1]


def _putus(x: int) -> SafeString:
    return format_html(
        '<line class="putus" x1="{}" x2="{}" y1="14" y2="118" stroke="{}" stroke-dasharray="3 4"/>', x, x, SOFT
    )


def _label_bawah(label) -> SafeString:
    return format_html_join(
        "",
        '<text class="teks-soft" x="{}" y="136" font-size="11" fill="{}" text-anchor="{}">{}</text>',
        ((x, SOFT, jangkar(x), teks) for x, teks in label),
    )


def _uraian_garis(bagian, satuan: str) -> str:
    kalimat = [", ".join(f"{label}: {tulis_angka(nilai)} {satuan}".strip() for label, nilai in b) for b in bagian]
    return "; seri baru: ".join(kalimat)
