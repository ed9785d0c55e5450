"""Who may do what to a plan that they can see."""

from datetime import date

from pegawai import rekap as rekap_pegawai

from .models import SKP, HasilKerja
from .pilihan import StatusSKP

#: Where the person may still write.
DAPAT_DIUBAH = frozenset({StatusSKP.DRAF, StatusSKP.DIKEMBALIKAN})


def is_owner(user, skp: SKP) -> bool:
    """Whether the plan is the user's own."""
    return user.pegawai_id is not None and skp.pegawai_id == user.pegawai_id


def can_edit_skp(user, skp: SKP) -> bool:
    """The person writes their own plan until it is submitted; targets freeze at approval."""
    return is_owner(user, skp) and skp.status in DAPAT_DIUBAH


def can_submit_skp(user, skp: SKP) -> bool:
    return can_edit_skp(user, skp)


def can_withdraw_skp(user, skp: SKP) -> bool:
    """The person may take a submitted plan back until it is decided."""
    return is_owner(user, skp) and skp.status == StatusSKP.DIAJUKAN


def hari_atasan(skp: SKP, hari: date) -> date:
    """The day on which the atasan of a plan is looked up: today, but inside the plan's segment."""
    return min(max(hari, skp.mulai), skp.selesai)


def atasan_skp(skp: SKP, hari: date) -> int | None:
    """The id of who decides on the plan that day: the atasan of the day, else the recorded penilai.

    Rights of an acting holder end on their date, so the recorded penilai alone is not asked.
    """
    atasan = rekap_pegawai.atasan_pada(skp.pegawai_id, hari_atasan(skp, hari))
    return atasan.pk if atasan else skp.penilai_id


def is_atasan(user, skp: SKP, hari: date) -> bool:
    """Whether the user is who decides on the plan that day; never on their own."""
    if user.pegawai_id is None or is_owner(user, skp):
        return False
    return atasan_skp(skp, hari) == user.pegawai_id


def can_decide_skp(user, skp: SKP, hari: date) -> bool:
    """Only the direct atasan of the day returns or approves, while the plan waits."""
    return skp.status == StatusSKP.DIAJUKAN and is_atasan(user, skp, hari)


def can_record_realisasi(user, skp: SKP) -> bool:
    """The person records what was achieved of their own approved plan."""
    return is_owner(user, skp) and skp.status == StatusSKP.DISETUJUI


def can_set_expectations(user, skp: SKP, hari: date) -> bool:
    """The person while drafting, the atasan while the plan waits for them."""
    return can_edit_skp(user, skp) or can_decide_skp(user, skp, hari)


def leader_results(skp: SKP, hari: date):
    """The results that a result of this plan may support: the atasan's, of plans that touch its segment."""
    return (
        HasilKerja.objects.filter(skp__pegawai=atasan_skp(skp, hari) or 0)
        .filter(skp__mulai__lte=skp.selesai, skp__selesai__gte=skp.mulai)
        .exclude(skp=skp.pk)
        .order_by("skp__mulai", "-jenis", "urutan", "pk")
    )
