"""Trying another ketentuan: the light path is the full one, a trial is a real run, and nothing of a result changes."""

import random
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings

from evaluasi.actions import delete_trial, save_scores, start_trial
from evaluasi.aturan import (
    KetentuanPenilaian,
    butir_penilaian,
    di_bawah,
    hitung,
    hitung_angka,
    jarak_garis,
    lepaskan,
    selisih,
    ubah_isi,
)
from evaluasi.models import Evaluasi, HasilSimulasi, LembarPenilaian, Potongan, Simulasi
from evaluasi.pilihan import Langkah, Rating, Tahap
from evaluasi.tests.factories import (
    KetentuanFactory,
    KinerjaOrganisasiFactory,
    LembarFactory,
    PeriodeFactory,
    SiklusFactory,
    buat_bkpsdm,
    buat_kantor,
    wita,
)
from kinerja.models import Indikator, Realisasi
from kinerja.pilihan import JenisIndikator, NilaiDasar
from kinerja.tests.factories import RealisasiFactory, buat_skp_lengkap
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.tests.factories import PenggunaFactory

from .contoh_aturan import ISI, KETENTUAN, KUAT, masukan, masukan_lengkap, perilaku, ubah_ketentuan
from .test_jejak import kerjakan

SAAT, TERBIT = wita(2027, 1, 8, 9), wita(2027, 1, 15)
#: What a city might try: thresholds, values, weights, k, the minimum, the table of conversion.
UBAH = {
    "ambang_sesuai": "95",
    "nilai_di_atas": "112",
    "publik_bobot": "0.90",
    "publik_k": "2",
    "publik_batas": "20",
    "tambahan_batas": "1",
    "konversi.2.1": "88",
}


class TestRules:
    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(masukan_lengkap())
    def test_the_figures_alone_are_those_of_the_whole_computation(self, isi):
        assert hitung_angka(isi).angka() == hitung(isi).angka()

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(masukan_lengkap())
    def test_under_its_own_ketentuan_nothing_moves(self, isi):
        kini = hitung(isi)
        andai = di_bawah(isi, kini.usul_hasil, kini.usul_perilaku, isi.ketentuan)
        assert hitung_angka(andai).angka() == kini.angka()

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(masukan_lengkap())
    def test_under_another_ketentuan_the_second_path_agrees(self, isi):
        kini = hitung(isi)
        andai = di_bawah(isi, kini.usul_hasil, kini.usul_perilaku, KUAT)
        assert not selisih(hitung_angka(andai).angka(), andai.ke_dict())

    def test_an_accepted_suggestion_follows_and_a_judgement_stays(self):
        isi = masukan(perilaku=perilaku(*[Rating.DI_ATAS] * 2), rating_hasil=Rating.SESUAI)
        kini = hitung(isi)
        longgar = ubah_ketentuan(ambang_di_atas="100.01", nilai_sesuai="100", nilai_di_atas="115")
        ikut = hitung_angka(di_bawah(isi, kini.usul_hasil, kini.usul_perilaku, longgar))
        assert (kini.rating_perilaku, ikut.rating_perilaku) == (Rating.SESUAI, Rating.DI_ATAS)
        tetap = masukan(perilaku=isi.perilaku, rating_perilaku=Rating.DI_BAWAH, alasan_perilaku="dicatat")
        kini = hitung(tetap)
        baru = hitung_angka(di_bawah(tetap, kini.usul_hasil, kini.usul_perilaku, longgar))
        assert baru.rating_perilaku == Rating.DI_BAWAH

    def test_only_acceptances_are_let_go(self):
        isi = masukan(rating_hasil=Rating.SESUAI, rating_perilaku=Rating.DI_ATAS, alasan_perilaku="x")
        lepas = lepaskan(isi, Rating.SESUAI, Rating.SESUAI)
        assert (lepas.rating_hasil, lepas.rating_perilaku) == (None, Rating.DI_ATAS)

    @pytest.mark.parametrize(("indeks", "jarak"), [("110.00", "0.00"), ("109.40", "-0.60"), ("91", "1"), ("0", "-90")])
    def test_the_distance_is_that_of_the_nearest_line(self, indeks, jarak):
        assert jarak_garis(Decimal(indeks), KETENTUAN) == Decimal(jarak)


