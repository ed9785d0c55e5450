"""Made-up annual results and measurements for the tests of talent."""

from datetime import date, datetime
from decimal import Decimal

from evaluasi.models import Evaluasi
from evaluasi.pilihan import Predikat, Rating, Tahap
from evaluasi.tests.factories import KetentuanFactory, LembarFactory, SiklusFactory
from kinerja.pilihan import JenisPeriode
from kinerja.tests.factories import WITA, PeriodeFactory, SKPFactory
from pegawai.aturan import KOMPETENSI_BAKU
from pegawai.models import Pegawai
from pegawai.pilihan import Jenjang
from pegawai.tests.factories import KompetensiFactory, UkuranKompetensiFactory, UkuranPotensiFactory
from talenta.models import KonversiAngkaKredit


def buat_hasil(pegawai: Pegawai, penilai: Pegawai, tahun: int, indeks: str = "100", **kolom) -> Evaluasi:
    """A published annual result of a person: Baik with both indices equal, unless said otherwise."""
    mulai, selesai = date(tahun, 1, 1), date(tahun, 12, 31)
    periode = PeriodeFactory(
        nama=f"Tahun {tahun}",
        jenis=JenisPeriode.TAHUNAN,
        mulai=mulai,
        selesai=selesai,
        isi_dari=datetime(tahun, 1, 1, tzinfo=WITA),
        isi_sampai=datetime(tahun + 1, 1, 5, tzinfo=WITA),
    )
    siklus = periode.siklus.first() or SiklusFactory(periode=periode, nama=periode.nama, tahap=Tahap.FINAL)
    skp = SKPFactory(pegawai=pegawai, penilai=penilai, mulai=mulai, selesai=selesai, disetujui=True)
    lembar = LembarFactory(siklus=siklus, skp=skp)
    return Evaluasi.objects.create(
        siklus=siklus,
        skp=skp,
        lembar=lembar,
        pegawai=pegawai,
        penilai=penilai,
        mulai=mulai,
        selesai=selesai,
        indeks_hasil=Decimal(indeks),
        indeks_perilaku=Decimal(indeks),
        ketentuan=KetentuanFactory(),
        masukan={},
        pohon={},
        akar="0" * 64,
        **{
            "usul_hasil": Rating.SESUAI,
            "usul_perilaku": Rating.SESUAI,
            "rating_hasil": Rating.SESUAI,
            "rating_perilaku": Rating.SESUAI,
            "predikat": Predikat.BAIK,
        }
        | kolom,
    )


def ukur(pegawai: Pegawai, level: int = 3, nilai: int = 90, pada: date = date(2025, 6, 1)) -> None:
    """Measure the nine competences of every position, and the assessment centre."""
    for kunci, _, _ in KOMPETENSI_BAKU:
        kompetensi = KompetensiFactory(kunci=kunci)
        UkuranKompetensiFactory(pegawai=pegawai, kompetensi=kompetensi, level=level, diukur_pada=pada)
    UkuranPotensiFactory(pegawai=pegawai, nilai=nilai, diukur_pada=pada)


def buat_konversi(evaluasi: Evaluasi, bulan: int = 12) -> KonversiAngkaKredit:
    """What a result converts to, in Ahli Pertama, whatever its period."""
    return KonversiAngkaKredit.objects.create(
        pegawai=evaluasi.pegawai,
        tahun=evaluasi.mulai.year,
        jenjang=Jenjang.AHLI_PERTAMA,
        bulan=bulan,
        siklus=evaluasi.siklus,
        predikat=evaluasi.predikat,
        hasil=[evaluasi.pk],
        persen=Decimal(100),
        koefisien=Decimal("12.5"),
        angka=Decimal("12.5") * bulan / 12,
        ketentuan=evaluasi.ketentuan,
        dihitung_pada=evaluasi.dihitung_pada,
    )
