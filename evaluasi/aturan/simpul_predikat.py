"""The top of the explanation: predikat, cell of the 3×3, ratings, who and when, and the ketentuan."""

from __future__ import annotations

from mataram_asn.kit.pohon import Simpul

from ..pilihan import PredikatOrganisasi
from .simpul_hasil import simpul_indeks_hasil
from .simpul_perilaku import simpul_perilaku

SUMBER = "PermenPANRB 6/2022"


def simpul_predikat(masukan, hasil, perilaku, usul, rating, predikat) -> Simpul:
    """The whole explanation. `usul` and `rating` are the pairs (hasil, perilaku)."""
    sel = Simpul(
        "Sel matriks",
        predikat.label,
        rumus=f"hasil kerja {rating[0].label.lower()}, perilaku kerja {rating[1].label.lower()}",
        sumber=SUMBER,
        kunci="sel",
        anak=(
            _simpul_rating(
                "hasil kerja", "hasil", rating[0], masukan.alasan_hasil, _simpul_usul_hasil(masukan, usul[0], hasil)
            ),
            _simpul_rating(
                "perilaku kerja",
                "perilaku",
                rating[1],
                masukan.alasan_perilaku,
                _simpul_usul("perilaku", usul[1], masukan.ketentuan, simpul_perilaku(perilaku, masukan)),
            ),
        ),
    )
    anak = (sel, _simpul_segmen(masukan), _simpul_penilai(masukan), _simpul_ketentuan(masukan))
    return Simpul("Predikat kinerja", predikat.label, sumber=SUMBER, kunci="predikat", anak=anak)


def _simpul_rating(nama, kunci, rating, alasan, usul) -> Simpul:
    sama = usul.nilai == rating.label
    return Simpul(
        f"Rating {nama}",
        rating.label,
        rumus="usul diterima" if sama else "ditetapkan penilai, berbeda dari usul",
        sumber="" if sama else alasan,
        kunci=f"rating_{kunci}",
        anak=(usul,),
    )


def _simpul_usul(kunci, usul, ketentuan, simpul_indeks) -> Simpul:
    return Simpul(
        "Usul menurut indeks",
        usul.label,
        rumus=(
            f"di atas ekspektasi mulai {ketentuan.ambang_di_atas}, sesuai mulai {ketentuan.ambang_sesuai}, "
            "di bawahnya di bawah ekspektasi"
        ),
        kunci=f"usul_{kunci}",
        anak=(simpul_indeks,),
    )


def _simpul_usul_hasil(masukan, usul, hasil) -> Simpul:
    if not masukan.kepala:
        return _simpul_usul("hasil", usul, masukan.ketentuan, simpul_indeks_hasil(hasil, masukan.ketentuan))
    organisasi = Simpul(
        "Predikat organisasi",
        PredikatOrganisasi(masukan.predikat_organisasi).label,
        sumber=SUMBER,
        kunci="predikat_organisasi",
    )
    return Simpul(
        "Usul menurut predikat organisasi",
        usul.label,
        rumus="pimpinan mengambil capaian organisasinya; indeks di sampingnya tidak mengubah rating",
        sumber=SUMBER,
        kunci="usul_hasil",
        anak=(organisasi, simpul_indeks_hasil(hasil, masukan.ketentuan)),
    )


def _simpul_segmen(masukan) -> Simpul:
    hari = (masukan.selesai - masukan.mulai).days + 1
    return Simpul(
        "Rentang yang dinilai",
        str(hari),
        "hari",
        f"{masukan.mulai.isoformat()} sampai {masukan.selesai.isoformat()}",
        kunci="segmen",
    )


def _simpul_penilai(masukan) -> Simpul:
    return Simpul(
        "Pejabat penilai",
        masukan.penilai or None,
        rumus=f"ditetapkan {masukan.ditetapkan_pada}" if masukan.ditetapkan_pada else "",
        sumber=f"bobot dikonfirmasi {masukan.dikonfirmasi_oleh}" if masukan.dikonfirmasi_oleh else "",
        kunci="penilai",
    )


def _simpul_ketentuan(masukan) -> Simpul:
    return Simpul("Ketentuan penilaian", masukan.ketentuan_versi or None, sumber=masukan.dasar_hukum, kunci="ketentuan")
