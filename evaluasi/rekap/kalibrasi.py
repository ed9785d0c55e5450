"""What the calibration pages read: the people of an office with the ratings in force, the curve beside its pattern."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q

from pegawai import rekap as rekap_pegawai
from pegawai.models import Unit

from ..aturan import KetentuanPenilaian, PolaHasil, dekat_garis, pola_distribusi, predikat
from ..models import Kalibrasi, KinerjaOrganisasi, LembarPenilaian, Siklus
from ..pilihan import Predikat, PredikatOrganisasi, StatusLembar, Sumbu
from .masukan import memimpin_kantor

#: Below so many people one person is more than a tenth, and percentages say little.
UNIT_KECIL = 10


@dataclass
class BarisKalibrasi:
    """One sheet with what stands now. `hasil`, `perilaku` and `predikat` are empty while the sheet is not scored."""

    lembar: LembarPenilaian
    kepala: bool
    hasil: str = ""
    perilaku: str = ""
    predikat: str = ""
    dekat: tuple[str, ...] = ()
    perubahan: list[Kalibrasi] = field(default_factory=list)
    berpola: bool = False

    @property
    def dinilai(self) -> bool:
        return bool(self.predikat)

    @property
    def diubah(self) -> bool:
        """Calibration has left another rating than the assessor's."""
        return self.dinilai and (self.hasil, self.perilaku) != (self.lembar.rating_hasil, self.lembar.rating_perilaku)

    @property
    def menyimpang(self) -> bool:
        """The assessor chose another final rating than the computed one."""
        lembar = self.lembar
        usul = (lembar.usul_hasil if not self.kepala else lembar.rating_hasil, lembar.usul_perilaku)
        return self.dinilai and "" not in usul and (lembar.rating_hasil, lembar.rating_perilaku) != usul

    @property
    def alasan(self) -> str:
        """Why the assessor deviated, in their words."""
        return (
            " ".join(filter(None, (self.lembar.alasan_hasil, self.lembar.alasan_perilaku))) if self.menyimpang else ""
        )


@dataclass(frozen=True)
class Kurva:
    """The counts of one office (its head left out) beside the pattern of its predikat."""

    jumlah: dict[str, int]
    organisasi: PredikatOrganisasi | None
    pola: PolaHasil | None

    @property
    def orang(self) -> int:
        return sum(self.jumlah.values())

    @property
    def baris(self) -> list[tuple[str, int, int]]:
        """Predikat, people, whole percent."""
        return [(kunci, n, round(100 * n / self.orang) if self.orang else 0) for kunci, n in self.jumlah.items()]

    @property
    def catatan(self) -> str:
        """Said of small offices: what a pattern in percent cannot mean there."""
        if self.pola and self.pola.catatan:
            return self.pola.catatan
        if 0 < self.orang < UNIT_KECIL:
            return (
                f"Dengan {self.orang} orang, satu orang sudah {round(100 / self.orang)} %: "
                "persentase pola tidak selalu dapat dipenuhi dan tidak perlu dipaksakan."
            )
        return ""


def baris_kantor(siklus: Siklus, unit_id: int, berpola: Iterable[int] = ()) -> list[BarisKalibrasi]:
    """The sheets of the people of one perangkat daerah, by name. Five queries however many people.

    `berpola` are the assessors of whom a pattern is worth a talk.
    """
    peta = rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    bagian = [satu for satu, kantor in peta.items() if kantor == unit_id]
    lembar = (
        LembarPenilaian.objects.filter(siklus=siklus, skp__unit__in=bagian)
        .select_related("pegawai", "penilai", "skp__jabatan__unit", "skp__unit")
        .defer("publik")
        .order_by("pegawai__nama", "pk")
    )
    return susun(lembar, KetentuanPenilaian.dari(siklus.ketentuan.isi), set(berpola))


def susun(
    lembar: Iterable[LembarPenilaian], ketentuan: KetentuanPenilaian, berpola=frozenset()
) -> list[BarisKalibrasi]:
    """The rows of these sheets. One query for their changes."""
    lembar = list(lembar)
    perubahan = _perubahan([satu.pk for satu in lembar])
    return [_baris(satu, perubahan.get(satu.pk, []), ketentuan, berpola) for satu in lembar]


def _perubahan(lembar_ids) -> dict[int, list[Kalibrasi]]:
    hasil = defaultdict(list)
    for satu in Kalibrasi.objects.filter(lembar__in=lembar_ids).select_related("oleh", "pencabut").order_by("pk"):
        hasil[satu.lembar_id].append(satu)
    return hasil


