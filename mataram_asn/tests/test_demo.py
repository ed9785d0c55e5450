"""The demo city: loaded whole or not at all, believable, and computed by the product."""

import re
from datetime import date, datetime, time

import pytest
import time_machine
from django.core.management import CommandError, call_command

from evaluasi.actions.publik import sidik_token
from evaluasi.models import Evaluasi, Siklus
from evaluasi.pilihan import Rating, Tahap
from kinerja.aturan import capaian
from kinerja.models import SKP
from kinerja.pilihan import Arah, JenisIndikator
from mataram_asn.demo import muat as pemuat
from mataram_asn.demo.akun import MUATAN, SANDI
from mataram_asn.demo.capaian import nyata
from mataram_asn.demo.pustaka import keluarga, pustaka
from mataram_asn.demo.tebak import acak
from mataram_asn.jejak.kata import kata_aksi
from mataram_asn.kit.kata import WITA
from pegawai.models import Pegawai

pytestmark = pytest.mark.xdist_group("demo")
#: The day in Mataram, where it is tomorrow already when the server's day ends.
HARI_INI = "(now() AT TIME ZONE 'Asia/Makassar')::date"


class TestPustaka:
    def test_every_family_fills_a_plan(self):
        assert {
            nama: sum(len(hasil.ukuran) for hasil in isi)
            for nama, isi in pustaka().items()
            if sum(len(hasil.ukuran) for hasil in isi) < 2
        } == {}

    @pytest.mark.parametrize(
        ("nama", "jenis", "rumpun", "kantor", "harap"),
        [
            ("Guru Ahli Muda", "fungsional", "guru", False, "guru"),
            ("Lurah Pagesangan", "pengawas", "pemerintahan", False, "lurah"),
            ("Kepala Dinas Sosial", "pimpinan_tinggi_pratama", "sosial", True, "kepala_kantor"),
            ("Kepala Bidang Rehabilitasi Sosial", "administrator", "sosial", False, "kabid"),
            ("Pengadministrasi Perkantoran", "pelaksana", "umum", False, "pengadministrasi"),
        ],
    )
    def test_a_position_finds_its_family(self, nama, jenis, rumpun, kantor, harap):
        assert keluarga(nama, jenis, rumpun, kepala_kantor=kantor) == harap

    @pytest.mark.parametrize("mutu", list(Rating))
    def test_a_realisasi_stays_at_the_level_that_was_drawn(self, mutu):
        batas = {Rating.DI_BAWAH: (0, 90), Rating.SESUAI: (90, 110), Rating.DI_ATAS: (110, 121)}[mutu]
        for hasil in (satu for isi in pustaka().values() for satu in isi):
            for ukuran in hasil.ukuran:
                if ukuran.jenis != JenisIndikator.KUANTITATIF or ukuran.arah == Arah.RENTANG:
                    continue
                angka = nyata(ukuran, ukuran.target, mutu, acak(1, ukuran.uraian))
                persen = capaian(ukuran.arah, ukuran.target, angka)
                assert batas[0] <= persen < batas[1], (ukuran.uraian, ukuran.target, angka, persen)


