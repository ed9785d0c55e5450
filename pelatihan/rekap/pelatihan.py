"""Reads of development: the needs that the figures cause, what closes them, and the JP of a year."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from evaluasi import rekap as rekap_evaluasi
from evaluasi.aturan import KetentuanPenilaian, MasukanEvaluasi, Waktu, timbang
from evaluasi.models import Evaluasi
from evaluasi.pilihan import Rating
from kinerja.pilihan import NilaiDasar
from pegawai import rekap as rekap_pegawai
from pegawai.aturan import KetentuanStandarLevel, standar_kompetensi
from pegawai.models import Ketentuan, Kompetensi, Pegawai, UkuranKompetensi
from pegawai.pilihan import JenisKetentuan, JenisPegawai

from ..aturan import Katalog, Kebutuhan, KetentuanJP, Saran, kebutuhan, saran, target_jp
from ..models import Pelatihan, RencanaPelatihan, RiwayatPelatihan
from ..pilihan import StatusRencana


@dataclass(frozen=True)
class JpTahun:
    """JP done in a year, and the goal: at least 20 for PNS, at most 24 for PPPK."""

    tahun: int
    selesai: int
    direncanakan: int
    target: int
    paling_banyak: bool


def jp_tahun(pegawai_id: int, tahun: int) -> JpTahun:
    """The JP of one person in one year. Four queries."""
    jenis = Pegawai.objects.values_list("jenis", flat=True).get(pk=pegawai_id)
    isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.JP, date(tahun, 12, 31)).isi
    selesai = RiwayatPelatihan.objects.filter(pegawai_id=pegawai_id, selesai__year=tahun).aggregate(n=Sum("jp"))["n"]
    rencana = RencanaPelatihan.objects.filter(pegawai_id=pegawai_id, tahun=tahun, status=StatusRencana.DIRENCANAKAN)
    return JpTahun(
        tahun,
        selesai or 0,
        rencana.aggregate(n=Sum("pelatihan__jp"))["n"] or 0,
        target_jp(jenis, KetentuanJP.dari(isi)),
        jenis == JenisPegawai.PPPK,
    )


def kebutuhan_banyak(pegawai_ids, tanggal: date) -> dict[int, tuple[Kebutuhan, ...]]:
    """The needs of each person on that day, each with the figure that causes it. A constant number of queries.

    Competence: the standard of the position held less the latest measured level (not measured: no need).
    Values and indicators: those below expectation in the latest published result.
    """
    pegawai_ids = list(pegawai_ids)
    standar = _standar(pegawai_ids, tanggal)
    ukuran = _ukuran(pegawai_ids, tanggal)
    hasil = rekap_evaluasi.evaluasi_terakhir(pegawai_ids)
    masukan = dict(Evaluasi.objects.filter(pk__in=[satu.pk for satu in hasil.values()]).values_list("pk", "masukan"))
    nama = dict(Kompetensi.objects.values_list("kunci", "nama"))
    return {
        pk: kebutuhan(standar.get(pk, {}), ukuran.get(pk, {}), *_di_bawah(hasil.get(pk), masukan), nama=nama)
        for pk in pegawai_ids
    }


def saran_untuk(pegawai: Pegawai, tanggal: date) -> tuple[Saran, ...]:
    """The trainings suggested to one person, the largest gap first; those planned or attended this year left out."""
    return saran_banyak([pegawai.pk], tanggal)[pegawai.pk]


def saran_banyak(pegawai_ids, tanggal: date) -> dict[int, tuple[Saran, ...]]:
    """As `saran_untuk`, for many people at once."""
    pegawai_ids = list(pegawai_ids)
    katalog = _katalog()
    sudah, ditangani = _sudah(pegawai_ids, tanggal.year), _ditangani(pegawai_ids, tanggal.year)
    penempatan = rekap_pegawai.penempatan_pada(pegawai_ids, tanggal)
    return {
        pk: saran(
            butuh,
            [satu for satu in katalog if satu.pk not in sudah.get(pk, ())],
            jabatan=penempatan[pk].jabatan.jenis if pk in penempatan else "",
            ditangani=ditangani.get(pk, ()),
        )
        for pk, butuh in kebutuhan_banyak(pegawai_ids, tanggal).items()
    }


def _standar(pegawai_ids, tanggal) -> dict[int, dict[str, int]]:
    """The level that each person's position asks of the competences that the city keeps."""
    ketentuan = KetentuanStandarLevel.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.STANDAR_LEVEL, tanggal).isi)
    tersedia = frozenset(Kompetensi.objects.values_list("kunci", flat=True))
    return {
        pk: standar_kompetensi(satu.jabatan.jenis, satu.jabatan.jenjang, satu.jabatan.rumpun, ketentuan, tersedia)
        for pk, satu in rekap_pegawai.penempatan_pada(pegawai_ids, tanggal).items()
    }


