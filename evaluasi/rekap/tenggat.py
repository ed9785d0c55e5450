"""Whose time has not run out yet although the common date has passed."""

from kinerja.pilihan import KegiatanPeriode
from kinerja.rekap_perpanjangan import Batas, baca_batas

from ..models import LembarPenilaian, Siklus
from ..pilihan import Tahap


def batas_siklus(siklus: Siklus) -> tuple[Batas, Batas]:
    """The ends of filling in and of scoring, with the extensions of persons and units. A few queries."""
    jadwal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    return (
        baca_batas(siklus.periode, KegiatanPeriode.ISI, jadwal[Tahap.PENILAIAN]),
        baca_batas(siklus.periode, KegiatanPeriode.NILAI, jadwal[Tahap.KALIBRASI]),
    )


def masih_diperpanjang(siklus: Siklus, saat) -> set[int]:
    """The open sheets whose filling in or scoring was extended beyond that moment. No extension, no query more."""
    isi, nilai = batas_siklus(siklus)
    if not (isi.ada or nilai.ada):
        return set()
    baris = LembarPenilaian.objects.filter(siklus=siklus).belum().values_list("pk", "pegawai_id", "skp__unit_id")
    return {pk for pk, *siapa in baris if saat < max(isi.untuk(*siapa), nilai.untuk(*siapa))}
