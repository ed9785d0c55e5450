"""Where the embedded servers keep their data and their sockets, one place per checkout and purpose."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]


class TidakBisaMulai(RuntimeError):
    """A server did not start; the message says why and what to do."""


@dataclass(frozen=True)
class Letak:
    """Paths of one purpose ("jalan" the run, "uji" the tests, "periksa" the checks) and the addresses they give."""

    tujuan: str

    @property
    def data(self) -> Path:
        """`ASN_DATA` moves it. As root outside the checkout: PostgreSQL then runs as a user who may not read a home."""
        if pangkal := os.environ.get("ASN_DATA"):
            return Path(pangkal).resolve() / self.tujuan
        if os.getuid() == 0:
            return Path("/var/tmp") / f"mataram-asn-{sidik(AKAR)}" / self.tujuan
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
        """DATABASE_URL and REDIS_URL of these servers."""
        return {
            "DATABASE_URL": f"postgres://postgres@/mataram?host={self.soket_pg}",
            "REDIS_URL": f"unix://{self.soket_valkey}",
        }

    def siapkan(self) -> None:
        """Make the folders. Raises TidakBisaMulai where another account was there first."""
        # Root lends PostgreSQL another identity: that one must walk through, and read nothing.
        mode = 0o711 if os.getuid() == 0 else 0o700
        for folder in (self.data.parent, self.data, self.soket):
            folder.mkdir(parents=True, exist_ok=True, mode=mode)
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                raise TidakBisaMulai(f"Folder {folder} milik akun lain. Hapus folder itu, atau isi ASN_DATA.")
        for folder in (self.data, self.soket):
            folder.chmod(mode)

    def catatan(self, nama: str):
        """Open a server's log for appending: for our own eyes, its lines can quote rows."""
        return open(self.data / f"{nama}.log", "ab", opener=lambda jalur, tanda: os.open(jalur, tanda, 0o600))


def sidik(jalur: Path) -> str:
    """Twelve hex digits of a path's SHA-256."""
    return hashlib.sha256(str(jalur).encode()).hexdigest()[:12]


def dari_luar(nama: str) -> bool:
    """Whether an address was given, by the environment or by `.env`: then no embedded server is needed for it."""
    berkas = AKAR / ".env"
    baris = berkas.read_text().splitlines() if berkas.exists() else []
    return bool(os.environ.get(nama)) or any(satu.removeprefix("export ").startswith(f"{nama}=") for satu in baris)
