"""Outcomes: figures kept with their source and history, achievement by the rule, and who moves them."""

from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja import actions, rekap_iku
from kinerja.models import Iku, NilaiIku, TargetIku
from kinerja.pilihan import Arah
from kinerja.tests.factories import (
    HARI,
    SAAT,
    HasilKerjaFactory,
    IkuFactory,
    NilaiIkuFactory,
    SKPFactory,
    TargetIkuFactory,
)
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.tests.factories import PengelolaUnitFactory, PenggunaFactory, UnitFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db


@pytest.fixture
def iku(db):
    with time_machine.travel(SAAT, tick=False):
        yield IkuFactory(arah=Arah.NAIK)


def nilai(iku, oleh=None, **ganti) -> NilaiIku:
    isi = {"tahun": 2024, "nilai": Decimal("74.83"), "sumber": "Publikasi", "seri": "baru"} | ganti
    return actions.record_iku_value(iku_id=iku.pk, **isi, oleh=oleh or buat_bkpsdm(), saat=SAAT)


def test_a_correction_is_a_new_row_and_the_old_one_stays(iku, client):
    bkpsdm = buat_bkpsdm()
    lama = nilai(iku, bkpsdm)
    baru = nilai(iku, bkpsdm, nilai=Decimal("74.90"), alasan="Angka final")
    assert (baru.menggantikan, list(iku.nilai.berlaku())) == (lama, [baru])
    nilai(iku, bkpsdm, nilai=Decimal("74.95"), alasan="Revisi kedua")
    assert iku.nilai.count() == 3 and iku.nilai.berlaku().get().nilai == Decimal("74.95")
    assert CatatanAudit.objects.filter(aksi="iku.nilai_dicatat").count() == 3
    client.force_login(PenggunaFactory())
    halaman = client.get(reverse("kinerja:iku-detail", args=[iku.pk])).content.decode()
    assert "Angka yang sudah diperbaiki (2)" in halaman and "Angka final" in halaman and "74,83" in halaman


def test_a_second_figure_needs_a_reason_and_another_series_does_not(iku):
    nilai(iku)
    with pytest.raises(RuleViolation, match="alasan"):
        nilai(iku, nilai=Decimal(75))
    assert nilai(iku, seri="lama").menggantikan is None


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"tahun": 2027}, "sudah berjalan"),
        ({"tahun": 1989}, "Tahun antara"),
        ({"nilai": Decimal("NaN")}, "12 angka"),
        ({"nilai": Decimal(10) ** 12}, "12 angka"),
        ({"nilai": Decimal("1.00001")}, "12 angka"),
        ({"sumber": " "}, "sumber"),
        ({"sumber": "a\x00"}, "tidak dapat disimpan"),
        ({"seri": "s" * 61}, "60"),
    ],
)
def test_bad_figures_are_sentences(iku, ganti, kalimat):
    with pytest.raises(RuleViolation, match=kalimat):
        nilai(iku, **ganti)
    assert not iku.nilai.exists()


def test_a_negative_growth_is_kept_and_has_no_percentage(iku):
    nilai(iku, nilai=Decimal("-5.5"))
    TargetIkuFactory(iku=iku, tahun=2024, nilai=Decimal(4))
    assert rekap_iku.capaian_terakhir(Iku.objects.dengan_angka().get(pk=iku.pk)) is None


