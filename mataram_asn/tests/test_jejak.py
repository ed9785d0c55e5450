"""The trail in words: every act that the code writes has its sentence, and one question finds who saw or changed X."""

import ast
import csv
import io
import re
from pathlib import Path

import pytest
import time_machine
from django.apps import apps
from django.conf import settings as pengaturan
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kinerja.tests.factories import SAAT
from mataram_asn.jejak import lihat
from mataram_asn.jejak.kata import AKSI, DILIHAT, KELOMPOK, kata_aksi
from mataram_asn.jejak.pemilik import jalan_pegawai, model_berorang, tentang_orang
from mataram_asn.jejak.rincian import tulis_rincian
from mataram_asn.kit.audit import catat
from mataram_asn.kit.models import CatatanAudit
from mataram_asn.tests.dunia import buat_dunia
from mataram_asn.tests.test_matriks_akses import MATRIKS

APP = ("mataram_asn", "pegawai", "kinerja", "evaluasi", "pelatihan", "talenta")
#: Dotted words that look like an act and are none: files and modules.
BUKAN = {"katalog.json", "layanan.csv", "pustaka.txt", "pelatihan.urls"}


def sumber():
    for app in APP:
        for berkas in sorted((Path(pengaturan.BASE_DIR) / app).rglob("*.py")):
            if not {"tests", "migrations", "jejak"} & set(berkas.parts):
                yield berkas, ast.parse(berkas.read_text())


def kata_tertulis(simpul) -> list[str]:
    """The acts that an expression can be: a constant, a choice of constants, or a pattern with * for what varies."""
    if isinstance(simpul, ast.Constant):
        return [simpul.value]
    if isinstance(simpul, ast.IfExp):
        return kata_tertulis(simpul.body) + kata_tertulis(simpul.orelse)
    if isinstance(simpul, ast.JoinedStr):
        return ["".join(satu.value if isinstance(satu, ast.Constant) else "*" for satu in simpul.values)]
    return []


def aksi_ditulis(pohon) -> set[str]:
    """What is handed to catat(aksi=...), and what looks like an act and travels there through another function."""
    langsung = {
        kata
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Call)
        for kunci in simpul.keywords
        if kunci.arg == "aksi"
        for kata in kata_tertulis(kunci.value)
        if isinstance(kata, str) and "." in kata
    }
    mirip = {
        simpul.value
        for simpul in ast.walk(pohon)
        if isinstance(simpul, ast.Constant)
        and isinstance(simpul.value, str)
        and re.fullmatch(r"[a-z_]+\.[a-z_]+[a-z]", simpul.value)
        and simpul.value.split(".")[0] in KELOMPOK
    }
    return (langsung | mirip) - BUKAN


def berkata(aksi: str) -> bool:
    """Whether that act, or every act that a pattern can become, has words."""
    if "*" not in aksi:
        return kata_aksi(aksi) != aksi
    return any(re.fullmatch(aksi.replace(".", r"\.").replace("*", r".+"), kode) for kode in AKSI)


def test_every_act_that_the_code_writes_has_its_sentence():
    ditulis = {aksi: berkas.name for berkas, pohon in sumber() for aksi in aksi_ditulis(pohon)}
    assert len(ditulis) > 120
    assert {aksi: nama for aksi, nama in ditulis.items() if not berkata(aksi)} == {}


def test_positive_control_an_act_without_words_is_found():
    pohon = ast.parse('catat(oleh=oleh, aksi="skp.dilupakan", objek=skp)\n_simpan(p, "perubahan.dilupakan", oleh)')
    assert {satu for satu in aksi_ditulis(pohon) if not berkata(satu)} == {"skp.dilupakan", "perubahan.dilupakan"}
    assert not berkata(next(iter(aksi_ditulis(ast.parse('catat(aksi=f"entah.{status}")')))))


