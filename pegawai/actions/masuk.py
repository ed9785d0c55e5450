"""The one-time code for the first sign-in or a forgotten password: handed out by HR, used once."""

import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_issue_code, can_request_reset
from ..models import KodeMasuk, Pengguna, PermohonanKode
from ..notifikasi import queue_code_issued, queue_reset_requested
from ..pilihan import StatusPermohonan

#: Letters and digits that cannot be mistaken for each other on paper: 12 of them are 59 bits.
ABJAD = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
PANJANG = 12
BERLAKU = timedelta(days=7)
BERLAKU_PERMOHONAN = timedelta(days=3)
TOLAK = (
    "NIP dan kode tidak cocok, atau kode sudah dipakai atau kedaluwarsa. "
    "Periksa lagi, atau minta kode baru kepada BKPSDM."
)


def sidik(pengguna_id: int, kode: str) -> str:
    """The keyed hash under which a code is kept; the code itself is kept nowhere."""
    bersih = "".join(kode.upper().split()).replace("-", "")
    return salted_hmac("pegawai.kode_masuk", f"{pengguna_id}:{bersih}", algorithm="sha256").hexdigest()


@transaction.atomic
def request_reset(*, pengguna_id: int, alasan: str, oleh: Pengguna, saat) -> PermohonanKode:
    """Ask that a password in use be reset; a second person hands out the code. Raises RuleViolation."""
    pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
    if not can_request_reset(oleh, pengguna):
        raise RuleViolation("Kode baru dimohonkan oleh BKPSDM untuk akun orang lain yang sudah pernah dipakai.")
    if not alasan.strip():
        raise RuleViolation("Tulis alasan: bagaimana Anda memastikan bahwa pemilik akun sendiri yang meminta.")
    terbuka = PermohonanKode.objects.filter(pengguna=pengguna, status=StatusPermohonan.DIAJUKAN)
    if terbuka.filter(kedaluwarsa__gt=saat).exists():
        raise RuleViolation("Kode baru untuk akun ini sudah dimohonkan dan menunggu orang kedua.")
    terbuka.update(status=StatusPermohonan.DITOLAK)
    permohonan = PermohonanKode.objects.create(
        pengguna=pengguna,
        alasan=alasan.strip(),
        diminta_oleh=oleh,
        diminta_pada=saat,
        kedaluwarsa=saat + BERLAKU_PERMOHONAN,
    )
    catat(oleh=oleh, aksi="kode_masuk.dimohonkan", objek=pengguna, rincian={"alasan": alasan.strip()}, saat=saat)
    queue_reset_requested(pengguna, permohonan, saat)
    return permohonan


@transaction.atomic
def issue_login_code(*, pengguna_id: int, oleh: Pengguna, saat) -> str:
    """Make a code for that account and void the earlier ones. Returns it once, grouped in fours.

    The first code of an account needs one person; once a password is in use, the wish of another comes first.
    """
    pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
    if not can_issue_code(oleh, pengguna):
        raise RuleViolation("Kode masuk diberikan oleh BKPSDM kepada orang lain yang akunnya aktif.")
    if pengguna.has_usable_password():
        _take_request(pengguna, oleh, saat)
    kode = "".join(secrets.choice(ABJAD) for _ in range(PANJANG))
    KodeMasuk.objects.filter(pengguna=pengguna, dipakai_pada__isnull=True, kedaluwarsa__gt=saat).update(
        kedaluwarsa=saat
    )
    KodeMasuk.objects.create(
        pengguna=pengguna,
        sidik=sidik(pengguna.pk, kode),
        dibuat_oleh=oleh,
        dibuat_pada=saat,
        kedaluwarsa=saat + BERLAKU,
    )
    catat(oleh=oleh, aksi="kode_masuk.diberikan", objek=pengguna, saat=saat)
    queue_code_issued(pengguna, saat)
    return "-".join(kode[awal : awal + 4] for awal in range(0, PANJANG, 4))


def _take_request(pengguna: Pengguna, oleh: Pengguna, saat) -> None:
    """Use up the wish of another person, or refuse."""
    permohonan = PermohonanKode.objects.terbuka(saat).filter(pengguna=pengguna).exclude(diminta_oleh=oleh)
    if not permohonan.update(status=StatusPermohonan.DISETUJUI, diputus_oleh=oleh, diputus_pada=saat):
        raise RuleViolation(
            "Akun ini sudah mempunyai kata sandi. Kata sandi diganti oleh dua orang: "
            "satu petugas BKPSDM memohonkan, petugas lain memberikan kodenya."
        )


@transaction.atomic
def redeem_login_code(*, username: str, kode: str, password: str, saat) -> Pengguna:
    """Set the password by a code, exactly once. Raises RuleViolation, the same for whatever does not fit."""
    pengguna = Pengguna.objects.filter(username=username, is_active=True).first()
    cocok = KodeMasuk.objects.filter(
        sidik=sidik(pengguna.pk if pengguna else 0, kode), dipakai_pada__isnull=True, kedaluwarsa__gt=saat
    )
    if not cocok.exists():
        raise RuleViolation(TOLAK)
    _check_password(password, pengguna)
    if not cocok.update(dipakai_pada=saat):
        raise RuleViolation(TOLAK)
    pengguna.set_password(password)
    pengguna.save(update_fields=["password"])
    catat(oleh=pengguna, aksi="kode_masuk.dipakai", objek=pengguna, saat=saat)
    return pengguna


def _check_password(password: str, pengguna: Pengguna) -> None:
    """Refuse a weak password before the code is used up, but only to who has the code: "too much like your name"
    would tell a stranger that the account exists."""
    try:
        validate_password(password, pengguna)
    except ValidationError as galat:
        raise RuleViolation(" ".join(galat.messages)) from galat
