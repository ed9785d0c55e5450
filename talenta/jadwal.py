"""The clock: what beat calls every hour."""

from datetime import datetime

from .actions import convert_due


def konversi_angka_kredit(saat: datetime) -> int:
    """Convert what was published or corrected since; a second call writes nothing."""
    return convert_due(saat=saat)
