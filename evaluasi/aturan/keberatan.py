"""Objection: which figures can be contested, what a decision makes of them, when it is taken. PP 30/2019 art. 59."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from kinerja.pilihan import JenisIndikator
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import Simpul
from pegawai.aturan.isian import cacah, desimal, kamus

from ..pilihan import Pihak, Rating, StatusKeberatan
from .baca import ke_teks
from .hasil import Waktu, timbang
from .hitung import hitung_angka
from .koreksi import Koreksi
from .masukan import KOSONG, MasukanEvaluasi, MasukanIndikator
from .publik import UNSUR_NILAI

TRANSISI_KEBERATAN = {
    (StatusKeberatan.DISAMPAIKAN, "terima"): StatusKeberatan.DITERIMA,
    (StatusKeberatan.DISAMPAIKAN, "ajukan"): StatusKeberatan.KEBERATAN,
    (StatusKeberatan.KEBERATAN, "periksa"): StatusKeberatan.PEMERIKSAAN,
    (StatusKeberatan.PEMERIKSAAN, "tetapkan"): StatusKeberatan.TETAP,
    (StatusKeberatan.PEMERIKSAAN, "ubah"): StatusKeberatan.DIUBAH,
}

#: What a contested public part becomes when the decision leaves it out.
TIDAK_DIHITUNG = "tidak_dihitung"

#: The kinds of figure that the assessor or the data set, by the beginning of their key in the tree.
JENIS_BUTIR = {
    "putusan": "Rating indikator",
    "realisasi": "Realisasi",
    "atasan": "Rating nilai perilaku",
    "publik": "Umpan balik masyarakat",
    "rating_hasil": "Rating hasil kerja",
    "rating_perilaku": "Rating perilaku kerja",
}


@dataclass(frozen=True, slots=True)
class KetentuanKeberatan:
    """Days for a statement of each side, days in which a decision is expected, and the quiet watch afterwards.

    `pantau_siklus` results of the same pair are read; `pantau_selisih` is in points of the index (0–120).
    """

    keterangan_hari: int
    putusan_hari: int
    pantau_siklus: int
    pantau_selisih: Decimal

    @classmethod
    def dari(cls, isi: dict) -> KetentuanKeberatan:
        """Read a stored ketentuan strictly. Raises RuleViolation."""
        kamus(isi, cls.__slots__, "Ketentuan keberatan")
        return cls(
            cacah(isi["keterangan_hari"], "Hari memberi keterangan", 1, 60),
            cacah(isi["putusan_hari"], "Hari memutus keberatan", 1, 180),
            cacah(isi["pantau_siklus"], "Siklus yang dipantau", 1, 8),
            desimal(isi["pantau_selisih"], "Selisih yang dipantau", "0.01", "120"),
        )


def status_keberatan(status: str, aksi: str) -> StatusKeberatan:
    """The state after that act. Raises RuleViolation where the state does not allow it."""
    try:
        return TRANSISI_KEBERATAN[StatusKeberatan(status), aksi]
    except KeyError:
        raise RuleViolation(
            f"Keadaannya sekarang: {StatusKeberatan(status).label.lower()}. Muat ulang halaman untuk melihatnya."
        ) from None


def jenis_butir(kunci: str) -> str:
    """The kind of a figure by its key: "realisasi:12" is "realisasi"."""
    return kunci.partition(":")[0]


def butir_terbuka(masukan: MasukanEvaluasi, pohon: Simpul) -> dict[str, Simpul]:
    """The figures of one result that can be contested, by their key: what the assessor or the data set.

    Not the realisasi told in words (its rating can be contested), not the achievement of the office that a head
    takes over, and the public's part only where it was counted.
    """
    return {satu.kunci: satu for satu in pohon.telusuri() if _terbuka(satu, masukan)}


def _terbuka(simpul: Simpul, masukan: MasukanEvaluasi) -> bool:
    jenis, _, sisa = simpul.kunci.partition(":")
    if jenis not in JENIS_BUTIR or ":" in sisa:
        return False
    if jenis == "realisasi":
        return _indikator(masukan, sisa).jenis == JenisIndikator.KUANTITATIF
    if jenis == "publik":
        return simpul.nilai is not None
    return not (jenis == "rating_hasil" and masukan.kepala)


def nilai_semula(masukan: MasukanEvaluasi, kunci: str, simpul: Simpul) -> str:
    """What the figure is now, in words or canonical digits."""
    jenis, _, sisa = kunci.partition(":")
    if jenis == "realisasi":
        return ke_teks(_indikator(masukan, sisa).realisasi) or "belum tersedia"
    return simpul.nilai or "belum tersedia"


def nilai_sah(kunci: str, nilai: str | Decimal) -> str:
    """The new value of a figure as it is stored. Raises RuleViolation where the figure cannot have it."""
    jenis = jenis_butir(kunci)
    if jenis == "realisasi":
        if not isinstance(nilai, Decimal) or not nilai.is_finite() or nilai < 0 or nilai >= Decimal(10) ** 12:
            raise RuleViolation("Isi realisasi yang benar sebagai angka 0 atau lebih.")
        return format(nilai.quantize(Decimal("0.0001")).normalize(), "f")
    sah = (TIDAK_DIHITUNG,) if jenis == "publik" else Rating.values
    if nilai not in sah:
        raise RuleViolation(f"{JENIS_BUTIR[jenis]}: pilih nilai yang baru.")
    return str(nilai)


def nilai_kata(kunci: str, nilai: str) -> str:
    """The new value in words."""
    jenis = jenis_butir(kunci)
    if jenis == "realisasi":
        return nilai
    return "Tidak dihitung" if jenis == "publik" else Rating(nilai).label


def terapkan(
    masukan: MasukanEvaluasi, perubahan: Mapping[str, tuple[str, str]], koreksi: tuple[Koreksi, ...] = ()
) -> MasukanEvaluasi:
    """The inputs with exactly these figures changed: key -> (new value, consideration). Everything else stays.

    A final rating that had accepted the suggestion follows the new one; a rating that differed with a reason stays
    unless it is contested itself.
    """
    baru = _ikuti_usul(masukan, perubahan)
    for kunci, (nilai, alasan) in perubahan.items():
        jenis, _, sisa = kunci.partition(":")
        baru = _UBAH[jenis](baru, sisa, nilai, alasan)
    return replace(baru, koreksi=(*masukan.koreksi, *koreksi))


def _ikuti_usul(masukan: MasukanEvaluasi, perubahan) -> MasukanEvaluasi:
    angka = hitung_angka(masukan)
    lepas = {
        nama: None
        for nama, usul in (("rating_hasil", angka.usul_hasil), ("rating_perilaku", angka.usul_perilaku))
        if getattr(masukan, nama) == usul and nama not in perubahan
    }
    return replace(masukan, **lepas)


def _indikator(masukan: MasukanEvaluasi, kunci: str) -> MasukanIndikator:
    return next(satu for satu in masukan.indikator if satu.kunci == kunci)


def _ganti_indikator(masukan, kunci: str, **isi) -> MasukanEvaluasi:
    baru = tuple(replace(satu, **isi) if satu.kunci == kunci else satu for satu in masukan.indikator)
    return replace(masukan, indikator=baru)


def _ubah_putusan(masukan, kunci, nilai, alasan):
    return _ganti_indikator(masukan, kunci, rating=Rating(nilai), alasan=alasan, tidak_dinilai=False)


def _ubah_realisasi(masukan, kunci, nilai, alasan):
    """A rating that had accepted what the old figure suggested, or that has no reason, follows the new one."""
    lama = _indikator(masukan, kunci)
    ditimbang = timbang(lama, Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai), masukan.ketentuan)
    diterima = ditimbang.usul is not None and ditimbang.rating == ditimbang.usul
    lepas = {"rating": None} if diterima or not lama.alasan.strip() else {}
    return _ganti_indikator(masukan, kunci, realisasi=Decimal(nilai), **lepas)


def _ubah_nilai(masukan, kunci, nilai, alasan):
    baru = tuple(
        replace(satu, rating=Rating(nilai), alasan=alasan) if satu.nilai == kunci else satu for satu in masukan.perilaku
    )
    return replace(masukan, perilaku=baru)


def _ubah_publik(masukan, kunci, nilai, alasan):
    """The answers that this value takes in are left out, whoever they are about."""
    kosong = dict.fromkeys(UNSUR_NILAI[kunci], KOSONG)
    jawaban = {nama: getattr(masukan, nama) for nama in ("publik_sendiri", "publik_layanan")}
    return replace(masukan, **{nama: satu and replace(satu, **kosong) for nama, satu in jawaban.items()})


def _ubah_rating(nama: str):
    def ubah(masukan, kunci, nilai, alasan):
        """A decided rating stands above a calibrated one of the same axis."""
        sisa = tuple(satu for satu in masukan.kalibrasi if satu.sumbu != nama)
        return replace(masukan, kalibrasi=sisa, **{f"rating_{nama}": Rating(nilai), f"alasan_{nama}": alasan})

    return ubah


_UBAH = {
    "putusan": _ubah_putusan,
    "realisasi": _ubah_realisasi,
    "atasan": _ubah_nilai,
    "publik": _ubah_publik,
    "rating_hasil": _ubah_rating("hasil"),
    "rating_perilaku": _ubah_rating("perilaku"),
}


def batas_hari(mulai: datetime, hari: int) -> datetime:
    """The end (half-open) of that many calendar days."""
    return mulai + timedelta(days=hari)


def belum_didengar(didengar: Collection[str], kesempatan_sampai: datetime | None, saat: datetime) -> tuple[Pihak, ...]:
    """The sides that were neither heard nor let their dated chance pass: no decision before that."""
    if kesempatan_sampai is not None and saat >= kesempatan_sampai:
        return ()
    return tuple(pihak for pihak in Pihak if pihak not in didengar)
