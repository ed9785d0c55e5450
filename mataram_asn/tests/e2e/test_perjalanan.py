"""The eight points, each by hand in a browser: values are typed, and the figure of the rule is read back."""

import json
import re
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from evaluasi import actions
from evaluasi.actions.publik import issue_tokens
from evaluasi.models import Evaluasi, LembarPenilaian, Potongan, Siklus, UmpanBalik
from evaluasi.pilihan import StatusLembar, StatusPotongan, Tahap
from evaluasi.tests.factories import LembarFactory
from kinerja.models import SKP, Indikator, Realisasi
from kinerja.pilihan import JenisIndikator, StatusSKP
from mataram_asn.kit.models import CatatanAudit
from mataram_asn.tests.e2e.conftest import berbiaya, muat_di_ponsel
from pegawai.models import (
    Jabatan,
    Ketentuan,
    LaporanAtasan,
    Pegawai,
    Penempatan,
    RancanganKetentuan,
    SusunanJabatan,
    Unit,
)
from pegawai.pilihan import JenisKetentuan, Kedudukan
from pegawai.tests.factories import JabatanFactory, KompetensiFactory, UkuranKompetensiFactory
from pelatihan.models import RencanaPelatihan, RiwayatPelatihan
from talenta.rekap import kandidat
from talenta.tests.factories import buat_hasil, ukur

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("e2e")]

#: In the small world: the head of the other office, and nobody else.
TANPA_ATASAN = 1

PDF = {
    "name": "rekap.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
}


def tombol(halaman, nama):
    return halaman.get_by_role("button", name=re.compile(nama))


def tanam_cacat(dunia) -> None:
    """Next year's plan weighs 120, and the head's position stands below its own subordinates'."""
    skp, jabatan = dunia.objek["skp"], dunia.objek["jabatan"]
    SKP.objects.filter(pk=skp.pk).update(mulai="2027-01-01", selesai="2027-12-31")
    Indikator.objects.filter(hasil__skp=skp).update(bobot=60)
    SusunanJabatan.objects.filter(jabatan__unit=jabatan.unit, jabatan__kepala_unit=True).update(atasan=jabatan)


def test_1_bkpsdm_copies_reads_the_preflight_and_opens(peramban, dunia):
    """Copy 1, pre-flight 1, open 1; the pre-flight counts exactly the defects that were planted."""
    Siklus.objects.filter(pk=dunia.objek["siklus_rencana"].pk).update(tahap=Tahap.BATAL)
    tanam_cacat(dunia)
    with peramban("bkpsdm") as halaman:
        expect(halaman.locator("main")).to_contain_text("Kemajuan per perangkat daerah")
        halaman.goto(reverse("evaluasi:siklus-list"))
        muat_di_ponsel(halaman)
        with berbiaya(halaman, 3):
            tombol(halaman, "Salin siklus terakhir").click()
            baru = Siklus.objects.latest("pk")
            assert baru.tahap == Tahap.PERSIAPAN
            halaman.wait_for_url(re.compile("periksa"))
            expect(halaman.locator("main")).to_contain_text(f"Pemeriksaan {baru.nama}")
            aktif = Pegawai.objects.asn().filter(kedudukan=Kedudukan.AKTIF).count()
            for judul, jumlah in (
                ("Pegawai tanpa atasan", TANPA_ATASAN),
                ("Pegawai tanpa SKP", aktif - 1),
                ("Rantai atasan yang melingkar", 1),
                ("SKP dengan bobot tidak tepat 100", 1),
            ):
                expect(halaman.locator("tr", has_text=judul).locator(".num")).to_have_text(str(jumlah))
            halaman.get_by_role("link", name="SKP dengan bobot tidak tepat 100").click()
            expect(halaman.locator("#daftar")).to_contain_text("jumlah bobot 120")
            muat_di_ponsel(halaman)
            tombol(halaman, "Buka siklus").click()
            halaman.wait_for_url(re.compile(rf"siklus/{baru.pk}/$"))
        baru.refresh_from_db()
        assert baru.dibuka
        assert CatatanAudit.objects.filter(aksi__contains="siklus", id_objek=baru.pk).exists()
        muat_di_ponsel(halaman)


