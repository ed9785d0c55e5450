"""The small scripts in a real browser: reasons, the live matrix, the keyboard, the theme, the save state."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory
from playwright.sync_api import expect, sync_playwright

pytestmark = pytest.mark.e2e

STATIC = Path(settings.BASE_DIR) / "static"
ALAMAT = "http://mataram.test"
KUADRAN = {
    "di_atas": {"di_atas": "sangat_baik", "sesuai": "baik", "di_bawah": "kurang"},
    "sesuai": {"di_atas": "baik", "sesuai": "baik", "di_bawah": "kurang"},
    "di_bawah": {"di_atas": "butuh_perbaikan", "sesuai": "butuh_perbaikan", "di_bawah": "sangat_kurang"},
}
HALAMAN = """{% extends "base.html" %}{% block title %}Uji{% endblock %}{% block isi %}
<a data-berikut href="/berikut/">Berikut</a><a data-sebelum href="/sebelum/">Sebelum</a>
<form method="post" action="/hapus/" data-simpan-wadah>
{% include "komponen/simpan.html" with keadaan="tersimpan" only %}
{% include "komponen/tiga.html" with nama="hasil" label="Hasil" usul="sesuai" only %}
{% include "komponen/tiga.html" with nama="perilaku" label="Perilaku" usul="di_atas" alasan_nama="-" only %}
<button data-tanya="Hapus bukti foto.jpg?">Hapus</button></form>
{% include "komponen/matriks.html" with kuadran=kuadran nama_hasil="hasil" nama_perilaku="perilaku" only %}
{% endblock %}"""


@pytest.fixture(scope="module")
def peramban():
    with sync_playwright() as main:
        peramban = main.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield peramban
        peramban.close()


@pytest.fixture
def halaman(peramban, rangka):
    """A page served without a server: our own HTML and static files, under the strict policy."""
    html = engines["django"].from_string(HALAMAN).render({"kuadran": KUADRAN}, RequestFactory().get("/"))
    konteks = peramban.new_context(viewport={"width": 390, "height": 800}, color_scheme="light")
    halaman = konteks.new_page()
    halaman.pelanggaran = []
    halaman.on("console", lambda pesan: halaman.pelanggaran.append(pesan.text) if pesan.type == "error" else None)
    halaman.on("pageerror", lambda galat: halaman.pelanggaran.append(str(galat)))
    halaman.route("**/*", lambda jalur: _layani(jalur, html))
    halaman.goto(ALAMAT)
    yield halaman
    konteks.close()


def _layani(jalur, html):
    nama = jalur.request.url.split("?")[0].removeprefix(ALAMAT)
    berkas = STATIC / nama.removeprefix("/static/")
    if nama.startswith("/static/") and berkas.is_file():
        jalur.fulfill(path=berkas)
    elif nama.startswith("/static/"):
        jalur.fulfill(body="", content_type="text/javascript")  # htmx lies in its own wheel
    else:
        kebijakan = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"
        jalur.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": kebijakan})


def test_a_reason_is_asked_only_where_the_choice_differs(halaman):
    alasan = halaman.locator("textarea[name=alasan_hasil]")
    expect(alasan).to_be_hidden()
    halaman.get_by_text("Di atas", exact=True).first.click()
    expect(alasan).to_be_visible()
    assert alasan.evaluate("kolom => kolom.required")
    halaman.get_by_text("Sesuai").first.click()
    expect(alasan).to_be_hidden()
    assert not alasan.evaluate("kolom => kolom.required")
    assert halaman.pelanggaran == []


def test_a_written_reason_is_never_hidden_away(halaman):
    halaman.get_by_text("Di atas", exact=True).first.click()
    halaman.locator("textarea[name=alasan_hasil]").fill("tanpa tambahan anggaran")
    halaman.get_by_text("Sesuai").first.click()
    expect(halaman.locator("textarea[name=alasan_hasil]")).to_be_visible()


def test_the_matrix_follows_the_two_choices(halaman):
    nyala = halaman.locator("[data-matriks] td.on")
    expect(nyala).to_have_text("Baik")
    halaman.get_by_text("Di bawah", exact=True).first.click()
    expect(nyala).to_have_text("Butuh Perbaikan")
    assert nyala.get_attribute("aria-current") == "true"


@pytest.mark.parametrize(("tombol", "tujuan"), [("j", "berikut"), ("ArrowLeft", "sebelum")])
def test_the_next_person_is_one_key_away(halaman, tombol, tujuan):
    halaman.keyboard.press(tombol)
    halaman.wait_for_url(f"{ALAMAT}/{tujuan}/")


def test_keys_stay_letters_while_writing(halaman):
    halaman.get_by_text("Di atas", exact=True).first.click()
    kolom = halaman.locator("textarea[name=alasan_hasil]")
    kolom.focus()
    halaman.keyboard.press("j")
    assert kolom.input_value() == "j"
    assert halaman.url == f"{ALAMAT}/"


def test_the_theme_is_remembered(halaman):
    akar = halaman.locator("html")
    expect(akar).to_have_attribute("data-bs-theme", "light")
    halaman.locator("[data-tema]").click()
    expect(akar).to_have_attribute("data-bs-theme", "dark")
    halaman.reload()
    expect(akar).to_have_attribute("data-bs-theme", "dark")


def test_typing_says_that_it_is_not_saved_and_being_offline_is_said(halaman):
    halaman.get_by_text("Di atas", exact=True).first.click()
    expect(halaman.locator("[data-keadaan=belum]")).to_be_visible()
    expect(halaman.locator("[data-keadaan=tersimpan]")).to_be_hidden()
    halaman.context.set_offline(True)
    expect(halaman.locator("[data-luring]")).to_be_visible()
    halaman.context.set_offline(False)
    expect(halaman.locator("[data-luring]")).to_be_hidden()


def test_a_destructive_act_asks_once_and_names_the_thing(halaman):
    tanya = []
    halaman.once("dialog", lambda dialog: (tanya.append(dialog.message), dialog.dismiss()))
    halaman.get_by_role("button", name="Hapus").click()
    assert tanya == ["Hapus bukti foto.jpg?"]
    assert halaman.url == f"{ALAMAT}/"


@pytest.mark.parametrize("lebar", [360, 390, 1280])
def test_nothing_scrolls_sideways(halaman, lebar):
    halaman.set_viewport_size({"width": lebar, "height": 800})
    assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar
