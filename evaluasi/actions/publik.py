"""The public's voice: one-time links handed out, one answer each taken, words moderated."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pengguna

from ..akses import can_issue_tokens, can_moderate
from ..models import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from ..pilihan import KataUmpan, StatusModerasi, Wajah

MASA_BERLAKU = timedelta(days=180)
MAKS_LEMBAR = 100
MAKS_TEKS = 1000


class TokenTidakBerlaku(RuleViolation):
    """The link is unknown, used or expired; which of the three is not told."""


def sidik_token(token: str) -> str:
    """SHA-256 of a token, hex: all that is kept of it."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def issue_tokens(*, layanan_id: int, pegawai_id: int | None, jumlah: int, oleh: Pengguna, saat) -> list[str]:
    """Make `jumlah` (1–100) one-time links for a service, or for one officer who serves there. The codes are
    returned once and never stored. Raises RuleViolation."""
    layanan = Layanan.objects.select_for_update().get(pk=layanan_id)
    if not can_issue_tokens(oleh, layanan):
        raise RuleViolation("Hanya BKPSDM atau pengelola unit layanan ini yang dapat mencetak tautan umpan balik.")
    if not 1 <= jumlah <= MAKS_LEMBAR:
        raise RuleViolation(f"Jumlah tautan adalah 1 sampai {MAKS_LEMBAR}.")
    if pegawai_id is not None and pegawai_id == oleh.pegawai_id:
        raise RuleViolation("Tautan atas nama Anda sendiri dicetak oleh pengelola lain atau BKPSDM.")
    _periksa_petugas(layanan, pegawai_id, saat)
    token = [secrets.token_urlsafe(16) for _ in range(jumlah)]
    TokenUmpanBalik.objects.bulk_create(
        TokenUmpanBalik(
            sidik=sidik_token(satu),
            layanan=layanan,
            pegawai_id=pegawai_id,
            dibuat_pada=saat,
            kedaluwarsa=saat + MASA_BERLAKU,
        )
        for satu in token
    )
    catat(oleh=oleh, aksi="token.diterbitkan", objek=layanan, rincian={"jumlah": jumlah, "pegawai": pegawai_id})
    return token


def _periksa_petugas(layanan, pegawai_id, saat) -> None:
    if pegawai_id is None:
        return
    bertugas = PetugasLayanan.objects.berlaku_pada(timezone.localdate(saat))
    if not bertugas.filter(layanan=layanan, pegawai_id=pegawai_id).exists():
        raise RuleViolation("Pegawai ini tidak tercatat bertugas di layanan tersebut.")


def find_token(token: str, saat) -> TokenUmpanBalik:
    """The usable token behind a link; reading it does not use it up. Raises TokenTidakBerlaku."""
    baris = (
        TokenUmpanBalik.objects.select_related("layanan__unit", "pegawai")
        .filter(sidik=sidik_token(token), terpakai=False, kedaluwarsa__gt=saat)
        .first()
    )
    if baris is None:
        raise TokenTidakBerlaku("Tautan ini tidak berlaku atau sudah dipakai.")
    return baris


@transaction.atomic
def submit_feedback(*, token: str, wajah: int, kata: list[str], teks: str, saat) -> None:
    """Take one answer for one link. The conditional UPDATE decides: of twenty at once one is taken.

    The answer keeps the day alone and no trace of the link. Raises TokenTidakBerlaku or RuleViolation.
    """
    if wajah not in Wajah.values:
        raise RuleViolation("Pilih salah satu dari empat wajah.")
    baris = find_token(token, saat)
    dipakai = TokenUmpanBalik.objects.filter(pk=baris.pk, terpakai=False).update(terpakai=True)
    if not dipakai:
        raise TokenTidakBerlaku("Tautan ini tidak berlaku atau sudah dipakai.")
    teks = teks.replace("\x00", "").strip()[:MAKS_TEKS]
    UmpanBalik.objects.create(
        layanan=baris.layanan,
        pegawai=baris.pegawai,
        tanggal=timezone.localdate(saat),
        wajah=wajah,
        kata=[satu for satu in KataUmpan.values if satu in kata],
        teks=teks,
        moderasi=StatusModerasi.MENUNGGU if teks else StatusModerasi.LAYAK,
    )


@transaction.atomic
def moderate_feedback(*, umpan_balik_id: int, layak: bool, oleh: Pengguna) -> UmpanBalik:
    """Decide whether the words of an answer may be shown to the person; the face counts either way."""
    umpan = UmpanBalik.objects.select_for_update(of=("self",)).get(pk=umpan_balik_id)
    if not can_moderate(oleh):
        raise RuleViolation("Hanya BKPSDM yang memoderasi umpan balik.")
    umpan.moderasi = StatusModerasi.LAYAK if layak else StatusModerasi.DITOLAK
    umpan.save(update_fields=["moderasi"])
    catat(oleh=oleh, aksi="umpan_balik.dimoderasi", objek=umpan, rincian={"moderasi": umpan.moderasi})
    return umpan
