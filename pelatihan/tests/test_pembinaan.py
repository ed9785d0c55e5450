"""Coaching: begun from the figures, checked by the month, decided by people, private to the two."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from evaluasi.models import Evaluasi
from evaluasi.pilihan import Predikat, Rating
from evaluasi.tests.factories import buat_bkpsdm
from evaluasi.tests.test_jejak import TERBIT, terbitkan
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.models import Surat
from pegawai.acuan import load_reference
from pegawai.models import PenetapanAtasan
from pegawai.tests.factories import PegawaiFactory
from pelatihan import actions, jadwal, rekap
from pelatihan.aturan import (
    KETENTUAN_BAWAAN,
    LANGKAH_BERIKUT,
    Katalog,
    Kebutuhan,
    KetentuanPembinaan,
    bulan_jatuh_tempo,
    langkah_sesudah,
    perlu_pembinaan,
    saran,
    tambah_bulan,
)
from pelatihan.models import CatatanPembinaan, LangkahPembinaan, Pembinaan
from pelatihan.pilihan import JenisSebab, TahapPembinaan

SAAT = TERBIT + timedelta(days=20, hours=9)
HARI = SAAT.date()


class TestAturan:
    @pytest.mark.parametrize(
        ("isi", "perlu"),
        [
            ((Predikat.BAIK, Rating.SESUAI, Rating.DI_ATAS), False),
            ((Predikat.BUTUH_PERBAIKAN, Rating.DI_BAWAH, Rating.SESUAI), True),
            ((Predikat.KURANG, Rating.DI_ATAS, Rating.DI_BAWAH), True),
        ],
    )
    def test_below_expectation_calls_for_coaching(self, isi, perlu):
        assert perlu_pembinaan(*isi) is perlu

    def test_six_months_later_is_the_same_day_or_the_last(self):
        assert tambah_bulan(date(2026, 8, 31), 6) == date(2027, 2, 28)
        assert tambah_bulan(date(2026, 12, 15), 6) == date(2027, 6, 15)

    @given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 500))
    def test_checks_are_due_by_the_month_up_to_the_review(self, mulai, lama):
        tinjau = tambah_bulan(mulai, 6)
        tempo = bulan_jatuh_tempo(mulai, tinjau, mulai + timedelta(days=lama), 1)
        assert len(tempo) <= 6
        assert list(tempo) == sorted(set(tempo))
        assert all(mulai < satu <= tinjau for satu in tempo)
        assert (len(tempo) == 6) == (mulai + timedelta(days=lama) >= tinjau)

    @pytest.mark.parametrize("dari", list(TahapPembinaan))
    @pytest.mark.parametrize("ke", list(TahapPembinaan))
    def test_steps_follow_the_table_only(self, dari, ke):
        if ke in LANGKAH_BERIKUT.get(dari, ()):
            assert langkah_sesudah(dari, ke) == ke
        else:
            with pytest.raises(RuleViolation):
                langkah_sesudah(dari, ke)

    def test_the_ketentuan_is_read_strictly(self):
        isi = KETENTUAN_BAWAAN["pembinaan"][0]
        assert KetentuanPembinaan.dari(isi).bulan_tinjau == 6
        for salah in ({}, {**isi, "bulan_tinjau": "6"}, {**isi, "lain": 1}):
            with pytest.raises(RuleViolation):
                KetentuanPembinaan.dari(salah)


class TestSaran:
    """The gaps next door: one training for a need, and leadership training for who leads."""

    butuh = (Kebutuhan(JenisSebab.KOMPETENSI, "mengelola_perubahan", "kurang", 50),)
    katalog = (
        Katalog(1, "Pelatihan Kepemimpinan Pengawas", 107, "mengelola_perubahan", untuk_jabatan=("pengawas",)),
        Katalog(2, "Kelas Perubahan", 8, "mengelola_perubahan"),
    )

    @pytest.mark.parametrize(("jabatan", "pk"), [("pengawas", 1), ("fungsional", 2), ("", 2)])
    def test_leadership_training_is_for_who_leads_at_that_level(self, jabatan, pk):
        assert [satu.pelatihan.pk for satu in saran(self.butuh, self.katalog, jabatan=jabatan)] == [pk]

    def test_a_need_with_a_planned_training_asks_for_no_second(self):
        ditangani = {("kompetensi", "mengelola_perubahan")}
        assert saran(self.butuh, self.katalog, ditangani=ditangani) == ()
        assert len(saran(self.butuh, self.katalog, ditangani={("nilai", "mengelola_perubahan")})) == 1


@pytest.fixture
def perkara(db):
    """A person whose result is below expectation, with the atasan."""
    load_reference(saat=SAAT)
    garis, (satu, _) = terbitkan()
    isi = {b.attname: getattr(satu, b.attname) for b in satu._meta.fields if b.name not in ("id", "menggantikan")}
    isi |= {"predikat": Predikat.BUTUH_PERBAIKAN, "rating_hasil": Rating.DI_BAWAH}
    baru = Evaluasi.objects.create(**isi, menggantikan=satu)
    with time_machine.travel(SAAT, tick=False):
        yield {"garis": garis, "evaluasi": baru, "pegawai": satu.pegawai, "atasan": garis.atasan.pengguna}


def mulai(p, **lain) -> Pembinaan:
    isi = {"evaluasi_id": p["evaluasi"].pk, "sasaran": {"rating_hasil": "Laporan tepat waktu"}, "oleh": p["atasan"]}
    return actions.start_coaching(**(isi | lain), saat=SAAT)


def ditolak(aksi, *isi, **kolom) -> str:
    with pytest.raises(RuleViolation) as galat, transaction.atomic():
        aksi(*isi, **kolom)
    return str(galat.value)


def test_begun_from_the_figures_and_reviewed_after_six_months(perkara):
    assert [satu.pk for satu in rekap.belum_dibina(perkara["garis"].atasan.pk, HARI)] == [perkara["evaluasi"].pk]
    pembinaan = mulai(perkara)
    assert pembinaan.tinjau_pada == tambah_bulan(HARI, 6)
    assert "di bawah ekspektasi" in pembinaan.sasaran.get().sebab
    assert Surat.objects.filter(kepada=perkara["pegawai"].pengguna, kunci__startswith="pembinaan:").count() == 1
    assert rekap.belum_dibina(perkara["garis"].atasan.pk, HARI) == []
    assert "sudah mempunyai" in ditolak(mulai, perkara)


def test_who_may_not_begin(perkara):
    assert "atasan langsung" in ditolak(mulai, perkara, oleh=perkara["pegawai"].pengguna)
    assert "atasan langsung" in ditolak(mulai, perkara, oleh=buat_bkpsdm())
    assert "sasaran" in ditolak(mulai, perkara, sasaran={})
    assert "bukan bagian" in ditolak(mulai, perkara, sasaran={"indikator:0": "x"})
    assert "digantikan" in ditolak(mulai, perkara, evaluasi_id=perkara["evaluasi"].menggantikan_id)
    lain = Evaluasi.objects.berlaku().exclude(pk=perkara["evaluasi"].pk).get()
    assert "tidak di bawah" in ditolak(mulai, perkara, evaluasi_id=lain.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pembinaan.objects.filter(pk=mulai(perkara).pk).update(atasan=perkara["pegawai"])


def test_a_check_is_noted_when_due_once_and_answered_once(perkara):
    pembinaan = mulai(perkara)
    satu = tambah_bulan(HARI, 1)
    isi = {
        "pembinaan_id": pembinaan.pk,
        "tempo": satu,
        "kemajuan": "sebagian",
        "isi": "Membaik.",
        "oleh": perkara["atasan"],
    }
    assert "belum waktunya" in ditolak(actions.note_check, **isi, saat=SAAT + timedelta(days=20))
    nanti = SAAT + timedelta(days=32)
    catatan = actions.note_check(**isi, saat=nanti)
    assert "sudah dicatat" in ditolak(actions.note_check, **isi, saat=nanti)
    jawab = {"catatan_id": catatan.pk, "tanggapan": "Setuju.", "saat": nanti}
    assert "yang dibina" in ditolak(actions.answer_check, **jawab, oleh=perkara["atasan"])
    actions.answer_check(**jawab, oleh=perkara["pegawai"].pengguna)
    assert "sudah" in ditolak(actions.answer_check, **jawab, oleh=perkara["pegawai"].pengguna)


def test_the_clock_reminds_once_a_check(perkara):
    mulai(perkara)
    assert jadwal.ingatkan_pembinaan(SAAT + timedelta(days=20)) == 0
    nanti = SAAT + timedelta(days=32)
    assert jadwal.ingatkan_pembinaan(nanti) == 1
    assert jadwal.ingatkan_pembinaan(nanti) == 0
    assert jadwal.ingatkan_pembinaan(SAAT + timedelta(days=62)) == 1


def test_steps_are_decided_by_people_at_their_time(perkara):
    pembinaan, bkpsdm = mulai(perkara), buat_bkpsdm()
    isi = {"pembinaan_id": pembinaan.pk, "dasar": "SK 12/2027"}
    assert "hari peninjauan" in ditolak(actions.decide_step, langkah="uji_kompetensi", oleh=bkpsdm, saat=SAAT, **isi)
    tinjau = SAAT + timedelta(days=200)
    assert "BKPSDM" in ditolak(
        actions.decide_step, langkah="uji_kompetensi", oleh=perkara["atasan"], saat=tinjau, **isi
    )
    for langkah in ("uji_kompetensi", "jabatan_lain", "jabatan_lebih_rendah", "berhenti"):
        actions.decide_step(langkah=langkah, oleh=bkpsdm, saat=tinjau, **isi)
    pembinaan.refresh_from_db()
    assert (pembinaan.tahap, pembinaan.ditutup_pada) == ("berhenti", tinjau)
    ditolak(actions.decide_step, langkah="membaik", oleh=bkpsdm, saat=tinjau, **isi)
    with pytest.raises(IntegrityError, match="tetap"), transaction.atomic():
        LangkahPembinaan.objects.update(dasar="lain")


def test_the_atasan_may_extend_or_end(perkara):
    pembinaan = mulai(perkara)
    isi = {"pembinaan_id": pembinaan.pk, "dasar": "Masih berjalan", "oleh": perkara["atasan"], "saat": SAAT}
    assert actions.decide_step(langkah="diperpanjang", **isi).tinjau_pada == tambah_bulan(tambah_bulan(HARI, 6), 6)
    assert actions.decide_step(langkah="membaik", **isi).ditutup_pada == SAAT
    assert mulai_lagi_boleh(perkara)


def mulai_lagi_boleh(p) -> bool:
    """A closed plan stands in the way of no new one."""
    return bool(mulai(p).pk)


def test_the_page_names_the_day_of_the_next_check_up_to_the_review(perkara, client):
    pembinaan = mulai(perkara)
    assert rekap.tempo_berikut(pembinaan, HARI) == tambah_bulan(HARI, 1)
    assert rekap.tempo_berikut(pembinaan, tambah_bulan(HARI, 1)) == tambah_bulan(HARI, 2)
    assert rekap.tempo_berikut(pembinaan, pembinaan.tinjau_pada) is None
    client.force_login(perkara["pegawai"].pengguna)
    dibaca = client.get(reverse("pelatihan:pembinaan", args=[pembinaan.pk])).text
    assert f"mulai {tulis_tanggal(tambah_bulan(HARI, 1))}" in dibaca


def test_what_stands_in_it_is_for_the_two(perkara, client):
    pembinaan = mulai(perkara)
    nanti = SAAT + timedelta(days=32)
    actions.note_check(
        pembinaan_id=pembinaan.pk, tempo=tambah_bulan(HARI, 1), kemajuan="sebagian", isi="Catatan pribadi",
        oleh=perkara["atasan"], saat=nanti,
    )  # fmt: skip
    alamat = reverse("pelatihan:pembinaan", args=[pembinaan.pk])
    for akun, isi in ((perkara["pegawai"].pengguna, True), (perkara["atasan"], True), (buat_bkpsdm(), False)):
        client.force_login(akun)
        teks = client.get(alamat).content.decode()
        assert ("Catatan pribadi" in teks) is isi
        assert ("Laporan tepat waktu" in teks) is isi
        assert CatatanPembinaan.objects.visible_to(akun).exists() is isi
    client.force_login(PegawaiFactory().pengguna)
    assert client.get(alamat).status_code == 404


def test_a_new_atasan_takes_over(perkara, client):
    pembinaan, baru = mulai(perkara), PegawaiFactory()
    PenetapanAtasan.objects.create(pegawai=perkara["pegawai"], atasan=baru, mulai=HARI, alasan="Pindah")
    isi = {"pembinaan_id": pembinaan.pk, "tempo": tambah_bulan(HARI, 1), "kemajuan": "tercapai", "isi": "Baik."}
    nanti = SAAT + timedelta(days=32)
    assert "yang membina" in ditolak(actions.note_check, **isi, oleh=perkara["atasan"], saat=nanti)
    assert actions.note_check(**isi, oleh=baru.pengguna, saat=nanti).pk


@pytest.mark.parametrize("oleh_baru", [True, False])
def test_who_coached_before_does_not_read_what_the_next_one_notes(perkara, client, oleh_baru):
    pembinaan = mulai(perkara)
    baru = PegawaiFactory()
    PenetapanAtasan.objects.create(pegawai=perkara["pegawai"], atasan=baru, mulai=HARI, alasan="Pindah")
    oleh = baru.pengguna if oleh_baru else perkara["atasan"]
    CatatanPembinaan.objects.create(
        pembinaan=pembinaan, tempo=tambah_bulan(HARI, 1), kemajuan="tercapai", isi="Antara kami berdua.",
        dicatat_oleh=oleh, dicatat_pada=SAAT,
    )  # fmt: skip
    with time_machine.travel(SAAT + timedelta(days=40), tick=False):
        for siapa, baca in ((baru.pengguna, True), (perkara["atasan"], not oleh_baru)):
            client.force_login(siapa)
            halaman = client.get(reverse("pelatihan:pembinaan", args=[pembinaan.pk]))
            assert ("Antara kami berdua." in halaman.content.decode()) == baca


def test_pages_keep_what_was_typed_and_bad_input_gets_a_sentence(perkara, client):
    client.force_login(perkara["atasan"])
    alamat = reverse("pelatihan:pembinaan-mulai", args=[perkara["evaluasi"].pk])
    for buruk in ({}, {"sasaran_0": "a\x00"}, {"sasaran_0": "x" * 3000}):
        assert client.post(alamat, buruk).status_code == 422
    jawab = client.post(alamat, {"sasaran_0": "Laporan tepat waktu"})
    assert jawab.status_code == 302
    pembinaan = Pembinaan.objects.get()
    with time_machine.travel(SAAT + timedelta(days=32), tick=False):
        client.force_login(perkara["atasan"])
        catat = reverse("pelatihan:pembinaan-catat", args=[pembinaan.pk])
        dasar = {"tempo": f"{tambah_bulan(HARI, 1)}", "kemajuan": "sebagian", "isi": "Membaik."}
        for kunci, nilai in (("tempo", "2026-02-30"), ("tempo", "0001-01-01"), ("kemajuan", "x"), ("isi", "")):
            assert client.post(catat, dasar | {kunci: nilai}).status_code == 422
        assert client.post(catat, dasar).status_code == 302
        assert client.post(catat, dasar).status_code == 422  # sent twice
    assert CatatanPembinaan.objects.count() == 1
