"""An atasan who is away lets somebody decide on plans or lead dialogues, from day to day. Scoring is never given."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai

from .. import notifikasi
from ..delegasi import calon_wakil
from ..models import Pendelegasian
from .dasar import clean_or_refuse

#: A delegation is for an absence, not for good.
MAKS_HARI = 366


@transaction.atomic
def delegate(
    *, wakil_id: int, mulai: date, selesai: date, persetujuan: bool, dialog: bool, alasan: str, oleh, saat
) -> Pendelegasian:
    """Delegate one's own part as an atasan. Raises RuleViolation: no subordinates, not a fitting person, an overlap."""
    hari = timezone.localdate(saat)
    if oleh.pegawai_id is None:
        raise RuleViolation("Pendelegasian dibuat oleh atasan dengan akun pegawainya sendiri.")
    atasan = Pegawai.objects.select_for_update(of=("self",)).get(pk=oleh.pegawai_id)
    if mulai < hari:
        raise RuleViolation("Pendelegasian dimulai paling awal hari ini; yang sudah lewat tidak dapat didelegasikan.")
    if (selesai - mulai).days > MAKS_HARI:
        raise RuleViolation("Pendelegasian paling lama setahun; buat lagi bila masih diperlukan.")
    wakil = calon_wakil(atasan.pk, hari).filter(pk=wakil_id).first()
    if wakil is None:
        raise RuleViolation("Wakil adalah pejabat di bawah Anda, rekan setingkat, atau atasan Anda sendiri.")
    delegasi = Pendelegasian(
        atasan=atasan, wakil=wakil, mulai=mulai, selesai=selesai,
        persetujuan=persetujuan, dialog=dialog, alasan=alasan, dibuat_pada=saat,
    )  # fmt: skip
    clean_or_refuse(delegasi)
    delegasi.save()
    rincian = {"wakil": wakil.pk, "mulai": str(mulai), "selesai": str(selesai), "lingkup": delegasi.lingkup}
    catat(oleh=oleh, aksi="delegasi.dibuat", objek=delegasi, rincian=rincian, saat=saat)
    notifikasi.queue_delegated(delegasi, saat=saat)
    return delegasi


@transaction.atomic
def revoke_delegation(*, delegasi_id: int, oleh, saat) -> Pendelegasian:
    """End a delegation before its day. Raises RuleViolation if it is not one's own or over."""
    baris = Pendelegasian.objects.select_for_update(of=("self",)).select_related("atasan", "wakil__pengguna")
    delegasi = baris.filter(pk=delegasi_id).first()
    if delegasi is None or oleh.pegawai_id is None or delegasi.atasan_id != oleh.pegawai_id:
        raise RuleViolation("Hanya atasan yang mendelegasikan yang dapat mencabutnya.")
    if delegasi.dicabut_pada or delegasi.selesai < timezone.localdate(saat):
        raise RuleViolation("Pendelegasian itu sudah berakhir.")
    delegasi.dicabut_pada = saat
    delegasi.save(update_fields=["dicabut_pada"])
    catat(oleh=oleh, aksi="delegasi.dicabut", objek=delegasi, rincian={"wakil": delegasi.wakil_id}, saat=saat)
    notifikasi.queue_delegated(delegasi, saat=saat, dicabut=True)
    return delegasi
