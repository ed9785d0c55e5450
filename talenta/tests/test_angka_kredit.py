"""Stored conversions: from the year's predikat and the months, once, superseded when the predikat is."""

import threading
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import Evaluasi
from evaluasi.pilihan import Predikat, Rating
from kinerja.tests.factories import SAAT
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.acuan import load_reference
from pegawai.models import Jabatan, Pegawai, Penempatan
from pegawai.pilihan import JenisJabatan, Jenjang
from pegawai.tests.factories import JabatanFactory, PenempatanFactory, buat_bkpsdm, buat_garis
from talenta import actions
from talenta.actions import angka_kredit as modul
from talenta.aturan import bulan_jenjang
from talenta.models import KonversiAngkaKredit, TambahanAngkaKredit
from talenta.rekap import angka_kredit_pegawai, periksa_konversi
from talenta.tests.factories import buat_hasil

HARI = date(2026, 11, 24)


@pytest.fixture
def garis(db):
    return buat_fungsional()


def buat_fungsional():
    """Two functional employees (Ahli Pertama), with a year each: Baik."""
    load_reference(saat=SAAT)
    garis = buat_garis()
    Jabatan.objects.filter(pk=garis.jabatan_bawahan.pk).update(
        jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_PERTAMA
    )
    for satu in garis.bawahan:
        buat_hasil(satu, garis.atasan, 2025)
    return garis


def konversi(tahun=2025, oleh=None, saat=SAAT) -> int:
    return actions.convert_year(tahun=tahun, oleh=oleh or buat_bkpsdm(), saat=saat)


def berlaku(pegawai) -> KonversiAngkaKredit:
    return KonversiAngkaKredit.objects.filter(pegawai=pegawai).berlaku().get()


def gantikan(lama: Evaluasi, predikat=Predikat.SANGAT_BAIK) -> Evaluasi:
    """A result that supersedes another, as a decided objection leaves it."""
    isi = {b.attname: getattr(lama, b.attname) for b in lama._meta.fields if b.name not in ("id", "menggantikan")}
    isi |= {"predikat": predikat, "rating_hasil": Rating.DI_ATAS, "rating_perilaku": Rating.DI_ATAS}
    return Evaluasi.objects.create(**isi, menggantikan=lama)


class TestBulan:
    def test_a_month_is_the_jenjang_held_on_its_fifteenth(self):
        masa = [("ahli_pertama", date(2020, 1, 1), date(2025, 5, 31)), ("ahli_muda", date(2025, 6, 1), None)]
        assert bulan_jenjang(masa, 2025, date(2025, 12, 31)) == {"ahli_pertama": 5, "ahli_muda": 7}
        assert bulan_jenjang(masa, 2024, date(2024, 12, 31)) == {"ahli_pertama": 12}
        assert bulan_jenjang(masa, 2025, date(2025, 9, 30)) == {"ahli_pertama": 5, "ahli_muda": 4}

    @pytest.mark.parametrize(("hari", "lama"), [(15, 6), (16, 7)])
    def test_no_month_counts_twice(self, hari, lama):
        masa = [("ahli_pertama", date(2025, 1, 1), date(2025, 7, hari - 1)), ("ahli_muda", date(2025, 7, hari), None)]
        hasil = bulan_jenjang(masa, 2025, date(2025, 12, 31))
        assert hasil == {"ahli_pertama": lama, "ahli_muda": 12 - lama}

    def test_nothing_held_nothing_counted(self):
        assert bulan_jenjang([], 2025, date(2025, 12, 31)) == {}


