""" "Ini bukan atasan saya": the person reports, BKPSDM decides."""

from datetime import timedelta

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from .. import notifikasi
from ..akses import can_decide_report, can_report_atasan
from ..models import LaporanAtasan, Pegawai, PenetapanAtasan, Pengguna
from ..pilihan import StatusLaporanAtasan
from ..rekap import atasan_pada, peta_atasan


@transaction.atomic
def report_wrong_atasan(*, pegawai_id: int, keterangan: str, oleh: Pengguna, saat) -> LaporanAtasan:
    """Report that the recorded atasan is not the right one. Raises RuleViolation."""
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id)
    if not can_report_atasan(oleh, pegawai):
        raise RuleViolation("Laporan ini dibuat oleh pegawai itu sendiri.")
    if not keterangan.strip():
        raise RuleViolation("Tulis siapa atasan Anda menurut tugas sehari-hari, agar BKPSDM dapat memeriksanya.")
    try:
        with transaction.atomic():
            laporan = LaporanAtasan.objects.create(
                pegawai=pegawai,
                atasan_tercatat=atasan_pada(pegawai.pk, timezone.localdate(saat)),
                keterangan=keterangan.strip(),
                dilaporkan_pada=saat,
            )
    except IntegrityError as galat:
        raise RuleViolation("Laporan Anda sebelumnya masih diperiksa BKPSDM.") from galat
    catat(oleh=oleh, aksi="laporan_atasan.dibuat", objek=laporan, saat=saat)
    notifikasi.queue_atasan_reported(laporan, saat)
    return laporan


@transaction.atomic
def decide_atasan_report(
    *, laporan_id: int, atasan_id: int | None, tanggapan: str, oleh: Pengguna, saat
) -> LaporanAtasan:
    """Set another atasan from today on, or (None) let the recorded one stand. Raises RuleViolation."""
    laporan = LaporanAtasan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=laporan_id)
    if not can_decide_report(oleh, laporan):
        raise RuleViolation("Laporan ini sudah diputus, atau bukan wewenang Anda.")
    if not tanggapan.strip():
        raise RuleViolation("Tulis tanggapan: pegawai membaca alasan keputusan ini.")
    if atasan_id is not None:
        _set_atasan(laporan.pegawai_id, atasan_id, tanggapan.strip(), timezone.localdate(saat))
    laporan.status = StatusLaporanAtasan.TETAP if atasan_id is None else StatusLaporanAtasan.DIPERBAIKI
    laporan.tanggapan, laporan.diputus_oleh, laporan.diputus_pada = tanggapan.strip(), oleh, saat
    laporan.save(update_fields=["status", "tanggapan", "diputus_oleh", "diputus_pada"])
    catat(oleh=oleh, aksi="laporan_atasan.diputus", objek=laporan, rincian={"atasan": atasan_id}, saat=saat)
    notifikasi.queue_atasan_decided(laporan, saat)
    return laporan


def _set_atasan(pegawai_id: int, atasan_id: int, alasan: str, hari) -> None:
    """Write the new atasan from that day on; the earlier setting ends the day before.

    One at a time in the whole city: two that pass each other could close a circle that neither sees.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pegawai.penetapan_atasan'))")
    _refuse_circle(pegawai_id, atasan_id, hari)
    lama = PenetapanAtasan.objects.select_for_update().filter(pegawai_id=pegawai_id)
    lama.filter(mulai__gte=hari).delete()
    lama.berlaku_pada(hari).update(selesai=hari - timedelta(days=1))
    PenetapanAtasan.objects.create(pegawai_id=pegawai_id, atasan_id=atasan_id, mulai=hari, alasan=alasan)


def _refuse_circle(pegawai_id: int, atasan_id: int, hari) -> None:
    """Nobody is their own atasan, neither directly nor around a corner."""
    if pegawai_id == atasan_id:
        raise RuleViolation("Seseorang tidak dapat menjadi atasan bagi dirinya sendiri.")
    peta = peta_atasan(hari)
    if atasan_id not in peta:
        raise RuleViolation("Atasan yang dipilih tidak memegang jabatan hari ini. Pilih orang lain.")
    di_atas, dilihat = atasan_id, set()
    while di_atas is not None and di_atas not in dilihat:
        dilihat.add(di_atas)
        di_atas = peta.get(di_atas)
        if di_atas == pegawai_id:
            raise RuleViolation("Orang itu bawahan pegawai ini: garis atasan tidak boleh melingkar.")
