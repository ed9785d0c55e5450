"""Angka kredit from SIASN: own export changes nothing, history feeds the accumulation, a load can be undone."""

import csv
import io
import json
import uuid
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook

from evaluasi import impor
from evaluasi.aturan.siasn import KOLOM
from evaluasi.models import ImporKinerja
from kinerja.tests.factories import SAAT
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai
from pegawai.tests.factories import buat_bkpsdm
from talenta import actions
from talenta.aturan.siasn import jenjang_dari_nama
from talenta.impor import BENTUK
from talenta.models import RiwayatAngkaKredit
from talenta.rekap import angka_kredit_pegawai
from talenta.rekap.kertas import kertas_akumulasi, kertas_penetapan
from talenta.rekap.masa import riwayat_berlaku
from talenta.tests.factories import buat_hasil
from talenta.tests.test_angka_kredit import buat_fungsional
from talenta.tests.test_kertas_ak import HARI, teks

NAMA = KOLOM["angkakredit"]


@pytest.fixture
def bkpsdm(db):
    return buat_bkpsdm()


@pytest.fixture
def garis(db, bkpsdm):
    """Two functional employees with a PNS ID and the conversion of 2025; in their pangkat since April 2023."""
    garis = buat_fungsional()
    for satu in garis.bawahan:
        Pegawai.objects.filter(pk=satu.pk).update(tmt_golongan=date(2023, 4, 1), siasn_id=uuid.uuid4())
        satu.refresh_from_db()
    actions.convert_year(tahun=2025, oleh=bkpsdm, saat=SAAT)
    return garis


@pytest.fixture
def orang(garis):
    return garis.bawahan[0]


def baris(orang: Pegawai, **ganti) -> dict:
    """A year of conversion at another agency: 2024, Sangat Baik."""
    isi = dict.fromkeys(NAMA, "") | {
        "id": "A-1", "pns": str(orang.siasn_id), "nomorSk": "800/12/PAK/2024", "tanggalSk": "15-01-2025",
        "bulanMulaiPenailan": "1", "tahunMulaiPenailan": "2024", "bulanSelesaiPenailan": "12",
        "tahunSelesaiPenailan": "2024", "kreditUtamaBaru": "18.75", "kreditPenunjangBaru": "0",
        "kreditBaruTotal": "18.75", "namaJabatan": "Analis Kebijakan Ahli Pertama", "isAngkaKreditPertama": "0",
        "isIntegrasi": "0", "isKonversi": "1", "path": "null", "Sumber": "SIASN",
    }  # fmt: skip
    return isi | ganti


INTEGRASI = {
    "isKonversi": "0", "isIntegrasi": "1", "tahunMulaiPenailan": "2020", "tahunSelesaiPenailan": "2023",
    "kreditUtamaBaru": "30", "kreditPenunjangBaru": "3,5", "kreditBaruTotal": "33,5",
}  # fmt: skip


def berkas(*daftar: dict) -> bytes:
    keluar = io.StringIO()
    tulis = csv.DictWriter(keluar, NAMA)
    tulis.writeheader()
    tulis.writerows(daftar)
    return keluar.getvalue().encode()


def periksa(isi: bytes, oleh, nama="a.csv") -> ImporKinerja:
    return impor.check_exchange(jenis="angkakredit", nama=nama, isi=isi, oleh=oleh, saat=SAAT, bentuk=BENTUK)


def muat(isi: bytes, oleh, nama="a.csv") -> ImporKinerja:
    return impor.confirm_exchange(impor_id=periksa(isi, oleh, nama).pk, oleh=oleh, saat=SAAT, bentuk=BENTUK)


def unduh(client, bkpsdm, tahun: int, bentuk: str) -> bytes:
    client.force_login(bkpsdm)
    return client.get(reverse("pertukaran"), {"jenis": "angkakredit", "tahun": tahun, "ekspor": bentuk}).content


def ubah(isi: bytes, bentuk: str, lama: str, baru: str) -> bytes:
    """One figure of an exported file changed, as the control."""
    if bentuk == "json":
        daftar = json.loads(isi)
        daftar[0] |= {"kreditUtamaBaru": baru, "kreditBaruTotal": baru}
        return json.dumps(daftar).encode()
    return isi.replace(lama.encode(), baru.encode(), 2)


@pytest.mark.parametrize("bentuk", ["csv", "xlsx", "json"])
def test_importing_our_own_export_changes_nothing(garis, bkpsdm, client, bentuk):
    isi = unduh(client, bkpsdm, 2025, bentuk)
    hasil = periksa(isi, bkpsdm, f"a.{bentuk}")
    assert hasil.jumlah == {"sama": 2}
    impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT, bentuk=BENTUK)
    assert not RiwayatAngkaKredit.objects.exists()


