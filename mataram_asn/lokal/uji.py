"""A pytest plugin (`-p mataram_asn.lokal.uji`): the embedded test servers, before the settings are read."""

import os

from .letak import Letak
from .peladen import bila_lokal

bila_lokal("uji")
os.environ.setdefault("DEBUG", "1")
alamat = os.environ.get("REDIS_URL", "").partition("?")[0]
if alamat == Letak("uji").alamat()["REDIS_URL"]:
    # Each worker of xdist rings its own doorbell and keeps its own cache: databases 2 and 3, 4 and 5, …
    nomor = int(os.environ.get("PYTEST_XDIST_WORKER", "gw-1").removeprefix("gw")) + 1
    os.environ["REDIS_URL"] = f"{alamat}?db={2 * nomor}"
