"""Ranks: golongan ruang of PNS with their pangkat and national codes, and golongan of PPPK."""

from __future__ import annotations

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import JenisPegawai

#: golongan ruang: pangkat, lowest first. PP 7/1977 and its amendments, as widely published.
PANGKAT = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}

_ROMAWI = ("I", "II", "III", "IV")

#: National reference code: golongan ruang, "11" is I/a and "45" is IV/e; and the other way round.
KODE_GOLONGAN = {f"{_ROMAWI.index(g.split('/')[0]) + 1}{'abcde'.index(g[-1]) + 1}": g for g in PANGKAT}
GOLONGAN = {golongan: kode for kode, golongan in KODE_GOLONGAN.items()}

GOLONGAN_PPPK = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII",
)  # fmt: skip

_URUTAN = {golongan: urut for urut, golongan in enumerate(PANGKAT)}
_URUTAN_PPPK = {golongan: urut for urut, golongan in enumerate(GOLONGAN_PPPK)}


def golongan_dari_kode(kode: str) -> str:
    """The golongan ruang of a national code. Raises RuleViolation for a code that does not exist."""
    if kode not in KODE_GOLONGAN:
        raise RuleViolation("Kode golongan itu tidak ada; pakai 11 (I/a) sampai 45 (IV/e).")
    return KODE_GOLONGAN[kode]


def check_golongan(jenis: str, golongan: str) -> str:
    """The golongan, if that kind of employee has it. Raises RuleViolation with what to write."""
    if jenis == JenisPegawai.PPPK and golongan not in _URUTAN_PPPK:
        raise RuleViolation("Golongan PPPK adalah I sampai XVII.")
    if jenis == JenisPegawai.PNS and golongan not in _URUTAN:
        raise RuleViolation("Golongan PNS adalah I/a sampai IV/e, misalnya III/b.")
    return golongan


def urutan_golongan(golongan: str) -> int | None:
    """The place of a PNS golongan from the lowest, 0 is I/a; None for a golongan of PPPK or an unknown one."""
    return _URUTAN.get(golongan)


def bandingkan_golongan(kiri: str, kanan: str) -> int | None:
    """Below 0 where `kiri` is lower, 0 where equal, above 0 where higher; None where they cannot be compared."""
    for urutan in (_URUTAN, _URUTAN_PPPK):
        if kiri in urutan and kanan in urutan:
            return urutan[kiri] - urutan[kanan]
    return None


def tulis_pangkat(golongan: str) -> str:
    """The rank as a form prints it: "Penata (III/c)"; the golongan alone where it has no pangkat."""
    return f"{PANGKAT[golongan]} ({golongan})" if golongan in PANGKAT else golongan
