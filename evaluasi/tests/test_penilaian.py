"""The atasan's sheet: who may write it, when, what it keeps, and that the figure is the rule's."""

from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from evaluasi.actions import confirm_weight, mark_employee_done, save_scores, work_chunk
from evaluasi.actions.hitung import _hitung_semua
from evaluasi.actions.maju import advance_due
from evaluasi.models import Evaluasi, LembarPenilaian, NilaiIndikator, NilaiPerilaku, Potongan
from evaluasi.pilihan import Predikat, PredikatOrganisasi, Rating, StatusLembar, StatusPotongan, Tahap
from evaluasi.rekap import masukan_lembar
from evaluasi.rekap.penilaian import baris_bawahan
from evaluasi.tests.factories import (
    KinerjaOrganisasiFactory,
    LembarFactory,
    SiklusFactory,
    buat_bkpsdm,
    buat_kantor,
    tetapkan,
    wita,
)
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, NilaiDasar
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.tests.factories import (
    JabatanFactory,
    PegawaiFactory,
    PenempatanFactory,
    PengelolaUnitFactory,
    PenggunaFactory,
)

SAAT = wita(2027, 1, 8, 9)


def buat_lembar(tahap=Tahap.PENILAIAN, bawahan=2, realisasi=45):
    """An office with sheets in that stage; (garis, sheets)."""
    garis, skp = buat_kantor(bawahan, realisasi)
    siklus = SiklusFactory(tahap=tahap)
    return garis, [LembarFactory(siklus=siklus, skp=satu) for satu in skp]


def indikator(lembar, jenis) -> Indikator:
    return Indikator.objects.get(hasil__skp=lembar.skp_id, jenis=jenis)


def isian(lembar, kuanti="sesuai", kuali="sesuai", perilaku="sesuai", **lain) -> dict:
    """What the page sends when the atasan chose these."""
    angka, kata = indikator(lembar, JenisIndikator.KUANTITATIF), indikator(lembar, JenisIndikator.KUALITATIF)
    isi = {"versi": lembar.versi, f"indikator_{angka.pk}": kuanti, f"indikator_{kata.pk}": kuali}
    isi |= {f"nilai_{nilai}": perilaku for nilai in NilaiDasar.values}
    return isi | lain


def putusan(lembar, kuali="sesuai", **lain) -> dict:
    """Arguments of the action that set everything as expected."""
    kata = indikator(lembar, JenisIndikator.KUALITATIF)
    isi = {
        "lembar_id": lembar.pk,
        "versi": lembar.versi,
        "indikator": {kata.pk: {"rating": kuali, "alasan": ""}},
        "perilaku": {nilai: {"rating": "sesuai"} for nilai in NilaiDasar.values},
        "oleh": lembar.penilai.pengguna,
        "saat": SAAT,
        "tetapkan": True,
    }
    return isi | lain


def alamat(lembar):
    return reverse("evaluasi:nilai", args=[lembar.pk])


@pytest.mark.django_db
def test_setting_one_person_gives_the_rules_figure_and_brings_the_next(client):
    garis, (satu, dua) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    jawab = client.post(alamat(satu), isian(satu, tetapkan="1"))
    assert (jawab.status_code, jawab.url) == (302, alamat(dua))
    satu.refresh_from_db()
    assert (satu.status, satu.rating_hasil, satu.rating_perilaku) == ("ditetapkan", "sesuai", "sesuai")
    assert satu.ditetapkan_oleh == garis.atasan.pengguna
    [(_, masukan)] = masukan_lembar([satu.pk])
    assert len(masukan.perilaku) == 7
    assert CatatanAudit.objects.filter(aksi="lembar.ditetapkan", id_objek=satu.pk, rincian__menyimpang=False).exists()
    jawab = client.post(alamat(dua), isian(dua, tetapkan="1"))
    daftar = f"{reverse('evaluasi:bawahan')}?siklus={satu.siklus_id}"
    assert jawab.url == daftar, "nobody waits any more; the list of the same siklus"


