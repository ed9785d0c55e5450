"""The register: one paper for one content, two people revoke, the public page tells nothing it should not."""

import io
import re
import statistics
import threading
import time
import zipfile
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from evaluasi import actions, jadwal
from evaluasi.actions import batch as batch_actions
from evaluasi.actions import dokumen as dokumen_actions
from evaluasi.aturan.dokumen import baca_kode, baca_sidik, samarkan
from evaluasi.models import BatchDokumen, Dokumen, PencabutanDokumen, PotonganBatch, TandaTangan
from evaluasi.pilihan import IsiBatch, StatusDokumen, StatusPotongan, StatusTandaTangan
from evaluasi.rekap.kertas import kertas_skp
from evaluasi.rekap.kertas_evaluasi import baca_skp
from evaluasi.tanda_tangan import check_signed
from evaluasi.tests.factories import buat_kantor, wita
from evaluasi.tests.kertas_contoh import buat_dokumen
from kinerja.models import SKP, HasilKerja
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.pilihan import Peran
from pegawai.tests.factories import PengelolaUnitFactory, PenggunaFactory

SAAT = wita(2026, 11, 24, 10)
TAK_DIKENAL = "ZZZZZ" * 5 + "Z"


@pytest.fixture(autouse=True)
def _bersih(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()


@pytest.fixture
def skp(db):
    return baca_skp(buat_kantor(bawahan=1)[1][0].pk)


@pytest.fixture
def bkpsdm(db):
    return [PenggunaFactory(peran=(Peran.BKPSDM,)) for _ in range(2)]


def terbit(skp, saat=SAAT) -> Dokumen:
    baru = baca_skp(skp.pk)
    return actions.issue_document(kertas=kertas_skp(baru), oleh=baru.pegawai.pengguna, saat=saat)


def status(dokumen) -> str:
    return Dokumen.objects.berstatus().get(pk=dokumen.pk).status


def isi(dokumen) -> bytes:
    with dokumen.berkas.open() as berkas:
        return berkas.read()


def test_unchanged_data_gives_the_same_paper_and_changed_data_supersedes_it(skp):
    satu, dua = terbit(skp), terbit(skp, SAAT + timezone.timedelta(days=3))
    assert satu == dua
    assert Dokumen.objects.count() == 1
    assert CatatanAudit.objects.filter(aksi="dokumen.diterbitkan").count() == 1
    assert sha256(isi(satu)).hexdigest() == satu.sidik
    HasilKerja.objects.filter(skp=skp).update(uraian="Diubah")
    tiga = terbit(skp)
    assert (tiga.menggantikan, status(satu), status(tiga)) == (satu, StatusDokumen.DIGANTIKAN, StatusDokumen.VALID)
    assert satu.kode != tiga.kode


def test_the_file_lies_outside_the_web_root_and_the_code_stands_on_every_page(skp, settings):
    dokumen = terbit(skp)
    assert dokumen.kode not in dokumen.berkas.name
    assert not str(settings.MEDIA_ROOT).startswith(str(settings.BASE_DIR / "static"))
    halaman = PdfReader(io.BytesIO(isi(dokumen))).pages
    assert all(dokumen.kode_tampil in re.sub(r"\s+", "", satu.extract_text()) for satu in halaman)
    assert len(baca_kode(dokumen.kode)) * 5 >= 128  # bits


def test_a_newer_version_of_the_plan_supersedes_by_itself(skp):
    dokumen = terbit(skp)
    SKP.objects.filter(pk=skp.pk).update(versi=skp.versi + 1)
    assert status(dokumen) == StatusDokumen.DIGANTIKAN


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dikunci", [True, False], ids=["dengan kunci", "kendali: tanpa kunci"])
def test_two_at_once_issue_one(dikunci, monkeypatch):
    skp = baca_skp(buat_kantor(bawahan=1)[1][0].pk)
    if not dikunci:
        monkeypatch.setattr(dokumen_actions, "_kunci", lambda kertas: None)
    dokumen_actions.pdf_dari_html("<p>x</p>")  # loaded before the race
    mulai, hasil = threading.Barrier(2), []

    def jalan():
        try:
            mulai.wait(10)
            hasil.append(terbit(skp).pk)
        except IntegrityError:
            hasil.append("ditolak")
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan) for _ in range(2)]
    [satu.start() for satu in utas]
    [satu.join(60) for satu in utas]
    assert (len(set(hasil)) == 1) == dikunci, hasil
    assert Dokumen.objects.count() == 1


