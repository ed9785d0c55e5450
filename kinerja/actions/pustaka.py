"""Begin a plan from the library: whole results or single indicators, with weights shared evenly."""

from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..aturan import bagi_rata
from ..models import SKP, HasilKerja, Indikator, PustakaHasil, PustakaIndikator
from ..rekap_pustaka import pustaka_skp
from .dasar import lock_to_edit, raise_version

DISALIN = (
    "jenis", "uraian", "aspek", "perspektif", "arah", "sifat", "target", "target_atas", "satuan", "ekspektasi",
    "level_bawah", "level_sesuai", "level_atas",
)  # fmt: skip


@transaction.atomic
def take_from_library(*, skp_id: int, indikator_ids, versi: int | None = None, oleh, saat) -> int:
    """Copy library indicators with their results into an own draft; what stands there already is left alone.

    Afterwards the weights of all main indicators are shared evenly. Returns how many indicators came in.
    Raises RuleViolation: not one's own draft, nothing chosen, or an entry that does not fit the position.
    """
    skp = lock_to_edit(skp_id, versi, oleh)
    diminta = set(indikator_ids)
    pilihan = [satu for satu in pustaka_skp(skp) if any(ind.pk in diminta for ind in satu.indikator.all())]
    if not diminta or not pilihan:
        raise RuleViolation("Pilih sedikitnya satu indikator dari pustaka yang ditawarkan.")
    masuk = sum(_masukkan(skp, satu, diminta) for satu in pilihan)
    if masuk:
        _bagi_rata(skp)
        raise_version(skp)
        catat(oleh=oleh, aksi="skp.dari_pustaka", objek=skp, rincian={"indikator": masuk}, saat=saat)
    return masuk


def _masukkan(skp: SKP, asal: PustakaHasil, diminta: set[int]) -> int:
    uraian = isi_unit(asal.uraian, skp)
    hasil = skp.hasil.filter(uraian=uraian, jenis=asal.jenis).first()
    if hasil is None:
        hasil = HasilKerja.objects.create(skp=skp, jenis=asal.jenis, uraian=uraian, urutan=skp.hasil.count() + 1)
    ada = set(hasil.indikator.values_list("uraian", flat=True))
    baru = [
        _indikator(hasil, satu, skp, len(ada) + nomor)
        for nomor, satu in enumerate(asal.indikator.all(), 1)
        if satu.pk in diminta and isi_unit(satu.uraian, skp) not in ada
    ]
    Indikator.objects.bulk_create(baru)
    return len(baru)


def _indikator(hasil: HasilKerja, asal: PustakaIndikator, skp: SKP, urutan: int) -> Indikator:
    indikator = Indikator(hasil=hasil, urutan=urutan, **{nama: getattr(asal, nama) for nama in DISALIN})
    indikator.uraian = isi_unit(asal.uraian, skp)
    if not skp.bentuk.perspektif:
        indikator.perspektif = ""
    return indikator


def isi_unit(teks: str, skp: SKP) -> str:
    """A library text may say {unit}; a plan says which."""
    return teks.replace("{unit}", skp.unit.nama)


def _bagi_rata(skp: SKP) -> None:
    utama = list(Indikator.objects.utama(skp.pk))
    if not utama:
        return
    for satu, bobot in zip(utama, bagi_rata(len(utama)), strict=True):
        satu.bobot = bobot
    Indikator.objects.bulk_update(utama, ["bobot"])
