"""The city's files through the product's own importer: a verdict a row, refused rows stay out."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluasi.models import Layanan, PetugasLayanan
from mataram_asn.kit.audit import catat
from pegawai.demo import buat, tulis
from pegawai.demo.bentuk import Kota
from pegawai.impor import load_file
from pegawai.models import Pegawai, Pengguna, Unit
from pegawai.pilihan import JenisBerkasImpor

#: kind: file, in the order in which they need each other
BERKAS = {
    JenisBerkasImpor.UNIT: "unit.csv",
    JenisBerkasImpor.PEGAWAI: "siasn.csv",
    JenisBerkasImpor.POSISI: "posisi.csv",
    JenisBerkasImpor.PEJABAT: "pejabat.csv",
    JenisBerkasImpor.PENEMPATAN: "penempatan.csv",
    JenisBerkasImpor.KONTRAK: "kontrak.csv",
    JenisBerkasImpor.ACUAN: "kompetensi_acuan.csv",
    JenisBerkasImpor.KOMPETENSI: "kompetensi.csv",
    JenisBerkasImpor.POTENSI: "potensi.csv",
    JenisBerkasImpor.DISIPLIN: "disiplin.csv",
}


def muat_kota(*, seed: int, hari: date, kantor: tuple[str, ...], oleh: Pengguna, saat: datetime) -> dict[str, dict]:
    """Generate the city of that day and import it. Returns the verdict counts by file.

    `kantor`: only the people of these offices, and those above them (for tests); empty for all 5,580.
    """
    kota = saring(buat(seed, hari), kantor)
    with TemporaryDirectory() as folder:
        tulis(kota, folder)
        jumlah = {nama: _impor(Path(folder), jenis, nama, oleh, saat) for jenis, nama in BERKAS.items()}
    _layanan(kota, oleh, saat)
    return jumlah


def _impor(folder: Path, jenis: str, nama: str, oleh, saat) -> dict[str, int]:
    return load_file(jenis=jenis, nama=nama, isi=(folder / nama).read_bytes(), oleh=oleh, saat=saat).jumlah


def saring(kota: Kota, kantor: tuple[str, ...]) -> Kota:
    """Only the people of these offices and the leaders of the city; all units and positions stay."""
    if not kantor:
        return kota
    unit = {satu.kode_jabatan: satu.kode_unit for satu in kota.posisi}
    induk = {satu.kode: satu.kode_induk for satu in kota.unit}
    orang = tuple(satu for satu in kota.orang if _di_bawah(unit[satu.kode_jabatan], kantor, induk))
    pns = {satu.pns_id for satu in orang}
    tinggal = {
        nama: tuple(satu for satu in getattr(kota, nama) if satu.pns_id in pns)
        for nama in ("penempatan", "kompetensi", "potensi", "petugas", "disiplin")
    }
    tinggal["baris_siasn"] = tuple(satu for satu in kota.baris_siasn if satu["PNS ID"] in pns)
    return replace(kota, orang=orang, **tinggal)


def _di_bawah(unit: str, kantor: tuple[str, ...], induk: dict[str, str]) -> bool:
    while unit:
        if unit in kantor or (
            unit.startswith("SETDA") and unit.count("-") <= 1 and "-" not in unit.removeprefix("SETDA-AS")
        ):
            return True
        unit = induk[unit]
    return False


def _layanan(kota: Kota, oleh, saat) -> None:
    """The service counters and who serves there: reference data, with one audit row a batch."""
    unit = dict(Unit.objects.values_list("kode", "pk"))
    Layanan.objects.bulk_create(
        Layanan(kode=satu.kode, nama=satu.nama, unit_id=unit[satu.kode_unit]) for satu in kota.layanan
    )
    layanan = dict(Layanan.objects.values_list("kode", "pk"))
    orang = {str(kunci): pk for kunci, pk in Pegawai.objects.values_list("siasn_id", "pk")}
    petugas = PetugasLayanan.objects.bulk_create(
        PetugasLayanan(
            pegawai_id=orang[satu.pns_id], layanan_id=layanan[satu.kode_layanan], mulai=satu.mulai, selesai=satu.selesai
        )
        for satu in kota.petugas
    )
    rincian = {"layanan": len(kota.layanan), "petugas": len(petugas)}
    catat(oleh=oleh, aksi="layanan.dimuat", objek=Layanan.objects.first(), rincian=rincian, saat=saat)
