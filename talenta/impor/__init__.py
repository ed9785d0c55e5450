"""Files of SIASN's shape `angkakredit` in: a verdict a row, then loaded whole; a load can be undone."""

from .siasn import BENTUK

__all__ = ["BENTUK"]
