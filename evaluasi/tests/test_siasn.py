"""SIASN's shapes out and in: own export changes nothing, history fills the years before, a load can be undone."""

import csv
import io
import json
import uuid
from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from evaluasi import impor
from evaluasi.actions.hitung import _hitung_semua
from evaluasi.aturan.siasn import KODE_PREDIKAT, KODE_RATING, KOLOM
from evaluasi.models import Evaluasi, RiwayatKinerja
from evaluasi.pilihan import Predikat, Rating, Tahap
from evaluasi.rekap.siasn import baris_skp22, predikat_resmi
from evaluasi.tests.factories import LembarFactory, PeriodeFactory, SiklusFactory, buat_kantor, tetapkan, wita
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator
from kinerja.tests.factories import RealisasiFactory
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.models import Pegawai
from pegawai.pilihan import Peran
from pegawai.tests.factories import PenggunaFactory

SAAT = wita(2027, 2, 1, 9)
ACUAN = Path(__file__).with_name("siasn_kolom.json")


@pytest.fixture
def bkpsdm(db):
    return PenggunaFactory(peran=(Peran.BKPSDM,))


@pytest.fixture
def orang(db):
    """Two people with a published quarter and a published year, both with a PNS ID."""
    _, daftar = buat_kantor(bawahan=2)
    for periode in (PeriodeFactory(), PeriodeFactory(tahunan=True)):
        siklus = SiklusFactory(tahap=Tahap.TERBIT, periode=periode)
        for skp in daftar:
            indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
            RealisasiFactory(indikator=indikator, periode=periode, nilai=45)
            lembar = LembarFactory(siklus=siklus, skp=skp)
            tetapkan(lembar)
            baru, _ = _hitung_semua([lembar.pk], SAAT)
            Evaluasi.objects.bulk_create(baru)
    for satu in Pegawai.objects.all():
        satu.siasn_id = uuid.uuid4()
        satu.save(update_fields=["siasn_id"])
    return [Pegawai.objects.get(pk=skp.pegawai_id) for skp in daftar]


def baris(orang: Pegawai, **ganti) -> dict:
    isi = dict.fromkeys(KOLOM["skp22"], "") | {
        "id": "S-1",
        "hasilKinerjaNilai": "1",
        "PerilakuKerjaNilai": "2",
        "KuadranKinerjaNilai": "2",
        "namaPenilai": "Penilai Lama",
        "pnsDinilaiId": str(orang.siasn_id),
        "tahun": "2025",
    }
    return isi | ganti


def berkas(*daftar: dict, jenis="skp22") -> bytes:
    keluar = io.StringIO()
    tulis = csv.DictWriter(keluar, KOLOM[jenis])
    tulis.writeheader()
    tulis.writerows(daftar)
    return keluar.getvalue().encode()


def periksa(isi: bytes, oleh, jenis="skp22", nama="a.csv"):
    return impor.check_exchange(jenis=jenis, nama=nama, isi=isi, oleh=oleh, saat=SAAT)


def muat(isi: bytes, oleh):
    return impor.confirm_exchange(impor_id=periksa(isi, oleh).pk, oleh=oleh, saat=SAAT)


def test_the_columns_are_siasns_own():
    acuan = json.loads(ACUAN.read_text())
    for jenis in ("skp22", "kinerjaperiodik", "angkakredit"):
        assert list(KOLOM[jenis]) == acuan[jenis]


def test_the_codes_are_those_of_the_reference():
    assert [KODE_PREDIKAT[satu] for satu in Predikat] == [1, 2, 3, 4, 5]
    assert [KODE_RATING[satu] for satu in (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)] == [1, 2, 3]


@pytest.mark.parametrize("jenis", ["skp22", "kinerjaperiodik"])
@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
def test_importing_our_own_export_changes_nothing(orang, bkpsdm, client, jenis, bentuk):
    client.force_login(bkpsdm)
    isi = client.get(reverse("pertukaran"), {"jenis": jenis, "tahun": 2026, "ekspor": bentuk}).content
    hasil = periksa(isi, bkpsdm, jenis, f"a.{bentuk}")
    assert hasil.jumlah == {"sama": 2}
    impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT)
    assert RiwayatKinerja.objects.count() == 0


def test_the_export_carries_codes_words_and_the_assessor(orang, bkpsdm, client):
    client.force_login(bkpsdm)
    jawab = client.get(reverse("pertukaran"), {"jenis": "skp22", "tahun": 2026, "ekspor": "json"})
    satu = next(b for b in json.loads(jawab.content) if b["pnsDinilaiId"] == str(orang[0].siasn_id))
    assert list(satu) == list(KOLOM["skp22"])
    assert (satu["KuadranKinerjaNilai"], satu["kuadranKinerja"]) == (2, "BAIK")
    assert (satu["hasilKinerjaNilai"], satu["hasilKinerja"]) == (2, "SESUAI EKSPEKTASI")
    assert len(satu["nipNrpPenilai"]) == 18
    assert satu["penilaiGolonganId"] == "32"
    periodik = client.get(reverse("pertukaran"), {"jenis": "kinerjaperiodik", "tahun": 2026, "ekspor": "json"})
    assert {(b["periodikId"], b["periodikNama"]) for b in json.loads(periodik.content)} == {(2, "Triwulan IV 2026")}


