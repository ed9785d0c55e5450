"""The pages of changing, approving and talking: what they show, keep and cost."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from kinerja.models import DialogKinerja, Pendelegasian, PerubahanSKP, UmpanBalikKerja
from kinerja.pilihan import StatusPerubahan, StatusSKP
from kinerja.tests.factories import HARI, SAAT, buat_skp_lengkap
from kinerja.tests.factories_alur import (
    DialogFactory,
    KesepakatanFactory,
    PendelegasianFactory,
    UmpanBalikKerjaFactory,
    buat_perubahan,
)
from pegawai.acuan import load_reference
from pegawai.models import Penempatan
from pegawai.tests.factories import JabatanFactory, PenempatanFactory, buat_bkpsdm, buat_garis

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
def skp(garis):
    return buat_skp_lengkap(garis.bawahan[0], garis.atasan)


@pytest.fixture
def masuk(client):
    def sebagai(pegawai):
        client.force_login(getattr(pegawai, "pengguna", pegawai))
        return client

    return sebagai


def alamat(nama, *isi):
    return reverse(f"kinerja:{nama}", args=isi)


def teks(jawaban) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", jawaban.content.decode()))


def banyak_kueri(client, hal, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(200) as kueri:
        assert client.get(hal).status_code == 200
    return len(kueri)


def bawahan_baru(garis):
    return PenempatanFactory(jabatan=garis.jabatan_bawahan).pegawai


# --- revision -----------------------------------------------------------------------------------------------


def test_a_whole_revision_through_the_pages(garis, skp, masuk):
    """Reason, a changed target, submission, the difference before the atasan's eyes, approval, the history."""
    client = masuk(garis.bawahan[0])
    assert "Ajukan perubahan" in teks(client.get(alamat("skp-detail", skp.pk)))
    client.post(alamat("perubahan-buat", skp.pk), {"alasan": "Strategi dinas berubah"})
    p = PerubahanSKP.objects.get()
    hasil = p.isi["hasil"][0]
    kunci = hasil["indikator"][0]["kunci"]
    assert client.get(alamat("perubahan-detail", p.pk), {"buka": kunci}).status_code == 200
    isi = {
        "kunci": kunci, "induk": hasil["kunci"], "jenis_indikator": "kuantitatif", "uraian": "Dokumen", "target": "60",
        "satuan": "dokumen", "arah": "naik", "sifat": "tetap", "aspek": "kuantitas", "bobot": "60", "versi": p.versi,
    }  # fmt: skip
    assert client.post(alamat("perubahan-indikator", p.pk), isi).status_code == 302
    client.post(alamat("perubahan-ajukan", p.pk), {"versi": p.versi + 1})
    atasan = masuk(garis.atasan)
    assert "Strategi dinas berubah" in teks(atasan.get(alamat("persetujuan")))
    halaman = teks(atasan.get(alamat("perubahan-detail", p.pk)))
    assert "50 dokumen" in halaman and "60 dokumen" in halaman
    p.refresh_from_db()
    atasan.post(alamat("perubahan-setujui", p.pk), {"versi": p.versi})
    p.refresh_from_db()
    assert p.status == StatusPerubahan.DISETUJUI
    riwayat = teks(atasan.get(alamat("skp-riwayat", skp.pk)))
    assert "Strategi dinas berubah" in riwayat and "50 dokumen" in riwayat
    assert "Target 50 dokumen" in teks(atasan.get(alamat("versi-lama", p.pk)))
    assert "versi 2" in teks(atasan.get(alamat("skp-detail", skp.pk)))


@pytest.mark.parametrize("target", ["", "1e3", "NaN", "-4", "٣", "9" * 30])
def test_a_refused_field_keeps_what_was_typed(garis, skp, masuk, target):
    p = buat_perubahan(skp, StatusPerubahan.DRAF)
    hasil = p.isi["hasil"][0]
    isi = {
        "kunci": hasil["indikator"][0]["kunci"], "induk": hasil["kunci"], "jenis_indikator": "kuantitatif",
        "uraian": "Kata yang diketik", "target": target, "satuan": "x", "arah": "naik", "versi": p.versi,
    }  # fmt: skip
    jawaban = masuk(garis.bawahan[0]).post(alamat("perubahan-indikator", p.pk), isi)
    assert jawaban.status_code == 422
    assert "Kata yang diketik" in jawaban.content.decode()


@pytest.mark.parametrize("kunci", ["", "x", "h", "h0", "b9", "i" + "9" * 30, "h1'; --", "i1\x00"])
def test_strange_keys_are_a_sentence(garis, skp, masuk, kunci):
    p = buat_perubahan(skp, StatusPerubahan.DRAF)
    client = masuk(garis.bawahan[0])
    for nama in ("perubahan-keluarkan", "perubahan-pulihkan"):
        assert client.post(alamat(nama, p.pk), {"kunci": kunci, "versi": p.versi}).status_code == 422


