"""The writes about plans and progress: one verb a function, each in one transaction with its audit row."""

from .isi import (
    delete_indicator,
    delete_result,
    save_content,
    save_expectations,
    save_indicator,
    save_result,
    save_weights,
    share_weights,
)
from .realisasi import record_realisasi
from .skp import (
    PlanIncomplete,
    approve_skp,
    copy_skp,
    create_skp,
    delete_skp,
    return_skp,
    submit_skp,
    withdraw_skp,
)

__all__ = [
    "PlanIncomplete",
    "approve_skp",
    "copy_skp",
    "create_skp",
    "delete_indicator",
    "delete_result",
    "delete_skp",
    "record_realisasi",
    "return_skp",
    "save_content",
    "save_expectations",
    "save_indicator",
    "save_result",
    "save_weights",
    "share_weights",
    "submit_skp",
    "withdraw_skp",
]
