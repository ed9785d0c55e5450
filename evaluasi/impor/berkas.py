"""A file of SIASN's shape: judged row by row, loaded whole or not at all, taken back. The shapes stand elsewhere."""

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.impor.baca import read_table
from pegawai.impor.putusan import Periksa
from pegawai.models import Pegawai
from pegawai.pilihan import Putusan, StatusImpor

from .. import akses
from ..aturan.siasn import KOLOM
from ..models import ImporKinerja

MAKS_BYTE = 20 * 1024 * 1024  # four quarters of the whole city as CSV are half of it
DIMUAT = (Putusan.BARU, Putusan.BERUBAH, Putusan.PERINGATAN)


@dataclass(frozen=True)
class Bentuk:
    """One shape: its rows judged (`periksa(baris, hari)`), refused by what was computed since (`tolak_milik`), written.

    `model` holds the loaded rows: it has `pegawai`, `impor`, `berlaku` and `menggantikan`. `kolom(isi)` gives the key
    of one row, by which it supersedes, and its other columns.
    """

    periksa: Callable
    tolak_milik: Callable
    kolom: Callable
    model: type


class Orang:
    """People by PNS ID, and by NIP for the shapes that carry rows without a PNS ID. One query."""

    def __init__(self):
        self.dari_id, self.dari_nip = {}, {}
        for pk, siasn_id, nip, nama in Pegawai.objects.asn().values_list("pk", "siasn_id", "nip", "nama"):
            self.dari_nip[nip] = (pk, nama)
            if siasn_id:
                self.dari_id[str(siasn_id)] = (pk, nama)

    def cari(self, pns_id: str, nip: str = "") -> tuple[int | None, str]:
        """By PNS ID; a NIP speaks only where the row names no PNS ID, since a NIP may have been corrected."""
        return (self.dari_id.get(pns_id) if pns_id else self.dari_nip.get(nip)) or (None, "")


@transaction.atomic
def check_exchange(
    *, jenis: str, nama: str, isi: bytes, oleh, saat: datetime, bentuk: Mapping[str, Bentuk]
) -> ImporKinerja:
    """Judge every row of a file; nothing but the verdicts is stored. Raises RuleViolation for an unusable file."""
    if not akses.can_exchange(oleh):
        raise RuleViolation("Pertukaran dengan SIASN dilakukan oleh BKPSDM.")
    satu_bentuk = _bentuk(bentuk, jenis)
    lembar = read_table(nama, isi, MAKS_BYTE, json=True)
    kurang = [kolom for kolom in KOLOM[jenis] if kolom not in lembar.kepala]
    if kurang:
        raise RuleViolation(f"Kolom yang belum ada: {', '.join(kurang[:8])}. Periksa pilihan bentuk berkas.")
    hasil = satu_bentuk.periksa(lembar.baris, timezone.localdate(saat))
    impor = ImporKinerja.objects.create(
        jenis=jenis,
        nama_berkas="".join(huruf for huruf in nama if huruf.isprintable())[-160:] or "berkas",
        sidik=hashlib.sha256(isi).hexdigest(),
        jumlah=dict(Counter(str(satu.putusan) for satu in hasil)),
        baris=[_simpan(satu) for satu in hasil],
        diunggah_oleh=oleh,
        diunggah_pada=saat,
    )
    catat(oleh=oleh, aksi="pertukaran.diperiksa", objek=impor, rincian=impor.jumlah | {"sidik": impor.sidik}, saat=saat)
    return impor


def _bentuk(bentuk: Mapping[str, Bentuk], jenis: str) -> Bentuk:
    if jenis not in bentuk:
        raise RuleViolation("Bentuk berkas ini tidak dimuat lewat halaman ini.")
    return bentuk[jenis]


def _simpan(satu: Periksa) -> dict:
    return {
        "nomor": satu.baris.nomor,
        "kunci": satu.kunci[:64],
        "nama": satu.nama[:200],
        "putusan": str(satu.putusan),
        "catatan": [*satu.tolak, *satu.ingat],
        "isi": {} if satu.tolak else satu.isi,
    }


