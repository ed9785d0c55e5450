"""The seats that are vacant, and those that will be within the next months, each with its reason."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from pegawai import rekap as rekap_pegawai
from pegawai.aturan import KetentuanBUP, bup, tanggal_keluar
from pegawai.models import Jabatan, Ketentuan, Pegawai, Unit
from pegawai.pilihan import JenisJabatan, JenisKetentuan, JenisPegawai

from ..pilihan import SebabKosong

RUMPUN_GURU = "guru"


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


def lowongan(tanggal: date, bulan: int = 24, unit: Unit | int | None = None) -> list[Lowongan]:
    """The vacancies from that day until so many months later, the earliest first. Four queries.

    A seat that is already vacant counts from that day. A person who leaves opens a seat only where the position
    is not overfilled. The mayor is elected, not appointed, and is left out.
    """
    ketentuan = KetentuanBUP.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.BUP, tanggal).isi)
    akhir = tambah_bulan(tanggal, bulan)
    hasil: list[Lowongan] = []
    for baris in rekap_pegawai.peta_jabatan(tanggal, unit):
        if baris.jabatan.jenis != JenisJabatan.PIMPINAN_DAERAH:
            hasil += _dari_baris(baris, tanggal, akhir, ketentuan)
    return sorted(hasil, key=lambda satu: (satu.tanggal, -(satu.kelas or 0), satu.jabatan.nama, satu.jabatan.pk))


def _dari_baris(baris, tanggal: date, akhir: date, ketentuan: KetentuanBUP) -> list[Lowongan]:
    acting = tuple(satu.pegawai for satu in baris.pemegang if satu.sementara)
    hasil = []
    if baris.kosong:
        hasil.append(Lowongan(baris.jabatan, baris.unit, baris.kelas, SebabKosong.KOSONG, tanggal, baris.kosong, None, acting))
    keluar = sorted(
        ((hari, satu.pegawai) for satu in baris.pemegang if not satu.sementara and (hari := keluar_pada(satu.pegawai, baris.jabatan, ketentuan))),
        key=lambda pasangan: (pasangan[0], pasangan[1].pk),
    )
    for hari, orang in [pasangan for pasangan in keluar if tanggal < pasangan[0] <= akhir][baris.lebih :]:
        hasil.append(Lowongan(baris.jabatan, baris.unit, baris.kelas, _sebab(orang, hari), hari, 1, orang))
    return hasil


def keluar_pada(pegawai: Pegawai, jabatan: Jabatan, ketentuan: KetentuanBUP) -> date | None:
    """The day on which this person leaves this position by age or contract."""
    if pegawai.tanggal_lahir is None:
        return None
    usia = bup(jabatan.jenis, jabatan.jenjang, jabatan.rumpun.lower().startswith(RUMPUN_GURU), ketentuan)
    return tanggal_keluar(pegawai.jenis, pegawai.tanggal_lahir, usia, pegawai.kontrak_selesai)


def _sebab(orang: Pegawai, hari: date) -> SebabKosong:
    kontrak = orang.jenis == JenisPegawai.PPPK and orang.kontrak_selesai == hari
    return SebabKosong.KONTRAK if kontrak else SebabKosong.PENSIUN


def tambah_bulan(tanggal: date, bulan: int) -> date:
    """The same day so many months later, or the month's last day."""
    tahun, sisa = divmod(tanggal.year * 12 + tanggal.month - 1 + bulan, 12)
    bulan_baru = sisa + 1
    return date(tahun, bulan_baru, min(tanggal.day, monthrange(tahun, bulan_baru)[1]))
