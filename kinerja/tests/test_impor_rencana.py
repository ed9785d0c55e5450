"""Plans by file: the spreadsheet of many people, and the form exported from e-Kinerja."""

import io
import time
import zipfile
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from kinerja import impor
from kinerja.models import SKP, BerkasRencana, Indikator
from kinerja.pilihan import StatusSKP
from kinerja.tests.berkas_ekinerja import buat_formulir
from kinerja.tests.factories import SAAT, buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from pegawai.tests.factories import PengelolaUnitFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db
TAHUN = {"mulai": date(2026, 1, 1), "selesai": date(2026, 12, 31)}


@pytest.fixture(autouse=True)
def _hari():
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def garis():
    return buat_garis()


def baris(nip, indikator="Jumlah surat", **lain) -> dict:
    return {
        "nip": nip, "hasil_kerja": "Surat terlayani", "indikator": indikator, "target": "1.200", "satuan": "surat",
    } | lain  # fmt: skip


def csv(*daftar) -> bytes:
    kepala = list(
        dict.fromkeys(["nip", "hasil_kerja", "indikator", "target", "satuan", *(k for b in daftar for k in b)])
    )
    return "\n".join([";".join(kepala), *(";".join(b.get(k, "") for k in kepala) for b in daftar)]).encode()


def periksa(isi: bytes, oleh, nama="rencana.csv") -> BerkasRencana:
    return impor.check_sheet(nama=nama, isi=isi, oleh=oleh, saat=SAAT, **TAHUN)


def muat(berkas, oleh) -> int:
    return impor.load_file(berkas_id=berkas.pk, oleh=oleh, saat=SAAT)


def test_a_sheet_becomes_drafts_with_even_weights_and_the_same_file_changes_nothing(garis):
    oleh = PengelolaUnitFactory(unit=garis.unit).pengguna
    isi = csv(*(baris(orang.nip, nama) for orang in garis.bawahan for nama in ("Jumlah surat", "Lama surat", "Mutu")))
    berkas = periksa(isi, oleh)
    assert berkas.jumlah == {"baru": 6}
    assert muat(berkas, oleh) == 2
    skp = SKP.objects.get(pegawai=garis.bawahan[0])
    assert (skp.status, skp.penilai, skp.mulai) == (StatusSKP.DRAF, garis.atasan, TAHUN["mulai"])
    assert [satu.bobot for satu in Indikator.objects.utama(skp.pk)] == [Decimal("33.33")] * 2 + [Decimal("33.34")]
    assert Indikator.objects.utama(skp.pk)[0].target == 1200
    ulang = periksa(isi, oleh)
    assert ulang.jumlah == {"sama": 6}
    with pytest.raises(RuleViolation, match="Tidak ada baris"):
        muat(ulang, oleh)
    with pytest.raises(RuleViolation, match="sudah dimuat"):
        muat(berkas, oleh)


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"nip": "1.99001E+17"}, "nip"),
        ({"nip": "199001012015011999"}, "kewenangan"),
        ({"hasil_kerja": ""}, "hasil_kerja: kosong"),
        ({"target": "1e3"}, "target"),
        ({"target": "NaN"}, "target"),
        ({"target": "٣"}, "target"),
        ({"target": "0"}, "Target 0"),
        ({"target": ""}, "Isi targetnya"),
        ({"satuan": ""}, "satuan"),
        ({"indikator": "=1+1"}, "rumus"),
        ({"bobot": "101"}, "bobot"),
        ({"bobot": "33,333"}, "bobot"),
        ({"arah": "samping"}, "arah"),
        ({"jenis_indikator": "kualitatif"}, "ekspektasi"),
    ],
)
def test_a_bad_row_is_refused_with_its_reason_and_the_others_go_on(garis, ganti, kata):
    oleh = buat_bkpsdm()
    berkas = periksa(csv(baris(garis.bawahan[0].nip) | ganti, baris(garis.bawahan[1].nip)), oleh)
    buruk, baik = berkas.baris.all()
    assert buruk.putusan == "ditolak"
    assert kata.lower() in " ".join(buruk.catatan).lower()
    assert baik.putusan == "baru"
    assert muat(berkas, oleh) == 1
    assert not SKP.objects.filter(pegawai=garis.bawahan[0]).exists()


def test_an_approved_plan_and_a_double_row_are_refused(garis):
    oleh = buat_bkpsdm()
    buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    dua = baris(garis.bawahan[1].nip)
    berkas = periksa(csv(baris(garis.bawahan[0].nip), dua, dua), oleh)
    assert [satu.putusan for satu in berkas.baris.all()] == ["ditolak", "baru", "ditolak"]
    assert "disetujui" in berkas.baris.first().catatan[0]


