"""A verdict a row, the confirmed rows together, the same file twice changes nothing."""

import contextlib
import csv
import io
import random
import time
import zipfile
from datetime import date

import pytest
from django.utils import timezone
from openpyxl import Workbook

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai import impor
from pegawai.impor.baca import read_table
from pegawai.impor.kolom_siasn import KOLOM
from pegawai.models import BarisImpor, BerkasImpor, Jabatan, Pegawai, Penempatan, Pengguna, SusunanUnit, Unit
from pegawai.tests import factories as f

MB = 1024 * 1024
UNOR = "11111111-1111-4111-8111-111111111111"
PNS = "22222222-2222-4222-8222-22222222222{}"


@pytest.fixture
def hr(db):
    f.UnitFactory(kode="DIKES", unor_id=UNOR)
    return f.buat_bkpsdm()


def orang(nomor=1, **ganti) -> dict:
    """A row of the national export without fault."""
    return (
        dict.fromkeys(KOLOM, "null")
        | {
            "PNS ID": PNS.format(nomor),
            "NIP BARU": f"19900101201501190{nomor}",
            "NAMA": f"Baiq Contoh {nomor}",
            "TANGGAL LAHIR": "01-01-1990",
            "JENIS KELAMIN": "M",
            "EMAIL": f"contoh{nomor}@mataram.example",
            "JENIS PEGAWAI NAMA": "PNS Daerah",
            "KEDUDUKAN HUKUM ID": "01",
            "GOL AKHIR ID": "32",
            "GOL AKHIR NAMA": "III/b",
            "TMT CPNS": "01-01-2015",
            "TINGKAT PENDIDIKAN ID": "40",
            "TINGKAT PENDIDIKAN NAMA": "S-1",
            "PENDIDIKAN NAMA": "S-1 Hukum",
            "TAHUN LULUS": "2013",
            "UNOR ID": UNOR,
        }
        | ganti
    )


def berkas_csv(baris: list[dict], pemisah=",") -> bytes:
    tampung = io.StringIO()
    penulis = csv.DictWriter(tampung, list(baris[0]), delimiter=pemisah)
    penulis.writeheader()
    penulis.writerows(baris)
    return tampung.getvalue().encode()


def periksa(hr, *baris, jenis="pegawai") -> BerkasImpor:
    return impor.check_file(jenis=jenis, nama="b.csv", isi=berkas_csv(list(baris)), oleh=hr, saat=timezone.now())


def muat(hr, *baris, jenis="pegawai") -> BerkasImpor:
    return impor.confirm_import(berkas_id=periksa(hr, *baris, jenis=jenis).pk, oleh=hr, saat=timezone.now())


def test_checking_stores_nothing_but_verdicts(hr):
    berkas = periksa(hr, orang(1), orang(2))
    assert berkas.jumlah == {"baru": 2}
    assert not Pegawai.objects.exists()


def test_loading_makes_person_and_account_and_twice_changes_nothing(hr):
    muat(hr, orang(1))
    satu = Pegawai.objects.get()
    assert (satu.nip, satu.golongan, satu.jurusan) == ("199001012015011901", "III/b", "Hukum")
    assert satu.pengguna.username == satu.nip
    assert not satu.pengguna.has_usable_password()
    assert muat(hr, orang(1)).jumlah == {"sama": 1}
    assert Pegawai.objects.get().pengguna_id == satu.pengguna_id
    assert CatatanAudit.objects.filter(aksi="impor.dimuat").count() == 2


