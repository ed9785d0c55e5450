"""The predikat of a year: one for each person, however many segments the year had."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from kinerja.pilihan import JenisPeriode

from ..models import Evaluasi, LembarPenilaian, Siklus
from ..pilihan import Predikat, Rating, Tahap


@dataclass(frozen=True)
class PredikatTahun:
    """What a year came to. Indices are 0–120 with two places; `hari` are the days they cover.

    `segmen` are the results in force of the year, the earliest first; one alone *is* the year.
    """

    pegawai_id: int
    tahun: int
    siklus: Siklus
    predikat: Predikat
    rating_hasil: Rating
    rating_perilaku: Rating
    indeks_hasil: Decimal
    indeks_perilaku: Decimal
    hari: int
    segmen: tuple[Evaluasi, ...]

    @property
    def evaluasi(self) -> Evaluasi:
        """The last segment: whose position and assessor stand for the year."""
        return self.segmen[-1]


def predikat_tahun(pegawai_ids, tahun: int) -> dict[int, PredikatTahun]:
    """The published predikat of that year by person, from the annual siklus. PermenPANRB 6/2022.

    Two queries. Left out: who has no published annual result, who has several segments that no assessor has brought
    together yet (the annual ratings are a person's decision, never a mean), and who still waits for a segment.
    """
    segmen = segmen_tahun(pegawai_ids, tahun)
    lembar = _banyak_lembar(segmen, tahun)
    return {pk: _satu(tahun, isi) for pk, isi in segmen.items() if len(isi) == 1 == lembar[pk]}


def _banyak_lembar(pegawai_ids, tahun: int) -> dict[int, int]:
    """How many segments of the published year each person has, scored or not."""
    lembar = LembarPenilaian.objects.filter(
        pegawai__in=pegawai_ids,
        siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL],
        siklus__periode__jenis=JenisPeriode.TAHUNAN,
        siklus__periode__mulai__year=tahun,
    )
    return dict(lembar.order_by().values_list("pegawai_id").annotate(Count("pk")))


def segmen_tahun(pegawai_ids, tahun: int) -> dict[int, list[Evaluasi]]:
    """The published annual results in force of that year by person, the earliest segment first. One query."""
    baris = (
        Evaluasi.objects.filter(
            pegawai__in=pegawai_ids, siklus__periode__jenis=JenisPeriode.TAHUNAN, siklus__periode__mulai__year=tahun
        )
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus__periode", "penilai", "skp")
        .order_by("mulai", "pk")
    )
    hasil = defaultdict(list)
    for satu in baris:
        hasil[satu.pegawai_id].append(satu)
    return dict(hasil)


def _satu(tahun: int, segmen: list[Evaluasi]) -> PredikatTahun:
    [satu] = segmen
    return PredikatTahun(
        pegawai_id=satu.pegawai_id,
        tahun=tahun,
        siklus=satu.siklus,
        predikat=Predikat(satu.predikat),
        rating_hasil=Rating(satu.rating_hasil),
        rating_perilaku=Rating(satu.rating_perilaku),
        indeks_hasil=satu.indeks_hasil,
        indeks_perilaku=satu.indeks_perilaku,
        hari=(satu.selesai - satu.mulai).days + 1,
        segmen=tuple(segmen),
    )
