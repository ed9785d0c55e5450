"""The year as it goes: days off, absences, one extension, and the years of who moved, by the product's own acts."""

from datetime import date, datetime, timedelta
from itertools import islice

from evaluasi.actions import extend_deadline, set_year
from evaluasi.models import Siklus
from evaluasi.pilihan import Tahap
from evaluasi.rekap import tahun_menunggu
from kinerja.models import SKP
from kinerja.pilihan import KegiatanPeriode, StatusSKP
from mataram_asn.kit.galat import RuleViolation
from pegawai.actions import record_status
from pegawai.models import HariLibur, Pegawai, Unit
from pegawai.pilihan import JenisJabatan, JenisLibur, JenisStatusDinas

from .rencana import Keadaan
from .tebak import acak

DASAR = "Data demo; cocokkan dengan SKB Tiga Menteri tentang hari libur nasional dan cuti bersama 2026"
LIBUR = {
    (1, 1): "Tahun Baru Masehi",
    (1, 16): "Isra Mikraj Nabi Muhammad",
    (2, 17): "Tahun Baru Imlek",
    (3, 19): "Hari Suci Nyepi",
    (3, 21): "Idulfitri",
    (3, 22): "Idulfitri",
    (4, 3): "Wafat Yesus Kristus",
    (4, 5): "Paskah",
    (5, 1): "Hari Buruh Internasional",
    (5, 14): "Kenaikan Yesus Kristus",
    (5, 27): "Iduladha",
    (5, 31): "Hari Raya Waisak",
    (6, 1): "Hari Lahir Pancasila",
    (6, 16): "Tahun Baru Islam",
    (8, 17): "Proklamasi Kemerdekaan",
    (8, 25): "Maulid Nabi Muhammad",
    (12, 25): "Kelahiran Yesus Kristus",
}
CUTI_BERSAMA = {
    (2, 16): "Tahun Baru Imlek",
    (3, 18): "Hari Suci Nyepi",
    (3, 20): "Idulfitri",
    (3, 23): "Idulfitri",
    (3, 24): "Idulfitri",
    (5, 15): "Kenaikan Yesus Kristus",
    (5, 28): "Iduladha",
    (12, 24): "Kelahiran Yesus Kristus",
}
#: kind: days from the day of loading to the first and the last day away (None: no end yet)
ABSEN = (
    (JenisStatusDinas.CUTI_MELAHIRKAN, -40, 49, "Cuti melahirkan anak kedua"),
    (JenisStatusDinas.CUTI_BESAR, -20, 10, "Ibadah umrah dan keperluan keluarga"),
    (JenisStatusDinas.SAKIT_LAMA, -33, None, "Dirawat; surat keterangan dokter diperbarui setiap bulan"),
    (JenisStatusDinas.TUGAS_BELAJAR, -25, 700, "Magister Administrasi Publik"),
    (JenisStatusDinas.CLTN, -15, 350, "Mendampingi pasangan bertugas di luar daerah"),
    (JenisStatusDinas.CUTI_LAIN, 5, 16, "Cuti karena alasan penting"),
    (JenisStatusDinas.MENINGGAL, -6, None, ""),
)
#: The last years are set but for one in so many, whose assessor still has to.
MENUNGGU, ALASAN = 14, "Jaringan di kantor itu terputus dua pekan; realisasi belum dapat diisi."


def tulis_dinas(keadaan: Keadaan, oleh, tanpa: set[int]) -> dict[str, int]:
    """Write them all; `tanpa` are people who stay at work for the demo. Returns how many of each there are."""
    jumlah = {"tahun digabungkan": _tahun(keadaan), "perpanjangan": _perpanjangan(keadaan, oleh)}
    jumlah["tidak bertugas"] = _absen(keadaan, oleh, tanpa)
    jumlah["hari libur"] = _libur(keadaan.hari.year)
    return jumlah


