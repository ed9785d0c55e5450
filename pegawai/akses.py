"""Who may do what to people, codes, files, ketentuan and roles."""

from django.utils import timezone

from .models import Pegawai
from .models.orang import SQL_UNIT_KELOLA, _raw
from .pilihan import Peran, StatusImpor, StatusLaporanAtasan, StatusPermohonan

#: Roles that see other people's scores: giving one needs a second person.
PERAN_MELIHAT_NILAI = frozenset({Peran.BKPSDM, Peran.AUDITOR})


def can_see_nik(user, pegawai) -> bool:
    """NIK and phone are seen only by the person and BKPSDM."""
    return user.berperan(Peran.BKPSDM) or (pegawai.pengguna_id is not None and pegawai.pengguna_id == user.pk)


def can_see_map(user) -> bool:
    """The position map of the city is for BKPSDM and the auditor."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)


def can_see_imports(user) -> bool:
    """The history of files is read by BKPSDM and the auditor."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)


def can_import(user) -> bool:
    return user.berperan(Peran.BKPSDM)


def can_load(user, berkas) -> bool:
    """A file is loaded once, and by BKPSDM."""
    return can_import(user) and berkas.status == StatusImpor.DIPERIKSA


def can_issue_code(user, pengguna) -> bool:
    """BKPSDM hands out codes, never to oneself, and only for an account that is in use."""
    return user.berperan(Peran.BKPSDM) and pengguna.pk != user.pk and pengguna.is_active


def can_request_reset(user, pengguna) -> bool:
    """BKPSDM asks for somebody whose password is in use; another of them then hands out the code."""
    return can_issue_code(user, pengguna) and pengguna.has_usable_password()


def can_give_code(user, permohonan, saat) -> bool:
    """The second person, while the wish is open."""
    terbuka = permohonan.status == StatusPermohonan.DIAJUKAN and permohonan.kedaluwarsa > saat
    return terbuka and can_issue_code(user, permohonan.pengguna) and permohonan.diminta_oleh_id != user.pk


def can_report_atasan(user, pegawai) -> bool:
    """Only the person says who is not their atasan."""
    return pegawai.pengguna_id is not None and pegawai.pengguna_id == user.pk


def can_decide_report(user, laporan) -> bool:
    """BKPSDM decides an open report, but not one's own."""
    sendiri = laporan.pegawai.pengguna_id == user.pk
    return user.berperan(Peran.BKPSDM) and laporan.status == StatusLaporanAtasan.DILAPORKAN and not sendiri


def can_publish_ketentuan(user) -> bool:
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.ADMIN_SISTEM)


def can_manage_roles(user) -> bool:
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.ADMIN_SISTEM)


def can_see_roles(user) -> bool:
    """The auditor reads who got which role from whom."""
    return can_manage_roles(user) or user.berperan(Peran.AUDITOR)


def can_decide_role(user, permohonan) -> bool:
    """The second person: neither who asked nor who receives."""
    return (
        can_manage_roles(user)
        and permohonan.status == StatusPermohonan.DIAJUKAN
        and user.pk not in {permohonan.diminta_oleh_id, permohonan.pengguna_id}
    )


def can_record_status(user, pegawai) -> bool:
    """BKPSDM, or the pengelola of the person's unit; nobody about themselves."""
    if pegawai.pengguna_id is not None and pegawai.pengguna_id == user.pk:
        return False
    return user.berperan(Peran.BKPSDM) or manages_person(user, pegawai.pk)


def can_record_leaving(user, pegawai) -> bool:
    """The end of service ends positions and closes the account: BKPSDM, nobody about themselves."""
    return user.berperan(Peran.BKPSDM) and can_record_status(user, pegawai)


def manages_person(user, pegawai_id: int) -> bool:
    """Whether that person works today in a unit that this user looks after."""
    hari = timezone.localdate()
    return Pegawai.objects.filter(pk=pegawai_id, pk__in=_raw(SQL_UNIT_KELOLA, pengguna=user.pk, hari=hari)).exists()


def can_see_status_list(user) -> bool:
    """The list of who is away: BKPSDM, the auditor, and whoever looks after a unit."""
    kota = user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)
    return kota or user.unit_dikelola.berlaku_pada(timezone.localdate()).exists()


def can_sign_ketentuan(user, rancangan) -> bool:
    """A second person of those who may, never who drafted it."""
    return can_publish_ketentuan(user) and rancangan.disusun_oleh_id != user.pk
