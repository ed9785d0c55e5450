"""The demo city: made-up people on Mataram's real organisation, as the files that an importer reads.

Pure generation: no database, no clock, no settings. `buat(seed, hari)` is deterministic, `tulis(kota, folder)` writes
the files byte for byte the same for the same seed and day.
"""

from .bentuk import Kota
from .berkas import tulis
from .kota import buat

__all__ = ["Kota", "buat", "tulis"]
