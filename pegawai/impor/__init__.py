"""A file in, a verdict a row out; the confirmed rows go in one transaction with one audit row."""

import hashlib
from collections import Counter

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_import, can_load
from ..models import BarisImpor, BerkasImpor, Pengguna
from ..pilihan import JenisBerkasImpor, Putusan, StatusImpor
from .baca import Lembar, read_table
from .orang import PEGAWAI
from .pejabat import KONTRAK, PEJABAT
from .putusan import Pengimpor
from .riwayat import DISIPLIN, PENEMPATAN
from .susunan import POSISI, UNIT
from .ukuran import ACUAN, KOMPETENSI, POTENSI

PENGIMPOR: dict[str, Pengimpor] = {
    JenisBerkasImpor.UNIT: UNIT,
    JenisBerkasImpor.PEGAWAI: PEGAWAI,
    JenisBerkasImpor.POSISI: POSISI,
    JenisBerkasImpor.PEJABAT: PEJABAT,
    JenisBerkasImpor.PENEMPATAN: PENEMPATAN,
    JenisBerkasImpor.KONTRAK: KONTRAK,
    JenisBerkasImpor.ACUAN: ACUAN,
    JenisBerkasImpor.KOMPETENSI: KOMPETENSI,
    JenisBerkasImpor.POTENSI: POTENSI,
    JenisBerkasImpor.DISIPLIN: DISIPLIN,
}
MB = 1024 * 1024
#: The whole city's export is bigger than other files; both limits can be set.
BAWAAN_BYTE = {"IMPOR_MAKS_BYTE": 5 * MB, "IMPOR_MAKS_BYTE_PEGAWAI": 15 * MB}
DIMUAT = (Putusan.BARU, Putusan.BERUBAH, Putusan.PERINGATAN)


def batas_byte(jenis: str) -> int:
    """How many bytes a file of that kind may have."""
    nama = PENGIMPOR[jenis].setelan_byte
    return getattr(settings, nama, BAWAAN_BYTE[nama])


@transaction.atomic
def check_file(*, jenis: str, nama: str, isi: bytes, oleh: Pengguna, saat) -> BerkasImpor:
    """Judge every row of a file; nothing but the verdicts is stored. Raises RuleViolation for an unusable file."""
    if not can_import(oleh):
        raise RuleViolation("Impor data dilakukan oleh BKPSDM.")
    if jenis not in PENGIMPOR:
        raise RuleViolation("Pilih jenis berkas.")
    lembar = read_table(nama, isi, batas_byte(jenis))
    _check_headings(lembar, PENGIMPOR[jenis])
    hasil = PENGIMPOR[jenis].periksa(lembar.baris, timezone.localdate(saat))
    berkas = BerkasImpor.objects.create(
        jenis=jenis,
        nama_berkas=_nama_aman(nama),
        sidik=hashlib.sha256(isi).hexdigest(),
        jumlah=dict(Counter(str(satu.putusan) for satu in hasil)),
        diunggah_oleh=oleh,
        diunggah_pada=saat,
    )
    BarisImpor.objects.bulk_create(
        [
            BarisImpor(
                berkas=berkas,
                nomor=satu.baris.nomor,
                kunci=satu.kunci[:64],
                nama=satu.nama[:200],
                putusan=satu.putusan,
                catatan=[*satu.tolak, *satu.ingat],
                isi={} if satu.tolak else satu.isi,
            )
            for satu in hasil
        ],
        batch_size=2000,
    )
    catat(oleh=oleh, aksi="impor.diperiksa", objek=berkas, rincian=berkas.jumlah | {"sidik": berkas.sidik}, saat=saat)
    return berkas


def _check_headings(lembar: Lembar, pengimpor: Pengimpor) -> None:
    """Refuse a file of another kind by naming what is missing or too much."""
    kurang = [judul for judul in pengimpor.kolom if judul not in lembar.kepala]
    if kurang:
        raise RuleViolation(
            f"Judul kolom tidak sesuai jenis berkas; yang belum ada: {', '.join(kurang[:8])}"
            f"{' dan lainnya' if len(kurang) > 8 else ''}. Periksa pilihan jenis berkas."
        )
    asing = [judul for judul in lembar.kepala if judul not in {*pengimpor.kolom, *pengimpor.tambahan}]
    if asing and pengimpor.setelan_byte == "IMPOR_MAKS_BYTE":
        raise RuleViolation(f"Ada kolom yang tidak dikenal: {', '.join(asing[:8])}. Hapus atau perbaiki judulnya.")


def _nama_aman(nama: str) -> str:
    """The file's name without a path and without invisible characters; only shown, never opened."""
    dasar = nama.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(huruf for huruf in dasar if huruf.isprintable())[:160] or "berkas"


def confirm_import(*, berkas_id: int, oleh: Pengguna, saat) -> BerkasImpor:
    """Load the rows that are new, changed or warned about, all in one transaction. Raises RuleViolation."""
    try:
        return _confirm(berkas_id, oleh, saat)
    except IntegrityError as galat:
        raise RuleViolation("Data sudah berubah sejak berkas ini diperiksa. Unggah sekali lagi, lalu muat.") from galat


@transaction.atomic
def _confirm(berkas_id: int, oleh: Pengguna, saat) -> BerkasImpor:
    with connection.cursor() as kursor:  # one load at a time: each reads what is stored and writes what follows
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('impor'))")
    berkas = BerkasImpor.objects.select_for_update().get(pk=berkas_id)
    if not can_load(oleh, berkas):
        raise RuleViolation("Berkas ini sudah dimuat atau dibatalkan, atau bukan wewenang Anda.")
    dimuat = berkas.baris.filter(putusan__in=DIMUAT).order_by("nomor").values_list("isi", flat=True)
    PENGIMPOR[berkas.jenis].muat(list(dimuat), saat)
    _close(berkas, StatusImpor.DIMUAT, oleh, saat)
    return berkas


@transaction.atomic
def cancel_import(*, berkas_id: int, oleh: Pengguna, saat) -> BerkasImpor:
    """Put a checked file aside. Raises RuleViolation when it is loaded already."""
    berkas = BerkasImpor.objects.select_for_update().get(pk=berkas_id)
    if not can_load(oleh, berkas):
        raise RuleViolation("Berkas ini sudah dimuat atau dibatalkan, atau bukan wewenang Anda.")
    _close(berkas, StatusImpor.DIBATALKAN, oleh, saat)
    return berkas


def _close(berkas: BerkasImpor, status: str, oleh: Pengguna, saat) -> None:
    berkas.status = status
    berkas.dimuat_pada = saat if status == StatusImpor.DIMUAT else None
    berkas.save(update_fields=["status", "dimuat_pada"])
    catat(oleh=oleh, aksi=f"impor.{status}", objek=berkas, rincian=berkas.jumlah | {"sidik": berkas.sidik}, saat=saat)


def load_file(*, jenis: str, nama: str, isi: bytes, oleh: Pengguna, saat) -> BerkasImpor:
    """Check a file and load it at once, as the demo and set-up do; refused rows stay out and are reported."""
    berkas = check_file(jenis=jenis, nama=nama, isi=isi, oleh=oleh, saat=saat)
    return confirm_import(berkas_id=berkas.pk, oleh=oleh, saat=saat)


def muat_susunan(*, isi: bytes, oleh: Pengguna, saat, nama: str = "unit.csv") -> BerkasImpor:
    """Load the organisation from a unit file."""
    return load_file(jenis=JenisBerkasImpor.UNIT, nama=nama, isi=isi, oleh=oleh, saat=saat)
