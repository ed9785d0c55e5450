"""The schools: 24 SMP and 145 SD under coordinators, so that no head of bidang leads a hundred headmasters."""

from random import Random

from .rangka import Rangka

#: kecamatan: (number of SD, coordinators). The numbers are made up.
SD = {
    "Ampenan": (33, 2),
    "Mataram": (27, 2),
    "Cakranegara": (31, 2),
    "Sekarbela": (14, 1),
    "Selaparang": (24, 2),
    "Sandubaya": (16, 1),
}
SMP = 24
ROMAWI = ("I", "II", "III")


def sekolah(rangka: Rangka, acak: Random) -> None:
    """Coordinators under the two bidang of the Dinas Pendidikan, the schools under them."""
    for kecamatan, (banyak, koordinator) in SD.items():
        per = -(-banyak // koordinator)
        for bagian in range(koordinator):
            akhiran = f" {ROMAWI[bagian]}" if koordinator > 1 else ""
            kepala = _koordinator(
                rangka, f"KORWIL-{kecamatan.upper()}{bagian + 1}", f"SD {kecamatan}{akhiran}", "DISDIK-B2"
            )
            for nomor in range(bagian * per + 1, min(banyak, (bagian + 1) * per) + 1):
                _sd(rangka, f"SDN-{kecamatan.upper()}-{nomor:02d}", f"SD Negeri {nomor} {kecamatan}", kepala, acak)
    for bagian in range(2):
        kepala = _koordinator(rangka, f"KORWIL-SMP{bagian + 1}", f"SMP Wilayah {ROMAWI[bagian]}", "DISDIK-B3")
        for nomor in range(bagian * 12 + 1, bagian * 12 + 13):
            _smp(rangka, f"SMPN-{nomor:02d}", f"SMP Negeri {nomor} Mataram", kepala, acak)


def _koordinator(rangka: Rangka, kode: str, nama: str, bidang: str) -> str:
    unit = rangka.tambah_unit(kode, f"Koordinator Wilayah Pendidikan {nama}", "uptd", bidang)
    kepala = rangka.pimpinan_fungsional(
        unit, f"Koordinator Wilayah Pendidikan {nama}", "ahli_madya", f"{bidang}.KEPALA", "pendidikan", "korwil",
        "Pengawas Sekolah",
    )  # fmt: skip
    rangka.pelaksana(unit, "Penelaah Teknis Kebijakan", 1, kepala, "pendidikan")
    rangka.pelaksana(unit, "Pengadministrasi Perkantoran", 1, kepala, "pendidikan")
    return kepala


def _sd(rangka: Rangka, kode: str, nama: str, koordinator: str, acak: Random) -> None:
    unit = rangka.tambah_unit(kode, nama, "sekolah", koordinator.removesuffix(".KEPALA"))
    kepala = rangka.pimpinan_fungsional(unit, f"Kepala {nama}", "ahli_madya", koordinator, "guru", "kepala-sd", "Guru")
    for jenjang, banyak in (
        ("ahli_madya", acak.randint(1, 2)), ("ahli_muda", acak.randint(2, 4)), ("ahli_pertama", acak.randint(3, 6)),
    ):  # fmt: skip
        rangka.fungsional(unit, "Guru", jenjang, banyak, kepala, "guru")
    if acak.random() < 0.6:
        rangka.pelaksana(unit, "Pengadministrasi Perkantoran", 1, kepala, "pendidikan")


def _smp(rangka: Rangka, kode: str, nama: str, koordinator: str, acak: Random) -> None:
    unit = rangka.tambah_unit(kode, nama, "sekolah", koordinator.removesuffix(".KEPALA"))
    kepala = rangka.pimpinan_fungsional(unit, f"Kepala {nama}", "ahli_madya", koordinator, "guru", "kepala-smp", "Guru")
    for bidang in ("Kurikulum", "Kesiswaan"):
        wakil = rangka.pimpinan_fungsional(
            unit, f"Wakil Kepala {nama} Bidang {bidang}", "ahli_madya", kepala, "guru", "wakasek", "Guru", kepala=False
        )
        for jenjang, banyak in (
            ("ahli_madya", acak.randint(2, 4)), ("ahli_muda", acak.randint(4, 6)), ("ahli_pertama", acak.randint(5, 8)),
        ):  # fmt: skip
            rangka.fungsional(unit, "Guru", jenjang, banyak, wakil, "guru")
    tata_usaha = rangka.tambah_unit(f"{kode}-TU", f"Subbagian Tata Usaha {nama}", "subbagian", kode)
    kasubag = rangka.pimpinan(tata_usaha, f"Kepala Subbagian Tata Usaha {nama}", "IV.b", kepala, "pendidikan", "kasi")
    rangka.staf(tata_usaha, kasubag, acak.randint(3, 5), "pendidikan", [], [])
