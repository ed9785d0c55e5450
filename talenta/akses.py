"""Who may see decisions about positions. Each person reads their own career page; the rest is not for everybody."""

from django.http import Http404
from django.utils import timezone

from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import PERANGKAT_DAERAH, Peran


def can_see_talent(user) -> bool:
    """BKPSDM prepares the decisions, the auditor checks them."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)


def can_keep_credit(user, pegawai=None) -> bool:
    """BKPSDM keeps the books of angka kredit, never one's own."""
    return user.berperan(Peran.BKPSDM) and (pegawai is None or pegawai.pk != user.pegawai_id)


def can_propose(user, pegawai) -> bool:
    """The direct atasan of today, never for oneself."""
    if not user.pegawai_id or user.pegawai_id == pegawai.pk:
        return False
    atasan = rekap_pegawai.atasan_pada(pegawai.pk, timezone.localdate())
    return atasan is not None and atasan.pk == user.pegawai_id


def can_decide_recognition(user, penghargaan) -> bool:
    """BKPSDM, or the head of a perangkat daerah above the proposer; neither the proposer nor who is recognised."""
    return recognition_judge(user)(penghargaan)


def recognition_judge(user):
    """A function that answers the same for many proposals (with `anggota` prefetched), from two queries in all."""
    siapa, bkpsdm = user.pegawai_id, user.berperan(Peran.BKPSDM)
    akun = set() if bkpsdm else _akun_di_bawah(siapa)

    def boleh(penghargaan) -> bool:
        anggota = {satu.pk for satu in penghargaan.anggota.all()}
        if penghargaan.diusulkan_oleh_id == user.pk or (siapa and siapa in anggota | {penghargaan.pegawai_id}):
            return False
        return bkpsdm or penghargaan.diusulkan_oleh_id in akun

    return boleh


def _akun_di_bawah(siapa: int | None) -> set[int]:
    """The accounts of everybody below a head of a perangkat daerah; nobody's below anybody else."""
    hari = timezone.localdate()
    kepala = Penempatan.objects.filter(
        pegawai_id=siapa or 0, jabatan__kepala_unit=True, jabatan__unit__jenis__in=PERANGKAT_DAERAH
    ).berlaku_pada(hari)
    if not kepala.exists():
        return set()
    return set(Pegawai.objects.bawahan_rantai(siapa, hari).values_list("pengguna_id", flat=True)) - {None}


def minta_lihat(user) -> None:
    """For everybody else these pages do not exist."""
    if not can_see_talent(user):
        raise Http404