def test_a_changed_row_changes_only_that_and_a_leaver_is_shut_out(hr):
    muat(hr, orang(1), orang(2))
    berkas = muat(hr, orang(1, **{"KEDUDUKAN HUKUM ID": "99", "NAMA": "Baiq Baru"}), orang(2))
    assert berkas.jumlah == {"berubah": 1, "sama": 1}
    akun = Pengguna.objects.get(username="199001012015011901")
    assert (akun.nama, akun.is_active) == ("Baiq Baru", False)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"NIP BARU": "199013012015011901"}, "NIP"),
        ({"NIP BARU": "199001012015013901"}, "ke-15"),
        ({"NIP BARU": "1.98501E+17"}, "lembar kerja"),
        ({"NIP BARU": "１９９００１０１２０１５０１１９０１"}, "18 angka"),
        ({"TANGGAL LAHIR": "31-02-1990"}, "bukan tanggal"),
        ({"TANGGAL LAHIR": "null"}, "TANGGAL LAHIR: kosong"),
        ({"NAMA": " "}, "NAMA: kosong"),
        ({"NAMA": "Baiq\u202eContoh"}, "tidak terlihat"),
        ({"NAMA": "=1+1"}, "rumus"),
        ({"NAMA": "\t=1+1"}, "rumus"),
        ({"NAMA": "-2+cmd|' /C calc'!A0"}, "rumus"),
        ({"ALAMAT": "@SUM(A1)"}, "rumus"),
        ({"PNS ID": "123"}, "UUID"),
        ({"UNOR ID": PNS.format(9)}, "unit ini tidak dikenal"),
        ({"GOL AKHIR ID": "99"}, "GOL AKHIR"),
        ({"KEDUDUKAN HUKUM ID": "77"}, "tidak dikenal"),
        ({"JENIS KELAMIN": "X"}, "tulis L atau P"),
    ],
    ids=lambda nilai: str(nilai)[:40],
)
def test_bad_row_is_refused_with_its_reason_and_the_good_one_loads(hr, ganti, kata):
    berkas = muat(hr, orang(1, **ganti), orang(2))
    assert berkas.jumlah == {"ditolak": 1, "baru": 1}
    baris = berkas.baris.get(putusan="ditolak")
    assert (baris.nomor, baris.isi) == (2, {})
    assert kata in " ".join(baris.catatan)
    assert [satu.nama for satu in Pegawai.objects.all()] == ["Baiq Contoh 2"]


@pytest.mark.parametrize(
    "ganti",
    [
        {"TANGGAL LAHIR": "02-01-1990"},
        {"JENIS KELAMIN": "F"},
        {"TMT CPNS": "01-02-2015"},
        {"NIP BARU": "'19900101 201501 1 901"},
        {"EMAIL": "null"},
        {"NIK": "123"},
    ],
    ids=str,
)
def test_odd_row_loads_with_a_warning(hr, ganti):
    berkas = muat(hr, orang(1, **ganti))
    assert berkas.jumlah == {"peringatan": 1}
    assert berkas.baris.get().catatan
    assert Pegawai.objects.get().nip == "199001012015011901"
    assert muat(hr, orang(1, **ganti)).jumlah == {"sama": 1}


def test_doubles_are_refused_the_first_stays(hr):
    berkas = periksa(
        hr, orang(1), orang(1, **{"NIP BARU": "199001012015011902"}), orang(3, **{"NIP BARU": "199001012015011901"})
    )
    assert [satu.putusan for satu in berkas.baris.all()] == ["baru", "ditolak", "ditolak"]
    muat(hr, orang(1))
    assert periksa(hr, orang(4, **{"NIP BARU": "199001012015011901"})).jumlah == {"ditolak": 1}


def test_a_file_is_loaded_once_and_by_bkpsdm(hr):
    berkas = periksa(hr, orang(1))
    for oleh in (f.PenggunaFactory(), f.PenggunaFactory(peran=("auditor",))):
        with pytest.raises(RuleViolation):
            impor.confirm_import(berkas_id=berkas.pk, oleh=oleh, saat=timezone.now())
    impor.confirm_import(berkas_id=berkas.pk, oleh=hr, saat=timezone.now())
    with pytest.raises(RuleViolation, match="sudah dimuat"):
        impor.confirm_import(berkas_id=berkas.pk, oleh=hr, saat=timezone.now())


def test_when_data_moved_on_since_the_check_nothing_is_loaded(hr):
    berkas = periksa(hr, orang(1), orang(2))
    f.PegawaiFactory(nip="199001012015011902", pengguna=None)
    with pytest.raises(RuleViolation, match="sudah berubah"):
        impor.confirm_import(berkas_id=berkas.pk, oleh=hr, saat=timezone.now())
    assert Pegawai.objects.count() == 1
    assert BerkasImpor.objects.get().status == "diperiksa"


# --- the organisation


def unit(kode, induk="", mulai="2020-01-01", selesai="", nama=None, **lain):
    return {
        "kode": kode, "nama": nama or f"Unit {kode}", "jenis": "bidang", "kode_induk": induk, "unor_id": "",
        "sumber": "SK", "terverifikasi": "ya", "mulai": mulai, "selesai": selesai,
    } | lain  # fmt: skip


