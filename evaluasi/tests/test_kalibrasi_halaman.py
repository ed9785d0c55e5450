"""The calibration pages: what is shown, that it is the rule's, what stays typed, and what they cost."""

from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions, akses
from evaluasi.models import Kalibrasi, LembarPenilaian, Potongan
from evaluasi.pilihan import PredikatOrganisasi, Rating, Tahap
from evaluasi.rekap.kalibrasi import baris_kantor, kantor_kalibrasi, kurva
from evaluasi.tests.factories import KinerjaOrganisasiFactory, LembarFactory, SiklusFactory, buat_bkpsdm, tetapkan, wita
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, StatusSKP
from kinerja.tests.factories import RealisasiFactory, buat_skp_lengkap
from mataram_asn.kit.models import Surat
from pegawai.tests.factories import PegawaiFactory, PenempatanFactory, buat_garis

pytestmark = pytest.mark.django_db
SAAT = wita(2027, 1, 13, 9)


@pytest.fixture
def time_machine_saat():
    """The clock of the pages stands in the calibration of quarter IV."""
    with time_machine.travel(SAAT, tick=False):
        yield


def kantor(orang: int = 2):
    """An office whose people were scored by somebody below the head, in calibration with its chunks done."""
    garis = buat_garis()
    bawahan = list(garis.bawahan[:orang])
    while len(bawahan) < orang:
        bawahan.append(PenempatanFactory(jabatan=garis.jabatan_bawahan).pegawai)
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    penilai = PegawaiFactory()
    lembar = []
    for satu in bawahan:
        skp = buat_skp_lengkap(satu, garis.atasan, StatusSKP.DISETUJUI)
        indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
        RealisasiFactory(indikator=indikator, periode=siklus.periode, nilai=45)
        lembar.append(LembarFactory(siklus=siklus, skp=skp, penilai=penilai))
    return garis, siklus, lembar


def mulai_kalibrasi(siklus):
    saat = wita(2027, 1, 12)
    actions.advance_due(saat=saat)
    for pk in Potongan.objects.menunggu().values_list("pk", flat=True):
        assert actions.work_chunk(potongan_id=pk, pid=1, pekerja="uji", saat=saat), Potongan.objects.get(pk=pk).galat
    siklus.refresh_from_db()


def isi_halaman(client, nama, *pk, **saring) -> str:
    return client.get(reverse(f"evaluasi:kalibrasi-{nama}", args=pk), saring).text.partition("<main")[2]


def ubah(lembar, oleh, ke=Rating.DI_ATAS, dari=Rating.SESUAI):
    isi = {"sumbu": "hasil", "dari": dari, "ke": ke, "alasan": "menutup kekosongan", "saat": SAAT}
    return actions.calibrate(lembar_id=lembar.pk, oleh=oleh, **isi)


def test_the_figures_of_set_sheets_are_ready_when_calibration_begins():
    _, siklus, (satu, dua) = kantor()
    tetapkan(satu)
    mulai_kalibrasi(siklus)
    satu.refresh_from_db()
    dua.refresh_from_db()
    # 60 % × 90 + 40 % × 100; the assessor chose seven values and one indicator, all as expected
    assert (satu.indeks_hasil, satu.indeks_perilaku) == (Decimal("94.00"), Decimal("100.00"))
    assert (satu.capaian_angka, satu.nilai_penilai, satu.nilai_seragam) == (Decimal("90.00"), Decimal("100.00"), True)
    assert (dua.indeks_hasil, dua.status) == (None, "tertahan")


