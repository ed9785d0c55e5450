"""A list asks the database as often for many rows as for few: talent, training, judgement and plans."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import Evaluasi
from kinerja.models import BerkasRencana
from kinerja.tests.factories import SAAT, WITA, buat_skp_lengkap
from kinerja.tests.factories_alur import DialogFactory, KesepakatanFactory, PendelegasianFactory
from kinerja.tests.factories_rencana import AnggotaTimFactory, PustakaHasilFactory, TimFactory
from mataram_asn.tests.dunia import buat_dunia
from pegawai.tests.factories import PenempatanFactory, UnitFactory
from pelatihan.models import Pembinaan
from talenta.models import Penghargaan
from talenta.tests.factories import buat_hasil, buat_konversi

SEKARANG = datetime(2026, 11, 24, 10, tzinfo=WITA)


@pytest.fixture
def dunia(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=False):
        yield buat_dunia()


class Pabrik:
    """More rows of each kind, with people of their own below the atasan of the world."""

    def __init__(self, dunia):
        self.dunia, self.nomor = dunia, 0
        self.atasan = dunia.objek["skp"].penilai
        self.jabatan = dunia.objek["skp"].jabatan

    def orang(self):
        return PenempatanFactory(jabatan=self.jabatan).pegawai

    def hasil(self) -> Evaluasi:
        return buat_hasil(self.orang(), self.atasan, 2025)

    def angka_kredit(self):
        buat_konversi(self.hasil())

    def pembinaan(self):
        hasil = self.hasil()
        Pembinaan.objects.create(
            pegawai=hasil.pegawai, atasan=self.atasan, evaluasi=hasil, mulai=date(2026, 9, 1),
            tinjau_pada=date(2027, 3, 1), dimulai_pada=SEKARANG - timedelta(days=60),
        )  # fmt: skip

    def penghargaan(self):
        """One that is decided and one that waits, of a person and of a team."""
        umum = {"tahun": 2026, "uraian": "Rujukan rekan", "diusulkan_oleh": self.atasan.pengguna}
        putus = {"status": "ditetapkan", "diputus_oleh": self.dunia.akun["bkpsdm"], "diputus_pada": SEKARANG}
        for lain in ({}, putus):
            isi = umum | {"diusulkan_pada": SEKARANG - timedelta(days=3)} | lain
            Penghargaan.objects.create(dasar="kinerja", pegawai=self.orang(), **isi)
            tim = Penghargaan.objects.create(dasar="tim", unit=UnitFactory(), nama_tim="Tim layanan", **isi)
            tim.anggota.add(self.orang(), self.orang())

    def tim(self):
        AnggotaTimFactory(tim=TimFactory(ketua=self.atasan), pegawai=self.orang())

    def dialog(self):
        KesepakatanFactory(dialog=DialogFactory(pegawai=self.orang(), atasan=self.atasan))

    def berkas(self):
        self.nomor += 1
        BerkasRencana.objects.create(
            jenis="lembar", nama_berkas=f"skp{self.nomor}.csv", sidik=f"{self.nomor:064}", mulai=date(2026, 1, 1),
            selesai=date(2026, 12, 31), diunggah_oleh=self.orang().pengguna,
        )  # fmt: skip

    def pustaka(self):
        PustakaHasilFactory()

    def delegasi(self):
        PendelegasianFactory(atasan=self.orang(), wakil=self.atasan)
        buat_skp_lengkap(self.orang(), self.atasan)


DAFTAR = {
    "angka_kredit": ("talenta:angka-kredit-list", "bkpsdm"),
    "pembinaan": ("pelatihan:pembinaan-list", "atasan"),
    "apresiasi": ("talenta:apresiasi", "rekan"),
    "penghargaan": ("talenta:penghargaan", "bkpsdm"),
    "tim": ("kinerja:tim-list", "bkpsdm"),
    "dialog": ("kinerja:dialog-list", "atasan"),
    "berkas": ("kinerja:berkas-list", "bkpsdm"),
    "pustaka": ("kinerja:pustaka-list", "bkpsdm"),
    "delegasi": ("kinerja:delegasi-list", "atasan"),
}


def ukur(client, alamat: str) -> tuple[int, int]:
    """(queries, rows of the page by its table or list) of one look."""
    with CaptureQueriesContext(connection) as kueri:
        jawab = client.get(alamat)
    assert jawab.status_code == 200
    return len(kueri), len(jawab.content)


def sedikit_dan_banyak(client, dunia, nama) -> tuple[int, int]:
    halaman, peran = DAFTAR[nama]
    buat = getattr(Pabrik(dunia), "penghargaan" if nama == "apresiasi" else nama)
    client.force_login(dunia.akun[peran])
    for _ in range(2):
        buat()
    ukur(client, reverse(halaman))  # what a process reads once
    sedikit, pendek = ukur(client, reverse(halaman))
    for _ in range(6):
        buat()
    banyak, panjang = ukur(client, reverse(halaman))
    assert panjang > pendek, "halaman tidak memuat baris yang baru"
    return sedikit, banyak


@pytest.mark.parametrize("nama", DAFTAR)
def test_a_list_costs_the_same_for_many_rows(client, dunia, nama):
    sedikit, banyak = sedikit_dan_banyak(client, dunia, nama)
    assert banyak == sedikit


def test_positive_control_a_query_a_row_is_found(client, dunia, monkeypatch):
    """The same measure with the people of the recognitions asked for one by one."""
    asli = Penghargaan.penerima.fget
    monkeypatch.setattr(Penghargaan, "penerima", property(lambda satu: asli(Penghargaan.objects.get(pk=satu.pk))))
    sedikit, banyak = sedikit_dan_banyak(client, dunia, "apresiasi")
    assert banyak > sedikit