def susun_skp(halaman) -> SKP:
    """Write a plan of two indicators, 60 and 40, from nothing."""
    halaman.goto(reverse("kinerja:skp-buat"))
    halaman.locator("form:has([name=mulai]) button.btn-primary").first.click()
    halaman.wait_for_url(re.compile(r"/kinerja/skp/\d+/"))
    skp = SKP.objects.latest("pk")
    halaman.fill("[name=uraian]", "Meningkatnya keluarga yang mandiri")
    halaman.locator("#hasil-baru button[type=submit]").first.click()
    halaman.get_by_role("link", name="Tambah indikator angka").click()
    for nama, isi in (
        ("uraian", "Keluarga keluar dari data miskin"),
        ("target", "50"),
        ("satuan", "keluarga"),
        ("bobot", "60"),
    ):
        halaman.locator(f"form[action*=kuantitatif] [name={nama}]").fill(isi)
    halaman.locator("form[action*=kuantitatif] button[type=submit]").first.click()
    halaman.get_by_role("link", name="Tambah indikator kualitatif").click()
    for nama in ("uraian", "ekspektasi", "level_bawah", "level_sesuai", "level_atas"):
        halaman.locator(f"form[action*=kualitatif] [name={nama}]").fill(f"Mutu pendampingan: {nama}")
    halaman.locator("form[action*=kualitatif] [name=bobot]").fill("30")
    halaman.locator("form[action*=kualitatif] button[type=submit]").first.click()
    expect(halaman.get_by_role("link", name="Tambah indikator kualitatif")).to_be_visible()
    return skp


def test_2_pegawai_plans_atasan_returns_and_approves_pegawai_records(peramban, dunia):
    """Weights 60 and 30 are refused, 60 and 40 go; 55 of 50 is an achievement of 110,00."""
    with peramban("atasan") as atasan, peramban("pemilik") as halaman:
        SKP.objects.filter(pegawai=dunia.objek["pegawai"]).update(mulai="2025-01-01", selesai="2025-12-31")
        skp = susun_skp(halaman)
        tombol(halaman, "Ajukan SKP").click()
        expect(halaman.locator("#pelanggaran")).to_contain_text("90,00")
        kualitatif = skp.hasil.get().indikator.get(jenis=JenisIndikator.KUALITATIF)
        halaman.locator(f"[name='bobot-{kualitatif.pk}']").fill("40")
        tombol(halaman, "Ajukan SKP").click()
        expect(halaman.locator("main")).to_contain_text("Tarik kembali")
        muat_di_ponsel(halaman)

        atasan.goto(reverse("kinerja:persetujuan"))
        muat_di_ponsel(atasan)
        atasan.goto(reverse("kinerja:skp-detail", args=[skp.pk]))
        atasan.fill("[name=catatan]", "Perjelas sasaran keluarganya.")
        tombol(atasan, "Kembalikan dengan catatan").click()
        halaman.goto(reverse("kinerja:skp-detail", args=[skp.pk]))
        expect(halaman.locator("main")).to_contain_text("Perjelas sasaran keluarganya.")
        tombol(halaman, "Ajukan SKP").click()
        expect(halaman.locator("main")).to_contain_text("Tarik kembali")
        atasan.goto(reverse("kinerja:skp-detail", args=[skp.pk]))
        tombol(atasan, "Setujui SKP").click()
        skp.refresh_from_db()
        assert (skp.status, skp.penilai) == (StatusSKP.DISETUJUI, dunia.akun["atasan"].pegawai)

        catat_realisasi(halaman, skp)


def catat_realisasi(halaman, skp) -> None:
    """From home 1 click, number, file, save 1; what is no number stays typed and is not stored."""
    indikator = skp.hasil.get().indikator.get(jenis=JenisIndikator.KUANTITATIF)
    bagian = halaman.locator(f"#indikator-{indikator.pk}")
    halaman.goto(reverse("kinerja:realisasi", args=[skp.pk]))
    bagian.locator("[name=nilai]").fill("1e3")
    tombol(bagian, "Simpan").click()
    expect(bagian.locator("[name=nilai]")).to_have_value("1e3")
    assert not Realisasi.objects.filter(indikator=indikator).exists()
    halaman.goto("/")
    with berbiaya(halaman, 2):
        halaman.get_by_role("link", name=re.compile("Isi: Isi realisasi")).first.click()
        bagian.locator("[name=nilai]").fill("55")
        bagian.locator("[name=berkas]").set_input_files(files=[PDF])
        tombol(bagian, "Simpan").click()
        expect(bagian).to_contain_text("capaian 110,00")
    expect(bagian).to_contain_text(re.compile(r"diterima \d\d\.\d\d\.\d\d WITA"))
    assert Realisasi.objects.get(indikator=indikator).bukti.get().nama_asli == "rekap.pdf"
    muat_di_ponsel(halaman)


