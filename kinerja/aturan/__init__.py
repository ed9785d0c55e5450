"""The rules of performance plans: states, weights, targets, achievement. PP 30/2019, PermenPANRB 6/2022."""

from mataram_asn.kit.angka import bulat

from .alur import TRANSISI, next_status
from .bobot import bagi_rata, check_weights
from .capaian import BATAS_CAPAIAN, capaian, check_target, target_periode
from .nilai_dasar import NILAI_DASAR

__all__ = [
    "BATAS_CAPAIAN",
    "NILAI_DASAR",
    "TRANSISI",
    "bagi_rata",
    "bulat",
    "capaian",
    "check_target",
    "check_weights",
    "next_status",
    "target_periode",
]
