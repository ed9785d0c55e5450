"""Where people stand in the nine boxes on a day, and who could take a position."""

from dataclasses import dataclass
from datetime import date

from pegawai.models import Jabatan, Ketentuan
from pegawai.pilihan import JenisKetentuan
from pelatihan.aturan import KetentuanJP, target_jp

from ..aturan import (
    Kinerja,
    Orang,
    Peringkat,
    Posisi,
    Potensial,
    Sasaran,
    kinerja_orang,
    peringkat,
    posisi,
    potensial_orang,
)
from .orang import ketentuan_talenta, orang_pada, sasaran_dari, standar_pada


@dataclass(frozen=True)
class Kedudukan:
    """A person with the box on a day and the figures of both axes."""

    orang: Orang
    posisi: Posisi
    kinerja: Kinerja
    potensial: Potensial


def kotak(tanggal: date, pegawai_ids=None) -> list[Kedudukan]:
    """The position of everybody in service that day (None: all). A constant number of queries.

    Potential is measured against the standard of the position held. What is not available says no box.
    """
    ketentuan, standar = ketentuan_talenta(tanggal), standar_pada(tanggal)
    jp = KetentuanJP.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.JP, tanggal).isi)
    return [
        _kedudukan(satu, tanggal, ketentuan, standar, target_jp(satu.jenis, jp))
        for satu in orang_pada(tanggal, pegawai_ids)
    ]


def _kedudukan(orang: Orang, tanggal: date, ketentuan, standar, target: int) -> Kedudukan:
    kini = orang.kini(tanggal)
    diminta = standar(kini.jenis, kini.jenjang, kini.rumpun) if kini else {}
    kinerja = kinerja_orang(orang, tanggal, ketentuan)
    potensial = potensial_orang(orang, diminta, tanggal, ketentuan, target)
    return Kedudukan(orang, posisi(kinerja.rentang, potensial.rentang, ketentuan), kinerja, potensial)


@dataclass(frozen=True)
class Kandidat:
    """The vacancy, everybody judged for it, and the people by key."""

    sasaran: Sasaran
    orang: dict[int, Orang]
    peringkat: Peringkat


def kandidat(jabatan: Jabatan, tanggal: date, kosong: date | None = None) -> Kandidat:
    """Judge everybody in service that day for a position vacant from `kosong`. A constant number of queries."""
    sasaran = sasaran_dari(jabatan, tanggal, kosong or tanggal)
    orang = {satu.kunci: satu for satu in orang_pada(tanggal)}
    return Kandidat(sasaran, orang, peringkat(orang.values(), sasaran, tanggal, ketentuan_talenta(tanggal)))
