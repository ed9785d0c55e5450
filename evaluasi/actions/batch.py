"""Papers of a unit or the city, many at once: chunks that may be repeated, then one ZIP with its report."""

import csv
import io
import tempfile
import zipfile
from datetime import datetime, timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.core.files import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kinerja.bukti import clean_name
from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.audit import catat
from mataram_asn.kit.ekspor import aman
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.lonceng import bunyikan
from pegawai.models import Unit

from .. import akses
from ..models import BatchDokumen, Dokumen, Evaluasi, PotonganBatch
from ..pilihan import IsiBatch, JenisDokumen, StatusPotongan
from ..rekap.kertas import kertas_skp
from ..rekap.kertas_evaluasi import baca_evaluasi, baca_skp, dokumen_evaluasi, kertas_evaluasi
from .dokumen import issue_document
from .potongan import BATAS_PERCOBAAN, HanyaSatu

TUGAS = "evaluasi.tasks.kerjakan_batch"
TUGAS_BERES = "evaluasi.tasks.bereskan_batch"
#: 0.6 s of a core each: far below the time limit of a task also on a machine that is busy.
SEPOTONG = 10
MASA_SIMPAN = timedelta(days=7)
RUANG_KUNCI = 7102

#: How each kind of paper is read; the id is that of its object.
PEMBUAT = {
    JenisDokumen.SKP: lambda pk: kertas_skp(baca_skp(pk)),
    JenisDokumen.EVALUASI: lambda pk: kertas_evaluasi(baca_evaluasi(pk)),
    JenisDokumen.DOKUMEN_EVALUASI: lambda pk: dokumen_evaluasi(baca_evaluasi(pk)),
}


@transaction.atomic
def order_batch(*, isi: str, unit_id: int | None, siklus=None, tahun: int, oleh, saat: datetime) -> BatchDokumen:
    """Order the papers of a unit and what stands under it (None: the city) of whom `oleh` sees. Raises RuleViolation.

    isi: SKP approved of that year, or both papers of every result of `siklus`.
    """
    if not akses.can_order_batch(oleh, unit_id):
        raise RuleViolation("Dokumen satu unit dibuat oleh BKPSDM atau pengelola unit itu.")
    butir = _butir(isi, unit_id, siklus, tahun, oleh, saat)
    if not butir:
        raise RuleViolation("Tidak ada yang dapat diterbitkan pada pilihan itu.")
    batch = BatchDokumen.objects.create(
        isi=isi, unit_id=unit_id, siklus=siklus, tahun=tahun,
        diminta_oleh=oleh, diminta_pada=saat, kedaluwarsa=saat + MASA_SIMPAN,
    )  # fmt: skip
    PotonganBatch.objects.bulk_create(
        PotonganBatch(batch=batch, urutan=n, objek=butir[i : i + SEPOTONG])
        for n, i in enumerate(range(0, len(butir), SEPOTONG))
    )
    catat(oleh=oleh, aksi="batch.diminta", objek=batch, rincian={"jumlah": len(butir)}, saat=saat)
    ring_batch(batch.pk)
    return batch


def _butir(isi: str, unit_id, siklus, tahun: int, oleh, saat) -> list[list]:
    """[kind, id] of each paper, by unit and name."""
    if isi == IsiBatch.SKP:
        baris = SKP.objects.visible_to(oleh).filter(status=StatusSKP.DISETUJUI, mulai__year=tahun)
        jenis = [JenisDokumen.SKP]
    else:
        baris = Evaluasi.objects.visible_to(oleh).terbit().berlaku().filter(siklus=siklus)
        baris = baris.annotate(unit_id=F("skp__unit_id"))
        jenis = [JenisDokumen.EVALUASI, JenisDokumen.DOKUMEN_EVALUASI]
    if unit_id is not None:
        jalan = "unit__in" if isi == IsiBatch.SKP else "skp__unit__in"
        baris = baris.filter(**{jalan: Unit.objects.keturunan(unit_id, timezone.localdate(saat))})
    urut = ("unit_id", "pegawai__nama", "pk")
    return [[satu.value, pk] for pk in baris.order_by(*urut).values_list("pk", flat=True) for satu in jenis]


def ring_batch(batch_id: int | None = None) -> None:
    """Ring for every waiting chunk, of one batch or of all."""
    menunggu = PotonganBatch.objects.menunggu()
    if batch_id is not None:
        menunggu = menunggu.filter(batch=batch_id)
    for pk in menunggu.order_by("pk").values_list("pk", flat=True):
        bunyikan(TUGAS, potongan_id=pk)


def work_batch_chunk(*, potongan_id: int, saat: datetime) -> bool:
    """Make the papers of one waiting chunk; whether this call finished it.

    Every paper is issued in a transaction of its own and unchanged ones come back as they are, so a worker that dies
    half way costs nothing and doubles nothing. The fourth attempt gives the chunk up and lets the others go on.
    """
    with HanyaSatu(potongan_id, RUANG_KUNCI) as milik:
        potongan = PotonganBatch.objects.menunggu().select_related("batch__diminta_oleh").filter(pk=potongan_id).first()
        if not milik or potongan is None:
            return False
        if potongan.percobaan >= BATAS_PERCOBAAN:
            return _tutup(potongan, [_tolak(*satu, "Pekerja berhenti berkali-kali.") for satu in potongan.objek], True)
        PotonganBatch.objects.filter(pk=potongan_id).update(percobaan=F("percobaan") + 1)
        oleh = potongan.batch.diminta_oleh
        return _tutup(potongan, [_satu(*satu, oleh, saat) for satu in potongan.objek])


