"""Pages about people, the organisation, imports, reports and sign-in: HTTP only."""

from .dinas import status_akhiri, status_cabut, status_catat, status_list
from .impor import impor_batal, impor_detail, impor_list, impor_muat, impor_unggah
from .ketentuan import (
    ketentuan_banding,
    ketentuan_detail,
    ketentuan_list,
    rancangan_batal,
    rancangan_buat,
    rancangan_detail,
    rancangan_tetapkan,
    rancangan_ubah,
)
from .laporan import laporan_buat, laporan_list, laporan_putus
from .masuk import kode_beri, kode_list, kode_mohon, kode_tukar
from .orang import pegawai_detail, pegawai_list, profil
from .organisasi import organisasi, unit_detail
from .peran import peran_cabut, peran_list, peran_minta, peran_putus
from .peta import peta_jabatan

__all__ = [
    "impor_batal",
    "impor_detail",
    "impor_list",
    "impor_muat",
    "impor_unggah",
    "ketentuan_banding",
    "ketentuan_detail",
    "ketentuan_list",
    "kode_beri",
    "kode_list",
    "kode_mohon",
    "kode_tukar",
    "laporan_buat",
    "laporan_list",
    "laporan_putus",
    "organisasi",
    "pegawai_detail",
    "pegawai_list",
    "peran_cabut",
    "peran_list",
    "peran_minta",
    "peran_putus",
    "peta_jabatan",
    "profil",
    "rancangan_batal",
    "rancangan_buat",
    "rancangan_detail",
    "rancangan_tetapkan",
    "rancangan_ubah",
    "status_akhiri",
    "status_cabut",
    "status_catat",
    "status_list",
    "unit_detail",
]
