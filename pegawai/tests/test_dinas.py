"""Dated facts about a person: who records them, what the database refuses, what the end of service closes."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.actions import close_departed, end_status, record_status, withdraw_status
from pegawai.models import HariLibur, Pengguna, StatusDinas
from pegawai.tests.factories import PengelolaUnitFactory, PenggunaFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 25, 9, tzinfo=WITA)


@pytest.fixture
def garis():
    return buat_garis()


def catat(orang, oleh=None, **kolom) -> StatusDinas:
    isi = {"jenis": "cuti_besar", "mulai": date(2026, 3, 1), "selesai": date(2026, 5, 31), "nomor_surat": "850/7"}
    return record_status(pegawai_id=orang.pk, oleh=oleh or buat_bkpsdm(), saat=SAAT, **{**isi, **kolom})


def test_the_pengelola_records_and_the_person_is_told(garis):
    orang = garis.bawahan[0]
    status = catat(orang, PengelolaUnitFactory(unit=garis.unit).pengguna)
    assert Surat.objects.get(kepada=orang.pengguna).kunci == f"status-dinas:{status.pk}"
    assert CatatanAudit.objects.get(aksi="status_dinas.dicatat").id_objek == status.pk


def test_nobody_records_about_themselves_nor_about_another_unit(garis):
    orang = garis.bawahan[0]
    orang.pengguna.groups.add(buat_bkpsdm().groups.get())
    lain = PengelolaUnitFactory(unit=buat_garis().unit).pengguna
    for siapa in (orang.pengguna, lain, garis.atasan.pengguna, PenggunaFactory()):
        with pytest.raises(RuleViolation, match="bukan untuk diri sendiri"):
            catat(orang, siapa)


@pytest.mark.parametrize(
    ("salah", "kalimat"),
    [
        ({"selesai": date(2026, 2, 1)}, "tidak boleh sebelum"),
        ({"jenis": "pensiun"}, "tidak mempunyai tanggal selesai"),
        ({"jenis": "liburan"}, "bukan pilihan"),
        ({"nomor_surat": "  "}, "nomor surat"),
        ({"nomor_surat": "a\x00b"}, "tidak dapat disimpan"),
        ({"mulai": date(1000, 1, 1)}, "antara tahun"),
    ],
)
def test_bad_facts_get_a_sentence(garis, salah, kalimat):
    with pytest.raises(RuleViolation, match=kalimat):
        catat(garis.bawahan[0], **salah)


def test_two_facts_do_not_overlap_but_a_withdrawn_one_gives_way(garis):
    orang, bkpsdm = garis.bawahan[0], buat_bkpsdm()
    status = catat(orang)
    with pytest.raises(RuleViolation, match="sudah mempunyai status lain"):
        catat(orang, mulai=date(2026, 5, 31))
    with pytest.raises(IntegrityError, match="status_dinas_satu"), transaction.atomic():
        StatusDinas.objects.create(
            pegawai=orang, jenis="cltn", mulai=date(2026, 4, 1), nomor_surat="1", dicatat_oleh=bkpsdm
        )
    withdraw_status(status_id=status.pk, alasan="Salah orang.", oleh=bkpsdm, saat=SAAT)
    assert catat(orang, jenis="cltn", selesai=None).pk
    with pytest.raises(RuleViolation, match="sudah dicabut"):
        withdraw_status(status_id=status.pk, alasan="Lagi.", oleh=bkpsdm, saat=SAAT)


def test_coming_back_is_noted(garis):
    status = catat(garis.bawahan[0], selesai=None)
    end_status(status_id=status.pk, selesai=date(2026, 4, 30), oleh=buat_bkpsdm(), saat=SAAT)
    status.refresh_from_db()
    assert status.selesai == date(2026, 4, 30)
    with pytest.raises(RuleViolation, match="sebelum tanggal mulai"):
        end_status(status_id=status.pk, selesai=date(2026, 1, 1), oleh=buat_bkpsdm(), saat=SAAT)


def test_the_end_of_service_closes_positions_and_the_account_and_can_be_taken_back(garis):
    orang = garis.bawahan[0]
    status = catat(orang, jenis="meninggal", mulai=date(2026, 6, 10), selesai=None)
    orang.refresh_from_db()
    assert (orang.kedudukan, orang.pengguna.is_active) == ("99", False)
    assert orang.penempatan.get().selesai == date(2026, 6, 9)
    assert not Surat.objects.filter(kepada=orang.pengguna).exists()
    with pytest.raises(RuleViolation, match="tidak mempunyai tanggal selesai"):
        end_status(status_id=status.pk, selesai=date(2026, 7, 1), oleh=buat_bkpsdm(), saat=SAAT)
    withdraw_status(status_id=status.pk, alasan="Salah orang.", oleh=buat_bkpsdm(), saat=SAAT)
    orang.refresh_from_db()
    orang.pengguna.refresh_from_db()
    assert (orang.kedudukan, orang.pengguna.is_active) == ("01", True)
    assert orang.penempatan.get().selesai is None


def test_an_announced_retirement_closes_the_account_on_its_day(garis):
    """Recorded weeks before: the position ends the day before, sign-in goes on until the day, and then not."""
    orang, sistem = garis.bawahan[0], Pengguna.objects.sistem()
    catat(orang, jenis="pensiun", mulai=date(2026, 12, 1), selesai=None)
    assert orang.penempatan.get().selesai == date(2026, 11, 30)
    malam = datetime(2026, 11, 30, 23, 59, tzinfo=WITA)
    assert close_departed(oleh=sistem, saat=malam) == 0
    assert _keadaan(orang) == ("01", True)
    assert close_departed(oleh=sistem, saat=malam + timedelta(minutes=1)) == 1
    assert _keadaan(orang) == ("99", False)
    assert CatatanAudit.objects.get(aksi="status_dinas.berlaku").id_objek == orang.pk
    assert close_departed(oleh=sistem, saat=malam + timedelta(days=1)) == 0


def test_an_announced_retirement_that_is_taken_back_closes_nothing(garis):
    orang = garis.bawahan[0]
    status = catat(orang, jenis="pensiun", mulai=date(2026, 12, 1), selesai=None)
    withdraw_status(status_id=status.pk, alasan="Diperpanjang.", oleh=buat_bkpsdm(), saat=SAAT)
    assert close_departed(oleh=Pengguna.objects.sistem(), saat=SAAT + timedelta(days=30)) == 0
    assert _keadaan(orang) == ("01", True)


def test_a_pengelola_retires_nobody(garis, client):
    """Leave is theirs to record; the end of service is BKPSDM's, in the action and on the page."""
    orang, pengelola = garis.bawahan[0], PengelolaUnitFactory(unit=garis.unit).pengguna
    with pytest.raises(RuleViolation, match="dicatat BKPSDM"):
        catat(orang, pengelola, jenis="pensiun", selesai=None)
    status = catat(orang, jenis="meninggal", mulai=date(2026, 11, 1), selesai=None)
    with pytest.raises(RuleViolation, match="dicatat BKPSDM"):
        withdraw_status(status_id=status.pk, alasan="Keliru.", oleh=pengelola, saat=SAAT)
    pilihan = []
    for siapa in (PengelolaUnitFactory(unit=garis.unit).pengguna, buat_bkpsdm()):
        client.force_login(siapa)
        isi = client.get(reverse("pegawai:status-catat", args=[garis.bawahan[1].pk])).content.decode()
        pilihan.append('value="pensiun"' in isi)
    assert pilihan == [False, True]


