"""Small charts as SVG with attributes only: works in print, in PDF and without script.

Every text goes through `format_html`; colours are attributes for paper and classes for the dark screen.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .kata import BULAN, tulis_angka, tulis_tanggal
from .rupa import PREDIKAT

WARNA = {"sb": "#0b6e78", "b": "#2a5fa5", "bp": "#8a5a00", "k": "#a8430f", "sk": "#97182d", "teal": "#0b6e78"}
INK, SOFT, HAIRLINE, GOLD = "#12303a", "#4c646c", "#e4dfd5", "#b7791f"


def bingkai(lebar: int, tinggi: int, judul: str, uraian: str, isi: SafeString) -> SafeString:
    """The SVG itself, named for a screen reader by its title and described by its figures."""
    return format_html(
        '<svg class="grafik" viewBox="0 0 {} {}" role="img" xmlns="http://www.w3.org/2000/svg">'
        "<title>{}</title><desc>{}</desc>{}</svg>",
        lebar, tinggi, judul, uraian, isi,
    )  # fmt: skip


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


def grafik_garis(seri, judul, satuan="") -> SafeString:
    """A line over time that is broken wherever the way of measuring changed.

    seri: a list of unbroken parts, each a list of (label, Decimal or None). No line joins two parts,
    and none crosses a missing value; a dashed upright marks where a new series begins.
    """
    bagian = [[(str(label), nilai) for label, nilai in satu] for satu in seri if satu]
    titik = [satu for potong in bagian for satu in potong]
    skala = _skala([Decimal(nilai) for _, nilai in titik if nilai is not None])
    datar = iter(_letak_waktu([label for label, _ in titik]))
    letak = [[(next(datar), skala(nilai), nilai) for _, nilai in potong] for potong in bagian]
    isi = [_putus((a[-1][0] + b[0][0]) // 2) for a, b in pairwise(letak)]
    for kiri, potong, kanan in zip([None, *letak], letak, [*letak[1:], None], strict=False):
        tepi = (_tepi("start", potong[0], kiri and kiri[-1]), _tepi("end", potong[-1], kanan and kanan[0]))
        isi.append(_satu_bagian(potong, tepi))
    datar = [x for potong in letak for x, *_ in potong]
    isi.append(_label_bawah(titik, datar))
    return bingkai(360, 150, judul, _uraian_garis(bagian, satuan), format_html_join("", "{}", ((b,) for b in isi)))


def _letak_waktu(label: list[str]) -> list[int]:
    """Where each label stands: years by their distance, so that a missing year keeps its width; others evenly."""
    if label and all(satu.isascii() and satu.isdigit() and len(satu) == 4 for satu in label):
        angka = [int(satu) for satu in label]
    else:
        angka = list(range(len(label)))
    awal, panjang = min(angka, default=0), max(max(angka, default=0) - min(angka, default=0), 1)
    return [20 + 320 * (satu - awal) // panjang for satu in angka]


def _tepi(jangkar: str, titik, seberang) -> tuple[str, bool | None]:
    """How the value beside a break is anchored, and whether below: away from the break and from what is across it."""
    if seberang is None or titik[1] is None or seberang[1] is None:
        return "", None
    return jangkar, titik[1] > seberang[1]


def _skala(nilai: list[Decimal]):
    """The height of a value: the lowest at 100, the highest at 28; None has none."""
    rendah, tinggi = (min(nilai), max(nilai)) if nilai else (Decimal(0), Decimal(1))
    rentang = (tinggi - rendah) or Decimal(1)
    return lambda satu: None if satu is None else int(100 - 72 * (Decimal(satu) - rendah) / rentang)


def _satu_bagian(letak, tepi=None) -> SafeString:
    """The dots of one part, a line between neighbours that both exist, the value at both ends.

    With `tepi` the values keep off the line and off the break; without, they stand above.
    """
    ada = [satu for satu in letak if satu[1] is not None]
    garis = format_html_join(
        "",
        '<line class="garis" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2"/>',
        ((a[0], a[1], b[0], b[1], WARNA["teal"]) for a, b in pairwise(letak) if a[1] is not None and b[1] is not None),
    )
    bulat = format_html_join(
        "",
        '<circle class="titik" cx="{}" cy="{}" r="3.5" fill="{}"/>',
        ((x, y, WARNA["teal"]) for x, y, _ in ada),
    )
    teks = format_html_join(
        "",
        '<text x="{}" y="{}" font-size="12" font-weight="700" fill="{}" text-anchor="{}">{}</text>',
        (
            (x, y + (17 if bawah else -9), INK, jangkar or _jangkar(x), tulis_angka(nilai, "ringkas"))
            for (x, y, nilai), bawah, jangkar in _ujung(ada, tepi)
        ),
    )
    return garis + bulat + teks


def _ujung(ada, tepi) -> list:
    """The first and the last point, each with whether its value stands below, and its anchor."""
    if not ada:
        return []
    dua = list(dict.fromkeys((ada[0], ada[-1])))
    if tepi is None:
        return [(satu, False, "") for satu in dua]
    dekat = (ada[1:2], ada[-2:-1])
    return [_satu_ujung(titik, tetangga, *satu) for titik, tetangga, satu in zip(dua, dekat, tepi, strict=False)]


def _satu_ujung(titik, tetangga, jangkar: str, bawah: bool | None):
    """Below where the line comes from above, unless the break says otherwise; at the right edge it grows inwards."""
    if bawah is None:
        bawah = bool(tetangga) and tetangga[0][1] < titik[1]
    return titik, bawah, "" if titik[0] > 320 and jangkar == "start" else jangkar


def _jangkar(x: int) -> str:
    """Text near an edge grows inwards."""
    return "start" if x < 40 else "end" if x > 320 else "middle"


def _putus(x: int) -> SafeString:
    return format_html(
        '<line class="putus" x1="{}" x2="{}" y1="14" y2="118" stroke="{}" stroke-dasharray="3 4"/>', x, x, SOFT
    )


def _label_bawah(titik, datar: list[int]) -> SafeString:
    """At most six labels, none nearer to the one before than its own width."""
    jarak, kiri, pilih = 320 // 6, -100, []
    for (label, _), x in zip(titik, datar, strict=True):
        if x - kiri >= jarak:
            pilih.append((x, SOFT, _jangkar(x), label))
            kiri = x
    return format_html_join(
        "", '<text class="teks-soft" x="{}" y="136" font-size="11" fill="{}" text-anchor="{}">{}</text>', pilih
    )


def _uraian_garis(bagian, satuan: str) -> str:
    kalimat = [", ".join(f"{label}: {tulis_angka(nilai)} {satuan}".strip() for label, nilai in b) for b in bagian]
    return "; seri baru: ".join(kalimat)


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
    isi = [
        format_html('<line class="sumbu" x1="20" x2="340" y1="110" y2="110" stroke="{}"/>', HAIRLINE),
        _bulan(awal, akhir, letak),
        *(_harapan((letak(a), tinggi(x)), (letak(b), tinggi(y))) for (a, x), *_, (b, y) in harapan),
        _teks_ujung(340, tinggi(harapan[-1][-1][1]), harapan[-1][-1][1]),
        _satu_bagian([(letak(hari), tinggi(satu), satu) for hari, satu in titik]) if titik else "",
    ]
    gambar = format_html_join("", "{}", ((bagian,) for bagian in isi))
    return bingkai(360, 150, judul, _uraian_jalur(harapan, titik, satuan), gambar)


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
        ((letak(h), SOFT, _jangkar(letak(h)), BULAN[h.month - 1][:3]) for h in hari if awal <= h <= akhir),
    )


def _uraian_jalur(harapan, titik, satuan: str) -> str:
    akhir = "–".join(tulis_angka(garis[-1][1], "ringkas") for garis in harapan)
    kata = [f"seharusnya {akhir} {satuan} pada {tulis_tanggal(harapan[0][-1][0])}"]
    kata += [f"{tulis_tanggal(hari)}: {tulis_angka(nilai, 'ringkas')} {satuan}" for hari, nilai in titik]
    return "; ".join(kata)
