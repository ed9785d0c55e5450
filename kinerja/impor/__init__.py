"""Plans of many people by file, and the plan that already stands in e-Kinerja: a verdict a row, then drafts.

The owner still submits. Reading and verdicts are those of the imports of `pegawai`.
"""

import hashlib
from collections import Counter
from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.impor.baca import read_table
from pegawai.impor.putusan import Periksa
from pegawai.pilihan import Peran, Putusan, StatusImpor

from ..actions import begin_draft
from ..actions.dasar import raise_version
from ..akses import can_bring_plans
from ..aturan import bagi_rata
from ..models import SKP, BarisRencana, BerkasRencana, HasilKerja, Indikator
from ..pilihan import JenisBerkasRencana, Pendekatan
from .baris import BIDANG, dari_json
from .ekinerja import read_form
from .lembar import KOLOM, check_rows, orang_sendiri, orang_terlihat, tolak_tersembunyi

__all__ = ["DIMUAT", "KOLOM", "MAKS_BYTE", "cancel_file", "check_form", "check_sheet", "load_file"]

MAKS_BYTE = 5 * 1024 * 1024
DIMUAT = (Putusan.BARU, Putusan.BERUBAH, Putusan.PERINGATAN)


@transaction.atomic
def check_sheet(*, nama: str, isi: bytes, mulai: date, selesai: date, oleh, saat) -> BerkasRencana:
    """Judge a spreadsheet with one indicator a row. Raises RuleViolation for an unusable file."""
    if not can_bring_plans(oleh, timezone.localdate(saat)):
        raise RuleViolation("Lembar kerja banyak pegawai diunggah oleh BKPSDM atau pengelola unit.")
    lembar = read_table(nama, isi, MAKS_BYTE)
    tolak_tersembunyi(isi)
    kurang = [judul for judul in KOLOM[:4] if judul not in lembar.kepala]
    asing = [judul for judul in lembar.kepala if judul not in KOLOM]
    if kurang or asing:
        kata = f"yang belum ada: {', '.join(kurang)}" if kurang else f"yang tidak dikenal: {', '.join(asing[:8])}"
        raise RuleViolation(f"Judul kolom tidak sesuai contoh; {kata}. Unduh contohnya, lalu isi di dalamnya.")
    hasil = check_rows(lembar.baris, mulai, selesai, oleh)
    return _simpan(JenisBerkasRencana.LEMBAR, nama, isi, mulai, selesai, hasil, oleh, saat)


@transaction.atomic
def check_form(*, nama: str, isi: bytes, oleh, saat) -> BerkasRencana:
    """Judge an SKP exported from e-Kinerja, laid out as the printed form; its owner's, or any for BKPSDM."""
    if oleh.pegawai_id is None and not oleh.berperan(Peran.BKPSDM):
        raise RuleViolation("SKP dari e-Kinerja diunggah oleh pemiliknya atau BKPSDM.")
    formulir = read_form(nama, isi, MAKS_BYTE)
    hasil = check_rows(formulir.baris, formulir.mulai, formulir.selesai, oleh, sendiri=not oleh.berperan(Peran.BKPSDM))
    for satu in hasil:
        satu.ingat.extend(formulir.ingat.get(satu.baris.nomor, ()))
        satu.isi["pendekatan"] = formulir.pendekatan
        if satu.lama is not None:
            satu.lama["pendekatan"] = formulir.pendekatan
    return _simpan(JenisBerkasRencana.EKINERJA, nama, isi, formulir.mulai, formulir.selesai, hasil, oleh, saat)


def _simpan(jenis, nama, isi: bytes, mulai, selesai, hasil: list[Periksa], oleh, saat) -> BerkasRencana:
    berkas = BerkasRencana.objects.create(
        jenis=jenis,
        nama_berkas=_nama_aman(nama),
        sidik=hashlib.sha256(isi).hexdigest(),
        mulai=mulai,
        selesai=selesai,
        jumlah=dict(Counter(str(satu.putusan) for satu in hasil)),
        diunggah_oleh=oleh,
        diunggah_pada=saat,
    )
    BarisRencana.objects.bulk_create(
        BarisRencana(
            berkas=berkas,
            nomor=satu.baris.nomor,
            pegawai_id=satu.isi.get("pegawai"),
            nama=satu.nama[:200],
            putusan=satu.putusan,
            catatan=[*satu.tolak, *satu.ingat],
            isi=satu.isi,
        )
        for satu in hasil
    )
    catat(oleh=oleh, aksi="rencana.berkas_diperiksa", objek=berkas, rincian=berkas.jumlah, saat=saat)
    return berkas


def _nama_aman(nama: str) -> str:
    dasar = nama.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(huruf for huruf in dasar if huruf.isprintable())[:160] or "berkas"


