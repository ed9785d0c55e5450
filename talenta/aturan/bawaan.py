"""The ketentuan of talent that the city starts with; a change is a new dated row, not an edit here."""

from pegawai.pilihan import JenisKetentuan, Kepastian

ANGKA_KREDIT = {
    # percent of the yearly coefficient by predikat
    "persen": {"sangat_baik": "150", "baik": "100", "butuh_perbaikan": "75", "kurang": "50", "sangat_kurang": "25"},
    # yearly coefficient, need for the next pangkat, need for the next jenjang (null: none above)
    "jenjang": {
        "pemula": {"koefisien": "3.75", "pangkat": "15", "jenjang": "15"},
        "terampil": {"koefisien": "5", "pangkat": "20", "jenjang": "60"},
        "mahir": {"koefisien": "12.5", "pangkat": "50", "jenjang": "100"},
        "penyelia": {"koefisien": "25", "pangkat": "100", "jenjang": None},
        "ahli_pertama": {"koefisien": "12.5", "pangkat": "50", "jenjang": "100"},
        "ahli_muda": {"koefisien": "25", "pangkat": "100", "jenjang": "200"},
        "ahli_madya": {"koefisien": "37.5", "pangkat": "150", "jenjang": "450"},
        "ahli_utama": {"koefisien": "50", "pangkat": "200", "jenjang": None},
    },
    # AK dasar inside a jenjang; the first pangkat of a jenjang has 0
    "dasar": {"III/b": "50", "III/d": "100", "IV/b": "150", "IV/c": "300"},
    "ijazah_persen": "25",
    "pangkat_tahun": 2,
    "pangkat_tahun_baik": 2,
    "jenjang_tahun_baik": 1,
}

TALENTA = {
    "kinerja": {
        "di_atas": "110",
        "sesuai": "90",
        "bobot_tahun_ini": "60",
        "bobot_tahun_lalu": "40",
        "bobot_hasil": "50",
        # a year without a result is taken to lie this near to the other one
        "selisih_tahun": "10",
        "galat": "2",
    },
    "potensial": {
        "tinggi": "85",
        "menengah": "70",
        "bobot": {
            "kecocokan": "50",
            "assessment_centre": "20",
            "pendidikan": "10",
            "pelatihan": "10",
            "pengalaman": "10",
        },
        # below this weight of available parts the potential is not available
        "bobot_minimum": "50",
        "galat": "3",
        "nilai_pendidikan": {
            "05": "20", "10": "30", "15": "50", "20": "55", "25": "60",
            "30": "70", "35": "80", "40": "80", "45": "90", "50": "100",
        },
        "pengalaman_penuh_tahun": 20,
    },
    "kecocokan": {"optimal": "80", "cukup": "68"},
    "syarat": {"kecocokan": "68", "predikat_tahun": 2, "masa_jabatan_tahun": 2},
    # education (reference code), years in the level below or equal, related years, highest age
    "gerbang": {
        "pengawas": {"pendidikan": "30", "asal": "pelaksana", "tahun": 4, "tahun_terkait": 0, "usia_maks": None},
        "administrator": {"pendidikan": "35", "asal": "pengawas", "tahun": 3, "tahun_terkait": 0, "usia_maks": None},
        "pimpinan_tinggi_pratama": {
            "pendidikan": "35", "asal": "administrator", "tahun": 2, "tahun_terkait": 5, "usia_maks": 56,
        },
    },
    "skor": {"kinerja": "40", "kecocokan": "30", "potensial": "20", "pengalaman": "10"},
}  # fmt: skip

PENGHARGAAN = {
    # published results in a row that are Sangat Baik
    "periode_sangat_baik": 2,
    # answers about the officer in the last days, and the mean of the four faces from which on it is an appreciation
    "apresiasi_hari": 365,
    "apresiasi_minimum": 30,
    "apresiasi_mutu": "A",
}

#: jenis: (isi, dasar hukum, kepastian)
KETENTUAN_BAWAAN = {
    JenisKetentuan.PENGHARGAAN: (
        PENGHARGAAN,
        "Keputusan kota dalam kerangka PP 30/2019 (penghargaan atas kinerja)",
        Kepastian.KOTA,
    ),
    JenisKetentuan.ANGKA_KREDIT: (
        ANGKA_KREDIT,
        "PermenPANRB 1/2023; Peraturan BKN 3/2023",
        Kepastian.SALINAN,
    ),
    JenisKetentuan.TALENTA: (
        TALENTA,
        "Keputusan kota dalam kerangka PermenPANRB 3/2020 (diubah PermenPANRB 20/2025) dan PP 11/2017",
        Kepastian.KOTA,
    ),
}
