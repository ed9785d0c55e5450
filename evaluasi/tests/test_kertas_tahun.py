"""The papers of a year of several parts: what stands on them, when they give way, and their place in a batch."""

import io
from datetime import date

import pytest
from django.urls import reverse
from pypdf import PdfReader

from evaluasi import actions
from evaluasi.actions import batch as modul
from evaluasi.actions.hitung import _evaluasi
from evaluasi.actions.tahun import set_year
from evaluasi.models import BatchDokumen, Dokumen, Evaluasi, EvaluasiTahunan
from evaluasi.pilihan import IsiBatch, JenisDokumen, StatusDokumen
from evaluasi.rekap import masukan_lembar
from evaluasi.rekap.kertas_tahun import baca_tahun, dokumen_tahun, kertas_tahun
from evaluasi.tests.contoh_tahun import buat_tahun
from evaluasi.tests.factories import wita
from evaluasi.tests.test_kertas import berurutan, cetak
from evaluasi.tests.test_tahun import SAAT
from mataram_asn.kit.kata import tulis_angka
from pegawai.tests.factories import buat_bkpsdm


@pytest.fixture
def tahun(db, settings, tmp_path):
    """A year of 181 and 184 days in two offices, brought together with a reason."""
    settings.MEDIA_ROOT = tmp_path
    tahun = buat_tahun(pindah=date(2026, 7, 1))
    tahun.hasil = tahun.terbitkan()
    tahun.gabungan = set_year(
        siklus_id=tahun.siklus.pk, pegawai_id=tahun.orang.pk, oleh=tahun.penilai.pengguna, saat=SAAT,
        rating_perilaku="di_atas", alasan_perilaku="Teladan pada kedua unit.",
    )  # fmt: skip
    return tahun


def test_the_form_has_the_parts_with_days_assessors_and_indices_and_the_year(tahun):
    isi = " ".join(cetak(kertas_tahun(baca_tahun(tahun.gabungan.pk))))
    awal, akhir = tahun.hasil
    berurutan(
        isi,
        "EVALUASI KINERJA PEGAWAI TAHUNAN", "1 Januari 2026 sampai 31 Desember 2026",
        "PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA", tahun.penilai.nama,
        "CAPAIAN KINERJA ORGANISASI", "POLA DISTRIBUSI",
        "BAGIAN TAHUN",
        "181", awal.penilai.nama, tulis_angka(awal.indeks_hasil),
        "184", akhir.penilai.nama, tulis_angka(akhir.indeks_hasil),
        "365", tulis_angka(tahun.gabungan.indeks_hasil),
        "HASIL KERJA, BAGIAN 1", "45", "HASIL KERJA, BAGIAN 2", "60",
        "RATING HASIL KERJA SETAHUN", "PERILAKU KERJA", "RATING PERILAKU KERJA SETAHUN", "Teladan pada kedua unit.",
        "PREDIKAT KINERJA PEGAWAI", "Pejabat penilai kinerja,", tahun.penilai.nama,
    )  # fmt: skip


def test_the_document_has_its_seven_blocks_and_a_line_a_part(tahun):
    isi = " ".join(cetak(dokumen_tahun(baca_tahun(tahun.gabungan.pk))))
    berurutan(
        isi, "DOKUMEN EVALUASI KINERJA PEGAWAI", "1 PEGAWAI YANG DINILAI", "2 PEJABAT PENILAI KINERJA",
        "3 ATASAN PEJABAT PENILAI KINERJA", "4 EVALUASI KINERJA", "Bagian 1, 181 hari", "Bagian 2, 184 hari",
        "Predikat kinerja pegawai setahun", tahun.gabungan.get_predikat_display(),
        "5 CATATAN/REKOMENDASI", "Teladan pada kedua unit.",
    )  # fmt: skip


def koreksi(tahun) -> None:
    """The second part corrected, as a decided objection leaves it, and followed by the year."""
    tahun.lembar[1].nilai_perilaku.update(rating="di_bawah")
    [(lembar, masukan)] = masukan_lembar([tahun.lembar[1].pk])
    baru = _evaluasi(lembar, masukan, wita(2027, 2, 1))
    baru.menggantikan = tahun.hasil[1]
    baru.save()
    assert actions.follow_corrections(saat=wita(2027, 2, 1)) == 1


