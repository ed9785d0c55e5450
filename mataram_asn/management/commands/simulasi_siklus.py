import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.lokal.letak import AKAR
from mataram_asn.lokal.proses import Anak, hentikan_semua
from mataram_asn.simulasi.jalan import Simulasi
from mataram_asn.simulasi.pekerja import Pekerja
from mataram_asn.simulasi.salinan import salinan


class Command(BaseCommand):
    help = "Run one whole siklus for everybody on a copy of the database, with a real worker on a queue of its own."

    def add_arguments(self, parser):
        parser.add_argument("--orang", type=int, help="only so many people act (for tests); everybody by default")
        parser.add_argument(
            "--bunuh-pekerja", action="store_true", help="kill the worker once in the middle of its work"
        )
        parser.add_argument("--benih", type=int, default=1, help="another number lets people act otherwise")
        parser.add_argument("--di-salinan", help="(used by the command itself) the folder of the run on the copy")

    def handle(self, *args, di_salinan, **pilihan):
        if not settings.DEBUG:
            raise CommandError("Simulasi hanya dijalankan dengan DEBUG=1, pada data demo.")
        signal.signal(signal.SIGTERM, _berhenti)
        try:
            kode = self._di_salinan(Path(di_salinan), pilihan) if di_salinan else self._salin_dan_jalankan(pilihan)
        except RuleViolation as galat:
            raise CommandError(str(galat)) from galat
        if kode:
            sys.exit(kode)

    def _salin_dan_jalankan(self, pilihan) -> int:
        """Copy the database and run this command again on the copy: settings are read from the environment."""
        nama = f"simulasi_{os.getpid()}"
        with TemporaryDirectory(prefix="simulasi-") as folder, salinan(nama) as alamat:
            self.stdout.write(f"Salinan {nama} siap; data demo tidak disentuh.")
            self.stdout.flush()
            os.environ |= {
                "DATABASE_URL": alamat,
                "CELERY_QUEUE": nama,
                "MEDIA_ROOT": f"{folder}/media",
                "EMAIL_URL": "dummymail://",
            }
            perintah = [sys.executable, str(AKAR / "manage.py"), "simulasi_siklus", "--di-salinan", folder]
            perintah += ["--benih", str(pilihan["benih"])] + ["--bunuh-pekerja"] * pilihan["bunuh_pekerja"]
            perintah += ["--orang", str(pilihan["orang"])] if pilihan["orang"] is not None else []
            anak = Anak("simulasi", perintah, cwd=str(AKAR))
            try:
                anak.mulai()
                return anak.proses.wait()
            finally:
                hentikan_semua([anak], 10)

    def _di_salinan(self, folder: Path, pilihan) -> int:
        with Pekerja(folder / "pekerja.log") as pekerja:
            simulasi = Simulasi(pekerja, self._kata, pilihan["benih"], pilihan["orang"], pilihan["bunuh_pekerja"])
            return 0 if simulasi.jalan() else 1

    def _kata(self, teks: str) -> None:
        self.stdout.write(teks)
        self.stdout.flush()


def _berhenti(*_):
    """A polite end: everything that was started is stopped and the copy is dropped."""
    raise SystemExit(143)
