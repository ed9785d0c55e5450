"""Walk the system as people click it: every link of every page, by account. It counts queries and finds dead ends."""

import html
import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter
from urllib.parse import urljoin

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, URLPattern, get_resolver, resolve

TAUTAN = re.compile(r'\shref="([^"#]+)')
#: Where a page's forms, buttons and scripts send to.
TUJUAN = re.compile(r'\s(?:action|formaction|hx-get|hx-post)="([^"#]*)')
#: What is not walked: assets, signing in and out, and the panel behind its first page (Django's own).
LEWAT = ("/static/", "/masuk/", "/panel/")


@dataclass(frozen=True)
class Kunjungan:
    """One page asked for: by whom, its address and name, how many clicks from home, the answer and what it cost.

    `tujuan` are the names of the addresses to which its forms send.
    """

    akun: str
    nama: str
    alamat: str
    langkah: int
    status: int
    kueri: int
    milidetik: int
    tujuan: tuple[str, ...] = ()


def jelajahi(akun, per_nama: int) -> Iterator[Kunjungan]:
    """Everything that this account reaches from its home by links alone, at most `per_nama` addresses a name.

    Nothing stays: each page is asked for inside a transaction that is rolled back.
    """
    with transaction.atomic():
        klien = Client(SERVER_NAME="localhost", raise_request_exception=False)
        klien.force_login(akun)
        yield from _telusuri(klien, str(akun.username), per_nama)
        transaction.set_rollback(True)


def _telusuri(klien: Client, akun: str, per_nama: int) -> Iterator[Kunjungan]:
    antre, dikenal, banyak = deque([("/", 0)]), {"/"}, Counter()
    while antre:
        alamat, langkah = antre.popleft()
        nama = nama_alamat(alamat)
        if nama is None or banyak[nama] >= per_nama:
            continue
        banyak[nama] += 1
        satu, tautan = _kunjungi(klien, akun, nama, alamat, langkah)
        yield satu
        baru = [kandidat for kandidat in tautan if kandidat not in dikenal]
        dikenal.update(baru)
        antre.extend((kandidat, langkah + 1) for kandidat in baru)


def _kunjungi(klien: Client, akun: str, nama: str, alamat: str, langkah: int) -> tuple[Kunjungan, list[str]]:
    connection.queries_log.clear()  # it keeps the last nine thousand: a long walk would count none
    with transaction.atomic(), CaptureQueriesContext(connection) as kueri:
        mulai = perf_counter()
        jawab = klien.get(alamat, follow=True)
        isi = jawab.getvalue()
        lama = round(1000 * (perf_counter() - mulai))
        transaction.set_rollback(True)
    halaman = jawab.headers.get("Content-Type", "").startswith("text/html")
    teks = isi.decode(errors="replace") if halaman else ""
    tujuan = tuple(filter(None, map(nama_alamat, baca_alamat(teks, alamat, TUJUAN))))
    satu = Kunjungan(akun, nama, alamat, langkah, jawab.status_code, len(kueri), lama, tujuan)
    return satu, baca_alamat(teks, alamat, TAUTAN)


def baca_alamat(isi: str, alamat: str, pola: re.Pattern) -> list[str]:
    """The addresses of this site that a page names by that pattern, in their order, each once."""
    semua = (urljoin(alamat, html.unescape(satu)) for satu in pola.findall(isi))
    return [satu for satu in dict.fromkeys(semua) if satu.startswith("/") and not satu.startswith(LEWAT)]


def nama_alamat(alamat: str) -> str | None:
    """The name of the address, with what it is asked for as a file ("?ekspor=csv"); None where there is none."""
    jalur, _, kueri = alamat.partition("?")
    try:
        nama = resolve(jalur).view_name
    except Resolver404:
        return f"(tidak ada) {jalur}"
    berkas = re.search(r"(?:^|&)ekspor=(\w+)", kueri)
    return f"{nama} {berkas[1]}" if berkas else nama


def semua_nama() -> set[str]:
    """The names of every address of ours; the panel and signing in are Django's and allauth's."""
    return set(_nama(get_resolver().url_patterns, ""))


def _nama(pola, awal: str) -> Iterator[str]:
    for satu in pola:
        if isinstance(satu, URLPattern):
            if satu.name:
                yield awal + satu.name
        elif satu.app_name != "admin" and "masuk/" not in str(satu.pattern):
            yield from _nama(satu.url_patterns, f"{awal}{satu.namespace}:" if satu.namespace else awal)
