"""The clock of evidence: what beat calls to look at links again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

from django.utils import timezone

from pegawai.models import Pengguna

from .actions import record_link_state
from .models import Bukti
from .rekap_jalur import ketentuan_pemantauan
from .tautan import Pemeriksa

#: A tick looks at so many links and stops in time for the task's limit; the next tick goes on.
SEKALI = 40
BATAS_DETIK = 60.0
PEMERIKSA = Pemeriksa()


def periksa_tautan(saat: datetime, pemeriksa: Callable = PEMERIKSA, *, sekali: int = SEKALI) -> dict[str, int]:
    """Look at the links that are due and write what was found. Returns how many of each state."""
    sebelum = saat - timedelta(days=ketentuan_pemantauan(timezone.localdate(saat)).tautan_hari)
    hasil: dict[str, int] = {}
    oleh, mulai = Pengguna.objects.sistem(), monotonic()
    for pk, alamat in list(Bukti.objects.tautan_jatuh_tempo(sebelum).values_list("pk", "tautan")[:sekali]):
        if monotonic() - mulai > BATAS_DETIK:
            break
        keadaan = pemeriksa(alamat)
        if keadaan is not None and record_link_state(bukti_id=pk, keadaan=keadaan, oleh=oleh, saat=saat):
            hasil[str(keadaan)] = hasil.get(str(keadaan), 0) + 1
    return hasil
