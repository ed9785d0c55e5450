"""Education that fits a position: level, subject, titles, school."""

from random import Random

from .acuan import baca

UMUM = (
    ("Ilmu Hukum", "S.H."), ("Manajemen", "S.E."), ("Ilmu Pemerintahan", "S.IP."),
    ("Ilmu Administrasi Negara", "S.A.P."), ("Akuntansi", "S.Ak."), ("Ilmu Komunikasi", "S.I.Kom."),
)  # fmt: skip
S2_UMUM = (
    ("Administrasi Publik", "M.A.P."),
    ("Manajemen", "M.M."),
    ("Ilmu Pemerintahan", "M.Si."),
    ("Ilmu Hukum", "M.H."),
)
MAPEL = (
    "Matematika",
    "Bahasa Indonesia",
    "Bahasa Inggris",
    "Biologi",
    "Fisika",
    "Sejarah",
    "Geografi",
    "Pancasila dan Kewarganegaraan",
    "Jasmani, Kesehatan, dan Rekreasi",
    "Seni Musik",
)
#: profession: (subject, title before, diploma title, bachelor's title, master's title)
PROFESI = {
    "Perawat": ("Keperawatan", "Ns.", "A.Md.Kep.", "S.Kep.", "M.Kep."),
    "Bidan": ("Kebidanan", "", "A.Md.Keb.", "S.Keb.", "M.Keb."),
    "Dokter": ("Kedokteran", "dr.", "", "", "M.Kes."),
    "Dokter Gigi": ("Kedokteran Gigi", "drg.", "", "", "M.Kes."),
    "Apoteker": ("Farmasi", "apt.", "A.Md.Farm.", "S.Farm.", "M.Farm."),
    "Asisten Apoteker": ("Farmasi", "", "A.Md.Farm.", "S.Farm.", "M.Farm."),
    "Nutrisionis": ("Gizi", "", "A.Md.Gz.", "S.Gz.", "M.Gizi"),
    "Radiografer": ("Radiologi", "", "A.Md.Rad.", "S.Tr.Kes.", "M.Kes."),
    "Fisioterapis": ("Fisioterapi", "", "A.Md.Fis.", "S.Fis.", "M.Kes."),
    "Perekam Medis": ("Rekam Medis dan Informasi Kesehatan", "", "A.Md.RMIK.", "S.Tr.RMIK.", "M.Kes."),
    "Pranata Laboratorium Kesehatan": ("Teknologi Laboratorium Medis", "", "A.Md.Kes.", "S.Tr.Kes.", "M.Kes."),
    "Sanitarian": ("Kesehatan Lingkungan", "", "A.Md.KL.", "S.Tr.Kes.", "M.Kes."),
    "Teknisi Elektromedis": ("Teknik Elektromedik", "", "A.Md.T.", "S.Tr.T.", "M.T."),
    "Medik Veteriner": ("Kedokteran Hewan", "drh.", "", "", "M.Si."),
    "Paramedik Veteriner": ("Kesehatan Hewan", "", "A.Md.Vet.", "S.Tr.Vet.", "M.Si."),
}
SPESIALIS = ("Sp.PD", "Sp.A", "Sp.B", "Sp.OG", "Sp.N", "Sp.JP", "Sp.An", "Sp.Rad")
KAMPUS = (
    "Universitas Mataram",
    "Universitas Muhammadiyah Mataram",
    "Universitas Pendidikan Mandalika",
    "Universitas Terbuka",
    "Universitas Udayana",
    "Universitas Brawijaya",
    "Universitas Islam Negeri Mataram",
)
KAMPUS_VOKASI = ("Politeknik Kesehatan Mataram", "Politeknik Negeri Bali", "Universitas Mataram")
SEKOLAH = (
    "SMA Negeri 1 Mataram",
    "SMA Negeri 2 Mataram",
    "SMA Negeri 5 Mataram",
    "SMK Negeri 1 Mataram",
    "SMK Negeri 3 Mataram",
    "SMA Negeri 1 Praya",
    "SMA Negeri 1 Selong",
    "SMA Negeri 1 Gerung",
)


