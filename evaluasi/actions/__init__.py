"""The writes of judgement: one verb a function."""

from .andai import delete_trial, run_trial, start_trial
from .antrean import create_chunks, ring_waiting
from .kalibrasi import calibrate, withdraw_calibration
from .maju import Perpindahan, advance_due
from .penilaian import check_scores, confirm_weight, mark_employee_done, save_scores
from .potongan import BATAS_PERCOBAAN, retry_chunk, work_chunk
from .publik import find_token, issue_tokens, moderate_feedback, submit_feedback
from .siklus import (
    batas_periode,
    cancel_siklus,
    copy_siklus,
    create_siklus,
    nama_periode,
    open_siklus,
    set_dates,
    set_organisation_result,
)
from .tahun import follow_correction, follow_corrections, set_year

__all__ = [
    "BATAS_PERCOBAAN",
    "Perpindahan",
    "advance_due",
    "batas_periode",
    "calibrate",
    "cancel_siklus",
    "check_scores",
    "confirm_weight",
    "copy_siklus",
    "create_chunks",
    "create_siklus",
    "delete_trial",
    "find_token",
    "follow_correction",
    "follow_corrections",
    "issue_tokens",
    "mark_employee_done",
    "moderate_feedback",
    "nama_periode",
    "open_siklus",
    "retry_chunk",
    "ring_waiting",
    "run_trial",
    "save_scores",
    "set_dates",
    "set_organisation_result",
    "set_year",
    "start_trial",
    "submit_feedback",
    "withdraw_calibration",
    "work_chunk",
]
