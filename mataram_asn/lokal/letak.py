"""Where the embedded servers keep their data and their sockets, one place per checkout and purpose."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Letak:
    """Paths of one purpose ("jalan" for the run, "uji" for the tests) and the addresses they give."""

    tujuan: str

    @property
    def data(self) -> Path:
        """As root outside the checkout: PostgreSQL then runs as another user who may not read a home."""
        if os.getuid() == 0:
            return Path("/var/tmp") / f"mataram-asn-{sidik(AKAR)}" / self.tujuan  # noqa: S108 (mode 0700 below)
        return AKAR / ".data" / self.tujuan

    @property
    def soket(self) -> Path:
        """A short folder: a socket's path has room for 93 characters."""
        return Path(tempfile.gettempdir()) / f"asn-{sidik(self.data)}"

    @property
    def soket_pg(self) -> Path:
        return self.soket / "pg"

    @property
    def soket_valkey(self) -> Path:
        return self.soket / "valkey.sock"

    def alamat(self) -> dict[str, str]:
        """DATABASE_URL and REDIS_URL of these servers; what is set from outside stays."""
        return {
            "DATABASE_URL": f"postgres://postgres@/mataram?host={self.soket_pg}",
            "REDIS_URL": f"unix://{self.soket_valkey}",
        }


def sidik(jalur: Path) -> str:
    """Twelve hex digits of a path's SHA-256."""
    return hashlib.sha256(str(jalur).encode()).hexdigest()[:12]


def dari_luar(nama: str) -> bool:
    """Whether an address was given from outside: then no embedded server is needed for it."""
    return bool(os.environ.get(nama))