def test_revocation_needs_two_people_of_bkpsdm(skp, bkpsdm):
    dokumen, (satu, dua) = terbit(skp), bkpsdm
    with pytest.raises(RuleViolation):
        actions.request_revocation(
            dokumen_id=dokumen.pk, alasan="Data keliru sekali", oleh=skp.pegawai.pengguna, saat=SAAT
        )
    with pytest.raises(RuleViolation, match="alasan"):
        actions.request_revocation(dokumen_id=dokumen.pk, alasan=" ", oleh=satu, saat=SAAT)
    actions.request_revocation(dokumen_id=dokumen.pk, alasan="Data keliru sekali", oleh=satu, saat=SAAT)
    with pytest.raises(RuleViolation):
        actions.decide_revocation(dokumen_id=dokumen.pk, setuju=True, oleh=satu, saat=SAAT)
    assert status(dokumen) == StatusDokumen.VALID
    actions.decide_revocation(dokumen_id=dokumen.pk, setuju=True, oleh=dua, saat=SAAT)
    assert status(dokumen) == StatusDokumen.DICABUT
    assert set(CatatanAudit.objects.values_list("aksi", flat=True)) >= {"dokumen.cabut_diminta", "dokumen.dicabut"}
    baru = terbit(skp)
    assert (baru.menggantikan, status(baru)) == (dokumen, StatusDokumen.VALID)
    with pytest.raises(IntegrityError), transaction.atomic():
        PencabutanDokumen.objects.create(
            dokumen=baru, alasan="x", diminta_oleh=satu, dicabut_oleh=satu, dicabut_pada=SAAT
        )


def test_an_issued_row_never_changes(skp):
    dokumen = terbit(skp)
    for apa in (lambda: Dokumen.objects.filter(pk=dokumen.pk).update(sidik="0" * 64), dokumen.delete):
        with pytest.raises(Exception, match=r"tetap|protect"), transaction.atomic():
            apa()


def cabut(dokumen, satu, dua) -> None:
    actions.request_revocation(dokumen_id=dokumen.pk, alasan="Data keliru sekali", oleh=satu, saat=SAAT)
    actions.decide_revocation(dokumen_id=dokumen.pk, setuju=True, oleh=dua, saat=SAAT)


def test_the_public_page_says_only_what_it_may(skp, client):
    dokumen = terbit(skp)
    jawab = client.get(f"/v/{dokumen.kode_tampil}/")
    teks = jawab.content.decode()
    assert jawab.status_code == 200
    assert all(kata in teks for kata in ("Berlaku", dokumen.sidik, "24 November 2026", samarkan(skp.pegawai.nama)))
    rahasia = (skp.pegawai.nama, skp.pegawai.nip, str(skp.jabatan), dokumen.judul, skp.hasil.first().uraian)
    assert not [kata for kata in rahasia if kata in teks]
    assert not jawab.cookies
    assert "<script" not in teks.replace('<script src="/static', "")


def test_it_speaks_english_and_reads_a_code_as_people_type_it(skp, client):
    dokumen = terbit(skp)
    teks = client.get(f"/v/{dokumen.kode.lower()}/?bahasa=en").content.decode()
    assert "is still valid" in teks
    assert "Issued to" in teks
    pindah = client.get("/v/", {"kode": f" {dokumen.kode_tampil.lower()} "})
    assert pindah.url == f"/v/{dokumen.kode}/?bahasa=id"
    HasilKerja.objects.filter(skp=skp).update(uraian="Diubah")
    terbit(skp)
    assert "Superseded" in client.get(f"/v/{dokumen.kode}/?bahasa=en").content.decode()


