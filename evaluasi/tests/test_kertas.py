"""The forms of PermenPANRB 6/2022: all headings in order, all rows, on every page; the same data the same bytes."""

import io
import re

import pytest
from pypdf import PdfReader

from evaluasi import actions
from evaluasi.actions.hitung import _hitung_semua
from evaluasi.models import Evaluasi
from evaluasi.pilihan import PredikatOrganisasi, Tahap
from evaluasi.rekap.kertas import bentuk_kertas, kertas_skp
from evaluasi.rekap.kertas_evaluasi import baca_evaluasi, baca_skp, dokumen_evaluasi, garis_pola, kertas_evaluasi
from evaluasi.tests.factories import (
    HasilKerjaFactory,
    IndikatorFactory,
    KinerjaOrganisasiFactory,
    LembarFactory,
    PeriodeFactory,
    RealisasiFactory,
    SiklusFactory,
    buat_kantor,
    tetapkan,
    wita,
)
from kinerja.aturan import NILAI_DASAR
from kinerja.aturan.bentuk import BENTUK
from kinerja.models import SKP, Indikator, LampiranSKP, Realisasi
from kinerja.pilihan import JenisLampiran, Pendekatan, Perspektif
from mataram_asn.kit.kata import tulis_nip
from mataram_asn.kit.pdf import pdf_dari_templat
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import JenisJabatan
from pegawai.tests.factories import JabatanFactory, PenempatanFactory

SAAT = wita(2027, 1, 20, 9)


