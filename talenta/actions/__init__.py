"""The writes of decisions about positions: one verb a function."""

from .angka_kredit import add_credit, convert_due, convert_year

__all__ = ["add_credit", "convert_due", "convert_year"]
