"""Which part of a period each plan is rated on, by the dated facts about its person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.models import SKP, Periode
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.kata import tulis_tanggal
from pegawai.models import Ketentuan, StatusDinas
from pegawai.pilihan import JenisKetentuan, JenisStatusDinas

from ..aturan import KETENTUAN_BAWAAN, BagianDinas, KetentuanKalender, MasaTidakDinas, bagian_dinas
from ..models import LembarPenilaian, Siklus
from ..pilihan import Tahap

#: The stages in which a sheet would exist.
BERJALAN = (Tahap.ISI_BUKTI, Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)


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


def kalimat_absen(user, skp: SKP, periode: Periode) -> str:
    """When the plan's person was away within the period, as one sentence for whoever sees the person; or blank.

    The letter's number and the note stay out of it.
    """
    mulai, selesai = max(skp.mulai, periode.mulai), min(skp.selesai, periode.selesai)
    baris = StatusDinas.objects.visible_to(user).sah().filter(pegawai=skp.pegawai_id).beririsan(mulai, selesai)
    masa = [_masa(satu) for satu in baris.order_by("mulai")]
    if not masa:
        return ""
    return f"Tidak bertugas dalam periode ini: {'; '.join(masa)}. Yang dinilai hanya bagian yang dijalani."


def _masa(satu: StatusDinas) -> str:
    jenis = satu.get_jenis_display().lower()
    if satu.selesai:
        return f"{jenis} {tulis_tanggal(satu.mulai)} sampai {tulis_tanggal(satu.selesai)}"
    return f"{jenis} sejak {tulis_tanggal(satu.mulai)}"


@dataclass(frozen=True)
class DiLuar:
    """A plan that a siklus does not rate, and the sentence why."""

    siklus: Siklus
    skp: SKP
    alasan: str


def di_luar_siklus(siklus: Siklus, **saring) -> list[DiLuar]:
    """Who has an approved plan in that siklus but no sheet, because of dated facts; `saring` narrows the plans.

    Three queries however many plans.
    """
    periode = siklus.periode
    skp = list(
        SKP.objects.filter(status=StatusSKP.DISETUJUI, **saring)
        .beririsan(periode.mulai, periode.selesai)
        .exclude(pk__in=LembarPenilaian.objects.filter(siklus=siklus).values("skp"))
        .select_related("pegawai", "jabatan")
        .order_by("pegawai__nama", "pk")
    )
    if not skp:
        return []
    bagian = bagian_skp(skp, periode)
    return [DiLuar(siklus, satu, bagian[satu.pk].alasan) for satu in skp if bagian[satu.pk].alasan]


def di_luar_saya(pegawai_id: int) -> list[DiLuar]:
    """One's own plans that the siklus under way do not rate, with the sentence."""
    berjalan = Siklus.objects.filter(tahap__in=BERJALAN).select_related("periode").order_by("-periode__selesai", "pk")
    return [satu for siklus in berjalan for satu in di_luar_siklus(siklus, pegawai=pegawai_id)]
