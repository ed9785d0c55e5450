"""The clock: what beat calls every hour."""

from datetime import datetime

from .actions import remind_due


def ingatkan_pembinaan(saat: datetime) -> int:
    """Remind of the checks that are due; a second call on the day writes nothing."""
    return remind_due(saat=saat)
