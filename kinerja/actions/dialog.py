"""The performance dialogue: proposed by either side, noted by both, agreed, confirmed by both."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import notifikasi
from ..akses import side_of_dialogue
from ..models import DialogKinerja, Kesepakatan
from .dasar import clean_or_refuse, clean_text

BUKAN_PIHAK = "Dialog ini diisi oleh pegawai dan atasannya."


@transaction.atomic
def start_dialogue(*, dengan_id: int, waktu: datetime, tempat: str, agenda: str, oleh, saat) -> DialogKinerja:
    """Propose a dialogue with one's atasan or with a direct subordinate. Raises RuleViolation for anybody else."""
    pegawai, atasan = _pasangan(oleh.pegawai_id, dengan_id, timezone.localdate(saat))
    dialog = DialogKinerja(
        pegawai=pegawai, atasan=atasan, dimulai_oleh_id=oleh.pegawai_id, waktu=waktu, tempat=tempat, agenda=agenda
    )
    _periksa_waktu(dialog, saat)
    clean_or_refuse(dialog)
    dialog.save()
    catat(oleh=oleh, aksi="dialog.dibuat", objek=dialog, rincian={"waktu": waktu.isoformat()}, saat=saat)
    lain = atasan if oleh.pegawai_id == pegawai.pk else pegawai
    notifikasi.queue_dialogue(dialog, lain, "baru", saat=saat)
    return dialog


def _pasangan(saya: int | None, dengan_id: int, hari) -> tuple[Pegawai, Pegawai]:
    """(person, atasan) of the two. Raises RuleViolation where neither is the other's atasan."""
    saya = Pegawai.objects.filter(pk=saya or 0).first()
    lain = Pegawai.objects.filter(pk=dengan_id).first()
    if saya and lain:
        if rekap_pegawai.atasan_pada(saya.pk, hari) == lain:
            return saya, lain
        if rekap_pegawai.atasan_pada(lain.pk, hari) == saya:
            return lain, saya
    raise RuleViolation("Dialog kinerja berlangsung dengan atasan Anda atau dengan bawahan langsung Anda.")


def _periksa_waktu(dialog: DialogKinerja, saat) -> None:
    if not abs((dialog.waktu - saat).days) <= 366:
        raise RuleViolation("Periksa tanggalnya: dialog dijadwalkan paling jauh setahun dari hari ini.")


def _kunci(dialog_id: int, versi: int | None, oleh, saat) -> tuple[DialogKinerja, str]:
    """Lock a dialogue that is still open, with the side on which `oleh` stands."""
    dialog = DialogKinerja.objects.select_for_update(of=("self",)).filter(pk=dialog_id).first()
    sisi = side_of_dialogue(oleh, dialog, timezone.localdate(saat)) if dialog else ""
    if not sisi:
        raise RuleViolation(BUKAN_PIHAK)
    if versi is not None and dialog.versi != versi:
        raise Konflik("Dialog ini sudah diubah sejak Anda membukanya. Bandingkan isian Anda, lalu simpan lagi.")
    if dialog.status == "dibatalkan":
        raise RuleViolation("Dialog ini sudah dibatalkan.")
    if dialog.status == "selesai":
        raise RuleViolation("Risalah dialog ini sudah disahkan keduanya dan tidak berubah lagi.")
    return dialog, sisi


def _simpan(dialog: DialogKinerja, aksi: str, oleh, saat, **rincian) -> DialogKinerja:
    dialog.versi += 1
    clean_or_refuse(dialog)
    dialog.save()
    catat(oleh=oleh, aksi=aksi, objek=dialog, rincian={"versi": dialog.versi, **rincian}, saat=saat)
    return dialog


def _lain(dialog: DialogKinerja, sisi: str) -> Pegawai:
    return dialog.atasan if sisi == "pegawai" else dialog.pegawai


def _belum_sah(dialog: DialogKinerja) -> None:
    """What was confirmed by one side is confirmed anew after a change."""
    dialog.pegawai_setuju_pada = dialog.atasan_setuju_pada = None


@transaction.atomic
def plan_dialogue(
    *, dialog_id: int, waktu: datetime, tempat: str, agenda: str, versi: int | None = None, oleh, saat
) -> DialogKinerja:
    """Change when, where and what about; the other side is told."""
    dialog, sisi = _kunci(dialog_id, versi, oleh, saat)
    dialog.waktu, dialog.tempat, dialog.agenda = waktu, tempat, agenda
    _periksa_waktu(dialog, saat)
    _belum_sah(dialog)
    _simpan(dialog, "dialog.dijadwalkan", oleh, saat, waktu=waktu.isoformat())
    notifikasi.queue_dialogue(dialog, _lain(dialog, sisi), "diubah", saat=saat)
    return dialog


