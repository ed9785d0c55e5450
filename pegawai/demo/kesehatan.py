"""The hospital with its wards and the eleven puskesmas with their clusters."""

from .rangka import Rangka

RUANG = (
    "Instalasi Gawat Darurat", "Ruang Rawat Jalan", "Ruang Intensif (ICU)", "Ruang Intensif Bayi dan Anak",
    "Instalasi Bedah Sentral", "Ruang Rawat Inap Graha Mentaram", "Ruang Rawat Inap Penyakit Dalam I",
    "Ruang Rawat Inap Penyakit Dalam II", "Ruang Rawat Inap Bedah I", "Ruang Rawat Inap Bedah II",
    "Ruang Rawat Inap Anak", "Ruang Rawat Inap Saraf", "Ruang Rawat Inap Jantung", "Ruang Rawat Inap Isolasi",
    "Instalasi Hemodialisis",
)  # fmt: skip
KEBIDANAN = ("Ruang Bersalin", "Ruang Nifas dan Perinatologi")
PENUNJANG = (
    ("Instalasi Laboratorium", "Pranata Laboratorium Kesehatan"), ("Instalasi Radiologi", "Radiografer"),
    ("Instalasi Farmasi", "Apoteker"), ("Instalasi Gizi", "Nutrisionis"), ("Instalasi Rekam Medis", "Perekam Medis"),
    ("Instalasi Rehabilitasi Medik", "Fisioterapis"), ("Instalasi Sanitasi", "Sanitarian"),
    ("Instalasi Pemeliharaan Alat Kesehatan", "Teknisi Elektromedis"),
)  # fmt: skip
KSM = (
    "Umum",
    "Penyakit Dalam",
    "Bedah",
    "Anak",
    "Kebidanan dan Kandungan",
    "Saraf dan Jantung",
    "Gigi dan Mulut",
    "Anestesi dan Penunjang",
)
KLASTER = (
    ("Klaster 1 Manajemen", "Administrator Kesehatan", ("Perekam Medis", "Penyuluh Kesehatan Masyarakat")),
    ("Klaster 2 Kesehatan Ibu dan Anak", "Bidan", ("Bidan", "Bidan")),
    ("Klaster 3 Kesehatan Dewasa dan Lanjut Usia", "Dokter", ("Perawat", "Dokter")),
    ("Klaster 4 Penanggulangan Penyakit Menular", "Epidemiolog Kesehatan", ("Perawat", "Sanitarian")),
    ("Klaster 5 Layanan Lintas Klaster", "Perawat", ("Apoteker", "Pranata Laboratorium Kesehatan")),
)
WAKIL = (("WD1", "Wakil Direktur Pelayanan"), ("WD2", "Wakil Direktur Umum dan Keuangan"))
BAGIAN = (
    ("WD1", "YANMED", "Bidang Pelayanan Medik", "kesehatan"),
    ("WD1", "WAT", "Bidang Keperawatan", "kesehatan"),
    ("WD1", "JANG", "Bidang Penunjang Medik", "kesehatan"),
    ("WD2", "UM", "Bagian Umum dan Kepegawaian", "umum"),
    ("WD2", "KEU", "Bagian Keuangan", "keuangan"),
    ("WD2", "PER", "Bagian Perencanaan dan Hubungan Masyarakat", "perencanaan"),
)


def rsud(rangka: Rangka) -> None:
    """The hospital: a doctor as director, two deputies, bidang, wards, medical groups."""
    direktur = rangka.pimpinan_fungsional(
        "RSUD", "Direktur RSUD Kota Mataram", "ahli_utama", "DINKES.KEPALA", "kesehatan", "direktur", "Dokter"
    )
    for kode, nama in WAKIL:
        unit = rangka.tambah_unit(f"RSUD-{kode}", nama, "bidang", "RSUD")
        rangka.pimpinan(unit, nama, "III.a", direktur, "kesehatan", "kabid")
    for wakil, kode, nama, rumpun in BAGIAN:
        _bagian(rangka, f"RSUD-{kode}", nama, f"RSUD-{wakil}", rumpun)
    for urut, nama in enumerate(RUANG, 1):
        _ruang(rangka, f"RSUD-R{urut:02d}", nama, "Perawat", (2, 4, 4, 4, 6))
    for urut, nama in enumerate(KEBIDANAN, 1):
        _ruang(rangka, f"RSUD-K{urut:02d}", nama, "Bidan", (2, 4, 4, 4, 6))
    for urut, (nama, profesi) in enumerate(PENUNJANG, 1):
        _penunjang(rangka, f"RSUD-P{urut:02d}", nama, profesi)
    for urut, nama in enumerate(KSM, 1):
        _ksm(rangka, f"RSUD-KSM{urut}", f"Kelompok Staf Medis {nama}", "Dokter Gigi" if "Gigi" in nama else "Dokter")


