"""Working one chunk: claimed once, results and `selesai` in one transaction, quarantined after three tries."""

from datetime import datetime

from django.db import connection, transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.lonceng import bunyikan

from .. import akses, notifikasi
from ..models import Potongan
from ..pilihan import Langkah, StatusPotongan
from .andai import work_trial
from .antrean import masih_menunggu, ring_chunks
from .hitung import compute_results
from .langkah import (
    Hasil,
    announce_results,
    finalise_results,
    freeze_feedback,
    prepare_calibration,
    prepare_sheets,
    send_reminders,
)
from .siklus import TUGAS_MAJUKAN

BATAS_PERCOBAAN = 3

#: What each step does with a chunk: a function of the chunk and the moment.
PEKERJAAN = {
    Langkah.SIAPKAN: prepare_sheets,
    Langkah.BEKUKAN_UMPAN_BALIK: freeze_feedback,
    Langkah.TAHAN: prepare_calibration,
    Langkah.HITUNG: compute_results,
    Langkah.UMUMKAN: announce_results,
    Langkah.FINALKAN: finalise_results,
    Langkah.INGATKAN: send_reminders,
    Langkah.ANDAI: work_trial,
}


def work_chunk(*, potongan_id: int, pid: int, pekerja: str, saat: datetime | None = None) -> bool:
    """Work one waiting chunk; whether this call finished it.

    A second call, at the same time or later, finds nothing to do. `saat` is the moment in force (the chunk's own
    by default). A failure is counted and kept on the row; the third quarantines the chunk and tells BKPSDM.
    """
    with HanyaSatu(potongan_id) as milik:
        if not milik or not _count_attempt(potongan_id, pid, pekerja, saat):
            return False
        try:
            return _work(potongan_id, saat)
        except Exception as galat:  # the row must say why, whatever it was; the transaction is rolled back
            _record_failure(potongan_id, galat, saat)
            return False


class HanyaSatu:
    """A session lock on the chunk's number: free again by itself when the worker dies."""

    def __init__(self, potongan_id: int, ruang: int = 7101):
        self.kunci = [ruang, potongan_id % 2**31]

    def __enter__(self) -> bool:
        self.milik = self._tanya("SELECT pg_try_advisory_lock(%s, %s)")
        return self.milik

    def __exit__(self, *galat) -> None:
        if self.milik and connection.is_usable():
            self._tanya("SELECT pg_advisory_unlock(%s, %s)")

    def _tanya(self, sql: str) -> bool:
        with connection.cursor() as kursor:
            kursor.execute(sql, self.kunci)
            return kursor.fetchone()[0]


@transaction.atomic
def _count_attempt(potongan_id: int, pid: int, pekerja: str, saat) -> bool:
    """Count an attempt before it is made, so that one that kills its worker counts too."""
    potongan = _kunci(potongan_id)
    if potongan is None:
        return False
    if potongan.percobaan >= BATAS_PERCOBAAN:
        _give_up(potongan, "Pekerja berhenti di tengah jalan.", saat)
        return False
    Potongan.objects.filter(pk=potongan_id).update(percobaan=potongan.percobaan + 1, pid=pid, pekerja=pekerja[:120])
    return True


def _kunci(potongan_id: int) -> Potongan | None:
    return (
        Potongan.objects.menunggu()
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("siklus__periode", "siklus__ketentuan")
        .filter(pk=potongan_id)
        .first()
    )


@transaction.atomic
def _work(potongan_id: int, saat) -> bool:
    potongan = _kunci(potongan_id)
    if potongan is None:
        return False
    saat = saat or potongan.saat
    hasil: Hasil = PEKERJAAN[Langkah(potongan.langkah)](potongan, saat)
    potongan.status, potongan.selesai_pada = StatusPotongan.SELESAI, saat
    potongan.jumlah, potongan.ditolak, potongan.galat = hasil.jumlah, hasil.ditolak, ""
    potongan.save(update_fields=["status", "selesai_pada", "jumlah", "ditolak", "galat"])
    transaction.on_commit(lambda: _ring_when_last(potongan, saat))
    return True


def _ring_when_last(potongan: Potongan, saat) -> None:
    """The last chunk of a step lets the siklus go on at once; if nobody rings, the next tick sees it."""
    if not masih_menunggu(potongan.siklus_id, langkah=potongan.langkah).exists():
        bunyikan(TUGAS_MAJUKAN, saat=saat.isoformat())


@transaction.atomic
def _record_failure(potongan_id: int, galat: Exception, saat) -> None:
    potongan = _kunci(potongan_id)
    if potongan is None:
        return
    pesan = f"{type(galat).__name__}: {galat}"[:2000]
    if potongan.percobaan >= BATAS_PERCOBAAN:
        _give_up(potongan, pesan, saat)
    else:
        Potongan.objects.filter(pk=potongan_id).update(galat=pesan)


def _give_up(potongan: Potongan, pesan: str, saat) -> None:
    """After the last attempt: halve the chunk, so that one bad item holds up nobody else; at one person, quarantine."""
    if potongan.akhir > potongan.awal:
        _halve(potongan, pesan)
    else:
        _quarantine(potongan, pesan, saat or potongan.saat)


def _quarantine(potongan: Potongan, pesan: str, saat) -> None:
    Potongan.objects.filter(pk=potongan.pk).update(status=StatusPotongan.KARANTINA, galat=pesan)
    notifikasi.queue_quarantine(potongan, saat=saat)
    transaction.on_commit(lambda: _ring_when_last(potongan, saat))
    return


def _halve(potongan: Potongan, pesan: str) -> None:
    """Two chunks with one attempt left each. At most nine halvings lead from 300 people to one."""
    tengah, sisa = (potongan.awal + potongan.akhir) // 2, BATAS_PERCOBAAN - 1
    Potongan.objects.filter(pk=potongan.pk).update(akhir=tengah, percobaan=sisa, galat=pesan)
    kembar = {"siklus": potongan.siklus, "langkah": potongan.langkah, "tanda": potongan.tanda}
    kanan = Potongan.objects.create(
        **kembar, awal=tengah + 1, akhir=potongan.akhir, saat=potongan.saat, percobaan=sisa, galat=pesan
    )
    ring_chunks(Potongan.objects.filter(pk__in=[potongan.pk, kanan.pk]))


@transaction.atomic
def retry_chunk(*, potongan_id: int, oleh, saat: datetime) -> Potongan:
    """Let a quarantined chunk run again. Raises RuleViolation if `oleh` may not or it is not quarantined."""
    if not akses.can_manage_siklus(oleh):
        raise RuleViolation("Hanya BKPSDM yang dapat mengulangi pekerjaan.")
    potongan = Potongan.objects.select_for_update(of=("self",)).select_related("siklus").get(pk=potongan_id)
    if potongan.status != StatusPotongan.KARANTINA:
        raise RuleViolation("Pekerjaan ini tidak sedang dikarantina.")
    Potongan.objects.filter(pk=potongan.pk).update(status=StatusPotongan.MENUNGGU, percobaan=0)
    catat(oleh=oleh, aksi="potongan.diulangi", objek=potongan, rincian={"galat": potongan.galat}, saat=saat)
    ring_chunks(Potongan.objects.filter(pk=potongan.pk))
    return potongan
