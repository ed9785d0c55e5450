"""Objection from the picked figure to the new result: who may, when, in which order, once, and what stays as it was."""

import contextlib
import threading
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions
from evaluasi.actions import keberatan as modul
from evaluasi.models import Evaluasi, Keberatan, Keterangan
from evaluasi.pilihan import Predikat, PutusanButir, StatusKeberatan
from evaluasi.rekap import beda, jam_keberatan, pantauan, pemeriksa_untuk
from evaluasi.tests.factories import KetentuanFactory, buat_bkpsdm
from evaluasi.tests.test_jejak import TERBIT, kerjakan, terbitkan
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.acuan import load_reference
from pegawai.models import SusunanJabatan
from pegawai.pilihan import JenisKetentuan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, UnitFactory

SAAT = TERBIT + timedelta(days=3)


@pytest.fixture
def perkara(db):
    return buat_perkara()


def buat_perkara() -> dict:
    """A published result of a person, the assessor, and the assessor's superior."""
    KetentuanFactory(jenis=JenisKetentuan.KEBERATAN)
    garis, (satu, lain) = terbitkan()
    puncak = JabatanFactory(unit=UnitFactory(induk=garis.akar), kepala=True)
    SusunanJabatan.objects.filter(jabatan=garis.jabatan_kepala).update(atasan=puncak)
    pemeriksa = PenempatanFactory(jabatan=puncak).pegawai
    angka = Indikator.objects.get(hasil__skp=satu.skp, jenis=JenisIndikator.KUANTITATIF)
    return {
        "garis": garis, "evaluasi": satu, "lain": lain, "pegawai": satu.pegawai.pengguna, "penilai": garis.atasan,
        "pemeriksa": pemeriksa, "realisasi": f"realisasi:{angka.pk}", "putusan": f"putusan:{angka.pk}",
    }  # fmt: skip


def ajukan(p, *kunci, saat=SAAT, **lain) -> Keberatan:
    isi = {"evaluasi_id": p["evaluasi"].pk, "alasan": "Angka bulan Maret tertinggal.", "oleh": p["pegawai"]}
    return actions.submit_objection(**(isi | lain), kunci=list(kunci or (p["realisasi"],)), saat=saat)


def dengar(p, keberatan, saat=SAAT) -> None:
    oleh = p["pemeriksa"].pengguna
    actions.start_examination(keberatan_id=keberatan.pk, oleh=oleh, saat=saat)
    for pihak, siapa in (("pegawai", p["pegawai"]), ("penilai", p["penilai"].pengguna)):
        actions.give_statement(keberatan_id=keberatan.pk, pihak=pihak, isi="Begini.", oleh=siapa, saat=saat)


def putusan(keberatan, nilai=None) -> dict:
    """Every contested figure decided: changed to `nilai`, or kept."""
    apa = PutusanButir.TETAP if nilai is None else PutusanButir.DIUBAH
    return {
        satu.pk: {"putusan": apa, "nilai_baru": nilai, "pertimbangan": "Menurut rekap."}
        for satu in keberatan.butir.all()
    }


def putuskan(p, keberatan, nilai=None, saat=SAAT, oleh=None) -> Keberatan:
    return actions.decide_objection(
        keberatan_id=keberatan.pk,
        putusan=putusan(keberatan, nilai),
        oleh=oleh or p["pemeriksa"].pengguna,
        saat=saat,
    )


def desimal(teks) -> Decimal:
    return Decimal(teks)


def ditolak(aksi, *isi, **kolom) -> str:
    with pytest.raises(RuleViolation) as galat, transaction.atomic():
        aksi(*isi, **kolom)
    return str(galat.value)


