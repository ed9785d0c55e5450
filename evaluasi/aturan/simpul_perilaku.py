"""The explanation of the index of perilaku kerja, from the figures of its one computation."""

from __future__ import annotations

from fractions import Fraction

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.pohon import Simpul

from ..pilihan import Rating
from .masukan import MasukanNilai
from .publik import UNSUR_NILAI, Suara, kredibilitas, nilai_konversi
from .teks import angka, ringkas

SUMBER_NILAI = "SE MenPANRB 20/2021"
SUMBER_PUBLIK = "PermenPANRB 14/2017"


def simpul_perilaku(perilaku, masukan) -> Simpul:
    """The index of a PerilakuDinilai and the seven values below it."""
    anak = tuple(_simpul_nilai(satu, masukan) for satu in perilaku.nilai)
    return _simpul_indeks(perilaku.indeks, perilaku.atasan, perilaku.padanan, anak, masukan.ketentuan)


def _simpul_nilai(satu, masukan) -> Simpul:
    nilai, ketentuan = satu.masukan.nilai, masukan.ketentuan
    anak = [_simpul_atasan(satu.masukan, satu.atasan)]
    if satu.suara:
        anak.append(_simpul_suara(nilai, satu.suara, satu.publik, ketentuan, masukan.nama_layanan))
    elif nilai in UNSUR_NILAI:
        anak.append(_simpul_tanpa_suara(nilai, masukan.publik_sendiri, masukan.publik_layanan, ketentuan))
    return Simpul(
        NilaiDasar(nilai).label,
        angka(satu.nilai),
        rumus=_rumus_padu(satu.atasan, satu.suara, satu.publik, ketentuan),
        sumber=SUMBER_NILAI,
        kunci=f"nilai:{nilai}",
        anak=tuple(anak),
    )


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
