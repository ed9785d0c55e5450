"""From a figure to a training: suggested because of it, planned by the atasan, attended, counted in JP."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from evaluasi.actions.hitung import _hitung_semua
from evaluasi.models import Evaluasi, LembarPenilaian, Siklus
from evaluasi.pilihan import Rating, Tahap
from evaluasi.tests.factories import LembarFactory, SiklusFactory, tetapkan
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, NilaiDasar
from kinerja.tests.factories import PeriodeFactory, RealisasiFactory, buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import Surat
from pegawai.acuan import load_reference
from pegawai.tests.factories import KompetensiFactory, UkuranKompetensiFactory, buat_bkpsdm, buat_garis
from pelatihan import actions, rekap
from pelatihan.models import Pelatihan, RencanaPelatihan, RiwayatPelatihan
from pelatihan.pilihan import StatusRencana


@pytest.fixture
def garis(db):
    load_reference(saat=timezone.now())
    actions.load_catalogue(oleh=buat_bkpsdm())
    return buat_garis()


def hari() -> date:
    return timezone.localdate()


def ukur(pegawai, kunci, level, pada=date(2025, 6, 1)):
    UkuranKompetensiFactory(pegawai=pegawai, kompetensi=KompetensiFactory(kunci=kunci), level=level, diukur_pada=pada)


def sebab(pegawai) -> list[str]:
    return [satu.kebutuhan.kalimat for satu in rekap.saran_untuk(pegawai, hari())]


def test_raising_the_measured_level_removes_the_suggestion(garis):
    """An atasan's position asks level 3 (administrator)."""
    ukur(garis.atasan, "komunikasi", 2)
    assert sebab(garis.atasan) == ["Komunikasi: tingkat 2, standar jabatan 3"]
    ukur(garis.atasan, "komunikasi", 3, pada=date(2026, 1, 5))
    assert sebab(garis.atasan) == []


def test_what_was_not_measured_is_no_gap(garis):
    assert sebab(garis.atasan) == []


def terbitkan(skp, realisasi, nilai=None):
    """A published result of that plan, computed by the product."""
    siklus = SiklusFactory(tahap=Tahap.TERBIT, periode=PeriodeFactory(tutup=True))
    indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
    RealisasiFactory(indikator=indikator, periode=siklus.periode, nilai=realisasi)
    lembar = LembarFactory(siklus=siklus, skp=skp)
    tetapkan(lembar, nilai=nilai)
    baru, ditolak = _hitung_semua([lembar.pk], timezone.now())
    assert not ditolak
    Evaluasi.objects.bulk_create(baru)


@pytest.mark.parametrize(("realisasi", "harap"), [(30, 1), (50, 0)])
def test_an_indicator_below_expectation_calls_for_training_and_a_better_one_does_not(garis, realisasi, harap):
    """Target 50: 30 is an achievement of 60,00, below 90; 50 is 100,00."""
    orang = garis.bawahan[0]
    terbitkan(buat_skp_lengkap(orang, garis.atasan), realisasi)
    kalimat = sebab(orang)
    assert len(kalimat) == harap
    assert all("capaian 60,00" in satu for satu in kalimat)


def test_a_value_below_expectation_calls_for_its_training(garis):
    orang = garis.bawahan[0]
    terbitkan(buat_skp_lengkap(orang, garis.atasan), 50, {NilaiDasar.HARMONIS: Rating.DI_BAWAH})
    (saran,) = rekap.saran_untuk(orang, hari())
    assert saran.pelatihan.nilai == NilaiDasar.HARMONIS
    assert saran.kebutuhan.kalimat == "Harmonis: di bawah ekspektasi pada Triwulan III 2026"


def rencanakan(garis, oleh, pegawai=None):
    pelatihan = Pelatihan.objects.filter(kompetensi__kunci="komunikasi").first()
    return actions.plan_training(
        pegawai_id=(pegawai or garis.bawahan[0]).pk,
        pelatihan_id=pelatihan.pk,
        tahun=hari().year,
        sebab_jenis="kompetensi",
        sebab_kunci="komunikasi",
        sebab="Komunikasi: tingkat 1, standar jabatan 2",
        oleh=oleh,
        saat=timezone.now(),
    )


@pytest.mark.parametrize("siapa", ["diri", "rekan", "bukan_siapa"])
def test_only_the_atasan_or_bkpsdm_plans(garis, siapa):
    oleh = {
        "diri": garis.bawahan[0].pengguna,
        "rekan": garis.bawahan[1].pengguna,
        "bukan_siapa": buat_garis().atasan.pengguna,
    }[siapa]
    with pytest.raises(RuleViolation, match="Hanya atasan langsung"):
        rencanakan(garis, oleh)
    assert not RencanaPelatihan.objects.exists()


