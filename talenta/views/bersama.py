"""What the pages here share."""

from django.core.paginator import Paginator

PER_HALAMAN = 25


def halaman(request, baris):
    """The page that the address asks for; a number out of range gives the nearest."""
    return Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))


def urut(request, baris: list, kunci: dict) -> list:
    """The rows in the order that the address asks for, out of those that exist; otherwise as they are."""
    diminta = request.GET.get("urut", "")
    cara = kunci.get(diminta.lstrip("-"))
    return sorted(baris, key=cara, reverse=diminta.startswith("-")) if cara else baris
