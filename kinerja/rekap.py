"""Reads across plans, realisasi and outcomes, each in a constant number of queries."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from django.db.models import Q

from mataram_asn.kit.kata import tulis_angka
from pegawai import rekap as rekap_pegawai

from .aturan import bulat, capaian, target_periode
from .delegasi import diwakili
from .models import SKP, HasilKerja, Iku, Indikator, Periode, PerubahanSKP, Realisasi, UmpanBalikKerja
from .pilihan import Arah, JenisHasil, JenisIndikator, StatusPerubahan, StatusSKP
from .rekap_perpanjangan import periode_diperpanjang


def realisasi_terbaru(indikator_ids, periode) -> dict[int, Realisasi]:
    """The entry that counts of each indicator in that period, with who recorded it and its evidence. Two queries."""
    baris = Realisasi.objects.filter(indikator__in=indikator_ids, periode=periode).terbaru()
    baris = baris.select_related("dicatat_oleh").prefetch_related("bukti")
    return {satu.indikator_id: satu for satu in baris}


@dataclass(frozen=True)
class CapaianIndikator:
    """One indicator in one period. `target` is that of the period's end; `capaian` None is not available."""

    indikator: Indikator
    target: Decimal | None
    target_atas: Decimal | None
    realisasi: Realisasi | None
    capaian: Decimal | None

    @property
    def terisi(self) -> bool:
        return self.realisasi is not None


@dataclass(frozen=True)
class Progres:
    """How far a plan is in a period: indicators filled of all, and each of them."""

    periode: Periode
    indikator: tuple[CapaianIndikator, ...]

    @property
    def jumlah(self) -> int:
        return len(self.indikator)

    @property
    def terisi(self) -> int:
        return sum(satu.terisi for satu in self.indikator)

    @property
    def bukti(self) -> int:
        return sum(len(satu.realisasi.bukti.all()) for satu in self.indikator if satu.realisasi)


def progres(skp: SKP, periode: Periode) -> Progres:
    """Read a plan's progress in a period: its indicators, the last realisasi, the achievement. Three queries."""
    indikator = list(
        Indikator.objects.filter(hasil__skp=skp)
        .select_related("hasil")
        .order_by("-hasil__jenis", "hasil__urutan", "hasil_id", "urutan", "pk")
    )
    terbaru = realisasi_terbaru([satu.pk for satu in indikator], periode)
    return Progres(periode, tuple(_capaian(skp, periode, satu, terbaru.get(satu.pk)) for satu in indikator))


def _capaian(skp: SKP, periode: Periode, indikator: Indikator, realisasi: Realisasi | None) -> CapaianIndikator:
    if indikator.jenis == JenisIndikator.KUALITATIF:
        return CapaianIndikator(indikator, None, None, realisasi, None)
    bawah, atas = target_pada(skp, periode, indikator)
    nilai = capaian(indikator.arah, bawah, realisasi.nilai if realisasi else None, target_atas=atas)
    return CapaianIndikator(indikator, bawah, atas, realisasi, None if nilai is None else bulat(nilai))


def target_pada(skp: SKP, periode: Periode, indikator: Indikator) -> tuple[Decimal, Decimal | None]:
    """The target (and the upper end of a range) that the end of that period asks for, exact."""
    akhir = min(periode.selesai, skp.selesai)
    return tuple(
        None if satu is None else target_periode(indikator.sifat, satu, skp.mulai, skp.akhir_target, akhir)
        for satu in (indikator.target, indikator.target_atas)
    )


def menunggu_persetujuan(pegawai_id: int, hari: date):
    """Submitted plans that wait for this person: of direct subordinates today, submitted to them, or delegated."""
    return SKP.objects.filter(_untuk_diputus(pegawai_id, hari), status=StatusSKP.DIAJUKAN).exclude(pegawai=pegawai_id)


def _untuk_diputus(pegawai_id: int, hari: date, jalan: str = "") -> Q:
    """Plans on which this person decides that day; `jalan` leads to the plan, with a double underscore."""
    bawahan = rekap_pegawai.bawahan_langsung(pegawai_id, hari)
    penilai = [pegawai_id, *diwakili(pegawai_id, hari, persetujuan=True)]
    return Q(**{f"{jalan}pegawai__in": bawahan}) | Q(**{f"{jalan}penilai__in": penilai})


def perubahan_menunggu(pegawai_id: int, hari: date) -> list[PerubahanSKP]:
    """Submitted revisions that wait for this person, the longest waiting first."""
    baris = PerubahanSKP.objects.filter(_untuk_diputus(pegawai_id, hari, "skp__"), status=StatusPerubahan.DIAJUKAN)
    baris = baris.exclude(skp__pegawai=pegawai_id).select_related("skp__pegawai", "skp__jabatan", "skp__unit")
    return list(baris.order_by("diajukan_pada", "pk"))


def umpan_balik_skp(skp_id: int, user) -> list[UmpanBalikKerja]:
    """The continuous feedback about a plan that this user may read, newest first. One query."""
    baris = UmpanBalikKerja.objects.visible_to(user).filter(skp=skp_id)
    return list(baris.select_related("dari", "kepada", "indikator"))


def umpan_balik_menurut(skp_id: int, user) -> tuple[dict[int, list], dict[str, list]]:
    """The same by indicator's id and by value, for the scoring page: what is said in general stands in neither."""
    indikator, nilai = {}, {}
    for satu in umpan_balik_skp(skp_id, user):
        if satu.indikator_id:
            indikator.setdefault(satu.indikator_id, []).append(satu)
        elif satu.nilai:
            nilai.setdefault(satu.nilai, []).append(satu)
    return indikator, nilai


def periode_terbuka(skp: SKP, saat) -> list[Periode]:
    """The periods that take realisasi at that moment and touch the plan's segment, the shortest first.

    Those that an extension keeps open for this plan stand among them.
    """
    terbuka = Periode.objects.terbuka(saat).filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai)
    semua = [*terbuka, *periode_diperpanjang(skp, saat)]
    return sorted(semua, key=lambda satu: (satu.selesai, -satu.mulai.toordinal()))


def seri_iku(iku: Iku) -> list[tuple[str, list]]:
    """The published values cut into unbroken series, oldest first: a line never crosses a break."""
    nilai = sorted(iku.nilai.all(), key=lambda satu: (satu.tahun, satu.seri))
    urutan = {}
    for satu in nilai:
        urutan.setdefault(satu.seri, satu.tahun)
    terurut = sorted(nilai, key=lambda satu: (urutan[satu.seri], satu.seri, satu.tahun))
    return [(seri, list(baris)) for seri, baris in groupby(terurut, key=lambda satu: satu.seri)]


def ringkas_bobot(hasil: list[HasilKerja]) -> Decimal:
    """The sum of the main weights given so far, from results with their indicators prefetched."""
    return sum(
        (ind.bobot or Decimal(0) for satu in hasil if satu.jenis == JenisHasil.UTAMA for ind in satu.indikator.all()),
        Decimal("0.00"),
    )


def tulis_target(indikator: Indikator, bawah, atas) -> str:
    """The target as people read it: "50 dokumen", "40–60 %", "paling banyak 10 kasus"."""
    angka = tulis_angka(bawah, "ringkas")
    if indikator.arah == Arah.RENTANG:
        return f"{angka}–{tulis_angka(atas, 'ringkas')} {indikator.satuan}"
    return f"{'paling banyak ' if indikator.arah == Arah.TURUN else ''}{angka} {indikator.satuan}"