class TestMuat:
    @pytest.mark.django_db
    def test_refuses_without_debug(self, settings):
        settings.DEBUG = False
        with pytest.raises(CommandError, match="DEBUG"):
            call_command("muat_demo")
        assert not Pegawai.objects.exists()

    @pytest.mark.django_db(transaction=True)
    def test_an_interrupted_load_leaves_nothing_or_goes_on(self, settings):
        """First it dies among the data: nothing is there. Then after the results: the next call finishes."""
        settings.DEBUG = True
        minta = pemuat.Permintaan(1, date(2026, 11, 24), ("DINSOS",), proses=1)
        with pytest.raises(KeyboardInterrupt):
            pemuat.muat(minta, _mati_pada("Tahun"))
        assert not Pegawai.objects.exists()
        with pytest.raises(KeyboardInterrupt):
            pemuat.muat(minta, _mati_pada("potongan pekerjaan selesai"))
        banyak = Evaluasi.objects.count()
        assert banyak
        assert not Siklus.objects.filter(tahap=Tahap.FINAL).exists()
        pemuat.muat(minta, str)
        assert Siklus.objects.filter(tahap=Tahap.FINAL).count() == 2
        assert Evaluasi.objects.filter(menggantikan__isnull=True).count() == banyak

    @pytest.mark.django_db(transaction=True)
    @pytest.mark.parametrize("hari", [date(2027, 1, 1), date(2028, 2, 29), date(2027, 7, 1)], ids=str)
    def test_it_loads_on_days_that_break_calendars(self, settings, tmp_path, hari):
        """A new year, the day that most years lack, and the day on which placements and quarters change."""
        settings.DEBUG, settings.MEDIA_ROOT = True, tmp_path
        with time_machine.travel(datetime.combine(hari, time(10), WITA), tick=True):
            pemuat.muat(pemuat.Permintaan(1, hari, ("DINSOS",), proses=1), str)
            assert pemuat.sudah(MUATAN)
            assert Siklus.objects.filter(tahap=Tahap.FINAL).count() == 2
            assert SKP.objects.pada(hari).exists()


def _mati_pada(kata: str):
    def dengar(teks: str) -> None:
        if kata in teks:
            raise KeyboardInterrupt

    return dengar