class TestChangingNumbers:
    def test_every_listed_number_is_in_the_content_and_changes_nothing_by_being_written_again(self):
        for satu in butir_penilaian(ISI):
            if satu.nilai.replace(".", "", 1).isdigit():
                assert ubah_isi(ISI, {satu.jalur: satu.nilai}) == KetentuanPenilaian.dari(ISI).ke_dict(), satu

    def test_the_content_given_is_not_touched(self):
        sebelum = KetentuanPenilaian.dari(ISI).ke_dict()
        assert ubah_isi(ISI, {"konversi.2.1": "88"})["konversi"][2][1] == "88"
        assert KetentuanPenilaian.dari(ISI).ke_dict() == sebelum

    @pytest.mark.parametrize(
        "ubah",
        [
            {"tidak_ada": "1"},
            {"konversi.9.1": "1"},
            {"konversi.-1.1": "1"},
            {"konversi.٢.1": "1"},
            {"konversi": "1"},
            {"pola.baik.0": "1"},
            {"publik_minimum": "1e3"},
            {"publik_minimum": "-1"},
            {"publik_minimum": "9" * 30},
            {"publik_bobot": "NaN"},
            {"publik_bobot": "1.5"},
            {"publik_bobot": "٠.٥"},
            {"publik_bobot": "0.3\x00"},
            {"ambang_sesuai": "111"},
            {"keberatan_hari_kerja": "1"},
            {"": "1"},
        ],
    )
    def test_what_cannot_be_tried_gets_a_sentence(self, ubah):
        with pytest.raises(RuleViolation, match=r"\w"):
            ubah_isi(ISI, ubah)


# --- a trial against a real run -----------------------------------------------------------------


def dunia(benih=7, kantor=5):
    """Offices with approved plans and varied realisasi; the plans, and the head of the first office's plan."""
    acak = random.Random(benih)
    skp = []
    for _ in range(kantor):
        garis, dua = buat_kantor()
        skp += dua
    for satu in Realisasi.objects.order_by("pk"):
        nilai = acak.choice([20, 35, 43, 45, 46, 47, 48, 52, 55, 56, 60])
        RealisasiFactory(indikator=satu.indikator, periode=satu.periode, nilai=nilai)
    kepala = buat_skp_lengkap(garis.atasan, buat_kantor()[0].atasan)
    angka = Indikator.objects.get(hasil__skp=kepala, jenis=JenisIndikator.KUANTITATIF)
    RealisasiFactory(indikator=angka, periode=PeriodeFactory(), nilai=45)
    KinerjaOrganisasiFactory(unit=garis.unit, periode=PeriodeFactory(), predikat="istimewa")
    return [*skp, kepala]


def pilihan(skp, benih=11) -> dict:
    """What each assessor would do: conduct, indicators, final ratings; a blank accepts the suggestion."""
    acak = random.Random(benih)
    kata = list(Rating)
    return {
        satu.pk: {
            "perilaku": {n: acak.choice([Rating.SESUAI, Rating.SESUAI, *kata]) for n in NilaiDasar.values},
            "kuali": acak.choice(kata),
            "kuanti": acak.choice(["", "", "", *kata]),
            "rating_hasil": acak.choice(["", "", *kata]),
            "rating_perilaku": acak.choice(["", "", *kata]),
            "suara": [acak.randrange(0, 16) for _ in range(4)],
        }
        for satu in skp
    }


