"""Recompute stored results by a second path."""

from collections.abc import Iterator

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul, akar

from ..aturan import ANGKA, MasukanEvaluasi, hitung, selisih
from ..models import Evaluasi


def periksa_evaluasi(baris=None) -> Iterator[tuple[Evaluasi, tuple[str, ...]]]:
    """Each stored result with what does not agree: the figures by the second path, the tree, and its root."""
    baris = Evaluasi.objects.all() if baris is None else baris
    for evaluasi in baris.order_by("pk").iterator(chunk_size=500):
        yield evaluasi, beda(evaluasi)


def beda(evaluasi: Evaluasi) -> tuple[str, ...]:
    """What of one stored result is not what its stored inputs give; empty when all agrees."""
    try:
        tersimpan = {nama: getattr(evaluasi, nama) for nama in ANGKA}
        kalimat = list(selisih(tersimpan, evaluasi.masukan))
        pohon = Simpul.dari_dict(evaluasi.pohon)
        if akar(pohon) != evaluasi.akar:
            kalimat.append("akar: penjelasan yang tersimpan tidak cocok dengan akarnya")
        if hitung(MasukanEvaluasi.dari_dict(evaluasi.masukan)).pohon != pohon:
            kalimat.append("pohon: penjelasan yang tersimpan bukan hasil perhitungannya")
        kalimat += _beda_tanggal(evaluasi)
    except (RuleViolation, KeyError, TypeError, ValueError, ArithmeticError) as galat:
        return (f"masukan tidak terbaca: {galat}",)
    return tuple(kalimat)


def _beda_tanggal(evaluasi: Evaluasi) -> list[str]:
    return [
        f"{nama}: tersimpan {getattr(evaluasi, nama)}, masukan {evaluasi.masukan[nama]}"
        for nama in ("mulai", "selesai")
        if getattr(evaluasi, nama).isoformat() != evaluasi.masukan[nama]
    ]
