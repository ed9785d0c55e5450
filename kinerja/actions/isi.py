"""What stands in a plan: results, indicators, weights and the leader's expectations."""

from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from .. import potret
from ..akses import can_set_expectations, leader_results
from ..aturan import JENIS_HASIL_TIM, bagi_rata, check_target
from ..models import SKP, AnggotaTim, EkspektasiPerilaku, HasilKerja, Indikator, LampiranSKP
from ..pilihan import JenisHasil, JenisIndikator, JenisLampiran, NilaiDasar
from .dasar import clean_or_refuse, clean_text, lock_skp, lock_to_edit, lock_unsupported, raise_version

_KUANTITATIF = ("arah", "target", "target_atas", "satuan")
_KUALITATIF = ("ekspektasi", "level_bawah", "level_sesuai", "level_atas")
_UMUM = ("jenis", "uraian", "aspek", "perspektif", "sifat", "bobot")


@transaction.atomic
def save_result(
    *,
    skp_id: int,
    uraian: str,
    jenis: str = JenisHasil.UTAMA,
    mendukung_id: int | None = None,
    iku_id: int | None = None,
    keanggotaan_id: int | None = None,
    hasil_id: int | None = None,
    versi: int | None = None,
    oleh,
    saat,
) -> HasilKerja:
    """Write a planned result, new or changed; `mendukung_id` must be a result of the atasan, `iku_id` is for heads."""
    skp = lock_to_edit(skp_id, versi, oleh)
    hasil = _hasil(skp, hasil_id) if hasil_id else HasilKerja(skp=skp, urutan=_berikut(skp.hasil))
    hasil.uraian, hasil.jenis = uraian, jenis
    _kaitkan_tim(hasil, skp, keanggotaan_id)
    jenis = hasil.jenis
    _kaitkan(hasil, skp, mendukung_id, iku_id, timezone.localdate(saat))
    clean_or_refuse(hasil)
    hasil.save()
    if jenis == JenisHasil.TAMBAHAN:
        hasil.indikator.update(bobot=None)
    return _selesai(skp, hasil, "skp.hasil_disimpan", oleh, saat)


def _kaitkan(hasil: HasilKerja, skp: SKP, mendukung_id, iku_id, hari) -> None:
    """Set what the result serves; what it served before may stay."""
    berganti = mendukung_id and mendukung_id != hasil.mendukung_id
    # locked, so that it cannot be deleted between this look and the commit
    if berganti and not leader_results(skp, hari).select_for_update(of=("self",)).filter(pk=mendukung_id).first():
        raise RuleViolation("Pilih hasil kerja milik atasan Anda pada tahun yang sama.")
    if iku_id and not skp.jabatan.kepala_unit:
        raise RuleViolation("Indikator kinerja utama dipilih oleh pemimpin unit. Pilih hasil kerja atasan Anda.")
    hasil.mendukung_id, hasil.iku_id = mendukung_id or None, iku_id or None


def _kaitkan_tim(hasil: HasilKerja, skp: SKP, keanggotaan_id: int | None) -> None:
    """Set the team assignment that the result comes from; the role says whether it is utama or tambahan."""
    if not keanggotaan_id:
        hasil.keanggotaan = None
        return
    tugas = AnggotaTim.objects.filter(pk=keanggotaan_id, pegawai=skp.pegawai_id).first()
    if tugas is None or tugas.mulai > skp.selesai or tugas.selesai < skp.mulai:
        raise RuleViolation("Pilih penugasan tim Anda sendiri pada masa SKP ini.")
    hasil.keanggotaan, hasil.jenis = tugas, JENIS_HASIL_TIM[tugas.peran]


@transaction.atomic
def delete_result(*, hasil_id: int, versi: int | None = None, oleh, saat) -> SKP:
    """Remove a result with its indicators."""
    hasil = HasilKerja.objects.filter(pk=hasil_id).first()
    skp = lock_to_edit(hasil.skp_id if hasil else 0, versi, oleh)
    lock_unsupported(HasilKerja.objects.filter(pk=hasil.pk))
    _tolak_bila_terisi(hasil.indikator.all())
    catat(oleh=oleh, aksi="skp.hasil_dihapus", objek=hasil, rincian={"skp": skp.pk, "uraian": hasil.uraian}, saat=saat)
    hasil.delete()
    raise_version(skp)
    return skp