def jalankan(skp, pilih, isi, versi):
    """A real siklus over these plans under that ketentuan, through the real actions; its results by plan."""
    ketentuan = KetentuanFactory(versi=versi, isi=isi)
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN, ketentuan=ketentuan)
    for satu in skp:
        lembar = LembarFactory(siklus=siklus, skp=satu)
        suara = {"wajah": pilih[satu.pk]["suara"], "perilaku": [0] * 4, "kompetensi": pilih[satu.pk]["suara"]}
        LembarPenilaian.objects.filter(pk=lembar.pk).update(
            publik={"sendiri": suara, "layanan": None, "nama_layanan": "Loket"}
        )
        nilai_lembar(lembar, pilih[satu.pk])
    kerjakan(TERBIT)
    return siklus, {satu.skp_id: satu for satu in Evaluasi.objects.filter(siklus=siklus)}


def nilai_lembar(lembar, mau) -> None:
    angka = Indikator.objects.get(hasil__skp=lembar.skp_id, jenis=JenisIndikator.KUANTITATIF)
    kata = Indikator.objects.get(hasil__skp=lembar.skp_id, jenis=JenisIndikator.KUALITATIF)
    alasan = "menurut bukti"
    save_scores(
        lembar_id=lembar.pk,
        versi=lembar.versi,
        indikator={
            angka.pk: {"rating": mau["kuanti"], "alasan": alasan},
            kata.pk: {"rating": mau["kuali"], "alasan": alasan},
        },
        perilaku={n: {"rating": r, "alasan": ""} for n, r in mau["perilaku"].items()},
        rating_hasil="" if lembar.skp.jabatan.kepala_unit else mau["rating_hasil"],
        alasan_hasil=alasan,
        rating_perilaku=mau["rating_perilaku"],
        alasan_perilaku=alasan,
        oleh=lembar.penilai.pengguna,
        saat=SAAT,
        tetapkan=True,
    )


def angka(hasil: dict) -> dict:
    return {pk: (s.predikat, s.indeks_hasil, s.indeks_perilaku) for pk, s in hasil.items()}


def coba(fungsi, *isi):
    """What it gives, without leaving a trace."""
    with transaction.atomic():
        hasil = fungsi(*isi)
        transaction.set_rollback(True)
    return hasil


def menerima(pilih, hasil) -> dict:
    """The same wishes where a rating equal to the suggestion of that run is the acceptance that it was."""
    sama = {}
    for pk, mau in pilih.items():
        satu = hasil[pk]
        usul_angka = next(
            a["rumus"].rpartition("usul: ")[2]
            for i in _simpul(satu.pohon, "indikator:")
            for a in _simpul(i, "capaian:")
        )
        kuanti = "" if mau["kuanti"] and Rating(mau["kuanti"]).label.lower() == usul_angka else mau["kuanti"]
        akhir = {
            n: "" if mau[n] == getattr(satu, n.replace("rating", "usul")) else mau[n]
            for n in ("rating_hasil", "rating_perilaku")
        }
        sama[pk] = mau | akhir | {"kuanti": kuanti}
    return sama


def _simpul(pohon, awalan):
    if pohon.get("kunci", "").startswith(awalan):
        yield pohon
    for anak in pohon.get("anak", ()):
        yield from _simpul(anak, awalan)


def kerjakan_simulasi(simulasi) -> None:
    from evaluasi.actions import work_chunk

    for satu in Potongan.objects.filter(langkah=Langkah.ANDAI, tanda=str(simulasi.pk)):
        work_chunk(potongan_id=satu.pk, pid=1, pekerja="uji", saat=SAAT)


