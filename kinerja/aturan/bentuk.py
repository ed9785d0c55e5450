"""Which form a plan has: its columns by the kind of position and the approach. PermenPANRB 6/2022, annex [V*]."""

from __future__ import annotations

from dataclasses import dataclass

from ..pilihan import JenisHasil, Pendekatan

JPT = "pimpinan_tinggi_pratama"
_SUMBER = "PermenPANRB 6/2022, lampiran: bentuk SKP"
_KUANTITATIF = (
    "No",
    "Rencana hasil kerja pimpinan yang diintervensi",
    "Rencana hasil kerja",
    "Aspek",
    "Indikator kinerja individu",
    "Target",
)
_KUANTITATIF_JPT = ("No", "Rencana hasil kerja", "Indikator kinerja individu", "Target", "Perspektif")
_KUALITATIF = ("No", "Rencana hasil kerja")


@dataclass(frozen=True, slots=True)
class BentukSKP:
    """One form: its columns in print order, whether it names aspek or perspektif, and the words under a result.

    `butir` heads the bullets under each result of a kualitatif form; it is empty where indicators have columns.
    """

    kunci: str
    judul: str
    kolom: tuple[str, ...]
    aspek: bool
    perspektif: bool
    butir: str = ""
    bagian: tuple[tuple[str, str], ...] = ((JenisHasil.UTAMA, "A. Utama"), (JenisHasil.TAMBAHAN, "B. Tambahan"))
    sumber: str = _SUMBER


#: (approach, whether JPT or head of an independent unit) -> form.
BENTUK = {
    (Pendekatan.KUANTITATIF, False): BentukSKP(
        "kuantitatif", "SKP kuantitatif, pejabat administrasi dan fungsional", _KUANTITATIF, True, False
    ),
    (Pendekatan.KUANTITATIF, True): BentukSKP(
        "kuantitatif-jpt",
        "SKP kuantitatif, pimpinan tinggi dan pimpinan unit kerja mandiri",
        _KUANTITATIF_JPT,
        False,
        True,
    ),
    (Pendekatan.KUALITATIF, False): BentukSKP(
        "kualitatif",
        "SKP kualitatif, pejabat administrasi dan fungsional",
        _KUALITATIF,
        False,
        False,
        "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target",
    ),
    (Pendekatan.KUALITATIF, True): BentukSKP(
        "kualitatif-jpt",
        "SKP kualitatif, pimpinan tinggi dan pimpinan unit kerja mandiri",
        _KUALITATIF,
        False,
        True,
        "Ukuran keberhasilan/Indikator Kinerja Individu, Target, dan Perspektif",
    ),
}


def bentuk_skp(jenis_jabatan: str, pendekatan: str, *, pimpinan_mandiri: bool = False) -> BentukSKP:
    """The form of a plan. `pimpinan_mandiri`: the position heads a perangkat daerah, whatever its kind.

    Administrator, pengawas, fungsional and pelaksana share one form. Raises ValueError for an unknown approach.
    """
    return BENTUK[Pendekatan(pendekatan), jenis_jabatan == JPT or pimpinan_mandiri]