@pytest.mark.parametrize("bentuk", ["csv", "json"])
def test_a_changed_row_of_our_own_export_is_seen_and_refused(garis, bkpsdm, client, bentuk):
    isi = ubah(unduh(client, bkpsdm, 2025, bentuk), bentuk, "12.500", "12.501")
    assert periksa(isi, bkpsdm, f"a.{bentuk}").jumlah == {"ditolak": 1, "sama": 1}


@pytest.mark.parametrize("bentuk", ["csv", "xlsx", "json"])
def test_history_comes_out_again_unchanged(orang, bkpsdm, client, bentuk):
    tanpa_jenjang = baris(orang, **INTEGRASI, namaJabatan="null", nomorSk="123456789012345")
    ganjil = baris(orang, kreditUtamaBaru="18.74321", kreditBaruTotal="18.74321")
    assert muat(berkas(ganjil, tanpa_jenjang), bkpsdm).jumlah == {"baru": 2}
    for tahun in (2023, 2024):
        isi = unduh(client, bkpsdm, tahun, bentuk)
        assert periksa(isi, bkpsdm, f"a.{bentuk}").jumlah == {"sama": 1}


def test_the_same_file_twice_changes_nothing_and_a_changed_one_supersedes(garis, bkpsdm):
    isi = berkas(*map(baris, garis.bawahan))
    muat(isi, bkpsdm)
    assert periksa(isi, bkpsdm).jumlah == {"sama": 2}
    satu, lain = garis.bawahan
    ganti = baris(satu, kreditUtamaBaru="12,5", kreditBaruTotal="12,5")
    hasil = muat(berkas(ganti, baris(lain)), bkpsdm)
    assert hasil.jumlah == {"berubah": 1, "sama": 1}
    assert RiwayatAngkaKredit.objects.berlaku().get(pegawai=satu).angka == Decimal("12.5")
    impor.undo_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT, bentuk=BENTUK)
    assert RiwayatAngkaKredit.objects.berlaku().get(pegawai=satu).angka == Decimal("18.75")


def test_it_feeds_the_sums_the_page_and_the_papers_and_goes_again(orang, bkpsdm, client):
    sebelum = angka_kredit_pegawai(orang, HARI).kumpulan.jumlah  # 50 + 12,5
    hasil = muat(berkas(baris(orang), baris(orang, **INTEGRASI)), bkpsdm)
    ak = angka_kredit_pegawai(orang, HARI)
    assert ak.kumpulan.jumlah - sebelum == Fraction("52.25")
    assert ak.lama_siasn == Fraction("33.5")
    akumulasi, penetapan = teks(kertas_akumulasi(ak)), teks(kertas_penetapan(ak))
    assert "menurut SIASN" in akumulasi
    assert "31,25" in akumulasi  # 18,75 + 12,50
    assert "Angka kredit jabatan fungsional lama 33,50 0,00 33,50" in penetapan
    assert "konversi dari predikat kinerja 18,75 12,50 31,25" in penetapan
    assert "114,75" in penetapan
    client.force_login(bkpsdm)
    assert "800/12/PAK/2024" in client.get(reverse("talenta:angka-kredit", args=[orang.pk])).content.decode()
    impor.undo_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT, bentuk=BENTUK)
    assert angka_kredit_pegawai(orang, HARI).kumpulan.jumlah == sebelum


@pytest.mark.parametrize(
    "ganti",
    [{"namaJabatan": "Perawat Terampil"}, {**INTEGRASI, "tahunSelesaiPenailan": "2022"}],
    ids=["another jenjang", "before the present pangkat"],
)
def test_what_is_of_another_jenjang_or_pangkat_does_not_count(orang, bkpsdm, ganti):
    if "isIntegrasi" not in ganti:
        ganti |= {"kreditUtamaBaru": "5", "kreditBaruTotal": "5"}
    sebelum = angka_kredit_pegawai(orang, HARI).kumpulan.jumlah
    assert muat(berkas(baris(orang, **ganti)), bkpsdm).jumlah == {"baru": 1}
    assert angka_kredit_pegawai(orang, HARI).kumpulan.jumlah == sebelum


def test_a_conversion_of_this_system_made_later_stands_above(garis, orang, bkpsdm):
    muat(berkas(baris(orang)), bkpsdm)
    assert riwayat_berlaku([orang.pk])[orang.pk]
    buat_hasil(orang, garis.atasan, 2024)
    actions.convert_year(tahun=2024, oleh=bkpsdm, saat=SAAT)
    assert not riwayat_berlaku([orang.pk])
    assert angka_kredit_pegawai(orang, HARI).kumpulan.konversi == 25


