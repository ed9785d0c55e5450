"""Whom a sheet without a result waits for: the assessor, the organisation's predikat, or a confirmation."""

from dataclasses import replace
from enum import Enum

from mataram_asn.kit.galat import RuleViolation

from ..aturan import MasukanEvaluasi, hitung_angka
from ..models import LembarPenilaian
from ..pilihan import PredikatOrganisasi, StatusLembar, Tahap
from .masukan import masukan_lembar

#: Any word does: only whether somebody confirmed is asked.
DIKONFIRMASI = "andai"


class Menunggu(Enum):
    """Who has to act before the result can be computed, in the words for the person who waits."""

    PENILAI = "penilaian pejabat penilai Anda belum lengkap"
    ORGANISASI = "predikat organisasi unit yang Anda pimpin belum ditetapkan tingkat di atasnya"
    KONFIRMASI = "pengelola unit perlu mengonfirmasi bobot yang tidak dapat dinilai"


def menunggu_siapa(masukan: MasukanEvaluasi) -> Menunggu | None:
    """Whom these inputs wait for; None when nothing keeps them from being computed.

    Found by trying: where the answer of one other person would be enough, it is that person who is waited for.
    """
    if _dapat(masukan):
        return None
    if _dapat(replace(masukan, dikonfirmasi_oleh=DIKONFIRMASI)):
        return Menunggu.KONFIRMASI
    if masukan.kepala and not masukan.predikat_organisasi and _dapat(_dengan_predikat(masukan)):
        return Menunggu.ORGANISASI
    return Menunggu.PENILAI


def _dengan_predikat(masukan: MasukanEvaluasi) -> MasukanEvaluasi:
    return replace(
        masukan, predikat_organisasi=PredikatOrganisasi.BAIK, rating_hasil=None, dikonfirmasi_oleh=DIKONFIRMASI
    )


def _dapat(masukan: MasukanEvaluasi) -> bool:
    try:
        hitung_angka(masukan)
    except RuleViolation:
        return False
    return True


def tertahan_sesudah_terbit(lembar: LembarPenilaian) -> Menunggu | None:
    """Whom a sheet waits for that has no result though its siklus is published; None before, or with a result."""
    if lembar.siklus.tahap not in (Tahap.TERBIT, Tahap.FINAL) or lembar.status != StatusLembar.TERTAHAN:
        return None
    [(_, masukan)] = masukan_lembar([lembar.pk])
    return menunggu_siapa(masukan) if lembar.ditetapkan_pada else Menunggu.PENILAI


def kalimat_tertahan(lembar: LembarPenilaian) -> str:
    """For the person: that their result is held, by whom, and that it is not their lateness. Empty otherwise."""
    menunggu = tertahan_sesudah_terbit(lembar)
    if menunggu is None:
        return ""
    return (
        f"Hasil {lembar.siklus} sudah terbit, tetapi hasil Anda masih tertahan: {menunggu.value}. "
        + ("Sisi Anda sudah selesai; keterlambatan ini bukan dari Anda. " if lembar.sisi_pegawai_pada else "")
        + "Anda mendapat surat begitu hasilnya ada, dan waktu keberatan baru dihitung sejak itu."
    )


def kalimat_penilai(lembar: LembarPenilaian, masukan: MasukanEvaluasi) -> str:
    """For the assessor of a held sheet: what still keeps its result from being computed. Empty otherwise."""
    if lembar.status != StatusLembar.TERTAHAN:
        return ""
    if not lembar.rating_hasil:
        return "Tertahan: belum dinilai. Tetapkan sekarang; hasilnya menyusul."
    try:
        hitung_angka(masukan)
    except RuleViolation as galat:
        return f"Tertahan: {galat}"
    return "Tertahan: lengkap, tinggal ditetapkan. Hasilnya menyusul."
