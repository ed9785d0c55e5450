"""The predikat of the offices over a period: what is set, what stands beside it, and who waits for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan import capaian
from kinerja.models import Iku
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Unit

from ..aturan import KetentuanPenilaian, usul_rating
from ..models import KinerjaOrganisasi, LembarPenilaian, Siklus
from ..pilihan import PredikatOrganisasi, Rating, StatusLembar
from .masukan import sementara_banyak

#: What a mean achievement would suggest; only shown, never set.
USUL = {
    Rating.DI_ATAS: PredikatOrganisasi.ISTIMEWA,
    Rating.SESUAI: PredikatOrganisasi.BAIK,
    Rating.DI_BAWAH: PredikatOrganisasi.BUTUH_PERBAIKAN,
}


#: Years after which an outcome says nothing about this period.
USANG = 1


@dataclass(frozen=True)
class BarisOrganisasi:
    """One perangkat daerah. Achievements are in percent (0–120), None where nothing is there yet."""

    unit: Unit
    ada: KinerjaOrganisasi | None
    iku: tuple[Decimal, ...]
    pimpinan: LembarPenilaian | None
    capaian_pimpinan: Decimal | None
    usul: PredikatOrganisasi | None

    @property
    def rata_iku(self) -> Decimal | None:
        return bulat(sum(self.iku) / len(self.iku)) if self.iku else None

    @property
    def tercapai(self) -> int:
        """How many outcomes reach their target."""
        return sum(satu >= 100 for satu in self.iku)

    @property
    def menunggu(self) -> bool:
        """The head is scored and waits for this predikat alone."""
        return self.ada is None and self.pimpinan is not None and self.pimpinan.ditetapkan_pada is not None

    @property
    def terkunci(self) -> bool:
        """The head's result is out: the predikat cannot be another any more."""
        return self.pimpinan is not None and self.pimpinan.sudah_hasil


def baris_organisasi(siklus: Siklus, unit_ids: Iterable[int] | None = None) -> list[BarisOrganisasi]:
    """Every perangkat daerah (or those named), by name, with what speaks for its predikat. Constant queries."""
    unit = Unit.objects.perangkat_daerah().order_by("nama", "pk")
    unit = list(unit if unit_ids is None else unit.filter(pk__in=list(unit_ids)))
    ada = {satu.unit_id: satu for satu in KinerjaOrganisasi.objects.filter(periode=siklus.periode_id)}
    ketentuan = KetentuanPenilaian.dari(siklus.ketentuan.isi)
    iku = _iku(siklus, ketentuan)
    pimpinan = _pimpinan(siklus, [satu.pk for satu in unit])
    angka = {pk: hasil.indeks_hasil for pk, hasil in sementara_banyak([satu.pk for satu in pimpinan.values()]).items()}
    baris = []
    for satu in unit:
        kepala = pimpinan.get(satu.pk)
        capai = angka.get(kepala.pk) if kepala else None
        baris.append(
            BarisOrganisasi(
                satu, ada.get(satu.pk), tuple(iku[satu.pk]), kepala, capai, _usul(iku[satu.pk], capai, ketentuan)
            )
        )
    return baris


def _usul(iku: list[Decimal], pimpinan: Decimal | None, ketentuan) -> PredikatOrganisasi | None:
    bagian = [sum(iku) / len(iku)] if iku else []
    bagian += [pimpinan] if pimpinan is not None else []
    return USUL[usul_rating(sum(bagian) / len(bagian), ketentuan)] if bagian else None


def _iku(siklus: Siklus, ketentuan) -> dict[int, list[Decimal]]:
    """The achievement of the outcomes of each office in its latest year with value and target, at most a year old."""
    tahun, peta = siklus.periode.selesai.year, rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    hasil = defaultdict(list)
    for satu in Iku.objects.dengan_angka().order_by("pk"):
        nilai = {angka.tahun: angka.nilai for angka in satu.nilai.all() if angka.tahun <= tahun}
        target = {angka.tahun: angka.nilai for angka in satu.target.all()}
        ada = max(nilai.keys() & target.keys(), default=0)
        if tahun - ada <= USANG and (persen := _capaian(satu, target[ada], nilai[ada], ketentuan)) is not None:
            hasil[peta.get(satu.unit_id)].append(bulat(persen))
    return hasil


def _capaian(iku: Iku, target, nilai, ketentuan) -> Fraction | None:
    """None where the figures cannot be measured against each other."""
    try:
        return capaian(iku.arah, target, nilai, batas=ketentuan.batas_capaian)
    except RuleViolation:
        return None


def _pimpinan(siklus: Siklus, unit_ids) -> dict[int, LembarPenilaian]:
    """The head's sheet of each office."""
    lembar = LembarPenilaian.objects.filter(
        siklus=siklus, skp__jabatan__kepala_unit=True, skp__jabatan__unit__in=unit_ids
    ).select_related("pegawai", "skp__jabatan")
    hasil = {}
    for satu in lembar.prefetch_related("evaluasi").order_by("selesai", "pk"):
        satu.sudah_hasil = any(True for _ in satu.evaluasi.all())
        satu.tertahan = satu.status == StatusLembar.TERTAHAN
        hasil[satu.skp.jabatan.unit_id] = satu
    return hasil
