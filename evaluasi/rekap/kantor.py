"""Which office each unit belonged to at the end of a siklus's period."""

from pegawai import rekap as rekap_pegawai

from ..models import Siklus


def kantor_unit(siklus: Siklus) -> dict[int, int | None]:
    """The perangkat daerah of each unit by id; None for what stands above them."""
    return rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