@pytest.mark.django_db
class TestTrial:
    def test_a_trial_gives_what_a_real_run_under_that_ketentuan_gives(self):
        skp = dunia()
        pilih = pilihan(skp)
        _, percobaan = coba(jalankan, skp, pilih, ISI, 1)
        pilih = menerima(pilih, percobaan)
        _, nyata = coba(jalankan, skp, pilih, ubah_isi(ISI, UBAH), 2)
        siklus, kini = jalankan(skp, pilih, ISI, 1)
        simulasi = start_trial(siklus_id=siklus.pk, nama="Coba", ubah=UBAH, oleh=buat_bkpsdm(), saat=SAAT)
        kerjakan_simulasi(simulasi)
        hasil = {satu.evaluasi.skp_id: satu for satu in simulasi.hasil.select_related("evaluasi")}
        assert len(hasil) == len(skp) == simulasi.jumlah
        assert angka(hasil) == angka(nyata)
        pindah = [pk for pk in nyata if nyata[pk].predikat != kini[pk].predikat]
        assert pindah, "nobody moved: the test would see nothing"
        assert set(simulasi.hasil.all().pindah().values_list("evaluasi__skp", flat=True)) == set(pindah)

    def test_a_result_is_never_touched_and_a_trial_can_be_thrown_away(self):
        simulasi, _ = buat_simulasi()
        sebelum = list(Evaluasi.objects.order_by("pk").values())
        kerjakan_simulasi(simulasi)
        kerjakan_simulasi(simulasi)
        assert HasilSimulasi.objects.count() == simulasi.jumlah
        oleh = buat_bkpsdm()
        delete_trial(simulasi_id=simulasi.pk, oleh=oleh, saat=SAAT)
        assert not Simulasi.objects.exists() and not HasilSimulasi.objects.exists()
        assert not Potongan.objects.filter(langkah=Langkah.ANDAI).exists()
        assert list(Evaluasi.objects.order_by("pk").values()) == sebelum
        aksi = set(CatatanAudit.objects.filter(aksi__startswith="simulasi").values_list("aksi", flat=True))
        assert aksi == {"simulasi.dibuat", "simulasi.dihapus"}

    @pytest.mark.parametrize("peran", [("auditor",), ("admin_sistem",), ()])
    def test_others_may_not(self, peran):
        _, siklus = buat_simulasi()
        oleh = PenggunaFactory(peran=peran)
        with pytest.raises(RuleViolation, match="BKPSDM"):
            start_trial(siklus_id=siklus.pk, nama="x", ubah={"publik_k": "5"}, oleh=oleh, saat=SAAT)
        assert not Simulasi.objects.visible_to(oleh).exists()

    def test_nothing_changed_or_nothing_published_is_refused(self):
        _, siklus = buat_simulasi()
        for ubah in ({}, {"publik_k": "10"}):
            with pytest.raises(RuleViolation, match="paling sedikit satu"):
                start_trial(siklus_id=siklus.pk, nama="x", ubah=ubah, oleh=buat_bkpsdm(), saat=SAAT)
        belum = SiklusFactory(tahap=Tahap.PERSIAPAN, periode=PeriodeFactory(tahunan=True))
        with pytest.raises(RuleViolation, match="terbit"):
            start_trial(siklus_id=belum.pk, nama="x", ubah={"publik_k": "5"}, oleh=buat_bkpsdm(), saat=SAAT)

    def test_who_cannot_be_computed_is_listed_with_the_reason(self):
        simulasi, _ = buat_simulasi({"konfirmasi_bobot": "0"}, tidak=True)
        kerjakan_simulasi(simulasi)
        satu = simulasi.hasil.exclude(alasan="").first()
        assert satu.predikat == "" and "konfirmasi" in satu.alasan


def buat_simulasi(ubah=None, tidak=False, kantor=1):
    """A published siklus and a trial over it that waits."""
    skp = [satu for _ in range(kantor) for satu in buat_kantor()[1]]
    pilih = pilihan(skp)
    for satu in pilih.values():
        satu |= {"kuanti": "", "rating_hasil": "", "rating_perilaku": ""}
    siklus, _ = coba_tidak(skp, pilih) if tidak else jalankan(skp, pilih, ISI, 1)
    simulasi = start_trial(
        siklus_id=siklus.pk, nama="Bobot publik", ubah=ubah or UBAH, oleh=buat_bkpsdm(), saat=timezone.now()
    )
    return simulasi, siklus


