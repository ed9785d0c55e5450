"""Who sees whom: once, on the queryset; every other row follows the person."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from pegawai.models import BerkasImpor, Pegawai, Penempatan, Pengguna
from pegawai.tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def kota():
    """A head with two people, and another unit beside."""
    akar = f.UnitFactory(jenis="pemda")
    return f.buat_garis(akar), f.buat_garis(akar)


def terlihat(pengguna) -> set[int]:
    pengguna = Pengguna.objects.get(pk=pengguna.pk)  # as the next request would
    return set(Pegawai.objects.visible_to(pengguna).values_list("pk", flat=True))


def test_atasan_sees_the_line_below_and_nobody_beside(kota):
    sini, _ = kota
    assert terlihat(sini.atasan.pengguna) == {sini.atasan.pk, *(orang.pk for orang in sini.bawahan)}


def test_a_person_sees_only_oneself(kota):
    satu = kota[0].bawahan[0]
    assert terlihat(satu.pengguna) == {satu.pk}


@pytest.mark.parametrize("peran", ["bkpsdm", "auditor"])
def test_bkpsdm_and_auditor_see_everybody(kota, peran):
    assert len(terlihat(f.PenggunaFactory(peran=(peran,)))) == 6


@pytest.mark.parametrize("akun", [{"is_superuser": True, "is_staff": True}, {"peran": ("admin_sistem",)}])
def test_running_the_system_shows_nobody(kota, akun):
    assert terlihat(f.PenggunaFactory(**akun)) == set()


def test_pengelola_sees_the_unit_while_assigned(kota):
    sini, _ = kota
    tugas = f.PengelolaUnitFactory(unit=sini.unit)
    assert terlihat(tugas.pengguna) == {sini.atasan.pk, *(orang.pk for orang in sini.bawahan)}
    tugas.selesai = timezone.localdate() - timedelta(days=1)
    tugas.save()
    assert terlihat(tugas.pengguna) == set()


def test_acting_sight_ends_on_its_date(kota):
    sini, sana = kota
    hari_ini = timezone.localdate()
    plt = f.PenempatanFactory(pegawai=sana.atasan, jabatan=sini.jabatan_kepala, plt=True, mulai=hari_ini)
    assert sini.bawahan[0].pk in terlihat(sana.atasan.pengguna)
    Penempatan.objects.filter(pk=plt.pk).update(mulai=date(2021, 1, 1), selesai=hari_ini - timedelta(days=1))
    assert sini.bawahan[0].pk not in terlihat(sana.atasan.pengguna)


def test_a_leaver_has_no_roles_any_more(kota):
    petugas = f.PenggunaFactory(peran=("bkpsdm",))
    Pengguna.objects.filter(pk=petugas.pk).update(is_active=False)
    assert terlihat(petugas) == set()


def test_nobody_is_nobody(kota):
    assert not Pegawai.objects.visible_to(AnonymousUser()).exists()
    assert not Penempatan.objects.visible_to(AnonymousUser()).exists()
    assert not BerkasImpor.objects.visible_to(AnonymousUser()).exists()


def test_rows_about_a_person_follow_the_person(kota):
    sini, sana = kota
    f.UkuranPotensiFactory(pegawai=sini.bawahan[0])
    milik = sini.bawahan[0].ukuran_potensi.model.objects
    assert milik.visible_to(sini.atasan.pengguna).count() == 1
    assert milik.visible_to(sana.atasan.pengguna).count() == 0
