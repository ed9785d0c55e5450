"""Continuous feedback between a person and the atasan, with evidence: added, never changed."""

from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from .. import notifikasi
from ..akses import can_give_feedback
from ..models import SKP, Indikator, UmpanBalikKerja
from ..pilihan import NilaiDasar
from .dasar import clean_or_refuse
from .realisasi import _baca_berkas, _baca_tautan


def give_feedback(
    *,
    skp_id: int,
    teks: str,
    indikator_id: int | None = None,
    nilai: str = "",
    berkas=None,
    tautan: str = "",
    oleh,
    saat,
) -> UmpanBalikKerja:
    """Write feedback about a plan to the other of the two. `berkas` is an uploaded file or None.

    The audit row says that it exists, never what it says. Raises RuleViolation: not one of the two, two subjects,
    a bad file or link.
    """
    aman, alamat = _baca_berkas(berkas), _baca_tautan(tautan)
    umpan = UmpanBalikKerja(teks=teks, tautan=alamat, nilai=nilai, pada=saat)
    if aman:
        umpan.nama_asli, umpan.tipe, umpan.sidik = aman.nama, aman.tipe, aman.sidik
        umpan.berkas.save(f"{uuid4().hex}.{aman.ekstensi}", ContentFile(aman.isi), save=False)
    try:
        return _tulis(umpan, skp_id, indikator_id, oleh, saat)
    except BaseException:
        if aman:
            umpan.berkas.storage.delete(umpan.berkas.name)
        raise


@transaction.atomic
def _tulis(umpan: UmpanBalikKerja, skp_id: int, indikator_id, oleh, saat) -> UmpanBalikKerja:
    skp = SKP.objects.select_related("pegawai").filter(pk=skp_id).first()
    kepada = can_give_feedback(oleh, skp, timezone.localdate(saat)) if skp else None
    if kepada is None:
        raise RuleViolation("Umpan balik kerja ditulis oleh pegawai dan atasan langsungnya, satu kepada yang lain.")
    if umpan.nilai and umpan.nilai not in NilaiDasar.values:
        raise RuleViolation("Pilih salah satu dari tujuh nilai dasar.")
    if indikator_id and not Indikator.objects.filter(pk=indikator_id, hasil__skp=skp).exists():
        raise RuleViolation("Pilih indikator dari SKP ini.")
    umpan.skp, umpan.dari_id, umpan.kepada_id, umpan.indikator_id = skp, oleh.pegawai_id, kepada, indikator_id
    clean_or_refuse(umpan)
    umpan.save()
    catat(
        oleh=oleh, aksi="umpan_balik_kerja.ditulis", objek=umpan, rincian={"skp": skp.pk, "kepada": kepada}, saat=saat
    )
    notifikasi.queue_feedback(umpan, saat=saat)
    return umpan
