"""Angka kredit in SIASN's shape `angkakredit`: this system's conversions, then rows that were loaded."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from evaluasi.rekap.siasn import orang_unit
from mataram_asn.kit.angka import bulat

from ..models import RiwayatAngkaKredit
from ..pilihan import JenisRiwayatAK
from .masa import TEMPAT, MasaKonversi, masa_konversi, riwayat_berlaku

SUMBER = "Mataram ASN"


def baris_angkakredit(tahun: int, unit_id: int | None, hari: date) -> Iterator[dict]:
    """One row a conversion in force of that year, then the loaded rows that end in it; people with a PNS ID."""
    pk = orang_unit(tahun, unit_id, hari)
    for semua in masa_konversi(pk, tahun).values():
        for satu in semua:
            if satu.baris.pegawai.siasn_id:
                yield _baris_sendiri(satu)
    for semua in riwayat_berlaku(pk).values():
        for satu in semua:
            if satu.selesai.year == tahun and satu.pegawai.siasn_id:
                yield _baris_riwayat(satu)


def _baris_sendiri(satu: MasaKonversi) -> dict:
    kredit = (satu.angka, 0, satu.angka)
    return _baris(satu.baris.pegawai, satu.mulai, satu.selesai, kredit, JenisRiwayatAK.KONVERSI) | {
        "namaJabatan": satu.baris.get_jenjang_display(),
        "Sumber": SUMBER,
    }


def _baris_riwayat(satu: RiwayatAngkaKredit) -> dict:
    kredit = tuple(_ringkas(angka) for angka in (satu.utama, satu.penunjang, satu.angka))
    return _baris(satu.pegawai, satu.mulai, satu.selesai, kredit, satu.jenis) | {
        **satu.asal,
        "nomorSk": satu.nomor_sk,
        "tanggalSk": f"{satu.tanggal_sk:%d-%m-%Y}" if satu.tanggal_sk else "",
    }


def _ringkas(angka: Decimal) -> Decimal:
    """Three places, or as many as it was loaded with."""
    return bulat(angka, TEMPAT) if bulat(angka, TEMPAT) == angka else angka


def _baris(pegawai, mulai: date, selesai: date, kredit: tuple, jenis: str) -> dict:
    utama, penunjang, jumlah = kredit
    return {
        "id": "",
        "pns": str(pegawai.siasn_id),
        "nomorSk": "",
        "tanggalSk": "",
        "bulanMulaiPenailan": mulai.month,
        "tahunMulaiPenailan": mulai.year,
        "bulanSelesaiPenailan": selesai.month,
        "tahunSelesaiPenailan": selesai.year,
        "kreditUtamaBaru": utama,
        "kreditPenunjangBaru": penunjang,
        "kreditBaruTotal": jumlah,
        "rwJabatan": "",
        "namaJabatan": "",
        "isAngkaKreditPertama": int(jenis == JenisRiwayatAK.PERTAMA),
        "isIntegrasi": int(jenis == JenisRiwayatAK.INTEGRASI),
        "isKonversi": int(jenis == JenisRiwayatAK.KONVERSI),
        "path": "",
        "Sumber": "",
    }
