"""Papers as PDF from the same templates as the print page: nothing is fetched, the same input gives the same bytes."""

import atexit
import contextlib
import hashlib
import logging
import mimetypes
import os
import re
import threading
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.template.loader import render_to_string

from .galat import RuleViolation

#: Sheets of a paper: read once a process, with their fonts. Measured: half of what a paper costs is reading them.
LEMBAR_GAYA = re.compile(r'<link rel="stylesheet" href="(css/[a-z_]+\.css)">')
SIMPAN = 6 * 3600  # seconds that a paper asked for again is kept
_SATU = threading.Lock()  # the fonts behind are one set a process, and not made for two papers at once
#: What relative addresses inside a paper begin with: no host of that name can exist (RFC 2606), it only names our
#: static files, `css/kertas.css` for example.
PANGKAL = "https://statis.invalid/"
TANPA_PUSTAKA = (
    "Berkas PDF tidak dapat dibuat karena pustaka Pango belum terpasang di peladen ini. "
    "Buka halaman cetaknya, lalu cetak atau simpan sebagai PDF dari peramban."
)

logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
logging.getLogger("fontTools").setLevel(logging.CRITICAL)


class PDFTidakTersedia(RuleViolation):
    """The library behind is not there; the print page is."""


def pdf_dari_templat(templat: str, konteks: dict) -> bytes:
    """Render a template (a whole page, autoescaped) as an A4 PDF and return its bytes.

    The page links `css/kertas.css` and gives its moment as `<meta name="dcterms.created">`: the clock is
    never asked, so unchanged data gives unchanged bytes. Raises PDFTidakTersedia where the library is missing.
    """
    return pdf_dari_html(render_to_string(templat, konteks))


def pdf_dari_html(html: str) -> bytes:
    """The same for a page already rendered."""
    HTML = _pustaka()
    sidik = hashlib.sha256(html.encode()).hexdigest()
    with _SATU:
        fon, gaya = _huruf(), [_gaya(nama) for nama in LEMBAR_GAYA.findall(html)]
        halaman = HTML(string=LEMBAR_GAYA.sub("", html), base_url=PANGKAL, url_fetcher=_pengambil()())
        return halaman.write_pdf(pdf_identifier=sidik.encode(), pdf_tags=True, stylesheets=gaya, font_config=fon)


def hangatkan() -> None:
    """Read library, sheets and fonts beside the requests, so that the first paper is as quick as the next."""
    threading.Thread(target=_hangatkan, name="pdf", daemon=True).start()


def _hangatkan() -> None:
    with contextlib.suppress(PDFTidakTersedia):
        pdf_dari_html(
            '<!DOCTYPE html><link rel="stylesheet" href="css/kertas.css"><body class="kertas">Kertas <b>uji</b>'
        )


def pdf_tersimpan(templat: str, konteks: dict) -> bytes:
    """The PDF of a template, kept a while by the hash of its content: asked for again, it is there at once."""
    html = render_to_string(templat, konteks)
    kunci = f"pdf:{hashlib.sha256(html.encode()).hexdigest()}"
    isi = cache.get(kunci)
    if isi is None:
        isi = pdf_dari_html(html)
        cache.set(kunci, isi, SIMPAN)
    return isi


@lru_cache(maxsize=1)
def _huruf():
    from weasyprint.text.fonts import FontConfiguration

    atexit.register(_lepas)
    return FontConfiguration()


def _lepas() -> None:
    """Let go of the fonts while the interpreter still stands: their removal needs its modules."""
    _gaya.cache_clear()
    _huruf.cache_clear()


@lru_cache(maxsize=8)
def _gaya(nama: str):
    from weasyprint import CSS

    return CSS(url=f"{PANGKAL}{nama}", url_fetcher=_pengambil()(), font_config=_huruf())


def _pustaka():
    """Weasyprint, loaded when a first paper is asked for: it costs 0.3 s and needs Pango."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # or the subset of a font carries the second it was made in
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as galat:
        raise PDFTidakTersedia(TANPA_PUSTAKA) from galat
    return HTML


@lru_cache(maxsize=1)
def _pengambil():
    """The fetcher: static files of ours by their relative names, embedded data by `data:`, anything else is refused."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class HanyaMilikKita(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            berkas = berkas_statis(url)
            jenis = mimetypes.guess_type(berkas.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, berkas.read_bytes(), {"Content-Type": jenis})

    return HanyaMilikKita


def berkas_statis(url: str) -> Path:
    """The file behind the address of a static file. Raises ValueError for other addresses and names that lead out."""
    if not url.startswith(PANGKAL):
        raise ValueError(f"a paper fetches nothing from elsewhere: {url[:80]}")
    nama = unquote(url.removeprefix(PANGKAL).split("?")[0].split("#")[0]).lstrip("/")
    if ".." in Path(nama).parts:
        raise ValueError(f"not a static file: {nama[:80]}")
    letak = finders.find(nama)
    if not letak:
        raise ValueError(f"no such static file: {nama[:80]}")
    return Path(letak)
