"""Write the audit row of an action, in the action's own transaction."""

from .models import CatatanAudit


def catat(*, oleh, aksi: str, objek, rincian: dict | None = None, saat=None) -> CatatanAudit:
    """Record that `oleh` did `aksi` to `objek`; `saat` only where the moment is passed in."""
    waktu = {"saat": saat} if saat else {}
    return CatatanAudit.objects.create(
        oleh=oleh,
        aksi=aksi,
        jenis_objek=objek._meta.label_lower,
        id_objek=objek.pk,
        rincian=rincian or {},
        **waktu,
    )
