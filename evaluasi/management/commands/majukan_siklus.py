from datetime import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from evaluasi import jadwal
from mataram_asn.kit.kata import WITA


class Command(BaseCommand):
    help = "Move every siklus that is due, as the clock does every minute."

    def add_arguments(self, parser):
        parser.add_argument("--saat", help="the moment to act at (ISO, WITA unless it says otherwise); now by default")

    def handle(self, *args, saat=None, **options):
        pindah = jadwal.majukan_siklus(self._saat(saat))
        for satu in pindah:
            self.stdout.write(f"siklus {satu.siklus_id}: {satu.dari.label} -> {satu.ke.label}")
        self.stdout.write(f"{len(pindah)} perpindahan tahap")

    def _saat(self, teks):
        if teks is None:
            return timezone.now()
        try:
            saat = datetime.fromisoformat(teks)
        except ValueError:
            raise CommandError("Tulis --saat seperti 2026-11-24T08:00.") from None
        return saat if saat.tzinfo else saat.replace(tzinfo=WITA)
