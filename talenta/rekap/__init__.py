"""Reads for decisions about positions, each in a constant number of queries."""

from .lowongan import Lowongan, lowongan

__all__ = ["Lowongan", "lowongan"]
