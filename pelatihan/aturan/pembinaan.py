"""Coaching of who is below expectation: monthly checks, a review, steps decided by people. PP 30/2019 art. 56–58."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from evaluasi.pilihan import Predikat, Rating
from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan.isian import cacah, kamus
from pegawai.pilihan import JenisKetentuan, Kepastian

from ..pilihan import TahapPembinaan

KETENTUAN_BAWAAN = {
    JenisKetentuan.PEMBINAAN: (
        {"bulan_tinjau": 6, "tiap_bulan": 1},
        "PP 30/2019 pasal 56 sampai 58 (ditinjau sesudah enam bulan); pemeriksaan bulanan ketetapan kota",
        Kepastian.SALINAN,
    )
}

#: Which step may follow which. Each is decided by a person; nothing follows by itself.
LANGKAH_BERIKUT = {
    TahapPembinaan.BERJALAN: (TahapPembinaan.MEMBAIK, TahapPembinaan.DIPERPANJANG, TahapPembinaan.UJI_KOMPETENSI),
    TahapPembinaan.DIPERPANJANG: (TahapPembinaan.MEMBAIK, TahapPembinaan.UJI_KOMPETENSI),
    TahapPembinaan.UJI_KOMPETENSI: (
        TahapPembinaan.MEMBAIK,
        TahapPembinaan.JABATAN_LAIN,
        TahapPembinaan.JABATAN_LEBIH_RENDAH,
    ),
    TahapPembinaan.JABATAN_LAIN: (TahapPembinaan.MEMBAIK, TahapPembinaan.JABATAN_LEBIH_RENDAH),
    TahapPembinaan.JABATAN_LEBIH_RENDAH: (TahapPembinaan.MEMBAIK, TahapPembinaan.BERHENTI),
}
#: After these there is nothing more to check.
TERTUTUP = (TahapPembinaan.MEMBAIK, TahapPembinaan.BERHENTI)


@dataclass(frozen=True)
class KetentuanPembinaan:
    """After how many months coaching is reviewed, and every how many months it is checked."""

    bulan_tinjau: int
    tiap_bulan: int

    @classmethod
    def dari(cls, isi: dict) -> KetentuanPembinaan:
        """Read a stored ketentuan strictly. Raises RuleViolation."""
        kamus(isi, ("bulan_tinjau", "tiap_bulan"), "Pembinaan")
        return cls(
            cacah(isi["bulan_tinjau"], "Bulan peninjauan", 1, 24), cacah(isi["tiap_bulan"], "Jarak pemeriksaan", 1, 12)
        )


def perlu_pembinaan(predikat: str, rating_hasil: str, rating_perilaku: str) -> bool:
    """Below expectation in results or in conduct, or a predikat below Baik."""
    return predikat in (Predikat.BUTUH_PERBAIKAN, Predikat.KURANG, Predikat.SANGAT_KURANG) or Rating.DI_BAWAH in (
        rating_hasil,
        rating_perilaku,
    )


def langkah_sesudah(tahap: str, langkah: str) -> TahapPembinaan:
    """That step, where it may follow now. Raises RuleViolation."""
    if langkah not in LANGKAH_BERIKUT.get(TahapPembinaan(tahap), ()):
        raise RuleViolation(f"Langkah itu tidak mengikuti keadaan sekarang: {TahapPembinaan(tahap).label.lower()}.")
    return TahapPembinaan(langkah)


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day that many months later, or the last of a shorter month."""
    nomor = hari.year * 12 + hari.month - 1 + bulan
    tahun, bulan_baru = divmod(nomor, 12)
    return date(tahun, bulan_baru + 1, min(hari.day, calendar.monthrange(tahun, bulan_baru + 1)[1]))


def bulan_jatuh_tempo(mulai: date, tinjau: date, hari: date, tiap: int) -> tuple[date, ...]:
    """The days of the checks that are due by `hari`, one every `tiap` months up to the review."""
    tempo, nomor = [], tiap
    while (satu := tambah_bulan(mulai, nomor)) <= min(tinjau, hari):
        tempo.append(satu)
        nomor += tiap
    return tuple(tempo)
