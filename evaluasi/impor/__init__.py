"""Files of SIASN's shape in: a verdict a row, then loaded whole; a load can be undone."""

from .siasn import check_exchange, confirm_exchange, undo_exchange

__all__ = ["check_exchange", "confirm_exchange", "undo_exchange"]