@pytest.mark.django_db
def test_the_page_preselects_the_suggestion_and_shows_what_was_reached(client):
    garis, (satu, _) = buat_lembar(realisasi=40)
    client.force_login(garis.atasan.pengguna)
    halaman = client.get(alamat(satu)).content.decode()
    angka = indikator(satu, JenisIndikator.KUANTITATIF)
    assert f'id="id_indikator_{angka.pk}_di_bawah" value="di_bawah" checked' in halaman
    assert "80,00" in halaman, "40 of 50 is 80,00"
    assert "Di bawah<span" in halaman, "the suggestion is named for a screen reader"


@pytest.mark.django_db
def test_another_rating_needs_a_reason_and_nothing_typed_is_lost(client):
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    kata = indikator(satu, JenisIndikator.KUALITATIF)
    isi = isian(satu, kuanti="di_atas", tetapkan="1", **{f"alasan_indikator_{kata.pk}": "dilihat sendiri di lapangan"})
    jawab = client.post(alamat(satu), isi)
    halaman = jawab.content.decode()
    assert jawab.status_code == 422
    assert "berbeda dari usul" in halaman
    assert "dilihat sendiri di lapangan" in halaman
    satu.refresh_from_db()
    assert (satu.status, satu.versi) == ("terbuka", 1)
    assert not NilaiIndikator.objects.exists()
    angka = indikator(satu, JenisIndikator.KUANTITATIF)
    jawab = client.post(alamat(satu), isi | {f"alasan_indikator_{angka.pk}": "tanpa tambahan anggaran"})
    assert jawab.status_code == 302
    satu.refresh_from_db()
    # (60 x 115 + 40 x 100) / 100 = 109: still as expected
    assert satu.rating_hasil == "sesuai"


@pytest.mark.django_db
def test_a_final_rating_beside_the_suggestion_needs_a_reason(client):
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    isi = isian(satu, tetapkan="1", rating_hasil="di_atas", usul_hasil="sesuai")
    assert "Tulis alasan rating hasil kerja" in client.post(alamat(satu), isi).content.decode()
    jawab = client.post(alamat(satu), isi | {"alasan_rating_hasil": "tim terbaik tahun ini"})
    assert jawab.status_code == 302
    satu.refresh_from_db()
    assert (satu.rating_hasil, satu.alasan_hasil) == ("di_atas", "tim terbaik tahun ini")


@pytest.mark.django_db
def test_a_suggestion_that_moved_is_shown_before_it_is_set(client):
    """Without script the page cannot follow: what was seen is what is decided."""
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    isi = isian(satu, perilaku="di_bawah", tetapkan="1", usul_perilaku="sesuai", rating_perilaku="sesuai")
    jawab = client.post(alamat(satu), isi)
    assert jawab.status_code == 422
    assert "berubah menjadi di bawah ekspektasi" in jawab.content.decode()
    satu.refresh_from_db()
    assert satu.status == "terbuka"


@pytest.mark.django_db
def test_a_draft_is_kept_and_invisible_to_the_person(client):
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    kata = indikator(satu, JenisIndikator.KUALITATIF)
    isi = isian(satu, simpan="1", **{f"alasan_indikator_{kata.pk}": "RAHASIA-ATASAN"})
    assert client.post(alamat(satu), isi).url == alamat(satu)
    assert "RAHASIA-ATASAN" in client.get(alamat(satu)).content.decode()
    client.force_login(satu.pegawai.pengguna)
    assert client.get(alamat(satu)).status_code == 404
    jawab = client.get(reverse("evaluasi:sementara", args=[satu.pk]))
    assert jawab.status_code == 200
    assert "RAHASIA-ATASAN" not in jawab.content.decode()


