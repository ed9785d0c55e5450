"""Objecting in a real browser: one click on the figure, the reason, send; the predikat follows the decision live."""

import pytest
from playwright.sync_api import expect

from evaluasi.models import Keberatan
from evaluasi.pilihan import StatusKeberatan
from evaluasi.tests.test_peramban_penilaian import _orm_beside_the_browser, buka  # noqa: F401  fixtures
from mataram_asn.tests.dunia import buat_dunia
from mataram_asn.tests.e2e.conftest import HITUNG, berbiaya

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def dunia(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return buat_dunia()


def test_one_click_the_reason_and_send(dunia, buka):  # noqa: F811
    evaluasi = dunia.objek["evaluasi"]
    halaman = buka(dunia.akun["pemilik"], f"/evaluasi/hasil/{evaluasi.pk}/", 390)
    halaman.evaluate(HITUNG)
    with berbiaya(halaman, 2):
        halaman.locator('input[name=butir][value^="realisasi:"]').first.check()
        halaman.get_by_label("Mengapa angka itu keliru").fill("Bulan Maret tertinggal.")
        halaman.get_by_role("button", name="Kirim keberatan").click()
        expect(halaman.get_by_text("Bulan Maret tertinggal.")).to_be_visible()
    baru = Keberatan.objects.get(evaluasi=evaluasi)
    assert baru.butir.get().kunci.startswith("realisasi:")
    assert halaman.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_predikat_follows_the_choice_before_it_is_decided(dunia, buka):  # noqa: F811
    keberatan, butir = dunia.objek["keberatan"], dunia.objek["butir_keberatan"]
    halaman = buka(dunia.akun["asing"], f"/evaluasi/keberatan/{keberatan.pk}/", 390)
    halaman.locator(f"#id_putusan_{butir.pk}").select_option("diubah")
    halaman.locator(f"#id_nilai_{butir.pk}").select_option("di_atas")
    expect(halaman.locator("#pratinjau")).to_contain_text("menjadi: hasil")
    assert halaman.evaluate("document.documentElement.scrollWidth <= innerWidth")
    keberatan.refresh_from_db()
    assert keberatan.status == StatusKeberatan.PEMERIKSAAN
