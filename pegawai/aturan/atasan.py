"""Who is whose atasan, from plain levels of positions; PP 30/2019 and the ketentuan of acting duty."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tingkat:
    """A position above somebody's, with the ids of who holds it that day: definitive, and acting."""

    jabatan_id: int
    definitif: int | None = None
    sementara: int | None = None

    @property
    def pemegang(self) -> int | None:
        """Who acts for the position: its definitive holder, or the acting one where it is vacant."""
        return self.definitif if self.definitif is not None else self.sementara


def atasan_dari(rantai: Iterable[Tingkat], pegawai_id: int) -> int | None:
    """The atasan of a person: the holder of the nearest level above that is held by somebody else.

    A vacant level is led by its acting holder; a level without anybody, or led by the person, passes on to
    the next above. None at the top.
    """
    pemegang = (tingkat.pemegang for tingkat in rantai)
    return next((satu for satu in pemegang if satu is not None and satu != pegawai_id), None)


def find_cycles(naik: Mapping[Hashable, Hashable | None]) -> tuple[tuple, ...]:
    """The circular chains of a map from each one to who stands above; each once, from its smallest member.

    A person above themselves is a circle of one.
    """
    selesai: set = set()
    lingkaran = []
    for awal in naik:
        jalan: dict = {}
        kini = awal
        while kini is not None and kini not in selesai and kini not in jalan:
            jalan[kini] = len(jalan)
            kini = naik.get(kini)
        if kini in jalan:
            lingkaran.append(_dari_terkecil(list(jalan)[jalan[kini] :]))
        selesai.update(jalan)
    return tuple(sorted(lingkaran))


def _dari_terkecil(anggota: list) -> tuple:
    mulai = anggota.index(min(anggota))
    return tuple(anggota[mulai:] + anggota[:mulai])