def test_they_are_issued_once_and_give_way_when_the_year_changes(tahun, client):
    client.force_login(tahun.orang.pengguna)
    for jenis in ("tahun", "dokumen-tahun"):
        assert client.get(reverse(f"evaluasi:cetak-{jenis}", args=[tahun.gabungan.pk])).status_code == 200
        for _ in range(2):
            client.post(reverse(f"evaluasi:terbit-{jenis}", args=[tahun.gabungan.pk]))
    assert sorted(Dokumen.objects.values_list("jenis", flat=True)) == ["dokumen_tahun", "evaluasi_tahun"]
    assert {satu.status for satu in Dokumen.objects.berstatus()} == {StatusDokumen.VALID}
    assert Dokumen.objects.get(jenis=JenisDokumen.EVALUASI_TAHUN).tanda_tangan.count() == 1
    koreksi(tahun)
    assert EvaluasiTahunan.objects.count() == 2
    assert {satu.status for satu in Dokumen.objects.berstatus()} == {StatusDokumen.DIGANTIKAN}
    kode = Dokumen.objects.first().kode
    assert "Digantikan" in client.get(reverse("verifikasi", args=[kode])).content.decode()


def test_a_batch_of_the_last_unit_has_the_year_and_that_of_the_first_only_its_part(tahun):
    def dipesan(unit) -> list[str]:
        batch = actions.order_batch(
            isi=IsiBatch.EVALUASI, unit_id=unit.pk, siklus=tahun.siklus, tahun=2026, oleh=oleh, saat=SAAT
        )
        return [jenis for potongan in batch.potongan.order_by("urutan") for jenis, _ in potongan.objek]

    oleh = buat_bkpsdm()
    assert dipesan(tahun.hasil[0].skp.unit) == ["evaluasi", "dokumen_evaluasi"]
    assert dipesan(tahun.hasil[1].skp.unit) == ["evaluasi", "dokumen_evaluasi", "evaluasi_tahun", "dokumen_tahun"]
    batch = BatchDokumen.objects.order_by("pk").last()
    for potongan in batch.potongan.all():
        modul.work_batch_chunk(potongan_id=potongan.pk, saat=SAAT)
    assert [satu["alasan"] for potongan in batch.potongan.all() for satu in potongan.hasil] == [""] * 4


def test_the_explanation_as_pdf_has_the_year_and_every_part_with_its_root(tahun, client):
    client.force_login(tahun.orang.pengguna)
    assert client.get(reverse("evaluasi:tahun-jejak", args=[tahun.gabungan.pk])).status_code == 200
    jawab = client.get(reverse("evaluasi:tahun-jejak-pdf", args=[tahun.gabungan.pk]))
    assert jawab["Content-Type"] == "application/pdf"
    isi = " ".join(satu.extract_text() for satu in PdfReader(io.BytesIO(jawab.content)).pages)
    rapat = "".join(isi.split())
    berurutan(" ".join(isi.split()), "Jejak angka setahun", "Jejak angka bagian 1", "Jejak angka bagian 2")
    for satu in (tahun.gabungan, *tahun.hasil):
        assert satu.akar in rapat


def test_an_assessor_of_one_part_reads_only_that_part_in_it(tahun, client):
    lama, baru = tahun.garis[0].atasan, tahun.penilai
    client.force_login(baru.pengguna)
    jawab = client.get(reverse("evaluasi:tahun-jejak", args=[tahun.gabungan.pk]))
    terlihat = set(Evaluasi.objects.visible_to(baru.pengguna).values_list("akar", flat=True))
    for satu in tahun.hasil:
        assert (f"{satu.akar}</span>" in jawab.content.decode()) == (satu.akar in terlihat)
    client.force_login(lama.pengguna)
    assert client.get(reverse("evaluasi:tahun-jejak", args=[tahun.gabungan.pk])).status_code == 404
