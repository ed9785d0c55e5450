"""A whole year: a move, an acting atasan, a late one, an objection that changes one figure, papers before and after."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import call_command
from pypdf import PdfReader

from evaluasi import actions
from evaluasi.models import Dokumen, Evaluasi, LembarPenilaian
from evaluasi.pilihan import PutusanButir, StatusDokumen, StatusKeberatan, StatusLembar, Tahap
from evaluasi.rekap import predikat_tahun
from evaluasi.rekap.kertas import kertas_skp
from evaluasi.rekap.kertas_evaluasi import baca_evaluasi, baca_skp, kertas_evaluasi
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, JenisPeriode
from pegawai.acuan import load_reference

from .tahun_utuh import AKHIR, buat_kota, jalankan, kepala_pergi, maju, mutasi, tetapkan, wita


@pytest.fixture
def kota(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    load_reference(saat=wita(2026, 1, 1))
    return buat_kota()


def naskah(dokumen: Dokumen) -> str:
    with dokumen.berkas.open() as berkas:
        return "\n".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(berkas.read())).pages)


def status(dokumen: Dokumen) -> str:
    return Dokumen.objects.berstatus().get(pk=dokumen.pk).status


def terbitkan(evaluasi: Evaluasi, oleh, saat) -> Dokumen:
    return actions.issue_document(kertas=kertas_evaluasi(baca_evaluasi(evaluasi.pk)), oleh=oleh, saat=saat)


def test_a_whole_year(kota):
    triwulan = [jalankan(kota, JenisPeriode.TRIWULANAN, AKHIR[0]), jalankan(kota, JenisPeriode.TRIWULANAN, AKHIR[1])]
    skp_baru = mutasi(kota)
    triwulan.append(jalankan(kota, JenisPeriode.TRIWULANAN, AKHIR[2]))
    kepala_pergi(kota)
    triwulan.append(jalankan(kota, JenisPeriode.TRIWULANAN, AKHIR[3]))
    assert [satu.evaluasi.count() for satu in triwulan] == [4, 4, 4, 4]
    penilai = [satu.evaluasi.get(pegawai=kota.tetap).penilai for satu in triwulan]
    assert penilai == [*[kota.lama.atasan] * 3, kota.baru.atasan], "the acting atasan of the last day rates"

    tahun = jalankan(kota, JenisPeriode.TAHUNAN, AKHIR[3], lewati=[kota.lambat])
    tanggal = dict(tahun.jadwal.values_list("tahap", "mulai"))
    assert tahun.tahap == Tahap.TERBIT

    _yang_pindah(kota, tahun, skp_baru, tanggal)
    _yang_terlambat(kota, tahun, tanggal)
    sebelum, sesudah = _yang_keberatan(kota, tahun, tanggal)

    maju(tanggal[Tahap.FINAL])
    tahun.refresh_from_db()
    assert tahun.tahap == Tahap.FINAL
    semua = [kota.pindah, kota.tetap, kota.lambat, kota.baru.atasan]
    hasil = predikat_tahun([satu.pk for satu in semua], 2026)
    assert set(hasil) == {satu.pk for satu in semua}
    assert hasil[kota.tetap.pk].indeks_hasil == sesudah.indeks_hasil != sebelum.indeks_hasil
    laporan = io.StringIO()
    call_command("hitung_ulang", "--periksa", stdout=laporan)
    assert f"diperiksa {Evaluasi.objects.count()}" in laporan.getvalue()
    assert "berbeda 0" in laporan.getvalue()


def _yang_pindah(kota, tahun, skp_baru, tanggal) -> None:
    """Two parts, two assessors; the last one brings the year together, weighted by the days of each."""
    lama, baru = tahun.evaluasi.filter(pegawai=kota.pindah).order_by("mulai")
    assert (lama.selesai, baru.mulai) == (date(2026, 6, 30), date(2026, 7, 1))
    assert (lama.penilai, baru.penilai, baru.skp) == (kota.lama.atasan, kota.baru.atasan, skp_baru)
    assert predikat_tahun([kota.pindah.pk], 2026) == {}
    tahunan = actions.set_year(
        siklus_id=tahun.pk, pegawai_id=kota.pindah.pk, oleh=kota.baru.atasan.pengguna, saat=tanggal[Tahap.TERBIT]
    )
    berat = (lama.indeks_hasil * 181 + baru.indeks_hasil * 184) / 365
    assert abs(tahunan.indeks_hasil - berat) <= Decimal("0.005")


def _yang_terlambat(kota, tahun, tanggal) -> None:
    """Nobody waits for a late assessor: the others are published, and the superior scores five days later."""
    lembar = LembarPenilaian.objects.get(siklus=tahun, pegawai=kota.lambat)
    assert lembar.status == StatusLembar.TERTAHAN
    assert lembar.sisi_pegawai_pada is not None, "the employee was in time and stays so"
    saat = tanggal[Tahap.KALIBRASI] + timedelta(days=5, hours=1)
    tetapkan(lembar, kota.pemimpin.pengguna, saat)
    maju(saat)
    assert tahun.evaluasi.get(pegawai=kota.lambat).penilai == kota.pemimpin


def _yang_keberatan(kota, tahun, tanggal) -> tuple[Evaluasi, Evaluasi]:
    """One figure is contested and changed; the paper before is superseded, the one after carries the new figure."""
    sebelum = tahun.evaluasi.get(pegawai=kota.tetap)
    oleh, saat = kota.tetap.pengguna, tanggal[Tahap.TERBIT] + timedelta(days=3)
    janji = actions.issue_document(kertas=kertas_skp(baca_skp(sebelum.skp_id)), oleh=oleh, saat=saat)
    kertas_lama = terbitkan(sebelum, oleh, saat)
    angka = Indikator.objects.get(hasil__skp=sebelum.skp, jenis=JenisIndikator.KUANTITATIF)
    keberatan = actions.submit_objection(
        evaluasi_id=sebelum.pk, kunci=[f"realisasi:{angka.pk}"], alasan="Laporan Desember tertinggal.",
        oleh=oleh, saat=saat,
    )  # fmt: skip
    pemeriksa = kota.pemimpin.pengguna
    assert keberatan.pemeriksa == kota.pemimpin
    actions.start_examination(keberatan_id=keberatan.pk, oleh=pemeriksa, saat=saat)
    for pihak, siapa in (("pegawai", oleh), ("penilai", kota.baru.atasan.pengguna)):
        actions.give_statement(keberatan_id=keberatan.pk, pihak=pihak, isi="Begini.", oleh=siapa, saat=saat)
    butir = keberatan.butir.get()
    isi = {"putusan": PutusanButir.DIUBAH, "nilai_baru": Decimal(49), "pertimbangan": "Rekap Desember memuatnya."}
    keberatan = actions.decide_objection(keberatan_id=keberatan.pk, putusan={butir.pk: isi}, oleh=pemeriksa, saat=saat)
    sesudah = keberatan.hasil
    assert keberatan.status == StatusKeberatan.DIUBAH
    assert _yang_berubah(sebelum.masukan, sesudah.masukan) == {f"{angka.pk}.realisasi"}

    kertas_baru = terbitkan(sesudah, oleh, saat)
    assert [status(satu) for satu in (janji, kertas_lama, kertas_baru)] == [
        StatusDokumen.VALID, StatusDokumen.DIGANTIKAN, StatusDokumen.VALID,
    ]  # fmt: skip
    assert "45 dokumen" in naskah(kertas_lama) and "49 dokumen" not in naskah(kertas_lama)
    assert "49 dokumen" in naskah(kertas_baru)
    return sebelum, sesudah


def _yang_berubah(lama: dict, baru: dict) -> set[str]:
    """Which inputs differ, indicators as "id.field". The decision itself is left out, and a rating that was the
    accepted suggestion: it is accepted again (None), whatever the new figure suggests."""
    beda = {
        f"{satu['kunci']}.{nama}"
        for satu, dua in zip(lama["indikator"], baru["indikator"], strict=True)
        for nama in satu
        if satu[nama] != dua[nama]
    }
    diterima = {nama for nama in ("rating_hasil", "rating_perilaku") if baru[nama] is None}
    lain = set(lama) - {"indikator", "koreksi"} - diterima
    return beda | {nama for nama in lain if lama[nama] != baru[nama]}
