"""The rules of judgement: from indicators, conduct and the public's answers to a predikat that explains itself.

PP 30/2019, PermenPANRB 6/2022, SE MenPANRB 3/2023, PermenPANRB 14/2017. Pure: no database, clock or settings.
"""

from .adil import RingkasanPublik, k_momen, kurangi, ringkasan_publik, susut, susut_bertingkat, wilson
from .andai import di_bawah, jarak_garis, lepaskan
from .andai_orang import Jalan, Syarat, Ubahan, hitungan_dari, siapkan, syarat, terapkan_ubahan, tujuan
from .bawaan import KETENTUAN_BAWAAN
from .butir import angka_di, butir_kalender, butir_penilaian, ubah_isi
from .hasil import HasilDinilai, IndikatorDitimbang, Waktu, nilai_hasil, timbang
from .hitung import ANGKA, AngkaEvaluasi, HasilEvaluasi, hitung, hitung_angka, masalah
from .kalender import BagianDinas, KetentuanKalender, MasaTidakDinas, bagian_dinas
from .kalibrasi import DEKAT, MasukanKalibrasi, dekat_garis, rating_kalibrasi
from .keberatan import (
    JENIS_BUTIR,
    TIDAK_DIHITUNG,
    TRANSISI_KEBERATAN,
    KetentuanKeberatan,
    batas_hari,
    belum_didengar,
    butir_terbuka,
    jenis_butir,
    nilai_kata,
    nilai_sah,
    nilai_semula,
    status_keberatan,
    terapkan,
)
from .ketentuan import KetentuanPenilaian
from .konsolidasi import (
    ANGKA_TAHUN,
    HasilTahunan,
    MasukanTahun,
    SegmenTahun,
    hitung_tahun,
    hitung_ulang_tahun,
    selisih_tahun,
)
from .koreksi import Koreksi
from .masukan import Bukti, Jawaban, MasukanEvaluasi, MasukanIndikator, MasukanNilai
from .pemantauan import Cermin, cermin, turun_tanpa_sebab
from .penyembunyian import Penyembunyian, sembunyikan
from .periksa import hitung_ulang, selisih
from .perilaku import PerilakuDinilai, nilai_perilaku
from .pola import PolaHasil, pola_distribusi
from .rating import KUADRAN, predikat, rating_kepala, usul_rating
from .siklus import (
    BERIKUT,
    BERTANGGAL,
    TRANSISI,
    WITA,
    batas_keberatan,
    boleh_keberatan,
    eskalasi,
    pengingat,
    periksa_jadwal,
    sisa_hari,
    tahap_jatuh_tempo,
    tahap_sesudah,
    tenggat,
)
from .skm import PERTANYAAN, ikm, jumlahkan, mutu, sampel
from .tahunan import IndeksTahun, Segmen, indeks_tahun, rata_hari

__all__ = [
    "ANGKA",
    "ANGKA_TAHUN",
    "BERIKUT",
    "BERTANGGAL",
    "DEKAT",
    "JENIS_BUTIR",
    "KETENTUAN_BAWAAN",
    "KUADRAN",
    "PERTANYAAN",
    "TIDAK_DIHITUNG",
    "TRANSISI",
    "TRANSISI_KEBERATAN",
    "WITA",
    "AngkaEvaluasi",
    "BagianDinas",
    "Bukti",
    "Cermin",
    "HasilDinilai",
    "HasilEvaluasi",
    "HasilTahunan",
    "IndeksTahun",
    "IndikatorDitimbang",
    "Jalan",
    "Jawaban",
    "KetentuanKalender",
    "KetentuanKeberatan",
    "KetentuanPenilaian",
    "Koreksi",
    "MasaTidakDinas",
    "MasukanEvaluasi",
    "MasukanIndikator",
    "MasukanKalibrasi",
    "MasukanNilai",
    "MasukanTahun",
    "Penyembunyian",
    "PerilakuDinilai",
    "PolaHasil",
    "RingkasanPublik",
    "Segmen",
    "SegmenTahun",
    "Syarat",
    "Ubahan",
    "Waktu",
    "angka_di",
    "bagian_dinas",
    "batas_hari",
    "batas_keberatan",
    "belum_didengar",
    "boleh_keberatan",
    "butir_kalender",
    "butir_penilaian",
    "butir_terbuka",
    "cermin",
    "dekat_garis",
    "di_bawah",
    "eskalasi",
    "hitung",
    "hitung_angka",
    "hitung_tahun",
    "hitung_ulang",
    "hitung_ulang_tahun",
    "hitungan_dari",
    "ikm",
    "indeks_tahun",
    "jarak_garis",
    "jenis_butir",
    "jumlahkan",
    "k_momen",
    "kurangi",
    "lepaskan",
    "masalah",
    "mutu",
    "nilai_hasil",
    "nilai_kata",
    "nilai_perilaku",
    "nilai_sah",
    "nilai_semula",
    "pengingat",
    "periksa_jadwal",
    "pola_distribusi",
    "predikat",
    "rata_hari",
    "rating_kalibrasi",
    "rating_kepala",
    "ringkasan_publik",
    "sampel",
    "selisih",
    "selisih_tahun",
    "sembunyikan",
    "siapkan",
    "sisa_hari",
    "status_keberatan",
    "susut",
    "susut_bertingkat",
    "syarat",
    "tahap_jatuh_tempo",
    "tahap_sesudah",
    "tenggat",
    "terapkan",
    "terapkan_ubahan",
    "timbang",
    "tujuan",
    "turun_tanpa_sebab",
    "ubah_isi",
    "usul_rating",
    "wilson",
]
