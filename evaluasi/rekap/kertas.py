"""What stands on the papers of a plan: the forms of PermenPANRB 6/2022 as plain values for a template.

The kind of form comes from the position and the approach; the same values make the print page and the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from kinerja import potret
from kinerja.aturan import NILAI_DASAR, bentuk_skp
from kinerja.models import SKP, Indikator
from kinerja.pilihan import Arah, JenisHasil, JenisIndikator, JenisLampiran, NilaiDasar
from kinerja.usul import SINGKATAN
from mataram_asn.kit.kata import tulis_angka, tulis_nip, tulis_tanggal
from pegawai.aturan import tulis_pangkat
from pegawai.models import Pegawai
from pegawai.rekap import memimpin_sementara, penempatan_pada

from ..pilihan import JenisDokumen
from .masukan import memimpin_kantor

INSTANSI = "Pemerintah Kota Mataram"


@dataclass(frozen=True)
class Kertas:
    """One paper to be issued: what it is about, and the template with its values. `pegawai`, `penilai`: ids."""

    jenis: str
    objek_id: int
    pegawai_id: int
    penilai_id: int | None
    judul: str
    templat: str
    konteks: dict = field(repr=False)
    versi: int = 1
    evaluasi_id: int | None = None


@dataclass(frozen=True)
class Pihak:
    """One of the two blocks on top of every form."""

    nama: str
    nip: str
    pangkat: str
    jabatan: str
    unit: str

    @property
    def baris(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Nama", self.nama),
            ("NIP", tulis_nip(self.nip)),
            ("Pangkat/gol. ruang", self.pangkat),
            ("Jabatan", self.jabatan),
            ("Unit kerja", self.unit),
        )


TANPA = "–"


def pihak(pegawai: Pegawai | None, jabatan=None, unit=None, pada: date | None = None, bawahan=None) -> Pihak:
    """A person as the form names them; position and unit of that day where they are not given.

    `bawahan` is the position that this person leads: whoever does so as acting holder signs as such.
    """
    if pegawai is None:
        return Pihak(TANPA, TANPA, TANPA, TANPA, TANPA)
    if jabatan is None and pada:
        jabatan, unit = _tempat(pegawai, pada, bawahan)
    return Pihak(
        pegawai.nama_lengkap,
        pegawai.nip or TANPA,
        (tulis_pangkat(pegawai.golongan) if pegawai.golongan else "") or TANPA,
        str(jabatan or TANPA),
        str(unit or TANPA),
    )


def _tempat(pegawai: Pegawai, pada: date, bawahan) -> tuple[object, object]:
    """Position and unit of a day: the acting one where it is what they lead by, with the definitive one behind it."""
    definitif = penempatan_pada([pegawai.pk], pada).get(pegawai.pk)
    jabatan = definitif.jabatan if definitif else None
    wakil = memimpin_sementara(pegawai.pk, bawahan.pk, pada) if bawahan else None
    if wakil is None:
        return jabatan, jabatan.unit if jabatan else None
    nama = f"{SINGKATAN[wakil.jenis]} {wakil.jabatan}"
    return f"{nama} (definitif: {jabatan})" if jabatan else nama, wakil.jabatan.unit


@dataclass(frozen=True)
class Bentuk:
    """Which form a plan is printed on. `kolom` are its headings in order, without the number."""

    nama: str
    judul: str
    kolom: tuple[str, ...]
    kualitatif: bool
    jpt: bool
    ukuran: str


def bentuk_kertas(skp: SKP) -> Bentuk:
    """The form of a plan, by the same rule as its page."""
    bentuk = bentuk_skp(skp.jabatan.jenis, skp.pendekatan, pimpinan_mandiri=memimpin_kantor(skp.jabatan))
    return Bentuk(
        bentuk.kunci,
        bentuk.judul,
        tuple(kolom for kolom in bentuk.kolom if kolom != "No"),
        bool(bentuk.butir),
        bentuk.perspektif,
        bentuk.butir,
    )


#: Letters of one cell above which its row may be cut by the end of a page: about a third of a page.
PANJANG = 350


@dataclass(frozen=True)
class BarisIndikator:
    """One row. `realisasi`, `umpan_balik` and `rating` are empty on the plan's own paper."""

    uraian: str
    target: str
    aspek: str = ""
    perspektif: str = ""
    realisasi: str = ""
    bukti: tuple[str, ...] = ()
    umpan_balik: tuple[str, ...] = ()
    rating: str = ""

    @property
    def panjang(self) -> bool:
        """Whether the row may be cut by the end of a page; a short one never is."""
        sel = (self.uraian, self.target, f"{self.realisasi}{''.join(self.bukti)}", "".join(self.umpan_balik))
        return max(map(len, sel)) > PANJANG


@dataclass(frozen=True)
class BarisHasil:
    """One planned result with its rows, in the order of the form."""

    nomor: int
    pimpinan: str
    uraian: str
    indikator: tuple[BarisIndikator, ...]

    @property
    def panjang(self) -> bool:
        return max(len(self.pimpinan), len(self.uraian)) > PANJANG


@dataclass(frozen=True)
class BagianHasil:
    judul: str
    hasil: tuple[BarisHasil, ...]


JUDUL_BAGIAN = ((JenisHasil.UTAMA, "A. Utama"), (JenisHasil.TAMBAHAN, "B. Tambahan"))


