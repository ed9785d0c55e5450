"""A throw-away copy of the database, on the same server."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
from django.db import connection
from psycopg2 import sql

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.lokal.letak import TidakBisaMulai
from mataram_asn.lokal.postgres import bin_pg


@contextmanager
def salinan(nama: str):
    """Copy the configured database under this name; yields its DATABASE_URL and drops it at the end.

    A template copy takes seconds but wants nobody else connected; otherwise the database is dumped and restored.
    """
    asal = connection.settings_dict["NAME"]
    connection.close()
    try:
        _salin(asal, nama)
        # what is thrown away need not survive a power cut
        perintah_basis_data("ALTER DATABASE {} SET synchronous_commit = off", nama)
        yield _alamat(nama)
    finally:
        perintah_basis_data("DROP DATABASE IF EXISTS {} WITH (FORCE)", nama)


def perintah_basis_data(teks: str, *nama: str) -> None:
    """Run one statement about databases, named in it by {}; it cannot stand in a transaction."""
    pintu = psycopg2.connect(**sambungan("postgres"))
    try:
        pintu.autocommit = True
        with pintu.cursor() as kursor:
            kursor.execute(sql.SQL(teks).format(*map(sql.Identifier, nama)))
    finally:
        pintu.close()


def sambungan(nama: str) -> dict[str, str]:
    """How to reach a database of the configured server."""
    setelan = connection.get_connection_params()
    return {kunci: str(setelan[kunci]) for kunci in ("user", "password", "host", "port") if setelan.get(kunci)} | {
        "dbname": nama
    }


def _salin(asal: str, nama: str) -> None:
    try:
        perintah_basis_data("CREATE DATABASE {} TEMPLATE {}", nama, asal)
    except psycopg2.errors.ObjectInUse:
        perintah_basis_data("CREATE DATABASE {} TEMPLATE template0", nama)
        _pindahkan(asal, nama)


def _alamat(nama: str) -> str:
    """The configured DATABASE_URL with another database."""
    bagian = urlsplit(os.environ["DATABASE_URL"])
    return urlunsplit(bagian._replace(path=f"/{quote(nama)}"))


def _pindahkan(asal: str, nama: str) -> None:
    """pg_dump into psql: slower, but it does not mind that the demo is running."""
    baca = [_program("pg_dump"), "--no-owner", *_pilihan(asal)]
    tulis = [_program("psql"), "-qX", "-v", "ON_ERROR_STOP=1", *_pilihan(nama)]
    sandi = sambungan(asal).get("password")
    lingkungan = os.environ | ({"PGPASSWORD": sandi} if sandi else {})
    keluar = subprocess.Popen(baca, stdout=subprocess.PIPE, env=lingkungan)
    masuk = subprocess.run(tulis, stdin=keluar.stdout, stdout=subprocess.DEVNULL, env=lingkungan, check=False)
    keluar.stdout.close()
    if keluar.wait() or masuk.returncode:
        raise RuleViolation("Salinan basis data tidak dapat dibuat; lihat pesan pg_dump di atas.")


def _pilihan(nama: str) -> list[str]:
    tanda = {"dbname": "-d", "user": "-U", "host": "-h", "port": "-p"}
    isi = sambungan(nama)
    return [bagian for kunci, awalan in tanda.items() if kunci in isi for bagian in (awalan, isi[kunci])]


def _program(nama: str) -> str:
    """The program of the embedded server, else the one on the path."""
    try:
        if (milik := Path(bin_pg()) / nama).exists():
            return str(milik)
    except TidakBisaMulai:
        pass
    if ada := shutil.which(nama):
        return ada
    raise RuleViolation(f"Program {nama} tidak ditemukan. Hentikan dulu demo yang sedang berjalan, lalu ulangi.")