def test_2_this_is_not_my_atasan_reaches_bkpsdm(peramban, dunia):
    with peramban("rekan") as halaman, peramban("bkpsdm") as bkpsdm:
        halaman.goto(reverse("pegawai:profil"))
        muat_di_ponsel(halaman)
        halaman.get_by_role("link", name=re.compile("bukan atasan saya", re.I)).click()
        halaman.fill("[name=keterangan]", "Saya sudah pindah bidang sejak Oktober.")
        tombol(halaman, "Kirim laporan").click()
        laporan = LaporanAtasan.objects.get(pegawai=dunia.akun["rekan"].pegawai)
        bkpsdm.goto(reverse("pegawai:laporan-atasan-putus", args=[laporan.pk]))
        expect(bkpsdm.locator("main")).to_contain_text("pindah bidang sejak Oktober")
        muat_di_ponsel(bkpsdm)


def test_3_atasan_scores_with_one_click_more_than_the_reading(peramban, dunia):
    """Realisasi 45 of 50 is 90,00; 60 × 90 and 40 × 115 give an index of 100,00; the next person follows."""
    lembar = dunia.objek["lembar"]
    kata = lembar.skp.hasil.get().indikator.get(jenis=JenisIndikator.KUALITATIF)
    with peramban("atasan") as halaman:
        halaman.goto(reverse("evaluasi:bawahan"))
        muat_di_ponsel(halaman)
        with berbiaya(halaman, 1 + 1 + 1):
            halaman.get_by_role("link", name=str(lembar.pegawai)).first.click()
            expect(halaman.locator("main")).to_contain_text("90,00")
            halaman.locator(f"label[for=id_indikator_{kata.pk}_di_atas]").click()
            expect(halaman.locator("#putusan")).to_contain_text("Indeks hasil kerja 100,00")
            expect(halaman.locator("#putusan")).to_contain_text("Baik")
            muat_di_ponsel(halaman)
            tombol(halaman, "Tetapkan").first.click()
            halaman.wait_for_url(lambda url: f"/nilai/{lembar.pk}/" not in url)
        lembar.refresh_from_db()
        assert (lembar.status, lembar.rating_hasil) == (StatusLembar.DITETAPKAN, "sesuai")


def lembar_kedua(dunia) -> LembarPenilaian:
    """The colleague's sheet in the same siklus, so that somebody is next."""
    skp = dunia.objek["skp_diajukan"]
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DISETUJUI, disetujui_pada=timezone.now())
    skp.refresh_from_db()
    return LembarFactory(siklus=dunia.objek["siklus"], skp=skp)


def test_3_a_typed_figure_raises_the_suggestion_and_the_matrix_says_sangat_baik(peramban, dunia):
    """55 of 50 is 110,00: di atas is suggested. 60 × 110 + 40 × 115 is 112,00; seven values above are 115,00."""
    lembar, berikut = dunia.objek["lembar"], lembar_kedua(dunia)
    angka, kata = (lembar.skp.hasil.get().indikator.get(jenis=jenis) for jenis in ("kuantitatif", "kualitatif"))
    with peramban("pemilik") as halaman:
        halaman.goto(f"{reverse('kinerja:realisasi', args=[lembar.skp_id])}?periode={lembar.siklus.periode_id}")
        bagian = halaman.locator(f"#indikator-{angka.pk}")
        bagian.locator("[name=nilai]").fill("55")
        tombol(bagian, "Simpan").click()
        expect(bagian).to_contain_text("capaian 110,00")
    with peramban("atasan") as halaman:
        halaman.goto(reverse("evaluasi:nilai", args=[lembar.pk]))
        expect(halaman.locator(f"#id_indikator_{angka.pk}_di_atas")).to_be_checked()
        expect(halaman.locator(".usul", has=halaman.locator(f"#id_indikator_{angka.pk}_di_atas"))).to_have_count(1)
        halaman.locator(f"label[for=id_indikator_{kata.pk}_di_atas]").click()
        for pilihan in halaman.locator("[aria-labelledby=judul-perilaku] label[for$=_di_atas]").all():
            pilihan.click()
        putusan = halaman.locator("#putusan")
        expect(putusan).to_contain_text("Indeks hasil kerja 112,00, perilaku kerja 115,00")
        expect(putusan.locator("[name=rating_hasil][value=di_atas]")).to_be_checked()
        expect(putusan).to_contain_text("Sangat Baik")
        tombol(halaman, f"Tetapkan, lanjut ke {berikut.pegawai.nama}").first.click()
        halaman.wait_for_url(f"**{reverse('evaluasi:nilai', args=[berikut.pk])}")
    lembar.refresh_from_db()
    assert (lembar.status, lembar.rating_hasil, lembar.rating_perilaku) == ("ditetapkan", "di_atas", "di_atas")
    assert lembar.nilai_perilaku.filter(rating="di_atas").count() == 7


