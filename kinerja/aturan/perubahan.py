"""The difference between two versions of a plan, field by field, and the steps of a revision. PermenPANRB 6/2022.

A plan's content is a dict as `kinerja.potret` writes it: {"pendekatan", "hasil": [{"kunci", ..., "indikator":
[{"kunci", ...}]}], "ekspektasi": {nilai: teks}, "lampiran": {daftar: [teks]}}. A `kunci` stays the same through every
version. What one of two contents does not speak of is no difference.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import StatusPerubahan

TRANSISI_PERUBAHAN = {
    (StatusPerubahan.DRAF, "ajukan"): StatusPerubahan.DIAJUKAN,
    (StatusPerubahan.DIKEMBALIKAN, "ajukan"): StatusPerubahan.DIAJUKAN,
    (StatusPerubahan.DIAJUKAN, "tarik"): StatusPerubahan.DRAF,
    (StatusPerubahan.DIAJUKAN, "kembalikan"): StatusPerubahan.DIKEMBALIKAN,
    (StatusPerubahan.DIAJUKAN, "setujui"): StatusPerubahan.DISETUJUI,
    (StatusPerubahan.DRAF, "batalkan"): StatusPerubahan.DIBATALKAN,
    (StatusPerubahan.DIKEMBALIKAN, "batalkan"): StatusPerubahan.DIBATALKAN,
}
_KERJA = {
    "ajukan": "diajukan",
    "tarik": "ditarik",
    "kembalikan": "dikembalikan",
    "setujui": "disetujui",
    "batalkan": "dibatalkan",
}

TAMBAH, HAPUS, UBAH = "tambah", "hapus", "ubah"
#: What is compared in a result and in an indicator, with the words of the page, in reading order.
MEDAN_HASIL = (("uraian", "Uraian"), ("jenis", "Jenis"), ("mendukung", "Mendukung"), ("iku", "Mendukung capaian"))
MEDAN_INDIKATOR = (
    ("uraian", "Uraian"),
    ("target", "Target"),
    ("target_atas", "Batas atas rentang"),
    ("satuan", "Satuan"),
    ("bobot", "Bobot"),
    ("arah", "Arah"),
    ("sifat", "Sifat target"),
    ("aspek", "Aspek"),
    ("perspektif", "Perspektif"),
    ("jenis", "Jenis"),
    ("ekspektasi", "Ekspektasi"),
    ("level_bawah", "Di bawah ekspektasi bila"),
    ("level_sesuai", "Sesuai ekspektasi bila"),
    ("level_atas", "Di atas ekspektasi bila"),
)


@dataclass(frozen=True)
class Beda:
    """One field that differs; `lama` or `baru` is "" where there is none."""

    medan: str
    nama: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Butir:
    """One approach, result, indicator, expectation or list of the annex that was added, removed or changed."""

    apa: str
    kunci: str
    uraian: str
    keadaan: str
    satuan: str = ""
    beda: tuple[Beda, ...] = ()


def next_perubahan(status: str, aksi: str) -> StatusPerubahan:
    """The state of a revision after an act. Raises RuleViolation where the state does not allow it."""
    try:
        return TRANSISI_PERUBAHAN[StatusPerubahan(status), aksi]
    except (KeyError, ValueError):
        keadaan = StatusPerubahan(status).label.lower() if status in StatusPerubahan.values else "tidak dikenal"
        raise RuleViolation(
            f"Perubahan ini berstatus {keadaan}, sehingga tidak dapat {_KERJA.get(aksi, 'diubah')}. "
            "Muat ulang halaman untuk melihat keadaannya sekarang."
        ) from None


def bandingkan(lama: dict, baru: dict) -> tuple[Butir, ...]:
    """Everything that differs between two contents, by part: approach, results, indicators, expectations, annex."""
    return (
        *_pendekatan(lama.get("pendekatan"), baru.get("pendekatan")),
        *_baris("hasil", MEDAN_HASIL, _menurut_kunci(lama["hasil"]), _menurut_kunci(baru["hasil"])),
        *_baris("indikator", MEDAN_INDIKATOR, _indikator(lama), _indikator(baru)),
        *_ekspektasi(lama.get("ekspektasi", {}), baru.get("ekspektasi", {})),
        *_lampiran(lama.get("lampiran"), baru.get("lampiran")),
    )


def _pendekatan(lama: str | None, baru: str | None):
    if lama and baru and lama != baru:
        beda = Beda("pendekatan", "Pendekatan", lama, baru)
        yield Butir("pendekatan", "pendekatan", "Bentuk SKP", UBAH, "", (beda,))


def _menurut_kunci(daftar) -> dict[str, dict]:
    return {satu["kunci"]: satu for satu in daftar}


def _indikator(isi: dict) -> dict[str, dict]:
    return {satu["kunci"]: satu for hasil in isi["hasil"] for satu in hasil["indikator"]}


def _baris(apa: str, medan, lama: dict, baru: dict):
    for kunci in [*lama, *(satu for satu in baru if satu not in lama)]:
        if kunci not in baru:
            yield _butir(apa, lama[kunci], HAPUS, _beda(medan, lama[kunci], {}))
        elif kunci not in lama:
            yield _butir(apa, baru[kunci], TAMBAH, _beda(medan, {}, baru[kunci]))
        elif beda := _beda(medan, lama[kunci], baru[kunci]):
            yield _butir(apa, baru[kunci], UBAH, beda)


def _butir(apa: str, isi: dict, keadaan: str, beda: tuple[Beda, ...]) -> Butir:
    return Butir(apa, isi["kunci"], isi["uraian"], keadaan, isi.get("satuan", ""), beda)


def _beda(medan, lama: dict, baru: dict) -> tuple[Beda, ...]:
    return tuple(
        Beda(satu, nama, _teks(lama.get(satu)), _teks(baru.get(satu)))
        for satu, nama in medan
        if _teks(lama.get(satu)) != _teks(baru.get(satu))
    )


def _ekspektasi(lama: dict, baru: dict):
    for nilai in sorted({*lama, *baru}):
        dulu, kini = lama.get(nilai, ""), baru.get(nilai, "")
        if dulu != kini:
            beda = (Beda("ekspektasi", "Ekspektasi khusus", dulu, kini),)
            yield Butir("perilaku", nilai, nilai, _keadaan(dulu, kini), "", beda)


def _keadaan(dulu, kini) -> str:
    return UBAH if dulu and kini else TAMBAH if kini else HAPUS


def _lampiran(lama: dict | None, baru: dict | None):
    """Each list of the annex that differs, line by line: a line that only moved down is no difference."""
    if lama is None or baru is None:
        return
    for jenis in sorted({*lama, *baru}):
        dulu, kini = lama.get(jenis, []), baru.get(jenis, [])
        if dulu != kini:
            yield Butir("lampiran", jenis, jenis, _keadaan(dulu, kini), "", tuple(_beda_baris(dulu, kini)))


def _beda_baris(dulu: list[str], kini: list[str]):
    for kerja, a, b, c, d in SequenceMatcher(None, dulu, kini, autojunk=False).get_opcodes():
        if kerja == "equal":
            continue
        for nomor, (lama, baru) in enumerate(zip_longest(dulu[a:b], kini[c:d], fillvalue=""), 1):
            yield Beda("butir", f"Butir {(c if baru else a) + nomor}", lama, baru)


def _teks(nilai) -> str:
    return "" if nilai is None else str(nilai)
