"""A plan's content as plain data, so that a version can be kept, compared and put in force."""

from collections import defaultdict
from decimal import Decimal

from .models import SKP, HasilKerja, Indikator, LampiranSKP, PerubahanSKP
from .pilihan import JenisHasil

HASIL = ("jenis", "uraian", "urutan")
TEKS = (
    "jenis", "uraian", "aspek", "perspektif", "arah", "sifat", "satuan", "ekspektasi", "level_bawah", "level_sesuai",
    "level_atas", "urutan",
)  # fmt: skip
ANGKA = ("target", "target_atas", "bobot")
#: What a content holds of a row; other columns of it are never written from a content.
MEDAN_HASIL = (*HASIL, "mendukung", "iku", "penempatan", "dicabut_pada")
MEDAN_INDIKATOR = (*TEKS, *ANGKA, "hasil", "dicabut_pada")


def potret(skp: SKP) -> dict:
    """The content of a plan as it stands: approach, results with indicators, expectations, annex. Four queries."""
    hasil = skp.hasil.select_related("mendukung", "iku").prefetch_related("indikator").order_by("urutan", "pk")
    return {
        "pendekatan": skp.pendekatan,
        "hasil": [_hasil(satu) for satu in hasil],
        "ekspektasi": dict(skp.ekspektasi_perilaku.order_by("nilai").values_list("nilai", "ekspektasi")),
        "lampiran": potret_lampiran(skp.lampiran.all()),
    }


def potret_lampiran(baris: list[LampiranSKP]) -> dict[str, list[str]]:
    """The lists of the annex that have lines, each in its order."""
    isi = defaultdict(list)
    for satu in sorted(baris, key=lambda satu: (satu.jenis, satu.urutan, satu.pk)):
        isi[satu.jenis].append(satu.uraian)
    return dict(isi)


def pakai_pendekatan(skp: SKP, isi: dict) -> SKP:
    """The plan in memory as a content would have it: forms and rules of submission ask its approach."""
    skp.pendekatan = isi.get("pendekatan", skp.pendekatan)
    return skp


def isi_pada(skp: SKP, saat) -> dict:
    """The content that was in force at a moment: what stood before the first revision approved after it."""
    kemudian = skp.perubahan.disetujui().filter(diputus_pada__gt=saat).first()
    return kemudian.isi_lama if kemudian else potret(skp)


def _hasil(hasil: HasilKerja) -> dict:
    return {
        "kunci": f"h{hasil.pk}",
        **{nama: getattr(hasil, nama) for nama in HASIL},
        "mendukung_id": hasil.mendukung_id,
        "mendukung": hasil.mendukung.uraian if hasil.mendukung_id else "",
        "iku_id": hasil.iku_id,
        "iku": hasil.iku.nama if hasil.iku_id else "",
        "penempatan_id": hasil.penempatan_id,
        "indikator": [potret_indikator(satu) for satu in hasil.indikator.all()],
    }


def potret_indikator(indikator: Indikator, kunci: str = "") -> dict:
    """An indicator as plain data: numbers as canonical text."""
    return {
        "kunci": kunci or f"i{indikator.pk}",
        **{nama: getattr(indikator, nama) for nama in TEKS},
        **{nama: tulis_kanonik(getattr(indikator, nama)) for nama in ANGKA},
    }


def tulis_kanonik(nilai: Decimal | None) -> str | None:
    """A number as text without zeros at the end, so that 50 and 50.0000 are no difference."""
    if nilai is None:
        return None
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks


def pk_kunci(kunci: str) -> int:
    """The id behind a key of what exists already; a negative number for what is new in a revision."""
    return int(kunci[1:]) * (-1 if kunci[0] == "b" else 1)


def tulis_kunci(awalan: str, pk: int) -> str:
    """The key of a row by the id that stands for it on a page; `awalan` is h or i."""
    return f"b{-pk}" if pk < 0 else f"{awalan}{pk}"