def test_every_sentence_belongs_to_a_group_and_is_used():
    ditulis = {aksi for _, pohon in sumber() for aksi in aksi_ditulis(pohon)} | {DILIHAT}
    pola = [re.compile(satu.replace(".", r"\.").replace("*", ".+")) for satu in ditulis]
    assert {kode for kode in AKSI if not any(satu.fullmatch(kode) for satu in pola)} == set()
    assert {kode.split(".")[0] for kode in AKSI} == set(KELOMPOK)


@pytest.mark.parametrize(
    ("aksi", "rincian", "harap"),
    [
        ("lembar.dikalibrasi", {"dari": "sesuai", "ke": "di_bawah"},
         [("berubah", "Sesuai ekspektasi", "Di bawah ekspektasi")]),
        ("tahun.mengikuti_koreksi", {"predikat": "baik", "sebelumnya": "kurang"}, [("predikat", "Kurang", "Baik")]),
        ("keberatan.diputus", {"predikat": ["baik", "sangat_baik"]}, [("predikat", "Baik", "Sangat Baik")]),
        ("skp.indikator_disimpan", {"ubah": {"target": ["50", "55"]}}, [("target", "50", "55")]),
        ("status_dinas.dicatat", {"mulai": "2026-10-20", "pegawai": 7},
         [("mulai", "", "20 Oktober 2026"), ("pegawai", "", "Siti")]),
        ("lembar.dialihkan", {"dari": 7, "ke": 8}, [("berubah", "Siti", "pegawai nomor 8")]),
        ("skp.disetujui", {"versi": 4, "catatan": ""}, [("versi", "", "4")]),
        ("perpanjangan.diberikan", {"sampai": "2027-01-07T16:00:00+00:00"},
         [("sampai", "", "8 Januari 2027 00.00 WITA")]),
    ],
)  # fmt: skip
def test_details_are_words_before_and_after(aksi, rincian, harap):
    assert tulis_rincian(CatatanAudit(aksi=aksi, rincian=rincian), {7: "Siti"}) == harap


# --- pages --------------------------------------------------------------------------------------------------


