"""The quiet watch after an objection: whether the ratings of a pair fell while the achievement did not.

It reads, marks what a person should look at, and never changes anything. The choice of the city.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.kata import tulis_angka

from .hasil import Waktu, timbang
from .masukan import MasukanEvaluasi
from .perilaku import nilai_perilaku


@dataclass(frozen=True, slots=True)
class Cermin:
    """One result in the watch: `capaian` by the data alone (0–120), and the two indices that the assessor set."""

    capaian: Decimal | None
    hasil: Decimal
    perilaku: Decimal


def cermin(masukan: MasukanEvaluasi, indeks_hasil: Decimal) -> Cermin:
    """The weighted mean of the measured achievements, beside the index of results and the assessor's conduct mean."""
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    ditimbang = [timbang(satu, waktu, masukan.ketentuan) for satu in masukan.indikator]
    ada = [satu for satu in ditimbang if satu.utama and satu.capaian is not None]
    bobot = sum((Fraction(satu.masukan.bobot) for satu in ada), Fraction(0))
    rata = sum(Fraction(satu.masukan.bobot) * satu.capaian for satu in ada) / bobot if bobot else None
    perilaku = nilai_perilaku(masukan.perilaku, None, None, masukan.ketentuan)
    return Cermin(None if rata is None else bulat(rata), indeks_hasil, perilaku.indeks_atasan)


def turun_tanpa_sebab(dasar: Cermin, sesudah: Sequence[Cermin], selisih: Decimal) -> tuple[str, ...]:
    """What fell by more than `selisih` points and is not explained by the achievement, one sentence each."""
    kalimat = []
    for nomor, satu in enumerate(sesudah, start=1):
        turun = dasar.perilaku - satu.perilaku
        if turun > selisih:
            kalimat.append(f"siklus ke-{nomor}: rating perilaku turun {tulis_angka(turun)} poin")
        if dasar.capaian is None or satu.capaian is None:
            continue
        melebihi = (dasar.hasil - satu.hasil) - max(Decimal(0), dasar.capaian - satu.capaian)
        if melebihi > selisih:
            kalimat.append(f"siklus ke-{nomor}: indeks hasil turun {tulis_angka(melebihi)} poin melebihi capaiannya")
    return tuple(kalimat)