def test_the_curve_counts_what_stands_now_and_says_what_would_satisfy():
    garis, siklus, lembar = kantor(3)
    for satu in lembar:
        tetapkan(satu)
    mulai_kalibrasi(siklus)
    KinerjaOrganisasiFactory(unit=garis.unit, periode=siklus.periode, predikat=PredikatOrganisasi.BAIK)
    sebelum = kurva(siklus, garis.unit.pk, baris_kantor(siklus, garis.unit.pk))
    assert sebelum.jumlah["baik"] == 3
    assert any("paling banyak 2 dari 3" in kalimat for kalimat in sebelum.pola.kalimat)
    assert "satu orang sudah 33 %" in sebelum.catatan
    perubahan = ubah(lembar[0], garis.atasan.pengguna, Rating.DI_BAWAH)
    sesudah = kurva(siklus, garis.unit.pk, baris_kantor(siklus, garis.unit.pk))
    assert (sesudah.jumlah["baik"], sesudah.jumlah["butuh_perbaikan"], sesudah.pola.sesuai) == (2, 1, True)
    [satu] = kantor_kalibrasi(siklus)
    assert (satu.orang, satu.dinilai, satu.diubah, satu.kurva) == (3, 3, 1, sesudah)
    actions.withdraw_calibration(kalibrasi_id=perubahan.pk, alasan="keliru", oleh=garis.atasan.pengguna, saat=SAAT)
    assert kurva(siklus, garis.unit.pk, baris_kantor(siklus, garis.unit.pk)) == sebelum


def test_the_head_reads_filters_and_exports(client, time_machine_saat):
    garis, siklus, (satu, dua) = kantor()
    tetapkan(satu, rating_hasil=Rating.DI_ATAS)
    mulai_kalibrasi(siklus)
    client.force_login(garis.atasan.pengguna)
    alamat = (siklus.pk, garis.unit.pk)
    assert garis.unit.nama in isi_halaman(client, "list", siklus.pk)
    semua = isi_halaman(client, "unit", *alamat)
    assert satu.pegawai.nama in semua and dua.pegawai.nama in semua
    for sorotan, ada in (("menyimpang", satu), ("belum", dua)):
        isi = isi_halaman(client, "unit", *alamat, sorotan=sorotan)
        lain = dua if ada is satu else satu
        assert ada.pegawai.nama in isi and lain.pegawai.nama not in isi
    berkas = client.get(
        reverse("evaluasi:kalibrasi-unit", args=alamat), {"ekspor": "csv", "sorotan": "menyimpang"}
    ).content.decode("utf-8-sig")
    assert satu.pegawai.nama in berkas and "menurut bukti" in berkas and dua.pegawai.nama not in berkas
    assert "Tidak ada pegawai yang cocok" in isi_halaman(client, "unit", *alamat, sorotan="hebat")
    client.force_login(satu.pegawai.pengguna)
    assert client.get(reverse("evaluasi:kalibrasi-unit", args=alamat)).status_code == 404
    assert client.get(reverse("evaluasi:kalibrasi-lembar", args=[satu.pk])).status_code == 404


def test_who_calibrates_reads_why_down_to_the_realisasi(client, time_machine_saat):
    """The tree of the set sheet stands on the page; of a sheet that nobody set there is none."""
    _, siklus, lembar = kantor()
    tetapkan(lembar[0])
    mulai_kalibrasi(siklus)
    client.force_login(buat_bkpsdm())
    isi = isi_halaman(client, "lembar", lembar[0].pk)
    for kata in ("Dari mana angkanya", "Realisasi", "45", "bobot"):
        assert kata in isi, kata
    assert "Dari mana angkanya" not in isi_halaman(client, "lembar", lembar[1].pk)


