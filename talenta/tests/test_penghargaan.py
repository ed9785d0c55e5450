"""Recognition: evidence proposes, one person proposes, another decides; public, without scores."""

import threading

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from evaluasi.pilihan import Predikat, Rating
from evaluasi.tests.contoh_aturan import KETENTUAN
from evaluasi.tests.factories import UmpanBalikFactory
from kinerja.tests.factories import SAAT
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.acuan import load_reference
from pegawai.models import SusunanJabatan
from pegawai.tests.factories import JabatanFactory, PenempatanFactory, UnitFactory, buat_bkpsdm, buat_garis
from talenta import actions
from talenta.aturan import KETENTUAN_BAWAAN, Bahan, KetentuanPenghargaan, usul_penghargaan
from talenta.models import Penghargaan
from talenta.pilihan import DasarPenghargaan
from talenta.rekap import usul_untuk
from talenta.tests.factories import buat_hasil

SB = {"predikat": Predikat.SANGAT_BAIK, "rating_hasil": Rating.DI_ATAS, "rating_perilaku": Rating.DI_ATAS}
HARI = SAAT.date()


class TestAturan:
    ketentuan = KetentuanPenghargaan.dari(KETENTUAN_BAWAAN["penghargaan"][0])

    @pytest.mark.parametrize(
        ("bahan", "dasar"),
        [
            (Bahan(), []),
            (Bahan(("sangat_baik",)), []),
            (Bahan(("sangat_baik", "sangat_baik", "kurang")), ["kinerja"]),
            (Bahan(("baik", "sangat_baik", "sangat_baik")), []),
            (Bahan((), 29, 29 * 4), []),
            (Bahan((), 30, 30 * 4), ["apresiasi"]),
            (Bahan((), 30, 30 * 3), []),
            (Bahan(("sangat_baik",) * 2, 40, 160), ["kinerja", "apresiasi"]),
        ],
    )
    def test_what_the_evidence_proposes(self, bahan, dasar):
        alasan = usul_penghargaan(bahan, self.ketentuan, KETENTUAN)
        assert [satu.dasar for satu in alasan] == dasar
        assert not any("," in satu.kalimat and "indeks" in satu.kalimat.lower() for satu in alasan)

    def test_the_ketentuan_is_read_strictly(self):
        isi = KETENTUAN_BAWAAN["penghargaan"][0]
        for salah in ({}, {**isi, "apresiasi_mutu": "E"}, {**isi, "apresiasi_minimum": 1}, {**isi, "lain": 1}):
            with pytest.raises(RuleViolation):
                KetentuanPenghargaan.dari(salah)


@pytest.fixture
def garis(db):
    with time_machine.travel(SAAT, tick=False):
        yield buat_berprestasi()


def buat_berprestasi():
    """Two people, the first with two years of Sangat Baik."""
    load_reference(saat=SAAT)
    garis = buat_garis()
    for tahun in (2024, 2025):
        buat_hasil(garis.bawahan[0], garis.atasan, tahun, "112", **SB)
    return garis


def usulkan(garis, **lain) -> Penghargaan:
    isi = {"pegawai_id": garis.bawahan[0].pk, "dasar": "kinerja", "uraian": "", "oleh": garis.atasan.pengguna}
    return actions.propose_person(**(isi | lain), saat=SAAT)


def putuskan(satu, oleh, tetapkan=True, pertimbangan="") -> Penghargaan:
    return actions.decide_recognition(
        penghargaan_id=satu.pk, tetapkan=tetapkan, pertimbangan=pertimbangan, oleh=oleh, saat=SAAT
    )


def ditolak(aksi, *isi, **kolom) -> str:
    with pytest.raises(RuleViolation) as galat, transaction.atomic():
        aksi(*isi, **kolom)
    return str(galat.value)


def test_from_the_evidence_to_the_public_list(garis, client):
    (usul,) = usul_untuk(list(garis.bawahan), HARI)
    assert (usul.pegawai, usul.alasan.dasar) == (garis.bawahan[0], DasarPenghargaan.KINERJA)
    satu = usulkan(garis)
    assert usul_untuk(list(garis.bawahan), HARI) == []
    assert "sudah diusulkan" in ditolak(usulkan, garis)
    putuskan(satu, buat_bkpsdm())
    assert Surat.objects.filter(kunci__startswith=f"penghargaan:{satu.pk}:").count() == 2
    client.force_login(garis.bawahan[1].pengguna)
    for alamat in (reverse("talenta:apresiasi"), reverse("talenta:piagam", args=[satu.pk]), "/"):
        teks = client.get(alamat).content.decode()
        assert garis.bawahan[0].nama in teks
        assert "112" not in teks
        assert "Sangat Baik" not in teks


def test_appreciation_of_the_public_proposes_too(garis):
    lain = garis.bawahan[1]
    for _ in range(30):
        UmpanBalikFactory(pegawai=lain, tanggal=HARI, wajah=4)
    assert [(u.pegawai, u.alasan.dasar) for u in usul_untuk([lain], HARI)] == [(lain, "apresiasi")]