@pytest.fixture
def kantor(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return buat_kantor(bawahan=1)


def cetak(kertas) -> list[str]:
    """The text of each page, blanks as one."""
    isi = pdf_dari_templat(kertas.templat, kertas.konteks)
    return [re.sub(r"\s+", " ", satu.extract_text()) for satu in PdfReader(io.BytesIO(isi)).pages]


def berurutan(teks: str, *kata: str) -> None:
    letak = 0
    for satu in kata:
        di = teks.find(satu, letak)
        assert di >= 0, f"{satu!r} tidak ada sesudah {teks[max(0, letak - 80) : letak]!r}"
        letak = di + len(satu)


def evaluasi_terbit(skp, **penilaian) -> Evaluasi:
    siklus = SiklusFactory(tahap=Tahap.TERBIT, periode=PeriodeFactory())
    lembar = LembarFactory(siklus=siklus, skp=skp)
    tetapkan(lembar, **penilaian)
    baru, tolak = _hitung_semua([lembar.pk], SAAT)
    assert not tolak
    (evaluasi,) = Evaluasi.objects.bulk_create(baru)
    return baca_evaluasi(evaluasi.pk)


def ganti(skp, pendekatan=Pendekatan.KUANTITATIF, jabatan=None) -> SKP:
    SKP.objects.filter(pk=skp.pk).update(pendekatan=pendekatan)
    if jabatan:
        skp.jabatan.jenis = jabatan
        skp.jabatan.save(update_fields=["jenis"])
    Indikator.objects.filter(hasil__skp=skp).update(perspektif=Perspektif.PROSES_BISNIS)
    return baca_skp(skp.pk)


KOLOM = {
    "kuantitatif": (
        ("PEGAWAI YANG DINILAI", "PEJABAT PENILAI KINERJA"),
        (
            "No",
            "Rencana hasil kerja pimpinan yang diintervensi",
            "Rencana hasil kerja",
            "Aspek",
            "Indikator kinerja individu",
            "Target",
        ),
    ),
    "kuantitatif-jpt": (
        ("PEGAWAI YANG DINILAI",),
        ("No", "Rencana hasil kerja", "Indikator kinerja individu", "Target", "Perspektif"),
    ),
    "kualitatif-jpt": (
        ("PEGAWAI YANG DINILAI",),
        (
            "No",
            "Rencana hasil kerja",
            "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif",
            "perspektif proses bisnis",
        ),
    ),
    "kualitatif": (
        ("PEGAWAI YANG DINILAI",),
        ("No", "Rencana hasil kerja", "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target"),
    ),
}


@pytest.mark.parametrize(
    ("bentuk", "pendekatan", "jabatan"),
    [
        ("kuantitatif", Pendekatan.KUANTITATIF, JenisJabatan.PELAKSANA),
        ("kuantitatif-jpt", Pendekatan.KUANTITATIF, JenisJabatan.JPT_PRATAMA),
        ("kualitatif-jpt", Pendekatan.KUALITATIF, JenisJabatan.JPT_PRATAMA),
        ("kualitatif", Pendekatan.KUALITATIF, JenisJabatan.PELAKSANA),
    ],
)
def test_each_form_of_the_plan_has_its_columns_in_order(kantor, bentuk, pendekatan, jabatan):
    skp = ganti(kantor[1][0], pendekatan, jabatan)
    HasilKerjaFactory(skp=skp, tambahan=True, uraian="Tugas tambahan khusus")
    assert bentuk_kertas(skp).nama == bentuk
    teks = " ".join(cetak(kertas_skp(skp)))
    kepala, kolom = KOLOM[bentuk]
    berurutan(
        teks, "SASARAN KINERJA PEGAWAI", "Pemerintah Kota Mataram", "PERIODE PENILAIAN", "1 Januari 2026", *kepala
    )
    berurutan(
        teks, "Nama", skp.pegawai.nama_lengkap, "NIP", "Pangkat/gol. ruang", "Jabatan", "Unit kerja", "HASIL KERJA"
    )
    berurutan(teks, *kolom)
    berurutan(teks, "A. Utama", "B. Tambahan", "Tugas tambahan khusus", "PERILAKU KERJA", "Ekspektasi khusus pimpinan")
    for indikator in Indikator.objects.filter(hasil__skp=skp):
        assert indikator.uraian in teks
    assert ("Aspek" in teks) == (bentuk == "kuantitatif")
    berurutan(teks, "Pegawai yang dinilai,", "Mataram,", "Pejabat penilai kinerja,")
    assert "realisasi" not in teks.lower()


def test_the_four_forms_are_all_there_are():
    assert {satu.kunci for satu in BENTUK.values()} == set(KOLOM)


def test_the_conduct_block_has_seven_values_with_three_guidelines_each(kantor):
    teks = " ".join(cetak(kertas_skp(baca_skp(kantor[1][0].pk))))
    for nilai, panduan in NILAI_DASAR.items():
        berurutan(teks, nilai.label, *panduan)


def test_the_annex_has_its_three_numbered_lists(kantor):
    skp = kantor[1][0]
    LampiranSKP.objects.filter(skp=skp).delete()
    for jenis in (JenisLampiran.SUMBER_DAYA, JenisLampiran.KONSEKUENSI):
        for n in (1, 2):
            LampiranSKP.objects.create(skp=skp, jenis=jenis, urutan=n, uraian=f"Butir {jenis} nomor {n}")
    teks = " ".join(cetak(kertas_skp(baca_skp(skp.pk))))
    berurutan(
        teks,
        "LAMPIRAN SASARAN KINERJA PEGAWAI",
        "DUKUNGAN SUMBER DAYA",
        "1 Butir dukungan_sumber_daya nomor 1",
        "2 Butir dukungan_sumber_daya nomor 2",
        "SKEMA PERTANGGUNGJAWABAN",
        "Belum diisi",
        "KONSEKUENSI",
        "1 Butir konsekuensi nomor 1",
        "Pejabat penilai kinerja,",
    )


def test_thirty_indicators_run_over_pages_with_their_headings(kantor):
    skp = baca_skp(kantor[1][0].pk)
    hasil = skp.hasil.first()
    for n in range(30):
        IndikatorFactory(hasil=hasil, uraian=f"Butir ke-{n:02d} {'dokumen yang selesai tepat waktu ' * 3}", bobot=None)
    halaman = cetak(kertas_skp(skp))
    isi = [satu for satu in halaman if "Butir ke-" in satu]
    assert len(isi) >= 2
    assert all("Rencana hasil kerja pimpinan yang diintervensi" in satu for satu in isi)
    semua = " ".join(halaman)
    assert all(semua.count(f"Butir ke-{n:02d}") == 1 for n in range(30))


def test_the_evaluation_has_organisation_pattern_realisasi_feedback_and_ratings(kantor):
    garis, (skp,) = kantor
    KinerjaOrganisasiFactory(unit=garis.unit, periode=PeriodeFactory(), predikat=PredikatOrganisasi.BAIK)
    halaman = cetak(kertas_evaluasi(evaluasi_terbit(skp)))
    teks = " ".join(halaman)
    berurutan(
        teks,
        "EVALUASI KINERJA PEGAWAI PERIODIK",
        "CAPAIAN KINERJA ORGANISASI",
        "Baik",
        "POLA DISTRIBUSI",
        "Baik paling banyak 70 %",
        "HASIL KERJA",
        "Target",
        "Realisasi berdasarkan bukti dukung",
        "Umpan balik berkelanjutan berdasarkan bukti dukung",
        "A. Utama",
        "45 dokumen",
        "B. Tambahan",
        "RATING HASIL KERJA",
        "Sesuai ekspektasi",
        "PERILAKU KERJA",
        "Umpan balik berkelanjutan berdasarkan bukti dukung",
        "RATING PERILAKU KERJA",
        "Sesuai ekspektasi",
        "PREDIKAT KINERJA PEGAWAI",
        "Baik",
        "Pejabat penilai kinerja,",
    )
    assert "Pegawai yang dinilai," not in teks  # the evaluation is signed by the assessor alone
    assert "Mendukung" not in teks


def test_the_document_has_its_seven_blocks(kantor):
    garis, (skp,) = kantor
    teks = " ".join(cetak(dokumen_evaluasi(evaluasi_terbit(skp))))
    berurutan(
        teks,
        "1 PEGAWAI YANG DINILAI",
        skp.pegawai.nama_lengkap,
        "2 PEJABAT PENILAI KINERJA",
        garis.atasan.nama_lengkap,
        "3 ATASAN PEJABAT PENILAI KINERJA",
        "4 EVALUASI KINERJA",
        "Capaian kinerja organisasi",
        "Predikat kinerja pegawai",
        "Baik",
        "5 CATATAN/REKOMENDASI",
        "menurut bukti",
    )
    assert "6. Mataram, 8 Januari 2027" in teks
    assert "7. Diterima, 15 Januari 2027" in teks


def test_a_rating_that_accepted_the_suggestion_stands_on_the_form_too(kantor):
    """45 of 50 suggests sesuai and the assessor left it so: the column says the rating, not a dash."""
    evaluasi = evaluasi_terbit(kantor[1][0])
    (baris,) = [satu for satu in evaluasi.masukan["indikator"] if satu["realisasi"]]
    assert not baris["rating"]  # the control: what is stored is that nobody chose another
    kertas = kertas_evaluasi(evaluasi)
    ditulis = [b for bagian in kertas.konteks["bagian"] for hasil in bagian.hasil for b in hasil.indikator]
    assert [satu.rating for satu in ditulis if satu.realisasi.startswith("45 dokumen")] == ["Sesuai ekspektasi"]


@pytest.mark.parametrize("wakil", [True, False])
def test_who_leads_as_acting_holder_signs_as_such_and_else_by_their_own_post(kantor, wakil):
    garis, (skp,) = kantor
    atasan = garis.atasan
    Penempatan.objects.filter(pegawai=atasan).delete()
    PenempatanFactory(pegawai=atasan, jabatan=JabatanFactory(nama="Kepala Seksi Rekaan"))
    di = garis.jabatan_kepala if wakil else JabatanFactory(nama="Kepala Bidang Lain")
    PenempatanFactory(plt=True, pegawai=atasan, jabatan=di)
    teks = " ".join(cetak(kertas_skp(baca_skp(skp.pk))))
    assert ("Plt. " in teks) == wakil
    assert f"Plt. {garis.jabatan_kepala} (definitif: Kepala Seksi Rekaan)" in teks or not wakil
    assert "Kepala Seksi Rekaan" in teks


def test_an_assessor_who_is_no_civil_servant_has_no_nip_line(kantor):
    garis, (skp,) = kantor
    Pegawai.objects.filter(pk=garis.atasan.pk).update(jenis="non_asn", nip=None, golongan="")
    teks = " ".join(cetak(kertas_skp(baca_skp(skp.pk))))
    akhir = teks.split("Pejabat penilai kinerja,")[1]
    assert garis.atasan.nama in akhir
    assert "NIP" not in akhir.split(garis.atasan.nama)[1][:20]
    assert f"NIP {tulis_nip(skp.pegawai.nip)}" in teks  # the control: who has one keeps it


@pytest.mark.parametrize(("kali", "terpotong"), [(1, 0), (8, 1)], ids=["short", "long"])
def test_only_a_long_row_may_be_cut_by_the_end_of_a_page(kantor, kali, terpotong):
    skp = kantor[1][0]
    satu = Indikator.objects.filter(hasil__skp=skp).first()
    Indikator.objects.filter(pk=satu.pk).update(uraian="dokumen yang selesai tepat waktu dan lengkap " * kali)
    bagian = kertas_skp(baca_skp(skp.pk)).konteks["bagian"]
    assert sum(b.panjang for satu in bagian for hasil in satu.hasil for b in hasil.indikator) == terpotong


@pytest.mark.parametrize(
    ("organisasi", "puncak"),
    [("istimewa", 4), ("baik", 3), ("butuh_perbaikan", 2), ("kurang", 1), ("sangat_kurang", 0)],
)
def test_the_curve_peaks_where_the_pattern_says(organisasi, puncak):
    from evaluasi.aturan import KETENTUAN_BAWAAN, KetentuanPenilaian
    from pegawai.pilihan import JenisKetentuan

    ketentuan = KetentuanPenilaian.dari(KETENTUAN_BAWAAN[JenisKetentuan.PENILAIAN][0])
    pola = garis_pola(PredikatOrganisasi(organisasi), ketentuan)
    tinggi = [y for _, y in pola["titik"]]
    assert tinggi.index(min(tinggi)) == puncak
    assert pola["kalimat"]


JAHAT = ["<script>alert(1)</script><b>x</b>", "kata" * 2500, "\u202eterbalik", "{{ 7|add:7 }} {% now 'Y' %}"]


@pytest.mark.parametrize("teks", JAHAT, ids=["markup", "10k", "rtl", "templat"])
def test_text_of_people_stays_text_in_every_paper(kantor, teks):
    skp = kantor[1][0]
    Indikator.objects.filter(hasil__skp=skp).update(uraian=teks)
    skp.hasil.update(uraian=teks)
    halaman = cetak(kertas_skp(baca_skp(skp.pk)))
    semua = "".join(halaman).replace(" ", "")
    if teks.isascii():
        assert semua.count(teks.replace(" ", "")[:60]) >= 2


def test_the_paper_says_what_was_judged_then_not_what_stands_there_now(kantor):
    evaluasi = evaluasi_terbit(kantor[1][0])
    sebelum = cetak(kertas_evaluasi(evaluasi))
    for satu in Realisasi.objects.all():
        RealisasiFactory(indikator=satu.indikator, periode=satu.periode, nilai=1, uraian="diubah kemudian")
    assert cetak(kertas_evaluasi(baca_evaluasi(evaluasi.pk))) == sebelum


def test_print_page_and_pdf_come_from_one_template(kantor, client):
    skp = kantor[1][0]
    client.force_login(skp.pegawai.pengguna)
    halaman = client.get(f"/evaluasi/cetak/skp/{skp.pk}/").content.decode()
    assert "css/kertas.css" in halaman
    assert "style=" not in halaman
    kertas = kertas_skp(baca_skp(skp.pk))
    assert all(indikator.uraian in halaman for indikator in Indikator.objects.filter(hasil__skp=skp))
    dokumen = actions.issue_document(kertas=kertas, oleh=skp.pegawai.pengguna, saat=SAAT)
    with dokumen.berkas.open() as isi:
        teks = " ".join(re.sub(r"\s+", " ", satu.extract_text()) for satu in PdfReader(isi).pages)
    assert dokumen.kode_tampil in teks
    assert "Belum ditandatangani secara elektronik" in teks
