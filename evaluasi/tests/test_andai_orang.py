"""What if, for one person: on copies, what it takes is enough and no less is, and nothing hidden comes out."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaluasi.aturan import (
    Jawaban,
    Ubahan,
    hitung,
    hitung_angka,
    hitungan_dari,
    siapkan,
    syarat,
    terapkan_ubahan,
    tujuan,
)
from evaluasi.models import Evaluasi, LembarPenilaian
from evaluasi.pilihan import Predikat, Rating, Sumbu, Tahap
from evaluasi.tests.factories import LembarFactory, SiklusFactory, buat_kantor
from kinerja.models import Realisasi
from mataram_asn.kit.galat import RuleViolation

from .contoh_aturan import indikator, kualitatif, masukan, masukan_lengkap, perilaku
from .test_jejak import terbitkan

ATAS, SESUAI, BAWAH = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


class TestRules:
    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(masukan_lengkap())
    def test_nothing_tried_gives_the_same_figures(self, isi):
        assert hitung_angka(terapkan_ubahan(isi, Ubahan())).angka() == hitung(isi).angka()

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(masukan_lengkap())
    def test_every_way_named_is_enough_and_the_least(self, isi):
        siap = siapkan(isi)
        for predikat in tujuan(hitung(siap).predikat):
            for satu in syarat(siap, hitung(siap), predikat):
                for jalan in satu.jalan:
                    self._periksa(siap, satu, jalan)

    @staticmethod
    def _periksa(siap, satu, jalan):
        kunci = jalan.indikator.kunci
        if jalan.realisasi is None:
            cukup = terapkan_ubahan(siap, Ubahan(rating={kunci: jalan.rating}))
            assert hitung_angka(cukup).indeks_hasil >= satu.indeks
            return
        cukup = terapkan_ubahan(siap, Ubahan(realisasi={kunci: jalan.realisasi}))
        assert hitung_angka(cukup).indeks_hasil >= satu.indeks
        langkah = Decimal("0.01") if jalan.realisasi > jalan.indikator.realisasi else Decimal("-0.01")
        kurang = terapkan_ubahan(siap, Ubahan(realisasi={kunci: jalan.realisasi - langkah}))
        if jalan.realisasi - langkah >= 0:
            assert hitung_angka(kurang).indeks_hasil < satu.indeks

    def test_the_sentence_of_the_rule(self):
        isi = siapkan(masukan(indikator=(indikator(realisasi=Decimal(50)),), perilaku=perilaku(*[ATAS] * 4)))
        [hasil, sikap] = syarat(isi, hitung(isi), Predikat.SANGAT_BAIK)
        assert (hasil.sumbu, hasil.kurang, hasil.jalan[0].realisasi) == (
            Sumbu.HASIL,
            Decimal("10.00"),
            Decimal("55.00"),
        )
        # 4 of 7 above: 108.57; a fifth gives 110.71
        assert (sikap.sumbu, sikap.kurang, sikap.nilai) == (Sumbu.PERILAKU, Decimal("1.43"), 1)

    def test_lower_is_better_and_a_described_level(self):
        turun = indikator(arah="turun", target=Decimal(10), realisasi=Decimal(10), bobot=Decimal(60))
        isi = siapkan(masukan(indikator=(turun, kualitatif(rating=SESUAI, bobot=Decimal(40)))))
        [hasil, _] = syarat(isi, hitung(isi), Predikat.SANGAT_BAIK)
        # 60 × v + 40 × 100 = 100 × 109,995: v 116,66 -> 8,33 of 10
        assert [j.realisasi for j in hasil.jalan] == [Decimal("8.33")]

    def test_a_rating_that_stands_in_the_way_is_named(self):
        isi = siapkan(masukan(indikator=(indikator(realisasi=Decimal(60)),), rating_hasil=SESUAI, alasan_hasil="x"))
        [hasil, _] = syarat(isi, hitung(isi), Predikat.SANGAT_BAIK)
        assert hasil.putusan and not hasil.jalan

    def test_nobody_is_told_to_get_worse(self):
        isi = siapkan(masukan(perilaku=perilaku(*[ATAS] * 7), indikator=(indikator(realisasi=Decimal(30)),)))
        assert [s.sumbu for s in syarat(isi, hitung(isi), Predikat.BAIK)] == [Sumbu.HASIL]

    @given(st.integers(1, 2000), st.decimals(1, 4, places=2))
    def test_answers_are_found_for_a_mean(self, n, rata):
        hitungan = hitungan_dari(n, rata)
        jumlah = sum(nilai * banyak for nilai, banyak in enumerate(hitungan, start=1))
        assert sum(hitungan) == n and abs(2 * jumlah - 2 * n * rata) <= 1

    @pytest.mark.parametrize(("n", "rata"), [(0, "3"), (5, "0.5"), (5, "4.01")])
    def test_no_answers_give_that(self, n, rata):
        with pytest.raises(RuleViolation):
            hitungan_dari(n, Decimal(rata))

    def test_a_louder_public_moves_conduct_only(self):
        isi = masukan(publik_sendiri=Jawaban())
        baru = hitung_angka(terapkan_ubahan(isi, Ubahan(suara=(40, Decimal(4)))))
        assert baru.indeks_hasil == hitung(isi).indeks_hasil and baru.indeks_perilaku > hitung(isi).indeks_perilaku

    def test_what_could_not_be_judged_comes_in_with_a_figure(self):
        lain = replace(indikator("b", bobot=Decimal(50)), tidak_dinilai=True, alasan="belum ada", realisasi=None)
        isi = masukan(indikator=(indikator(bobot=Decimal(50)), lain))
        assert hitung_angka(terapkan_ubahan(isi, Ubahan(realisasi={"b": Decimal(60)}))).indeks_hasil == Decimal(
            "110.00"
        )


@pytest.mark.django_db
class TestPage:
    def test_a_figure_tried_is_answered_and_not_stored(self, client):
        garis, (satu, _) = terbitkan()
        client.force_login(garis.bawahan[0].pengguna)
        alamat = reverse("evaluasi:andai-hasil", args=[satu.pk])
        awal = client.get(alamat).content.decode()
        assert "Simulasi, tidak disimpan" in awal and "Agar mencapai" in awal
        kunci = satu.masukan["indikator"][0]["kunci"]
        sebelum = list(Evaluasi.objects.values()), list(Realisasi.objects.values())
        isi = client.get(alamat, {f"r_{kunci}": "60"}).content.decode()
        assert f"semula {str(satu.indeks_hasil).replace('.', ',')}" in isi
        assert (list(Evaluasi.objects.values()), list(Realisasi.objects.values())) == sebelum
        assert client.post(alamat, {f"r_{kunci}": "60"}).status_code == 405

    def test_the_atasan_and_the_person_try_on_what_is_provisional(self, client):
        garis, skp = buat_kantor()
        lembar = LembarFactory(siklus=SiklusFactory(tahap=Tahap.PENILAIAN), skp=skp[0])
        LembarPenilaian.objects.filter(pk=lembar.pk).update(rating_hasil=Rating.DI_BAWAH, alasan_hasil="RAHASIA")
        alamat = reverse("evaluasi:andai-sementara", args=[lembar.pk])
        for siapa, kode in ((garis.bawahan[0], 200), (garis.atasan, 200), (garis.bawahan[1], 404)):
            client.force_login(siapa.pengguna)
            jawab = client.get(alamat)
            assert jawab.status_code == kode
            assert "RAHASIA" not in jawab.content.decode()

    @pytest.mark.parametrize(
        "nilai", ["NaN", "1e3", "-1", "٥", "\x00", "9" * 39, "1,23456", "x" * 5000, "1.5", "0x10", "1_0"]
    )
    def test_what_is_no_number_gets_a_sentence(self, client, nilai):
        garis, (satu, _) = terbitkan()
        client.force_login(garis.bawahan[0].pengguna)
        kunci = satu.masukan["indikator"][0]["kunci"]
        for nama in (f"r_{kunci}", "n", "akhir_hasil", "p_kompeten"):
            jawab = client.get(reverse("evaluasi:andai-hasil", args=[satu.pk]), {nama: nilai})
            assert jawab.status_code in (200, 422)
        assert client.get(reverse("evaluasi:andai-hasil", args=[satu.pk]), {f"r_{kunci}": nilai}).status_code == 422

    def test_a_mean_alone_does_not_ask_for_the_hidden_one(self, client):
        _, (satu, _) = terbitkan()
        masukan = satu.masukan | {"publik_sendiri": {"wajah": [3, 0, 0, 0], "perilaku": [0] * 4, "kompetensi": [0] * 4}}
        from evaluasi.aturan import MasukanEvaluasi
        from evaluasi.forms.andai_orang import AndaiForm

        form = AndaiForm({"n": "12"}, masukan=siapkan(MasukanEvaluasi.dari_dict(masukan)))
        assert not form.is_valid() and "rata" in form.errors
