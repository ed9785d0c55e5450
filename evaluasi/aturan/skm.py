"""The community satisfaction survey (SKM): nine elements, the IKM and its quality. PermenPANRB 14/2017."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Mutu, UnsurSKM
from .ketentuan import KetentuanPenilaian


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """What is asked after "Bagaimana pendapat Saudara tentang …", and the words of the answers 1–4."""

    tentang: str
    jawaban: tuple[str, str, str, str]


PEMBUKA = "Bagaimana pendapat Saudara tentang"

_KESESUAIAN = ("Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai")

#: In the order of the questionnaire; the regulation numbers the last two the other way round.
PERTANYAAN = {
    UnsurSKM.PERSYARATAN: Pertanyaan("kesesuaian persyaratan pelayanan dengan jenis pelayanannya", _KESESUAIAN),
    UnsurSKM.PROSEDUR: Pertanyaan(
        "kemudahan prosedur pelayanan di unit ini", ("Tidak mudah", "Kurang mudah", "Mudah", "Sangat mudah")
    ),
    UnsurSKM.WAKTU: Pertanyaan(
        "kecepatan waktu dalam memberikan pelayanan", ("Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat")
    ),
    UnsurSKM.BIAYA: Pertanyaan(
        "kewajaran biaya/tarif dalam pelayanan", ("Sangat mahal", "Cukup mahal", "Murah", "Gratis")
    ),
    UnsurSKM.PRODUK: Pertanyaan(
        "kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan",
        _KESESUAIAN,
    ),
    UnsurSKM.KOMPETENSI: Pertanyaan(
        "kompetensi/kemampuan petugas dalam pelayanan",
        ("Tidak kompeten", "Kurang kompeten", "Kompeten", "Sangat kompeten"),
    ),
    UnsurSKM.PERILAKU: Pertanyaan(
        "perilaku petugas dalam pelayanan terkait kesopanan dan keramahan",
        ("Tidak sopan dan ramah", "Kurang sopan dan ramah", "Sopan dan ramah", "Sangat sopan dan ramah"),
    ),
    UnsurSKM.SARANA: Pertanyaan("kualitas sarana dan prasarana", ("Buruk", "Cukup", "Baik", "Sangat baik")),
    UnsurSKM.PENGADUAN: Pertanyaan(
        "penanganan pengaduan pengguna layanan",
        ("Tidak ada", "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal", "Dikelola dengan baik"),
    ),
}

#: The weight printed in old reports: 1/9 cut to two places, so that their highest IKM is 99.
BOBOT_CETAK = Decimal("0.11")


def jumlahkan(jawaban: Iterable[Mapping[str, int | None]]) -> dict[UnsurSKM, tuple[int, int]]:
    """(sum, answers given) per element over respondents; a blank answer is None or left out.

    Raises RuleViolation for an unknown element or an answer that is not 1, 2, 3 or 4.
    """
    jumlah = dict.fromkeys(PERTANYAAN, (0, 0))
    for lembar in jawaban:
        for unsur, nilai in lembar.items():
            if unsur not in UnsurSKM.values:
                raise RuleViolation(f"Unsur SKM {str(unsur)[:40]} tidak dikenal.")
            if nilai is None:
                continue
            if type(nilai) is not int or not 1 <= nilai <= 4:
                raise RuleViolation(f"Jawaban {UnsurSKM(unsur).label} harus 1, 2, 3, atau 4.")
            lalu, banyak = jumlah[UnsurSKM(unsur)]
            jumlah[UnsurSKM(unsur)] = (lalu + nilai, banyak + 1)
    return jumlah


def ikm(jumlah: Mapping[str, tuple[int, int]]) -> Decimal | None:
    """25 × the mean over the elements that have answers of (sum ÷ answers given); None without any answer.

    Every element weighs exactly the same; rounded once, half up to two places (25.00–100.00).
    """
    rata = _rata_unsur(jumlah)
    return bulat(25 * sum(rata) / len(rata)) if rata else None


def ikm_cetak(jumlah: Mapping[str, tuple[int, int]]) -> Decimal | None:
    """The IKM with the printed weight 0.11, only to reproduce an old report."""
    rata = _rata_unsur(jumlah)
    return bulat(25 * sum(rata) * Fraction(BOBOT_CETAK)) if rata else None


def _rata_unsur(jumlah: Mapping[str, tuple[int, int]]) -> list[Fraction]:
    return [Fraction(total, banyak) for total, banyak in jumlah.values() if banyak]


def mutu(nilai: Decimal | Fraction, ketentuan: KetentuanPenilaian) -> Mutu:
    """The quality of a nilai konversi (25–100); the rounded figure is compared."""
    angka = bulat(nilai)
    return next((mutu for mutu, batas in ketentuan.mutu if angka >= batas), Mutu.D)


def sampel(populasi: int) -> int:
    """How many respondents for a population (Krejcie–Morgan), rounded to the nearest.

    χ² 3.841, P 0.5, d 0.05. Raises RuleViolation for a population under 1.
    """
    if populasi < 1:
        raise RuleViolation("Jumlah populasi harus 1 atau lebih.")
    chi, ragam, galat = Fraction(3841, 1000), Fraction(1, 4), Fraction(5, 100) ** 2
    return int(bulat(chi * populasi * ragam / (galat * (populasi - 1) + chi * ragam), 0))
