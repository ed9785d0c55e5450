"""Reads of coaching: who needs it, which figures caused it, which checks are due."""

from collections.abc import Iterator
from datetime import date

from evaluasi import rekap as rekap_evaluasi
from evaluasi.models import Evaluasi
from evaluasi.pilihan import Rating
from pegawai import rekap as rekap_pegawai
from pegawai.models import Ketentuan
from pegawai.pilihan import JenisKetentuan

from ..aturan import TERTUTUP, KetentuanPembinaan, bulan_jatuh_tempo, perlu_pembinaan
from ..models import Pembinaan
from .pelatihan import _di_bawah


def ketentuan_pembinaan(hari: date) -> KetentuanPembinaan:
    """The numbers of coaching in force that day."""
    return KetentuanPembinaan.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.PEMBINAAN, hari).isi)


def figur_di_bawah(evaluasi: Evaluasi) -> dict[str, str]:
    """The figures below expectation of one result, by key: the ratings first, then values and indicators."""
    nilai, indikator = _di_bawah(evaluasi, {evaluasi.pk: evaluasi.masukan})
    hasil = {
        f"rating_{nama}": f"Rating {kata}: di bawah ekspektasi pada {evaluasi.siklus.nama}"
        for nama, kata in (("hasil", "hasil kerja"), ("perilaku", "perilaku kerja"))
        if getattr(evaluasi, f"rating_{nama}") == Rating.DI_BAWAH
    }
    hasil |= {f"nilai:{kunci}": kalimat for kunci, kalimat in nilai}
    return hasil | {f"indikator:{kunci}": kalimat for kunci, kalimat, _ in indikator}


def belum_dibina(atasan_id: int, hari: date) -> list[Evaluasi]:
    """The latest result of each direct subordinate that calls for coaching and has none since. Few queries."""
    orang = list(rekap_pegawai.bawahan_langsung(atasan_id, hari).asn().values_list("pk", flat=True))
    terakhir = rekap_evaluasi.evaluasi_terakhir(orang)
    perlu = [
        satu for satu in terakhir.values() if perlu_pembinaan(satu.predikat, satu.rating_hasil, satu.rating_perilaku)
    ]
    ada = set(Pembinaan.objects.filter(pegawai__in=orang).berjalan().values_list("pegawai_id", flat=True))
    sudah = set(Pembinaan.objects.filter(evaluasi__in=perlu).values_list("evaluasi_id", flat=True))
    return [satu for satu in perlu if satu.pegawai_id not in ada and satu.pk not in sudah]


def tempo_terbuka(pembinaan: Pembinaan, hari: date, tiap: int | None = None) -> tuple[date, ...]:
    """The checks that are due by that day and not noted, the earliest first.

    `tiap` is every how many months, where the caller has read it for many plans; `catatan` may be prefetched.
    """
    tiap = tiap or ketentuan_pembinaan(hari).tiap_bulan
    dicatat = {satu.tempo for satu in pembinaan.catatan.all()}
    tempo = bulan_jatuh_tempo(pembinaan.mulai, pembinaan.tinjau_pada, hari, tiap)
    return tuple(satu for satu in tempo if satu not in dicatat)


def tempo_berikut(pembinaan: Pembinaan, hari: date) -> date | None:
    """The day on which the next check falls due; None once there is none before the review, or the plan is closed."""
    if pembinaan.tahap in TERTUTUP:
        return None
    tiap = ketentuan_pembinaan(hari).tiap_bulan
    semua = bulan_jatuh_tempo(pembinaan.mulai, pembinaan.tinjau_pada, pembinaan.tinjau_pada, tiap)
    return next((satu for satu in semua if satu > hari), None)


def yang_jatuh_tempo(hari: date) -> Iterator[tuple[Pembinaan, tuple[date, ...]]]:
    """Each running plan with the checks that are due and not noted."""
    baris = Pembinaan.objects.berjalan().select_related("pegawai", "atasan").prefetch_related("catatan")
    tiap = ketentuan_pembinaan(hari).tiap_bulan
    for satu in baris.order_by("pk"):
        if tempo := tempo_terbuka(satu, hari, tiap):
            yield satu, tempo
