from django.core.management.base import BaseCommand, CommandError

from mataram_asn.contoh import SEMUA, jalankan


class Command(BaseCommand):
    help = "Print every worked example of the regulations with what must come out and what the rules here give."

    def handle(self, *args, verbosity, **options):
        beda = banyak = 0
        for bagian in SEMUA:
            self.stdout.write(f"\n{bagian.judul} ({bagian.sumber})")
            for kasus in bagian.kasus:
                keluar = jalankan(kasus)
                banyak, beda = banyak + 1, beda + (keluar != kasus.harap)
                tanda = "" if keluar == kasus.harap else f"  BERBEDA, seharusnya {kasus.harap}"
                self.stdout.write(f"  {kasus.uraian:<62}{keluar}{tanda}")
        self.stdout.write(f"\n{banyak} contoh, {beda} berbeda")
        if beda:
            raise CommandError("Ada aturan yang tidak memberi hasil menurut contohnya.")
