"""Training attended in the last two years, and a few plans that name the figure that caused them."""

from datetime import date, timedelta

from mataram_asn.kit.audit import catat
from pegawai.models import Pegawai, UkuranKompetensi
from pegawai.rekap import peta_atasan
from pelatihan.actions import load_catalogue
from pelatihan.models import Pelatihan, RencanaPelatihan, RiwayatPelatihan
from pelatihan.rekap import saran_banyak

from .rencana import Keadaan
from .salin import salin
from .tebak import acak

#: of a hundred people, who attended anything in a year; and how many plans are made
IKUT, RENCANA = 55, 150
_KOLOM = (
    "pegawai_id",
    "pelatihan_id",
    "nama",
    "bentuk",
    "mulai",
    "selesai",
    "jp",
    "nomor_sertifikat",
    "dicatat_oleh_id",
    "dicatat_pada",
)


def tulis_riwayat(keadaan: Keadaan, oleh) -> int:
    """Load the catalogue and COPY what was attended from last year's first day to yesterday."""
    load_catalogue(oleh=oleh)
    return salin(RiwayatPelatihan, _KOLOM, _riwayat(keadaan, list(Pelatihan.objects.aktif().order_by("kode"))))


def _riwayat(keadaan: Keadaan, katalog: list[Pelatihan]):
    orang = Pegawai.objects.asn().aktif().order_by("pk").values_list("pk", "siasn_id")
    for pk, siasn_id in orang:
        for tahun in (keadaan.hari.year - 1, keadaan.hari.year):
            undian = acak(keadaan.seed, "latih", siasn_id, tahun)
            banyak = undian.randint(1, 4) if undian.randrange(100) < IKUT else 0
            for satu in undian.sample(katalog, banyak):
                yield from _satu(pk, satu, tahun, undian, keadaan)


def _satu(pegawai_id: int, pelatihan: Pelatihan, tahun: int, undian, keadaan: Keadaan):
    mulai = date(tahun, 1, 8) + timedelta(days=undian.randrange(340))
    selesai = mulai + timedelta(days=max(0, pelatihan.jp // 8))
    if selesai < keadaan.hari:
        nomor = f"DEMO/{tahun}/{undian.randrange(10**6):06d}"
        yield (
            pegawai_id, pelatihan.pk, pelatihan.nama, pelatihan.bentuk, mulai, selesai, pelatihan.jp, nomor,
            keadaan.oleh_id, keadaan.saat,
        )  # fmt: skip


def tulis_rencana_pelatihan(keadaan: Keadaan, oleh, tanpa: set[int]) -> int:
    """Plan the first suggestion of some people whose competence was measured, in the name of their atasan.

    `tanpa`: people whose suggestions stay open for the demo.
    """
    terukur = UkuranKompetensi.objects.exclude(pegawai__in=tanpa).order_by("pegawai_id")
    orang = list(terukur.values_list("pegawai_id", flat=True).distinct()[:RENCANA])
    akun, atasan = dict(Pegawai.objects.values_list("pk", "pengguna_id")), peta_atasan(keadaan.hari)
    baris = [
        RencanaPelatihan(
            pegawai_id=pk,
            pelatihan_id=daftar[0].pelatihan.pk,
            tahun=keadaan.hari.year,
            sebab_jenis=daftar[0].kebutuhan.jenis,
            sebab_kunci=daftar[0].kebutuhan.kunci,
            sebab=daftar[0].kebutuhan.kalimat,
            direncanakan_oleh_id=akun.get(atasan.get(pk)) or oleh.pk,
            direncanakan_pada=keadaan.saat,
        )
        for pk, daftar in saran_banyak(orang, keadaan.hari).items()
        if daftar
    ]
    RencanaPelatihan.objects.bulk_create(baris)
    catat(oleh=oleh, aksi="pelatihan.demo_dimuat", objek=oleh, rincian={"rencana": len(baris)}, saat=keadaan.saat)
    return len(baris)
