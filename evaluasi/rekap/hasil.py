"""Reads over published results: the latest, two years, the distribution."""

from collections import defaultdict
from datetime import date

from django.db.models import Count

from kinerja.pilihan import JenisPeriode
from pegawai.models import Unit
from pegawai.pilihan import PERANGKAT_DAERAH

from ..models import Evaluasi, Siklus
from ..pilihan import Predikat


def evaluasi_terakhir(pegawai_ids) -> dict[int, Evaluasi]:
    """The latest published result in force of each of these people; inputs and explanation are read when asked for."""
    baris = (
        Evaluasi.objects.filter(pegawai__in=pegawai_ids)
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus__periode", "penilai")
        .order_by("pegawai_id", "-selesai", "-siklus__periode__mulai", "-pk")
        .distinct("pegawai_id")
    )
    return {satu.pegawai_id: satu for satu in baris}


def indeks_dua_tahun(pegawai_ids, tanggal: date) -> dict[int, list[Evaluasi]]:
    """The annual results of each person in the two latest years ended by that day, newest first. One query.

    A year of several segments has one result for each segment; `aturan.indeks_tahun` sums them up.
    """
    baris = (
        Evaluasi.objects.filter(
            pegawai__in=pegawai_ids,
            siklus__periode__jenis=JenisPeriode.TAHUNAN,
            siklus__periode__selesai__lte=tanggal,
            siklus__periode__selesai__gte=date(tanggal.year - 3, 1, 1),
        )
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus__periode")
        .order_by("-siklus__periode__mulai", "-selesai")
    )
    hasil = defaultdict(list)
    for satu in baris:
        hasil[satu.pegawai_id].append(satu)
    return {pegawai_id: _dua_tahun(daftar) for pegawai_id, daftar in hasil.items()}


def _dua_tahun(daftar: list[Evaluasi]) -> list[Evaluasi]:
    tahun = sorted({satu.siklus.periode.mulai for satu in daftar}, reverse=True)[:2]
    return [satu for satu in daftar if satu.siklus.periode.mulai in tahun]


def distribusi(siklus: Siklus, unit: Unit | None = None) -> dict[str, int]:
    """How many results have each predikat, in the order of the five; the head of the office is left out.

    `unit` limits it to that unit and what stands under it at the end of the period.
    """
    baris = Evaluasi.objects.filter(siklus=siklus).berlaku()
    baris = baris.exclude(skp__jabatan__kepala_unit=True, skp__jabatan__unit__jenis__in=PERANGKAT_DAERAH)
    if unit is not None:
        baris = baris.filter(skp__unit__in=Unit.objects.keturunan(unit.pk, siklus.periode.selesai))
    banyak = dict(baris.order_by().values_list("predikat").annotate(Count("pk")))
    return {predikat.value: banyak.get(predikat.value, 0) for predikat in Predikat}
