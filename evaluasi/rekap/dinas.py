"""Which part of a period each plan is rated on, by the dated facts about its person."""

from collections import defaultdict
from collections.abc import Iterable

from kinerja.models import SKP, Periode
from pegawai.models import Ketentuan, StatusDinas
from pegawai.pilihan import JenisKetentuan, JenisStatusDinas

from ..aturan import KETENTUAN_BAWAAN, BagianDinas, KetentuanKalender, MasaTidakDinas, bagian_dinas


def kalender_pada(hari) -> KetentuanKalender:
    """The city's calendar in force on that day; what every installation starts with where none is published."""
    try:
        isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.KALENDER, hari).isi
    except Ketentuan.DoesNotExist:
        isi = KETENTUAN_BAWAAN[JenisKetentuan.KALENDER][0]
    return KetentuanKalender.dari(isi)


def bagian_skp(skp: Iterable[SKP], periode: Periode) -> dict[int, BagianDinas]:
    """The part of the period that each plan is rated on, by its id. Two queries however many plans.

    `alasan` says why a plan is out; without dated facts the part is what the plan covers of the period.
    """
    skp = list(skp)
    masa = masa_tidak_dinas({satu.pegawai_id for satu in skp}, periode.mulai, periode.selesai)
    kalender = kalender_pada(periode.mulai)
    return {
        satu.pk: bagian_dinas(
            max(satu.mulai, periode.mulai),
            min(satu.selesai, periode.selesai),
            masa.get(satu.pegawai_id, ()),
            kalender,
        )
        for satu in skp
    }


def masa_tidak_dinas(pegawai_ids, mulai, selesai) -> dict[int, list[MasaTidakDinas]]:
    """The stretches away that touch those days (inclusive), by person. One query."""
    hasil = defaultdict(list)
    for satu in StatusDinas.objects.sah().filter(pegawai__in=pegawai_ids).beririsan(mulai, selesai).order_by("mulai"):
        hasil[satu.pegawai_id].append(
            MasaTidakDinas(JenisStatusDinas(satu.jenis), satu.mulai, satu.selesai, satu.nomor_surat)
        )
    return hasil
