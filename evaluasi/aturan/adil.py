"""Fair to a person: shrunken means for what is shown and compared, and honest intervals.

For showing only; the blend with the atasan's judgement uses the plain mean (`publik`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

from .ketentuan import KetentuanPenilaian
from .masukan import Hitungan
from .publik import rerata


def susut(n: int, rata: Decimal | Fraction | None, mu: Decimal | Fraction, k: Decimal | Fraction) -> Fraction:
    """m = (n·x̄ + k·μ) ÷ (n + k); without answers it is μ."""
    if not n or rata is None:
        return Fraction(mu)
    return (n * Fraction(rata) + Fraction(k) * Fraction(mu)) / (n + Fraction(k))


def kurangi(semua: Hitungan, bagian: Hitungan) -> Hitungan:
    """The answers of a group without those of a part of it. Raises RuleViolation if the part is not in it."""
    sisa = tuple(a - b for a, b in zip(semua, bagian, strict=True))
    if min(sisa) < 0:
        raise RuleViolation("Jawaban bagian tidak termasuk dalam jawaban seluruhnya.")
    return sisa


def susut_bertingkat(
    sendiri: Hitungan, layanan: Hitungan, unit: Hitungan, kota: Hitungan, k: Decimal | Fraction
) -> Fraction | None:
    """The mean of a person shrunk toward their service, that toward the unit, that toward the city (1–4).

    Each wider group is given whole and taken without the person, so that nobody is measured against themselves.
    None when nobody but the person has answers to compare with.
    """
    _, mu = rerata(kurangi(kota, sendiri))
    if mu is None:
        return None
    for lingkup in (unit, layanan):
        mu = susut(*rerata(kurangi(lingkup, sendiri)), mu, k)
    return susut(*rerata(sendiri), mu, k)


def k_momen(layanan: Iterable[Hitungan], ketentuan: KetentuanPenilaian) -> Fraction:
    """k = variance within ÷ variance between the services of a period, by moments, kept inside its bounds.

    The upper bound where the between variance comes out ≤ 0 or there are too few answers to tell.
    """
    kelompok = [hitungan for hitungan in layanan if sum(hitungan)]
    terkecil, terbesar = Fraction(ketentuan.susut_k_min), Fraction(ketentuan.susut_k_maks)
    ukuran = [sum(hitungan) for hitungan in kelompok]
    seluruh = sum(ukuran)
    if len(kelompok) < 2 or seluruh <= len(kelompok):
        return terbesar
    rata = [rerata(hitungan)[1] for hitungan in kelompok]
    tengah = sum(n * x for n, x in zip(ukuran, rata, strict=True)) / seluruh
    kuadrat = sum(
        banyak * (nilai - x) ** 2
        for hitungan, x in zip(kelompok, rata, strict=True)
        for nilai, banyak in enumerate(hitungan, start=1)
    )
    dalam = kuadrat / (seluruh - len(kelompok))
    jarak = sum(n * (x - tengah) ** 2 for n, x in zip(ukuran, rata, strict=True))
    antara = (jarak - (len(kelompok) - 1) * dalam) / (seluruh - Fraction(sum(n * n for n in ukuran), seluruh))
    return terbesar if antara <= 0 else max(terkecil, min(terbesar, dalam / antara))


def wilson(cocok: int, n: int, z: Decimal = Decimal("1.96")) -> tuple[Decimal, Decimal] | None:
    """The Wilson interval of a share, four places each; None without answers."""
    if not 0 <= cocok <= n:
        raise RuleViolation("Banyaknya yang cocok harus antara 0 dan banyaknya jawaban.")
    if not n:
        return None
    with localcontext() as konteks:
        konteks.prec = 50
        p, kuadrat = Decimal(cocok) / n, z * z
        tengah, lebar = p + kuadrat / (2 * n), z * (p * (1 - p) / n + kuadrat / (4 * n * n)).sqrt()
        bawah, atas = (tengah - lebar) / (1 + kuadrat / n), (tengah + lebar) / (1 + kuadrat / n)
        return bulat(max(Decimal(0), bawah), 4), bulat(min(Decimal(1), atas), 4)


@dataclass(frozen=True, slots=True)
class RingkasanPublik:
    """What a person is shown of their feedback. Mean and shares are None while n is too small to be shown.

    `puas` is the share of the answers 3 and 4 (0–1), `selang` its interval; `dihitung`: it enters the score.
    """

    n: int | None
    rata: Decimal | None
    puas: Decimal | None
    selang: tuple[Decimal, Decimal] | None
    dihitung: bool


def ringkasan_publik(hitungan: Hitungan, ketentuan: KetentuanPenilaian) -> RingkasanPublik:
    """n, mean, share of satisfied with its interval, from the smallest n that may be shown."""
    n, rata = rerata(hitungan)
    dihitung = n >= ketentuan.publik_minimum
    if rata is None or n < ketentuan.publik_tampil:
        return RingkasanPublik(None, None, None, None, dihitung)
    puas = hitungan[2] + hitungan[3]
    return RingkasanPublik(n, bulat(rata), bulat(Fraction(puas, n), 4), wilson(puas, n, ketentuan.wilson_z), dihitung)
