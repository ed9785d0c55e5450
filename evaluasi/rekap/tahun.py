"""The predikat of a year: one for each person, however many segments the year had."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count

from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul, akar

from ..aturan import (
    ANGKA_TAHUN,
    KetentuanPenilaian,
    MasukanTahun,
    SegmenTahun,
    hitung_tahun,
    selisih_tahun,
)
from ..models import Evaluasi, EvaluasiTahunan, LembarPenilaian, Siklus
from ..pilihan import Predikat, Rating, Tahap
from .masukan import memimpin_kantor

TERBIT = (Tahap.TERBIT, Tahap.FINAL)


@dataclass(frozen=True)
class PredikatTahun:
    """What a year came to. Indices are 0–120 with two places; `hari` are the days they cover.

    `segmen` are the results in force of the year, the earliest first; one alone *is* the year. Where there are
    several, `tahunan` is the assessor's decision that brought them together.
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
    tahunan: EvaluasiTahunan | None = None

    @property
    def evaluasi(self) -> Evaluasi:
        """The last segment: whose position and assessor stand for the year."""
        return self.segmen[-1]


def predikat_tahun(pegawai_ids, tahun: int) -> dict[int, PredikatTahun]:
    """The published predikat of that year by person, from the annual siklus. PermenPANRB 6/2022.

    Three queries. Left out: who has no published annual result, who has several segments that no assessor has
    brought together yet (the annual ratings are a person's decision, never a mean), and who still waits for a segment.
    """
    segmen = segmen_tahun(pegawai_ids, tahun)
    lembar, tahunan = _banyak_lembar(segmen, tahun), _tahunan(segmen, tahun)
    hasil = {}
    for pk, isi in segmen.items():
        sumber = tahunan.get(pk) or (isi[0] if len(isi) == 1 == lembar[pk] else None)
        if sumber:
            hasil[pk] = _satu(tahun, isi, sumber)
    return hasil


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


def _banyak_lembar(pegawai_ids, tahun: int) -> dict[int, int]:
    """How many segments of the published year each person has, scored or not."""
    lembar = LembarPenilaian.objects.filter(
        pegawai__in=pegawai_ids,
        siklus__tahap__in=TERBIT,
        siklus__periode__jenis=JenisPeriode.TAHUNAN,
        siklus__periode__mulai__year=tahun,
    )
    return dict(lembar.order_by().values_list("pegawai_id").annotate(Count("pk")))


def _tahunan(pegawai_ids, tahun: int) -> dict[int, EvaluasiTahunan]:
    baris = EvaluasiTahunan.objects.filter(
        pegawai__in=pegawai_ids, siklus__tahap__in=TERBIT, siklus__periode__mulai__year=tahun
    )
    baris = baris.berlaku().defer("masukan", "pohon").select_related("siklus__periode", "penilai")
    return {satu.pegawai_id: satu for satu in baris}


def _satu(tahun: int, segmen: list[Evaluasi], sumber: Evaluasi | EvaluasiTahunan) -> PredikatTahun:
    gabungan = isinstance(sumber, EvaluasiTahunan)
    return PredikatTahun(
        pegawai_id=sumber.pegawai_id,
        tahun=tahun,
        siklus=sumber.siklus,
        predikat=Predikat(sumber.predikat),
        rating_hasil=Rating(sumber.rating_hasil),
        rating_perilaku=Rating(sumber.rating_perilaku),
        indeks_hasil=sumber.indeks_hasil,
        indeks_perilaku=sumber.indeks_perilaku,
        hari=sumber.hari if gabungan else (sumber.selesai - sumber.mulai).days + 1,
        segmen=tuple(segmen),
        tahunan=sumber if gabungan else None,
    )


@dataclass(frozen=True)
class TahunMenunggu:
    """A person of several segments whose year nobody has set: the last segment's assessor does."""

    siklus: Siklus
    segmen: tuple[Evaluasi, ...]

    @property
    def pegawai(self):
        return self.segmen[-1].pegawai

    @property
    def penilai(self):
        return self.segmen[-1].penilai


