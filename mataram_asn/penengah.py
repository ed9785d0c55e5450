"""Middleware of the house."""

from django.utils.cache import add_never_cache_headers


class TidakDisimpan:
    """A page of a signed-in person is kept by no browser and no proxy: office computers are shared."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        jawaban = self.get_response(request)
        if getattr(request, "user", None) and request.user.is_authenticated and not jawaban.has_header("Cache-Control"):
            add_never_cache_headers(jawaban)
        return jawaban
