"""The ketentuan of monitoring that the city starts with; a change is a new dated row, never a change here."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pegawai.aturan.isian import cacah, desimal, kamus
from pegawai.pilihan import JenisKetentuan, Kepastian

PEMANTAUAN = {"jalur_minimum": "90", "tautan_hari": 7}
#: From where on something in a plan is pointed out before approval: percent, people, indicators.
PERSETUJUAN = {
    "bobot_terbesar": "60",
    "target_turun": "95",
    "target_jauh": "50",
    "rekan_minimum": 3,
    "indikator_selisih": 2,
}

#: How people read these numbers: jenis -> key -> (name, unit).
SEBUTAN = {
    JenisKetentuan.PEMANTAUAN: {
        "jalur_minimum": ("Di jalur bila capaian paling sedikit", "% dari yang diharapkan"),
        "tautan_hari": ("Selang pemeriksaan tautan bukti", "hari"),
    },
    JenisKetentuan.PERSETUJUAN: {
        "bobot_terbesar": ("Bobot terbesar yang wajar", "%"),
        "target_turun": ("Target disebut turun bila di bawah", "% target tahun lalu"),
        "target_jauh": ("Target disebut jauh bila berbeda lebih dari", "% target rekan"),
        "rekan_minimum": ("Rekan paling sedikit untuk dibandingkan", "orang"),
        "indikator_selisih": ("Selisih jumlah indikator dari rekan", "indikator"),
    },
}

#: jenis: (isi, dasar hukum, kepastian)
KETENTUAN_BAWAAN = {
    JenisKetentuan.PEMANTAUAN: (
        PEMANTAUAN,
        "Keputusan kota dalam kerangka PP 30/2019 (pemantauan kinerja) dan PermenPANRB 6/2022",
        Kepastian.KOTA,
    ),
    JenisKetentuan.PERSETUJUAN: (
        PERSETUJUAN,
        "Keputusan kota dalam kerangka PermenPANRB 6/2022 (penetapan dan klarifikasi ekspektasi)",
        Kepastian.KOTA,
    ),
}


@dataclass(frozen=True, slots=True)
class KetentuanPemantauan:
    """When an indicator is on its path (percent of what is expected), and after how many days a link is looked at."""

    jalur_minimum: Decimal
    tautan_hari: int

    @classmethod
    def dari(cls, isi: dict) -> KetentuanPemantauan:
        """Read a stored ketentuan. Raises RuleViolation with what cannot be read."""
        kamus(isi, ("jalur_minimum", "tautan_hari"), "Pemantauan")
        return cls(
            desimal(isi["jalur_minimum"], "Batas di jalur (%)", "0", "120"),
            cacah(isi["tautan_hari"], "Selang pemeriksaan tautan (hari)", 1, 365),
        )