@transaction.atomic
def note_dialogue(*, dialog_id: int, catatan: str, versi: int | None = None, oleh, saat) -> DialogKinerja:
    """Write one's own side of the minutes."""
    dialog, sisi = _kunci(dialog_id, versi, oleh, saat)
    setattr(dialog, f"catatan_{sisi}", clean_text(catatan))
    _belum_sah(dialog)
    return _simpan(dialog, "dialog.dicatat", oleh, saat, sisi=sisi)


@transaction.atomic
def agree(
    *, dialog_id: int, uraian: str, penanggung_jawab_id: int, tenggat: date, versi: int | None = None, oleh, saat
) -> Kesepakatan:
    """Add an agreement with its owner, one of the two, and its date."""
    dialog, _ = _kunci(dialog_id, versi, oleh, saat)
    if penanggung_jawab_id not in (dialog.pegawai_id, dialog.atasan_id):
        raise RuleViolation("Penanggung jawab kesepakatan adalah salah satu dari Anda berdua.")
    if not abs((tenggat - timezone.localdate(saat)).days) <= 732:
        raise RuleViolation("Periksa tenggatnya: paling jauh dua tahun dari hari ini.")
    kesepakatan = Kesepakatan(dialog=dialog, uraian=uraian, penanggung_jawab_id=penanggung_jawab_id, tenggat=tenggat)
    clean_or_refuse(kesepakatan)
    kesepakatan.save()
    _belum_sah(dialog)
    _simpan(dialog, "dialog.disepakati", oleh, saat, kesepakatan=kesepakatan.pk)
    return kesepakatan


@transaction.atomic
def finish_agreement(*, kesepakatan_id: int, hasil: str = "", oleh, saat) -> Kesepakatan:
    """Note an agreement as done, by either of the two, also long after its dialogue. Raises RuleViolation."""
    baris = Kesepakatan.objects.select_for_update(of=("self",)).select_related("dialog")
    kesepakatan = baris.filter(pk=kesepakatan_id).first()
    if kesepakatan is None or not side_of_dialogue(oleh, kesepakatan.dialog, timezone.localdate(saat)):
        raise RuleViolation(BUKAN_PIHAK)
    if kesepakatan.dialog.dibatalkan_pada:
        raise RuleViolation("Dialognya dibatalkan, sehingga kesepakatannya tidak berlaku.")
    if kesepakatan.selesai_pada:
        raise RuleViolation("Kesepakatan itu sudah dinyatakan selesai.")
    kesepakatan.selesai_pada, kesepakatan.hasil = saat, hasil
    clean_or_refuse(kesepakatan)
    kesepakatan.save(update_fields=["selesai_pada", "hasil"])
    catat(
        oleh=oleh, aksi="kesepakatan.selesai", objek=kesepakatan, rincian={"dialog": kesepakatan.dialog_id}, saat=saat
    )
    return kesepakatan


@transaction.atomic
def confirm_dialogue(*, dialog_id: int, versi: int | None = None, oleh, saat) -> DialogKinerja:
    """Confirm the minutes for one's side; with both they stand. Raises RuleViolation before the day."""
    dialog, sisi = _kunci(dialog_id, versi, oleh, saat)
    if saat < dialog.waktu:
        raise RuleViolation("Risalah disahkan setelah dialog berlangsung.")
    if getattr(dialog, f"{sisi}_setuju_pada"):
        raise RuleViolation("Anda sudah mengesahkan risalah ini.")
    setattr(dialog, f"{sisi}_setuju_pada", saat)
    _simpan(dialog, "dialog.disahkan", oleh, saat, sisi=sisi)
    if dialog.status != "selesai":
        notifikasi.queue_dialogue(dialog, _lain(dialog, sisi), "disahkan", saat=saat)
    return dialog


@transaction.atomic
def cancel_dialogue(*, dialog_id: int, alasan: str, versi: int | None = None, oleh, saat) -> DialogKinerja:
    """Call a dialogue off with a reason; agreements of earlier ones stay open."""
    dialog, sisi = _kunci(dialog_id, versi, oleh, saat)
    if not (teks := clean_text(alasan)):
        raise RuleViolation("Tulis alasan pembatalan.")
    dialog.dibatalkan_pada, dialog.alasan_batal = saat, teks
    _simpan(dialog, "dialog.dibatalkan", oleh, saat)
    notifikasi.queue_dialogue(dialog, _lain(dialog, sisi), "dibatalkan", saat=saat)
    return dialog