def test_planned_attended_and_counted(garis):
    rencana = rencanakan(garis, garis.atasan.pengguna)
    assert Surat.objects.get().kepada == garis.bawahan[0].pengguna
    with pytest.raises(RuleViolation, match="sudah ada dalam rencana"):
        rencanakan(garis, garis.atasan.pengguna)
    isi = {"mulai": hari(), "selesai": hari(), "jp": 24, "nomor_sertifikat": "S-1", "saat": timezone.localtime()}
    actions.record_attendance(rencana_id=rencana.pk, oleh=garis.atasan.pengguna, **isi)
    rencana.refresh_from_db()
    assert rencana.status == StatusRencana.SELESAI
    assert rekap.jp_tahun(garis.bawahan[0].pk, hari().year).selesai == 24
    with pytest.raises(RuleViolation, match="sudah selesai"):
        actions.record_attendance(rencana_id=rencana.pk, oleh=garis.atasan.pengguna, **isi)


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"selesai": date(2020, 1, 1)}, "tidak boleh sebelum"),
        ({"mulai": date(2099, 1, 1), "selesai": date(2099, 1, 2)}, "setelah pelatihannya selesai"),
        ({"jp": 0}, "JP adalah 1 sampai"),
        ({"jp": 401}, "JP adalah 1 sampai"),
        ({"jp": 33}, "sehari paling banyak 32"),
        ({"mulai": date(1, 1, 1), "selesai": date(1, 1, 2)}, "periksa tahun mulainya"),
        ({"mulai": date(1900, 1, 1)}, "periksa tahun mulainya"),
    ],
)
def test_a_wrong_attendance_is_a_sentence_and_nothing_is_stored(garis, ubah, kalimat):
    rencana = rencanakan(garis, garis.atasan.pengguna)
    isi = {"mulai": hari(), "selesai": hari(), "jp": 4, "nomor_sertifikat": "", "saat": timezone.localtime()} | ubah
    with pytest.raises(RuleViolation, match=kalimat):
        actions.record_attendance(rencana_id=rencana.pk, oleh=garis.atasan.pengguna, **isi)
    assert not RiwayatPelatihan.objects.exists()


def test_one_click_takes_the_suggestion_with_its_figure_into_the_plan(garis, client):
    """What caused it is read again by the server; a made-up cause is not taken."""
    orang = garis.bawahan[0]
    ukur(orang, "komunikasi", 1)
    ukur(garis.atasan, "komunikasi", 1)
    garis.jabatan_bawahan.jenis = "pengawas"
    garis.jabatan_bawahan.save()
    (saran,) = rekap.saran_untuk(orang, hari())
    client.force_login(garis.atasan.pengguna)
    alamat = reverse("pelatihan:rencanakan", args=[orang.pk])
    client.post(alamat, {"pelatihan": saran.pelatihan.pk, "kunci": "karangan"})
    assert not RencanaPelatihan.objects.exists()
    client.post(alamat, {"pelatihan": saran.pelatihan.pk, "kunci": saran.kebutuhan.kunci})
    assert RencanaPelatihan.objects.get().sebab == "Komunikasi: tingkat 1, standar jabatan 2"
    assert saran.pelatihan.pk not in [satu.pelatihan.pk for satu in rekap.saran_untuk(orang, hari())]


def test_the_list_of_people_costs_the_same_however_many(garis, client, django_assert_num_queries):
    """One of two people has a result that calls for training, then both have."""
    client.force_login(garis.atasan.pengguna)
    satu, dua = (buat_skp_lengkap(orang, garis.atasan) for orang in garis.bawahan)
    terbitkan(satu, 30)
    with CaptureQueriesContext(connection) as sedikit:
        client.get(reverse("pelatihan:bawahan"))
    siklus = Siklus.objects.get()
    LembarFactory(siklus=siklus, skp=dua)
    evaluasi = Evaluasi.objects.get()
    evaluasi.pk, evaluasi.skp, evaluasi.pegawai = None, dua, dua.pegawai
    evaluasi.lembar = LembarPenilaian.objects.get(skp=dua)
    evaluasi.save(force_insert=True)
    with django_assert_num_queries(len(sedikit)):
        halaman = client.get(reverse("pelatihan:bawahan"))
    assert [len(baris["saran"]) for baris in halaman.context["halaman"]] == [1, 1]


def test_the_catalogue_filters_and_exports_what_is_filtered(garis, client):
    client.force_login(garis.atasan.pengguna)
    semua = client.get(reverse("pelatihan:katalog") + "?ekspor=csv").content.decode().count("\n")
    coaching = client.get(reverse("pelatihan:katalog") + "?ekspor=csv&bentuk=coaching").content.decode()
    assert semua == Pelatihan.objects.count() + 1
    assert coaching.count("\n") == Pelatihan.objects.filter(bentuk="coaching").count() + 1


@pytest.mark.parametrize("jp", ["1.000", "1_0", "1e1", "٤", "４", "4,5", "NaN", "9" * 400])
def test_hours_are_read_as_written_or_not_at_all(garis, client, jp):
    """1.000 is a thousand here: it was stored as 1."""
    rencana = rencanakan(garis, garis.atasan.pengguna)
    client.force_login(garis.atasan.pengguna)
    isi = {"mulai": f"{hari():%Y-%m-%d}", "selesai": f"{hari():%Y-%m-%d}", "jp": jp}
    assert client.post(reverse("pelatihan:kehadiran", args=[rencana.pk]), isi).status_code == 422
    assert not RiwayatPelatihan.objects.exists()


def test_the_list_of_ones_people_is_searched_ordered_and_exported_as_filtered(garis, client):
    satu, dua = garis.bawahan
    terbitkan(buat_skp_lengkap(dua, garis.atasan), 30)
    client.force_login(garis.atasan.pengguna)
    alamat = reverse("pelatihan:bawahan")

    def orang(**saring):
        return [baris["pegawai"] for baris in client.get(alamat, saring).context["halaman"]]

    assert set(orang()) == {satu, dua}
    assert orang(q=satu.nama) == [satu] and orang(q="tidak ada") == []
    assert orang(saran="ada") == [dua] and orang(saran="tanpa") == [satu]
    assert orang(urut="-saran") == [dua, satu] and orang(urut="saran") == [satu, dua]
    berkas = client.get(alamat, {"saran": "ada", "ekspor": "csv"}).content.decode("utf-8-sig")
    assert dua.nama in berkas and satu.nama not in berkas
