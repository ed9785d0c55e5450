"""The forms of people, files, reports and sign-in. They read what was typed; the actions decide."""

from .dasar import PerTanggalForm, TanggalInput, UnitField
from .dinas import AkhiriStatusForm, CabutStatusForm, StatusDinasForm
from .ketentuan import RancangForm
from .masuk import CabutPeranForm, KodeForm, LaporanAtasanForm, MintaPeranForm, PutusLaporanForm, UnggahForm
from .saring import SaringBaris, SaringKetentuanForm, SaringPegawai, SaringPeta, SaringStatusForm

__all__ = [
    "AkhiriStatusForm",
    "CabutPeranForm",
    "CabutStatusForm",
    "KodeForm",
    "LaporanAtasanForm",
    "MintaPeranForm",
    "PerTanggalForm",
    "PutusLaporanForm",
    "RancangForm",
    "SaringBaris",
    "SaringKetentuanForm",
    "SaringPegawai",
    "SaringPeta",
    "SaringStatusForm",
    "StatusDinasForm",
    "TanggalInput",
    "UnggahForm",
    "UnitField",
]
