"""The calendar: what stands on which day, for whom, at the same cost however much there is."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from kinerja.pilihan import StatusSKP
from kinerja.tests.factories import SAAT, buat_skp_lengkap
from kinerja.tests.factories_alur import DialogFactory, KesepakatanFactory, PendelegasianFactory
from mataram_asn.kalender import acara
from mataram_asn.peran import kedudukan
from pegawai.tests.factories import buat_garis

pytestmark = pytest.mark.django_db
BULAN = (date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture(autouse=True)
def hari_ini():
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def garis():
    garis = buat_garis()
    buat_skp_lengkap(garis.bawahan[1], garis.atasan, StatusSKP.DIAJUKAN)
    dialog = DialogFactory(pegawai=garis.bawahan[0], atasan=garis.atasan)
    KesepakatanFactory(dialog=dialog, uraian="Susun alur", tenggat=date(2026, 11, 30))
    PendelegasianFactory(atasan=garis.atasan, wakil=garis.bawahan[0])
    return garis


def jenis(pegawai):
    return sorted(satu.jenis for satu in acara(kedudukan(pegawai.pengguna), *BULAN, SAAT))


def test_each_sees_their_own(garis):
    assert jenis(garis.bawahan[0]) == ["delegasi", "delegasi", "dialog", "kesepakatan"]
    assert jenis(garis.atasan) == ["delegasi", "delegasi", "dialog", "persetujuan"]
    assert jenis(garis.bawahan[1]) == []


@pytest.mark.parametrize("bulan", ["", "2026-11", "2026-13", "9999-01", "x", "2026-11\x00", "-1--1", "２０２６-11"])
def test_any_month_asked_for_is_a_page(garis, client, bulan):
    client.force_login(garis.atasan.pengguna)
    assert client.get(reverse("kalender"), {"bulan": bulan}).status_code == 200


def test_the_file_holds_the_same_and_needs_a_sign_in(garis, client):
    alamat = reverse("kalender-ical")
    assert client.get(alamat).status_code == 302
    client.force_login(garis.bawahan[0].pengguna)
    jawaban = client.get(alamat)
    isi = jawaban.content.decode()
    assert jawaban["Content-Type"].startswith("text/calendar")
    assert isi.count("BEGIN:VEVENT") == isi.count("END:VEVENT") >= 4
    assert "SUMMARY:Susun alur" in isi


def test_cost_does_not_grow(garis, client, django_assert_max_num_queries):
    client.force_login(garis.bawahan[0].pengguna)

    def kueri():
        with django_assert_max_num_queries(200) as semua:
            client.get(reverse("kalender"))
        return len(semua)

    sedikit = kueri()
    for n in range(8):
        dialog = DialogFactory(pegawai=garis.bawahan[0], atasan=garis.atasan, waktu=SAAT + timedelta(hours=n))
        KesepakatanFactory(dialog=dialog, tenggat=date(2026, 11, 29))
    assert kueri() == sedikit
