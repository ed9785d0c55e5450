"""python -m mataram_asn.lokal jalan | peladen | henti | uji -- PERINTAH..."""

import argparse
import os
import subprocess  # noqa: S404 (the command that the caller names)
import sys

from .letak import Letak
from .peladen import anak_peladen, hentikan, kunci, pasang_alamat, pastikan, tunggu_siap
from .pengawas import jalan, kata
from .postgres import TidakBisaMulai


def uji(perintah: list[str]) -> int:
    """Run a command with test servers of its own that end with it."""
    letak, anak = Letak("uji"), []
    try:
        with kunci(letak):
            for satu in anak_peladen(letak, cepat=True):
                satu.mulai()
                anak.append(satu)
            tunggu_siap(letak)
        pasang_alamat(letak)
        return subprocess.run(perintah).returncode  # noqa: S603
    finally:
        for satu in reversed(anak):
            satu.berhenti()


def main(argv: list[str]) -> int:
    bagian = argparse.ArgumentParser(prog="mataram_asn.lokal", description=__doc__)
    bagian.add_argument("apa", choices=["jalan", "peladen", "henti", "uji"])
    bagian.add_argument("perintah", nargs=argparse.REMAINDER)
    isi = bagian.parse_args(argv)
    try:
        if isi.apa == "jalan":
            return jalan(int(os.environ.get("PORT", "8000")))
        if isi.apa == "uji":
            return uji([kata_ for kata_ in isi.perintah if kata_ != "--"])
        if isi.apa == "peladen":
            pastikan(Letak("jalan"))
            kata("\n".join(f"export {nama}={nilai}" for nama, nilai in Letak("jalan").alamat().items()))
        else:
            for tujuan in ("jalan", "uji"):
                hentikan(Letak(tujuan))
    except TidakBisaMulai as sebab:
        kata(str(sebab))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
