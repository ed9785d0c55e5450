"""What `make run` does to the database before it opens the doors."""

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Bring the tables up to date and load the demo city once."

    def add_arguments(self, parser):
        parser.add_argument("--tanpa-demo", action="store_true", help="leave the demo city out")

    def handle(self, *args, **isi):
        call_command("migrate", interactive=False, verbosity=0)
        if not isi["tanpa_demo"]:
            call_command("muat_demo", sekali=True)
