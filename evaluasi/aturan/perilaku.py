"""Perilaku kerja: seven values of the atasan, two of which the public also speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.pohon import Simpul

from ..pilihan import Rating
from .ketentuan import KetentuanPenilaian
from .masukan import Jawaban, MasukanNilai
from .publik import UNSUR_NILAI, Suara, konversi, kredibilitas, nilai_konversi, padu, pilih_suara
from .teks import angka, ringkas

SUMBER_NILAI = "SE MenPANRB 20/2021"
SUMBER_PUBLIK = "PermenPANRB 14/2017"


@dataclass(frozen=True, slots=True)
class PerilakuDinilai:
    """The index of perilaku (0–120, two places), what it is without the public, and its explanation."""

    indeks: Decimal
    indeks_atasan: Decimal
    simpul: Simpul


def nilai_perilaku(
    perilaku: tuple[MasukanNilai, ...],
    sendiri: Jawaban | None,
    layanan: Jawaban | None,
    ketentuan: KetentuanPenilaian,
    nama_layanan: str = "",
) -> PerilakuDinilai:
    """The index of the seven values; every value must be rated exactly once (the caller checks).

    The mean of the values, moved by the public by at most `publik_batas` points; rounded once.
    """
    urutan = {nilai: nomor for nomor, nilai in enumerate(NilaiDasar.values)}
    hasil = [
        _nilai(masukan, sendiri, layanan, ketentuan, nama_layanan)
        for masukan in sorted(perilaku, key=lambda masukan: urutan[masukan.nilai])
    ]
    atasan = sum(atasan for atasan, _, _ in hasil) / len(hasil)
    padanan = sum(nilai for _, nilai, _ in hasil) / len(hasil)
    batas = Fraction(ketentuan.publik_batas)
    indeks = bulat(min(Fraction(ketentuan.batas_indeks), max(atasan - batas, min(atasan + batas, padanan))))
    anak = tuple(simpul for _, _, simpul in hasil)
    return PerilakuDinilai(indeks, bulat(atasan), _simpul_indeks(indeks, atasan, padanan, anak, ketentuan))


def _nilai(masukan, sendiri, layanan, ketentuan, nama_layanan) -> tuple[Fraction, Fraction, Simpul]:
    """The atasan's figure of one value, the blended one, and the node."""
    atasan = Fraction(ketentuan.nilai_rating(masukan.rating))
    suara = pilih_suara(masukan.nilai, sendiri, layanan, ketentuan)
    publik = konversi(nilai_konversi(suara.rerata), ketentuan.konversi) if suara else None
    nilai = padu(atasan, publik, suara.n, bobot=suara.bobot, k=ketentuan.publik_k) if suara else atasan
    anak = [_simpul_atasan(masukan, atasan)]
    if suara:
        anak.append(_simpul_suara(masukan.nilai, suara, publik, ketentuan, nama_layanan))
    elif masukan.nilai in UNSUR_NILAI:
        anak.append(_simpul_tanpa_suara(masukan.nilai, sendiri, layanan, ketentuan))
    simpul = Simpul(
        NilaiDasar(masukan.nilai).label,
        angka(nilai),
        rumus=_rumus_padu(atasan, suara, publik, ketentuan),
        sumber=SUMBER_NILAI,
        kunci=f"nilai:{masukan.nilai}",
        anak=tuple(anak),
    )
    return atasan, nilai, simpul


def _rumus_padu(atasan, suara: Suara | None, publik, ketentuan) -> str:
    if suara is None:
        return f"nilai penilai {ringkas(atasan)}"
    berat = f"{ringkas(suara.bobot)} × {angka(kredibilitas(suara.n, ketentuan.publik_k), 4)}"
    return f"(1 − {berat}) × {ringkas(atasan)} + {berat} × {angka(publik)}"


def _simpul_atasan(masukan: MasukanNilai, atasan: Fraction) -> Simpul:
    return Simpul(
        "Rating penilai",
        Rating(masukan.rating).label,
        rumus=f"setara {ringkas(atasan)}",
        sumber=masukan.alasan,
        kunci=f"atasan:{masukan.nilai}",
    )


def _simpul_suara(nilai, suara: Suara, publik, ketentuan, nama_layanan) -> Simpul:
    kunci = f"publik:{nilai}"
    tentang = "tentang petugas" if suara.sendiri else f"tentang layanan {nama_layanan}".rstrip()
    z = kredibilitas(suara.n, ketentuan.publik_k)
    return Simpul(
        f"Umpan balik masyarakat {tentang}",
        angka(publik),
        rumus=f"nilai konversi {angka(nilai_konversi(suara.rerata))} menurut tabel konversi",
        sumber=SUMBER_PUBLIK,
        kunci=kunci,
        anak=(
            Simpul("Banyaknya jawaban (n)", str(suara.n), "jawaban", kunci=f"{kunci}:n"),
            Simpul("Rata-rata jawaban", angka(suara.rerata, 4), "dari 4", kunci=f"{kunci}:rerata"),
            Simpul("Bobot (w)", ringkas(suara.bobot), kunci=f"{kunci}:w"),
            Simpul(
                "Kredibilitas (z)",
                angka(z, 4),
                rumus=f"n ÷ (n + k) = {suara.n} ÷ ({suara.n} + {ringkas(ketentuan.publik_k)})",
                kunci=f"{kunci}:z",
            ),
        ),
    )


def _simpul_tanpa_suara(nilai, sendiri, layanan, ketentuan) -> Simpul:
    """Says why the public is not in it, and nothing from which fewer answers than the minimum could be read."""
    if sendiri is None and layanan is None:
        alasan = "tidak berlaku: tidak melayani masyarakat secara langsung"
    else:
        alasan = (
            f"belum dihitung: kurang dari {ketentuan.publik_minimum} jawaban tentang petugas "
            f"dan kurang dari {ketentuan.layanan_minimum} jawaban tentang layanan"
        )
    return Simpul("Umpan balik masyarakat", None, rumus=alasan, sumber=SUMBER_PUBLIK, kunci=f"publik:{nilai}")


def _simpul_indeks(indeks, atasan, padanan, anak, ketentuan) -> Simpul:
    rumus = "rata-rata tujuh nilai"
    if abs(padanan - atasan) > ketentuan.publik_batas:
        rumus += (
            f" {angka(padanan)}, pengaruh masyarakat dibatasi {ringkas(ketentuan.publik_batas)} dari {angka(atasan)}"
        )
    return Simpul("Indeks perilaku kerja", format(indeks, "f"), "dari 120", rumus, kunci="indeks_perilaku", anak=anak)
