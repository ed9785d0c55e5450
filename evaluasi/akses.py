"""Who may do what to a row they can see."""

from django.utils import timezone

from pegawai.models import PengelolaUnit, Unit
from pegawai.pilihan import Peran

from .models import Layanan


def can_issue_tokens(user, layanan: Layanan) -> bool:
    """BKPSDM, or the pengelola of the unit that gives the service or of one above it."""
    if user.berperan(Peran.BKPSDM):
        return True
    hari = timezone.localdate()
    dikelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    return any(Unit.objects.keturunan(unit, hari).filter(pk=layanan.unit_id).exists() for unit in dikelola)


def can_moderate(user) -> bool:
    """Words of citizens are moderated by BKPSDM."""
    return user.berperan(Peran.BKPSDM)


def can_manage_siklus(user) -> bool:
    """BKPSDM makes, dates and opens a siklus; after that its dates move it."""
    return user.berperan(Peran.BKPSDM)


def can_watch_siklus(user) -> bool:
    """Progress, blockers and the machinery are watched by BKPSDM and the auditor; others see the stage."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)