def test_stale_page_is_a_conflict(garis, skp, masuk):
    p = buat_perubahan(skp)
    assert masuk(garis.atasan).post(alamat("perubahan-setujui", p.pk), {"versi": "99"}).status_code == 409


# --- approving many -----------------------------------------------------------------------------------------


def test_many_are_approved_each_by_itself(garis, masuk):
    """One that changed meanwhile is refused in the report and the other goes on."""
    satu, dua = (buat_skp_lengkap(orang, garis.atasan, StatusSKP.DIAJUKAN) for orang in garis.bawahan)
    lain = buat_garis()
    asing = buat_skp_lengkap(lain.bawahan[0], lain.atasan, StatusSKP.DIAJUKAN)
    pilih = [f"{satu.pk}:{satu.versi}", f"{dua.pk}:{dua.versi + 1}", f"{asing.pk}:1", "x:1", "1:\x00", "9" * 40 + ":1"]
    jawaban = masuk(garis.atasan).post(alamat("persetujuan-setujui"), {"skp": pilih})
    for skp in (satu, dua, asing):
        skp.refresh_from_db()
    assert [skp.status for skp in (satu, dua, asing)] == ["disetujui", "diajukan", "diajukan"]
    assert "1 SKP disetujui, 2 belum" in teks(jawaban)
    assert asing.pegawai.nama not in teks(jawaban)


def test_unusual_is_said_in_words_and_filtered(garis, masuk):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    client = masuk(garis.atasan)
    assert "Tidak satu pun hasil kerja dikaitkan" in teks(client.get(alamat("persetujuan")))
    assert skp.pegawai.nama not in teks(client.get(alamat("persetujuan"), {"catatan": "tanpa"}))
    unduh = client.get(alamat("persetujuan"), {"ekspor": "csv", "catatan": "ada"}).content.decode()
    assert skp.pegawai.nama in unduh and "dikaitkan" in unduh


def test_cost_of_the_lists_does_not_grow(garis, masuk, django_assert_max_num_queries):
    """Approvals, delegations, dialogues and proposals: the same number of queries for two rows and for twelve."""
    client = masuk(garis.atasan)
    hal = [alamat(nama) for nama in ("persetujuan", "delegasi-list", "dialog-list")]

    def isi(banyak):
        for n in range(banyak):
            orang = bawahan_baru(garis)
            buat_skp_lengkap(orang, garis.atasan, StatusSKP.DIAJUKAN)
            PendelegasianFactory(wakil=garis.atasan)
            KesepakatanFactory(dialog=DialogFactory(pegawai=orang, atasan=garis.atasan), uraian=f"Janji {n}")

    isi(2)
    sedikit = [banyak_kueri(client, satu, django_assert_max_num_queries) for satu in hal]
    isi(10)
    assert [banyak_kueri(client, satu, django_assert_max_num_queries) for satu in hal] == sedikit


def test_cost_of_the_proposals_does_not_grow(masuk, django_assert_max_num_queries):
    client = masuk(buat_bkpsdm())

    def pindahkan(banyak):
        for _ in range(banyak):
            garis = buat_garis()
            skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
            Penempatan.objects.filter(pegawai=skp.pegawai).update(selesai=date(2026, 9, 30))
            baru = JabatanFactory(unit=garis.unit, susunan__atasan=garis.jabatan_kepala)
            PenempatanFactory(pegawai=skp.pegawai, jabatan=baru, mulai=date(2026, 10, 1))

    pindahkan(1)
    sedikit = banyak_kueri(client, alamat("usul-list"), django_assert_max_num_queries)
    pindahkan(4)
    assert banyak_kueri(client, alamat("usul-list"), django_assert_max_num_queries) == sedikit
    assert "5 baris" in teks(client.get(alamat("usul-list")))
    assert client.get(alamat("usul-list"), {"ekspor": "csv"}).content.decode().count("\n") == 6


# --- segments, delegation, feedback, dialogue ---------------------------------------------------------------


