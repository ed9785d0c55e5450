"""The frame and the ink of every chart, and the dots with a line between them."""

from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

WARNA = {"sb": "#0b6e78", "b": "#2a5fa5", "bp": "#8a5a00", "k": "#a8430f", "sk": "#97182d", "teal": "#0b6e78"}
INK, SOFT, HAIRLINE, GOLD = "#12303a", "#4c646c", "#e4dfd5", "#b7791f"


def bingkai(lebar: int, tinggi: int, judul: str, uraian: str, isi: SafeString) -> SafeString:
    """The SVG itself, named for a screen reader by its title and described by its figures."""
    return format_html(
        '<svg class="grafik" viewBox="0 0 {} {}" role="img" xmlns="http://www.w3.org/2000/svg">'
        "<title>{}</title><desc>{}</desc>{}</svg>",
        lebar, tinggi, judul, uraian, isi,
    )  # fmt: skip


def titik_garis(letak) -> SafeString:
    """The dots at (x, y, value), and a line between neighbours that both exist."""
    garis = format_html_join(
        "",
        '<line class="garis" x1="{}" y1="{}" x2="{}" y2="{}" stroke="{}" stroke-width="2"/>',
        ((a[0], a[1], b[0], b[1], WARNA["teal"]) for a, b in pairwise(letak) if a[1] is not None and b[1] is not None),
    )
    bulat = format_html_join(
        "",
        '<circle class="titik" cx="{}" cy="{}" r="3.5" fill="{}"/>',
        ((x, y, WARNA["teal"]) for x, y, _ in letak if y is not None),
    )
    return garis + bulat


def jangkar(x: int) -> str:
    """Text near an edge grows inwards."""
    return "start" if x < 40 else "end" if x > 320 else "middle"
