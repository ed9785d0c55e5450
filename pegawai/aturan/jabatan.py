"""What follows from a position: retirement age and the level of competence it asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..pilihan import JenisJabatan, JenisKompetensi, Jenjang
from .isian import cacah, kamus

#: The positions whose numbers stand under "jenis"; those of fungsional stand under "jenjang".
_JENIS = tuple(jenis for jenis in JenisJabatan if jenis not in (JenisJabatan.PIMPINAN_DAERAH, JenisJabatan.FUNGSIONAL))

#: key, name, kind of the competences that every position asks. PermenPANRB 38/2017.
KOMPETENSI_BAKU = (
    ("integritas", "Integritas", JenisKompetensi.MANAJERIAL),
    ("kerja_sama", "Kerja sama", JenisKompetensi.MANAJERIAL),
    ("komunikasi", "Komunikasi", JenisKompetensi.MANAJERIAL),
    ("orientasi_pada_hasil", "Orientasi pada hasil", JenisKompetensi.MANAJERIAL),
    ("pelayanan_publik", "Pelayanan publik", JenisKompetensi.MANAJERIAL),
    ("pengembangan_diri_dan_orang_lain", "Pengembangan diri dan orang lain", JenisKompetensi.MANAJERIAL),
    ("mengelola_perubahan", "Mengelola perubahan", JenisKompetensi.MANAJERIAL),
    ("pengambilan_keputusan", "Pengambilan keputusan", JenisKompetensi.MANAJERIAL),
    ("perekat_bangsa", "Perekat bangsa", JenisKompetensi.SOSIAL_KULTURAL),
)


@dataclass(frozen=True, slots=True)
class KetentuanBUP:
    """Retirement ages in years by position, and that of teachers. PP 11/2017, UU 14/2005."""

    jenis: Mapping[str, int]
    jenjang: Mapping[str, int]
    guru: int

    @classmethod
    def dari(cls, isi: dict) -> KetentuanBUP:
        """Read a stored ketentuan. Raises RuleViolation with what cannot be read."""
        kamus(isi, ("jenis", "jenjang", "guru"), "Batas usia pensiun")
        return cls(
            _tabel(isi["jenis"], _JENIS, "Batas usia pensiun", 50, 75),
            _tabel(isi["jenjang"], Jenjang, "Batas usia pensiun", 50, 75),
            cacah(isi["guru"], "Batas usia pensiun guru", 50, 75),
        )


@dataclass(frozen=True, slots=True)
class KetentuanStandarLevel:
    """The level 1 to 5 that a position asks of every competence of its standard. PermenPANRB 38/2017."""

    jenis: Mapping[str, int]
    jenjang: Mapping[str, int]

    @classmethod
    def dari(cls, isi: dict) -> KetentuanStandarLevel:
        """Read a stored ketentuan. Raises RuleViolation with what cannot be read."""
        kamus(isi, ("jenis", "jenjang"), "Tingkat kompetensi")
        return cls(
            _tabel(isi["jenis"], _JENIS, "Tingkat kompetensi", 1, 5),
            _tabel(isi["jenjang"], Jenjang, "Tingkat kompetensi", 1, 5),
        )


def bup(jenis: str, jenjang: str, guru: bool, tabel: KetentuanBUP) -> int | None:
    """The retirement age in years; None for an office that has none (the mayor). Teachers have one of their own."""
    if guru:
        return tabel.guru
    return _cari(jenis, jenjang, tabel)


def level_standar(jenis: str, jenjang: str, tabel: KetentuanStandarLevel) -> int | None:
    """The level 1 to 5 that the position asks; None for an office without a standard (the mayor)."""
    return _cari(jenis, jenjang, tabel)


def standar_kompetensi(
    jenis: str, jenjang: str, rumpun: str, tabel: KetentuanStandarLevel, tersedia: Collection[str] | None = None
) -> dict[str, int]:
    """The competences that a position asks, each with its level: the nine of every position and its own technical one.

    `tersedia` are the competences that the city keeps; those it does not keep are not asked. Empty where the
    office has no standard (the mayor).
    """
    level = level_standar(jenis, jenjang, tabel)
    kunci = [satu for satu, _, _ in KOMPETENSI_BAKU] + ([f"teknis_{rumpun}"] if rumpun else [])
    return {satu: level for satu in kunci if level and (tersedia is None or satu in tersedia)}


def _cari(jenis: str, jenjang: str, tabel: KetentuanBUP | KetentuanStandarLevel) -> int | None:
    if jenis == JenisJabatan.FUNGSIONAL:
        return tabel.jenjang.get(jenjang)
    return tabel.jenis.get(jenis)


def _tabel(isi, kunci, label: str, terendah: int, tertinggi: int) -> Mapping[str, int]:
    nilai = kamus(isi, (satu.value for satu in kunci), label)
    return MappingProxyType(
        {satu.value: cacah(nilai[satu.value], f"{label} {satu.label}", terendah, tertinggi) for satu in kunci}
    )
