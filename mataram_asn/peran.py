"""What a person is, read once a request from the facts: roles, the chain, units managed."""

from dataclasses import dataclass

from django.utils import timezone

from pegawai.models import Pegawai, Penempatan, PenetapanAtasan, PengelolaUnit, SusunanJabatan
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
        atasan=bool(orang) and _memimpin(orang.pk, hari),
        pengelola=PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).exists(),
        bkpsdm=user.berperan(Peran.BKPSDM),
        auditor=user.berperan(Peran.AUDITOR),
        admin=user.berperan(Peran.ADMIN_SISTEM),
    )


def _memimpin(pegawai_id: int, hari) -> bool:
    """Whether positions stand below one held on that day, or people by BKPSDM's word. Two indexed probes."""
    dipegang = Penempatan.objects.filter(pegawai_id=pegawai_id).berlaku_pada(hari).values("jabatan_id")
    return (
        SusunanJabatan.objects.filter(atasan_id__in=dipegang).berlaku_pada(hari).exists()
        or PenetapanAtasan.objects.filter(atasan_id=pegawai_id).berlaku_pada(hari).exists()
    )