def test_from_the_figure_to_the_new_result(perkara):
    p, lama = perkara, perkara["evaluasi"]
    sebelum = Evaluasi.objects.filter(pk=lama.pk).values().get()
    keberatan = ajukan(p)
    assert (keberatan.pemeriksa, keberatan.status) == (p["pemeriksa"], StatusKeberatan.KEBERATAN)
    butir = keberatan.butir.get()
    assert butir.nilai_semula == "45.0000"
    assert Surat.objects.filter(kunci__startswith=f"keberatan:{keberatan.pk}:").count() == 2
    dengar(p, keberatan)
    putuskan(p, keberatan, desimal("60"))
    keberatan.refresh_from_db()
    baru = keberatan.hasil
    assert keberatan.status == StatusKeberatan.DIUBAH
    assert (baru.menggantikan, baru.predikat, lama.predikat) == (lama, Predikat.BAIK, Predikat.BAIK)
    assert baru.indeks_hasil > lama.indeks_hasil
    assert beda(baru) == ()
    assert Evaluasi.objects.filter(pk=lama.pk).values().get() == sebelum
    assert Evaluasi.objects.filter(skp=lama.skp).berlaku().get() == baru
    assert f"Diubah oleh keberatan {keberatan.nomor}" in str(baru.pohon)
    assert CatatanAudit.objects.filter(aksi="keberatan.diputus").get().rincian["status"] == "diubah"


def test_kept_figures_leave_the_result_and_are_final(perkara):
    keberatan = ajukan(perkara, perkara["realisasi"], "rating_perilaku")
    dengar(perkara, keberatan)
    putuskan(perkara, keberatan)
    keberatan.refresh_from_db()
    assert (keberatan.status, keberatan.hasil) == (StatusKeberatan.TETAP, None)
    assert Evaluasi.objects.filter(menggantikan=perkara["evaluasi"]).count() == 0
    assert "diputus tetap" in ditolak(putuskan, perkara, keberatan, desimal("60"))
    assert "diputus tetap" in ditolak(ajukan, perkara)


def test_the_new_result_takes_no_second_objection(perkara):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    baru = putuskan(perkara, keberatan, desimal("60")).hasil
    assert "final" in ditolak(ajukan, perkara, evaluasi_id=baru.pk, saat=SAAT + timedelta(hours=1))
    assert "digantikan" in ditolak(ajukan, perkara)


@pytest.mark.parametrize(
    ("geser", "masuk"),
    [(timedelta(days=14) - timedelta(microseconds=1), True), (timedelta(days=14), False), (-timedelta(1), False)],
)
def test_the_clock_is_half_open(perkara, geser, masuk):
    assert jam_keberatan(perkara["evaluasi"], SAAT).batas == TERBIT + timedelta(days=14)
    if masuk:
        assert ajukan(perkara, saat=TERBIT + geser).pk
    else:
        assert "berakhir" in ditolak(ajukan, perkara, saat=TERBIT + geser)


def test_who_was_scored_late_gets_the_whole_time(perkara):
    """The clock starts when the result could first be read."""
    evaluasi = perkara["evaluasi"]
    evaluasi.dihitung_pada = TERBIT + timedelta(days=20)  # in memory: a stored result cannot be changed
    assert jam_keberatan(evaluasi, SAAT).batas == TERBIT + timedelta(days=34)


@pytest.mark.parametrize("siapa", ["penilai", "pemeriksa", "rekan"])
def test_nobody_objects_for_another(perkara, siapa):
    oleh = perkara["lain"].pegawai if siapa == "rekan" else perkara[siapa]
    assert "bersangkutan" in ditolak(ajukan, perkara, oleh=oleh.pengguna)
    assert Keberatan.objects.count() == 0


@pytest.mark.parametrize("kunci", ["predikat", "target:1", "realisasi:999999", "", "ketentuan", "publik:kompeten"])
def test_only_figures_that_the_assessor_or_the_data_set(perkara, kunci):
    assert "tidak dapat" in ditolak(ajukan, perkara, kunci)


def test_an_accepted_result_is_settled(perkara):
    actions.accept_result(evaluasi_id=perkara["evaluasi"].pk, oleh=perkara["pegawai"], saat=SAAT)
    assert "diterima" in ditolak(ajukan, perkara).lower()


