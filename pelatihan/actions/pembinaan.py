"""Coaching: started by the atasan, checked every month, reviewed, and decided step by step. PP 30/2019 art. 56–58."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from evaluasi.models import Evaluasi
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai

from .. import akses, notifikasi
from ..aturan import TERTUTUP, langkah_sesudah, perlu_pembinaan, tambah_bulan
from ..models import CatatanPembinaan, LangkahPembinaan, Pembinaan, SasaranPembinaan
from ..pilihan import Kemajuan, TahapPembinaan
from ..rekap import figur_di_bawah, ketentuan_pembinaan, tempo_terbuka, yang_jatuh_tempo

MAKS_TEKS = 2000


@transaction.atomic
def start_coaching(*, evaluasi_id: int, sasaran: dict[str, str], oleh, saat: datetime) -> Pembinaan:
    """Start a plan from a published result below expectation; `sasaran` maps a figure's key to the goal.

    Raises RuleViolation (not the direct atasan, the result calls for none or is superseded, one runs already, no goal).
    """
    evaluasi = Evaluasi.objects.terbit().berlaku().select_related("siklus", "pegawai").filter(pk=evaluasi_id).first()
    if evaluasi is None:
        raise RuleViolation("Hasil itu sudah digantikan atau belum terbit. Buka hasil yang berlaku.")
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=evaluasi.pegawai_id)
    if not akses.is_direct_superior(oleh, pegawai):
        raise RuleViolation("Pembinaan dimulai oleh atasan langsung pegawai ini.")
    if not perlu_pembinaan(evaluasi.predikat, evaluasi.rating_hasil, evaluasi.rating_perilaku):
        raise RuleViolation("Hasil ini tidak di bawah ekspektasi, sehingga tidak memerlukan pembinaan.")
    if Pembinaan.objects.filter(pegawai=pegawai).berjalan().exists():
        raise RuleViolation("Pegawai ini sudah mempunyai rencana pembinaan yang berjalan.")
    butir = _sasaran(evaluasi, sasaran)
    mulai = timezone.localdate(saat)
    pembinaan = Pembinaan.objects.create(
        pegawai=pegawai,
        atasan_id=oleh.pegawai_id,
        evaluasi=evaluasi,
        mulai=mulai,
        tinjau_pada=tambah_bulan(mulai, ketentuan_pembinaan(mulai).bulan_tinjau),
        dimulai_pada=saat,
    )
    SasaranPembinaan.objects.bulk_create(SasaranPembinaan(pembinaan=pembinaan, **satu) for satu in butir)
    catat(oleh=oleh, aksi="pembinaan.dimulai", objek=pembinaan, rincian={"sasaran": len(butir)}, saat=saat)
    notifikasi.queue_coaching_started(pembinaan, saat)
    return pembinaan


def _sasaran(evaluasi: Evaluasi, isi: dict[str, str]) -> list[dict]:
    figur = figur_di_bawah(evaluasi)
    if not isi.keys() <= figur.keys():
        raise RuleViolation("Ada angka yang bukan bagian hasil ini. Muat ulang halaman.")
    butir = [
        {"kunci": kunci, "sebab": figur[kunci], "sasaran": _teks(teks)} for kunci, teks in isi.items() if teks.strip()
    ]
    if not butir:
        raise RuleViolation("Tulis paling sedikit satu sasaran pembinaan.")
    return butir


def _teks(teks: str, kosong: str = "Isi bagian ini.") -> str:
    bersih = (teks or "").strip()
    if "\x00" in bersih:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    if not bersih:
        raise RuleViolation(kosong)
    if len(bersih) > MAKS_TEKS:
        raise RuleViolation(f"Teks paling panjang {MAKS_TEKS} huruf.")
    return bersih


def _kunci(pembinaan_id: int) -> Pembinaan:
    baris = Pembinaan.objects.select_for_update(of=("self",)).select_related("pegawai", "atasan")
    pembinaan = baris.filter(pk=pembinaan_id).first()
    if pembinaan is None:
        raise RuleViolation("Rencana pembinaan itu tidak ada.")
    return pembinaan


@transaction.atomic
def note_check(*, pembinaan_id: int, tempo: date, kemajuan: str, isi: str, oleh, saat: datetime) -> CatatanPembinaan:
    """Note the check of one month that is due. Raises RuleViolation."""
    pembinaan = _kunci(pembinaan_id)
    if not akses.can_coach(oleh, pembinaan):
        raise RuleViolation("Pemeriksaan bulanan dicatat oleh atasan yang membina.")
    if pembinaan.tahap in TERTUTUP:
        raise RuleViolation("Pembinaan ini sudah selesai.")
    if tempo not in tempo_terbuka(pembinaan, timezone.localdate(saat)):
        raise RuleViolation("Pemeriksaan itu sudah dicatat atau belum waktunya.")
    if kemajuan not in Kemajuan.values:
        raise RuleViolation("Pilih kemajuannya.")
    catatan = CatatanPembinaan.objects.create(
        pembinaan=pembinaan,
        tempo=tempo,
        kemajuan=kemajuan,
        isi=_teks(isi, "Tulis apa yang dibahas."),
        dicatat_oleh=oleh,
        dicatat_pada=saat,
    )
    catat(oleh=oleh, aksi="pembinaan.diperiksa", objek=pembinaan, rincian={"tempo": tempo.isoformat()}, saat=saat)
    notifikasi.queue_coaching_noted(catatan, saat)
    return catatan


@transaction.atomic
def answer_check(*, catatan_id: int, tanggapan: str, oleh, saat: datetime) -> CatatanPembinaan:
    """The person says what they think of one check, once. Raises RuleViolation."""
    catatan = CatatanPembinaan.objects.select_for_update(of=("self",)).select_related("pembinaan").get(pk=catatan_id)
    if not oleh.pegawai_id or catatan.pembinaan.pegawai_id != oleh.pegawai_id:
        raise RuleViolation("Tanggapan ditulis oleh pegawai yang dibina.")
    if catatan.tanggapan:
        raise RuleViolation("Pemeriksaan ini sudah Anda tanggapi.")
    catatan.tanggapan, catatan.ditanggapi_pada = _teks(tanggapan, "Tulis tanggapan Anda."), saat
    catatan.save(update_fields=["tanggapan", "ditanggapi_pada"])
    catat(oleh=oleh, aksi="pembinaan.ditanggapi", objek=catatan.pembinaan, saat=saat)
    return catatan


@transaction.atomic
def decide_step(*, pembinaan_id: int, langkah: str, dasar: str, oleh, saat: datetime) -> Pembinaan:
    """A person decides what follows: the atasan until the review, BKPSDM every later step. Raises RuleViolation."""
    pembinaan = _kunci(pembinaan_id)
    tahap = langkah_sesudah(pembinaan.tahap, langkah)
    if not akses.can_decide_step(oleh, pembinaan, tahap):
        raise RuleViolation("Langkah ini diputus oleh atasan yang membina atau BKPSDM, sesuai tahapnya.")
    if tahap == TahapPembinaan.UJI_KOMPETENSI and timezone.localdate(saat) < pembinaan.tinjau_pada:
        raise RuleViolation("Langkah ini baru dapat diputus pada hari peninjauan.")
    dasar = _teks(dasar, "Tulis dasar dan pertimbangannya.")
    LangkahPembinaan.objects.create(pembinaan=pembinaan, tahap=tahap, dasar=dasar, diputus_oleh=oleh, diputus_pada=saat)
    pembinaan.tahap = tahap
    if tahap in TERTUTUP:
        pembinaan.ditutup_pada = saat
    if tahap == TahapPembinaan.DIPERPANJANG:
        bulan = ketentuan_pembinaan(timezone.localdate(saat)).bulan_tinjau
        pembinaan.tinjau_pada = tambah_bulan(pembinaan.tinjau_pada, bulan)
    pembinaan.save(update_fields=["tahap", "ditutup_pada", "tinjau_pada"])
    catat(oleh=oleh, aksi="pembinaan.diputus", objek=pembinaan, rincian={"langkah": tahap}, saat=saat)
    notifikasi.queue_coaching_step(pembinaan, saat)
    return pembinaan


@transaction.atomic
def remind_due(*, saat: datetime) -> int:
    """Remind the atasan of each check that is due, and of the review; each letter once, however often it is asked."""
    hari = timezone.localdate(saat)
    return sum(notifikasi.queue_check_due(satu, tempo[-1], saat) for satu, tempo in yang_jatuh_tempo(hari))