@pytest.mark.parametrize("sendiri", [True, False])
def test_ones_own_former_predikat_is_loaded_by_another_officer(orang, sendiri):
    akun = orang[0 if sendiri else 1].pengguna
    akun.groups.add(Group.objects.get_or_create(name=Peran.BKPSDM)[0])
    oleh = type(akun).objects.get(pk=akun.pk)
    if sendiri:
        with pytest.raises(RuleViolation, match="petugas BKPSDM lain"):
            muat(berkas(baris(orang[0])), oleh)
    else:
        muat(berkas(baris(orang[0])), oleh)
    assert RiwayatKinerja.objects.exists() != sendiri


def test_history_fills_a_former_year_and_comes_out_again_unchanged(orang, bkpsdm, client):
    muat(berkas(baris(orang[0])), bkpsdm)
    resmi = predikat_resmi([satu.pk for satu in orang], 2025)
    assert {pk: (satu.predikat, bool(satu.impor)) for pk, satu in resmi.items()} == {orang[0].pk: (Predikat.BAIK, True)}
    assert not predikat_resmi([orang[0].pk], 2026)[orang[0].pk].impor  # our own year stands above
    client.force_login(bkpsdm)
    isi = client.get(reverse("pertukaran"), {"jenis": "skp22", "tahun": 2025, "ekspor": "csv"}).content
    assert periksa(isi, bkpsdm).jumlah == {"sama": 1}


def test_the_person_reads_the_imported_year(orang, bkpsdm, client):
    muat(berkas(baris(orang[0])), bkpsdm)
    client.force_login(orang[0].pengguna)
    assert "Dari SIASN" in client.get(reverse("evaluasi:hasil-saya")).content.decode()


def test_the_same_file_twice_changes_nothing_and_a_changed_one_supersedes(orang, bkpsdm):
    isi = berkas(baris(orang[0]), baris(orang[1]))
    muat(isi, bkpsdm)
    assert periksa(isi, bkpsdm).jumlah == {"sama": 2}
    muat(berkas(baris(orang[0], hasilKinerjaNilai="2"), baris(orang[1])), bkpsdm)
    assert RiwayatKinerja.objects.berlaku().count() == 2
    assert RiwayatKinerja.objects.berlaku().get(pegawai=orang[0]).rating_hasil == Rating.SESUAI


def test_a_load_can_be_undone_and_the_rows_before_it_hold_again(orang, bkpsdm):
    satu = muat(berkas(baris(orang[0])), bkpsdm)
    dua = muat(berkas(baris(orang[0], hasilKinerjaNilai="2")), bkpsdm)
    with pytest.raises(RuleViolation, match="sesudahnya"):
        impor.undo_exchange(impor_id=satu.pk, oleh=bkpsdm, saat=SAAT)
    impor.undo_exchange(impor_id=dua.pk, oleh=bkpsdm, saat=SAAT)
    assert RiwayatKinerja.objects.berlaku().get().rating_hasil == Rating.DI_ATAS
    impor.undo_exchange(impor_id=satu.pk, oleh=bkpsdm, saat=SAAT)
    assert not RiwayatKinerja.objects.berlaku().exists()
    with pytest.raises(RuleViolation):
        impor.undo_exchange(impor_id=satu.pk, oleh=bkpsdm, saat=SAAT)
    assert CatatanAudit.objects.filter(aksi="pertukaran.dibatalkan").count() == 2


BURUK = [
    ({"hasilKinerjaNilai": "4"}, "bukan kode"),
    ({"hasilKinerjaNilai": "１"}, "bukan kode"),
    ({"KuadranKinerjaNilai": "1"}, "matriks"),
    ({"tahun": "2021"}, "tahun"),
    ({"tahun": "2028"}, "tahun"),
    ({"tahun": "1e3"}, "tahun"),
    ({"tahun": "NaN"}, "tahun"),
    ({"pnsDinilaiId": str(uuid.UUID(int=1))}, "belum ada"),
    ({"pnsDinilaiId": "x"}, "UUID"),
    ({"pnsDinilaiId": ""}, "belum ada"),
    ({"namaPenilai": "=1+1"}, "rumus"),
    ({"namaPenilai": "a\u202eb"}, "tidak terlihat"),
    ({"namaPenilai": "a" * 161}, "160"),
    ({"tahun": "2026"}, "sudah menetapkan"),
]


