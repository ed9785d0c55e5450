"""Who may plan and record training of a person."""

from django.utils import timezone

from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, PengelolaUnit, Unit
from pegawai.pilihan import Peran


def can_plan(user, pegawai: Pegawai) -> bool:
    """The direct atasan of today, or BKPSDM; never for oneself."""
    if user.pegawai_id == pegawai.pk:
        return False
    return user.berperan(Peran.BKPSDM) or _atasannya(user, pegawai)


def can_record(user, pegawai: Pegawai) -> bool:
    """The direct atasan, BKPSDM, or the pengelola of the person's unit; never for oneself."""
    if user.pegawai_id == pegawai.pk:
        return False
    return user.berperan(Peran.BKPSDM) or _atasannya(user, pegawai) or _mengelola(user, pegawai)


def _atasannya(user, pegawai: Pegawai) -> bool:
    if user.pegawai_id is None:
        return False
    atasan = rekap_pegawai.atasan_pada(pegawai.pk, timezone.localdate())
    return atasan is not None and atasan.pk == user.pegawai_id


def _mengelola(user, pegawai: Pegawai) -> bool:
    hari = timezone.localdate()
    unit = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    penempatan = rekap_pegawai.penempatan_pada([pegawai.pk], hari).get(pegawai.pk)
    return penempatan is not None and any(
        Unit.objects.keturunan(satu, hari).filter(pk=penempatan.jabatan.unit_id).exists() for satu in unit
    )
