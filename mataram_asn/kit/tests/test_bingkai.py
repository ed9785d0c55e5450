"""The frame: renders with nothing known, at most seven entries, four on a phone."""

import re
from types import SimpleNamespace
from typing import ClassVar

import django_tables2 as tables
import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

pytestmark = pytest.mark.usefixtures("rangka")

JAHAT = "<script>alert(1)</script>"


class Orang:
    is_authenticated = True

    def __str__(self):
        return JAHAT


def halaman(nama="base.html", **isi):
    return render_to_string(nama, isi, request=RequestFactory().get("/"))


def menu(banyak):
    return [SimpleNamespace(label=f"Butir {i}", ikon="house", url="#", aktif=i == 5, jumlah=i) for i in range(banyak)]


@pytest.mark.parametrize(
    "nama", ["base.html", "base_publik.html", "403.html", "403_csrf.html", "404.html", "409.html", "500.html"]
)
def test_a_page_renders_when_nothing_is_known(nama):
    html = halaman(nama)
    assert '<html lang="id"' in html
    assert "<main" in html
    assert "style=" not in html


def test_the_error_page_needs_no_context_at_all():
    assert "Sistem sedang terganggu" in render_to_string("500.html")


def test_the_frame_escapes_what_people_are_called():
    butir = SimpleNamespace(label=JAHAT, ikon=JAHAT, url=JAHAT, aktif=True, jumlah=1)
    siklus = {"nama": JAHAT, "tahap": JAHAT, "sisa": JAHAT}
    assert JAHAT not in halaman(
        user=Orang(), menu=[butir], siklus_berjalan=siklus, kedudukan=SimpleNamespace(atasan=True)
    )


@pytest.mark.parametrize(("banyak", "kiri", "bawah"), [(0, 0, 0), (3, 3, 3), (4, 4, 4), (7, 7, 3), (9, 7, 3)])
def test_seven_entries_on_the_left_and_four_below(banyak, kiri, bawah):
    html = halaman(menu=menu(banyak))
    bilah = html.partition('class="tabbar"')[2]
    assert html.count('class="item"') == kiri
    assert len(re.findall(r"Butir \d", bilah.partition("<details")[0])) == bawah
    assert ("Lainnya" in bilah) == (banyak > 4)


def test_the_present_page_is_named_to_a_screen_reader_also_behind_lainnya():
    bilah = halaman(menu=menu(7)).partition('class="tabbar"')[2]
    assert '<summary aria-current="true">' in bilah


class Daftar(tables.Table):
    nama = tables.Column("Nama", linkify=lambda: "/satu/", attrs={"a": {"class": "baris-tautan"}})
    nilai = tables.Column("Nilai", orderable=False)

    class Meta:
        template_name = "komponen/tabel.html"
        empty_text = "Belum ada pegawai"
        attrs: ClassVar = {"data-kosong": "Impor berkas dahulu."}


def tabel(baris, alamat="/?cari=a&sort=-nama"):
    permintaan = RequestFactory().get(alamat)
    daftar = Daftar(baris)
    tables.RequestConfig(permintaan, paginate={"per_page": 2}).configure(daftar)
    return daftar.as_html(permintaan)


def test_a_table_announces_its_order_and_labels_its_cells():
    html = tabel([{"nama": JAHAT, "nilai": i} for i in range(5)])
    assert html.count('aria-sort="descending"') == 1
    assert 'data-label="Nilai"' in html
    assert "table-cards" in html
    assert "1–2 dari 5" in html
    assert "cari=a&amp;sort=-nama&amp;page=2" in html
    assert JAHAT not in html


def test_an_empty_table_says_what_to_do_next():
    html = tabel([])
    assert "Belum ada pegawai" in html
    assert "Impor berkas dahulu." in html
    assert "<table" not in html
