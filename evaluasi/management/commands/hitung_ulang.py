import sys

from django.core.management.base import BaseCommand

from evaluasi.models import Evaluasi, EvaluasiTahunan
from evaluasi.rekap import periksa_evaluasi, periksa_tahunan


class Command(BaseCommand):
    help = "Recompute every stored result from its stored inputs by a second path; exits 1 on any difference."

    def add_arguments(self, parser):
        parser.add_argument(
            "--periksa", action="store_true", help="compare only; results are never changed (the default)"
        )
        parser.add_argument("--siklus", type=int, help="only the results of this siklus")

    def handle(self, *args, siklus=None, **options):
        saring = {"siklus": siklus} if siklus else {}
        berbeda = self._periksa("evaluasi", periksa_evaluasi(Evaluasi.objects.filter(**saring)))
        berbeda += self._periksa("tahunan", periksa_tahunan(EvaluasiTahunan.objects.filter(**saring)))
        if berbeda:
            sys.exit(1)

    def _periksa(self, nama, hasil) -> int:
        diperiksa = berbeda = 0
        for satu, kalimat in hasil:
            diperiksa += 1
            if kalimat:
                berbeda += 1
                self.stderr.write(f"{nama} {satu.pk}: {'; '.join(kalimat)}")
        awal = "" if nama == "evaluasi" else f"{nama}: "
        self.stdout.write(f"{awal}diperiksa {diperiksa}, berbeda {berbeda}")
        return berbeda