def _ukuran(pegawai_ids, tanggal) -> dict[int, dict[str, int]]:
    baris = UkuranKompetensi.objects.filter(pegawai__in=pegawai_ids, diukur_pada__lte=tanggal).terbaru()
    hasil: dict[int, dict[str, int]] = {}
    for pk, kunci, level in baris.values_list("pegawai_id", "kompetensi__kunci", "level"):
        hasil.setdefault(pk, {})[kunci] = level
    return hasil


def _di_bawah(evaluasi: Evaluasi | None, tersimpan: dict[int, dict]) -> tuple[tuple, tuple]:
    """The values and the indicators that the latest result found below expectation, with their sentence."""
    if evaluasi is None:
        return (), ()
    masukan = MasukanEvaluasi.dari_dict(tersimpan[evaluasi.pk])
    asal = evaluasi.siklus.nama
    nilai = tuple(
        (satu.nilai, f"{NilaiDasar(satu.nilai).label}: di bawah ekspektasi pada {asal}")
        for satu in masukan.perilaku
        if satu.rating == Rating.DI_BAWAH
    )
    return nilai, tuple(_indikator_di_bawah(masukan, asal))


def _indikator_di_bawah(masukan: MasukanEvaluasi, asal: str):
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    ketentuan: KetentuanPenilaian = masukan.ketentuan
    for satu in masukan.indikator:
        ditimbang = timbang(satu, waktu, ketentuan)
        if ditimbang.rating == Rating.DI_BAWAH:
            yield satu.kunci, f"{satu.uraian}: di bawah ekspektasi pada {asal}", ditimbang.capaian


def _katalog() -> list[Katalog]:
    baris = Pelatihan.objects.aktif().select_related("kompetensi").order_by("nama")
    return [
        Katalog(
            satu.pk,
            satu.nama,
            satu.jp,
            satu.kompetensi.kunci if satu.kompetensi else "",
            satu.nilai,
            satu.untuk_hasil_kerja,
            tuple(satu.untuk_jabatan),
        )
        for satu in baris
    ]


def _sudah(pegawai_ids, tahun: int) -> dict[int, set[int]]:
    """What each person has in the plan, or has attended, this year."""
    rencana = RencanaPelatihan.objects.filter(pegawai__in=pegawai_ids, tahun=tahun).exclude(status=StatusRencana.BATAL)
    riwayat = RiwayatPelatihan.objects.filter(pegawai__in=pegawai_ids, selesai__year=tahun, pelatihan__isnull=False)
    hasil: dict[int, set[int]] = {}
    for pk, pelatihan in [
        *rencana.values_list("pegawai_id", "pelatihan_id"),
        *riwayat.values_list("pegawai_id", "pelatihan_id"),
    ]:
        hasil.setdefault(pk, set()).add(pelatihan)
    return hasil


def _ditangani(pegawai_ids, tahun: int) -> dict[int, set[tuple[str, str]]]:
    """The needs for which each person has a training in this year's plan, still ahead or attended."""
    rencana = RencanaPelatihan.objects.filter(pegawai__in=pegawai_ids, tahun=tahun).exclude(status=StatusRencana.BATAL)
    hasil: dict[int, set[tuple[str, str]]] = {}
    for pk, *sebab in rencana.values_list("pegawai_id", "sebab_jenis", "sebab_kunci"):
        hasil.setdefault(pk, set()).add(tuple(sebab))
    return hasil


def jp_banyak(pegawai_ids, tahun: int) -> dict[int, int]:
    """JP done in a year by person; people without any are left out. One query."""
    baris = RiwayatPelatihan.objects.filter(pegawai__in=pegawai_ids, selesai__year=tahun).order_by()
    return dict(baris.values_list("pegawai_id").annotate(Sum("jp")))