def test_only_bkpsdm_and_a_pengelola_bring_files_and_only_for_their_people(garis):
    asing = buat_garis()
    with pytest.raises(RuleViolation, match="pengelola"):
        periksa(csv(baris(garis.bawahan[0].nip)), garis.atasan.pengguna)
    oleh = PengelolaUnitFactory(unit=asing.unit).pengguna
    assert periksa(csv(baris(garis.bawahan[0].nip)), oleh).jumlah == {"ditolak": 1}
    berkas = periksa(csv(baris(asing.bawahan[0].nip)), oleh)
    with pytest.raises(RuleViolation, match="bukan unggahan Anda"):
        muat(berkas, buat_bkpsdm())


@pytest.mark.parametrize("hak", ["pengelola", "bkpsdm"])
def test_a_right_that_ended_since_the_check_does_not_load_the_file(garis, hak):
    kelola = PengelolaUnitFactory(unit=garis.unit)
    oleh = kelola.pengguna if hak == "pengelola" else buat_bkpsdm()
    berkas = periksa(csv(baris(garis.bawahan[0].nip)), oleh)
    type(kelola).objects.update(selesai=date(2026, 11, 23))
    oleh.groups.clear()
    with pytest.raises(RuleViolation, match="Kewenangan Anda berubah"):
        muat(berkas, type(oleh).objects.get(pk=oleh.pk))
    assert not SKP.objects.exists()


def xlsx(ubah) -> bytes:
    buku = Workbook()
    buku.active.append(["nip", "hasil_kerja", "indikator", "target", "satuan"])
    buku.active.append(["199001012015011901", "Hasil", "Indikator", 12.5, "persen"])
    ubah(buku.active)
    tampung = io.BytesIO()
    buku.save(tampung)
    return tampung.getvalue()


def test_hidden_rows_and_a_nip_kept_as_a_number_are_refused():
    oleh = buat_bkpsdm()

    def sembunyi(lembar):
        lembar.row_dimensions[2].hidden = True

    def angka(lembar):
        lembar["A2"] = 199001012015011901

    with pytest.raises(RuleViolation, match="tersembunyi"):
        periksa(xlsx(sembunyi), oleh, "a.xlsx")
    satu = periksa(xlsx(angka), oleh, "a.xlsx").baris.get()
    assert satu.putusan == "ditolak"
    assert satu.isi["target"] == "12.5"
    with pytest.raises(RuleViolation, match="Judul kolom"):
        periksa(b"nip;nama\n1;2", oleh)


@pytest.mark.parametrize(
    ("bentuk", "harap"),
    [
        (
            "kuantitatif",
            [
                ("utama", "Surat terlayani", "Jumlah surat selesai", "kuantitatif", "kuantitas", "naik", Decimal(1200)),
                ("utama", "Surat terlayani", "Lama penyelesaian", "kuantitatif", "waktu", "turun", Decimal(3)),
                ("tambahan", "Panitia berjalan", "Mutu kepanitiaan", "kualitatif", "kualitas", "", None),
            ],
        ),
        (
            "jpt",
            [
                (
                    "utama",
                    "Layanan kota membaik",
                    "Indeks kepuasan",
                    "kuantitatif",
                    "kuantitas",
                    "rentang",
                    Decimal(85),
                ),
                ("utama", "Anggaran terserap", "Serapan anggaran", "kuantitatif", "kuantitas", "naik", Decimal(95)),
                ("tambahan", "Panitia berjalan", "Laporan kepanitiaan", "kuantitatif", "kuantitas", "naik", Decimal(2)),
            ],
        ),
        (
            "kualitatif",
            [
                ("utama", "Surat terlayani", "Surat dijawab", "kualitatif", "kuantitas", "", None),
                ("utama", "Surat terlayani", "Arsip rapi", "kualitatif", "kuantitas", "", None),
                ("tambahan", "Panitia berjalan", "Laporan selesai", "kualitatif", "kuantitas", "", None),
            ],
        ),
    ],
)
def test_each_form_of_ekinerja_is_read_by_its_owner(garis, bentuk, harap):
    orang = garis.bawahan[0]
    isi = buat_formulir(bentuk, orang.nip)
    berkas = impor.check_form(nama="skp.xlsx", isi=isi, oleh=orang.pengguna, saat=SAAT)
    assert (berkas.mulai, berkas.selesai) == (TAHUN["mulai"], TAHUN["selesai"])
    assert muat(berkas, orang.pengguna) == 1
    dibaca = Indikator.objects.order_by("pk").values_list(
        "hasil__jenis", "hasil__uraian", "uraian", "jenis", "aspek", "arah", "target"
    )
    assert list(dibaca) == harap
    assert SKP.objects.get().pendekatan == ("kualitatif" if bentuk == "kualitatif" else "kuantitatif")
    if bentuk == "jpt":
        assert set(Indikator.objects.values_list("perspektif", flat=True)) == {
            "penerima_layanan", "anggaran", "proses_bisnis",
        }  # fmt: skip
    ulang = impor.check_form(nama="skp.xlsx", isi=isi, oleh=orang.pengguna, saat=SAAT)
    assert ulang.jumlah == {"sama": 3}