def _satu(jenis: str, pk: int, oleh, saat) -> dict:
    """One paper made, or why not; whatever it was, the row says so and the others go on."""
    try:
        dokumen = issue_document(kertas=PEMBUAT[jenis](pk), oleh=oleh, saat=saat)
    except RuleViolation as tolakan:
        return _tolak(jenis, pk, str(tolakan))
    except SoftTimeLimitExceeded:  # the task's own end, not this paper's fault: the next attempt goes on from here
        raise
    except Exception as galat:
        return _tolak(jenis, pk, f"Gagal dibuat ({type(galat).__name__}); BKPSDM dapat memesan ulang.")
    return {"jenis": jenis, "objek": pk, "dokumen": dokumen.pk, "alasan": ""}


def _tolak(jenis: str, pk: int, alasan: str) -> dict:
    return {"jenis": jenis, "objek": pk, "dokumen": None, "alasan": alasan}


def _tutup(potongan: PotonganBatch, hasil: list[dict], karantina: bool = False) -> bool:
    status = StatusPotongan.KARANTINA if karantina else StatusPotongan.SELESAI
    with transaction.atomic():
        PotonganBatch.objects.filter(pk=potongan.pk).update(status=status, hasil=hasil)
        if not PotonganBatch.objects.menunggu().filter(batch=potongan.batch_id).exists():
            bunyikan(TUGAS_BERES)
    return True


def finish_batches(*, saat: datetime) -> int:
    """Pack every batch whose chunks are all done, and let expired files go; how many were packed."""
    siap = BatchDokumen.objects.filter(selesai_pada__isnull=True).exclude(potongan__in=PotonganBatch.objects.menunggu())
    banyak = sum(_pack(batch, saat) for batch in siap)
    for batch in BatchDokumen.objects.filter(kedaluwarsa__lte=saat).exclude(berkas=""):
        batch.berkas.delete(save=False)
        BatchDokumen.objects.filter(pk=batch.pk).update(berkas="")
    return banyak


def _pack(batch: BatchDokumen, saat: datetime) -> bool:
    """Write the ZIP from the stored files, one at a time, and keep it; of two packers one does."""
    with HanyaSatu(batch.pk, RUANG_KUNCI + 1) as milik:
        if not milik or BatchDokumen.objects.filter(pk=batch.pk, selesai_pada__isnull=False).exists():
            return False
        with tempfile.TemporaryFile() as sementara:
            with zipfile.ZipFile(sementara, "w", zipfile.ZIP_STORED) as arsip:
                _isi_arsip(batch, arsip)
            ukuran = sementara.tell()
            sementara.seek(0)
            batch.berkas.save(f"batch-{batch.pk}.zip", File(sementara), save=False)
        BatchDokumen.objects.filter(pk=batch.pk).update(berkas=batch.berkas.name, ukuran=ukuran, selesai_pada=saat)
    return True


KOLOM_LAPORAN = ["Jenis", "Nomor asal", "Pegawai", "NIP", "Putusan", "Berkas", "SHA-256", "Kode", "Alasan"]


def _isi_arsip(batch: BatchDokumen, arsip: zipfile.ZipFile) -> None:
    laporan = io.StringIO()
    tulis = csv.writer(laporan)
    tulis.writerow(KOLOM_LAPORAN)
    for potongan in batch.potongan.order_by("urutan").iterator(chunk_size=50):
        ada = Dokumen.objects.select_related("pegawai").in_bulk(
            [satu["dokumen"] for satu in potongan.hasil if satu["dokumen"]]
        )
        for satu in potongan.hasil:
            tulis.writerow(
                [
                    sel if str(sel).startswith("'") else aman(sel)
                    for sel in _baris_laporan(satu, ada.get(satu["dokumen"]), arsip)
                ]
            )
    arsip.writestr("laporan.csv", "\ufeff" + laporan.getvalue())


def _baris_laporan(satu: dict, dokumen: Dokumen | None, arsip: zipfile.ZipFile) -> list:
    jenis = JenisDokumen(satu["jenis"]).label
    if dokumen is None:
        return [jenis, satu["objek"], "", "", "ditolak", "", "", "", satu["alasan"]]
    nama = clean_name(f"{dokumen.pegawai.nama} - {dokumen.judul} - {dokumen.pk}.pdf")
    with dokumen.berkas.open("rb") as asal, arsip.open(nama, "w") as tujuan:
        for potong in asal.chunks():
            tujuan.write(potong)
    return [
        jenis, satu["objek"], dokumen.pegawai.nama_lengkap, f"'{dokumen.pegawai.nip or ''}", "dibuat", nama,
        dokumen.sidik, dokumen.kode_tampil, "",
    ]  # fmt: skip
