"""The facts about people, units, positions and who holds which from when to when."""

from .dinas import HariLibur, StatusDinas
from .impor import BarisImpor, BerkasImpor
from .ketentuan import Ketentuan, RancanganKetentuan
from .kompetensi import HukumanDisiplin, Kompetensi, UkuranKompetensi, UkuranPotensi
from .masuk import KodeMasuk, PermohonanKode
from .orang import LaporanAtasan, Pegawai, Penempatan, PenetapanAtasan, PengelolaUnit, Pengguna
from .organisasi import Jabatan, SusunanJabatan, SusunanUnit, Unit
from .peran import PermohonanPeran

__all__ = [
    "BarisImpor",
    "BerkasImpor",
    "HariLibur",
    "HukumanDisiplin",
    "Jabatan",
    "Ketentuan",
    "KodeMasuk",
    "Kompetensi",
    "LaporanAtasan",
    "Pegawai",
    "Penempatan",
    "PenetapanAtasan",
    "PengelolaUnit",
    "Pengguna",
    "PermohonanKode",
    "PermohonanPeran",
    "RancanganKetentuan",
    "StatusDinas",
    "SusunanJabatan",
    "SusunanUnit",
    "UkuranKompetensi",
    "UkuranPotensi",
    "Unit",
]
