"""A revision of an approved plan: drafted beside it, decided by the atasan, put in force as a whole."""

from copy import deepcopy
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import notifikasi, potret
from ..akses import can_decide_revision, can_edit_revision, can_revise, is_owner, leader_results
from ..aturan import bagi_rata, bandingkan, next_perubahan
from ..models import SKP, EkspektasiPerilaku, HasilKerja, Indikator, PerubahanSKP
from ..pemeriksaan import periksa_isi
from ..pilihan import JenisHasil, JenisLampiran
from .dasar import TERTINGGAL, clean_or_refuse, clean_text, lock_skp, raise_version
from .isi import _isi_indikator, tulis_lampiran
from .skp import PlanIncomplete

#: The parts of a content that are taken back whole, beside results and indicators by their keys.
BAGIAN = ("pendekatan", "ekspektasi", "lampiran")
SATU_TERBUKA = "SKP ini sudah mempunyai perubahan yang belum selesai. Lanjutkan atau batalkan yang itu dahulu."


@transaction.atomic
def start_revision(*, skp_id: int, alasan: str, oleh, saat) -> PerubahanSKP:
    """Begin a revision as a copy of the plan in force. Raises RuleViolation: not one's own, not approved, one open."""
    skp = lock_skp(skp_id)
    if not can_revise(oleh, skp, timezone.localdate(saat)):
        raise RuleViolation("Perubahan diajukan pemilik SKP atas SKP yang sudah disetujui dan masih berjalan.")
    if not (teks := clean_text(alasan)):
        raise RuleViolation("Tulis alasan perubahan: strategi, pimpinan, atau penugasan apa yang berubah.")
    if skp.perubahan.terbuka().exists():
        raise RuleViolation(SATU_TERBUKA)
    isi = potret.potret(skp)
    perubahan = PerubahanSKP(skp=skp, nomor=_nomor(skp), alasan=teks, isi=isi, isi_lama=isi, dibuat_pada=saat)
    try:
        with transaction.atomic():
            perubahan.save()
    except IntegrityError as galat:
        raise RuleViolation(SATU_TERBUKA) from galat
    catat(oleh=oleh, aksi="perubahan.dibuat", objek=perubahan, rincian={"skp": skp.pk, "alasan": teks}, saat=saat)
    return perubahan


def _nomor(skp: SKP) -> int:
    return (skp.perubahan.aggregate(maks=Max("nomor"))["maks"] or 0) + 1


def lock_revision(perubahan_id: int, versi: int | None = None) -> PerubahanSKP:
    """Lock the plan, then its revision. Raises RuleViolation if it is gone, Konflik if not the version seen."""
    skp_id = PerubahanSKP.objects.filter(pk=perubahan_id).values_list("skp_id", flat=True).first()
    if skp_id is None:
        raise RuleViolation("Perubahan itu sudah tidak ada. Kembali ke daftar SKP.")
    skp = lock_skp(skp_id)
    perubahan = PerubahanSKP.objects.select_for_update(of=("self",)).get(pk=perubahan_id)
    perubahan.skp = skp
    if versi is not None and perubahan.versi != versi:
        raise Konflik(TERTINGGAL)
    return perubahan


def _kunci_tulis(perubahan_id: int, versi: int | None, oleh) -> PerubahanSKP:
    perubahan = lock_revision(perubahan_id, versi)
    if not can_edit_revision(oleh, perubahan):
        raise RuleViolation("Perubahan ini tidak dapat diisi: hanya pemiliknya, dan hanya selama belum diajukan.")
    return perubahan


def _simpan(perubahan: PerubahanSKP, aksi: str, oleh, saat, **rincian) -> PerubahanSKP:
    perubahan.versi += 1
    perubahan.save()
    catat(oleh=oleh, aksi=aksi, objek=perubahan, rincian={"versi": perubahan.versi, **rincian}, saat=saat)
    return perubahan


