"""Every address × every role × GET and POST: who gets in, and that a refused request changes and shows nothing.

An address without a row here fails the build.
"""

import hashlib
from dataclasses import dataclass, field

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.urls import URLPattern, get_resolver, reverse

from kinerja.tests.factories import SAAT
from mataram_asn.jejak.kata import DILIHAT
from mataram_asn.kit.models import CatatanAudit
from mataram_asn.tests.dunia import KENARI, buat_dunia

PERAN = ("anonim", "pemilik", "rekan", "asing", "atasan", "pengelola", "bkpsdm", "auditor", "admin")
SEMUA = set(PERAN) - {"anonim"}
KOTA = {"bkpsdm", "auditor"}
TENTANG = {"pemilik", "atasan", "pengelola"} | KOTA
REKAN = {"rekan", "atasan", "pengelola"} | KOTA
TAK_SEORANG = set()
#: Both sides of an objection, who examines it, BKPSDM and the auditor.
BERPERKARA = {"pemilik", "atasan", "asing"} | KOTA
TERTUTUP = {302, 403, 404, 405}


@dataclass(frozen=True)
class Baris:
    """One address: the object it takes, who may read it, who may write it, and a body that is complete."""

    nama: str
    objek: str | None = None
    lihat: frozenset = frozenset()
    tulis: frozenset = frozenset()
    data: dict = field(default_factory=dict)
    tambahan: tuple = ()


def b(nama, objek=None, lihat=(), tulis=(), tambahan=(), **data) -> Baris:
    return Baris(nama, objek, frozenset(lihat), frozenset(tulis), data, tambahan)


RANCANGAN = {"mulai": "2030-01-01", "dasar_hukum": "PP baru", "alasan": "Uji", "kepastian": "D"}

