"""Calibration before publication: one person, one rating, one reason, one row."""

from datetime import datetime

from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit

from .. import akses, notifikasi
from ..models import Kalibrasi, LembarPenilaian
from ..pilihan import Rating, Sumbu
from ..rekap.masukan import memimpin_kantor

MAKS_ALASAN = 2000
SUDAH_BERUBAH = "Rating pegawai ini sudah berubah sejak halaman dibuka. Baca lagi, lalu putuskan."


@transaction.atomic
def calibrate(*, lembar_id: int, sumbu: str, dari: str, ke: str, alasan: str, oleh, saat: datetime) -> Kalibrasi:
    """Change the rating of one axis of one person, from the rating that was seen (`dari`) to `ke`, with the reason.

    Raises Konflik if another rating stands by now, RuleViolation if `oleh` may not, the stage is over, the sheet is
    not scored yet, or nothing would change. The assessor is told.
    """
    lembar = _lock(lembar_id, oleh, saat)
    if sumbu not in Sumbu.values or ke not in Rating.values:
        raise RuleViolation("Pilih yang diubah dan rating barunya.")
    if sumbu == Sumbu.HASIL and memimpin_kantor(lembar.skp.jabatan):
        raise RuleViolation("Rating hasil kerja pimpinan mengikuti predikat organisasi dan tidak dikalibrasi.")
    kini = rating_kini(lembar, sumbu)
    if dari != kini:
        raise Konflik(SUDAH_BERUBAH)
    if ke == kini:
        raise RuleViolation("Pilih rating yang berbeda dari sekarang.")
    return _tulis(lembar, sumbu, kini, ke, _alasan(alasan), oleh, saat)


@transaction.atomic
def withdraw_calibration(*, kalibrasi_id: int, alasan: str, oleh, saat: datetime) -> Kalibrasi:
    """Take back the latest change of an axis by a further row: what stood before stands again. Raises RuleViolation."""
    lembar_id = Kalibrasi.objects.filter(pk=kalibrasi_id).values_list("lembar_id", flat=True).first()
    lembar = _lock(lembar_id, oleh, saat)
    dicabut = Kalibrasi.objects.get(pk=kalibrasi_id)
    if _terakhir(lembar, dicabut.sumbu) != dicabut:
        raise RuleViolation("Yang dapat dicabut hanya perubahan terakhir yang masih berlaku.")
    sebelum = list(lembar.kalibrasi.berlaku().filter(sumbu=dicabut.sumbu).exclude(pk=dicabut.pk))
    ke = sebelum[-1].ke if sebelum else getattr(lembar, f"rating_{dicabut.sumbu}")
    return _tulis(lembar, dicabut.sumbu, dicabut.ke, ke, _alasan(alasan), oleh, saat, dicabut)


@transaction.atomic
def ask_assessor(*, lembar_id: int, pesan: str, oleh, saat: datetime) -> CatatanAudit:
    """Ask the assessor to look at a sheet again; nothing changes by it. Raises RuleViolation if `oleh` may not."""
    lembar = _lock(lembar_id, oleh, saat)
    pesan = _alasan(pesan)
    catatan = catat(oleh=oleh, aksi="lembar.diminta_dibaca_kembali", objek=lembar, rincian={"pesan": pesan}, saat=saat)
    notifikasi.queue_change_asked(lembar, catatan, pesan, saat=saat)
    return catatan


def rating_kini(lembar: LembarPenilaian, sumbu: str) -> str:
    """The rating of that axis that stands now: what calibration left, else what the assessor set."""
    terakhir = _terakhir(lembar, sumbu)
    return terakhir.ke if terakhir else getattr(lembar, f"rating_{sumbu}")


def _terakhir(lembar: LembarPenilaian, sumbu: str) -> Kalibrasi | None:
    return lembar.kalibrasi.berlaku().filter(sumbu=sumbu).last()


def _lock(lembar_id: int | None, oleh, saat) -> LembarPenilaian:
    baris = LembarPenilaian.objects.select_for_update(of=("self",)).select_related("siklus", "skp__jabatan__unit")
    lembar = baris.filter(pk=lembar_id).first()
    if lembar is None:
        raise RuleViolation("Lembar penilaian itu tidak ada lagi. Muat ulang halaman kalibrasi.")
    if sebab := akses.why_not_calibrate(oleh, lembar, saat):
        raise RuleViolation(sebab)
    return lembar


def _alasan(alasan: str) -> str:
    alasan = alasan.strip()
    if not alasan or "\x00" in alasan or len(alasan) > MAKS_ALASAN:
        raise RuleViolation(f"Tulis alasannya, paling banyak {MAKS_ALASAN} huruf.")
    return alasan


def _tulis(lembar, sumbu, dari, ke, alasan, oleh, saat, dicabut=None) -> Kalibrasi:
    baris = Kalibrasi.objects.create(
        lembar=lembar, sumbu=sumbu, dari=dari, ke=ke, alasan=alasan, mencabut=dicabut, oleh=oleh, pada=saat
    )
    rincian = {"kalibrasi": baris.pk, "sumbu": sumbu, "dari": dari, "ke": ke, "mencabut": dicabut and dicabut.pk}
    catat(
        oleh=oleh,
        aksi="lembar.kalibrasi_dicabut" if dicabut else "lembar.dikalibrasi",
        objek=lembar,
        rincian=rincian,
        saat=saat,
    )
    notifikasi.queue_calibrated(baris, saat=saat)
    return baris
