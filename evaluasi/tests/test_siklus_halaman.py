"""The pages of the siklus: three steps to open one, who sees what, a constant number of queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions
from evaluasi.models import KinerjaOrganisasi, LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import Langkah, StatusPotongan, Tahap
from evaluasi.rekap import pemeriksaan
from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from kinerja.tests.factories import IndikatorFactory, PeriodeFactory, SKPFactory
from pegawai.models import PenetapanAtasan, SusunanJabatan
from pegawai.tests.factories import PegawaiFactory, PenempatanFactory, PenggunaFactory

from .factories import TANGGAL, SiklusFactory, TemplatSiklusFactory, buat_bkpsdm, buat_kantor, wita

pytestmark = pytest.mark.django_db


@pytest.fixture
def bkpsdm(client):
    akun = buat_bkpsdm()
    client.force_login(akun)
    return akun


def alamat(nama: str, *pk) -> str:
    return reverse(f"evaluasi:siklus-{nama}", args=pk)


def berjalan(tahap=Tahap.PENILAIAN, orang: int = 2) -> Siklus:
    """A siklus in a stage, its chunks done."""
    buat_kantor(orang)
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=siklus.dibuat_oleh, saat=wita(2026, 10, 20))
    for ke in (Tahap.ISI_BUKTI, Tahap.PENILAIAN):
        actions.advance_due(saat=TANGGAL[ke])
        for pk in Potongan.objects.menunggu().values_list("pk", flat=True):
            actions.work_chunk(potongan_id=pk, pid=1, pekerja="uji")
        if ke == tahap:
            break
    siklus.refresh_from_db()
    return siklus


def test_copy_read_the_preflight_open(client, bkpsdm, monkeypatch):
    """One click each: copy, (read), open."""
    lama = SiklusFactory(tahap=Tahap.FINAL)
    assert "Salin siklus terakhir" in client.get(alamat("list")).text
    jawab = client.post(alamat("salin", lama.pk), follow=True)
    baru = Siklus.objects.exclude(pk=lama.pk).get()
    assert jawab.redirect_chain[-1][0] == alamat("periksa", baru.pk)
    assert "Buka siklus" in jawab.text
    jawab = client.post(alamat("buka", baru.pk), follow=True)
    baru.refresh_from_db()
    assert baru.dibuka
    assert jawab.redirect_chain[-1][0] == alamat("detail", baru.pk)
    lagi = client.post(alamat("buka", baru.pk), follow=True)
    assert "sudah dibuka" in lagi.text


def test_a_refused_copy_says_why_and_makes_nothing(client, bkpsdm):
    lama = SiklusFactory(tahap=Tahap.FINAL)
    client.post(alamat("salin", lama.pk))
    jawab = client.post(alamat("salin", lama.pk), follow=True)
    assert "sudah mempunyai siklus" in jawab.text
    assert Siklus.objects.count() == 2


@pytest.mark.parametrize("peran", [(), ("auditor",), ("admin_sistem",)])
def test_others_see_the_stage_and_change_nothing(client, peran):
    siklus = berjalan()
    potongan = siklus.potongan.first()
    Potongan.objects.filter(pk=potongan.pk).update(status=StatusPotongan.KARANTINA)
    client.force_login(PenggunaFactory(peran=peran, is_superuser=bool(peran)))
    halaman = client.get(alamat("detail", siklus.pk))
    assert halaman.status_code == 200
    assert ("Siapa menahan siapa" in halaman.text) == (peran == ("auditor",))
    for nama in ("periksa", "laporan", "organisasi", "pekerjaan"):
        assert client.get(alamat(nama, siklus.pk)).status_code == (200 if peran == ("auditor",) else 404)
    sebelum = list(Siklus.objects.values_list()), list(Potongan.objects.values_list())
    for nama in ("salin", "buka", "batal", "jadwal", "organisasi"):
        assert client.post(alamat(nama, siklus.pk)).status_code == 404
    assert client.post(alamat("buat")).status_code == 404
    assert client.post(reverse("evaluasi:potongan-ulangi", args=[potongan.pk])).status_code == 404
    assert (list(Siklus.objects.values_list()), list(Potongan.objects.values_list())) == sebelum


def test_the_preflight_counts_each_defect_and_lists_it(client, bkpsdm):
    garis, skp = buat_kantor()
    siklus = SiklusFactory()
    IndikatorFactory(hasil=skp[0].hasil.get(), bobot=1)
    tanpa_jabatan = PegawaiFactory()
    lingkar = PenempatanFactory()
    SusunanJabatan.objects.filter(jabatan=garis.jabatan_kepala).update(atasan=lingkar.jabatan)
    SusunanJabatan.objects.filter(jabatan=lingkar.jabatan).update(atasan=garis.jabatan_kepala)
    temuan = {satu.kunci: satu for satu in pemeriksaan(siklus, wita(2026, 11, 24).date())}
    assert {kunci: satu.jumlah for kunci, satu in temuan.items() if satu.jumlah} == {
        "salah-tingkat": 1,
        "tanpa-jabatan": 1,
        "tanpa-skp": 3,
        "tanpa-standar": 3,
        "lingkaran": 1,
        "bobot": 1,
        "kepala-kosong": 1,
        "tanpa-predikat": 1,
    }
    assert temuan["tanpa-jabatan"].baris[0][0] == tanpa_jabatan.pk
    assert temuan["bobot"].baris == ((skp[0].pk, skp[0].pegawai.nama, "jumlah bobot 101,00"),)
    for kunci in temuan:
        jawab = client.get(alamat("periksa", siklus.pk), {"temuan": kunci})
        assert jawab.status_code == 200
    assert tanpa_jabatan.nama in client.get(alamat("periksa", siklus.pk), {"temuan": "tanpa-jabatan"}).text
    berkas = client.get(alamat("periksa", siklus.pk), {"temuan": "tanpa-skp", "ekspor": "csv"})
    assert len(berkas.content.decode("utf-8-sig").splitlines()) == 4


def test_a_vacant_top_leaves_people_without_atasan():
    garis, _ = buat_kantor()
    garis.atasan.penempatan.update(selesai=wita(2026, 10, 31).date())
    siklus = SiklusFactory()
    temuan = {satu.kunci: satu for satu in pemeriksaan(siklus, wita(2026, 11, 24).date())}
    assert [pk for pk, _, _ in temuan["tanpa-atasan"].baris] == sorted(satu.pk for satu in garis.bawahan)
    assert temuan["kepala-kosong"].jumlah == 1


def test_people_set_over_each_other_by_hand_are_a_circle():
    garis, _ = buat_kantor()
    a, b = garis.bawahan
    for satu, atasan in ((a, b), (b, a)):
        PenetapanAtasan.objects.create(pegawai=satu, atasan=atasan, mulai=wita(2026, 1, 1).date(), alasan="uji")
    temuan = {satu.kunci: satu for satu in pemeriksaan(SiklusFactory(), wita(2026, 11, 24).date())}
    assert temuan["lingkaran-orang"].baris == ((a.pk, a.nama, f"{a.nama} → {b.nama} → {a.nama}"),)


def test_dates_are_typed_in_wita_and_refused_in_the_wrong_order(client, bkpsdm):
    siklus = SiklusFactory()
    isi = {tahap.value: f"{saat:%Y-%m-%dT%H:%M}" for tahap, saat in TANGGAL.items()}
    halaman = client.get(alamat("jadwal", siklus.pk)).text
    assert 'value="2027-01-05T00:00"' in halaman
    jawab = client.post(alamat("jadwal", siklus.pk), {**isi, "terbit": "2027-01-01T00:00"})
    assert jawab.status_code == 422
    assert "harus mulai sesudah" in jawab.text
    assert 'value="2027-01-01T00:00"' in jawab.text
    assert siklus.jadwal.get(tahap=Tahap.TERBIT).mulai == TANGGAL[Tahap.TERBIT]
    assert client.post(alamat("jadwal", siklus.pk), {**isi, "terbit": "2027-01-20T08:30"}).status_code == 302
    assert siklus.jadwal.get(tahap=Tahap.TERBIT).mulai == wita(2027, 1, 20, 8, 30)
    for aneh in ("0001-01-01T00:00", "9999-12-31T23:59", "2026-02-30T00:00", "besok", "\x00"):
        jawab = client.post(alamat("jadwal", siklus.pk), {**isi, "isi_bukti": aneh})
        assert jawab.status_code == 422, aneh
    assert client.get(alamat("detail", siklus.pk)).status_code == 200


def test_from_a_template(client, bkpsdm):
    SiklusFactory(tahap=Tahap.FINAL)
    templat = TemplatSiklusFactory()
    assert client.post(alamat("buat"), {"templat": templat.pk, "tanggal": "2027-13-01"}).status_code == 422
    for aneh in ("0001-01-01", "9999-12-31", "1999-12-31"):
        assert client.post(alamat("buat"), {"templat": templat.pk, "tanggal": aneh}).status_code == 422
    assert client.post(alamat("buat"), {"templat": templat.pk, "tanggal": "2027-02-14"}).status_code == 302
    assert Siklus.objects.get(nama="Triwulan I 2027").tahap == Tahap.PERSIAPAN


def test_cancel_needs_a_reason(client, bkpsdm):
    siklus = SiklusFactory()
    assert client.get(alamat("batal", siklus.pk)).status_code == 200
    assert client.post(alamat("batal", siklus.pk), {"alasan": " "}).status_code == 422
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.PERSIAPAN
    client.post(alamat("batal", siklus.pk), {"alasan": "salah periode"})
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.BATAL


def test_the_predikat_of_an_office_is_set_and_typed_words_stay(client, bkpsdm):
    siklus = berjalan()
    unit = LembarPenilaian.objects.first().skp.unit
    kunci = f"unit_{unit.pk}"
    isi = {kunci: "baik", "nomor": "800/12/BKPSDM", "tanggal": "2027-01-06", "dasar": "LKjIP triwulan IV"}
    for keliru in (
        {kunci: "hebat"},
        {kunci: ""},
        {"dasar": ""},
        {"nomor": "x\x00"},
        {"tanggal": "٢٠٢٧-01-06x"},
        {"unit_99": "baik", kunci: ""},
    ):
        jawab = client.post(alamat("organisasi", siklus.pk), {**isi, **keliru})
        assert jawab.status_code == 422
        assert "LKjIP triwulan IV" in jawab.text or "dasar" in keliru
    assert not KinerjaOrganisasi.objects.exists()
    assert client.post(alamat("organisasi", siklus.pk), isi).status_code == 302
    baris = KinerjaOrganisasi.objects.get()
    assert (baris.predikat, baris.nomor_dokumen, baris.tanggal_dokumen) == ("baik", "800/12/BKPSDM", date(2027, 1, 6))
    assert "800/12/BKPSDM" in client.get(alamat("organisasi", siklus.pk)).text
    assert unit.nama in client.get(alamat("organisasi", siklus.pk), {"ekspor": "csv", "keadaan": "sudah"}).text


def test_the_report_says_who_was_left_out_and_why(client, bkpsdm):
    siklus = berjalan()
    kepala = SKP.objects.first().penilai
    jawab = client.get(alamat("laporan", siklus.pk))
    assert kepala.nama in jawab.text
    assert "Belum mempunyai SKP yang disetujui" in jawab.text
    berkas = client.get(alamat("laporan", siklus.pk), {"ekspor": "csv"}).content.decode("utf-8-sig")
    assert f"'{kepala.nip}" in berkas
    for saring, ada in (
        ({"cari": kepala.nama.upper()}, True),
        ({"langkah": "siapkan"}, True),
        ({"langkah": "hitung"}, False),
        ({"cari": "zzz"}, False),
        ({"langkah": "bukan"}, False),
    ):
        assert (
            kepala.nama
            in client.get(alamat("laporan", siklus.pk), saring).text.partition("<main")[2].partition("</form>")[2]
        ) == ada


def test_a_quarantined_chunk_is_shown_and_run_again(client, bkpsdm):
    siklus = berjalan()
    potongan = siklus.potongan.filter(langkah=Langkah.SIAPKAN).get()
    Potongan.objects.filter(pk=potongan.pk).update(status=StatusPotongan.KARANTINA, galat="ZeroDivisionError: racun")
    assert "ZeroDivisionError" in client.get(alamat("detail", siklus.pk)).text
    client.post(reverse("evaluasi:potongan-ulangi", args=[potongan.pk]))
    potongan.refresh_from_db()
    assert (potongan.status, potongan.percobaan) == (StatusPotongan.MENUNGGU, 0)
    assert "hx-get" in client.get(alamat("pekerjaan", siklus.pk)).text
    assert client.get(alamat("pekerjaan", siklus.pk)).text.strip() in client.get(alamat("detail", siklus.pk)).text


@pytest.mark.parametrize("nama", ["detail", "laporan", "organisasi", "periksa"])
def test_pages_cost_the_same_however_many_people(client, bkpsdm, nama):
    siklus = berjalan(orang=1)
    tambahan = {"temuan": "tanpa-skp"} if nama == "periksa" else {}
    with CaptureQueriesContext(connection) as sedikit:
        client.get(alamat(nama, siklus.pk), tambahan)
    for _ in range(3):
        garis, _ = buat_kantor()
        SKPFactory(pegawai=garis.atasan, status=StatusSKP.DRAF)
    Potongan.objects.filter(siklus=siklus, langkah=Langkah.SIAPKAN).update(
        status=StatusPotongan.MENUNGGU, percobaan=0, akhir=10**6
    )
    for pk in Potongan.objects.menunggu().values_list("pk", flat=True):
        assert actions.work_chunk(potongan_id=pk, pid=1, pekerja="uji")
    with CaptureQueriesContext(connection) as banyak:
        client.get(alamat(nama, siklus.pk), tambahan)
    assert len(banyak) <= len(sedikit) + 1


def test_the_list_searches_filters_and_exports(client, bkpsdm):
    SiklusFactory(tahap=Tahap.FINAL)
    SiklusFactory(periode__tahunan=True)
    assert client.get(alamat("list"), {"cari": "Tahun"}).text.count("baris-tautan") == 1
    assert client.get(alamat("list"), {"tahap": "final"}).text.count("baris-tautan") == 1
    assert "Belum ada siklus yang cocok" in client.get(alamat("list"), {"cari": "\x00zzz"}).text
    berkas = client.get(alamat("list"), {"ekspor": "csv", "tahap": "final"}).content.decode("utf-8-sig")
    assert len(berkas.splitlines()) == 2


def test_the_panel_holds_reference_data_and_no_score():
    from django.contrib import admin

    milik = {model._meta.model_name for model in admin.site._registry if model._meta.app_label == "evaluasi"}
    assert milik == {"templatsiklus", "layanan", "petugaslayanan"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("urut", "harap"), [("periode", ["2025", "2026"]), ("-periode", ["2026", "2025"]), ("", ["2026", "2025"])]
)
def test_the_list_of_siklus_is_ordered_as_asked(client, urut, harap):
    for tahun in (2025, 2026):
        periode = PeriodeFactory(
            nama=f"Tahun {tahun}", jenis="tahunan", mulai=date(tahun, 1, 1), selesai=date(tahun, 12, 31)
        )
        SiklusFactory(periode=periode)
    client.force_login(buat_bkpsdm())
    jawab = client.get(reverse("evaluasi:siklus-list"), {"urut": urut})
    assert [siklus.nama[-4:] for siklus, _ in jawab.context["baris"]] == harap
