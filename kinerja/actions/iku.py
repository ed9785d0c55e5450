"""The figures of outcomes: a new one with its source, or a correction as a new row with its reason."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_keep_iku
from ..models import Iku, NilaiIku, TargetIku
from .dasar import clean_or_refuse, clean_text

TAHUN_TERLAMA = 1990
MAJU = 10
_BATAS = Decimal(10) ** 12


def record_iku_value(
    *, iku_id: int, tahun: int, nilai: Decimal, sumber: str, seri: str = "", terverifikasi: bool = False,
    catatan: str = "", alasan: str = "", oleh, saat,
) -> NilaiIku:  # fmt: skip
    """Record a published value. Where the year and series have one, this corrects it and needs `alasan`.

    Raises RuleViolation (not one's to keep, a year to come, a bad figure, a source or a reason missing).
    """
    with transaction.atomic():
        iku = _kunci(iku_id, oleh, saat)
        if tahun > timezone.localdate(saat).year:
            raise RuleViolation("Nilai dicatat untuk tahun yang sudah berjalan; untuk tahun depan catat targetnya.")
        isi = {"seri": clean_text(seri), "terverifikasi": terverifikasi, "catatan": clean_text(catatan)}
        lama = iku.nilai.berlaku().filter(tahun=tahun, seri=isi["seri"]).first()
        return _simpan(NilaiIku, iku, lama, tahun, nilai, sumber, alasan, isi, oleh, saat, "iku.nilai_dicatat")


def record_iku_target(
    *, iku_id: int, tahun: int, nilai: Decimal, sumber: str, catatan: str = "", alasan: str = "", oleh, saat
) -> TargetIku:
    """Record a target with its source; a correction of one needs `alasan`. Raises RuleViolation as for a value."""
    with transaction.atomic():
        iku = _kunci(iku_id, oleh, saat)
        lama = iku.target.berlaku().filter(tahun=tahun).first()
        isi = {"catatan": clean_text(catatan)}
        return _simpan(TargetIku, iku, lama, tahun, nilai, sumber, alasan, isi, oleh, saat, "iku.target_dicatat")


def _kunci(iku_id: int, oleh, saat) -> Iku:
    iku = Iku.objects.select_for_update(of=("self",)).select_related("unit").filter(pk=iku_id).first()
    if iku is None or not can_keep_iku(oleh, iku, timezone.localdate(saat)):
        raise RuleViolation("Angka indikator ini dicatat oleh BKPSDM atau pengelola unit penanggung jawabnya.")
    return iku


def _simpan(model, iku: Iku, lama, tahun, nilai, sumber, alasan, isi, oleh, saat, aksi):
    """Insert the row, over the one in force where there is one."""
    alasan, sumber = clean_text(alasan), clean_text(sumber)
    _periksa(tahun, nilai, sumber, saat)
    if lama is not None and not alasan:
        raise RuleViolation(f"Angka tahun {tahun} sudah ada. Tulis alasan perbaikannya; angka lama tetap dapat dibaca.")
    baru = model(
        iku=iku, tahun=tahun, nilai=nilai, sumber=sumber, menggantikan=lama, alasan=alasan if lama else "",
        dicatat_oleh=oleh, dicatat_pada=saat, **isi,
    )  # fmt: skip
    clean_or_refuse(baru)
    baru.save()
    rincian = {"tahun": tahun, "nilai": str(nilai), "menggantikan": lama and lama.pk, "alasan": baru.alasan}
    catat(oleh=oleh, aksi=aksi, objek=baru, rincian=rincian, saat=saat)
    return baru


def _periksa(tahun: int, nilai: Decimal, sumber: str, saat) -> None:
    if not TAHUN_TERLAMA <= tahun <= timezone.localdate(saat).year + MAJU:
        raise RuleViolation(f"Tahun antara {TAHUN_TERLAMA} dan {timezone.localdate(saat).year + MAJU}.")
    if not nilai.is_finite() or abs(nilai) >= _BATAS or nilai.normalize().as_tuple().exponent < -4:
        raise RuleViolation("Angka paling banyak 12 angka di depan dan 4 angka di belakang koma.")
    if not sumber:
        raise RuleViolation("Tulis sumbernya, misalnya nama publikasi dan halamannya.")
