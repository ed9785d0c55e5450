"""Evidence kept once and used often: on the page, by hash, in the list, and shown in place."""

import io
import time
import zipfile
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from kinerja import actions
from kinerja.models import Bukti, Indikator, Realisasi
from kinerja.pilihan import JenisIndikator
from kinerja.pratinjau import pratinjau
from kinerja.tests.factories import (
    SAAT,
    BuktiFactory,
    IndikatorFactory,
    PeriodeFactory,
    RealisasiFactory,
    buat_skp_lengkap,
)
from mataram_asn.kit.galat import RuleViolation
from pegawai.tests.factories import buat_garis

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def siap(db, settings, tmp_path):
    """(line of people, a quantitative and a qualitative indicator, an open period)."""
    settings.MEDIA_ROOT = tmp_path
    garis = buat_garis()
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    angka = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
    kata = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUALITATIF)
    with time_machine.travel(SAAT, tick=False):
        yield garis, angka, kata, PeriodeFactory()


def catat(garis, indikator, periode, **ganti) -> Realisasi:
    isi = {"nilai": Decimal(45) if indikator.target else None, "uraian": "Selesai"} | ganti
    oleh = garis.bawahan[0].pengguna
    return actions.record_realisasi(indikator_id=indikator.pk, periode_id=periode.pk, oleh=oleh, saat=SAAT, **isi)


def berkas(isi=PDF, nama="laporan.pdf"):
    return SimpleUploadedFile(nama, isi)


def test_the_same_file_is_stored_once(siap, settings):
    garis, angka, kata, periode = siap
    satu = catat(garis, angka, periode, berkas=berkas()).bukti.get()
    dua = catat(garis, kata, periode, berkas=berkas(nama="nama lain.pdf")).bukti.get()
    assert satu == dua and satu.nama_asli == "laporan.pdf"
    assert len([jalan for jalan in settings.MEDIA_ROOT.rglob("*") if jalan.is_file()]) == 1
    catat(garis, kata, periode, berkas=berkas(PDF + b"\n"))
    assert Bukti.objects.count() == 2


def test_one_piece_serves_several_indicators_without_being_sent_again(siap):
    garis, angka, kata, periode = siap
    bukti = catat(garis, angka, periode, berkas=berkas()).bukti.get()
    baru = catat(garis, kata, periode, pakai_bukti=[bukti.pk])
    assert list(baru.bukti.all()) == [bukti] and Bukti.objects.count() == 1


def test_evidence_of_somebody_else_is_refused(siap):
    garis, angka, _, periode = siap
    asing = BuktiFactory()
    with pytest.raises(RuleViolation, match="bukan bukti Anda"):
        catat(garis, angka, periode, pakai_bukti=[asing.pk])
    assert not Realisasi.objects.filter(indikator=angka).exists()


def test_reuse_adds_an_entry_with_the_same_figure(siap):
    garis, angka, kata, periode = siap
    bukti = catat(garis, angka, periode, berkas=berkas()).bukti.get()
    lama = catat(garis, kata, periode, tautan="https://contoh.test/a")
    tujuan = [(kata.pk, periode.pk)]
    milik = {"oleh": garis.bawahan[0].pengguna, "saat": SAAT}
    assert actions.reuse_evidence(bukti_id=bukti.pk, tujuan=tujuan, **milik) == 1
    baru = Realisasi.objects.filter(indikator=kata).latest("pk")
    assert (baru.uraian, baru.bukti.count(), baru != lama) == (lama.uraian, 2, True)
    with pytest.raises(RuleViolation, match="Pilih"):
        actions.reuse_evidence(bukti_id=bukti.pk, tujuan=[], **milik)
    with pytest.raises(RuleViolation, match="Isi dahulu"):
        actions.reuse_evidence(bukti_id=bukti.pk, tujuan=[(kata.pk, 0)], **milik)
    with pytest.raises(RuleViolation):
        actions.reuse_evidence(bukti_id=bukti.pk, tujuan=tujuan, oleh=garis.bawahan[1].pengguna, saat=SAAT)


def test_the_page_offers_and_takes_evidence(siap, client):
    garis, angka, kata, periode = siap
    bukti = catat(garis, angka, periode, berkas=berkas()).bukti.get()
    client.force_login(garis.bawahan[0].pengguna)
    halaman = client.get(reverse("kinerja:realisasi", args=[angka.hasil.skp_id])).content.decode()
    assert "Pakai bukti yang sudah ada" in halaman and f'name="pakai" value="{bukti.pk}"' in halaman
    alamat = reverse("kinerja:realisasi-simpan", args=[kata.pk, periode.pk])
    isi = {"uraian": "Tuntas", "terakhir": "0", "pakai": [str(bukti.pk), "1e3", "-1", "٣"]}
    assert client.post(alamat, isi).status_code == 302
    assert Realisasi.objects.get(indikator=kata).bukti.get() == bukti
    rincian = client.get(reverse("kinerja:bukti-lihat", args=[bukti.pk])).content.decode()
    assert angka.uraian in rincian and kata.uraian in rincian


