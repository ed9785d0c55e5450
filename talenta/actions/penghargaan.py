"""Recognition: an atasan proposes from evidence, somebody else decides."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import akses, notifikasi
from ..models import Penghargaan
from ..pilihan import DasarPenghargaan, StatusPenghargaan
from ..rekap.penghargaan import usul_untuk

MAKS_TEKS = 600
MAKS_ANGGOTA = 60


@transaction.atomic
def propose_person(*, pegawai_id: int, dasar: str, uraian: str, oleh, saat: datetime) -> Penghargaan:
    """Propose one's direct subordinate on a ground that the evidence gives today. Raises RuleViolation."""
    pegawai = Pegawai.objects.select_for_update(of=("self",)).filter(pk=pegawai_id).first()
    if pegawai is None or not akses.can_propose(oleh, pegawai):
        raise RuleViolation("Penghargaan diusulkan oleh atasan langsung, dan tidak untuk diri sendiri.")
    hari = timezone.localdate(saat)
    alasan = {satu.alasan.dasar: satu.alasan for satu in usul_untuk([pegawai], hari)}
    if dasar not in alasan:
        raise RuleViolation("Bukti untuk dasar itu belum cukup, atau sudah diusulkan tahun ini.")
    return _simpan(
        Penghargaan(dasar=dasar, pegawai=pegawai, uraian=_teks(uraian) or alasan[dasar].kalimat), hari, oleh, saat
    )


@transaction.atomic
def propose_team(*, nama: str, anggota: list[int], uraian: str, oleh, saat: datetime) -> Penghargaan:
    """Propose a team of people whom one leads, of at least two. Raises RuleViolation."""
    hari = timezone.localdate(saat)
    bawahan = set(rekap_pegawai.bawahan_langsung(oleh.pegawai_id or 0, hari).asn().values_list("pk", flat=True))
    orang = set(anggota)
    if not 2 <= len(orang) <= MAKS_ANGGOTA or not orang <= bawahan:
        raise RuleViolation("Pilih paling sedikit dua orang dari bawahan langsung Anda.")
    nama, uraian = _teks(nama)[:120], _teks(uraian)
    if not nama or not uraian:
        raise RuleViolation("Tulis nama tim dan keberhasilannya.")
    penempatan = rekap_pegawai.penempatan_pada([oleh.pegawai_id], hari).get(oleh.pegawai_id)
    if penempatan is None:
        raise RuleViolation("Tim diusulkan oleh pejabat definitif yang memimpinnya.")
    tim = Penghargaan(dasar=DasarPenghargaan.TIM, unit=penempatan.jabatan.unit, nama_tim=nama, uraian=uraian)
    baris = _simpan(tim, hari, oleh, saat)
    baris.anggota.set(orang)
    return baris


def _simpan(baris: Penghargaan, hari, oleh, saat: datetime) -> Penghargaan:
    baris.tahun, baris.diusulkan_oleh, baris.diusulkan_pada = hari.year, oleh, saat
    baris.save()
    catat(oleh=oleh, aksi="penghargaan.diusulkan", objek=baris, rincian={"dasar": baris.dasar}, saat=saat)
    return baris


def _teks(teks: str) -> str:
    bersih = (teks or "").strip()
    if "\x00" in bersih:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    if len(bersih) > MAKS_TEKS:
        raise RuleViolation(f"Teks paling panjang {MAKS_TEKS} huruf.")
    return bersih


@transaction.atomic
def decide_recognition(
    *, penghargaan_id: int, tetapkan: bool, pertimbangan: str = "", oleh, saat: datetime
) -> Penghargaan:
    """Decide a proposal, once; the proposer and who is recognised do not. Raises RuleViolation."""
    baris = Penghargaan.objects.select_for_update(of=("self",)).select_related("pegawai", "unit").get(pk=penghargaan_id)
    if baris.status != StatusPenghargaan.DIUSULKAN:
        raise RuleViolation(f"Usul ini sudah {baris.get_status_display().lower()}.")
    if not akses.can_decide_recognition(oleh, baris):
        raise RuleViolation(
            "Penghargaan ditetapkan pimpinan perangkat daerah atau BKPSDM, bukan pengusul dan bukan penerimanya."
        )
    pertimbangan = _teks(pertimbangan)
    if not tetapkan and not pertimbangan:
        raise RuleViolation("Tulis pertimbangan mengapa belum ditetapkan.")
    baris.status = StatusPenghargaan.DITETAPKAN if tetapkan else StatusPenghargaan.DITOLAK
    baris.diputus_oleh, baris.diputus_pada, baris.pertimbangan = oleh, saat, pertimbangan
    baris.save(update_fields=["status", "diputus_oleh", "diputus_pada", "pertimbangan"])
    catat(oleh=oleh, aksi="penghargaan.diputus", objek=baris, rincian={"status": baris.status}, saat=saat)
    notifikasi.queue_recognition(baris, saat)
    return baris
