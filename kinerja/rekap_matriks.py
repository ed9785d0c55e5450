"""The matrix of roles and results of a unit: who serves which result of the leader, and what serves nothing.

PermenPANRB 6/2022, matriks peran hasil. A constant number of queries whatever the size of the unit.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import Q

from pegawai import rekap as rekap_pegawai
from pegawai.models import Jabatan, Pegawai, Penempatan, SusunanUnit, Unit
from pegawai.pilihan import JenisPenempatan, Peran

from .models import SKP, HasilKerja
from .pilihan import JenisHasil, StatusSKP

#: How many rows one page of the matrix has, and how many lines the two lists below it.
PER_HALAMAN = 40
BATAS_DAFTAR = 60
#: More columns than these do not fit beside each other: each person's cells then stand below each other.
MAKS_KOLOM = 5


@dataclass(frozen=True)
class Kolom:
    """What is served: a result of the leader, or an outcome of the city where the leader has no plan."""

    kunci: tuple[str, int]
    uraian: str
    di_atas: str = ""
    draf: bool = False
    #: how many people have a result that serves it
    orang: int = 0


@dataclass
class Baris:
    """One person: for each column the results that serve it, those that serve something else, and nothing."""

    penempatan: Penempatan
    skp: SKP | None = None
    sel: list[list[HasilKerja]] = field(default_factory=list)
    lain: list[HasilKerja] = field(default_factory=list)
    lepas: list[HasilKerja] = field(default_factory=list)
    terlihat: bool = False

    @property
    def pegawai(self) -> Pegawai:
        return self.penempatan.pegawai

    @property
    def terisi(self) -> list[tuple[int, list[HasilKerja]]]:
        """The cells that hold something, with the number of their column."""
        return [(nomor, sel) for nomor, sel in enumerate(self.sel, 1) if sel]

    @property
    def unit_disebut(self) -> str:
        """The unit, where the name of the position does not say it already."""
        jabatan = self.penempatan.jabatan
        return "" if str(jabatan.unit) in str(jabatan) else str(jabatan.unit)


@dataclass(frozen=True)
class Susunan:
    """The people of the matrix: its leader, its rows (of the unit, and the heads of the units right below)."""

    unit: Unit
    hari: date
    pimpinan: Pegawai | None
    penempatan: tuple[Penempatan, ...]
    anak: tuple[Unit, ...]
    #: the rows are only those that this search finds
    kata: str = ""


def susunan_matriks(unit: Unit, hari: date, kata: str = "") -> Susunan:
    """Who stands in the matrix of a unit that day. Five queries."""
    anak = tuple(satu.unit for satu in SusunanUnit.objects.berlaku_pada(hari).filter(induk=unit).select_related("unit"))
    pimpinan = _pimpinan(unit, hari)
    baris = (
        Penempatan.objects.berlaku_pada(hari)
        .definitif()
        .filter(Q(jabatan__unit=unit) | Q(jabatan__unit__in=[satu.pk for satu in anak], jabatan__kepala_unit=True))
        .exclude(pegawai=pimpinan.pk if pimpinan else 0)
        .select_related("pegawai", "jabatan__unit")
        .order_by("jabatan__unit__nama", "-jabatan__kepala_unit", "pegawai__nama", "pk")
    )
    if kata:
        baris = baris.filter(Q(pegawai__nama__icontains=kata) | Q(jabatan__nama__icontains=kata))
    return Susunan(unit, hari, pimpinan, tuple(baris), tuple(sorted(anak, key=lambda satu: satu.nama.lower())), kata)


def _pimpinan(unit: Unit, hari: date) -> Pegawai | None:
    """The head of the unit that day, or of the nearest unit above that has one; an acting head where vacant."""
    naik, jalan, kini = rekap_pegawai.pohon_unit(hari), [], unit.pk
    while kini is not None and kini not in jalan:
        jalan.append(kini)
        kini = naik.get(kini)
    kepala = dict(
        Jabatan.objects.berlaku_pada(hari).filter(unit__in=jalan, kepala_unit=True).values_list("unit_id", "pk")
    )
    pemegang: dict[int, tuple] = {}
    duduk = Penempatan.objects.berlaku_pada(hari).filter(jabatan__in=kepala.values()).select_related("pegawai")
    for satu in duduk.order_by("mulai", "pk"):
        nilai = (satu.jenis != JenisPenempatan.DEFINITIF, satu.pk)
        if satu.jabatan_id not in pemegang or nilai < pemegang[satu.jabatan_id][0]:
            pemegang[satu.jabatan_id] = (nilai, satu.pegawai)
    return next((pemegang[kepala[pk]][1] for pk in jalan if kepala.get(pk) in pemegang), None)


@dataclass(frozen=True)
class Matriks:
    """What the page shows: columns, rows, and the two lists; `lepas` are main results that serve nothing."""

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    lepas: tuple[HasilKerja, ...]
    belum_didukung: tuple[Kolom, ...]
    tanpa_skp: int

    @property
    def lebar(self) -> bool:
        return len(self.kolom) > MAKS_KOLOM


def matriks(susunan: Susunan, halaman, user) -> Matriks:
    """Fill the rows of one page; the lists look at everybody of the unit. Five queries.

    `halaman`: the placements of this page. Names are shown; plans are linked only where `user` sees the person.
    """
    orang = [satu.pegawai_id for satu in susunan.penempatan]
    hasil = _hasil([*orang, susunan.pimpinan.pk if susunan.pimpinan else 0], susunan.hari)
    kolom = _kolom(susunan, hasil)
    terlihat = set(Pegawai.objects.visible_to(user).filter(pk__in=orang).values_list("pk", flat=True))
    skp = {satu.pegawai_id: satu for satu in SKP.objects.pada(susunan.hari).filter(pegawai__in=orang)}
    menurut: dict[int, list[HasilKerja]] = {}
    for satu in hasil:
        menurut.setdefault(satu.skp.pegawai_id, []).append(satu)
    baris = tuple(_baris(satu, skp, menurut, kolom, terlihat) for satu in halaman)
    milik = [satu for pk in orang for satu in menurut.get(pk, ())]
    pendukung: dict[tuple[str, int], set[int]] = {}
    for satu in milik:
        for kunci in _tujuan(satu):
            pendukung.setdefault(kunci, set()).add(satu.skp.pegawai_id)
    kolom = tuple(replace(satu, orang=len(pendukung.get(satu.kunci, ()))) for satu in kolom)
    return Matriks(
        kolom,
        baris,
        tuple(satu for satu in milik if satu.jenis == JenisHasil.UTAMA and not _tujuan(satu))[:BATAS_DAFTAR],
        tuple(satu for satu in kolom if not satu.orang),
        sum(pk not in skp for pk in orang),
    )


def _hasil(orang: list[int], hari: date) -> list[HasilKerja]:
    return list(
        HasilKerja.objects.filter(skp__pegawai__in=orang, skp__mulai__lte=hari, skp__selesai__gte=hari)
        .select_related("skp__pegawai", "mendukung__skp__pegawai", "iku")
        .order_by("-jenis", "urutan", "pk")
    )


def _kolom(susunan: Susunan, hasil: list[HasilKerja]) -> tuple[Kolom, ...]:
    """The leader's results; where the leader has no plan (the mayor), the outcomes that the rows serve."""
    pimpinan = susunan.pimpinan.pk if susunan.pimpinan else 0
    milik = [satu for satu in hasil if satu.skp.pegawai_id == pimpinan]
    if milik:
        return tuple(
            Kolom(("hasil", satu.pk), satu.uraian, _di_atas(satu), satu.skp.status != StatusSKP.DISETUJUI)
            for satu in milik
        )
    iku = {satu.iku_id: satu.iku.nama for satu in hasil if satu.iku_id}
    return tuple(Kolom(("iku", pk), nama) for pk, nama in sorted(iku.items(), key=lambda satu: satu[1].lower()))


