"""What no browser of ours would send: every address answers with a page, never with a crash, and stores nothing."""

import pytest
import time_machine
from django.urls import reverse

from kinerja.tests.factories import SAAT
from mataram_asn.tests.dunia import buat_dunia
from mataram_asn.tests.test_matriks_akses import MATRIKS, _alamat, sidik_tabel

SAMPAH = [
    "",
    "0",
    "-1",
    str(2**63),
    "9" * 400,
    "NaN",
    "Infinity",
    "1e3",
    "1_0",
    "１２",
    "٣",
    "1,5",
    "1.000",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
    "46022",
    "2026-13-45T99:99",
    "a\x00b",
    "\u202eabc",
    "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "=cmd|' /C calc'!A0",
    "../../etc/passwd",
    "__class__",
    "-pegawai__pengguna__password",
    "x" * 5000,
]
PARAMETER = (
    "page", "urut", "sort", "per", "unit", "jenis", "cari", "q", "ekspor", "format", "bulan", "kotak", "status",
    "tahun", "temuan", "buka", "tempat", "siklus", "golongan", "keadaan", "kepastian", "bahasa", "next", "nomor",
)  # fmt: skip
BIDANG = (
    "nilai", "uraian", "mulai", "selesai", "tanggal", "jp", "jumlah", "layanan", "pegawai", "pelatihan", "kunci",
    "versi", "terakhir", "target", "bobot", "satuan", "arah", "catatan", "keterangan", "putusan", "jenis", "peran",
    "akun", "pengguna", "alasan", "wajah", "kata", "teks", "username", "kode", "password", "ulangi", "nip",
    "rating_hasil", "rating_perilaku", "tanggapan", "dari", "pendekatan", "mendukung", "iku", "tautan", "templat",
)  # fmt: skip
WAJAR = {200, 302, 400, 403, 404, 405, 409, 422}


@pytest.fixture
def dunia(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=False):
        yield buat_dunia()


def pelaku(baris) -> str:
    """Somebody who gets in, so that the junk is really read."""
    boleh = baris.lihat | baris.tulis
    urut = ("bkpsdm", "atasan", "pemilik", "rekan", "admin", "auditor", "pengelola", "asing")
    return next(peran for peran in urut if peran in boleh)


@pytest.mark.parametrize("baris", [satu for satu in MATRIKS if satu.lihat], ids=lambda baris: baris.nama)
def test_no_query_crashes_a_page(baris, dunia, client):
    client.force_login(dunia.akun[pelaku(baris)])
    alamat, sebelum = _alamat(baris, dunia), sidik_tabel(dilihat=False)
    for nomor, isi in enumerate(SAMPAH):
        for kueri in (dict.fromkeys(PARAMETER, isi), {PARAMETER[nomor % len(PARAMETER)]: isi}):
            jawab = client.get(alamat, kueri)
            assert jawab.status_code in WAJAR, (kueri, jawab.status_code)
            for tutup in jawab._resource_closers:
                tutup()
    assert sidik_tabel(dilihat=False) == sebelum


@pytest.mark.parametrize("baris", [satu for satu in MATRIKS if satu.tulis], ids=lambda baris: baris.nama)
def test_no_body_crashes_an_action(baris, dunia, client):
    client.force_login(dunia.akun[pelaku(baris)])
    alamat = _alamat(baris, dunia)
    for isi in SAMPAH:
        jawab = client.post(alamat, dict.fromkeys(BIDANG, isi))
        assert jawab.status_code in WAJAR, (isi, jawab.status_code)
    for nama in baris.data:
        for isi in SAMPAH[2:16]:
            jawab = client.post(alamat, baris.data | {nama: isi})
            assert jawab.status_code in WAJAR, (nama, isi, jawab.status_code)


@pytest.mark.parametrize("isi", SAMPAH)
def test_no_address_of_a_citizen_crashes(isi, dunia, client):
    token = isi.replace("/", "")[:300]
    if token:
        assert client.get(reverse("umpan-balik", args=[token])).status_code == 404
    assert client.get("/masuk/login/", {"next": isi}).status_code in WAJAR
    assert client.post("/masuk/login/", {"login": isi, "password": isi}).status_code in {200, 429}


def test_a_body_that_is_too_big_gets_a_sentence(db, client):
    isi, jenis = b"kode=" + b"x" * 7_000_000, "application/x-www-form-urlencoded"
    jawab = client.generic("POST", reverse("pegawai:kode-tukar"), isi, content_type=jenis)
    assert jawab.status_code == 400
    assert "Isiannya terlalu besar" in jawab.content.decode()
