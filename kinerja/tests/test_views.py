"""The pages: who gets them, what a refusal keeps, and that they cost the same however much they show."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kinerja import actions
from kinerja.models import SKP, HasilKerja, Indikator, Periode, Realisasi
from kinerja.pilihan import StatusSKP
from kinerja.tests.factories import (
    SAAT,
    BuktiFactory,
    HasilKerjaFactory,
    IkuFactory,
    IndikatorFactory,
    NilaiIkuFactory,
    PeriodeFactory,
    RealisasiFactory,
    SKPFactory,
    TargetIkuFactory,
    buat_skp_lengkap,
)
from kinerja.tests.test_bukti import PDF
from mataram_asn.kit.models import CatatanAudit
from pegawai.tests.factories import PegawaiFactory, PenggunaFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def hari_ini(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=False):
        yield


@pytest.fixture
def garis():
    return buat_garis()


@pytest.fixture
def masuk(client):
    def sebagai(pegawai):
        client.force_login(getattr(pegawai, "pengguna", pegawai))
        return client

    return sebagai


def alamat(nama, *isi):
    return reverse(f"kinerja:{nama}", args=isi)


def versi(skp):
    return SKP.objects.values_list("versi", flat=True).get(pk=skp.pk)


@pytest.fixture
def draf(garis):
    return buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)


@pytest.fixture
def disetujui(garis):
    PeriodeFactory()
    return buat_skp_lengkap(garis.bawahan[0], garis.atasan)


# --- who gets a page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("nama", ["skp-detail", "realisasi"])
def test_what_one_may_not_see_does_not_exist(garis, masuk, disetujui, nama):
    kode = {
        siapa: masuk(orang).get(alamat(nama, disetujui.pk)).status_code
        for siapa, orang in {
            "diri": garis.bawahan[0],
            "atasan": garis.atasan,
            "bkpsdm": buat_bkpsdm(),
            "rekan": garis.bawahan[1],
            "orang lain": PegawaiFactory(),
        }.items()
    }
    assert kode == {"diri": 200, "atasan": 200, "bkpsdm": 200, "rekan": 404, "orang lain": 404}


def kiriman(skp):
    """Every address that writes, with a body that would be accepted from the right person."""
    hasil = skp.hasil.first()
    indikator = hasil.indikator.first()
    angka = {"uraian": "I", "arah": "naik", "target": "5", "satuan": "x", "sifat": "tetap", "aspek": "kuantitas"}
    return {
        alamat("skp-ajukan", skp.pk): {},
        alamat("skp-tarik", skp.pk): {},
        alamat("skp-setujui", skp.pk): {},
        alamat("skp-kembalikan", skp.pk): {"catatan": "x"},
        alamat("skp-hapus", skp.pk): {},
        alamat("hasil-buat", skp.pk): {"uraian": "H", "jenis": "utama"},
        alamat("hasil-ubah", hasil.pk): {"uraian": "H", "jenis": "utama"},
        alamat("hasil-hapus", hasil.pk): {},
        alamat("indikator-buat", hasil.pk, "kuantitatif"): angka,
        alamat("indikator-ubah", indikator.pk): angka,
        alamat("indikator-hapus", indikator.pk): {},
        alamat("bobot-simpan", skp.pk): {"aksi": "rata"},
        alamat("ekspektasi-simpan", skp.pk): {"loyal": "x"},
        alamat("realisasi-simpan", indikator.pk, PeriodeFactory().pk): {"nilai": "1", "terakhir": "0"},
    }


def potret():
    return [list(model.objects.order_by("pk").values()) for model in (SKP, HasilKerja, Indikator, Realisasi)]


@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DIAJUKAN, StatusSKP.DISETUJUI])
def test_nobody_else_writes(garis, masuk, status):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, status)
    sebelum = potret()
    for jalan, isi in kiriman(skp).items():
        for orang, kode in ((garis.bawahan[1], 404), (PegawaiFactory(), 404), (buat_bkpsdm(), 302)):
            assert masuk(orang).post(jalan, isi | {"versi": skp.versi}).status_code == kode, jalan
            assert masuk(orang).get(jalan).status_code in {405, 404 if kode == 404 else 200}
    assert potret() == sebelum


def test_account_without_a_person_begins_no_plan(masuk):
    assert masuk(buat_bkpsdm()).get(alamat("skp-buat")).status_code == 404


def test_signed_out_goes_to_the_sign_in_page(client, disetujui):
    assert client.get(alamat("skp-detail", disetujui.pk)).status_code == 302


# --- a plan from empty to submitted, by plain forms ---------------------------------------------------------


def test_plan_written_by_hand(garis, masuk):
    klien = masuk(garis.bawahan[0])
    isi = {"mulai": "2026-01-01", "selesai": "2026-12-31", "pendekatan": "kuantitatif"}
    skp = SKP.objects.get(pk=klien.post(alamat("skp-buat"), isi).url.rstrip("/").split("/")[-1])
    klien.post(alamat("hasil-buat", skp.pk), {"uraian": "Menurunnya aduan", "jenis": "utama", "versi": versi(skp)})
    hasil = skp.hasil.get()
    angka = {
        "uraian": "Aduan", "arah": "rentang", "target": "1.250,5", "target_atas": "2.000", "satuan": "aduan",
        "sifat": "kumulatif", "aspek": "kuantitas", "bobot": "33,33", "versi": versi(skp),
    }  # fmt: skip
    klien.post(alamat("indikator-buat", hasil.pk, "kuantitatif"), angka)
    kata = {
        "uraian": "Mutu", "ekspektasi": "Bermutu", "level_bawah": "a", "level_sesuai": "b", "level_atas": "c",
        "aspek": "kualitas", "bobot": "33,33", "versi": versi(skp),
    }  # fmt: skip
    klien.post(alamat("indikator-buat", hasil.pk, "kualitatif"), kata)
    satu, dua = Indikator.objects.utama(skp.pk)
    assert (satu.target, satu.target_atas, dua.level_atas) == (Decimal("1250.5"), Decimal(2000), "c")

    dibaca = klien.get(alamat("skp-detail", skp.pk)).text
    assert "belum dikaitkan dengan hasil atasan" in dibaca and "Yang akan ditanyakan atasan Anda" in dibaca
    awal = klien.get(alamat("skp-buat")).context["form"].initial
    assert awal["mulai"] == date(2027, 1, 1), "this year has its plan"
    tolak = klien.post(alamat("skp-ajukan", skp.pk), {"versi": versi(skp)})
    assert tolak.status_code == 422 and "66,66" in tolak.content.decode() and 'href="#bobot"' in tolak.content.decode()
    klien.post(alamat("bobot-simpan", skp.pk), {"aksi": "rata", "versi": versi(skp)})
    assert klien.post(alamat("skp-ajukan", skp.pk), {"versi": versi(skp)}).status_code == 302
    skp.refresh_from_db()
    assert (skp.status, skp.penilai) == (StatusSKP.DIAJUKAN, garis.atasan)


def test_atasan_returns_and_approves(garis, masuk):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    klien = masuk(garis.atasan)
    assert str(garis.bawahan[0]) in klien.get(alamat("persetujuan")).content.decode()
    kosong = klien.post(alamat("skp-kembalikan", skp.pk), {"catatan": "", "versi": versi(skp)})
    assert kosong.status_code == 422 and "apa yang perlu diperbaiki" in kosong.content.decode()
    klien.post(alamat("skp-kembalikan", skp.pk), {"catatan": "Perjelas target aduan", "versi": versi(skp)})
    pemilik = masuk(garis.bawahan[0])
    assert "Perjelas target aduan" in pemilik.get(alamat("skp-detail", skp.pk)).content.decode()
    pemilik.post(alamat("skp-ajukan", skp.pk), {"versi": versi(skp)})
    dibaca = masuk(garis.atasan).get(alamat("skp-detail", skp.pk)).text
    assert "Yang tidak biasa pada SKP ini" in dibaca and "Yang akan ditanyakan" not in dibaca
    masuk(garis.atasan).post(alamat("skp-setujui", skp.pk), {"versi": versi(skp)})
    skp.refresh_from_db()
    assert "Yang tidak biasa pada SKP ini" not in masuk(garis.atasan).get(alamat("skp-detail", skp.pk)).text
    assert skp.status == StatusSKP.DISETUJUI
    assert "Tidak ada SKP yang menunggu" in klien.get(alamat("persetujuan")).content.decode()


def test_last_years_plan_is_copied(garis, masuk, disetujui):
    isi = {"mulai": "2027-01-01", "selesai": "2027-12-31", "pendekatan": "kuantitatif", "dari": disetujui.pk}
    masuk(garis.bawahan[0]).post(alamat("skp-buat"), isi)
    assert Indikator.objects.filter(hasil__skp__mulai__year=2027).count() == 2


# --- what is refused keeps what was typed --------------------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "1_0",
        "\uff11\uff12",
        "1e3",
        "NaN",
        "Infinity",
        "1.5",
        "-3",
        "0",
        "",
        "\u0661\u0662",
        "1,00001",
        "9" * 20,
        "5\x00",
    ],
)
def test_number_that_cannot_be_read(garis, masuk, draf, target):
    isi = {
        "uraian": "Yang sudah diketik", "arah": "naik", "target": target, "satuan": "dokumen", "sifat": "tetap",
        "aspek": "kuantitas", "bobot": "10", "versi": versi(draf),
    }  # fmt: skip
    sebelum = potret()
    jawab = masuk(garis.bawahan[0]).post(alamat("indikator-buat", draf.hasil.get().pk, "kuantitatif"), isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 422 and potret() == sebelum
    assert "Yang sudah diketik" in teks and 'role="alert"' in teks
    if target and "\x00" not in target:
        assert f'value="{target}"' in teks


@pytest.mark.parametrize(
    ("mulai", "selesai"),
    [("2026-02-30", "2026-12-31"), ("2026-12-31", "2026-01-01"), ("46022", ""), ("0001-01-01", "0001-12-31")],
)
def test_bad_dates_are_a_sentence(garis, masuk, mulai, selesai):
    isi = {"mulai": mulai, "selesai": selesai, "pendekatan": "kuantitatif"}
    jawab = masuk(garis.bawahan[0]).post(alamat("skp-buat"), isi)
    assert jawab.status_code == 422 and f'value="{mulai}"' in jawab.content.decode() and not SKP.objects.exists()


def test_weights_typed_stay(garis, masuk, draf):
    satu, dua = Indikator.objects.utama(draf.pk)
    isi = {f"bobot-{satu.pk}": "61,555", f"bobot-{dua.pk}": "abc", "aksi": "simpan", "versi": versi(draf)}
    jawab = masuk(garis.bawahan[0]).post(alamat("bobot-simpan", draf.pk), isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 422 and 'value="61,555"' in teks and 'value="abc"' in teks
    satu.refresh_from_db()
    assert satu.bobot == Decimal("60.00")


def test_submitting_takes_the_weights_being_typed_along(garis, masuk, draf):
    satu, dua = Indikator.objects.utama(draf.pk)
    klien = masuk(garis.bawahan[0])
    for ketik, kode, tersimpan in (("abc", 422, "60.00"), ("70,5", 422, "70.50"), ("75", 302, "75.00")):
        isi = {f"bobot-{satu.pk}": ketik, f"bobot-{dua.pk}": "25", "versi": versi(draf)}
        jawab = klien.post(alamat("skp-ajukan", draf.pk), isi)
        satu.refresh_from_db()
        assert (jawab.status_code, satu.bobot) == (kode, Decimal(tersimpan))
        assert kode == 302 or f'value="{ketik}"' in jawab.content.decode()
    draf.refresh_from_db()
    assert draf.status == StatusSKP.DIAJUKAN


def test_deciding_takes_the_expectations_being_typed_along(garis, masuk):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    klien = masuk(garis.atasan)
    kosong = klien.post(
        alamat("skp-kembalikan", skp.pk), {"catatan": "", "loyal": "Sedang diketik", "versi": versi(skp)}
    )
    assert kosong.status_code == 422 and "Sedang diketik" in kosong.content.decode()
    klien.post(alamat("skp-setujui", skp.pk), {"loyal": "Menjaga rahasia", "catatan": "", "versi": versi(skp)})
    skp.refresh_from_db()
    assert (skp.status, skp.ekspektasi_perilaku.get().ekspektasi) == (StatusSKP.DISETUJUI, "Menjaga rahasia")


def test_stale_weights_and_expectations_stay_as_typed(garis, masuk, draf):
    satu, _ = Indikator.objects.utama(draf.pk)
    isi = {f"bobot-{satu.pk}": "12,34", "loyal": "Sedang diketik", "versi": versi(draf)}
    SKP.objects.update(versi=99)
    jawab = masuk(garis.bawahan[0]).post(alamat("bobot-simpan", draf.pk), isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 409 and 'value="12,34"' in teks and "Sedang diketik" in teks


def test_submitted_in_another_tab_keeps_what_is_typed_in_this_one(garis, masuk, draf):
    hasil = draf.hasil.get()
    SKP.objects.update(status=StatusSKP.DIAJUKAN)
    klien = masuk(garis.bawahan[0])
    for nama, pk, isi in (
        ("hasil-ubah", hasil.pk, {"uraian": "Sedang diketik", "jenis": "utama"}),
        ("ekspektasi-simpan", draf.pk, {"loyal": "Sedang diketik"}),
    ):
        jawab = klien.post(alamat(nama, pk), isi | {"versi": versi(draf)})
        assert jawab.status_code == 422 and "Sedang diketik" in jawab.content.decode()


def test_address_of_a_form_opens_it(garis, masuk, draf):
    hasil = draf.hasil.get()
    klien = masuk(garis.bawahan[0])
    assert f'id="hasil-{hasil.pk}-uraian"' in klien.get(alamat("hasil-ubah", hasil.pk)).content.decode()
    indikator = hasil.indikator.first()
    assert f'id="indikator-{indikator.pk}-uraian"' in klien.get(alamat("indikator-ubah", indikator.pk)).content.decode()


def test_live_sum_is_the_fragment_that_stands_in_the_page(garis, masuk, draf):
    satu, dua = Indikator.objects.utama(draf.pk)
    klien = masuk(garis.bawahan[0])
    halaman = klien.get(alamat("skp-detail", draf.pk)).content.decode()
    pas = klien.get(
        alamat("bobot-jumlah", draf.pk), {f"bobot-{satu.pk}": "60", f"bobot-{dua.pk}": "40"}
    ).content.decode()
    rapat = re.sub(r"\s+", " ", pas.strip())
    assert "100,00" in rapat and rapat in re.sub(r"\s+", " ", halaman)
    kurang = klien.get(alamat("bobot-jumlah", draf.pk), {f"bobot-{satu.pk}": "60,5", f"bobot-{dua.pk}": "x"})
    assert "60,50" in kurang.content.decode()


def test_stale_plan_shows_both_texts(garis, masuk, draf):
    hasil = draf.hasil.get()
    lama = versi(draf)
    umum = {"skp_id": draf.pk, "hasil_id": hasil.pk, "oleh": garis.bawahan[0].pengguna, "saat": SAAT}
    actions.save_result(uraian="Teks dari tab lain", **umum)
    isi = {"uraian": "Teks di tab ini", "jenis": "utama", "versi": lama}
    jawab = masuk(garis.bawahan[0]).post(alamat("hasil-ubah", hasil.pk), isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 409 and "Teks dari tab lain" in teks and "Teks di tab ini" in teks
    hasil.refresh_from_db()
    assert hasil.uraian == "Teks dari tab lain"
    assert masuk(garis.bawahan[0]).post(alamat("hasil-ubah", hasil.pk), isi | {"versi": versi(draf)}).status_code == 302


def test_posted_fields_that_the_form_does_not_own_change_nothing(garis, masuk, draf):
    lain = {
        "status": "disetujui",
        "penilai": garis.bawahan[1].pk,
        "pegawai": garis.bawahan[1].pk,
        "skp": 1,
        "urutan": 9,
    }
    isi = {"uraian": "H", "jenis": "utama", "versi": versi(draf)} | lain
    masuk(garis.bawahan[0]).post(alamat("hasil-ubah", draf.hasil.get().pk), isi)
    draf.refresh_from_db()
    assert (draf.status, draf.penilai, draf.pegawai) == (StatusSKP.DRAF, garis.atasan, garis.bawahan[0])


# --- progress -----------------------------------------------------------------------------------------------


def isi_realisasi(klien, indikator, **ganti):
    isi = {"nilai": "1.234,5", "uraian": "Catatan saya", "tautan": "", "terakhir": "0"} | ganti
    return klien.post(alamat("realisasi-simpan", indikator.pk, PeriodeFactory().pk), isi)


def test_a_period_without_an_entry_names_the_last_one_before(garis, masuk, disetujui):
    """Not that nothing was recorded: the year has its figure of the quarter before."""
    kini = f"{alamat('realisasi', disetujui.pk)}?periode={PeriodeFactory().pk}"
    lalu = PeriodeFactory(nama="Triwulan II 2026", mulai=date(2026, 4, 1), selesai=date(2026, 6, 30))
    indikator = Indikator.objects.get(hasil__skp=disetujui, jenis="kuantitatif")
    klien = masuk(disetujui.pegawai)
    assert "belum ada yang tercatat" in klien.get(kini).text
    RealisasiFactory(indikator=indikator, periode=lalu, nilai=20)
    dibaca = klien.get(kini).text
    assert "periode ini belum diisi, terakhir 20 pada Triwulan II 2026" in dibaca
    assert "belum ada yang tercatat" not in dibaca


def test_realisasi_with_evidence_and_receipt(garis, masuk, disetujui):
    klien = masuk(garis.bawahan[0])
    angka = Indikator.objects.utama(disetujui.pk)[0]
    jawab = isi_realisasi(klien, angka, berkas=SimpleUploadedFile("laporan.pdf", PDF))
    teks = klien.get(jawab.url).content.decode()
    assert "diterima 10.00.00 WITA" in teks and "1.234,5" in teks and "laporan.pdf" in teks
    assert "capaian 120,00" in teks


def test_evidence_that_is_a_link_or_lost_is_not_sent(garis, masuk, disetujui):
    umum = {"realisasi__indikator": Indikator.objects.utama(disetujui.pk)[0]}
    tautan, berkas = BuktiFactory(**umum), BuktiFactory(tersimpan=True, **umum)
    klien = masuk(garis.bawahan[0])
    jawab = klien.get(alamat("bukti", berkas.pk))
    assert jawab.status_code == 200 and b"".join(jawab.streaming_content).startswith(b"%PDF")
    berkas.berkas.storage.delete(berkas.berkas.name)
    assert klien.get(alamat("bukti", berkas.pk)).status_code == 404
    assert klien.get(alamat("bukti", tautan.pk)).status_code == 404


def test_evidence_goes_only_to_whom_sees_the_plan(garis, masuk, disetujui):
    angka = Indikator.objects.utama(disetujui.pk)[0]
    isi_realisasi(masuk(garis.bawahan[0]), angka, berkas=SimpleUploadedFile("laporan.pdf", PDF))
    bukti = Realisasi.objects.get().bukti.get()
    for orang, kode in ((garis.bawahan[0], 200), (garis.atasan, 200), (garis.bawahan[1], 404), (PegawaiFactory(), 404)):
        jawab = masuk(orang).get(alamat("bukti", bukti.pk))
        assert jawab.status_code == kode
        if kode == 200:
            assert b"".join(jawab.streaming_content) == PDF
            assert jawab["Content-Disposition"] == 'attachment; filename="laporan.pdf"'
            assert (jawab["X-Content-Type-Options"], jawab["Content-Type"]) == ("nosniff", "application/pdf")
            assert "no-store" in jawab["Cache-Control"]
    assert masuk(garis.bawahan[0]).get(f"/{bukti.berkas.name}").status_code == 404


@pytest.mark.parametrize(
    "ganti",
    [
        {"nilai": "1e3"},
        {"nilai": ""},
        {"nilai": "-5"},
        {"tautan": "javascript:alert(1)"},
        {"berkas": SimpleUploadedFile("halaman.svg", b"<svg/>")},
        {"berkas": SimpleUploadedFile("laporan.pdf", b"<script>")},
        {"berkas": SimpleUploadedFile("besar.pdf", PDF + b" " * 5 * 1024 * 1024)},
        {"berkas": SimpleUploadedFile("kosong.pdf", b"")},
    ],
)
def test_bad_entry_is_a_sentence_and_what_was_typed_stays(garis, masuk, disetujui, ganti):
    jawab = isi_realisasi(masuk(garis.bawahan[0]), Indikator.objects.utama(disetujui.pk)[0], **ganti)
    teks = jawab.content.decode()
    assert jawab.status_code == 422 and 'role="alert"' in teks and "Catatan saya" in teks
    assert not Realisasi.objects.exists()


def test_stale_entry_shows_both(garis, masuk, disetujui):
    klien = masuk(garis.bawahan[0])
    angka = Indikator.objects.utama(disetujui.pk)[0]
    isi_realisasi(klien, angka, nilai="31")
    jawab = isi_realisasi(klien, angka, nilai="47", uraian="Dari tab kedua")
    teks = jawab.content.decode()
    assert jawab.status_code == 409 and "<strong>31 dokumen</strong>" in teks and 'value="47"' in teks
    assert "Dari tab kedua" in teks and Realisasi.objects.count() == 1
    terakhir = re.findall(r'name="terakhir" value="(\d+)"', teks)[0]
    assert isi_realisasi(klien, angka, nilai="47", terakhir=terakhir).status_code == 302


def test_after_the_close_nothing_is_taken_and_the_text_stays(garis, masuk, disetujui):
    periode = PeriodeFactory()
    with time_machine.travel(periode.isi_sampai + timedelta(seconds=1), tick=False):
        klien = masuk(garis.bawahan[0])
        jawab = isi_realisasi(klien, Indikator.objects.utama(disetujui.pk)[0])
        assert jawab.status_code == 422 and "sudah ditutup pada" in jawab.content.decode()
        assert "Catatan saya" in jawab.content.decode()
    assert not Realisasi.objects.exists()


# --- outcomes -----------------------------------------------------------------------------------------------


def test_outcome_never_crosses_a_break_and_says_where_it_is_from(garis, masuk):
    iku = IkuFactory(nama="Usia harapan hidup", unit=garis.unit, satuan="tahun", arah="naik")
    for tahun, nilai, seri in (
        (2019, "71.49", "lama"),
        (2020, "71.76", "lama"),
        (2020, "74.50", "baru"),
        (2021, "74.83", "baru"),
    ):
        NilaiIkuFactory(iku=iku, tahun=tahun, nilai=Decimal(nilai), seri=seri, sumber=f"Sumber {seri}")
    TargetIkuFactory(iku=iku, tahun=2026, nilai=Decimal("75.10"))
    kepala = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan), iku=iku, uraian="Hasil kepala")
    HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[0]), mendukung=kepala, uraian="Hasil bawahan")
    halaman = masuk(garis.atasan).get(alamat("iku-detail", iku.pk))
    teks = halaman.content.decode()
    assert halaman.context["garis"] == [
        [(2019, Decimal("71.49")), (2020, Decimal("71.76"))],
        [(2020, Decimal("74.50")), (2021, Decimal("74.83"))],
    ]
    assert teks.count('class="garis"') == 2 and "angka demo" in teks and "Sumber lama" in teks
    assert halaman.context["penopang"].tingkat == ((1, 1, 1), (2, 1, 1))
    assert "Hasil kepala" in teks and "Hasil bawahan" in teks
    asing = masuk(PegawaiFactory()).get(alamat("iku-detail", iku.pk))
    assert "Hasil bawahan" not in asing.content.decode() and asing.context["penopang"].orang == 2


def test_list_of_outcomes_filters_and_exports_what_is_filtered(garis, masuk):
    NilaiIkuFactory(iku__nama="=Kemiskinan", iku__unit=garis.unit)
    NilaiIkuFactory(iku__nama="Kematian bayi")
    klien = masuk(garis.atasan)
    teks = klien.get(alamat("iku-list"), {"unit": garis.unit.pk}).content.decode()
    assert "Kemiskinan" in teks and "Kematian bayi" not in teks
    csv = klien.get(alamat("iku-list"), {"q": "miskin", "ekspor": "csv"}).content.decode("utf-8-sig")
    assert "'=Kemiskinan" in csv and "Kematian" not in csv
    assert "Tidak ada indikator" in klien.get(alamat("iku-list"), {"q": "zzz", "urut": "pk; drop"}).content.decode()


# --- cost ---------------------------------------------------------------------------------------------------


@pytest.fixture
def jumlah_kueri(django_assert_max_num_queries):
    def ukur(klien, jalan):
        klien.get(jalan)
        with django_assert_max_num_queries(60) as catatan:
            assert klien.get(jalan).status_code == 200
        return len(catatan)

    return ukur


def test_pages_cost_the_same_however_much_they_show(garis, masuk, jumlah_kueri):
    draf = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    klien = masuk(garis.bawahan[0])
    sedikit = jumlah_kueri(klien, alamat("skp-detail", draf.pk))
    atasan = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan))
    for _ in range(6):
        IndikatorFactory.create_batch(4, hasil=HasilKerjaFactory(skp=draf, mendukung=atasan))
    assert jumlah_kueri(klien, alamat("skp-detail", draf.pk)) == sedikit


def test_progress_costs_the_same_however_much_it_shows(garis, masuk, jumlah_kueri, disetujui):
    klien = masuk(garis.bawahan[0])
    isi_realisasi(klien, Indikator.objects.utama(disetujui.pk)[0], tautan="https://contoh.test/a")
    sedikit = jumlah_kueri(klien, alamat("realisasi", disetujui.pk))
    for indikator in IndikatorFactory.create_batch(8, hasil=HasilKerjaFactory(skp=disetujui)):
        isi_realisasi(klien, indikator, tautan="https://contoh.test/a")
        terakhir = indikator.realisasi.get().pk
        isi_realisasi(klien, indikator, tautan="https://contoh.test/b", terakhir=terakhir)
    assert jumlah_kueri(klien, alamat("realisasi", disetujui.pk)) == sedikit


def test_lists_cost_the_same_however_long_they_are(garis, masuk, jumlah_kueri):
    klien = masuk(garis.atasan)
    buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    iku = NilaiIkuFactory().iku
    kepala = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan), iku=iku)
    HasilKerjaFactory(skp=SKP.objects.exclude(pk=kepala.skp_id).get(), mendukung=kepala)
    jalan = [alamat("persetujuan"), alamat("iku-list"), alamat("iku-detail", iku.pk), alamat("skp-list")]
    sedikit = [jumlah_kueri(klien, satu) for satu in jalan]
    lain = buat_skp_lengkap(garis.bawahan[1], garis.atasan, StatusSKP.DIAJUKAN)
    HasilKerjaFactory.create_batch(5, skp=lain, mendukung=kepala)
    for satu in NilaiIkuFactory.create_batch(5):
        TargetIkuFactory(iku=satu.iku)
    NilaiIkuFactory(iku=iku, tahun=2030)
    assert [jumlah_kueri(klien, satu) for satu in jalan] == sedikit


def test_admin_configures_reference_data_and_reads_no_plan(client, garis):
    assert {model.__name__ for model in admin.site._registry if model._meta.app_label == "kinerja"} == {
        "Periode", "Iku", "NilaiIku", "TargetIku", "PustakaHasil"
    }  # fmt: skip
    client.force_login(PenggunaFactory(is_staff=True, is_superuser=True))
    isi = {"nama": "Angka kemiskinan", "kunci": "miskin", "unit": garis.unit.pk, "satuan": "persen", "arah": "turun"}
    assert client.post(reverse("admin:kinerja_iku_add"), isi | _TANPA_BARIS).status_code == 302
    assert CatatanAudit.objects.filter(aksi="panel.iku.ditambah").count() == 1


#: The inline rows of an outcome, none of them.
_TANPA_BARIS = {f"{nama}-{bidang}": "0" for nama in ("nilai", "target") for bidang in ("TOTAL_FORMS", "INITIAL_FORMS")}


def test_admin_opens_no_period_again(client):
    """When filling in ends is a matter of the siklus: an extension in writing, or two people."""
    periode = PeriodeFactory()
    client.force_login(PenggunaFactory(is_staff=True, is_superuser=True))
    isi = {
        "nama": periode.nama, "jenis": periode.jenis, "mulai": "2026-10-01", "selesai": "2026-12-31",
        "isi_dari_0": "2026-10-01", "isi_dari_1": "00:00", "isi_sampai_0": "2027-06-30", "isi_sampai_1": "00:00",
    }  # fmt: skip
    assert client.post(reverse("admin:kinerja_periode_change", args=[periode.pk]), isi).status_code == 403
    assert client.post(reverse("admin:kinerja_periode_add"), isi | {"mulai": "2027-01-01"}).status_code == 403
    assert Periode.objects.get().isi_sampai == periode.isi_sampai
