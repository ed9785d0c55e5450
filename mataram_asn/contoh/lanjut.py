"""Examples of the distribution pattern, the survey of citizens, angka kredit and the nine boxes."""

from decimal import Decimal
from fractions import Fraction

from evaluasi.aturan import ikm, jumlahkan, mutu, pola_distribusi, sampel, susut, wilson
from evaluasi.aturan.skm import PERTANYAAN, ikm_cetak
from evaluasi.pilihan import Predikat, PredikatOrganisasi
from mataram_asn.kit.angka import bulat
from pegawai.pilihan import Jenjang
from talenta.aturan import akumulasi, konversi
from talenta.aturan.kecocokan import tingkat_kecocokan
from talenta.aturan.kotak import KOTAK
from talenta.pilihan import TingkatKinerja, TingkatPotensial

from .dasar import KREDIT, PENILAIAN, TALENTA, Bagian, Kasus, tabel

D = Decimal


def _pola(organisasi: str, jumlah: str) -> str:
    hitungan = dict(zip(Predikat, map(int, jumlah.split("/")), strict=True))
    return "sesuai" if pola_distribusi(organisasi, hitungan, PENILAIAN).sesuai else "tidak sesuai"


_O = PredikatOrganisasi
POLA = Bagian(
    "Pola distribusi (SB/B/BP/K/SK dari 10 orang)",
    "SE MenPANRB 3/2023",
    tabel(
        [
            (_O.ISTIMEWA, "7/3/0/0/0", "sesuai"),
            (_O.ISTIMEWA, "8/2/0/0/0", "tidak sesuai"),
            (_O.BAIK, "2/7/1/0/0", "sesuai"),
            (_O.BAIK, "3/7/0/0/0", "tidak sesuai"),
            (_O.BUTUH_PERBAIKAN, "1/2/6/1/0", "sesuai"),
            (_O.BUTUH_PERBAIKAN, "2/2/6/0/0", "tidak sesuai"),
            (_O.KURANG, "1/1/1/6/1", "sesuai"),
            (_O.KURANG, "1/3/0/6/0", "tidak sesuai"),
            (_O.SANGAT_KURANG, "0/2/1/1/6", "sesuai"),
            (_O.SANGAT_KURANG, "1/1/1/1/6", "tidak sesuai"),
        ],
        _pola,
        "{0}: {1}",
    ),
)

#: n = 29: the sums of the nine elements in the order of the questionnaire.
_JUMLAH = dict(zip(PERTANYAAN, ((n, 29) for n in (105, 101, 100, 116, 102, 105, 106, 105, 115)), strict=True))


def _skm(jawaban: str) -> str:
    """Each word is one respondent: nine answers in the order of the questionnaire, "-" left blank."""
    lembar = (
        {unsur: None if huruf == "-" else int(huruf) for unsur, huruf in zip(PERTANYAAN, kata, strict=True)}
        for kata in jawaban.split()
    )
    angka = ikm(jumlahkan(lembar))
    return f"{angka} {mutu(angka, PENILAIAN)}"


SKM = Bagian(
    "Survei kepuasan masyarakat dan pembandingnya",
    "PermenPANRB 14/2017",
    (
        Kasus("29 responden", "91.48 A", lambda: f"{ikm(_JUMLAH)} {mutu(ikm(_JUMLAH), PENILAIAN)}"),
        Kasus("29 responden dengan bobot cetak 0,11", "90.56", lambda: ikm_cetak(_JUMLAH)),
        *tabel(
            [
                ("333433324 433444434 322433333 333433434 223433333", "79.44 B"),
                ("3334333-4 433444434 322433333 333433434 223433333", "80.00 B"),
                ("111111111", "25.00 D"),
                ("222222222", "50.00 D"),
                ("333333333", "75.00 C"),
            ],
            _skm,
            "{0}",
        ),
        *tabel(
            [("64.99", "D"), ("65.00", "C"), ("76.60", "C"), ("76.61", "B"), ("88.30", "B"), ("88.31", "A")],
            lambda nilai: mutu(D(nilai), PENILAIAN).value,
            "mutu {0}",
        ),
        *tabel(
            [(5580, "359"), (150, "108"), (66, "56"), (461936, "384")], sampel, "sampel dari {0} orang (Krejcie–Morgan)"
        ),
        *tabel(
            [("4.0", 2, "3.3833"), ("4.0", 30, "3.8150"), ("2.0", 3, "2.9692"), ("2.0", 50, "2.2100")],
            lambda rata, n: bulat(susut(n, D(rata), D("3.26"), D(10)), 4),
            "penyusutan ke 3,26 (k 10): rata-rata {0}, n {1}",
        ),
        *tabel(
            [(5, 5, "0.5655"), (9, 10, "0.5958"), (45, 50, "0.7864")],
            lambda cocok, n: wilson(cocok, n)[0],
            "batas bawah Wilson {0} dari {1}",
        ),
    ),
)

_J = Jenjang
ANGKA_KREDIT = Bagian(
    "Konversi angka kredit",
    "PermenPANRB 1/2023, Peraturan BKN 3/2023",
    (
        *tabel(
            [
                ("sangat_baik", _J.AHLI_PERTAMA, 12, "18.75"),
                ("baik", _J.AHLI_PERTAMA, 2, "2.08"),
                ("baik", _J.AHLI_PERTAMA, 12, "12.50"),
                ("sangat_baik", _J.AHLI_MUDA, 12, "37.50"),
                ("baik", _J.AHLI_MUDA, 7, "14.58"),
                ("butuh_perbaikan", _J.TERAMPIL, 12, "3.75"),
                ("sangat_kurang", _J.AHLI_PERTAMA, 11, "2.86"),
            ],
            lambda predikat, jenjang, bulan: bulat(konversi(predikat, jenjang, bulan, KREDIT)),
            "{1}, {0}, {2} bulan",
        ),
        Kasus(
            "jumlah dua yang pertama",
            "20.83",
            lambda: bulat(
                akumulasi(
                    konversi(satu, _J.AHLI_PERTAMA, bulan, KREDIT) for satu, bulan in (("sangat_baik", 12), ("baik", 2))
                )
            ),
        ),
    ),
)

KOTAK_TALENTA = Bagian(
    "Kotak talenta dan kecocokan kompetensi",
    "PermenPANRB 3/2020",
    (
        *tabel(
            [
                (kinerja, potensial, nomor)
                for kinerja, nomor_baris in zip(TingkatKinerja, ("974", "852", "631"), strict=True)
                for potensial, nomor in zip(TingkatPotensial, nomor_baris, strict=True)
            ],
            lambda kinerja, potensial: KOTAK[kinerja][potensial],
            "kinerja {0}, potensial {1}",
        ),
        *tabel(
            [("80", "optimal"), ("79.99", "cukup"), ("68", "cukup"), ("67.99", "kurang")],
            lambda nilai: tingkat_kecocokan(Fraction(nilai), TALENTA).value,
            "kecocokan {0}",
        ),
    ),
)
