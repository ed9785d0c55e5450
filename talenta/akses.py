"""Who may see decisions about positions. Each person reads their own career page; the rest is not for everybody."""

from django.http import Http404

from pegawai.pilihan import Peran


def can_see_talent(user) -> bool:
    """BKPSDM prepares the decisions, the auditor checks them."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)


def can_keep_credit(user, pegawai=None) -> bool:
    """BKPSDM keeps the books of angka kredit, never one's own."""
    return user.berperan(Peran.BKPSDM) and (pegawai is None or pegawai.pk != user.pegawai_id)


def minta_lihat(user) -> None:
    """For everybody else these pages do not exist."""
    if not can_see_talent(user):
        raise Http404
