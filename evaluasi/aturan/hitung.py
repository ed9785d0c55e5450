"""The evaluation of one person: indices, suggestions, ratings, predikat, and the explanation, in one computation."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.pilihan import JenisHasil, NilaiDasar
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul

from ..pilihan import Predikat, Rating, Sumbu
from .hasil import HasilDinilai, Waktu, nilai_hasil
from .kalibrasi import rating_kalibrasi
from .koreksi import tandai_koreksi
from .masukan import MasukanEvaluasi
from .perilaku import PerilakuDinilai, nilai_perilaku
from .rating import predikat, rating_kepala, usul_rating
from .simpul_predikat import simpul_predikat

#: The figures of a result by the names under which they are stored.
ANGKA = (
    "indeks_hasil",
    "indeks_perilaku",
    "usul_hasil",
    "usul_perilaku",
    "rating_hasil",
    "rating_perilaku",
    "predikat",
)


@dataclass(frozen=True, slots=True)
class AngkaEvaluasi:
    """The figures of a result. Indices are 0–120 with two places; the ratings set by a person stand beside them."""

    indeks_hasil: Decimal
    indeks_perilaku: Decimal
    usul_hasil: Rating
    usul_perilaku: Rating
    rating_hasil: Rating
    rating_perilaku: Rating
    predikat: Predikat

    def angka(self) -> dict:
        """The figures by their stored names."""
        return {nama: getattr(self, nama) for nama in ANGKA}

    @property
    def menyimpang(self) -> bool:
        """A final rating differs from the computed one; such results are listed for calibration."""
        return (self.rating_hasil, self.rating_perilaku) != (self.usul_hasil, self.usul_perilaku)


@dataclass(frozen=True, slots=True)
class HasilEvaluasi(AngkaEvaluasi):
    """A computed result: the figures and their explanation."""

    pohon: Simpul


def hitung(masukan: MasukanEvaluasi) -> HasilEvaluasi:
    """Compute one result. Raises RuleViolation with every sentence of `masalah` where the input is not complete."""
    angka, hasil, perilaku = _hitung(masukan)
    usul = (angka.usul_hasil, angka.usul_perilaku)
    rating = (angka.rating_hasil, angka.rating_perilaku)
    pohon = simpul_predikat(masukan, hasil, perilaku, usul, rating, angka.predikat)
    return HasilEvaluasi(**angka.angka(), pohon=tandai_koreksi(pohon, masukan.koreksi))


def hitung_angka(masukan: MasukanEvaluasi) -> AngkaEvaluasi:
    """The figures of `hitung` without the explanation, for many results at once. Raises RuleViolation as it does."""
    return _hitung(masukan)[0]


def _hitung(masukan: MasukanEvaluasi) -> tuple[AngkaEvaluasi, HasilDinilai, PerilakuDinilai]:
    """The one computation, which both ways of asking share."""
    hasil, kurang = _timbang(masukan)
    if kurang:
        raise RuleViolation(" ".join(kurang))
    perilaku = nilai_perilaku(masukan.perilaku, masukan.publik_sendiri, masukan.publik_layanan, masukan.ketentuan)
    usul_hasil = _usul_hasil(masukan, hasil.indeks)
    usul_perilaku = usul_rating(perilaku.indeks, masukan.ketentuan)
    kalibrasi = masukan.kalibrasi
    rating_hasil = Rating(rating_kalibrasi(kalibrasi, Sumbu.HASIL) or masukan.rating_hasil or usul_hasil)
    rating_perilaku = Rating(rating_kalibrasi(kalibrasi, Sumbu.PERILAKU) or masukan.rating_perilaku or usul_perilaku)
    _periksa_simpangan(masukan, usul_hasil, usul_perilaku)
    angka = AngkaEvaluasi(
        hasil.indeks,
        perilaku.indeks,
        usul_hasil,
        usul_perilaku,
        rating_hasil,
        rating_perilaku,
        predikat(rating_hasil, rating_perilaku),
    )
    return angka, hasil, perilaku


def masalah(masukan: MasukanEvaluasi) -> tuple[str, ...]:
    """What still keeps this result from being computed, one sentence each; empty when nothing does.

    The reasons of the final ratings are checked by `hitung`, since they depend on the computed suggestion.
    """
    return _timbang(masukan)[1]


def _timbang(masukan: MasukanEvaluasi) -> tuple[HasilDinilai | None, tuple[str, ...]]:
    """The weighed results and the sentences of what is missing."""
    kurang = _masalah_bentuk(masukan)
    if kurang:
        return None, tuple(kurang)
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    hasil = nilai_hasil(masukan.indikator, waktu, masukan.ketentuan)
    return hasil, tuple(_masalah_hasil(masukan, hasil) + _masalah_perilaku(masukan) + _masalah_akhir(masukan))


def _masalah_bentuk(masukan: MasukanEvaluasi) -> list[str]:
    """What would make the sums meaningless."""
    kurang = []
    if not masukan.skp_mulai <= masukan.mulai <= masukan.selesai <= masukan.skp_selesai:
        kurang.append("Rentang yang dinilai harus di dalam rentang SKP dan tidak boleh berakhir sebelum dimulai.")
    utama = [satu for satu in masukan.indikator if satu.jenis_hasil == JenisHasil.UTAMA]
    if not utama:
        kurang.append("SKP ini belum mempunyai indikator utama; lengkapi SKP lebih dahulu.")
    kurang += [
        f"Indikator “{satu.uraian}” belum berbobot; isi bobotnya pada SKP."
        for satu in utama
        if satu.bobot is None or satu.bobot <= 0
    ]
    return kurang


def _masalah_hasil(masukan: MasukanEvaluasi, hasil: HasilDinilai) -> list[str]:
    kurang = [
        f"Indikator “{satu.uraian}” belum dinilai; pilih ratingnya atau nyatakan tidak dapat dinilai."
        for satu in hasil.belum
    ]
    for satu in hasil.indikator:
        if satu.masukan.tidak_dinilai and not satu.masukan.alasan.strip():
            kurang.append(f"Tulis alasan indikator “{satu.masukan.uraian}” tidak dapat dinilai.")
        elif satu.ditimpa and not satu.masukan.alasan.strip():
            kurang.append(f"Tulis alasan rating indikator “{satu.masukan.uraian}” berbeda dari usul.")
    if hasil.indeks is None and not hasil.belum:
        kurang.append("Tidak satu pun indikator utama dapat dinilai, sehingga hasil kerja belum tersedia.")
    elif hasil.bobot_tidak_dinilai > masukan.ketentuan.konfirmasi_bobot and not masukan.dikonfirmasi_oleh:
        kurang.append(
            f"Bobot yang tidak dapat dinilai melebihi {masukan.ketentuan.konfirmasi_bobot} %; "
            "mintalah konfirmasi pengelola unit."
        )
    return kurang


def _masalah_perilaku(masukan: MasukanEvaluasi) -> list[str]:
    ada = [str(satu.nilai) for satu in masukan.perilaku]
    if sorted(ada) == sorted(NilaiDasar.values):
        return []
    kurang = [nilai.label for nilai in NilaiDasar if ada.count(nilai.value) != 1]
    return [f"Nilai perilaku harus dinilai tepat satu kali: {', '.join(kurang)}."]


def _masalah_akhir(masukan: MasukanEvaluasi) -> list[str]:
    """What is wrong with who decided the final ratings."""
    kurang = _masalah_kepala(masukan)
    if not all(satu.alasan.strip() and satu.oleh.strip() for satu in masukan.kalibrasi):
        kurang.append("Setiap kalibrasi memerlukan alasan dan pejabatnya.")
    if masukan.kepala and rating_kalibrasi(masukan.kalibrasi, Sumbu.HASIL):
        kurang.append("Rating hasil kerja pimpinan mengikuti predikat organisasi dan tidak dikalibrasi.")
    return kurang


def _masalah_kepala(masukan: MasukanEvaluasi) -> list[str]:
    """A head takes the organisation's achievement as the rating of results; it cannot be another."""
    if not masukan.kepala:
        return []
    if not masukan.predikat_organisasi:
        return ["Predikat organisasi belum ditetapkan; penilaian pimpinannya menunggu penetapan itu."]
    seharusnya = rating_kepala(masukan.predikat_organisasi)
    if masukan.rating_hasil and masukan.rating_hasil != seharusnya:
        return [f"Rating hasil kerja pimpinan mengikuti predikat organisasi: {seharusnya.label.lower()}."]
    return []


def _usul_hasil(masukan: MasukanEvaluasi, indeks: Decimal) -> Rating:
    return rating_kepala(masukan.predikat_organisasi) if masukan.kepala else usul_rating(indeks, masukan.ketentuan)


def _periksa_simpangan(masukan: MasukanEvaluasi, usul_hasil: Rating, usul_perilaku: Rating) -> None:
    """A final rating that differs from the computed one needs a reason. Raises RuleViolation."""
    for nama, rating, usul, alasan in (
        ("hasil kerja", masukan.rating_hasil, usul_hasil, masukan.alasan_hasil),
        ("perilaku kerja", masukan.rating_perilaku, usul_perilaku, masukan.alasan_perilaku),
    ):
        if rating and rating != usul and not alasan.strip():
            raise RuleViolation(f"Tulis alasan rating {nama} berbeda dari usul ({usul.label.lower()}).")