@pytest.mark.parametrize(("lebar", "skrip"), [(390, True), (390, False), (1280, True)])
def test_4_a_citizen_answers_with_two_taps(peramban, dunia, lebar, skrip):
    """Face 1, send 1; once per link, with and without script; no name, no address, no device."""
    pemilik = dunia.objek["pegawai"]
    (token,) = issue_tokens(
        layanan_id=dunia.objek["layanan"].pk,
        pegawai_id=pemilik.pk,
        jumlah=1,
        oleh=dunia.akun["bkpsdm"],
        saat=timezone.now(),
    )
    sebelum = UmpanBalik.objects.count()
    with peramban(lebar=lebar, skrip=skrip) as halaman:
        halaman.goto(f"/u/{token}/")
        with berbiaya(halaman, 2) if skrip else nullcontext():
            halaman.locator("label.face").nth(3).click()
            halaman.get_by_role("button", name="Kirim").click()
            expect(halaman.locator("h1")).to_have_text("Terima kasih")
        assert UmpanBalik.objects.count() == sebelum + 1
        umpan = UmpanBalik.objects.latest("pk")
        assert (umpan.wajah, umpan.pegawai, umpan.tanggal) == (4, pemilik, timezone.localdate())
    with peramban(lebar=lebar, skrip=skrip) as lagi:
        jawab = lagi.request.get(f"/u/{token}/")
        assert jawab.status == 404
    assert UmpanBalik.objects.count() == sebelum + 1


def jalankan_siklus(siklus, saat) -> None:
    """What the clock and a worker do, without a click: due stages, then every waiting chunk, until nothing moves."""
    for _ in range(12):
        actions.advance_due(saat=saat)
        tunggu = list(
            Potongan.objects.filter(siklus=siklus, status=StatusPotongan.MENUNGGU).values_list("pk", flat=True)
        )
        for potongan in tunggu:
            actions.work_chunk(potongan_id=potongan, pid=1, pekerja="uji", saat=saat)


def test_5_the_clock_publishes_and_every_figure_opens(peramban, dunia):
    """Indices 100,00 and 102,14 (one value of seven above): Baik, and the way down to each input."""
    lembar, siklus = dunia.objek["lembar"], dunia.objek["siklus"]
    Potongan.objects.filter(status=StatusPotongan.KARANTINA).delete()
    with peramban("atasan") as halaman:
        kata = lembar.skp.hasil.get().indikator.get(jenis=JenisIndikator.KUALITATIF)
        halaman.goto(reverse("evaluasi:nilai", args=[lembar.pk]))
        halaman.locator(f"label[for=id_indikator_{kata.pk}_di_atas]").click()
        halaman.locator("label[for$=_akuntabel_di_atas]").click()
        tombol(halaman, "Tetapkan").first.click()
        halaman.wait_for_url(lambda url: f"/nilai/{lembar.pk}/" not in url)
    assert LembarPenilaian.objects.get(pk=lembar.pk).status == StatusLembar.DITETAPKAN
    jalankan_siklus(siklus, timezone.now() + timedelta(days=11))
    hasil = Evaluasi.objects.get(lembar=lembar)
    assert (str(hasil.indeks_hasil), str(hasil.indeks_perilaku), hasil.predikat) == ("100.00", "102.14", "baik")
    with peramban("pemilik") as halaman:
        halaman.goto("/")
        halaman.get_by_role("link", name=re.compile("Baca: Hasil Triwulan IV")).click()
        isi = halaman.locator("main")
        for kata_ in (
            "Mengapa Baik?",
            "dihitung ulang, cocok",
            "PermenPANRB 6/2022",
            "Penilaian kinerja versi 1",
            hasil.akar,
        ):
            expect(isi).to_contain_text(kata_)
        tertutup = halaman.locator(".tree details:not([open]) > summary:visible")
        while tertutup.count():
            tertutup.first.click()
        for kata_ in ("bobot 60 × 90,00", "bobot 40 × 115,00", "102,14", "Umpan balik masyarakat", str(lembar.penilai)):
            expect(isi).to_contain_text(kata_)
        muat_di_ponsel(halaman)
    jalankan_siklus(siklus, timezone.now() + timedelta(days=25))
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.FINAL