@pytest.mark.parametrize(("ganti", "kata"), BURUK)
def test_a_bad_row_gets_a_sentence_and_stays_out(orang, bkpsdm, ganti, kata):
    hasil = periksa(berkas(baris(orang[0], **ganti)), bkpsdm)
    assert hasil.jumlah == {"ditolak": 1}
    assert kata in " ".join(hasil.baris[0]["catatan"])
    impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT)
    assert not RiwayatKinerja.objects.exists()


@pytest.mark.parametrize(("pns_id", "putusan"), [(str(uuid.UUID(int=1)), "ditolak"), ("", "baru"), ("null", "baru")])
def test_a_nip_speaks_only_where_no_pns_id_is_named(orang, bkpsdm, pns_id, putusan):
    """A PNS ID that nobody has is not looked up by the NIP beside it; the rows without one are the control."""
    isi = dict.fromkeys(KOLOM["kinerjaperiodik"], "") | {
        "nip": orang[0].nip, "tahun": "2025", "hasilKinerjaNilai": "2", "perilakuKerjaNilai": "2",
        "kuadranKinerjaNilai": "2", "periodikId": "2", "periodikNama": "Triwulan I 2025", "pnsDinilaiId": pns_id,
    }  # fmt: skip
    assert periksa(berkas(isi, jenis="kinerjaperiodik"), bkpsdm, "kinerjaperiodik").jumlah == {putusan: 1}


def test_a_row_twice_in_a_file_is_refused_once(orang, bkpsdm):
    assert periksa(berkas(baris(orang[0]), baris(orang[0])), bkpsdm).jumlah == {"baru": 1, "ditolak": 1}


@pytest.mark.parametrize("isi", [b"", b"a;b\n1;2\n", b"\x00", b"PK\x03\x04x", "tahun\n२".encode()])
def test_an_unusable_file_gets_a_sentence(bkpsdm, client, isi):
    client.force_login(bkpsdm)
    kirim = {"jenis": "skp22", "berkas": SimpleUploadedFile("a.csv", isi or b" ")}
    assert client.post(reverse("pertukaran-unggah"), kirim).status_code == 422


def test_a_load_refuses_when_a_result_was_published_since(orang, bkpsdm):
    isi = berkas(baris(orang[0]))
    hasil = periksa(isi, bkpsdm)
    periode = PeriodeFactory(tahunan=True, mulai=date(2025, 1, 1), selesai=date(2025, 12, 31), nama="Tahun 2025")
    lama = Evaluasi.objects.get(pegawai=orang[0], siklus__periode__nama="Tahun 2026")
    siklus = SiklusFactory(tahap=Tahap.TERBIT, periode=periode)
    nilai = {
        b.attname: getattr(lama, b.attname) for b in Evaluasi._meta.fields if b.name not in ("id", "siklus", "lembar")
    }
    lembar = LembarFactory(siklus=siklus, skp=lama.skp, mulai=periode.mulai, selesai=periode.selesai)
    Evaluasi.objects.create(**nilai, siklus=siklus, lembar=lembar)
    with pytest.raises(RuleViolation, match="Sementara itu"):
        impor.confirm_exchange(impor_id=hasil.pk, oleh=bkpsdm, saat=SAAT)
    assert not RiwayatKinerja.objects.exists()


def test_who_is_not_bkpsdm_loads_nothing(orang):
    with pytest.raises(RuleViolation):
        periksa(berkas(baris(orang[0])), orang[0].pengguna)


def test_the_whole_way_through_the_pages(orang, bkpsdm, client):
    client.force_login(bkpsdm)
    kirim = {"jenis": "skp22", "berkas": SimpleUploadedFile("skp22.csv", berkas(baris(orang[0])))}
    alamat = client.post(reverse("pertukaran-unggah"), kirim).url
    assert "Muat 1 baris" in client.get(alamat).content.decode()
    client.post(f"{alamat}muat/")
    assert RiwayatKinerja.objects.berlaku().count() == 1
    assert "Batalkan pemuatan" in client.get(alamat, {"putusan": "baru"}).content.decode()
    client.post(f"{alamat}batal/")
    assert not RiwayatKinerja.objects.berlaku().exists()
    assert client.get(reverse("pertukaran"), {"ekspor": "csv", "jenis": "x", "tahun": "1e3"}).status_code == 422


def test_an_export_asks_as_much_for_two_people_as_for_twenty(orang, bkpsdm):
    hari = timezone.localdate(SAAT)

    def banyaknya() -> int:
        with CaptureQueriesContext(connection) as tangkap:
            list(baris_skp22(2025, None, hari))
        return len(tangkap)

    muat(berkas(baris(orang[0])), bkpsdm)
    satu = banyaknya()
    muat(berkas(baris(orang[0]), baris(orang[1])), bkpsdm)
    assert banyaknya() == satu
