"""What should be mended before a siklus is opened. It warns and never blocks: BKPSDM decides."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kinerja.models import SKP, Indikator
from kinerja.pilihan import JenisHasil
from pegawai import rekap as rekap_pegawai
from pegawai.aturan import KetentuanStandarLevel
from pegawai.models import Jabatan, Ketentuan, Kompetensi, Pegawai, Penempatan, SusunanJabatan, SusunanUnit, Unit
from pegawai.pilihan import PERANGKAT_DAERAH, JenisKetentuan

from ..aturan.cacat import CACAT, Cacat
from ..aturan.prasiklus import Duduk, JabatanHari, Orang, Potret, Rencana, UnitHari
from ..models import KinerjaOrganisasi, Siklus


@dataclass(frozen=True)
class Temuan:
    """One kind of defect with its rows: (id of the person, position, unit or plan, its name, what is wrong with it)."""

    cacat: Cacat
    baris: tuple[tuple[int, str, str], ...]

    @property
    def kunci(self) -> str:
        return self.cacat.kunci

    @property
    def jumlah(self) -> int:
        return len(self.baris)

    def dicari(self, kata: str) -> tuple[tuple[int, str, str], ...]:
        """The rows whose name or words contain `kata`."""
        kata = kata.casefold()
        return tuple(satu for satu in self.baris if kata in satu[1].casefold() or kata in satu[2].casefold())


def pemeriksaan(siklus: Siklus, hari: date) -> list[Temuan]:
    """Every kind of defect with its rows, in a constant number of queries.

    Positions are looked at on `hari`, kept inside the period; plans over the whole period.
    """
    return periksa_periode(siklus.periode, hari)


def periksa_periode(periode, hari: date) -> list[Temuan]:
    """The same for a period, with or without a siklus."""
    potret = ambil_potret(periode, min(max(hari, periode.mulai), periode.selesai))
    nama = {
        "pegawai": {pk: satu.nama for pk, satu in potret.orang.items()},
        "jabatan": {pk: satu.nama for pk, satu in potret.jabatan.items()},
        "unit": {pk: satu.nama for pk, satu in potret.unit.items()},
        "skp": {satu.pk: potret.orang[satu.orang].nama for satu in potret.rencana if satu.orang in potret.orang},
    }
    return [
        Temuan(cacat, tuple((pk, nama[cacat.jenis].get(pk, ""), teks) for pk, teks in sorted(cacat.cari(potret))))
        for cacat in CACAT
    ]


def ambil_potret(periode, hari: date) -> Potret:
    """Read the city as it stands on a day, and the plans that touch the period. Thirteen queries, plain rows only."""
    return Potret(
        hari=hari,
        orang=_orang(),
        jabatan=_jabatan(hari),
        duduk=_duduk(hari),
        atasan=rekap_pegawai.peta_atasan(hari),
        unit=_unit(periode, hari),
        rencana=_rencana(periode),
        standar=_standar(hari),
        kompetensi=frozenset(Kompetensi.objects.values_list("kunci", flat=True)),
    )


def _standar(hari: date) -> KetentuanStandarLevel | None:
    try:
        return KetentuanStandarLevel.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.STANDAR_LEVEL, hari).isi)
    except Ketentuan.DoesNotExist:
        return None


def _orang() -> dict[int, Orang]:
    kolom = ("pk", "nama", "jenis", "kedudukan", "golongan", "kontrak_selesai", "pengguna__email")
    return {
        isi[0]: Orang(*isi[:-1], beralamat=bool(isi[-1])) for isi in Pegawai.objects.urut_nama().values_list(*kolom)
    }


def _jabatan(hari: date) -> dict[int, JabatanHari]:
    susunan = SusunanJabatan.objects.berlaku_pada(hari).filter(jabatan__in=Jabatan.objects.berlaku_pada(hari))
    kolom = ("pk", "nama", "unit_id", "jenis", "jenjang", "rumpun", "kepala_unit")
    baris = susunan.values_list(*(f"jabatan__{satu}" for satu in kolom), "atasan_id")
    return {isi[0]: JabatanHari(*isi) for isi in baris}


def _duduk(hari: date) -> tuple[Duduk, ...]:
    kolom = ("pegawai_id", "jabatan_id", "jenis", "mulai", "selesai")
    baris = Penempatan.objects.filter(mulai__lte=hari).order_by("mulai", "pk")
    return tuple(Duduk(*isi) for isi in baris.values_list(*kolom))


def _unit(periode, hari: date) -> dict[int, UnitHari]:
    ada = set(KinerjaOrganisasi.objects.filter(periode=periode).values_list("unit_id", flat=True))
    baris = SusunanUnit.objects.berlaku_pada(hari).order_by("nama", "pk").values_list("unit_id", "nama", "unit__jenis")
    return {pk: UnitHari(pk, nama, jenis in PERANGKAT_DAERAH, pk in ada) for pk, nama, jenis in baris}


def _rencana(periode) -> tuple[Rencana, ...]:
    skp = SKP.objects.beririsan(periode.mulai, periode.selesai)
    bobot = defaultdict(list)
    indikator = Indikator.objects.filter(hasil__skp__in=skp, hasil__jenis=JenisHasil.UTAMA)
    for skp_id, satu in indikator.values_list("hasil__skp_id", "bobot"):
        bobot[skp_id].append(satu)
    baris = skp.values_list("pk", "pegawai_id", "status")
    return tuple(Rencana(pk, orang, status, tuple(bobot[pk])) for pk, orang, status in baris)


_SUMBER = {
    "pegawai": lambda: Pegawai.objects.all(),
    "skp": lambda: SKP.objects.select_related("pegawai", "unit"),
    "jabatan": lambda: Jabatan.objects.select_related("unit"),
    "unit": lambda: Unit.objects.all(),
}


def isi_halaman(temuan: Temuan, baris) -> list[tuple[object, str, str]]:
    """The rows of one page with the object each is about. One query."""
    objek = _SUMBER[temuan.cacat.jenis]().in_bulk([pk for pk, _, _ in baris])
    return [(objek.get(pk), nama, teks) for pk, nama, teks in baris]


def belum_berpredikat(siklus: Siklus, hari: date, unit_ids: Collection[int] | None = None) -> int:
    """How many offices, of these if given, have no predikat of the organisation for the period. Two queries."""
    kantor = (satu for satu in _unit(siklus.periode, hari).values() if satu.kantor and not satu.berpredikat)
    return sum(unit_ids is None or satu.pk in unit_ids for satu in kantor)
