"""`manage.py peran_awal AKUN PERAN`: the first two holders of a role, before two people can agree on a third."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mataram_asn.kit.galat import RuleViolation
from pegawai.actions.peran import give_first_role
from pegawai.models import Pengguna
from pegawai.pilihan import Peran


class Command(BaseCommand):
    help = "Memberi peran kepada dua pemegang pertama pada pemasangan baru; tercatat dalam jejak audit."

    def add_arguments(self, parser):
        parser.add_argument("akun", help="NIP atau nama akun")
        parser.add_argument("peran", choices=Peran.values)

    def handle(self, akun, peran, **pilihan):
        try:
            pengguna = give_first_role(username=akun, peran=peran, oleh=Pengguna.objects.sistem(), saat=timezone.now())
        except RuleViolation as galat:
            raise CommandError(str(galat)) from galat
        self.stdout.write(f"{pengguna} kini {Peran(peran).label}.")
