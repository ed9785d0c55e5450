"""What a decided objection changed, kept with the inputs and shown below the figure it changed. PP 30/2019 art. 59."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from mataram_asn.kit.pohon import Simpul

from . import baca


@dataclass(frozen=True, slots=True)
class Koreksi:
    """One figure of the tree (`kunci`), what it was and became in words, who decided and when (ISO text)."""

    kunci: str
    nomor: str
    semula: str
    menjadi: str
    pertimbangan: str
    oleh: str
    pada: str

    def ke_dict(self) -> dict:
        return {bidang.name: getattr(self, bidang.name) for bidang in fields(self)}

    @classmethod
    def dari_dict(cls, isi: dict) -> Koreksi:
        """Read the stored form strictly. Raises RuleViolation."""
        nama = [bidang.name for bidang in fields(cls)]
        baca.kamus(isi, nama, "Koreksi")
        return cls(**{bidang: baca.teks(isi[bidang], f"Koreksi, {bidang}") for bidang in nama})


def tandai_koreksi(pohon: Simpul, koreksi: tuple[Koreksi, ...]) -> Simpul:
    """The explanation with one more node below each figure that was changed; the same tree where none was."""
    return _tandai(pohon, {satu.kunci: satu for satu in koreksi}) if koreksi else pohon


def _tandai(simpul: Simpul, menurut: Mapping[str, Koreksi]) -> Simpul:
    anak = tuple(_tandai(satu, menurut) for satu in simpul.anak)
    if satu := menurut.get(simpul.kunci):
        anak = (*anak, _simpul(satu))
    return replace(simpul, anak=anak)


def _simpul(satu: Koreksi) -> Simpul:
    return Simpul(
        f"Diubah oleh keberatan {satu.nomor}",
        satu.menjadi,
        rumus=f"semula {satu.semula}; diputus {satu.pada}",
        sumber=f"{satu.pertimbangan} · {satu.oleh}",
        kunci=f"koreksi:{satu.kunci}",
    )
