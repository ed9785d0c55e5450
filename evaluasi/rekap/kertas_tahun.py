"""What stands on the papers of a year brought together: its parts, then each part's results, then the year's ratings.

Everything is read from the stored inputs of the year and of its parts, the same that its explanation stands on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.pilihan import NilaiDasar
from kinerja.potret import isi_pada, pakai_pendekatan
from mataram_asn.kit.kata import tulis_angka

from ..aturan import MasukanTahun
from ..models import Evaluasi, EvaluasiTahunan
from ..pilihan import JenisDokumen
from .kertas import (
    TANPA,
    BagianHasil,
    BarisPerilaku,
    Bentuk,
    Kertas,
    bagian_hasil,
    baris_perilaku,
    bentuk_kertas,
    lebar_kolom,
    rentang,
)
from .kertas_evaluasi import LENGKAP, blok_dokumen, dasar_kertas, isian, umpan_perilaku


@dataclass(frozen=True)
class BagianTahun:
    """One part of the year as the table of parts shows it, and its results on the form of its own position."""

    nomor: int
    masa: str
    hari: int
    jabatan: str
    unit: str
    penilai: str
    indeks_hasil: str
    rating_hasil: str
    indeks_perilaku: str
    rating_perilaku: str
    predikat: str
    bentuk: Bentuk
    lebar: dict
    hasil: tuple[BagianHasil, ...]


def baca_tahun(pk: int) -> EvaluasiTahunan:
    """A year with what its papers need, in one query."""
    return EvaluasiTahunan.objects.select_related("siklus__periode", "pegawai", "penilai", "ketentuan").get(pk=pk)


def kertas_tahun(tahunan: EvaluasiTahunan) -> Kertas:
    """The annual evaluation form of a year of several parts."""
    masukan, segmen = MasukanTahun.dari_dict(tahunan.masukan), _segmen(tahunan)
    konteks = _dasar(tahunan, segmen) | {
        "judul": "Evaluasi Kinerja Pegawai Tahunan",
        "mendatar": True,
        "tanpa_bentuk": True,
        "bagian_tahun": [_bagian(n, satu, masukan.segmen[n - 1]) for n, satu in enumerate(segmen, 1)],
        "hari": tahunan.hari,
        "indeks_hasil": tulis_angka(tahunan.indeks_hasil),
        "indeks_perilaku": tulis_angka(tahunan.indeks_perilaku),
        "perilaku": _perilaku(segmen),
        "rating_hasil": tahunan.get_rating_hasil_display(),
        "rating_perilaku": tahunan.get_rating_perilaku_display(),
        "alasan_hasil": tahunan.alasan_hasil,
        "alasan_perilaku": tahunan.alasan_perilaku,
    }
    return _kertas(tahunan, JenisDokumen.EVALUASI_TAHUN, "kertas/evaluasi_tahun.html", konteks)


def dokumen_tahun(tahunan: EvaluasiTahunan) -> Kertas:
    """The document of the evaluation of the whole year, with a line for each of its parts."""
    masukan, segmen = MasukanTahun.dari_dict(tahunan.masukan), _segmen(tahunan)
    dasar = _dasar(tahunan, segmen)
    konteks = (
        dasar
        | blok_dokumen(dasar, tahunan.penilai_id, segmen[-1].selesai, (tahunan.alasan_hasil, tahunan.alasan_perilaku))
        | {"bagian_tahun": [_bagian(n, satu, masukan.segmen[n - 1]) for n, satu in enumerate(segmen, 1)]}
    )
    return _kertas(tahunan, JenisDokumen.DOKUMEN_TAHUN, "kertas/dokumen_evaluasi.html", konteks)


def _kertas(tahunan: EvaluasiTahunan, jenis: str, templat: str, konteks: dict) -> Kertas:
    return Kertas(
        jenis, tahunan.pk, tahunan.pegawai_id, tahunan.penilai_id,
        f"{JenisDokumen(jenis).label} {tahunan.siklus}"[:160], templat, konteks,
    )  # fmt: skip


def _segmen(tahunan: EvaluasiTahunan) -> list[Evaluasi]:
    """The very results that the year was made of, the earliest first; also where one was superseded since."""
    kunci = [int(satu["kunci"]) for satu in tahunan.masukan["segmen"]]
    return list(Evaluasi.objects.select_related(*LENGKAP).filter(pk__in=kunci).order_by("mulai", "pk"))


def _dasar(tahunan: EvaluasiTahunan, segmen: list[Evaluasi]) -> dict:
    """Head and foot as of the last part; predikat and date are those of the year."""
    return dasar_kertas(segmen[-1], tahunan.penilai, segmen[0].mulai) | {
        "predikat": tahunan.get_predikat_display(),
        "tanggal": tahunan.ditetapkan_pada,
        "diterima": tahunan.ditetapkan_pada,
    }


def _isi(satu: Evaluasi) -> dict:
    """The plan of that part as it was in force, on the form of its approach."""
    isi = isi_pada(satu.skp, satu.siklus.periode.isi_sampai)
    pakai_pendekatan(satu.skp, isi)
    return isi


def _bagian(nomor: int, satu: Evaluasi, masukan) -> BagianTahun:
    isi = _isi(satu)
    bentuk = bentuk_kertas(satu.skp)
    return BagianTahun(
        nomor,
        rentang(masukan.mulai, masukan.selesai),
        _hari(masukan.mulai, masukan.selesai),
        masukan.jabatan,
        str(satu.skp.unit),
        masukan.penilai,
        tulis_angka(masukan.indeks_hasil),
        satu.get_rating_hasil_display(),
        tulis_angka(masukan.indeks_perilaku),
        satu.get_rating_perilaku_display(),
        satu.get_predikat_display(),
        bentuk,
        lebar_kolom(bentuk, 2),
        bagian_hasil(satu.skp, isi, isian(satu.masukan)),
    )


def _hari(mulai: date, selesai: date) -> int:
    return (selesai - mulai).days + 1


def _perilaku(segmen: list[Evaluasi]) -> tuple[BarisPerilaku, ...]:
    """The seven values once, with what was expected and said in each part."""
    semua = [baris_perilaku(_isi(satu), umpan_perilaku(satu.masukan)) for satu in segmen]
    hasil = []
    for n, nilai in enumerate(NilaiDasar):
        baris = [bagian[n] for bagian in semua]
        harap = {satu.ekspektasi for satu in baris} - {TANPA}
        if len(harap) > 1:
            kata = ". ".join(f"Bagian {i}: {b.ekspektasi}".rstrip(".") for i, b in enumerate(baris, 1))
        else:
            kata = harap.pop() if harap else TANPA
        umpan = tuple(f"Bagian {i}: {'. '.join(b.umpan_balik)}" for i, b in enumerate(baris, 1) if b.umpan_balik)
        hasil.append(BarisPerilaku(n + 1, nilai.label, baris[0].panduan, kata, umpan))
    return tuple(hasil)