@pytest.mark.parametrize(
    ("siapa", "boleh"),
    [("bkpsdm", True), ("pengelola", True), ("pengelola atas", True), ("pengelola lain", False), ("orang", False)],
)
def test_who_keeps_figures(siapa, boleh, client):
    with time_machine.travel(SAAT, tick=False):
        atas = UnitFactory()
        iku = IkuFactory(unit=UnitFactory(induk=atas))
        akun = {
            "bkpsdm": buat_bkpsdm,
            "pengelola": lambda: PengelolaUnitFactory(unit=iku.unit).pengguna,
            "pengelola atas": lambda: PengelolaUnitFactory(unit=atas).pengguna,
            "pengelola lain": lambda: PengelolaUnitFactory().pengguna,
            "orang": PenggunaFactory,
        }[siapa]()
        client.force_login(akun)
        alamat = reverse("kinerja:iku-catat", args=[iku.pk, "target"])
        isi = {"tahun": "2027", "nilai": "8,25", "sumber": "RPJMD"}
        assert client.get(alamat).status_code == (200 if boleh else 404)
        assert client.post(alamat, isi).status_code == (302 if boleh else 404)
        assert TargetIku.objects.filter(nilai=Decimal("8.25"), demo=False).exists() == boleh
        if not boleh:
            with pytest.raises(RuleViolation):
                nilai(iku, akun)


def test_the_form_keeps_what_was_typed_and_refuses_with_words(iku, client):
    client.force_login(buat_bkpsdm())
    alamat = reverse("kinerja:iku-catat", args=[iku.pk, "nilai"])
    for aneh in ("1e3", "NaN", "٣", "7.5", "x" * 30, ""):
        jawab = client.post(alamat, {"tahun": "2024", "nilai": aneh, "sumber": "Sumber diketik"})
        assert jawab.status_code == 422 and "Sumber diketik" in jawab.content.decode(), aneh
    for tahun in ("1e3", "0", "-1", str(2**63), "2101"):
        assert client.post(alamat, {"tahun": tahun, "nilai": "7,5", "sumber": "S"}).status_code == 422, tahun
    assert client.get(reverse("kinerja:iku-catat", args=[iku.pk, "lain"])).status_code == 404
    assert not NilaiIku.objects.exists()


def test_the_database_holds_the_history(iku):
    satu = nilai(iku)
    with pytest.raises(DatabaseError, match="bersifat tetap"), transaction.atomic():
        NilaiIku.objects.filter(pk=satu.pk).update(nilai=1)
    with pytest.raises(DatabaseError, match="bersifat tetap"), transaction.atomic():
        NilaiIku.objects.filter(pk=satu.pk).delete()
    with pytest.raises(IntegrityError, match="nilai_iku_unik"), transaction.atomic():
        NilaiIkuFactory(iku=iku, tahun=2024, seri="baru")
    NilaiIkuFactory(iku=iku, tahun=2024, seri="baru", menggantikan=satu, alasan="satu")
    with pytest.raises(IntegrityError), transaction.atomic():
        NilaiIkuFactory(iku=iku, tahun=2024, seri="baru", menggantikan=satu, alasan="dua kali")
    with pytest.raises(IntegrityError, match="perbaikan_beralasan"), transaction.atomic():
        NilaiIkuFactory(iku=iku, tahun=2024, seri="lain", alasan="tanpa yang diganti")


def test_achievement_by_the_rule(iku):
    for tahun, angka, target in ((2023, "110", "100"), (2024, "45", "50"), (2025, "40", None)):
        NilaiIkuFactory(iku=iku, tahun=tahun, nilai=Decimal(angka))
        if target:
            TargetIkuFactory(iku=iku, tahun=tahun, nilai=Decimal(target))
    TargetIkuFactory(iku=iku, tahun=2027, nilai=Decimal(60))
    isi = {satu.tahun: satu.capaian for satu in rekap_iku.per_tahun(Iku.objects.dengan_angka().get(pk=iku.pk))}
    assert isi == {2027: None, 2025: None, 2024: Decimal("90.00"), 2023: Decimal("110.00")}


