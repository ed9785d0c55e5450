"""The rules of development: needs, suggestions, JP, and coaching of who is below expectation."""

from .pelatihan import (
    BAKU,
    MAKS_SARAN,
    Katalog,
    Kebutuhan,
    KetentuanJP,
    Saran,
    jp_baku,
    jp_dari_menit,
    jp_diakui,
    kebutuhan,
    saran,
    target_jp,
)
from .pelatihan import KETENTUAN_BAWAAN as _PELATIHAN
from .pembinaan import KETENTUAN_BAWAAN as _PEMBINAAN
from .pembinaan import (
    LANGKAH_BERIKUT,
    TERTUTUP,
    KetentuanPembinaan,
    bulan_jatuh_tempo,
    langkah_sesudah,
    perlu_pembinaan,
    tambah_bulan,
)

KETENTUAN_BAWAAN = {**_PELATIHAN, **_PEMBINAAN}

__all__ = [
    "BAKU",
    "KETENTUAN_BAWAAN",
    "LANGKAH_BERIKUT",
    "MAKS_SARAN",
    "TERTUTUP",
    "Katalog",
    "Kebutuhan",
    "KetentuanJP",
    "KetentuanPembinaan",
    "Saran",
    "bulan_jatuh_tempo",
    "jp_baku",
    "jp_dari_menit",
    "jp_diakui",
    "kebutuhan",
    "langkah_sesudah",
    "perlu_pembinaan",
    "saran",
    "tambah_bulan",
    "target_jp",
]
