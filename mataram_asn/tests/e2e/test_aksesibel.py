"""Nothing serious for axe (WCAG 2.2 AA) on the homes and main pages of each role, in light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from mataram_asn.tests.e2e.conftest import muat_di_ponsel

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("e2e")]

HALAMAN = {
    "pemilik": (
        "beranda kinerja:skp-list evaluasi:hasil-saya pelatihan:saya talenta:karier-saya evaluasi:umpan-balik-saya"
    ),
    "atasan": "beranda evaluasi:bawahan kinerja:persetujuan pelatihan:bawahan",
    "bkpsdm": (
        "beranda evaluasi:siklus-list pegawai:pegawai-list pegawai:peta-jabatan talenta:lowongan-list talenta:kotak "
        "evaluasi:moderasi evaluasi:token pegawai:impor-list"
    ),
    "auditor": "beranda audit-list surat-list",
}
PARAH = {"serious", "critical"}


@pytest.mark.parametrize("peran", list(HALAMAN))
def test_nothing_serious_and_no_sideways_scroll(peramban, peran):
    temuan = []
    with peramban(peran) as halaman:
        halaman.emulate_media(reduced_motion="reduce")
        for nama in HALAMAN[peran].split():
            halaman.goto(reverse(nama))
            for skema in ("light", "dark"):
                halaman.emulate_media(color_scheme=skema)
                for satu in Axe().run(halaman).response["violations"]:
                    if satu["impact"] in PARAH:
                        temuan.append((nama, skema, satu["id"], satu["nodes"][0]["html"][:160]))
            muat_di_ponsel(halaman)
    assert temuan == []
