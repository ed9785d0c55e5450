from datetime import date
from time import monotonic

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mataram_asn.demo.akun import MUATAN
from mataram_asn.demo.muat import Permintaan, muat, sudah
from mataram_asn.kit.galat import RuleViolation


class Command(BaseCommand):
    help = "Load the demo city and a believable year. Only with DEBUG; results come from the product's computation."

    def add_arguments(self, parser):
        parser.add_argument("--sekali", action="store_true", help="do nothing when it is loaded already")
        parser.add_argument("--seed", type=int, default=1, help="another seed gives another city")
        parser.add_argument(
            "--hari", type=date.fromisoformat, help="the day it is loaded for (YYYY-MM-DD); today by default"
        )
        parser.add_argument("--kantor", action="append", default=[], help="only the people of this office (for tests)")
        parser.add_argument("--proses", type=int, default=2, help="processes that compute the results")

    def handle(self, *args, sekali, seed, hari, kantor, proses, verbosity, **options):
        if not settings.DEBUG:
            raise CommandError("Demo hanya dimuat dengan DEBUG=1: akunnya memakai kata sandi yang diketahui umum.")
        if sudah(MUATAN):
            if not sekali:
                raise CommandError("Demo sudah dimuat di basis data ini. Pakai basis data kosong untuk memuatnya lagi.")
            return
        mulai = monotonic()
        self.stdout.write("Memuat kota demo…")
        try:
            muat(
                Permintaan(seed, hari or timezone.localdate(), tuple(kantor), proses), self._kata if verbosity else str
            )
        except RuleViolation as galat:
            raise CommandError(str(galat)) from galat
        self.stdout.write(f"Demo dimuat dalam {monotonic() - mulai:.0f} detik.")

    def _kata(self, teks: str) -> None:
        self.stdout.write(f"  {teks}")
        self.stdout.flush()
