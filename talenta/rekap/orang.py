"""The facts about people and positions on a day, as the rules of talent read them."""

from collections import defaultdict
from datetime import date
from functools import cache

from django.db.models import Q, Sum

from evaluasi.aturan import Segmen
from evaluasi.models import Evaluasi, EvaluasiTahunan, RiwayatKinerja
from evaluasi.pilihan import Periodik, Tahap
from kinerja.pilihan import JenisPeriode
from pegawai import rekap as rekap_pegawai
from pegawai.aturan import KetentuanBUP, KetentuanStandarLevel, standar_kompetensi
from pegawai.models import (
    HukumanDisiplin,
    Jabatan,
    Ketentuan,
    Kompetensi,
    Pegawai,
    Penempatan,
    UkuranKompetensi,
    UkuranPotensi,
)
from pegawai.pilihan import JenisKetentuan, JenisPenempatan, Kedudukan
from pelatihan.models import RiwayatPelatihan

from ..aturan import HasilTahun, KetentuanTalenta, MasaJabatan, Orang, Sasaran, hasil_tahun, pemegang
from .lowongan import ketentuan_bup, usia_pensiun

#: `aturan.dua_tahun` looks back at most this far: the two years before last.
TAHUN_LIHAT = 3


def ketentuan_talenta(tanggal: date) -> KetentuanTalenta:
    """The numbers of talent in force that day."""
    return KetentuanTalenta.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.TALENTA, tanggal).isi)


def standar_pada(tanggal: date):
    """A function from kind, jenjang and rumpun to the level asked of each competence that day. Two queries."""
    tabel = KetentuanStandarLevel.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.STANDAR_LEVEL, tanggal).isi)
    tersedia = frozenset(Kompetensi.objects.values_list("kunci", flat=True))

    @cache
    def standar(jenis: str, jenjang: str, rumpun: str) -> dict[str, int]:
        return standar_kompetensi(jenis, jenjang, rumpun, tabel, tersedia)

    return standar


def orang_pada(tanggal: date, pegawai_ids=None) -> list[Orang]:
    """Civil servants in service that day (None: all of them), by what was known on it. A constant number of queries.

    Measurements, results and training after that day are left out. Pangkat and education are kept without their
    past: where the last change came after the day, what held before is not recorded and so not available.
    """
    rakit = _Rakit(tanggal, pegawai_ids)
    return [satu for baris in rakit.pegawai() if (satu := rakit.orang(*baris)) is not None]


KOLOM = [
    "pk",
    "nama",
    "jenis",
    "golongan",
    "tmt_golongan",
    "pendidikan",
    "tahun_lulus",
    "tanggal_lahir",
    "kedudukan",
    "kontrak_selesai",
]


