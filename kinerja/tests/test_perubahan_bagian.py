"""A revision of what stands beside the results: expectations, annex, approach. Nothing else moves."""

from datetime import timedelta

import pytest
from django.urls import reverse

from kinerja import actions, potret
from kinerja.aturan import bandingkan
from kinerja.models import SKP, HasilKerja, Indikator, PerubahanSKP, Realisasi
from kinerja.pilihan import Pendekatan, StatusPerubahan
from kinerja.tests.factories import SAAT, PeriodeFactory, RealisasiFactory, buat_skp_lengkap
from kinerja.views.beda import tulis_beda
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.tests.factories import buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db

LAMPIRAN = {"dukungan_sumber_daya": ["Laptop", "Anggaran"], "konsekuensi": ["Apresiasi"]}
BARU = {
    "ekspektasi": {"akuntabel": "Laporan keuangan tanpa koreksi."},
    "lampiran": {"dukungan_sumber_daya": ["Laptop", "Dua tenaga bantu", "Anggaran"], "konsekuensi": []},
}


@pytest.fixture
def garis():
    return buat_garis()


@pytest.fixture
def skp(garis):
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    for jenis, baris in LAMPIRAN.items():
        actions.isi.tulis_lampiran(skp, jenis, baris)
    RealisasiFactory(indikator=Indikator.objects.utama(skp.pk)[0], periode=PeriodeFactory(tutup=True))
    return skp


@pytest.fixture
def perubahan(skp):
    return actions.start_revision(skp_id=skp.pk, alasan="Pimpinan baru", oleh=skp.pegawai.pengguna, saat=SAAT)


def tulis(perubahan, oleh, **ganti):
    umum = {"perubahan_id": perubahan.pk, "oleh": oleh, "saat": SAAT}
    if "ekspektasi" in ganti:
        actions.save_revision_conduct(ekspektasi=ganti["ekspektasi"], **umum)
    if "lampiran" in ganti:
        actions.save_revision_annex(lampiran=ganti["lampiran"], **umum)
    if "pendekatan" in ganti:
        actions.save_revision_approach(pendekatan=ganti["pendekatan"], **umum)


def berlakukan(perubahan, **ganti) -> PerubahanSKP:
    skp = perubahan.skp
    tulis(perubahan, skp.pegawai.pengguna, **ganti)
    actions.submit_revision(perubahan_id=perubahan.pk, oleh=skp.pegawai.pengguna, saat=SAAT)
    return actions.approve_revision(perubahan_id=perubahan.pk, oleh=skp.penilai.pengguna, saat=SAAT + timedelta(days=1))


def lain(skp) -> tuple:
    """Every column of the plan and its rows that these parts do not own."""
    kecuali = ("versi", "pendekatan")
    return (
        {k: v for k, v in SKP.objects.filter(pk=skp.pk).values()[0].items() if k not in kecuali},
        list(HasilKerja.semua.filter(skp=skp).order_by("pk").values()),
        list(Indikator.semua.filter(hasil__skp=skp).order_by("pk").values()),
        list(Realisasi.objects.filter(indikator__hasil__skp=skp).order_by("pk").values()),
    )


def test_annex_expectations_and_approach_change_by_approval_and_nothing_else_moves(skp, perubahan):
    sebelum, versi = lain(skp), SKP.objects.get(pk=skp.pk).versi
    p = berlakukan(perubahan, pendekatan="kualitatif", **BARU)
    kini = potret.potret(SKP.objects.get(pk=skp.pk))
    assert kini["ekspektasi"]["akuntabel"] == "Laporan keuangan tanpa koreksi."
    assert kini["lampiran"] == {"dukungan_sumber_daya": ["Laptop", "Dua tenaga bantu", "Anggaran"]}
    assert kini["pendekatan"] == Pendekatan.KUALITATIF
    assert lain(skp) == sebelum
    assert SKP.objects.get(pk=skp.pk).versi == versi + 1
    assert (p.isi_lama["lampiran"], p.isi_lama["pendekatan"]) == (LAMPIRAN, "kuantitatif")
    assert p.diputus_oleh == skp.penilai.pengguna