def test_a_load_refuses_when_the_year_was_converted_since(garis, orang, bkpsdm):
    hasil = periksa(berkas(baris(orang)), bkpsdm)
    buat_hasil(orang, garis.atasan, 2024)
    actions.convert_year(tahun=2024, oleh=bkpsdm, saat=SAAT)
    with pytest.raises(RuleViolation, match="Sementara itu"):
        impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT, bentuk=BENTUK)
    assert not RiwayatAngkaKredit.objects.exists()


def test_two_years_of_predikat_are_read_from_siasn_too(orang, bkpsdm):
    """Without the loaded year, whether the last two were at least Baik is not known."""
    isi = dict.fromkeys(KOLOM["skp22"], "") | {
        "hasilKinerjaNilai": "1", "PerilakuKerjaNilai": "1", "KuadranKinerjaNilai": "1",
        "pnsDinilaiId": str(orang.siasn_id), "tahun": "2024",
    }  # fmt: skip
    keluar = io.StringIO()
    tulis = csv.DictWriter(keluar, KOLOM["skp22"])
    tulis.writeheader()
    tulis.writerow(isi)
    berkas_skp = impor.check_exchange(
        jenis="skp22", nama="a.csv", isi=keluar.getvalue().encode(), oleh=bkpsdm, saat=SAAT
    )
    muat(berkas(baris(orang), baris(orang, **INTEGRASI)), bkpsdm)
    assert angka_kredit_pegawai(orang, HARI).pangkat.pangkat_terpenuhi is None
    impor.confirm_exchange(impor_id=berkas_skp.pk, oleh=bkpsdm, saat=SAAT)
    assert angka_kredit_pegawai(orang, HARI).pangkat.pangkat_terpenuhi is True


BURUK = [
    ({"pns": ""}, "kosong"),
    ({"pns": "null"}, "kosong"),
    ({"pns": "199001012015011901"}, "UUID"),
    ({"pns": str(uuid.UUID(int=1))}, "belum ada"),
    ({"bulanMulaiPenailan": "13"}, "1 sampai 12"),
    ({"bulanMulaiPenailan": "１"}, "1 sampai 12"),
    ({"tahunMulaiPenailan": "2025", "tahunSelesaiPenailan": "2024"}, "sebelum mulai"),
    ({"tahunSelesaiPenailan": "1e3"}, "bilangan"),
    ({"tahunMulaiPenailan": "2023"}, "satu tahun"),
    ({"kreditBaruTotal": "18.76"}, "bukan jumlah"),
    ({"kreditBaruTotal": "NaN"}, "harus angka"),
    ({"kreditBaruTotal": "1.875E+01"}, "harus angka"),
    ({"kreditBaruTotal": "-1"}, "harus angka"),
    ({"kreditBaruTotal": "18-12-2024"}, "tanggal"),
    ({"kreditBaruTotal": ""}, "harus angka"),
    ({"kreditUtamaBaru": "1875", "kreditBaruTotal": "1875"}, "paling banyak 18,75"),
    ({"isIntegrasi": "1"}, "satu saja"),
    ({"isKonversi": "2"}, "ya atau tidak"),
    ({"tanggalSk": "45292"}, "bukan tanggal"),
    ({"tanggalSk": "30-02-2025"}, "bukan tanggal"),
    ({"nomorSk": "=1+1"}, "rumus"),
    ({"nomorSk": "a\u202eb"}, "tidak terlihat"),
    ({"tahunMulaiPenailan": "2025", "tahunSelesaiPenailan": "2025"}, "sudah mengonversi"),
]


@pytest.mark.parametrize(("ganti", "kata"), BURUK)
def test_a_bad_row_gets_a_sentence_and_the_good_one_beside_it_stays(garis, bkpsdm, ganti, kata):
    satu, lain = garis.bawahan
    hasil = periksa(berkas(baris(satu, **ganti), baris(lain)), bkpsdm)
    assert hasil.jumlah == {"ditolak": 1, "baru": 1}
    assert kata in " ".join(hasil.baris[0]["catatan"])


def test_a_nip_never_finds_anybody(orang, bkpsdm):
    Pegawai.objects.filter(pk=orang.pk).update(siasn_id=None)
    assert periksa(berkas(baris(orang)), bkpsdm).jumlah == {"ditolak": 1}


def test_a_month_counts_once_in_a_file_and_beside_what_is_stored(orang, bkpsdm):
    paruh = {"kreditUtamaBaru": "5", "kreditBaruTotal": "5", "bulanMulaiPenailan": "6"}
    hasil = muat(berkas(baris(orang), baris(orang, **paruh)), bkpsdm)
    assert hasil.jumlah == {"baru": 1, "ditolak": 1}
    ulang = periksa(berkas(baris(orang, **paruh)), bkpsdm)
    assert ulang.jumlah == {"ditolak": 1}
    assert "bertumpuk" in " ".join(ulang.baris[0]["catatan"])
    selanjutnya = baris(orang, tahunMulaiPenailan="2023", tahunSelesaiPenailan="2023")
    assert periksa(berkas(selanjutnya), bkpsdm).jumlah == {"baru": 1}


