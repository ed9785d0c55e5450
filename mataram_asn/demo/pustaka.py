"""Plausible results and indicators by kind of position. Made up for the demo; read from data/pustaka.txt."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from kinerja.pilihan import Arah, Aspek, JenisIndikator, SifatTarget

BERKAS = Path(__file__).parent / "data" / "pustaka.txt"


@dataclass(frozen=True, slots=True)
class Ukuran:
    """An indicator: quantitative with target, or qualitative with expectation and three levels."""

    uraian: str
    jenis: str
    aspek: str = Aspek.KUALITAS.value
    arah: str = ""
    sifat: str = SifatTarget.TETAP.value
    target: Decimal | None = None
    target_atas: Decimal | None = None
    satuan: str = ""
    ekspektasi: str = ""
    level: tuple[str, str, str] = ("", "", "")

    @property
    def bulat(self) -> bool:
        """Counted in whole things: only shares and scores have decimals."""
        return self.satuan not in ("%", "skor")


@dataclass(frozen=True, slots=True)
class Hasil:
    """A planned result with its indicators."""

    uraian: str
    ukuran: tuple[Ukuran, ...]


#: start of the position's name: family. The first that fits.
MENURUT_NAMA = (
    ("Sekretaris Daerah", "sekda"), ("Staf Ahli", "staf_ahli"), ("Direktur RSUD", "direktur"), ("Camat", "camat"),
    ("Sekretaris Lurah", "seklur"), ("Lurah", "lurah"), ("Kepala SD", "kepala_sekolah"),
    ("Kepala SMP", "kepala_sekolah"),
    ("Wakil Kepala SMP", "wakasek"), ("Koordinator Wilayah", "korwil"), ("Guru", "guru"),
    ("Kepala Puskesmas", "kepala_puskesmas"), ("Kepala Ruang", "kepala_ruang"), ("Kepala Instalasi", "kepala_ruang"),
    ("Ketua Kelompok Staf Medis", "dokter"), ("Penanggung Jawab Klaster", "kesehatan"), ("Dokter", "dokter"),
    ("Perawat", "perawat"), ("Bidan", "bidan"), ("Apoteker", "farmasi"), ("Asisten Apoteker", "farmasi"),
    ("Polisi Pamong Praja", "satpol"), ("Pemadam", "damkar"), ("Analis Kebakaran", "damkar"),
    ("Pekerja Sosial", "pekerja_sosial"), ("Penyuluh Kesehatan", "kesehatan"), ("Penyuluh", "penyuluh"),
    ("Paramedik Veteriner", "penyuluh"), ("Perencana", "perencana"), ("Statistisi", "perencana"),
    ("Analis Kebijakan", "ahli"), ("Analis Keuangan", "keuangan"), ("Pranata Keuangan", "keuangan"),
    ("Penilai Pajak", "keuangan"), ("Arsiparis", "arsip"), ("Pustakawan", "arsip"),
    ("Analis Sumber Daya Manusia", "kepegawaian"), ("Pranata Sumber Daya Manusia", "kepegawaian"),
    ("Asesor Sumber Daya Manusia", "kepegawaian"), ("Penelaah Teknis", "penelaah"), ("Pengolah Data", "pengolah"),
    ("Pengadministrasi", "pengadministrasi"), ("Operator Layanan", "operator"),
)  # fmt: skip
MENURUT_RUMPUN = {
    "kesehatan": "kesehatan", "kependudukan": "kependudukan", "perhubungan": "perhubungan", "lingkungan": "lingkungan",
    "pertanian": "penyuluh", "perikanan": "penyuluh", "teknik": "teknik", "keuangan": "keuangan",
    "kepegawaian": "kepegawaian", "perencanaan": "perencana", "pengawasan": "pengawasan", "informatika": "informatika",
    "kearsipan": "arsip", "ketenagakerjaan": "tenaga_kerja", "ketenteraman": "satpol", "sosial": "pekerja_sosial",
}  # fmt: skip
MENURUT_JENIS = {"pimpinan_tinggi_pratama": "kepala_kantor", "administrator": "kabid", "pengawas": "kasi"}


def keluarga(nama: str, jenis: str, rumpun: str, *, kepala_kantor: bool = False) -> str:
    """Which family of the library a position belongs to."""
    tetap = next((satu for awal, satu in MENURUT_NAMA if nama.startswith(awal)), None)
    if tetap:
        return tetap
    if kepala_kantor:
        return "kepala_kantor"
    if nama.startswith("Asisten ") and jenis == "pimpinan_tinggi_pratama":
        return "asisten"
    if nama.startswith("Sekretaris "):
        return "sekretaris"
    return MENURUT_JENIS.get(jenis) or MENURUT_RUMPUN.get(rumpun, "ahli")


@cache
def pustaka() -> dict[str, tuple[Hasil, ...]]:
    """The whole library by family."""
    isi: dict[str, list[tuple[str, list[Ukuran]]]] = {}
    for baris in BERKAS.read_text(encoding="utf-8").splitlines():
        tanda, teks = baris[:1], baris[1:].strip()
        if tanda == "[":
            kini = isi[teks.rstrip("]")] = []
        elif tanda == "#":
            kini.append((teks, []))
        elif tanda in ("=", "~"):
            kini[-1][1].append((_kuantitatif if tanda == "=" else _kualitatif)(teks))
    return {nama: tuple(Hasil(uraian, tuple(ukuran)) for uraian, ukuran in daftar) for nama, daftar in isi.items()}


def _kuantitatif(teks: str) -> Ukuran:
    uraian, sifat = (satu.strip() for satu in teks.split("|"))
    aspek, arah, jangka, target, satuan = sifat.split(None, 4)
    bawah, _, atas = target.partition("..")
    return Ukuran(
        uraian,
        JenisIndikator.KUANTITATIF.value,
        Aspek(aspek).value,
        Arah(arah).value,
        SifatTarget(jangka).value,
        Decimal(bawah),
        Decimal(atas) if atas else None,
        satuan,
    )


def _kualitatif(teks: str) -> Ukuran:
    uraian, ekspektasi, *level = (satu.strip() for satu in teks.split("|"))
    return Ukuran(uraian, JenisIndikator.KUALITATIF.value, ekspektasi=ekspektasi, level=tuple(level))
