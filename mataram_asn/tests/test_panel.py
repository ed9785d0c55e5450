"""The panel over every app: each change leaves an audit row, and nothing is deleted there."""

import pytest
from django.contrib import admin

from evaluasi.models import TemplatSiklus
from evaluasi.tests.factories import LayananFactory, TemplatSiklusFactory
from mataram_asn.kit.models import CatatanAudit
from pegawai.models import Jabatan, Pegawai, SusunanJabatan
from pegawai.pilihan import Peran
from pegawai.tests.factories import PenggunaFactory, buat_garis
from pelatihan.models import Pelatihan
from pelatihan.pilihan import Bentuk, Jalur

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin_sistem():
    return PenggunaFactory(peran=(Peran.ADMIN_SISTEM,), is_staff=True, is_superuser=True)


def pelatihan():
    return Pelatihan.objects.create(
        kode="uji", nama="Uji", jalur=Jalur.values[0], bentuk=Bentuk.values[0], jp=4, penyelenggara="BKPSDM"
    )


@pytest.mark.parametrize("buat", [TemplatSiklusFactory, LayananFactory, pelatihan])
def test_a_change_leaves_an_audit_row(buat, admin_sistem, client):
    objek = buat()
    client.force_login(admin_sistem)
    alamat = f"/panel/{objek._meta.app_label}/{objek._meta.model_name}/{objek.pk}/change/"
    form = client.get(alamat).context["adminform"].form
    isi = {nama: form[nama].value() for nama in form.fields}
    isi = {nama: nilai for nama, nilai in isi.items() if nilai not in (None, False)} | {"nama": "Nama baru"}
    assert client.post(alamat, isi).status_code == 302
    objek.refresh_from_db()
    assert objek.nama == "Nama baru"
    assert CatatanAudit.objects.get(oleh=admin_sistem).aksi == f"panel.{objek._meta.model_name}.diubah"


def test_nothing_is_deleted_in_the_panel(admin_sistem, client, rf):
    minta = rf.get("/panel/")
    minta.user = admin_sistem
    boleh = [model.__name__ for model, satu in admin.site._registry.items() if satu.has_delete_permission(minta)]
    assert boleh == []
    templat = TemplatSiklusFactory()
    client.force_login(admin_sistem)
    client.post(f"/panel/evaluasi/templatsiklus/{templat.pk}/delete/", {"post": "yes"})
    assert TemplatSiklus.objects.filter(pk=templat.pk).exists()


def test_a_password_is_not_read_by_guessing_its_hash(admin_sistem, client):
    client.force_login(admin_sistem)
    for kolom in ("password__startswith", "password__gte", "email__contains"):
        assert client.get("/panel/pegawai/pengguna/", {kolom: "m"}).status_code == 400
    assert client.get("/panel/pegawai/pengguna/", {"is_staff__exact": "1"}).status_code == 200


@pytest.mark.parametrize("nilai", ["NaN", "Infinity", "5", '{"a": 1}', "[[1]]", '"\\u0000"', "lurah"])
def test_for_whom_a_training_is_can_only_be_ticked(nilai, admin_sistem, client):
    satu = pelatihan()
    client.force_login(admin_sistem)
    alamat = f"/panel/pelatihan/pelatihan/{satu.pk}/change/"
    form = client.get(alamat).context["adminform"].form
    isi = {nama: form[nama].value() for nama in form.fields}
    isi = {nama: teks for nama, teks in isi.items() if teks not in (None, False)}
    assert client.post(alamat, isi | {"untuk_jabatan": nilai}).status_code == 200
    assert client.post(alamat, isi | {"untuk_jabatan": ["pengawas"]}).status_code == 302
    satu.refresh_from_db()
    assert satu.untuk_jabatan == ["pengawas"]


