"""The shape of one thing to do."""

from dataclasses import dataclass

from django.urls import reverse

from mataram_asn.kit.kata import tulis_angka


@dataclass(frozen=True)
class Tugas:
    """One thing to do: what, why or until when, where, and the word on its button."""

    ikon: str
    judul: str
    keterangan: str
    tautan: str
    tombol: str = "Buka"


def berisi(calon) -> list[Tugas]:
    return [
        Tugas(ikon, judul.format(n=tulis_angka(n)), keterangan, reverse(alamat))
        for n, ikon, judul, keterangan, alamat in calon
        if n
    ]