def _keadaan(orang):
    orang.refresh_from_db()
    orang.pengguna.refresh_from_db()
    return orang.kedudukan, orang.pengguna.is_active


def test_a_position_given_to_somebody_else_meanwhile_is_named_and_stays(garis):
    orang, lain = garis.bawahan[:2]
    status = catat(orang, jenis="meninggal", mulai=date(2026, 6, 10), selesai=None)
    jabatan = orang.penempatan.get().jabatan
    lain.penempatan.update(selesai=date(2026, 6, 30))
    lain.penempatan.create(jabatan=jabatan, mulai=date(2026, 7, 1))
    tinggal = withdraw_status(status_id=status.pk, alasan="Salah orang.", oleh=buat_bkpsdm(), saat=SAAT)
    assert tinggal == [str(jabatan)]
    assert orang.penempatan.get().selesai == date(2026, 6, 9)


def test_pages_refuse_nonsense_and_keep_what_was_typed(garis, client):
    client.force_login(buat_bkpsdm())
    alamat = reverse("pegawai:status-catat", args=[garis.bawahan[0].pk])
    jawab = client.post(alamat, {"jenis": "cltn", "mulai": "2026-02-30", "nomor_surat": "851/2"})
    assert jawab.status_code == 422
    assert "851/2" in jawab.content.decode()
    for per in ("kemarin", "0000-00-00", "99999-01-01"):
        assert client.get(reverse("pegawai:status-list"), {"per": per}).status_code == 200
    catat(garis.bawahan[0])
    isi = client.get(reverse("pegawai:status-list"), {"per": "2026-04-01", "ekspor": "csv"}).content.decode()
    assert (
        "850/7" in isi
        and "850/7"
        not in client.get(reverse("pegawai:status-list"), {"per": "2026-07-01", "ekspor": "csv"}).content.decode()
    )


def test_days_off_between_two_days():
    for hari in (date(2026, 1, 1), date(2026, 3, 19)):
        HariLibur.objects.create(tanggal=hari, nama="Libur", dasar_hukum="SKB")
    assert HariLibur.objects.tanggal_antara(date(2026, 1, 1), date(2026, 3, 18)) == {date(2026, 1, 1)}
