"""What if, for one person: another realisasi, rating or voice of the public on a copy of the inputs, and what it takes.

Nothing here is stored. What was accepted stays accepted; a reason is not asked of what nobody decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from kinerja.pilihan import Arah, JenisHasil
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Predikat, PredikatOrganisasi, Rating, Sumbu
from .hasil import Waktu, nilai_hasil
from .hitung import AngkaEvaluasi, hitung_angka
from .kalibrasi import rating_kalibrasi
from .ketentuan import KetentuanPenilaian
from .masukan import Hitungan, Jawaban, MasukanEvaluasi, MasukanIndikator, MasukanNilai
from .rating import KUADRAN

SIMULASI = "simulasi"
#: An index is rounded half up to two places: from here on it is read as the line itself.
SETENGAH = Fraction(5, 1000)


@dataclass(frozen=True, slots=True)
class Ubahan:
    """What is tried; what is not named stays.

    `realisasi` and `rating` go by the indicator's kunci, `perilaku` by value; a rating None accepts the suggestion.
    `suara` is (n, mean 1–4) of answers about the officer. `akhir` sets the final ratings by axis.
    """

    realisasi: Mapping[str, Decimal] = field(default_factory=dict)
    rating: Mapping[str, Rating | None] = field(default_factory=dict)
    perilaku: Mapping[str, Rating] = field(default_factory=dict)
    suara: tuple[int, Decimal] | None = None
    akhir: Mapping[str, Rating | None] = field(default_factory=dict)
    organisasi: PredikatOrganisasi | None = None


def siapkan(masukan: MasukanEvaluasi) -> MasukanEvaluasi:
    """The inputs ready to be tried on: calibrated ratings as final ones, no reason or confirmation outstanding."""
    akhir = {
        sumbu: rating_kalibrasi(masukan.kalibrasi, sumbu) or ada
        for sumbu, ada in ((Sumbu.HASIL, masukan.rating_hasil), (Sumbu.PERILAKU, masukan.rating_perilaku))
    }
    return replace(
        masukan,
        kalibrasi=(),
        rating_hasil=None if masukan.kepala else akhir[Sumbu.HASIL],
        rating_perilaku=akhir[Sumbu.PERILAKU],
        alasan_hasil=masukan.alasan_hasil or SIMULASI,
        alasan_perilaku=masukan.alasan_perilaku or SIMULASI,
        dikonfirmasi_oleh=masukan.dikonfirmasi_oleh or SIMULASI,
        indikator=tuple(replace(satu, alasan=satu.alasan or SIMULASI) for satu in masukan.indikator),
    )


def terapkan_ubahan(masukan: MasukanEvaluasi, ubahan: Ubahan) -> MasukanEvaluasi:
    """The copy with what is tried. Raises RuleViolation for a voice that no answers can give."""
    siap = siapkan(masukan)
    akhir = {Sumbu.HASIL: siap.rating_hasil, Sumbu.PERILAKU: siap.rating_perilaku} | dict(ubahan.akhir)
    return replace(
        siap,
        indikator=tuple(_indikator(satu, ubahan) for satu in siap.indikator),
        perilaku=tuple(_nilai(satu, ubahan) for satu in siap.perilaku),
        publik_sendiri=_suara(ubahan.suara) if ubahan.suara else siap.publik_sendiri,
        predikat_organisasi=ubahan.organisasi or siap.predikat_organisasi,
        rating_hasil=None if siap.kepala else akhir[Sumbu.HASIL],
        rating_perilaku=akhir[Sumbu.PERILAKU],
    )


def _indikator(satu: MasukanIndikator, ubahan: Ubahan) -> MasukanIndikator:
    """A figure for what could not be judged brings it into the sum."""
    if satu.kunci not in ubahan.realisasi and satu.kunci not in ubahan.rating:
        return satu
    return replace(
        satu,
        realisasi=ubahan.realisasi.get(satu.kunci, satu.realisasi),
        rating=ubahan.rating.get(satu.kunci, satu.rating),
        tidak_dinilai=False,
    )


def _nilai(satu: MasukanNilai, ubahan: Ubahan) -> MasukanNilai:
    return replace(satu, rating=ubahan.perilaku.get(str(satu.nilai), satu.rating))


def _suara(suara: tuple[int, Decimal]) -> Jawaban:
    hitungan = hitungan_dari(*suara)
    return Jawaban(perilaku=hitungan, kompetensi=hitungan)


def hitungan_dari(n: int, rata: Decimal) -> Hitungan:
    """n answers whose mean is the reachable one nearest to `rata` (1–4). Raises RuleViolation."""
    if n < 1 or not 1 <= rata <= 4:
        raise RuleViolation("Isi banyaknya jawaban paling sedikit 1 dan rata-ratanya antara 1 dan 4.")
    jumlah = int(bulat(n * Fraction(rata), 0))
    bawah, sisa = divmod(jumlah, n)
    hitungan = [0, 0, 0, 0]
    hitungan[bawah - 1] += n - sisa
    if sisa:
        hitungan[bawah] += sisa
    return tuple(hitungan)


# --- what it takes ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Jalan:
    """One change that alone is enough: the indicator, and its realisasi or (without figures) its rating."""

    indikator: MasukanIndikator
    realisasi: Decimal | None
    rating: Rating | None


@dataclass(frozen=True, slots=True)
class Syarat:
    """What one axis lacks for a predikat: the index wanted, how far off it is, and ways that lead there.

    `nilai` is how many of the seven values must rise to di atas (or sesuai) for perilaku; None for hasil.
    `putusan`: the index is there already, and a rating that a person set stands in the way.
    """

    sumbu: Sumbu
    rating: Rating
    indeks: Decimal
    kurang: Decimal
    jalan: tuple[Jalan, ...] = ()
    nilai: int | None = None
    putusan: bool = False


def tujuan(predikat: str) -> tuple[Predikat, ...]:
    """The better predikat that can be aimed at, nearest first: Baik, then Sangat Baik."""
    lebih = {Predikat.SANGAT_BAIK: (), Predikat.BAIK: (Predikat.SANGAT_BAIK,)}
    return lebih.get(Predikat(predikat), (Predikat.BAIK, Predikat.SANGAT_BAIK))


def syarat(masukan: MasukanEvaluasi, angka: AngkaEvaluasi, predikat: str) -> tuple[Syarat, ...]:
    """What each axis lacks for that predikat, by the nearest cell that gives it; what lacks nothing is left out.

    `masukan` is a prepared copy (`siapkan`, `terapkan_ubahan`) and `angka` its result.
    """
    hasil, perilaku = _sel_terdekat(angka, predikat)
    butuh = []
    if angka.rating_hasil != hasil and not masukan.kepala:
        butuh.append(_syarat_hasil(masukan, angka, hasil))
    if angka.rating_perilaku != perilaku:
        butuh.append(_syarat_perilaku(masukan, angka, perilaku))
    return tuple(butuh)


_TINGKAT = {Rating.DI_BAWAH: 0, Rating.SESUAI: 1, Rating.DI_ATAS: 2}


def _sel_terdekat(angka: AngkaEvaluasi, predikat: str) -> tuple[Rating, Rating]:
    """The cell with that predikat which asks the fewest steps, and takes none back."""
    sel = [(h, p) for h, kolom in KUADRAN.items() for p, isi in kolom.items() if isi == predikat]
    kini = (_TINGKAT[angka.rating_hasil], _TINGKAT[angka.rating_perilaku])

    def jarak(satu):
        naik = [_TINGKAT[r] - k for r, k in zip(satu, kini, strict=True)]
        return sum(max(0, n) for n in naik), sum(abs(n) for n in naik)

    hasil, perilaku = min(sel, key=jarak)
    return max(hasil, angka.rating_hasil, key=_TINGKAT.get), max(perilaku, angka.rating_perilaku, key=_TINGKAT.get)


def _garis(rating: Rating, ketentuan: KetentuanPenilaian) -> Decimal:
    return ketentuan.ambang_di_atas if rating == Rating.DI_ATAS else ketentuan.ambang_sesuai


def _syarat_hasil(masukan: MasukanEvaluasi, angka: AngkaEvaluasi, rating: Rating) -> Syarat:
    garis = _garis(rating, masukan.ketentuan)
    kurang = max(Decimal(0), garis - angka.indeks_hasil)
    jalan = tuple(_jalan(masukan, garis)) if kurang else ()
    return Syarat(Sumbu.HASIL, rating, garis, kurang, jalan, putusan=not kurang)


def _jalan(masukan: MasukanEvaluasi, garis: Decimal) -> Iterator[Jalan]:
    """Each utama indicator that alone can lift the index to the line, with the least that does it."""
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    hasil = nilai_hasil(masukan.indikator, waktu, masukan.ketentuan)
    perlu = (Fraction(garis) - SETENGAH - hasil.tambahan) * hasil.bobot
    jumlah = sum(
        (Fraction(s.masukan.bobot) * s.nilai for s in hasil.indikator if s.utama and s.nilai is not None), Fraction(0)
    )
    for satu in hasil.indikator:
        if satu.masukan.jenis_hasil != JenisHasil.UTAMA or satu.nilai is None:
            continue
        bobot = Fraction(satu.masukan.bobot)
        nilai = (perlu - jumlah + bobot * satu.nilai) / bobot
        calon = _jalan_indikator(satu, nilai, masukan.ketentuan)
        if calon and _sampai(masukan, calon, garis):
            yield calon


def _jalan_indikator(satu, nilai: Fraction, ketentuan: KetentuanPenilaian) -> Jalan | None:
    """The least realisasi, or the least rating, that gives the indicator at least that value (0–120)."""
    if satu.capaian is not None and satu.rating == satu.usul:
        realisasi = _realisasi(satu, nilai)
        return None if realisasi is None else Jalan(satu.masukan, realisasi, None)
    naik = (r for r in (Rating.SESUAI, Rating.DI_ATAS) if _TINGKAT[r] > _TINGKAT[satu.rating])
    cukup = next((r for r in naik if ketentuan.nilai_rating(r) >= nilai), None)
    return None if cukup is None else Jalan(satu.masukan, None, cukup)


def _realisasi(satu, nilai: Fraction) -> Decimal | None:
    """The realisasi whose achievement is that value, rounded to the side that suffices; None where there is none."""
    arah, target = satu.masukan.arah, satu.target
    if arah == Arah.NAIK:
        return _naikkan(target * nilai / 100)
    if arah == Arah.TURUN and target:
        eksak = target * (200 - nilai) / 100
        return None if eksak < 0 else -_naikkan(-eksak)
    return _ujung_rentang(satu) if nilai <= 100 else None


def _ujung_rentang(satu) -> Decimal | None:
    """The nearest end of the range, where the achievement is 100."""
    nyata = Fraction(satu.masukan.realisasi)
    if satu.target_atas is None:
        return Decimal(0)
    return _naikkan(satu.target) if nyata < satu.target else -_naikkan(-satu.target_atas)


def _naikkan(nilai: Fraction) -> Decimal:
    """The next multiple of a hundredth that is not below."""
    return Decimal(-((-100 * nilai.numerator) // nilai.denominator)) / 100


def _sampai(masukan: MasukanEvaluasi, jalan: Jalan, garis: Decimal) -> bool:
    """Whether that change alone really lifts the index to the line, by the one computation."""
    kunci = jalan.indikator.kunci
    ubahan = (
        Ubahan(rating={kunci: jalan.rating}) if jalan.realisasi is None else Ubahan(realisasi={kunci: jalan.realisasi})
    )
    return hitung_angka(terapkan_ubahan(masukan, ubahan)).indeks_hasil >= garis


def _syarat_perilaku(masukan: MasukanEvaluasi, angka: AngkaEvaluasi, rating: Rating) -> Syarat:
    garis = _garis(rating, masukan.ketentuan)
    kurang = max(Decimal(0), garis - angka.indeks_perilaku)
    nilai = _banyak_nilai(masukan, rating, garis) if kurang else None
    return Syarat(Sumbu.PERILAKU, rating, garis, kurang, nilai=nilai, putusan=not kurang)


def _banyak_nilai(masukan: MasukanEvaluasi, rating: Rating, garis: Decimal) -> int | None:
    """How many of the seven values must rise to that rating, lowest first; None where even all do not suffice."""
    urut = sorted(masukan.perilaku, key=lambda satu: _TINGKAT[satu.rating])
    rendah = [str(satu.nilai) for satu in urut if _TINGKAT[satu.rating] < _TINGKAT[rating]]
    for banyak in range(1, len(rendah) + 1):
        ubahan = Ubahan(perilaku=dict.fromkeys(rendah[:banyak], rating))
        if hitung_angka(terapkan_ubahan(masukan, ubahan)).indeks_perilaku >= garis:
            return banyak
    return None