def test_no_decision_before_both_were_heard_or_had_their_dated_chance(perkara):
    keberatan = ajukan(perkara)
    assert "diajukan" in ditolak(putuskan, perkara, keberatan)
    oleh = perkara["pemeriksa"].pengguna
    actions.start_examination(keberatan_id=keberatan.pk, oleh=oleh, saat=SAAT)
    assert "pegawai dan pejabat penilai" in ditolak(putuskan, perkara, keberatan)
    actions.give_statement(
        keberatan_id=keberatan.pk, pihak="pegawai", isi="Begini.", oleh=perkara["pegawai"], saat=SAAT
    )
    assert "Dengar dahulu pejabat penilai" in ditolak(putuskan, perkara, keberatan)
    sampai = SAAT + timedelta(days=7)
    ditolak(putuskan, perkara, keberatan, saat=sampai - timedelta(microseconds=1))
    assert putuskan(perkara, keberatan, saat=sampai).status == StatusKeberatan.TETAP


def test_the_examiner_writes_down_what_was_said(perkara):
    keberatan = ajukan(perkara)
    oleh = perkara["pemeriksa"].pengguna
    actions.start_examination(keberatan_id=keberatan.pk, oleh=oleh, saat=SAAT)
    satu = actions.give_statement(keberatan_id=keberatan.pk, pihak="penilai", isi="Lisan.", oleh=oleh, saat=SAAT)
    assert satu.lisan
    lain = {"keberatan_id": keberatan.pk, "isi": "x", "saat": SAAT}
    ditolak(actions.give_statement, pihak="penilai", oleh=perkara["pegawai"], **lain)
    ditolak(actions.give_statement, pihak="pegawai", oleh=perkara["penilai"].pengguna, **lain)


def test_a_statement_can_never_be_changed(perkara):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    for ubah in (lambda: Keterangan.objects.update(isi="lain"), lambda: Keterangan.objects.all().delete()):
        with pytest.raises(IntegrityError, match="tetap"), transaction.atomic():
            ubah()


@pytest.mark.parametrize("siapa", ["pegawai", "penilai", "bkpsdm", "rekan"])
def test_only_the_examiner_examines_and_decides(perkara, siapa):
    keberatan = ajukan(perkara)
    akun = {
        "pegawai": perkara["pegawai"], "penilai": perkara["penilai"].pengguna, "bkpsdm": buat_bkpsdm(),
        "rekan": perkara["lain"].pegawai.pengguna,
    }[siapa]  # fmt: skip
    ditolak(actions.start_examination, keberatan_id=keberatan.pk, oleh=akun, saat=SAAT)
    dengar(perkara, keberatan)
    assert "atasan pejabat penilai" in ditolak(putuskan, perkara, keberatan, oleh=akun)


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        (lambda isi: {}, "Putuskan juga"),
        (lambda isi: isi | {"putusan": "entah"}, "Putuskan juga"),
        (lambda isi: isi | {"pertimbangan": "  "}, "pertimbangan"),
        (lambda isi: isi | {"pertimbangan": "a\x00b"}, "karakter"),
        (lambda isi: isi | {"nilai_baru": None}, "angka 0 atau lebih"),
    ],
)
def test_every_figure_needs_a_whole_decision(perkara, ubah, kata):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    isi = {pk: ubah(satu) for pk, satu in putusan(keberatan, desimal("60")).items()}
    oleh = perkara["pemeriksa"].pengguna
    assert kata in ditolak(actions.decide_objection, keberatan_id=keberatan.pk, putusan=isi, oleh=oleh, saat=SAAT)
    assert Keberatan.objects.get().status == StatusKeberatan.PEMERIKSAAN


