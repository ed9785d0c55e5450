"""The words of performance plans. PP 30/2019, PermenPANRB 6/2022."""

from django.db.models import TextChoices


class JenisPeriode(TextChoices):
    BULANAN = "bulanan", "Bulanan"
    TRIWULANAN = "triwulanan", "Triwulanan"
    TAHUNAN = "tahunan", "Tahunan"


class KegiatanPeriode(TextChoices):
    """What of a period an extension keeps open."""

    ISI = "isi", "Pengisian realisasi"
    NILAI = "nilai", "Penilaian atasan"


class Pendekatan(TextChoices):
    KUANTITATIF = "kuantitatif", "Kuantitatif"
    KUALITATIF = "kualitatif", "Kualitatif"


class StatusSKP(TextChoices):
    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISETUJUI = "disetujui", "Disetujui"


class JenisHasil(TextChoices):
    UTAMA = "utama", "Utama"
    TAMBAHAN = "tambahan", "Tambahan"


class JenisIndikator(TextChoices):
    KUANTITATIF = "kuantitatif", "Kuantitatif"
    KUALITATIF = "kualitatif", "Kualitatif"


class Aspek(TextChoices):
    KUANTITAS = "kuantitas", "Kuantitas"
    KUALITAS = "kualitas", "Kualitas"
    WAKTU = "waktu", "Waktu"
    BIAYA = "biaya", "Biaya"


class Arah(TextChoices):
    """Which way is better."""

    NAIK = "naik", "Makin tinggi makin baik"
    TURUN = "turun", "Makin rendah makin baik"
    RENTANG = "rentang", "Dalam rentang paling baik"


class SifatTarget(TextChoices):
    """How an annual target is read within the year."""

    KUMULATIF = "kumulatif", "Bertambah sepanjang tahun"
    TETAP = "tetap", "Sama sepanjang tahun"


class Perspektif(TextChoices):
    PENERIMA_LAYANAN = "penerima_layanan", "Penerima layanan"
    PROSES_BISNIS = "proses_bisnis", "Proses bisnis"
    PENGUATAN_INTERNAL = "penguatan_internal", "Penguatan internal"
    ANGGARAN = "anggaran", "Anggaran"


class NilaiDasar(TextChoices):
    """The seven values, BerAKHLAK. SE MenPANRB 20/2021."""

    BERORIENTASI_PELAYANAN = "berorientasi_pelayanan", "Berorientasi Pelayanan"
    AKUNTABEL = "akuntabel", "Akuntabel"
    KOMPETEN = "kompeten", "Kompeten"
    HARMONIS = "harmonis", "Harmonis"
    LOYAL = "loyal", "Loyal"
    ADAPTIF = "adaptif", "Adaptif"
    KOLABORATIF = "kolaboratif", "Kolaboratif"


class JenisBukti(TextChoices):
    BERKAS = "berkas", "Berkas"
    TAUTAN = "tautan", "Tautan"


class StatusJalur(TextChoices):
    """Where an indicator stands on its expected path. [D]"""

    DI_JALUR = "di_jalur", "Di jalur"
    TERTINGGAL = "tertinggal", "Tertinggal"
    BELUM_ADA = "belum_ada", "Belum ada realisasi"


class KeadaanTautan(TextChoices):
    """What the last look at a link found. It says something about the link and nothing about the person."""

    BELUM = "belum", "Belum diperiksa"
    TERBUKA = "terbuka", "Dapat dibuka"
    TERTUTUP = "tertutup", "Tidak dapat dibuka"
    TIDAK_DIPERIKSA = "tidak_diperiksa", "Tidak diperiksa: alamat dalam jaringan sendiri"


class StatusPerubahan(TextChoices):
    """The states of a revision of an approved plan."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISETUJUI = "disetujui", "Disetujui"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class JenisUsul(TextChoices):
    """What a placement proposes for the plan of its holder."""

    PINDAH = "pindah", "Jabatan berubah"
    STATUS = "status", "Status kepegawaian berubah"
    KEMBALI = "kembali", "Kembali bertugas"
    TUGAS = "tugas", "Tugas tambahan sebagai pelaksana"
    MULAI = "mulai", "Mulai bertugas"
    AKHIR = "akhir", "Perjanjian kerja berakhir"
    KOREKSI = "koreksi", "Tanggal penempatan dikoreksi"


class SebabTakBiasa(TextChoices):
    """What an atasan may want to look at before approving. It is a hint, never a refusal."""

    BOBOT_TIMPANG = "bobot_timpang", "Bobot timpang"
    TARGET_TURUN = "target_turun", "Target turun"
    SEDIKIT = "sedikit", "Indikator sedikit"
    TANPA_KAITAN = "tanpa_kaitan", "Tidak terkait atasan"
    SATU_ASPEK = "satu_aspek", "Satu aspek saja"
    SALINAN = "salinan", "Sama dengan tahun lalu"
    TARGET_JAUH = "target_jauh", "Target jauh dari rekan"


class JenisLampiran(TextChoices):
    """The three numbered lists of the annex of a plan. PermenPANRB 6/2022."""

    SUMBER_DAYA = "dukungan_sumber_daya", "Dukungan sumber daya"
    PERTANGGUNGJAWABAN = "skema_pertanggungjawaban", "Skema pertanggungjawaban"
    KONSEKUENSI = "konsekuensi", "Konsekuensi"


class PeranTim(TextChoices):
    """Responsible and member roles make main results, extra assignments additional ones. PermenPANRB 6/2022."""

    KETUA = "ketua", "Ketua"
    PENANGGUNG_JAWAB = "penanggung_jawab", "Penanggung jawab"
    ANGGOTA = "anggota", "Anggota"
    TAMBAHAN = "tambahan", "Penugasan tambahan"


class JenisBerkasRencana(TextChoices):
    LEMBAR = "lembar", "Lembar kerja banyak pegawai"
    EKINERJA = "ekinerja", "SKP dari e-Kinerja"
