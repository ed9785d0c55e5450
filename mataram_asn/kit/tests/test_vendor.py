"""What is vendored is what SUMBER.toml says, file by file."""

import hashlib
import re
import tomllib
from pathlib import Path

from django.conf import settings

STATIC = Path(settings.BASE_DIR) / "static"
VENDOR = STATIC / "vendor"


def _tercatat():
    sumber = tomllib.loads((VENDOR / "SUMBER.toml").read_text())
    return {f"{nama}/{berkas}": jumlah for nama, isi in sumber.items() for berkas, jumlah in isi["sha256"].items()}


def test_every_vendored_file_is_listed_with_its_checksum():
    ada = {
        str(berkas.relative_to(VENDOR)): hashlib.sha256(berkas.read_bytes()).hexdigest()
        for berkas in VENDOR.rglob("*")
        if berkas.is_file() and berkas.name != "SUMBER.toml"
    }
    assert ada == _tercatat()


def test_every_source_names_version_and_licence_and_brings_the_licence():
    sumber = tomllib.loads((VENDOR / "SUMBER.toml").read_text())
    for nama, isi in sumber.items():
        assert isi["version"]
        assert isi["licence"]
        assert (VENDOR / nama / "LICENSE").is_file()


def test_stylesheets_refer_only_to_files_that_are_here():
    """A missing reference breaks the manifest storage of production."""
    for lembar in STATIC.rglob("*.css"):
        for alamat in re.findall(r'url\("?([^")]+)"?\)', lembar.read_text()):
            if not alamat.startswith("data:"):
                assert (lembar.parent / alamat.split("?")[0]).is_file(), f"{lembar.name}: {alamat}"
        assert "sourceMappingURL" not in lembar.read_text()
