"""Three trials of another ketentuan over last year's results, so that their report and comparison can be seen."""

from datetime import datetime

from evaluasi.actions import start_trial
from evaluasi.models import Siklus

COBA = (
    ("Ambang di atas ekspektasi 112", {"ambang_di_atas": "112"}),
    ("Nilai di atas ekspektasi 112, sesuai tetap 100", {"nilai_di_atas": "112"}),
    ("Masyarakat lebih didengar", {"publik_bobot": "0.60", "layanan_bobot": "0.30", "publik_batas": "10"}),
)


def tulis_simulasi(siklus: Siklus, oleh, saat: datetime) -> int:
    """Set up the trials; whoever works the chunks computes them. Returns how many."""
    for nama, ubah in COBA:
        start_trial(siklus_id=siklus.pk, nama=nama, ubah=ubah, oleh=oleh, saat=saat)
    return len(COBA)
