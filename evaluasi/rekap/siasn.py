"""Results in SIASN's shapes, and the predikat that count when imported history is read too."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinerja.pilihan import JenisPeriode
from pegawai.aturan import GOLONGAN
from pegawai.models import Pegawai, Penempatan, Unit
from pegawai.rekap import penempatan_pada

from ..aturan.siasn import KODE_PERIODIK, KODE_PREDIKAT, KODE_RATING, PERIODIK, kata_siasn
from ..models import Evaluasi, RiwayatKinerja
from ..pilihan import Periodik, Predikat, Rating
from .tahun import PredikatTahun, predikat_tahun

INSTANSI = "Pemerintah Kota Mataram"


@dataclass(frozen=True)
class PredikatResmi:
    """The predikat of a year and where it comes from: this system, or an imported row."""

    predikat: Predikat
    rating_hasil: Rating
    rating_perilaku: Rating
    impor: RiwayatKinerja | None = None


def predikat_resmi(pegawai_ids, tahun: int) -> dict[int, PredikatResmi]:
    """By person: this system's own predikat of the year, else the imported one. Four queries."""
    hasil = {satu.pegawai_id: _resmi(satu, satu) for satu in _riwayat(tahun, Periodik.TAHUNAN, pegawai_ids)}
    return hasil | {pk: _resmi(satu) for pk, satu in predikat_tahun(pegawai_ids, tahun).items()}


def _resmi(satu: PredikatTahun | RiwayatKinerja, impor: RiwayatKinerja | None = None) -> PredikatResmi:
    return PredikatResmi(Predikat(satu.predikat), Rating(satu.rating_hasil), Rating(satu.rating_perilaku), impor)


def _riwayat(tahun: int, periodik=None, pegawai_ids=None):
    baris = RiwayatKinerja.objects.berlaku().filter(tahun=tahun).select_related("pegawai")
    if periodik:
        baris = baris.filter(periodik=periodik)
    return baris if pegawai_ids is None else baris.filter(pegawai__in=pegawai_ids)


def orang_unit(tahun: int, unit_id: int | None, hari: date) -> list[int]:
    """The civil servants with a definitive position in that unit (None: the city) at the end of the year, or today."""
    pada = min(date(tahun, 12, 31), hari)
    tempat = Penempatan.objects.definitif().berlaku_pada(pada).filter(pegawai__in=Pegawai.objects.asn())
    if unit_id is not None:
        tempat = tempat.filter(jabatan__unit__in=Unit.objects.keturunan(unit_id, pada))
    return list(tempat.order_by("pegawai_id").values_list("pegawai_id", flat=True))


def baris_skp22(tahun: int, unit_id: int | None, hari: date) -> Iterator[dict]:
    """One row a person with a predikat of that year and a PNS ID; who has no PNS ID cannot be named in this shape."""
    pk = orang_unit(tahun, unit_id, hari)
    sendiri = predikat_tahun(pk, tahun)
    orang = Pegawai.objects.in_bulk(pk)
    penilai = _Penilai([satu.evaluasi.penilai for satu in sendiri.values()], tahun, hari)
    impor = {satu.pegawai_id: satu for satu in _riwayat(tahun, Periodik.TAHUNAN, pk)}
    for satu_pk in pk:
        hasil = sendiri.get(satu_pk) or impor.get(satu_pk)
        if hasil and orang[satu_pk].siasn_id:
            yield _skp22(hasil, orang[satu_pk], penilai)


def tanpa_pns_id(tahun: int, unit_id: int | None, hari: date) -> int:
    """How many of these people have no PNS ID."""
    pk = orang_unit(tahun, unit_id, hari)
    return Pegawai.objects.filter(pk__in=pk, siasn_id__isnull=True).count()


class _Penilai:
    """The assessors as SIASN names them, with their positions at the end of the year. Two queries."""

    def __init__(self, penilai: list[Pegawai], tahun: int, hari: date):
        self.tempat = penempatan_pada({satu.pk for satu in penilai}, min(date(tahun, 12, 31), hari))

    def isi(self, satu: Pegawai) -> dict[str, str]:
        jabatan = self.tempat[satu.pk].jabatan if satu.pk in self.tempat else None
        return {
            "nama": satu.nama_lengkap,
            "nip": satu.nip or "",
            "pns_id": str(satu.siasn_id or ""),
            "golongan": GOLONGAN.get(satu.golongan, ""),
            "jabatan": str(jabatan or ""),
            "unor": str(jabatan.unit if jabatan else ""),
            "status": "ASN" if satu.nip else "NON ASN",
        }


