"""The pages of the ketentuan: everybody reads every number; two people make a version; what runs keeps its own."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from pegawai.acuan import load_reference
from pegawai.ketentuan_baca import bandingkan, rincian, rincian_umum
from pegawai.models import Ketentuan, RancanganKetentuan
from pegawai.pilihan import JenisKetentuan
from pegawai.tests import factories as f

ISI = {"mulai": "2040-01-01", "dasar_hukum": "PP 1/2040", "alasan": "Usia naik", "kepastian": "D"}


@pytest.fixture
def acuan(db):
    load_reference(saat=timezone.now())


@pytest.fixture
def dua(acuan):
    return f.PenggunaFactory(peran=("bkpsdm",)), f.PenggunaFactory(peran=("bkpsdm",))


def penilaian() -> Ketentuan:
    return Ketentuan.objects.get(jenis="penilaian")


@pytest.mark.parametrize("jenis", JenisKetentuan.values)
def test_every_number_of_every_kind_is_on_its_page(client, acuan, jenis):
    client.force_login(f.PegawaiFactory().pengguna)
    satu = Ketentuan.objects.filter(jenis=jenis).first()
    if satu is None:
        pytest.skip("no version of this kind comes with the system")
    halaman = client.get(reverse("pegawai:ketentuan-detail", args=[satu.pk])).content.decode()
    butir = rincian(jenis, satu.isi)
    assert butir
    for b in butir:
        assert b.nama.split("&")[0] in halaman
    assert satu.sidik and satu.sidik in halaman and "cocok" in halaman
    berkas = client.get(reverse("pegawai:ketentuan-detail", args=[satu.pk]), {"ekspor": "csv"})
    assert len(berkas.content.decode("utf-8-sig").splitlines()) == 1 + len(butir)


def test_a_number_of_the_judgement_has_unit_and_source(acuan):
    butir = {b.jalur: b for b in rincian("penilaian", penilaian().isi, {"publik_k": "Perwal 5/2026"})}
    assert butir["publik_k"].dasar == "Perwal 5/2026" and butir["publik_k"].satuan == "jawaban"
    assert butir["pola.baik.0.2"].dasar == "SE MenPANRB 3/2023"
    assert all(b.dasar for b in butir.values())


def dibaca(client, rancangan) -> str:
    """The digest that the page of a draft sends along with the signature."""
    halaman = client.get(reverse("pegawai:rancangan-detail", args=[rancangan.pk])).content.decode()
    return re.search(r'name="sidik" value="([0-9a-f]{64})"', halaman)[1]


@pytest.mark.parametrize("bidang", ["angka__publik_bobot", "mulai", "nomor_keputusan"])
def test_nobody_signs_what_changed_after_they_read_it(client, dua, bidang):
    susun, tetap = dua
    client.force_login(susun)
    client.post(reverse("pegawai:rancangan-buat", args=["penilaian"]), ISI | {"angka__publik_bobot": "0,25"})
    rancangan = RancanganKetentuan.objects.get()
    client.force_login(tetap)
    sidik, sahkan = dibaca(client, rancangan), reverse("pegawai:rancangan-tetapkan", args=[rancangan.pk])
    client.force_login(susun)
    ubah = {"angka__publik_bobot": "0,05", "mulai": "2041-01-01", "nomor_keputusan": "Lain 1"}[bidang]
    isi = ISI | {"angka__publik_bobot": "0,25", bidang: ubah}
    assert client.post(reverse("pegawai:rancangan-ubah", args=[rancangan.pk]), isi).status_code == 302
    client.force_login(tetap)
    for basi in ({"sidik": sidik}, {}):
        assert "berubah sejak Anda membacanya" in client.post(sahkan, basi, follow=True).content.decode()
    assert Ketentuan.objects.filter(jenis="penilaian").count() == 1
    client.post(sahkan, {"sidik": dibaca(client, rancangan)})
    assert Ketentuan.objects.filter(jenis="penilaian").count() == 2


def test_from_the_form_to_a_signed_version_with_its_difference(client, dua):
    susun, tetap = dua
    client.force_login(susun)
    alamat = reverse("pegawai:rancangan-buat", args=["penilaian"])
    assert "0,30" in client.get(alamat).content.decode()
    jawab = client.post(
        alamat, ISI | {"angka__publik_bobot": "0,25", "angka__publik_k": "10", "dasar_baru": "Perwal 5/2040"}
    )
    rancangan = RancanganKetentuan.objects.get()
    assert rancangan.isi["publik_bobot"] == "0.25" and rancangan.dasar_angka == {"publik_bobot": "Perwal 5/2040"}
    isi = client.get(jawab.url).content.decode()
    assert "0,30" in isi and "<strong>0,25</strong>" in isi and "Perwal 5/2040" in isi
    assert "yang menyusun tidak menetapkan" in isi
    sahkan = reverse("pegawai:rancangan-tetapkan", args=[rancangan.pk])
    client.post(sahkan)
    assert Ketentuan.objects.filter(jenis="penilaian").count() == 1
    client.force_login(tetap)
    baru_url = client.post(sahkan, {"sidik": dibaca(client, rancangan)}).url
    baru, lama = Ketentuan.objects.get(jenis="penilaian", versi=2), Ketentuan.objects.get(jenis="penilaian", versi=1)
    assert (baru.disusun_oleh, baru.ditetapkan_oleh) == (susun, tetap)
    assert reverse("pegawai:ketentuan-banding", args=[baru.pk, lama.pk]) in client.get(baru_url).content.decode()
    beda = bandingkan(rincian("penilaian", lama.isi), rincian("penilaian", baru.isi))
    assert [(b.dari, b.ke) for b in beda] == [("0.30", "0.25")]
    halaman = client.get(reverse("pegawai:ketentuan-banding", args=[baru.pk, lama.pk])).content.decode()
    assert "0,30" in halaman and "0,25" in halaman


@pytest.mark.parametrize(
    "isi",
    [
        {"angka__publik_bobot": "NaN"},
        {"angka__publik_bobot": "1,5"},
        {"angka__publik_bobot": "٠,٢"},
        {"angka__publik_minimum": "2,5"},
        {"angka__ambang_sesuai": "200"},
        {"mulai": "2020-01-01"},
        {"mulai": "2026-02-30"},
        {"alasan": "\x00"},
        {"alasan": "x" * 3000},
        {"kepastian": "Z"},
        {"dasar_hukum": ""},
    ],
    ids=repr,
)
def test_bad_input_gets_a_sentence_and_no_draft(client, dua, isi):
    client.force_login(dua[0])
    jawab = client.post(reverse("pegawai:rancangan-buat", args=["penilaian"]), ISI | isi)
    assert jawab.status_code == 422 and "Belum tersimpan" in jawab.content.decode()
    assert not RancanganKetentuan.objects.exists()


def test_versions_of_two_kinds_are_not_compared_and_unknown_kinds_not_found(client, dua):
    client.force_login(dua[0])
    bup = Ketentuan.objects.get(jenis="bup")
    assert client.get(reverse("pegawai:ketentuan-banding", args=[penilaian().pk, bup.pk])).status_code == 404
    assert client.get(reverse("pegawai:rancangan-buat", args=["lain"])).status_code == 404
    for isi in ({"jenis": "\x00"}, {"jenis": "x"}, {"cari": "\x00"}, {"urut": "x", "page": "x"}):
        assert client.get(reverse("pegawai:ketentuan-list"), isi).status_code == 200


def test_the_list_asks_no_more_for_more_versions(client, dua):
    client.force_login(dua[1])

    def tanya() -> int:
        with CaptureQueriesContext(connection) as catatan:
            assert client.get(reverse("pegawai:ketentuan-list")).status_code == 200
        return len(catatan)

    sebelum = tanya()
    lama = Ketentuan.objects.get(jenis="bup")
    for versi in range(2, 9):
        Ketentuan.objects.create(
            jenis="bup",
            versi=versi,
            mulai=lama.mulai,
            isi=lama.isi,
            dasar_hukum="x",
            kepastian="D",
            disusun_oleh=dua[0],
            ditetapkan_oleh=dua[1],
        )
    assert tanya() == sebelum


@pytest.mark.parametrize("jenis", JenisKetentuan.values)
def test_every_number_has_a_name_of_its_own_and_a_unit(acuan, jenis):
    """A path of the content is no name: "Jalur minimum 90" or "Iv/b 150" says nothing to whom it binds."""
    isi = Ketentuan.objects.get(jenis=jenis).isi
    jalan = {umum.jalur: (umum.kelompok, umum.nama) for umum in rincian_umum(isi)}
    for butir in rincian(jenis, isi):
        assert jalan.get(butir.jalur) != (butir.kelompok, butir.nama)
        tanpa_ukuran = butir.jalur in ("wilson_z",)  # a factor
        assert butir.ukuran or butir.berkode or tanpa_ukuran or not butir.nilai.replace(".", "").isdigit(), butir
        assert "_" not in butir.kata and butir.kata, butir


@pytest.mark.parametrize(
    ("jenis", "bidang", "ke", "jalur", "jadi"),
    [
        ("kalender", "angka__periode_berkala", "bulanan", "periode_berkala", "bulanan"),
        ("penilaian", "angka__keberatan_hari_kerja", "ya", "keberatan_hari_kerja", True),
        ("talenta", "angka__gerbang__pengawas__pendidikan", "40", "gerbang.pengawas.pendidikan", "40"),
    ],
)
def test_a_setting_that_is_no_number_is_chosen_by_its_words(client, dua, jenis, bidang, ke, jalur, jadi):
    """Monthly or quarterly, calendar or working days: settings of the city, so the draft must be able to set them."""
    client.force_login(dua[0])
    alamat = reverse("pegawai:rancangan-buat", args=[jenis])
    assert f'<select name="{bidang}"' in client.get(alamat).content.decode()
    assert client.post(alamat, ISI | {bidang: "asal-asalan"}).status_code == 422
    jawab = client.post(alamat, ISI | {bidang: ke}, follow=True)
    nilai = RancanganKetentuan.objects.get().isi
    for kunci in jalur.split("."):
        nilai = nilai[kunci]
    butir = next(b for b in rincian(jenis, RancanganKetentuan.objects.get().isi) if b.jalur == jalur)
    assert nilai == jadi and f"<strong>{butir.kata}</strong>" in jawab.content.decode()