def test_an_unknown_code_looks_exactly_like_a_revoked_one(skp, bkpsdm, client):
    dokumen = terbit(skp)
    cabut(dokumen, *bkpsdm)
    dicabut = client.get(f"/v/{dokumen.kode}/")
    lain = [client.get(f"/v/{kode}/") for kode in (TAK_DIKENAL, "x", "A" * 500, "0", "%00", "-1", "' OR 1=1")]
    assert dicabut.status_code == 404
    assert {(satu.status_code, satu.content) for satu in lain} == {(404, dicabut.content)}
    kirim = {"sidik": dokumen.sidik}
    sama = [client.post(f"/v/{kode}/", kirim) for kode in (dokumen.kode, TAK_DIKENAL)]
    assert sama[0].content == sama[1].content
    assert dokumen.sidik not in sama[0].content.decode()


def test_an_unknown_code_takes_as_long_and_as_many_queries(skp, bkpsdm, client, settings, django_assert_num_queries):
    dokumen = terbit(skp)
    cabut(dokumen, *bkpsdm)
    waktu = {dokumen.kode: [], TAK_DIKENAL: []}
    for _ in range(25):
        cache.clear()
        for kode, catatan in waktu.items():
            mulai = time.perf_counter()
            with django_assert_num_queries(1):
                client.get(f"/v/{kode}/")
            catatan.append(time.perf_counter() - mulai)
    a, b = (statistics.median(satu) for satu in waktu.values())
    assert abs(a - b) < max(a, b) * 0.25 + 0.002, f"{a * 1000:.2f} ms, {b * 1000:.2f} ms"


def test_too_many_checks_are_slowed_down_and_no_address_is_kept(client, db):
    kode = [client.get(f"/v/{TAK_DIKENAL}/").status_code for _ in range(62)]
    assert kode[:60] == [404] * 60
    assert kode[60:] == [429, 429]
    kunci = b" ".join(cache._cache.get_client().keys("*"))
    assert b"laju" in kunci
    assert b"127.0.0.1" not in kunci


def test_a_file_is_compared_and_not_stored(skp, client, settings, tmp_path):
    dokumen = terbit(skp)
    alamat, asli = f"/v/{dokumen.kode}/", isi(dokumen)
    sebelum = sorted(tmp_path.rglob("*"))

    def unggah(data, **lain):
        return client.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", data), **lain}).content.decode()

    assert "Berkas cocok" in unggah(asli)
    assert "tidak cocok" in unggah(asli + b" ")
    assert "Pilih berkas" in unggah(b"")
    assert "lebih dari 10 MB" in unggah(b"0" * (10 * 1024 * 1024 + 1))
    assert "Berkas cocok" in client.post(alamat, {"sidik": f" {dokumen.sidik.upper()} "}).content.decode()
    for buruk in ("\x00", "9" * 10_000, "१२३", "NaN"):
        assert client.post(alamat, {"sidik": buruk}).status_code == 200
    assert sorted(tmp_path.rglob("*")) == sebelum


def bertanda(asli: bytes, panjang: int | None = None) -> bytes:
    """A made-up signature appended as signers do: its range covers all but its own value."""
    depan = asli + b"\n9 0 obj\n<< /Type /Sig /Contents "
    nilai = b"<" + b"ab" * 100 + b">"
    rentang = b" /ByteRange [0 %010d %010d %010d] >>\nendobj\n%%%%EOF\n"
    belakang = len(depan) + len(nilai)
    ekor = len(rentang % (0, 0, 0))
    return depan + nilai + rentang % (len(depan), belakang, ekor if panjang is None else panjang)


def test_the_signer_brings_the_signed_file_back(skp, client):
    dokumen = terbit(skp)
    tempat = TandaTangan.objects.get(dokumen=dokumen, penanda_tangan=skp.penilai)
    assert tempat.status == StatusTandaTangan.MENUNGGU
    client.force_login(skp.penilai.pengguna)
    alamat = reverse("evaluasi:dokumen-tanda-tangan", args=[dokumen.pk])
    asli = isi(dokumen)
    for buruk in (
        asli,
        asli[:-9] + bertanda(asli)[-400:],
        b"%PDF-1.7",
        bertanda(asli[1:]),
        bertanda(asli, 5),
        b"GIF89a",
    ):
        jawab = client.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", buruk)})
        assert jawab.status_code == 422
        assert TandaTangan.objects.filter(status=StatusTandaTangan.DITANDATANGANI).count() == 0
    baik = bertanda(asli)
    assert client.post(alamat, {"berkas": SimpleUploadedFile("a.pdf", baik)}).status_code == 302
    tempat.refresh_from_db()
    assert (tempat.status, tempat.sidik) == (StatusTandaTangan.DITANDATANGANI, sha256(baik).hexdigest())
    assert tempat.penyedia == ""  # nobody certified it, so nothing is claimed
    assert "Sertifikatnya belum diperiksa" in client.get(f"/evaluasi/dokumen/{dokumen.pk}/").content.decode()
    assert "salinan bertanda tangan" in client.post(f"/v/{dokumen.kode}/", {"sidik": tempat.sidik}).content.decode()
    unduh = client.get(reverse("evaluasi:dokumen-bertanda", args=[tempat.pk]))
    assert b"".join(unduh.streaming_content) == baik