def test_where_nobody_stands_above_the_assessor_bkpsdm_names_who_examines(perkara):
    SusunanJabatan.objects.filter(jabatan=perkara["garis"].jabatan_kepala).update(atasan=None)
    keberatan, bkpsdm = ajukan(perkara), buat_bkpsdm()
    assert keberatan.pemeriksa is None
    tunjuk = {"keberatan_id": keberatan.pk, "dasar": "SK Wali Kota", "oleh": bkpsdm, "saat": SAAT}
    for bukan in (perkara["evaluasi"].pegawai, perkara["penilai"]):
        assert "bukan" in ditolak(actions.assign_examiner, pegawai_id=bukan.pk, **tunjuk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Keberatan.objects.update(pemeriksa=perkara["penilai"])
    orang = PegawaiFactory()
    assert actions.assign_examiner(pegawai_id=orang.pk, **tunjuk).pemeriksa == orang
    assert "tidak mempunyai atasan" in ditolak(actions.assign_examiner, pegawai_id=PegawaiFactory().pk, **tunjuk)


def test_the_person_is_not_the_superior_of_their_assessor(perkara):
    """Where the chain leads back to the person, the next above examines."""
    garis = perkara["garis"]
    assert pemeriksa_untuk(perkara["pemeriksa"].pk, garis.atasan.pk, SAAT) is None
    assert pemeriksa_untuk(garis.bawahan[0].pk, garis.atasan.pk, SAAT) == perkara["pemeriksa"]


def test_others_become_final_while_an_objection_stays_open(perkara):
    keberatan = ajukan(perkara)
    final = TERBIT + timedelta(days=14)
    kerjakan(final)
    perkara["evaluasi"].siklus.refresh_from_db()
    assert perkara["evaluasi"].siklus.tahap == "final"
    kepada = set(Surat.objects.filter(kunci__endswith=":final").values_list("kepada", flat=True))
    assert kepada == {perkara["lain"].pegawai.pengguna_id}
    dengar(perkara, keberatan, final)
    assert putuskan(perkara, keberatan, desimal("60"), saat=final).hasil.menggantikan == perkara["evaluasi"]


def test_evidence_goes_by_the_rules_of_bukti_dukung(perkara, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    berkas = SimpleUploadedFile("rekap.pdf", b"%PDF-1.4\n%%EOF\n")
    bukti = ajukan(perkara, berkas=berkas).bukti.get()
    assert bukti.nama_asli == "rekap.pdf"
    assert len(bukti.sidik) == 64


def test_evidence_that_is_refused_leaves_nothing(perkara, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    ditolak(ajukan, perkara, berkas=SimpleUploadedFile("rekap.pdf", b"<svg onload=x>"))
    berkas = SimpleUploadedFile("rekap.pdf", b"%PDF-1.4\n%%EOF\n")
    ditolak(ajukan, perkara, "predikat", berkas=berkas)
    assert not list(tmp_path.rglob("*.pdf"))
    assert Keberatan.objects.count() == 0


def test_the_watch_is_read_and_kept_nowhere(perkara, django_assert_max_num_queries):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    putuskan(perkara, keberatan, desimal("60"))
    with django_assert_max_num_queries(4):
        (satu,) = pantauan(SAAT)
    assert (satu.tanda, satu.dasar) == ("belum", Keberatan.objects.get().hasil)


# --- at once ----------------------------------------------------------------------------------------------------


def serentak(*kerja) -> list:
    """Run these at the same moment in threads; what each returned or raised."""
    hasil, pagar = [], threading.Barrier(len(kerja))

    def satu(apa):
        pagar.wait()
        try:
            hasil.append(apa())
        except (RuleViolation, IntegrityError) as galat:
            hasil.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=satu, args=(apa,)) for apa in kerja]
    [satu.start() for satu in utas]
    [satu.join() for satu in utas]
    return hasil


def tanpa_kunci(monkeypatch, nama, model, *terkait):
    """The control: the same action with its lock removed, and both waiting for each other after the check."""
    monkeypatch.setattr(modul, nama, lambda pk, *_: model.objects.select_related(*terkait).get(pk=pk))


@contextlib.contextmanager
def tanpa_pemicu(*tabel):
    """The database's own refusal of a second decision set aside, so that the control has nothing but the lock."""
    with connection.cursor() as kursor:
        for satu in tabel:
            kursor.execute(f"ALTER TABLE {satu} DISABLE TRIGGER {satu}_tolak_ubah")
        try:
            yield
        finally:
            for satu in tabel:
                kursor.execute(f"ALTER TABLE {satu} ENABLE ALWAYS TRIGGER {satu}_tolak_ubah")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_two_decisions_at_once_have_one_effect(monkeypatch, dengan_kunci):
    p = buat_perkara()
    keberatan = ajukan(p)
    dengar(p, keberatan)
    gerbang, periksa = threading.Barrier(2), modul.check_decision

    def bersama(*isi):
        hasil = periksa(*isi)
        with contextlib.suppress(threading.BrokenBarrierError):
            gerbang.wait(timeout=1)
        return hasil

    monkeypatch.setattr(modul, "check_decision", bersama)
    if not dengan_kunci:
        tanpa_kunci(monkeypatch, "_kunci", Keberatan, "evaluasi__siklus", "pegawai", "penilai")
    with contextlib.nullcontext() if dengan_kunci else tanpa_pemicu("evaluasi_keberatan", "evaluasi_butirkeberatan"):
        hasil = serentak(lambda: putuskan(p, keberatan), lambda: putuskan(p, keberatan))
    assert sum(isinstance(satu, Keberatan) for satu in hasil) == (1 if dengan_kunci else 2)
    assert CatatanAudit.objects.filter(aksi="keberatan.diputus").count() == (1 if dengan_kunci else 2)


@pytest.mark.django_db(transaction=True)
def test_two_that_change_at_once_supersede_once():
    p = buat_perkara()
    keberatan = ajukan(p)
    dengar(p, keberatan)
    hasil = serentak(*[lambda n=n: putuskan(p, keberatan, desimal(n)) for n in ("60", "55")])
    assert sum(isinstance(satu, Keberatan) for satu in hasil) == 1
    assert Evaluasi.objects.filter(menggantikan=p["evaluasi"]).count() == 1


@pytest.mark.django_db(transaction=True)
def test_an_objection_and_an_acceptance_at_the_last_second_have_one_effect():
    p = buat_perkara()
    saat = TERBIT + timedelta(days=14) - timedelta(microseconds=1)
    kerja = [lambda: ajukan(p, saat=saat)] * 2
    kerja.append(lambda: actions.accept_result(evaluasi_id=p["evaluasi"].pk, oleh=p["pegawai"], saat=saat))
    hasil = serentak(*kerja)
    assert sum(isinstance(satu, Keberatan) for satu in hasil) == 1
    assert Keberatan.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("dengan_kunci", [True, False])
def test_who_comes_second_reads_a_sentence(monkeypatch, dengan_kunci):
    """With the lock removed (the control) both pass the check, and only the database stops the second: an error."""
    p = buat_perkara()
    gerbang, dalam_waktu = threading.Barrier(2), modul._dalam_waktu

    def bersama(*isi):
        hasil = dalam_waktu(*isi)
        with contextlib.suppress(threading.BrokenBarrierError):
            gerbang.wait(timeout=1)
        return hasil

    monkeypatch.setattr(modul, "_dalam_waktu", bersama)
    if not dengan_kunci:
        tanpa_kunci(monkeypatch, "_kunci_hasil", Evaluasi, "siklus__ketentuan", "menggantikan")
    terima = {"evaluasi_id": p["evaluasi"].pk, "oleh": p["pegawai"], "saat": SAAT}
    hasil = serentak(lambda: ajukan(p), lambda: actions.accept_result(**terima))
    assert Keberatan.objects.count() == 1
    kedua = next(satu for satu in hasil if not isinstance(satu, Keberatan))
    assert type(kedua) is (RuleViolation if dengan_kunci else IntegrityError)


# --- pages ------------------------------------------------------------------------------------------------------


@pytest.fixture
def jam():
    with time_machine.travel(SAAT, tick=False):
        yield


def kirim(client, p, **isi):
    client.force_login(p["pegawai"])
    return client.post(reverse("evaluasi:keberatan-ajukan", args=[p["evaluasi"].pk]), isi)


def test_one_click_a_text_and_send(perkara, client, jam):
    client.force_login(perkara["pegawai"])
    halaman = client.get(reverse("evaluasi:hasil-detail", args=[perkara["evaluasi"].pk])).content.decode()
    assert f'name="butir" value="{perkara["realisasi"]}" form="form-butir"' in halaman
    assert 'value="predikat" form' not in halaman
    jawab = kirim(client, perkara, butir=perkara["realisasi"], alasan="Tertinggal.")
    assert jawab.status_code == 302
    halaman = client.get(jawab.url).content.decode()
    assert "Tertinggal." in halaman
    assert perkara["pemeriksa"].nama in halaman


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"alasan": "Yang tadi"}, "paling sedikit satu"),
        ({"alasan": "Yang tadi", "butir": ["predikat"]}, "tidak dapat dikeberatani"),
        ({"alasan": "", "butir": ["rating_hasil"]}, "Belum tersimpan"),
        ({"alasan": "a\x00b", "butir": ["rating_hasil"]}, "Belum tersimpan"),
        ({"alasan": "x" * 5000, "butir": ["rating_hasil"]}, "4000"),
        ({"alasan": "Yang tadi", "butir": ["rating_hasil"], "tautan": "javascript:alert(1)"}, "URL"),
    ],
)
def test_what_was_typed_and_picked_stays(perkara, client, jam, isi, kata):
    jawab = kirim(client, perkara, **isi)
    teks = jawab.content.decode()
    assert jawab.status_code == 422
    assert kata in teks
    assert "Yang tadi" in teks or "Yang tadi" not in isi["alasan"]
    if isi.get("butir") == ["rating_hasil"]:
        assert 'value="rating_hasil" form="form-butir" checked' in teks
    assert Keberatan.objects.count() == 0


