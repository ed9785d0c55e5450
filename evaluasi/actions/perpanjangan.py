"""More time for a unit or a person, in writing: BKPSDM gives it, the siklus itself goes on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kinerja.models import Perpanjangan
from kinerja.pilihan import KegiatanPeriode
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_saat
from pegawai.models import Pegawai, Penempatan, Unit

from .. import notifikasi
from ..akses import can_manage_siklus
from ..models import Evaluasi, LembarPenilaian, Siklus
from ..pilihan import Tahap
from .penilaian import _teks

#: The stages in which more time still changes something.
DAPAT_DIPERPANJANG = (Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)
#: What ends each activity for everybody.
AKHIR_KEGIATAN = {KegiatanPeriode.ISI: Tahap.PENILAIAN, KegiatanPeriode.NILAI: Tahap.KALIBRASI}


@transaction.atomic
def extend_deadline(
    *,
    siklus_id: int,
    kegiatan: str,
    sampai: datetime,
    alasan: str,
    oleh,
    saat: datetime,
    unit_id: int | None = None,
    pegawai_id: int | None = None,
) -> Perpanjangan:
    """Give one unit (with what stands under it) or one person more time. Whom it reaches gets a letter.

    Raises RuleViolation if `oleh` may not, the new end is not later than the common one, or the result is out.
    """
    if not can_manage_siklus(oleh):
        raise RuleViolation("Perpanjangan diberikan oleh BKPSDM.")
    siklus = Siklus.objects.select_for_update(of=("self",)).select_related("periode").get(pk=siklus_id)
    _periksa(siklus, kegiatan, sampai, saat)
    unit, pegawai = _sasaran(siklus, unit_id, pegawai_id, oleh)
    if not _teks(alasan):
        raise RuleViolation("Tulis alasan perpanjangan.")
    perpanjangan = Perpanjangan.objects.create(
        periode=siklus.periode,
        kegiatan=kegiatan,
        unit=unit,
        pegawai=pegawai,
        sampai=sampai,
        alasan=_teks(alasan),
        diberikan_oleh=oleh,
        diberikan_pada=saat,
    )
    penerima = _penerima(siklus, perpanjangan)
    if oleh.pegawai_id and (oleh.pegawai_id in penerima or _mencakup(perpanjangan, oleh.pegawai_id, saat)):
        raise RuleViolation("Perpanjangan yang mencakup diri sendiri diberikan oleh petugas lain.")
    rincian = {"unit": unit_id, "pegawai": pegawai_id, "sampai": sampai.isoformat(), "alasan": perpanjangan.alasan}
    catat(oleh=oleh, aksi="perpanjangan.diberikan", objek=perpanjangan, rincian=rincian, saat=saat)
    notifikasi.queue_extended(siklus, perpanjangan, penerima, saat=saat)
    return perpanjangan


def _periksa(siklus: Siklus, kegiatan: str, sampai: datetime, saat: datetime) -> None:
    if siklus.tahap not in DAPAT_DIPERPANJANG:
        raise RuleViolation("Siklus ini tidak sedang berjalan; tidak ada tenggat yang dapat diperpanjang.")
    if kegiatan not in KegiatanPeriode.values:
        raise RuleViolation("Pilih kegiatan yang diperpanjang.")
    akhir = siklus.jadwal.get(tahap=AKHIR_KEGIATAN[KegiatanPeriode(kegiatan)]).mulai
    if sampai <= max(akhir, saat):
        raise RuleViolation(f"Tanggal perpanjangan harus sesudah {tulis_saat(max(akhir, saat))}.")
    if sampai > (batas := siklus.jadwal.get(tahap=Tahap.FINAL).mulai):
        raise RuleViolation(f"Perpanjangan paling lama sampai hasil final, {tulis_saat(batas)}.")


def _sasaran(siklus: Siklus, unit_id, pegawai_id, oleh) -> tuple[Unit | None, Pegawai | None]:
    if (unit_id is None) == (pegawai_id is None):
        raise RuleViolation("Pilih satu unit atau satu pegawai.")
    if unit_id is not None:
        if (unit := Unit.objects.filter(pk=unit_id).first()) is None:
            raise RuleViolation("Unit itu tidak ada.")
        return unit, None
    if (pegawai := Pegawai.objects.asn().filter(pk=pegawai_id).first()) is None:
        raise RuleViolation("Pegawai itu tidak ada.")
    if pegawai.pk == oleh.pegawai_id:
        raise RuleViolation("Perpanjangan untuk diri sendiri diberikan oleh petugas lain.")
    if Evaluasi.objects.filter(siklus=siklus, pegawai=pegawai).exists():
        raise RuleViolation("Hasil pegawai ini sudah dihitung; tenggatnya tidak dapat diperpanjang lagi.")
    lembar = LembarPenilaian.objects.filter(siklus=siklus, pegawai=pegawai)
    if lembar.exists() and not lembar.filter(ditetapkan_pada__isnull=True).exists():
        raise RuleViolation(
            "Penilaian pegawai ini sudah ditetapkan. Minta penilainya menyimpannya sebagai draf dahulu, supaya yang "
            "diisi kemudian ikut dinilai."
        )
    return None, pegawai


def _mencakup(perpanjangan: Perpanjangan, pegawai_id: int, saat: datetime) -> bool:
    """Whether that person works today in the unit that gets more time, or below it."""
    hari = timezone.localdate(saat)
    duduk = Penempatan.objects.filter(pegawai=pegawai_id).berlaku_pada(hari)
    unit = Unit.objects.keturunan(perpanjangan.unit_id or 0, hari)
    return duduk.filter(jabatan__unit__in=unit).exists()


def _penerima(siklus: Siklus, perpanjangan: Perpanjangan) -> set[int]:
    """Who acts: the people who fill in, or the assessors of the sheets that it reaches."""
    lembar = LembarPenilaian.objects.filter(siklus=siklus, ditetapkan_pada__isnull=True)
    if perpanjangan.pegawai_id:
        lembar = lembar.filter(pegawai=perpanjangan.pegawai_id)
    else:
        lembar = lembar.filter(skp__unit__in=Unit.objects.keturunan(perpanjangan.unit_id, siklus.periode.selesai))
    siapa = "pegawai_id" if perpanjangan.kegiatan == KegiatanPeriode.ISI else "penilai_id"
    return set(lembar.exclude(**{siapa: None}).values_list(siapa, flat=True))


@transaction.atomic
def withdraw_extension(*, perpanjangan_id: int, oleh, saat: datetime) -> Perpanjangan:
    """Take an extension back: the common end holds again. Raises RuleViolation."""
    if not can_manage_siklus(oleh):
        raise RuleViolation("Perpanjangan dicabut oleh BKPSDM.")
    perpanjangan = Perpanjangan.objects.select_for_update().get(pk=perpanjangan_id)
    if perpanjangan.dicabut_pada:
        raise RuleViolation("Perpanjangan ini sudah dicabut.")
    perpanjangan.dicabut_oleh, perpanjangan.dicabut_pada = oleh, saat
    perpanjangan.save(update_fields=["dicabut_oleh", "dicabut_pada"])
    catat(oleh=oleh, aksi="perpanjangan.dicabut", objek=perpanjangan, saat=saat)
    return perpanjangan
