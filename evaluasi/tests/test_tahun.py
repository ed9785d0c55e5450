"""The year as one predikat: one segment is the year, several wait until somebody brings them together."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions
from evaluasi.actions.hitung import _evaluasi
from evaluasi.aturan import MasukanTahun, hitung_tahun, hitung_ulang_tahun
from evaluasi.models import EvaluasiTahunan
from evaluasi.rekap import masukan_lembar, periksa_tahunan, predikat_tahun, segmen_siklus, tahun_menunggu
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat

from .contoh_tahun import buat_tahun
from .factories import LembarFactory, buat_bkpsdm, wita
from .test_potongan import serentak

pytestmark = pytest.mark.django_db


def test_one_segment_is_the_year():
    tahun = buat_tahun()
    [hasil] = tahun.terbitkan()
    satu = predikat_tahun([tahun.orang.pk], 2026)[tahun.orang.pk]
    assert (satu.predikat, satu.indeks_hasil, satu.hari) == (hasil.predikat, hasil.indeks_hasil, 365)
    assert satu.evaluasi == hasil
    assert predikat_tahun([tahun.orang.pk], 2025) == {}


def test_a_segment_that_waits_is_not_the_year():
    tahun = buat_tahun(pindah=date(2026, 7, 1), dinilai=1)
    assert len(tahun.terbitkan()) == 1
    assert predikat_tahun([tahun.orang.pk], 2026) == {}


SAAT = wita(2027, 1, 20)


@pytest.fixture
def dua():
    """A person who moved on 1 July: both parts scored and published."""
    tahun = buat_tahun(pindah=date(2026, 7, 1))
    tahun.hasil = tahun.terbitkan()
    return tahun


def gabung(tahun, oleh=None, **putusan):
    oleh = oleh or tahun.penilai.pengguna
    return actions.set_year(siklus_id=tahun.siklus.pk, pegawai_id=tahun.orang.pk, oleh=oleh, saat=SAAT, **putusan)


def test_each_part_is_rated_by_its_own_assessor_and_the_last_brings_the_year_together(dua):
    assert [satu.penilai for satu in dua.hasil] == [garis.atasan for garis in dua.garis]
    assert predikat_tahun([dua.orang.pk], 2026) == {}
    [menunggu] = tahun_menunggu()
    assert (menunggu.pegawai, menunggu.penilai) == (dua.orang, dua.penilai)
    assert tahun_menunggu(dua.garis[0].atasan.pk) == []
    with pytest.raises(RuleViolation, match="bagian terakhir"):
        gabung(dua, dua.garis[0].atasan.pengguna)
    with pytest.raises(RuleViolation, match="dirinya sendiri"):
        gabung(dua, dua.orang.pengguna)

    tahunan = gabung(dua)
    # 94.00 over 181 days and 108.00 (60 of 50 capped at 120 weighs 60 %, 100 weighs 40 %: 112.00) over 184
    indeks = [(181, dua.hasil[0].indeks_hasil), (184, dua.hasil[1].indeks_hasil)]
    assert tahunan.indeks_hasil == (sum(n * i for n, i in indeks) / 365).quantize(Decimal("0.01"))
    assert (tahunan.hari, tahunan.penilai) == (365, dua.penilai)
    satu = predikat_tahun([dua.orang.pk], 2026)[dua.orang.pk]
    assert (satu.tahunan, satu.predikat, satu.hari) == (tahunan, tahunan.predikat, 365)
    assert satu.segmen == tuple(dua.hasil) and tahun_menunggu() == []
    assert CatatanAudit.objects.filter(aksi="tahun.ditetapkan", id_objek=tahunan.pk).exists()
    assert Surat.objects.filter(kepada=dua.orang.pengguna, kunci__endswith=":tahun").count() == 1
    with pytest.raises(RuleViolation, match="sudah ditetapkan"):
        gabung(dua)


def test_a_rating_against_the_suggestion_needs_a_reason(dua):
    with pytest.raises(RuleViolation, match="alasan rating perilaku"):
        gabung(dua, rating_perilaku="di_atas")
    tahunan = gabung(dua, rating_perilaku="di_atas", alasan_perilaku="Teladan pada kedua unit.")
    assert (tahunan.usul_perilaku, tahunan.rating_perilaku) == ("sesuai", "di_atas")
    assert "Teladan pada kedua unit." in str(tahunan.pohon)


def test_a_waiting_part_keeps_the_year_open():
    tahun = buat_tahun(pindah=date(2026, 7, 1), dinilai=1)
    tahun.terbitkan()
    assert tahun_menunggu() == []
    with pytest.raises(RuleViolation, match="belum dapat digabungkan"):
        gabung(tahun)


def test_the_year_is_kept_by_the_database_and_by_a_second_path(dua, capsys):
    tahunan = gabung(dua)
    assert [beda for _, beda in periksa_tahunan()] == [()]
    call_command("hitung_ulang", "--periksa")
    assert "diperiksa 2, berbeda 0\ntahunan: diperiksa 1, berbeda 0" in capsys.readouterr().out
    with pytest.raises(Exception, match="bersifat tetap"), transaction.atomic():
        EvaluasiTahunan.objects.filter(pk=tahunan.pk).update(hari=1)


def test_the_second_path_finds_a_figure_that_was_not_computed(dua):
    tahunan = gabung(dua)
    tahunan.indeks_hasil += 1
    from evaluasi.rekap import beda_tahunan

    assert any("indeks_hasil" in kalimat for kalimat in beda_tahunan(tahunan))


def test_vector_of_three_segments():
    """Segments of 90, 180 and 95 days with 100, 110 and 80: 99.73."""
    from .contoh_tahun import masukan_contoh

    masukan = masukan_contoh((90, "100"), (180, "110"), (95, "80"))
    hasil = hitung_tahun(masukan)
    assert (hasil.indeks_hasil, hasil.hari) == (Decimal("99.73"), 365)
    isi = masukan.ke_dict()
    assert MasukanTahun.dari_dict(isi) == masukan
    assert hitung_ulang_tahun(isi) == {**hasil.angka(), "hari": 365}


def test_a_corrected_part_is_followed(dua):
    tahunan = gabung(dua)
    lama = dua.hasil[1]
    dua.lembar[1].nilai_perilaku.update(rating="di_bawah")
    [(lembar, masukan)] = masukan_lembar([dua.lembar[1].pk])
    baru = _evaluasi(lembar, masukan, wita(2027, 2, 1))
    baru.menggantikan = lama
    baru.save()
    assert actions.follow_corrections(saat=wita(2027, 2, 1)) == 1
    assert actions.follow_corrections(saat=wita(2027, 2, 2)) == 0
    kini = EvaluasiTahunan.objects.berlaku().get()
    assert (kini.menggantikan, kini.penilai) == (tahunan, dua.penilai)
    assert kini.indeks_perilaku < tahunan.indeks_perilaku
    assert {satu.pk for satu in segmen_siklus(dua.siklus.pk, dua.orang.pk)} == {dua.hasil[0].pk, baru.pk}
    assert [beda for _, beda in periksa_tahunan()] == [(), ()]


def test_queries_do_not_grow_with_people():
    def hitung(orang) -> int:
        with CaptureQueriesContext(
            connection,
        ) as q:
            predikat_tahun(orang, 2026)
            tahun_menunggu()
        return len(q)

    satu = buat_tahun(pindah=date(2026, 7, 1))
    satu.terbitkan()
    dua_orang = buat_tahun(pindah=date(2026, 9, 1), siklus=satu.siklus)
    dua_orang.terbitkan()
    assert len(tahun_menunggu()) == 2
    assert hitung([satu.orang.pk]) == hitung([satu.orang.pk, dua_orang.orang.pk]) == 7


def test_the_city_finds_the_years_that_wait_and_those_that_are_set(client, dua):
    """A year leaves the first list for the second, where it opens; an outsider sees neither."""
    client.force_login(buat_bkpsdm())
    alamat, nama = reverse("evaluasi:tahun-list"), f">{dua.orang.nama_lengkap}</a>"
    ditetapkan = {"keadaan": "ditetapkan", "cari": dua.orang.nama}
    assert nama in client.get(alamat).text and nama not in client.get(alamat, ditetapkan).text
    tahunan = gabung(dua)
    assert nama not in client.get(alamat).text
    isi = client.get(alamat, ditetapkan).text
    assert nama in isi and reverse("evaluasi:tahun-detail", args=[tahunan.pk]) in isi
    assert dua.orang.nama_lengkap in client.get(alamat, ditetapkan | {"ekspor": "csv"}).content.decode()
    client.force_login(LembarFactory().penilai.pengguna)
    assert nama not in client.get(alamat, ditetapkan).text


def test_two_rows_of_one_year_cannot_be_stored(dua):
    tahunan = gabung(dua)
    tahunan.pk, tahunan._state.adding = None, True
    with pytest.raises(IntegrityError, match="evaluasi_tahunan_sekali"), transaction.atomic():
        tahunan.save()


@pytest.mark.django_db(transaction=True)
def test_two_decisions_at_once_leave_one():
    tahun = buat_tahun(pindah=date(2026, 7, 1))
    tahun.terbitkan()
    hasil = serentak(2, lambda: gabung(tahun))
    assert sorted(type(satu).__name__ for satu in hasil) == ["EvaluasiTahunan", "RuleViolation"]
    assert EvaluasiTahunan.objects.count() == 1