def test_the_page_of_a_unit_shows_its_own_and_what_its_people_move(client):
    with time_machine.travel(SAAT, tick=False):
        garis, lain = buat_garis(), buat_garis()
        milik, kota = IkuFactory(unit=garis.unit, nama="Milik unit"), IkuFactory(unit=lain.unit, nama="Milik lain")
        kepala = HasilKerjaFactory(skp=SKPFactory(pegawai=lain.atasan), iku=kota)
        bawah = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[0]), mendukung=kepala)
        HasilKerjaFactory(skp=bawah.skp, mendukung=kepala)
        client.force_login(PenggunaFactory())
        halaman = client.get(reverse("kinerja:iku-unit", args=[garis.unit.pk]))
        assert [satu["iku"] for satu in halaman.context["milik"]] == [milik]
        assert [(s["iku"], s["hasil"], s["orang"]) for s in halaman.context["ditopang"]] == [(kota, 2, 1)]
        assert garis.bawahan[0].nama not in halaman.content.decode()
        csv = client.get(reverse("kinerja:iku-unit", args=[garis.unit.pk]), {"ekspor": "csv"}).content.decode()
        assert csv.count("\n") == 1
        isi = rekap_iku.penopang(kota, HARI)
        assert isi.orang == 2 and {(str(unit), orang) for unit, _, orang in isi.kantor} == {
            (str(garis.unit), 1), (str(lain.unit), 1)
        }  # fmt: skip


def test_who_moves_it_is_searched_paged_and_exported(client):
    with time_machine.travel(SAAT, tick=False):
        garis = buat_garis()
        iku = IkuFactory(unit=garis.unit)
        kepala = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan), iku=iku, uraian="Hasil kepala")
        skp = SKPFactory(pegawai=garis.bawahan[0])
        HasilKerjaFactory.create_batch(30, skp=skp, mendukung=kepala, uraian="Layanan cepat")
        client.force_login(garis.atasan.pengguna)
        alamat = reverse("kinerja:iku-detail", args=[iku.pk])
        assert client.get(alamat).context["halaman"].paginator.count == 31
        cari = client.get(alamat, {"q": "kepala"})
        assert [hasil.uraian for _, hasil in cari.context["baris"]] == ["Hasil kepala"]
        assert cari.context["tersembunyi"] == 30
        assert client.get(alamat, {"kantor": garis.unit.pk, "page": 2}).context["halaman"].number == 2
        for aneh in ({"kantor": "x"}, {"kantor": 2**63}, {"q": "\x00"}, {"q": "a" * 101}):
            assert client.get(alamat, aneh).status_code == 200
        csv = client.get(alamat, {"ekspor": "csv", "q": "layanan"}).content.decode("utf-8-sig")
        assert len(csv.strip().splitlines()) == 31


def test_pages_cost_the_same_however_many_move_it(client):
    with time_machine.travel(SAAT, tick=False):
        garis = buat_garis()
        iku = NilaiIkuFactory(iku__unit=garis.unit).iku
        kepala = HasilKerjaFactory(skp=SKPFactory(pegawai=garis.atasan), iku=iku)
        client.force_login(garis.atasan.pengguna)
        jalan = [reverse("kinerja:iku-detail", args=[iku.pk]), reverse("kinerja:iku-unit", args=[garis.unit.pk])]

        def banyak():
            hasil = []
            for satu in jalan:
                with CaptureQueriesContext(connection) as tangkap:
                    assert client.get(satu).status_code == 200
                hasil.append(len(tangkap))
            return hasil

        HasilKerjaFactory(skp=SKPFactory(pegawai=garis.bawahan[0]), mendukung=kepala)
        NilaiIkuFactory(iku__unit=garis.unit)
        banyak()
        sedikit = banyak()
        skp = SKPFactory(pegawai=garis.bawahan[1])
        for urut in range(6):
            lain = IkuFactory(unit=garis.unit)
            NilaiIkuFactory(iku=lain, tahun=2020)
            TargetIkuFactory(iku=lain)
            HasilKerjaFactory(skp=skp, mendukung=kepala, iku=lain)
            NilaiIkuFactory(iku=iku, tahun=2010 + urut)
        assert banyak() == sedikit


def test_a_plan_of_another_year_moves_nothing_today(db):
    iku = IkuFactory()
    HasilKerjaFactory(skp=SKPFactory(mulai=date(2025, 1, 1), selesai=date(2025, 12, 31)), iku=iku)
    assert rekap_iku.penopang(iku, HARI).orang == 0
