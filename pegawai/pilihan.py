"""The words of people and positions. PP 11/2017, PermenPANRB 38/2017."""

from django.db.models import TextChoices


class JenisPegawai(TextChoices):
    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"
    NON_ASN = "non_asn", "Pejabat non-ASN"


class JenisKelamin(TextChoices):
    LAKI = "L", "Laki-laki"
    PEREMPUAN = "P", "Perempuan"


class Kedudukan(TextChoices):
    """Legal standing; the values are the national reference codes."""

    AKTIF = "01", "Aktif"
    CLTN = "02", "Cuti di luar tanggungan negara"
    TUGAS_BELAJAR = "03", "Tugas belajar"
    PENSIUN = "99", "Pensiun"


class JenisStatusDinas(TextChoices):
    """Why somebody is not at work for a stretch of days, or for good. PP 11/2017 art. 309–341."""

    CUTI_BESAR = "cuti_besar", "Cuti besar"
    CUTI_MELAHIRKAN = "cuti_melahirkan", "Cuti melahirkan"
    CUTI_LAIN = "cuti_lain", "Cuti lain"
    SAKIT_LAMA = "sakit_lama", "Sakit lama"
    CLTN = "cltn", "Cuti di luar tanggungan negara"
    TUGAS_BELAJAR = "tugas_belajar", "Tugas belajar"
    MENINGGAL = "meninggal", "Meninggal dunia"
    PENSIUN = "pensiun", "Pensiun"


#: For good: such a row has no end, and the account is closed with it.
STATUS_BERHENTI = (JenisStatusDinas.MENINGGAL, JenisStatusDinas.PENSIUN)


class JenisLibur(TextChoices):
    NASIONAL = "nasional", "Libur nasional"
    CUTI_BERSAMA = "cuti_bersama", "Cuti bersama"
    DAERAH = "daerah", "Libur daerah"


class JenisJabatan(TextChoices):
    PIMPINAN_DAERAH = "pimpinan_daerah", "Pimpinan daerah"
    JPT_PRATAMA = "pimpinan_tinggi_pratama", "Pimpinan Tinggi Pratama"
    ADMINISTRATOR = "administrator", "Administrator"
    PENGAWAS = "pengawas", "Pengawas"
    PELAKSANA = "pelaksana", "Pelaksana"
    FUNGSIONAL = "fungsional", "Fungsional"


class Jenjang(TextChoices):
    PEMULA = "pemula", "Pemula"
    TERAMPIL = "terampil", "Terampil"
    MAHIR = "mahir", "Mahir"
    PENYELIA = "penyelia", "Penyelia"
    AHLI_PERTAMA = "ahli_pertama", "Ahli Pertama"
    AHLI_MUDA = "ahli_muda", "Ahli Muda"
    AHLI_MADYA = "ahli_madya", "Ahli Madya"
    AHLI_UTAMA = "ahli_utama", "Ahli Utama"


class JenisPenempatan(TextChoices):
    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Pelaksana Tugas (Plt.)"
    PLH = "plh", "Pelaksana Harian (Plh.)"
    PJ = "pj", "Penjabat (Pj.)"


class JenisUnit(TextChoices):
    PEMDA = "pemda", "Pemerintah daerah"
    SEKRETARIAT_DAERAH = "sekretariat_daerah", "Sekretariat daerah"
    ASISTEN = "asisten", "Asisten"
    BAGIAN = "bagian", "Bagian"
    SEKRETARIAT_DPRD = "sekretariat_dprd", "Sekretariat DPRD"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    SATUAN = "satuan", "Satuan"
    DINAS = "dinas", "Dinas"
    BADAN = "badan", "Badan"
    RSUD = "rsud", "RSUD"
    PUSKESMAS = "puskesmas", "Puskesmas"
    KECAMATAN = "kecamatan", "Kecamatan"
    KELURAHAN = "kelurahan", "Kelurahan"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    BIDANG = "bidang", "Bidang"
    SEKSI = "seksi", "Seksi"
    SUBBAGIAN = "subbagian", "Subbagian"
    SEKOLAH = "sekolah", "Sekolah"
    INSTALASI = "instalasi", "Instalasi"
    KELOMPOK = "kelompok", "Kelompok jabatan fungsional"
    UPTD = "uptd", "UPTD"


#: The kinds of unit that are a perangkat daerah: the 39 offices (RSUD counted).
PERANGKAT_DAERAH = (
    JenisUnit.SEKRETARIAT_DAERAH,
    JenisUnit.SEKRETARIAT_DPRD,
    JenisUnit.INSPEKTORAT,
    JenisUnit.SATUAN,
    JenisUnit.DINAS,
    JenisUnit.BADAN,
    JenisUnit.RSUD,
    JenisUnit.KECAMATAN,
)