class TestKotaKecil:
    def test_a_second_load_does_nothing(self, kota_kecil):
        sebelum = kota_kecil.satu("SELECT count(*) FROM kit_catatanaudit")
        assert kota_kecil.manage("muat_demo", "--sekali").returncode == 0
        ulang = kota_kecil.manage("muat_demo")
        assert ulang.returncode
        assert "sudah dimuat" in ulang.stderr
        assert kota_kecil.satu("SELECT count(*) FROM kit_catatanaudit") == sebelum

    def test_weights_of_every_plan_sum_to_a_hundred(self, kota_kecil):
        salah = """SELECT count(*) FROM (SELECT h.skp_id FROM kinerja_indikator i JOIN kinerja_hasilkerja h
            ON h.id = i.hasil_id GROUP BY 1 HAVING sum(i.bobot) <> 100) x"""
        assert kota_kecil.satu("SELECT count(*) FROM kinerja_skp") > 500
        assert kota_kecil.satu(salah) == 0

    def test_every_result_reaches_an_outcome_of_the_city(self, kota_kecil):
        buntu = """WITH RECURSIVE naik AS (
              SELECT id AS awal, id, mendukung_id, iku_id, 0 AS n FROM kinerja_hasilkerja
              UNION ALL SELECT n.awal, h.id, h.mendukung_id, h.iku_id, n.n + 1
              FROM naik n JOIN kinerja_hasilkerja h ON h.id = n.mendukung_id WHERE n.n < 20)
            SELECT count(*) FROM kinerja_hasilkerja h JOIN kinerja_skp s ON s.id = h.skp_id
            WHERE s.mulai <= now() AND NOT EXISTS
              (SELECT 1 FROM naik n WHERE n.awal = h.id AND n.iku_id IS NOT NULL)"""
        assert kota_kecil.satu(buntu) == 0

    def test_screens_have_every_state_of_a_plan(self, kota_kecil):
        assert {satu for (satu,) in kota_kecil.tanya("SELECT DISTINCT status FROM kinerja_skp")} == {
            "draf", "diajukan", "dikembalikan", "disetujui",
        }  # fmt: skip

    def test_the_present_quarter_is_open(self, kota_kecil):
        baris = kota_kecil.tanya(
            """SELECT s.tahap, p.isi_sampai > now(), (SELECT count(*) FROM evaluasi_lembarpenilaian l
            WHERE l.siklus_id = s.id) > 100 FROM evaluasi_siklus s JOIN kinerja_periode p ON p.id = s.periode_id
            WHERE p.jenis = 'triwulanan' ORDER BY p.mulai"""
        )
        assert baris[-2:] == [("kalibrasi", False, True), ("isi_bukti", True, True)]

    def test_results_are_the_work_of_chunks(self, kota_kecil):
        """As many first results as the chunks counted (objections replace some), each later than its sheet was set."""
        hasil = kota_kecil.satu("SELECT count(*) FROM evaluasi_evaluasi WHERE menggantikan_id IS NULL")
        assert hasil == kota_kecil.satu("SELECT sum(jumlah) FROM evaluasi_potongan WHERE langkah = 'hitung'") > 500
        dini = """SELECT count(*) FROM evaluasi_evaluasi e JOIN evaluasi_lembarpenilaian l ON l.id = e.lembar_id
            WHERE e.dihitung_pada <= l.ditetapkan_pada"""
        assert kota_kecil.satu(dini) == 0

    def test_a_wrong_row_is_found(self, kota_kecil):
        assert "berbeda 0" in kota_kecil.manage("hitung_ulang", "--periksa").stdout
        pk, akar = kota_kecil.tanya("SELECT id, akar FROM evaluasi_evaluasi ORDER BY id LIMIT 1")[0]
        _ubah_akar(kota_kecil, pk, "0" * 64)
        try:
            periksa = kota_kecil.manage("hitung_ulang", "--periksa")
            assert (periksa.returncode, "berbeda 1" in periksa.stdout) == (1, True)
        finally:
            _ubah_akar(kota_kecil, pk, akar)

    def test_every_act_in_the_trail_has_its_sentence(self, kota_kecil):
        ada = {satu for (satu,) in kota_kecil.tanya("SELECT DISTINCT aksi FROM kit_catatanaudit")}
        assert len(ada) > 40
        assert {aksi for aksi in ada if kata_aksi(aksi) == aksi} == set()

    def test_something_waits_for_the_people_of_the_demo(self, kota_kecil):
        """Plans to approve, a revision, an objection, coaching in several states, a delegation that runs today."""
        hitung = {
            "skp diajukan": "SELECT count(*) FROM kinerja_skp WHERE status = 'diajukan'",
            "perubahan diajukan": "SELECT count(*) FROM kinerja_perubahanskp WHERE status = 'diajukan'",
            "delegasi": f"SELECT count(*) FROM kinerja_pendelegasian WHERE {HARI_INI} BETWEEN mulai AND selesai",
            "tim": "SELECT count(*) FROM kinerja_tim",
            "keadaan pembinaan": "SELECT count(DISTINCT tahap) FROM pelatihan_pembinaan",
        }
        kurang = {"skp diajukan": 2, "perubahan diajukan": 2, "delegasi": 1, "tim": 5, "keadaan pembinaan": 2}
        ada = {nama: kota_kecil.satu(sql) for nama, sql in hitung.items()}
        assert {nama: n for nama, n in ada.items() if n < kurang[nama]} == {}

    def test_accounts_and_links_are_printed_and_work(self, kota_kecil):
        cetak = kota_kecil.manage("akun_demo", "--port", "8123").stdout
        assert SANDI in cetak
        for sebutan in ("bkpsdm", "auditor", "admin", "walikota", "Sekretaris Daerah", "Kepala Dinas Sosial"):
            assert sebutan in cetak
        token = re.findall(r"http://127\.0\.0\.1:8123/u/([\w-]+)/", cetak)
        assert len(token) >= 3
        for satu in token:
            cari = "SELECT terpakai FROM evaluasi_tokenumpanbalik WHERE sidik = %s"
            assert kota_kecil.tanya(cari, sidik_token(satu)) == [(False,)]

    def test_nobody_else_can_sign_in(self, kota_kecil):
        bisa = kota_kecil.satu("SELECT count(*) FROM pegawai_pengguna WHERE password NOT LIKE '!%%'")
        assert bisa == kota_kecil.manage("akun_demo").stdout.split("Tautan")[0].count("\n") - 1

    def test_the_outcomes_keep_their_breaks_and_their_sources(self, kota_kecil):
        seri = kota_kecil.tanya(
            """SELECT DISTINCT n.seri FROM kinerja_nilaiiku n JOIN kinerja_iku i ON i.id = n.iku_id
            WHERE i.kunci = 'uhh' ORDER BY 1"""
        )
        assert seri == [("SP2010",), ("SP2020-LF",)]
        assert kota_kecil.satu("SELECT count(*) FROM kinerja_nilaiiku WHERE sumber = ''") == 0
        tanpa_sumber = "SELECT count(*) FROM kinerja_targetiku WHERE NOT demo AND sumber NOT LIKE 'http%'"
        assert kota_kecil.satu(tanpa_sumber) == 0