def test_who_may_not_propose(garis):
    assert "atasan langsung" in ditolak(usulkan, garis, oleh=garis.bawahan[0].pengguna)
    assert "atasan langsung" in ditolak(usulkan, garis, oleh=buat_bkpsdm())
    assert "belum cukup" in ditolak(usulkan, garis, pegawai_id=garis.bawahan[1].pk)
    assert "belum cukup" in ditolak(usulkan, garis, dasar="apresiasi")
    assert "huruf" in ditolak(usulkan, garis, uraian="x" * 601)
    assert "karakter" in ditolak(usulkan, garis, uraian="a\x00")


def test_two_people_decide_and_never_about_themselves(garis):
    satu = usulkan(garis)
    for bukan in (garis.atasan.pengguna, garis.bawahan[0].pengguna, garis.bawahan[1].pengguna):
        assert "bukan pengusul" in ditolak(putuskan, satu, bukan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Penghargaan.objects.update(status="ditetapkan", diputus_oleh=garis.atasan.pengguna, diputus_pada=SAAT)
    assert "pertimbangan" in ditolak(putuskan, satu, buat_bkpsdm(), tetapkan=False)
    putuskan(satu, buat_bkpsdm(), tetapkan=False, pertimbangan="Tahun depan.")
    assert "sudah" in ditolak(putuskan, satu, buat_bkpsdm())
    assert usulkan(garis).pk  # a refused one stands in the way of no new one


def test_the_head_of_an_office_above_the_proposer_decides(garis):
    puncak = JabatanFactory(unit=UnitFactory(jenis="dinas", induk=garis.akar), kepala=True)
    SusunanJabatan.objects.filter(jabatan=garis.jabatan_kepala).update(atasan=puncak)
    pimpinan = PenempatanFactory(jabatan=puncak).pegawai
    satu = usulkan(garis)
    assert Penghargaan.objects.visible_to(pimpinan.pengguna).get() == satu
    assert putuskan(satu, pimpinan.pengguna).status == "ditetapkan"


def test_a_team_is_of_ones_own_people(garis):
    isi = {"nama": "Tim Loket", "uraian": "Antrean hilang", "oleh": garis.atasan.pengguna, "saat": SAAT}
    dua = [satu.pk for satu in garis.bawahan]
    assert "dua orang" in ditolak(actions.propose_team, anggota=dua[:1], **isi)
    assert "dua orang" in ditolak(actions.propose_team, anggota=[*dua, garis.atasan.pk], **isi)
    satu = actions.propose_team(anggota=dua, **isi)
    assert satu.anggota.count() == 2
    assert "bukan" in ditolak(putuskan, satu, garis.bawahan[0].pengguna)
    assert "Tim Loket" in putuskan(satu, buat_bkpsdm()).penerima


def test_a_proposal_is_not_public(garis, client):
    satu = usulkan(garis, uraian="Rahasia dahulu")
    for orang in garis.bawahan:
        assert not Penghargaan.objects.visible_to(orang.pengguna).exists()
    client.force_login(garis.bawahan[1].pengguna)
    assert client.get(reverse("talenta:piagam", args=[satu.pk])).status_code == 404
    assert "Rahasia dahulu" not in client.get(reverse("talenta:apresiasi")).content.decode()


def test_pages_answer_bad_input_with_a_sentence(garis, client):
    client.force_login(garis.atasan.pengguna)
    tim = reverse("talenta:penghargaan-tim")
    isi = {"nama": "Tim", "uraian": "x"}
    for buruk in ({}, isi | {"nama": "a\x00", "anggota": ["0"]}, isi | {"anggota": ["x"]}):
        assert client.post(tim, buruk).status_code == 422
    orang = reverse("talenta:penghargaan-usulkan", args=[garis.bawahan[0].pk])
    for buruk in ({}, {"dasar": "entah"}, {"dasar": "kinerja", "uraian": "x" * 700}):
        assert client.post(orang, buruk).status_code == 302
    assert Penghargaan.objects.count() == 0
    assert client.post(orang, {"dasar": "kinerja"}).status_code == 302
    assert Penghargaan.objects.count() == 1
    for buruk in ({"tahun": "1e3"}, {"cari": "\x00"}, {"dasar": "x"}, {"page": "-1"}, {"urut": "x"}):
        assert client.get(reverse("talenta:apresiasi"), buruk).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_have_one_effect():
    satu = usulkan(buat_berprestasi())
    oleh, hasil, pagar = (buat_bkpsdm(), buat_bkpsdm()), [], threading.Barrier(2)

    def putus(siapa):
        pagar.wait()
        try:
            hasil.append(putuskan(satu, siapa).status)
        except RuleViolation:
            hasil.append("sudah")
        finally:
            connection.close()

    utas = [threading.Thread(target=putus, args=(siapa,)) for siapa in oleh]
    [u.start() for u in utas]
    [u.join() for u in utas]
    assert sorted(hasil) == ["ditetapkan", "sudah"]
    assert CatatanAudit.objects.filter(aksi="penghargaan.diputus").count() == 1
