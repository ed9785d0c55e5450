import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import monotonic

from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from evaluasi.actions import run_trial
from evaluasi.actions.antrean import rentang
from evaluasi.aturan import KetentuanPenilaian, hitung, selisih, ubah_isi
from evaluasi.models import Evaluasi, Siklus
from evaluasi.pilihan import Predikat
from mataram_asn.kit.galat import RuleViolation

PROSES = 2


class Command(BaseCommand):
    help = "Try another ketentuan on copies of a siklus's results; compares every figure with the full computation."

    def add_arguments(self, parser):
        parser.add_argument("--siklus", type=int, required=True, help="id of a siklus with published results")
        parser.add_argument(
            "--ubah", action="append", required=True, metavar="JALUR=ANGKA", help="for example publik_bobot=0.25"
        )

    def handle(self, *args, siklus, ubah, **options):
        siklus = Siklus.objects.select_related("ketentuan").filter(pk=siklus).first()
        if siklus is None:
            raise CommandError("Siklus itu tidak ada.")
        try:
            isi = ubah_isi(siklus.ketentuan.isi, dict(_pasangan(satu) for satu in ubah))
        except RuleViolation as galat:
            raise CommandError(str(galat)) from galat
        potongan = rentang(sorted(set(_orang(siklus))), 500)
        mulai = monotonic()
        pindah = sum(_beramai(_coba, potongan, siklus.pk, isi), Counter())
        detik = monotonic() - mulai
        self._cetak(pindah, detik)
        mulai = monotonic()
        berbeda = sum(_beramai(_periksa, potongan, siklus.pk, isi))
        lama = monotonic() - mulai
        kata = f"berbeda {berbeda} ({lama:.1f} detik)"
        self.stdout.write(f"dibandingkan dengan perhitungan lengkap dan hitung kedua: {kata}")
        if berbeda:
            sys.exit(1)

    def _cetak(self, pindah: Counter, detik: float) -> None:
        semua = pindah.total()
        berpindah = sum(n for (lama, baru), n in pindah.items() if baru and lama != baru)
        tertahan = sum(n for (_, baru), n in pindah.items() if not baru)
        self.stdout.write(f"{semua} hasil dalam {detik:.1f} detik; pindah {berpindah}, tidak dapat dihitung {tertahan}")
        for (lama, baru), n in sorted(pindah.items()):
            if baru and lama != baru:
                self.stdout.write(f"  {Predikat(lama).label} -> {Predikat(baru).label}: {n}")


def _pasangan(teks: str) -> tuple[str, str]:
    jalur, tanda, angka = teks.partition("=")
    if not tanda:
        raise RuleViolation(f"Tulis JALUR=ANGKA, misalnya publik_bobot=0.25, bukan {teks[:40]!r}.")
    return jalur, angka


def _orang(siklus: Siklus):
    return Evaluasi.objects.filter(siklus=siklus).berlaku().values_list("pegawai_id", flat=True)


def _beramai(kerja, potongan, *tetap) -> list:
    """The work over the ranges of people in two processes, each with its own connection."""
    connections.close_all()
    with ProcessPoolExecutor(PROSES, mp_context=get_context("fork")) as kolam:
        return [satu.result() for satu in [kolam.submit(kerja, satu, *tetap) for satu in potongan]]


def _andai(rentang, siklus_id: int, isi: dict):
    awal, akhir = rentang
    baris = Evaluasi.objects.filter(siklus=siklus_id, pegawai__gte=awal, pegawai__lte=akhir).berlaku()
    return run_trial(baris, KetentuanPenilaian.dari(isi))


def _coba(rentang, siklus_id: int, isi: dict) -> Counter:
    """How many go from which predikat to which."""
    return Counter(
        (satu.evaluasi.predikat, str(satu.baru.predikat) if satu.baru else "")
        for satu in _andai(rentang, siklus_id, isi)
    )


def _periksa(rentang, siklus_id: int, isi: dict) -> int:
    """How many differ from the whole computation or from its second path over the same inputs."""
    return sum(_berbeda(satu) for satu in _andai(rentang, siklus_id, isi))


def _berbeda(satu) -> bool:
    try:
        penuh = hitung(satu.masukan).angka()
    except RuleViolation as galat:
        return satu.alasan != str(galat)
    return satu.baru is None or penuh != satu.baru.angka() or bool(selisih(penuh, satu.masukan.ke_dict()))