def test_a_proposal_is_confirmed_with_one_click(garis, skp, masuk):
    load_reference(saat=SAAT)
    Penempatan.objects.filter(pegawai=skp.pegawai).update(selesai=date(2026, 9, 30))
    baru = JabatanFactory(unit=garis.unit, nama="Analis Baru", susunan__atasan=garis.jabatan_kepala)
    PenempatanFactory(pegawai=skp.pegawai, jabatan=baru, mulai=date(2026, 10, 1))
    client = masuk(skp.pegawai)
    assert "Jabatan Anda berubah per 1 Oktober 2026" in teks(client.get(reverse("beranda")))
    halaman = client.get(alamat("usul-saya")).content.decode()
    kunci = re.search(r'name="kunci" value="([^"]+)"', halaman)[1]
    jawaban = client.post(alamat("usul-konfirmasi"), {"kunci": kunci, "aksi": "ya"})
    assert jawaban.status_code == 302 and skp.pegawai.skp.count() == 2
    assert client.post(alamat("usul-konfirmasi"), {"kunci": kunci}, follow=True).status_code == 200
    assert skp.pegawai.skp.count() == 2


def test_delegation_page_writes_shows_and_revokes(garis, masuk):
    kepala = PenempatanFactory(
        jabatan=JabatanFactory(unit=garis.unit, jenis="pengawas", susunan__atasan=garis.jabatan_kepala)
    ).pegawai
    client = masuk(garis.atasan)
    isi = {"wakil": kepala.pk, "mulai": f"{HARI}", "selesai": f"{HARI}", "persetujuan": "on", "alasan": "Dinas luar"}
    assert client.post(alamat("delegasi-list"), isi).status_code == 302
    assert client.post(alamat("delegasi-list"), isi).status_code == 422
    assert "berlaku" in teks(client.get(alamat("delegasi-list")))
    client.post(alamat("delegasi-cabut", Pendelegasian.objects.get().pk))
    assert "dicabut" in teks(client.get(alamat("delegasi-list")))


def test_stand_in_sees_the_plan_and_is_told_for_whom(garis, masuk):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DIAJUKAN)
    lain = buat_garis().atasan
    client = masuk(lain)
    assert client.get(alamat("skp-detail", skp.pk)).status_code == 404
    PendelegasianFactory(atasan=garis.atasan, wakil=lain)
    assert "mewakili atasan yang berhalangan" in teks(client.get(alamat("skp-detail", skp.pk)))
    assert f"mewakili {garis.atasan}" in teks(client.get(alamat("persetujuan")))


@pytest.mark.parametrize("pokok", ["indikator-999999", "nilai-lain", "x", "indikator-\x00"])
def test_feedback_about_nothing_known_is_a_sentence(garis, skp, masuk, pokok):
    jawaban = masuk(garis.atasan).post(alamat("umpan-balik-tulis", skp.pk), {"pokok": pokok, "teks": "Kata diketik"})
    assert jawaban.status_code == 422 and "Kata diketik" in jawaban.content.decode()
    assert not UmpanBalikKerja.objects.exists()


def test_feedback_is_on_the_plan_for_the_two_only(garis, skp, masuk):
    UmpanBalikKerjaFactory(skp=skp, dari=garis.atasan, kepada=skp.pegawai, teks="Kalimat untuk berdua")
    terlihat = {
        siapa: "Kalimat untuk berdua" in teks(masuk(orang).get(alamat("skp-detail", skp.pk)))
        for siapa, orang in (("diri", skp.pegawai), ("atasan", garis.atasan), ("bkpsdm", buat_bkpsdm()))
    }
    assert terlihat == {"diri": True, "atasan": True, "bkpsdm": False}


def test_an_open_agreement_is_carried_into_the_next_dialogue(garis, masuk):
    pihak = {"pegawai": garis.bawahan[0], "atasan": garis.atasan}
    lama = DialogFactory(**pihak, waktu=SAAT - timedelta(days=60))
    KesepakatanFactory(dialog=lama, uraian="Yang belum selesai")
    KesepakatanFactory(dialog=lama, uraian="Yang sudah", selesai_pada=SAAT - timedelta(days=30))
    baru = DialogFactory(**pihak, waktu=SAAT - timedelta(hours=1))
    client = masuk(garis.bawahan[0])
    halaman = teks(client.get(alamat("dialog-detail", baru.pk)))
    assert "Yang belum selesai" in halaman and "Yang sudah" not in halaman
    client.post(alamat("kesepakatan-selesai", lama.kesepakatan.first().pk), {"kembali": baru.pk, "hasil": "Beres"})
    assert "Beres" in teks(client.get(alamat("dialog-detail", baru.pk)))


@pytest.mark.parametrize("waktu", ["", "besok", "9999-12-31T09:00", "0001-01-01T00:00", "2026-13-40T09:00"])
def test_bad_time_of_a_dialogue_is_a_sentence(garis, masuk, waktu):
    isi = {"dengan": garis.atasan.pk, "waktu": waktu, "tempat": "Ruang A", "agenda": "Kemajuan"}
    assert masuk(garis.bawahan[0]).post(alamat("dialog-buat"), isi).status_code == 422
    assert not DialogKinerja.objects.exists()
