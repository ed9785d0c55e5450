"""What the house promises of itself: nothing unused, nothing missing, every dependency with its reason."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from mataram_asn.celery import app

AKAR = Path(settings.BASE_DIR)
APLIKASI = ("mataram_asn", "pegawai", "kinerja", "evaluasi", "pelatihan", "talenta")
#: Found by Django or a library by their name alone.
MENURUT_NAMA = re.compile(r"^(40\d|403_csrf|409|500)\.html$|^(account|allauth|mfa|socialaccount|admin|django_tables2)/")


def sumber() -> str:
    """All code and templates as one text."""
    berkas = [satu for app_ in APLIKASI for satu in (AKAR / app_).rglob("*.py")]
    berkas += (AKAR / "templates").rglob("*.html")
    return "\n".join(satu.read_text(encoding="utf-8") for satu in berkas)


def test_no_day_is_read_off_a_moment_in_utc():
    """A moment's own date is that of UTC: until eight in the morning of Mataram it is yesterday's."""
    utc = re.compile(r"\bsaat\.(date\(\)|year\b|month\b)|_pada\.(date\(\)|year\b|month\b)|now\(\)\.date\(")
    salah = [
        f"{berkas.relative_to(AKAR)}: {satu.group()}"
        for app_ in APLIKASI
        for berkas in (AKAR / app_).rglob("*.py")
        if "tests" not in berkas.parts
        for satu in utc.finditer(berkas.read_text(encoding="utf-8"))
    ]
    assert salah == []
    assert utc.search("hari = saat.date()")


def test_every_template_is_used():
    teks = sumber()
    nama = [str(satu.relative_to(AKAR / "templates")) for satu in (AKAR / "templates").rglob("*.html")]
    yatim = [
        satu for satu in nama if not MENURUT_NAMA.search(satu) and f'"{satu}"' not in teks and f"'{satu}'" not in teks
    ]
    assert yatim == []


def test_the_clock_rings_tasks_that_exist():
    app.loader.import_default_modules()
    assert {satu["task"] for satu in settings.CELERY_BEAT_SCHEDULE.values()} <= set(app.tasks)


@pytest.mark.django_db
def test_no_migration_is_missing_and_each_app_has_one():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    for folder in ("mataram_asn/kit", *APLIKASI[1:]):
        berkas = sorted(satu.name for satu in (AKAR / folder / "migrations").glob("0*.py"))
        assert berkas in ([], ["0001_awal.py"]), folder


@pytest.mark.parametrize("nama", ["requirements.txt", "requirements-local.txt", "requirements-dev.txt"])
def test_every_dependency_is_pinned_and_has_its_reason(nama):
    for baris in (AKAR / nama).read_text(encoding="utf-8").splitlines():
        if baris and not baris.startswith(("#", "-r")):
            assert re.fullmatch(r"[A-Za-z0-9_.-]+(\[[a-z,]+\])?==[0-9][0-9a-z.]*\s+# \S.+", baris), baris


def test_no_inline_style_or_script_in_any_template():
    for satu in (AKAR / "templates").rglob("*.html"):
        teks = satu.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\bsrc=)|hx-on|\|\s*safe\b", teks), satu


@pytest.mark.django_db
def test_the_sign_in_page_names_its_fields_and_offers_no_sign_up(client):
    html = client.get("/masuk/login/").content.decode()
    assert "NIP atau nama akun" in html
    assert 'autocomplete="current-password"' in html
    assert "signup" not in html
    assert html.count("<h1") == 1