def tahun_menunggu(penilai_id: int | None = None) -> list[TahunMenunggu]:
    """Whose year can be brought together now, for one assessor or for everybody. Four queries.

    Every sheet of the year has its result; a segment that still waits keeps the year waiting.
    """
    tahunan = Evaluasi.objects.filter(siklus__periode__jenis=JenisPeriode.TAHUNAN).terbit().berlaku()
    if penilai_id is not None:
        tahunan = tahunan.filter(pegawai__in=Evaluasi.objects.filter(penilai=penilai_id).values("pegawai"))
    banyak = _pasangan(tahunan.values("siklus_id", "pegawai_id").annotate(n=Count("pk")).filter(n__gt=1))
    menunggu = banyak - _pasangan(EvaluasiTahunan.objects.filter(pegawai__in={orang for _, orang in banyak}))
    orang = {satu for _, satu in menunggu}
    menunggu -= _pasangan(LembarPenilaian.objects.filter(pegawai__in=orang, evaluasi__isnull=True))
    baris = (
        tahunan.filter(pegawai__in=orang)
        .defer("masukan", "pohon")
        .select_related("siklus__periode", "pegawai", "penilai", "skp__jabatan", "skp__unit")
        .order_by("siklus_id", "pegawai__nama", "pegawai_id", "mulai")
    )
    kelompok = defaultdict(list)
    for satu in baris:
        if (satu.siklus_id, satu.pegawai_id) in menunggu:
            kelompok[satu.siklus, satu.pegawai_id].append(satu)
    semua = [TahunMenunggu(siklus, tuple(isi)) for (siklus, _), isi in kelompok.items()]
    return [satu for satu in semua if penilai_id in (None, satu.penilai.pk)]


def _pasangan(baris) -> set[tuple[int, int]]:
    """The (siklus, person) of rows, each once."""
    return set(baris.order_by().values_list("siklus_id", "pegawai_id"))


def masukan_tahun(segmen, **putusan) -> MasukanTahun:
    """The inputs of a year from its results in force (with siklus.ketentuan, skp.jabatan.unit and penilai)."""
    urut = sorted(segmen, key=lambda satu: satu.mulai)
    ketentuan = urut[-1].siklus.ketentuan
    return MasukanTahun(
        segmen=tuple(
            SegmenTahun(
                kunci=str(satu.pk),
                akar=satu.akar,
                mulai=satu.mulai,
                selesai=satu.selesai,
                indeks_hasil=satu.indeks_hasil,
                indeks_perilaku=satu.indeks_perilaku,
                rating_hasil=Rating(satu.rating_hasil),
                predikat=str(satu.predikat),
                jabatan=str(satu.skp.jabatan),
                penilai=str(satu.penilai),
            )
            for satu in urut
        ),
        ketentuan=KetentuanPenilaian.dari(ketentuan.isi),
        ketentuan_versi=str(ketentuan),
        dasar_hukum=ketentuan.dasar_hukum,
        kepala=memimpin_kantor(urut[-1].skp.jabatan),
        **putusan,
    )


def segmen_siklus(siklus_id: int, pegawai_id: int):
    """The results in force of one person in one siklus with everything that a year reads, as a queryset."""
    return (
        Evaluasi.objects.filter(siklus=siklus_id, pegawai=pegawai_id)
        .berlaku()
        .select_related("siklus__ketentuan", "siklus__periode", "skp__jabatan__unit", "penilai", "pegawai")
        .order_by("mulai", "pk")
    )


def periksa_tahunan(baris=None) -> Iterator[tuple[EvaluasiTahunan, tuple[str, ...]]]:
    """Each stored year with what does not agree: the figures by the second path, the tree, its root, its segments."""
    baris = EvaluasiTahunan.objects.all() if baris is None else baris
    for satu in baris.order_by("pk").iterator(chunk_size=500):
        yield satu, beda_tahunan(satu)


def beda_tahunan(satu: EvaluasiTahunan) -> tuple[str, ...]:
    """What of one stored year is not what its stored inputs give; empty when all agrees."""
    try:
        kalimat = list(selisih_tahun({nama: getattr(satu, nama) for nama in ANGKA_TAHUN}, satu.masukan))
        pohon = Simpul.dari_dict(satu.pohon)
        if akar(pohon) != satu.akar:
            kalimat.append("akar: penjelasan yang tersimpan tidak cocok dengan akarnya")
        if hitung_tahun(MasukanTahun.dari_dict(satu.masukan)).pohon != pohon:
            kalimat.append("pohon: penjelasan yang tersimpan bukan hasil perhitungannya")
        return (*kalimat, *_beda_segmen(satu))
    except (RuleViolation, KeyError, TypeError, ValueError, ArithmeticError) as galat:
        return (f"masukan tidak terbaca: {galat}",)


def _beda_segmen(satu: EvaluasiTahunan) -> list[str]:
    """The segments that were read are stored results of that person, unchanged."""
    tercatat = {isi["kunci"]: isi for isi in satu.masukan["segmen"]}
    kolom = ("akar", "indeks_hasil", "indeks_perilaku")
    ada = Evaluasi.objects.filter(pk__in=map(int, tercatat), pegawai=satu.pegawai_id, siklus=satu.siklus_id)
    nyata = {str(pk): dict(zip(kolom, map(str, isi), strict=True)) for pk, *isi in ada.values_list("pk", *kolom)}
    return [
        f"segmen {kunci}: bukan hasil yang tersimpan"
        for kunci, isi in tercatat.items()
        if nyata.get(kunci) != {nama: isi[nama] for nama in kolom}
    ]