def satu_kunci(indikator: dict) -> str:
    return f"realisasi:{indikator['kunci']}"


def test_the_predikat_that_follows_is_shown_before_it_is_decided(perkara, client, jam):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    pk = keberatan.butir.get().pk
    alamat = reverse("evaluasi:keberatan-putus", args=[keberatan.pk])
    client.force_login(perkara["pemeriksa"].pengguna)
    isi = {f"putusan_{pk}": "diubah", f"nilai_{pk}": "60", f"pertimbangan_{pk}": ""}
    bagian = client.post(alamat, isi, headers={"HX-Request": "true"}).content.decode()
    utuh = client.post(alamat, isi | {"hitung": "1"})
    assert "menjadi: hasil 112,00 (di atas ekspektasi)" in bagian
    assert bagian.strip() in utuh.content.decode()
    assert Keberatan.objects.get().status == StatusKeberatan.PEMERIKSAAN
    butir = keberatan.butir.get()
    assert f"tulis pertimbangan untuk “{butir.nama}”." in client.post(alamat, isi).text
    assert client.post(alamat, isi | {f"pertimbangan_{pk}": "Menurut rekap."}).status_code == 302
    diputus = client.get(reverse("evaluasi:keberatan-detail", args=[keberatan.pk])).text
    assert "hasil kerja 94,00 menjadi <strong>112,00</strong>" in diputus
    satuan = next(s["satuan"] for s in keberatan.evaluasi.masukan["indikator"] if satu_kunci(s) == butir.kunci)
    assert satuan and f"60 {satuan}" in diputus
    assert Keberatan.objects.get().hasil.indeks_hasil == desimal("112.00")
    assert client.post(alamat, isi | {f"pertimbangan_{pk}": "Lagi."}).status_code == 422
    assert Evaluasi.objects.filter(menggantikan__isnull=False).count() == 1


