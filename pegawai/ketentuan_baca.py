"""Which dataclass reads which kind of ketentuan. Each app registers its own when it is ready."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

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
    legal source of that number by default. `pilihan` are the words of a value that is a code: (code, words).
    """

    jalur: str
    kelompok: str
    nama: str
    nilai: str
    satuan: str = ""
    dasar: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()

    @property
    def kata(self) -> str:
        """The value as people read it: the words of a code, a number as it is."""
        return dict(self.pilihan).get(self.nilai, self.nilai)

    @property
    def berkode(self) -> bool:
        """Is the value a code that has words of its own?"""
        return self.nilai in dict(self.pilihan)

    @property
    def ukuran(self) -> str:
        """The unit beside the value; words have none."""
        return "" if self.berkode else self.satuan


#: Filled by the AppConfig of each app: JenisKetentuan -> every number of a content, in reading order.
PERINCI: dict[str, Callable[[dict], Iterable[Butir]]] = {}


def daftarkan_rincian(jenis: str, perinci: Callable[[dict], Iterable[Butir]]) -> None:
    """Say how the numbers of ketentuan of that kind are named."""
    PERINCI[str(jenis)] = perinci


def rincian(jenis: str, isi: dict, dasar: Mapping[str, str] | None = None) -> tuple[Butir, ...]:
    """Every number of a content, named by its app; what no app has named is listed by its path.

    `dasar` maps paths to a legal source of their own.
    """
    sumber = dasar or {}
    butir = PERINCI.get(str(jenis), rincian_umum)(isi)
    return tuple(replace(satu, dasar=sumber.get(satu.jalur, satu.dasar)) for satu in butir)


@dataclass(frozen=True, slots=True)
class Beda:
    """One number that differs between two versions; empty where one of them does not have it."""

    kelompok: str
    nama: str
    dari: str
    ke: str
    satuan: str
    dasar: str


@dataclass(frozen=True, slots=True)
class Sebutan:
    """How an app names one leaf of a content; see Butir."""

    nama: str
    satuan: str = ""
    kelompok: str = "Umum"
    pilihan: tuple[tuple[str, str], ...] = ()
    dasar: str = ""


def bandingkan(lama: Iterable[Butir], baru: Iterable[Butir]) -> list[Beda]:
    """The numbers that differ, in the order of the newer version, those that are gone last."""
    dulu, kini = ({satu.jalur: satu for satu in butir} for butir in (lama, baru))
    return [
        Beda(s.kelompok, s.nama, _kata_nilai(dulu.get(s.jalur)), _kata_nilai(kini.get(s.jalur)), s.ukuran, s.dasar)
        for jalur, s in ({**kini, **{j: b for j, b in dulu.items() if j not in kini}}).items()
        if _nilai(dulu.get(jalur)) != _nilai(kini.get(jalur))
    ]


def _nilai(butir: Butir | None) -> str:
    return butir.nilai if butir else ""


def _kata_nilai(butir: Butir | None) -> str:
    return butir.kata if butir else ""


def rincian_umum(isi: dict) -> Iterator[Butir]:
    """Every leaf of a content by its path."""
    for jalur, nilai in _daun(isi):
        kelompok, _, sisa = jalur.partition(".")
        yield Butir(jalur, _kata(kelompok) if sisa else "Umum", _kata(sisa or kelompok), teks_nilai(nilai))


def rincian_bernama(sebutan: Mapping[str, Sebutan | tuple]) -> Callable[[dict], Iterator[Butir]]:
    """The leaves that `sebutan` names, in its order, then the others by their path. A tuple is a Sebutan."""
    nama = {jalur: satu if isinstance(satu, Sebutan) else Sebutan(*satu) for jalur, satu in sebutan.items()}

    def perinci(isi: dict) -> Iterator[Butir]:
        daun = {butir.jalur: butir for butir in rincian_umum(isi)}
        for jalur, s in nama.items():
            if jalur in daun:
                yield Butir(jalur, s.kelompok, s.nama, daun.pop(jalur).nilai, s.satuan, s.dasar, s.pilihan)
        yield from daun.values()

    return perinci


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


def pasang(isi: Mapping, ubah: Mapping[str, str]) -> dict:
    """A copy of a content with the numbers at these paths set to these canonical texts. Raises RuleViolation."""
    baru = deepcopy(dict(isi))
    for jalur, teks in ubah.items():
        _pasang(baru, jalur, teks)
    return baru


def angka_di(isi: Mapping, jalur: str) -> str:
    """The canonical text of the number at that path. Raises RuleViolation for an unknown path."""
    wadah = isi
    for kunci in str(jalur).split("."):
        wadah = _turun(wadah, kunci, jalur)
    return teks_nilai(wadah)


def _pasang(isi: dict, jalur: str, teks: str) -> None:
    wadah, kunci = isi, str(jalur).split(".")
    for satu in kunci[:-1]:
        wadah = _turun(wadah, satu, jalur)
    lama = _turun(wadah, kunci[-1], jalur)
    if not isinstance(lama, str | int):
        raise RuleViolation(f"“{str(jalur)[:60]}” bukan satu angka yang dapat diubah.")
    wadah[_kunci(wadah, kunci[-1])] = _baca(lama, teks, jalur)


def _turun(wadah, kunci: str, jalur: str):
    try:
        return wadah[_kunci(wadah, kunci)]
    except (KeyError, IndexError, TypeError, ValueError):
        raise RuleViolation(f"Ketentuan tidak mempunyai angka “{str(jalur)[:60]}”.") from None


def _kunci(wadah, kunci: str):
    """The key as that container wants it: a list by a short ASCII number."""
    if not isinstance(wadah, list):
        return kunci
    if not (kunci.isascii() and kunci.isdigit() and len(kunci) < 4):
        raise ValueError(kunci)
    return int(kunci)


def _baca(lama, teks: str, jalur: str):
    if isinstance(lama, str):
        return teks
    if isinstance(lama, bool):
        return _baca_ya(teks, jalur)
    if not (teks.isascii() and teks.isdigit() and len(teks) < 10):
        raise RuleViolation(f"“{jalur}”: isi dengan bilangan bulat 0 atau lebih, bukan {teks[:40]!r}.")
    return int(teks)


def _baca_ya(teks: str, jalur: str) -> bool:
    if teks not in ("ya", "tidak"):
        raise RuleViolation(f"“{jalur}”: isi dengan ya atau tidak, bukan {teks[:40]!r}.")
    return teks == "ya"
