"""Demo cities for the tests: a small one for most, the whole one once."""

import pytest

from .kota import bangun, hapus, nama_uji

#: an office with counters, two that patrol, and a kecamatan: two chunks, several chains up to the mayor
KANTOR = ("DINSOS", "SATPOLPP", "DAMKAR", "KEC-527101")


@pytest.fixture(scope="session")
def kota_kecil(django_db_setup, tmp_path_factory):
    """The demo with the people of a few offices, in a database of its own."""
    nama = nama_uji("kecil")
    try:
        yield bangun(nama, str(tmp_path_factory.mktemp("bukti")), *(f"--kantor={satu}" for satu in KANTOR))[0]
    finally:
        hapus(nama)


@pytest.fixture(scope="session")
def kota_penuh(django_db_setup, tmp_path_factory):
    """The whole demo, with what the loader printed."""
    nama = nama_uji("penuh")
    try:
        yield bangun(nama, str(tmp_path_factory.mktemp("bukti")))
    finally:
        hapus(nama)