def test_until_approval_the_plan_in_force_keeps_its_parts(skp, perubahan):
    sebelum = potret.potret(skp)
    tulis(perubahan, skp.pegawai.pengguna, pendekatan="kualitatif", **BARU)
    actions.submit_revision(perubahan_id=perubahan.pk, oleh=skp.pegawai.pengguna, saat=SAAT)
    assert potret.potret(SKP.objects.get(pk=skp.pk)) == sebelum


@pytest.mark.parametrize("bagian", ["ekspektasi", "lampiran", "pendekatan"])
def test_one_part_alone_is_a_difference_and_leaves_the_other_parts(skp, perubahan, bagian):
    sebelum = potret.potret(skp)
    berlakukan(perubahan, **{bagian: ({"pendekatan": "kualitatif"} | BARU)[bagian]})
    kini = potret.potret(SKP.objects.get(pk=skp.pk))
    assert {nama for nama in kini if kini[nama] != sebelum[nama]} == {bagian}


def test_the_difference_is_told_by_part_line_by_line(skp, perubahan):
    tulis(perubahan, skp.pegawai.pengguna, pendekatan="kualitatif", **BARU)
    p = PerubahanSKP.objects.get()
    beda = {
        (satu["bagian"], satu["uraian"]): (satu["kata"], satu["beda"])
        for satu in tulis_beda(bandingkan(p.isi_lama, p.isi))
    }
    assert beda == {
        ("Pendekatan", "Bentuk SKP"): ("Diubah", [("Pendekatan", "Kuantitatif", "Kualitatif")]),
        ("Perilaku kerja", "Akuntabel"): (
            "Ditambahkan", [("Ekspektasi khusus", "", "Laporan keuangan tanpa koreksi.")]
        ),
        ("Lampiran", "Dukungan sumber daya"): ("Diubah", [("Butir 2", "", "Dua tenaga bantu")]),
        ("Lampiran", "Konsekuensi"): ("Dikeluarkan", [("Butir 1", "Apresiasi", "")]),
    }  # fmt: skip


def test_a_content_from_before_the_annex_was_part_of_it_takes_nothing_away(skp, perubahan):
    """Its silence is no difference and no order to delete; once a list is written, the others come along."""
    for isi in (perubahan.isi, perubahan.isi_lama):
        isi.pop("lampiran", None), isi.pop("pendekatan", None)
    perubahan.save()
    with pytest.raises(RuleViolation, match="Belum ada yang berubah"):
        actions.submit_revision(perubahan_id=perubahan.pk, oleh=skp.pegawai.pengguna, saat=SAAT)
    berlakukan(perubahan, lampiran={"konsekuensi": ["Teguran"]})
    kini = potret.potret(SKP.objects.get(pk=skp.pk))
    assert kini["lampiran"] == LAMPIRAN | {"konsekuensi": ["Teguran"]}
    assert kini["pendekatan"] == "kuantitatif"


@pytest.mark.parametrize(
    ("siapa", "status", "bagian"),
    [
        ("diri", StatusPerubahan.DRAF, {"ekspektasi", "lampiran", "pendekatan"}),
        ("diri", StatusPerubahan.DIAJUKAN, set()),
        ("atasan", StatusPerubahan.DRAF, set()),
        ("atasan", StatusPerubahan.DIAJUKAN, {"ekspektasi", "lampiran"}),
        ("atasan", StatusPerubahan.DISETUJUI, set()),
        ("rekan", StatusPerubahan.DIAJUKAN, set()),
        ("bkpsdm", StatusPerubahan.DIAJUKAN, set()),
    ],
)
def test_who_writes_which_part_and_when(garis, skp, perubahan, siapa, status, bagian):
    PerubahanSKP.objects.update(status=status, diputus_pada=SAAT, diputus_oleh=skp.penilai.pengguna)
    oleh = {
        "diri": lambda: skp.pegawai.pengguna,
        "atasan": lambda: garis.atasan.pengguna,
        "rekan": lambda: garis.bawahan[1].pengguna,
        "bkpsdm": buat_bkpsdm,
    }[siapa]()
    for nama, isi in (BARU | {"pendekatan": "kualitatif"}).items():
        sebelum = PerubahanSKP.objects.get().isi
        if nama in bagian:
            tulis(perubahan, oleh, **{nama: isi})
        else:
            with pytest.raises(RuleViolation):
                tulis(perubahan, oleh, **{nama: isi})
        assert (PerubahanSKP.objects.get().isi != sebelum) == (nama in bagian)
    assert CatatanAudit.objects.filter(aksi__endswith="_disimpan", oleh=oleh).count() == len(bagian)


