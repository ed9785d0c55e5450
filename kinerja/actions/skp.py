"""A plan's life: drafted, submitted, withdrawn, returned, approved. PermenPANRB 6/2022."""

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_tanggal
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import JenisPegawai

from .. import notifikasi
from ..akses import atasan_skp, can_decide_skp, can_edit_skp, can_submit_skp, can_withdraw_skp, hari_atasan, is_owner
from ..aturan import next_status
from ..models import SKP, EkspektasiPerilaku, HasilKerja, Indikator, LampiranSKP
from ..pemeriksaan import periksa_pengajuan
from ..pilihan import Pendekatan
from .dasar import clean_or_refuse, clean_text, lock_skp, lock_unsupported, raise_version

_ALUR = ["status", "catatan", "penilai", "diajukan_pada", "disetujui_pada"]


class PlanIncomplete(RuleViolation):
    """A plan cannot be submitted yet; `pelanggaran` lists every reason with the field that it concerns."""

    def __init__(self, pelanggaran):
        super().__init__("SKP belum dapat diajukan: " + " ".join(satu.kalimat for satu in pelanggaran))
        self.pelanggaran = tuple(pelanggaran)


@transaction.atomic
def create_skp(*, pegawai_id: int, mulai, selesai, pendekatan: str = Pendekatan.KUANTITATIF, oleh, saat) -> SKP:
    """Begin a plan for one segment of one year in the position held on its first day.

    Raises RuleViolation: not one's own, no position, the position ends before the segment, an overlap.
    """
    if oleh.pegawai_id != pegawai_id or pegawai_id is None:
        raise RuleViolation("Anda hanya dapat menyusun SKP untuk diri sendiri.")
    return begin_draft(pegawai_id=pegawai_id, mulai=mulai, selesai=selesai, pendekatan=pendekatan, oleh=oleh, saat=saat)