class TestKonversi:
    def test_the_vectors_of_the_regulation_are_what_is_stored(self, garis):
        assert konversi() == 2
        satu = berlaku(garis.bawahan[0])
        assert (satu.angka, satu.bulan, satu.persen, satu.koefisien) == (
            Decimal("12.50000"), 12, Decimal(100), Decimal("12.5"),
        )  # fmt: skip
        assert satu.hasil == [Evaluasi.objects.get(pegawai=garis.bawahan[0]).pk]
        assert periksa_konversi() == []

    def test_run_twice_it_changes_nothing(self, garis):
        konversi()
        assert konversi() == 0
        assert actions.convert_due(saat=SAAT) == 0
        assert CatatanAudit.objects.filter(aksi="angka_kredit.dikonversi").count() == 1

    def test_a_result_that_is_superseded_is_converted_again(self, garis):
        konversi()
        satu, lain = garis.bawahan
        baru = gantikan(Evaluasi.objects.get(pegawai=satu))
        lama = berlaku(satu)
        assert actions.convert_due(saat=SAAT) == 1
        kini = berlaku(satu)
        assert (kini.menggantikan, kini.angka, kini.hasil) == (lama, Decimal("18.75000"), [baru.pk])
        assert berlaku(lain).menggantikan is None

    def test_two_jenjang_of_a_year_each_take_their_months(self, garis):
        satu = garis.bawahan[0]
        Penempatan.objects.filter(pegawai=satu).update(selesai=date(2025, 5, 31))
        muda = JabatanFactory(unit=garis.unit, jenis=JenisJabatan.FUNGSIONAL, jenjang=Jenjang.AHLI_MUDA)
        PenempatanFactory(pegawai=satu, jabatan=muda, mulai=date(2025, 6, 1))
        konversi()
        angka = dict(KonversiAngkaKredit.objects.filter(pegawai=satu).values_list("jenjang", "angka"))
        assert angka == {"ahli_pertama": Decimal("5.20833"), "ahli_muda": Decimal("14.58333")}

    def test_a_jenjang_that_was_not_held_after_all_is_taken_back(self, garis):
        konversi()
        satu = garis.bawahan[0]
        Penempatan.objects.filter(pegawai=satu).update(mulai=date(2026, 1, 1))
        assert konversi() == 1
        assert (berlaku(satu).bulan, berlaku(satu).angka) == (0, 0)
        assert konversi() == 0

    def test_pppk_and_other_positions_have_none(self, garis):
        satu, lain = garis.bawahan
        Pegawai.objects.filter(pk=satu.pk).update(jenis="pppk")
        Penempatan.objects.filter(pegawai=lain).update(jabatan=JabatanFactory(unit=garis.unit))
        assert konversi() == 0

    def test_a_conversion_can_never_be_changed(self, garis):
        konversi()
        for ubah in (
            lambda: KonversiAngkaKredit.objects.update(angka=99),
            lambda: KonversiAngkaKredit.objects.all().delete(),
        ):
            with pytest.raises(IntegrityError, match="tetap"), transaction.atomic():
                ubah()

    def test_its_queries_do_not_grow_with_people(self, garis):
        def banyak():
            with CaptureQueriesContext(connection) as kueri:
                konversi(oleh=oleh)
            return len(kueri)

        oleh = buat_bkpsdm()
        dua = banyak()
        for _ in range(3):
            lain = PenempatanFactory(jabatan=garis.jabatan_bawahan).pegawai
            buat_hasil(lain, garis.atasan, 2025)
        assert banyak() <= dua


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_two_clocks_at_once_write_each_row_once(monkeypatch, dengan_kunci):
    """With the lock removed (the control) the second one stumbles over the constraint."""
    buat_fungsional()
    oleh, hasil, gerbang, baca = buat_bkpsdm(), [], threading.Barrier(2), modul.seharusnya

    def bersama(*isi):
        hasil_baca = baca(*isi)
        if not dengan_kunci:
            gerbang.wait(timeout=5)
        return hasil_baca

    monkeypatch.setattr(modul, "seharusnya", bersama)
    if not dengan_kunci:
        monkeypatch.setattr(modul, "_kunci", lambda tahun: None)

    def satu():
        try:
            hasil.append(konversi(oleh=oleh))
        except IntegrityError:
            hasil.append("bentrok")
        finally:
            connection.close()

    utas = [threading.Thread(target=satu) for _ in range(2)]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert sorted(map(str, hasil)) == (["0", "2"] if dengan_kunci else ["2", "bentrok"])
    assert KonversiAngkaKredit.objects.count() == 2


