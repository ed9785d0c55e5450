"""What people achieved: realisasi and evidence. How well a person does in a year is drawn once, by name and year."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from random import Random

from evaluasi.pilihan import Rating
from kinerja.models import Periode, Realisasi
from kinerja.pilihan import Arah, JenisIndikator, StatusSKP

from .bukti import simpan_berkas, tulis_bukti
from .periode import pukul_nol
from .pustaka import Ukuran
from .rencana import Butir, Keadaan, Rencana
from .salin import pesan_id, salin
from .tebak import acak

#: of a hundred people: below, then above expectation; the rest as expected
MUTU = {"hasil": (6, 30), "perilaku": (3, 28)}
URAIAN = {
    Rating.DI_BAWAH: "Baru sebagian terlaksana; terkendala tenaga dan jadwal. Sisanya dilanjutkan bulan berikutnya.",
    Rating.SESUAI: "Terlaksana sesuai rencana; rincian pada bukti dukung.",
    Rating.DI_ATAS: "Terlaksana melebihi rencana dan dipakai unit lain; rincian pada bukti dukung.",
}


@dataclass(frozen=True)
class Nasib:
    """How a plan went: the level of results and of conduct, and the stream for the details."""

    hasil: Rating
    perilaku: Rating
    acak: Random


def nasib(satu: Rencana, keadaan: Keadaan) -> Nasib:
    """The same for every step of the loader. Conduct follows results loosely."""
    undian = acak(keadaan.seed, "nasib", satu.kunci)
    return Nasib(_mutu("hasil", undian), _mutu("perilaku", undian), undian)


def _mutu(hal: str, undian: Random) -> Rating:
    bawah, atas = MUTU[hal]
    angka = undian.randrange(100)
    return Rating.DI_BAWAH if angka < bawah else Rating.DI_ATAS if angka < atas else Rating.SESUAI


def nyata(ukuran: Ukuran, target: Decimal, mutu: Rating, undian: Random) -> Decimal:
    """A realisasi whose achievement is clearly below 90, between 94 and 106, or 112 and above."""
    if ukuran.arah == Arah.RENTANG:
        return target + (ukuran.target_atas - target) * undian.randint(20, 90) / 100
    persen = {
        Rating.DI_BAWAH: undian.randint(550, 820),
        Rating.SESUAI: undian.randint(955, 1045),
        Rating.DI_ATAS: undian.randint(1130, 1180),
    }[mutu]
    if ukuran.arah == Arah.TURUN:
        persen = 2000 - persen
    angka = target * persen / 1000
    if ukuran.satuan == "%":
        angka = min(angka, Decimal(100))
    if not ukuran.bulat:
        return angka.quantize(Decimal("0.01"))
    return _bulatkan(angka, target, mutu, naik=ukuran.arah == Arah.NAIK)


def _bulatkan(angka: Decimal, target: Decimal, mutu: Rating, *, naik: bool) -> Decimal:
    """To whole things without leaving the level: a small target met as expected is met exactly."""
    if mutu == Rating.SESUAI:
        bulat = angka.quantize(Decimal(1), ROUND_HALF_UP)
        return bulat if abs(bulat - target) * 100 <= target * 5 else target
    ke_atas = (mutu == Rating.DI_ATAS) == naik
    return angka.quantize(Decimal(1), ROUND_CEILING if ke_atas else ROUND_FLOOR)


def tulis_realisasi(semua: list[Rencana], keadaan: Keadaan, akun: dict[int, int], tahunan, triwulan) -> dict[str, int]:
    """COPY realisasi with evidence. `akun`: person to account; `tahunan`: year to period; `triwulan`: this year's.

    Past years have one entry an indicator for the year. This year has the last finished quarter for everybody,
    the present one for two in five, and every finished quarter for who is an official.
    """
    berkas = simpan_berkas()
    catatan = [
        isi
        for satu in semua
        if satu.status == StatusSKP.DISETUJUI
        for isi in _catatan(satu, keadaan, akun[satu.pegawai_id], tahunan, triwulan)
    ]
    nomor = pesan_id(Realisasi, len(catatan))
    kolom = ("id", "indikator_id", "periode_id", "nilai", "uraian", "dicatat_oleh_id", "dicatat_pada")
    baris = ((pk, *isi) for pk, isi in zip(nomor, catatan, strict=True))
    jumlah = {"realisasi": salin(Realisasi, kolom, baris)}
    pemilik = {pengguna: orang for orang, pengguna in akun.items()}
    entri = [(pk, pemilik[isi[4]], isi[5]) for pk, isi in zip(nomor, catatan, strict=True)]
    return jumlah | tulis_bukti(entri, berkas, keadaan.saat)


def _catatan(satu: Rencana, keadaan: Keadaan, akun: int, tahunan: dict[int, Periode], triwulan):
    """The entries of one plan: (indicator, period, value, words, account, moment)."""
    jalan = nasib(satu, keadaan)
    for periode, bagian in _periode(satu, keadaan, jalan, tahunan, triwulan):
        saat = _saat(periode, keadaan, jalan.acak)
        for butir in satu.butir:
            yield butir.pk, periode.pk, *_isi(butir, bagian, jalan), akun, saat


def _periode(satu: Rencana, keadaan: Keadaan, jalan: Nasib, tahunan, triwulan):
    """(period, share of the plan's days that has passed at its end) of each entry."""
    if satu.mulai.year < keadaan.hari.year:
        return [(tahunan[satu.mulai.year], Decimal(1))]
    panjang = (satu.selesai - satu.mulai).days + 1
    lewat = [
        (periode, Decimal((min(periode.selesai, satu.selesai) - satu.mulai).days + 1) / panjang)
        for periode in triwulan
        if periode.mulai <= keadaan.hari and satu.mulai <= periode.selesai and periode.mulai <= satu.selesai
    ]
    kini = lewat.pop() if lewat and lewat[-1][0].selesai >= keadaan.hari else None
    semua = satu.pejabat or satu.pegawai_id in keadaan.tetap or satu.pegawai_id in keadaan.lengkap
    hasil = lewat if semua else lewat[-1:]
    if kini and jalan.acak.randrange(5) < 2 and satu.pegawai_id not in keadaan.tetap:
        hasil = [*hasil, kini]
    return hasil


def _isi(butir: Butir, bagian: Decimal, jalan: Nasib) -> tuple[Decimal | None, str]:
    ukuran = butir.ukuran
    if ukuran.jenis == JenisIndikator.KUALITATIF:
        return None, URAIAN[jalan.hasil]
    target = butir.target
    if ukuran.sifat == "kumulatif" and bagian < 1:
        target = max(Decimal(1), (target * bagian).quantize(Decimal(1)))
    return nyata(ukuran, target, jalan.hasil, jalan.acak), ""


def _saat(periode: Periode, keadaan: Keadaan, undian: Random):
    """A working hour inside the time for filling in, never after the moment of loading."""
    akhir = min(periode.isi_sampai, keadaan.saat)
    awal = max(periode.isi_dari, pukul_nol(periode.mulai))
    hari = max(0, (akhir - awal).days - 1)
    return min(akhir, awal + timedelta(days=undian.randint(0, hari), hours=8, minutes=undian.randrange(480)))
