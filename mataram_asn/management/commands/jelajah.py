import json
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from mataram_asn.demo.akun import daftar_akun
from mataram_asn.jelajah import Kunjungan, jelajahi, semua_nama
from pegawai.models import Pegawai, Pengguna

TERBANYAK = 8


class Command(BaseCommand):
    help = "Click every link as every demo account: dead ends, queries and time a page, and pages that no link reaches."

    def add_arguments(self, parser):
        parser.add_argument("--akun", action="append", default=[], help="only this account (again for more)")
        parser.add_argument("--per-nama", type=int, default=2, help="addresses of one kind to open")
        parser.add_argument("--simpan", type=Path, help="write what was seen to this file")
        parser.add_argument("--banding", type=Path, help="compare with what was written in a smaller city")

    def handle(self, *args, akun, per_nama, simpan, banding, **options):
        nama = akun or [satu.username for satu in daftar_akun()]
        if not nama:
            raise CommandError("Demo belum dimuat, atau DEBUG tidak menyala.")
        orang = Pengguna.objects.filter(username__in=nama).order_by("pk")
        semua = [satu for pengguna in orang for satu in self._satu(pengguna, per_nama)]
        self._ringkas(semua)
        if simpan:
            simpan.write_text(json.dumps([asdict(satu) for satu in semua]))
        if banding:
            self._banding(semua, [Kunjungan(**satu) for satu in json.loads(banding.read_text())])
        if any(satu.status >= 400 for satu in semua):
            raise CommandError("Ada tautan yang buntu.")

    def _satu(self, pengguna, per_nama: int) -> list[Kunjungan]:
        hasil = list(jelajahi(pengguna, per_nama))
        jauh = max(satu.langkah for satu in hasil)
        kata = f"{len(hasil):4d} halaman, {len({satu.nama for satu in hasil}):3d} jenis, paling jauh {jauh} klik"
        self.stdout.write(f"{pengguna.username:<20}{kata}, {sum(satu.kueri for satu in hasil)} kueri")
        self.stdout.flush()
        return hasil

    def _ringkas(self, semua: list[Kunjungan]) -> None:
        buntu = [satu for satu in semua if satu.status >= 400]
        self.stdout.write(f"\n{Pegawai.objects.count()} orang, {len(semua)} halaman dibuka, {len(buntu)} buntu")
        for satu in buntu:
            self.stdout.write(f"  {satu.status} {satu.akun} {satu.alamat}")
        for judul, kunci, satuan in (("kueri terbanyak", "kueri", "kueri"), ("paling lama", "milidetik", "ms")):
            self.stdout.write(f"{judul}:")
            for satu in _teratas(semua, kunci):
                self.stdout.write(f"  {getattr(satu, kunci):6d} {satuan}  {satu.nama:<36} {satu.akun} {satu.alamat}")
        dikenal = {nama.split()[0] for satu in semua for nama in (satu.nama, *satu.tujuan)}
        belum = sorted(semua_nama() - dikenal)
        self.stdout.write(f"tidak dicapai lewat tautan atau formulir ({len(belum)}): {', '.join(belum)}")

    def _banding(self, besar: list[Kunjungan], kecil: list[Kunjungan]) -> None:
        """By name: the most queries here against the most there; more here is a page that grows."""
        kini, dulu = _per_nama(besar), _per_nama(kecil)
        sama = [nama for nama in kini.keys() & dulu.keys() if kini[nama].kueri <= dulu[nama].kueri]
        tumbuh = sorted(nama for nama in kini.keys() & dulu.keys() if kini[nama].kueri > dulu[nama].kueri)
        self.stdout.write(f"\ntidak lebih banyak daripada kota kecil: {len(sama)} jenis; lebih banyak: {len(tumbuh)}")
        for nama in tumbuh:
            angka = f"{dulu[nama].kueri} → {kini[nama].kueri}"
            self.stdout.write(f"  {nama:<36} {angka:<12} {dulu[nama].alamat} → {kini[nama].alamat}")


def _teratas(semua: list[Kunjungan], kunci: str) -> list[Kunjungan]:
    """The dearest page of each name, dearest first."""
    per_nama = _per_nama(semua, kunci)
    return sorted(per_nama.values(), key=lambda satu: -getattr(satu, kunci))[:TERBANYAK]


def _per_nama(semua: list[Kunjungan], kunci: str = "kueri") -> dict[str, Kunjungan]:
    hasil: dict[str, Kunjungan] = {}
    for satu in semua:
        lama = hasil.get(satu.nama)
        if lama is None or getattr(satu, kunci) > getattr(lama, kunci):
            hasil[satu.nama] = satu
    return hasil
