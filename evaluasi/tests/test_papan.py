"""The board of who holds up whom, and the pegawai's own punctuality apart from it."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions
from evaluasi.models import LembarPenilaian, Potongan
from evaluasi.pilihan import Tahap
from evaluasi.rekap.papan import ketepatan, papan
from kinerja.models import SKP, Perpanjangan
from pegawai.pilihan import JenisUnit
from pegawai.tests.factories import PenempatanFactory, UnitFactory

from .factories import TANGGAL, LembarFactory, SiklusFactory, buat_bkpsdm, tetapkan, wita

pytestmark = pytest.mark.django_db
AKHIR = TANGGAL[Tahap.KALIBRASI]


def test_who_waits_since_when_and_what_follows():
    lembar = LembarFactory()
    tetapkan(LembarFactory(siklus=lembar.siklus))
    siklus = lembar.siklus
    [dalam_waktu] = papan(siklus, AKHIR - timedelta(days=1))
    assert (dalam_waktu.sejak, dalam_waktu.kata, dalam_waktu.berikut) == (None, "Masih dalam waktu", AKHIR)
    assert dalam_waktu.langkah == "Tercatat lewat waktu"
    keadaan = [
        (satu.kata, satu.hari, satu.berikut, satu.langkah)
        for hari in (1, 3, 6)
        for satu in papan(siklus, AKHIR + timedelta(days=hari))
    ]
    assert keadaan == [
        ("Menunggu penilaian", 1, AKHIR + timedelta(days=2), "Atasan penilai diberi tahu"),
        ("Atasan penilai diberi tahu", 3, AKHIR + timedelta(days=5), "Atasan penilai dapat menilai"),
        ("Atasan penilai dapat menilai", 6, None, ""),
    ]
    assert papan(siklus, AKHIR, {lembar.penilai_id}) and not papan(siklus, AKHIR, {10**9})


def test_the_assessors_lateness_is_not_the_pegawais():
    lembar = LembarFactory()
    LembarPenilaian.objects.filter(pk=lembar.pk).update(sisi_pegawai_pada=TANGGAL[Tahap.PENILAIAN] - timedelta(hours=1))
    [satu] = ketepatan(lembar.siklus)
    assert satu.kata(AKHIR + timedelta(days=30)) == "Tepat waktu"
    LembarPenilaian.objects.filter(pk=lembar.pk).update(sisi_pegawai_pada=TANGGAL[Tahap.PENILAIAN])
    [satu] = ketepatan(lembar.siklus)
    assert satu.kata(AKHIR) == "Sesudah tenggat"
    actions.extend_deadline(
        siklus_id=lembar.siklus_id, kegiatan="isi", pegawai_id=lembar.pegawai_id, alasan="Gempa.",
        sampai=TANGGAL[Tahap.PENILAIAN] + timedelta(days=2), oleh=buat_bkpsdm(), saat=wita(2027, 1, 5),
    )  # fmt: skip
    [satu] = ketepatan(lembar.siklus)
    assert satu.kata(AKHIR) == "Tepat waktu"


def test_queries_do_not_grow_with_sheets():
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)

    def hitung() -> int:
        with CaptureQueriesContext(connection) as q:
            for satu in papan(siklus, AKHIR):
                assert str(satu.lembar.penilai) and str(satu.lembar.skp.unit)
            assert all(satu.kata(AKHIR) for satu in ketepatan(siklus))
        return len(q)

    LembarFactory(siklus=siklus)
    satu = hitung()
    for _ in range(3):
        LembarFactory(siklus=siklus)
    assert hitung() == satu


def test_pages_filter_export_and_refuse_with_a_sentence(client):
    lembar = LembarFactory()
    lain = LembarFactory(siklus=lembar.siklus)
    client.force_login(buat_bkpsdm())
    alamat = reverse("evaluasi:siklus-papan", args=[lembar.siklus_id])
    assert lembar.pegawai.nama in client.get(alamat, {"cari": lembar.pegawai.nama}).content.decode()
    isi = client.get(alamat, {"cari": lembar.pegawai.nama, "ekspor": "csv"}).content.decode()
    assert lembar.pegawai.nama in isi and lain.pegawai.nama not in isi
    assert client.get(alamat, {"keadaan": "aneh", "urut": "aneh"}).status_code == 200
    for nip in ("1e3", "٣", "0", "x" * 5):
        kirim = {"ke": "lain", "nip": nip, "alasan": "Cuti."}
        jawab = client.post(reverse("evaluasi:lembar-alih", args=[lembar.pk]), kirim)
        assert jawab.status_code == 422 and "Tidak ada pegawai" in jawab.content.decode()
    jawab = client.post(
        reverse("evaluasi:siklus-mohon", args=[lembar.siklus_id]), {"apa": "buka_kembali", "alasan": "a"}
    )
    assert jawab.status_code == 422
    client.force_login(lembar.penilai.pengguna)
    isi = client.get(alamat, {"keadaan": "saya"}).content.decode()
    assert lembar.pegawai.nama in isi and lain.pegawai.nama not in isi


def test_punctuality_is_narrowed_by_its_words_and_by_office_and_exported_so(client):
    """The officer sees 5,000 people: only those who did not say they were done, of one office."""
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    kantor = UnitFactory(jenis=JenisUnit.DINAS)
    seksi = UnitFactory(jenis=JenisUnit.SEKSI, induk=kantor)
    selesai, belum, lain = (LembarFactory(siklus=siklus) for _ in range(3))
    SKP.objects.filter(pk__in=[selesai.skp_id, belum.skp_id]).update(unit=seksi)
    LembarPenilaian.objects.filter(pk=selesai.pk).update(sisi_pegawai_pada=TANGGAL[Tahap.ISI_BUKTI])
    alamat = reverse("evaluasi:siklus-ketepatan", args=[siklus.pk])
    with time_machine.travel(AKHIR, tick=False):
        client.force_login(buat_bkpsdm())
        for saring, harap in (
            ({"unit": kantor.pk}, {selesai, belum}),
            ({"unit": kantor.pk, "keadaan": "Tidak menyatakan selesai"}, {belum}),
            ({"keadaan": "Tepat waktu", "urut": "-selesai"}, {selesai}),
            ({"cari": str(seksi)}, {selesai, belum}),
            ({"keadaan": "aneh"}, set()),
        ):
            for kirim in (saring, saring | {"ekspor": "csv"}):
                isi = client.get(alamat, kirim).content.decode()
                ada = {satu for satu in (selesai, belum, lain) if satu.pegawai.nama_lengkap in isi}
                assert ada == harap, kirim


def test_the_report_of_who_was_left_out_names_the_unit_and_the_reasons(client):
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    tempat, lain = PenempatanFactory(), PenempatanFactory()
    Potongan.objects.create(
        siklus=siklus,
        langkah="siapkan",
        awal=1,
        akhir=2,
        saat=AKHIR,
        ditolak=[
            {"pegawai": tempat.pegawai_id, "alasan": "Belum mempunyai SKP."},
            {"pegawai": lain.pegawai_id, "alasan": "Tugas belajar."},
        ],
    )
    client.force_login(buat_bkpsdm())
    alamat = reverse("evaluasi:siklus-laporan", args=[siklus.pk])
    semua = client.get(alamat).content.decode()
    assert str(tempat.jabatan.unit) in semua and str(lain.jabatan.unit) in semua
    for saring in (
        {"alasan": "Tugas belajar."},
        {"cari": str(lain.jabatan.unit)},
        {"alasan": "Tugas belajar.", "ekspor": "csv"},
    ):
        isi = client.get(alamat, saring).content.decode()
        assert lain.pegawai.nama in isi and tempat.pegawai.nama not in isi
    assert tempat.pegawai.nama not in client.get(alamat, {"alasan": "karangan"}).content.decode()


def test_extensions_are_found_by_name_and_state_and_exported_so(client):
    siklus = SiklusFactory(tahap=Tahap.ISI_BUKTI)
    orang, lain = (LembarFactory(siklus=siklus).pegawai for _ in range(2))
    oleh = buat_bkpsdm()
    ada = {"periode": siklus.periode, "kegiatan": "isi", "sampai": AKHIR, "alasan": "Sakit.", "diberikan_oleh": oleh}
    Perpanjangan.objects.create(pegawai=orang, **ada)
    Perpanjangan.objects.create(pegawai=lain, dicabut_pada=AKHIR, dicabut_oleh=oleh, **ada)
    client.force_login(oleh)
    alamat = reverse("evaluasi:siklus-perpanjangan", args=[siklus.pk])
    assert lain.nama in client.get(alamat).content.decode()
    for saring in ({"cari": orang.nama}, {"keadaan": "berlaku"}, {"keadaan": "berlaku", "ekspor": "csv"}):
        isi = client.get(alamat, saring).content.decode()
        assert orang.nama in isi and lain.nama not in isi
    assert orang.nama not in client.get(alamat, {"keadaan": "dicabut"}).content.decode()
