"""What of one sheet is the assessor's own: the figures from which patterns of assessors are estimated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat

from .hasil import Waktu, timbang
from .hitung import AngkaEvaluasi
from .masukan import MasukanEvaluasi


@dataclass(frozen=True, slots=True)
class YangDipilih:
    """`capaian_angka` rests on figures alone, `nilai_penilai` on the assessor's choices (0–120; None: there are none).

    `nilai_seragam`: the seven values have one rating.
    """

    capaian_angka: Decimal | None
    nilai_penilai: Decimal | None
    nilai_seragam: bool


def yang_dipilih(masukan: MasukanEvaluasi, hasil: AngkaEvaluasi) -> YangDipilih:
    """Weighted achievement of the quantitative main indicators, and the mean of what the assessor decided.

    A rating that accepts the suggestion is not the assessor's own and is left out.
    """
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    ditimbang = [timbang(satu, waktu, masukan.ketentuan) for satu in masukan.indikator]
    nyata = [satu for satu in ditimbang if satu.utama and satu.capaian is not None]
    bobot = sum((Fraction(satu.masukan.bobot) for satu in nyata), Fraction(0))
    capaian = sum((Fraction(satu.masukan.bobot) * satu.capaian for satu in nyata), Fraction(0))
    dipilih = [satu.rating for satu in masukan.perilaku]
    dipilih += [satu.rating for satu in ditimbang if satu.masukan.rating and satu.rating != satu.usul]
    for akhir, usul in ((masukan.rating_hasil, hasil.usul_hasil), (masukan.rating_perilaku, hasil.usul_perilaku)):
        if akhir and akhir != usul:
            dipilih.append(akhir)
    nilai = [Fraction(masukan.ketentuan.nilai_rating(satu)) for satu in dipilih]
    return YangDipilih(
        bulat(capaian / bobot) if bobot else None,
        bulat(sum(nilai) / len(nilai)) if nilai else None,
        len({satu.rating for satu in masukan.perilaku}) == 1,
    )
