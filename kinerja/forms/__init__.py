"""The forms of plans, progress and outcomes. Numbers are typed in Indonesian form: 1.234,56."""

from .dasar import MAKS_NOMOR, PANJANG_TEKS, AngkaField, SaringForm, daftar_nomor, tulis_polos
from .iku import NilaiIkuForm, SaringIkuForm, SaringPenopangForm, TargetIkuForm
from .indikator import FORM_INDIKATOR, IndikatorKualitatifForm, IndikatorKuantitatifForm
from .realisasi import RealisasiForm, SaringBuktiForm
from .skp import BobotForm, CatatanForm, EkspektasiForm, HasilForm, LampiranForm, SKPForm

__all__ = [
    "FORM_INDIKATOR",
    "MAKS_NOMOR",
    "PANJANG_TEKS",
    "AngkaField",
    "BobotForm",
    "CatatanForm",
    "EkspektasiForm",
    "HasilForm",
    "IndikatorKualitatifForm",
    "IndikatorKuantitatifForm",
    "LampiranForm",
    "NilaiIkuForm",
    "RealisasiForm",
    "SKPForm",
    "SaringBuktiForm",
    "SaringForm",
    "SaringIkuForm",
    "SaringPenopangForm",
    "TargetIkuForm",
    "daftar_nomor",
    "tulis_polos",
]
