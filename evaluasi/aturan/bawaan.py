"""The ketentuan penilaian that the city starts with; a new version is a new dated row, never a change here."""

from pegawai.pilihan import JenisKetentuan, JenisStatusDinas, Kepastian

PENILAIAN = {
    "ambang_di_atas": "110",
    "ambang_sesuai": "90",
    "nilai_di_atas": "115",
    "nilai_sesuai": "100",
    "nilai_di_bawah": "75",
    "batas_capaian": "120",
    "batas_indeks": "120",
    "tambahan_di_atas": "2",
    "tambahan_sesuai": "1",
    "tambahan_di_bawah": "0",
    "tambahan_batas": "5",
    "konfirmasi_bobot": "50",
    "publik_k": "10",
    "publik_minimum": 10,
    "publik_bobot": "0.30",
    "layanan_minimum": 30,
    "layanan_bobot": "0.10",
    "publik_batas": "5",
    "publik_tampil": 5,
    "susut_k_min": "10",
    "susut_k_maks": "100",
    "wilson_z": "1.96",
    # nilai konversi SKM -> indeks: mutu B is "as expected", A above, C and D below
    "konversi": [["25", "40"], ["65", "75"], ["76.61", "90"], ["88.31", "110"], ["100", "120"]],
    # lower bounds. PermenPANRB 14/2017
    "mutu": {"A": "88.31", "B": "76.61", "C": "65.00"},
    # SE MenPANRB 3/2023
    "pola": {
        "istimewa": [["maks", ["sangat_baik"], "70"]],
        "baik": [["maks", ["baik"], "70"], ["ada", ["butuh_perbaikan", "kurang"], "0"]],
        "butuh_perbaikan": [["min", ["butuh_perbaikan"], "60"], ["maks", ["sangat_baik"], "10"]],
        "kurang": [
            ["min", ["kurang"], "60"],
            ["min", ["butuh_perbaikan"], "10"],
            ["maks", ["sangat_baik"], "10"],
        ],
        "sangat_kurang": [
            ["min", ["sangat_kurang"], "60"],
            ["min", ["kurang", "butuh_perbaikan"], "10"],
            ["maks", ["sangat_baik"], "0"],
        ],
    },
    "pengingat_hari": [7, 3, 1, 0],
    "eskalasi_beri_tahu": 2,
    "eskalasi_ambil_alih": 5,
    # PP 30/2019 art. 59; whether working days are meant is the city's setting
    "keberatan_hari": 14,
    "keberatan_hari_kerja": False,
}

# the days to object stand in PENILAIAN; these are the city's own
KEBERATAN = {
    "keterangan_hari": 7,
    "putusan_hari": 21,
    "pantau_siklus": 2,
    "pantau_selisih": "5",
}

#: How people read these numbers: key -> (name, unit).
SEBUTAN_KEBERATAN = {
    "keterangan_hari": ("Kesempatan kedua pihak memberi keterangan", "hari"),
    "putusan_hari": ("Tenggat memutus keberatan", "hari"),
    "pantau_siklus": ("Siklus yang dipantau sesudah putusan", "siklus"),
    "pantau_selisih": ("Selisih yang ditandai dalam pemantauan", "poin indeks"),
}

KALENDER = {
    "periode_berkala": "triwulanan",
    "hari_minimum": 10,
    "keluar": [jenis.value for jenis in JenisStatusDinas],
}

KETENTUAN_BAWAAN = {
    JenisKetentuan.KEBERATAN: (
        KEBERATAN,
        "Keputusan kota dalam kerangka PP 30/2019 pasal 59",
        Kepastian.KOTA,
    ),
    JenisKetentuan.KALENDER: (
        KALENDER,
        "Keputusan kota dalam kerangka PermenPANRB 6/2022 dan PP 11/2017 (cuti)",
        Kepastian.KOTA,
    ),
    JenisKetentuan.PENILAIAN: (
        PENILAIAN,
        "Keputusan kota dalam kerangka PP 30/2019, PermenPANRB 6/2022, PermenPANRB 14/2017, dan SE MenPANRB 3/2023",
        Kepastian.KOTA,
    ),
}
