"""Siapa menahan siapa: each sheet that waits, for whom, since when, and what follows next."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..aturan import KetentuanPenilaian, eskalasi
from ..models import LembarPenilaian, Siklus
from .tenggat import batas_siklus

#: What happens next, by the level reached.
LANGKAH = ("Atasan penilai diberi tahu", "Atasan penilai dapat menilai")
TINGKAT = ("Menunggu penilaian", "Atasan penilai diberi tahu", "Atasan penilai dapat menilai")


@dataclass(frozen=True)
class Tahanan:
    """One sheet that waits. `sejak` is when its time ran out (half-open); None while there is time left."""

    lembar: LembarPenilaian
    tenggat: datetime
    sejak: datetime | None
    tingkat: int
    berikut: datetime | None

    @property
    def kata(self) -> str:
        if self.lembar.penilai_id is None:
            return "Belum mempunyai penilai"
        return TINGKAT[self.tingkat] if self.sejak else "Masih dalam waktu"

    @property
    def langkah(self) -> str:
        """What happens at `berikut`, in words; empty when nothing more happens by itself."""
        if self.berikut is None:
            return ""
        return LANGKAH[self.tingkat] if self.sejak else "Tercatat lewat waktu"

    @property
    def hari(self) -> int:
        """Whole days since the time ran out."""
        return self.lewat.days

    lewat: timedelta = timedelta()


def papan(siklus: Siklus, saat: datetime, pegawai_ids: Collection[int] | None = None) -> list[Tahanan]:
    """The sheets of a siklus that nobody has set; `pegawai_ids` keeps those of these people or held by them.

    A constant number of queries however many sheets. Who is out of the period has no sheet and stands nowhere.
    """
    ketentuan = KetentuanPenilaian.dari(siklus.ketentuan.isi)
    isi, nilai = batas_siklus(siklus)
    baris = (
        LembarPenilaian.objects.filter(siklus=siklus, ditetapkan_pada__isnull=True)
        .select_related("pegawai", "penilai", "skp__unit", "skp__jabatan")
        .order_by("penilai__nama", "pegawai__nama", "pk")
    )
    semua = []
    for satu in baris:
        if pegawai_ids is not None and not {satu.pegawai_id, satu.penilai_id} & set(pegawai_ids):
            continue
        siapa = (satu.pegawai_id, satu.skp.unit_id)
        semua.append(_satu(satu, max(isi.untuk(*siapa), nilai.untuk(*siapa)), saat, ketentuan))
    return semua


def _satu(lembar: LembarPenilaian, tenggat: datetime, saat: datetime, ketentuan: KetentuanPenilaian) -> Tahanan:
    if saat < tenggat:
        return Tahanan(lembar, tenggat, None, 0, tenggat)
    tingkat = eskalasi(tenggat, saat, ketentuan)
    hari = (ketentuan.eskalasi_beri_tahu, ketentuan.eskalasi_ambil_alih)
    berikut = tenggat + timedelta(days=hari[tingkat]) if tingkat < len(hari) else None
    return Tahanan(lembar, tenggat, tenggat, tingkat, berikut, saat - tenggat)


TEPAT, SESUDAH, MASIH, TIDAK = KATA_TEPAT = (
    "Tepat waktu",
    "Sesudah tenggat",
    "Masih ada waktu",
    "Tidak menyatakan selesai",
)


@dataclass(frozen=True)
class Ketepatan:
    """A person's own punctuality in one siklus: when their side was done, and until when it could be."""

    lembar: LembarPenilaian
    batas: datetime

    @property
    def selesai(self) -> datetime | None:
        return self.lembar.sisi_pegawai_pada

    def kata(self, saat: datetime) -> str:
        """In words; nothing of the assessor's enters it."""
        if self.selesai:
            return TEPAT if self.selesai < self.batas else SESUDAH
        return MASIH if saat < self.batas else TIDAK


def ketepatan(siklus: Siklus, orang=None) -> list[Ketepatan]:
    """Everybody in the siklus (or of that queryset of people) with their own deadline. A constant number of queries."""
    isi, _ = batas_siklus(siklus)
    baris = LembarPenilaian.objects.filter(siklus=siklus).select_related("pegawai", "skp__unit")
    if orang is not None:
        baris = baris.filter(pegawai__in=orang)
    return [
        Ketepatan(satu, isi.untuk(satu.pegawai_id, satu.skp.unit_id)) for satu in baris.order_by("pegawai__nama", "pk")
    ]
