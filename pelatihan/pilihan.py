"""The words of development. Peraturan LAN 10/2018."""

from django.db.models import TextChoices


class Jalur(TextChoices):
    KLASIKAL = "klasikal", "Klasikal"
    NON_KLASIKAL = "non_klasikal", "Non-klasikal"


class Bentuk(TextChoices):
    STRUKTURAL = "struktural", "Pelatihan struktural"
    MANAJERIAL = "manajerial", "Pelatihan manajerial"
    TEKNIS = "teknis", "Pelatihan teknis"
    FUNGSIONAL = "fungsional", "Pelatihan fungsional"
    SOSIAL_KULTURAL = "sosial_kultural", "Pelatihan sosial kultural"
    SEMINAR = "seminar", "Seminar"
    WORKSHOP = "workshop", "Workshop"
    KURSUS = "kursus", "Kursus"
    PENATARAN = "penataran", "Penataran"
    BIMTEK = "bimtek", "Bimbingan teknis"
    SOSIALISASI = "sosialisasi", "Sosialisasi"
    COACHING = "coaching", "Coaching"
    MENTORING = "mentoring", "Mentoring"
    E_LEARNING = "e_learning", "E-learning"
    JARAK_JAUH = "jarak_jauh", "Pelatihan jarak jauh"
    DETASERING = "detasering", "Detasering"
    OUTBOND = "outbond", "Outbond"
    PATOK_BANDING = "patok_banding", "Patok banding"
    PERTUKARAN = "pertukaran", "Pertukaran pegawai"
    BELAJAR_MANDIRI = "belajar_mandiri", "Belajar mandiri"
    KOMUNITAS = "komunitas", "Komunitas belajar"
    MAGANG = "magang", "Magang"


class StatusRencana(TextChoices):
    DIRENCANAKAN = "direncanakan", "Direncanakan"
    SELESAI = "selesai", "Selesai"
    BATAL = "batal", "Dibatalkan"


class JenisSebab(TextChoices):
    """The figure that caused a need."""

    KOMPETENSI = "kompetensi", "Kesenjangan kompetensi"
    NILAI = "nilai", "Nilai dasar di bawah ekspektasi"
    INDIKATOR = "indikator", "Indikator di bawah ekspektasi"


class TahapPembinaan(TextChoices):
    """Where a coaching plan stands. PP 30/2019 art. 56–58; every step is decided by a person."""

    BERJALAN = "berjalan", "Berjalan"
    DIPERPANJANG = "diperpanjang", "Diperpanjang"
    MEMBAIK = "membaik", "Selesai, kinerja membaik"
    UJI_KOMPETENSI = "uji_kompetensi", "Uji kompetensi"
    JABATAN_LAIN = "jabatan_lain", "Dipindahkan ke jabatan yang sesuai"
    JABATAN_LEBIH_RENDAH = "jabatan_lebih_rendah", "Dipindahkan ke jabatan lebih rendah"
    BERHENTI = "berhenti", "Diberhentikan dengan hormat"


class Kemajuan(TextChoices):
    """What a monthly check found."""

    BELUM = "belum", "Belum terlihat"
    SEBAGIAN = "sebagian", "Sebagian tercapai"
    TERCAPAI = "tercapai", "Tercapai"