def test_6_a_gap_becomes_a_plan_and_jp(peramban, dunia):
    """Level 1 of the standard's 2: suggested, planned with one click, attended with 24 JP."""
    pemilik = dunia.objek["pegawai"]
    Jabatan.objects.filter(pk=dunia.objek["jabatan"].pk).update(jenis="pengawas")
    UkuranKompetensiFactory(pegawai=pemilik, kompetensi=KompetensiFactory(kunci="kerja_sama"), level=1)
    with peramban("pemilik") as halaman:
        halaman.goto(reverse("pelatihan:saya"))
        expect(halaman.locator("main")).to_contain_text("Kerja sama: tingkat 1, standar jabatan 2")
        muat_di_ponsel(halaman)
    with peramban("atasan") as halaman:
        halaman.goto(reverse("pelatihan:bawahan"))
        muat_di_ponsel(halaman)
        halaman.get_by_role("link", name=str(pemilik)).first.click()
        baris = halaman.locator(".todo", has_text="Kerja sama: tingkat 1")
        tombol(baris, "Masukkan ke rencana").click()
        rencana = RencanaPelatihan.objects.get(pegawai=pemilik, sebab_kunci="kerja_sama")
        assert rencana.sebab == "Kerja sama: tingkat 1, standar jabatan 2"
        halaman.goto(reverse("pelatihan:kehadiran", args=[rencana.pk]))
        halaman.fill("[name=mulai]", "2026-11-02")
        halaman.fill("[name=selesai]", "2026-11-04")
        halaman.fill("[name=jp]", "24")
        tombol(halaman, "Simpan kehadiran").click()
        expect(halaman.locator("main")).to_contain_text("24 dari 20")
        assert RiwayatPelatihan.objects.get(pegawai=pemilik).jp == 24


def test_7_the_map_the_vacancies_and_the_candidates_of_any_day(peramban, dunia):
    """One of two seats is emptied: needed 2, filled 1, vacant 1; last year both sat there."""
    jabatan, pergi = dunia.objek["jabatan"], dunia.akun["rekan"].pegawai
    Penempatan.objects.filter(pegawai=pergi).update(selesai="2026-06-30")
    with peramban("bkpsdm") as halaman:
        for per, angka in (
            ("", {"Kebutuhan": 2, "Terisi": 1, "Kosong": 1}),
            ("2025-12-31", {"Terisi": 2, "Kosong": 0}),
        ):
            halaman.goto(f"{reverse('pegawai:peta-jabatan')}?unit={jabatan.unit_id}&per={per}")
            baris = halaman.locator("tr", has=halaman.locator("td.title", has_text=jabatan.nama))
            for judul, nilai in angka.items():
                expect(baris.locator(f"[data-label={judul}]")).to_have_text(str(nilai))
        expect(baris.locator("[data-label=Pemegang]")).to_contain_text(pergi.nama)
        muat_di_ponsel(halaman)
        halaman.goto(reverse("talenta:lowongan-list"))
        muat_di_ponsel(halaman)
        with berbiaya(halaman, 1):
            halaman.get_by_role("link", name=jabatan.nama).first.click()
            expect(halaman.locator("h2", has_text="Calon yang memenuhi semua syarat")).to_be_visible()
        expect(halaman.locator("main")).to_contain_text("1 kursi · Kosong")
        expect(halaman.locator("#mengapa")).to_contain_text("Yang menahan")
        muat_di_ponsel(halaman)
        halaman.goto(f"{reverse('pegawai:unit-detail', args=[jabatan.unit_id])}?per=2025-12-31")
        expect(halaman.locator("main")).to_contain_text(pergi.nama)
        halaman.goto(reverse("pegawai:unit-detail", args=[jabatan.unit_id]))
        expect(halaman.locator("main")).not_to_contain_text(pergi.nama)
        halaman.goto(reverse("talenta:kotak"))
        expect(halaman.locator("main")).to_contain_text("Sembilan kotak")
        muat_di_ponsel(halaman)


