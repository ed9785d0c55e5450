"""Files of SIASN's shape in: a verdict a row, then loaded whole; a load can be undone."""

from . import berkas
from .berkas import DIMUAT, MAKS_BYTE, Bentuk, Orang
from .siasn import BENTUK


def check_exchange(*, bentuk=BENTUK, **isi):
    """Judge a file; `bentuk` are the shapes that are known, those of predikat unless told."""
    return berkas.check_exchange(bentuk=bentuk, **isi)


def confirm_exchange(*, bentuk=BENTUK, **isi):
    """Load what was judged."""
    return berkas.confirm_exchange(bentuk=bentuk, **isi)


def undo_exchange(*, bentuk=BENTUK, **isi):
    """Take a load back."""
    return berkas.undo_exchange(bentuk=bentuk, **isi)


__all__ = [
    "BENTUK",
    "DIMUAT",
    "MAKS_BYTE",
    "Bentuk",
    "Orang",
    "check_exchange",
    "confirm_exchange",
    "undo_exchange",
]