@transaction.atomic
def save_indicator(
    *, hasil_id: int, isi: dict, indikator_id: int | None = None, versi: int | None = None, oleh, saat
) -> Indikator:
    """Write an indicator, new or changed; `isi` holds the model's fields, those of the other kind are emptied."""
    hasil = HasilKerja.objects.filter(pk=hasil_id).first()
    skp = lock_to_edit(hasil.skp_id if hasil else 0, versi, oleh)
    baru = Indikator(hasil=hasil, urutan=_berikut(hasil.indikator))
    indikator = _indikator(hasil, indikator_id) if indikator_id else baru
    sebelum = potret.potret_indikator(indikator) if indikator.pk else {}
    _isi_indikator(indikator, isi)
    if hasil.jenis == JenisHasil.TAMBAHAN:
        indikator.bobot = None
    clean_or_refuse(indikator)
    indikator.save()
    sesudah = potret.potret_indikator(indikator)
    ubah = {nama: [sebelum[nama], sesudah[nama]] for nama in sebelum if sebelum[nama] != sesudah[nama]}
    return _selesai(skp, indikator, "skp.indikator_disimpan", oleh, saat, **({"ubah": ubah} if ubah else {}))


def _isi_indikator(indikator: Indikator, isi: dict) -> None:
    dipakai = _KUANTITATIF if isi["jenis"] == JenisIndikator.KUANTITATIF else _KUALITATIF
    for nama in _UMUM:
        if nama in isi:
            setattr(indikator, nama, isi[nama])
    for nama in _KUANTITATIF + _KUALITATIF:
        kosong = None if nama.startswith("target") else ""
        setattr(indikator, nama, isi.get(nama, kosong) if nama in dipakai else kosong)
    if dipakai is _KUANTITATIF:
        check_target(indikator.arah, indikator.target, indikator.target_atas)


@transaction.atomic
def delete_indicator(*, indikator_id: int, versi: int | None = None, oleh, saat) -> SKP:
    """Remove an indicator that has no realisasi yet."""
    indikator = Indikator.objects.select_related("hasil").filter(pk=indikator_id).first()
    skp = lock_to_edit(indikator.hasil.skp_id if indikator else 0, versi, oleh)
    _tolak_bila_terisi([indikator])
    rincian = {"skp": skp.pk, "uraian": indikator.uraian}
    catat(oleh=oleh, aksi="skp.indikator_dihapus", objek=indikator, rincian=rincian, saat=saat)
    indikator.delete()
    raise_version(skp)
    return skp


def _tolak_bila_terisi(indikator) -> None:
    if Indikator.objects.filter(pk__in=[satu.pk for satu in indikator], realisasi__isnull=False).exists():
        raise RuleViolation("Indikator ini sudah mempunyai realisasi, sehingga tidak dapat dihapus.")


@transaction.atomic
def save_weights(*, skp_id: int, bobot: dict[int, Decimal | None], versi: int | None = None, oleh, saat) -> SKP:
    """Write the weights of the main indicators; the sum is asked for at submission."""
    skp = lock_to_edit(skp_id, versi, oleh)
    for indikator in Indikator.objects.utama(skp.pk).filter(pk__in=bobot):
        indikator.bobot = bobot[indikator.pk]
        clean_or_refuse(indikator)
        indikator.save(update_fields=["bobot"])
    return _selesai(skp, skp, "skp.bobot_disimpan", oleh, saat)


@transaction.atomic
def share_weights(*, skp_id: int, versi: int | None = None, oleh, saat) -> SKP:
    """Give every main indicator the same weight; the last one takes the rest, so that the sum is 100,00."""
    skp = lock_to_edit(skp_id, versi, oleh)
    indikator = list(Indikator.objects.utama(skp.pk))
    if not indikator:
        raise RuleViolation("Tambahkan indikator pada hasil kerja utama dahulu, lalu bagi rata bobotnya.")
    for satu, bobot in zip(indikator, bagi_rata(len(indikator)), strict=True):
        satu.bobot = bobot
    Indikator.objects.bulk_update(indikator, ["bobot"])
    return _selesai(skp, skp, "skp.bobot_dibagi_rata", oleh, saat)


