"""The forms of angka kredit: columns in order, figures of the vectors, and SIASN's shape."""

import io
import json
import re
import uuid
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse
from pypdf import PdfReader

from evaluasi.aturan.siasn import KOLOM
from evaluasi.models import Dokumen, ImporKinerja, RiwayatKinerja
from evaluasi.pilihan import StatusDokumen
from evaluasi.tests.test_kertas import berurutan
from kinerja.tests.factories import SAAT
from mataram_asn.kit.pdf import pdf_dari_templat
from pegawai.models import Pegawai
from pegawai.pilihan import TingkatPendidikan
from pegawai.tests.factories import buat_bkpsdm
from talenta import actions
from talenta.models import KonversiAngkaKredit, TambahanAngkaKredit
from talenta.rekap import angka_kredit_pegawai
from talenta.rekap.kertas import kertas_akumulasi, kertas_konversi, kertas_penetapan
from talenta.rekap.orang import orang_pada
from talenta.tests.test_angka_kredit import buat_fungsional, gantikan

HARI = date(2026, 11, 24)


@pytest.fixture
def orang(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    garis = buat_fungsional()
    satu = garis.bawahan[0]
    Pegawai.objects.filter(pk=satu.pk).update(tmt_golongan=date(2024, 4, 1), siasn_id=uuid.uuid4())
    actions.convert_year(tahun=2025, oleh=buat_bkpsdm(), saat=SAAT)
    satu.refresh_from_db()
    return satu


def teks(kertas) -> str:
    isi = pdf_dari_templat(kertas.templat, kertas.konteks)
    return " ".join(re.sub(r"\s+", " ", satu.extract_text()) for satu in PdfReader(io.BytesIO(isi)).pages)


def test_the_conversion_has_its_four_columns(orang):
    isi = teks(kertas_konversi(KonversiAngkaKredit.objects.get(pegawai=orang)))
    berurutan(isi, "KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "PEGAWAI YANG DINILAI", orang.nama_lengkap)
    berurutan(isi, "Predikat", "Prosentase", "Koefisien", "Angka kredit", "Baik", "100 %", "12,5", "12,50")
    berurutan(isi, "Pejabat penilai kinerja,")


def test_the_accumulation_has_a_row_a_year_and_its_sum(orang):
    isi = teks(kertas_akumulasi(angka_kredit_pegawai(orang, HARI)))
    berurutan(isi, "AKUMULASI ANGKA KREDIT", "Tahun", "Bulan", "Predikat", "Prosentase", "Koefisien", "AK")
    berurutan(isi, "2025", "12", "Baik", "100 %", "12,5", "12,50", "JUMLAH ANGKA KREDIT YANG DIPEROLEH", "12,50")


def test_the_determination_has_its_five_elements_need_and_surplus(orang):
    TambahanAngkaKredit.objects.create(
        pegawai=orang, jenis="pendidikan", jenjang="ahli_pertama", tanggal=date(2025, 6, 1), angka=Decimal("12.5"),
        pendidikan=TingkatPendidikan.S2, dasar="Ijazah S-2", dicatat_oleh=buat_bkpsdm(), dicatat_pada=SAAT,
    )  # fmt: skip
    isi = teks(kertas_penetapan(angka_kredit_pegawai(orang, HARI)))
    berurutan(
        isi,
        "PENETAPAN ANGKA KREDIT", "Lama", "Baru", "Jumlah",
        "Angka kredit dasar yang diberikan", "50,00",
        "Angka kredit jabatan fungsional lama", "0,00",
        "Angka kredit penyesuaian/penyetaraan", "0,00",
        "Angka kredit konversi dari predikat kinerja", "12,50",
        "Angka kredit dari peningkatan pendidikan", "12,50",
        "TOTAL ANGKA KREDIT KUMULATIF", "50,00", "25,00", "75,00",
        "Kebutuhan", "Kelebihan", "Kekurangan",
        "kenaikan pangkat", "50,00", "0,00", "25,00",
        "kenaikan jenjang", "100,00", "0,00", "25,00",
    )  # fmt: skip


@time_machine.travel(SAAT, tick=False)
def test_the_person_prints_and_issues_and_a_corrected_result_supersedes(orang, client):
    konversi = KonversiAngkaKredit.objects.get(pegawai=orang)
    client.force_login(orang.pengguna)
    for jenis, pk in (("konversi", konversi.pk), ("akumulasi", orang.pk), ("penetapan", orang.pk)):
        assert client.get(reverse(f"talenta:cetak-{jenis}", args=[pk])).status_code == 200
        assert client.post(reverse(f"talenta:terbit-{jenis}", args=[pk])).status_code == 302
    assert Dokumen.objects.count() == 3
    gantikan(orang.evaluasi.get())
    assert set(Dokumen.objects.berstatus().values_list("status", flat=True)) == {StatusDokumen.DIGANTIKAN}


@time_machine.travel(SAAT, tick=False)
def test_the_export_has_siasns_columns_and_months(orang, client):
    client.force_login(buat_bkpsdm())
    jawab = client.get(reverse("pertukaran"), {"jenis": "angkakredit", "tahun": 2025, "ekspor": "json"})
    (satu,) = [baris for baris in json.loads(jawab.content) if baris["pns"] == str(orang.siasn_id)]
    assert list(satu) == list(KOLOM["angkakredit"])
    assert (satu["pns"], satu["kreditBaruTotal"], satu["isKonversi"]) == (str(orang.siasn_id), "12.500", 1)
    assert (satu["bulanMulaiPenailan"], satu["bulanSelesaiPenailan"]) == (1, 12)


def test_the_rules_of_promotion_read_an_imported_year_where_this_system_has_none(orang):
    impor = ImporKinerja.objects.create(
        jenis="skp22", nama_berkas="a.csv", sidik="0" * 64, diunggah_oleh=buat_bkpsdm(), diunggah_pada=SAAT
    )
    for tahun in (2024, 2025):
        RiwayatKinerja.objects.create(
            impor=impor, pegawai=orang, tahun=tahun, rating_hasil="di_atas", rating_perilaku="di_atas",
            predikat="sangat_baik",
        )  # fmt: skip
    (satu,) = orang_pada(HARI, [orang.pk])
    assert {hasil.tahun: (hasil.predikat, hasil.indeks_hasil) for hasil in satu.tahunan} == {
        2024: ("sangat_baik", None),
        2025: ("baik", Decimal("100.00")),
    }
