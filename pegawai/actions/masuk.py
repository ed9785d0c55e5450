"""The one-time code for the first sign-in or a forgotten password: handed out by HR, used once."""

import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.crypto import salted_hmac

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_issue_code
from ..models import KodeMasuk, Pengguna
from ..notifikasi import queue_code_issued

#: Letters and digits that cannot be mistaken for each other on paper: 12 of them are 59 bits.
ABJAD = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
PANJANG = 12
BERLAKU = timedelta(days=7)
TOLAK = (
    "NIP dan kode tidak cocok, atau kode sudah dipakai atau kedaluwarsa. "
    "Periksa lagi, atau minta kode baru kepada BKPSDM."
)


def sidik(pengguna_id: int, kode: str) -> str:
    """The keyed hash under which a code is kept; the code itself is kept nowhere."""
    bersih = "".join(kode.upper().split()).replace("-", "")
    return salted_hmac("pegawai.kode_masuk", f"{pengguna_id}:{bersih}", algorithm="sha256").hexdigest()


@transaction.atomic
def issue_login_code(*, pengguna_id: int, oleh: Pengguna, saat) -> str:
    """Make a code for that account and void the earlier ones. Returns it once, grouped in fours."""
    pengguna = Pengguna.objects.select_for_update().get(pk=pengguna_id)
    if not can_issue_code(oleh, pengguna):
        raise RuleViolation("Kode masuk diberikan oleh BKPSDM kepada orang lain yang akunnya aktif.")
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
