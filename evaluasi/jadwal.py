"""The clock: what beat calls every minute."""

from datetime import datetime

from .actions import Perpindahan, advance_due, finish_batches, ring_batch, ring_waiting


def majukan_siklus(saat: datetime) -> list[Perpindahan]:
    """Move every siklus that is due, then ring again for every chunk that waits."""
    pindah = advance_due(saat=saat)
    ring_waiting()
    return pindah


def bereskan_batch(saat: datetime) -> int:
    """Pack the batches of papers that are ready, then ring again for every chunk that waits."""
    banyak = finish_batches(saat=saat)
    ring_batch()
    return banyak