class PenyediaUji:
    """A stand-in for a certified provider behind the port."""

    nama = "Penyedia Uji"

    def periksa(self, isi, asli_sidik):
        from evaluasi.tanda_tangan import Terbukti

        if b"sertifikat" not in isi:
            raise RuleViolation("Sertifikat tidak sah.")
        return Terbukti("penyedia", self.nama, "R-1")


def test_a_certified_provider_plugs_in_by_a_setting(settings):
    settings.PENYEDIA_TANDA_TANGAN = f"{__name__}.PenyediaUji"
    assert check_signed(b"%PDF- sertifikat", asli_sidik="x", asli_ukuran=1).penyedia == "Penyedia Uji"
    with pytest.raises(RuleViolation, match="Sertifikat"):
        check_signed(b"%PDF- tanpa", asli_sidik="x", asli_ukuran=1)


def kerjakan(batch, saat=SAAT) -> None:
    for pk in batch.potongan.values_list("pk", flat=True):
        actions.work_batch_chunk(potongan_id=pk, saat=saat)
    jadwal.bereskan_batch(saat)


def arsip(batch) -> dict[str, bytes]:
    batch.refresh_from_db()
    with batch.berkas.open() as berkas, zipfile.ZipFile(berkas) as isi_zip:
        return {nama: isi_zip.read(nama) for nama in isi_zip.namelist()}


@pytest.fixture
def pesanan(db, monkeypatch, bkpsdm):
    """A batch of three plans in chunks of two."""
    monkeypatch.setattr(batch_actions, "SEPOTONG", 2)
    for _ in range(3):
        buat_kantor(bawahan=1)
    return actions.order_batch(isi=IsiBatch.SKP, unit_id=None, tahun=2026, oleh=bkpsdm[0], saat=SAAT)


def test_a_batch_becomes_one_zip_with_its_report(pesanan):
    kerjakan(pesanan)
    berkas = arsip(pesanan)
    assert len(berkas) == 4
    laporan = berkas.pop("laporan.csv").decode("utf-8-sig")
    assert laporan.count("dibuat") == 3
    for isi_pdf in berkas.values():
        assert sha256(isi_pdf).hexdigest() in laporan
    pesanan.refresh_from_db()
    nama = pesanan.berkas.name
    kerjakan(pesanan)  # again: nothing to do
    pesanan.refresh_from_db()
    assert (pesanan.berkas.name, Dokumen.objects.count()) == (nama, 3)


def test_a_worker_that_dies_loses_and_doubles_nothing(pesanan, monkeypatch):
    class Mati(BaseException):
        pass

    asli, hitung = batch_actions._tutup, []

    def mati(*args, **kwargs):
        hitung.append(1)
        if len(hitung) == 1:
            raise Mati
        return asli(*args, **kwargs)

    monkeypatch.setattr(batch_actions, "_tutup", mati)
    potongan = pesanan.potongan.first()
    with pytest.raises(Mati):
        actions.work_batch_chunk(potongan_id=potongan.pk, saat=SAAT)
    assert Dokumen.objects.count() == 2  # made, the chunk not closed
    jadwal.bereskan_batch(SAAT)
    pesanan.refresh_from_db()
    assert pesanan.selesai_pada is None
    kerjakan(pesanan)
    assert Dokumen.objects.count() == 3
    assert len(arsip(pesanan)) == 4


