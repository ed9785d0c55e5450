"""Show with made-up assessors how many planted effects are found, and how many assessors are named wrongly."""

from django.core.management.base import BaseCommand, CommandError

from mataram_asn.kit.kata import tulis_angka
from mataram_asn.simulasi.penilai import BESAR, KETAT, MURAH, PENILAI, Temuan, banyak_kota, rata_nilai

INGATAN, KELIRU = 0.80, 0.05


class Command(BaseCommand):
    help = "Simulasi pola penilaian: ingatan dan temuan keliru atas penilai tiruan, beserta kendalinya."

    def add_arguments(self, parser):
        parser.add_argument("--ulangan", type=int, default=200, help="banyaknya kota tiruan untuk setiap baris")
        parser.add_argument("--benih", type=int, default=1)

    def handle(self, *args, **options):
        ulangan, benih = options["ulangan"], options["benih"]
        if not 1 <= ulangan <= 5000:
            raise CommandError("Ulangan antara 1 dan 5000.")
        dasar = rata_nilai(0)
        atas, bawah = rata_nilai(BESAR) - dasar, rata_nilai(-BESAR) - dasar
        self.stdout.write(
            f"{PENILAI} penilai tiruan, {MURAH} murah ({atas:+.1f} poin) dan {KETAT} ketat ({bawah:+.1f} poin) "
            f"ditanam; {ulangan} kota, benih {benih}"
        )
        utama = banyak_kota(ulangan, BESAR, benih=benih)
        self._baris("pola ditanam penuh", utama)
        self._baris("kendali: pola setengahnya", banyak_kota(ulangan, BESAR / 2, benih=benih))
        self._baris("kendali: besar pola 0", banyak_kota(ulangan, 0, benih=benih))
        self._baris("kendali: tanpa pola", banyak_kota(ulangan, 0, benih=benih, tanam=(0, 0)))
        if _bagian(utama.ditemukan, utama.ditanam) < INGATAN or _bagian(utama.keliru, utama.biasa) > KELIRU:
            raise CommandError(f"Ingatan harus paling sedikit {INGATAN}, temuan keliru paling banyak {KELIRU}.")

    def _baris(self, nama: str, satu: Temuan) -> None:
        ingatan = f"{_bagian(satu.ditemukan, satu.ditanam):.3f}" if satu.ditanam else "–"
        self.stdout.write(
            f"{nama:<28}ingatan {ingatan} ({tulis_angka(satu.ditemukan)}/{tulis_angka(satu.ditanam)})"
            f"  keliru {_bagian(satu.keliru, satu.biasa):.4f} ({tulis_angka(satu.keliru)}/{tulis_angka(satu.biasa)})"
        )


def _bagian(kena: int, dari: int) -> float:
    return kena / dari if dari else 0.0