def _baris(lembar, perubahan, ketentuan, berpola) -> BarisKalibrasi:
    baris = BarisKalibrasi(
        lembar, memimpin_kantor(lembar.skp.jabatan), perubahan=perubahan, berpola=lembar.penilai_id in berpola
    )
    if lembar.status != StatusLembar.DITETAPKAN:
        return baris
    berlaku = [satu for satu in perubahan if not satu.mencabut_id and not hasattr(satu, "pencabut")]
    akhir = {satu.sumbu: satu.ke for satu in berlaku}
    baris.hasil = akhir.get(Sumbu.HASIL, lembar.rating_hasil)
    baris.perilaku = akhir.get(Sumbu.PERILAKU, lembar.rating_perilaku)
    baris.predikat = predikat(baris.hasil, baris.perilaku).value
    baris.dekat = tuple(_dekat(lembar, ketentuan))
    return baris


def _dekat(lembar, ketentuan):
    for sumbu in Sumbu:
        indeks = getattr(lembar, f"indeks_{sumbu}")
        for garis in dekat_garis(indeks, ketentuan) if indeks is not None else ():
            yield f"{sumbu.label.lower()} dekat garis {garis.normalize():f}"


def kurva(siklus: Siklus, unit_id: int, baris: Iterable[BarisKalibrasi]) -> Kurva:
    """The live curve of one office against the pattern of its predikat. It warns and never blocks."""
    ada = KinerjaOrganisasi.objects.filter(periode=siklus.periode_id, unit=unit_id).first()
    return susun_kurva(baris, ada.predikat if ada else None, KetentuanPenilaian.dari(siklus.ketentuan.isi))


def susun_kurva(baris: Iterable[BarisKalibrasi], organisasi: str | None, ketentuan: KetentuanPenilaian) -> Kurva:
    jumlah = {satu.value: 0 for satu in Predikat}
    for satu in baris:
        if satu.dinilai and not satu.kepala:
            jumlah[satu.predikat] += 1
    if organisasi is None:
        return Kurva(jumlah, None, None)
    return Kurva(jumlah, PredikatOrganisasi(organisasi), pola_distribusi(organisasi, jumlah, ketentuan))


@dataclass(frozen=True)
class KantorKalibrasi:
    """One perangkat daerah in the list: its people, how many are scored and changed, and its curve."""

    unit: Unit
    orang: int
    dinilai: int
    diubah: int
    kurva: Kurva

    @property
    def belum(self) -> int:
        return self.orang - self.dinilai


def kantor_kalibrasi(siklus: Siklus, unit_ids: Iterable[int] | None = None) -> list[KantorKalibrasi]:
    """Every perangkat daerah with sheets (or those named), by name. A constant number of queries."""
    peta = rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    pilih = None if unit_ids is None else set(unit_ids)
    lembar = (
        LembarPenilaian.objects.filter(siklus=siklus)
        .filter(Q() if pilih is None else Q(skp__unit__in=[satu for satu, kantor in peta.items() if kantor in pilih]))
        .select_related("skp__jabatan__unit")
        .only("status", "rating_hasil", "rating_perilaku", "usul_hasil", "usul_perilaku", "indeks_hasil",
              "indeks_perilaku", "penilai_id", "skp__unit_id", "skp__jabatan__kepala_unit", "skp__jabatan__unit__jenis")
    )  # fmt: skip
    ketentuan = KetentuanPenilaian.dari(siklus.ketentuan.isi)
    per_kantor = defaultdict(list)
    for satu in susun(lembar, ketentuan):
        per_kantor[peta.get(satu.lembar.skp.unit_id)].append(satu)
    unit = Unit.objects.in_bulk([pk for pk in per_kantor if pk])
    organisasi = dict(KinerjaOrganisasi.objects.filter(periode=siklus.periode_id).values_list("unit_id", "predikat"))
    hasil = [_kantor(unit[pk], baris, organisasi.get(pk), ketentuan) for pk, baris in per_kantor.items() if pk in unit]
    return sorted(hasil, key=lambda satu: (satu.unit.nama.casefold(), satu.unit.pk))


def _kantor(unit: Unit, baris: list[BarisKalibrasi], organisasi, ketentuan) -> KantorKalibrasi:
    return KantorKalibrasi(
        unit,
        len(baris),
        sum(satu.dinilai for satu in baris),
        sum(satu.diubah for satu in baris),
        susun_kurva(baris, organisasi, ketentuan),
    )