def coba_tidak(skp, pilih):
    """The same with one described indicator that cannot be rated (40 % of the weight)."""
    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    for satu in skp:
        lembar = LembarFactory(siklus=siklus, skp=satu)
        nilai_lembar(lembar, pilih[satu.pk])
        lembar.refresh_from_db()
        kata = Indikator.objects.get(hasil__skp=satu, jenis=JenisIndikator.KUALITATIF)
        save_scores(
            lembar_id=lembar.pk,
            versi=lembar.versi,
            indikator={kata.pk: {"tidak_dinilai": True, "alasan": "belum ada bukti"}},
            perilaku={},
            oleh=lembar.penilai.pengguna,
            saat=SAAT,
            tetapkan=True,
        )
    kerjakan(TERBIT)
    return siklus, None


@pytest.mark.django_db
class TestPages:
    @pytest.fixture
    def masuk(self, client):
        client.force_login(buat_bkpsdm())
        return client

    def test_from_the_form_to_the_report(self, masuk):
        _, siklus = buat_simulasi()
        alamat = reverse("evaluasi:andai-buat", args=[siklus.pk])
        assert "0,30" in masuk.get(alamat).content.decode()
        jawab = masuk.post(alamat, {"judul": "Bobot 25", "publik_bobot": "0,25", "konversi__2__1": "91"})
        simulasi = Simulasi.objects.get(nama="Bobot 25")
        assert simulasi.ubah == {"publik_bobot": "0.25", "konversi.2.1": "91"}
        assert "Sedang dihitung" in masuk.get(jawab.url).content.decode()
        kerjakan_simulasi(simulasi)
        isi = masuk.get(jawab.url).content.decode()
        assert "Per perangkat daerah" in isi and "0,30 → <strong>0,25</strong>" in isi
        assert masuk.get(reverse("evaluasi:andai-kemajuan", args=[simulasi.pk]))["HX-Refresh"] == "true"
        for arah in ("", "pindah", "naik", "turun", "tetap", "tertahan"):
            orang = masuk.get(reverse("evaluasi:andai-orang", args=[simulasi.pk]), {"arah": arah, "dekat": "1"})
            assert orang.status_code == 200
        banding = masuk.get(reverse("evaluasi:andai-banding"), {"pilih": [s.pk for s in Simulasi.objects.all()]})
        assert "Bobot 25" in banding.content.decode() and "Bobot publik" in banding.content.decode()

    @pytest.mark.parametrize(
        "isi",
        [
            {"publik_bobot": "NaN"},
            {"publik_bobot": "1e3"},
            {"publik_bobot": "٠,٢"},
            {"publik_minimum": "3,5"},
            {"publik_bobot": "\x00"},
            {"ambang_sesuai": "200"},
            {},
        ],
    )
    def test_bad_numbers_get_a_sentence_and_make_nothing(self, masuk, isi):
        _, siklus = buat_simulasi()
        jawab = masuk.post(reverse("evaluasi:andai-buat", args=[siklus.pk]), {"judul": "Buruk", **isi})
        assert jawab.status_code == 422 and "Belum tersimpan" in jawab.content.decode()
        assert not Simulasi.objects.filter(nama="Buruk").exists()

    def test_the_export_is_what_is_filtered(self, masuk):
        simulasi, _ = buat_simulasi()
        kerjakan_simulasi(simulasi)
        alamat = reverse("evaluasi:andai-orang", args=[simulasi.pk])
        semua = masuk.get(alamat, {"ekspor": "csv"}).content.decode("utf-8-sig").splitlines()
        pindah = masuk.get(alamat, {"ekspor": "csv", "arah": "pindah"}).content.decode("utf-8-sig").splitlines()
        assert len(semua) == 1 + simulasi.jumlah
        assert len(pindah) == 1 + simulasi.hasil.all().pindah().count()
        kantor = masuk.get(reverse("evaluasi:andai-detail", args=[simulasi.pk]), {"ekspor": "csv"})
        assert len(kantor.content.decode("utf-8-sig").splitlines()) == 2

    def test_a_choice_that_cannot_be_read_finds_nothing(self, masuk):
        simulasi, _ = buat_simulasi()
        kerjakan_simulasi(simulasi)
        alamat = reverse("evaluasi:andai-orang", args=[simulasi.pk])
        for isi in ({"kantor": "\x00"}, {"kantor": "99999999999999999999"}, {"arah": "x"}, {"urut": "x", "page": "x"}):
            assert masuk.get(alamat, isi).status_code == 200
        assert masuk.get(reverse("evaluasi:andai-banding"), {"pilih": ["x", "9" * 40, "٢"]}).status_code == 200

    def test_the_questions_do_not_grow_with_the_people(self, masuk):
        simulasi, _ = buat_simulasi()
        kerjakan_simulasi(simulasi)
        alamat = [reverse(f"evaluasi:andai-{nama}", args=[simulasi.pk]) for nama in ("detail", "orang")]
        sedikit = [_pertanyaan(masuk, satu) for satu in [*alamat, reverse("evaluasi:andai-list")]]
        delete_trial(simulasi_id=simulasi.pk, oleh=buat_bkpsdm(), saat=SAAT)
        Potongan.objects.all().delete()
        SiklusFactory._meta.model.objects.update(tahap=Tahap.BATAL)
        simulasi, siklus = buat_simulasi(kantor=4)
        lain = start_trial(
            siklus_id=siklus.pk, nama="Lain", ubah={"publik_k": "3"}, oleh=buat_bkpsdm(), saat=timezone.now()
        )
        kerjakan_simulasi(simulasi)
        kerjakan_simulasi(lain)
        alamat = [reverse(f"evaluasi:andai-{nama}", args=[simulasi.pk]) for nama in ("detail", "orang")]
        assert [_pertanyaan(masuk, satu) for satu in [*alamat, reverse("evaluasi:andai-list")]] == sedikit


