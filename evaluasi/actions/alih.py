"""A sheet goes to another assessor: BKPSDM decides with a reason, or the first has left the service."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai, Pengguna, StatusDinas
from pegawai.pilihan import STATUS_BERHENTI, Kedudukan

from .. import notifikasi
from ..akses import can_manage_siklus, has_left
from ..models import AlihPenilai, Evaluasi, LembarPenilaian, Siklus
from ..pilihan import StatusLembar, Tahap
from ..rekap.alih import belum_dinilai_penilai, pengganti
from .penilaian import _lock, _teks

BERJALAN = (Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)


@transaction.atomic
def hand_over(*, lembar_id: int, ke_id: int, alasan: str, oleh, saat: datetime) -> AlihPenilai:
    """Give a sheet that is not set to another assessor, with the reason. Raises RuleViolation."""
    lembar, ke = _lock(lembar_id), _penilai_baru(ke_id, alasan, oleh, saat)
    alih = _putuskan(lembar, ke, alasan, oleh, saat)
    notifikasi.queue_handed_over(lembar, ke, saat=saat)
    return alih


@transaction.atomic
def hand_over_all(*, lembar_id: int, ke_id: int, alasan: str, oleh, saat: datetime) -> list[AlihPenilai]:
    """As `hand_over`, with every other sheet of that siklus that the same assessor has not set: one row a sheet.

    The sheets of the new assessor and of who decides stay where they are. Raises RuleViolation.
    """
    lembar, ke = _lock(lembar_id), _penilai_baru(ke_id, alasan, oleh, saat)
    lain = belum_dinilai_penilai(lembar).exclude(pegawai__in={ke.pk, oleh.pegawai_id} - {None})
    pk = list(lain.order_by("pk").values_list("pk", flat=True))
    alih = [_putuskan(lembar, ke, alasan, oleh, saat)]
    alih += [_putuskan(_lock(satu), ke, alasan, oleh, saat) for satu in pk]
    notifikasi.queue_handed_over(lembar, ke, lain=len(pk), saat=saat)
    return alih


def _penilai_baru(ke_id: int, alasan: str, oleh, saat) -> Pegawai:
    if not can_manage_siklus(oleh):
        raise RuleViolation("Pengalihan penilai diputuskan oleh BKPSDM.")
    if not _teks(alasan):
        raise RuleViolation("Tulis alasan pengalihan.")
    ke = Pegawai.objects.select_related("pengguna").filter(pk=ke_id).first()
    if ke is None or has_left(ke, timezone.localdate(saat)) or not (ke.pengguna and ke.pengguna.is_active):
        raise RuleViolation("Pilih penilai yang masih bertugas dan akunnya aktif.")
    return ke


def _putuskan(lembar: LembarPenilaian, ke: Pegawai, alasan: str, oleh, saat) -> AlihPenilai:
    if oleh.pegawai_id and oleh.pegawai_id in (lembar.pegawai_id, ke.pk):
        raise RuleViolation("Pengalihan yang menyangkut diri sendiri diputuskan petugas lain.")
    if Pegawai.objects.bawahan_rantai(lembar.pegawai_id, timezone.localdate(saat)).filter(pk=ke.pk).exists():
        raise RuleViolation("Tidak seorang pun dinilai oleh bawahannya. Pilih penilai lain.")
    return _alihkan(lembar, ke, _teks(alasan), oleh, saat)


def _alihkan(lembar: LembarPenilaian, ke: Pegawai, alasan: str, oleh, saat) -> AlihPenilai:
    if ke.pk in (lembar.pegawai_id, lembar.penilai_id):
        raise RuleViolation("Penilai baru harus orang lain, dan bukan pegawai yang dinilai.")
    if lembar.ditetapkan_pada or Evaluasi.objects.filter(lembar=lembar).exists():
        raise RuleViolation("Lembar ini sudah dinilai; penilainya tidak dialihkan lagi.")
    if lembar.siklus.tahap in (Tahap.FINAL, Tahap.BATAL):
        raise RuleViolation("Siklus ini sudah berakhir.")
    alih = AlihPenilai.objects.create(
        lembar=lembar, dari_id=lembar.penilai_id, ke=ke, alasan=alasan, dialihkan_oleh=oleh, dialihkan_pada=saat
    )
    LembarPenilaian.objects.filter(pk=lembar.pk).update(penilai=ke)
    rincian = {"dari": alih.dari_id, "ke": ke.pk, "alasan": alasan}
    catat(oleh=oleh, aksi="lembar.dialihkan", objek=lembar, rincian=rincian, saat=saat)
    return alih


def follow_leavers(*, saat: datetime) -> int:
    """Hand the open sheets of assessors who retired or died to who holds their position now, definitive or acting.

    Where nobody holds it the person's present atasan follows. Where there is none the sheet waits for BKPSDM.
    """
    hari = timezone.localdate(saat)
    berhenti = StatusDinas.objects.sah().filter(jenis__in=STATUS_BERHENTI).berlaku_pada(hari).values("pegawai_id")
    menunggu = LembarPenilaian.objects.filter(
        siklus__in=Siklus.objects.filter(tahap__in=BERJALAN), ditetapkan_pada__isnull=True, evaluasi__isnull=True
    ).exclude(status=StatusLembar.DITETAPKAN)
    keluar = Pegawai.objects.filter(kedudukan=Kedudukan.PENSIUN) | Pegawai.objects.filter(pk__in=berhenti)
    pk = list(menunggu.filter(penilai__in=keluar.values("pk")).order_by("pk").values_list("pk", flat=True))
    return sum(_follow_one(satu, hari, saat) for satu in pk)


@transaction.atomic
def _follow_one(lembar_id: int, hari, saat) -> bool:
    lembar = _lock(lembar_id)
    if lembar.penilai is None or not has_left(lembar.penilai, hari):
        return False
    ke = pengganti(lembar, hari)
    if ke is None or ke.pk in (lembar.pegawai_id, lembar.penilai_id) or has_left(ke, hari):
        return False
    alasan = f"{lembar.penilai} tidak lagi bertugas; dinilai pemegang jabatannya sekarang."
    _alihkan(lembar, ke, alasan, Pengguna.objects.sistem(), saat)
    notifikasi.queue_handed_over(lembar, ke, saat=saat)
    return True
