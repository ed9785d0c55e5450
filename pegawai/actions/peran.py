"""Give and take roles: one asks, another grants; taking one away needs a single person."""

from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_decide_role, can_manage_roles
from ..models import Pengguna, PermohonanPeran
from ..pilihan import Peran, StatusPermohonan


@transaction.atomic
def request_role(*, pengguna_id: int, peran: str, alasan: str, oleh: Pengguna, saat) -> PermohonanPeran:
    """Ask that an account gets a role. Raises RuleViolation."""
    pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
    if not can_manage_roles(oleh):
        raise RuleViolation("Peran dimohonkan oleh BKPSDM atau admin sistem.")
    if peran not in Peran.values or pengguna.berperan(peran) or not pengguna.is_active:
        raise RuleViolation("Pilih peran yang belum dimiliki akun aktif ini.")
    if not alasan.strip():
        raise RuleViolation("Tulis alasan mengapa akun ini memerlukan peran itu.")
    try:
        with transaction.atomic():
            permohonan = PermohonanPeran.objects.create(
                pengguna=pengguna, peran=peran, alasan=alasan.strip(), diminta_oleh=oleh, diminta_pada=saat
            )
    except IntegrityError as galat:
        raise RuleViolation("Peran ini sudah dimohonkan dan menunggu persetujuan.") from galat
    catat(oleh=oleh, aksi="peran.dimohonkan", objek=pengguna, rincian={"peran": peran}, saat=saat)
    return permohonan


@transaction.atomic
def decide_role(*, permohonan_id: int, setuju: bool, oleh: Pengguna, saat) -> PermohonanPeran:
    """Grant or refuse as the second person. Raises RuleViolation."""
    permohonan = (
        PermohonanPeran.objects.select_for_update(of=("self",)).select_related("pengguna").get(pk=permohonan_id)
    )
    if not can_decide_role(oleh, permohonan):
        raise RuleViolation("Peran disetujui oleh orang kedua: bukan pemohon, bukan penerima.")
    permohonan.status = StatusPermohonan.DISETUJUI if setuju else StatusPermohonan.DITOLAK
    permohonan.diputus_oleh, permohonan.diputus_pada = oleh, saat
    permohonan.save(update_fields=["status", "diputus_oleh", "diputus_pada"])
    if setuju:
        _give(permohonan.pengguna, permohonan.peran)
    aksi = "peran.diberikan" if setuju else "peran.ditolak"
    catat(oleh=oleh, aksi=aksi, objek=permohonan.pengguna, rincian={"peran": permohonan.peran}, saat=saat)
    return permohonan


@transaction.atomic
def revoke_role(*, pengguna_id: int, peran: str, alasan: str, oleh: Pengguna, saat) -> None:
    """Take a role away; it is gone with the next request. Raises RuleViolation."""
    pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
    if not can_manage_roles(oleh) or pengguna.pk == oleh.pk:
        raise RuleViolation("Peran dicabut oleh BKPSDM atau admin sistem, tidak dari diri sendiri.")
    if not pengguna.berperan(peran):
        raise RuleViolation("Akun ini tidak mempunyai peran itu.")
    if not alasan.strip():
        raise RuleViolation("Tulis alasan pencabutan.")
    pengguna.groups.remove(Group.objects.get(name=peran))
    if peran == Peran.ADMIN_SISTEM:
        Pengguna.objects.filter(pk=pengguna.pk).update(is_staff=False, is_superuser=False)
    catat(
        oleh=oleh, aksi="peran.dicabut", objek=pengguna, rincian={"peran": peran, "alasan": alasan.strip()}, saat=saat
    )


@transaction.atomic
def give_first_role(*, username: str, peran: str, oleh: Pengguna, saat) -> Pengguna:
    """Give a role on a fresh installation, where there are not yet two people. Raises RuleViolation."""
    grup = Group.objects.select_for_update().get(name=peran)
    if Pengguna.objects.filter(groups=grup, is_active=True).count() >= 2:
        raise RuleViolation("Peran ini sudah dipegang dua orang: ajukan lewat panel admin.")
    pengguna = Pengguna.objects.filter(username=username, is_active=True).first()
    if pengguna is None:
        raise RuleViolation(f"Tidak ada akun aktif bernama {username}.")
    _give(pengguna, peran)
    catat(oleh=oleh, aksi="peran.awal", objek=pengguna, rincian={"peran": peran}, saat=saat)
    return pengguna


def _give(pengguna: Pengguna, peran: str) -> None:
    pengguna.groups.add(Group.objects.get_or_create(name=peran)[0])
    if peran == Peran.ADMIN_SISTEM:
        Pengguna.objects.filter(pk=pengguna.pk).update(is_staff=True)
