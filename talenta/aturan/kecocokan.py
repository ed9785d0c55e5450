"""Competence fit: how much of what a position asks somebody has. PermenPANRB 38/2017."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from mataram_asn.kit.angka import bulat

from ..pilihan import TingkatKecocokan
from .ketentuan import KetentuanTalenta
from .rentang import Rentang


@dataclass(frozen=True, slots=True)
class Kecocokan:
    """The fit (0–100) and each competence as (key, level asked, level measured or None)."""

    rentang: Rentang
    rincian: tuple[tuple[str, int, int | None], ...]


def kecocokan(standar: Mapping[str, int], ukuran: Mapping[str, int]) -> Kecocokan | None:
    """Σ min(owned, asked) / Σ asked × 100 over the competences that were measured.

    One that was not measured widens the interval, it is not 0. None where nothing asked was measured.
    """
    rincian = tuple((kunci, diminta, ukuran.get(kunci)) for kunci, diminta in standar.items())
    seluruh = sum(diminta for _, diminta, _ in rincian)
    terukur = sum(diminta for _, diminta, dimiliki in rincian if dimiliki is not None)
    if not terukur:
        return None
    dimiliki = sum(min(punya, diminta) for _, diminta, punya in rincian if punya is not None)
    return Kecocokan(
        Rentang(
            Fraction(100 * dimiliki, terukur),
            Fraction(100 * dimiliki, seluruh),
            Fraction(100 * (dimiliki + seluruh - terukur), seluruh),
        ),
        rincian,
    )


def tingkat_kecocokan(nilai: Fraction, ketentuan: KetentuanTalenta) -> TingkatKecocokan:
    """≥ 80 optimal, 68 to below 80 fairly, below 68 less; the figure rounded to two places is compared."""
    angka = bulat(nilai)
    if angka >= ketentuan.kecocokan_optimal:
        return TingkatKecocokan.OPTIMAL
    return TingkatKecocokan.CUKUP if angka >= ketentuan.kecocokan_cukup else TingkatKecocokan.KURANG