@transaction.atomic
def save_expectations(*, skp_id: int, ekspektasi: dict[str, str], versi: int | None = None, oleh, saat) -> SKP:
    """Write the leader's special expectation of each value; an empty text takes it away."""
    skp = lock_skp(skp_id, versi)
    if not can_set_expectations(oleh, skp, timezone.localdate(saat)):
        raise RuleViolation("Ekspektasi perilaku diisi pemilik SKP sebelum diajukan, atau atasannya sebelum disetujui.")
    for nilai in NilaiDasar.values:
        teks = clean_text(ekspektasi.get(nilai, ""))
        if teks:
            EkspektasiPerilaku.objects.update_or_create(skp=skp, nilai=nilai, defaults={"ekspektasi": teks})
        elif nilai in ekspektasi:
            skp.ekspektasi_perilaku.filter(nilai=nilai).delete()
    return _selesai(skp, skp, "skp.ekspektasi_disimpan", oleh, saat)


#: How many lines one list of the annex may have.
MAKS_LAMPIRAN = 30


@transaction.atomic
def save_annex(*, skp_id: int, lampiran: dict[str, list[str]], versi: int | None = None, oleh, saat) -> SKP:
    """Write the lists of the annex that are given, each whole; the owner while drafting, the atasan while it waits."""
    skp = lock_skp(skp_id, versi)
    if not can_set_expectations(oleh, skp, timezone.localdate(saat)):
        raise RuleViolation("Lampiran SKP diisi pemilik SKP sebelum diajukan, atau atasannya sebelum disetujui.")
    for jenis in JenisLampiran.values:
        if jenis in lampiran:
            tulis_lampiran(skp, jenis, butir_lampiran(jenis, lampiran[jenis]))
    return _selesai(skp, skp, "skp.lampiran_disimpan", oleh, saat)


def butir_lampiran(jenis: str, baris: list[str]) -> list[str]:
    """The lines of one list that say something. Raises RuleViolation where there are too many."""
    butir = [teks for satu in baris if (teks := clean_text(satu))]
    if len(butir) > MAKS_LAMPIRAN:
        raise RuleViolation(f"{JenisLampiran(jenis).label}: paling banyak {MAKS_LAMPIRAN} butir.")
    return butir


def tulis_lampiran(skp: SKP, jenis: str, baris: list[str]) -> None:
    """Write one list of the annex whole; the caller holds the lock."""
    skp.lampiran.filter(jenis=jenis).delete()
    LampiranSKP.objects.bulk_create(
        LampiranSKP(skp=skp, jenis=jenis, urutan=nomor, uraian=teks) for nomor, teks in enumerate(baris, 1)
    )


@transaction.atomic
def save_content(
    *, skp_id: int, bobot=None, ekspektasi=None, lampiran=None, rata: bool = False, versi: int | None = None, oleh, saat
) -> SKP:
    """Write what a page sends together: weights (or even shares), expectations and annex, all or nothing."""
    skp = lock_skp(skp_id, versi)
    umum = {"skp_id": skp_id, "oleh": oleh, "saat": saat}
    if ekspektasi:
        skp = save_expectations(ekspektasi=ekspektasi, **umum)
    if lampiran:
        skp = save_annex(lampiran=lampiran, **umum)
    if bobot:
        skp = save_weights(bobot=bobot, **umum)
    return share_weights(**umum) if rata else skp


def _hasil(skp: SKP, hasil_id: int) -> HasilKerja:
    hasil = skp.hasil.filter(pk=hasil_id).first()
    if hasil is None:
        raise RuleViolation("Hasil kerja itu sudah tidak ada pada SKP ini. Muat ulang halaman.")
    return hasil


def _indikator(hasil: HasilKerja, indikator_id: int) -> Indikator:
    indikator = hasil.indikator.filter(pk=indikator_id).first()
    if indikator is None:
        raise RuleViolation("Indikator itu sudah tidak ada pada hasil kerja ini. Muat ulang halaman.")
    return indikator


def _berikut(baris) -> int:
    return (baris.aggregate(maks=Max("urutan"))["maks"] or 0) + 1


def _selesai(skp: SKP, objek, aksi: str, oleh, saat, **rincian):
    """Count the change, leave the audit row, hand back what was written."""
    raise_version(skp)
    catat(oleh=oleh, aksi=aksi, objek=objek, rincian={"skp": skp.pk, "versi": skp.versi, **rincian}, saat=saat)
    return objek
