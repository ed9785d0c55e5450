"""Reads of outcomes: achievement by the rule, the history of a figure, and who moves them. Constant queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import connection
from django.db.models import Q

from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Unit

from .aturan import bulat, capaian
from .models import HasilKerja, Iku, NilaiIku, TargetIku

#: Deeper than any chain of leaders; with UNION it also ends a circle.
SQL_TURUN = """
WITH RECURSIVE turun(id, induk, iku, tingkat) AS (
  SELECT h.id, NULL::bigint, h.iku_id, 1 FROM kinerja_hasilkerja h JOIN kinerja_skp s ON s.id = h.skp_id
  WHERE h.iku_id IS NOT NULL AND (%(iku)s::bigint IS NULL OR h.iku_id = %(iku)s) AND s.mulai <= %(hari)s
    AND s.selesai >= %(hari)s
  UNION
  SELECT h.id, h.mendukung_id, t.iku, t.tingkat + 1 FROM kinerja_hasilkerja h JOIN turun t ON h.mendukung_id = t.id
  WHERE t.tingkat < 12
)
"""
SQL_SIMPUL = f"""{SQL_TURUN}
SELECT t.id, t.induk, t.tingkat, s.pegawai_id, s.unit_id FROM turun t
JOIN kinerja_hasilkerja h ON h.id = t.id JOIN kinerja_skp s ON s.id = h.skp_id
"""  # noqa: S608  constants
SQL_UNIT = f"""{SQL_TURUN}
SELECT t.iku, count(DISTINCT t.id), count(DISTINCT s.pegawai_id) FROM turun t
JOIN kinerja_hasilkerja h ON h.id = t.id JOIN kinerja_skp s ON s.id = h.skp_id
WHERE s.unit_id = ANY(%(unit)s) GROUP BY t.iku
"""  # noqa: S608  constants


def terbaru(iku: Iku) -> NilaiIku | None:
    """The value of the last year, from prefetched figures in force."""
    return max(iku.nilai.all(), key=lambda satu: (satu.tahun, satu.pk), default=None)


def target_terdekat(iku: Iku, tahun: int) -> TargetIku | None:
    """The target of that year, else the next, else the last one there is."""
    target = sorted(iku.target.all(), key=lambda satu: satu.tahun)
    return next((satu for satu in target if satu.tahun >= tahun), target[-1] if target else None)


@dataclass(frozen=True)
class TahunIku:
    """One year of an outcome: its values (one a series), its target, and the achievement in percent where both are."""

    tahun: int
    nilai: tuple[NilaiIku, ...]
    target: TargetIku | None
    capaian: Decimal | None


def per_tahun(iku: Iku) -> list[TahunIku]:
    """Every year that has a value or a target, newest first; achievement is that of the newest series of the year."""
    nilai, target = defaultdict(list), {satu.tahun: satu for satu in iku.target.all()}
    for satu in sorted(iku.nilai.all(), key=lambda baris: baris.pk):
        nilai[satu.tahun].append(satu)
    return [
        TahunIku(tahun, tuple(nilai[tahun]), target.get(tahun), capaian_iku(iku, nilai[tahun][-1:], target.get(tahun)))
        for tahun in sorted({*nilai, *target}, reverse=True)
    ]


def capaian_iku(iku: Iku, nilai: list[NilaiIku], target: TargetIku | None) -> Decimal | None:
    """The achievement by the rule of indicators, rounded; None where one is missing or the form has no answer."""
    if not nilai or target is None:
        return None
    try:
        return bulat(capaian(iku.arah, target.nilai, nilai[0].nilai))
    except RuleViolation:  # a negative growth or a target of 0 has no percentage
        return None


def capaian_terakhir(iku: Iku) -> TahunIku | None:
    """The last year that has an achievement."""
    return next((satu for satu in per_tahun(iku) if satu.capaian is not None), None)


def digantikan(iku: Iku) -> list[NilaiIku | TargetIku]:
    """Figures that a correction replaced, with what replaced them, newest correction first. Two queries."""
    lama = [
        satu
        for model in (NilaiIku, TargetIku)
        for satu in model.objects.filter(iku=iku, pengganti__isnull=False).select_related("pengganti__dicatat_oleh")
    ]
    return sorted(lama, key=lambda satu: satu.pengganti.dicatat_pada, reverse=True)


@dataclass(frozen=True)
class Simpul:
    """A result in the cascade below an outcome: its level, the result above it, and whose and which unit's it is."""

    pk: int
    induk: int | None
    tingkat: int
    pegawai: int
    unit: int


