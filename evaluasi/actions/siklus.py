"""Making, dating and opening a siklus. After opening its dates move it (see maju.py)."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from kinerja.models import Periode
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import BULAN, WITA
from mataram_asn.kit.lonceng import bunyikan
from pegawai.models import Ketentuan, Unit
from pegawai.pilihan import JenisKetentuan

from .. import akses
from ..aturan import BERTANGGAL, periksa_jadwal
from ..models import Evaluasi, JadwalTahap, KinerjaOrganisasi, LembarPenilaian, Siklus, TemplatSiklus
from ..pilihan import PredikatOrganisasi, StatusLembar, Tahap
from ..rekap.dinas import kalender_pada

TUGAS_MAJUKAN = "evaluasi.tasks.majukan_siklus"
HANYA_BKPSDM = "Siklus dikelola oleh BKPSDM."

#: A day outside is a slip of the hand.
TAHUN_PERTAMA, TAHUN_TERAKHIR = 2000, 2100

#: Months of a period of each kind.
_BULAN = {JenisPeriode.BULANAN: 1, JenisPeriode.TRIWULANAN: 3, JenisPeriode.TAHUNAN: 12}


def batas_periode(jenis: str, tanggal: date) -> tuple[date, date]:
    """First and last day of the period of that kind that holds that day."""
    panjang = _BULAN[JenisPeriode(jenis)]
    bulan = (tanggal.month - 1) // panjang * panjang + 1
    akhir = bulan + panjang
    lewat = date(tanggal.year + (akhir > 12), (akhir - 1) % 12 + 1, 1)
    return date(tanggal.year, bulan, 1), lewat - timedelta(days=1)


def nama_periode(jenis: str, mulai: date) -> str:
    """What the period is called: "Triwulan IV 2026", "Tahun 2026", "November 2026"."""
    if jenis == JenisPeriode.TAHUNAN:
        return f"Tahun {mulai.year}"
    if jenis == JenisPeriode.TRIWULANAN:
        return f"Triwulan {('I', 'II', 'III', 'IV')[(mulai.month - 1) // 3]} {mulai.year}"
    return f"{BULAN[mulai.month - 1]} {mulai.year}"


@transaction.atomic
def create_siklus(*, templat_id: int, tanggal: date, oleh, saat: datetime) -> Siklus:
    """Make the siklus of the period that holds `tanggal`, dated by a template.

    Raises RuleViolation if `oleh` may not, the period has a siklus already, or no ketentuan is in force.
    """
    _hanya_bkpsdm(oleh)
    templat = TemplatSiklus.objects.filter(pk=templat_id, aktif=True).first()
    if templat is None:
        raise RuleViolation("Templat siklus itu tidak ada atau tidak aktif. Pilih templat lain.")
    if not TAHUN_PERTAMA <= tanggal.year <= TAHUN_TERAKHIR:
        raise RuleViolation(f"Pilih hari dalam tahun {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}.")
    mulai, selesai = batas_periode(templat.jenis, tanggal)
    hari = {
        Tahap.ISI_BUKTI: templat.isi_hari,
        Tahap.PENILAIAN: templat.penilaian_hari,
        Tahap.KALIBRASI: templat.kalibrasi_hari,
        Tahap.TERBIT: templat.terbit_hari,
        Tahap.FINAL: templat.final_hari,
    }
    jadwal = {tahap: datetime.combine(selesai + timedelta(days=n), time(), WITA) for tahap, n in hari.items()}
    return _buat(templat.jenis, mulai, selesai, jadwal, oleh, saat)


@transaction.atomic
def copy_siklus(*, dari_id: int, oleh, saat: datetime) -> Siklus:
    """Make the siklus of the next period of the same kind, its dates as many months from the period's end as before.

    Raises RuleViolation if `oleh` may not or the next period has a siklus already.
    """
    _hanya_bkpsdm(oleh)
    dari = Siklus.objects.select_related("periode").get(pk=dari_id)
    lama = dari.periode
    mulai, selesai = batas_periode(lama.jenis, lama.selesai + timedelta(days=1))
    jadwal = {satu.tahap: geser_bulan(satu.mulai, lama.selesai, selesai) for satu in dari.jadwal.all()}
    return _buat(lama.jenis, mulai, selesai, jadwal, oleh, saat, dari)


def geser_bulan(saat: datetime, dari: date, ke: date) -> datetime:
    """The same day and hour as many months from `ke` as `saat` is from `dari`: 1 November for a year that ends in
    December becomes 1 February for a quarter that ends in March, not 30 January. Clipped to the month's last day.
    """
    waktu = saat.astimezone(WITA)
    bulan = waktu.year * 12 + waktu.month - 1 + (ke.year - dari.year) * 12 + ke.month - dari.month
    tahun, ke_bulan = divmod(bulan, 12)
    return waktu.replace(year=tahun, month=ke_bulan + 1, day=min(waktu.day, monthrange(tahun, ke_bulan + 1)[1]))


@transaction.atomic
def create_year(*, tahun: int, oleh, saat: datetime) -> list[Siklus]:
    """Make the siklus of a whole year: the periodic ones (monthly or quarterly as the city's calendar says) and the
    annual one. Those that exist stay as they are.

    Raises RuleViolation if `oleh` may not, a template is missing, or every siklus of the year exists already.
    """
    _hanya_bkpsdm(oleh)
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        raise RuleViolation(f"Pilih tahun {TAHUN_PERTAMA} sampai {TAHUN_TERAKHIR}.")
    berkala = kalender_pada(date(tahun, 1, 1)).periode_berkala
    baru = []
    for jenis in (berkala, JenisPeriode.TAHUNAN):
        templat = TemplatSiklus.objects.filter(jenis=jenis, aktif=True).order_by("pk").first()
        if templat is None:
            raise RuleViolation(f"Belum ada templat siklus {JenisPeriode(jenis).label.lower()} yang aktif.")
        for bulan in range(1, 13, _BULAN[JenisPeriode(jenis)]):
            hari = date(tahun, bulan, 1)
            ada = Siklus.objects.filter(periode__jenis=jenis, periode__mulai=hari).exclude(tahap=Tahap.BATAL)
            if not ada.exists():
                baru.append(create_siklus(templat_id=templat.pk, tanggal=hari, oleh=oleh, saat=saat))
    if not baru:
        raise RuleViolation(f"Semua siklus tahun {tahun} sudah dibuat.")
    return baru


def _buat(jenis, mulai: date, selesai: date, jadwal: dict, oleh, saat, dari: Siklus | None = None) -> Siklus:
    _tolak_jadwal(jadwal, mulai, selesai)
    periode, _ = Periode.objects.get_or_create(
        jenis=jenis,
        mulai=mulai,
        defaults={
            "nama": nama_periode(jenis, mulai),
            "selesai": selesai,
            "isi_dari": jadwal[Tahap.ISI_BUKTI],
            "isi_sampai": jadwal[Tahap.PENILAIAN],
        },
    )
    Periode.objects.select_for_update().get(pk=periode.pk)
    if Siklus.objects.filter(periode=periode).exclude(tahap=Tahap.BATAL).exists():
        raise RuleViolation(f"{periode.nama} sudah mempunyai siklus. Buka siklus itu, atau batalkan lebih dahulu.")
    siklus = Siklus.objects.create(
        nama=periode.nama,
        periode=periode,
        ketentuan=_ketentuan(mulai),
        disalin_dari=dari,
        dibuat_oleh=oleh,
        dibuat_pada=saat,
    )
    JadwalTahap.objects.bulk_create(
        JadwalTahap(siklus=siklus, tahap=tahap, mulai=jadwal[tahap]) for tahap in BERTANGGAL
    )
    _samakan_periode(siklus, jadwal)
    rincian = {"jadwal": _teks(jadwal), "disalin_dari": dari.pk if dari else None}
    catat(oleh=oleh, aksi="siklus.dibuat", objek=siklus, rincian=rincian, saat=saat)
    return siklus


def _ketentuan(mulai: date) -> Ketentuan:
    """The ketentuan in force on the first day: the rules are known before the work begins."""
    try:
        return Ketentuan.objects.berlaku_pada(JenisKetentuan.PENILAIAN, mulai)
    except Ketentuan.DoesNotExist:
        raise RuleViolation(
            f"Belum ada ketentuan penilaian yang berlaku pada {mulai:%d-%m-%Y}. Terbitkan ketentuan lebih dahulu."
        ) from None


def _samakan_periode(siklus: Siklus, jadwal: dict) -> None:
    """The period takes realisasi from the opening until scoring begins."""
    Periode.objects.filter(pk=siklus.periode_id).update(
        isi_dari=jadwal[Tahap.ISI_BUKTI], isi_sampai=jadwal[Tahap.PENILAIAN]
    )


@transaction.atomic
def set_dates(*, siklus_id: int, jadwal: dict[str, datetime], oleh, saat: datetime) -> Siklus:
    """Set the dates of the stages of a siklus that is not opened yet. Raises RuleViolation with every sentence."""
    siklus = _kunci_persiapan(siklus_id, oleh)
    jadwal = {Tahap(tahap): mulai for tahap, mulai in jadwal.items()}
    _tolak_jadwal(jadwal, siklus.periode.mulai, siklus.periode.selesai)
    for tahap in BERTANGGAL:
        JadwalTahap.objects.filter(siklus=siklus, tahap=tahap).update(mulai=jadwal[tahap])
    _samakan_periode(siklus, jadwal)
    catat(oleh=oleh, aksi="siklus.dijadwalkan", objek=siklus, rincian={"jadwal": _teks(jadwal)}, saat=saat)
    return siklus


def _tolak_jadwal(jadwal: dict, mulai: date, selesai: date) -> None:
    """Stages follow each other, and begin in a year next to the period's. Raises RuleViolation."""
    if any(not mulai.year - 1 <= timezone.localdate(saat).year <= selesai.year + 1 for saat in jadwal.values()):
        raise RuleViolation(f"Tahap harus mulai antara tahun {mulai.year - 1} dan {selesai.year + 1}.")
    if kalimat := periksa_jadwal(jadwal):
        raise RuleViolation(" ".join(kalimat))


def _teks(jadwal: dict) -> dict:
    return {str(tahap): mulai.isoformat() for tahap, mulai in jadwal.items()}


@transaction.atomic
def open_siklus(*, siklus_id: int, oleh, saat: datetime) -> Siklus:
    """Agree that the siklus runs by its dates. Raises RuleViolation if scoring should have begun already."""
    siklus = _kunci_persiapan(siklus_id, oleh)
    jadwal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    _tolak_jadwal(jadwal, siklus.periode.mulai, siklus.periode.selesai)
    if jadwal[Tahap.PENILAIAN] <= saat:
        raise RuleViolation("Masa pengisian pada jadwal ini sudah lewat. Ubah tanggalnya, lalu buka siklus.")
    Siklus.objects.filter(pk=siklus.pk).update(dibuka=True)
    siklus.dibuka = True
    catat(oleh=oleh, aksi="siklus.dibuka", objek=siklus, rincian={"jadwal": _teks(jadwal)}, saat=saat)
    bunyikan(TUGAS_MAJUKAN, saat=saat.isoformat())
    return siklus


@transaction.atomic
def cancel_siklus(*, siklus_id: int, alasan: str, oleh, saat: datetime) -> Siklus:
    """Cancel a siklus that is not opened yet, with a reason; its period is then free."""
    siklus = _kunci_persiapan(siklus_id, oleh)
    if not alasan.strip():
        raise RuleViolation("Tulis alasan pembatalan.")
    siklus.tahap = Tahap.BATAL
    siklus.save(update_fields=["tahap"])
    catat(oleh=oleh, aksi="siklus.dibatalkan", objek=siklus, rincian={"alasan": alasan}, saat=saat)
    return siklus


def _kunci_persiapan(siklus_id: int, oleh) -> Siklus:
    """Lock a siklus in preparation that BKPSDM may still change."""
    _hanya_bkpsdm(oleh)
    siklus = Siklus.objects.select_for_update(of=("self",)).select_related("periode").get(pk=siklus_id)
    if siklus.tahap != Tahap.PERSIAPAN or siklus.dibuka:
        raise RuleViolation("Siklus ini sudah dibuka dan berjalan menurut jadwalnya; tidak dapat diubah lagi.")
    return siklus


def _hanya_bkpsdm(oleh) -> None:
    if not akses.can_manage_siklus(oleh):
        raise RuleViolation(HANYA_BKPSDM)


@transaction.atomic
def set_organisation_result(
    *,
    unit_id: int,
    periode_id: int,
    predikat: str,
    dasar: str,
    oleh,
    saat: datetime,
    nomor: str = "",
    tanggal: date | None = None,
) -> KinerjaOrganisasi:
    """Record the predikat of an office over a period, decided by the level above; a head who waited goes on.

    `nomor` and `tanggal` are those of the decision's document. Raises RuleViolation if `oleh` is neither BKPSDM nor
    the level above, the unit is no office, or the head's result is out already.
    """
    if not akses.can_set_organisation(oleh, unit_id, timezone.localdate(saat)):
        raise RuleViolation("Predikat organisasi ditetapkan oleh tingkat di atasnya, atau dicatat oleh BKPSDM.")
    if "\x00" in dasar + nomor:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    if predikat not in PredikatOrganisasi.values or not dasar.strip():
        raise RuleViolation("Pilih predikat organisasi dan tulis dasar penetapannya.")
    if not Unit.objects.perangkat_daerah().filter(pk=unit_id).exists():
        raise RuleViolation("Predikat organisasi hanya untuk perangkat daerah.")
    kepala = LembarPenilaian.objects.filter(
        skp__jabatan__unit=unit_id, skp__jabatan__kepala_unit=True, siklus__periode=periode_id
    ).select_for_update(of=("self",))
    if kepala.filter(evaluasi__isnull=False).exists():
        raise RuleViolation("Hasil pimpinan unit ini sudah dihitung; predikat organisasinya tidak dapat diganti lagi.")
    _periksa_terbit(unit_id, periode_id)
    organisasi, _ = KinerjaOrganisasi.objects.update_or_create(
        unit_id=unit_id,
        periode_id=periode_id,
        defaults={
            "predikat": predikat,
            "dasar": dasar,
            "nomor_dokumen": nomor,
            "tanggal_dokumen": tanggal,
            "ditetapkan_oleh": oleh,
            "ditetapkan_pada": saat,
        },
    )
    kepala.filter(status=StatusLembar.TERTAHAN, ditetapkan_pada__isnull=False).update(status=StatusLembar.DITETAPKAN)
    rincian = {"predikat": predikat, "nomor": nomor, "tanggal": tanggal.isoformat() if tanggal else None}
    catat(oleh=oleh, aksi="organisasi.dinilai", objek=organisasi, rincian=rincian, saat=saat)
    return organisasi


def _periksa_terbit(unit_id: int, periode_id: int) -> None:
    """A predikat that stands on published results and their papers is not changed; one that is missing may still come.

    The head's result alone does not tell: a vacant office has none.
    """
    ada = KinerjaOrganisasi.objects.select_for_update().filter(unit=unit_id, periode=periode_id).exists()
    hari = Periode.objects.values_list("selesai", flat=True).get(pk=periode_id)
    terbit = Evaluasi.objects.terbit().filter(
        siklus__periode=periode_id, skp__unit__in=Unit.objects.keturunan(unit_id, hari)
    )
    if ada and terbit.exists():
        raise RuleViolation("Hasil pegawai kantor ini sudah terbit; predikat organisasinya tidak dapat diganti lagi.")


@transaction.atomic
def set_organisation_results(*, periode_id: int, predikat: dict[int, str], oleh, saat: datetime, **dokumen) -> int:
    """Record the predikat of several offices by one document; all of them or none. How many were recorded.

    Raises RuleViolation with the office that is refused and why.
    """
    if not predikat:
        raise RuleViolation("Pilih predikat paling sedikit satu perangkat daerah.")
    nama = dict(Unit.objects.filter(pk__in=predikat).values_list("pk", "nama"))
    for unit_id, nilai in sorted(predikat.items()):
        try:
            set_organisation_result(
                unit_id=unit_id, periode_id=periode_id, predikat=nilai, oleh=oleh, saat=saat, **dokumen
            )
        except RuleViolation as galat:
            raise RuleViolation(f"{nama.get(unit_id, 'Unit itu')}: {galat}") from None
    return len(predikat)
