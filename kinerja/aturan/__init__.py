"""The rules of performance plans: states, weights, targets, achievement. PP 30/2019, PermenPANRB 6/2022."""

from mataram_asn.kit.angka import bulat

from .alur import TRANSISI, next_status
from .bawaan import KETENTUAN_BAWAAN, KetentuanPemantauan
from .bentuk import BENTUK, BentukSKP, bentuk_skp
from .bobot import bagi_rata, check_weights
from .capaian import BATAS_CAPAIAN, capaian, check_target, target_periode
from .jalur import Isian, Jalur, Perubahan, Sasaran, baca_jalur, bandingkan_isian, titik_jalur
from .nilai_dasar import NILAI_DASAR
from .perubahan import bandingkan, next_perubahan
from .tim import JENIS_HASIL_TIM

__all__ = [
    "BATAS_CAPAIAN",
    "BENTUK",
    "JENIS_HASIL_TIM",
    "KETENTUAN_BAWAAN",
    "NILAI_DASAR",
    "TRANSISI",
    "BentukSKP",
    "Isian",
    "Jalur",
    "KetentuanPemantauan",
    "Perubahan",
    "Sasaran",
    "baca_jalur",
    "bagi_rata",
    "bandingkan",
    "bandingkan_isian",
    "bentuk_skp",
    "bulat",
    "capaian",
    "check_target",
    "check_weights",
    "next_perubahan",
    "next_status",
    "target_periode",
    "titik_jalur",
]
