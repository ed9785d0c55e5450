"""The address behind proxies: believed only as far as the installation says."""

import pytest
from django.test import RequestFactory

from mataram_asn.kit.pengirim import alamat_pengirim


@pytest.mark.parametrize(
    ("proksi", "rantai", "alamat"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "1.1.1.1", "9.9.9.9"),
        (1, "", "9.9.9.9"),
    ],
)
def test_only_our_proxies_are_believed(settings, proksi, rantai, alamat):
    settings.JUMLAH_PROKSI = proksi
    assert alamat_pengirim(RequestFactory().get("/", REMOTE_ADDR="9.9.9.9", HTTP_X_FORWARDED_FOR=rantai)) == alamat
