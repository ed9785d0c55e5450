"""The words of judgement. PermenPANRB 6/2022."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Rating(TextChoices):
    DI_ATAS = "di_atas", "Di atas ekspektasi"
    SESUAI = "sesuai", "Sesuai ekspektasi"
    DI_BAWAH = "di_bawah", "Di bawah ekspektasi"


class Predikat(TextChoices):
    SANGAT_BAIK = "sangat_baik", "Sangat Baik"
    BAIK = "baik", "Baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    KURANG = "kurang", "Kurang"
    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"


class PredikatOrganisasi(TextChoices):
    ISTIMEWA = "istimewa", "Istimewa"
    BAIK = "baik", "Baik"
    BUTUH_PERBAIKAN = "butuh_perbaikan", "Butuh Perbaikan"
    KURANG = "kurang", "Kurang"
    SANGAT_KURANG = "sangat_kurang", "Sangat Kurang"


class Sumbu(TextChoices):
    """The two sides of the 3×3."""

    HASIL = "hasil", "Hasil kerja"
    PERILAKU = "perilaku", "Perilaku kerja"


class JenisEfek(TextChoices):
    """Patterns of an assessor that are worth talking about; none of them is a fault by itself."""

    MURAH = "murah", "Cenderung memberi lebih tinggi"
    KETAT = "ketat", "Cenderung memberi lebih rendah"
    TERPUSAT = "terpusat", "Rating hampir tidak dibedakan"
    SERAGAM = "seragam", "Ketujuh nilai sering sama semua"


class Tahap(TextChoices):
    """Stages of a siklus, in order; a siklus is in one of them."""

    PERSIAPAN = "persiapan", "Persiapan"
    ISI_BUKTI = "isi_bukti", "Isi realisasi dan bukti"
    PENILAIAN = "penilaian", "Penilaian atasan"
    KALIBRASI = "kalibrasi", "Kalibrasi"
    TERBIT = "terbit", "Hasil diterbitkan"
    FINAL = "final", "Final"
    BATAL = "batal", "Dibatalkan"


class Langkah(TextChoices):
    """Big work of a siklus that is done in chunks (potongan)."""

    SIAPKAN = "siapkan", "Menyiapkan lembar penilaian"
    BEKUKAN_UMPAN_BALIK = "bekukan", "Membekukan umpan balik"
    TAHAN = "tahan", "Menyiapkan kalibrasi"
    HITUNG = "hitung", "Menghitung hasil"
    UMUMKAN = "umumkan", "Mengirim pemberitahuan hasil"
    FINALKAN = "finalkan", "Memfinalkan"
    INGATKAN = "ingatkan", "Mengirim pengingat"
    ANDAI = "andai", "Menghitung simulasi"


class StatusPotongan(TextChoices):
    MENUNGGU = "menunggu", "Menunggu"
    SELESAI = "selesai", "Selesai"
    KARANTINA = "karantina", "Dikarantina"


class ArahPindah(TextChoices):
    """Where a simulation takes a result."""

    NAIK = "naik", "Naik"
    TURUN = "turun", "Turun"
    TETAP = "tetap", "Tetap"
    TERTAHAN = "tertahan", "Tidak dapat dihitung"


class StatusLembar(TextChoices):
    """A scoring sheet (lembar penilaian): open for the atasan until set."""

    TERBUKA = "terbuka", "Belum dinilai"
    DITETAPKAN = "ditetapkan", "Sudah dinilai"
    TERTAHAN = "tertahan", "Tertahan"


class ApaSiklus(TextChoices):
    """What two people may do to a siklus that runs."""

    BATALKAN = "batalkan", "Batalkan siklus"
    BUKA_KEMBALI = "buka_kembali", "Buka kembali pengisian"


class StatusPermohonan(TextChoices):
    MENUNGGU = "menunggu", "Menunggu orang kedua"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"


class Wajah(IntegerChoices):
    """Four faces of the public page: the answers 1 to 4 of the SKM."""

    TIDAK_BAIK = 1, _("Tidak baik")
    KURANG_BAIK = 2, _("Kurang baik")
    BAIK = 3, _("Baik")
    SANGAT_BAIK = 4, _("Sangat baik")


class KataUmpan(TextChoices):
    """Words that a citizen may tap; none of them is a score."""

    RAMAH = "ramah", _("Ramah")
    JELAS = "jelas", _("Jelas")
    CEPAT = "cepat", _("Cepat")
    LAMA = "lama", _("Menunggu lama")
    BOLAK_BALIK = "bolak_balik", _("Bolak-balik")
    BIAYA = "biaya", _("Diminta biaya")


class UnsurSKM(TextChoices):
    """The nine elements of the SKM, stored by key. PermenPANRB 14/2017."""

    PERSYARATAN = "persyaratan", "Persyaratan"
    PROSEDUR = "prosedur", "Sistem, mekanisme, dan prosedur"
    WAKTU = "waktu", "Waktu penyelesaian"
    BIAYA = "biaya", "Biaya/tarif"
    PRODUK = "produk", "Produk spesifikasi jenis pelayanan"
    KOMPETENSI = "kompetensi", "Kompetensi pelaksana"
    PERILAKU = "perilaku", "Perilaku pelaksana"
    PENGADUAN = "pengaduan", "Penanganan pengaduan"
    SARANA = "sarana", "Sarana dan prasarana"


class Mutu(TextChoices):
    A = "A", "Sangat baik"
    B = "B", "Baik"
    C = "C", "Kurang baik"
    D = "D", "Tidak baik"


class JenisDokumen(TextChoices):
    """The papers that are issued. PermenPANRB 6/2022; PermenPANRB 1/2023 for angka kredit."""

    SKP = "skp", "Sasaran kinerja pegawai"
    EVALUASI = "evaluasi", "Evaluasi kinerja pegawai"
    DOKUMEN_EVALUASI = "dokumen_evaluasi", "Dokumen evaluasi kinerja pegawai"
    EVALUASI_TAHUN = "evaluasi_tahun", "Evaluasi kinerja tahunan gabungan"
    DOKUMEN_TAHUN = "dokumen_tahun", "Dokumen evaluasi kinerja tahunan gabungan"
    KONVERSI = "konversi", "Konversi predikat kinerja ke angka kredit"
    AKUMULASI = "akumulasi", "Akumulasi angka kredit"
    PENETAPAN = "penetapan", "Penetapan angka kredit"


class StatusDokumen(TextChoices):
    """Derived, never stored: revoked by an act, superseded by a newer paper or by its source."""

    VALID = "valid", "Berlaku"
    DIGANTIKAN = "digantikan", "Digantikan"
    DICABUT = "dicabut", "Dicabut"


class StatusTandaTangan(TextChoices):
    MENUNGGU = "menunggu", "Belum ditandatangani secara elektronik"
    DITANDATANGANI = "ditandatangani", "Berkas bertanda tangan elektronik diterima"


class CaraCocok(TextChoices):
    """How an uploaded signed file was tied to the paper that was issued."""

    LANJUTAN = "lanjutan", "Isi awal berkas sama persis dengan yang diterbitkan"
    PENYEDIA = "penyedia", "Diperiksa oleh penyedia tanda tangan"


class IsiBatch(TextChoices):
    SKP = "skp", "SKP yang disetujui"
    EVALUASI = "evaluasi", "Evaluasi dan dokumen evaluasi"


class Periodik(TextChoices):
    """What a row of history covers; the codes of SIASN are 1 bulanan and 2 triwulan."""

    TAHUNAN = "tahunan", "Tahunan"
    BULANAN = "bulanan", "Bulanan"
    TRIWULAN = "triwulan", "Triwulan"


class JenisPertukaran(TextChoices):
    """The shapes that SIASN exchanges."""

    SKP22 = "skp22", "Predikat tahunan (skp22)"
    PERIODIK = "kinerjaperiodik", "Predikat periodik (kinerjaperiodik)"
    ANGKA_KREDIT = "angkakredit", "Angka kredit (angkakredit)"


class StatusModerasi(TextChoices):
    MENUNGGU = "menunggu", "Menunggu moderasi"
    LAYAK = "layak", "Layak ditampilkan"
    DITOLAK = "ditolak", "Tidak ditampilkan"


class StatusKeberatan(TextChoices):
    """The answer of a person to their result, and what becomes of an objection. PP 30/2019 art. 59."""

    DISAMPAIKAN = "disampaikan", "Disampaikan"
    DITERIMA = "diterima", "Diterima pegawai"
    KEBERATAN = "keberatan", "Keberatan diajukan"
    PEMERIKSAAN = "pemeriksaan", "Dalam pemeriksaan"
    TETAP = "tetap", "Diputus tetap"
    DIUBAH = "diubah", "Diputus berubah"


class PutusanButir(TextChoices):
    """The decision about one contested figure."""

    TETAP = "tetap", "Tetap"
    DIUBAH = "diubah", "Diubah"


class Pihak(TextChoices):
    """The two who are heard before an objection is decided."""

    PEGAWAI = "pegawai", "Pegawai"
    PENILAI = "penilai", "Pejabat penilai"


class TingkatCacat(TextChoices):
    """How much a defect found before a siklus matters."""

    BERAT = "berat", "Menghalangi penilaian"
    SEDANG = "sedang", "Perlu diperbaiki"
    RINGAN = "ringan", "Perlu dilihat"