@transaction.atomic
def save_revision_result(
    *,
    perubahan_id: int,
    uraian: str,
    jenis: str = JenisHasil.UTAMA,
    mendukung_id: int | None = None,
    iku_id: int | None = None,
    kunci: str = "",
    versi: int | None = None,
    oleh,
    saat,
) -> PerubahanSKP:
    """Write a result of a revision, new (`kunci` empty) or changed."""
    perubahan = _kunci_tulis(perubahan_id, versi, oleh)
    skp, semua = perubahan.skp, perubahan.isi["hasil"]
    ada = potret.cari_hasil(perubahan.isi, kunci) if kunci else None
    if kunci and ada is None:
        raise RuleViolation("Hasil kerja itu sudah tidak ada pada perubahan ini. Muat ulang halaman.")
    isi = ada or {"kunci": _kunci_baru(perubahan.isi), "urutan": len(semua) + 1, "penempatan_id": None, "indikator": []}
    _periksa_kaitan(skp, isi.get("mendukung_id"), mendukung_id, iku_id, timezone.localdate(saat))
    isi |= {"uraian": clean_text(uraian), "jenis": str(jenis), "mendukung_id": mendukung_id, "iku_id": iku_id}
    hasil = potret.bentuk_hasil(skp, isi)
    _periksa(hasil)
    isi["mendukung"] = hasil.mendukung.uraian if mendukung_id else ""
    isi["iku"] = hasil.iku.nama if iku_id else ""
    if jenis == JenisHasil.TAMBAHAN:
        for ind in isi["indikator"]:
            ind["bobot"] = None
    if ada is None:
        semua.append(isi)
    return _simpan(perubahan, "perubahan.hasil_disimpan", oleh, saat)


def _periksa_kaitan(skp: SKP, lama, mendukung_id, iku_id, hari) -> None:
    if mendukung_id and mendukung_id != lama and not leader_results(skp, hari).filter(pk=mendukung_id).exists():
        raise RuleViolation("Pilih hasil kerja milik atasan Anda pada tahun yang sama.")
    if iku_id and not skp.jabatan.kepala_unit:
        raise RuleViolation("Indikator kinerja utama dipilih oleh pemimpin unit. Pilih hasil kerja atasan Anda.")


def _periksa(objek) -> None:
    """The model's own sentences, for a row that is not stored: its id stands for a place on the page only."""
    pk, objek.pk = objek.pk, None
    hasil = getattr(objek, "hasil", None)
    if hasil is not None:
        objek.hasil_id = None
    try:
        clean_or_refuse(objek, exclude={"hasil"})
    finally:
        objek.pk = pk


def _kunci_baru(isi: dict) -> str:
    """A key that no row of this content has had."""
    isi["nomor"] = isi.get("nomor", 0) + 1
    return f"b{isi['nomor']}"


@transaction.atomic
def save_revision_indicator(
    *, perubahan_id: int, kunci_hasil: str, isi: dict, kunci: str = "", versi: int | None = None, oleh, saat
) -> PerubahanSKP:
    """Write an indicator of a revision, new (`kunci` empty) or changed; `isi` as in save_indicator."""
    perubahan = _kunci_tulis(perubahan_id, versi, oleh)
    induk = potret.cari_hasil(perubahan.isi, kunci_hasil)
    letak = None if induk is None or not kunci else _letak(induk, kunci)
    if induk is None or (kunci and letak is None):
        raise RuleViolation("Indikator itu sudah tidak ada pada perubahan ini. Muat ulang halaman.")
    hasil = potret.bentuk_hasil(perubahan.skp, induk)
    daftar = induk["indikator"]
    indikator = Indikator(urutan=len(daftar) + 1) if letak is None else potret.bentuk_indikator(hasil, daftar[letak])
    _isi_indikator(indikator, isi)
    if induk["jenis"] == JenisHasil.TAMBAHAN:
        indikator.bobot = None
    _periksa(indikator)
    baru = potret.potret_indikator(indikator, kunci or _kunci_baru(perubahan.isi))
    daftar[len(daftar) if letak is None else letak : None if letak is None else letak + 1] = [baru]
    return _simpan(perubahan, "perubahan.indikator_disimpan", oleh, saat)


def _letak(induk: dict, kunci: str) -> int | None:
    return next((nomor for nomor, satu in enumerate(induk["indikator"]) if satu["kunci"] == kunci), None)


