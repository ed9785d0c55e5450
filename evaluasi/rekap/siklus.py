"""How far a siklus is: stages, progress by office, who holds up whom, the work of the chunks."""

from collections import defaultdict
from dataclasses import dataclass, fields
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, Sum

from kinerja.models import Realisasi
from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.models import Surat
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Unit

from ..aturan import BERTANGGAL
from ..models import LembarPenilaian, Potongan, Siklus
from ..pilihan import Langkah, StatusLembar, StatusPotongan, Tahap


def strip_tahap(siklus: Siklus) -> list[dict]:
    """The stages for `komponen/tahap.html`, each with the day it begins."""
    mulai = {satu.tahap: satu.mulai for satu in siklus.jadwal.all()}
    urutan = [Tahap.PERSIAPAN, *BERTANGGAL]
    kini = urutan.index(Tahap(siklus.tahap)) if siklus.tahap in urutan else -1
    keadaan = ("selesai", "kini", "nanti")
    return [
        {
            "nama": tahap.label,
            "keadaan": keadaan[(n > kini) + (n >= kini)] if kini >= 0 else "nanti",
            "keterangan": tulis_tanggal(mulai[tahap]) if tahap in mulai else "",
        }
        for n, tahap in enumerate(urutan)
    ]


@dataclass
class Kemajuan:
    """The sheets of one perangkat daerah: all, with realisasi, said done by the person, scored, held."""

    unit: Unit | None
    lembar: int = 0
    terisi: int = 0
    menyatakan_selesai: int = 0
    dinilai: int = 0
    tertahan: int = 0
    tahap: str = ""

    @property
    def nama(self) -> str:
        return self.unit.nama if self.unit else "Di luar perangkat daerah"

    @property
    def maju(self) -> int:
        """What counts in this stage: filled while it is filled in, scored from then on."""
        return self.terisi if self.tahap == Tahap.ISI_BUKTI else self.dinilai

    @property
    def persen(self) -> int:
        return 100 * self.maju // self.lembar if self.lembar else 0


_HITUNGAN = tuple(bidang.name for bidang in fields(Kemajuan) if bidang.name not in ("unit", "tahap"))


def kemajuan_perangkat_daerah(siklus: Siklus) -> list[Kemajuan]:
    """Progress of each perangkat daerah, those furthest behind first. Four queries."""
    peta = rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    jumlah: dict = defaultdict(lambda: dict.fromkeys(_HITUNGAN, 0))
    for baris in _per_unit(siklus):
        for nama in _HITUNGAN:
            jumlah[peta.get(baris["skp__unit"])][nama] += baris[nama]
    unit = Unit.objects.in_bulk([pk for pk in jumlah if pk])
    daftar = [Kemajuan(unit.get(pk), **angka, tahap=siklus.tahap) for pk, angka in jumlah.items()]
    return sorted(daftar, key=lambda satu: (satu.persen, satu.nama.lower()))


def _per_unit(siklus: Siklus):
    terisi = Realisasi.objects.filter(indikator__hasil__skp=OuterRef("skp"), periode=siklus.periode_id)
    dinilai = Q(status=StatusLembar.DITETAPKAN)
    return (
        LembarPenilaian.objects.filter(siklus=siklus)
        .annotate(ada_isi=Exists(terisi))
        .order_by()
        .values("skp__unit")
        .annotate(
            lembar=Count("pk"),
            terisi=Count("pk", filter=Q(ada_isi=True)),
            menyatakan_selesai=Count("pk", filter=Q(sisi_pegawai_pada__isnull=False)),
            dinilai=Count("pk", filter=dinilai),
            tertahan=Count("pk", filter=Q(status=StatusLembar.TERTAHAN)),
        )
    )


def penahan(siklus: Siklus):
    """Assessors with sheets that they have not set, those who hold up most people first, as a queryset of Pegawai."""
    belum = Q(lembar_dinilai__siklus=siklus, lembar_dinilai__ditetapkan_pada__isnull=True)
    return (
        Pegawai.objects.filter(belum)
        .annotate(menunggu=Count("lembar_dinilai", filter=belum))
        .order_by("-menunggu", "nama", "pk")
    )


def tanpa_penilai(siklus: Siklus) -> int:
    """Sheets that nobody can score."""
    return LembarPenilaian.objects.filter(siklus=siklus, penilai__isnull=True).belum().count()


@dataclass(frozen=True)
class Pekerjaan:
    """One step of the siklus as its chunks show it."""

    langkah: str
    tanda: str
    potongan: int
    selesai: int
    karantina: int
    baris: int
    sejak: datetime

    @property
    def nama(self) -> str:
        label = Langkah(self.langkah).label
        return (
            f"{label} ({_TANDA_KATA.get(self.tanda.partition('-')[0].partition('+')[0], 'susulan')})"
            if self.tanda
            else label
        )

    @property
    def bagian(self) -> str:
        return f"{self.selesai}/{self.potongan}"

    @property
    def berjalan(self) -> bool:
        return self.selesai + self.karantina < self.potongan


_TANDA_KATA = {"isi": "isi bukti", "nilai": "penilaian", "eskalasi": "eskalasi"}


def pekerjaan(siklus: Siklus) -> list[Pekerjaan]:
    """Each step with how many of its chunks are done, in the order in which they began. One query."""
    baris = (
        Potongan.objects.filter(siklus=siklus)
        .exclude(langkah=Langkah.ANDAI)
        .values("langkah", "tanda", "saat")
        .annotate(
            potongan=Count("pk"),
            selesai=Count("pk", filter=Q(status=StatusPotongan.SELESAI)),
            karantina=Count("pk", filter=Q(status=StatusPotongan.KARANTINA)),
            baris=Sum("jumlah"),
        )
        .order_by("saat", "langkah", "tanda")
    )
    return [Pekerjaan(sejak=satu.pop("saat"), **satu) for satu in baris]


def surat_siklus(siklus: Siklus) -> dict[str, int]:
    """The letters of a siklus: written, and sent by e-mail so far."""
    surat = Surat.objects.filter(kunci__startswith=f"siklus:{siklus.pk}:")
    return surat.aggregate(jumlah=Count("pk"), terkirim=Count("pk", filter=Q(dikirim_pada__isnull=False)))


def laporan_ditolak(siklus: Siklus) -> list[tuple[str, int, str]]:
    """Who was left out of which step and why: (step, pegawai id, sentence), the latest step first."""
    baris = siklus.potongan.exclude(ditolak=[]).order_by("-saat", "awal").values_list("langkah", "ditolak")
    return [(Langkah(langkah).label, satu["pegawai"], satu["alasan"]) for langkah, ditolak in baris for satu in ditolak]