class TingkatPendidikan(TextChoices):
    SD = "05", "SD"
    SMP = "10", "SMP"
    SMA = "15", "SMA"
    DI = "20", "D-I"
    DII = "25", "D-II"
    DIII = "30", "D-III"
    DIV = "35", "D-IV"
    S1 = "40", "S-1"
    S2 = "45", "S-2"
    S3 = "50", "S-3"


class JenisKompetensi(TextChoices):
    MANAJERIAL = "manajerial", "Manajerial"
    SOSIAL_KULTURAL = "sosial_kultural", "Sosial kultural"
    TEKNIS = "teknis", "Teknis"


class JenisKetentuan(TextChoices):
    """What a dated ketentuan sets. Each kind is read by one dataclass of one app's aturan."""

    BUP = "bup", "Batas usia pensiun"
    STANDAR_LEVEL = "standar_level", "Tingkat kompetensi menurut jabatan"
    PEMANTAUAN = "pemantauan", "Pemantauan kinerja"
    PERSETUJUAN = "persetujuan", "Peninjauan SKP sebelum disetujui"
    PENILAIAN = "penilaian", "Penilaian kinerja"
    JP = "jp", "Jam pelajaran pengembangan"
    ANGKA_KREDIT = "angka_kredit", "Angka kredit"
    TALENTA = "talenta", "Kotak talenta dan kecocokan"
    KALENDER = "kalender", "Kalender penilaian"
    KEBERATAN = "keberatan", "Keberatan dan pemantauannya"
    PEMBINAAN = "pembinaan", "Pembinaan kinerja"
    PENGHARGAAN = "penghargaan", "Usul penghargaan"


class Kepastian(TextChoices):
    """How sure the source is."""

    DIBACA = "V", "Dibaca dalam naskah peraturan"
    SALINAN = "V*", "Dibaca dalam salinan"
    LAZIM = "A", "Dipublikasikan luas, lampiran belum dibaca"
    KOTA = "D", "Keputusan kota"


class StatusRancangan(TextChoices):
    """A draft of a ketentuan: changed freely until a second person signs it."""

    DRAF = "draf", "Rancangan"
    DITETAPKAN = "ditetapkan", "Ditetapkan"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class StatusLaporanAtasan(TextChoices):
    DILAPORKAN = "dilaporkan", "Dilaporkan"
    DIPERBAIKI = "diperbaiki", "Atasan diperbaiki"
    TETAP = "tetap", "Atasan tetap"


class JenisBerkasImpor(TextChoices):
    """The files that BKPSDM loads, in the order in which they need each other."""

    UNIT = "unit", "Unit kerja"
    PEGAWAI = "pegawai", "Ekspor Data ASN (67 kolom)"
    POSISI = "posisi", "Jabatan"
    PEJABAT = "pejabat", "Pejabat non-ASN"
    PENEMPATAN = "penempatan", "Penempatan"
    KONTRAK = "kontrak", "Perjanjian kerja PPPK"
    ACUAN = "acuan", "Standar kompetensi"
    KOMPETENSI = "kompetensi", "Hasil ukur kompetensi"
    POTENSI = "potensi", "Hasil ukur potensi"
    DISIPLIN = "disiplin", "Hukuman disiplin"


class Putusan(TextChoices):
    """The verdict over one row of a file."""

    BARU = "baru", "Baru"
    BERUBAH = "berubah", "Berubah"
    SAMA = "sama", "Sama"
    PERINGATAN = "peringatan", "Dimuat dengan peringatan"
    DITOLAK = "ditolak", "Ditolak"


class StatusImpor(TextChoices):
    DIPERIKSA = "diperiksa", "Diperiksa, belum dimuat"
    DIMUAT = "dimuat", "Dimuat"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class Peran(TextChoices):
    """Roles given as groups. Atasan and pengelola unit are facts, not roles."""

    BKPSDM = "bkpsdm", "BKPSDM"
    AUDITOR = "auditor", "Auditor (Inspektorat)"
    ADMIN_SISTEM = "admin_sistem", "Admin sistem"


class StatusPermohonan(TextChoices):
    """A role is asked for by one and granted by another."""

    DIAJUKAN = "diajukan", "Menunggu persetujuan"
    DISETUJUI = "disetujui", "Disetujui"
    DITOLAK = "ditolak", "Ditolak"
