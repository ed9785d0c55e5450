"""A real browser on the live server, on a fixed day, in the small world."""

from contextlib import contextmanager

import pytest
import time_machine
from django.contrib.auth.hashers import make_password
from django.db import connection, connections
from playwright.sync_api import sync_playwright

from kinerja.tests.factories import SAAT
from mataram_asn.tests.dunia import buat_dunia
from pegawai.models import Pengguna
from pegawai.tests.factories import SANDI

PERAMBAN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]

#: Presses and selects of a person are counted in the tab, over all its pages; typing is not a step (screens.md).
HITUNG = """
const tambah = () => { sessionStorage.langkah = Number(sessionStorage.langkah || 0) + 1; };
addEventListener("pointerdown", tambah, true);
addEventListener("change", (e) => { if (e.target.matches("select")) tambah(); }, true);
"""


@pytest.fixture(scope="module")
def chromium():
    """One browser for a file of journeys; each journey has its own contexts.

    Playwright runs an event loop in this thread; the ORM is called beside it, never inside it.
    """
    with pytest.MonkeyPatch.context() as lingkungan, sync_playwright() as main:
        lingkungan.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        satu = main.chromium.launch(executable_path="/usr/bin/chromium", args=PERAMBAN)
        yield satu
        satu.close()


@pytest.fixture(autouse=True)
def _short_connections_and_cookies(monkeypatch, settings):
    """The server's threads keep no connection, so that the database can be dropped after the last test; the cookies
    carry no date, since the browser's clock is today's.
    """
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    settings.SESSION_EXPIRE_AT_BROWSER_CLOSE = True
    settings.CSRF_COOKIE_AGE = None


@pytest.fixture
def dunia(transactional_db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=True):
        yield buat_dunia()


@pytest.fixture
def peramban(chromium, live_server, dunia):
    """`with peramban("atasan") as halaman:` a page signed in by typing; errors of the console fail the test."""

    @contextmanager
    def buka(peran=None, *, lebar=1280, skrip=True):
        konteks = chromium.new_context(
            base_url=live_server.url, viewport={"width": lebar, "height": 900}, java_script_enabled=skrip
        )
        konteks.add_init_script(HITUNG)
        halaman, galat = konteks.new_page(), []
        halaman.on("console", lambda pesan: galat.append(pesan.text) if _salah(pesan) else None)
        halaman.on("response", lambda jawab: galat.append(jawab.url) if jawab.status in (404, 500) else None)
        halaman.on("pageerror", lambda salah: galat.append(str(salah)))
        try:
            if peran:
                masuk(halaman, dunia.akun[peran])
            yield halaman
        finally:
            konteks.close()
        assert not galat, galat

    yield buka
    connection.close()


def _salah(pesan) -> bool:
    """An error of the console; a refused form (422) is none, and what is missing is named by its address."""
    return pesan.type == "error" and "Failed to load resource" not in pesan.text


def masuk(halaman, akun: Pengguna) -> None:
    """Sign in as a person does: NIP or account name, and password."""
    Pengguna.objects.filter(pk=akun.pk).update(password=make_password(SANDI))
    halaman.goto("/masuk/login/")
    halaman.fill("[name=login]", akun.username)
    halaman.fill("[name=password]", SANDI)
    halaman.press("[name=password]", "Enter")
    halaman.wait_for_url("**/")


def muat_di_ponsel(halaman) -> None:
    """No page is wider than a phone."""
    for lebar in (390, 360):
        halaman.set_viewport_size({"width": lebar, "height": 800})
        assert halaman.evaluate("document.scrollingElement.scrollWidth") <= lebar, (lebar, halaman.url)
    halaman.set_viewport_size({"width": 1280, "height": 900})


@contextmanager
def berbiaya(halaman, langkah: int):
    """What is done inside costs exactly that many presses and selects."""
    halaman.evaluate("sessionStorage.langkah = 0")
    yield
    terpakai = halaman.evaluate("Number(sessionStorage.langkah)")
    assert terpakai == langkah, f"{terpakai} langkah, anggaran {langkah}"
