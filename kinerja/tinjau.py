"""What is unusual in plans that wait, read for a whole page in a constant number of queries."""

from collections import defaultdict
from datetime import date

from django.db.models import Q
from django.utils import timezone

from pegawai.models import Ketentuan
from pegawai.pilihan import JenisKetentuan

from .aturan.bawaan import PERSETUJUAN
from .aturan.tak_biasa import Banding, Batas, Catatan, Isi, Ukur, tinjau
from .models import SKP, HasilKerja, Indikator
from .pilihan import StatusSKP

_KOLOM = ("hasil__skp_id", "uraian", "hasil__jenis", "bobot", "aspek", "satuan", "target", "arah")


def batas_berlaku(hari: date) -> Batas:
    """The bounds in force that day; those the city starts with where no ketentuan is stored."""
    try:
        return Batas.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.PERSETUJUAN, hari).isi)
    except Ketentuan.DoesNotExist:
        return Batas.dari(PERSETUJUAN)


def tinjau_banyak(daftar: list[SKP], batas: Batas | None = None) -> dict[int, tuple[Catatan, ...]]:
    """The hints about each of these plans, by its id. Six queries however many plans."""
    batas = batas or batas_berlaku(timezone.localdate())
    lalu = _tahun_lalu(daftar)
    rekan = _rekan(daftar)
    indikator = _indikator(
        {satu.pk for satu in daftar} | set(lalu.values()) | {pk for pks in rekan.values() for pk in pks}
    )
    kaitan = _kaitan(daftar)
    return {
        satu.pk: tinjau(
            Isi(tuple(indikator[satu.pk]), *kaitan[satu.pk]),
            _banding(
                satu,
                indikator,
                lalu.get(satu.pk),
                [pk for pk in rekan[satu.jabatan_id, satu.mulai.year] if pk != satu.pk],
            ),
            batas,
        )
        for satu in daftar
    }


def _banding(skp: SKP, indikator, lalu: int | None, rekan: list[int]) -> Banding:
    target = defaultdict(list)
    for pk in rekan:
        for satu in indikator[pk]:
            if satu.target is not None:
                target[satu.uraian, satu.satuan].append(satu.target)
    return Banding(
        lalu=tuple(indikator[lalu]) if lalu else (),
        rekan=tuple(len(indikator[pk]) for pk in rekan),
        target_rekan={kunci: tuple(nilai) for kunci, nilai in target.items()},
    )


def _tahun_lalu(daftar: list[SKP]) -> dict[int, int]:
    """The last approved plan of the same person that ended before the year of each plan."""
    baris = SKP.objects.filter(pegawai__in=[satu.pegawai_id for satu in daftar], status=StatusSKP.DISETUJUI)
    menurut = defaultdict(list)
    for pk, pegawai, selesai in baris.order_by("selesai").values_list("pk", "pegawai_id", "selesai"):
        menurut[pegawai].append((selesai.year, pk))
    hasil = {}
    for satu in daftar:
        lama = [pk for tahun, pk in menurut[satu.pegawai_id] if tahun == satu.mulai.year - 1]
        if lama:
            hasil[satu.pk] = lama[-1]
    return hasil


def _rekan(daftar: list[SKP]) -> dict[tuple[int, int], list[int]]:
    """Plans of the same position and year that were submitted or approved."""
    syarat = Q(pk__in=[])
    for jabatan, tahun in {(satu.jabatan_id, satu.mulai.year) for satu in daftar}:
        syarat |= Q(jabatan=jabatan, mulai__year=tahun)
    baris = SKP.objects.filter(syarat, status__in=[StatusSKP.DISETUJUI, StatusSKP.DIAJUKAN])
    hasil = defaultdict(list)
    for pk, jabatan, mulai in baris.values_list("pk", "jabatan_id", "mulai"):
        hasil[jabatan, mulai.year].append(pk)
    return hasil


def _indikator(skp_ids) -> dict[int, list[Ukur]]:
    hasil = defaultdict(list)
    for skp_id, *isi in Indikator.objects.filter(hasil__skp__in=skp_ids).order_by("pk").values_list(*_KOLOM):
        hasil[skp_id].append(Ukur(*isi))
    return hasil


def _kaitan(daftar: list[SKP]) -> dict[int, tuple[int, int]]:
    """(results, those that name what they serve) of each plan."""
    jumlah = defaultdict(lambda: [0, 0])
    baris = HasilKerja.objects.filter(skp__in=daftar).values_list("skp_id", "mendukung_id", "iku_id")
    for skp_id, mendukung, iku in baris:
        jumlah[skp_id][0] += 1
        jumlah[skp_id][1] += bool(mendukung or iku)
    return {satu.pk: tuple(jumlah[satu.pk]) for satu in daftar}