@pytest.fixture
def dunia(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(SAAT, tick=False):
        yield buat_dunia()


def buka(client, dunia, peran, nama="audit-list", *isi, **cari):
    client.force_login(dunia.akun[peran])
    return client.get(reverse(nama, args=isi), cari)


def test_pages_that_show_a_person_know_what_their_number_is(dunia):
    """Each page of the list of readings exists, its number is that kind of row, and that row has a person."""
    objek = {baris.nama: dunia.objek[baris.objek]._meta.label_lower for baris in MATRIKS if baris.objek}
    assert {nama: objek.get(nama) for nama in lihat.HALAMAN} == lihat.HALAMAN
    assert all(jalan_pegawai(apps.get_model(label)) for label in lihat.HALAMAN.values())


def test_who_saw_is_written_once_a_day_and_not_of_oneself(client, dunia):
    skp = dunia.objek["skp"]
    for peran, harap in (("pemilik", 0), ("atasan", 1), ("atasan", 1), ("bkpsdm", 2), ("asing", 2)):
        buka(client, dunia, peran, "kinerja:skp-detail", skp.pk)
        assert CatatanAudit.objects.filter(aksi=DILIHAT, id_objek=skp.pk).count() == harap, peran
    with time_machine.travel(SAAT.replace(day=SAAT.day + 1), tick=False):
        buka(client, dunia, "atasan", "kinerja:skp-detail", skp.pk)
    assert CatatanAudit.objects.filter(aksi=DILIHAT, id_objek=skp.pk).count() == 3


def test_one_question_finds_who_saw_and_who_changed_whose_data(client, dunia):
    """Rows about the person, a plan and a result of theirs; nothing of anybody else. One query for the rows."""
    skp, hasil = dunia.objek["skp"], dunia.objek["evaluasi"]
    catat(oleh=dunia.akun["atasan"], aksi="skp.disetujui", objek=skp)
    catat(oleh=dunia.akun["bkpsdm"], aksi="hasil.diterima", objek=hasil)
    catat(oleh=dunia.akun["bkpsdm"], aksi="skp.disetujui", objek=type(skp).objects.exclude(pegawai=skp.pegawai)[0])
    buka(client, dunia, "atasan", "kinerja:skp-detail", skp.pk)
    with CaptureQueriesContext(connection) as tangkap:
        ada = {(b.aksi, b.id_objek) for b in tentang_orang(CatatanAudit.objects.all(), [skp.pegawai_id])}
    assert len(tangkap) == 1
    assert {("skp.disetujui", skp.pk), ("hasil.diterima", hasil.pk), (DILIHAT, skp.pk)} <= ada
    milik = {(m._meta.label_lower, pk) for m, jalan in model_berorang()
             for pk in m._base_manager.filter(**{jalan: skp.pegawai_id}).values_list("pk", flat=True)}  # fmt: skip
    semua = CatatanAudit.objects.all()
    assert ada == {(b.aksi, b.id_objek) for b in semua if (b.jenis_objek, b.id_objek) in milik}
    halaman = buka(client, dunia, "auditor", tentang=skp.pegawai.nip)
    assert halaman.context["halaman"].paginator.count == len(ada)
    for laku, harap in (("lihat", {DILIHAT}), ("ubah", {aksi for aksi, _ in ada} - {DILIHAT})):
        baris = buka(client, dunia, "auditor", orang=skp.pegawai_id, laku=laku).context["baris"]
        assert {satu["obj"].aksi for satu in baris} == harap


def test_the_page_speaks_in_sentences_and_filters_what_it_exports(client, dunia):
    skp = dunia.objek["skp"]
    catat(oleh=dunia.akun["atasan"], aksi="skp.disetujui", objek=skp, rincian={"versi": 9})
    catat(oleh=dunia.akun["bkpsdm"], aksi="peran.ditolak", objek=dunia.akun["asing"])
    assert "menyetujui SKP" in buka(client, dunia, "auditor").text
    for cari in ({"aksi": "skp", "oleh": dunia.akun["atasan"].nama}, {"q": "menyetujui SKP"}):
        isi = buka(client, dunia, "auditor", ekspor="csv", **cari).content.decode("utf-8-sig")
        baris = list(csv.reader(io.StringIO(isi)))[1:]
        jumlah = buka(client, dunia, "auditor", **cari).context["halaman"].paginator.count
        assert len(baris) == jumlah > 0
        assert {satu[2] for satu in baris} == {"menyetujui SKP"}
    assert buka(client, dunia, "auditor", ekspor="xlsx").content[:2] == b"PK"


@pytest.mark.parametrize(
    ("cari", "banyak"),
    [({"dari": "2026-11-24", "sampai": "2026-11-24"}, True), ({"sampai": "2025-01-01"}, False),
     ({"dari": "kemarin"}, False), ({"nomor": "satu"}, False), ({"tentang": "tak seorang pun"}, False),
     ({"objek": "kinerja.skp"}, True), ({"objek": "SKP"}, True)],
)  # fmt: skip
def test_a_filter_that_cannot_be_read_finds_nothing_rather_than_all(client, dunia, cari, banyak):
    with time_machine.travel(SAAT.replace(month=11, day=24), tick=False):
        catat(oleh=dunia.akun["atasan"], aksi="skp.disetujui", objek=dunia.objek["skp"])
    assert bool(buka(client, dunia, "auditor", **cari).context["halaman"].paginator.count) == banyak


def test_queries_of_the_page_do_not_grow_with_its_rows(client, dunia):
    skp = dunia.objek["skp"]

    def hitung() -> int:
        with CaptureQueriesContext(connection) as tangkap:
            buka(client, dunia, "auditor", aksi="skp")
        return len(tangkap)

    catat(oleh=dunia.akun["atasan"], aksi="skp.disetujui", objek=skp, rincian={"atas_nama": skp.penilai_id})
    hitung()  # what a process reads once
    sedikit = hitung()
    for nama in ("atasan", "pemilik", "rekan", "bkpsdm"):
        for satu in type(skp).objects.all():
            catat(oleh=dunia.akun[nama], aksi="skp.disetujui", objek=satu, rincian={"atas_nama": skp.penilai_id})
    assert hitung() == sedikit
