"""Examples of who a person is, what an indicator achieved, what a rating gives, and how two voices meet."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaluasi.aturan import Segmen, indeks_tahun, nilai_perilaku, predikat, rating_kepala, usul_rating
from evaluasi.aturan.masukan import Jawaban, MasukanNilai
from evaluasi.aturan.publik import konversi, padu, pilih_suara
from evaluasi.pilihan import Predikat, PredikatOrganisasi, Rating
from kinerja.aturan import capaian, check_weights
from kinerja.pilihan import Arah, NilaiDasar
from mataram_asn.kit.angka import bulat
from pegawai.aturan import check_nik, check_nip

from .dasar import DITOLAK, PENILAIAN, Bagian, Kasus, tabel

D = Decimal
T, B, W = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH

NIP = Bagian(
    "NIP",
    "BKN, susunan NIP PNS dan PPPK",
    tabel(
        [
            ("199001012015011901", "1990-01-01 L"),
            ("19900101 201501 1 901", "1990-01-01 L"),
            ("'199001012025212901", "1990-01-01 P"),
            ("199013012015011901", DITOLAK),
            ("199002292015011901", DITOLAK),
            ("199001012015131901", DITOLAK),
            ("199001012015013901", DITOLAK),
            ("199001012015011000", DITOLAK),
            ("201001012015011901", DITOLAK),
            ("1.99001E+17", DITOLAK),
        ],
        lambda teks: f"{(nip := check_nip(teks)).lahir} {nip.jenis_kelamin.value}",
        "{}",
    ),
)

NIK = Bagian(
    "NIK",
    "Susunan NIK, Ditjen Dukcapil",
    tabel(
        [
            ("5271034101900001", "1990-01-01 P"),
            *((f"527103{hari}01900001", DITOLAK) for hari in ("00", "32", "40", "72")),
        ],
        lambda teks: f"{(nik := check_nik(teks)).lahir} {nik.jenis_kelamin.value}",
        "{}",
    ),
)


def _capaian(arah: str, target: str, realisasi: str | None) -> Decimal | None:
    persen = capaian(arah, D(target), realisasi and D(realisasi))
    return None if persen is None else bulat(persen)


CAPAIAN = Bagian(
    "Capaian indikator dan bobot",
    "Bentuk umum LKjIP; ketentuan kota",
    (
        *tabel(
            [
                (Arah.NAIK, "50", "55", "110.00"),
                (Arah.NAIK, "50", "40", "80.00"),
                (Arah.TURUN, "10", "8", "120.00"),
                (Arah.TURUN, "10", "13", "70.00"),
                (Arah.TURUN, "10", "25", "0.00"),
                (Arah.NAIK, "3", "3", "100.00"),
                (Arah.NAIK, "3", "1", "33.33"),
                (Arah.NAIK, "100", "200", "120.00"),
                (Arah.TURUN, "0", "0", "100.00"),
                (Arah.TURUN, "0", "1", "0.00"),
                (Arah.NAIK, "0", "1", DITOLAK),
                (Arah.NAIK, "50", None, "tidak tersedia"),
            ],
            _capaian,
            "{0}: target {1}, realisasi {2}",
        ),
        Kasus("bobot 33,33 × 3", "1 keberatan", lambda: f"{len(check_weights([D('33.33')] * 3))} keberatan"),
        Kasus("bobot 33,33 33,33 33,34", "0 keberatan", lambda: f"{_keberatan('33.33', '33.33', '33.34')} keberatan"),
    ),
)


def _keberatan(*bobot: str) -> int:
    return len(check_weights(map(D, bobot)))


_SEL = zip(
    [(hasil, perilaku) for hasil in (T, B, W) for perilaku in (T, B, W)],
    ["Sangat Baik", "Baik", "Kurang", "Baik", "Baik", "Kurang", "Butuh Perbaikan", "Butuh Perbaikan", "Sangat Kurang"],
    strict=True,
)

RATING = Bagian(
    "Rating dan predikat",
    "PermenPANRB 6/2022",
    (
        *tabel(
            [(*sel, label) for sel, label in _SEL],
            lambda hasil, perilaku: Predikat(predikat(hasil, perilaku)).label,
            "hasil {0}, perilaku {1}",
        ),
        *tabel(
            [("110.00", T), ("109.99", B), ("90.00", B), ("89.99", W), ("89.995", B)],
            lambda indeks: usul_rating(D(indeks), PENILAIAN).value,
            "indeks {0}",
        ),
        *tabel(
            [(satu, {"istimewa": T, "baik": B}.get(satu, W)) for satu in PredikatOrganisasi],
            lambda organisasi: rating_kepala(organisasi).value,
            "pimpinan organisasi {0}",
        ),
    ),
)


def _publik(atasan: str, publik: str, n: int) -> Decimal:
    """The value with that many answers about the officer and no service behind them."""
    suara = pilih_suara(NilaiDasar.BERORIENTASI_PELAYANAN, Jawaban((0, 0, n, 0)), None, PENILAIAN)
    if suara is None:
        return bulat(D(atasan))
    return bulat(padu(D(atasan), D(publik), n, bobot=suara.bobot, k=PENILAIAN.publik_k))


def _layanan() -> Decimal:
    """n = 4 of one's own, a service with n = 40 whose mean is 88.31 on the scale of nilai konversi."""
    suara = pilih_suara(NilaiDasar.BERORIENTASI_PELAYANAN, Jawaban((0, 0, 4, 0)), Jawaban((0, 0, 40, 0)), PENILAIAN)
    return bulat(padu(100, konversi(D("88.31"), PENILAIAN.konversi), suara.n, bobot=suara.bobot, k=PENILAIAN.publik_k))


def _tahun() -> Decimal | None:
    hari = ((date(2027, 1, 1), date(2027, 3, 31)), (date(2027, 4, 1), date(2027, 9, 27)))
    bagian = [Segmen(*satu, D(nilai), None) for satu, nilai in zip(hari, ("100", "110"), strict=True)]
    return indeks_tahun([*bagian, Segmen(date(2027, 9, 28), date(2027, 12, 31), D(80), None)]).indeks_hasil


def _perilaku() -> Decimal:
    nilai = [MasukanNilai(satu, T if nomor == 0 else B) for nomor, satu in enumerate(NilaiDasar)]
    return nilai_perilaku(tuple(nilai), None, None, PENILAIAN).indeks


PUBLIK = Bagian(
    "Dua suara menjadi satu indeks",
    "Ketentuan penilaian kota",
    (
        *tabel(
            [("100", "115", 0, "100.00"), ("100", "115", 9, "100.00"), ("100", "115", 30, "103.38")],
            _publik,
            "atasan {0}, masyarakat {1}, n = {2}",
        ),
        Kasus("nilai konversi 81,46", "98.29", lambda: bulat(konversi(Fraction("81.46"), PENILAIAN.konversi))),
        Kasus("n = 4, layanan n = 40 dengan 88,31", "100.80", _layanan),
        Kasus("tujuh nilai 115 100 100 100 100 100 100", "102.14", _perilaku),
        Kasus("segmen 90, 180, 95 hari: 100, 110, 80", "99.73", _tahun),
    ),
)
