"""The database refuses impossible rows, by the name of the constraint."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from pegawai.models import (
    Ketentuan,
    LaporanAtasan,
    Pegawai,
    Penempatan,
    PenetapanAtasan,
    PermohonanPeran,
    SusunanJabatan,
    SusunanUnit,
    UkuranKompetensi,
    UkuranPotensi,
)
from pegawai.tests import factories as f

pytestmark = pytest.mark.django_db
HARI = date(2026, 1, 1)


def _dua_definitif():
    orang = f.PenempatanFactory().pegawai
    f.PenempatanFactory(pegawai=orang, mulai=HARI)


def _dua_kepala():
    unit = f.UnitFactory()
    f.JabatanFactory(unit=unit, kepala=True)
    f.JabatanFactory(unit=unit, kepala=True)


def _dua_laporan():
    orang = f.PegawaiFactory()
    for _ in range(2):
        LaporanAtasan.objects.create(pegawai=orang, keterangan="x")


def _memutus_sendiri():
    satu, dua = f.PenggunaFactory(), f.PenggunaFactory()
    PermohonanPeran.objects.create(pengguna=dua, peran="bkpsdm", alasan="x", diminta_oleh=satu, diputus_oleh=satu)


def _diri_sendiri():
    orang = f.PegawaiFactory()
    PenetapanAtasan.objects.create(pegawai=orang, atasan=orang, mulai=HARI, alasan="x")


def _unit_bertumpuk():
    SusunanUnit.objects.create(unit=f.UnitFactory(), nama="x", mulai=HARI)


def _jabatan_bertumpuk():
    SusunanJabatan.objects.create(jabatan=f.JabatanFactory(), mulai=HARI)


def _jabatan_di_atas_diri():
    jabatan = f.JabatanFactory()
    SusunanJabatan.objects.filter(jabatan=jabatan).update(atasan=jabatan)


MUSTAHIL = {
    "pegawai_nip_18_angka": lambda: f.PegawaiFactory(nip="1990010120150119", pengguna=None),
    "pegawai_asn_ber_nip": lambda: f.PegawaiFactory(nip=None, pengguna=None),
    "penempatan_satu_definitif": _dua_definitif,
    "penempatan_periode_sah": lambda: f.PenempatanFactory(mulai=HARI, selesai=date(2025, 12, 31)),
    "penempatan_sementara_berakhir": lambda: f.PenempatanFactory(jenis="plt"),
    "jabatan_satu_kepala_unit": _dua_kepala,
    "jabatan_jenjang_hanya_fungsional": lambda: f.JabatanFactory(jenjang="mahir"),
    "susunan_unit_satu_pada_satu_waktu": _unit_bertumpuk,
    "susunan_jabatan_satu_pada_satu_waktu": _jabatan_bertumpuk,
    "susunan_jabatan_bukan_atasan_sendiri": _jabatan_di_atas_diri,
    "susunan_jabatan_kelas_sah": lambda: f.JabatanFactory(susunan__kelas=18),
    "penetapan_atasan_bukan_diri": _diri_sendiri,
    "laporan_atasan_satu_terbuka": _dua_laporan,
    "permohonan_peran_dua_orang": _memutus_sendiri,
    "ukuran_kompetensi_level_sah": lambda: f.UkuranKompetensiFactory(level=6),
    "ukuran_potensi_nilai_sah": lambda: f.UkuranPotensiFactory(nilai=101),
}


@pytest.mark.parametrize("nama", MUSTAHIL)
def test_impossible_row_is_refused_by_name(nama):
    with pytest.raises(IntegrityError, match=nama), transaction.atomic():
        MUSTAHIL[nama]()


def test_acting_beside_a_definitive_placement_is_possible():
    orang = f.PenempatanFactory().pegawai
    f.PenempatanFactory(pegawai=orang, plt=True)
    assert Penempatan.objects.filter(pegawai=orang).count() == 2


def test_placements_that_follow_each_other_are_possible():
    orang = f.PenempatanFactory(selesai=date(2025, 12, 31)).pegawai
    f.PenempatanFactory(pegawai=orang, mulai=HARI)


def test_the_form_shows_the_sentence_of_the_constraint():
    orang = f.PenempatanFactory().pegawai
    baru = Penempatan(pegawai=orang, jabatan=f.JabatanFactory(), mulai=HARI)
    with pytest.raises(ValidationError, match="sudah mempunyai jabatan definitif"):
        baru.full_clean()


@pytest.mark.parametrize("perintah", ["UPDATE pegawai_ketentuan SET versi = 9", "DELETE FROM pegawai_ketentuan"])
def test_a_published_ketentuan_cannot_be_bent(perintah):
    Ketentuan.objects.create(
        jenis="bup", versi=1, mulai=HARI, isi={}, dasar_hukum="x", kepastian="D", ditetapkan_oleh=f.PenggunaFactory()
    )
    with pytest.raises(IntegrityError, match="bersifat tetap"), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah)


def test_latest_measurement_wins():
    lama = f.UkuranKompetensiFactory(level=1)
    UkuranKompetensi.objects.create(
        pegawai=lama.pegawai, kompetensi=lama.kompetensi, level=4, diukur_pada=date(2026, 3, 1)
    )
    assert [satu.level for satu in UkuranKompetensi.objects.terbaru()] == [4]
    assert list(UkuranPotensi.objects.terbaru()) == []


def test_names_are_ordered_without_regard_to_case():
    f.PegawaiFactory(nama="Zaki")
    f.PegawaiFactory(nama="ahmad")
    assert [satu.nama for satu in Pegawai.objects.urut_nama()] == ["ahmad", "Zaki"]
