"""`manage.py muat_acuan`: load roles, competences and the first ketentuan; twice changes nothing."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from pegawai.acuan import load_reference


class Command(BaseCommand):
    help = "Memuat peran, standar kompetensi, dan ketentuan awal. Aman dijalankan berulang."

    def handle(self, **pilihan):
        for nama, jumlah in load_reference(saat=timezone.now()).items():
            self.stdout.write(f"{nama}: {jumlah} baru")
