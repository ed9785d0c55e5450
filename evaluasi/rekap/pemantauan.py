"""The quiet watch after an objection, derived when read: it is kept nowhere and changes nothing."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from ..aturan import MasukanEvaluasi, cermin, turun_tanpa_sebab
from ..models import Evaluasi, Keberatan
from .keberatan import ketentuan_keberatan

KATA = {"baca": "perlu dibaca", "wajar": "wajar", "belum": "belum ada siklus berikut"}


@dataclass(frozen=True)
class Pantauan:
    """One decided objection, the result that counts after it, and the next results of the same pair."""

    keberatan: Keberatan
    dasar: Evaluasi
    sesudah: tuple[Evaluasi, ...]
    sebab: tuple[str, ...]

    @property
    def tanda(self) -> str:
        """ "baca", "wajar" or "belum"."""
        if not self.sesudah:
            return "belum"
        return "baca" if self.sebab else "wajar"

    @property
    def tanda_kata(self) -> str:
        return KATA[self.tanda]


def pantauan(saat: datetime, kata: str = "") -> list[Pantauan]:
    """Every decided objection with what followed it, those to be read first. Three queries, however many."""
    ketentuan = ketentuan_keberatan(saat)
    baris = Keberatan.objects.filter(diputus_pada__isnull=False, pegawai__nama__icontains=kata.replace("\x00", ""))
    baris = baris.select_related("pegawai", "penilai", "evaluasi__siklus__periode", "hasil__siklus__periode").order_by(
        "-diputus_pada", "-pk"
    )
    baris = list(baris)
    menurut = _sesudahnya(baris)
    hasil = [_satu(satu, menurut[satu.pegawai_id, satu.penilai_id], ketentuan) for satu in baris]
    return sorted(hasil, key=lambda satu: satu.tanda != "baca")


def _sesudahnya(baris: list[Keberatan]) -> dict:
    pasangan = {(satu.pegawai_id, satu.penilai_id) for satu in baris}
    semua = (
        Evaluasi.objects.filter(pegawai__in={p for p, _ in pasangan}, penilai__in={p for _, p in pasangan})
        .terbit()
        .berlaku()
        .defer("pohon")
        .select_related("siklus__periode")
        .order_by("siklus__periode__selesai", "selesai", "pk")
    )
    hasil = defaultdict(list)
    for satu in semua:
        hasil[satu.pegawai_id, satu.penilai_id].append(satu)
    return hasil


def _satu(keberatan: Keberatan, semua: list[Evaluasi], ketentuan) -> Pantauan:
    dasar = keberatan.hasil or keberatan.evaluasi
    batas = dasar.siklus.periode.selesai
    sesudah = tuple(satu for satu in semua if satu.siklus.periode.selesai > batas)[: ketentuan.pantau_siklus]
    sebab = turun_tanpa_sebab(_cermin(dasar), [_cermin(satu) for satu in sesudah], ketentuan.pantau_selisih)
    return Pantauan(keberatan, dasar, sesudah, sebab)


def _cermin(evaluasi: Evaluasi):
    return cermin(MasukanEvaluasi.dari_dict(evaluasi.masukan), evaluasi.indeks_hasil)