def _pertanyaan(client, alamat) -> int:
    with CaptureQueriesContext(
        connection,
    ) as catatan:
        assert client.get(alamat).status_code == 200
    return len(catatan)


@pytest.mark.django_db(transaction=True)
def test_the_command_counts_and_compares():
    skp = buat_kantor()[1]
    siklus, _ = jalankan(skp, pilihan(skp), ISI, 1)
    keluaran = StringIO()
    call_command("andai", siklus=siklus.pk, ubah=["ambang_sesuai=95"], stdout=keluaran)
    assert "2 hasil dalam" in keluaran.getvalue() and "berbeda 0" in keluaran.getvalue()
    for ubah in ("ambang_sesuai", "tidak_ada=1", "ambang_sesuai=NaN"):
        with pytest.raises(CommandError):
            call_command("andai", siklus=siklus.pk, ubah=[ubah])


@pytest.mark.django_db
def test_a_running_siklus_keeps_the_version_it_opened_with():
    from pegawai.actions import draft_ketentuan, sign_ketentuan

    siklus = SiklusFactory(tahap=Tahap.PENILAIAN)
    satu, dua = buat_bkpsdm(), buat_bkpsdm()
    rancangan = draft_ketentuan(
        jenis="penilaian",
        mulai=timezone.localdate(),
        isi=ubah_isi(ISI, {"publik_bobot": "0.25"}),
        dasar_hukum="Perwal",
        kepastian="D",
        alasan="coba",
        oleh=satu,
    )
    baru = sign_ketentuan(rancangan_id=rancangan.pk, oleh=dua)
    siklus.refresh_from_db()
    assert siklus.ketentuan_id != baru.pk
    assert type(baru).objects.berlaku_pada("penilaian", timezone.localdate()) == baru