@dataclass(frozen=True)
class Penopang:
    """Who moves an outcome: results and people by level and by office (counts cover everybody), in tree order."""

    simpul: tuple[Simpul, ...]
    kantor: tuple[tuple[Unit | None, int, int], ...]

    @property
    def orang(self) -> int:
        return len({satu.pegawai for satu in self.simpul})

    @property
    def tingkat(self) -> tuple[tuple[int, int, int], ...]:
        """(level, results, people) of each level."""
        menurut = defaultdict(list)
        for satu in self.simpul:
            menurut[satu.tingkat].append(satu.pegawai)
        return tuple((dalam, len(orang), len(set(orang))) for dalam, orang in sorted(menurut.items()))


def penopang(iku: Iku, hari: date) -> Penopang:
    """The cascade below an outcome on a day. Four queries, plain rows only."""
    with connection.cursor() as kursor:
        kursor.execute(SQL_SIMPUL, {"iku": iku.pk, "hari": hari})
        simpul = {baris[0]: Simpul(*baris) for baris in kursor.fetchall()}
    return Penopang(tuple(_urut_pohon(simpul)), tuple(_per_kantor(simpul.values(), hari)))


def _per_kantor(simpul, hari: date):
    """(office, results, people), the most people first; None stands for units above the offices."""
    peta, hasil, orang = rekap_pegawai.peta_perangkat_daerah(hari), defaultdict(int), defaultdict(set)
    for satu in simpul:
        kantor = peta.get(satu.unit)
        hasil[kantor] += 1
        orang[kantor].add(satu.pegawai)
    unit = Unit.objects.in_bulk([pk for pk in hasil if pk])
    return sorted(
        ((unit.get(pk), hasil[pk], len(orang[pk])) for pk in hasil), key=lambda baris: (-baris[2], str(baris[0] or ""))
    )


def _urut_pohon(simpul: dict[int, Simpul]) -> list[Simpul]:
    """Depth first, so that each stands under what it supports."""
    anak = defaultdict(list)
    for pk in sorted(simpul, reverse=True):
        anak[simpul[pk].induk].append(pk)
    urut, tumpuk = [], list(anak[None])
    while tumpuk:
        pk = tumpuk.pop()
        urut.append(simpul[pk])
        tumpuk.extend(anak[pk])
    return urut


def penopang_terlihat(isi: Penopang, user, kata: str = "", unit=None) -> list[Simpul]:
    """The rows whose plans the user sees, narrowed by words and office, in tree order. One query, ids only."""
    baris = HasilKerja.objects.visible_to(user).filter(pk__in=[satu.pk for satu in isi.simpul])
    if kata:
        baris = baris.filter(Q(uraian__icontains=kata) | Q(skp__pegawai__nama__icontains=kata))
    if unit is not None:
        baris = baris.filter(skp__unit__in=unit)
    terlihat = set(baris.values_list("pk", flat=True))
    return [satu for satu in isi.simpul if satu.pk in terlihat]


def isi_penopang(simpul: list[Simpul]) -> list[tuple[int, HasilKerja]]:
    """(level, result) of one page of rows. One query."""
    objek = HasilKerja.objects.select_related("skp__pegawai", "skp__jabatan", "skp__unit").in_bulk(
        [satu.pk for satu in simpul]
    )
    return [(satu.tingkat, objek[satu.pk]) for satu in simpul if satu.pk in objek]


@dataclass(frozen=True)
class IkuUnit:
    """The outcomes of a unit: those it and the units under it answer for, and those its people serve."""

    milik: list[Iku]
    ditopang: list[tuple[Iku, int, int]]


def iku_unit(unit: Unit, hari: date) -> IkuUnit:
    """Read the outcomes of a unit. Seven queries however many people it has.

    `ditopang` are (outcome, results, people) of the unit's own and lower plans in force that day.
    """
    turun = list(Unit.objects.keturunan(unit.pk, hari).values_list("pk", flat=True))
    with connection.cursor() as kursor:
        kursor.execute(SQL_UNIT, {"iku": None, "hari": hari, "unit": turun})
        jumlah = {pk: (hasil, orang) for pk, hasil, orang in kursor.fetchall()}
    milik = list(Iku.objects.filter(unit__in=turun).select_related("unit").dengan_angka().order_by("nama", "pk"))
    lain = Iku.objects.filter(pk__in=jumlah).select_related("unit").dengan_angka().order_by("nama", "pk")
    ditopang = sorted(((satu, *jumlah[satu.pk]) for satu in lain), key=lambda baris: (-baris[2], baris[0].nama))
    return IkuUnit(milik, ditopang)
