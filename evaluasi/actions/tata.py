"""A siklus that runs is cancelled or opened again by two people of BKPSDM; every step leaves its audit row."""

from datetime import datetime

from django.db import IntegrityError, transaction

from kinerja.models import Periode
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.lonceng import bunyikan

from .. import notifikasi
from ..akses import can_decide_siklus_request, can_manage_siklus
from ..models import Evaluasi, Kalibrasi, LembarPenilaian, PermohonanSiklus, Siklus
from ..pilihan import ApaSiklus, StatusLembar, StatusPermohonan, StatusPotongan, Tahap
from .penilaian import _teks
from .siklus import HANYA_BKPSDM, TUGAS_MAJUKAN

DAPAT_DIBATALKAN = (Tahap.PERSIAPAN, Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI)
DAPAT_DIBUKA_KEMBALI = (Tahap.PENILAIAN, Tahap.KALIBRASI)


@transaction.atomic
def request_siklus_change(
    *, siklus_id: int, apa: str, alasan: str, oleh, saat: datetime, tutup_baru: datetime | None = None
) -> PermohonanSiklus:
    """Ask that an opened siklus is cancelled, or opened again for filling in until `tutup_baru`.

    Nothing changes until another person of BKPSDM agrees. Raises RuleViolation.
    """
    siklus = _kunci(siklus_id, oleh)
    if apa not in ApaSiklus.values:
        raise RuleViolation("Pilih apa yang dimohon.")
    if not _teks(alasan):
        raise RuleViolation("Tulis alasan permohonan.")
    _periksa(siklus, apa, tutup_baru, saat)
    try:
        with transaction.atomic():
            permohonan = PermohonanSiklus.objects.create(
                siklus=siklus,
                apa=apa,
                alasan=_teks(alasan),
                tutup_baru=tutup_baru if apa == ApaSiklus.BUKA_KEMBALI else None,
                diminta_oleh=oleh,
                diminta_pada=saat,
            )
    except IntegrityError as galat:
        raise RuleViolation("Masih ada permohonan lain yang menunggu untuk siklus ini.") from galat
    rincian = {"apa": apa, "alasan": permohonan.alasan}
    catat(oleh=oleh, aksi="siklus.dimohon", objek=permohonan, rincian=rincian, saat=saat)
    notifikasi.queue_siklus_requested(permohonan, saat=saat)
    return permohonan


@transaction.atomic
def decide_siklus_change(
    *, permohonan_id: int, setuju: bool, tanggapan: str = "", oleh, saat: datetime
) -> PermohonanSiklus:
    """The second person agrees or refuses. Raises RuleViolation where they asked themselves or it is decided."""
    siklus_id = PermohonanSiklus.objects.values_list("siklus_id", flat=True).get(pk=permohonan_id)
    siklus = _kunci(siklus_id, oleh)
    permohonan = PermohonanSiklus.objects.select_for_update().get(pk=permohonan_id)
    if not can_decide_siklus_request(oleh, permohonan):
        raise RuleViolation("Permohonan diputus satu kali, oleh petugas BKPSDM lain.")
    if not setuju and not _teks(tanggapan):
        raise RuleViolation("Tulis mengapa permohonan ditolak.")
    if setuju:
        _periksa(siklus, permohonan.apa, permohonan.tutup_baru, saat)
        _LAKUKAN[ApaSiklus(permohonan.apa)](siklus, permohonan, oleh, saat)
    permohonan.status = StatusPermohonan.DISETUJUI if setuju else StatusPermohonan.DITOLAK
    permohonan.diputus_oleh, permohonan.diputus_pada, permohonan.tanggapan = oleh, saat, _teks(tanggapan)
    permohonan.save(update_fields=["status", "diputus_oleh", "diputus_pada", "tanggapan"])
    catat(oleh=oleh, aksi="siklus.diputus", objek=permohonan, rincian={"setuju": setuju}, saat=saat)
    notifikasi.queue_siklus_decided(permohonan, saat=saat)
    return permohonan