def tingkat(posisi, acak: Random) -> str:
    """A level of education at or above the least that the position asks."""
    if posisi.jenis_jabatan == "pimpinan_tinggi_pratama":
        return acak.choices(["40", "45", "50"], [18, 76, 6])[0]
    if posisi.jenis_jabatan == "administrator":
        return acak.choices(["40", "45"], [45, 55])[0]
    if posisi.jenis_jabatan == "pengawas":
        return acak.choices(["30", "40", "45"], [8, 72, 20])[0]
    if posisi.profesi == "Dokter" and posisi.jenjang in ("ahli_madya", "ahli_utama"):
        return acak.choices(["40", "45"], [20, 80])[0]
    if posisi.pendidikan_min == "40":
        return acak.choices(["40", "45"], [70, 30] if posisi.jenjang == "ahli_madya" else [92, 8])[0]
    if posisi.pendidikan_min == "30":
        return acak.choices(["30", "35", "40"], [78, 10, 12])[0]
    return acak.choices(["15", "30", "40"], [82, 9, 9])[0]


def ijazah(posisi, level: str, acak: Random) -> tuple[str, str, str, str]:
    """(subject, title before the name, titles after it, school) for that level and position."""
    if level == "15":
        sekolah = acak.choice(SEKOLAH)
        jurusan = ("Akuntansi", "Administrasi Perkantoran") if sekolah.startswith("SMK") else ("IPA", "IPS")
        return f"{sekolah[:3]} {acak.choice(jurusan)}", "", "", sekolah
    kampus = acak.choice(KAMPUS_VOKASI if level in ("30", "35") else KAMPUS)
    if posisi.profesi in PROFESI:
        return *_profesi(posisi, level, acak), kampus
    if posisi.rumpun == "guru" or posisi.profesi == "Pengawas Sekolah":
        return *_guru(posisi, level, acak), kampus
    tabel = baca("jurusan.json").get(posisi.rumpun, {})
    sarjana, magister = tabel.get("sarjana", UMUM), tabel.get("magister")
    if posisi.keluarga != "kelompok" and acak.random() < 0.4:
        sarjana = UMUM
    jurusan, gelar = acak.choice(sarjana)
    if level in ("30", "35"):
        return jurusan, "", "A.Md." if level == "30" else "S.Tr.", kampus
    if level == "40":
        return jurusan, "", gelar, kampus
    s2, gelar_s2 = magister if magister and acak.random() < 0.6 else acak.choice(S2_UMUM)
    if level == "50":
        return s2, "Dr.", f"{gelar}, {gelar_s2}", kampus
    return s2, "", f"{gelar}, {gelar_s2}", kampus


def _profesi(posisi, level: str, acak: Random) -> tuple[str, str, str]:
    pokok, depan, diploma, sarjana, magister = PROFESI[posisi.profesi]
    if level in ("30", "35"):
        return pokok, "", diploma if level == "30" else sarjana
    if level == "40":
        return pokok, depan, sarjana
    if posisi.profesi == "Dokter" and posisi.kode_unit.startswith("RSUD"):
        magister = acak.choice(SPESIALIS)
    return pokok, depan, ", ".join(satu for satu in (sarjana, magister) if satu)


def _guru(posisi, level: str, acak: Random) -> tuple[str, str, str]:
    sd = posisi.kode_unit.startswith("SDN")
    jurusan = "Pendidikan Guru Sekolah Dasar" if sd else f"Pendidikan {acak.choice(MAPEL)}"
    if level == "45":
        return "Manajemen Pendidikan", "", "S.Pd., M.Pd."
    return jurusan, "", "S.Pd.SD" if sd and acak.random() < 0.25 else "S.Pd."
