from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from evaluasi.models import Siklus
from evaluasi.rekap import pemeriksaan
from mataram_asn.demo.benih import benih_bersih, benih_cacat
from mataram_asn.demo.uji_benih import tulis_benih, uji_benih


class Command(BaseCommand):
    help = "Print the pre-flight of a siklus; or plant known defects in import files and show that each is found."

    def add_arguments(self, parser):
        parser.add_argument("--siklus", type=int, help="number of the siklus; the one that ends last by default")
        parser.add_argument("--benih", type=int, help="plant defects by this seed, load, look, and take it back")
        parser.add_argument("--berkas", help="only write the seeded files into this folder (needs --benih)")

    def handle(self, *args, siklus, benih, berkas, **pilihan):
        if benih is None:
            return self._periksa(siklus)
        dua = {"bersih": benih_bersih(timezone.localdate()), "cacat": benih_cacat(benih, timezone.localdate())}
        if berkas:
            return self._tulis(dua, Path(berkas))
        tepat = [self._uji(nama, isi) for nama, isi in dua.items()]  # both are shown, also when the first one fails
        if not all(tepat):
            raise CommandError("Ada cacat yang tidak ditemukan, atau temuan yang tidak ditanam.")
        return None

    def _periksa(self, pk: int | None) -> None:
        baris = Siklus.objects.select_related("periode").order_by("periode__selesai", "pk")
        satu = baris.filter(pk=pk).first() if pk else baris.last()
        if satu is None:
            raise CommandError("Siklus itu tidak ada.")
        self.stdout.write(f"Pemeriksaan {satu}, keadaan {timezone.localdate():%d-%m-%Y}")
        for temuan in pemeriksaan(satu, timezone.localdate()):
            self.stdout.write(f"{temuan.jumlah:6d}  {temuan.cacat.judul} ({temuan.cacat.tingkat.label.lower()})")

    def _tulis(self, dua, folder: Path) -> None:
        for nama, isi in dua.items():
            tulis_benih(isi, folder / nama)
            self.stdout.write(f"{folder / nama}: {len(isi.orang)} orang, {sum(map(len, isi.ditanam.values()))} cacat")

    def _uji(self, nama: str, isi) -> bool:
        with TemporaryDirectory(prefix="benih-") as folder:
            hasil, putusan = uji_benih(isi, Path(folder))
        impor = ", ".join(f"{kunci} {n}" for kunci, n in sorted(putusan.items()))
        self.stdout.write(f"\nBerkas {nama}: {len(isi.orang)} orang; impor: {impor}")
        self.stdout.write(f"{'cacat':<50}{'ditanam':>9}{'ditemukan':>11}{'keliru':>8}")
        for satu in hasil:
            self.stdout.write(f"{satu.judul:<50}{satu.ditanam:>9}{satu.ditemukan:>11}{satu.keliru:>8}")
        tepat = sum(satu.tepat for satu in hasil)
        self.stdout.write(f"tepat {tepat} dari {len(hasil)} jenis")
        return tepat == len(hasil)