def test_7_meeting_the_requirements_moves_a_person_into_the_candidates(peramban, dunia):
    """A vacant seat of a pengawas: nobody first; with two years of results and measures the owner stands ranked."""
    pemilik, atasan = dunia.objek["pegawai"], dunia.akun["atasan"].pegawai
    kepala = Jabatan.objects.get(unit=dunia.objek["unit"], kepala_unit=True)
    kursi = JabatanFactory(unit=kepala.unit, jenis="pengawas", susunan__atasan=kepala, golongan_min="III/b")
    with peramban("bkpsdm") as halaman:
        halaman.goto(reverse("talenta:lowongan-detail", args=[kursi.pk]))
        expect(halaman.locator("main")).to_contain_text("Belum ada yang memenuhi semua syarat")
        expect(halaman.locator("#mengapa tr", has_text=pemilik.nama)).to_contain_text("belum tersedia")
        for tahun in (2024, 2025):
            buat_hasil(pemilik, atasan, tahun)
        ukur(pemilik)
        halaman.reload()
        calon = halaman.locator("details", has_text=pemilik.nama)
        (hitung,) = kandidat(kursi, timezone.localdate()).peringkat.calon
        expect(calon.locator("summary strong")).to_have_text(f"{hitung.nilai:.2f}".replace(".", ","))
        calon.locator("summary").first.click()
        expect(calon).to_contain_text("Mengapa skor ini")
        expect(calon).to_contain_text("Syarat")
        expect(halaman.locator("#mengapa tr", has_text=pemilik.nama)).to_have_count(0)
        muat_di_ponsel(halaman)


def test_8_the_panel_configures_and_shows_scores_to_nobody(peramban, dunia):
    """A unit is renamed; a ketentuan drafted here is version 2 once another person signs it, and version 1 stays."""
    unit = dunia.objek["unit"]
    isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.BUP, timezone.localdate()).isi
    with peramban("admin") as halaman:
        halaman.goto("/panel/")
        model = set(halaman.locator("#content-main th[scope=row] a").all_inner_texts())
        assert {"Unit kerja", "Jabatan", "Ketentuan", "Templat siklus", "Katalog pelatihan"} <= model
        assert not model & {"Evaluasi", "Lembar penilaian", "Nilai perilaku", "SKP", "Umpan balik", "Realisasi"}
        halaman.goto(reverse("admin:pegawai_unit_change", args=[unit.pk]))
        halaman.fill("#id_nama", "Dinas Sosial dan Keluarga")
        halaman.locator("[name=_save]").click()
        assert Unit.objects.get(pk=unit.pk).nama == "Dinas Sosial dan Keluarga"
        halaman.goto(reverse("admin:pegawai_rancanganketentuan_add"))
        halaman.select_option("#id_jenis", "bup")
        halaman.fill("#id_mulai", "2027-01-01")
        halaman.fill("#id_isi", json.dumps(isi | {"guru": 61}))
        halaman.fill("#id_dasar_hukum", "Keputusan uji 1/2026")
        halaman.select_option("#id_kepastian", "D")
        halaman.fill("#id_alasan", "Uji panel")
        halaman.locator("[name=_save]").click()
        rancangan = RancanganKetentuan.objects.latest("pk")
        assert Ketentuan.objects.filter(jenis="bup").count() == 1
        for nama in ("evaluasi", "lembarpenilaian", "nilaiperilaku"):
            assert halaman.request.get(f"/panel/evaluasi/{nama}/").status == 404
    with peramban("bkpsdm") as halaman:
        halaman.goto(reverse("pegawai:rancangan-detail", args=[rancangan.pk]))
        halaman.once("dialog", lambda tanya: tanya.accept())
        tombol(halaman, "Tetapkan").click()
        halaman.wait_for_url(re.compile(r"ketentuan/\d+/$"))
    baru = Ketentuan.objects.filter(jenis="bup").latest("versi")
    assert (baru.versi, baru.isi["guru"]) == (2, 61)
    assert Ketentuan.objects.berlaku_pada("bup", timezone.localdate()).isi["guru"] == 60
