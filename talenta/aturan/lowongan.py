"""Which seats are vacant, and which become so within the next months, and why."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pegawai.aturan import tanggal_keluar

from ..pilihan import SebabKosong


@dataclass(frozen=True, slots=True)
class Kursi:
    """A position and how many people it needs that day."""

    jabatan_id: int
    kebutuhan: int


@dataclass(frozen=True, slots=True)
class Pemegang:
    """A definitive holder, and since when the seat will be empty (None: nothing says when) and why."""

    jabatan_id: int
    pegawai_id: int
    kosong_sejak: date | None = None
    sebab: SebabKosong | None = None


@dataclass(frozen=True, slots=True)
class Lowongan:
    """One seat that is empty from `tanggal` on; `pegawai_id` is who leaves it, None where nobody sits there."""

    jabatan_id: int
    tanggal: date
    sebab: SebabKosong
    pegawai_id: int | None = None


def pemegang(
    jabatan_id: int,
    pegawai_id: int,
    jenis: str,
    lahir: date | None,
    umur: int | None,
    kontrak_selesai: date | None = None,
) -> Pemegang:
    """A holder with the first day that the seat is empty: pension, or the day after the contract ends."""
    keluar = tanggal_keluar(jenis, lahir, umur if lahir else None, kontrak_selesai)
    if keluar is None:
        return Pemegang(jabatan_id, pegawai_id)
    if keluar == kontrak_selesai:
        return Pemegang(jabatan_id, pegawai_id, keluar + timedelta(days=1), SebabKosong.KONTRAK)
    return Pemegang(jabatan_id, pegawai_id, keluar, SebabKosong.PENSIUN)


def ramal(kursi: Iterable[Kursi], pemegang: Iterable[Pemegang], pada: date, bulan: int = 24) -> tuple[Lowongan, ...]:
    """The seats empty on `pada` and those that become empty within `bulan` months, by date.

    Where a position has more holders than it needs, the first to leave leave no vacancy. Who should have left
    before `pada` leaves one on that earlier day.
    """
    batas = tambah_bulan(pada, bulan)
    menurut = defaultdict(list)
    for satu in pemegang:
        menurut[satu.jabatan_id].append(satu)
    lowongan = [satu for tempat in kursi for satu in _satu_jabatan(tempat, menurut[tempat.jabatan_id], pada, batas)]
    return tuple(sorted(lowongan, key=lambda satu: (satu.tanggal, satu.jabatan_id, satu.pegawai_id or 0)))


def _satu_jabatan(kursi: Kursi, isi: list[Pemegang], pada: date, batas: date):
    kosong = max(kursi.kebutuhan - len(isi), 0)
    yield from (Lowongan(kursi.jabatan_id, pada, SebabKosong.KOSONG) for _ in range(kosong))
    keluar = sorted(
        (satu for satu in isi if satu.kosong_sejak is not None and satu.kosong_sejak < batas),
        key=lambda satu: (satu.kosong_sejak, satu.pegawai_id),
    )
    lebih = max(len(isi) - kursi.kebutuhan, 0)
    for satu in keluar[lebih:]:
        yield Lowongan(kursi.jabatan_id, satu.kosong_sejak, satu.sebab or SebabKosong.PENSIUN, satu.pegawai_id)


def tambah_bulan(hari: date, bulan: int) -> date:
    """The same day so many months later, or the last day of that month."""
    urut = hari.year * 12 + hari.month - 1 + bulan
    tahun, sisa = divmod(urut, 12)
    return date(tahun, sisa + 1, min(hari.day, monthrange(tahun, sisa + 1)[1]))