def cari_hasil(isi: dict, kunci: str) -> dict | None:
    return next((satu for satu in isi["hasil"] if satu["kunci"] == kunci), None)


def cari_indikator(isi: dict, kunci: str) -> tuple[dict, dict] | None:
    """(result, indicator) of that key."""
    return next(
        ((hasil, satu) for hasil in isi["hasil"] for satu in hasil["indikator"] if satu["kunci"] == kunci), None
    )


def bentuk_hasil(skp: SKP, isi: dict) -> HasilKerja:
    """A result as an unsaved row: the forms and the rules of submission read it like any other."""
    return HasilKerja(
        pk=pk_kunci(isi["kunci"]),
        skp=skp,
        mendukung_id=isi["mendukung_id"],
        iku_id=isi["iku_id"],
        penempatan_id=isi.get("penempatan_id"),
        **{nama: isi[nama] for nama in HASIL},
    )


def bentuk_indikator(hasil: HasilKerja, isi: dict) -> Indikator:
    """An indicator as an unsaved row."""
    return Indikator(
        pk=pk_kunci(isi["kunci"]),
        hasil=hasil,
        **{nama: isi[nama] for nama in TEKS},
        **{nama: None if isi[nama] is None else Decimal(isi[nama]) for nama in ANGKA},
    )


def bentuk_semua(skp: SKP, isi: dict) -> list[tuple[HasilKerja, list[Indikator]]]:
    """The whole content as unsaved rows."""
    pasangan = []
    for satu in isi["hasil"]:
        hasil = bentuk_hasil(skp, satu)
        pasangan.append((hasil, [bentuk_indikator(hasil, ind) for ind in satu["indikator"]]))
    return pasangan


def bobot_utama(isi: dict) -> list[Decimal | None]:
    """The weights of the main indicators of a content."""
    return [
        None if ind["bobot"] is None else Decimal(ind["bobot"])
        for hasil in isi["hasil"]
        if hasil["jenis"] == JenisHasil.UTAMA
        for ind in hasil["indikator"]
    ]


def indikator_pada(pasangan: set[tuple]) -> dict[tuple, list[Indikator]]:
    """The indicators of the version that was in force at a moment, by (plan's id, moment), in the order of the page.

    A revision that was approved later changes neither the targets nor the weights of what was to be done before.
    Two queries however many plans.
    """
    kini, lewat = _indikator_kini({skp for skp, _ in pasangan}), _versi_lewat({skp for skp, _ in pasangan})
    return {(skp, saat): _pilih_versi(lewat.get(skp, ()), saat) or kini[skp] for skp, saat in pasangan}


def _indikator_kini(skp_ids) -> dict[int, list[Indikator]]:
    baris = Indikator.objects.filter(hasil__skp__in=skp_ids).select_related("hasil")
    hasil = defaultdict(list)
    for satu in baris.order_by("-hasil__jenis", "hasil__urutan", "hasil_id", "urutan", "pk"):
        hasil[satu.hasil.skp_id].append(satu)
    return hasil


def _versi_lewat(skp_ids) -> dict[int, list[PerubahanSKP]]:
    """The approved revisions of each plan, oldest first."""
    hasil = defaultdict(list)
    for satu in PerubahanSKP.objects.filter(skp__in=skp_ids).disetujui().select_related("skp"):
        hasil[satu.skp_id].append(satu)
    return hasil


def _pilih_versi(perubahan, saat) -> list[Indikator] | None:
    """The indicators before the first revision that came after that moment; None where the present ones stand."""
    kemudian = next((satu for satu in perubahan if satu.diputus_pada > saat), None)
    if kemudian is None:
        return None
    semua = [ind for _, daftar in bentuk_semua(kemudian.skp, kemudian.isi_lama) for ind in daftar]
    return sorted(semua, key=lambda ind: (ind.hasil.jenis != JenisHasil.UTAMA, ind.hasil.urutan, ind.urutan, ind.pk))
