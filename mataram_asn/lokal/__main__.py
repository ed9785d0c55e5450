"""python -m mataram_asn.lokal jalan | peladen | henti | uji -- PERINTAH... | periksa -- PERINTAH..."""

import argparse
import os
import subprocess
import sys

from .letak import Letak, TidakBisaMulai
from .peladen import anak_peladen, bereskan, hentikan, kunci, pasang_alamat, pastikan, tunggu_siap
from .pengawas import jalan, kata
from .proses import Anak, hentikan_semua


def dengan_peladen(letak: Letak, perintah: list[str]) -> int:
    """Run a command with servers of its own that end with it; a second run on the same data waits."""
    anak: list[Anak] = []
    with kunci(letak, "pengawas"):
        try:
            with kunci(letak):
                for satu in anak_peladen(letak, cepat=True):
                    satu.mulai()
                    anak.append(satu)
                tunggu_siap(letak)
            pasang_alamat(letak)
            return subprocess.run(perintah).returncode
        finally:
            hentikan_semua(anak, 5)
            bereskan(letak)


def main(argv: list[str]) -> int:
    bagian = argparse.ArgumentParser(prog="mataram_asn.lokal", description=__doc__)
    bagian.add_argument("apa", choices=["jalan", "peladen", "henti", "uji", "periksa"])
    bagian.add_argument("perintah", nargs=argparse.REMAINDER)
    isi = bagian.parse_args(argv)
    try:
        return _jalankan(isi.apa, isi.perintah[isi.perintah[:1] == ["--"] :])
    except TidakBisaMulai as sebab:
        kata(str(sebab))
        return 1


def _jalankan(apa: str, perintah: list[str]) -> int:
    if apa == "jalan":
        return jalan(int(os.environ.get("PORT", "8000")))
    if apa in ("uji", "periksa"):
        return dengan_peladen(Letak(apa), perintah)
    if apa == "peladen":
        pastikan(Letak("jalan"))
        kata("\n".join(f"export {nama}='{nilai}'" for nama, nilai in Letak("jalan").alamat().items()))
        return 0
    for tujuan in ("jalan", "uji", "periksa"):
        hentikan(Letak(tujuan))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
