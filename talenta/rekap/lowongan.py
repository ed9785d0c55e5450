"""The seats that are vacant, and those that will be within the next months, each with its reason."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from pegawai import rekap as rekap_pegawai
from pegawai.aturan import KetentuanBUP, bup
from pegawai.models import Jabatan, Ketentuan, Pegawai, Unit
from pegawai.pilihan import JenisJabatan, JenisKetentuan

from ..aturan import Kursi, pemegang, ramal
from ..pilihan import SebabKosong

RUMPUN_GURU = "guru"
BULAN = 24


@dataclass(frozen=True)
class Lowongan:
    """Seats of one position that are or become vacant on a day. `pemegang` is who leaves; `sementara` who acts."""

    jabatan: Jabatan
    unit: Unit
    kelas: int | None
    sebab: SebabKosong
    tanggal: date
    jumlah: int = 1
    pemegang: Pegawai | None = None
    sementara: tuple[Pegawai, ...] = ()


def lowongan(tanggal: date, bulan: int = BULAN, unit: Unit | int | None = None) -> list[Lowongan]:
    """The vacancies from that day until so many months later, the earliest first. A constant number of queries.

    Seats that are already vacant count from that day, those of one position together. A person who leaves opens
    a seat only where the position is not overfilled. The mayor is elected, not appointed, and is left out.
    """
    ketentuan = ketentuan_bup(tanggal)
    baris = {
        satu.jabatan.pk: satu
        for satu in rekap_pegawai.peta_jabatan(tanggal, unit)
        if satu.jabatan.jenis != JenisJabatan.PIMPINAN_DAERAH
    }
    kursi = (Kursi(pk, satu.kebutuhan) for pk, satu in baris.items())
    duduk = (
        _pemegang(satu.jabatan, orang.pegawai, ketentuan)
        for satu in baris.values()
        for orang in satu.pemegang
        if not orang.sementara
    )
    banyak = Counter(ramal(kursi, duduk, tanggal, bulan))
    hasil = [_baris(baris[satu.jabatan_id], satu, jumlah) for satu, jumlah in banyak.items()]
    return sorted(hasil, key=lambda satu: (satu.tanggal, -(satu.kelas or 0), satu.jabatan.nama, satu.jabatan.pk))


def ketentuan_bup(tanggal: date) -> KetentuanBUP:
    """The pension ages in force that day."""
    return KetentuanBUP.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.BUP, tanggal).isi)


def usia_pensiun(jenis: str, jenjang: str, rumpun: str, ketentuan: KetentuanBUP) -> int | None:
    """The age at which a holder of that position leaves by age."""
    return bup(jenis, jenjang, rumpun.lower().startswith(RUMPUN_GURU), ketentuan)


def _pemegang(jabatan: Jabatan, orang: Pegawai, ketentuan: KetentuanBUP):
    umur = usia_pensiun(jabatan.jenis, jabatan.jenjang, jabatan.rumpun, ketentuan)
    return pemegang(jabatan.pk, orang.pk, orang.jenis, orang.tanggal_lahir, umur, orang.kontrak_selesai)


def _baris(peta, satu, jumlah: int) -> Lowongan:
    """One vacancy of the rule with the rows that it names."""
    keluar = next((orang.pegawai for orang in peta.pemegang if orang.pegawai.pk == satu.pegawai_id), None)
    acting = tuple(orang.pegawai for orang in peta.pemegang if orang.sementara and satu.sebab == SebabKosong.KOSONG)
    return Lowongan(peta.jabatan, peta.unit, peta.kelas, satu.sebab, satu.tanggal, jumlah, keluar, acting)