class _Rakit:
    """Everything read once for all people; each person is then put together without a query."""

    def __init__(self, tanggal: date, pegawai_ids):
        self.tanggal, self.pegawai_ids = tanggal, pegawai_ids
        self.bup: KetentuanBUP = ketentuan_bup(tanggal)
        self.riwayat = self._riwayat()
        self.tahunan = self._tahunan()
        self.ukuran = self._ukuran()
        self.unsur = self._unsur()
        self.jp = self._jp()
        self.disiplin = set(
            self._milik(HukumanDisiplin.objects.berlaku_pada(tanggal)).values_list("pegawai_id", flat=True)
        )

    def _milik(self, baris):
        return baris if self.pegawai_ids is None else baris.filter(pegawai__in=self.pegawai_ids)

    def pegawai(self):
        baris = Pegawai.objects.asn().filter(Q(tmt_pengangkatan__isnull=True) | Q(tmt_pengangkatan__lte=self.tanggal))
        if self.pegawai_ids is not None:
            baris = baris.filter(pk__in=self.pegawai_ids)
        return baris.order_by("pk").values_list(*KOLOM)

    def orang(self, pk, nama, jenis, golongan, tmt, pendidikan, lulus, lahir, kedudukan, kontrak) -> Orang | None:
        riwayat = self.riwayat.get(pk, ())
        kini = next((satu for satu in riwayat if _memuat(satu, self.tanggal)), None)
        if kini is None and kedudukan == Kedudukan.PENSIUN:
            return None
        keluar = None
        if kini is not None:
            umur = usia_pensiun(kini.jenis, kini.jenjang, kini.rumpun, self.bup)
            keluar = pemegang(kini.jabatan_id, pk, jenis, lahir, umur, kontrak).kosong_sejak
        return Orang(
            kunci=pk,
            nama=nama,
            jenis=jenis,
            golongan=golongan if tmt is None or tmt <= self.tanggal else "",
            pendidikan=pendidikan if lulus is None or lulus <= self.tanggal.year else "",
            lahir=lahir,
            # who has left since then was still in service on a day within a placement
            aktif=kedudukan in (Kedudukan.AKTIF, Kedudukan.PENSIUN),
            disiplin=pk in self.disiplin,
            riwayat=riwayat,
            tahunan=self.tahunan.get(pk, ()),
            ukuran=self.ukuran.get(pk, {}),
            unsur=self.unsur.get(pk, {}),
            jp=self.jp.get(pk),
            keluar=keluar,
        )

    def _riwayat(self) -> dict[int, tuple[MasaJabatan, ...]]:
        baris = self._milik(Penempatan.objects.filter(jenis=JenisPenempatan.DEFINITIF, mulai__lte=self.tanggal))
        kolom = ("jabatan_id", "jabatan__jenis", "jabatan__jenjang", "jabatan__rumpun", "mulai", "selesai")
        hasil = defaultdict(list)
        for pk, *isi in baris.order_by("mulai", "pk").values_list("pegawai_id", *kolom):
            hasil[pk].append(MasaJabatan(*isi))
        return {pk: tuple(daftar) for pk, daftar in hasil.items()}

    def _tahunan(self) -> dict[int, tuple[HasilTahun, ...]]:
        """The annual results published and in force of the years that the axis may look at.

        A year that its assessor brought together is what they set; until then its segments are summed up.
        """
        baris = self._milik(Evaluasi.objects.terbit().berlaku().filter(**self._tahun_lihat()))
        kolom = ("siklus__periode__mulai__year", "mulai", "selesai", "indeks_hasil", "indeks_perilaku", "predikat")
        segmen = defaultdict(lambda: defaultdict(list))
        for pk, tahun, *isi in baris.order_by("pegawai_id", "mulai").values_list("pegawai_id", *kolom):
            segmen[pk][tahun].append(isi)
        ditetapkan = self._ditetapkan()
        hasil = {
            pk: tuple(ditetapkan.get((pk, tahun)) or _setahun(tahun, isi) for tahun, isi in menurut.items())
            for pk, menurut in segmen.items()
        }
        for pk, satu in self._impor():
            if all(ada.tahun != satu.tahun for ada in hasil.get(pk, ())):
                hasil[pk] = (*hasil.get(pk, ()), satu)
        return hasil

    def _tahun_lihat(self) -> dict:
        return {
            "siklus__periode__jenis": JenisPeriode.TAHUNAN,
            "siklus__periode__selesai__lte": self.tanggal,
            "siklus__periode__mulai__year__gte": self.tanggal.year - TAHUN_LIHAT,
        }

    def _ditetapkan(self) -> dict[tuple[int, int], HasilTahun]:
        """The years of several segments that are set, by person and year. PermenPANRB 6/2022."""
        baris = self._milik(EvaluasiTahunan.objects.berlaku()).filter(
            siklus__tahap__in=[Tahap.TERBIT, Tahap.FINAL], **self._tahun_lihat()
        )
        kolom = ("pegawai_id", "siklus__periode__mulai__year", "indeks_hasil", "indeks_perilaku", "predikat")
        return {(pk, tahun): HasilTahun(tahun, *isi) for pk, tahun, *isi in baris.values_list(*kolom)}

    def _impor(self) -> list[tuple[int, HasilTahun]]:
        """Predikat of years before this system or from another agency: without an index."""
        baris = self._milik(RiwayatKinerja.objects.berlaku()).filter(
            periodik=Periodik.TAHUNAN, tahun__gte=self.tanggal.year - TAHUN_LIHAT, tahun__lt=self.tanggal.year
        )
        kolom = ("pegawai_id", "tahun", "predikat")
        return [(pk, HasilTahun(tahun, None, None, predikat)) for pk, tahun, predikat in baris.values_list(*kolom)]

    def _ukuran(self) -> dict[int, dict[str, int]]:
        baris = self._milik(UkuranKompetensi.objects.filter(diukur_pada__lte=self.tanggal)).terbaru()
        hasil = defaultdict(dict)
        for pk, kunci, level in baris.values_list("pegawai_id", "kompetensi__kunci", "level"):
            hasil[pk][kunci] = level
        return hasil

    def _unsur(self) -> dict:
        baris = self._milik(UkuranPotensi.objects.filter(diukur_pada__lte=self.tanggal)).terbaru()
        hasil = defaultdict(dict)
        for pk, unsur, nilai in baris.values_list("pegawai_id", "unsur", "nilai"):
            hasil[pk][unsur] = nilai
        return hasil

    def _jp(self) -> dict[int, int]:
        """JP of the twelve months up to the day; who has no training recorded at all is not available."""
        setahun = Q(selesai__gt=_setahun_sebelum(self.tanggal))
        baris = self._milik(RiwayatPelatihan.objects.filter(selesai__lte=self.tanggal)).order_by()
        return {pk: jp or 0 for pk, jp in baris.values_list("pegawai_id").annotate(n=Sum("jp", filter=setahun))}


def _memuat(masa: MasaJabatan, hari: date) -> bool:
    return masa.mulai <= hari and (masa.selesai is None or hari <= masa.selesai)


def _setahun_sebelum(hari: date) -> date:
    return date(hari.year - 1, hari.month, min(hari.day, 28) if hari.month == 2 else hari.day)


def _setahun(tahun: int, segmen: list) -> HasilTahun:
    """The annual result; a year of one segment is that segment, so that most people cost no arithmetic."""
    if len(segmen) == 1:
        _, _, hasil, perilaku, predikat = segmen[0]
        return HasilTahun(tahun, hasil, perilaku, predikat)
    return hasil_tahun(tahun, [(Segmen(*satu[:4]), satu[4]) for satu in segmen])


def sasaran_dari(jabatan: Jabatan, tanggal: date, kosong: date) -> Sasaran:
    """What a position asks, as of a day, of who takes it when it is vacant. Pangkat of the direct superior with it."""
    return Sasaran(
        jabatan_id=jabatan.pk,
        nama=jabatan.nama,
        jenis=jabatan.jenis,
        jenjang=jabatan.jenjang,
        rumpun=jabatan.rumpun,
        tanggal=kosong,
        golongan_min=jabatan.golongan_min,
        pendidikan_min=jabatan.pendidikan_min,
        golongan_atasan=_golongan_atasan(jabatan.pk, tanggal),
        standar=standar_pada(tanggal)(jabatan.jenis, jabatan.jenjang, jabatan.rumpun),
    )


def _golongan_atasan(jabatan_id: int, tanggal: date) -> str:
    rantai = rekap_pegawai.garis_atasan(tanggal).rantai(jabatan_id)
    atasan = rantai[0].definitif if rantai else None
    return Pegawai.objects.filter(pk=atasan).values_list("golongan", flat=True).first() or "" if atasan else ""
