"""Made-up assessors with planted effects, to show how many are found and how many are named wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from evaluasi.aturan.efek import Amatan, efek_penilai
from evaluasi.pilihan import JenisEfek

PENILAI, MURAH, KETAT, UNIT = 60, 3, 2, 10
#: People of one assessor, ratings of one sheet, spread of assessors, offices and single ratings on the latent scale.
ORANG, BUTIR = (8, 20), 10
SEBAR_PENILAI, SEBAR_UNIT, DERAU = 0.2, 0.3, 0.7
#: How far a planted assessor is off: about ten index points up, twelve down.
BESAR = 1.4
#: A latent value below the first is 75, above the second 115, between 100.
AMBANG, NILAI = (-1.3, 1.1), (75, 100, 115)


@dataclass(frozen=True, slots=True)
class Temuan:
    """Counts over replications: planted assessors and how many were found; the others and how many were named."""

    ditanam: int = 0
    ditemukan: int = 0
    biasa: int = 0
    keliru: int = 0

    def __add__(self, lain: Temuan) -> Temuan:
        return Temuan(
            self.ditanam + lain.ditanam,
            self.ditemukan + lain.ditemukan,
            self.biasa + lain.biasa,
            self.keliru + lain.keliru,
        )


def satu_kota(benih: int, besar: float = BESAR, tanam: tuple[int, int] = (MURAH, KETAT)) -> Temuan:
    """One city of 60 assessors; the first few lenient, the next severe by `besar` standard deviations of a person.

    An ordinary assessor for whom anything at all is opened counts as named wrongly.
    """
    undian = Random(benih)
    murah, ketat = tanam
    geser = [besar] * murah + [-besar] * ketat + [0.0] * (PENILAI - murah - ketat)
    efek = [satu for satu in efek_penilai(_amatan(undian, geser)) if satu.dibuka]
    harap = {n: JenisEfek.MURAH if n < murah else JenisEfek.KETAT for n in range(murah + ketat)}
    ditemukan = sum(any((satu.penilai, satu.jenis) == pasang for satu in efek) for pasang in harap.items())
    keliru = {satu.penilai for satu in efek} - harap.keys()
    return Temuan(len(harap), ditemukan, PENILAI - len(harap), len(keliru))


def _amatan(undian: Random, geser: list[float]) -> list[Amatan]:
    unit = [undian.gauss(0, SEBAR_UNIT) for _ in range(UNIT)]
    tempat = [n % UNIT for n in range(len(geser))]
    undian.shuffle(tempat)
    return [
        _lembar(undian, penilai, tempat[penilai], tetap + biasa + unit[tempat[penilai]])
        for penilai, tetap in enumerate(geser)
        for biasa in [undian.gauss(0, SEBAR_PENILAI)]
        for _ in range(undian.randint(*ORANG))
    ]


def _lembar(undian: Random, penilai: int, unit: int, geser: float) -> Amatan:
    """A person whose achievement says part of what the assessor sees."""
    mutu = undian.gauss(0, 0.8)
    capaian = min(120.0, max(0.0, 100 + 8 * (mutu + undian.gauss(0, 0.6))))
    butir = [_nilai(mutu + geser + undian.gauss(0, DERAU)) for _ in range(BUTIR)]
    return Amatan(penilai, unit, capaian, sum(butir) / BUTIR, len(set(butir[:7])) == 1)


def _nilai(laten: float) -> int:
    return NILAI[sum(laten > batas for batas in AMBANG)]


def banyak_kota(
    ulangan: int, besar: float = BESAR, *, benih: int = 1, tanam: tuple[int, int] = (MURAH, KETAT)
) -> Temuan:
    """The counts over that many cities, each with a seed of its own."""
    return sum((satu_kota(benih * 1_000_003 + n, besar, tanam) for n in range(ulangan)), Temuan())


def rata_nilai(geser: float, *, benih: int = 1) -> float:
    """The mean of what assessors off by `geser` give, in index points: what the latent scale means."""
    amatan = _amatan(Random(benih), [geser] * PENILAI)
    return sum(satu.nilai for satu in amatan) / len(amatan)