@transaction.atomic
def begin_draft(*, pegawai_id: int, mulai, selesai, pendekatan: str, oleh, saat) -> SKP:
    """The same for whoever the caller has let in: a file of BKPSDM begins drafts, which their owners submit."""
    if Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id).jenis == JenisPegawai.NON_ASN:
        raise RuleViolation("SKP disusun oleh pegawai ASN; pejabat non-ASN hanya menilai.")
    if selesai < mulai:
        raise RuleViolation("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if mulai.year != selesai.year:
        raise RuleViolation("Satu SKP berada dalam satu tahun. Buat SKP lain untuk tahun berikutnya.")
    if mulai.year > timezone.localdate(saat).year + 1:
        raise RuleViolation("Periksa tahunnya: SKP disusun paling jauh untuk tahun depan.")
    jabatan = _jabatan_segmen(pegawai_id, mulai, selesai)
    skp = SKP(
        pegawai_id=pegawai_id, jabatan=jabatan, unit=jabatan.unit, mulai=mulai, selesai=selesai, pendekatan=pendekatan
    )
    skp.penilai = _penilai(skp, timezone.localdate(saat))
    clean_or_refuse(skp)
    skp.save()
    catat(oleh=oleh, aksi="skp.dibuat", objek=skp, saat=saat)
    return skp


def _jabatan_segmen(pegawai_id: int, mulai, selesai):
    """The position that covers the whole segment: a new position begins a new plan.

    Without a definitive post that day it is the acting one: somebody works, and is rated for it.
    """
    penempatan = rekap_pegawai.penempatan_pada([pegawai_id], mulai).get(pegawai_id) or _sementara(pegawai_id, mulai)
    if penempatan is None:
        raise RuleViolation(
            f"Anda belum mempunyai jabatan definitif pada {tulis_tanggal(mulai)}. "
            "Mulailah SKP pada tanggal Anda menduduki jabatan, atau hubungi BKPSDM."
        )
    if penempatan.selesai and penempatan.selesai < selesai:
        raise RuleViolation(
            f"Jabatan Anda berakhir pada {tulis_tanggal(penempatan.selesai)}. "
            "Akhiri SKP pada tanggal itu, lalu buat SKP baru untuk jabatan berikutnya."
        )
    return penempatan.jabatan


def _sementara(pegawai_id: int, hari):
    baris = Penempatan.objects.sementara().berlaku_pada(hari).filter(pegawai=pegawai_id)
    return baris.select_related("jabatan__unit").order_by("mulai", "pk").first()


def _penilai(skp: SKP, hari) -> Pegawai | None:
    hari = hari_atasan(skp, hari)
    atasan = rekap_pegawai.atasan_pada(skp.pegawai_id, hari)
    atasan = atasan or rekap_pegawai.atasan_jabatan(skp.jabatan_id, skp.pegawai_id, hari)
    if atasan is not None and atasan.pk == skp.pegawai_id:
        raise RuleViolation(
            "Anda tercatat sebagai atasan bagi diri sendiri. Laporkan lewat “Ini bukan atasan saya” pada profil Anda."
        )
    return atasan


@transaction.atomic
def copy_skp(*, dari_id: int, mulai, selesai, oleh, saat) -> SKP:
    """Begin a plan with the results, indicators, expectations and annex of an earlier own one.

    What they supported is left out: the leader's results of the new year are others.
    """
    asal = lock_skp(dari_id)
    if not is_owner(oleh, asal):
        raise RuleViolation("Anda hanya dapat menyalin SKP sendiri.")
    skp = create_skp(
        pegawai_id=asal.pegawai_id, mulai=mulai, selesai=selesai, pendekatan=asal.pendekatan, oleh=oleh, saat=saat
    )
    for hasil in asal.hasil.prefetch_related("indikator"):
        _salin_hasil(hasil, skp)
    EkspektasiPerilaku.objects.bulk_create(
        EkspektasiPerilaku(skp=skp, nilai=satu.nilai, ekspektasi=satu.ekspektasi)
        for satu in asal.ekspektasi_perilaku.all()
    )
    LampiranSKP.objects.bulk_create(
        LampiranSKP(skp=skp, jenis=satu.jenis, urutan=satu.urutan, uraian=satu.uraian) for satu in asal.lampiran.all()
    )
    catat(oleh=oleh, aksi="skp.disalin", objek=skp, rincian={"dari": asal.pk}, saat=saat)
    return skp


def _salin_hasil(hasil: HasilKerja, skp: SKP) -> None:
    baru = HasilKerja.objects.create(
        skp=skp, jenis=hasil.jenis, uraian=hasil.uraian, urutan=hasil.urutan, iku_id=hasil.iku_id
    )
    indikator = list(hasil.indikator.all())
    for satu in indikator:
        satu.pk, satu._state.adding, satu.hasil = None, True, baru
    Indikator.objects.bulk_create(indikator)


@transaction.atomic
def delete_skp(*, skp_id: int, oleh, saat) -> None:
    """Throw away an own draft that nobody has received yet."""
    skp = lock_skp(skp_id)
    if not can_edit_skp(oleh, skp) or skp.diajukan_pada:
        raise RuleViolation("Hanya draf sendiri yang belum pernah diajukan yang dapat dihapus.")
    lock_unsupported(HasilKerja.objects.filter(skp=skp))
    catat(oleh=oleh, aksi="skp.dihapus", objek=skp, rincian={"mulai": str(skp.mulai), "selesai": str(skp.selesai)})
    skp.delete()


@transaction.atomic
def submit_skp(*, skp_id: int, oleh, saat, versi: int | None = None) -> SKP:
    """Hand the plan to the atasan. Raises PlanIncomplete with every reason, RuleViolation if not allowed."""
    skp = lock_skp(skp_id, versi)
    status = next_status(skp.status, "ajukan")
    if not can_submit_skp(oleh, skp):
        raise RuleViolation("Hanya pemilik SKP yang dapat mengajukannya.")
    skp.penilai = _penilai(skp, timezone.localdate(saat))
    if pelanggaran := periksa_pengajuan(skp):
        raise PlanIncomplete(pelanggaran)
    skp.status, skp.diajukan_pada = status, saat
    return _simpan_alur(skp, "skp.diajukan", oleh, saat, notifikasi.queue_skp_submitted)


@transaction.atomic
def withdraw_skp(*, skp_id: int, oleh, saat, versi: int | None = None) -> SKP:
    """Take a submitted plan back to a draft."""
    skp = lock_skp(skp_id, versi)
    status = next_status(skp.status, "tarik")
    if not can_withdraw_skp(oleh, skp):
        raise RuleViolation("Hanya pemilik SKP yang dapat menariknya kembali.")
    skp.status = status
    return _simpan_alur(skp, "skp.ditarik", oleh, saat)


@transaction.atomic
def return_skp(*, skp_id: int, catatan: str, oleh, saat, versi: int | None = None) -> SKP:
    """Send a submitted plan back with a note that says what to mend."""
    skp = lock_skp(skp_id, versi)
    status = next_status(skp.status, "kembalikan")
    _tolak_bukan_atasan(skp, oleh, saat)
    if not (teks := clean_text(catatan)):
        raise RuleViolation("Tulis catatan: apa yang perlu diperbaiki sebelum SKP diajukan lagi.")
    wakil = _pemutus(skp, oleh, saat)
    skp.status, skp.catatan = status, teks
    return _simpan_alur(
        skp, "skp.dikembalikan", oleh, saat, notifikasi.queue_skp_returned, catatan=skp.catatan, **wakil
    )


@transaction.atomic
def approve_skp(*, skp_id: int, oleh, saat, versi: int | None = None) -> SKP:
    """Approve a submitted plan: its targets are fixed from now on."""
    skp = lock_skp(skp_id, versi)
    status = next_status(skp.status, "setujui")
    _tolak_bukan_atasan(skp, oleh, saat)
    if pelanggaran := periksa_pengajuan(skp):
        raise PlanIncomplete(pelanggaran)
    wakil = _pemutus(skp, oleh, saat)
    skp.status, skp.disetujui_pada, skp.catatan = status, saat, ""
    return _simpan_alur(skp, "skp.disetujui", oleh, saat, notifikasi.queue_skp_approved, **wakil)


def _pemutus(skp: SKP, oleh, saat) -> dict[str, int]:
    """Note whose decision it is: the atasan's, also where somebody decides in their place. Returns what to record."""
    skp.penilai_id = atasan_skp(skp, timezone.localdate(saat))
    return {} if skp.penilai_id == oleh.pegawai_id else {"atas_nama": skp.penilai_id}


def _tolak_bukan_atasan(skp: SKP, oleh, saat) -> None:
    if not can_decide_skp(oleh, skp, timezone.localdate(saat)):
        raise RuleViolation("Hanya atasan langsung atau wakilnya yang dapat menyetujui atau mengembalikan SKP ini.")


def _simpan_alur(skp: SKP, aksi: str, oleh, saat, surat=None, **rincian) -> SKP:
    """Write a step of the workflow with its audit row and its letter."""
    skp.save(update_fields=_ALUR)
    raise_version(skp)
    catat(oleh=oleh, aksi=aksi, objek=skp, rincian={"versi": skp.versi, **rincian}, saat=saat)
    if surat:
        surat(skp, saat=saat)
    return skp