def posisi(kode, atasan="", **lain):
    return {
        "kode_jabatan": kode, "nama": f"Jabatan {kode}", "kode_unit": "DIKES", "jenis_jabatan": "pelaksana",
        "jenjang": "", "kelas": "7", "kebutuhan": "2", "kode_jabatan_atasan": atasan, "kepala_unit": "tidak",
        "golongan_min": "II/a", "golongan_max": "III/d", "pendidikan_min": "15", "rumpun": "",
        "mulai": "2020-01-01", "selesai": "",
    } | lain  # fmt: skip


def duduk(**lain):
    return {
        "pns_id": PNS.format(1), "kode_jabatan": "J1", "jenis": "definitif", "mulai": "2020-01-01", "selesai": "",
        "nomor_sk": "1",
    } | lain  # fmt: skip


def test_units_with_a_renamed_one(hr):
    baris = [
        unit("KOTA"),
        unit("BID", "KOTA", selesai="2025-12-31", nama="Bidang Lama"),
        unit("BID", "KOTA", mulai="2026-01-01", nama="Bidang Baru"),
    ]
    assert muat(hr, *baris, jenis="unit").jumlah == {"baru": 3}
    assert Unit.objects.get(kode="BID").nama == "Bidang Baru"
    susunan = SusunanUnit.objects.filter(unit__kode="BID")
    assert susunan.berlaku_pada(date(2025, 6, 1)).get().nama == "Bidang Lama"
    assert muat(hr, *baris, jenis="unit").jumlah == {"sama": 3}


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ([unit("A", "TIADA")], "tidak dikenal"),
        ([unit("A", "B"), unit("B", "A")], "dirinya sendiri"),
        ([unit("A"), unit("A")], "sama dengan baris"),
        ([unit("A"), unit("A", mulai="2021-01-01")], "bertumpuk"),
        ([unit("A", jenis="gudang")], "tidak dikenal"),
        ([unit("A", selesai="2019-01-01")], "sebelum tanggal mulai"),
        ([unit("A", jenis="gudang"), unit("B", "A")], "tidak dikenal"),
    ],
    ids=lambda nilai: nilai if isinstance(nilai, str) else len(nilai),
)
def test_impossible_units_are_refused(hr, baris, kata):
    berkas = periksa(hr, *baris, jenis="unit")
    assert kata in berkas.baris.filter(putusan="ditolak").last().catatan[-1]


def test_positions_and_placements(hr):
    muat(hr, orang(1))
    assert muat(hr, posisi("J0", kepala_unit="ya"), posisi("J1", "J0"), jenis="posisi").jumlah == {"baru": 2}
    assert Jabatan.objects.get(kode="J1").susunan.get().atasan.kode == "J0"
    assert muat(hr, duduk(), jenis="penempatan").jumlah == {"baru": 1}
    assert muat(hr, duduk(), jenis="penempatan").jumlah == {"sama": 1}
    pindah = [duduk(selesai="2025-12-31"), duduk(kode_jabatan="J0", mulai="2026-01-01")]
    assert muat(hr, *pindah, jenis="penempatan").jumlah == {"berubah": 1, "baru": 1}
    assert Penempatan.objects.count() == 2


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"pns_id": PNS.format(9)}, "tidak dikenal"),
        ({"kode_jabatan": "TIADA"}, "tidak dikenal"),
        ({"jenis": "plt"}, "harus mempunyai tanggal selesai"),
        ({"mulai": "2021-01-01"}, "sudah mempunyai jabatan definitif"),
    ],
    ids=str,
)
def test_impossible_placements_are_refused(hr, ganti, kata):
    muat(hr, orang(1))
    muat(hr, posisi("J1"), jenis="posisi")
    muat(hr, duduk(), jenis="penempatan")
    berkas = periksa(hr, duduk(**({"kode_jabatan": "J1"} | ganti)), jenis="penempatan")
    assert kata in berkas.baris.get(putusan="ditolak").catatan[-1]


def test_measures_are_judged(hr):
    muat(hr, orang(1))
    f.KompetensiFactory(kunci="integritas")
    baris = {"pns_id": PNS.format(1), "kompetensi": "integritas", "level": "3", "tanggal_ukur": "2026-01-01"}
    assert muat(hr, baris, jenis="kompetensi").jumlah == {"baru": 1}
    assert muat(hr, baris | {"level": "4"}, jenis="kompetensi").jumlah == {"berubah": 1}
    salah = [baris | {"level": "6"}, baris | {"kompetensi": "x"}, baris | {"tanggal_ukur": "2099-01-01"}]
    assert periksa(hr, *salah, jenis="kompetensi").jumlah == {"ditolak": 3}


