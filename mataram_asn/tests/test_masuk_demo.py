"""The sign-in page lists the demo's accounts only where there is a demo."""

import pytest
from django.urls import reverse

from mataram_asn.demo import akun

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("debug", "terdaftar"), [(True, True), (False, False)])
def test_accounts_are_listed_only_with_debug(client, settings, monkeypatch, debug, terdaftar):
    monkeypatch.setattr(akun, "daftar_akun", lambda: [akun.AkunDemo("guru", "Guru", "199001012015011901", "Contoh")])
    settings.DEBUG = debug
    assert (b"199001012015011901" in client.get(reverse("account_login")).content) == terdaftar


def test_without_a_loaded_demo_nothing_is_listed(client, settings):
    settings.DEBUG = True
    assert b"Akun demo" not in client.get(reverse("account_login")).content
