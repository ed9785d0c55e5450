"""Evidence: two small real files that everybody has, links that open and a few that do not; each used many times."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw

from kinerja.models import Bukti, PakaiBukti
from kinerja.pilihan import JenisBukti, KeadaanTautan

from .salin import pesan_id, salin

#: of ten entries: which are proved by the report, by the picture, by a link; the rest have none
RAGAM = {0: 0, 1: 1, 2: 0, 3: 1, 4: 0, 5: 1, 6: 2}
#: every so many links does not open
TERTUTUP = 25
_KOLOM = (
    "id", "pegawai_id", "jenis", "berkas", "tautan", "nama_asli", "tipe", "ukuran", "sidik", "diunggah_pada",
    "keadaan", "diperiksa_pada", "tertutup_sejak",
)  # fmt: skip


@dataclass(frozen=True)
class Berkas:
    """A stored piece of evidence that many realisasi name."""

    nama: str
    tipe: str
    jalan: str
    ukuran: int
    sidik: str


def simpan_berkas() -> tuple[Berkas, ...]:
    """Two small real files, a PDF and a picture, stored once; the rows share them."""
    return (
        _simpan("laporan-kegiatan.pdf", "application/pdf", _pdf("Laporan kegiatan (contoh demo)")),
        _simpan("foto-kegiatan.png", "image/png", _png("Foto kegiatan (contoh demo)")),
    )


def _simpan(nama: str, tipe: str, isi: bytes) -> Berkas:
    sidik = hashlib.sha256(isi).hexdigest()
    jalan = f"bukti/demo/{sidik[:32]}.{nama.rpartition('.')[2]}"
    if not default_storage.exists(jalan):
        default_storage.save(jalan, ContentFile(isi))
    return Berkas(nama, tipe, jalan, len(isi), sidik)


def _pdf(teks: str) -> bytes:
    """One page with one line of text."""
    gambar = zlib.compress(f"BT /F1 18 Tf 72 720 Td ({teks}) Tj ET".encode())
    bagian = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(gambar), gambar),
    ]
    isi, letak = b"%PDF-1.4\n", []
    for nomor, satu in enumerate(bagian, start=1):
        letak.append(len(isi))
        isi += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    awal = len(isi)
    isi += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bagian) + 1)
    isi += b"".join(b"%010d 00000 n \n" % satu for satu in letak)
    return isi + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(bagian) + 1, awal)


def _png(teks: str) -> bytes:
    gambar = Image.new("RGB", (640, 400), "#e8eef2")
    ImageDraw.Draw(gambar).text((24, 180), teks, fill="#26485a")
    isi = BytesIO()
    gambar.save(isi, "PNG")
    return isi.getvalue()


def tulis_bukti(entri: list[tuple[int, int, datetime]], berkas: tuple[Berkas, ...], saat: datetime) -> dict[str, int]:
    """COPY the evidence of entries (entry, person, moment): one row a person and piece, one use an entry."""
    pakai, pertama = [], {}
    for urut, (entri_id, orang, kapan) in enumerate(entri):
        ragam = RAGAM.get(urut % 10)
        if ragam is not None:
            kunci = (orang, ragam)
            pertama.setdefault(kunci, kapan)
            pakai.append((entri_id, kunci))
    nomor = dict(zip(pertama, pesan_id(Bukti, len(pertama)), strict=True))
    return {
        "bukti": salin(Bukti, _KOLOM, (_baris(nomor[k], *k, pertama[k], berkas, saat) for k in pertama)),
        "pemakaian bukti": salin(PakaiBukti, ("realisasi_id", "bukti_id"), ((e, nomor[k]) for e, k in pakai)),
    }


def _baris(pk: int, orang: int, ragam: int, kapan: datetime, berkas: tuple[Berkas, ...], saat: datetime) -> tuple:
    if ragam < len(berkas):
        ini = berkas[ragam]
        isi = (JenisBukti.BERKAS.value, ini.jalan, "", ini.nama, ini.tipe, ini.ukuran, ini.sidik)
        return (pk, orang, *isi, kapan, KeadaanTautan.BELUM.value, None, None)
    tertutup = orang % TERTUTUP == 0
    alamat = f"https://arsip.mataram.example/laporan/{orang}"
    keadaan = KeadaanTautan.TERTUTUP if tertutup else KeadaanTautan.TERBUKA
    sejak = max(kapan, saat - timedelta(days=9)) if tertutup else None
    return (pk, orang, JenisBukti.TAUTAN.value, "", alamat, "", "", 0, "", kapan, keadaan.value, saat, sejak)
