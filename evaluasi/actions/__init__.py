"""The writes of judgement: one verb a function."""

from .antrean import create_chunks, ring_waiting
from .maju import Perpindahan, advance_due
from .potongan import BATAS_PERCOBAAN, retry_chunk, work_chunk
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

__all__ = [
    "BATAS_PERCOBAAN",
    "Perpindahan",
    "advance_due",
    "batas_periode",
    "cancel_siklus",
    "copy_siklus",
    "create_chunks",
    "create_siklus",
    "nama_periode",
    "open_siklus",
    "retry_chunk",
    "ring_waiting",
    "set_dates",
    "set_organisation_result",
    "work_chunk",
]
