from django.core.management.base import BaseCommand

from mataram_asn.demo.akun import SANDI, daftar_akun, token_tersisa

TAUTAN = 3


class Command(BaseCommand):
    help = "List the demo's accounts, and links with which a citizen can answer."

    def add_arguments(self, parser):
        parser.add_argument("--port", default="8000")

    def handle(self, *args, port, **options):
        akun = daftar_akun()
        if not akun:
            self.stdout.write("Demo belum dimuat, atau DEBUG tidak menyala.")
            return
        self.stdout.write(f"Akun demo (kata sandi semuanya: {SANDI})")
        for satu in akun:
            self.stdout.write(f"  {satu.username:<18}  {satu.sebutan:<36}  {satu.nama}")
        self.stdout.write("Tautan umpan balik warga (sekali pakai)")
        for satu in akun:
            for token in token_tersisa(satu.pegawai_id)[:TAUTAN] if satu.pegawai_id else ():
                self.stdout.write(f"  http://127.0.0.1:{port}/u/{token}/  {satu.nama}")
