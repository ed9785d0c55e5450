"""What every list here shares: order, pages, and the day that the address asks for."""

from django.core.paginator import Paginator
from django.http import Http404

PER_HALAMAN = 25


def minta_boleh(boleh: bool) -> None:
    """What does not exist for this person is not found."""
    if not boleh:
        raise Http404


def halaman(request, baris, per: int = PER_HALAMAN):
    """The page that the address asks for; a number out of range gives the nearest."""
    return Paginator(baris, per).get_page(request.GET.get("page"))


def urutan(request, kolom: dict, bawaan: str) -> tuple[str, list]:
    """The order that the address asks for, out of those that exist: its name and the fields."""
    diminta = request.GET.get("sort", bawaan)
    nama = diminta.lstrip("-")
    if nama not in kolom:
        diminta = nama = bawaan
    medan = kolom[nama]
    return diminta, [satu.desc() if diminta.startswith("-") else satu.asc() for satu in medan]


def bersih(teks: str | None) -> str:
    """Search text without what the database refuses."""
    return (teks or "").replace("\x00", "").strip()
