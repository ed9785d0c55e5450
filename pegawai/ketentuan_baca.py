"""Which dataclass reads which kind of ketentuan. Each app registers its own when it is ready."""

from collections.abc import Callable

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
