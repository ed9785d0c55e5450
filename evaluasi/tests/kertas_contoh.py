"""Made-up papers for tests: rows with a small stored file, no PDF made."""

from hashlib import sha256

from django.core.files.base import ContentFile
from django.utils import timezone

from evaluasi.models import BatchDokumen, Dokumen, PermintaanCabut, PotonganBatch, TandaTangan
from evaluasi.pilihan import CaraCocok, IsiBatch, JenisDokumen, StatusPotongan, StatusTandaTangan
from pegawai.models import Pengguna

ISI = b"%PDF-1.7\n%%EOF\n"


def buat_dokumen(skp, oleh: Pengguna, kode: str = "B" * 26, **kolom) -> Dokumen:
    """An issued paper of a plan with a slot of its assessor and one of the person."""
    isi = ISI + kode.encode()
    awal = {
        "jenis": JenisDokumen.SKP,
        "objek_id": skp.pk,
        "versi": skp.versi,
        "pegawai": skp.pegawai,
        "penilai": skp.penilai,
        "judul": "SKP 2026",
        "sidik_isi": "0" * 64,
        "diterbitkan_pada": timezone.now(),
    }
    dokumen = Dokumen(
        kode=kode, sidik=sha256(isi).hexdigest(), ukuran=len(isi), diterbitkan_oleh=oleh, **(awal | kolom)
    )
    dokumen.berkas.save("uji.pdf", ContentFile(isi), save=False)
    dokumen.save(force_insert=True)
    for orang in filter(None, (dokumen.pegawai, dokumen.penilai)):
        TandaTangan.objects.create(dokumen=dokumen, penanda_tangan=orang, sebagai="Penanda tangan")
    return dokumen


def isi_tanda_tangan(dokumen: Dokumen) -> TandaTangan:
    """The first slot of a paper, filled."""
    tempat = dokumen.tanda_tangan.first()
    tempat.status, tempat.cara, tempat.sidik = StatusTandaTangan.DITANDATANGANI, CaraCocok.LANJUTAN, "1" * 64
    tempat.berkas.save("tanda.pdf", ContentFile(ISI), save=False)
    tempat.save()
    return tempat


def buat_permintaan(dokumen: Dokumen, oleh: Pengguna) -> PermintaanCabut:
    return PermintaanCabut.objects.create(
        dokumen=dokumen, alasan="Data pegawai keliru.", diminta_oleh=oleh, diminta_pada=timezone.now()
    )


def buat_batch(oleh: Pengguna, unit=None) -> BatchDokumen:
    """A finished batch of one paper with its ZIP."""
    kini = timezone.now()
    batch = BatchDokumen(
        isi=IsiBatch.SKP, unit=unit, tahun=2026, diminta_oleh=oleh, kedaluwarsa=kini + timezone.timedelta(days=7)
    )
    batch.berkas.save("uji.zip", ContentFile(b"PK"), save=False)
    batch.selesai_pada = kini
    batch.save()
    PotonganBatch.objects.create(batch=batch, urutan=0, objek=[["skp", 1]], status=StatusPotongan.SELESAI)
    return batch
