"""The dated numbers of talent as one frozen value: Ketentuan of kind TALENTA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan.isian import cacah, desimal, kamus
from pegawai.pilihan import JenisJabatan, TingkatPendidikan

UNSUR_POTENSIAL = ("kecocokan", "assessment_centre", "pendidikan", "pelatihan", "pengalaman")
UNSUR_SKOR = ("kinerja", "kecocokan", "potensial", "pengalaman")
GERBANG = (JenisJabatan.PENGAWAS, JenisJabatan.ADMINISTRATOR, JenisJabatan.JPT_PRATAMA)
ASAL = (JenisJabatan.PELAKSANA, JenisJabatan.PENGAWAS, JenisJabatan.ADMINISTRATOR)


@dataclass(frozen=True, slots=True)
class SumbuKinerja:
    """Cuts on the index 0–120; weights in percent; `selisih_tahun` and `galat` in points of the index."""

    di_atas: Decimal
    sesuai: Decimal
    bobot_tahun_ini: Decimal
    bobot_tahun_lalu: Decimal
    bobot_hasil: Decimal
    selisih_tahun: Decimal
    galat: Decimal


@dataclass(frozen=True, slots=True)
class SumbuPotensial:
    """Cuts on 0–100; weights of the parts in percent; what education and experience are worth."""

    tinggi: Decimal
    menengah: Decimal
    bobot: Mapping[str, Decimal]
    bobot_minimum: Decimal
    galat: Decimal
    nilai_pendidikan: Mapping[str, Decimal]
    pengalaman_penuh_tahun: int


@dataclass(frozen=True, slots=True)
class Gerbang:
    """What a leading position asks: education, years in `asal` or equal, related years, highest age (None: none)."""

    pendidikan: str
    asal: str
    tahun: int
    tahun_terkait: int
    usia_maks: int | None


@dataclass(frozen=True, slots=True)
class KetentuanTalenta:
    """Every number of the nine-box, of the competence fit and of promotion that the city may change."""

    kinerja: SumbuKinerja
    potensial: SumbuPotensial
    kecocokan_optimal: Decimal
    kecocokan_cukup: Decimal
    syarat_kecocokan: Decimal
    syarat_predikat_tahun: int
    syarat_masa_jabatan_tahun: int
    gerbang: Mapping[str, Gerbang]
    skor: Mapping[str, Decimal]

    @classmethod
    def dari(cls, isi: dict) -> KetentuanTalenta:
        """Read a stored ketentuan. Raises RuleViolation with what cannot be read."""
        kamus(isi, ("kinerja", "potensial", "kecocokan", "syarat", "gerbang", "skor"), "Ketentuan talenta")
        cocok = kamus(isi["kecocokan"], ("optimal", "cukup"), "Kecocokan")
        syarat = kamus(isi["syarat"], ("kecocokan", "predikat_tahun", "masa_jabatan_tahun"), "Syarat promosi")
        optimal, cukup = _menurun(cocok["optimal"], cocok["cukup"], "100", "Batas kecocokan")
        gerbang = kamus(isi["gerbang"], (satu.value for satu in GERBANG), "Syarat jabatan")
        return cls(
            _kinerja(isi["kinerja"]),
            _potensial(isi["potensial"]),
            optimal,
            cukup,
            desimal(syarat["kecocokan"], "Kecocokan paling rendah untuk promosi", "0", "100"),
            cacah(syarat["predikat_tahun"], "Tahun predikat untuk promosi", 1, 2),
            cacah(syarat["masa_jabatan_tahun"], "Masa jabatan untuk promosi", 0, 20),
            MappingProxyType({satu.value: _gerbang(gerbang[satu.value], satu.label) for satu in GERBANG}),
            _bobot(isi["skor"], UNSUR_SKOR, "Bobot skor calon"),
        )


def _kinerja(isi) -> SumbuKinerja:
    kamus(isi, SumbuKinerja.__slots__, "Sumbu kinerja")
    di_atas, sesuai = _menurun(isi["di_atas"], isi["sesuai"], "120", "Batas kinerja")
    tahun = {nama: isi[nama] for nama in ("bobot_tahun_ini", "bobot_tahun_lalu")}
    return SumbuKinerja(
        di_atas,
        sesuai,
        *_bobot(tahun, tuple(tahun), "Bobot dua tahun").values(),
        desimal(isi["bobot_hasil"], "Bobot hasil kerja", "0", "100"),
        desimal(isi["selisih_tahun"], "Selisih antartahun", "0", "120"),
        desimal(isi["galat"], "Ketidakpastian kinerja", "0", "20"),
    )


def _potensial(isi) -> SumbuPotensial:
    kamus(isi, SumbuPotensial.__slots__, "Sumbu potensial")
    tinggi, menengah = _menurun(isi["tinggi"], isi["menengah"], "100", "Batas potensial")
    pendidikan = kamus(isi["nilai_pendidikan"], TingkatPendidikan.values, "Nilai pendidikan")
    return SumbuPotensial(
        tinggi,
        menengah,
        _bobot(isi["bobot"], UNSUR_POTENSIAL, "Bobot potensial"),
        desimal(isi["bobot_minimum"], "Bobot potensial paling sedikit", "1", "100"),
        desimal(isi["galat"], "Ketidakpastian potensial", "0", "20"),
        MappingProxyType(
            {
                satu.value: desimal(pendidikan[satu.value], f"Nilai {satu.label}", "0", "100")
                for satu in TingkatPendidikan
            }
        ),
        cacah(isi["pengalaman_penuh_tahun"], "Tahun pengalaman penuh", 1, 45),
    )


def _gerbang(isi, label: str) -> Gerbang:
    kamus(isi, Gerbang.__slots__, f"Syarat {label}")
    if isi["pendidikan"] not in TingkatPendidikan.values:
        raise RuleViolation(f"Syarat {label}: pendidikan ditulis dengan kode {', '.join(TingkatPendidikan.values)}.")
    if isi["asal"] not in [satu.value for satu in ASAL]:
        raise RuleViolation(f"Syarat {label}: asal adalah salah satu dari {', '.join(ASAL)}.")
    return Gerbang(
        isi["pendidikan"],
        isi["asal"],
        cacah(isi["tahun"], f"Syarat {label}: tahun pengalaman", 0, 40),
        cacah(isi["tahun_terkait"], f"Syarat {label}: tahun pengalaman terkait", 0, 40),
        None if isi["usia_maks"] is None else cacah(isi["usia_maks"], f"Syarat {label}: usia tertinggi", 30, 70),
    )


def _bobot(isi, kunci: tuple[str, ...], label: str) -> Mapping[str, Decimal]:
    """Weights in percent that are exactly 100 together."""
    kamus(isi, kunci, label)
    bobot = {satu: desimal(isi[satu], f"{label} {satu}", "0", "100") for satu in kunci}
    if sum(bobot.values()) != 100:
        raise RuleViolation(f"{label}: jumlahnya harus tepat 100.")
    return MappingProxyType(bobot)


def _menurun(atas, bawah, tertinggi: str, label: str) -> tuple[Decimal, Decimal]:
    """Two cuts, the upper above the lower."""
    tinggi, rendah = desimal(atas, label, "0", tertinggi), desimal(bawah, label, "0", tertinggi)
    if not tinggi > rendah > 0:
        raise RuleViolation(f"{label}: batas atas harus lebih besar daripada batas bawah.")
    return tinggi, rendah
