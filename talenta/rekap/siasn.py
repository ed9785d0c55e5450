"""Conversions of angka kredit in SIASN's shape `angkakredit`."""

from collections.abc import Iterator
from datetime import date

from evaluasi.rekap.siasn import orang_unit
from mataram_asn.kit.angka import bulat

from ..models import KonversiAngkaKredit
from .angka_kredit import masa_jenjang

SUMBER = "Mataram ASN"


def baris_angkakredit(tahun: int, unit_id: int | None, hari: date) -> Iterator[dict]:
    """One row a conversion in force of that year, of people with a PNS ID. The months are those in the jenjang."""
    pk = orang_unit(tahun, unit_id, hari)
    baris = (
        KonversiAngkaKredit.objects.filter(pegawai__in=pk, tahun=tahun, pegawai__siasn_id__isnull=False)
        .berlaku()
        .exclude(bulan=0)
        .select_related("pegawai")
        .order_by("pegawai_id", "jenjang")
    )
    masa = masa_jenjang(tahun, pk)
    for satu in baris:
        yield _baris(satu, _bulan_mulai(satu, masa.get(satu.pegawai_id, ())))


def _bulan_mulai(satu: KonversiAngkaKredit, masa) -> int:
    """The first month of the year that counts for that jenjang: a month counts by its fifteenth day."""
    mulai = [awal for jenjang, awal, _ in masa if jenjang == satu.jenjang]
    awal = min(mulai, default=date(satu.tahun, 1, 1))
    if awal.year < satu.tahun:
        return 1
    return min(awal.month + (awal.day > 15), 12)


def _baris(satu: KonversiAngkaKredit, mulai: int) -> dict:
    angka = bulat(satu.angka, 3)
    return {
        "id": "",
        "pns": str(satu.pegawai.siasn_id),
        "nomorSk": "",
        "tanggalSk": "",
        "bulanMulaiPenailan": mulai,
        "tahunMulaiPenailan": satu.tahun,
        "bulanSelesaiPenailan": min(mulai + satu.bulan - 1, 12),
        "tahunSelesaiPenailan": satu.tahun,
        "kreditUtamaBaru": angka,
        "kreditPenunjangBaru": 0,
        "kreditBaruTotal": angka,
        "rwJabatan": "",
        "namaJabatan": satu.get_jenjang_display(),
        "isAngkaKreditPertama": 0,
        "isIntegrasi": 0,
        "isKonversi": 1,
        "path": "",
        "Sumber": SUMBER,
    }
