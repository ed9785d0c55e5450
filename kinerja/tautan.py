"""A careful look at a web address: whether it opens. It never reaches into the city's own network.

The name is resolved here, every address it gives must be public, and the connection goes to the very address that
was looked at, so that a name cannot answer twice differently. Redirects are followed by hand under the same rules.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from .pilihan import KeadaanTautan

TUNGGU = 5.0
MAKS_PINDAH = 4
PINDAH = frozenset({301, 302, 303, 307, 308})
#: Answers that say "there is something, but not for a visitor": the person's own browser may well open it.
BUTUH_MASUK = frozenset({401, 403, 405, 407, 429})
KEPALA = {"User-Agent": "MataramASN-pemeriksa-tautan", "Accept": "*/*", "Connection": "close"}


def alamat_publik(ip: str) -> bool:
    """Whether an IP address lies in the public internet; mapped, link-local, shared and private ones do not.

    6to4 and Teredo carry an IPv4 address inside, and site-local counts as global to `ipaddress`: none of them is asked.
    """
    satu = ipaddress.ip_address(ip)
    satu = getattr(satu, "ipv4_mapped", None) or satu
    lewat = any(getattr(satu, nama, None) for nama in ("sixtofour", "teredo", "is_site_local"))
    return satu.is_global and not lewat and not satu.is_multicast and not satu.is_reserved


def cari_alamat(nama: str, port: int) -> list[str]:
    """The IP addresses of a host name. Raises OSError."""
    return sorted({satu[4][0] for satu in socket.getaddrinfo(nama, port, type=socket.SOCK_STREAM)})


@dataclass(frozen=True)
class Pemeriksa:
    """Looks at links. `cari` resolves names and `boleh` says which IP may be reached; tests bring their own."""

    cari: Callable[[str, int], list[str]] = cari_alamat
    boleh: Callable[[str], bool] = alamat_publik
    tunggu: float = TUNGGU

    def __call__(self, alamat: str) -> KeadaanTautan | None:
        """What the address answers; None where nothing can be said now (no name service, no network)."""
        try:
            return self._ikuti(alamat)
        except socket.gaierror as galat:
            return None if galat.errno == socket.EAI_AGAIN else KeadaanTautan.TERTUTUP
        except (OSError, http.client.HTTPException, ValueError):
            return KeadaanTautan.TERTUTUP

    def _ikuti(self, alamat: str) -> KeadaanTautan:
        for _ in range(MAKS_PINDAH):
            bagian = urlsplit(alamat)
            if bagian.scheme not in ("http", "https") or not bagian.hostname:
                return KeadaanTautan.TERTUTUP
            port = bagian.port or (443 if bagian.scheme == "https" else 80)
            ip = self.cari(bagian.hostname, port)
            if not ip or not all(map(self.boleh, ip)):
                return KeadaanTautan.TIDAK_DIPERIKSA
            status, ke = self._tanya(bagian, ip[0], port)
            if status not in PINDAH or not ke:
                return KeadaanTautan.TERBUKA if status < 400 or status in BUTUH_MASUK else KeadaanTautan.TERTUTUP
            alamat = urljoin(alamat, ke)
        return KeadaanTautan.TERTUTUP

    def _tanya(self, bagian, ip: str, port: int) -> tuple[int, str | None]:
        """HEAD, and GET where the server does not know HEAD; the body is never read."""
        jawab = self._minta("HEAD", bagian, ip, port)
        return self._minta("GET", bagian, ip, port) if jawab[0] in (404, 405, 500, 501) else jawab

    def _minta(self, cara: str, bagian, ip: str, port: int) -> tuple[int, str | None]:
        sambungan = _Sambungan(bagian, ip, port, self.tunggu)
        try:
            jalur = (bagian.path or "/") + (f"?{bagian.query}" if bagian.query else "")
            sambungan.request(cara, jalur.encode("ascii", "ignore").decode().replace(" ", "%20"), headers=KEPALA)
            jawab = sambungan.getresponse()
            return jawab.status, jawab.headers.get("Location")
        finally:
            sambungan.close()


class _Sambungan(http.client.HTTPConnection):
    """A connection to one IP under the name that was asked for."""

    def __init__(self, bagian, ip: str, port: int, tunggu: float):
        super().__init__(bagian.hostname, port, timeout=tunggu)
        self._ip, self._aman, self.default_port = ip, bagian.scheme == "https", 443 if bagian.scheme == "https" else 80

    def connect(self):
        self.sock = socket.create_connection((self._ip, self.port), self.timeout)
        if self._aman:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)
