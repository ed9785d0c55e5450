"""Audit rows as a page or a file shows them."""

from mataram_asn.kit.templatetags.kit import nama_objek

from .kata import kata_aksi
from .pemilik import pemilik_objek
from .rincian import orang_disebut, tulis_rincian


def tulis_jejak(baris) -> list[dict]:
    """The rows in words: the sentence, the object with its person, the details before and after."""
    baris = list(baris)
    nama, pemilik = orang_disebut(baris), pemilik_objek(baris)
    return [
        {
            "obj": satu,
            "kalimat": kata_aksi(satu.aksi, satu.jenis_objek),
            "objek": nama_objek(satu.jenis_objek),
            "pemilik": pemilik.get((satu.jenis_objek, satu.id_objek)),
            "rincian": tulis_rincian(satu, nama),
        }
        for satu in baris
    ]