# --- files


def xlsx(baris) -> bytes:
    buku, tampung = Workbook(), io.BytesIO()
    for satu in baris:
        buku.active.append(satu)
    buku.save(tampung)
    return tampung.getvalue()


def bom_zip() -> bytes:
    tampung = io.BytesIO()
    with zipfile.ZipFile(tampung, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/workbook.xml", "x")
        arsip.writestr("xl/isi.xml", b"0" * (201 * MB))
    return tampung.getvalue()


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.csv", "﻿kode;nama\nA;B\n".encode()),
        ("a.csv", "kode\tnama\nA\tB\n".encode("utf-16")),
        ("a.CSV", b"kode,nama\r\n\r\nA,B\r\n"),
        ("a.xlsx", xlsx([["kode", "nama"], ["A", "B"]])),
    ],
    ids=["BOM dan titik koma", "UTF-16", "baris kosong", "XLSX"],
)
def test_readable_files(nama, isi):
    lembar = read_table(nama, isi, MB)
    assert [satu.sel for satu in lembar.baris] == [{"kode": "A", "nama": "B"}]


def test_old_windows_letters_are_read():
    assert read_table("a.csv", "nama\nRené\n".encode("cp1252"), MB).baris[0].sel == {"nama": "René"}


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.csv", b"x" * (MB + 1), "lebih besar"),
        ("a.pdf", b"kode\nA\n", "CSV atau XLSX"),
        ("a.csv", b"PK\x03\x04", "CSV atau XLSX"),
        ("a.xlsx", b"kode\nA\n", "CSV atau XLSX"),
        ("a.xlsx", b"PK\x03\x04rusak", "rusak"),
        ("a.csv", b"kode,kode\nA,B\n", "berulang"),
        ("a.csv", b"kode\n", "tidak berisi"),
        ("a.csv", b"", "tidak berisi"),
        ("a.csv", b"kode\nA\x00B\n", "NUL"),
        ("a.xlsx", bom_zip(), "terlalu besar"),
    ],
    ids=[
        "besar",
        "pdf",
        "zip sebagai csv",
        "csv sebagai xlsx",
        "rusak",
        "judul ganda",
        "tanpa baris",
        "kosong",
        "nul",
        "bom",
    ],
)
def test_unusable_files_get_a_sentence(nama, isi, kata):
    with pytest.raises(RuleViolation, match=kata):
        read_table(nama, isi, MB)


def test_workbook_cells_become_the_text_a_csv_would_have():
    baris = read_table(
        "a.xlsx", xlsx([["nip", "lahir", "n", "f"], [199001012015011901, date(1990, 1, 2), 3.0, "=1+1"]]), MB
    ).baris
    assert baris[0].sel == {"nip": "1.99001E+17", "lahir": "02-01-1990", "n": "3", "f": "=1+1"}


def test_a_file_of_another_kind_is_named(hr):
    with pytest.raises(RuleViolation, match="kode_unit"):
        periksa(hr, unit("A"), jenis="posisi")
    assert not BerkasImpor.objects.exists() and not BarisImpor.objects.exists()


@pytest.mark.filterwarnings("ignore")  # the workbook library warns of what is broken; people get the sentence
def test_a_damaged_workbook_is_read_or_refused_but_never_crashes():
    buku, keluar = Workbook(), io.BytesIO()
    buku.active.append(["kunci", "nama"])
    buku.active.append([1, date(2020, 1, 1)])
    buku.save(keluar)
    acak, asal = random.Random(20261124), keluar.getvalue()
    for _ in range(400):
        rusak = bytearray(asal)
        for _ in range(acak.randint(1, 5)):
            rusak[acak.randrange(4, len(rusak))] = acak.randrange(256)
        with contextlib.suppress(RuleViolation):
            read_table("a.xlsx", bytes(rusak), MB)


def test_a_line_of_very_many_headings_is_refused_at_once():
    """Comparing each with each would take hours."""
    mulai = time.perf_counter()
    with pytest.raises(RuleViolation, match="paling banyak 200"):
        read_table("a.csv", (",".join(f"k{n}" for n in range(200_000)) + "\n1").encode(), 5 * MB)
    assert time.perf_counter() - mulai < 5


def test_a_heading_that_is_missing_in_the_middle_is_named():
    with pytest.raises(RuleViolation, match="tidak kosong"):
        read_table("a.csv", b"kunci,,nama\n1,2,3", MB)