def confirm_exchange(*, impor_id: int, oleh, saat: datetime, bentuk: Mapping[str, Bentuk]) -> ImporKinerja:
    """Load the new and changed rows, all in one transaction. Raises RuleViolation."""
    try:
        return _confirm(impor_id, oleh, saat, bentuk)
    except IntegrityError as galat:
        raise RuleViolation("Data sudah berubah sejak berkas ini diperiksa. Unggah sekali lagi, lalu muat.") from galat


@transaction.atomic
def _confirm(impor_id: int, oleh, saat: datetime, bentuk: Mapping[str, Bentuk]) -> ImporKinerja:
    impor = _terkunci(impor_id, oleh)
    if impor.status != StatusImpor.DIPERIKSA:
        raise RuleViolation("Berkas ini sudah dimuat atau dibatalkan.")
    satu_bentuk = _bentuk(bentuk, impor.jenis)
    isi = [satu["isi"] for satu in impor.baris if satu["putusan"] in DIMUAT]
    if oleh.pegawai_id and any(satu["pegawai"] == oleh.pegawai_id for satu in isi):
        raise RuleViolation("Berkas yang memuat data Anda sendiri dimuat oleh petugas BKPSDM lain.")
    satu_bentuk.tolak_milik(impor.jenis, isi)
    _gantikan(satu_bentuk.model, [satu_bentuk.kolom(satu) for satu in isi], impor)
    impor.status, impor.dimuat_pada = StatusImpor.DIMUAT, saat
    impor.save(update_fields=["status", "dimuat_pada"])
    catat(oleh=oleh, aksi="pertukaran.dimuat", objek=impor, rincian=impor.jumlah | {"sidik": impor.sidik}, saat=saat)
    return impor


def _gantikan(model: type, baris: list[tuple[dict, dict]], impor: ImporKinerja) -> None:
    """Write all rows in three queries; those of their keys that held until now are kept beside them, superseded."""
    if not baris:
        return
    nama = tuple(baris[0][0])
    berlaku = model.objects.berlaku().filter(pegawai__in={kunci["pegawai_id"] for kunci, _ in baris})
    lama = {tuple(map(str, kunci)): pk for pk, *kunci in berlaku.values_list("pk", *nama)}
    baru = [
        model(**kunci, **isi, impor=impor, menggantikan_id=lama.get(tuple(str(kunci[satu]) for satu in nama)))
        for kunci, isi in baris
    ]
    model.objects.filter(pk__in=[satu.menggantikan_id for satu in baru if satu.menggantikan_id]).update(berlaku=False)
    model.objects.bulk_create(baru, batch_size=500)


@transaction.atomic
def undo_exchange(*, impor_id: int, oleh, saat: datetime, bentuk: Mapping[str, Bentuk]) -> ImporKinerja:
    """Put a checked file aside, or take a load back: the rows before it hold again. Raises RuleViolation."""
    impor = _terkunci(impor_id, oleh)
    if impor.status == StatusImpor.DIBATALKAN:
        raise RuleViolation("Berkas ini sudah dibatalkan.")
    model = _bentuk(bentuk, impor.jenis).model
    baris = model.objects.filter(impor=impor)
    if baris.filter(berlaku=False).exists():
        raise RuleViolation("Sebagian barisnya sudah diganti impor sesudahnya; batalkan impor itu dahulu.")
    lama = list(baris.exclude(menggantikan=None).values_list("menggantikan_id", flat=True))
    baris.update(berlaku=False, menggantikan=None)
    model.objects.filter(pk__in=lama).update(berlaku=True)
    impor.status, impor.dibatalkan_pada, impor.dibatalkan_oleh = StatusImpor.DIBATALKAN, saat, oleh
    impor.save(update_fields=["status", "dibatalkan_pada", "dibatalkan_oleh"])
    catat(oleh=oleh, aksi="pertukaran.dibatalkan", objek=impor, rincian={"dipulihkan": len(lama)}, saat=saat)
    return impor


def _terkunci(impor_id: int, oleh) -> ImporKinerja:
    with connection.cursor() as kursor:  # one load at a time: each reads what is stored and writes what follows
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('pertukaran'))")
    impor = ImporKinerja.objects.select_for_update().get(pk=impor_id)
    if not akses.can_exchange(oleh):
        raise RuleViolation("Pertukaran dengan SIASN dilakukan oleh BKPSDM.")
    return impor