@pytest.mark.parametrize("nilai", ["1e3", "NaN", "-5", "１２", "5\x00", "9" * 30, "1,5,5"])
def test_a_bad_number_gets_a_sentence(perkara, client, jam, nilai):
    keberatan = ajukan(perkara)
    dengar(perkara, keberatan)
    pk = keberatan.butir.get().pk
    client.force_login(perkara["pemeriksa"].pengguna)
    isi = {f"putusan_{pk}": "diubah", f"nilai_{pk}": nilai, f"pertimbangan_{pk}": "x"}
    assert client.post(reverse("evaluasi:keberatan-putus", args=[keberatan.pk]), isi).status_code == 422
    assert Keberatan.objects.get().status == StatusKeberatan.PEMERIKSAAN


def test_the_list_filters_sorts_and_exports_what_is_filtered(perkara, client, jam):
    keberatan = ajukan(perkara)
    client.force_login(buat_bkpsdm())
    alamat = reverse("evaluasi:keberatan-list")
    assert keberatan.nomor in client.get(alamat, {"status": "terbuka", "urut": "tenggat"}).content.decode()
    assert keberatan.nomor not in client.get(alamat, {"status": "tetap"}).content.decode()
    berkas = client.get(alamat, {"cari": keberatan.pegawai.nip, "ekspor": "csv"}).content.decode("utf-8-sig")
    assert keberatan.nomor in berkas
    assert ",20\r" in berkas
    assert keberatan.nomor not in client.get(alamat, {"cari": "tidak ada", "ekspor": "csv"}).content.decode()
    for buruk in ({"cari": "a\x00"}, {"status": "entah"}, {"urut": "'; --"}, {"page": "-1"}):
        assert client.get(alamat, buruk).status_code == 200


