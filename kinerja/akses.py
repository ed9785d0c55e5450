"""Who may do what to a plan that they can see."""

from datetime import date

from pegawai import rekap as rekap_pegawai
from pegawai.models import Penempatan, PengelolaUnit, Unit
from pegawai.pilihan import Peran

from .models import SKP, DialogKinerja, HasilKerja, Pendelegasian, PerubahanSKP
from .pilihan import StatusPerubahan, StatusSKP

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


def is_direct_atasan(user, skp: SKP, hari: date) -> bool:
    """Whether the user is the atasan of the plan's owner that day, not somebody in their place."""
    return user.pegawai_id is not None and not is_owner(user, skp) and atasan_skp(skp, hari) == user.pegawai_id


def is_atasan(user, skp: SKP, hari: date) -> bool:
    """Whether the user decides on the plan that day: its atasan, or whom the atasan delegated to; never one's own.

    Only what the atasan themself gave counts: a delegation is not passed on.
    """
    if user.pegawai_id is None or is_owner(user, skp):
        return False
    atasan = atasan_skp(skp, hari)
    return atasan == user.pegawai_id or stands_in(user, atasan, hari, persetujuan=True)


def stands_in(user, atasan_id: int | None, hari: date, **lingkup) -> bool:
    """Whether that atasan delegated to the user on that day; `lingkup` is persetujuan=True or dialog=True."""
    if atasan_id is None or user.pegawai_id is None:
        return False
    aktif = Pendelegasian.objects.aktif(hari)
    return aktif.filter(atasan=atasan_id, wakil=user.pegawai_id, **lingkup).exists()


def can_decide_skp(user, skp: SKP, hari: date) -> bool:
    """Only the direct atasan of the day returns or approves, while the plan waits."""
    return skp.status == StatusSKP.DIAJUKAN and is_atasan(user, skp, hari)


def can_revise(user, skp: SKP, hari: date) -> bool:
    """The person proposes changes of their own approved plan until its last day."""
    return is_owner(user, skp) and skp.status == StatusSKP.DISETUJUI and hari <= skp.selesai


def can_edit_revision(user, perubahan: PerubahanSKP) -> bool:
    """The owner writes a revision until it is submitted."""
    dapat = {StatusPerubahan.DRAF, StatusPerubahan.DIKEMBALIKAN}
    return is_owner(user, perubahan.skp) and perubahan.status in dapat


def can_set_revision_expectations(user, perubahan: PerubahanSKP, hari: date) -> bool:
    """As for a plan: the owner while writing, the atasan while it waits, since the expectations are the leader's."""
    return can_edit_revision(user, perubahan) or can_decide_revision(user, perubahan, hari)


def can_decide_revision(user, perubahan: PerubahanSKP, hari: date) -> bool:
    """The atasan of the day returns or approves, while the revision waits."""
    return perubahan.status == StatusPerubahan.DIAJUKAN and is_atasan(user, perubahan.skp, hari)


def can_give_feedback(user, skp: SKP, hari: date) -> int | None:
    """Whom the user may write feedback to about this plan: the atasan if it is their own, the owner if they are the
    atasan; None for everybody else. Feedback is personal: a delegate gives none."""
    if is_owner(user, skp):
        atasan = atasan_skp(skp, hari)
        return atasan if atasan != skp.pegawai_id else None
    return skp.pegawai_id if is_direct_atasan(user, skp, hari) else None


def side_of_dialogue(user, dialog: DialogKinerja, hari: date) -> str:
    """On which side of a dialogue the user stands: "pegawai", "atasan" or ""."""
    if user.pegawai_id is None:
        return ""
    if dialog.pegawai_id == user.pegawai_id:
        return "pegawai"
    if dialog.atasan_id == user.pegawai_id or stands_in(user, dialog.atasan_id, hari, dialog=True):
        return "atasan"
    return ""


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


def can_keep_iku(user, iku, hari: date) -> bool:
    """BKPSDM, or the pengelola of the unit that answers for the outcome or of one above it."""
    return user.berperan(Peran.BKPSDM) or _mengelola(user, iku.unit_id, hari)


def _mengelola(user, unit_id: int, hari: date) -> bool:
    dikelola = set(
        PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    )
    naik, dilihat = rekap_pegawai.pohon_unit(hari) if dikelola else {}, set()
    while unit_id is not None and unit_id not in dilihat:
        if unit_id in dikelola:
            return True
        dilihat.add(unit_id)
        unit_id = naik.get(unit_id)
    return False


def can_keep_library(user) -> bool:
    """BKPSDM keeps the library of results and indicators."""
    return user.berperan(Peran.BKPSDM)


def units_for_teams(user, hari: date):
    """The units for which the user may make a team: all offices for BKPSDM, one's own with what stands below for a
    pengelola and for the head of a unit."""
    if user.berperan(Peran.BKPSDM):
        return Unit.objects.perangkat_daerah()
    kelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    pimpin = Penempatan.objects.berlaku_pada(hari).filter(pegawai=user.pegawai_id or 0, jabatan__kepala_unit=True)
    semua = Unit.objects.none()
    for pk in {*kelola, *pimpin.values_list("jabatan__unit_id", flat=True)}:
        semua = semua | Unit.objects.keturunan(pk, hari)
    return semua


def can_lead_team(user, tim) -> bool:
    return user.pegawai_id is not None and tim.ketua_id == user.pegawai_id


def can_keep_team(user, tim, hari: date) -> bool:
    """The leader, and whoever may make a team for its unit."""
    return can_lead_team(user, tim) or units_for_teams(user, hari).filter(pk=tim.unit_id).exists()


def can_bring_plans(user, hari: date) -> bool:
    """BKPSDM and a pengelola bring plans of many people by file."""
    kelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari)
    return user.berperan(Peran.BKPSDM) or kelola.exists()


def can_bring_form(user) -> bool:
    """The owner of a plan, and BKPSDM, bring what stands in e-Kinerja."""
    return user.pegawai_id is not None or user.berperan(Peran.BKPSDM)
