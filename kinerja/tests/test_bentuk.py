"""The form of a plan by position and approach, its perspektif, and the annex."""

import pytest

from kinerja import actions
from kinerja.aturan import BENTUK, bentuk_skp
from kinerja.models import Indikator
from kinerja.pemeriksaan import periksa_pengajuan
from kinerja.pilihan import JenisLampiran, Pendekatan, Perspektif, StatusSKP
from kinerja.tests.factories import SAAT, buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import JenisJabatan
from pegawai.tests.factories import buat_garis


@pytest.mark.parametrize(
    ("jenis", "mandiri", "pendekatan", "kunci"),
    [
        (JenisJabatan.JPT_PRATAMA, False, "kuantitatif", "kuantitatif-jpt"),
        (JenisJabatan.ADMINISTRATOR, True, "kuantitatif", "kuantitatif-jpt"),
        (JenisJabatan.ADMINISTRATOR, False, "kuantitatif", "kuantitatif"),
        (JenisJabatan.PENGAWAS, False, "kuantitatif", "kuantitatif"),
        (JenisJabatan.FUNGSIONAL, False, "kuantitatif", "kuantitatif"),
        (JenisJabatan.PELAKSANA, False, "kualitatif", "kualitatif"),
        (JenisJabatan.JPT_PRATAMA, True, "kualitatif", "kualitatif-jpt"),
    ],
)
def test_each_kind_of_holder_has_the_form_of_the_annex(jenis, mandiri, pendekatan, kunci):
    assert bentuk_skp(jenis, pendekatan, pimpinan_mandiri=mandiri).kunci == kunci


def test_a_form_names_aspek_or_perspektif_and_never_both():
    assert not any(satu.aspek and satu.perspektif for satu in BENTUK.values())
    assert all("Perspektif" in " ".join(satu.kolom) + satu.butir for satu in BENTUK.values() if satu.perspektif)


def test_an_unknown_approach_is_refused():
    with pytest.raises(ValueError, match="campuran"):
        bentuk_skp("pelaksana", "campuran")


@pytest.mark.django_db
def test_submission_names_each_indicator_of_a_head_without_perspektif():
    garis = buat_garis()
    skp = buat_skp_lengkap(garis.atasan, garis.bawahan[0], StatusSKP.DRAF)
    kurang = [satu for satu in periksa_pengajuan(skp) if "perspektif" in satu.kalimat]
    assert {satu.tempat for satu in kurang} == {f"indikator-{satu.pk}" for satu in Indikator.objects.all()}
    Indikator.objects.update(perspektif=Perspektif.ANGGARAN)
    assert periksa_pengajuan(skp) == ()


@pytest.mark.django_db
def test_a_subordinate_and_a_kualitatif_head_need_none():
    garis = buat_garis()
    assert periksa_pengajuan(buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)) == ()
    kepala = buat_skp_lengkap(garis.atasan, garis.bawahan[0], StatusSKP.DRAF)
    kepala.pendekatan = Pendekatan.KUALITATIF
    assert periksa_pengajuan(kepala) == ()


ISI = {JenisLampiran.SUMBER_DAYA: ["Laptop", " ", "Anggaran perjalanan"], JenisLampiran.KONSEKUENSI: ["Penghargaan"]}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("siapa", "status", "boleh"),
    [
        ("pemilik", StatusSKP.DRAF, True),
        ("pemilik", StatusSKP.DIAJUKAN, False),
        ("atasan", StatusSKP.DIAJUKAN, True),
        ("atasan", StatusSKP.DRAF, False),
        ("rekan", StatusSKP.DRAF, False),
        ("pemilik", StatusSKP.DISETUJUI, False),
    ],
)
def test_the_annex_is_the_owners_while_drafting_and_the_atasans_while_it_waits(siapa, status, boleh):
    garis = buat_garis()
    orang = {"pemilik": garis.bawahan[0], "rekan": garis.bawahan[1], "atasan": garis.atasan}
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, status)
    tulis = {"skp_id": skp.pk, "lampiran": ISI, "oleh": orang[siapa].pengguna, "saat": SAAT}
    if boleh:
        actions.save_annex(**tulis)
        assert list(skp.lampiran.values_list("jenis", "urutan", "uraian")) == [
            ("dukungan_sumber_daya", 1, "Laptop"),
            ("dukungan_sumber_daya", 2, "Anggaran perjalanan"),
            ("konsekuensi", 1, "Penghargaan"),
        ]
    else:
        with pytest.raises(RuleViolation):
            actions.save_annex(**tulis)
        assert not skp.lampiran.exists()


@pytest.mark.django_db
def test_the_annex_comes_along_with_a_copy():
    garis = buat_garis()
    lama = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    oleh = garis.bawahan[0].pengguna
    actions.save_annex(skp_id=lama.pk, lampiran=ISI, oleh=oleh, saat=SAAT)
    baru = actions.copy_skp(
        dari_id=lama.pk,
        mulai=lama.mulai.replace(year=2027),
        selesai=lama.selesai.replace(year=2027),
        oleh=oleh,
        saat=SAAT,
    )
    assert baru.lampiran.count() == 3


@pytest.mark.django_db
def test_the_page_saves_the_annex_and_shows_it(client):
    garis = buat_garis()
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan, StatusSKP.DRAF)
    client.force_login(garis.bawahan[0].pengguna)
    isi = {"versi": skp.versi, "aksi": "lampiran", "konsekuensi": "Penghargaan unit\n\nPembinaan"}
    jawab = client.post(f"/kinerja/skp/{skp.pk}/perilaku/", isi, follow=True)
    assert jawab.status_code == 200
    assert list(skp.lampiran.values_list("urutan", "uraian")) == [(1, "Penghargaan unit"), (2, "Pembinaan")]
    assert client.post(f"/kinerja/skp/{skp.pk}/perilaku/", isi).status_code == 409
    assert "Penghargaan unit" in client.get(f"/kinerja/skp/{skp.pk}/").text
