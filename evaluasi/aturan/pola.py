"""The distribution pattern: a guide by the organisation's own predikat. SE MenPANRB 3/2023."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from ..pilihan import Predikat, PredikatOrganisasi
from .ketentuan import KetentuanPenilaian, SyaratPola


@dataclass(frozen=True, slots=True)
class PolaHasil:
    """Whether a curve fits its pattern (None without people), and for each unmet line what would satisfy it."""

    sesuai: bool | None
    kalimat: tuple[str, ...]
    catatan: str = ""


def pola_distribusi(organisasi: str, jumlah: Mapping[str, int], ketentuan: KetentuanPenilaian) -> PolaHasil:
    """Compare the numbers of people per predikat with the pattern of that organisation.

    `jumlah` counts the people of one perangkat daerah with a result in the period, its head left out. It warns and
    never blocks. Raises RuleViolation for an unknown predikat or a negative number.
    """
    hitungan = _hitungan(jumlah)
    orang = sum(hitungan.values())
    syarat = dict(ketentuan.pola)[PredikatOrganisasi(organisasi)]
    if not orang:
        return PolaHasil(None, (), "Belum ada hasil yang dapat dibandingkan dengan pola.")
    kalimat = tuple(filter(None, (_kalimat(satu, hitungan, orang) for satu in syarat)))
    return PolaHasil(not kalimat, kalimat, _catatan(syarat, orang))


def _hitungan(jumlah: Mapping[str, int]) -> dict[Predikat, int]:
    if any(kunci not in Predikat.values or banyak < 0 for kunci, banyak in jumlah.items()):
        raise RuleViolation("Jumlah pegawai per predikat harus 0 atau lebih, dengan predikat yang dikenal.")
    return {predikat: jumlah.get(predikat, 0) for predikat in Predikat}


def batas_orang(syarat: SyaratPola, orang: int) -> int:
    """How many people at most (`maks`) or at least (`min`, `ada`) that line means among `orang`."""
    bagian = Decimal(orang) * syarat.persen / 100
    if syarat.jenis == "maks":
        return floor(bagian)
    return ceil(bagian) if syarat.jenis == "min" else 1


def _kalimat(syarat: SyaratPola, hitungan: dict, orang: int) -> str:
    """What would satisfy the line; empty when it is satisfied."""
    ada, batas = sum(hitungan[p] for p in syarat.predikat), batas_orang(syarat, orang)
    if ada <= batas if syarat.jenis == "maks" else ada >= batas:
        return ""
    nama = " dan/atau ".join(p.label for p in syarat.predikat)
    kini = f"sekarang {tulis_angka(ada)}"
    if syarat.jenis == "ada":
        return f"Menurut pola ada pegawai dengan predikat {nama}; sekarang belum ada."
    if syarat.jenis == "maks" and not batas:
        return f"Menurut pola tidak ada {nama}; {kini} dari {tulis_angka(orang)} orang."
    paling = "banyak" if syarat.jenis == "maks" else "sedikit"
    bagian = f"{tulis_angka(batas)} dari {tulis_angka(orang)} orang ({tulis_angka(syarat.persen, 'ringkas')} %)"
    return f"{nama} paling {paling} {bagian}; {kini}."


def _catatan(syarat: tuple[SyaratPola, ...], orang: int) -> str:
    if sum(batas_orang(satu, orang) for satu in syarat if satu.jenis != "maks") > orang:
        return f"Pola ini tidak dapat dipenuhi oleh {orang} orang; pola adalah pedoman."
    return ""
