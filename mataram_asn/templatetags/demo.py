"""The demo's accounts on the sign-in page: only with DEBUG, and only once the demo is loaded."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def akun_demo() -> dict:
    """{"daftar": the accounts, "sandi": their common password}; empty outside the demo."""
    if not settings.DEBUG:
        return {}
    from mataram_asn.demo.akun import SANDI, daftar_akun  # the demo is no part of a production process

    daftar = daftar_akun()
    return {"daftar": daftar, "sandi": SANDI} if daftar else {}
