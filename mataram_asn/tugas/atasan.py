"""What waits for those who lead: plans, people to score, calibration, coaching."""

from django.urls import reverse
from django.utils import timezone

from evaluasi.models import LembarPenilaian, Siklus
from evaluasi.pilihan import Tahap
from evaluasi.rekap import tahun_menunggu
from kinerja.delegasi import diwakili
from kinerja.models import SKP, PerubahanSKP
from kinerja.pilihan import StatusPerubahan, StatusSKP
from kinerja.rekap import menunggu_persetujuan
from mataram_asn.kit.kata import tulis_angka, tulis_batas
from pegawai.models import Penempatan
from pegawai.pilihan import PERANGKAT_DAERAH
from pelatihan import rekap as rekap_pelatihan
from pelatihan.models import Pembinaan

from .dasar import Tugas, berisi
from .hasil import tugas_keberatan


def tugas_wakil(pegawai_id: int, hari) -> list[Tugas]:
    """What waits for somebody who stands in for an atasan who is away."""
    atasan = diwakili(pegawai_id, hari, persetujuan=True)
    skp = menunggu_persetujuan(pegawai_id, hari).filter(penilai__in=atasan).count() if atasan else 0
    if not skp:
        return []
    judul = f"{tulis_angka(skp)} SKP menunggu Anda sebagai wakil"
    return [Tugas("person-check", judul, "Didelegasikan atasan yang berhalangan.", reverse("kinerja:persetujuan"))]


def tugas_atasan(pegawai_id: int) -> list[Tugas]:
    """What waits for the atasan: plans and revisions to approve, people to score."""
    skp = SKP.objects.filter(penilai_id=pegawai_id, status=StatusSKP.DIAJUKAN).count()
    perubahan = PerubahanSKP.objects.filter(skp__penilai=pegawai_id, status=StatusPerubahan.DIAJUKAN).count()
    lembar = LembarPenilaian.objects.untuk_penilai(pegawai_id).menunggu_penilai()
    tertahan = lembar.filter(siklus__tahap=Tahap.TERBIT).count()
    lembar = lembar.count() - tertahan
    calon = (
        (
            skp,
            "check2-square",
            "{n} SKP menunggu persetujuan Anda",
            "Setujui atau kembalikan dengan catatan.",
            "kinerja:persetujuan",
        ),
        (
            perubahan,
            "pencil-square",
            "{n} perubahan SKP menunggu persetujuan Anda",
            "Baca yang berubah, lalu setujui atau kembalikan.",
            "kinerja:persetujuan",
        ),
        (
            tertahan,
            "hourglass-split",
            "Hasil {n} bawahan tertahan menunggu penilaian Anda",
            "Hasil yang lain sudah terbit. Lengkapi penilaiannya supaya hasil mereka menyusul.",
            "evaluasi:bawahan",
        ),
        (
            lembar,
            "people",
            "{n} bawahan belum Anda nilai",
            "Isi hanya yang berbeda dari usul sistem.",
            "evaluasi:bawahan",
        ),
    )
    keberatan = tugas_keberatan(pegawai_id, ("penilai", "pemeriksa"))
    tahun = (
        len(tahun_menunggu(pegawai_id)),
        "calendar-check",
        "{n} predikat setahun menunggu Anda tetapkan",
        "Pegawai itu mempunyai beberapa bagian tahun.",
        "evaluasi:tahun-list",
    )
    return [*berisi((*calon, tahun)), *keberatan, *_kalibrasi(pegawai_id), *_pembinaan(pegawai_id)]


def _kalibrasi(pegawai_id: int) -> list[Tugas]:
    """The head of an office reads its curve while there is time."""
    memimpin = Penempatan.objects.filter(pegawai_id=pegawai_id, jabatan__kepala_unit=True)
    memimpin = memimpin.filter(jabatan__unit__jenis__in=PERANGKAT_DAERAH).berlaku_pada(timezone.localdate())
    if not memimpin.exists():
        return []
    siklus = Siklus.objects.filter(tahap=Tahap.KALIBRASI).prefetch_related("jadwal")
    return [_satu_kalibrasi(satu) for satu in siklus]


def _satu_kalibrasi(siklus: Siklus) -> Tugas:
    terbit = next(satu.mulai for satu in siklus.jadwal.all() if satu.tahap == Tahap.TERBIT)
    keterangan = f"Sebaran sementara di samping pola · sampai {tulis_batas(terbit)}"
    alamat = reverse("evaluasi:kalibrasi-list", args=[siklus.pk])
    return Tugas("sliders", f"Kalibrasi {siklus.nama}", keterangan, alamat, "Baca")


def _pembinaan(pegawai_id: int) -> list[Tugas]:
    """Whose result calls for coaching, and the checks of the plans that run."""
    hari = timezone.localdate()
    belum = len(rekap_pelatihan.belum_dibina(pegawai_id, hari))
    calon = (
        (
            belum,
            "person-heart",
            "{n} bawahan belum mempunyai rencana pembinaan",
            "Hasil terakhirnya di bawah ekspektasi. Susun bersama pegawainya.",
            "pelatihan:pembinaan-list",
        ),
    )
    berjalan = Pembinaan.objects.filter(atasan=pegawai_id).berjalan().select_related("pegawai")
    berjalan = list(berjalan.prefetch_related("catatan"))
    tiap = rekap_pelatihan.ketentuan_pembinaan(hari).tiap_bulan if berjalan else 1
    tempo = [satu for satu in berjalan if rekap_pelatihan.tempo_terbuka(satu, hari, tiap)]
    return berisi(calon) + [
        Tugas(
            "person-heart",
            "Catat pemeriksaan pembinaan",
            str(satu.pegawai),
            reverse("pelatihan:pembinaan", args=[satu.pk]),
            "Catat",
        )
        for satu in tempo[:3]
    ]
