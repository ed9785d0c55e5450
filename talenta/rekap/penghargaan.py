"""Reads of recognition: whose evidence proposes one."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum

from evaluasi.aturan import KetentuanPenilaian
from evaluasi.models import Evaluasi, UmpanBalik
from pegawai.models import Ketentuan, Pegawai
from pegawai.pilihan import JenisKetentuan

from ..aturan import Alasan, Bahan, KetentuanPenghargaan, usul_penghargaan
from ..models import Penghargaan
from ..pilihan import StatusPenghargaan


@dataclass(frozen=True)
class Usul:
    """One ground on which a person may be proposed now."""

    pegawai: Pegawai
    alasan: Alasan


def ketentuan_penghargaan(hari: date) -> KetentuanPenghargaan:
    """The numbers of recognition in force that day."""
    return KetentuanPenghargaan.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.PENGHARGAAN, hari).isi)


def usul_untuk(orang: list[Pegawai], hari: date) -> list[Usul]:
    """The grounds that the evidence of these people gives, those proposed this year left out. Five queries."""
    ketentuan = ketentuan_penghargaan(hari)
    penilaian = KetentuanPenilaian.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.PENILAIAN, hari).isi)
    ids = [satu.pk for satu in orang]
    predikat, suara, sudah = _predikat(ids), _suara(ids, hari, ketentuan.apresiasi_hari), _sudah(ids, hari.year)
    hasil = []
    for satu in orang:
        bahan = Bahan(tuple(predikat.get(satu.pk, ())), *suara.get(satu.pk, (0, 0)))
        for alasan in usul_penghargaan(bahan, ketentuan, penilaian):
            if (satu.pk, alasan.dasar) not in sudah:
                hasil.append(Usul(satu, alasan))
    return hasil


def _predikat(ids) -> dict[int, list[str]]:
    """Predikat of the published results in force, newest first."""
    baris = Evaluasi.objects.filter(pegawai__in=ids).terbit().berlaku()
    hasil = defaultdict(list)
    for pk, predikat in baris.order_by("pegawai_id", "-selesai", "-pk").values_list("pegawai_id", "predikat"):
        hasil[pk].append(predikat)
    return hasil


def _suara(ids, hari: date, lama: int) -> dict[int, tuple[int, int]]:
    """How many answered about each officer, and the sum of the faces."""
    baris = UmpanBalik.objects.filter(pegawai__in=ids).dalam(hari - timedelta(days=lama), hari).order_by()
    return {pk: (n, jumlah) for pk, n, jumlah in baris.values_list("pegawai_id").annotate(Count("pk"), Sum("wajah"))}


def _sudah(ids, tahun: int) -> set[tuple[int, str]]:
    baris = Penghargaan.objects.filter(pegawai__in=ids, tahun=tahun).exclude(status=StatusPenghargaan.DITOLAK)
    return set(baris.values_list("pegawai_id", "dasar"))


def apresiasi_terbaru(banyak: int = 3) -> list[Penghargaan]:
    """The latest recognitions, for the home page. Public and without scores."""
    return list(
        Penghargaan.objects.ditetapkan().select_related("pegawai", "unit").order_by("-diputus_pada", "-pk")[:banyak]
    )
