"""Sign-in through allauth: closed to newcomers, forgiving about how a NIP is typed."""

import re

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.shortcuts import redirect

PEMISAH = re.compile(r"[\s'.\-]+")


def rapikan_nama_akun(teks: str) -> str:
    """A NIP typed in groups becomes its 18 digits; an account name only loses blanks around it."""
    rapat = PEMISAH.sub("", teks)
    return rapat if rapat.isascii() and rapat.isdigit() else teks.strip()


TIDAK_COCOK = "NIP dan kata sandi tidak cocok. Periksa lagi, atau minta kode masuk kepada BKPSDM."


class AkunAdapter(DefaultAccountAdapter):
    """Accounts come from the import and from BKPSDM; nobody signs up."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": TIDAK_COCOK,
        "invalid_login": TIDAK_COCOK,
        "too_many_login_attempts": "Terlalu banyak percobaan dari perangkat ini. Tunggu lima menit, lalu coba lagi.",
    }

    def is_open_for_signup(self, request):
        return False

    def authenticate(self, request, **credentials):
        if "username" in credentials:
            credentials["username"] = rapikan_nama_akun(credentials["username"])
        return super().authenticate(request, **credentials)

    def respond_user_inactive(self, request, user):
        """A leaver is told nothing that a stranger is not."""
        messages.error(request, TIDAK_COCOK)
        return redirect("account_login")

    def _get_login_attempts_cache_key(self, request, **credentials):
        """Count failures by account *and* address: who guesses a NIP elsewhere shuts out nobody at their desk."""
        return f"{super()._get_login_attempts_cache_key(request, **credentials)}:{self.get_client_ip(request)}"