def test_reuse_by_the_page_of_the_evidence(siap, client):
    garis, angka, kata, periode = siap
    bukti = catat(garis, angka, periode, berkas=berkas()).bukti.get()
    catat(garis, kata, periode)
    client.force_login(garis.bawahan[0].pengguna)
    alamat = reverse("kinerja:bukti-pakai", args=[bukti.pk])
    for rusak in ([], ["x"], ["1-2-3"], [f"{2**70}-1"], ["1-"], ["\x00-1"]):
        assert client.post(alamat, {"tujuan": rusak}).status_code == 302
    assert Realisasi.objects.count() == 2
    client.post(alamat, {"tujuan": [f"{kata.pk}-{periode.pk}"]})
    assert Realisasi.objects.filter(indikator=kata).latest("pk").bukti.get() == bukti


def test_the_history_says_who_when_and_what_changed(siap, client):
    garis, angka, _, periode = siap
    catat(garis, angka, periode, nilai=Decimal(31), tautan="https://contoh.test/lama")
    catat(garis, angka, periode, nilai=Decimal(35), berkas=berkas())
    client.force_login(garis.atasan.pengguna)
    halaman = client.get(reverse("kinerja:realisasi", args=[angka.hasil.skp_id])).content.decode()
    for kata in (
        "isian pertama",
        "+4 dari isian sebelumnya",
        "bukti ditambah: laporan.pdf",
        "bukti dilepas: https://contoh.test/lama",
        str(garis.bawahan[0].pengguna),
        "24 November 2026 10.00 WITA",
        "Seharusnya 50 dokumen",
        "tercatat 35",
    ):
        assert kata in halaman, kata


def test_queries_do_not_grow_with_entries_and_indicators(siap, client):
    garis, angka, _, periode = siap
    catat(garis, angka, periode, berkas=berkas())
    client.force_login(garis.bawahan[0].pengguna)
    alamat = reverse("kinerja:realisasi", args=[angka.hasil.skp_id])

    def banyak():
        with CaptureQueriesContext(
            connection,
        ) as tangkap:
            assert client.get(alamat).status_code == 200
        return len(tangkap)

    banyak()
    sedikit = banyak()
    for _ in range(4):
        lain = IndikatorFactory(hasil=angka.hasil, bobot=None)
        BuktiFactory(realisasi=RealisasiFactory(indikator=lain, periode=periode))
        RealisasiFactory(indikator=lain, periode=PeriodeFactory(tutup=True))
    assert banyak() == sedikit


def test_the_list_finds_sorts_and_exports(siap, client):
    garis, angka, _, periode = siap
    catat(garis, angka, periode, berkas=berkas(), tautan="https://contoh.test/foto")
    Bukti.objects.filter(jenis="tautan").update(keadaan="tertutup", tertutup_sejak=SAAT - timedelta(days=3))
    BuktiFactory(realisasi=None, pegawai=garis.bawahan[0], tautan="https://contoh.test/belum")
    BuktiFactory(tautan="https://contoh.test/orang-lain")
    client.force_login(garis.bawahan[0].pengguna)
    alamat = reverse("kinerja:bukti-list")

    def isi(**saring):
        return client.get(alamat, saring).content.decode()

    assert "laporan.pdf" in isi() and "orang-lain" not in isi()
    assert "laporan.pdf" not in isi(q="foto") and "tidak dapat dibuka sejak 21 November 2026" in isi(jenis="tertutup")
    assert "/belum" in isi(jenis="belum") and "/foto" not in isi(jenis="belum")
    assert "Tidak ada bukti" in isi(q="tidak ada yang begini") and "Tidak ada bukti" in isi(jenis="entah")
    csv = client.get(alamat, {"ekspor": "csv", "jenis": "tautan", "urut": "-dipakai"}).content.decode()
    assert len(csv.strip().splitlines()) == 3 and "laporan.pdf" not in csv


def test_the_picker_keeps_what_is_ticked(siap, client):
    garis = siap[0]
    pilih = BuktiFactory(realisasi=None, pegawai=garis.bawahan[0], tautan="https://contoh.test/pilih")
    BuktiFactory(realisasi=None, pegawai=garis.bawahan[0], tautan="https://contoh.test/cocok")
    client.force_login(garis.bawahan[0].pengguna)
    html = client.get(reverse("kinerja:bukti-pilih"), {"cari": "cocok", "pakai": [pilih.pk, "x"]}).content.decode()
    assert "checked" in html and "/pilih" in html and "/cocok" in html
    assert client.get(reverse("kinerja:bukti-pilih"), {"cari": "\x00", "pakai": [2**63 - 1]}).status_code == 200


