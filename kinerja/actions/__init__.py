"""The writes about plans and progress: one verb a function, each in one transaction with its audit row."""

from .bukti import record_link_state
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
from .realisasi import record_realisasi, reuse_evidence
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
    "record_link_state",
    "record_realisasi",
    "return_skp",
    "reuse_evidence",
    "save_content",
    "save_expectations",
    "save_indicator",
    "save_result",
    "save_weights",
    "share_weights",
    "submit_skp",
    "withdraw_skp",
]
