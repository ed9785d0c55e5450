"""Recognition: which evidence proposes it. A person proposes, another decides; scores never leave with it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaluasi.aturan import KetentuanPenilaian, mutu
from evaluasi.pilihan import Mutu, Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka
from pegawai.aturan.isian import cacah, kamus

from ..pilihan import DasarPenghargaan


@dataclass(frozen=True, slots=True)
class KetentuanPenghargaan:
    """From when on evidence proposes a recognition; `apresiasi_minimum` are answers about the officer."""

    periode_sangat_baik: int
    apresiasi_hari: int
    apresiasi_minimum: int
    apresiasi_mutu: Mutu

    @classmethod
    def dari(cls, isi: dict) -> KetentuanPenghargaan:
        """Read a stored ketentuan strictly. Raises RuleViolation."""
        kamus(isi, cls.__slots__, "Penghargaan")
        if isi["apresiasi_mutu"] not in Mutu.values:
            raise RuleViolation("Mutu apresiasi: pilih A, B, C, atau D.")
        return cls(
            cacah(isi["periode_sangat_baik"], "Periode Sangat Baik", 1, 12),
            cacah(isi["apresiasi_hari"], "Hari apresiasi", 30, 1100),
            cacah(isi["apresiasi_minimum"], "Jawaban minimum", 5, 10000),
            Mutu(isi["apresiasi_mutu"]),
        )


@dataclass(frozen=True, slots=True)
class Bahan:
    """What is known of a person: predikat of published results, newest first; answers 1–4 of the public."""

    predikat: tuple[str, ...] = ()
    banyak: int = 0
    jumlah: int = 0


@dataclass(frozen=True, slots=True)
class Alasan:
    """A ground that the rule finds, with a sentence that may be read by everybody (no score stands in it)."""

    dasar: DasarPenghargaan
    kalimat: str


def usul_penghargaan(
    bahan: Bahan, ketentuan: KetentuanPenghargaan, penilaian: KetentuanPenilaian
) -> tuple[Alasan, ...]:
    """The grounds on which somebody may be proposed; none where the evidence is too thin."""
    alasan, perlu = [], ketentuan.periode_sangat_baik
    terakhir = bahan.predikat[:perlu]
    if len(terakhir) == perlu and set(terakhir) == {Predikat.SANGAT_BAIK}:
        kalimat = f"Kinerja yang konsisten dalam {tulis_angka(perlu)} periode berturut-turut"
        alasan.append(Alasan(DasarPenghargaan.KINERJA, kalimat))
    if bahan.banyak >= ketentuan.apresiasi_minimum and _mutu(bahan, penilaian) <= ketentuan.apresiasi_mutu:
        kalimat = f"Pelayanan yang dihargai masyarakat, dari {tulis_angka(bahan.banyak)} jawaban"
        alasan.append(Alasan(DasarPenghargaan.APRESIASI, kalimat))
    return tuple(alasan)


def _mutu(bahan: Bahan, penilaian: KetentuanPenilaian) -> Mutu:
    """The official band of the mean: A before B before C before D."""
    konversi: Decimal = bulat(25 * Fraction(bahan.jumlah, bahan.banyak))
    return mutu(konversi, penilaian)
