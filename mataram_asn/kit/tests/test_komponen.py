"""Each component renders with and without its optional values, and lets no markup through."""

import datetime as dt
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.contrib.messages.constants import ERROR
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory

pytestmark = pytest.mark.usefixtures("rangka")

JAHAT = '"><script>alert(1)</script>'
KOMPONEN = Path(settings.BASE_DIR) / "templates" / "komponen"
KUADRAN = {h: dict.fromkeys(("di_atas", "sesuai", "di_bawah"), h) for h in ("di_atas", "sesuai", "di_bawah")}
HARI = dt.date(2026, 11, 24)
SAAT = dt.datetime(2026, 11, 24, 6, 2, 11, tzinfo=dt.UTC)


class FormulirContoh(forms.Form):
    cari = forms.CharField(label="Cari", max_length=3)
    jenis = forms.ChoiceField(label="Jenis", choices=[("", "Semua"), ("a", "A")], required=False)
    setuju = forms.BooleanField(label="Setuju", help_text="Baca dulu")


def formulir(**data):
    return FormulirContoh(data) if data else FormulirContoh()


def jahat(nama, **lain):
    """Every named variable filled with hostile text, and others as given."""
    return dict.fromkeys(nama.split(), JAHAT) | lain


JALUR = {"harapan": [[(HARI, 1), (HARI + dt.timedelta(90), 2)]], "titik": [(HARI, 1)]}
KOTAK = [[{"nomor": 1}] * 3] * 3
KOTAK_JAHAT = [[jahat("nama tautan", nomor=1, jumlah=2, nyala=True)] * 3] * 3
DAUN_JAHAT = jahat("nama nilai satuan rumus sumber tautan kunci")
POHON_JAHAT = jahat("nama rumus sumber tautan kunci", nilai="1.5", anak=[DAUN_JAHAT])

#: name -> (least that it needs, all that it takes)
CONTOH = {
    "predikat": ({}, jahat("kata", nilai="baik", besar=True)),
    "status": ({}, jahat("nilai kata")),
    "rating": ({}, jahat("nilai")),
    "kosong": ({"judul": "Kosong"}, jahat("judul pesan ikon tautan tautan_teks")),
    "urut": ({"kunci": "nama", "kata": "Nama"}, jahat("kata", kunci="nama")),
    "halaman": ({}, {"halaman": Paginator(range(99), 5).page(9), "param": "p"}),
    "saring": ({"formulir": formulir()}, jahat("bersih", formulir=formulir(cari=JAHAT))),
    "ekspor": ({}, {"param": "unduh", "jumlah": 5580}),
    "kemajuan": ({}, jahat("kata keterangan label", nilai=14, maks=20)),
    "tahap": ({"daftar": []}, {"daftar": [jahat("nama keterangan", keadaan="kini")]}),
    "penjelasan": ({}, jahat("pilih", simpul=POHON_JAHAT, terbuka=1)),
    "angka": ({"label": "Indeks"}, jahat("nilai satuan label banding tautan tautan_teks")),
    "orang": ({}, jahat("nama jabatan unit tautan")),
    "tiga": ({"nama": "n"}, jahat("nama label alasan alasan_nama galat", nilai="sesuai", usul="di_atas")),
    "matriks": ({"kuadran": KUADRAN}, jahat("nama_hasil nama_perilaku hasil perilaku", kuadran=KUADRAN)),
    "wajah": ({"pilihan": [(1, "a")]}, jahat("nama judul keterangan galat", pilihan=[(1, JAHAT)], nilai=1)),
    "keping": ({"nama": "k", "pilihan": []}, jahat("nama judul keterangan", pilihan=[(JAHAT, JAHAT)], nilai=[JAHAT])),
    "pesan": ({}, {"daftar": [Message(ERROR, JAHAT)]}),
    "peringatan": ({"isi": "Kalimat"}, jahat("isi jenis judul tautan tautan_teks")),
    "galat_formulir": ({"formulir": formulir()}, {"formulir": formulir(cari=JAHAT), "lain": [JAHAT]}),
    "kolom": ({"kolom": formulir()["jenis"]}, {"kolom": formulir(cari=JAHAT)["cari"]}),
    "simpan": ({}, {"pada": SAAT, "keadaan": "luring"}),
    "fakta": ({}, {"daftar": [(JAHAT, JAHAT), ("a", None)]}),
    "aksi": ({"teks": "Simpan"}, jahat("teks form ikon nama nilai tanya")),
    "sebaran": ({}, jahat("judul", data=[("baik", 3), (JAHAT, 2)], batas=("baik", 2))),
    "garis": ({}, jahat("judul satuan catatan", seri=[[(JAHAT, 1)], [("b", None)]])),
    "jalur": (JALUR | {"titik": []}, jahat("judul satuan", **JALUR)),
    "kotak_talenta": ({"kotak": KOTAK, "judul": "k"}, jahat("judul", kotak=KOTAK_JAHAT)),
}


def gambar(nama, nilai, alamat="/?x=1"):
    return render_to_string(f"komponen/{nama}.html", nilai, request=RequestFactory().get(alamat))


def potong(isi, **nilai):
    """Render a piece of template as a page would: `{% include … only %}` with the request beside it."""
    return (
        engines["django"]
        .from_string("{% load kit %}" + isi)
        .render(nilai, RequestFactory().get("/?cari=a b&page=3&sort=x"))
    )