@pytest.mark.django_db
def test_choices_save_themselves_and_answer_with_the_cell(client):
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    simpan = reverse("evaluasi:nilai-simpan", args=[satu.pk])
    jawab = client.post(simpan, isian(satu, perilaku="di_bawah"), headers={"HX-Request": "true"})
    halaman = jawab.content.decode()
    assert jawab.status_code == 200
    assert 'name="versi" value="2"' in halaman
    assert 'data-keadaan="tersimpan">' in halaman
    assert 'name="usul_perilaku" value="di_bawah"' in halaman
    assert NilaiPerilaku.objects.filter(lembar=satu, rating="di_bawah").count() == 7
    satu.refresh_from_db()
    tetapkan(satu)
    client.post(simpan, isian(satu, perilaku="di_atas"), headers={"HX-Request": "true"})
    satu.refresh_from_db()
    assert satu.status == "ditetapkan", "a decision is not unset by a touch"
    assert not NilaiPerilaku.objects.filter(rating="di_atas").exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("htmx", "nama"), [({}, "evaluasi:nilai"), ({"HX-Request": "true"}, "evaluasi:nilai-simpan")])
def test_a_stale_page_gets_both_texts(client, htmx, nama):
    garis, (satu, _) = buat_lembar()
    kata = indikator(satu, JenisIndikator.KUALITATIF)
    isi = putusan(satu, tetapkan=False, indikator={kata.pk: {"rating": "sesuai", "alasan": "dari ponsel"}})
    save_scores(**isi)
    client.force_login(garis.atasan.pengguna)
    lama = isian(satu, simpan="1", **{f"alasan_indikator_{kata.pk}": "dari komputer"})
    jawab = client.post(reverse(nama, args=[satu.pk]), lama, headers=htmx)
    halaman = jawab.content.decode()
    assert jawab.status_code == 409
    assert "dari ponsel" in halaman and "dari komputer" in halaman
    assert NilaiIndikator.objects.get(indikator=kata).alasan == "dari ponsel"


@pytest.mark.django_db
@pytest.mark.parametrize("siapa", ["sendiri", "rekan", "asing", "bkpsdm", "auditor"])
def test_only_the_penilai_sees_and_writes_the_sheet(client, siapa):
    _, (satu, dua) = buat_lembar()
    akun = {
        "sendiri": satu.pegawai.pengguna,
        "rekan": dua.pegawai.pengguna,
        "asing": PegawaiFactory().pengguna,
        "bkpsdm": buat_bkpsdm(),
        "auditor": PenggunaFactory(peran=("auditor",)),
    }[siapa]
    client.force_login(akun)
    assert client.get(alamat(satu)).status_code == 404
    for nama in ("evaluasi:nilai", "evaluasi:nilai-simpan"):
        assert client.post(reverse(nama, args=[satu.pk]), isian(satu, tetapkan="1")).status_code == 404
    with pytest.raises(RuleViolation):
        save_scores(**putusan(satu, oleh=akun))
    assert LembarPenilaian.objects.get(pk=satu.pk).versi == 1
    assert not NilaiPerilaku.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("saat", [wita(2027, 1, 14, 23, 59), wita(2027, 1, 15)])
@pytest.mark.parametrize("tahap", [Tahap.PENILAIAN, Tahap.KALIBRASI])
def test_scoring_ends_to_the_second(saat, tahap):
    _, (satu, _) = buat_lembar(tahap=tahap)
    if saat < wita(2027, 1, 15):
        assert save_scores(**putusan(satu, saat=saat)).status == StatusLembar.DITETAPKAN
    else:
        with pytest.raises(RuleViolation, match="sudah berakhir"):
            save_scores(**putusan(satu, saat=saat))


@pytest.mark.django_db
def test_before_scoring_the_sheet_is_read_only(client):
    garis, (satu, _) = buat_lembar(tahap=Tahap.ISI_BUKTI)
    client.force_login(garis.atasan.pengguna)
    jawab = client.get(alamat(satu))
    assert jawab.status_code == 200
    assert "belum dibuka" in jawab.content.decode()
    assert client.post(alamat(satu), isian(satu, tetapkan="1")).status_code == 422
    with pytest.raises(RuleViolation, match="belum dibuka"):
        save_scores(**putusan(satu))


