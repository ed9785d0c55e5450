"""What is unusual in a plan that waits for approval: hints in words, never a refusal. [D]

The bounds are a dated ketentuan of the city; the caller passes them in (`Batas`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from mataram_asn.kit.kata import tulis_angka
from pegawai.aturan.isian import cacah, desimal, kamus

from ..pilihan import JenisHasil, SebabTakBiasa
from .bawaan import PERSETUJUAN


@dataclass(frozen=True)
class Batas:
    """From where on something is unusual. Shares are of 1, weights in %."""

    bobot_terbesar: Decimal
    target_turun: Decimal
    target_jauh: Decimal
    rekan_minimum: int
    indikator_selisih: int

    @classmethod
    def dari(cls, isi: dict) -> Batas:
        """Read a stored ketentuan (percent). Raises RuleViolation with what cannot be read."""
        kamus(isi, tuple(PERSETUJUAN), "Peninjauan SKP")
        return cls(
            desimal(isi["bobot_terbesar"], "Bobot terbesar yang wajar (%)", "1", "100"),
            desimal(isi["target_turun"], "Target turun bila di bawah (% tahun lalu)", "0", "100") / 100,
            desimal(isi["target_jauh"], "Target jauh bila berbeda lebih dari (% rekan)", "1", "1000") / 100,
            cacah(isi["rekan_minimum"], "Rekan paling sedikit untuk dibandingkan (orang)", 2, 100),
            cacah(isi["indikator_selisih"], "Selisih indikator dari rekan", 1, 50),
        )


@dataclass(frozen=True)
class Ukur:
    """One indicator: words, weight, aspect, unit and target (None where there is none)."""

    uraian: str
    jenis_hasil: str
    bobot: Decimal | None
    aspek: str
    satuan: str = ""
    target: Decimal | None = None
    arah: str = "naik"


@dataclass(frozen=True)
class Isi:
    """A plan: its indicators, how many results name what they serve, and how many there are."""

    indikator: tuple[Ukur, ...]
    hasil: int
    terkait: int


@dataclass(frozen=True)
class Banding:
    """What a plan is held against: last year's own, and the peers in the same position this year."""

    lalu: tuple[Ukur, ...] = ()
    #: how many indicators each peer has
    rekan: tuple[int, ...] = ()
    #: the targets of peers by (words, unit) of the indicator
    target_rekan: dict[tuple[str, str], tuple[Decimal, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Catatan:
    """One hint: its kind, and the sentence with the figures that caused it."""

    sebab: SebabTakBiasa
    kalimat: str


def tinjau(isi: Isi, banding: Banding, batas: Batas) -> tuple[Catatan, ...]:
    """Every hint about one plan, in the order of the page."""
    return tuple(catatan for aturan in _ATURAN for catatan in aturan(isi, banding, batas))


def _utama(isi: Isi) -> list[Ukur]:
    return [satu for satu in isi.indikator if satu.jenis_hasil == JenisHasil.UTAMA]


def _bobot(isi: Isi, banding: Banding, batas: Batas):
    berbobot = [satu for satu in _utama(isi) if satu.bobot is not None]
    if len(berbobot) < 2:
        return
    terberat = max(berbobot, key=lambda satu: satu.bobot)
    if terberat.bobot > batas.bobot_terbesar:
        yield Catatan(
            SebabTakBiasa.BOBOT_TIMPANG,
            f"Satu indikator menanggung {tulis_angka(terberat.bobot, 'ringkas')} % bobot: “{terberat.uraian}”.",
        )


def _turun(isi: Isi, banding: Banding, batas: Batas):
    lalu = {(satu.uraian.casefold(), satu.satuan): satu for satu in banding.lalu if satu.target}
    for satu in isi.indikator:
        dulu = lalu.get((satu.uraian.casefold(), satu.satuan))
        if dulu is None or satu.target is None or dulu.arah != satu.arah or satu.arah == "rentang":
            continue
        mudah = satu.target < dulu.target * batas.target_turun if satu.arah == "naik" else (
            satu.target * batas.target_turun > dulu.target
        )  # fmt: skip
        if mudah:
            yield Catatan(
                SebabTakBiasa.TARGET_TURUN,
                f"Target “{satu.uraian}” {tulis_angka(satu.target, 'ringkas')} {satu.satuan}; "
                f"tahun lalu {tulis_angka(dulu.target, 'ringkas')} {satu.satuan}.",
            )


def _sedikit(isi: Isi, banding: Banding, batas: Batas):
    if len(banding.rekan) < batas.rekan_minimum:
        return
    tengah = sorted(banding.rekan)[len(banding.rekan) // 2]
    if len(isi.indikator) <= tengah - batas.indikator_selisih:
        yield Catatan(
            SebabTakBiasa.SEDIKIT,
            f"{len(isi.indikator)} indikator; rekan pada jabatan yang sama umumnya {tengah}.",
        )


def _kaitan(isi: Isi, banding: Banding, batas: Batas):
    if isi.hasil and not isi.terkait:
        yield Catatan(SebabTakBiasa.TANPA_KAITAN, "Tidak satu pun hasil kerja dikaitkan dengan hasil kerja atasan.")
    elif isi.terkait < isi.hasil:
        yield Catatan(
            SebabTakBiasa.TANPA_KAITAN,
            f"{isi.hasil - isi.terkait} dari {isi.hasil} hasil kerja belum dikaitkan dengan hasil kerja atasan.",
        )


def _aspek(isi: Isi, banding: Banding, batas: Batas):
    utama = _utama(isi)
    if len(utama) >= 3 and len({satu.aspek for satu in utama}) == 1:
        yield Catatan(SebabTakBiasa.SATU_ASPEK, f"Semua indikator hanya mengukur aspek {utama[0].aspek}.")


def _salinan(isi: Isi, banding: Banding, batas: Batas):
    kini = [(satu.uraian, satu.target) for satu in isi.indikator]
    if kini and sorted(kini, key=str) == sorted(((satu.uraian, satu.target) for satu in banding.lalu), key=str):
        yield Catatan(SebabTakBiasa.SALINAN, "Isi dan target sama persis dengan SKP tahun lalu.")


def _jauh(isi: Isi, banding: Banding, batas: Batas):
    for satu in isi.indikator:
        rekan = banding.target_rekan.get((satu.uraian, satu.satuan), ())
        if satu.target is None or len(rekan) < batas.rekan_minimum:
            continue
        tengah = sorted(rekan)[len(rekan) // 2]
        if tengah and abs(satu.target - tengah) > batas.target_jauh * tengah:
            yield Catatan(
                SebabTakBiasa.TARGET_JAUH,
                f"Target “{satu.uraian}” {tulis_angka(satu.target, 'ringkas')} {satu.satuan}; "
                f"{len(rekan)} rekan pada jabatan yang sama umumnya {tulis_angka(tengah, 'ringkas')}.",
            )


_ATURAN = (_bobot, _turun, _sedikit, _kaitan, _aspek, _salinan, _jauh)
