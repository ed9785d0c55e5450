"""Small charts as SVG with attributes only: works in print, in PDF and without script.

Every text goes through `format_html`; colours are attributes for paper and classes for the dark screen.
"""

from datetime import date
from fractions import Fraction

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .bingkai import GOLD, HAIRLINE, INK, SOFT, WARNA, bingkai, jangkar, titik_garis
from .deret import grafik_garis, nilai_ujung
from .kata import BULAN, tulis_angka, tulis_tanggal
from .rupa import PREDIKAT

__all__ = [
    "GOLD",
    "HAIRLINE",
    "INK",
    "SOFT",
    "WARNA",
    "bingkai",
    "grafik_garis",
    "grafik_jalur",
    "grafik_kotak",
    "grafik_sebaran",
]


def grafik_sebaran(data, judul, batas=None) -> SafeString:
    """Bars of how many people have which predikat.

    data: pairs (key of a predikat or any label, whole number), in the order shown.
    batas: (key, number), a gold dashed line over that bar, the guide's limit.
    """
    pasangan = [(str(kunci), int(jumlah)) for kunci, jumlah in data]
    puncak = max([jumlah for _, jumlah in pasangan] + [int(batas[1]) if batas else 0, 1])
    isi = format_html_join("", "{}", ((_batang(i, *satu, puncak),) for i, satu in enumerate(pasangan)))
    if batas:
        letak = [kunci for kunci, _ in pasangan].index(str(batas[0]))
        isi += _garis_batas(letak, 130 - 105 * int(batas[1]) // puncak)
    uraian = ", ".join(f"{_label(kunci)} {tulis_angka(jumlah)}" for kunci, jumlah in pasangan)
    return bingkai(72 * max(len(pasangan), 1), 168, judul, uraian, isi)


def _label(kunci: str) -> str:
    return PREDIKAT[kunci].kata if kunci in PREDIKAT else kunci


def _batang(i: int, kunci: str, jumlah: int, puncak: int) -> SafeString:
    kelas = PREDIKAT[kunci].kelas if kunci in PREDIKAT else "teal"
    tinggi = max(105 * jumlah // puncak, 2)
    tengah = 72 * i + 36
    return format_html(
        '<rect class="isi-{}" fill="{}" x="{}" y="{}" width="52" height="{}" rx="3"/>'
        '<text x="{}" y="{}" font-size="13" font-weight="700" fill="{}" text-anchor="middle">{}</text>{}',
        kelas if jumlah else "nol", WARNA[kelas] if jumlah else HAIRLINE, 72 * i + 10, 130 - tinggi, tinggi,
        tengah, 125 - tinggi, INK, tulis_angka(jumlah), _dua_baris(tengah, 145, _label(kunci)),
    )  # fmt: skip


def _dua_baris(x: int, y: int, teks: str) -> SafeString:
    """A label on one line a word (two at most), so that it fits under its bar."""
    depan, _, belakang = teks.partition(" ")
    potong = [kata if len(kata) <= 12 else kata[:11] + "…" for kata in (depan, belakang) if kata]
    return format_html_join(
        "",
        '<text class="teks-soft" x="{}" y="{}" font-size="11" fill="{}" text-anchor="middle">{}</text>',
        ((x, y + 13 * i, SOFT, kata) for i, kata in enumerate(potong)),
    )


def _garis_batas(letak: int, y: int) -> SafeString:
    return format_html(
        '<line class="batas" x1="{}" x2="{}" y1="{}" y2="{}" stroke="{}" stroke-width="2" stroke-dasharray="4 3"/>',
        72 * letak + 2, 72 * letak + 70, y, y, GOLD,
    )  # fmt: skip


def grafik_kotak(kotak, judul, tegak="Kinerja", datar="Potensial") -> SafeString:
    """The nine boxes. kotak: three rows of three dicts {nomor, jumlah, nyala}, best performance on top."""
    sel = [(x, y, satu) for y, baris in enumerate(kotak) for x, satu in enumerate(baris)]
    isi = format_html_join("", "{}", ((_sel(*satu),) for satu in sel)) + format_html(
        '<text class="teks-soft" x="166" y="318" font-size="12" fill="{}" text-anchor="middle">{} →</text>'
        '<text class="teks-soft" transform="translate(14 150) rotate(-90)" font-size="12" fill="{}"'
        ' text-anchor="middle">{} →</text>',
        SOFT, datar, SOFT, tegak,
    )  # fmt: skip
    uraian = ", ".join(f"kotak {satu['nomor']}: {tulis_angka(satu.get('jumlah'))}" for _, _, satu in sel)
    return bingkai(316, 326, judul, uraian, isi)


def _sel(x: int, y: int, satu) -> SafeString:
    nyala = satu.get("nyala")
    kiri, atas = 26 + 96 * x, 4 + 98 * y
    angka = satu.get("jumlah")
    return format_html(
        '<rect class="{}" fill="{}" stroke="{}" stroke-width="{}" x="{}" y="{}" width="92" height="94" rx="8"/>'
        '<text class="teks-soft" x="{}" y="{}" font-size="12" fill="{}">{}</text>'
        '<text x="{}" y="{}" font-size="22" font-weight="700" fill="{}" text-anchor="middle">{}</text>',
        "kotak-nyala" if nyala else "kotak", "#e4f1f1" if nyala else "#f3efe6", WARNA["teal"] if nyala else "none",
        3 if nyala else 0, kiri, atas, kiri + 8, atas + 18, SOFT, satu["nomor"],
        kiri + 46, atas + 60, INK, "" if angka is None else tulis_angka(angka),
    )  # fmt: skip


def grafik_jalur(harapan, titik, judul, satuan="") -> SafeString:
    """What is recorded over the days against what is expected: a dashed gold line (two for a range) and teal dots.

    harapan: lines of two pairs (date, number) each, all over the same days. titik: pairs (date, number), oldest first.
    """
    awal, akhir = harapan[0][0][0], harapan[0][-1][0]
    nilai = [nilai for garis in (*harapan, titik) for _, nilai in garis]
    tinggi = _skala_nol(nilai)
    letak = _letak_hari(awal, akhir)
    tercatat = [(letak(hari), tinggi(satu), satu) for hari, satu in titik]
    isi = [
        format_html('<line class="sumbu" x1="20" x2="340" y1="110" y2="110" stroke="{}"/>', HAIRLINE),
        _bulan(awal, akhir, letak),
        *(_harapan((letak(a), tinggi(x)), (letak(b), tinggi(y))) for (a, x), *_, (b, y) in harapan),
        _teks_ujung(340, _bebas(tinggi(harapan[-1][-1][1]), tercatat), harapan[-1][-1][1]),
        titik_garis(tercatat),
        nilai_ujung(tercatat),
    ]
    gambar = format_html_join("", "{}", ((bagian,) for bagian in isi))
    return bingkai(360, 150, judul, _uraian_jalur(harapan, titik, satuan), gambar)


def _bebas(y: int, bulatan) -> int:
    """Where the promise is written: below its line when the last dot's own figure stands there."""
    x_akhir, y_akhir, _ = bulatan[-1] if bulatan else (0, 0, None)
    return y + 19 if x_akhir > 270 and abs(y_akhir - y) < 18 else y


def _skala_nol(nilai):
    """The height of a value: nothing at 110, the highest at 28."""
    puncak = max([Fraction(satu) for satu in nilai] + [Fraction(0)]) or Fraction(1)
    return lambda satu: int(110 - 82 * Fraction(satu) / puncak)


def _letak_hari(awal, akhir):
    panjang = max((akhir - awal).days, 1)
    return lambda hari: 20 + 320 * min(max((hari - awal).days, 0), panjang) // panjang


def _harapan(dari, ke) -> SafeString:
    return format_html(
        '<line class="batas" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2" stroke-dasharray="4 3"/>',
        *dari, *ke, GOLD,
    )  # fmt: skip


def _teks_ujung(x: int, y: int, nilai) -> SafeString:
    return format_html(
        '<text class="teks-soft" x="{}" y="{}" font-size="11" fill="{}" text-anchor="end">{}</text>',
        x, y - 6, SOFT, tulis_angka(nilai, "ringkas"),
    )  # fmt: skip


def _bulan(awal, akhir, letak) -> SafeString:
    """The months in which a quarter begins, and the first one."""
    hari = [date(tahun, bulan, 1) for tahun in range(awal.year, akhir.year + 1) for bulan in (1, 4, 7, 10)]
    return format_html_join(
        "",
        '<text class="teks-soft" x="{}" y="136" font-size="11" fill="{}" text-anchor="{}">{}</text>',
        ((letak(h), SOFT, jangkar(letak(h)), BULAN[h.month - 1][:3]) for h in hari if awal <= h <= akhir),
    )


def _uraian_jalur(harapan, titik, satuan: str) -> str:
    akhir = "–".join(tulis_angka(garis[-1][1], "ringkas") for garis in harapan)
    kata = [f"seharusnya {akhir} {satuan} pada {tulis_tanggal(harapan[0][-1][0])}"]
    kata += [f"{tulis_tanggal(hari)}: {tulis_angka(nilai, 'ringkas')} {satuan}" for hari, nilai in titik]
    return "; ".join(kata)
