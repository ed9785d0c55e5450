"""The writes of decisions about positions: one verb a function."""

from .angka_kredit import add_credit, convert_due, convert_year
from .penghargaan import decide_recognition, propose_person, propose_team

__all__ = ["add_credit", "convert_due", "convert_year", "decide_recognition", "propose_person", "propose_team"]
