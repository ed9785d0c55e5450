"""The explanation of the figures of nilai.py: the same values, written as a tree."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.pohon import Simpul
from pegawai.pilihan import TingkatPendidikan

from .kecocokan import Kecocokan
from .ketentuan import KetentuanTalenta
from .kotak import HasilTahun, indeks_kinerja
from .nilai import Kinerja, Potensial, Skor
from .rentang import Rentang

SUMBER = "Ketentuan talenta kota, PermenPANRB 3/2020"
SERATUS, INDEKS = "dari 100", "dari 120"

_UNSUR = {
    "assessment_centre": "Penilaian kompetensi (assessment centre)",
    "pendidikan": "Pendidikan",
    "pelatihan": "Pelatihan",
    "pengalaman": "Pengalaman",
}


def simpul_skor(skor: Skor) -> Simpul:
    """The score for a vacancy, down to the years, competences and parts of potential."""
    rendah, tinggi = bulat(skor.rentang.rendah), bulat(skor.rentang.tinggi)
    selang = "" if rendah == tinggi else f"; antara {rendah} dan {tinggi}"
    kinerja = Simpul(
        "Kinerja",
        _teks(skor.bagian["kinerja"]),
        SERATUS,
        "indeks kinerja ÷ 1,2",
        SUMBER,
        "skor:kinerja",
        anak=(simpul_kinerja(skor.kinerja, skor.ketentuan),),
    )
    return Simpul(
        f"Skor untuk {skor.sasaran.nama}",
        _teks(skor.rentang),
        SERATUS,
        _rumus(skor.ketentuan.skor, skor.bagian) + selang,
        SUMBER,
        f"calon:{skor.kunci}",
        anak=(
            kinerja,
            _simpul_kecocokan(skor.potensial.kecocokan, "skor:kecocokan"),
            simpul_potensial(skor.potensial, skor.ketentuan),
            _simpul_pengalaman(skor),
        ),
    )


def simpul_kinerja(kinerja: Kinerja, ketentuan: KetentuanTalenta) -> Simpul:
    """Performance 0–120 and the years that it is made of."""
    sumbu = ketentuan.kinerja
    return Simpul(
        "Indeks kinerja dua tahun",
        _teks(kinerja.rentang),
        INDEKS,
        f"{ringkas(sumbu.bobot_tahun_ini)} % tahun terakhir + {ringkas(sumbu.bobot_tahun_lalu)} % tahun sebelumnya"
        + _catatan_tahun(kinerja, ketentuan),
        SUMBER,
        "kinerja",
        anak=tuple(_simpul_tahun(satu, ketentuan) for satu in kinerja.tahun if satu is not None),
    )


def simpul_potensial(potensial: Potensial, ketentuan: KetentuanTalenta) -> Simpul:
    """Potential 0–100 and its five parts, those without a figure among them."""
    cukup = potensial.rentang is not None
    rumus = _rumus(ketentuan.potensial.bobot, potensial.unsur) if cukup else "unsur yang tersedia belum cukup"
    asal = {
        "assessment_centre": "nilai hasil ukur",
        "pendidikan": _pendidikan(potensial.pendidikan),
        "pelatihan": f"{potensial.jp} dari {potensial.target_jp} JP",
        "pengalaman": f"{potensial.bulan} bulan; {ketentuan.potensial.pengalaman_penuh_tahun} tahun bernilai 100",
    }
    unsur = tuple(
        Simpul(nama, _teks(nilai), SERATUS, asal[kunci] if nilai else "", kunci=f"potensial:{kunci}")
        for kunci, nama in _UNSUR.items()
        for nilai in (potensial.unsur[kunci],)
    )
    return Simpul(
        "Potensial",
        _teks(potensial.rentang),
        SERATUS,
        rumus,
        SUMBER,
        "potensial",
        anak=(_simpul_kecocokan(potensial.kecocokan, "potensial:kecocokan"), *unsur),
    )


def _simpul_kecocokan(cocok: Kecocokan | None, kunci: str) -> Simpul:
    return Simpul(
        "Kecocokan kompetensi",
        _teks(cocok and cocok.rentang),
        SERATUS,
        "Σ yang lebih kecil dari dimiliki dan diminta ÷ Σ diminta × 100, dari yang sudah diukur",
        "PermenPANRB 38/2017",
        kunci,
        anak=tuple(_simpul_kompetensi(*satu) for satu in (cocok.rincian if cocok else ())),
    )


def _simpul_kompetensi(kunci: str, diminta: int, dimiliki: int | None) -> Simpul:
    nama = kunci.replace("_", " ").capitalize()
    nilai = None if dimiliki is None else str(dimiliki)
    return Simpul(nama, nilai, "tingkat", f"diminta tingkat {diminta}", kunci=f"kompetensi:{kunci}")


def _simpul_pengalaman(skor: Skor) -> Simpul:
    nilai = skor.bagian["pengalaman"]
    penuh = skor.ketentuan.potensial.pengalaman_penuh_tahun
    rumus = f"{skor.bulan} bulan setingkat di bawahnya atau lebih; {penuh} tahun bernilai 100" if nilai else ""
    return Simpul("Pengalaman", _teks(nilai), SERATUS, rumus, SUMBER, "skor:pengalaman")


def _simpul_tahun(hasil: HasilTahun, ketentuan: KetentuanTalenta) -> Simpul:
    nilai, bobot = indeks_kinerja(hasil, ketentuan), ketentuan.kinerja.bobot_hasil
    predikat = f"; predikat {Predikat(hasil.predikat).label}" if hasil.predikat else ""
    rumus = "" if nilai is None else (
        f"{ringkas(bobot)} % hasil kerja {hasil.indeks_hasil} + {ringkas(100 - bobot)} % perilaku "
        f"{hasil.indeks_perilaku}{predikat}"
    )  # fmt: skip
    teks = None if nilai is None else str(bulat(nilai))
    return Simpul(f"Indeks {hasil.tahun}", teks, INDEKS, rumus, "Evaluasi kinerja tahunan", f"tahun:{hasil.tahun}")


def _catatan_tahun(kinerja: Kinerja, ketentuan: KetentuanTalenta) -> str:
    """What stands in for a year without a result."""
    ada = sum(indeks_kinerja(satu, ketentuan) is not None for satu in kinerja.tahun)
    if ada != 1:
        return ""
    return f"; satu tahun belum tersedia, dianggap berselisih paling banyak {ringkas(ketentuan.kinerja.selisih_tahun)}"


def _rumus(bobot, bagian) -> str:
    """The parts with their weights; only those that are available enter the mean."""
    ada = [(bobot[kunci], nilai) for kunci, nilai in bagian.items() if nilai is not None]
    suku = " + ".join(f"{ringkas(b)} × {bulat(nilai.nilai)}" for b, nilai in ada)
    return f"({suku}) ÷ {ringkas(sum((b for b, _ in ada), Decimal(0)))}"


def _pendidikan(tingkat: str) -> str:
    return TingkatPendidikan(tingkat).label if tingkat in TingkatPendidikan.values else ""


def _teks(rentang: Rentang | None) -> str | None:
    return None if rentang is None else str(bulat(rentang.nilai))


def ringkas(angka: Decimal | Fraction) -> str:
    """A setting as short as it is written: "60", "12.5"."""
    return f"{Decimal(angka).normalize():f}"
