"""Middleware of the house."""

from django.utils.cache import add_never_cache_headers

from .jejak.lihat import HALAMAN, catat_dilihat


class TidakDisimpan:
    """A page of a signed-in person is kept by no browser and no proxy: office computers are shared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        jawaban = self.get_response(request)
        if getattr(request, "user", None) and request.user.is_authenticated and not jawaban.has_header("Cache-Control"):
            add_never_cache_headers(jawaban)
        return jawaban


class CatatPembacaan:
    """Who reads a page about somebody else is in the trail: "who saw X" is a question that the city must answer."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        jawaban = self.get_response(request)
        letak = request.resolver_match
        if request.method == "GET" and jawaban.status_code == 200 and letak and letak.view_name in HALAMAN:
            catat_dilihat(request.user, letak.view_name, letak.kwargs["pk"])
        return jawaban
