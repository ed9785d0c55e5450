"""One indicator of a file as plain data, and back."""

from decimal import Decimal

ANGKA = ("target", "target_atas", "bobot")
BIDANG = (
    "jenis", "aspek", "perspektif", "arah", "sifat", "target", "target_atas", "satuan", "bobot", "ekspektasi",
    "level_bawah", "level_sesuai", "level_atas",
)  # fmt: skip


def ke_json(nilai) -> object:
    """A number as canonical text, so that the same number compares equal however it was typed."""
    return f"{nilai.normalize():f}" if isinstance(nilai, Decimal) else nilai


def dari_json(isi: dict) -> dict:
    return {nama: Decimal(nilai) if nama in ANGKA and nilai is not None else nilai for nama, nilai in isi.items()}