def test_loading_asks_as_much_for_one_row_as_for_many(garis, bkpsdm):
    def banyaknya(*daftar) -> int:
        hasil = periksa(berkas(*daftar), bkpsdm)
        with CaptureQueriesContext(connection) as tangkap:
            impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT, bentuk=BENTUK)
        return len(tangkap)

    satu, lain = garis.bawahan
    muat(berkas(baris(satu)), bkpsdm)
    sendiri = banyaknya(baris(satu, id="A-2"))
    assert banyaknya(baris(satu, id="A-3"), baris(lain), baris(lain, **INTEGRASI)) == sendiri
    assert RiwayatAngkaKredit.objects.berlaku().count() == 3


@pytest.mark.parametrize(("ganti", "putusan"), [(INTEGRASI, "peringatan"), ({}, "baru")], ids=["older", "conversion"])
def test_older_credit_that_was_recorded_by_hand_is_pointed_out(orang, bkpsdm, ganti, putusan):
    assert periksa(berkas(baris(orang, **ganti)), bkpsdm).jumlah == {"baru": 1}
    actions.add_credit(
        pegawai_id=orang.pk, jenis="lama", tanggal=HARI, dasar="PAK 2022", angka=Decimal("33.5"), oleh=bkpsdm, saat=SAAT
    )
    assert periksa(berkas(baris(orang, **ganti)), bkpsdm).jumlah == {putusan: 1}


def test_excel_turns_dates_and_numbers_and_they_are_read_as_meant(orang, bkpsdm):
    buku = Workbook()
    buku.active.append(list(NAMA))
    isi = baris(orang) | {"tanggalSk": date(2025, 1, 15), "kreditUtamaBaru": 18.75, "kreditBaruTotal": 18.75}
    buku.active.append([isi[nama] for nama in NAMA])
    tampung = io.BytesIO()
    buku.save(tampung)
    muat(tampung.getvalue(), bkpsdm, "a.xlsx")
    assert periksa(berkas(baris(orang)), bkpsdm).jumlah == {"sama": 1}


@pytest.mark.parametrize(
    "isi",
    ["[", "{}", "[1]", "[NaN]", '[{"a": 1, "a": 2}]', "[" * 9000, '[{"id": "\\ud800"}]', '[{"id": "\\u0000"}]', "[{}]"],
)
def test_json_that_is_none_gets_a_sentence(bkpsdm, client, isi):
    client.force_login(bkpsdm)
    kirim = {"jenis": "angkakredit", "berkas": SimpleUploadedFile("a.json", isi.encode())}
    assert client.post(reverse("pertukaran-unggah"), kirim).status_code == 422


def test_json_of_the_service_is_read_with_its_numbers_and_nested_path(orang, bkpsdm):
    satu = baris(orang) | {"kreditUtamaBaru": 18.75, "path": {"879": {"dok_uri": "x"}}}
    satu |= {"tanggalSk": None, "isKonversi": True}
    isi = json.dumps({"code": 1, "data": [satu]}).encode()
    muat(isi, bkpsdm, "a.json")
    assert RiwayatAngkaKredit.objects.berlaku().get().utama == Decimal("18.75")
    assert periksa(isi, bkpsdm, "a.json").jumlah == {"sama": 1}


def test_the_whole_way_through_the_pages(orang, bkpsdm, client):
    client.force_login(bkpsdm)
    kirim = {"jenis": "angkakredit", "berkas": SimpleUploadedFile("ak.csv", berkas(baris(orang)))}
    alamat = client.post(reverse("pertukaran-unggah"), kirim).url
    assert "Muat 1 baris" in client.get(alamat).content.decode()
    client.post(f"{alamat}muat/")
    assert RiwayatAngkaKredit.objects.berlaku().count() == 1
    client.post(f"{alamat}batal/")
    assert not RiwayatAngkaKredit.objects.berlaku().exists()


@pytest.mark.parametrize(
    ("nama", "jenjang"),
    [
        ("Guru Ahli Pertama", "ahli_pertama"), ("Perawat Pelaksana Lanjutan", "mahir"), ("Bidan Pelaksana", "terampil"),
        ("Pranata Komputer Muda", "ahli_muda"), ("Arsiparis  PENYELIA", "penyelia"), ("Kepala Bidang", None),
        ("", None), ("Pramuda", None), ("Pelaksana Pemula", "pemula"),
    ],
)  # fmt: skip
def test_the_jenjang_is_what_the_name_ends_with(nama, jenjang):
    assert jenjang_dari_nama(nama) == jenjang
