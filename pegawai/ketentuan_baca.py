"""Which dataclass reads which kind of ketentuan. Each app registers its own when it is ready."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from mataram_asn.kit.galat import RuleViolation

#: Filled by the AppConfig of each app: JenisKetentuan -> `dari(isi)` of the dataclass.
PEMBACA: dict[str, Callable[[dict], object]] = {}


def daftarkan(jenis: str, pembaca: Callable[[dict], object]) -> None:
    """Say how ketentuan of that kind are read."""
    PEMBACA[str(jenis)] = pembaca


def baca(jenis: str, isi):
    """Read `isi` by the dataclass of its kind. Raises RuleViolation with what cannot be read."""
    pembaca = PEMBACA.get(str(jenis))
    if pembaca is None:
        raise RuleViolation("Jenis ketentuan ini tidak dikenal.")
    if not isinstance(isi, dict):
        raise RuleViolation("Isi ketentuan harus berupa objek JSON, mulai dengan { dan diakhiri dengan }.")
    try:
        return pembaca(isi)
    except RuleViolation:
        raise
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as galat:
        raise RuleViolation(f"Isi ketentuan tidak dapat dibaca: periksa {galat}.") from galat


@dataclass(frozen=True, slots=True)
class Butir:
    """One number of a ketentuan as people read it.

    `jalur` is its path in the content ("konversi.2.1"), `nilai` its canonical text, `satuan` its unit, `dasar` the
    legal source of that number by default.
    """

    jalur: str
    kelompok: str
    nama: str
    nilai: str
    satuan: str = ""
    dasar: str = ""


#: Filled by the AppConfig of each app: JenisKetentuan -> every number of a content, in reading order.
PERINCI: dict[str, Callable[[dict], Iterable[Butir]]] = {}


def daftarkan_rincian(jenis: str, perinci: Callable[[dict], Iterable[Butir]]) -> None:
    """Say how the numbers of ketentuan of that kind are named."""
    PERINCI[str(jenis)] = perinci


def rincian(jenis: str, isi: dict) -> tuple[Butir, ...]:
    """Every number of a content, named by its app; what no app has named is listed by its path."""
    return tuple(PERINCI.get(str(jenis), rincian_umum)(isi))


def rincian_umum(isi: dict) -> Iterator[Butir]:
    """Every leaf of a content by its path."""
    for jalur, nilai in _daun(isi):
        kelompok, _, sisa = jalur.partition(".")
        yield Butir(jalur, _kata(kelompok), _kata(sisa or kelompok), teks_nilai(nilai))


def teks_nilai(nilai) -> str:
    """A leaf as text: numbers and words as they are, ya or tidak for a truth value."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return "" if nilai is None else str(nilai)


def _kata(jalur: str) -> str:
    return jalur.replace("_", " ").replace(".", " · ").capitalize()


def _daun(isi, awalan: str = "") -> Iterator[tuple[str, object]]:
    pasangan = isi.items() if isinstance(isi, dict) else enumerate(isi) if isinstance(isi, list) else None
    if pasangan is None:
        yield awalan, isi
        return
    for kunci, nilai in pasangan:
        yield from _daun(nilai, f"{awalan}.{kunci}" if awalan else str(kunci))
