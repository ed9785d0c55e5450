"""What a person is, read once a request from the facts: roles, the chain, units managed."""

from dataclasses import dataclass

from django.utils import timezone

from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, PengelolaUnit
from pegawai.pilihan import JenisPegawai, Peran


@dataclass(frozen=True)
class Kedudukan:
    """The roles of one user on one day. `pegawai` is a civil servant with a plan of their own."""

    pegawai_id: int | None
    pegawai: bool
    atasan: bool
    pengelola: bool
    bkpsdm: bool
    auditor: bool
    admin: bool


def kedudukan(user) -> Kedudukan:
    """Read once and kept on the user object for the length of the request."""
    if not hasattr(user, "_kedudukan"):
        user._kedudukan = _baca(user)
    return user._kedudukan


def _baca(user) -> Kedudukan:
    hari = timezone.localdate()
    orang = Pegawai.objects.filter(pengguna_id=user.pk).only("pk", "jenis").first()
    return Kedudukan(
        pegawai_id=orang.pk if orang else None,
        pegawai=bool(orang) and orang.jenis != JenisPegawai.NON_ASN,
        atasan=bool(orang) and rekap_pegawai.bawahan_langsung(orang.pk, hari).exists(),
        pengelola=PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).exists(),
        bkpsdm=user.berperan(Peran.BKPSDM),
        auditor=user.berperan(Peran.AUDITOR),
        admin=user.berperan(Peran.ADMIN_SISTEM),
    )
