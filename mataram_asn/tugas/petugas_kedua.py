"""What waits for a second person of the city, and whose sheets are overdue: read from the rows, kept nowhere."""

from django.db.models import Count
from django.urls import reverse

from evaluasi.models import LembarPenilaian, PermintaanCabut, PermohonanSiklus, Siklus
from evaluasi.pilihan import StatusPermohonan as StatusSiklus
from evaluasi.pilihan import Tahap
from mataram_asn.kit.kata import tulis_angka, tulis_tanggal
from pegawai.models import PermohonanPeran, RancanganKetentuan
from pegawai.pilihan import StatusPermohonan, StatusRancangan
from talenta.akses import recognition_judge
from talenta.models import Penghargaan

from .dasar import Tugas

PALING_BANYAK = 3


def tugas_orang_kedua(user, siapa) -> list[Tugas]:
    """Requests that another person made and this one may decide: nothing happens until somebody does."""
    if not (siapa.bkpsdm or siapa.admin):
        return []
    hanya_bkpsdm = (*_siklus(user), *_pencabutan(user), *_penghargaan(user)) if siapa.bkpsdm else ()
    return [*hanya_bkpsdm, *_rancangan(user), *_peran(user)]


def _siklus(user) -> list[Tugas]:
    baris = PermohonanSiklus.objects.filter(status=StatusSiklus.MENUNGGU).exclude(diminta_oleh=user)
    return [
        Tugas(
            "people",
            f"{satu.get_apa_display()} {satu.siklus.nama}: menunggu Anda sebagai petugas kedua",
            f"{satu.diminta_oleh}: {satu.alasan}",
            reverse("evaluasi:siklus-putus", args=[satu.pk]),
            "Putuskan",
        )
        for satu in baris.select_related("siklus", "diminta_oleh")[:PALING_BANYAK]
    ]


def _pencabutan(user) -> list[Tugas]:
    baris = PermintaanCabut.objects.filter(dokumen__pencabutan__isnull=True).exclude(diminta_oleh=user)
    if user.pegawai_id:
        baris = baris.exclude(dokumen__pegawai=user.pegawai_id).exclude(dokumen__penilai=user.pegawai_id)
    return [
        Tugas(
            "file-earmark-x",
            f"Pencabutan dokumen menunggu petugas kedua: {satu.dokumen}",
            satu.alasan,
            reverse("evaluasi:dokumen-detail", args=[satu.dokumen_id]),
            "Baca",
        )
        for satu in baris.select_related("dokumen")[:PALING_BANYAK]
    ]


def _rancangan(user) -> list[Tugas]:
    baris = RancanganKetentuan.objects.filter(status=StatusRancangan.DRAF).exclude(disusun_oleh=user)
    return [
        Tugas(
            "journal-check",
            f"Rancangan ketentuan {satu.get_jenis_display()} menunggu ditetapkan",
            f"Disusun {satu.disusun_oleh}, berlaku mulai {tulis_tanggal(satu.mulai)}.",
            reverse("pegawai:rancangan-detail", args=[satu.pk]),
            "Baca",
        )
        for satu in baris.select_related("disusun_oleh")[:PALING_BANYAK]
    ]


def _peran(user) -> list[Tugas]:
    baris = PermohonanPeran.objects.filter(status=StatusPermohonan.DIAJUKAN)
    n = baris.exclude(diminta_oleh=user).exclude(pengguna=user).count()
    if not n:
        return []
    judul = f"{tulis_angka(n)} permohonan peran menunggu petugas kedua"
    return [Tugas("person-badge", judul, "Yang memohonkan tidak memutuskannya.", reverse("pegawai:peran-list"))]


def _penghargaan(user) -> list[Tugas]:
    boleh = recognition_judge(user)
    n = sum(map(boleh, Penghargaan.objects.menunggu().prefetch_related("anggota")))
    if not n:
        return []
    judul = f"{tulis_angka(n)} usulan penghargaan menunggu putusan"
    return [Tugas("award", judul, "Pengusul tidak memutuskan usulannya.", reverse("talenta:penghargaan"))]


def tugas_terlambat() -> list[Tugas]:
    """The siklus whose scoring is over while sheets are not set: who holds them up, one click away."""
    belum = LembarPenilaian.objects.filter(siklus__tahap=Tahap.KALIBRASI, ditetapkan_pada__isnull=True)
    jumlah = belum.values("siklus").annotate(lembar=Count("pk"), penilai=Count("penilai", distinct=True))
    nama = dict(Siklus.objects.filter(pk__in=[satu["siklus"] for satu in jumlah]).values_list("pk", "nama"))
    return [
        Tugas(
            "hourglass-split",
            f"{tulis_angka(satu['lembar'])} lembar {nama[satu['siklus']]} belum dinilai",
            f"Tertahan pada {tulis_angka(satu['penilai'])} penilai; hasilnya tidak terbit bersama yang lain.",
            f"{reverse('evaluasi:siklus-papan', args=[satu['siklus']])}?keadaan=lewat",
            "Lihat",
        )
        for satu in jumlah.order_by("siklus")
    ]