def _ubah_akar(kota, pk: int, akar: str) -> None:
    """What the database refuses to everybody, done by its owner with the trigger off."""
    kota.tanya("ALTER TABLE evaluasi_evaluasi DISABLE TRIGGER evaluasi_evaluasi_tolak_ubah")
    kota.tanya("UPDATE evaluasi_evaluasi SET akar = %s WHERE id = %s", akar, pk)
    kota.tanya("ALTER TABLE evaluasi_evaluasi ENABLE ALWAYS TRIGGER evaluasi_evaluasi_tolak_ubah")


class TestKotaPenuh:
    def test_everybody_is_there_and_the_refused_are_not(self, kota_penuh):
        kota, cetak = kota_penuh
        assert "siasn.csv: 5550 baru, 20 ditolak, 30 peringatan" in cetak
        jenis = dict(kota.tanya("SELECT jenis, count(*) FROM pegawai_pegawai GROUP BY 1"))
        assert jenis == {"pns": 4331, "pppk": 1249, "non_asn": 1}

    def test_all_five_predikat_and_enough_deviation_from_the_suggestion(self, kota_penuh):
        kota, _ = kota_penuh
        banyak = dict(kota.tanya("SELECT predikat, count(*) FROM evaluasi_evaluasi GROUP BY 1"))
        assert set(banyak) == {"sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"}
        assert sum(banyak.values()) > 11_000
        assert banyak["baik"] > sum(banyak.values()) / 2
        simpang = """SELECT sum((rating_hasil <> usul_hasil)::int + (rating_perilaku <> usul_perilaku)::int),
            2 * count(*) FROM evaluasi_evaluasi"""
        beda, semua = kota.tanya(simpang)[0]
        assert beda / semua >= 0.15

    def test_the_same_seed_and_day_give_the_same_year(self, kota_kecil, kota_penuh):
        """Two loads of their own: whoever is in both has the same plans and the same figures."""
        rinci = """SELECT p.nip, s.mulai, i.uraian, i.target, i.bobot, r.nilai FROM kinerja_indikator i
            JOIN kinerja_hasilkerja h ON h.id = i.hasil_id JOIN kinerja_skp s ON s.id = h.skp_id
            JOIN pegawai_pegawai p ON p.id = s.pegawai_id JOIN pegawai_unit u ON u.id = s.unit_id
            LEFT JOIN kinerja_realisasi r ON r.indikator_id = i.id
            WHERE u.kode LIKE 'DINSOS%' AND s.selesai < date_trunc('year', now())"""
        kecil = set(kota_kecil.tanya(rinci))
        assert len(kecil) > 200
        assert kecil <= set(kota_penuh[0].tanya(rinci))

    def test_nobody_was_held_back_in_the_finished_years(self, kota_penuh):
        kota, _ = kota_penuh
        assert (
            kota.satu(
                """SELECT count(*) FROM evaluasi_lembarpenilaian l JOIN evaluasi_siklus s ON s.id = l.siklus_id
                WHERE l.status = 'tertahan' AND s.tahap = 'final'"""
            )
            == 0
        )

    def test_every_result_is_recomputed_without_a_difference(self, kota_penuh):
        kota, _ = kota_penuh
        periksa = kota.manage("hitung_ulang", "--periksa")
        assert periksa.returncode == 0
        assert re.search(r"diperiksa 1\d{4}, berbeda 0", periksa.stdout)