def _libur(tahun: int) -> int:
    """The days off of 2026; of another year nothing is made up."""
    if tahun != 2026:
        return 0
    semua = [(JenisLibur.NASIONAL, LIBUR), (JenisLibur.CUTI_BERSAMA, CUTI_BERSAMA)]
    baris = [
        HariLibur(tanggal=date(tahun, *hari), nama=nama, jenis=jenis, dasar_hukum=DASAR)
        for jenis, isi in semua
        for hari, nama in isi.items()
    ]
    return len(HariLibur.objects.bulk_create(baris, ignore_conflicts=True))


def _tahun(keadaan: Keadaan) -> int:
    """Who moved within a finished year: the last assessor accepts the suggestion five days after publication."""
    banyak = 0
    for satu in tahun_menunggu():
        akun = satu.penilai.pengguna
        tunda = acak(keadaan.seed, "tahun", satu.pegawai.siasn_id).randrange(MENUNGGU) == 0
        if akun is None or (tunda and satu.siklus.periode.mulai.year == keadaan.hari.year - 1):
            continue
        banyak += _coba(set_year, satu.siklus.pk, satu.pegawai.pk, akun, _terbit(satu.siklus))
    return banyak


def _terbit(siklus: Siklus) -> datetime:
    return siklus.jadwal.get(tahap=Tahap.TERBIT).mulai + timedelta(days=5, hours=9)


def _coba(aksi, siklus_id: int, pegawai_id: int, oleh, saat: datetime) -> bool:
    try:
        aksi(siklus_id=siklus_id, pegawai_id=pegawai_id, oleh=oleh, saat=saat)
    except RuleViolation:  # the assessor of that year has left, or the siklus is decided otherwise
        return False
    return True


def _perpanjangan(keadaan: Keadaan, oleh) -> int:
    """One office has three days more to fill in the present quarter."""
    siklus = Siklus.objects.filter(tahap=Tahap.ISI_BUKTI).order_by("-periode__mulai").first()
    unit = Unit.objects.perangkat_daerah().order_by("-kode").first()
    if siklus is None or unit is None:
        return 0
    akhir = siklus.jadwal.get(tahap=Tahap.PENILAIAN).mulai
    extend_deadline(
        siklus_id=siklus.pk,
        kegiatan=KegiatanPeriode.ISI,
        sampai=akhir + timedelta(days=3),
        alasan=ALASAN,
        unit_id=unit.pk,
        oleh=oleh,
        saat=keadaan.saat,
    )
    return 1


def _absen(keadaan: Keadaan, oleh, tanpa: set[int]) -> int:
    """One of each kind, all without people under them, so that nobody's assessor goes with them."""
    calon = islice(_calon(keadaan.hari, tanpa), len(ABSEN))
    banyak = 0
    for nomor, (satu, (jenis, dari, sampai, catatan)) in enumerate(zip(calon, ABSEN, strict=False), 1):
        record_status(
            pegawai_id=satu.pk,
            jenis=jenis,
            mulai=keadaan.hari + timedelta(days=dari),
            selesai=None if sampai is None else keadaan.hari + timedelta(days=sampai),
            nomor_surat=f"800.1.11/{nomor:03}/BKPSDM/{keadaan.hari.year} (demo)",
            catatan=catatan,
            oleh=oleh,
            saat=keadaan.saat,
        )
        banyak += 1
    return banyak


def _calon(hari: date, tanpa: set[int]):
    """Civil servants in a plan of that day that nobody's plan hangs under, spread over the city."""
    berjalan = SKP.objects.filter(
        status=StatusSKP.DISETUJUI,
        mulai__lte=hari,
        selesai__gte=hari,
        jabatan__jenis=JenisJabatan.PELAKSANA,
    )
    orang = Pegawai.objects.asn().aktif().filter(pk__in=berjalan.values("pegawai")).exclude(pk__in=tanpa)
    orang = list(orang.exclude(siasn_id=None).order_by("siasn_id"))
    return orang[:: max(1, len(orang) // (len(ABSEN) + 1))]