def _periksa(siklus: Siklus, apa: str, tutup_baru: datetime | None, saat: datetime) -> None:
    """Results are immutable: where one exists the siklus is neither cancelled nor opened again."""
    if Evaluasi.objects.filter(siklus=siklus).exists() or siklus.tahap in (Tahap.TERBIT, Tahap.FINAL):
        raise RuleViolation(
            "Hasil siklus ini sudah dihitung dan tidak dapat ditarik. Kekeliruan diperbaiki lewat keberatan per orang."
        )
    if siklus.potongan.filter(status=StatusPotongan.MENUNGGU).exists():
        raise RuleViolation("Sistem sedang bekerja pada siklus ini. Tunggu sampai selesai, lalu coba lagi.")
    if not siklus.dibuka or siklus.tahap not in DAPAT_DIBATALKAN:
        raise RuleViolation("Siklus ini belum dibuka atau sudah dibatalkan.")
    if apa == ApaSiklus.BUKA_KEMBALI:
        _periksa_buka(siklus, tutup_baru, saat)


def _periksa_buka(siklus: Siklus, tutup_baru: datetime | None, saat: datetime) -> None:
    if siklus.tahap not in DAPAT_DIBUKA_KEMBALI:
        raise RuleViolation("Pengisian siklus ini belum ditutup, sehingga tidak perlu dibuka kembali.")
    if Kalibrasi.objects.filter(lembar__siklus=siklus).exists():
        raise RuleViolation("Kalibrasi siklus ini sudah dimulai; pengisiannya tidak dapat dibuka kembali.")
    if tutup_baru is None or tutup_baru <= saat:
        raise RuleViolation("Isi kapan pengisian ditutup lagi, sesudah sekarang.")
    if (tutup_baru - saat).days > 92:
        raise RuleViolation("Pengisian dibuka kembali paling lama tiga bulan.")


def _batalkan(siklus: Siklus, permohonan: PermohonanSiklus, oleh, saat) -> None:
    Siklus.objects.filter(pk=siklus.pk).update(tahap=Tahap.BATAL)
    rincian = {"alasan": permohonan.alasan, "dari": siklus.tahap, "permohonan": permohonan.pk}
    catat(oleh=oleh, aksi="siklus.dibatalkan", objek=siklus, rincian=rincian, saat=saat)


def _buka_kembali(siklus: Siklus, permohonan: PermohonanSiklus, oleh, saat) -> None:
    """Back to filling in: every later stage moves by as much, and what was scored waits for a second look.

    What the assessors noted stays as their draft; the public's part is frozen again when filling in ends. The chunks
    of the first round keep their record under another mark, so that the second round can be cut anew.
    """
    geser = permohonan.tutup_baru - siklus.jadwal.get(tahap=Tahap.PENILAIAN).mulai
    for satu in siklus.jadwal.filter(tahap__in=[Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT, Tahap.FINAL]):
        satu.mulai, satu.dilaksanakan_pada = satu.mulai + geser, None
        satu.save(update_fields=["mulai", "dilaksanakan_pada"])
    Periode.objects.filter(pk=siklus.periode_id).update(isi_sampai=permohonan.tutup_baru)
    for satu in siklus.potongan.all():
        satu.tanda = f"@{permohonan.pk}:{satu.tanda}"[:20]
        satu.save(update_fields=["tanda"])
    LembarPenilaian.objects.filter(siklus=siklus).update(
        status=StatusLembar.TERBUKA, ditetapkan_pada=None, ditetapkan_oleh=None, publik=None
    )
    Siklus.objects.filter(pk=siklus.pk).update(tahap=Tahap.ISI_BUKTI)
    rincian = {"alasan": permohonan.alasan, "dari": siklus.tahap, "tutup_baru": permohonan.tutup_baru.isoformat()}
    catat(oleh=oleh, aksi="siklus.dibuka_kembali", objek=siklus, rincian=rincian, saat=saat)
    bunyikan(TUGAS_MAJUKAN, saat=saat.isoformat())


_LAKUKAN = {ApaSiklus.BATALKAN: _batalkan, ApaSiklus.BUKA_KEMBALI: _buka_kembali}


def _kunci(siklus_id: int, oleh) -> Siklus:
    if not can_manage_siklus(oleh):
        raise RuleViolation(HANYA_BKPSDM)
    return Siklus.objects.select_for_update(of=("self",)).select_related("periode").get(pk=siklus_id)
