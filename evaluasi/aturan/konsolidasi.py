"""The year of several segments: the suggestion by days, the ratings by the assessor, the predikat, the explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Context, Decimal, localcontext

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul

from ..pilihan import Rating
from . import baca
from .hitung import ANGKA, AngkaEvaluasi
from .ketentuan import KetentuanPenilaian
from .periksa import _BERSIH, _kata, _predikat
from .rating import predikat, usul_rating
from .tahunan import Segmen, indeks_tahun

SUMBER = "PermenPANRB 6/2022"
ALASAN_KURANG = "Tulis alasan rating {nama} yang berbeda dari usul."


@dataclass(frozen=True, slots=True)
class SegmenTahun:
    """One published result as the year reads it. `kunci` is its id, `akar` the root of its own explanation."""

    kunci: str
    akar: str
    mulai: date
    selesai: date
    indeks_hasil: Decimal
    indeks_perilaku: Decimal
    rating_hasil: Rating
    predikat: str
    jabatan: str
    penilai: str

    @classmethod
    def dari_dict(cls, isi: dict) -> SegmenTahun:
        baca.kamus(isi, [satu.name for satu in fields(cls)], "Segmen")
        teks = ("kunci", "akar", "predikat", "jabatan", "penilai")
        return cls(
            **{nama: baca.teks(isi[nama], nama) for nama in teks},
            mulai=baca.tanggal(isi["mulai"], "mulai"),
            selesai=baca.tanggal(isi["selesai"], "selesai"),
            indeks_hasil=baca.desimal(isi["indeks_hasil"], "indeks hasil"),
            indeks_perilaku=baca.desimal(isi["indeks_perilaku"], "indeks perilaku"),
            rating_hasil=baca.pilihan(isi["rating_hasil"], Rating, "rating hasil"),
        )

    def ke_dict(self) -> dict:
        isi = {satu.name: getattr(self, satu.name) for satu in fields(self)}
        tulis = {date: date.isoformat, Decimal: baca.ke_teks, Rating: str}
        return {kunci: tulis.get(type(nilai), str)(nilai) for kunci, nilai in isi.items()}


@dataclass(frozen=True, slots=True)
class MasukanTahun:
    """Everything that a year is computed from. A rating of None accepts the suggestion.

    `kepala`: the last segment leads an office, so its rating of results (the office's achievement) is the suggestion.
    """

    segmen: tuple[SegmenTahun, ...]
    ketentuan: KetentuanPenilaian
    ketentuan_versi: str
    dasar_hukum: str
    kepala: bool
    rating_hasil: Rating | None = None
    alasan_hasil: str = ""
    rating_perilaku: Rating | None = None
    alasan_perilaku: str = ""
    penilai: str = ""
    ditetapkan_pada: str = ""

    def ke_dict(self) -> dict:
        """The JSON-able form that `dari_dict` reads."""
        isi = {satu.name: getattr(self, satu.name) for satu in fields(self)}
        isi["segmen"] = [satu.ke_dict() for satu in self.segmen]
        isi["ketentuan"] = self.ketentuan.ke_dict()
        return isi | {nama: isi[nama] and str(isi[nama]) for nama in ("rating_hasil", "rating_perilaku")}

    @classmethod
    def dari_dict(cls, isi: dict) -> MasukanTahun:
        """Read stored inputs strictly. Raises RuleViolation."""
        baca.kamus(isi, [satu.name for satu in fields(cls)], "Masukan tahun")
        teks = ("ketentuan_versi", "dasar_hukum", "alasan_hasil", "alasan_perilaku", "penilai", "ditetapkan_pada")
        rating = ("rating_hasil", "rating_perilaku")
        return cls(
            segmen=tuple(SegmenTahun.dari_dict(satu) for satu in baca.daftar(isi["segmen"], "Segmen")),
            ketentuan=KetentuanPenilaian.dari(isi["ketentuan"]),
            kepala=baca.benar(isi["kepala"], "kepala"),
            **{nama: baca.teks(isi[nama], nama) for nama in teks},
            **{nama: baca.atau_kosong(baca.pilihan, isi[nama], Rating, nama) for nama in rating},
        )


@dataclass(frozen=True, slots=True)
class HasilTahunan(AngkaEvaluasi):
    """A computed year: the figures, the days they cover, the explanation."""

    hari: int
    pohon: Simpul


def hitung_tahun(masukan: MasukanTahun) -> HasilTahunan:
    """The year from its segments: index means by days suggest, the assessor's ratings decide.

    Raises RuleViolation where there is nothing to bring together, segments overlap, or a reason is missing.
    """
    if not masukan.segmen:
        raise RuleViolation("Belum ada hasil yang dapat digabungkan untuk tahun ini.")
    urut = sorted(masukan.segmen, key=lambda satu: satu.mulai)
    indeks = indeks_tahun(Segmen(s.mulai, s.selesai, s.indeks_hasil, s.indeks_perilaku) for s in urut)
    usul_hasil = urut[-1].rating_hasil if masukan.kepala else usul_rating(indeks.indeks_hasil, masukan.ketentuan)
    usul_perilaku = usul_rating(indeks.indeks_perilaku, masukan.ketentuan)
    rating_hasil = masukan.rating_hasil or usul_hasil
    rating_perilaku = masukan.rating_perilaku or usul_perilaku
    _periksa_alasan("hasil kerja", rating_hasil, usul_hasil, masukan.alasan_hasil)
    _periksa_alasan("perilaku kerja", rating_perilaku, usul_perilaku, masukan.alasan_perilaku)
    angka = AngkaEvaluasi(
        indeks.indeks_hasil,
        indeks.indeks_perilaku,
        usul_hasil,
        usul_perilaku,
        rating_hasil,
        rating_perilaku,
        predikat(rating_hasil, rating_perilaku),
    )
    return HasilTahunan(**angka.angka(), hari=indeks.hari, pohon=_pohon(masukan, urut, angka, indeks.hari))


def _periksa_alasan(nama: str, rating: Rating, usul: Rating, alasan: str) -> None:
    if rating != usul and not alasan.strip():
        raise RuleViolation(ALASAN_KURANG.format(nama=nama))


def _pohon(masukan: MasukanTahun, segmen: list[SegmenTahun], angka: AngkaEvaluasi, hari: int) -> Simpul:
    sel = Simpul(
        "Sel matriks",
        angka.predikat.label,
        rumus=f"hasil kerja {angka.rating_hasil.label.lower()}, perilaku kerja {angka.rating_perilaku.label.lower()}",
        sumber=SUMBER,
        kunci="sel",
        anak=(
            _simpul_rating("hasil", "hasil kerja", masukan.alasan_hasil, masukan, segmen, angka, hari),
            _simpul_rating("perilaku", "perilaku kerja", masukan.alasan_perilaku, masukan, segmen, angka, hari),
        ),
    )
    ditetapkan = f"ditetapkan {masukan.ditetapkan_pada}" if masukan.ditetapkan_pada else ""
    penilai = Simpul("Pejabat penilai akhir tahun", masukan.penilai or None, rumus=ditetapkan, kunci="penilai")
    ketentuan = Simpul("Ketentuan penilaian", masukan.ketentuan_versi, sumber=masukan.dasar_hukum, kunci="ketentuan")
    anak = (sel, Simpul("Hari yang dinilai", str(hari), "hari", kunci="hari"), penilai, ketentuan)
    return Simpul("Predikat kinerja tahunan", angka.predikat.label, sumber=SUMBER, kunci="predikat", anak=anak)


def _simpul_rating(kunci, nama, alasan, masukan, segmen, angka, hari) -> Simpul:
    rating, usul = getattr(angka, f"rating_{kunci}"), getattr(angka, f"usul_{kunci}")
    sama = rating == usul
    return Simpul(
        f"Rating {nama}",
        rating.label,
        rumus="usul diterima" if sama else f"ditetapkan penilai, berbeda dari usul {usul.label.lower()}",
        sumber="" if sama else alasan,
        kunci=f"rating_{kunci}",
        anak=(_simpul_indeks(kunci, nama, masukan, segmen, getattr(angka, f"indeks_{kunci}"), hari),),
    )


def _simpul_indeks(kunci, nama, masukan: MasukanTahun, segmen: list[SegmenTahun], indeks: Decimal, hari: int) -> Simpul:
    ketentuan = masukan.ketentuan
    rumus = (
        f"rata-rata menurut hari atas {hari} hari; di atas ekspektasi mulai {ketentuan.ambang_di_atas}, "
        f"sesuai mulai {ketentuan.ambang_sesuai}"
    )
    if masukan.kepala and kunci == "hasil":
        rumus += "; pimpinan mengambil capaian organisasinya, indeks tidak mengubah rating"
    return Simpul(
        f"Indeks {nama} setahun",
        baca.ke_teks(indeks),
        rumus=rumus,
        kunci=f"indeks_{kunci}",
        anak=tuple(
            Simpul(
                satu.jabatan,
                baca.ke_teks(getattr(satu, f"indeks_{kunci}")),
                rumus=f"{(satu.selesai - satu.mulai).days + 1} hari, {satu.mulai} sampai {satu.selesai}",
                sumber=f"dinilai {satu.penilai}; sidik {satu.akar}",
                kunci=f"segmen_{kunci}:{satu.kunci}",
            )
            for satu in segmen
        ),
    )


def hitung_ulang_tahun(masukan: Mapping) -> dict:
    """The second path: the same figures from the stored JSON in long decimals, sharing only the rounding."""
    ketentuan, segmen = masukan["ketentuan"], sorted(masukan["segmen"], key=lambda satu: satu["mulai"])
    hari = [
        date.fromisoformat(s["selesai"]).toordinal() - date.fromisoformat(s["mulai"]).toordinal() + 1 for s in segmen
    ]
    with localcontext(Context(prec=90)):
        indeks = {
            nama: bulat(
                (sum(n * Decimal(s[f"indeks_{nama}"]) for n, s in zip(hari, segmen, strict=True)) / sum(hari)).quantize(
                    _BERSIH
                )
            )
            for nama in ("hasil", "perilaku")
        }
    usul = {nama: _kata(indeks[nama], ketentuan) for nama in indeks}
    if masukan["kepala"]:
        usul["hasil"] = segmen[-1]["rating_hasil"]
    rating = {nama: masukan[f"rating_{nama}"] or usul[nama] for nama in indeks}
    return {
        **{f"indeks_{nama}": nilai for nama, nilai in indeks.items()},
        **{f"usul_{nama}": nilai for nama, nilai in usul.items()},
        **{f"rating_{nama}": nilai for nama, nilai in rating.items()},
        "predikat": _predikat(rating["hasil"], rating["perilaku"]),
        "hari": sum(hari),
    }


def selisih_tahun(tersimpan: Mapping, masukan: Mapping) -> tuple[str, ...]:
    """Where the stored figures of a year are not what its stored inputs give; empty when all agree."""
    return tuple(
        f"{nama}: tersimpan {tersimpan[nama]}, seharusnya {seharusnya}"
        for nama, seharusnya in hitung_ulang_tahun(masukan).items()
        if tersimpan[nama] != seharusnya
    )


ANGKA_TAHUN = (*ANGKA, "hari")
