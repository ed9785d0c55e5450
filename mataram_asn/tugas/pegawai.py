"""The employee's own things, in the order in which they matter."""

from django.utils import timezone

from kinerja.models import SKP

from .dasar import Tugas
from .hasil import hasil_baru, pelatihan_direncanakan, tanggapan_pembinaan, tugas_keberatan
from .rencana import dialog, perubahan, realisasi_terbuka, selesai_mengisi, skp_belum_siap, usul


def tugas_pegawai(pegawai_id: int, saat) -> list[Tugas]:
    """The employee's own things: the plan, the realisasi of the open period, a new result, a planned training."""
    hari = timezone.localdate(saat)
    skp = SKP.objects.filter(pegawai_id=pegawai_id).pada(hari).first()
    return [
        *usul(pegawai_id, hari),
        *skp_belum_siap(skp),
        *perubahan(pegawai_id),
        *realisasi_terbuka(skp, saat),
        *selesai_mengisi(skp, saat),
        *hasil_baru(pegawai_id),
        *tugas_keberatan(pegawai_id),
        *dialog(pegawai_id, saat),
        *tanggapan_pembinaan(pegawai_id),
        *pelatihan_direncanakan(pegawai_id),
    ]
