"""Perilaku kerja: seven values of the atasan, two of which the public also speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.angka import bulat

from .ketentuan import KetentuanPenilaian
from .masukan import Jawaban, MasukanNilai
from .publik import Suara, konversi, nilai_konversi, padu, pilih_suara

_URUTAN = {nilai: nomor for nomor, nilai in enumerate(NilaiDasar.values)}


@dataclass(frozen=True, slots=True)
class NilaiDipadu:
    """One value: the atasan's figure, the public's where it counts (`suara`), and the two blended (0–120)."""

    masukan: MasukanNilai
    atasan: Fraction
    suara: Suara | None
    publik: Fraction | None
    nilai: Fraction


@dataclass(frozen=True, slots=True)
class PerilakuDinilai:
    """The index of perilaku (0–120, two places), the means it came from, and the seven values in their order."""

    indeks: Decimal
    atasan: Fraction
    padanan: Fraction
    nilai: tuple[NilaiDipadu, ...]

    @property
    def indeks_atasan(self) -> Decimal:
        """What the index is without the public."""
        return bulat(self.atasan)


def nilai_perilaku(
    perilaku: tuple[MasukanNilai, ...],
    sendiri: Jawaban | None,
    layanan: Jawaban | None,
    ketentuan: KetentuanPenilaian,
) -> PerilakuDinilai:
    """The index of the seven values; every value must be rated exactly once (the caller checks).

    The mean of the values, moved by the public by at most `publik_batas` points; rounded once.
    """
    urut = sorted(perilaku, key=lambda masukan: _URUTAN[masukan.nilai])
    hasil = tuple(_padukan(masukan, sendiri, layanan, ketentuan) for masukan in urut)
    atasan = sum(satu.atasan for satu in hasil) / len(hasil)
    padanan = sum(satu.nilai for satu in hasil) / len(hasil)
    batas = Fraction(ketentuan.publik_batas)
    indeks = bulat(min(Fraction(ketentuan.batas_indeks), max(atasan - batas, min(atasan + batas, padanan))))
    return PerilakuDinilai(indeks, atasan, padanan, hasil)


def _padukan(masukan: MasukanNilai, sendiri, layanan, ketentuan) -> NilaiDipadu:
    atasan = Fraction(ketentuan.nilai_rating(masukan.rating))
    suara = pilih_suara(masukan.nilai, sendiri, layanan, ketentuan)
    if suara is None:
        return NilaiDipadu(masukan, atasan, None, None, atasan)
    publik = konversi(nilai_konversi(suara.rerata), ketentuan.konversi)
    nilai = padu(atasan, publik, suara.n, bobot=suara.bobot, k=ketentuan.publik_k)
    return NilaiDipadu(masukan, atasan, suara, publik, nilai)
