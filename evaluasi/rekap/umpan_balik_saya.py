"""What one officer is shown of the public's answers: sums from five on, a fair mean, words let through."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation

from ..aturan import KetentuanPenilaian, RingkasanPublik, k_momen, kurangi, ringkasan_publik, susut_bertingkat
from ..models import Layanan, UmpanBalik
from ..pilihan import KataUmpan, StatusModerasi
from .penilaian import persen
from .publik import UmpanBalikPegawai, batas_rombongan, ringkas_umpan_balik

MAKS_TULISAN = 25


@dataclass(frozen=True)
class UmpanBalikSaya:
    """Own answers and those about the service. A figure of too few answers is None, never 0.

    `adil` is the own mean drawn toward the service's, 1–4; `kata` how often which word was tapped; `tulisan` texts.
    """

    sendiri: RingkasanPublik
    layanan: RingkasanPublik
    daftar_layanan: tuple[Layanan, ...]
    adil: Decimal | None
    kata: tuple[tuple[str, int], ...]
    tulisan: tuple[UmpanBalik, ...]
    berlaku: bool

    @property
    def puas(self) -> Decimal | None:
        """The share of satisfied answers in whole percent."""
        return persen(self.sendiri.puas)

    @property
    def selang(self) -> tuple[Decimal, Decimal] | None:
        return tuple(map(persen, self.sendiri.selang)) if self.sendiri.selang else None


def umpan_balik_saya(pegawai_id: int, mulai: date, selesai: date, ketentuan: KetentuanPenilaian) -> UmpanBalikSaya:
    """Sum up a stretch of days (inclusive) for one officer. A constant number of queries."""
    ringkas = ringkas_umpan_balik(pegawai_id, mulai, selesai)
    rombongan = ringkas_umpan_balik(pegawai_id, mulai, selesai, ketentuan.publik_tampil)
    sendiri = ringkasan_publik(rombongan.sendiri.hitungan, ketentuan)
    tampil = sendiri.n is not None
    milik = UmpanBalik.objects.dalam(mulai, selesai).filter(pegawai_id=pegawai_id)
    milik = batas_rombongan(milik, ketentuan.publik_tampil)
    return UmpanBalikSaya(
        sendiri=sendiri,
        layanan=_layanan(rombongan, ringkas.sendiri.n, ketentuan),
        daftar_layanan=ringkas.daftar_layanan,
        adil=_adil(rombongan, ringkas, mulai, selesai, ketentuan) if tampil else None,
        kata=_kata(milik) if tampil else (),
        tulisan=_tulisan(milik) if tampil else (),
        berlaku=bool(ringkas.daftar_layanan) or ringkas.sendiri.n > 0,
    )


def _layanan(ringkas: UmpanBalikPegawai, n_sendiri: int, ketentuan: KetentuanPenilaian) -> RingkasanPublik:
    """The service's sums, unless the few answers that are not about this person could be read off by subtracting."""
    lain = ringkas.layanan.n - n_sendiri
    hitungan = ringkas.layanan.hitungan if lain >= ketentuan.publik_tampil else (0, 0, 0, 0)
    return ringkasan_publik(hitungan, ketentuan)


def _adil(rombongan: UmpanBalikPegawai, ringkas: UmpanBalikPegawai, mulai, selesai, ketentuan) -> Decimal | None:
    """The mean of the whole batches shrunk toward service, unit and city, each without the person's every answer."""
    per_layanan = _per_layanan(mulai, selesai)
    unit = {satu.unit_id for satu in ringkas.daftar_layanan}
    hitungan_unit = _jumlah(isi for (_, unit_id), isi in per_layanan.items() if unit_id in unit)
    k = k_momen(per_layanan.values(), ketentuan)
    lingkup = (ringkas.layanan.hitungan, hitungan_unit, _jumlah(per_layanan.values()))
    sisa = kurangi(ringkas.sendiri.hitungan, rombongan.sendiri.hitungan)
    try:
        adil = susut_bertingkat(rombongan.sendiri.hitungan, *(kurangi(satu, sisa) for satu in lingkup), k)
    except RuleViolation:  # answers about a service that is not the person's any more
        return None
    return None if adil is None else bulat(adil)


def _per_layanan(mulai: date, selesai: date) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    baris = UmpanBalik.objects.dalam(mulai, selesai).order_by()
    hasil = defaultdict(lambda: [0, 0, 0, 0])
    for layanan, unit, wajah, n in baris.values_list("layanan_id", "layanan__unit_id", "wajah").annotate(Count("pk")):
        hasil[layanan, unit][wajah - 1] = n
    return {kunci: tuple(isi) for kunci, isi in hasil.items()}


def _jumlah(kelompok) -> tuple[int, int, int, int]:
    return tuple(map(sum, zip((0, 0, 0, 0), *kelompok, strict=True)))


def _kata(milik) -> tuple[tuple[str, int], ...]:
    banyak = Counter(kata for daftar in milik.values_list("kata", flat=True) for kata in daftar)
    return tuple((kata.label, banyak[kata.value]) for kata in KataUmpan if banyak[kata.value])


def _tulisan(milik) -> tuple[UmpanBalik, ...]:
    layak = milik.filter(moderasi=StatusModerasi.LAYAK).exclude(teks="").order_by("-tanggal", "pk")
    return tuple(layak.only("teks", "tanggal")[:MAKS_TULISAN])
