"""Load the training catalogue that comes with the product."""

from django.core.management.base import BaseCommand

from pegawai.models import Pengguna
from pelatihan.actions import load_catalogue


class Command(BaseCommand):
    help = "Memuat katalog pelatihan bawaan; yang sudah ada tidak diubah."

    def handle(self, *args, **options):
        jumlah = load_catalogue(oleh=Pengguna.objects.sistem())
        self.stdout.write(f"{jumlah} pelatihan dimuat.")
