"""The writes of judgement: one verb a function."""

from .alih import follow_leavers, hand_over, hand_over_all
from .andai import delete_trial, run_trial, start_trial
from .antrean import create_chunks, ring_waiting
from .batch import finish_batches, order_batch, ring_batch, work_batch_chunk
from .dokumen import attach_signed, decide_revocation, issue_document, request_revocation
from .kalibrasi import ask_assessor, calibrate, withdraw_calibration
from .keberatan import (
    accept_result,
    assign_examiner,
    check_decision,
    decide_objection,
    give_statement,
    start_examination,
    submit_objection,
    supersede,
)
from .maju import Perpindahan, advance_due
from .penilaian import check_scores, confirm_weight, mark_employee_done, save_scores
from .perpanjangan import extend_deadline, withdraw_extension
from .potongan import BATAS_PERCOBAAN, retry_chunk, work_chunk
from .publik import find_token, issue_tokens, moderate_feedback, submit_feedback
from .siklus import (
    batas_periode,
    cancel_siklus,
    copy_siklus,
    create_siklus,
    create_year,
    nama_periode,
    open_siklus,
    set_dates,
    set_organisation_result,
    set_organisation_results,
)
from .tahun import follow_correction, follow_corrections, set_year
from .tata import DAPAT_DIBATALKAN, decide_siklus_change, request_siklus_change

__all__ = [
    "BATAS_PERCOBAAN",
    "DAPAT_DIBATALKAN",
    "Perpindahan",
    "accept_result",
    "advance_due",
    "ask_assessor",
    "assign_examiner",
    "attach_signed",
    "batas_periode",
    "calibrate",
    "cancel_siklus",
    "check_decision",
    "check_scores",
    "confirm_weight",
    "copy_siklus",
    "create_chunks",
    "create_siklus",
    "create_year",
    "decide_objection",
    "decide_revocation",
    "decide_siklus_change",
    "delete_trial",
    "extend_deadline",
    "find_token",
    "finish_batches",
    "follow_correction",
    "follow_corrections",
    "follow_leavers",
    "give_statement",
    "hand_over",
    "hand_over_all",
    "issue_document",
    "issue_tokens",
    "mark_employee_done",
    "moderate_feedback",
    "nama_periode",
    "open_siklus",
    "order_batch",
    "request_revocation",
    "request_siklus_change",
    "retry_chunk",
    "ring_batch",
    "ring_waiting",
    "run_trial",
    "save_scores",
    "set_dates",
    "set_organisation_result",
    "set_organisation_results",
    "set_year",
    "start_examination",
    "start_trial",
    "submit_feedback",
    "submit_objection",
    "supersede",
    "withdraw_calibration",
    "withdraw_extension",
    "work_batch_chunk",
    "work_chunk",
]
