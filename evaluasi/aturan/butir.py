"""Every number of the ketentuan penilaian by name, unit and legal source; and changing some of them on a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from pegawai.ketentuan_baca import Butir, angka_di, pasang, teks_nilai
from pegawai.pilihan import JenisStatusDinas

from ..pilihan import Mutu, Predikat, PredikatOrganisasi
from .kalender import BERKALA
from .ketentuan import KetentuanPenilaian

__all__ = ["KELOMPOK", "angka_di", "butir_kalender", "butir_penilaian", "ubah_isi"]

_KOTA = "Keputusan kota dalam kerangka PermenPANRB 6/2022"
_SKM = "Keputusan kota dalam kerangka PermenPANRB 14/2017"
_TENGGAT = "Keputusan kota dalam kerangka PP 30/2019"

#: Groups of single numbers: (name, legal source, {field: unit}). PP 30/2019, PermenPANRB 6/2022 and 14/2017
KELOMPOK = (
    ("Rating menurut indeks", _KOTA, {"ambang_di_atas": "indeks", "ambang_sesuai": "indeks"}),
    ("Nilai setiap rating", _KOTA, dict.fromkeys(("nilai_di_atas", "nilai_sesuai", "nilai_di_bawah"), "indeks")),
    ("Batas", _KOTA, {"batas_capaian": "%", "batas_indeks": "indeks", "konfirmasi_bobot": "%"}),
    (
        "Tugas tambahan",
        _KOTA,
        dict.fromkeys(("tambahan_di_atas", "tambahan_sesuai", "tambahan_di_bawah", "tambahan_batas"), "poin"),
    ),
    (
        "Umpan balik masyarakat",
        _SKM,
        {
            "publik_bobot": "bagian",
            "publik_minimum": "jawaban",
            "publik_k": "jawaban",
            "publik_batas": "poin",
            "layanan_bobot": "bagian",
            "layanan_minimum": "jawaban",
        },
    ),
    (
        "Yang ditampilkan kepada pegawai",
        _SKM,
        {"publik_tampil": "jawaban", "susut_k_min": "jawaban", "susut_k_maks": "jawaban", "wilson_z": ""},
    ),
    ("Tenggat", _TENGGAT, {"eskalasi_beri_tahu": "hari", "eskalasi_ambil_alih": "hari"}),
    ("Keberatan", "PP 30/2019 pasal 59", {"keberatan_hari": "hari", "keberatan_hari_kerja": ""}),
)

_KALENDER = "Keputusan kota dalam kerangka PermenPANRB 6/2022 dan PP 11/2017"
_SYARAT = {"maks": "paling banyak", "min": "paling sedikit", "ada": "harus ada"}
_NAMA = {"keberatan_hari_kerja": "Hari mengajukan keberatan dihitung menurut"}
#: The words of the values that are no numbers.
_PILIHAN = {"keberatan_hari_kerja": (("tidak", "hari kalender"), ("ya", "hari kerja"))}


def butir_penilaian(isi: Mapping) -> tuple[Butir, ...]:
    """Every number of that content in reading order."""
    return (*_tunggal(isi), *_konversi(isi), *_mutu(isi), *_pola(isi), *_pengingat(isi))


def _tunggal(isi: Mapping) -> Iterator[Butir]:
    for kelompok, dasar, satuan in KELOMPOK:
        for bidang, ukuran in satuan.items():
            pilihan = _PILIHAN.get(bidang, ())
            yield Butir(bidang, kelompok, _label(bidang), teks_nilai(isi[bidang]), ukuran, dasar, pilihan)
    for bidang in _lainnya():
        yield Butir(bidang, "Lainnya", _label(bidang), teks_nilai(isi[bidang]), "", _KOTA)


def _lainnya() -> Iterator[str]:
    """Single numbers that no group names."""
    bernama = {bidang for _, _, satuan in KELOMPOK for bidang in satuan} | {"konversi", "mutu", "pola"}
    for bidang in fields(KetentuanPenilaian):
        if bidang.name not in bernama and "label" in bidang.metadata:
            yield bidang.name


def _label(bidang: str) -> str:
    return _NAMA.get(bidang) or KetentuanPenilaian.__dataclass_fields__[bidang].metadata.get("label", bidang)


def _konversi(isi: Mapping) -> Iterator[Butir]:
    kelompok = "Konversi nilai SKM ke indeks"
    for nomor, (nilai, indeks) in enumerate(isi["konversi"]):
        nama = f"Titik {nomor + 1}"
        yield Butir(f"konversi.{nomor}.0", kelompok, f"{nama}: nilai konversi", nilai, "dari 100", _SKM)
        yield Butir(f"konversi.{nomor}.1", kelompok, f"{nama}: indeks", indeks, "indeks", _SKM)


def _mutu(isi: Mapping) -> Iterator[Butir]:
    for mutu, batas in sorted(isi["mutu"].items()):
        nama = f"Batas bawah mutu {mutu} ({Mutu(mutu).label.lower()})"
        yield Butir(f"mutu.{mutu}", "Mutu pelayanan (SKM)", nama, batas, "dari 100", "PermenPANRB 14/2017")


def _pola(isi: Mapping) -> Iterator[Butir]:
    for organisasi in PredikatOrganisasi:
        for nomor, (jenis, predikat, persen) in enumerate(isi["pola"][organisasi.value]):
            kata = " dan/atau ".join(Predikat(satu).label for satu in predikat)
            nama = f"Organisasi {organisasi.label}: {_SYARAT[jenis]} {kata}"
            jalur = f"pola.{organisasi.value}.{nomor}.2"
            if jenis == "ada":
                yield Butir(jalur, "Pola distribusi", nama, "satu orang", "", "SE MenPANRB 3/2023")
            else:
                yield Butir(jalur, "Pola distribusi", nama, persen, "%", "SE MenPANRB 3/2023")


def _pengingat(isi: Mapping) -> Iterator[Butir]:
    hari = ", ".join(map(str, isi["pengingat_hari"]))
    yield Butir("pengingat_hari", "Tenggat", "Pengingat sebelum tenggat", hari, "hari", _TENGGAT)


_PERIODE = tuple((satu.value, satu.label) for satu in BERKALA)


def butir_kalender(isi: Mapping) -> Iterator[Butir]:
    """How often people are rated, from how many served days on, and who is left out."""
    berkala, hari = "Periode berkala", "Masa kerja paling sedikit agar dinilai dalam satu periode"
    yield Butir("periode_berkala", "Siklus", berkala, teks_nilai(isi["periode_berkala"]), "", _KALENDER, _PERIODE)
    yield Butir("hari_minimum", "Siklus", hari, teks_nilai(isi["hari_minimum"]), "hari", _KALENDER)
    for nomor, jenis in enumerate(isi["keluar"]):
        kata = ((jenis, JenisStatusDinas(jenis).label),)
        nama = f"Hari yang tidak dihitung sebagai masa kerja ({nomor + 1})"
        yield Butir(f"keluar.{nomor}", "Status dinas di luar penilaian", nama, jenis, "", _KALENDER, kata)


def ubah_isi(isi: Mapping, ubah: Mapping[str, str]) -> dict:
    """A copy of that content with the numbers at these paths set to these canonical texts.

    Raises RuleViolation for an unknown path, an unreadable number, or numbers that do not agree with each other.
    """
    return KetentuanPenilaian.dari(pasang(isi, ubah)).ke_dict()
