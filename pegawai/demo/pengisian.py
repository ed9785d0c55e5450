"""Which seats are filled, and by which kind of civil servant; who is near retirement. All counts are exact."""

from dataclasses import dataclass
from random import Random

from .bentuk import Posisi

PNS, PPPK = 4331, 1249
PENSIUN_TAHUN_1, PENSIUN_TAHUN_2 = 220, 212
CPNS = 64
#: leader seats left vacant by family, and how many of them have an acting holder
KOSONG = {
    "kadis": (2, 2), "kabid": (7, 3), "kasi": (9, 2), "lurah": (5, 5), "seklur": (3, 0), "kasi-kel": (5, 0),
    "kepala-sd": (8, 8), "kepala-smp": (2, 2), "kepala-puskesmas": (1, 1), "kepala-ruang": (1, 1), "klaster": (2, 1),
}  # fmt: skip
#: offices whose leaders the demo needs in their seats
TETAP_TERISI = (
    "DINSOS",
    "DINKES",
    "DISDIK",
    "BKPSDM",
    "SETDA",
    "ITKO",
    "DISDUKCAPIL",
    "RSUD-WAT",
    "RSUD-YANMED",
    "RSUD-JANG",
)
PPPK_MENURUT = {"guru": 720, "kesehatan": 300, "teknis": 229}
#: how likely a seat is held by somebody near retirement
BOBOT_TUA = {
    "kadis": 5.0, "kabid": 2.0, "kasi": 1.6, "lurah": 1.6, "camat": 3.0, "seklur": 1.5, "kasi-kel": 1.5,
    "kepala-sd": 2.6, "kepala-smp": 2.6, "wakasek": 1.6, "korwil": 3.0, "kepala-puskesmas": 1.5, "ahli_madya": 2.4,
    "ahli_muda": 0.9, "penyelia": 1.8, "mahir": 0.5, "terampil": 0.05, "pemula": 0.02, "ahli_pertama": 0.08,
}  # fmt: skip


@dataclass(slots=True)
class Kursi:
    """A filled seat: its position, the kind of civil servant, and the years of retirement it stands in (0: later)."""

    posisi: Posisi
    jenis: str = "pns"
    pensiun: int = 0
    cpns: bool = False


def lowong_pimpinan(posisi: dict[str, Posisi], acak: Random) -> dict[str, bool]:
    """Vacant leader positions and whether each is to have an acting holder. Never two in a row of the chain."""
    bawahan: dict[str, int] = {}
    for satu in posisi.values():
        bawahan[satu.kode_jabatan_atasan] = bawahan.get(satu.kode_jabatan_atasan, 0) + satu.kebutuhan
    hasil: dict[str, bool] = {}
    for keluarga, (banyak, dengan_plt) in KOSONG.items():
        calon = [
            satu for satu in posisi.values()
            if satu.keluarga == keluarga and satu.kepala_unit and not satu.kode_unit.startswith(TETAP_TERISI)
        ]  # fmt: skip
        acak.shuffle(calon)
        terpilih: list[str] = []
        for satu in calon:
            sudah = len(terpilih)
            if sudah == banyak:
                break
            tetangga = {satu.kode_jabatan_atasan} | {
                kode for kode in hasil if posisi[kode].kode_jabatan_atasan == satu.kode_jabatan
            }
            if tetangga & hasil.keys() or _ada_saudara(satu, hasil, posisi):
                continue
            if sudah >= dengan_plt and bawahan.get(satu.kode_jabatan, 0) > 10:
                continue
            terpilih.append(satu.kode_jabatan)
            hasil[satu.kode_jabatan] = sudah < dengan_plt
    return hasil


def _ada_saudara(satu: Posisi, hasil: dict[str, bool], posisi: dict[str, Posisi]) -> bool:
    return any(posisi[kode].kode_jabatan_atasan == satu.kode_jabatan_atasan for kode in hasil) and (
        satu.keluarga not in ("kadis", "lurah", "kepala-sd", "kepala-smp")
    )


def isi_kursi(posisi: dict[str, Posisi], lowong: dict[str, bool], acak: Random) -> list[Kursi]:
    """Exactly PNS + PPPK filled seats; leaders first, the vacancies among the groups by chance."""
    pimpinan = [
        Kursi(p) for p in posisi.values() if p.keluarga not in ("kelompok", "") and p.kode_jabatan not in lowong
    ]
    kelompok = [p for p in posisi.values() if p.keluarga == "kelompok" for _ in range(p.kebutuhan)]
    perlu = PNS + PPPK - len(pimpinan)
    terisi = sorted(acak.sample(range(len(kelompok)), perlu))
    kursi = pimpinan + [Kursi(kelompok[i]) for i in terisi]
    _tandai_pppk(kursi, acak)
    _tandai_umur(kursi, acak)
    return kursi


def golongan_pppk(posisi: Posisi) -> str:
    """Which of the three PPPK quotas a seat may count to, or ''."""
    if posisi.keluarga != "kelompok":
        return ""
    if posisi.rumpun == "guru":
        return "guru" if posisi.jenjang == "ahli_pertama" else ""
    if posisi.rumpun == "kesehatan" and posisi.jenjang in ("ahli_pertama", "terampil"):
        return "kesehatan"
    return "teknis" if posisi.jenis_jabatan == "pelaksana" else ""


def _tandai_pppk(kursi: list[Kursi], acak: Random) -> None:
    for macam, banyak in PPPK_MENURUT.items():
        calon = [satu for satu in kursi if golongan_pppk(satu.posisi) == macam]
        for satu in acak.sample(calon, banyak):
            satu.jenis = "pppk"


def _tandai_umur(kursi: list[Kursi], acak: Random) -> None:
    def bobot(satu: Kursi) -> float:
        posisi = satu.posisi
        if posisi.keluarga == "kelompok" and posisi.jenis_jabatan == "pelaksana":
            return 1.5 if posisi.pendidikan_min == "15" else 0.7
        return BOBOT_TUA.get(posisi.keluarga) or BOBOT_TUA.get(posisi.jenjang) or 1.0

    pns = [satu for satu in kursi if satu.jenis == "pns"]
    urut = sorted(pns, key=lambda satu: acak.random() ** (1 / bobot(satu)), reverse=True)
    for satu in urut[:PENSIUN_TAHUN_1]:
        satu.pensiun = 1
    for satu in urut[PENSIUN_TAHUN_1 : PENSIUN_TAHUN_1 + PENSIUN_TAHUN_2]:
        satu.pensiun = 2
    muda = [
        satu for satu in pns
        if not satu.pensiun and satu.posisi.keluarga == "kelompok"
        and (satu.posisi.jenjang in ("ahli_pertama", "terampil") or satu.posisi.nama.startswith("Penelaah"))
    ]  # fmt: skip
    for satu in acak.sample(muda, CPNS):
        satu.cpns = True
