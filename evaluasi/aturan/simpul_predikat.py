"""The top of the explanation: predikat, cell of the 3×3, ratings, who and when, and the ketentuan."""

from __future__ import annotations

from mataram_asn.kit.pohon import Simpul

from ..pilihan import PredikatOrganisasi, Sumbu
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
            _simpul_rating("hasil", rating[0], masukan, _simpul_usul_hasil(masukan, usul[0], hasil)),
            _simpul_rating(
                "perilaku",
                rating[1],
                masukan,
                _simpul_usul("perilaku", usul[1], masukan.ketentuan, simpul_perilaku(perilaku, masukan)),
            ),
        ),
    )
    anak = (sel, _simpul_segmen(masukan), _simpul_penilai(masukan), _simpul_ketentuan(masukan))
    return Simpul("Predikat kinerja", predikat.label, sumber=SUMBER, kunci="predikat", anak=anak)


def _simpul_rating(sumbu, rating, masukan, usul) -> Simpul:
    """The final rating of one axis; where calibration changed it, every change stands below with who and why."""
    nama, kunci = f"Rating {Sumbu(sumbu).label.lower()}", f"rating_{sumbu}"
    perubahan = [satu for satu in masukan.kalibrasi if satu.sumbu == sumbu]
    penilai = getattr(masukan, kunci)
    if not perubahan:
        return Simpul(nama, rating.label, *_menurut_penilai(sumbu, penilai, masukan, usul), kunci, anak=(usul,))
    awal = penilai.label if penilai else usul.nilai
    sebelum = Simpul(
        "Rating penilai",
        awal,
        *_menurut_penilai(sumbu, penilai, masukan, usul),
        f"rating_penilai_{sumbu}",
        anak=(usul,),
    )
    anak = [_simpul_kalibrasi(satu, n) for n, satu in enumerate(perubahan, start=1)]
    return Simpul(nama, rating.label, rumus="diubah dalam kalibrasi", kunci=kunci, anak=(*anak, sebelum))


def _menurut_penilai(sumbu, penilai, masukan, usul) -> tuple[str, str, str]:
    """Unit, formula and source of what the assessor decided."""
    if penilai is None or penilai.label == usul.nilai:
        return "", "usul diterima", ""
    return "", "ditetapkan penilai, berbeda dari usul", getattr(masukan, f"alasan_{sumbu}")


def _simpul_kalibrasi(satu, nomor) -> Simpul:
    return Simpul(
        "Kalibrasi",
        satu.ke.label,
        rumus=f"dari {satu.dari.label.lower()}, oleh {satu.oleh}, {satu.pada}",
        sumber=satu.alasan,
        kunci=f"kalibrasi:{satu.sumbu}:{nomor}",
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
