"""The proposals that stand open, derived from placements when read: for one person, or for many at once."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from mataram_asn.kit.kata import tulis_tanggal
from pegawai.models import Pegawai, Penempatan, StatusDinas
from pegawai.pilihan import JenisPegawai, JenisPenempatan, JenisStatusDinas, Kedudukan

from .aturan.segmen import Duduk, Rencana, Usulan, usulkan
from .models import SKP, HasilKerja, PerubahanSKP
from .pilihan import JenisUsul


@dataclass(frozen=True)
class Usul:
    """One proposal with the words of the page."""

    pegawai_id: int
    usulan: Usulan
    #: The new position, or the acting duty with its kind: "Plt. Kepala Bidang".
    jabatan: str
    unit: str

    @property
    def kunci(self) -> str:
        return self.usulan.kunci

    @property
    def jenis(self) -> str:
        return self.usulan.jenis

    @property
    def jenis_kata(self) -> str:
        return JenisUsul(self.usulan.jenis).label

    @property
    def skp_id(self) -> int | None:
        return self.usulan.skp

    @property
    def tutup(self) -> date | None:
        return self.usulan.tutup

    @property
    def digeser_id(self) -> int | None:
        return self.usulan.digeser

    @property
    def mulai(self) -> date:
        return self.usulan.mulai

    @property
    def selesai(self) -> date:
        return self.usulan.selesai

    @property
    def penempatan_id(self) -> int:
        return self.usulan.duduk

    @property
    def judul(self) -> str:
        sejak = tulis_tanggal(self.mulai)
        return {
            JenisUsul.MULAI: f"Anda mulai bertugas per {sejak}",
            JenisUsul.AKHIR: f"Perjanjian kerja Anda berakhir {tulis_tanggal(self.tutup or self.mulai)}",
            JenisUsul.KOREKSI: f"Penempatan Anda dikoreksi: mulai {sejak}",
            JenisUsul.PINDAH: f"Jabatan Anda berubah per {sejak}",
            JenisUsul.STATUS: f"Status kepegawaian Anda berubah per {sejak}",
            JenisUsul.KEMBALI: f"Anda kembali bertugas per {sejak}",
            JenisUsul.TUGAS: f"Anda ditugasi sebagai {self.jabatan}",
        }[JenisUsul(self.jenis)]

    @property
    def langkah(self) -> str:
        """What a yes does, in one sentence."""
        if self.jenis == JenisUsul.TUGAS:
            return "Ditambahkan sebagai hasil kerja tambahan pada SKP jabatan definitif; tetap satu SKP."
        if self.jenis == JenisUsul.AKHIR:
            return f"Tutup SKP {tulis_tanggal(self.tutup)}. Tidak ada SKP baru, kecuali perjanjian kerja diperpanjang."
        if self.jenis == JenisUsul.KOREKSI:
            lama = f"SKP lama berakhir {tulis_tanggal(self.tutup)}, " if self.tutup else ""
            return f"{lama}SKP sebagai {self.jabatan} mulai {tulis_tanggal(self.mulai)}. Isinya tetap."
        baru = f"mulai SKP baru {tulis_tanggal(self.mulai)} sebagai {self.jabatan}"
        return f"Tutup SKP lama {tulis_tanggal(self.tutup)}, {baru}." if self.tutup else f"{baru[0].upper()}{baru[1:]}."


def usul_pegawai(pegawai_id: int, hari: date) -> list[Usul]:
    """The open proposals of one person."""
    return usul_banyak(Pegawai.objects.filter(pk=pegawai_id), hari)


KOLOM_ORANG = ("pk", "kedudukan", "tmt_pengangkatan", "jenis", "kontrak_selesai")


def usul_banyak(pegawai, hari: date) -> list[Usul]:
    """The open proposals of these people (a queryset), by person; a constant number of queries."""
    orang = {satu.pk: satu for satu in pegawai.exclude(jenis=JenisPegawai.NON_ASN).only(*KOLOM_ORANG)}
    rencana, duduk = _rencana(orang, hari), _duduk(orang, hari)
    tercatat, absen = _tugas_tercatat(orang), _absen(orang, hari)
    baru = {*absen, *(pk for pk, semua in duduk.items() if min(d.mulai for d, _, _ in semua).year == hari.year)}
    hasil = []
    for pk, satu in orang.items():
        if pk not in rencana and pk not in baru:
            continue
        bertugas = satu.kedudukan == Kedudukan.AKTIF
        usulan = usulkan(
            tuple(rencana[pk]), tuple(d for d, _, _ in duduk[pk]), hari,
            diangkat=satu.tmt_pengangkatan, bertugas=bertugas, tugas_tercatat=tercatat, absen=tuple(absen[pk]),
            berakhir=satu.kontrak_selesai if satu.jenis == JenisPegawai.PPPK else None,
        )  # fmt: skip
        kata = {d.pk: (nama, unit) for d, nama, unit in duduk[pk]}
        hasil += [Usul(pk, satu_usul, *kata[satu_usul.duduk]) for satu_usul in usulan]
    return hasil


def _rencana(orang, hari: date) -> dict[int, list[Rencana]]:
    baris = SKP.objects.filter(pegawai__in=orang, selesai__year=hari.year)
    hasil = defaultdict(list)
    for pk, pegawai, jabatan, unit, mulai, selesai in baris.values_list(
        "pk", "pegawai_id", "jabatan_id", "unit_id", "mulai", "selesai"
    ):
        hasil[pegawai].append(Rencana(pk, jabatan, unit, mulai, selesai))
    return hasil


def _duduk(orang, hari: date) -> dict[int, list[tuple[Duduk, str, str]]]:
    """The placements that meet the year, each with its position and unit in words."""
    awal, akhir = date(hari.year, 1, 1), date(hari.year, 12, 31)
    baris = Penempatan.objects.filter(pegawai__in=orang, mulai__lte=akhir).filter(
        Q(selesai__isnull=True) | Q(selesai__gte=awal)
    )
    hasil = defaultdict(list)
    kolom = ("pk", "pegawai_id", "jabatan_id", "jabatan__unit_id", "jenis", "mulai", "selesai", "jabatan__nama",
             "jabatan__unit__nama")  # fmt: skip
    for pk, pegawai, jabatan, unit, jenis, mulai, selesai, nama, nama_unit in baris.values_list(*kolom):
        definitif = jenis == JenisPenempatan.DEFINITIF
        sebutan = nama if definitif else f"{SINGKATAN[jenis]} {nama}"
        hasil[pegawai].append((Duduk(pk, jabatan, unit, definitif, mulai, selesai), sebutan, nama_unit))
    return hasil


#: What interrupts service, so that the return begins a new plan; shorter leave stays inside the plan.
MEMUTUS = (JenisStatusDinas.CLTN, JenisStatusDinas.TUGAS_BELAJAR)


def _absen(orang, hari: date) -> dict[int, list[tuple[date, date]]]:
    """The interruptions that meet the year, each with its first and last day; one without an end outlasts it."""
    baris = StatusDinas.objects.sah().filter(pegawai__in=orang, jenis__in=MEMUTUS)
    baris = baris.beririsan(date(hari.year - 1, 12, 31), date(hari.year, 12, 31))
    hasil = defaultdict(list)
    for pegawai, mulai, selesai in baris.values_list("pegawai_id", "mulai", "selesai"):
        hasil[pegawai].append((mulai, selesai or date(hari.year + 1, 12, 31)))
    return hasil


SINGKATAN = {JenisPenempatan.PLT: "Plt.", JenisPenempatan.PLH: "Plh.", JenisPenempatan.PJ: "Pj."}


def _tugas_tercatat(orang) -> frozenset[int]:
    """The acting placements that a plan, or an open revision of one, carries already."""
    ada = set(
        HasilKerja.semua.filter(skp__pegawai__in=orang, penempatan__isnull=False).values_list("penempatan", flat=True)
    )
    for isi in PerubahanSKP.objects.terbuka().filter(skp__pegawai__in=orang).values_list("isi", flat=True):
        ada |= {satu["penempatan_id"] for satu in isi["hasil"] if satu.get("penempatan_id")}
    return frozenset(ada)