# --- shown in place -------------------------------------------------------------------------------------------------


def simpan(garis, nama, tipe, isi) -> Bukti:
    return BuktiFactory(
        realisasi=None,
        pegawai=garis.bawahan[0],
        jenis="berkas",
        tautan="",
        nama_asli=nama,
        tipe=tipe,
        sidik=nama[:1] * 64,
        berkas=ContentFile(isi, name=nama),
    )


def tabel(isi) -> bytes:
    buku, keluar = Workbook(), io.BytesIO()
    for baris in isi:
        buku.active.append(baris)
    buku.save(keluar)
    return keluar.getvalue()


def surat(xml: str) -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("word/document.xml", xml)
    return keluar.getvalue()


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_pdf_goes_inline_to_this_site_alone(siap, client):
    garis = siap[0]
    bukti = simpan(garis, "laporan.pdf", "application/pdf", PDF)
    client.force_login(garis.bawahan[0].pengguna)
    jawab = client.get(reverse("kinerja:bukti-isi", args=[bukti.pk]))
    assert jawab["Content-Disposition"].startswith("inline") and jawab["X-Content-Type-Options"] == "nosniff"
    assert jawab["X-Frame-Options"] == "SAMEORIGIN" and "frame-ancestors 'self'" in jawab["Content-Security-Policy"]
    assert b"".join(jawab.streaming_content) == PDF
    unduh = client.get(reverse("kinerja:bukti", args=[bukti.pk]))
    assert unduh["Content-Disposition"].startswith("attachment") and unduh["X-Frame-Options"] == "DENY"
    for tutup in (*jawab._resource_closers, *unduh._resource_closers):
        tutup()


@pytest.mark.parametrize(("nama", "tipe"), [("t.xlsx", XLSX), ("s.docx", DOCX)])
def test_office_files_are_never_inline(siap, client, nama, tipe):
    garis = siap[0]
    bukti = simpan(garis, nama, tipe, tabel([["a"]]))
    client.force_login(garis.bawahan[0].pengguna)
    assert client.get(reverse("kinerja:bukti-isi", args=[bukti.pk])).status_code == 404


def test_a_spreadsheet_is_a_table_of_its_first_rows(siap, client):
    garis = siap[0]
    isi = tabel([["Nama", "Jumlah"], ["<script>", 3], *[["x", i] for i in range(60)]])
    lihat = pratinjau(bukti := simpan(garis, "t.xlsx", XLSX, isi))
    assert (lihat.jenis, len(lihat.baris), lihat.terpotong, lihat.baris[0]) == ("tabel", 30, True, ("Nama", "Jumlah"))
    client.force_login(garis.bawahan[0].pengguna)
    html = client.get(reverse("kinerja:bukti-lihat", args=[bukti.pk]), headers={"HX-Request": "true"}).content.decode()
    assert "&lt;script&gt;" in html and "<html" not in html


def test_a_letter_is_its_first_words(siap):
    isi = "<w:r><w:t>Surat </w:t></w:r><w:r><w:t>tugas</w:t></w:r>"
    xml = f"<w:document {W}><w:body><w:p>{isi}</w:p></w:body></w:document>"
    assert pratinjau(simpan(siap[0], "s.docx", DOCX, surat(xml))).teks == "Surat tugas"


def test_a_letter_of_a_million_empty_paragraphs_is_not_read_to_its_end(siap):
    """Parsed whole, as before, it takes seconds and hundreds of megabytes at every look."""
    xml = f"<w:document {W}><w:body><w:p><w:r><w:t>Surat</w:t></w:r></w:p>{'<w:p/>' * 1_500_000}</w:body></w:document>"
    bukti = simpan(siap[0], "s.docx", DOCX, surat(xml))
    mulai = time.process_time()
    lihat = pratinjau(bukti)
    assert (lihat.jenis, lihat.teks, lihat.terpotong) == ("teks", "Surat", True)
    assert time.process_time() - mulai < 0.6


@pytest.mark.parametrize(
    ("nama", "tipe", "isi"),
    [
        ("s.docx", DOCX, surat('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
        ("s.docx", DOCX, surat("<a>")),
        ("s.docx", DOCX, b"bukan zip"),
        ("t.xlsx", XLSX, b"PK\x03\x04rusak"),
        ("u.txt", "text/plain", b"halo"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(siap, nama, tipe, isi):
    lihat = pratinjau(simpan(siap[0], nama, tipe, isi))
    assert lihat.jenis == "tidak" and "Unduh" in lihat.teks
