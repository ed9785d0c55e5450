"""Scoring in a real browser: choices save themselves, the cell follows, and the decision never races a draft."""

import re

import pytest
from django.db import connection, connections
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from evaluasi.pilihan import StatusLembar
from evaluasi.tests.test_penilaian import buat_lembar, indikator
from kinerja.pilihan import JenisIndikator

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _orm_beside_the_browser(monkeypatch):
    """Playwright runs an event loop in this thread; the ORM is called beside it, never inside it.

    The server's threads keep no connection, so that the database can be dropped after the last test.
    """
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)


@pytest.fixture
def buka(live_server, client):
    """Open an address as a user, at a width; everything closes after the test."""
    with sync_playwright() as main:
        peramban = main.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

        def masuk(akun, alamat, lebar=1280):
            client.force_login(akun)
            konteks = peramban.new_context(viewport={"width": lebar, "height": 900})
            sesi = client.cookies["sessionid"].value
            konteks.add_cookies([{"name": "sessionid", "value": sesi, "url": live_server.url}])
            halaman = konteks.new_page()
            halaman.goto(live_server.url + alamat)
            return halaman

        yield masuk
        peramban.close()
        connection.close()  # the one that the ORM opened beside the loop


def pilih(halaman, nama, rating):
    halaman.locator(f"label[for=id_{nama}_{rating}]").click()


def test_the_atasan_scores_by_touch_and_goes_on_to_the_next(buka):
    garis, (satu, dua) = buat_lembar()
    kata = indikator(satu, JenisIndikator.KUALITATIF)
    halaman = buka(garis.atasan.pengguna, reverse("evaluasi:nilai", args=[satu.pk]))
    pilih(halaman, f"indikator_{kata.pk}", "di_atas")
    putusan = halaman.locator("#putusan")
    # (60 x 90 + 40 x 115) / 100
    expect(putusan).to_contain_text("Indeks hasil kerja 100,00")
    expect(putusan.locator("[data-keadaan=tersimpan]")).to_be_visible()
    pilih(halaman, "rating_perilaku", "di_atas")
    expect(halaman.locator(".matrix td.on")).to_have_attribute("data-perilaku", "di_atas")
    halaman.locator("#id_alasan_rating_perilaku").fill("melampaui harapan warga")
    # The reason was typed a moment ago: its draft is under way while the decision is sent.
    halaman.get_by_role("button", name=re.compile("^ ?Tetapkan, lanjut")).click()
    expect(halaman).to_have_url(re.compile(reverse("evaluasi:nilai", args=[dua.pk]) + "$"))
    satu.refresh_from_db()
    assert (satu.status, satu.rating_hasil, satu.rating_perilaku) == (StatusLembar.DITETAPKAN, "sesuai", "di_atas")
    assert satu.alasan_perilaku == "melampaui harapan warga"


def test_keyboard_goes_to_the_next_person(buka):
    garis, (satu, dua) = buat_lembar()
    halaman = buka(garis.atasan.pengguna, reverse("evaluasi:nilai", args=[satu.pk]))
    halaman.keyboard.press("j")
    expect(halaman).to_have_url(re.compile(reverse("evaluasi:nilai", args=[dua.pk]) + "$"))
    halaman.keyboard.press("k")
    expect(halaman).to_have_url(re.compile(reverse("evaluasi:nilai", args=[satu.pk]) + "$"))


@pytest.mark.parametrize("siapa", ["atasan", "pegawai"])
def test_no_page_scrolls_sideways_on_a_phone(buka, siapa):
    garis, (satu, _) = buat_lembar()
    halaman = {
        "atasan": (garis.atasan, [reverse("evaluasi:bawahan"), reverse("evaluasi:nilai", args=[satu.pk])]),
        "pegawai": (
            satu.pegawai,
            [reverse(f"evaluasi:{nama}") for nama in ("hasil-saya", "umpan-balik-saya")]
            + [reverse("evaluasi:sementara", args=[satu.pk])],
        ),
    }
    orang, alamat = halaman[siapa]
    for satu_alamat in alamat:
        layar = buka(orang.pengguna, satu_alamat, lebar=390)
        assert layar.locator("h1").count() == 1
        assert layar.evaluate("document.documentElement.scrollWidth") == 390, satu_alamat
