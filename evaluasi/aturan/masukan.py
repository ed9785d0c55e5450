"""The inputs of one evaluation as plain values: what is stored, and from which it can be recomputed."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from kinerja.pilihan import Arah, JenisHasil, JenisIndikator, NilaiDasar, SifatTarget
from mataram_asn.kit.galat import RuleViolation

from ..pilihan import PredikatOrganisasi, Rating
from . import baca
from .kalibrasi import MasukanKalibrasi
from .ketentuan import KetentuanPenilaian
from .koreksi import Koreksi

#: Version of the stored form. Form 1 had no calibration and is read as having none.
BENTUK = 2
_TANPA_KALIBRASI = 1

Hitungan = tuple[int, int, int, int]
"""How many people answered 1, 2, 3 and 4."""

KOSONG: Hitungan = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Bukti:
    """A piece of evidence by name; `sidik` is the SHA-256 of the stored file, `tautan` the link."""

    nama: str
    sidik: str = ""
    tautan: str = ""

    def ke_dict(self) -> dict:
        return {"nama": self.nama, "sidik": self.sidik, "tautan": self.tautan}

    @classmethod
    def dari_dict(cls, isi: dict) -> Bukti:
        baca.kamus(isi, ("nama", "sidik", "tautan"), "Bukti dukung")
        return cls(**{kunci: baca.teks(nilai, f"Bukti dukung, {kunci}") for kunci, nilai in isi.items()})


@dataclass(frozen=True, slots=True)
class MasukanIndikator:
    """One indicator with its target for the whole SKP, its realisasi, and what the atasan set.

    `bobot` is in percent and None for tambahan. `target` and `target_atas` are in `satuan`; the annual target is
    turned into that of the period by `sifat`. `rating` None accepts the suggestion. `tidak_dinilai` needs `alasan`.
    """

    kunci: str
    uraian: str
    jenis_hasil: JenisHasil
    jenis: JenisIndikator
    bobot: Decimal | None = None
    arah: Arah | None = None
    sifat: SifatTarget = SifatTarget.TETAP
    target: Decimal | None = None
    target_atas: Decimal | None = None
    satuan: str = ""
    realisasi: Decimal | None = None
    uraian_realisasi: str = ""
    dicatat_pada: str = ""
    bukti: tuple[Bukti, ...] = ()
    rating: Rating | None = None
    alasan: str = ""
    tidak_dinilai: bool = False
    hasil: str = ""
    dicatat_oleh: str = ""

    def ke_dict(self) -> dict:
        """The JSON-able form; without `dicatat_oleh` where nobody is named."""
        isi = {bidang: getattr(self, bidang) for bidang in _BIDANG_INDIKATOR}
        if not self.dicatat_oleh:
            del isi["dicatat_oleh"]
        for bidang in _DESIMAL:
            isi[bidang] = baca.ke_teks(isi[bidang])
        for bidang in _PILIHAN:
            isi[bidang] = isi[bidang] and str(isi[bidang])
        isi["bukti"] = [bukti.ke_dict() for bukti in self.bukti]
        return isi

    @classmethod
    def dari_dict(cls, isi: dict) -> MasukanIndikator:
        nama = "Indikator"
        nilai = dict(baca.kamus(_dengan_pencatat(isi), _BIDANG_INDIKATOR, nama))
        for bidang in _DESIMAL:
            nilai[bidang] = baca.atau_kosong(baca.desimal, nilai[bidang], f"{nama}, {bidang}")
        for bidang, kelas in _PILIHAN.items():
            nilai[bidang] = baca.atau_kosong(baca.pilihan, nilai[bidang], kelas, f"{nama}, {bidang}")
        for bidang in (
            "kunci",
            "uraian",
            "satuan",
            "uraian_realisasi",
            "dicatat_pada",
            "alasan",
            "hasil",
            "dicatat_oleh",
        ):
            baca.teks(nilai[bidang], f"{nama}, {bidang}")
        baca.benar(nilai["tidak_dinilai"], f"{nama}, tidak dapat dinilai")
        nilai["bukti"] = tuple(Bukti.dari_dict(bukti) for bukti in baca.daftar(nilai["bukti"], "Bukti dukung"))
        return cls(**nilai)


def _dengan_pencatat(isi):
    """What was stored before the recorder was named."""
    return {"dicatat_oleh": "", **isi} if isinstance(isi, dict) else isi


_BIDANG_INDIKATOR = tuple(bidang.name for bidang in fields(MasukanIndikator))
_TEKS_INDIKATOR = (
    "kunci",
    "uraian",
    "satuan",
    "uraian_realisasi",
    "dicatat_pada",
    "dicatat_oleh",
    "alasan",
    "hasil",
)
_DESIMAL = ("bobot", "target", "target_atas", "realisasi")
_PILIHAN = {
    "jenis_hasil": JenisHasil,
    "jenis": JenisIndikator,
    "arah": Arah,
    "sifat": SifatTarget,
    "rating": Rating,
}


@dataclass(frozen=True, slots=True)
class MasukanNilai:
    """The atasan's rating of one of the seven values."""

    nilai: NilaiDasar
    rating: Rating
    alasan: str = ""

    def ke_dict(self) -> dict:
        return {"nilai": str(self.nilai), "rating": str(self.rating), "alasan": self.alasan}

    @classmethod
    def dari_dict(cls, isi: dict) -> MasukanNilai:
        baca.kamus(isi, ("nilai", "rating", "alasan"), "Nilai perilaku")
        return cls(
            baca.pilihan(isi["nilai"], NilaiDasar, "Nilai dasar"),
            baca.pilihan(isi["rating"], Rating, "Rating nilai dasar"),
            baca.teks(isi["alasan"], "Alasan nilai dasar"),
        )


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What the public answered, as counts of 1–4: the face, SKM perilaku, SKM kompetensi."""

    wajah: Hitungan = KOSONG
    perilaku: Hitungan = KOSONG
    kompetensi: Hitungan = KOSONG

    def ke_dict(self) -> dict:
        return {"wajah": list(self.wajah), "perilaku": list(self.perilaku), "kompetensi": list(self.kompetensi)}

    @classmethod
    def dari_dict(cls, isi: dict) -> Jawaban:
        baca.kamus(isi, ("wajah", "perilaku", "kompetensi"), "Umpan balik")
        return cls(**{kunci: _hitungan(nilai) for kunci, nilai in isi.items()})


def _hitungan(isi) -> Hitungan:
    return tuple(baca.cacah(n, "Banyaknya jawaban") for n in baca.daftar(isi, "Banyaknya jawaban", 4))


@dataclass(frozen=True, slots=True)
class MasukanEvaluasi:
    """Everything the evaluation of one person over one segment is computed from.

    `mulai`–`selesai` is the segment (inclusive); `skp_mulai`–`skp_selesai` the SKP that the annual targets belong to.
    `publik_sendiri` and `publik_layanan` None: the public does not meet this person (*tidak berlaku*).
    `koreksi` are the figures that a decided objection changed; they explain and are not computed with.
    `rating_*` None accepts the suggestion. `dikonfirmasi_oleh` is the pengelola who confirmed that more than half of
    the weight cannot be rated. `ditetapkan_pada` is the ISO text of the moment.
    `kalibrasi` are the changes in force, in order; the last one of an axis is its rating.
    """

    mulai: date
    selesai: date
    skp_mulai: date
    skp_selesai: date
    indikator: tuple[MasukanIndikator, ...]
    perilaku: tuple[MasukanNilai, ...]
    ketentuan: KetentuanPenilaian
    ketentuan_versi: str = ""
    dasar_hukum: str = ""
    publik_sendiri: Jawaban | None = None
    publik_layanan: Jawaban | None = None
    nama_layanan: str = ""
    kepala: bool = False
    predikat_organisasi: PredikatOrganisasi | None = None
    rating_hasil: Rating | None = None
    alasan_hasil: str = ""
    rating_perilaku: Rating | None = None
    alasan_perilaku: str = ""
    dikonfirmasi_oleh: str = ""
    penilai: str = ""
    ditetapkan_pada: str = ""
    kalibrasi: tuple[MasukanKalibrasi, ...] = ()
    koreksi: tuple[Koreksi, ...] = ()

    def ke_dict(self) -> dict:
        """The JSON-able form: decimals and dates as text; without `koreksi` where there is none."""
        isi = {bidang: getattr(self, bidang) for bidang in _BIDANG_EVALUASI}
        for bidang in _TANGGAL:
            isi[bidang] = isi[bidang].isoformat()
        for bidang in _PILIHAN_EVALUASI:
            isi[bidang] = isi[bidang] and str(isi[bidang])
        for bidang in ("publik_sendiri", "publik_layanan"):
            isi[bidang] = isi[bidang] and isi[bidang].ke_dict()
        isi["indikator"] = [indikator.ke_dict() for indikator in self.indikator]
        isi["perilaku"] = [nilai.ke_dict() for nilai in self.perilaku]
        isi["kalibrasi"] = [satu.ke_dict() for satu in self.kalibrasi]
        isi["ketentuan"] = self.ketentuan.ke_dict()
        isi["koreksi"] = [koreksi.ke_dict() for koreksi in self.koreksi]
        if not self.koreksi:
            del isi["koreksi"]
        return {"bentuk": BENTUK, **isi}

    @classmethod
    def dari_dict(cls, isi: dict, ketentuan: KetentuanPenilaian | None = None) -> MasukanEvaluasi:
        """Read the stored form strictly. Raises RuleViolation with the field and what it should be.

        `ketentuan` is the stored one where the caller has read it already, for many results of one siklus.
        """
        nilai = dict(baca.kamus(_bentuk_kini(isi), ("bentuk", *_BIDANG_EVALUASI), "Masukan evaluasi"))
        if nilai.pop("bentuk") != BENTUK:
            raise RuleViolation(
                f"Masukan evaluasi tersimpan dalam bentuk yang tidak dikenal; bentuk yang dikenal sampai {BENTUK}."
            )
        for bidang in _TANGGAL:
            nilai[bidang] = baca.tanggal(nilai[bidang], bidang)
        for bidang, kelas in _PILIHAN_EVALUASI.items():
            nilai[bidang] = baca.atau_kosong(baca.pilihan, nilai[bidang], kelas, bidang)
        for bidang in _TEKS_EVALUASI:
            baca.teks(nilai[bidang], bidang)
        for bidang in ("publik_sendiri", "publik_layanan"):
            nilai[bidang] = baca.atau_kosong(Jawaban.dari_dict, nilai[bidang])
        baca.benar(nilai["kepala"], "kepala")
        nilai["indikator"] = tuple(map(MasukanIndikator.dari_dict, baca.daftar(nilai["indikator"], "Indikator")))
        nilai["perilaku"] = tuple(map(MasukanNilai.dari_dict, baca.daftar(nilai["perilaku"], "Perilaku")))
        nilai["kalibrasi"] = tuple(map(MasukanKalibrasi.dari_dict, baca.daftar(nilai["kalibrasi"], "Kalibrasi")))
        nilai["ketentuan"] = ketentuan or KetentuanPenilaian.dari(nilai["ketentuan"])
        nilai["koreksi"] = tuple(map(Koreksi.dari_dict, baca.daftar(nilai["koreksi"], "Koreksi")))
        return cls(**nilai)


def _bentuk_kini(isi):
    """What was stored in an earlier form, in today's; `koreksi` stands only where an objection changed something."""
    if isinstance(isi, dict):
        isi = {"koreksi": [], **isi}
    if isinstance(isi, dict) and isi.get("bentuk") == _TANPA_KALIBRASI and "kalibrasi" not in isi:
        return {**isi, "bentuk": BENTUK, "kalibrasi": []}
    return isi


_BIDANG_EVALUASI = tuple(bidang.name for bidang in fields(MasukanEvaluasi))
_TANGGAL = ("mulai", "selesai", "skp_mulai", "skp_selesai")
_PILIHAN_EVALUASI = {
    "predikat_organisasi": PredikatOrganisasi,
    "rating_hasil": Rating,
    "rating_perilaku": Rating,
}
_TEKS_EVALUASI = (
    "ketentuan_versi",
    "dasar_hukum",
    "nama_layanan",
    "alasan_hasil",
    "alasan_perilaku",
    "dikonfirmasi_oleh",
    "penilai",
    "ditetapkan_pada",
)
