"""The explanation of the index of hasil kerja, from the figures of its one computation."""

from __future__ import annotations

from kinerja.pilihan import Arah, JenisIndikator, SifatTarget
from mataram_asn.kit.pohon import Simpul

from ..pilihan import Rating
from .teks import angka, ringkas

SUMBER_CAPAIAN = "Rumus capaian LKjIP, ketentuan kota"

RUMUS = {
    Arah.NAIK: "100 × realisasi ÷ target",
    Arah.TURUN: "100 × (2 × target − realisasi) ÷ target, tidak kurang dari 0",
    Arah.RENTANG: "100 di dalam rentang; di luar 100 × (1 − jarak ÷ lebar rentang), tidak kurang dari 0",
}


def simpul_indeks_hasil(hasil, ketentuan) -> Simpul:
    """The index of a HasilDinilai, the weighted mean below it, and the extra assignments."""
    indeks, rata, bobot, tambahan, semua = hasil.indeks, hasil.rata, hasil.bobot, hasil.tambahan, hasil.indikator
    utama = Simpul(
        "Rata-rata tertimbang indikator utama",
        None if rata is None else angka(rata),
        rumus=f"Σ bobot × nilai ÷ Σ bobot, bobot yang tersedia {ringkas(bobot)}",
        kunci="hasil_utama",
        anak=tuple(_simpul_indikator(satu, ketentuan) for satu in semua if satu.utama),
    )
    ekstra = tuple(_simpul_indikator(satu, ketentuan) for satu in semua if not satu.utama)
    anak = [utama]
    rumus = f"{utama.nilai or 'belum tersedia'}"
    if ekstra:
        batas = ringkas(ketentuan.tambahan_batas)
        anak.append(
            Simpul("Tugas tambahan", ringkas(tambahan), "poin", f"paling banyak {batas}", kunci="tambahan", anak=ekstra)
        )
        rumus += f" + {ringkas(tambahan)}"
    rumus += f", paling tinggi {ringkas(ketentuan.batas_indeks)}"
    nilai = None if indeks is None else format(indeks, "f")
    return Simpul("Indeks hasil kerja", nilai, "dari 120", rumus, kunci="indeks_hasil", anak=tuple(anak))


def _simpul_indikator(satu, ketentuan) -> Simpul:
    masukan = satu.masukan
    anak = []
    if masukan.jenis == JenisIndikator.KUANTITATIF:
        anak.append(_simpul_capaian(satu))
    else:
        anak.append(_simpul_realisasi(masukan))
    if putusan := _simpul_putusan(satu, ketentuan):
        anak.append(putusan)
    return Simpul(
        masukan.uraian,
        _nilai_tambahan(satu, ketentuan) if not satu.utama else None if satu.nilai is None else angka(satu.nilai),
        "" if satu.utama else "poin",
        _rumus_indikator(satu),
        masukan.hasil,
        kunci=f"indikator:{masukan.kunci}",
        anak=tuple(anak),
    )


def _nilai_tambahan(satu, ketentuan) -> str | None:
    return ringkas(ketentuan.nilai_tambahan(satu.rating)) if satu.rating else None


def _rumus_indikator(satu) -> str:
    if satu.masukan.tidak_dinilai:
        return "tidak dapat dinilai, tidak ikut dijumlahkan"
    if satu.rating is None:
        return "belum dinilai"
    if not satu.utama:
        return f"tugas tambahan: {Rating(satu.rating).label.lower()}"
    return f"bobot {ringkas(satu.masukan.bobot)} × {angka(satu.nilai)}"


def _simpul_capaian(satu) -> Simpul:
    masukan = satu.masukan
    usul = "" if satu.usul is None else f"; usul: {satu.usul.label.lower()}"
    return Simpul(
        "Capaian",
        None if satu.capaian is None else angka(satu.capaian),
        "%",
        RUMUS.get(masukan.arah, "") + usul,
        SUMBER_CAPAIAN,
        kunci=f"capaian:{masukan.kunci}",
        anak=(_simpul_target(satu), _simpul_realisasi(masukan)),
    )


def _simpul_target(satu) -> Simpul:
    masukan = satu.masukan
    nilai = None if satu.target is None else ringkas(satu.target)
    if satu.target_atas is not None:
        nilai = f"{nilai}–{ringkas(satu.target_atas)}"
    rumus = "sama sepanjang tahun"
    if masukan.sifat == SifatTarget.KUMULATIF and masukan.target is not None:
        rumus = f"target SKP {ringkas(masukan.target)} × hari yang berjalan ÷ hari SKP"
    return Simpul("Target periode", nilai, masukan.satuan, rumus, kunci=f"target:{masukan.kunci}")


def _simpul_realisasi(masukan) -> Simpul:
    return Simpul(
        "Realisasi",
        None if masukan.realisasi is None else ringkas(masukan.realisasi),
        masukan.satuan,
        masukan.uraian_realisasi,
        _dicatat(masukan),
        kunci=f"realisasi:{masukan.kunci}",
        anak=tuple(
            Simpul(
                bukti.nama,
                None,
                sumber=f"SHA-256 {bukti.sidik}" if bukti.sidik else "",
                kunci=f"bukti:{masukan.kunci}:{nomor}",
                tautan=bukti.tautan,
            )
            for nomor, bukti in enumerate(masukan.bukti, start=1)
        ),
    )


def _dicatat(masukan) -> str:
    """When the realisasi was recorded, and by whom where that is kept."""
    if not masukan.dicatat_pada:
        return ""
    oleh = f" oleh {masukan.dicatat_oleh}" if masukan.dicatat_oleh else ""
    return f"dicatat {masukan.dicatat_pada}{oleh}"


def _simpul_putusan(satu, ketentuan) -> Simpul | None:
    """What the atasan decided about the indicator, with the reason."""
    masukan = satu.masukan
    kunci = f"putusan:{masukan.kunci}"
    if masukan.tidak_dinilai:
        return Simpul("Putusan penilai", "Tidak dapat dinilai", sumber=masukan.alasan, kunci=kunci)
    if satu.rating is None:
        return None
    if satu.rating == satu.usul:
        rumus = "usul diterima, nilai tetap capaian"
    else:
        setara = f"setara {ringkas(ketentuan.nilai_rating(satu.rating))}"
        rumus = f"menggantikan usul, {setara}" if satu.ditimpa else setara
    return Simpul("Putusan penilai", satu.rating.label, rumus=rumus, sumber=masukan.alasan, kunci=kunci)