@pytest.mark.django_db
@pytest.mark.parametrize(("tahap", "terbit"), [(Tahap.KALIBRASI, 18), (Tahap.TERBIT, 15)])
def test_who_was_held_can_still_be_scored_and_the_superior_takes_over_after_five_days(tahap, terbit):
    garis, (satu, dua) = buat_lembar(tahap=tahap)
    satu.siklus.jadwal.filter(tahap=Tahap.TERBIT).update(mulai=wita(2027, 1, terbit))
    LembarPenilaian.objects.update(status=StatusLembar.TERTAHAN)
    assert save_scores(**putusan(satu, saat=wita(2027, 1, 13))).status == StatusLembar.DITETAPKAN
    puncak = JabatanFactory(unit=garis.akar, kepala=True)
    garis.jabatan_kepala.susunan.update(atasan=puncak)
    kepala = PenempatanFactory(jabatan=puncak).pegawai
    with pytest.raises(RuleViolation, match="dinilai oleh pejabat penilainya"):
        save_scores(**putusan(dua, saat=wita(2027, 1, 16, 23), oleh=kepala.pengguna))
    hasil = save_scores(**putusan(dua, saat=wita(2027, 1, 17), oleh=kepala.pengguna))
    assert (hasil.status, hasil.penilai_id) == (StatusLembar.DITETAPKAN, kepala.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(("hari", "status", "tautan"), [(16, 404, False), (17, 200, True)])
def test_the_superior_finds_the_held_sheet_on_the_board_before_publication(client, hari, status, tautan):
    """In calibration, five days late: the page opens and the board leads to it; a day earlier neither does."""
    garis, (satu, _) = buat_lembar(tahap=Tahap.KALIBRASI)
    satu.siklus.jadwal.filter(tahap=Tahap.TERBIT).update(mulai=wita(2027, 1, 25))
    LembarPenilaian.objects.update(status=StatusLembar.TERTAHAN)
    puncak = JabatanFactory(unit=garis.akar, kepala=True)
    garis.jabatan_kepala.susunan.update(atasan=puncak)
    kepala = PenempatanFactory(jabatan=puncak).pegawai
    with time_machine.travel(wita(2027, 1, hari, 9), tick=False):
        client.force_login(kepala.pengguna)
        papan = client.get(reverse("evaluasi:siklus-papan", args=[satu.siklus_id])).content.decode()
        assert (alamat(satu) in papan) is tautan
        assert client.get(alamat(satu)).status_code == status
        client.force_login(garis.bawahan[1].pengguna)
        assert client.get(alamat(satu)).status_code == 404


@pytest.mark.django_db
def test_an_indicator_of_another_plan_and_made_up_words_are_refused():
    _, (satu, dua) = buat_lembar()
    lain = indikator(dua, JenisIndikator.KUALITATIF)
    with pytest.raises(RuleViolation, match="bukan bagian SKP ini"):
        save_scores(**putusan(satu, indikator={lain.pk: {"rating": "sesuai"}}))
    with pytest.raises(RuleViolation, match="tidak dikenal"):
        save_scores(**putusan(satu, perilaku={"kuat": {"rating": "sesuai"}}))
    with pytest.raises(RuleViolation, match="tiga rating"):
        save_scores(**putusan(satu, rating_hasil="istimewa"))
    with pytest.raises(Konflik):
        save_scores(**putusan(satu, versi=7))


@pytest.mark.django_db
def test_a_value_left_out_keeps_the_sheet_a_draft():
    _, (satu, _) = buat_lembar()
    with pytest.raises(RuleViolation, match="Kolaboratif"):
        save_scores(**putusan(satu, perilaku={n: {"rating": "sesuai"} for n in NilaiDasar.values[:-1]}))
    with pytest.raises(RuleViolation, match="belum dinilai"):
        save_scores(**putusan(satu, indikator={}))


@pytest.mark.django_db
def test_most_of_the_weight_unrated_waits_for_the_pengelola(client):
    garis, (satu, _) = buat_lembar()
    client.force_login(garis.atasan.pengguna)
    angka = indikator(satu, JenisIndikator.KUANTITATIF)
    tanpa = isian(satu, tetapkan="1", **{f"tidak_indikator_{angka.pk}": "on"})
    assert "tidak dapat dinilai" in client.post(alamat(satu), tanpa).content.decode()
    jawab = client.post(alamat(satu), tanpa | {f"alasan_tidak_indikator_{angka.pk}": "data pusat belum terbit"})
    assert jawab.status_code == 302
    satu.refresh_from_db()
    assert satu.status == StatusLembar.DITETAPKAN
    with pytest.raises(RuleViolation, match="Hanya pengelola"):
        confirm_weight(lembar_id=satu.pk, oleh=garis.atasan.pengguna, saat=SAAT)
    daftar = reverse("evaluasi:konfirmasi-list")
    assert client.get(daftar).status_code == 404
    client.force_login(PengelolaUnitFactory().pengguna)
    assert "data pusat" not in client.get(daftar).content.decode()
    assert client.post(reverse("evaluasi:konfirmasi", args=[satu.pk])).status_code == 404
    pengelola = PengelolaUnitFactory(unit=satu.skp.unit).pengguna
    client.force_login(pengelola)
    assert "data pusat belum terbit" in client.get(daftar).content.decode()
    assert client.post(reverse("evaluasi:konfirmasi", args=[satu.pk])).url == daftar
    satu.refresh_from_db()
    assert satu.dikonfirmasi_oleh == pengelola
    [(_, masukan)] = masukan_lembar([satu.pk])
    assert masukan.dikonfirmasi_oleh == str(pengelola)
    assert client.post(reverse("evaluasi:konfirmasi", args=[satu.pk])).status_code == 404


@pytest.mark.django_db
def test_a_confirmation_holds_only_for_what_was_confirmed():
    _, (satu, _) = buat_lembar()
    angka, kata = indikator(satu, JenisIndikator.KUANTITATIF), indikator(satu, JenisIndikator.KUALITATIF)
    tidak = {"rating": "", "alasan": "tidak ada data", "tidak_dinilai": True}
    satu = save_scores(**putusan(satu, indikator={angka.pk: tidak, kata.pk: {"rating": "sesuai"}}))
    confirm_weight(lembar_id=satu.pk, oleh=buat_bkpsdm(), saat=SAAT)
    ulang = save_scores(**putusan(satu, indikator={angka.pk: tidak, kata.pk: {"rating": "di_atas"}}))
    assert ulang.dikonfirmasi_oleh is not None, "the same set stays confirmed"
    ubah = save_scores(**putusan(ulang, tetapkan=False, indikator={angka.pk: {"rating": ""}, kata.pk: tidak}))
    assert ubah.dikonfirmasi_oleh is None
    with pytest.raises(RuleViolation, match="Tidak ada yang perlu"):
        confirm_weight(lembar_id=satu.pk, oleh=buat_bkpsdm(), saat=SAAT)


@pytest.mark.django_db
def test_the_pegawai_says_once_that_their_side_is_done(client):
    garis, (satu, dua) = buat_lembar(tahap=Tahap.ISI_BUKTI)
    client.force_login(satu.pegawai.pengguna)
    assert client.post(reverse("evaluasi:selesai-mengisi", args=[dua.pk])).status_code == 404
    tombol = [reverse("evaluasi:hasil-saya"), reverse("evaluasi:sementara", args=[satu.pk])]
    for ada in (True, False):
        for satu_halaman in tombol:
            assert (reverse("evaluasi:selesai-mengisi", args=[satu.pk]) in client.get(satu_halaman).text) is ada
        client.post(reverse("evaluasi:selesai-mengisi", args=[satu.pk]))
    satu.refresh_from_db()
    pertama = satu.sisi_pegawai_pada
    assert pertama is not None
    client.post(reverse("evaluasi:selesai-mengisi", args=[satu.pk]))
    satu.refresh_from_db()
    assert satu.sisi_pegawai_pada == pertama
    with pytest.raises(RuleViolation, match="Hanya pegawai"):
        mark_employee_done(lembar_id=dua.pk, oleh=garis.atasan.pengguna, saat=SAAT)


@pytest.mark.django_db
def test_the_list_puts_who_waits_first_and_costs_the_same_for_more_people(client, django_assert_max_num_queries):
    garis, (satu, dua) = buat_lembar()
    tetapkan(satu)
    client.force_login(garis.atasan.pengguna)
    with django_assert_max_num_queries(40):
        halaman = client.get(reverse("evaluasi:bawahan")).content.decode()
    assert halaman.index(dua.pegawai.nama) < halaman.rindex(satu.pegawai.nama)
    assert "1 menunggu Anda" in halaman
    berkas = client.get(reverse("evaluasi:bawahan") + "?ekspor=csv&status=terbuka").content.decode("utf-8-sig")
    assert dua.pegawai.nama in berkas and satu.pegawai.nama not in berkas
    client.force_login(dua.pegawai.pengguna)
    assert client.get(reverse("evaluasi:bawahan")).status_code == 404


@pytest.mark.django_db
def test_the_list_shows_the_predikat_that_was_set_and_judges_nobody_by_the_pattern(client):
    """60 % × 90 + 40 % × 100 suggests Baik; what the assessor set and what is in force is Sangat Baik."""
    garis, (satu, dua) = buat_lembar()
    tetapkan(satu, Rating.DI_ATAS, Rating.DI_ATAS)
    KinerjaOrganisasiFactory(unit=garis.unit, periode=satu.siklus.periode, predikat=PredikatOrganisasi.BAIK)
    client.force_login(garis.atasan.pengguna)
    jawab = client.get(reverse("evaluasi:bawahan"))
    angka = {baris.lembar.pk: baris.angka.predikat for baris in jawab.context["halaman"]}
    assert angka == {satu.pk: Predikat.SANGAT_BAIK, dua.pk: Predikat.BAIK}
    assert jawab.context["sebaran"].jumlah["sangat_baik"] == 1
    assert "Predikat organisasi: Baik" in jawab.text and "Menurut pola" not in jawab.text
    for urut, harap in (("predikat", [satu, dua]), ("-predikat", [dua, satu]), ("apa saja", [dua, satu])):
        diurutkan = client.get(reverse("evaluasi:bawahan"), {"urut": urut}).context["halaman"]
        assert [baris.lembar.pk for baris in diurutkan] == [lembar.pk for lembar in harap]
    [hasil] = _hitung_semua([satu.pk], SAAT)[0]
    Evaluasi.objects.bulk_create([hasil])
    baris = next(b for b in client.get(reverse("evaluasi:bawahan")).context["halaman"] if b.lembar.pk == satu.pk)
    assert (baris.hasil, baris.sementara, baris.capaian) == (hasil, None, hasil.indeks_hasil)


@pytest.mark.django_db
def test_suggested_index_follows_the_choices():
    _, (satu, _) = buat_lembar(realisasi=40)
    kata = indikator(satu, JenisIndikator.KUALITATIF)
    save_scores(**putusan(satu, tetapkan=False, indikator={kata.pk: {"rating": Rating.DI_ATAS}}))
    [baris] = baris_bawahan([LembarPenilaian.objects.get(pk=satu.pk)])
    # (60 x 80 + 40 x 115) / 100
    assert baris.capaian == Decimal("94.00")
    assert (baris.terisi, baris.indikator) == (1, 2)


@pytest.mark.django_db
def test_set_sheets_are_what_the_siklus_computes():
    """The sheet as the page leaves it goes through the whole publication."""
    _, (satu, dua) = buat_lembar()
    save_scores(**putusan(satu, kuali="di_atas"))
    terbit = wita(2027, 1, 15)
    while advance_due(saat=terbit) or Potongan.objects.menunggu().exists():
        for potongan in Potongan.objects.filter(status=StatusPotongan.MENUNGGU):
            work_chunk(potongan_id=potongan.pk, pid=1, pekerja="uji", saat=terbit)
    hasil = Evaluasi.objects.get()
    assert (hasil.lembar_id, hasil.predikat) == (satu.pk, Predikat.BAIK)
    dua.refresh_from_db()
    assert dua.status == StatusLembar.TERTAHAN
    with pytest.raises(RuleViolation, match="sudah dihitung"):
        save_scores(**putusan(LembarPenilaian.objects.get(pk=satu.pk), saat=terbit))
