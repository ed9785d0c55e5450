"""What waits for the city's HR, and for the level above the heads of offices."""

from django.urls import reverse
from django.utils import timezone

from evaluasi.akses import offices_below, offices_headed
from evaluasi.models import Keberatan, Potongan, Siklus, UmpanBalik
from evaluasi.pilihan import StatusModerasi, StatusPotongan, Tahap
from evaluasi.rekap import belum_berpredikat
from mataram_asn.kit.kata import tulis_angka
from pegawai.models import LaporanAtasan, PermohonanKode
from pegawai.pilihan import StatusLaporanAtasan

from .dasar import Tugas, berisi

#: Stages in which the predikat of an organisation is already waited for; after publication by its head, who is held.
TANPA_PREDIKAT_MENUNGGU = (Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)


def tugas_bkpsdm() -> list[Tugas]:
    """What waits for the city's HR."""
    laporan = LaporanAtasan.objects.filter(status=StatusLaporanAtasan.DILAPORKAN).count()
    karantina = Potongan.objects.filter(status=StatusPotongan.KARANTINA).count()
    keberatan = Keberatan.objects.terbuka()
    tanpa_pemeriksa = keberatan.filter(pemeriksa__isnull=True).count()
    lewat = keberatan.filter(putus_sebelum__lte=timezone.now()).count()
    moderasi = UmpanBalik.objects.filter(moderasi=StatusModerasi.MENUNGGU).count()
    calon = (
        (
            laporan,
            "person-x",
            "{n} pegawai melaporkan atasan yang keliru",
            "Perbaiki atau jelaskan.",
            "pegawai:laporan-atasan-list",
        ),
        (
            PermohonanKode.objects.terbuka(timezone.now()).count(),
            "key",
            "{n} permohonan kode masuk menunggu petugas kedua",
            "Pastikan pemilik akun sendiri yang meminta.",
            "pegawai:kode-list",
        ),
        (
            tanpa_pemeriksa,
            "person-gear",
            "{n} keberatan belum mempunyai pemeriksa",
            "Penilainya tidak mempunyai atasan: tunjuk pemeriksa beserta dasarnya.",
            "evaluasi:keberatan-list",
        ),
        (
            lewat,
            "alarm",
            "{n} keberatan melewati tenggat putusan",
            "Ingatkan pemeriksanya.",
            "evaluasi:keberatan-list",
        ),
        (
            karantina,
            "exclamation-octagon",
            "{n} potongan pekerjaan dikarantina",
            "Yang lain tetap berjalan.",
            "evaluasi:siklus-list",
        ),
        (
            moderasi,
            "shield-check",
            "{n} tulisan warga menunggu moderasi",
            "Belum terlihat petugas.",
            "evaluasi:moderasi",
        ),
    )
    return [*berisi(calon), *_predikat_organisasi()]


def tugas_tingkat_atas(user, hari) -> list[Tugas]:
    """What waits for the level above the heads of offices: the predikat of each organisation comes first."""
    di_bawah = offices_below(user, hari) - offices_headed(user, hari)
    return _predikat_organisasi(di_bawah) if di_bawah else []


def _predikat_organisasi(unit_ids=None) -> list[Tugas]:
    """Offices of the running siklus without the predikat that their heads' results wait for; `unit_ids` keeps these."""
    siklus = Siklus.objects.berjalan().filter(tahap__in=TANPA_PREDIKAT_MENUNGGU).select_related("periode").last()
    n = belum_berpredikat(siklus, timezone.localdate(), unit_ids) if siklus else 0
    if not n:
        return []
    judul = f"{tulis_angka(n)} perangkat daerah belum mempunyai predikat organisasi"
    alamat = f"{reverse('evaluasi:siklus-organisasi', args=[siklus.pk])}?keadaan=belum"
    return [Tugas("building", judul, f"Hasil pimpinannya pada {siklus.nama} menunggu.", alamat, "Tetapkan")]
