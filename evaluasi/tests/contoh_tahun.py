"""A made-up year 2026 of one person, of one segment or two, for the tests of the year."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from evaluasi import actions
from evaluasi.aturan import KETENTUAN_BAWAAN, KetentuanPenilaian, MasukanTahun, SegmenTahun
from evaluasi.models import Evaluasi, LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import Langkah, Rating, Tahap
from kinerja.models import SKP, Indikator, Periode
from kinerja.pilihan import JenisIndikator, StatusSKP
from kinerja.tests.factories import RealisasiFactory, buat_skp_lengkap
from pegawai.models import Pegawai
from pegawai.pilihan import JenisKetentuan
from pegawai.tests.factories import Garis, PenempatanFactory, buat_garis

from .factories import KetentuanFactory, LembarFactory, SiklusFactory, tetapkan, wita

AKHIR = date(2026, 12, 31)


@dataclass
class Tahun:
    """The person, their offices and assessors (one a segment), the sheets and the annual siklus."""

    garis: tuple[Garis, ...]
    orang: Pegawai
    siklus: Siklus
    lembar: list[LembarPenilaian]

    @property
    def penilai(self) -> Pegawai:
        """Who rates the last segment."""
        return self.garis[-1].atasan

    def terbitkan(self) -> list[Evaluasi]:
        """Compute what is scored and publish; the results, the earliest segment first."""
        saat = wita(2027, 1, 15)
        potongan = Potongan.objects.create(
            siklus=self.siklus, langkah=Langkah.HITUNG, awal=self.orang.pk, akhir=self.orang.pk, saat=saat
        )
        assert actions.work_chunk(potongan_id=potongan.pk, pid=1, pekerja="uji"), potongan.galat
        Siklus.objects.filter(pk=self.siklus.pk).update(tahap=Tahap.TERBIT)
        self.siklus.refresh_from_db()
        return list(Evaluasi.objects.filter(siklus=self.siklus).order_by("mulai"))


def periode_tahun(tahun: int = 2026) -> Periode:
    return Periode.objects.get_or_create(
        jenis="tahunan",
        mulai=date(tahun, 1, 1),
        defaults={
            "nama": f"Tahun {tahun}",
            "selesai": date(tahun, 12, 31),
            "isi_dari": wita(tahun, 11, 1),
            "isi_sampai": wita(tahun + 1, 1, 5),
        },
    )[0]


def buat_tahun(pindah: date | None = None, dinilai: int = 2, realisasi=(45, 60), siklus=None) -> Tahun:
    """The year of one person; `pindah` is the first day in another office. The first `dinilai` sheets are set."""
    KetentuanFactory()
    garis = (buat_garis(), *([buat_garis()] if pindah else []))
    orang = garis[0].bawahan[0]
    siklus = siklus or SiklusFactory(periode=periode_tahun(), tahap=Tahap.PENILAIAN)
    lama = buat_skp_lengkap(orang, garis[0].atasan, StatusSKP.DISETUJUI)
    skp = [lama]
    if pindah:
        skp.append(_pindahkan(orang, lama, garis[1], pindah))
    lembar = [_lembar(siklus, satu, nilai) for satu, nilai in zip(skp, realisasi, strict=False)]
    for satu in lembar[:dinilai]:
        tetapkan(satu)
    return Tahun(garis, orang, siklus, lembar)


def _pindahkan(orang: Pegawai, lama: SKP, garis: Garis, hari: date) -> SKP:
    kemarin = hari - timedelta(days=1)
    orang.penempatan.update(selesai=kemarin)
    SKP.objects.filter(pk=lama.pk).update(selesai=kemarin)
    lama.refresh_from_db()
    PenempatanFactory(pegawai=orang, jabatan=garis.jabatan_bawahan, mulai=hari)
    return buat_skp_lengkap(orang, garis.atasan, StatusSKP.DISETUJUI, mulai=hari)


def _lembar(siklus: Siklus, skp: SKP, nilai: int) -> LembarPenilaian:
    indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
    RealisasiFactory(indikator=indikator, periode=siklus.periode, nilai=nilai)
    return LembarFactory(siklus=siklus, skp=skp, publik={"sendiri": None, "layanan": None, "nama_layanan": ""})


def masukan_contoh(*bagian: tuple[int, str], kepala: bool = False) -> MasukanTahun:
    """Inputs of a year of segments (days, index of both) one after the other from 1 January."""
    segmen, mulai = [], date(2026, 1, 1)
    for n, (hari, indeks) in enumerate(bagian):
        selesai = mulai + timedelta(days=hari - 1)
        angka = Decimal(indeks)
        segmen.append(
            SegmenTahun(
                str(n), "0" * 64, mulai, selesai, angka, angka, Rating.SESUAI, "baik", f"Jabatan {n}", "Penilai"
            )
        )
        mulai = selesai + timedelta(days=1)
    isi, dasar, _ = KETENTUAN_BAWAAN[JenisKetentuan.PENILAIAN]
    return MasukanTahun(tuple(segmen), KetentuanPenilaian.dari(isi), "versi 1", dasar, kepala)
