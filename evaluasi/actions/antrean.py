"""Cutting big work into chunk rows and ringing for them."""

from datetime import datetime

from mataram_asn.kit.lonceng import bunyikan

from ..models import LembarPenilaian, Potongan, Siklus
from ..pilihan import StatusPotongan

TUGAS_KERJAKAN = "evaluasi.tasks.kerjakan_potongan"
#: People in one chunk: a few seconds of work, so that a killed worker loses little.
UKURAN = 300


def create_chunks(siklus: Siklus, langkah: str, pegawai_ids, *, saat: datetime, tanda: str = "") -> int:
    """Cut a step into chunk rows and ring for each; rows that stand already stay as they are."""
    baris = [
        Potongan(siklus=siklus, langkah=langkah, tanda=tanda, awal=awal, akhir=akhir, saat=saat)
        for awal, akhir in rentang(sorted(set(pegawai_ids)))
    ]
    Potongan.objects.bulk_create(baris, ignore_conflicts=True)
    ring_chunks(Potongan.objects.menunggu().filter(siklus=siklus, langkah=langkah, tanda=tanda))
    return len(baris)


def rentang(ids: list[int], ukuran: int = UKURAN) -> list[tuple[int, int]]:
    """Ranges of `ukuran` ids each without a gap between them."""
    awal = ids[::ukuran]
    return [(satu, berikut - 1) for satu, berikut in zip(awal, [*awal[1:], ids[-1] + 1])] if ids else []


def ring_chunks(potongan) -> int:
    """Ring for these waiting chunks; a chunk that is rung twice is worked once."""
    baris = list(potongan.order_by("pk").values_list("pk", "saat"))
    for pk, saat in baris:
        bunyikan(TUGAS_KERJAKAN, potongan_id=pk, saat=saat.isoformat())
    return len(baris)


def ring_waiting() -> int:
    """Ring again for every chunk that waits: a lost bell costs a minute, never the work."""
    return ring_chunks(Potongan.objects.menunggu())


def dalam(potongan: Potongan, kolom: str = "pegawai") -> dict[str, int]:
    """The filter for rows of the chunk's people."""
    return {f"{kolom}__gte": potongan.awal, f"{kolom}__lte": potongan.akhir}


def lembar_potongan(potongan: Potongan):
    """The sheets of the chunk's people."""
    return LembarPenilaian.objects.filter(siklus_id=potongan.siklus_id, **dalam(potongan))


def masih_menunggu(siklus_id, **saring):
    """Chunks of a siklus that are neither done nor quarantined."""
    return Potongan.objects.filter(siklus_id=siklus_id, status=StatusPotongan.MENUNGGU, **saring)
