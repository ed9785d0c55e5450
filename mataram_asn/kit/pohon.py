"""The explanation of a computed figure: a tree of frozen nodes with one digest over all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from json.encoder import encode_basestring_ascii

from .galat import RuleViolation

#: The text fields of a node, in the order in which they are digested.
BIDANG = ("nama", "nilai", "satuan", "rumus", "sumber", "kunci", "tautan")


@dataclass(frozen=True, slots=True)
class Simpul:
    """One figure of an explanation, with the figures it was computed from.

    `nilai` is a decimal in canonical text ("102.14"), words ("Baik"), or None where it is not available.
    `kunci` is a stable path ("indikator:12") by which a page or an objection points at the figure.
    """

    nama: str
    nilai: str | None = None
    satuan: str = ""
    rumus: str = ""
    sumber: str = ""
    kunci: str = ""
    tautan: str = ""
    anak: tuple[Simpul, ...] = ()

    def ke_dict(self) -> dict:
        """The node as JSON-able dict; empty fields are left out."""
        isi = {"nama": self.nama, "nilai": self.nilai}
        for bidang in BIDANG[2:]:
            if teks := getattr(self, bidang):
                isi[bidang] = teks
        if self.anak:
            isi["anak"] = [anak.ke_dict() for anak in self.anak]
        return isi

    @classmethod
    def dari_dict(cls, isi: dict) -> Simpul:
        """Read a stored node. Raises RuleViolation where anything is not what `ke_dict` writes."""
        if not isinstance(isi, dict) or not isi.keys() <= _KUNCI_SAH or not isinstance(isi.get("nama"), str):
            raise RuleViolation("Pohon penjelasan yang tersimpan tidak terbaca; periksa catatan audit.")
        anak = isi.get("anak", [])
        teks = {bidang: isi[bidang] for bidang in BIDANG if bidang in isi}
        if not isinstance(anak, list) or not all(map(_teks_sah, teks.items())):
            raise RuleViolation("Pohon penjelasan yang tersimpan memuat isi yang bukan teks; periksa catatan audit.")
        return cls(**teks, anak=tuple(cls.dari_dict(cabang) for cabang in anak))

    def telusuri(self) -> Iterator[Simpul]:
        """This node and every node below it, parents first."""
        yield self
        for anak in self.anak:
            yield from anak.telusuri()

    def cari(self, kunci: str) -> Simpul | None:
        """The first node with that key, or None."""
        return next((simpul for simpul in self.telusuri() if simpul.kunci == kunci), None)


def datar(simpul: dict, tingkat: int = 0) -> Iterator[tuple[int, dict]]:
    """Every node of a stored tree with its level, parents first, for a page that cannot be opened: paper."""
    yield tingkat, simpul
    for anak in simpul.get("anak", ()):
        yield from datar(anak, tingkat + 1)


_KUNCI_SAH = frozenset(BIDANG) | {"anak"}


def _teks_sah(pasangan) -> bool:
    bidang, teks = pasangan
    return isinstance(teks, str) or (bidang == "nilai" and teks is None)


def akar(simpul: Simpul) -> str:
    """The root of the tree: a hex SHA-256 that changes when any field of any node changes.

    Each node digests its own fields and its children's digests (a Merkle tree), so that a branch can be
    shown to belong to a root without the rest.
    """
    isi = ",".join([_json(getattr(simpul, bidang)) for bidang in BIDANG])
    anak = ",".join([f'"{akar(satu)}"' for satu in simpul.anak])
    return sha256(f"[{isi},[{anak}]]".encode("ascii")).hexdigest()


def _json(teks: str | None) -> str:
    """The JSON of one field; as `json.dumps` writes it, without making an encoder for each of a million nodes."""
    return "null" if teks is None else encode_basestring_ascii(teks)