@transaction.atomic
def drop_from_revision(*, perubahan_id: int, kunci: str, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Leave a result (with its indicators) or an indicator out of the new version; its row is kept."""
    perubahan = _kunci_tulis(perubahan_id, versi, oleh)
    isi = perubahan.isi
    if potret.cari_hasil(isi, kunci):
        isi["hasil"] = [satu for satu in isi["hasil"] if satu["kunci"] != kunci]
    elif pasangan := potret.cari_indikator(isi, kunci):
        pasangan[0]["indikator"].remove(pasangan[1])
    else:
        raise RuleViolation("Yang hendak dikeluarkan sudah tidak ada pada perubahan ini. Muat ulang halaman.")
    return _simpan(perubahan, "perubahan.dikeluarkan", oleh, saat, kunci=kunci)


@transaction.atomic
def restore_into_revision(*, perubahan_id: int, kunci: str, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Take back what was left out or changed: the row stands again as in the plan in force."""
    perubahan = _kunci_tulis(perubahan_id, versi, oleh)
    isi, lama = perubahan.isi, perubahan.isi_lama
    if kunci in BAGIAN and kunci in lama:
        isi[kunci] = deepcopy(lama[kunci])
    elif asal := potret.cari_hasil(lama, kunci):
        _ganti(isi["hasil"], deepcopy(asal))
    elif pasangan := potret.cari_indikator(lama, kunci):
        induk = potret.cari_hasil(isi, pasangan[0]["kunci"])
        if induk is None:
            raise RuleViolation("Kembalikan hasil kerjanya dahulu; indikatornya ikut kembali.")
        _ganti(induk["indikator"], deepcopy(pasangan[1]))
    else:
        raise RuleViolation("Itu tidak ada pada SKP yang berlaku, sehingga tidak ada yang dikembalikan.")
    return _simpan(perubahan, "perubahan.dipulihkan", oleh, saat, kunci=kunci)


def _ganti(daftar: list, satu: dict) -> None:
    daftar[:] = sorted(
        [*(lain for lain in daftar if lain["kunci"] != satu["kunci"]), satu], key=lambda isi: isi["urutan"]
    )


@transaction.atomic
def save_revision_weights(
    *, perubahan_id: int, bobot: dict[str, Decimal | None] | None = None, versi: int | None = None, oleh, saat
) -> PerubahanSKP:
    """Write weights by key, or share them evenly (`bobot` None); the sum is asked for at submission."""
    perubahan = _kunci_tulis(perubahan_id, versi, oleh)
    utama = [
        ind for hasil in perubahan.isi["hasil"] if hasil["jenis"] == JenisHasil.UTAMA for ind in hasil["indikator"]
    ]
    if bobot is None:
        bobot = dict(zip((ind["kunci"] for ind in utama), bagi_rata(len(utama)), strict=True))
    for ind in utama:
        if ind["kunci"] in bobot:
            ind["bobot"] = potret.tulis_kanonik(bobot[ind["kunci"]])
    for hasil, daftar in potret.bentuk_semua(perubahan.skp, perubahan.isi):
        for ind in daftar if hasil.jenis == JenisHasil.UTAMA else ():
            _periksa(ind)
    return _simpan(perubahan, "perubahan.bobot_disimpan", oleh, saat)


@transaction.atomic
def submit_revision(*, perubahan_id: int, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Hand a revision to the atasan. Raises PlanIncomplete with every reason, RuleViolation where nothing differs."""
    perubahan = lock_revision(perubahan_id, versi)
    status = next_perubahan(perubahan.status, "ajukan")
    if not can_edit_revision(oleh, perubahan):
        raise RuleViolation("Hanya pemilik SKP yang mengajukan perubahannya.")
    if not bandingkan(perubahan.isi_lama, perubahan.isi):
        raise RuleViolation("Belum ada yang berubah dari SKP yang berlaku. Ubah sesuatu, atau batalkan perubahan ini.")
    _tolak_bila_kurang(perubahan)
    perubahan.status, perubahan.diajukan_pada = status, saat
    return _langkah(perubahan, "perubahan.diajukan", oleh, saat, notifikasi.queue_revision_submitted)


@transaction.atomic
def withdraw_revision(*, perubahan_id: int, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Take a submitted revision back to a draft."""
    return _milik(perubahan_id, versi, "tarik", "perubahan.ditarik", oleh, saat)


@transaction.atomic
def cancel_revision(*, perubahan_id: int, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Give a revision up: the plan in force stays, the draft stays readable in the history of the trail."""
    return _milik(perubahan_id, versi, "batalkan", "perubahan.dibatalkan", oleh, saat)


def _milik(perubahan_id, versi, aksi, catatan, oleh, saat) -> PerubahanSKP:
    perubahan = lock_revision(perubahan_id, versi)
    status = next_perubahan(perubahan.status, aksi)
    if not is_owner(oleh, perubahan.skp):
        raise RuleViolation("Hanya pemilik SKP yang menarik atau membatalkan perubahannya.")
    perubahan.status = status
    return _langkah(perubahan, catatan, oleh, saat)


@transaction.atomic
def return_revision(*, perubahan_id: int, catatan: str, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Send a revision back with a note that says what to mend."""
    perubahan = _kunci_putus(perubahan_id, versi, "kembalikan", oleh, saat)
    if not (teks := clean_text(catatan)):
        raise RuleViolation("Tulis catatan: apa yang perlu diperbaiki sebelum perubahan diajukan lagi.")
    perubahan.catatan = teks
    return _langkah(perubahan, "perubahan.dikembalikan", oleh, saat, notifikasi.queue_revision_returned)


@transaction.atomic
def approve_revision(*, perubahan_id: int, versi: int | None = None, oleh, saat) -> PerubahanSKP:
    """Put a revision in force: rows keep their ids, so that realisasi, scores and subordinates stay linked.

    What it leaves out is marked, never deleted; the content before is kept in `isi_lama`.
    """
    perubahan = _kunci_putus(perubahan_id, versi, "setujui", oleh, saat)
    skp = perubahan.skp
    perubahan.isi_lama = potret.potret(skp)
    _tolak_bila_kurang(perubahan)
    _pasang(skp, perubahan.isi, saat)
    perubahan.isi = potret.potret(skp)
    perubahan.diputus_pada, perubahan.diputus_oleh, perubahan.catatan = saat, oleh, ""
    raise_version(skp)
    return _langkah(perubahan, "perubahan.disetujui", oleh, saat, notifikasi.queue_revision_approved)


def _tolak_bila_kurang(perubahan: PerubahanSKP) -> None:
    """Every reason why the new version could not be a plan, under its own approach."""
    skp = potret.pakai_pendekatan(perubahan.skp, perubahan.isi)
    if pelanggaran := periksa_isi(skp, potret.bentuk_semua(skp, perubahan.isi)):
        raise PlanIncomplete(pelanggaran)


def _kunci_putus(perubahan_id, versi, aksi, oleh, saat) -> PerubahanSKP:
    perubahan = lock_revision(perubahan_id, versi)
    status = next_perubahan(perubahan.status, aksi)
    if not can_decide_revision(oleh, perubahan, timezone.localdate(saat)):
        raise RuleViolation("Hanya atasan langsung atau wakilnya yang memutus perubahan ini.")
    perubahan.status = status
    return perubahan


def _langkah(perubahan: PerubahanSKP, aksi: str, oleh, saat, surat=None) -> PerubahanSKP:
    _simpan(perubahan, aksi, oleh, saat, skp=perubahan.skp_id, alasan=perubahan.alasan)
    if surat:
        surat(perubahan, saat=saat)
    return perubahan


def _pasang(skp: SKP, isi: dict, saat) -> None:
    """Write a content into the rows of the plan."""
    tetap_hasil, tetap_indikator = [], []
    for hasil, daftar in potret.bentuk_semua(skp, isi):
        _tulis_baris(hasil, potret.MEDAN_HASIL)
        tetap_hasil.append(hasil.pk)
        for ind in daftar:
            ind.hasil = hasil
            _tulis_baris(ind, potret.MEDAN_INDIKATOR)
            tetap_indikator.append(ind.pk)
    HasilKerja.objects.filter(skp=skp).exclude(pk__in=tetap_hasil).update(dicabut_pada=saat)
    Indikator.objects.filter(hasil__skp=skp).exclude(pk__in=tetap_indikator).update(dicabut_pada=saat)
    _pasang_ekspektasi(skp, isi.get("ekspektasi", {}))
    if "lampiran" in isi:
        for jenis in JenisLampiran.values:
            tulis_lampiran(skp, jenis, isi["lampiran"].get(jenis, []))
    if "pendekatan" in isi:
        potret.pakai_pendekatan(skp, isi).save(update_fields=["pendekatan"])


def _tulis_baris(baris, medan: tuple[str, ...]) -> None:
    """Insert a new row, or change of an old one only what a content holds: the rest of the row is not ours."""
    lama = (baris.pk or 0) > 0
    baris.pk = baris.pk if lama else None
    baris._state.adding = not lama
    baris.save(update_fields=medan if lama else None)


def _pasang_ekspektasi(skp: SKP, ekspektasi: dict[str, str]) -> None:
    skp.ekspektasi_perilaku.exclude(nilai__in=ekspektasi).delete()
    for nilai, teks in ekspektasi.items():
        EkspektasiPerilaku.objects.update_or_create(skp=skp, nilai=nilai, defaults={"ekspektasi": teks})
