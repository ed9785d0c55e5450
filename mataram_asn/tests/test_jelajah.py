"""The walk over every link: it finds what is dead, counts what a page asks, and leaves nothing behind."""

import re

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from kinerja.tests.factories import SAAT
from mataram_asn import jelajah
from mataram_asn.kit.models import CatatanAudit
from mataram_asn.tests.dunia import buat_dunia
from mataram_asn.urls import urlpatterns as asli
from pegawai.models import Pengguna

urlpatterns = [
    *asli,
    path("uji-buntu/", lambda permintaan: HttpResponse(status=500), name="uji-buntu"),
]


@pytest.fixture(autouse=True)
def hari_ini():
    with time_machine.travel(SAAT, tick=True):
        yield


@pytest.mark.parametrize(
    ("isi", "harap"),
    [
        ('<a href="/a/">a</a> <a href="/a/">lagi</a>', ["/a/"]),
        ('<a class="x" href="?page=2&amp;q=b">', ["/kini/?page=2&q=b"]),
        ('<a href="#atas"> <a href="https://lain.example/"> <link href="/static/x.css">', []),
        ('<a href="/masuk/logout/"> <a href="../naik/">', ["/naik/"]),
    ],
)
def test_links_of_this_site_are_read(isi, harap):
    assert jelajah.baca_alamat(isi, "/kini/", jelajah.TAUTAN) == harap


def test_a_file_is_another_kind_of_page():
    assert jelajah.nama_alamat("/evaluasi/hasil/?q=a&ekspor=csv") == "evaluasi:hasil-saya csv"
    assert jelajah.nama_alamat("/evaluasi/hasil/") == "evaluasi:hasil-saya"
    assert jelajah.nama_alamat("/tak-ada/").startswith("(tidak ada)")


def test_every_address_has_a_name():
    semua = jelajah.semua_nama()
    assert {"beranda", "evaluasi:hasil-detail", "verifikasi"} <= semua
    assert not any(nama.startswith(("admin:", "account_")) for nama in semua)


@pytest.mark.django_db
def test_no_link_is_dead_for_anybody_and_nothing_stays():
    dunia = buat_dunia()
    sebelum = _jumlah()
    for peran in ("pemilik", "atasan", "pengelola", "bkpsdm", "auditor"):
        semua = list(jelajah.jelajahi(dunia.akun[peran], 1))
        assert [(satu.alamat, satu.status) for satu in semua if satu.status >= 400] == []
        assert len(semua) > 20, peran
    assert _jumlah() == sebelum


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__)
def test_a_dead_link_is_found(monkeypatch):
    """The control: a page that fails, linked from every page, is told."""
    monkeypatch.setattr(jelajah, "TAUTAN", re.compile(r'\shref="()'))
    monkeypatch.setattr(jelajah, "baca_alamat", lambda isi, alamat, pola: ["/uji-buntu/", "/tak-ada/"])
    status = {satu.alamat: satu.status for satu in jelajah.jelajahi(buat_dunia().akun["pemilik"], 1)}
    assert status == {"/": 200, "/uji-buntu/": 500, "/tak-ada/": 404}


@pytest.mark.django_db
def test_the_command_says_that_there_is_no_demo():
    with pytest.raises(CommandError, match="Demo belum dimuat"):
        call_command("jelajah")


def _jumlah() -> tuple:
    return Session.objects.count(), CatatanAudit.objects.count(), list(Pengguna.objects.values_list("last_login"))
