"""The writes of development: one verb a function."""

from .pelatihan import cancel_plan, load_catalogue, plan_training, record_attendance
from .pembinaan import answer_check, decide_step, note_check, remind_due, start_coaching

__all__ = [
    "answer_check",
    "cancel_plan",
    "decide_step",
    "load_catalogue",
    "note_check",
    "plan_training",
    "record_attendance",
    "remind_due",
    "start_coaching",
]