def tulis_target(indikator) -> str:
    """A target in words: "50 dokumen", "40–60 %", or the expectation of a described one."""
    if indikator.jenis == JenisIndikator.KUALITATIF:
        return indikator.ekspektasi
    bawah = tulis_angka(indikator.target, "ringkas")
    if indikator.arah == Arah.RENTANG:
        bawah = f"{bawah}–{tulis_angka(indikator.target_atas, 'ringkas')}"
    return f"{bawah} {indikator.satuan}".strip()


def bagian_hasil(skp: SKP, isi: dict, isian=None) -> tuple[BagianHasil, ...]:
    """Sections A and B of a plan's content with their rows; `isian(indikator)` is what an evaluation says of each."""
    kelompok = {jenis: [satu for satu in isi["hasil"] if satu["jenis"] == jenis] for jenis, _ in JUDUL_BAGIAN}
    return tuple(
        BagianHasil(judul, tuple(_hasil(n, skp, satu, isian) for n, satu in enumerate(kelompok[jenis], 1)))
        for jenis, judul in JUDUL_BAGIAN
    )


def _hasil(nomor: int, skp: SKP, isi: dict, isian) -> BarisHasil:
    hasil = potret.bentuk_hasil(skp, isi)
    indikator = sorted((potret.bentuk_indikator(hasil, satu) for satu in isi["indikator"]), key=_urutan)
    baris = tuple(_indikator(satu, isian) for satu in indikator)
    return BarisHasil(nomor, isi["mendukung"] or isi["iku"] or TANPA, hasil.uraian, baris)


def _urutan(indikator: Indikator) -> tuple[int, int]:
    return indikator.urutan, indikator.pk


def _indikator(indikator: Indikator, isian) -> BarisIndikator:
    return BarisIndikator(
        indikator.uraian,
        tulis_target(indikator),
        indikator.get_aspek_display(),
        indikator.get_perspektif_display() or TANPA,
        **(isian(indikator) if isian else {}),
    )


@dataclass(frozen=True)
class BarisPerilaku:
    """One of the seven values with its three guidelines and the leader's expectation."""

    nomor: int
    nama: str
    panduan: tuple[str, ...]
    ekspektasi: str
    umpan_balik: tuple[str, ...] = ()


def baris_perilaku(isi: dict, umpan_balik=None) -> tuple[BarisPerilaku, ...]:
    """The conduct block of a plan's content, always seven rows. SE MenPANRB 20/2021."""
    ekspektasi = isi.get("ekspektasi", {})
    return tuple(
        BarisPerilaku(
            n, nilai.label, NILAI_DASAR[nilai], ekspektasi.get(nilai, TANPA), (umpan_balik or {}).get(nilai, ())
        )
        for n, nilai in enumerate(NilaiDasar, 1)
    )


def bagian_lampiran(isi: dict) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The annex of a plan's content: three numbered lists, empty ones too."""
    lampiran = isi.get("lampiran", {})
    return tuple((judul, tuple(lampiran.get(jenis, ()))) for jenis, judul in JenisLampiran.choices)


def rentang(mulai: date, selesai: date) -> str:
    return f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(selesai)}"


def kepala_kertas(skp: SKP, mulai: date, selesai: date, penilai: Pegawai | None, pada: date | None = None) -> dict:
    """What every form has on top and at its foot; the assessor as of `pada`, or of the last day."""
    kiri = pihak(skp.pegawai, skp.jabatan, skp.unit)
    kanan = pihak(penilai, pada=pada or selesai, bawahan=skp.jabatan)
    bentuk = bentuk_kertas(skp)
    return {
        "instansi": INSTANSI,
        "periode": rentang(mulai, selesai),
        "pegawai": kiri,
        "penilai": kanan,
        "dua_pihak": [(label, isi, lawan) for (label, isi), (_, lawan) in zip(kiri.baris, kanan.baris)],
        "bentuk": bentuk,
    }


def lebar_kolom(bentuk: Bentuk, tambah: int) -> dict:
    """How many cells span the table, without the number, and after the result; `tambah`: columns of an evaluation."""
    isi = len(bentuk.kolom) + tambah
    return {"lebar": isi + 1, "lebar_isi": isi, "sisa": isi - (1 if bentuk.jpt else 2)}


def _disetujui(skp: SKP) -> date | None:
    """The day of approval in the city, when the assessor signed."""
    return timezone.localdate(skp.disetujui_pada) if skp.disetujui_pada else None


def kertas_skp(skp: SKP) -> Kertas:
    """The plan's paper: header, results, conduct, annex, signed by both."""
    bentuk, isi = bentuk_kertas(skp), potret.potret(skp)
    konteks = (
        kepala_kertas(skp, skp.mulai, skp.selesai, skp.penilai, _disetujui(skp))
        | lebar_kolom(bentuk, 0)
        | {
            "judul": "Sasaran Kinerja Pegawai",
            "mendatar": not bentuk.kualitatif,
            "bagian": bagian_hasil(skp, isi),
            "perilaku": baris_perilaku(isi),
            "lampiran": bagian_lampiran(isi),
            "tanggal": skp.disetujui_pada,
        }
    )
    return Kertas(
        JenisDokumen.SKP, skp.pk, skp.pegawai_id, skp.penilai_id,
        f"SKP {skp.mulai.year}", "kertas/skp.html", konteks, versi=skp.versi,
    )  # fmt: skip
