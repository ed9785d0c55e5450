"""How people read the numbers of the ketentuan of talent: jenis -> path -> (name, unit, group, words of codes)."""

from evaluasi.pilihan import Mutu, Predikat
from pegawai.pilihan import JenisKetentuan, Jenjang, TingkatPendidikan

from .bawaan import ANGKA_KREDIT
from .ketentuan import ASAL, GERBANG, UNSUR_POTENSIAL, UNSUR_SKOR

_UNSUR = {
    "kinerja": "Kinerja",
    "kecocokan": "Kecocokan kompetensi",
    "potensial": "Potensial",
    "pengalaman": "Pengalaman",
    "pelatihan": "Pelatihan",
    "pendidikan": "Pendidikan",
    "assessment_centre": "Penilaian kompetensi (assessment centre)",
}
_ASAL = tuple((satu.value, satu.label) for satu in ASAL)
_TANPA_BATAS = (("", "tidak dibatasi"),)


def _jenjang(jenjang: Jenjang) -> dict:
    jalur, nama = f"jenjang.{jenjang.value}", f"Jenjang {jenjang.label}"
    tidak_ada = (("", "tidak ada jenjang berikut"),)
    return {
        f"{jalur}.koefisien": ("Koefisien", "AK setahun", nama),
        f"{jalur}.pangkat": ("Kebutuhan untuk pangkat berikut", "AK", nama),
        f"{jalur}.jenjang": ("Kebutuhan untuk jenjang berikut", "AK", nama, tidak_ada),
    }


def _gerbang(jenis) -> dict:
    jalur, nama = f"gerbang.{jenis.value}", f"Syarat jabatan {jenis.label}"
    return {
        f"{jalur}.pendidikan": ("Pendidikan paling rendah", "", nama, tuple(TingkatPendidikan.choices)),
        f"{jalur}.asal": ("Pengalaman pada jabatan, atau yang setara", "", nama, _ASAL),
        f"{jalur}.tahun": ("Lama pengalaman pada jabatan itu, paling sedikit", "tahun", nama),
        f"{jalur}.tahun_terkait": ("Pengalaman di bidang terkait, paling sedikit", "tahun", nama),
        f"{jalur}.usia_maks": ("Usia tertinggi", "tahun", nama, _TANPA_BATAS),
    }


def _gabung(bagian) -> dict:
    return {jalur: sebutan for satu in bagian for jalur, sebutan in satu.items()}


_ANGKA_KREDIT = {
    **{f"persen.{p.value}": (p.label, "% koefisien", "Persentase menurut predikat tahunan") for p in Predikat},
    **_gabung(_jenjang(satu) for satu in Jenjang),
    **{f"dasar.{gol}": (f"Golongan {gol}", "AK", "Angka kredit dasar") for gol in ANGKA_KREDIT["dasar"]},
    "ijazah_persen": ("Ijazah yang lebih tinggi menambah", "% kebutuhan pangkat", "Kenaikan"),
    "pangkat_tahun": ("Masa dalam pangkat, paling sedikit", "tahun", "Kenaikan"),
    "pangkat_tahun_baik": ("Predikat paling rendah Baik untuk naik pangkat", "tahun terakhir", "Kenaikan"),
    "jenjang_tahun_baik": ("Predikat paling rendah Baik untuk naik jenjang", "tahun terakhir", "Kenaikan"),
}

_KOTAK, _POTENSIAL = "Sumbu kinerja kotak talenta", "Sumbu potensial kotak talenta"
_TALENTA = {
    "kinerja.di_atas": ("Batas bawah kinerja di atas ekspektasi", "indeks", _KOTAK),
    "kinerja.sesuai": ("Batas bawah kinerja sesuai ekspektasi", "indeks", _KOTAK),
    "kinerja.bobot_tahun_ini": ("Bobot tahun terakhir", "%", _KOTAK),
    "kinerja.bobot_tahun_lalu": ("Bobot tahun sebelumnya", "%", _KOTAK),
    "kinerja.bobot_hasil": ("Bobot hasil kerja; sisanya perilaku kerja", "%", _KOTAK),
    "kinerja.selisih_tahun": ("Tahun tanpa hasil dianggap berjarak paling jauh", "poin indeks", _KOTAK),
    "kinerja.galat": ("Ketidakpastian indeks kinerja, ke atas dan ke bawah", "poin indeks", _KOTAK),
    "potensial.tinggi": ("Batas bawah potensial tinggi", "dari 100", _POTENSIAL),
    "potensial.menengah": ("Batas bawah potensial menengah", "dari 100", _POTENSIAL),
    "potensial.galat": ("Ketidakpastian potensial, ke atas dan ke bawah", "poin", _POTENSIAL),
    "potensial.bobot_minimum": ("Bobot unsur yang harus tersedia, paling sedikit", "%", _POTENSIAL),
    "potensial.pengalaman_penuh_tahun": ("Pengalaman yang bernilai penuh", "tahun", _POTENSIAL),
    **{f"potensial.bobot.{u}": (_UNSUR[u], "%", "Bobot unsur potensial (jumlahnya 100)") for u in UNSUR_POTENSIAL},
    **{f"potensial.nilai_pendidikan.{p.value}": (p.label, "dari 100", "Nilai pendidikan") for p in TingkatPendidikan},
    "kecocokan.optimal": ("Batas bawah kecocokan optimal", "dari 100", "Kecocokan kompetensi"),
    "kecocokan.cukup": ("Batas bawah cukup cocok", "dari 100", "Kecocokan kompetensi"),
    "syarat.kecocokan": ("Kecocokan kompetensi paling rendah", "dari 100", "Syarat promosi"),
    "syarat.predikat_tahun": ("Predikat paling rendah Baik", "tahun terakhir", "Syarat promosi"),
    "syarat.masa_jabatan_tahun": ("Masa dalam jabatan sekarang, paling sedikit", "tahun", "Syarat promosi"),
    **_gabung(_gerbang(satu) for satu in GERBANG),
    **{f"skor.{u}": (_UNSUR[u], "%", "Bobot skor calon (jumlahnya 100)") for u in UNSUR_SKOR},
}

_MUTU = tuple((satu.value, f"{satu.value} ({satu.label.lower()})") for satu in Mutu)
_PENGHARGAAN = {
    "periode_sangat_baik": ("Hasil Sangat Baik berturut-turut", "periode", "Kinerja yang konsisten"),
    "apresiasi_mutu": ("Mutu pelayanan paling rendah", "", "Apresiasi masyarakat", _MUTU),
    "apresiasi_minimum": ("Jawaban warga paling sedikit", "jawaban", "Apresiasi masyarakat"),
    "apresiasi_hari": ("Jawaban warga yang dihitung, paling lama", "hari", "Apresiasi masyarakat"),
}

SEBUTAN = {
    JenisKetentuan.TALENTA: _TALENTA,
    JenisKetentuan.ANGKA_KREDIT: _ANGKA_KREDIT,
    JenisKetentuan.PENGHARGAAN: _PENGHARGAAN,
}
