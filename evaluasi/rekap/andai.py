"""What a trial of another ketentuan gave: moves, offices and their patterns, people near a line."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Case, Count, F, Q, Value, When

from pegawai.models import Unit
from pegawai.pilihan import PERANGKAT_DAERAH

from ..aturan import DEKAT, KetentuanPenilaian, PolaHasil, butir_penilaian, pola_distribusi
from ..models import HasilSimulasi, KinerjaOrganisasi, Potongan, Simulasi
from ..pilihan import ArahPindah, Langkah, Predikat, PredikatOrganisasi, StatusPotongan

NAIK, TURUN, TERTAHAN = Q(arah__gt=0), Q(arah__lt=0), Q(predikat="")
SARING_ARAH = {
    ArahPindah.NAIK: NAIK,
    ArahPindah.TURUN: TURUN,
    ArahPindah.TETAP: Q(arah=0) & ~TERTAHAN,
    ArahPindah.TERTAHAN: TERTAHAN,
}


@dataclass(frozen=True)
class KemajuanSimulasi:
    """How many chunks of a trial are done, and whether some still wait."""

    potongan: int
    selesai: int
    karantina: int

    @property
    def berjalan(self) -> bool:
        return self.selesai + self.karantina < self.potongan


def kemajuan_simulasi(simulasi_ids) -> dict[int, KemajuanSimulasi]:
    """The progress of each trial. One query."""
    tanda = [str(pk) for pk in simulasi_ids]
    baris = (
        Potongan.objects.filter(langkah=Langkah.ANDAI, tanda__in=tanda)
        .order_by()
        .values("tanda")
        .annotate(
            potongan=Count("pk"),
            selesai=Count("pk", filter=Q(status=StatusPotongan.SELESAI)),
            karantina=Count("pk", filter=Q(status=StatusPotongan.KARANTINA)),
        )
    )
    hasil = {int(satu.pop("tanda")): KemajuanSimulasi(**satu) for satu in baris}
    return {pk: hasil.get(pk, KemajuanSimulasi(0, 0, 0)) for pk in simulasi_ids}


def dengan_jumlah(baris):
    """Trials with how many results rise, fall, could not be computed, and stand near a line."""
    dekat = Q(hasil__jarak_hasil__range=(-DEKAT, DEKAT)) | Q(hasil__jarak_perilaku__range=(-DEKAT, DEKAT))
    return baris.annotate(
        naik=Count("hasil", filter=Q(hasil__arah__gt=0)),
        turun=Count("hasil", filter=Q(hasil__arah__lt=0)),
        pindah=F("naik") + F("turun"),
        tertahan=Count("hasil", filter=Q(hasil__predikat="")),
        dekat=Count("hasil", filter=dekat),
    )


def matriks_pindah(simulasi: Simulasi) -> list[tuple[str, list[tuple[str, int]], int]]:
    """One row per predikat now: its words, how many people would have each of the five, how many none. One query."""
    baris = HasilSimulasi.objects.filter(simulasi=simulasi).order_by().values_list("predikat_lama", "predikat")
    banyak = {(lama, baru): n for lama, baru, n in baris.annotate(Count("pk"))}
    return [
        (
            lama.label,
            [(baru.label, banyak.get((lama.value, baru.value), 0)) for baru in Predikat],
            banyak.get((lama.value, ""), 0),
        )
        for lama in Predikat
    ]


@dataclass
class KantorSimulasi:
    """One office under the trial: moves, and its curve against its pattern before and after (head left out)."""

    unit: Unit | None
    organisasi: str = ""
    orang: int = 0
    naik: int = 0
    turun: int = 0
    tertahan: int = 0
    dekat: int = 0
    lama: dict = field(default_factory=lambda: dict.fromkeys(Predikat.values, 0))
    baru: dict = field(default_factory=lambda: dict.fromkeys(Predikat.values, 0))
    pola_lama: PolaHasil | None = None
    pola_baru: PolaHasil | None = None

    @property
    def nama(self) -> str:
        return self.unit.nama if self.unit else "Di luar perangkat daerah"

    @property
    def pindah(self) -> int:
        return self.naik + self.turun

    @property
    def persen(self) -> Decimal:
        return Decimal(100 * self.pindah) / self.orang if self.orang else Decimal(0)

    @property
    def nama_organisasi(self) -> str:
        return PredikatOrganisasi(self.organisasi).label if self.organisasi else "belum ditetapkan"


def kantor_simulasi(simulasi: Simulasi) -> list[KantorSimulasi]:
    """Every office with a result in the trial, most moved first. Three queries."""
    daftar: dict = defaultdict(lambda: KantorSimulasi(None))
    for baris in _per_kantor(simulasi):
        _tambahkan(daftar[baris["kantor"]], baris)
    unit = Unit.objects.in_bulk([pk for pk in daftar if pk])
    organisasi = dict(
        KinerjaOrganisasi.objects.filter(periode=simulasi.siklus.periode_id, unit__in=unit).values_list(
            "unit", "predikat"
        )
    )
    lama, baru = KetentuanPenilaian.dari(simulasi.siklus.ketentuan.isi), KetentuanPenilaian.dari(simulasi.isi)
    for pk, satu in daftar.items():
        satu.unit, satu.organisasi = unit.get(pk), organisasi.get(pk, "")
        if satu.organisasi:
            satu.pola_lama = pola_distribusi(satu.organisasi, satu.lama, lama)
            satu.pola_baru = pola_distribusi(satu.organisasi, satu.baru, baru)
    return sorted(daftar.values(), key=lambda satu: (-satu.pindah, satu.nama.lower()))


def _per_kantor(simulasi: Simulasi):
    kepala = Q(evaluasi__skp__jabatan__kepala_unit=True, evaluasi__skp__jabatan__unit__jenis__in=PERANGKAT_DAERAH)
    dekat = Q(jarak_hasil__range=(-DEKAT, DEKAT)) | Q(jarak_perilaku__range=(-DEKAT, DEKAT))
    return (
        HasilSimulasi.objects.filter(simulasi=simulasi)
        .order_by()
        .values(
            "kantor", "predikat_lama", "predikat", kepala=Case(When(kepala, then=Value(True)), default=Value(False))
        )
        .annotate(n=Count("pk"), n_naik=Count("pk", filter=NAIK), n_turun=Count("pk", filter=TURUN))
        .annotate(n_dekat=Count("pk", filter=dekat))
    )


def _tambahkan(kantor: KantorSimulasi, baris: dict) -> None:
    kantor.orang += baris["n"]
    kantor.naik += baris["n_naik"]
    kantor.turun += baris["n_turun"]
    kantor.dekat += baris["n_dekat"]
    kantor.tertahan += baris["n"] if not baris["predikat"] else 0
    if not baris["kepala"]:
        kantor.lama[baris["predikat_lama"]] += baris["n"]
        if baris["predikat"]:
            kantor.baru[baris["predikat"]] += baris["n"]


@dataclass(frozen=True)
class AngkaDiubah:
    """One number of the trial: its name and unit, what it is and what was tried."""

    nama: str
    dari: str
    ke: str
    satuan: str


def angka_diubah(simulasi: Simulasi) -> list[AngkaDiubah]:
    """The numbers that the trial changed, in the order of the ketentuan."""
    lama = {satu.jalur: satu.nilai for satu in butir_penilaian(simulasi.siklus.ketentuan.isi)}
    return [
        AngkaDiubah(f"{satu.kelompok}: {satu.nama}", lama.get(satu.jalur, ""), satu.nilai, satu.satuan)
        for satu in butir_penilaian(simulasi.isi)
        if satu.jalur in simulasi.ubah
    ]
