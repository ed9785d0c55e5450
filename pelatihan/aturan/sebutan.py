"""How people read the numbers of the ketentuan of development: jenis -> path -> (name, unit, group)."""

from pegawai.pilihan import JenisKetentuan

from ..pilihan import Bentuk

_SETAHUN = "Pengembangan setahun"

SEBUTAN = {
    JenisKetentuan.JP: {
        "target_pns": ("PNS, paling sedikit", "JP", _SETAHUN),
        "batas_pppk": ("PPPK, paling banyak yang dihitung", "JP", _SETAHUN),
    }
    | {f"baku.{b.value}": (b.label, "JP", "Bila sertifikat tidak menyebut JP") for b in Bentuk}
    | {f"sesi_per_bulan.{b.value}": (b.label, "sesi", "Sesi sebulan yang dihitung, paling banyak") for b in Bentuk}
    | {f"per_hari.{b.value}": (b.label, "JP", "Sehari yang dihitung, paling banyak") for b in Bentuk},
    JenisKetentuan.PEMBINAAN: {
        "tiap_bulan": ("Pemeriksaan setiap", "bulan", "Pembinaan"),
        "bulan_tinjau": ("Ditinjau sesudah", "bulan", "Pembinaan"),
    },
}
