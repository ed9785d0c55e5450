"""The combined computation: indices, the public's part, the second path, the explanation."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluasi.aturan import Jawaban, MasukanEvaluasi, hitung, hitung_ulang, masalah, nilai_hasil, selisih, timbang
from evaluasi.aturan.hasil import Waktu
from evaluasi.pilihan import Predikat, Rating
from kinerja.pilihan import Arah, JenisHasil, SifatTarget
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul, akar

from .contoh_aturan import KETENTUAN, indikator, kualitatif, masukan, masukan_lengkap, perilaku, ubah_ketentuan

WAKTU = Waktu(date(2026, 1, 1), date(2026, 12, 31), date(2026, 9, 30))
ATAS, SESUAI, BAWAH = Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH


def indeks_hasil(*semua):
    return nilai_hasil(semua, WAKTU, KETENTUAN).indeks


class TestHasilKerja:
    @pytest.mark.parametrize(
        ("bidang", "capaian"),
        [
            ({"realisasi": D(55)}, "110.00"),
            ({"realisasi": D(40)}, "80.00"),
            ({"arah": Arah.TURUN, "target": D(10), "realisasi": D(8)}, "120.00"),
            ({"arah": Arah.TURUN, "target": D(10), "realisasi": D(13)}, "70.00"),
            ({"arah": Arah.TURUN, "target": D(10), "realisasi": D(25)}, "0.00"),
            ({"arah": Arah.TURUN, "target": D(0), "realisasi": D(0)}, "100.00"),
            ({"arah": Arah.TURUN, "target": D(0), "realisasi": D(1)}, "0.00"),
            ({"target": D(3), "realisasi": D(3)}, "100.00"),
            ({"target": D(3), "realisasi": D(1)}, "33.33"),
            ({"target": D(100), "realisasi": D(200)}, "120.00"),
            ({"arah": Arah.RENTANG, "target": D(4), "target_atas": D(8), "realisasi": D(6)}, "100.00"),
            ({"arah": Arah.RENTANG, "target": D(4), "target_atas": D(8), "realisasi": D(9)}, "75.00"),
            ({"arah": Arah.RENTANG, "target": D(4), "target_atas": D(8), "realisasi": D(3)}, "75.00"),
            ({"arah": Arah.RENTANG, "target": D(4), "target_atas": D(8), "realisasi": D(13)}, "0.00"),
        ],
    )
    def test_the_achievement_of_one_indicator_is_the_index(self, bidang, capaian):
        assert indeks_hasil(indikator(**bidang)) == D(capaian)

    def test_a_cumulative_target_grows_with_the_days(self):
        # 273 of 365 days of a target of 365 is 273
        satu = indikator(sifat=SifatTarget.KUMULATIF, target=D(365), realisasi=D(273))
        assert indeks_hasil(satu) == D("100.00")
        assert indeks_hasil(replace(satu, sifat=SifatTarget.TETAP)) == D("74.79")

    def test_weights_weigh(self):
        a = indikator("a", bobot=D(30), realisasi=D(55))
        b = indikator("b", bobot=D(70), realisasi=D(40))
        assert indeks_hasil(a, b) == D("89.00")

    def test_accepting_the_suggestion_keeps_the_achievement_and_another_rating_replaces_it(self):
        satu = indikator(realisasi=D(52))
        assert indeks_hasil(satu) == D("104.00")
        assert indeks_hasil(replace(satu, rating=SESUAI)) == D("104.00")
        assert indeks_hasil(replace(satu, rating=ATAS, alasan="x")) == D("115.00")
        assert indeks_hasil(replace(satu, rating=BAWAH, alasan="x")) == D("75.00")

    def test_a_described_level_is_worth_its_rating(self):
        assert [indeks_hasil(kualitatif(rating=satu)) for satu in (BAWAH, SESUAI, ATAS)] == [75, 100, 115]

    def test_without_realisasi_there_is_no_suggestion_but_a_rating_counts(self):
        satu = indikator(realisasi=None)
        assert timbang(satu, WAKTU, KETENTUAN).usul is None
        assert indeks_hasil(satu) is None
        assert indeks_hasil(replace(satu, rating=BAWAH)) == D("75.00")

    def test_what_cannot_be_judged_leaves_the_sum(self):
        a = indikator("a", bobot=D(40), realisasi=D(55))
        b = indikator("b", bobot=D(60), realisasi=D(0), tidak_dinilai=True, alasan="bencana")
        hasil = nilai_hasil((a, b), WAKTU, KETENTUAN)
        assert hasil.indeks == D("110.00")
        assert hasil.bobot_tidak_dinilai == 60

    @pytest.mark.parametrize(
        ("rating", "harapan"),
        [((ATAS,), 102), ((SESUAI,), 101), ((BAWAH,), 100), ((ATAS, ATAS), 104), ((ATAS, ATAS, ATAS), 105)],
    )
    def test_extra_assignments_add_at_most_five(self, rating, harapan):
        ekstra = [
            kualitatif(str(n), jenis_hasil=JenisHasil.TAMBAHAN, bobot=None, rating=r) for n, r in enumerate(rating)
        ]
        assert indeks_hasil(indikator(), *ekstra) == harapan

    def test_the_index_is_capped_again_after_extras(self):
        ekstra = kualitatif(jenis_hasil=JenisHasil.TAMBAHAN, bobot=None, rating=ATAS)
        assert indeks_hasil(indikator(realisasi=D(60)), ekstra) == D("120.00")

    def test_it_is_rounded_once_from_the_exact_value(self):
        # 269.985 / 3 = 89.995 exactly: half up to 90.00, which is sesuai
        semua = [
            indikator(str(n), bobot=D("33.33"), target=D(100), realisasi=r) for n, r in enumerate((D("89.995"),) * 3)
        ]
        hasil = nilai_hasil(tuple(semua), WAKTU, KETENTUAN)
        assert hasil.indeks == D("90.00")

    @settings(max_examples=60)
    @given(
        st.lists(st.decimals(0, 80, places=2), min_size=1, max_size=4), st.integers(0, 3), st.decimals(0, 20, places=2)
    )
    def test_more_is_never_worse(self, realisasi, mana, lebih):
        semua = [indikator(str(n), bobot=D(25), realisasi=r) for n, r in enumerate(realisasi)]
        mana %= len(semua)
        naik = [*semua]
        naik[mana] = replace(semua[mana], realisasi=semua[mana].realisasi + lebih)
        assert indeks_hasil(*naik) >= indeks_hasil(*semua)


def indeks_perilaku(**bidang):
    return hitung(masukan(**bidang)).indeks_perilaku


class TestPerilaku:
    def test_the_mean_of_the_seven(self):
        assert indeks_perilaku(perilaku=perilaku(ATAS)) == D("102.14")

    def test_no_feedback_is_exactly_the_atasan(self):
        tanpa = indeks_perilaku(perilaku=perilaku(ATAS, BAWAH))
        assert tanpa == indeks_perilaku(
            perilaku=perilaku(ATAS, BAWAH), publik_sendiri=Jawaban(), publik_layanan=Jawaban()
        )

    def test_nine_answers_change_nothing_and_ten_do(self):
        dasar = hitung(masukan(publik_sendiri=Jawaban(), publik_layanan=Jawaban()))
        sembilan = hitung(masukan(publik_sendiri=Jawaban((0, 0, 0, 9)), publik_layanan=Jawaban()))
        sepuluh = hitung(masukan(publik_sendiri=Jawaban((0, 0, 0, 10)), publik_layanan=Jawaban()))
        assert akar(sembilan.pohon) == akar(dasar.pohon)
        assert akar(sepuluh.pohon) != akar(dasar.pohon)
        # z = 10/20, w = 0.30, konversi 100 -> 120: 103.00 for the one value
        assert sepuluh.pohon.cari("nilai:berorientasi_pelayanan").nilai == "103.00"
        assert sepuluh.pohon.cari("publik:berorientasi_pelayanan:n").nilai == "10"

    def test_faces_and_the_question_on_conduct_are_one_voice(self):
        dua = masukan(publik_sendiri=Jawaban(wajah=(0, 0, 0, 5), perilaku=(0, 0, 0, 5)))
        assert hitung(dua).pohon.cari("nilai:berorientasi_pelayanan").nilai == "103.00"

    def test_competence_speaks_of_kompeten_only(self):
        hasil = hitung(masukan(publik_sendiri=Jawaban(kompetensi=(20, 0, 0, 0)))).pohon
        # z = 20/30, konversi 25 -> 40: 100 − 0.2 × 60
        assert hasil.cari("nilai:kompeten").nilai == "88.00"
        assert hasil.cari("nilai:berorientasi_pelayanan").nilai == "100.00"

    def test_the_service_speaks_where_the_own_answers_are_few(self):
        layanan = Jawaban(wajah=(0, 0, 0, 40))
        sedikit = hitung(masukan(publik_sendiri=Jawaban((0, 0, 4, 0)), publik_layanan=layanan)).pohon
        # w = 0.10, z = 40/50, konversi 120
        assert sedikit.cari("nilai:berorientasi_pelayanan").nilai == "101.60"
        cukup = hitung(masukan(publik_sendiri=Jawaban((10, 0, 0, 0)), publik_layanan=layanan)).pohon
        assert cukup.cari("nilai:berorientasi_pelayanan").nilai == "91.00"
        kurang = hitung(masukan(publik_layanan=Jawaban(wajah=(0, 0, 0, 29)))).pohon
        assert kurang.cari("nilai:berorientasi_pelayanan").nilai == "100.00"

    def test_influence_on_the_index_is_bounded(self):
        kuat = ubah_ketentuan(publik_bobot="1", publik_k="0.01")
        buruk = Jawaban((400, 0, 0, 0), (400, 0, 0, 0), (400, 0, 0, 0))
        assert indeks_perilaku(publik_sendiri=buruk, ketentuan=kuat) == D("95.00")
        baik = Jawaban((0, 0, 0, 400), (0, 0, 0, 400), (0, 0, 0, 400))
        assert indeks_perilaku(perilaku=perilaku(BAWAH, BAWAH, BAWAH), publik_sendiri=baik, ketentuan=kuat) == D(
            "94.29"
        )

    @settings(max_examples=60)
    @given(masukan_lengkap())
    def test_the_public_never_moves_the_index_beyond_the_bound(self, satu):
        tanpa = replace(satu, publik_sendiri=None, publik_layanan=None)
        assert abs(hitung(satu).indeks_perilaku - hitung(tanpa).indeks_perilaku) <= KETENTUAN.publik_batas


class TestRatingDanPredikat:
    def test_a_persons_rating_stands_beside_the_index(self):
        hasil = hitung(masukan(rating_hasil=ATAS, alasan_hasil="memimpin tim bencana"))
        assert (hasil.indeks_hasil, hasil.usul_hasil, hasil.rating_hasil) == (D("100.00"), SESUAI, ATAS)
        assert hasil.menyimpang
        assert hasil.pohon.cari("rating_hasil").sumber == "memimpin tim bencana"

    def test_a_head_has_the_rating_of_the_organisation(self):
        hasil = hitung(masukan(kepala=True, predikat_organisasi="istimewa"))
        assert (hasil.indeks_hasil, hasil.usul_hasil, hasil.rating_hasil) == (D("100.00"), ATAS, ATAS)
        assert hasil.predikat == Predikat.BAIK
        assert hasil.pohon.cari("predikat_organisasi").nilai == "Istimewa"

    @pytest.mark.parametrize(
        ("bidang", "kata"),
        [
            ({"indikator": ()}, "belum mempunyai indikator"),
            ({"indikator": (indikator(bobot=None),)}, "belum berbobot"),
            ({"indikator": (indikator(realisasi=None),)}, "belum dinilai"),
            ({"indikator": (kualitatif(),)}, "belum dinilai"),
            ({"indikator": (indikator(), kualitatif(jenis_hasil=JenisHasil.TAMBAHAN, bobot=None))}, "belum dinilai"),
            ({"indikator": (indikator(rating=ATAS),)}, "berbeda dari usul"),
            ({"indikator": (indikator(rating=ATAS, alasan="  "),)}, "berbeda dari usul"),
            ({"indikator": (indikator(tidak_dinilai=True),)}, "Tulis alasan"),
            ({"indikator": (indikator(tidak_dinilai=True, alasan="x"),)}, "belum tersedia"),
            (
                {
                    "indikator": (
                        indikator("a", bobot=D("49.99")),
                        indikator("b", bobot=D("50.01"), tidak_dinilai=True, alasan="x"),
                    )
                },
                "konfirmasi pengelola",
            ),
            ({"perilaku": perilaku()[:6]}, "Kolaboratif"),
            ({"perilaku": (*perilaku(), perilaku()[0])}, "Berorientasi Pelayanan"),
            ({"kepala": True}, "Predikat organisasi belum ditetapkan"),
            ({"kepala": True, "predikat_organisasi": "baik", "rating_hasil": ATAS}, "mengikuti predikat organisasi"),
            ({"mulai": date(2026, 10, 1)}, "Rentang yang dinilai"),
            ({"selesai": date(2027, 1, 1)}, "Rentang yang dinilai"),
        ],
    )
    def test_what_is_missing_is_said_and_nothing_is_computed(self, bidang, kata):
        assert any(kata in kalimat for kalimat in masalah(masukan(**bidang)))
        with pytest.raises(RuleViolation, match=kata):
            hitung(masukan(**bidang))

    def test_half_the_weight_needs_no_confirmation_and_a_confirmed_person_is_computed(self):
        a, b = indikator("a", bobot=D(50)), indikator("b", bobot=D(50), tidak_dinilai=True, alasan="x")
        assert not masalah(masukan(indikator=(a, b)))
        berat = replace(b, bobot=D("50.01"))
        assert hitung(masukan(indikator=(a, berat), dikonfirmasi_oleh="Pengelola")).indeks_hasil == 100

    @pytest.mark.parametrize("sisi", ["hasil", "perilaku"])
    def test_a_deviation_needs_a_reason(self, sisi):
        with pytest.raises(RuleViolation, match="berbeda dari usul"):
            hitung(masukan(**{f"rating_{sisi}": BAWAH}))
        assert hitung(masukan(**{f"rating_{sisi}": BAWAH, f"alasan_{sisi}": "sebab"})).menyimpang
        assert not hitung(masukan(**{f"rating_{sisi}": SESUAI})).menyimpang


class TestJalanKedua:
    @settings(max_examples=250, deadline=None)
    @given(masukan_lengkap())
    def test_both_paths_agree_from_what_is_stored(self, satu):
        tersimpan = json.loads(json.dumps(satu.ke_dict()))
        kembali = MasukanEvaluasi.dari_dict(tersimpan)
        hasil = hitung(satu)
        assert kembali == satu
        assert hitung(kembali) == hasil
        assert hitung_ulang(tersimpan) == hasil.angka()
        assert selisih(hasil.angka(), tersimpan) == ()

    def test_a_tie_is_a_tie_on_both_paths(self):
        semua = tuple(indikator(str(n), bobot=D("33.33"), target=D(3), realisasi=D("2.70015") - n) for n in range(3))
        satu = masukan(indikator=semua)
        assert hitung_ulang(satu.ke_dict())["indeks_hasil"] == hitung(satu).indeks_hasil

    @pytest.mark.parametrize(
        ("nama", "palsu"), [("indeks_hasil", D("100.01")), ("predikat", "sangat_baik"), ("rating_perilaku", "di_atas")]
    )
    def test_a_planted_figure_is_found(self, nama, palsu):
        satu = masukan()
        tersimpan = {**hitung(satu).angka(), nama: palsu}
        assert [kalimat.partition(":")[0] for kalimat in selisih(tersimpan, satu.ke_dict())] == [nama]

    @pytest.mark.parametrize(
        "ubah",
        [
            {"bentuk": 3},
            {"mulai": "2026-02-30"},
            {"mulai": "20260701"},
            {"rating_hasil": "hebat"},
            {"kepala": 1},
            {"publik_sendiri": {"wajah": [1, 2, 3], "perilaku": [0] * 4, "kompetensi": [0] * 4}},
            {"publik_sendiri": {"wajah": [1, 2, 3, -1], "perilaku": [0] * 4, "kompetensi": [0] * 4}},
            {"indikator": {}},
            {"perilaku": [{"nilai": "ramah", "rating": "sesuai", "alasan": ""}]},
            {"lain": 1},
        ],
    )
    def test_a_bent_input_is_refused(self, ubah):
        with pytest.raises(RuleViolation):
            MasukanEvaluasi.dari_dict({**masukan().ke_dict(), **ubah})


class TestPenjelasan:
    def test_every_input_is_in_the_tree(self):
        satu = masukan(
            indikator=(indikator("12", sifat=SifatTarget.KUMULATIF, realisasi=D(36), uraian_realisasi="laporan"),),
            publik_sendiri=Jawaban((0, 0, 6, 6)),
        )
        pohon = hitung(satu).pohon
        jalan = ("predikat", "sel", "rating_hasil", "usul_hasil", "indeks_hasil", "hasil_utama", "indikator:12")
        for kunci in (*jalan, "capaian:12", "target:12", "realisasi:12", "penilai", "ketentuan", "segmen"):
            assert pohon.cari(kunci), kunci
        assert pohon.cari("indeks_perilaku").nilai == str(hitung(satu).indeks_perilaku)
        assert pohon.cari("publik:berorientasi_pelayanan:n").nilai == "12"
        assert pohon.cari("publik:berorientasi_pelayanan:rerata").nilai == "3.5000"
        assert pohon.cari("ketentuan").sumber == satu.dasar_hukum
        assert pohon.cari("penilai").nilai == satu.penilai

    @settings(max_examples=40, deadline=None)
    @given(masukan_lengkap())
    def test_keys_are_unique_and_the_tree_survives_storage(self, satu):
        pohon = hitung(satu).pohon
        kunci = [simpul.kunci for simpul in pohon.telusuri()]
        assert all(kunci) and len(kunci) == len(set(kunci))
        assert Simpul.dari_dict(json.loads(json.dumps(pohon.ke_dict()))) == pohon

    @pytest.mark.parametrize(
        "ubah",
        [
            {"indikator": (indikator(realisasi=D("50.0001")),)},
            {"indikator": (indikator(satuan="berkas"),)},
            {"perilaku": perilaku(ATAS)},
            {"penilai": "Orang Lain"},
            {"ketentuan_versi": "Penilaian versi 2"},
        ],
    )
    def test_another_input_has_another_root(self, ubah):
        assert akar(hitung(masukan(**ubah)).pohon) != akar(hitung(masukan()).pohon)
