"""Reads of the year's path: every entry of a plan, what each changed, and where each indicator stands."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from mataram_asn.kit.kata import tulis_angka, tulis_tanggal
from pegawai.models import Ketentuan
from pegawai.pilihan import JenisKetentuan

from .aturan import (
    Isian,
    Jalur,
    KetentuanPemantauan,
    Perubahan,
    Sasaran,
    baca_jalur,
    bandingkan_isian,
    titik_jalur,
)
from .models import SKP, Indikator, Periode, Realisasi
from .pilihan import Arah, JenisIndikator, SifatTarget


def ketentuan_pemantauan(hari: date) -> KetentuanPemantauan:
    """The ketentuan of monitoring in force that day; the first version where none is stored yet."""
    from .aturan.bawaan import PEMANTAUAN

    try:
        return KetentuanPemantauan.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.PEMANTAUAN, hari).isi)
    except Ketentuan.DoesNotExist:
        return KetentuanPemantauan.dari(PEMANTAUAN)


@dataclass(frozen=True)
class Catatan:
    """One entry of the history and what it changed from the one before (None for the first)."""

    realisasi: Realisasi
    perubahan: Perubahan | None


def riwayat_skp(skp: SKP) -> dict[int, list[Catatan]]:
    """Every entry of a plan by indicator, newest first, over all its periods. Two queries."""
    baris = (
        Realisasi.objects.filter(indikator__hasil__skp=skp)
        .select_related("periode", "dicatat_oleh")
        .prefetch_related("bukti")
        .order_by("pk")
    )
    menurut = defaultdict(list)
    for satu in baris:
        menurut[satu.indikator_id].append(satu)
    return {pk: _berubah(daftar) for pk, daftar in menurut.items()}


def _berubah(daftar: list[Realisasi]) -> list[Catatan]:
    isian = [_isian(satu) for satu in daftar]
    sebelum = [None, *isian[:-1]]
    pasangan = zip(daftar, sebelum, isian, strict=True)
    return [Catatan(satu, bandingkan_isian(lama, baru)) for satu, lama, baru in pasangan][::-1]


def _isian(satu: Realisasi) -> Isian:
    return Isian(satu.nilai, satu.uraian, {bukti.pk: str(bukti) for bukti in satu.bukti.all()})


@dataclass(frozen=True)
class Kemajuan:
    """Where an indicator stands: the rule's answer, its sentence, and what the chart draws."""

    jalur: Jalur
    kalimat: str
    harapan: tuple[tuple[tuple[date, object], ...], ...]
    titik: tuple[tuple[date, object], ...]


def sasaran(skp: SKP, indikator: Indikator) -> Sasaran:
    """What the plan promises of a quantitative indicator."""
    return Sasaran(
        indikator.arah, indikator.sifat, indikator.target, skp.mulai, skp.selesai, target_atas=indikator.target_atas
    )


def kemajuan(skp: SKP, indikator: Indikator, catatan: list[Catatan], periode: Periode, hari: date, minimum):
    """Where a quantitative indicator stands at the end of the period, or today while it runs; None for words."""
    if indikator.jenis != JenisIndikator.KUANTITATIF:
        return None
    janji, pada = sasaran(skp, indikator), min(max(min(hari, periode.selesai), skp.mulai), skp.selesai)
    kini = next((satu.realisasi for satu in catatan if satu.realisasi.periode_id == periode.pk), None)
    jalur = baca_jalur(janji, pada, kini.nilai if kini else None, minimum)
    kalimat = tulis_jalur(indikator, jalur, _sebelum(catatan, periode))
    return Kemajuan(jalur, kalimat, _harapan(janji), _titik(skp, catatan))


def _sebelum(catatan: list[Catatan], periode: Periode) -> Realisasi | None:
    """The entry of the nearest period before, to say where the year stood then."""
    lalu = [satu.realisasi for satu in catatan if satu.realisasi.nilai is not None]
    lalu = [satu for satu in lalu if satu.periode.selesai < periode.mulai]
    return max(lalu, key=lambda satu: (satu.periode.selesai, satu.pk), default=None)


def _harapan(janji: Sasaran):
    """One line of what is expected, or the two ends of a range."""
    ujung = titik_jalur(janji)
    garis = [tuple((hari, bawah) for hari, bawah, _ in ujung)]
    if janji.target_atas is not None:
        garis.append(tuple((hari, atas) for hari, _, atas in ujung))
    return tuple(garis)


def _titik(skp: SKP, catatan: list[Catatan]):
    """The entry that counts of each period, at the day it was recorded, kept inside the period and the plan."""
    terakhir = {}
    for satu in reversed(catatan):
        if satu.realisasi.nilai is not None:
            terakhir[satu.realisasi.periode_id] = satu.realisasi
    titik = [(_hari(skp, satu), satu.nilai) for satu in terakhir.values()]
    return tuple(sorted(titik))


def _hari(skp: SKP, satu: Realisasi) -> date:
    from django.utils import timezone

    periode = satu.periode
    dicatat = timezone.localdate(satu.dicatat_pada)
    return min(max(dicatat, periode.mulai, skp.mulai), periode.selesai, skp.selesai)


def tulis_jalur(indikator: Indikator, jalur: Jalur, sebelum: Realisasi | None = None) -> str:
    """The path in a sentence: "Seharusnya 25 dari 50 berkas pada 30 Juni 2026; tercatat 31".

    Without an entry in this period the last one before is named, where there is one.
    """
    harap = tulis_angka(jalur.seharusnya, "ringkas")
    if indikator.arah == Arah.RENTANG:
        harap = f"{harap}–{tulis_angka(jalur.seharusnya_atas, 'ringkas')}"
    penuh = f" dari {tulis_angka(indikator.target, 'ringkas')}" if indikator.sifat == SifatTarget.KUMULATIF else ""
    awal = "Seharusnya paling banyak" if indikator.arah == Arah.TURUN else "Seharusnya"
    if jalur.tercatat is not None:
        kini = f"tercatat {tulis_angka(jalur.tercatat, 'ringkas')}"
    elif sebelum is not None:
        kini = f"periode ini belum diisi, terakhir {tulis_angka(sebelum.nilai, 'ringkas')} pada {sebelum.periode}"
    else:
        kini = "belum ada yang tercatat"
    return f"{awal} {harap}{penuh} {indikator.satuan} pada {tulis_tanggal(jalur.hari)}; {kini}"