def test_a_stale_page_too_many_lines_and_an_unknown_approach_are_refused(skp, perubahan):
    umum = {"perubahan_id": perubahan.pk, "oleh": skp.pegawai.pengguna, "saat": SAAT}
    with pytest.raises(Konflik):
        actions.save_revision_annex(lampiran={}, versi=9, **umum)
    with pytest.raises(RuleViolation, match="paling banyak 30"):
        actions.save_revision_annex(lampiran={"konsekuensi": ["x"] * 31}, **umum)
    with pytest.raises(RuleViolation, match="Pilih pendekatan"):
        actions.save_revision_approach(pendekatan="bebas", **umum)


@pytest.mark.parametrize("bagian", ["ekspektasi", "lampiran", "pendekatan"])
def test_a_part_is_taken_back_whole(skp, perubahan, bagian):
    tulis(perubahan, skp.pegawai.pengguna, pendekatan="kualitatif", **BARU)
    actions.restore_into_revision(perubahan_id=perubahan.pk, kunci=bagian, oleh=skp.pegawai.pengguna, saat=SAAT)
    p = PerubahanSKP.objects.get()
    assert {nama for nama in p.isi if p.isi[nama] != p.isi_lama[nama]} == {*BARU, "pendekatan"} - {bagian}


def test_a_head_who_goes_to_figures_must_name_perspectives_first(garis):
    """The approach of the new version is asked at submission, not that of the plan in force."""
    garis.jabatan_kepala.jenis = "pimpinan_tinggi_pratama"
    garis.jabatan_kepala.save()
    skp = buat_skp_lengkap(garis.atasan, garis.bawahan[0])
    SKP.objects.filter(pk=skp.pk).update(pendekatan="kualitatif")
    p = actions.start_revision(skp_id=skp.pk, alasan="Bentuk berubah", oleh=garis.atasan.pengguna, saat=SAAT)
    tulis(p, garis.atasan.pengguna, pendekatan="kuantitatif")
    with pytest.raises(RuleViolation, match="perspektif"):
        actions.submit_revision(perubahan_id=p.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    assert SKP.objects.get(pk=skp.pk).pendekatan == "kualitatif"


def alamat(nama, pk):
    return reverse(f"kinerja:{nama}", args=[pk])


def test_pages_write_show_and_keep_the_old_version_readable(client, settings, tmp_path, skp, perubahan):
    settings.MEDIA_ROOT = tmp_path
    client.force_login(skp.pegawai.pengguna)
    for nama, isi in {
        "perubahan-lampiran": {"konsekuensi": "Teguran lisan\r\nPembinaan"},
        "perubahan-perilaku": {"akuntabel": "Tanpa koreksi."},
        "perubahan-pendekatan": {"pendekatan": "kualitatif"},
    }.items():
        versi = PerubahanSKP.objects.get().versi
        assert client.post(alamat(nama, perubahan.pk), isi | {"versi": versi}).status_code == 302
    assert PerubahanSKP.objects.get().isi["lampiran"]["konsekuensi"] == ["Teguran lisan", "Pembinaan"]
    actions.submit_revision(perubahan_id=perubahan.pk, oleh=skp.pegawai.pengguna, saat=SAAT)
    client.force_login(skp.penilai.pengguna)
    halaman = client.get(alamat("perubahan-detail", perubahan.pk)).content.decode()
    for kata in ("Teguran lisan", "Tanpa koreksi.", "Simpan lampiran", "Simpan ekspektasi", "<del>Apresiasi</del>"):
        assert kata in halaman
    assert "Simpan pendekatan" not in halaman
    actions.approve_revision(perubahan_id=perubahan.pk, oleh=skp.penilai.pengguna, saat=SAAT)
    lama = client.get(alamat("versi-lama", perubahan.pk)).content.decode()
    assert "Apresiasi" in lama and "Teguran lisan" not in lama and "Pendekatan kuantitatif" in lama
