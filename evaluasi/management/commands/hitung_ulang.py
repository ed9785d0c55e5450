import sys

from django.core.management.base import BaseCommand

from evaluasi.models import Evaluasi
from evaluasi.rekap import periksa_evaluasi


class Command(BaseCommand):
    help = "Recompute every stored result from its stored inputs by a second path; exits 1 on any difference."

    def add_arguments(self, parser):
        parser.add_argument(
            "--periksa", action="store_true", help="compare only; results are never changed (the default)"
        )
        parser.add_argument("--siklus", type=int, help="only the results of this siklus")

    def handle(self, *args, siklus=None, **options):
        baris = Evaluasi.objects.filter(siklus=siklus) if siklus else Evaluasi.objects.all()
        diperiksa = berbeda = 0
        for evaluasi, kalimat in periksa_evaluasi(baris):
            diperiksa += 1
            if kalimat:
                berbeda += 1
                self.stderr.write(f"evaluasi {evaluasi.pk}: {'; '.join(kalimat)}")
        self.stdout.write(f"diperiksa {diperiksa}, berbeda {berbeda}")
        if berbeda:
            sys.exit(1)
