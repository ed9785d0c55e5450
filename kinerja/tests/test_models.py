"""What the database itself refuses, by the name of the constraint."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from kinerja.models import SKP, Bukti, Indikator, Realisasi
from kinerja.pilihan import JenisBukti, StatusSKP
from kinerja.tests.factories import (
    EkspektasiPerilakuFactory,
    IkuFactory,
    IndikatorFactory,
    NilaiIkuFactory,
    PeriodeFactory,
    RealisasiFactory,
    SKPFactory,
    TargetIkuFactory,
    buat_skp_lengkap,
)
from pegawai.tests.factories import PegawaiFactory, PenempatanFactory, PenggunaFactory, buat_bkpsdm, buat_garis

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("nama", "buat"),
    [
        ("periode_periode_sah", lambda: PeriodeFactory(selesai=date(2026, 9, 30))),
        ("skp_periode_sah", lambda: SKPFactory(selesai=date(2025, 12, 31))),
        ("skp_disetujui_bertanggal", lambda: SKPFactory(status=StatusSKP.DISETUJUI)),
        ("indikator_bobot_sah", lambda: IndikatorFactory(bobot=Decimal(0))),
        ("indikator_bobot_sah", lambda: IndikatorFactory(bobot=Decimal("100.01"))),
        ("indikator_kuantitatif_bertarget", lambda: IndikatorFactory(target=None)),
        ("indikator_kuantitatif_bertarget", lambda: IndikatorFactory(satuan="")),
        ("indikator_target_nol_hanya_turun", lambda: IndikatorFactory(target=Decimal(0))),
        ("indikator_rentang_sah", lambda: IndikatorFactory(rentang=True, target_atas=Decimal(40))),
        ("indikator_kualitatif_berlevel", lambda: IndikatorFactory(kualitatif=True, level_atas="")),
        ("realisasi_tidak_negatif", lambda: RealisasiFactory(nilai=Decimal(-1))),
        ("realisasi_berisi", lambda: RealisasiFactory(nilai=None, uraian="")),
    ],
)
def test_impossible_row_is_refused(nama, buat):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        buat()


def test_one_plan_at_a_time():
    skp = SKPFactory(selesai=date(2026, 6, 30))
    with pytest.raises(IntegrityError, match="skp_satu_pada_satu_waktu"), transaction.atomic():
        SKPFactory(pegawai=skp.pegawai, mulai=date(2026, 6, 30))
    assert SKPFactory(pegawai=skp.pegawai, mulai=date(2026, 7, 1)).pk


def test_nobody_assesses_themselves():
    skp = SKPFactory()
    with pytest.raises(IntegrityError, match="skp_penilai_bukan_diri"), transaction.atomic():
        SKP.objects.filter(pk=skp.pk).update(penilai=skp.pegawai)


def test_evidence_is_a_file_or_a_link():
    pegawai = PenempatanFactory().pegawai
    with pytest.raises(IntegrityError, match="bukti_berkas_atau_tautan"), transaction.atomic():
        Bukti.objects.create(pegawai=pegawai, jenis=JenisBukti.TAUTAN, tautan="")
    with pytest.raises(IntegrityError, match="bukti_berkas_atau_tautan"), transaction.atomic():
        Bukti.objects.create(pegawai=pegawai, jenis=JenisBukti.BERKAS, sidik="")


@pytest.mark.parametrize(
    ("nama", "pabrik", "kolom"),
    [
        ("ekspektasi_perilaku_sekali", EkspektasiPerilakuFactory, ("skp", "nilai")),
        ("iku_unik", IkuFactory, ("kunci", "unit")),
        ("nilai_iku_unik", NilaiIkuFactory, ("iku", "tahun", "seri")),
        ("target_iku_unik", TargetIkuFactory, ("iku", "tahun")),
    ],
)
def test_stated_once(nama, pabrik, kolom):
    baris = pabrik()
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        pabrik(**{satu: getattr(baris, satu) for satu in kolom})


def test_latest_entry_counts():
    lama = RealisasiFactory(nilai=Decimal(10))
    baru = RealisasiFactory(indikator=lama.indikator, periode=lama.periode, nilai=Decimal(20))
    assert list(Realisasi.objects.terbaru()) == [baru]


def test_period_is_open_half_open():
    periode = PeriodeFactory()
    dibuka = type(periode).objects.terbuka
    assert dibuka(periode.isi_dari).exists()
    assert not dibuka(periode.isi_sampai).exists()


def test_who_sees_a_plan():
    garis = buat_garis()
    skp = buat_skp_lengkap(garis.bawahan[0], garis.atasan)
    melihat = {
        "diri": garis.bawahan[0].pengguna,
        "atasan": garis.atasan.pengguna,
        "bkpsdm": buat_bkpsdm(),
        "rekan": garis.bawahan[1].pengguna,
        "orang lain": PegawaiFactory().pengguna,
        "superuser": PenggunaFactory(is_superuser=True, is_staff=True),
    }
    milik = Indikator.objects.filter(hasil__skp=skp)
    nampak = {siapa: milik.visible_to(user).exists() for siapa, user in melihat.items()}
    assert nampak == {
        "diri": True, "atasan": True, "bkpsdm": True, "rekan": False, "orang lain": False, "superuser": False
    }  # fmt: skip