def test_ekinerja_of_somebody_else_is_only_for_bkpsdm(garis):
    isi = buat_formulir("kuantitatif", garis.bawahan[0].nip)
    for akun, putusan in ((garis.bawahan[1].pengguna, {"ditolak"}), (buat_bkpsdm(), {"baru", "peringatan"})):
        berkas = impor.check_form(nama="skp.xlsx", isi=isi, oleh=akun, saat=SAAT)
        assert set(berkas.jumlah) == putusan


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"PK\x03\x04rusak", "rusak"),
        (buat_formulir("jpt", "199001012015011901", "entah"), "Periode"),
        (xlsx(lambda lembar: None), "PEGAWAI YANG DINILAI"),
    ],
)
def test_an_unreadable_form_says_what_is_missing(garis, isi, kata):
    with pytest.raises(RuleViolation, match=kata):
        impor.check_form(nama="skp.xlsx", isi=isi, oleh=garis.bawahan[0].pengguna, saat=SAAT)


def sisipkan(isi: bytes, sesudah: bytes, xml: bytes) -> bytes:
    """The same workbook with XML of ours in its first sheet."""
    tampung = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(tampung, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            teks = asal.read(nama)
            arsip.writestr(nama, teks.replace(sesudah, xml) if nama == "xl/worksheets/sheet1.xml" else teks)
    return tampung.getvalue()


@pytest.mark.parametrize(
    ("sesudah", "xml"),
    [
        (b"</mergeCells>", b'<mergeCell ref="H40:CV20000"/></mergeCells>'),
        (b"</worksheet>", b'<hyperlinks><hyperlink ref="H40:CV20000" display="x"/></hyperlinks></worksheet>'),
    ],
)
def test_a_range_of_millions_of_cells_in_a_form_costs_nothing(garis, sesudah, xml):
    """Loaded whole, as before, these two million cells take half a minute; a range may name ten thousand times more."""
    orang = garis.bawahan[0]
    isi = sisipkan(buat_formulir("kuantitatif", orang.nip), sesudah, xml)
    assert len(isi) < 10_000
    mulai = time.process_time()
    berkas = impor.check_form(nama="skp.xlsx", isi=isi, oleh=orang.pengguna, saat=SAAT)
    assert time.process_time() - mulai < 3
    assert berkas.jumlah["baru"] + berkas.jumlah["peringatan"] == 3


def test_a_form_that_unpacks_to_much_is_refused_unread(garis):
    isi = sisipkan(
        buat_formulir("kuantitatif", garis.bawahan[0].nip), b"<sheetData>", b"<sheetData>" + b" " * (9 << 20)
    )
    assert len(isi) < 50_000
    with pytest.raises(RuleViolation, match="terlalu besar"):
        impor.check_form(nama="skp.xlsx", isi=isi, oleh=garis.bawahan[0].pengguna, saat=SAAT)


def test_the_pages_upload_show_load_and_export(client, garis):
    orang = garis.bawahan[0]
    client.force_login(orang.pengguna)
    alamat = "/kinerja/impor-skp/ekinerja/"
    assert client.post(alamat, {}).status_code == 422
    buruk = SimpleUploadedFile("skp.xlsx", b"")
    assert client.post(alamat, {"berkas": buruk}).status_code == 422
    berkas = SimpleUploadedFile("skp.xlsx", buat_formulir("kuantitatif", orang.nip))
    jawab = client.post(alamat, {"berkas": berkas}, follow=True)
    assert "Lama penyelesaian" in jawab.text
    satu = BerkasRencana.objects.get()
    assert b"Lama penyelesaian" in client.get(f"/kinerja/impor-skp/{satu.pk}/?ekspor=csv&q=lama").content
    assert "Tidak ada baris" in client.get(f"/kinerja/impor-skp/{satu.pk}/?q=zzz").text
    assert client.post(f"/kinerja/impor-skp/{satu.pk}/muat/", follow=True).status_code == 200
    assert SKP.objects.get().pegawai == orang
    assert b"hasil_kerja" in client.get("/kinerja/impor-skp/contoh/?ekspor=csv").content
    client.force_login(garis.bawahan[1].pengguna)
    assert client.get(f"/kinerja/impor-skp/{satu.pk}/").status_code == 404
    client.force_login(buat_bkpsdm())
    lembar = SimpleUploadedFile("a.csv", csv(baris(garis.bawahan[1].nip)))
    isi = {"berkas": lembar, "mulai": "2026-01-01", "selesai": "2026-12-31"}
    assert "Jumlah surat" in client.post("/kinerja/impor-skp/lembar/", isi, follow=True).text
    assert client.post("/kinerja/impor-skp/lembar/", isi | {"selesai": "2027-01-01"}).status_code == 422