def _bagian(rangka: Rangka, kode: str, nama: str, induk: str, rumpun: str) -> None:
    rangka.tambah_unit(kode, nama, "bagian" if nama.startswith("Bagian") else "bidang", induk)
    kepala = rangka.pimpinan(kode, f"Kepala {nama} RSUD", "III.b", f"{induk}.KEPALA", rumpun, "kabid")
    for urut, pokok in enumerate(("Perencanaan dan Pengendalian", "Mutu dan Evaluasi"), 1):
        anak = rangka.tambah_unit(f"{kode}-S{urut}", f"Seksi {pokok} {nama}", "seksi", kode)
        kasi = rangka.pimpinan(anak, f"Kepala Seksi {pokok} {nama} RSUD", "IV.a", kepala, rumpun, "kasi")
        rangka.staf(anak, kasi, 6, rumpun, [], [])


def _ruang(rangka: Rangka, kode: str, nama: str, profesi: str, isi: tuple[int, ...]) -> None:
    unit = rangka.tambah_unit(kode, nama, "instalasi", "RSUD-WAT")
    kepala = rangka.pimpinan_fungsional(
        unit, f"Kepala {nama}", "ahli_muda", "RSUD-WAT.KEPALA", "kesehatan", "kepala-ruang", profesi
    )
    jenjang = ("ahli_muda", "ahli_pertama", "penyelia", "mahir", "terampil")
    for satu, banyak in zip(jenjang, isi, strict=True):
        rangka.fungsional(unit, profesi, satu, banyak, kepala, "kesehatan")


def _penunjang(rangka: Rangka, kode: str, nama: str, profesi: str) -> None:
    unit = rangka.tambah_unit(kode, nama, "instalasi", "RSUD-JANG")
    kepala = rangka.pimpinan_fungsional(
        unit, f"Kepala {nama}", "ahli_muda", "RSUD-JANG.KEPALA", "kesehatan", "kepala-instalasi", profesi
    )
    bawah = "Asisten Apoteker" if profesi == "Apoteker" else profesi
    rangka.fungsional(unit, profesi, "ahli_pertama", 4, kepala, "kesehatan")
    rangka.fungsional(unit, bawah, "mahir", 3, kepala, "kesehatan")
    rangka.fungsional(unit, bawah, "terampil", 5, kepala, "kesehatan")
    rangka.pelaksana(unit, "Operator Layanan Operasional", 2, kepala, "kesehatan")


def _ksm(rangka: Rangka, kode: str, nama: str, profesi: str) -> None:
    unit = rangka.tambah_unit(kode, nama, "kelompok", "RSUD-YANMED")
    ketua = rangka.pimpinan_fungsional(
        unit, f"Ketua {nama}", "ahli_madya", "RSUD-YANMED.KEPALA", "kesehatan", "ketua-ksm", profesi
    )
    for jenjang, banyak in (("ahli_madya", 3), ("ahli_muda", 4), ("ahli_pertama", 4)):
        rangka.fungsional(unit, profesi, jenjang, banyak, ketua, "kesehatan")


def puskesmas(rangka: Rangka, kode: str, nama: str) -> None:
    """A puskesmas: head, administration, five clusters."""
    kepala = rangka.pimpinan_fungsional(
        kode,
        f"Kepala {nama}",
        "ahli_madya",
        "DINKES.KEPALA",
        "kesehatan",
        "kepala-puskesmas",
        "Administrator Kesehatan",
    )
    unit = rangka.tambah_unit(f"{kode}-TU", f"Subbagian Tata Usaha {nama}", "subbagian", kode)
    kasubag = rangka.pimpinan(unit, f"Kepala Subbagian Tata Usaha {nama}", "IV.b", kepala, "umum", "kasi")
    rangka.staf(unit, kasubag, 7, "umum", [], [])
    for urut, (klaster, profesi, anggota) in enumerate(KLASTER, 1):
        unit = rangka.tambah_unit(f"{kode}-K{urut}", f"{klaster} {nama}", "kelompok", kode)
        ketua = rangka.pimpinan_fungsional(
            unit, f"Penanggung Jawab {klaster} {nama}", "ahli_muda", kepala, "kesehatan", "klaster", profesi
        )
        for satu, jenjang, banyak in zip(
            anggota * 2, ("ahli_pertama", "ahli_muda", "terampil", "mahir"), (2, 1, 3, 2), strict=True
        ):
            # doctors, pharmacists and the like exist only as keahlian: their lower levels are nurses and assistants
            lain = {"Dokter": "Perawat", "Apoteker": "Asisten Apoteker", "Penyuluh Kesehatan Masyarakat": "Perawat"}
            if not jenjang.startswith("ahli"):
                satu = lain.get(satu, satu)
            rangka.fungsional(unit, satu, jenjang, banyak, ketua, "kesehatan")
