"""A pytest plugin (`-p mataram_asn.lokal.uji`): the embedded test servers, before the settings are read."""

import os

from .peladen import bila_lokal

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("SECRET_KEY", "kunci-uji")
bila_lokal("uji")
