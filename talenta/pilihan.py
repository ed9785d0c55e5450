"""The words of decisions about positions. PermenPANRB 3/2020."""

from django.db.models import TextChoices


class TingkatKinerja(TextChoices):
    DI_ATAS = "di_atas", "Di atas ekspektasi"
    SESUAI = "sesuai", "Sesuai ekspektasi"
    DI_BAWAH = "di_bawah", "Di bawah ekspektasi"


class TingkatPotensial(TextChoices):
    TINGGI = "tinggi", "Tinggi"
    MENENGAH = "menengah", "Menengah"
    RENDAH = "rendah", "Rendah"


class TingkatKecocokan(TextChoices):
    OPTIMAL = "optimal", "Optimal"
    CUKUP = "cukup", "Cukup optimal"
    KURANG = "kurang", "Kurang optimal"


class SebabKosong(TextChoices):
    KOSONG = "kosong", "Kosong sekarang"
    PENSIUN = "pensiun", "Batas usia pensiun"
    KONTRAK = "kontrak", "Perjanjian kerja berakhir"


class JenisTambahan(TextChoices):
    """What is added to the conversions of a functional employee. Peraturan BKN 3/2023."""

    LAMA = "lama", "Angka kredit lama"
    PENDIDIKAN = "pendidikan", "Ijazah yang lebih tinggi"
    PENYESUAIAN = "penyesuaian", "Penyesuaian"


class JenisRiwayatAK(TextChoices):
    """What a row of SIASN's angka kredit is; only the last is angka kredit of a predikat. Peraturan BKN 3/2023."""

    PENETAPAN = "penetapan", "Penetapan angka kredit lama"
    PERTAMA = "pertama", "Angka kredit pertama"
    INTEGRASI = "integrasi", "Angka kredit integrasi"
    KONVERSI = "konversi", "Konversi predikat kinerja"


class DasarPenghargaan(TextChoices):
    """On what a recognition rests. Scores stay out of it: it is public."""

    KINERJA = "kinerja", "Kinerja yang konsisten"
    APRESIASI = "apresiasi", "Apresiasi masyarakat"
    TIM = "tim", "Keberhasilan tim"


class StatusPenghargaan(TextChoices):
    DIUSULKAN = "diusulkan", "Diusulkan"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    DITOLAK = "ditolak", "Tidak ditetapkan"