class TestPegawai:
    def test_sums_needs_and_surplus(self, garis):
        satu = garis.bawahan[0]  # III/b since 2022: AK dasar 50
        for tahun in (2022, 2023, 2024):
            buat_hasil(satu, garis.atasan, tahun)
            konversi(tahun)
        konversi()
        ak = angka_kredit_pegawai(satu, HARI)
        assert (ak.kumpulan.dasar, ak.kumpulan.konversi, ak.kumpulan.jumlah) == (50, 50, 100)
        assert (ak.pangkat.kurang_pangkat, ak.berikut.kurang_jenjang) == (0, 0)
        assert ak.pangkat.pangkat_terpenuhi
        assert ak.berikut.jenjang_terpenuhi is None  # whether there is a vacancy is not known here
        assert ak.lebih_pangkat == 0

    def test_a_diploma_counts_once_by_the_rule(self, garis):
        satu, oleh = garis.bawahan[0], buat_bkpsdm()
        isi = {"pegawai_id": satu.pk, "jenis": "pendidikan", "tanggal": HARI, "dasar": "Ijazah S2", "saat": SAAT}
        baris = actions.add_credit(**isi, pendidikan="45", oleh=oleh)
        assert baris.angka == Decimal("12.5")  # 25 % of 50
        with pytest.raises(RuleViolation, match="satu kali"):
            actions.add_credit(**isi, pendidikan="45", oleh=oleh)
        assert angka_kredit_pegawai(satu, HARI).kumpulan.tambahan == Fraction(25, 2)

    @pytest.mark.parametrize("angka", [None, Decimal(0), Decimal(-1), Decimal(1001)])
    def test_a_figure_that_is_none_is_refused(self, garis, angka):
        isi = {"jenis": "lama", "tanggal": HARI, "dasar": "SK", "angka": angka, "saat": SAAT, "oleh": buat_bkpsdm()}
        with pytest.raises(RuleViolation, match="Isi angka kredit"):
            actions.add_credit(pegawai_id=garis.bawahan[0].pk, **isi)

    def test_nobody_keeps_their_own_books(self, garis):
        satu = garis.bawahan[0]
        satu.pengguna.groups.add(Group.objects.get(name="bkpsdm"))
        isi = {"jenis": "lama", "tanggal": HARI, "dasar": "SK", "angka": Decimal(5), "saat": SAAT}
        with pytest.raises(RuleViolation, match="dirinya"):
            actions.add_credit(pegawai_id=satu.pk, oleh=satu.pengguna, **isi)
        assert TambahanAngkaKredit.objects.count() == 0

    def test_who_holds_no_jenjang_has_none(self, garis):
        assert angka_kredit_pegawai(garis.atasan, HARI) is None


class TestHalaman:
    def test_the_person_reads_sums_and_the_city_the_list(self, garis, client):
        konversi()
        satu = garis.bawahan[0]
        with time_machine.travel(SAAT, tick=False):
            client.force_login(satu.pengguna)
            teks = client.get(reverse("talenta:angka-kredit-saya")).content.decode()
            assert "62,50" in teks  # 50 + 12.5
            assert "37,5" in teks  # to the next pangkat
            client.force_login(buat_bkpsdm())
            alamat = reverse("talenta:angka-kredit-list")
            isi = client.get(alamat, {"tahun": "2025", "cari": satu.nip, "ekspor": "csv"}).content.decode("utf-8-sig")
            assert isi.count("\n") == 2
            assert "12.50000" in isi
            for buruk in ({"tahun": "1e3"}, {"cari": "a\x00"}, {"jenjang": "x"}, {"urut": "--"}, {"tahun": "٢٠٢٥"}):
                assert client.get(alamat, buruk).status_code == 200

    def test_bad_input_gets_a_sentence(self, garis, client):
        client.force_login(buat_bkpsdm())
        alamat = reverse("talenta:angka-kredit-tambah", args=[garis.bawahan[0].pk])
        dasar = {"jenis": "lama", "tanggal": "2026-01-01", "angka": "5", "dasar": "SK 1"}
        for buruk in (
            {"angka": "NaN"},
            {"angka": "1e3"},
            {"tanggal": "2026-02-30"},
            {"dasar": "a\x00"},
            {"jenis": "x"},
        ):
            assert client.post(alamat, dasar | buruk).status_code == 422
        assert client.post(alamat, dasar).status_code == 302
        assert TambahanAngkaKredit.objects.get().angka == 5
