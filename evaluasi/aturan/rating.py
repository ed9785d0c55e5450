"""From an index to a suggested rating, and from two ratings to the predikat."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat

from ..pilihan import Predikat, PredikatOrganisasi, Rating
from .ketentuan import KetentuanPenilaian

KUADRAN = {  # rows hasil kerja, columns perilaku kerja. PermenPANRB 6/2022
    Rating.DI_ATAS: {
        Rating.DI_ATAS: Predikat.SANGAT_BAIK,
        Rating.SESUAI: Predikat.BAIK,
        Rating.DI_BAWAH: Predikat.KURANG,
    },
    Rating.SESUAI: {
        Rating.DI_ATAS: Predikat.BAIK,
        Rating.SESUAI: Predikat.BAIK,
        Rating.DI_BAWAH: Predikat.KURANG,
    },
    Rating.DI_BAWAH: {
        Rating.DI_ATAS: Predikat.BUTUH_PERBAIKAN,
        Rating.SESUAI: Predikat.BUTUH_PERBAIKAN,
        Rating.DI_BAWAH: Predikat.SANGAT_KURANG,
    },
}

#: The head of an organisation has its achievement as their rating of results. PermenPANRB 6/2022
RATING_KEPALA = {
    PredikatOrganisasi.ISTIMEWA: Rating.DI_ATAS,
    PredikatOrganisasi.BAIK: Rating.SESUAI,
    PredikatOrganisasi.BUTUH_PERBAIKAN: Rating.DI_BAWAH,
    PredikatOrganisasi.KURANG: Rating.DI_BAWAH,
    PredikatOrganisasi.SANGAT_KURANG: Rating.DI_BAWAH,
}


def usul_rating(indeks: Decimal | Fraction, ketentuan: KetentuanPenilaian) -> Rating:
    """The rating that an index or an achievement (0–120) suggests; the rounded figure is compared."""
    angka = bulat(indeks)
    if angka >= ketentuan.ambang_di_atas:
        return Rating.DI_ATAS
    return Rating.SESUAI if angka >= ketentuan.ambang_sesuai else Rating.DI_BAWAH


def predikat(hasil: str, perilaku: str) -> Predikat:
    """The cell of the 3×3. PermenPANRB 6/2022."""
    return KUADRAN[Rating(hasil)][Rating(perilaku)]


def rating_kepala(organisasi: str) -> Rating:
    """The rating of results of a head, from the predikat of the organisation."""
    return RATING_KEPALA[PredikatOrganisasi(organisasi)]