def test_every_component_is_in_the_table():
    ada = {berkas.stem for berkas in KOMPONEN.glob("[!_]*.html")}
    assert ada - {"tabel"} == set(CONTOH)


@pytest.mark.parametrize("nama", CONTOH)
@pytest.mark.parametrize("mana", [0, 1], ids=["least", "all"])
def test_a_component_renders_and_escapes(nama, mana):
    html = gambar(nama, CONTOH[nama][mana])
    assert "<script" not in html
    assert "style=" not in html
    assert "{{" not in html
    if mana:
        assert "None" not in html


AKAR = Path(settings.BASE_DIR)
SEMUA_TEMPLAT = sorted({*AKAR.glob("templates/**/*.html"), *AKAR.glob("[!.]*/templates/**/*.html")})


@pytest.mark.parametrize("berkas", SEMUA_TEMPLAT, ids=lambda b: str(b.relative_to(AKAR)))
def test_no_template_carries_inline_style_or_script(berkas):
    isi = berkas.read_text()
    assert "style=" not in isi
    assert "<style" not in isi
    assert "<script>" not in isi
    assert " onclick=" not in isi
    assert "hx-on" not in isi


def test_the_five_predikat_differ_in_shape_and_word():
    lima = [
        gambar("predikat", {"nilai": n}) for n in ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
    ]
    assert len(set(lima)) == 5
    assert "Belum ada predikat" in gambar("predikat", {"nilai": None})


def test_missing_is_said_and_never_zero():
    assert "belum tersedia" in gambar("angka", {"nilai": None, "label": "Indeks"})
    assert "belum tersedia" in gambar("kemajuan", {"nilai": None})
    daun = gambar("penjelasan", {"simpul": {"nama": "a", "nilai": None}})
    assert "belum tersedia" in daun
    assert '<progress max="20" value="0"' in gambar("kemajuan", {"nilai": 0, "maks": 20})


@pytest.mark.parametrize(
    ("lain", "kurang"),
    [
        ({}, True),
        ({"rumus": "sama sepanjang tahun"}, True),
        ({"rumus": "Terlaksana sesuai rencana", "sumber": "dicatat 8 Desember 2025"}, False),
        ({"tautan": "https://arsip.mataram.example/laporan/108"}, False),
    ],
)
def test_what_stands_in_words_or_as_a_proof_does_not_look_missing(lain, kurang):
    daun = gambar("penjelasan", {"simpul": {"nama": "a", "nilai": None} | lain})
    assert ("belum tersedia" in daun) is kurang


def test_the_suggestion_is_preselected_and_underlined_and_a_choice_goes_before_it():
    usul = gambar("tiga", {"nama": "n", "usul": "sesuai"})
    pilih = gambar("tiga", {"nama": "n", "usul": "sesuai", "nilai": "di_atas"})
    assert 'value="sesuai" checked' in usul
    assert 'value="di_atas" checked' in pilih
    assert 'value="sesuai" checked' not in pilih
    assert pilih.count('class="usul"') == 1
    assert 'name="alasan_n"' in pilih


def test_the_matrix_lights_one_cell_and_takes_both_shapes_of_the_table():
    rata = {(h, p): nilai for h, baris in KUADRAN.items() for p, nilai in baris.items()}
    html = gambar("matriks", {"kuadran": KUADRAN, "hasil": "di_atas", "perilaku": "di_bawah"})
    assert html.count("aria-current") == 1
    assert 'aria-current="true" data-hasil="di_atas" data-perilaku="di_bawah"' in html
    assert html == gambar("matriks", {"kuadran": rata, "hasil": "di_atas", "perilaku": "di_bawah"})


def test_pages_and_downloads_keep_the_filter_even_with_only():
    html = potong(
        '{% include "komponen/halaman.html" with halaman=h only %}{% include "komponen/ekspor.html" only %}',
        h=Paginator(range(5580), 25).page(3),
    )
    assert "51–75 dari 5.580" in html
    assert "?cari=a+b&amp;page=4&amp;sort=x" in html
    assert "?cari=a+b&amp;sort=x&amp;ekspor=csv" in html


def test_a_filter_bar_keeps_the_order_but_not_the_page():
    html = potong('{% include "komponen/saring.html" with formulir=f only %}', f=formulir(cari="a b"))
    assert '<input type="hidden" name="sort" value="x">' in html
    assert 'name="page"' not in html
    assert "Hapus saringan" in html


def test_the_error_summary_links_to_the_field():
    html = gambar("galat_formulir", {"formulir": formulir(cari="terlalu panjang")})
    assert '<a href="#id_cari">Cari</a>' in html


def test_the_tree_opens_as_deep_as_asked_and_branches_hold_no_control_in_their_line():
    pohon = {
        "nama": "a",
        "nilai": "1",
        "tautan": "/x",
        "anak": [{"nama": "b", "nilai": "2", "anak": [{"nama": "c", "nilai": "3"}]}],
    }
    html = gambar("penjelasan", {"simpul": pohon, "terbuka": 1})
    assert html.count("<details open>") == 1
    assert html.count("<details>") == 1
    assert "<a" not in html.split("<summary")[1].split("</summary>")[0]


def test_the_theme_takes_two_words_only():
    isi = "{{ a|tema }} {{ b|tema }} {{ c|tema }}"
    assert potong(isi, a="gelap", b=JAHAT, c=None) == "dark light light"
