"""The clock: what beat calls about people."""

from datetime import datetime

from .actions import close_departed
from .models import Pengguna


def tutup_yang_berhenti(saat: datetime) -> int:
    """Close the accounts of those whose last day has passed; a second call finds nobody."""
    return close_departed(oleh=Pengguna.objects.sistem(), saat=saat)
