"""Weights of the indicators of the main results: each above 0, two places, exactly 100.00 together."""

from collections.abc import Iterable
from decimal import Decimal

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

SERATUS = Decimal("100.00")


def check_weights(bobot: Iterable[Decimal | None]) -> tuple[str, ...]:
    """What keeps these weights from being submitted, as sentences; empty when they are right.

    Only weights of utama are passed in: tambahan carries none.
    """
    semua = tuple(bobot)
    if not semua:
        return ("Isi bobot indikator hasil kerja utama; jumlahnya harus tepat 100,00.",)
    if any(satu is None for satu in semua):
        return ("Setiap indikator hasil kerja utama harus berbobot; isi yang masih kosong.",)
    if not all(Decimal(satu).is_finite() for satu in semua):
        return ("Bobot harus berupa angka; isi ulang.",)
    return (*_satu_satu(semua), *_jumlah(semua))


def bagi_rata(banyak: int) -> tuple[Decimal, ...]:
    """Equal weights with two places; the last takes the rest, so that the sum is exactly 100.00."""
    if not 1 <= banyak <= 10_000:
        raise RuleViolation("Tambahkan indikator dahulu; bobot dibagi rata di antara 1 sampai 10.000 indikator.")
    rata = Decimal(10_000 // banyak).scaleb(-2)
    return (rata,) * (banyak - 1) + (SERATUS - rata * (banyak - 1),)


def _satu_satu(bobot):
    if any(satu <= 0 for satu in bobot):
        yield "Setiap bobot harus lebih dari 0."
    if any(satu != bulat(satu) for satu in bobot):
        yield "Bobot ditulis dengan paling banyak dua angka di belakang koma."


def _jumlah(bobot):
    jumlah = sum(bobot, Decimal(0))
    if jumlah != SERATUS:
        kerja = "tambahkan" if jumlah < SERATUS else "kurangi"
        yield f"Jumlah bobot harus tepat 100,00, sekarang {_tulis(jumlah)}; {kerja} {_tulis(abs(SERATUS - jumlah))}."


def _tulis(angka: Decimal) -> str:
    teks = f"{angka.normalize():f}" if angka != bulat(angka) else f"{bulat(angka):f}"
    return teks.replace(".", ",")
