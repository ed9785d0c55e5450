"""The relay: e-mail copies of letters leave once, whoever else is sending at the same time."""

import structlog
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.models import Surat

SEKALI = 200

log = structlog.get_logger(__name__)


@transaction.atomic
def send_waiting_letters(*, saat=None) -> int:
    """Claim a batch of waiting letters (SKIP LOCKED) and send their copies; return how many left.

    A letter whose addressee has no e-mail address counts as delivered inside the app. A failure is counted on
    the letter and tried again, five times at most.
    """
    saat = saat or timezone.now()
    antre = Surat.objects.antre().select_related("kepada").select_for_update(of=("self",), skip_locked=True)
    surat = list(antre.order_by("pk")[:SEKALI])
    terkirim = [satu for satu in surat if _kirim(satu, get_connection())]
    Surat.objects.filter(pk__in=[satu.pk for satu in terkirim]).update(dikirim_pada=saat)
    return len(terkirim)


def _kirim(satu: Surat, jalur) -> bool:
    if not satu.kepada.email:
        return True
    try:
        EmailMessage(satu.judul, satu.isi, to=[satu.kepada.email], connection=jalur).send()
    except OSError as galat:
        Surat.objects.filter(pk=satu.pk).update(percobaan=satu.percobaan + 1, galat=str(galat)[:500])
        log.warning("surat_gagal", surat=satu.pk, galat=type(galat).__name__)
        return False
    return True
