"""Who may plan and record training of a person."""

from django.utils import timezone

from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, PengelolaUnit, Unit
from pegawai.pilihan import Peran

from .aturan import TERTUTUP
from .models import Pembinaan
from .pilihan import TahapPembinaan


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


def is_direct_superior(user, pegawai: Pegawai) -> bool:
    """The direct atasan of today, never oneself."""
    return user.pegawai_id != pegawai.pk and _atasannya(user, pegawai)


def can_coach(user, pembinaan: Pembinaan) -> bool:
    """The direct atasan of today; the one who began it as long as nobody else leads the person."""
    if not user.pegawai_id or user.pegawai_id == pembinaan.pegawai_id:
        return False
    atasan = rekap_pegawai.atasan_pada(pembinaan.pegawai_id, timezone.localdate())
    return user.pegawai_id == (atasan.pk if atasan else pembinaan.atasan_id)


def can_read_coaching(user, pembinaan: Pembinaan) -> bool:
    """What stands in a plan is between the person and who coaches; BKPSDM knows that it runs and how it stands.

    Who began it and was followed by another reads it only as long as all that stands in it is their own.
    """
    siapa = user.pegawai_id
    if not siapa:
        return False
    if siapa == pembinaan.pegawai_id or can_coach(user, pembinaan):
        return True
    return siapa == pembinaan.atasan_id and not pembinaan.catatan.exclude(dicatat_oleh=user.pk).exists()


def can_decide_step(user, pembinaan: Pembinaan, tahap: str) -> bool:
    """The atasan ends or extends; what touches the position is BKPSDM's, never about oneself."""
    if pembinaan.tahap in TERTUTUP or user.pegawai_id == pembinaan.pegawai_id:
        return False
    if tahap in (TahapPembinaan.MEMBAIK, TahapPembinaan.DIPERPANJANG) and can_coach(user, pembinaan):
        return True
    return tahap != TahapPembinaan.DIPERPANJANG and user.berperan(Peran.BKPSDM)


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
