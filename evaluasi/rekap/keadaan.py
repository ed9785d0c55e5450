"""How far each person of a unit is in a siklus, and what somebody has to do about it. No score stands here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kinerja.models import SKP, Realisasi
from kinerja.pilihan import StatusSKP
from pegawai.models import Pegawai, Penempatan, StatusDinas
from pegawai.rekap import penempatan_pada

from ..models import LembarPenilaian, Siklus
from ..pilihan import StatusLembar, Tahap
from .tenggat import batas_siklus

#: What may have to be done, in the order in which it holds people up: key -> words of the filter.
HAL = {
    "skp": "Belum mempunyai SKP yang disetujui",
    "realisasi": "Realisasi belum diisi",
    "selesai": "Tidak menyatakan selesai sampai tenggat",
    "nilai": "Belum dinilai",
    "data": "Data kepegawaian perlu dilengkapi",
}
_SKP = {
    StatusSKP.DRAF: "SKP masih draf",
    StatusSKP.DIAJUKAN: "SKP menunggu persetujuan atasan",
    StatusSKP.DIKEMBALIKAN: "SKP dikembalikan, menunggu pegawai",
}


@dataclass(frozen=True)
class Keadaan:
    """One person: where they work, what is away from work, and what is to be done: (key of HAL, sentence)."""

    orang: Pegawai
    penempatan: Penempatan | None
    cuti: str
    skp: str
    lembar: LembarPenilaian | None
    hal: tuple[tuple[str, str], ...]

    @property
    def unit(self) -> str:
        return self.penempatan.jabatan.unit.nama if self.penempatan else "tanpa jabatan definitif"


def keadaan_pegawai(siklus: Siklus, orang, saat: datetime) -> list[Keadaan]:
    """The state of a queryset of people, by name. A constant number of queries however many."""
    daftar, hari = list(orang.select_related("pengguna").urut_nama()), timezone.localdate(saat)
    pk = [satu.pk for satu in daftar]
    tempat, lembar, skp = penempatan_pada(pk, hari), _lembar(siklus, pk), _skp(siklus, pk)
    cuti = {s.pegawai_id: s for s in StatusDinas.objects.sah().filter(pegawai__in=pk).berlaku_pada(hari)}
    terisi = set(
        Realisasi.objects.filter(periode=siklus.periode_id, indikator__hasil__skp__pegawai__in=pk).values_list(
            "indikator__hasil__skp__pegawai", flat=True
        )
    )
    batas, _ = batas_siklus(siklus)
    hasil = []
    for satu in daftar:
        milik, status = lembar.get(satu.pk), skp.get(satu.pk)
        sedang = cuti.get(satu.pk)
        hal = (
            *(() if sedang else _hal_skp(status)),
            *(_hal_lembar(siklus, milik, satu.pk in terisi, batas, saat) if milik else ()),
            *_hal_data(satu, tempat.get(satu.pk), milik),
        )
        kata = StatusSKP(status).label if status else "belum ada"
        hasil.append(Keadaan(satu, tempat.get(satu.pk), _cuti(sedang), kata, milik, hal))
    return hasil


def _skp(siklus: Siklus, pk) -> dict[int, str]:
    """The state of the latest plan that meets the period."""
    baris = SKP.objects.filter(pegawai__in=pk).beririsan(siklus.periode.mulai, siklus.periode.selesai)
    return dict(baris.order_by("mulai", "pk").values_list("pegawai_id", "status"))


def _lembar(siklus: Siklus, pk) -> dict[int, LembarPenilaian]:
    """The sheet of the latest segment of each person."""
    baris = LembarPenilaian.objects.filter(siklus=siklus, pegawai__in=pk).select_related("penilai", "skp")
    return {satu.pegawai_id: satu for satu in baris.order_by("mulai", "pk")}


def _cuti(status: StatusDinas | None) -> str:
    return status.get_jenis_display() if status else ""


def _hal_skp(status: str | None) -> tuple:
    if status == StatusSKP.DISETUJUI:
        return ()
    return (("skp", _SKP.get(status, "Belum menyusun SKP")),)


def _hal_lembar(siklus: Siklus, lembar: LembarPenilaian, terisi: bool, batas, saat) -> tuple:
    """What the sheet waits for: first its owner, from the scoring on the assessor."""
    if siklus.tahap == Tahap.ISI_BUKTI and not terisi:
        return (("realisasi", "Realisasi belum diisi"),)
    lewat = saat >= batas.untuk(lembar.pegawai_id, lembar.skp.unit_id)
    hal = (("selesai", HAL["selesai"]),) if lewat and lembar.sisi_pegawai_pada is None else ()
    if siklus.tahap in (Tahap.PENILAIAN, Tahap.KALIBRASI) and lembar.status != StatusLembar.DITETAPKAN:
        siapa = f"oleh {lembar.penilai}" if lembar.penilai else "karena belum mempunyai penilai"
        hal += (("nilai", f"Belum dinilai {siapa}"),)
    return hal


def _hal_data(orang: Pegawai, tempat, lembar) -> Iterable[tuple[str, str]]:
    if tempat is None:
        yield "data", "Tanpa jabatan definitif"
    if not (orang.pengguna and orang.pengguna.email):
        yield "data", "Tanpa alamat surel: pengingat hanya di dalam aplikasi"
    if lembar is not None and lembar.penilai_id is None and not lembar.ditetapkan_pada:
        yield "data", "Belum mempunyai atasan yang menilai"


def hitung_hal(semua: Iterable[Keadaan]) -> list[tuple[str, str, int]]:
    """How many people have each thing to be done: (key, words, people), only those that occur."""
    jumlah = dict.fromkeys(HAL, 0)
    for satu in semua:
        for kunci in {kunci for kunci, _ in satu.hal}:
            jumlah[kunci] += 1
    return [(kunci, HAL[kunci], n) for kunci, n in jumlah.items() if n]