@pytest.mark.parametrize("tahun", ["9999", "99999999999", "0", "1", "1_0"])
def test_a_year_that_no_calendar_has_is_no_error(tahun, admin_sistem, client):
    client.force_login(admin_sistem)
    for alamat in ("/panel/evaluasi/petugaslayanan/?mulai__year=", "/panel/pegawai/harilibur/?tanggal__year="):
        assert client.get(alamat + tahun).status_code in (200, 302)


@pytest.mark.parametrize("sendiri", [True, False])
def test_nobody_makes_a_head_of_themselves_in_the_panel(sendiri, admin_sistem, client):
    garis = buat_garis()
    if sendiri:
        Pegawai.objects.filter(pk=garis.bawahan[0].pk).update(pengguna=admin_sistem)
    Jabatan.objects.filter(pk=garis.jabatan_kepala.pk).update(kepala_unit=False)
    client.force_login(admin_sistem)
    jawab = client.post(*_isian(client, garis.jabatan_bawahan, kepala_unit="on"))
    assert jawab.status_code == (403 if sendiri else 302)
    assert Jabatan.objects.get(pk=garis.jabatan_bawahan.pk).kepala_unit is not sendiri


def _isian(client, jabatan, **ubah) -> tuple[str, dict]:
    """The address of a position in the panel, and its page as it would be posted with these changes."""
    alamat = f"/panel/pegawai/jabatan/{jabatan.pk}/change/"
    halaman = client.get(alamat).context
    isi = {nama: halaman["adminform"].form[nama].value() for nama in halaman["adminform"].form.fields}
    (baris,) = halaman["inline_admin_formsets"]
    for form in [baris.formset.management_form, *baris.formset.forms]:
        isi |= {form.add_prefix(nama): form[nama].value() for nama in form.fields}
    return alamat, {nama: nilai for nama, nilai in (isi | ubah).items() if nilai not in (None, False)}


@pytest.mark.parametrize("sendiri", [True, False])
def test_nobody_draws_a_line_in_the_panel_that_puts_people_below_themselves(sendiri, admin_sistem, client):
    garis, lain = buat_garis(), buat_garis()
    if sendiri:
        Pegawai.objects.filter(pk=lain.atasan.pk).update(pengguna=admin_sistem)
    client.force_login(admin_sistem)
    alamat = f"/panel/pegawai/jabatan/{garis.jabatan_bawahan.pk}/change/"
    halaman = client.get(alamat).context
    isi = {nama: halaman["adminform"].form[nama].value() for nama in halaman["adminform"].form.fields}
    (baris,) = halaman["inline_admin_formsets"]
    for form in [baris.formset.management_form, *baris.formset.forms]:
        isi |= {form.add_prefix(nama): form[nama].value() for nama in form.fields}
    garis_lama = SusunanJabatan.objects.get(jabatan=garis.jabatan_bawahan)
    isi[f"{baris.formset.prefix}-0-atasan"] = SusunanJabatan.objects.get(jabatan=lain.jabatan_bawahan).atasan_id
    jawab = client.post(alamat, {nama: nilai for nama, nilai in isi.items() if nilai not in (None, False)})
    garis_baru = SusunanJabatan.objects.get(jabatan=garis.jabatan_bawahan)
    assert jawab.status_code == (403 if sendiri else 302)
    assert (garis_baru.atasan_id == garis_lama.atasan_id) == sendiri


@pytest.mark.parametrize(
    "kueri",
    ["mulai__year=9999", "mulai__year=99999999999", "mulai__month=77&mulai__year=0", "id__exact=99999999999999999999"],
)
@pytest.mark.parametrize("model", ["pegawai/jabatan", "kinerja/periode", "pegawai/harilibur"])
def test_a_filter_that_no_row_can_have_is_no_failure(model, kueri, admin_sistem, client):
    client.force_login(admin_sistem)
    kueri = kueri.replace("mulai", "tanggal") if model == "pegawai/harilibur" else kueri
    jawab = client.get(f"/panel/{model}/?{kueri}", follow=True)
    assert jawab.status_code in (200, 400)