def test_one_change_through_the_page_and_what_was_typed_stays(client, time_machine_saat):
    garis, siklus, (satu, dua) = kantor()
    for lembar in (satu, dua):
        tetapkan(lembar)
    mulai_kalibrasi(siklus)
    client.force_login(garis.atasan.pengguna)
    alamat = reverse("evaluasi:kalibrasi-lembar", args=[satu.pk])
    isi = {"sumbu": "hasil", "dari": "sesuai", "ke": "di_atas", "alasan": "membimbing rekan lain"}
    for keliru, status in (
        ({"ke": ""}, 422),
        ({"ke": "hebat"}, 422),
        ({"alasan": ""}, 422),
        ({"sumbu": "x"}, 422),
        ({"alasan": "y" * 2001}, 422),
        ({"dari": "di_bawah"}, 409),
    ):
        jawab = client.post(alamat, isi | keliru)
        assert jawab.status_code == status, keliru
        assert keliru.get("alasan", "membimbing rekan lain") in jawab.text or "sumbu" in keliru
    assert not Kalibrasi.objects.exists()
    assert client.post(alamat, isi).url == reverse("evaluasi:kalibrasi-unit", args=[siklus.pk, garis.unit.pk])
    baris = Kalibrasi.objects.get()
    assert client.post(alamat, isi).status_code == 409, "the same request again changes nothing"
    assert "membimbing rekan lain" in client.get(alamat).text
    client.force_login(satu.penilai.pengguna)
    assert "membimbing rekan lain" in client.get(reverse("evaluasi:nilai", args=[satu.pk])).text
    client.force_login(garis.atasan.pengguna)
    cabut = reverse("evaluasi:kalibrasi-cabut", args=[baris.pk])
    assert client.post(cabut, {"alasan": " "}).status_code == 422
    assert client.post(cabut, {"alasan": "keliru orang"}).url == alamat
    assert client.post(cabut, {"alasan": "lagi"}).status_code == 422
    assert Kalibrasi.objects.count() == 2


def test_the_assessor_is_asked_and_may_still_change_the_sheet(client, time_machine_saat):
    garis, siklus, (satu, _) = kantor()
    tetapkan(satu)
    mulai_kalibrasi(siklus)
    client.force_login(garis.atasan.pengguna)
    minta = reverse("evaluasi:kalibrasi-minta", args=[satu.pk])
    for keliru in ("", "x\x00", "y" * 501):
        assert client.post(minta, {"pesan": keliru}).status_code == 422
    assert not Surat.objects.filter(kunci__contains=":minta-").exists()
    client.post(minta, {"pesan": "Mohon bandingkan dengan rekannya."})
    surat = Surat.objects.get(kunci__contains=":minta-")
    assert (surat.kepada, Kalibrasi.objects.exists()) == (satu.penilai.pengguna, False)
    assert "Mohon bandingkan" in surat.isi
    assert akses.why_not_score(satu.penilai.pengguna, satu, SAAT) == ""


def test_before_calibration_the_page_does_not_exist(client):
    garis, siklus, _ = kantor()
    client.force_login(garis.atasan.pengguna)
    for nama, pk in (("list", [siklus.pk]), ("unit", [siklus.pk, garis.unit.pk])):
        assert client.get(reverse(f"evaluasi:kalibrasi-{nama}", args=pk)).status_code == 404


def test_pages_cost_the_same_for_more_people(client, time_machine_saat):
    hitung = []
    client.force_login(buat_bkpsdm())
    garis, siklus, lembar = kantor()
    mulai_kalibrasi(siklus)
    for orang in (2, 7):
        lembar = tambah(garis, siklus, orang) if hitung else lembar
        for satu in lembar:
            tetapkan(satu)
        ubah(lembar[-1], garis.atasan.pengguna)
        with CaptureQueriesContext(connection) as catatan:
            assert lembar[-1].pegawai.nama in isi_halaman(client, "unit", siklus.pk, garis.unit.pk)
            isi_halaman(client, "list", siklus.pk)
        hitung.append(len(catatan))
    assert hitung[0] == hitung[1]


def tambah(garis, siklus, orang):
    baru = []
    for _ in range(orang):
        pegawai = PenempatanFactory(jabatan=garis.jabatan_bawahan).pegawai
        skp = buat_skp_lengkap(pegawai, garis.atasan, StatusSKP.DISETUJUI)
        baru.append(LembarFactory(siklus=siklus, skp=skp, penilai=LembarPenilaian.objects.first().penilai))
    return baru