def _isi_penilai(hasil, penilai: _Penilai) -> dict[str, str]:
    if isinstance(hasil, RiwayatKinerja):
        return hasil.penilai
    return penilai.isi(hasil.penilai if isinstance(hasil, Evaluasi) else hasil.evaluasi.penilai)


def _putusan(hasil) -> tuple[dict, dict, dict]:
    """Words and code of the results, of conduct, and of the predikat."""
    bagian = (
        (Rating(hasil.rating_hasil), KODE_RATING),
        (Rating(hasil.rating_perilaku), KODE_RATING),
        (Predikat(hasil.predikat), KODE_PREDIKAT),
    )
    return tuple({"kata": kata_siasn(nilai.label), "kode": kode[nilai]} for nilai, kode in bagian)


def _skp22(hasil, orang: Pegawai, penilai: _Penilai) -> dict:
    kerja, perilaku, predikat = _putusan(hasil)
    oleh = _isi_penilai(hasil, penilai)
    return {
        "id": getattr(hasil, "id_siasn", ""),
        "hasilKinerja": kerja["kata"],
        "hasilKinerjaNilai": kerja["kode"],
        "kuadranKinerja": predikat["kata"],
        "KuadranKinerjaNilai": predikat["kode"],
        "namaPenilai": oleh.get("nama", ""),
        "nipNrpPenilai": oleh.get("nip", ""),
        "penilaiGolonganId": oleh.get("golongan", ""),
        "penilaiJabatanNm": oleh.get("jabatan", ""),
        "penilaiUnorNm": oleh.get("unor", ""),
        "perilakuKerja": perilaku["kata"],
        "PerilakuKerjaNilai": perilaku["kode"],
        "pnsDinilaiId": str(orang.siasn_id),
        "statusPenilai": oleh.get("status", ""),
        "tahun": hasil.tahun,
        "path": "",
    }


def baris_periodik(tahun: int, unit_id: int | None, hari: date) -> Iterator[dict]:
    """One row a person and published month or quarter of that year, imported rows after our own."""
    pk = orang_unit(tahun, unit_id, hari)
    sendiri = list(
        Evaluasi.objects.filter(pegawai__in=pk, siklus__periode__mulai__year=tahun)
        .exclude(siklus__periode__jenis=JenisPeriode.TAHUNAN)
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus__periode", "pegawai", "penilai", "skp__jabatan", "skp__unit")
        .order_by("siklus__periode__mulai", "pegawai_id", "mulai")
    )
    penilai = _Penilai([satu.penilai for satu in sendiri], tahun, hari)
    for satu in {(satu.siklus_id, satu.pegawai_id): satu for satu in sendiri}.values():  # the last segment stands
        periode, skp = satu.siklus.periode, satu.skp
        yield _periodik(satu, penilai, tahun, PERIODIK[periode.jenis], periode.nama, str(skp.jabatan), skp.unit)
    for satu in _riwayat(tahun, None, pk).exclude(periodik=Periodik.TAHUNAN):
        yield _periodik(satu, penilai, tahun, satu.periodik, satu.nama_periode, "", None)


def _periodik(hasil, penilai: _Penilai, tahun: int, periodik: str, nama: str, jabatan: str, unit: Unit | None) -> dict:
    kerja, perilaku, predikat = _putusan(hasil)
    oleh, orang = _isi_penilai(hasil, penilai), hasil.pegawai
    return {
        "id": getattr(hasil, "id_siasn", ""),
        "tahun": tahun,
        "nip": orang.nip or "",
        "nama": orang.nama_lengkap,
        "hasilKinerja": kerja["kata"],
        "hasilKinerjaNilai": kerja["kode"],
        "instansiId": "",
        "instansiNama": getattr(hasil, "instansi", INSTANSI),
        "jabatan": jabatan,
        "koefisenId": "",
        "kriteria": "",
        "kuadranKinerjaNilai": predikat["kode"],
        "kuadranNilai": predikat["kata"],
        "namaPenilai": oleh.get("nama", ""),
        "penilaiGolonganId": oleh.get("golongan", ""),
        "penilaiJabatanNama": oleh.get("jabatan", ""),
        "penilaiNipNrp": oleh.get("nip", ""),
        "penilaiPnsId": oleh.get("pns_id", ""),
        "penilaiUnorNm": oleh.get("unor", ""),
        "perilakuKerja": perilaku["kata"],
        "perilakuKerjaNilai": perilaku["kode"],
        "periodikId": KODE_PERIODIK[Periodik(periodik)],
        "periodikNama": nama,
        "persentase": "",
        "pnsDinilaiId": str(orang.siasn_id or ""),
        "statusPenilai": oleh.get("status", ""),
        "unorId": str(unit.unor_id or "") if unit else "",
        "unorNama": str(unit or ""),
        "path": "",
    }
