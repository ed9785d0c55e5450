"""What if: the same inputs under another ketentuan or with another figure, on copies. Nothing here is stored.

A rating equal to the suggestion was an acceptance of it: under other numbers the suggestion is accepted again,
as the assessor's sheet does. A rating that differed from it was the assessor's own judgement and stays.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from .hasil import Waktu, timbang
from .ketentuan import KetentuanPenilaian
from .masukan import MasukanEvaluasi, MasukanIndikator


def lepaskan(masukan: MasukanEvaluasi, usul_hasil: str, usul_perilaku: str) -> MasukanEvaluasi:
    """The same inputs with every acceptance of a suggestion open again.

    `usul_hasil` and `usul_perilaku` are what was suggested when they were set.
    """
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    return replace(
        masukan,
        indikator=tuple(_lepaskan(satu, waktu, masukan.ketentuan) for satu in masukan.indikator),
        rating_hasil=None if masukan.rating_hasil == usul_hasil else masukan.rating_hasil,
        rating_perilaku=None if masukan.rating_perilaku == usul_perilaku else masukan.rating_perilaku,
    )


def _lepaskan(indikator: MasukanIndikator, waktu: Waktu, ketentuan: KetentuanPenilaian) -> MasukanIndikator:
    if indikator.rating is None or indikator.realisasi is None:
        return indikator
    return (
        replace(indikator, rating=None) if timbang(indikator, waktu, ketentuan).usul == indikator.rating else indikator
    )


def di_bawah(
    masukan: MasukanEvaluasi, usul_hasil: str, usul_perilaku: str, ketentuan: KetentuanPenilaian
) -> MasukanEvaluasi:
    """The inputs as they would stand had this ketentuan held."""
    return replace(lepaskan(masukan, usul_hasil, usul_perilaku), ketentuan=ketentuan)


def jarak_garis(indeks: Decimal, ketentuan: KetentuanPenilaian) -> Decimal:
    """How far an index stands from the nearest line between two ratings, in points; below it is negative."""
    return min((indeks - garis for garis in (ketentuan.ambang_sesuai, ketentuan.ambang_di_atas)), key=abs)