def test_a_chunk_that_kills_three_workers_is_given_up_and_the_others_go_on(pesanan):
    potongan = pesanan.potongan.first()
    PotonganBatch.objects.filter(pk=potongan.pk).update(percobaan=3)
    kerjakan(pesanan)
    potongan.refresh_from_db()
    assert potongan.status == StatusPotongan.KARANTINA
    laporan = arsip(pesanan)["laporan.csv"].decode("utf-8-sig")
    assert (laporan.count("ditolak"), laporan.count("dibuat")) == (2, 1)


def test_the_zip_goes_when_its_time_is_over(pesanan, client):
    kerjakan(pesanan)
    pesanan.refresh_from_db()
    letak = pesanan.berkas.path
    client.force_login(pesanan.diminta_oleh)
    BatchDokumen.objects.filter(pk=pesanan.pk).update(kedaluwarsa=SAAT)
    assert client.get(reverse("evaluasi:batch-berkas", args=[pesanan.pk])).status_code == 404
    jadwal.bereskan_batch(SAAT + timezone.timedelta(days=8))
    import os

    assert not os.path.exists(letak)


def test_a_pengelola_orders_for_their_unit_only(db, client):
    garis, _ = buat_kantor(bawahan=1)
    lain, _ = buat_kantor(bawahan=1)
    pengelola = PengelolaUnitFactory(unit=garis.unit).pengguna
    with pytest.raises(RuleViolation):
        actions.order_batch(isi=IsiBatch.SKP, unit_id=lain.unit.pk, tahun=2026, oleh=pengelola, saat=timezone.now())
    with pytest.raises(RuleViolation):
        actions.order_batch(isi=IsiBatch.SKP, unit_id=None, tahun=2026, oleh=pengelola, saat=timezone.now())
    client.force_login(pengelola)
    jawab = client.post(reverse("evaluasi:batch-list"), {"isi": "skp", "unit": garis.unit.pk, "tahun": 2026})
    batch = BatchDokumen.objects.get()
    assert jawab.url == reverse("evaluasi:batch-detail", args=[batch.pk])
    assert sum(len(satu.objek) for satu in batch.potongan.all()) == 1
    buruk = client.post(reverse("evaluasi:batch-list"), {"isi": "skp", "unit": lain.unit.pk, "tahun": "1e3"})
    assert buruk.status_code == 422
    pengelola.unit_dikelola.all().delete()
    assert client.get(jawab.url).status_code == 404


def test_the_list_asks_as_much_for_one_paper_as_for_many(skp, bkpsdm, client, django_assert_num_queries):
    client.force_login(bkpsdm[0])
    alamat = reverse("evaluasi:dokumen-list")

    def banyaknya() -> int:
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as tangkap:
            assert client.get(alamat).status_code == 200
        return len(tangkap)

    lama = buat_dokumen(skp, bkpsdm[0])
    banyaknya()
    satu = banyaknya()
    for n in range(2, 8):
        lama = buat_dokumen(skp, bkpsdm[0], str(n) * 26, menggantikan=lama)
    assert banyaknya() == satu
    teks = client.get(alamat, {"status": "valid"}).content.decode()
    assert teks.count("baris-tautan") == 1
    assert client.get(alamat, {"cari": "2" * 26}).content.decode().count("baris-tautan") == 1
    ekspor = client.get(alamat, {"status": "digantikan", "ekspor": "csv"}).content.decode("utf-8-sig")
    assert ekspor.count("Digantikan") == 6


@pytest.mark.parametrize(
    ("nama", "samar"),
    [
        ("Siti Rahmawati", "S*** R***"),
        ("Lalu  Ahmad bin Umar Al-Fatih", "L*** A*** B***"),
        ("X", "X***"),
        ("", "***"),
        ("123", "***"),
        ("I'in", "I***"),
    ],
)
def test_a_name_is_masked_to_its_first_letters(nama, samar):
    assert samarkan(nama) == samar


@pytest.mark.parametrize("teks", ["", None, "A" * 25, "A" * 27, "9" * 26, "\x00" * 26, "А" * 26, "A" * 10_000])
def test_what_cannot_be_a_code_is_none(teks):
    assert baca_kode(teks) == ""
    assert baca_sidik(teks) == ""