def _di_atas(hasil: HasilKerja) -> str:
    """What the leader's own result serves: the way up to the outcome."""
    if hasil.mendukung_id:
        return f"{hasil.mendukung.uraian} ({hasil.mendukung.skp.pegawai})"
    return f"Capaian kota: {hasil.iku.nama}" if hasil.iku_id else ""


def _tujuan(hasil: HasilKerja) -> set[tuple[str, int]]:
    return {(jenis, pk) for jenis, pk in (("hasil", hasil.mendukung_id), ("iku", hasil.iku_id)) if pk}


def _baris(penempatan, skp, menurut, kolom, terlihat) -> Baris:
    baris = Baris(
        penempatan,
        skp.get(penempatan.pegawai_id),
        [[] for _ in kolom],
        terlihat=penempatan.pegawai_id in terlihat,
    )
    letak = {satu.kunci: nomor for nomor, satu in enumerate(kolom)}
    for satu in menurut.get(penempatan.pegawai_id, ()):
        tujuan = _tujuan(satu)
        kena = [letak[kunci] for kunci in tujuan if kunci in letak]
        for nomor in kena:
            baris.sel[nomor].append(satu)
        if not kena:
            (baris.lain if tujuan else baris.lepas).append(satu)
    return baris


def unit_terlihat(user, unit_ids, hari: date) -> set[int]:
    """Of these units, whose matrix the user may read: one's own, and where one sees somebody. One query."""
    if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
        return set(unit_ids)
    duduk = Penempatan.objects.berlaku_pada(hari).filter(jabatan__unit__in=unit_ids)
    return set(duduk.filter(pegawai__in=Pegawai.objects.visible_to(user)).values_list("jabatan__unit_id", flat=True))