@transaction.atomic
def load_file(*, berkas_id: int, oleh, saat) -> int:
    """Write the accepted rows as drafts of their people. Returns how many people. Raises RuleViolation."""
    with connection.cursor() as kursor:  # one load at a time: each reads what is stored and writes what follows
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('rencana'))")
    berkas = _kunci(berkas_id, oleh)
    menurut: dict[int, list[dict]] = {}
    baris = berkas.baris.filter(putusan__in=DIMUAT).order_by("nomor")
    for pegawai_id, isi in baris.values_list("pegawai_id", "isi"):
        menurut.setdefault(pegawai_id, []).append(isi)
    if not menurut:
        raise RuleViolation("Tidak ada baris yang perlu dimuat.")
    _masih_berwenang(berkas, set(menurut), oleh, saat)
    for pegawai_id, daftar in menurut.items():
        _muat(berkas, pegawai_id, daftar, oleh, saat)
    _tutup(berkas, StatusImpor.DIMUAT, oleh, saat)
    return len(menurut)


@transaction.atomic
def cancel_file(*, berkas_id: int, oleh, saat) -> None:
    """Put a checked file aside."""
    _tutup(_kunci(berkas_id, oleh), StatusImpor.DIBATALKAN, oleh, saat)


def _kunci(berkas_id: int, oleh) -> BerkasRencana:
    berkas = BerkasRencana.objects.select_for_update().get(pk=berkas_id)
    if berkas.status != StatusImpor.DIPERIKSA or berkas.diunggah_oleh_id != oleh.pk:
        raise RuleViolation("Berkas ini sudah dimuat atau dibatalkan, atau bukan unggahan Anda.")
    return berkas


def _masih_berwenang(berkas: BerkasRencana, orang: set[int], oleh, saat) -> None:
    """A right that ended since the file was judged is not used by it. Raises RuleViolation."""
    kota = oleh.berperan(Peran.BKPSDM)
    boleh = orang_sendiri(oleh) if berkas.jenis == JenisBerkasRencana.EKINERJA and not kota else orang_terlihat(oleh)
    banyak = berkas.jenis == JenisBerkasRencana.LEMBAR and not can_bring_plans(oleh, timezone.localdate(saat))
    if banyak or boleh.filter(pk__in=orang).count() != len(orang):
        raise RuleViolation("Kewenangan Anda berubah sejak berkas ini diperiksa. Unggah sekali lagi.")


def _tutup(berkas: BerkasRencana, status: str, oleh, saat) -> None:
    berkas.status, berkas.dimuat_pada = status, saat if status == StatusImpor.DIMUAT else None
    berkas.save(update_fields=["status", "dimuat_pada"])
    catat(oleh=oleh, aksi=f"rencana.berkas_{status}", objek=berkas, rincian=berkas.jumlah, saat=saat)


def _muat(berkas: BerkasRencana, pegawai_id: int, daftar: list[dict], oleh, saat) -> None:
    """One person's rows into their draft; a draft that has changed hands meanwhile refuses the file."""
    skp = SKP.objects.select_for_update(of=("self",)).filter(pegawai=pegawai_id, mulai=berkas.mulai).first()
    if skp is None:
        pendekatan = daftar[0].get("pendekatan", Pendekatan.KUANTITATIF)
        masa = {"mulai": berkas.mulai, "selesai": berkas.selesai}
        skp = begin_draft(pegawai_id=pegawai_id, **masa, pendekatan=pendekatan, oleh=oleh, saat=saat)
    if skp.status not in ("draf", "dikembalikan") or skp.selesai != berkas.selesai:
        raise RuleViolation(f"{skp} tidak lagi berupa draf untuk masa itu. Unggah berkasnya sekali lagi.")
    for isi in daftar:
        _tulis(skp, isi)
    utama = list(Indikator.objects.utama(skp.pk))
    if utama and all(satu.bobot is None for satu in utama):
        for satu, bobot in zip(utama, bagi_rata(len(utama)), strict=True):
            satu.bobot = bobot
        Indikator.objects.bulk_update(utama, ["bobot"])
    raise_version(skp)
    rincian = {"berkas": berkas.pk, "baris": len(daftar)}
    catat(oleh=oleh, aksi="skp.dari_berkas", objek=skp, rincian=rincian, saat=saat)


def _tulis(skp: SKP, isi: dict) -> None:
    hasil, _ = HasilKerja.objects.get_or_create(
        skp=skp, uraian=isi["hasil"], jenis=isi["jenis_hasil"], defaults={"urutan": skp.hasil.count() + 1}
    )
    nilai = dari_json({nama: isi[nama] for nama in BIDANG})
    urutan = hasil.indikator.count() + 1
    indikator = hasil.indikator.filter(uraian=isi["indikator"]).first() or Indikator(
        hasil=hasil, uraian=isi["indikator"], urutan=urutan
    )
    for nama, satu in nilai.items():
        setattr(indikator, nama, satu)
    indikator.save()
