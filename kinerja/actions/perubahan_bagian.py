"""What a revision changes beside results and indicators: the leader's expectations, the annex, the approach."""

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.galat import RuleViolation

from .. import potret
from ..akses import can_set_revision_expectations
from ..models import PerubahanSKP
from ..pilihan import JenisLampiran, NilaiDasar, Pendekatan
from .dasar import clean_text
from .isi import butir_lampiran
from .perubahan import _kunci_tulis, _simpan, lock_revision


@transaction.atomic
def save_revision_conduct(
    *, perubahan_id: int, ekspektasi: dict[str, str], versi: int | None = None, oleh, saat
) -> PerubahanSKP:
    """Write the leader's special expectation of the values given; an empty text takes it away."""
    perubahan = _kunci_harapan(perubahan_id, versi, oleh, saat)
    isi = perubahan.isi["ekspektasi"]
    for nilai in NilaiDasar.values:
        if nilai in ekspektasi:
            isi[nilai] = clean_text(ekspektasi[nilai])
    perubahan.isi["ekspektasi"] = {nilai: teks for nilai, teks in isi.items() if teks}
    return _simpan(perubahan, "perubahan.ekspektasi_disimpan", oleh, saat, skp=perubahan.skp_id)


@transaction.atomic
def save_revision_annex(
    *, perubahan_id: int, lampiran: dict[str, list[str]], versi: int | None = None, oleh, saat
) -> PerubahanSKP:
    """Write the lists of the annex that are given, each whole."""
    perubahan = _kunci_harapan(perubahan_id, versi, oleh, saat)
    isi = perubahan.isi["lampiran"]
    for jenis in JenisLampiran.values:
        if jenis in lampiran:
            isi[jenis] = butir_lampiran(jenis, lampiran[jenis])
    perubahan.isi["lampiran"] = {jenis: baris for jenis, baris in isi.items() if baris}
    return _simpan(perubahan, "perubahan.lampiran_disimpan", oleh, saat, skp=perubahan.skp_id)


@transaction.atomic
def save_revision_approach(*, perubahan_id: int, pendekatan: str, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Choose the approach of the new version: it governs the form, indicators keep their own kind."""
    perubahan = _lengkapi(_kunci_tulis(perubahan_id, versi, oleh))
    if pendekatan not in Pendekatan.values:
        raise RuleViolation("Pilih pendekatan kuantitatif atau kualitatif.")
    perubahan.isi["pendekatan"] = str(pendekatan)
    return _simpan(perubahan, "perubahan.pendekatan_disimpan", oleh, saat, skp=perubahan.skp_id)


def _kunci_harapan(perubahan_id: int, versi: int | None, oleh, saat) -> PerubahanSKP:
    perubahan = lock_revision(perubahan_id, versi)
    if not can_set_revision_expectations(oleh, perubahan, timezone.localdate(saat)):
        raise RuleViolation(
            "Ekspektasi dan lampiran diisi pemilik SKP sebelum perubahan diajukan, atau atasannya sebelum disetujui."
        )
    return _lengkapi(perubahan)


def _lengkapi(perubahan: PerubahanSKP) -> PerubahanSKP:
    """A draft from before the annex was part of a content begins with what stands in the plan."""
    for isi in (perubahan.isi, perubahan.isi_lama):
        isi.setdefault("pendekatan", perubahan.skp.pendekatan)
        isi.setdefault("lampiran", potret.potret_lampiran(perubahan.skp.lampiran.all()))
    return perubahan
