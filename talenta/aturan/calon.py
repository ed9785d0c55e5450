"""Ranking candidates for a vacancy: hard requirements first, then a score that explains itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaluasi.pilihan import Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.pohon import Simpul
from pegawai.pilihan import TingkatPendidikan

from .kecocokan import kecocokan
from .ketentuan import KetentuanTalenta
from .kotak import (
    HasilTahun,
    dua_tahun,
    indeks_kinerja,
    nilai_pelatihan,
    nilai_pendidikan,
    nilai_pengalaman,
    sumbu_kinerja,
    sumbu_potensial,
)
from .orang import Orang, Sasaran, bulan_pengalaman
from .rentang import Rentang, tertimbang
from .syarat import Syarat, memenuhi, periksa_syarat

_SUMBER = "Ketentuan talenta kota, PermenPANRB 3/2020"
_NAMA = {
    "kinerja": "Kinerja",
    "kecocokan": "Kecocokan kompetensi",
    "potensial": "Potensial",
    "pengalaman": "Pengalaman",
}
_NAMA_UNSUR = {
    "kecocokan": "Kecocokan kompetensi",
    "assessment_centre": "Penilaian kompetensi (assessment centre)",
    "pendidikan": "Pendidikan",
    "pelatihan": "Pelatihan",
    "pengalaman": "Pengalaman",
}


@dataclass(frozen=True, slots=True)
class Calon:
    """A person who meets every hard requirement: the score 0–100 with its interval, and where it came from."""

    kunci: int
    nilai: Decimal
    rendah: Decimal
    tinggi: Decimal
    syarat: tuple[Syarat, ...]
    pohon: Simpul


@dataclass(frozen=True, slots=True)
class Peringkat:
    """Candidates by score, and everybody else with their requirements.

    `gugur` fail at least one; `belum` fail none, but something about them is not known yet.
    """

    calon: tuple[Calon, ...]
    gugur: tuple[tuple[int, tuple[Syarat, ...]], ...]
    belum: tuple[tuple[int, tuple[Syarat, ...]], ...]


def peringkat(
    orang: Iterable[Orang], sasaran: Sasaran, pada: date, ketentuan: KetentuanTalenta, target_jp: int = 20
) -> Peringkat:
    """Judge everybody for one vacancy on one day. Who fails a hard requirement is never in the list."""
    calon, gugur, belum = [], [], []
    for satu in orang:
        syarat = periksa_syarat(satu, sasaran, pada, ketentuan)
        hasil = memenuhi(syarat)
        if hasil:
            calon.append(nilai_calon(satu, sasaran, pada, ketentuan, syarat, target_jp))
        else:
            (gugur if hasil is False else belum).append((satu.kunci, syarat))
    calon.sort(key=lambda satu: (-satu.nilai, -satu.rendah, satu.kunci))
    return Peringkat(tuple(calon), tuple(gugur), tuple(belum))


def nilai_calon(
    orang: Orang,
    sasaran: Sasaran,
    pada: date,
    ketentuan: KetentuanTalenta,
    syarat: tuple[Syarat, ...],
    target_jp: int = 20,
) -> Calon:
    """The soft score of one person, rounded once, with its tree. Missing parts widen the interval."""
    bagian = {
        "kinerja": _kinerja(orang, pada, ketentuan),
        "kecocokan": _kecocokan(orang, sasaran),
        "potensial": potensial_orang(orang, sasaran.standar, pada, ketentuan, target_jp),
        "pengalaman": _pengalaman(orang, sasaran, pada, ketentuan),
    }
    bobot = ketentuan.skor
    skor = tertimbang((bobot[kunci], rentang) for kunci, (rentang, _) in bagian.items()) or Rentang.pasti(0)
    nilai, rendah, tinggi = bulat(skor.nilai), bulat(skor.rendah), bulat(skor.tinggi)
    pohon = Simpul(
        f"Skor untuk {sasaran.nama}",
        str(nilai),
        "dari 100",
        f"{_rumus(bobot, bagian)}; {_selang(rendah, tinggi)}",
        _SUMBER,
        kunci=f"calon:{orang.kunci}",
        anak=tuple(simpul for _, simpul in bagian.values()),
    )
    return Calon(orang.kunci, nilai, rendah, tinggi, syarat, pohon)


def potensial_orang(
    orang: Orang, standar, pada: date, ketentuan: KetentuanTalenta, target_jp: int = 20
) -> tuple[Rentang | None, Simpul]:
    """The potential of a person against a standard (0–100) with its tree; None while too little is available."""
    cocok, simpul_cocok = _kecocokan_standar(orang, standar)
    bulan = bulan_pengalaman(orang.riwayat, pada) if orang.riwayat else None
    pendidikan = nilai_pendidikan(orang.pendidikan, ketentuan)
    unsur = {
        "kecocokan": (cocok, simpul_cocok),
        "assessment_centre": _unsur("assessment_centre", orang.unsur.get("assessment_centre"), "nilai hasil ukur"),
        "pendidikan": _unsur("pendidikan", pendidikan, _label_pendidikan(orang.pendidikan)),
        "pelatihan": _unsur("pelatihan", nilai_pelatihan(orang.jp, target_jp), f"{orang.jp} dari {target_jp} JP"),
        "pengalaman": _unsur("pengalaman", nilai_pengalaman(bulan, ketentuan), f"{bulan} bulan"),
    }
    bobot = ketentuan.potensial.bobot
    rentang = sumbu_potensial({kunci: nilai for kunci, (nilai, _) in unsur.items()}, ketentuan)
    simpul = Simpul(
        _NAMA["potensial"],
        None if rentang is None else str(bulat(rentang.nilai)),
        "dari 100",
        _rumus(bobot, unsur) if rentang else "unsur yang tersedia belum cukup",
        _SUMBER,
        kunci="potensial",
        anak=tuple(simpul for _, simpul in unsur.values()),
    )
    return rentang, simpul


def kinerja_orang(orang: Orang, pada: date, ketentuan: KetentuanTalenta) -> tuple[Rentang | None, Simpul]:
    """The performance of a person (0–120) of two years, with its tree; None where neither has a result."""
    dua = dua_tahun(orang.tahunan, pada.year)
    rentang = sumbu_kinerja(*dua, ketentuan)
    sumbu = ketentuan.kinerja
    simpul = Simpul(
        _NAMA["kinerja"],
        None if rentang is None else str(bulat(rentang.nilai)),
        "dari 120",
        f"{_teks(sumbu.bobot_tahun_ini)} % tahun terakhir + {_teks(sumbu.bobot_tahun_lalu)} % tahun sebelumnya",
        _SUMBER,
        kunci="kinerja",
        anak=tuple(_simpul_tahun(satu, ketentuan) for satu in dua if satu is not None),
    )
    return rentang, simpul


def _kinerja(orang: Orang, pada: date, ketentuan: KetentuanTalenta) -> tuple[Rentang | None, Simpul]:
    """Performance on the scale of the score, 120 becomes 100."""
    rentang, anak = kinerja_orang(orang, pada, ketentuan)
    dipakai = None if rentang is None else rentang.kali(Fraction(100, 120))
    nilai = None if dipakai is None else str(bulat(dipakai.nilai))
    return dipakai, Simpul(
        _NAMA["kinerja"], nilai, "dari 100", "indeks ÷ 1,2", _SUMBER, kunci="skor:kinerja", anak=(anak,)
    )


def _kecocokan(orang: Orang, sasaran: Sasaran) -> tuple[Rentang | None, Simpul]:
    return _kecocokan_standar(orang, sasaran.standar, "skor:kecocokan")


def _kecocokan_standar(orang: Orang, standar, kunci: str = "potensial:kecocokan") -> tuple[Rentang | None, Simpul]:
    hasil = kecocokan(standar, orang.ukuran)
    anak = tuple(
        Simpul(
            nama.replace("_", " ").capitalize(),
            None if dimiliki is None else str(dimiliki),
            f"diminta {diminta}",
            kunci=f"kompetensi:{nama}",
        )
        for nama, diminta, dimiliki in (hasil.rincian if hasil else ())
    )
    return hasil and hasil.rentang, Simpul(
        _NAMA["kecocokan"],
        str(bulat(hasil.rentang.nilai)) if hasil else None,
        "dari 100",
        "Σ yang lebih kecil dari dimiliki dan diminta ÷ Σ diminta × 100, dari yang diukur",
        "PermenPANRB 38/2017",
        kunci=kunci,
        anak=anak,
    )


def _pengalaman(orang: Orang, sasaran: Sasaran, pada: date, ketentuan) -> tuple[Rentang | None, Simpul]:
    """Experience one level below the position or higher."""
    if not orang.riwayat:
        return None, Simpul(_NAMA["pengalaman"], None, "dari 100", sumber=_SUMBER, kunci="skor:pengalaman")
    bulan = bulan_pengalaman(orang.setingkat((sasaran.tingkat or 1) - 1), pada)
    nilai = nilai_pengalaman(bulan, ketentuan)
    penuh = ketentuan.potensial.pengalaman_penuh_tahun
    return Rentang.pasti(nilai), Simpul(
        _NAMA["pengalaman"],
        str(bulat(nilai)),
        "dari 100",
        f"{bulan} bulan setingkat di bawahnya atau lebih; {penuh} tahun bernilai 100",
        _SUMBER,
        kunci="skor:pengalaman",
    )


def _unsur(kunci: str, nilai: Decimal | Fraction | None, rumus: str) -> tuple[Rentang | None, Simpul]:
    teks = None if nilai is None else str(bulat(nilai))
    simpul = Simpul(_NAMA_UNSUR[kunci], teks, "dari 100", "" if nilai is None else rumus, kunci=f"potensial:{kunci}")
    return None if nilai is None else Rentang.pasti(nilai), simpul


def _simpul_tahun(hasil: HasilTahun, ketentuan: KetentuanTalenta) -> Simpul:
    nilai = indeks_kinerja(hasil, ketentuan)
    bobot = ketentuan.kinerja.bobot_hasil
    predikat = f"; predikat {Predikat(hasil.predikat).label}" if hasil.predikat else ""
    return Simpul(
        f"Indeks {hasil.tahun}",
        None if nilai is None else str(bulat(nilai)),
        "dari 120",
        f"{_teks(bobot)} % hasil kerja {hasil.indeks_hasil} + {_teks(100 - bobot)} % perilaku "
        f"{hasil.indeks_perilaku}{predikat}",
        "Evaluasi kinerja tahunan",
        kunci=f"tahun:{hasil.tahun}",
    )


def _rumus(bobot, bagian) -> str:
    """The parts with their weights; only those that are available enter the mean."""
    ada = [f"{_teks(bobot[kunci])} × {bulat(nilai.nilai)}" for kunci, (nilai, _) in bagian.items() if nilai is not None]
    jumlah = sum((bobot[kunci] for kunci, (nilai, _) in bagian.items() if nilai is not None), Decimal(0))
    return f"({' + '.join(ada)}) ÷ {_teks(jumlah)}" if ada else "belum ada bagian yang tersedia"


def _selang(rendah: Decimal, tinggi: Decimal) -> str:
    return "tanpa ketidakpastian" if rendah == tinggi else f"antara {rendah} dan {tinggi}"


def _label_pendidikan(tingkat: str) -> str:
    return TingkatPendidikan(tingkat).label if tingkat in TingkatPendidikan.values else ""


def _teks(angka: Decimal) -> str:
    return f"{angka.normalize():f}"
