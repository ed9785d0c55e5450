"""Leave, study, illness and the end of service: recorded by those who keep the records, never by oneself."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.models import CatatanAudit

from .. import notifikasi
from ..akses import can_record_leaving, can_record_status
from ..models import Pegawai, Penempatan, Pengguna, StatusDinas
from ..pilihan import STATUS_BERHENTI, JenisStatusDinas, Kedudukan
from .isian import clean_or_refuse, clean_text

#: A day outside is a slip of the hand.
TAHUN_PERTAMA, TAHUN_TERAKHIR = 2000, 2100


@transaction.atomic
def record_status(
    *,
    pegawai_id: int,
    jenis: str,
    mulai: date,
    selesai: date | None,
    nomor_surat: str,
    catatan: str = "",
    oleh: Pengguna,
    saat,
) -> StatusDinas:
    """Record that somebody is away, or leaves for good: positions end the day before, the account closes on the day.

    `selesai` is the last day away, None while it is not known. The end of service is recorded by BKPSDM alone.
    Raises RuleViolation.
    """
    pegawai = _kunci_pegawai(pegawai_id, oleh, jenis)
    if not clean_text(nomor_surat):
        raise RuleViolation("Tulis nomor surat yang menjadi dasarnya.")
    for hari in filter(None, (mulai, selesai)):
        if not TAHUN_PERTAMA <= hari.year <= TAHUN_TERAKHIR:
            raise RuleViolation(f"Pilih tanggal antara tahun {TAHUN_PERTAMA} dan {TAHUN_TERAKHIR}.")
    status = StatusDinas(
        pegawai=pegawai,
        jenis=jenis,
        mulai=mulai,
        selesai=selesai,
        nomor_surat=nomor_surat,
        catatan=catatan,
        dicatat_oleh=oleh,
        dicatat_pada=saat,
    )
    clean_or_refuse(status)
    status.save()
    rincian = {"pegawai": pegawai.pk, "jenis": jenis, "mulai": str(mulai), "selesai": str(selesai or "")}
    if jenis in STATUS_BERHENTI:
        rincian["penempatan"] = _akhiri_jabatan(pegawai, mulai)
        if mulai <= timezone.localdate(saat):
            _tutup_akun(pegawai)
    catat(oleh=oleh, aksi="status_dinas.dicatat", objek=status, rincian=rincian, saat=saat)
    if jenis != JenisStatusDinas.MENINGGAL:
        notifikasi.queue_status_recorded(status, saat)
    return status


@transaction.atomic
def close_departed(*, oleh: Pengguna, saat) -> int:
    """Close the accounts of those whose end of service has come since it was recorded. Returns how many."""
    hari = timezone.localdate(saat)
    tiba = StatusDinas.objects.sah().filter(jenis__in=STATUS_BERHENTI, mulai__lte=hari)
    orang = Pegawai.objects.filter(pk__in=tiba.values("pegawai")).exclude(kedudukan=Kedudukan.PENSIUN)
    semua = list(orang.select_for_update(of=("self",), skip_locked=True))
    for pegawai in semua:
        _tutup_akun(pegawai)
        catat(oleh=oleh, aksi="status_dinas.berlaku", objek=pegawai, saat=saat)
    return len(semua)


def _tutup_akun(pegawai: Pegawai) -> None:
    """No longer in service: what is open to them closes with the next request."""
    Pegawai.objects.filter(pk=pegawai.pk).update(kedudukan=Kedudukan.PENSIUN)
    Pengguna.objects.filter(pk=pegawai.pengguna_id).update(is_active=False)


def _akhiri_jabatan(pegawai: Pegawai, mulai: date) -> list[dict]:
    """Positions end the day before; who never began one there keeps its first day.

    Returns what each ended position held, so that a mistake can be taken back.
    """
    semula = []
    sesudah = pegawai.penempatan.filter(Q(selesai__isnull=True) | Q(selesai__gte=mulai))
    for satu in sesudah.select_for_update():
        lama, satu.selesai = satu.selesai, max(satu.mulai, _kemarin(mulai))
        satu.save(update_fields=["selesai"])
        semula.append({"id": satu.pk, "selesai": str(lama or ""), "menjadi": str(satu.selesai)})
    return semula


def _pulihkan(status: StatusDinas) -> list[str]:
    """Give the positions that the row ended their old end back; names those that somebody must put right by hand.

    A position stays as it is when its end was changed since, somebody came after, or the person has another.
    """
    catatan = CatatanAudit.objects.tentang(status).filter(aksi="status_dinas.dicatat").first()
    tinggal = []
    for isi in catatan.rincian.get("penempatan", ()) if catatan else ():
        satu = Penempatan.objects.select_for_update(of=("self",)).select_related("jabatan").filter(pk=isi["id"]).first()
        if satu is not None and not _kembali(satu, isi):
            tinggal.append(str(satu.jabatan))
    return tinggal


def _kembali(satu: Penempatan, isi: dict) -> bool:
    lain = Penempatan.objects.filter(jabatan=satu.jabatan_id, jenis=satu.jenis).exclude(pk=satu.pk)
    pengganti = lain.filter(mulai__gt=satu.selesai)
    if str(satu.selesai) != isi["menjadi"] or pengganti.exists():
        return False
    satu.selesai = date.fromisoformat(isi["selesai"]) if isi["selesai"] else None
    try:
        clean_or_refuse(satu)
    except RuleViolation:  # the person has been given another position meanwhile
        return False
    satu.save(update_fields=["selesai"])
    return True


def _kemarin(hari: date) -> date:
    return date.fromordinal(hari.toordinal() - 1)


@transaction.atomic
def end_status(*, status_id: int, selesai: date, oleh: Pengguna, saat) -> StatusDinas:
    """Note the last day away: the person is back the day after. Raises RuleViolation."""
    status = _kunci_status(status_id, oleh)
    if status.jenis in STATUS_BERHENTI:
        raise RuleViolation("Pensiun dan meninggal dunia tidak mempunyai tanggal selesai. Cabut bila keliru dicatat.")
    lama, status.selesai = status.selesai, selesai
    clean_or_refuse(status)
    status.save(update_fields=["selesai"])
    rincian = {"selesai": str(selesai), "sebelumnya": str(lama or "")}
    catat(oleh=oleh, aksi="status_dinas.diakhiri", objek=status, rincian=rincian, saat=saat)
    return status


@transaction.atomic
def withdraw_status(*, status_id: int, alasan: str, oleh: Pengguna, saat) -> list[str]:
    """Take back what was recorded by mistake; the row stays with the reason.

    Of an end of service the account opens again and the positions go on as before. Returns the names of positions
    that could not, for somebody to put right. Raises RuleViolation.
    """
    status = _kunci_status(status_id, oleh)
    if not clean_text(alasan):
        raise RuleViolation("Tulis alasan pencabutan.")
    status.dicabut_oleh, status.dicabut_pada, status.alasan_cabut = oleh, saat, clean_text(alasan)
    status.save(update_fields=["dicabut_oleh", "dicabut_pada", "alasan_cabut"])
    tinggal = []
    if status.jenis in STATUS_BERHENTI:
        tinggal = _pulihkan(status)
        Pegawai.objects.filter(pk=status.pegawai_id).update(kedudukan=Kedudukan.AKTIF)
        Pengguna.objects.filter(pk=status.pegawai.pengguna_id).update(is_active=True)
    rincian = {"alasan": status.alasan_cabut, "perlu dibetulkan": tinggal}
    catat(oleh=oleh, aksi="status_dinas.dicabut", objek=status, rincian=rincian, saat=saat)
    return tinggal


def _kunci_pegawai(pegawai_id: int, oleh: Pengguna, jenis: str) -> Pegawai:
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id)
    if jenis in STATUS_BERHENTI and not can_record_leaving(oleh, pegawai):
        raise RuleViolation("Pensiun dan meninggal dunia dicatat BKPSDM: jabatannya berakhir dan akunnya ditutup.")
    if not can_record_status(oleh, pegawai):
        raise RuleViolation("Status dinas dicatat BKPSDM atau pengelola unitnya, dan bukan untuk diri sendiri.")
    return pegawai


def _kunci_status(status_id: int, oleh: Pengguna) -> StatusDinas:
    status = StatusDinas.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=status_id)
    _kunci_pegawai(status.pegawai_id, oleh, status.jenis)
    if status.dicabut_pada:
        raise RuleViolation(f"Status ini sudah dicabut pada {tulis_tanggal(timezone.localdate(status.dicabut_pada))}.")
    return status