MATRIKS = [
    b("beranda", lihat=SEMUA),
    b("surat-list", lihat=SEMUA),
    b("surat-baca-semua", tulis=SEMUA),
    b("surat-buka", "surat", tulis={"pemilik"}),
    b("kalender", lihat=SEMUA),
    b("kalender-ical", lihat=SEMUA),
    b("audit-list", lihat={"auditor"}),
    b("pegawai:pegawai-list", lihat=SEMUA),
    b("pegawai:pegawai-detail", "pegawai", lihat=TENTANG),
    b("pegawai:kode-beri", "pegawai", tulis={"bkpsdm"}),
    b("pegawai:kode-mohon", "rekan", tulis={"bkpsdm"}, alasan="Datang sendiri membawa KTP."),
    b("pegawai:kode-list", lihat=KOTA),
    b("pegawai:status-list", lihat={"pengelola"} | KOTA),
    b(
        "pegawai:status-catat",
        "rekan",
        lihat={"pengelola", "bkpsdm"},
        tulis={"pengelola", "bkpsdm"},
        jenis="cltn",
        mulai="2026-11-01",
        nomor_surat="800/12",
    ),
    b(
        "pegawai:status-akhiri",
        "status_dinas",
        lihat={"pengelola", "bkpsdm"},
        tulis={"pengelola", "bkpsdm"},
        selesai="2026-11-20",
    ),
    b(
        "pegawai:status-cabut",
        "status_dinas",
        lihat={"pengelola", "bkpsdm"},
        tulis={"pengelola", "bkpsdm"},
        alasan="Keliru mencatat.",
    ),
    b("pegawai:profil", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("pegawai:ketentuan-list", lihat=SEMUA),
    b("pegawai:ketentuan-detail", "ketentuan", lihat=SEMUA),
    b("pegawai:ketentuan-banding", "ketentuan", lihat=SEMUA, tambahan=("ketentuan",)),
    b("pegawai:rancangan-buat", lihat={"bkpsdm", "admin"}, tulis={"bkpsdm", "admin"}, tambahan=("bup",), **RANCANGAN),
    b("pegawai:rancangan-detail", "rancangan_ketentuan", lihat={"bkpsdm", "admin", "auditor"}),
    b(
        "pegawai:rancangan-ubah",
        "rancangan_ketentuan",
        lihat={"bkpsdm", "admin"},
        tulis={"bkpsdm", "admin"},
        **RANCANGAN,
    ),
    b("pegawai:rancangan-tetapkan", "rancangan_ketentuan", tulis={"bkpsdm", "admin"}),
    b("pegawai:rancangan-batal", "rancangan_ketentuan", tulis={"bkpsdm", "admin"}),
    b("pegawai:organisasi", lihat=SEMUA),
    b("pegawai:unit-detail", "unit", lihat=SEMUA),
    b("pegawai:peta-jabatan", lihat=KOTA),
    b("pegawai:impor-list", lihat=KOTA),
    b("pegawai:impor-unggah", lihat={"bkpsdm"}, tulis={"bkpsdm"}, jenis="pegawai"),
    b("pegawai:impor-detail", "berkas", lihat=KOTA),
    b("pegawai:impor-muat", "berkas", tulis={"bkpsdm"}),
    b("pegawai:impor-batal", "berkas", tulis={"bkpsdm"}),
    b("pegawai:laporan-atasan-list", lihat={"bkpsdm"}),
    b(
        "pegawai:laporan-atasan-buat",
        lihat={"pemilik", "rekan", "asing", "atasan"},
        tulis={"pemilik", "rekan", "asing", "atasan"},
        keterangan="Saya pindah bidang.",
    ),
    b(
        "pegawai:laporan-atasan-putus",
        "laporan",
        lihat={"bkpsdm"},
        tulis={"bkpsdm"},
        tanggapan="Sudah benar.",
        putusan="tetap",
    ),
    b("pegawai:peran-list", lihat={"bkpsdm", "admin", "auditor"}),
    b("pegawai:peran-minta", lihat={"bkpsdm", "admin"}, tulis={"bkpsdm", "admin"}, peran="auditor", alasan="Uji"),
    b("pegawai:peran-cabut", lihat={"bkpsdm", "admin"}, tulis={"bkpsdm", "admin"}, peran="auditor", alasan="Uji"),
    b("pegawai:peran-putus", "permohonan", tulis={"admin"}, putusan="setuju"),
    b("pegawai:kode-tukar", lihat=set(PERAN), tulis=set(PERAN), username="199001012015011001", kode="AAAA-BBBB"),
    b("kinerja:skp-list", lihat=SEMUA),
    b(
        "kinerja:skp-buat",
        lihat={"pemilik", "rekan", "asing", "atasan"},
        tulis={"pemilik", "rekan", "asing", "atasan"},
        mulai="2027-01-01",
        selesai="2027-12-31",
        pendekatan="kuantitatif",
    ),
    b("kinerja:skp-detail", "skp", lihat=TENTANG),
    b("kinerja:skp-ajukan", "skp_diajukan", tulis={"rekan"}),
    b("kinerja:skp-tarik", "skp_diajukan", tulis={"rekan"}),
    b("kinerja:skp-setujui", "skp_diajukan", tulis={"atasan"}),
    b("kinerja:skp-kembalikan", "skp_diajukan", tulis={"atasan"}, catatan="Perjelas targetnya."),
    b("kinerja:skp-hapus", "skp_diajukan", tulis={"rekan"}),
    b("kinerja:hasil-buat", "skp_diajukan", tulis={"rekan"}, jenis="utama", uraian="Hasil baru"),
    b("kinerja:bobot-simpan", "skp_diajukan", tulis={"rekan"}),
    b("kinerja:bobot-jumlah", "skp", lihat=TENTANG, tulis=TENTANG),
    b("kinerja:ekspektasi-simpan", "skp_diajukan", tulis={"atasan", "rekan"}, akuntabel="Tepat waktu"),
    b("kinerja:hasil-ubah", "hasil", lihat=TENTANG, tulis={"pemilik"}, jenis="utama", uraian="Diubah"),
    b("kinerja:hasil-hapus", "hasil", tulis={"pemilik"}),
    b(
        "kinerja:indikator-buat",
        "hasil",
        tulis={"pemilik"},
        tambahan=("kuantitatif",),
        uraian="Baru",
        target="5",
        satuan="buah",
        arah="naik",
    ),
    b(
        "kinerja:indikator-ubah",
        "indikator",
        lihat=TENTANG,
        tulis={"pemilik"},
        uraian="Diubah",
        target="5",
        satuan="buah",
        arah="naik",
    ),
    b("kinerja:indikator-hapus", "indikator", tulis={"pemilik"}),
    b("kinerja:persetujuan", lihat=SEMUA),
    b("kinerja:persetujuan-setujui"),
    b("kinerja:perubahan-buat", "skp", lihat={"pemilik"}, tulis={"pemilik"}, alasan="Strategi berubah"),
    b("kinerja:skp-riwayat", "skp", lihat=TENTANG),
    b("kinerja:perubahan-detail", "perubahan", lihat=TENTANG),
    b("kinerja:versi-lama", "perubahan", lihat=TENTANG),
    b("kinerja:perubahan-hasil", "perubahan", tulis={"pemilik"}, uraian="Hasil baru", jenis="utama"),
    b("kinerja:perubahan-indikator", "perubahan", tulis={"pemilik"}, uraian="Baru"),
    b("kinerja:perubahan-bobot", "perubahan", tulis={"pemilik"}),
    b("kinerja:perubahan-pendekatan", "perubahan", tulis={"pemilik"}, pendekatan="kualitatif"),
    b("kinerja:perubahan-perilaku", "perubahan", tulis={"pemilik", "atasan"}, akuntabel="Teliti."),
    b("kinerja:perubahan-lampiran", "perubahan", tulis={"pemilik", "atasan"}, konsekuensi="Apresiasi."),
    b("kinerja:perubahan-keluarkan", "perubahan", tulis={"pemilik"}, kunci="h1"),
    b("kinerja:perubahan-pulihkan", "perubahan", tulis={"pemilik"}, kunci="h1"),
    b("kinerja:perubahan-ajukan", "perubahan", tulis={"pemilik"}),
    b("kinerja:perubahan-tarik", "perubahan", tulis={"pemilik"}),
    b("kinerja:perubahan-batalkan", "perubahan", tulis={"pemilik"}),
    b("kinerja:perubahan-setujui", "perubahan", tulis={"atasan"}),
    b("kinerja:perubahan-kembalikan", "perubahan", tulis={"atasan"}, catatan="Perjelas alasannya."),
    b("kinerja:usul-saya", lihat=SEMUA),
    b("kinerja:usul-konfirmasi"),
    b("kinerja:usul-list", lihat=KOTA | {"pengelola"}),
    b("kinerja:delegasi-list", lihat=SEMUA),
    b("kinerja:delegasi-cabut", "delegasi", tulis={"atasan"}),
    b("kinerja:umpan-balik-tulis", "skp", tulis={"pemilik", "atasan"}, teks="Terima kasih"),
    b("kinerja:umpan-balik-berkas", "umpan_kerja", lihat={"pemilik", "atasan"}),
    b("kinerja:dialog-list", lihat=SEMUA),
    b("kinerja:dialog-buat", lihat=SEMUA),
    b("kinerja:dialog-detail", "dialog", lihat={"pemilik", "atasan"}),
    b("kinerja:dialog-jadwal", "dialog", tulis={"pemilik", "atasan"}, waktu="2026-12-01T09:00", tempat="A", agenda="B"),
    b("kinerja:dialog-catatan", "dialog", tulis={"pemilik", "atasan"}, catatan="Berjalan baik"),
    b("kinerja:dialog-sepakat", "dialog", tulis={"pemilik", "atasan"}, uraian="Lanjut", tenggat="2026-12-20"),
    b("kinerja:dialog-sahkan", "dialog", tulis={"pemilik", "atasan"}),
    b("kinerja:dialog-batal", "dialog", tulis={"pemilik", "atasan"}, alasan="Berhalangan"),
    b("kinerja:kesepakatan-selesai", "kesepakatan", tulis={"pemilik", "atasan"}),
    b("kinerja:realisasi", "skp", lihat=TENTANG),
    b("kinerja:realisasi-simpan", "indikator", tulis={"pemilik"}, tambahan=("periode",), nilai="49"),
    b("kinerja:bukti", "bukti", lihat=TENTANG),
    b("kinerja:bukti-list", lihat=SEMUA),
    b("kinerja:bukti-pilih", lihat=SEMUA),
    b("kinerja:bukti-lihat", "bukti", lihat=TENTANG),
    b("kinerja:bukti-isi", "bukti", lihat=TENTANG),
    b("kinerja:bukti-pakai", "bukti", tulis={"pemilik"}),
    b("kinerja:pustaka-list", lihat=SEMUA),
    b("kinerja:pustaka-buat", lihat={"bkpsdm"}, tulis={"bkpsdm"}),
    b("kinerja:pustaka-ubah", "pustaka", lihat={"bkpsdm"}, tulis={"bkpsdm"}),
    b("kinerja:pustaka-pilih", "skp_diajukan"),
    b("kinerja:tim-list", lihat=SEMUA),
    b("kinerja:tim-buat", lihat={"bkpsdm", "atasan", "pengelola"}, tulis={"bkpsdm", "atasan", "pengelola"}),
    b("kinerja:tim-detail", "tim", lihat=TENTANG),
    b("kinerja:tim-anggota", "tim", tulis={"atasan", "pengelola", "bkpsdm"}),
    b("kinerja:tim-masukan", "tim", tulis={"atasan"}),
    b("kinerja:matriks-saya"),
    b("kinerja:matriks", "unit", lihat=TENTANG | {"rekan"}),
    b("kinerja:berkas-list", lihat=SEMUA),
    b("kinerja:berkas-contoh", lihat=SEMUA),
    b("kinerja:berkas-lembar", lihat=SEMUA),
    b("kinerja:berkas-ekinerja", lihat=SEMUA),
    b("kinerja:berkas-detail", "berkas_rencana", lihat=KOTA),
    b("kinerja:berkas-muat", "berkas_rencana", tulis={"bkpsdm"}),
    b("kinerja:berkas-batal", "berkas_rencana", tulis={"bkpsdm"}),
    b("kinerja:iku-list", lihat=SEMUA),
    b("kinerja:iku-detail", "iku", lihat=SEMUA),
    b("kinerja:iku-unit", "unit", lihat=SEMUA),
    b(
        "kinerja:iku-catat",
        "iku",
        lihat={"bkpsdm", "pengelola"},
        tulis={"bkpsdm", "pengelola"},
        tambahan=("nilai",),
        tahun="2024",
        nilai="7,5",
        sumber="Publikasi",
    ),
    b("evaluasi:siklus-list", lihat=SEMUA),
    b("evaluasi:siklus-buat", lihat={"bkpsdm"}, tulis={"bkpsdm"}, tanggal="2027-05-01"),
    b("evaluasi:siklus-detail", "siklus", lihat=SEMUA),
    b("evaluasi:siklus-pekerjaan", "siklus", lihat=KOTA),
    b("evaluasi:siklus-salin", "siklus_rencana", tulis={"bkpsdm"}),
    b("evaluasi:siklus-periksa", "siklus_rencana", lihat=KOTA),
    b("evaluasi:siklus-buka", "siklus_rencana", tulis={"bkpsdm"}),
    b("evaluasi:siklus-jadwal", "siklus_rencana", lihat={"bkpsdm"}, tulis={"bkpsdm"}),
    b("evaluasi:siklus-batal", "siklus_rencana", lihat={"bkpsdm"}, tulis={"bkpsdm"}, alasan="Salah buat."),
    b("evaluasi:siklus-laporan", "siklus", lihat=KOTA),
    b("evaluasi:siklus-organisasi", "siklus", lihat=KOTA, tulis={"bkpsdm"}),
    b("evaluasi:kalibrasi-list", "siklus_kalibrasi", lihat={"atasan"} | KOTA),
    b("evaluasi:kalibrasi-unit", "siklus_kalibrasi", lihat={"atasan"} | KOTA, tambahan=("unit",)),
    b(
        "evaluasi:kalibrasi-lembar",
        "lembar_kalibrasi",
        lihat={"atasan"} | KOTA,
        tulis={"bkpsdm"},
        sumbu="perilaku",
        dari="sesuai",
        ke="di_atas",
        alasan="Sudah dibicarakan.",
    ),
    b("evaluasi:kalibrasi-minta", "lembar_kalibrasi", tulis={"bkpsdm"}, pesan="Mohon dibaca kembali."),
    b("evaluasi:kalibrasi-cabut", "kalibrasi", tulis={"bkpsdm"}, alasan="Keliru orang."),
    b("evaluasi:potongan-ulangi", "potongan", tulis={"bkpsdm"}),
    b("evaluasi:andai-list", lihat={"bkpsdm"}),
    b("evaluasi:andai-banding", lihat={"bkpsdm"}),
    b("evaluasi:andai-buat", "siklus_terbit", lihat={"bkpsdm"}, tulis={"bkpsdm"}, judul="Coba", publik_k="5"),
    b("evaluasi:andai-detail", "simulasi", lihat={"bkpsdm"}),
    b("evaluasi:andai-kemajuan", "simulasi", lihat={"bkpsdm"}),
    b("evaluasi:andai-orang", "simulasi", lihat={"bkpsdm"}),
    b("evaluasi:andai-hapus", "simulasi", tulis={"bkpsdm"}),
    b("evaluasi:andai-hasil", "evaluasi", lihat=TENTANG),
    b("evaluasi:andai-sementara", "lembar", lihat={"pemilik", "atasan"}),
    b("evaluasi:bawahan", lihat={"atasan"}),
    b("evaluasi:nilai", "lembar", lihat={"atasan"}, tulis={"atasan"}),
    b("evaluasi:nilai-simpan", "lembar", tulis={"atasan"}),
    b("evaluasi:konfirmasi-list", lihat={"bkpsdm", "pengelola"}),
    b("evaluasi:konfirmasi", "lembar", tulis={"bkpsdm", "pengelola"}),
    b("evaluasi:hasil-saya", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("evaluasi:hasil-detail", "evaluasi", lihat=TENTANG),
    b("evaluasi:hasil-jejak", "evaluasi", lihat=TENTANG),
    b("evaluasi:hasil-jejak-pdf", "evaluasi", lihat=TENTANG),
    b("evaluasi:keberatan-ajukan", "evaluasi", tulis={"pemilik"}, butir="rating_perilaku", alasan="Keliru."),
    b("evaluasi:hasil-terima", "evaluasi", tulis={"pemilik"}),
    b("evaluasi:keberatan-list", lihat=SEMUA),
    b("evaluasi:pemantauan", lihat={"bkpsdm"}),
    b("evaluasi:keberatan-detail", "keberatan", lihat=BERPERKARA),
    b("evaluasi:keberatan-tunjuk", "keberatan", tulis=TAK_SEORANG, nip="199001012015011001", dasar="Uji"),
    b("evaluasi:keberatan-periksa", "keberatan", tulis={"asing"}),
    b("evaluasi:keberatan-keterangan", "keberatan", tulis={"pemilik", "atasan", "asing"}, pihak="penilai", isi="Uji"),
    b("evaluasi:keberatan-putus", "keberatan", tulis={"asing"}),
    b("evaluasi:keberatan-bukti", "bukti_keberatan", lihat=BERPERKARA),
    b("evaluasi:sementara", "lembar", lihat={"pemilik"}),
    b("evaluasi:selesai-mengisi", "lembar_isi", tulis={"pemilik"}),
    b("evaluasi:umpan-balik-saya", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("evaluasi:umpan-balik", lihat={"bkpsdm"}),
    b("evaluasi:moderasi", lihat={"bkpsdm"}),
    b("evaluasi:moderasi-putus", "umpan", tulis={"bkpsdm"}, putusan="layak"),
    b("evaluasi:token", lihat={"bkpsdm", "pengelola"}, tulis={"bkpsdm", "pengelola"}, jumlah="1"),
    b("evaluasi:cetak-skp", "skp", lihat=TENTANG),
    b("evaluasi:cetak-evaluasi", "evaluasi", lihat=TENTANG),
    b("evaluasi:cetak-dokumen", "evaluasi", lihat=TENTANG),
    b("evaluasi:terbit-skp", "skp", tulis=TENTANG - {"auditor"}),
    b("evaluasi:terbit-evaluasi", "evaluasi", tulis=TENTANG - {"auditor"}),
    b("evaluasi:terbit-dokumen", "evaluasi", tulis=TENTANG - {"auditor"}),
    b("evaluasi:dokumen-list", lihat=SEMUA),
    b("evaluasi:dokumen-detail", "dokumen", lihat=TENTANG),
    b("evaluasi:dokumen-berkas", "dokumen", lihat=TENTANG),
    b("evaluasi:dokumen-bertanda", "tanda_tangan", lihat=TENTANG),
    b("evaluasi:dokumen-cabut", "dokumen", tulis={"bkpsdm"}, alasan="Terbit dengan data yang salah."),
    b("evaluasi:dokumen-cabut-putus", "dokumen_diminta", tulis={"bkpsdm"}, putusan="cabut"),
    b("evaluasi:dokumen-tanda-tangan", "dokumen", tulis={"pemilik", "atasan"}),
    b("evaluasi:batch-list", lihat={"bkpsdm", "pengelola"}, tulis={"bkpsdm", "pengelola"}, isi="skp", tahun="2026"),
    b("evaluasi:batch-detail", "batch", lihat={"bkpsdm"}),
    b("evaluasi:batch-berkas", "batch", lihat={"bkpsdm"}),
    b("pertukaran", lihat=KOTA),
    b("pertukaran-unggah", tulis={"bkpsdm"}, jenis="skp22"),
    b("pertukaran-detail", "pertukaran", lihat=KOTA),
    b("pertukaran-muat", "pertukaran", tulis={"bkpsdm"}),
    b("pertukaran-batal", "pertukaran", tulis={"bkpsdm"}),
    b("pelatihan:saya", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("pelatihan:bawahan", lihat={"atasan"}),
    b("pelatihan:pegawai", "pegawai", lihat=TENTANG - {"pemilik"}),
    b("pelatihan:rencanakan", "pegawai", tulis={"atasan", "bkpsdm"}),
    b("pelatihan:pembinaan-list", lihat=SEMUA),
    b("pelatihan:pembinaan-mulai", "evaluasi", lihat={"atasan"}, tulis={"atasan"}, sasaran_0="Lebih teliti"),
    b("pelatihan:pembinaan", "pembinaan", lihat={"pemilik", "atasan", "bkpsdm"}),
    b(
        "pelatihan:pembinaan-catat",
        "pembinaan",
        tulis={"atasan"},
        tempo="2026-11-01",
        kemajuan="sebagian",
        isi="Uji",
    ),
    b("pelatihan:pembinaan-putus", "pembinaan", tulis={"atasan", "bkpsdm"}, langkah="membaik", dasar="Uji"),
    b("pelatihan:pembinaan-tanggapi", "catatan_pembinaan", tulis={"pemilik"}, tanggapan="Uji"),
    b("pelatihan:katalog", lihat=SEMUA),
    b("pelatihan:rencana-list", lihat=SEMUA),
    b(
        "pelatihan:kehadiran",
        "rencana",
        lihat={"atasan", "pengelola", "bkpsdm"},
        tulis={"atasan", "pengelola", "bkpsdm"},
        mulai="2026-11-01",
        selesai="2026-11-02",
        jp="4",
    ),
    b("pelatihan:batalkan", "rencana", tulis={"atasan", "bkpsdm"}),
    b("talenta:beranda", lihat=KOTA),
    b("talenta:lowongan-list", lihat=KOTA),
    b("talenta:lowongan-detail", "jabatan", lihat=KOTA),
    b("evaluasi:siklus-setahun", lihat={"bkpsdm"}, tulis={"bkpsdm"}, tahun="2029"),
    b("evaluasi:siklus-papan", "siklus", lihat={"atasan"} | KOTA),
    b("evaluasi:siklus-keadaan", "siklus", lihat={"pengelola"} | KOTA),
    b("evaluasi:siklus-ketepatan", "siklus", lihat={"atasan"} | KOTA),
    b("evaluasi:siklus-perpanjangan", "siklus", lihat=SEMUA, tulis={"bkpsdm"}),
    b("evaluasi:perpanjangan-cabut", "perpanjangan", tulis={"bkpsdm"}),
    b("evaluasi:lembar-alih", "lembar", lihat={"bkpsdm"}, tulis={"bkpsdm"}),
    b(
        "evaluasi:siklus-mohon",
        "siklus",
        lihat={"bkpsdm"},
        tulis={"bkpsdm"},
        apa="batalkan",
        alasan="Salah tanggal.",
    ),
    b("evaluasi:siklus-putus", "permohonan_siklus", lihat={"bkpsdm"}, tulis={"bkpsdm"}, putusan="setuju"),
    b("evaluasi:tahun-list", lihat={"atasan"} | KOTA),
    b(
        "evaluasi:tahun-gabung",
        "siklus_tahun",
        lihat={"atasan"},
        tulis={"atasan"},
        tambahan=("rekan",),
        rating_hasil="sesuai",
        rating_perilaku="sesuai",
    ),
    b("evaluasi:tahun-detail", "tahunan", lihat=REKAN),
    b("evaluasi:tahun-jejak", "tahunan", lihat=REKAN),
    b("evaluasi:tahun-jejak-pdf", "tahunan", lihat=REKAN),
    b("evaluasi:cetak-tahun", "tahunan", lihat=REKAN),
    b("evaluasi:cetak-dokumen-tahun", "tahunan", lihat=REKAN),
    b("evaluasi:terbit-tahun", "tahunan", tulis=REKAN - {"auditor"}),
    b("evaluasi:terbit-dokumen-tahun", "tahunan", tulis=REKAN - {"auditor"}),
    b("talenta:kotak", lihat=KOTA),
    b("talenta:angka-kredit-saya", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("talenta:angka-kredit", "pegawai", lihat=KOTA),
    b("talenta:angka-kredit-list", lihat=KOTA),
    b("talenta:cetak-konversi", "konversi", lihat=KOTA | {"pemilik"}),
    b("talenta:terbit-konversi", "konversi", tulis={"pemilik", "bkpsdm"}),
    # the person of this world holds no functional position: nothing to print, for nobody
    b("talenta:cetak-akumulasi", "pegawai"),
    b("talenta:terbit-akumulasi", "pegawai"),
    b("talenta:cetak-penetapan", "pegawai"),
    b("talenta:terbit-penetapan", "pegawai"),
    b("talenta:angka-kredit-konversi", tulis={"bkpsdm"}, tahun="2025"),
    b(
        "talenta:angka-kredit-tambah",
        "pegawai",
        tulis={"bkpsdm"},
        jenis="lama",
        tanggal="2026-01-01",
        angka="5",
        dasar="x",
    ),
    b("talenta:apresiasi", lihat=SEMUA),
    b("talenta:piagam", "piagam", lihat=SEMUA),
    b("talenta:penghargaan", lihat={"atasan", "bkpsdm"}),
    b("talenta:penghargaan-usulkan", "pegawai", tulis={"atasan"}, dasar="kinerja", uraian="Uji"),
    b("talenta:penghargaan-tim", tulis={"atasan"}, uraian="Uji"),
    b("talenta:penghargaan-putus", "usul_penghargaan", tulis={"bkpsdm"}, putusan="tetapkan"),
    b("talenta:karier-saya", lihat={"pemilik", "rekan", "asing", "atasan"}),
    b("talenta:karier", "pegawai", lihat=KOTA),
]

#: Open or run by a library with rules of its own; each is looked at in a test of its own.
LAIN = {"umpan-balik", "sehat", "verifikasi", "verifikasi-awal"}
PUSTAKA = ("account_", "mfa_", "socialaccount_", "admin:")


def alamat_ada() -> set[str]:
    """The names of every address of ours."""
    return {nama for nama in _jelajah(get_resolver()) if not nama.startswith(PUSTAKA) and nama not in LAIN}


def _jelajah(resolver, awalan=""):
    for satu in resolver.url_patterns:
        if isinstance(satu, URLPattern):
            yield f"{awalan}{satu.name}" if satu.name else f"{awalan}{satu.pattern}"
        else:
            yield from _jelajah(satu, awalan + (f"{satu.namespace}:" if satu.namespace else ""))


def test_every_address_has_a_row_and_every_row_an_address():
    ada, ditulis = alamat_ada(), {baris.nama for baris in MATRIKS}
    assert ada == ditulis, f"tanpa baris: {sorted(ada - ditulis)}; tanpa alamat: {sorted(ditulis - ada)}"


def sidik_tabel(*, dilihat: bool = True) -> str:
    """One hash over every row of every table of ours: what a refused request may not change.

    Without `dilihat` the rows that say who read a page are left out: a page that is read leaves one.
    """
    sidik = hashlib.sha256()
    saring = {} if dilihat else {CatatanAudit._meta.db_table: f"WHERE aksi <> '{DILIHAT}'"}
    with connection.cursor() as kursor:
        for model in sorted(apps.get_models(), key=lambda satu: satu._meta.db_table):
            if model._meta.app_label in {"kit", "pegawai", "kinerja", "evaluasi", "pelatihan", "talenta"}:
                tabel = model._meta.db_table
                isi = f"{tabel} t {saring.get(tabel, '')}"
                kursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {isi}")
                sidik.update(f"{tabel}{kursor.fetchone()[0]}".encode())
    return sidik.hexdigest()


@pytest.fixture
def dunia(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=False):
        yield buat_dunia()


def _alamat(baris: Baris, dunia) -> str:
    isi = [dunia.objek[baris.objek].pk] if baris.objek else []
    isi += [dunia.objek[satu].pk if satu in dunia.objek else satu for satu in baris.tambahan]
    return reverse(baris.nama, args=isi)


@pytest.mark.parametrize("baris", MATRIKS, ids=lambda baris: baris.nama)
def test_who_reads_and_writes(baris, dunia, client):
    alamat = _alamat(baris, dunia)
    salah = []
    for peran in PERAN:
        client.logout()
        if peran != "anonim":
            client.force_login(dunia.akun[peran])
        salah += _baca(client, baris, alamat, peran)
        if peran not in baris.tulis:
            salah += _tulis(client, baris, alamat, peran)
    assert not salah, "\n".join(salah)


def _baca(client, baris, alamat, peran) -> list[str]:
    jawab = client.get(alamat)
    for tutup in jawab._resource_closers:  # close() would also close the test's connection
        tutup()
    masuk = jawab.status_code == 200
    if peran in baris.lihat and not masuk:
        return [f"GET {peran}: {jawab.status_code}, seharusnya 200"]
    if peran not in baris.lihat:
        if jawab.status_code not in TERTUTUP:
            return [f"GET {peran}: {jawab.status_code}, seharusnya ditolak"]
        if KENARI in jawab.content.decode(errors="replace"):
            return [f"GET {peran}: penolakan memuat milik orang lain"]
    return []


def _tulis(client, baris, alamat, peran) -> list[str]:
    sebelum = sidik_tabel()
    jawab = client.post(alamat, baris.data | {"versi": "1"})
    if sidik_tabel() != sebelum:
        return [f"POST {peran}: baris berubah ({jawab.status_code})"]
    boleh = TERTUTUP | ({200, 422} if peran in baris.lihat else set())
    if jawab.status_code not in boleh:
        return [f"POST {peran}: {jawab.status_code}, seharusnya ditolak"]
    if peran not in baris.lihat and KENARI in jawab.content.decode(errors="replace"):
        return [f"POST {peran}: penolakan memuat milik orang lain"]
    return []


#: Positive control: with the same bodies the one who may does change a row.
KENDALI = [
    ("surat-buka", "pemilik"),
    ("kinerja:skp-setujui", "atasan"),
    ("kinerja:skp-kembalikan", "atasan"),
    ("kinerja:skp-tarik", "rekan"),
    ("kinerja:perubahan-setujui", "atasan"),
    ("kinerja:perubahan-kembalikan", "atasan"),
    ("kinerja:perubahan-tarik", "pemilik"),
    ("kinerja:delegasi-cabut", "atasan"),
    ("kinerja:umpan-balik-tulis", "atasan"),
    ("kinerja:dialog-catatan", "pemilik"),
    ("kinerja:dialog-batal", "atasan"),
    ("kinerja:kesepakatan-selesai", "pemilik"),
    ("kinerja:realisasi-simpan", "pemilik"),
    ("kinerja:iku-catat", "pengelola"),
    ("evaluasi:siklus-salin", "bkpsdm"),
    ("evaluasi:siklus-buka", "bkpsdm"),
    ("evaluasi:siklus-batal", "bkpsdm"),
    ("evaluasi:tahun-gabung", "atasan"),
    ("evaluasi:perpanjangan-cabut", "bkpsdm"),
    ("evaluasi:siklus-putus", "bkpsdm"),
    ("evaluasi:potongan-ulangi", "bkpsdm"),
    ("evaluasi:andai-buat", "bkpsdm"),
    ("pegawai:rancangan-buat", "bkpsdm"),
    ("pegawai:rancangan-tetapkan", "admin"),
    ("pegawai:rancangan-batal", "bkpsdm"),
    ("evaluasi:andai-hapus", "bkpsdm"),
    ("evaluasi:moderasi-putus", "bkpsdm"),
    ("evaluasi:selesai-mengisi", "pemilik"),
    ("evaluasi:keberatan-ajukan", "pemilik"),
    ("evaluasi:hasil-terima", "pemilik"),
    ("evaluasi:keberatan-keterangan", "atasan"),
    ("pegawai:status-catat", "pengelola"),
    ("pegawai:status-akhiri", "bkpsdm"),
    ("pegawai:status-cabut", "bkpsdm"),
    ("pegawai:kode-beri", "bkpsdm"),
    ("pegawai:laporan-atasan-buat", "asing"),
    ("pegawai:impor-batal", "bkpsdm"),
    ("pelatihan:pembinaan-catat", "atasan"),
    ("pelatihan:pembinaan-putus", "bkpsdm"),
    ("pelatihan:pembinaan-tanggapi", "pemilik"),
    ("talenta:penghargaan-putus", "bkpsdm"),
    ("pelatihan:kehadiran", "atasan"),
    ("pelatihan:batalkan", "atasan"),
]


@pytest.mark.parametrize(("nama", "peran"), KENDALI)
def test_positive_control_who_may_does_change(nama, peran, dunia, client):
    baris = next(satu for satu in MATRIKS if satu.nama == nama)
    client.force_login(dunia.akun[peran])
    sebelum = sidik_tabel()
    dibaca = {"versi": "1", "sidik": dunia.objek["rancangan_ketentuan"].sidik_kini}
    jawab = client.post(_alamat(baris, dunia), baris.data | dibaca)
    assert sidik_tabel() != sebelum, f"{jawab.status_code}: {jawab.content.decode(errors='replace')[:2000]}"


@pytest.mark.parametrize("nama", [baris.nama for baris in MATRIKS if baris.objek])
def test_an_unknown_row_is_not_found(nama, dunia, client):
    baris = next(satu for satu in MATRIKS if satu.nama == nama)
    client.force_login(dunia.akun["bkpsdm"])
    for pk in (0, 2**63 - 1):
        alamat = reverse(
            nama,
            args=[pk, *[satu if isinstance(satu, str) and satu not in dunia.objek else pk for satu in baris.tambahan]],
        )
        assert client.get(alamat).status_code in {404, 405}
        assert client.post(alamat, baris.data).status_code in {404, 405}
