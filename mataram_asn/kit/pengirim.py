"""Whose request it is, behind the proxies that the installation says it has."""

from django.conf import settings


def alamat_pengirim(request) -> str:
    """The address of the client: past as many trusted proxies as `JUMLAH_PROKSI` says, counted from our side.

    Whatever stands further left in X-Forwarded-For was written by the client and is never believed.
    """
    langsung = request.META.get("REMOTE_ADDR", "")
    if settings.JUMLAH_PROKSI < 1:
        return langsung
    rantai = [satu.strip() for satu in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if satu.strip()]
    return rantai[-settings.JUMLAH_PROKSI][:64] if len(rantai) >= settings.JUMLAH_PROKSI else langsung
