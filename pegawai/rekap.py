"""Reads about a day: who is whose atasan, who holds what, and which seats are needed, filled, vacant."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from .aturan import Tingkat, atasan_dari
from .models import Jabatan, Pegawai, Penempatan, PenetapanAtasan, SusunanJabatan, SusunanUnit, Unit
from .pilihan import PERANGKAT_DAERAH, JenisPenempatan


@dataclass(frozen=True)
class GarisAtasan:
    """The lines of one day: the position above each position, and who holds the positions above."""

    naik: dict[int, int | None]
    pemegang: dict[int, Tingkat]

    def rantai(self, jabatan_id: int) -> tuple[Tingkat, ...]:
        """The levels above a position, nearest first; a circle ends where it closes."""
        tingkat, dilihat, di_atas = [], {jabatan_id}, self.naik.get(jabatan_id)
        while di_atas is not None and di_atas not in dilihat:
            dilihat.add(di_atas)
            tingkat.append(self.pemegang.get(di_atas) or Tingkat(di_atas, None, None))
            di_atas = self.naik.get(di_atas)
        return tuple(tingkat)

    def di_bawah(self, jabatan_ids) -> set[int]:
        """The positions below these, going on where a position has no definitive holder."""
        turun = defaultdict(list)
        for bawah, atas in self.naik.items():
            turun[atas].append(bawah)
        hasil, antre = set(), [bawah for atas in jabatan_ids for bawah in turun[atas]]
        while antre:
            jabatan_id = antre.pop()
            if jabatan_id in hasil:
                continue
            hasil.add(jabatan_id)
            tingkat = self.pemegang.get(jabatan_id)
            if tingkat is None or tingkat.definitif is None:
                antre.extend(turun[jabatan_id])
        return hasil


def garis_atasan(tanggal: date) -> GarisAtasan:
    """Read the lines of a day in two queries."""
    naik = dict(SusunanJabatan.objects.berlaku_pada(tanggal).values_list("jabatan_id", "atasan_id"))
    di_atas = {atas for atas in naik.values() if atas is not None}
    baris = Penempatan.objects.berlaku_pada(tanggal).filter(jabatan_id__in=di_atas).order_by("mulai", "pk")
    definitif, sementara = {}, {}
    for jabatan_id, pegawai_id, jenis in baris.values_list("jabatan_id", "pegawai_id", "jenis"):
        (definitif if jenis == JenisPenempatan.DEFINITIF else sementara).setdefault(jabatan_id, pegawai_id)
    return GarisAtasan(
        naik, {jabatan: Tingkat(jabatan, definitif.get(jabatan), sementara.get(jabatan)) for jabatan in di_atas}
    )


def peta_atasan(tanggal: date) -> dict[int, int | None]:
    """The atasan of everyone with a definitive placement that day, in four queries."""
    garis = garis_atasan(tanggal)
    rantai = {}
    peta = {}
    for pegawai_id, jabatan_id in _definitif(tanggal).values_list("pegawai_id", "jabatan_id"):
        if jabatan_id not in rantai:
            rantai[jabatan_id] = garis.rantai(jabatan_id)
        peta[pegawai_id] = atasan_dari(rantai[jabatan_id], pegawai_id)
    ditetapkan = PenetapanAtasan.objects.berlaku_pada(tanggal).values_list("pegawai_id", "atasan_id")
    return peta | {pegawai_id: atasan_id for pegawai_id, atasan_id in ditetapkan if pegawai_id in peta}


def atasan_pada(pegawai_id: int, tanggal: date) -> Pegawai | None:
    """The atasan of one person that day; None at the top and without a placement."""
    ditetapkan = (
        PenetapanAtasan.objects.berlaku_pada(tanggal).filter(pegawai_id=pegawai_id).select_related("atasan").first()
    )
    if ditetapkan:
        return ditetapkan.atasan
    jabatan_id = _definitif(tanggal).filter(pegawai_id=pegawai_id).values_list("jabatan_id", flat=True).first()
    return None if jabatan_id is None else atasan_jabatan(jabatan_id, pegawai_id, tanggal)


def atasan_jabatan(jabatan_id: int, pegawai_id: int, tanggal: date) -> Pegawai | None:
    """The atasan that the positions above this one give to this person that day."""
    return Pegawai.objects.filter(pk=atasan_dari(garis_atasan(tanggal).rantai(jabatan_id), pegawai_id)).first()


def bawahan_langsung(pegawai_id: int, tanggal: date):
    """The people whose atasan this person is that day, as a queryset."""
    ditetapkan = dict(PenetapanAtasan.objects.berlaku_pada(tanggal).values_list("pegawai_id", "atasan_id"))
    pk = {orang for orang in _menurut_jabatan(pegawai_id, tanggal) if orang not in ditetapkan}
    return Pegawai.objects.filter(pk__in=pk | {orang for orang, atasan in ditetapkan.items() if atasan == pegawai_id})


def _menurut_jabatan(pegawai_id: int, tanggal: date) -> set[int]:
    """Whose atasan this person is by the positions, before what BKPSDM set."""
    jabatan = set(
        Penempatan.objects.berlaku_pada(tanggal).filter(pegawai_id=pegawai_id).values_list("jabatan_id", flat=True)
    )
    if not jabatan:
        return set()
    garis = garis_atasan(tanggal)
    calon = _definitif(tanggal).filter(jabatan_id__in=garis.di_bawah(jabatan)).values_list("pegawai_id", "jabatan_id")
    return {orang for orang, jabatan_id in calon if atasan_dari(garis.rantai(jabatan_id), orang) == pegawai_id}


def _definitif(tanggal: date):
    return Penempatan.objects.berlaku_pada(tanggal).definitif()


def penempatan_pada(pegawai_ids, tanggal: date) -> dict[int, Penempatan]:
    """The definitive placement of these people (None: of all) that day, with position and unit."""
    baris = _definitif(tanggal).select_related("jabatan", "jabatan__unit")
    if pegawai_ids is not None:
        baris = baris.filter(pegawai_id__in=pegawai_ids)
    return {satu.pegawai_id: satu for satu in baris}


def memimpin_sementara(pegawai_id: int, jabatan_id: int, tanggal: date) -> Penempatan | None:
    """The acting placement by which this person leads that position that day; None where a definitive one does."""
    baris = Penempatan.objects.berlaku_pada(tanggal).sementara().filter(pegawai_id=pegawai_id)
    wakil = {satu.jabatan_id: satu for satu in baris.select_related("jabatan__unit")}
    if not wakil:
        return None
    for tingkat in garis_atasan(tanggal).rantai(jabatan_id):
        if tingkat.definitif == pegawai_id:
            return None
        if tingkat.definitif is None and tingkat.jabatan_id in wakil:
            return wakil[tingkat.jabatan_id]
    return None


def pohon_unit(tanggal: date) -> dict[int, int | None]:
    """The unit above each unit that exists that day."""
    return dict(SusunanUnit.objects.berlaku_pada(tanggal).values_list("unit_id", "induk_id"))


def peta_perangkat_daerah(tanggal: date) -> dict[int, int | None]:
    """The perangkat daerah that each unit belongs to that day, itself if it is one; None above them."""
    induk = pohon_unit(tanggal)
    kantor = set(Unit.objects.filter(jenis__in=PERANGKAT_DAERAH).values_list("pk", flat=True))
    return {unit_id: _kantor_dari(unit_id, induk, kantor) for unit_id in induk}


def _kantor_dari(unit_id: int, induk: dict, kantor: set[int]) -> int | None:
    dilihat = set()
    while unit_id is not None and unit_id not in kantor and unit_id not in dilihat:
        dilihat.add(unit_id)
        unit_id = induk.get(unit_id)
    return unit_id if unit_id in kantor else None


@dataclass(frozen=True)
class Pemegang:
    """Who sits on a position that day, and how."""

    pegawai: Pegawai
    jenis: str

    @property
    def sementara(self) -> bool:
        return self.jenis != JenisPenempatan.DEFINITIF


@dataclass(frozen=True)
class BarisPeta:
    """One position of the map: seats needed, filled definitively, vacant, and everyone on it."""

    jabatan: Jabatan
    unit: Unit
    kelas: int | None
    kebutuhan: int
    terisi: int
    pemegang: tuple[Pemegang, ...]

    @property
    def kosong(self) -> int:
        return max(self.kebutuhan - self.terisi, 0)

    @property
    def lebih(self) -> int:
        return max(self.terisi - self.kebutuhan, 0)


def peta_jabatan(tanggal: date, unit: Unit | int | None = None) -> list[BarisPeta]:
    """The position map of a day, of the city or of one unit and what stands under it; two queries."""
    susunan = SusunanJabatan.objects.berlaku_pada(tanggal).select_related("jabatan", "jabatan__unit")
    susunan = susunan.filter(jabatan__in=Jabatan.objects.berlaku_pada(tanggal))
    if unit is not None:
        susunan = susunan.filter(jabatan__unit__in=Unit.objects.keturunan(getattr(unit, "pk", unit), tanggal))
    susunan = list(susunan.order_by("jabatan__unit__nama", "-jabatan__kepala_unit", "-kelas", "jabatan__nama", "pk"))
    pemegang = _pemegang(tanggal, [satu.jabatan_id for satu in susunan] if unit is not None else None)
    return [_baris_peta(satu, pemegang.get(satu.jabatan_id, ())) for satu in susunan]


def _pemegang(tanggal: date, jabatan_ids) -> dict[int, tuple[Pemegang, ...]]:
    baris = Penempatan.objects.berlaku_pada(tanggal).select_related("pegawai").order_by("mulai", "pk")
    if jabatan_ids is not None:
        baris = baris.filter(jabatan_id__in=jabatan_ids)
    hasil = defaultdict(list)
    for satu in baris:
        hasil[satu.jabatan_id].append(Pemegang(satu.pegawai, satu.jenis))
    return {jabatan_id: tuple(orang) for jabatan_id, orang in hasil.items()}


def _baris_peta(susunan: SusunanJabatan, pemegang: tuple[Pemegang, ...]) -> BarisPeta:
    terisi = sum(not satu.sementara for satu in pemegang)
    return BarisPeta(susunan.jabatan, susunan.jabatan.unit, susunan.kelas, susunan.kebutuhan, terisi, pemegang)


@dataclass(frozen=True)
class JumlahJabatan:
    """Seats of some positions together; an overfull position does not hide a vacancy elsewhere."""

    kebutuhan: int = 0
    terisi: int = 0
    kosong: int = 0
    sementara: int = 0

    def __add__(self, lain: "JumlahJabatan") -> "JumlahJabatan":
        return JumlahJabatan(
            self.kebutuhan + lain.kebutuhan,
            self.terisi + lain.terisi,
            self.kosong + lain.kosong,
            self.sementara + lain.sementara,
        )


def jumlah_jabatan(tanggal: date) -> dict[int, JumlahJabatan]:
    """The seats of each unit by itself that day, in two queries without loading anybody."""
    susunan = SusunanJabatan.objects.berlaku_pada(tanggal).filter(jabatan__in=Jabatan.objects.berlaku_pada(tanggal))
    terisi, sementara = Counter(), Counter()
    for jabatan_id, jenis in Penempatan.objects.berlaku_pada(tanggal).values_list("jabatan_id", "jenis"):
        (terisi if jenis == JenisPenempatan.DEFINITIF else sementara)[jabatan_id] += 1
    hasil = defaultdict(JumlahJabatan)
    for jabatan_id, unit_id, perlu in susunan.values_list("jabatan_id", "jabatan__unit_id", "kebutuhan"):
        ada = terisi[jabatan_id]
        hasil[unit_id] += JumlahJabatan(perlu, ada, max(perlu - ada, 0), sementara[jabatan_id])
    return dict(hasil)
