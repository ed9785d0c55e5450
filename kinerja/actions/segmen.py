"""What a changed placement does to the plan, when the person says yes: close, begin anew, or add a duty."""

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_tanggal
from pegawai.models import Pegawai

from ..models import SKP, HasilKerja
from ..pilihan import JenisHasil, JenisUsul, StatusPerubahan, StatusSKP
from ..usul import Usul, usul_pegawai
from .dasar import clean_or_refuse, lock_skp, raise_version
from .perubahan import _kunci_baru, _simpan, lock_revision, start_revision
from .skp import copy_skp, create_skp

SUDAH = "Usul itu sudah dikerjakan atau tidak berlaku lagi. Muat ulang halaman untuk melihat keadaannya sekarang."


@transaction.atomic
def confirm_proposal(*, pegawai_id: int, kunci: str, salin: bool = False, oleh, saat) -> SKP:
    """Do what a proposal says, once: it is read again under the lock, so a second click finds nothing to do.

    `salin` begins the new plan with the content of the old one. Returns the plan to go on with.
    Raises RuleViolation if it is not one's own or no longer stands.
    """
    if oleh.pegawai_id is None or oleh.pegawai_id != pegawai_id:
        raise RuleViolation("Anda hanya dapat mengonfirmasi perubahan jabatan sendiri.")
    _kunci(pegawai_id)
    usul = next((satu for satu in usul_pegawai(pegawai_id, timezone.localdate(saat)) if satu.kunci == kunci), None)
    if usul is None:
        raise RuleViolation(SUDAH)
    if usul.jenis == JenisUsul.TUGAS:
        return _tambah_tugas(usul, oleh, saat)
    if usul.jenis == JenisUsul.KOREKSI:
        return _geser(usul, oleh, saat)
    if usul.tutup:
        _tutup(usul, oleh, saat)
    if usul.jenis == JenisUsul.AKHIR:
        return lock_skp(usul.skp_id)
    return _mulai(usul, salin, oleh, saat)


def _kunci(pegawai_id: int) -> None:
    """One yes of a person at a time."""
    Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id)


def _tutup(usul: Usul, oleh, saat) -> None:
    """End the old plan the day before; its targets keep the pace that they were set for, realisasi stays."""
    skp = lock_skp(usul.skp_id)
    skp.selesai_rencana = skp.selesai_rencana or skp.selesai
    skp.selesai = usul.tutup
    clean_or_refuse(skp)
    skp.save(update_fields=["selesai", "selesai_rencana"])
    raise_version(skp)
    rincian = {"selesai": str(skp.selesai), "rencana": str(skp.selesai_rencana), "sebab": usul.jenis}
    catat(oleh=oleh, aksi="skp.ditutup", objek=skp, rincian=rincian, saat=saat)
    _batalkan_perubahan(skp, oleh, saat)


def _geser(usul: Usul, oleh, saat) -> SKP:
    """Let the two plans meet where the corrected placement says: what gives up days is written first."""
    skp = lock_skp(usul.digeser_id)
    lama = lock_skp(usul.skp_id) if usul.skp_id else None
    rincian = {"mulai": str(usul.mulai), "sebelumnya": str(skp.mulai)}
    langkah = [lambda: _akhiri(lama, usul.tutup), lambda: _awali(skp, usul.mulai)]
    for satu in langkah if usul.mulai < skp.mulai else langkah[::-1]:
        satu()
    catat(oleh=oleh, aksi="skp.batas_dikoreksi", objek=skp, rincian=rincian, saat=saat)
    if lama:
        catat(oleh=oleh, aksi="skp.batas_dikoreksi", objek=lama, rincian={"selesai": str(usul.tutup)}, saat=saat)
    return skp


def _akhiri(skp: SKP | None, selesai) -> None:
    if skp is not None:
        skp.selesai_rencana, skp.selesai = skp.selesai_rencana or skp.selesai, selesai
        _simpan_batas(skp)


def _awali(skp: SKP, mulai) -> None:
    skp.mulai = mulai
    _simpan_batas(skp)


def _simpan_batas(skp: SKP) -> None:
    clean_or_refuse(skp)
    skp.save(update_fields=["mulai", "selesai", "selesai_rencana"])
    raise_version(skp)


def _batalkan_perubahan(skp: SKP, oleh, saat) -> None:
    """A revision that was not decided dies with the segment it was meant for."""
    for perubahan in skp.perubahan.terbuka():
        perubahan = lock_revision(perubahan.pk)
        perubahan.status = StatusPerubahan.DIBATALKAN
        _simpan(perubahan, "perubahan.dibatalkan", oleh, saat, sebab="segmen ditutup")


def _mulai(usul: Usul, salin: bool, oleh, saat) -> SKP:
    umum = {"mulai": usul.mulai, "selesai": usul.selesai, "oleh": oleh, "saat": saat}
    if salin and usul.skp_id:
        return copy_skp(dari_id=usul.skp_id, **umum)
    return create_skp(pegawai_id=usul.pegawai_id, **umum)


def _tambah_tugas(usul: Usul, oleh, saat) -> SKP:
    """Put the acting duty into the definitive plan: directly in a draft, as a revision of an approved one."""
    skp = lock_skp(usul.skp_id)
    uraian = f"Terlaksananya tugas {usul.jabatan} sampai {tulis_tanggal(usul.selesai)}"
    if skp.status == StatusSKP.DISETUJUI:
        alasan = f"Penugasan sebagai {usul.jabatan}, {tulis_tanggal(usul.mulai)} sampai {tulis_tanggal(usul.selesai)}."
        perubahan = skp.perubahan.terbuka().first() or start_revision(
            skp_id=skp.pk, alasan=alasan, oleh=oleh, saat=saat
        )
        if perubahan.status == StatusPerubahan.DIAJUKAN:
            raise RuleViolation(
                "Perubahan SKP Anda sedang menunggu atasan. Tarik kembali dahulu, lalu tambahkan tugas."
            )
        isi = perubahan.isi
        isi["hasil"].append(_hasil_tugas(isi, uraian, usul.penempatan_id))
        _simpan(perubahan, "perubahan.tugas_ditambahkan", oleh, saat, penempatan=usul.penempatan_id)
        return skp
    if skp.status == StatusSKP.DIAJUKAN:
        raise RuleViolation("SKP Anda sedang menunggu atasan. Tarik kembali dahulu, lalu tambahkan tugas.")
    hasil = HasilKerja(
        skp=skp, jenis=JenisHasil.TAMBAHAN, uraian=uraian, penempatan_id=usul.penempatan_id,
        urutan=skp.hasil.count() + 1,
    )  # fmt: skip
    clean_or_refuse(hasil)
    hasil.save()
    raise_version(skp)
    catat(oleh=oleh, aksi="skp.tugas_ditambahkan", objek=skp, rincian={"penempatan": usul.penempatan_id}, saat=saat)
    return skp


def _hasil_tugas(isi: dict, uraian: str, penempatan_id: int) -> dict:
    return {
        "kunci": _kunci_baru(isi), "jenis": str(JenisHasil.TAMBAHAN), "uraian": uraian, "urutan": len(isi["hasil"]) + 1,
        "mendukung_id": None, "mendukung": "", "iku_id": None, "iku": "", "penempatan_id": penempatan_id,
        "indikator": [],
    }  # fmt: skip
