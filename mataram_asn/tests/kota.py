"""A database of its own with the demo in it, made by the real commands in processes of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from django.db import connection

from mataram_asn.lokal.letak import AKAR
from mataram_asn.simulasi.salinan import perintah_basis_data, sambungan


@dataclass(frozen=True)
class Kota:
    """The database's name, and the environment in which commands reach it."""

    nama: str
    lingkungan: dict[str, str]

    def manage(self, *isi: str, **lain: str) -> subprocess.CompletedProcess:
        """Run a management command on it; the caller looks at the exit code."""
        perintah = [sys.executable, str(AKAR / "manage.py"), *isi]
        return subprocess.run(
            perintah, env=self.lingkungan | lain, cwd=AKAR, capture_output=True, text=True, check=False, timeout=600
        )

    def tanya(self, teks: str, *isi) -> list[tuple]:
        """Run one statement and return its rows."""
        pintu = psycopg2.connect(**sambungan(self.nama))
        try:
            with pintu, pintu.cursor() as kursor:
                kursor.execute(teks, isi or None)
                return kursor.fetchall() if kursor.description else []
        finally:
            pintu.close()

    def satu(self, teks: str, *isi):
        """The single value of a statement."""
        return self.tanya(teks, *isi)[0][0]


def bangun(nama: str, media: str, *pilihan: str) -> tuple[Kota, str]:
    """Create the database, migrate, and load the demo; returns it with what the loader printed."""
    hapus(nama)
    perintah_basis_data("CREATE DATABASE {} TEMPLATE template0", nama)
    bagian = urlsplit(os.environ["DATABASE_URL"])
    alamat = urlunsplit(bagian._replace(path=f"/{nama}"))
    kota = Kota(nama, os.environ | {"DATABASE_URL": alamat, "DEBUG": "1", "CELERY_QUEUE": nama, "MEDIA_ROOT": media})
    for isi in (("migrate", "--verbosity", "0"), ("muat_demo", *pilihan)):
        hasil = kota.manage(*isi)
        assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    return kota, hasil.stdout


def hapus(nama: str) -> None:
    perintah_basis_data("DROP DATABASE IF EXISTS {} WITH (FORCE)", nama)


def daftar_basis_data() -> set[str]:
    """The names of the databases on the server."""
    pintu = psycopg2.connect(**sambungan("postgres"))
    try:
        with pintu.cursor() as kursor:
            kursor.execute("SELECT datname FROM pg_database")
            return {nama for (nama,) in kursor.fetchall()}
    finally:
        pintu.close()


def nama_uji(akhiran: str) -> str:
    """A database name that no other run uses."""
    return f"{connection.settings_dict['NAME']}_{akhiran}_{os.getpid()}"[:60]