def test_the_list_costs_the_same_however_long(perkara, client, jam):
    def banyak():
        with CaptureQueriesContext(connection) as kueri:
            client.get(reverse("evaluasi:keberatan-list"))
        return len(kueri)

    client.force_login(buat_bkpsdm())
    ajukan(perkara)
    banyak()
    satu = banyak()
    lain = perkara["lain"]
    ajukan(perkara, "rating_perilaku", evaluasi_id=lain.pk, oleh=lain.pegawai.pengguna)
    assert banyak() == satu


def test_each_side_finds_what_waits_for_them_at_home(perkara, client, jam):
    load_reference(saat=SAAT)
    keberatan = ajukan(perkara)
    client.force_login(perkara["pemeriksa"].pengguna)
    assert "Mulai memeriksa keberatan" in client.get("/").content.decode()
    actions.start_examination(keberatan_id=keberatan.pk, oleh=perkara["pemeriksa"].pengguna, saat=SAAT)
    assert "Putuskan keberatan" in client.get("/").content.decode()
    client.force_login(perkara["penilai"].pengguna)
    assert "Beri keterangan atas keberatan bawahan" in client.get("/").content.decode()
    client.force_login(perkara["pegawai"])
    assert "Beri keterangan atas keberatan Anda" in client.get("/").content.decode()


@pytest.mark.parametrize("mulai", [False, True])
def test_an_examiner_who_left_is_followed_by_whom_bkpsdm_names(perkara, mulai):
    keberatan, oleh, baru = ajukan(perkara), buat_bkpsdm(), PenempatanFactory().pegawai
    if mulai:
        dengar(perkara, keberatan)
    umum = {"keberatan_id": keberatan.pk, "pegawai_id": baru.pk, "dasar": "SK 1/2027", "oleh": oleh, "saat": SAAT}
    ditolak(actions.assign_examiner, **umum)
    type(baru).objects.filter(pk=perkara["pemeriksa"].pk).update(kedudukan="99")
    actions.assign_examiner(**umum)
    if not mulai:
        dengar(perkara | {"pemeriksa": baru}, keberatan)
    ditolak(putuskan, perkara, keberatan)
    assert putuskan(perkara, keberatan, oleh=baru.pengguna).status == StatusKeberatan.TETAP
