"""Defects that spoil a siklus before it begins, found in plain rows of one day; each function lists (id, words).

Nothing here reads a table: what is looked at comes in a `Potret`, so that a file, a test or the city can be looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.aturan import check_weights
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.kata import tulis_angka, tulis_tanggal
from pegawai.aturan import KOMPETENSI_BAKU, KetentuanStandarLevel, bandingkan_golongan, find_cycles, level_standar
from pegawai.pilihan import JenisJabatan, JenisPegawai, JenisPenempatan, Kedudukan

Baris = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Orang:
    """A person; `beralamat` is whether a letter can reach them."""

    pk: int
    nama: str
    jenis: str
    kedudukan: str
    golongan: str
    kontrak_selesai: date | None
    beralamat: bool

    @property
    def aktif(self) -> bool:
        return self.jenis != JenisPegawai.NON_ASN and self.kedudukan == Kedudukan.AKTIF


@dataclass(frozen=True, slots=True)
class JabatanHari:
    """A position that exists on the day, with the position above it."""

    pk: int
    nama: str
    unit: int
    jenis: str
    jenjang: str
    rumpun: str
    kepala: bool
    atasan: int | None


@dataclass(frozen=True, slots=True)
class Duduk:
    """A placement that has begun; `selesai` (the last day) is None for an open one."""

    orang: int
    jabatan: int
    jenis: str
    mulai: date
    selesai: date | None

    @property
    def definitif(self) -> bool:
        return self.jenis == JenisPenempatan.DEFINITIF

    def pada(self, hari: date) -> bool:
        return self.selesai is None or self.selesai >= hari


@dataclass(frozen=True, slots=True)
class Rencana:
    """A plan that touches the period: its state and the weights of its main indicators."""

    pk: int
    orang: int
    status: str
    bobot: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class UnitHari:
    """A unit that exists on the day; `kantor` is whether it is a perangkat daerah, `berpredikat` whether rated."""

    pk: int
    nama: str
    kantor: bool
    berpredikat: bool


@dataclass(frozen=True)
class Potret:
    """Everything that is looked at, as it stands on `hari`; `atasan` holds whoever has a definitive position."""

    hari: date
    orang: Mapping[int, Orang]
    jabatan: Mapping[int, JabatanHari]
    duduk: tuple[Duduk, ...]
    atasan: Mapping[int, int | None]
    unit: Mapping[int, UnitHari]
    rencana: tuple[Rencana, ...]
    standar: KetentuanStandarLevel | None
    kompetensi: frozenset[str]

    def kini(self) -> list[Duduk]:
        """The placements in force on the day."""
        return [satu for satu in self.duduk if satu.pada(self.hari)]

    def pemegang(self) -> dict[int, list[Duduk]]:
        """Who sits on each position on the day, however."""
        hasil = defaultdict(list)
        for satu in self.kini():
            hasil[satu.jabatan].append(satu)
        return hasil


def tanpa_atasan(p: Potret) -> list[Baris]:
    """Nobody is found above, however far up: nobody can rate them."""
    return [
        (pk, "tidak ada atasan pada jabatannya")
        for pk, atasan in p.atasan.items()
        if atasan is None and pk in p.orang and p.orang[pk].aktif
    ]


#: How high a position stands as the superior, and as the subordinate: a functional head may lead an administrator.
TINGGI = {
    JenisJabatan.PIMPINAN_DAERAH: 6,
    JenisJabatan.JPT_PRATAMA: 5,
    JenisJabatan.ADMINISTRATOR: 4,
    JenisJabatan.PENGAWAS: 3,
    JenisJabatan.FUNGSIONAL: 2,
    JenisJabatan.PELAKSANA: 1,
}
TINGGI_KEPALA_FUNGSIONAL = 4


def salah_tingkat(p: Potret) -> list[Baris]:
    """The atasan's position stands below the person's, or is that of a pelaksana, who rates nobody."""
    tertinggi = _tertinggi(p)
    return [
        (pk, f"{p.orang[atasan].nama} memangku jabatan {_sebut(tertinggi[atasan])}")
        for pk, atasan, jabatan in _pasangan(p)
        if atasan in tertinggi and _terlalu_rendah(tertinggi[atasan], jabatan)
    ]


def _pasangan(p: Potret):
    """(person, atasan, the person's definitive position) of whoever is active and has an atasan."""
    definitif = {satu.orang: satu.jabatan for satu in p.kini() if satu.definitif}
    for pk, atasan in p.atasan.items():
        jabatan = p.jabatan.get(definitif.get(pk))
        if atasan in p.orang and jabatan and pk in p.orang and p.orang[pk].aktif:
            yield pk, atasan, jabatan


def _tertinggi(p: Potret) -> dict[int, JabatanHari]:
    """The highest position each person holds on the day, acting ones too: an acting head rates as the head."""
    hasil: dict[int, JabatanHari] = {}
    for satu in p.kini():
        jabatan = p.jabatan.get(satu.jabatan)
        if jabatan and (satu.orang not in hasil or _sebagai_atasan(jabatan) > _sebagai_atasan(hasil[satu.orang])):
            hasil[satu.orang] = jabatan
    return hasil


def _sebagai_atasan(jabatan: JabatanHari) -> int:
    if jabatan.jenis == JenisJabatan.FUNGSIONAL and jabatan.kepala:
        return TINGGI_KEPALA_FUNGSIONAL
    return TINGGI.get(jabatan.jenis, 0)


def _terlalu_rendah(atas: JabatanHari, bawah: JabatanHari) -> bool:
    return atas.jenis == JenisJabatan.PELAKSANA or _sebagai_atasan(atas) < TINGGI.get(bawah.jenis, 0)


def _sebut(jabatan: JabatanHari) -> str:
    return f"{jabatan.nama} ({JenisJabatan(jabatan.jenis).label.lower()})"


def pangkat_terbalik(p: Potret) -> list[Baris]:
    """The atasan's golongan is below the person's, both of one kind; a widely published rule, its annex not read."""
    hasil = []
    for pk, atasan, _ in _pasangan(p):
        atas, bawah = p.orang[atasan].golongan, p.orang[pk].golongan
        selisih = bandingkan_golongan(atas, bawah) if p.orang[atasan].jenis == p.orang[pk].jenis else None
        if selisih is not None and selisih < 0:
            hasil.append((pk, f"golongan {bawah}, atasannya {p.orang[atasan].nama} {atas}"))
    return hasil


def dua_definitif(p: Potret) -> list[Baris]:
    """A leader's position, or one that has others below it, with more than one definitive holder."""
    memimpin = {satu.atasan for satu in p.jabatan.values()} | {pk for pk, satu in p.jabatan.items() if satu.kepala}
    return [
        (pk, "definitif: " + ", ".join(sorted(p.orang[satu.orang].nama for satu in dua)))
        for pk, semua in p.pemegang().items()
        if pk in memimpin and pk in p.jabatan and len(dua := [satu for satu in semua if satu.definitif]) > 1
    ]


def lingkaran_jabatan(p: Potret) -> list[Baris]:
    """Positions whose line upward comes back to themselves."""
    naik = {pk: satu.atasan for pk, satu in p.jabatan.items()}
    return [(satu[0], _rantai([p.jabatan[pk].nama for pk in satu])) for satu in find_cycles(naik)]


def lingkaran_orang(p: Potret) -> list[Baris]:
    """People set over each other, where the positions themselves do not go in a circle."""
    if lingkaran_jabatan(p):
        return []
    return [(satu[0], _rantai([p.orang[pk].nama for pk in satu])) for satu in find_cycles(p.atasan)]


def _rantai(nama: list[str]) -> str:
    return " → ".join([*nama, nama[0]])


def atasan_kosong(p: Potret) -> list[Baris]:
    """A position directly above people, with nobody on it and nobody acting: the next above rates in its stead."""
    pemegang = p.pemegang()
    bawahan = Counter(
        p.jabatan[satu.jabatan].atasan for satu in p.kini() if satu.definitif and satu.jabatan in p.jabatan
    )
    return [
        (pk, f"kosong dan tanpa Plt./Plh.; {tulis_angka(banyak)} orang langsung di bawahnya")
        for pk, banyak in bawahan.items()
        if pk in p.jabatan and pk not in pemegang
    ]


def tanpa_kepala(p: Potret) -> list[Baris]:
    """Units with people but without a head's position, and offices whose head's position nobody holds."""
    berkepala = {satu.unit: satu for satu in p.jabatan.values() if satu.kepala}
    pemegang = p.pemegang()
    berisi = Counter(p.jabatan[satu.jabatan].unit for satu in p.kini() if satu.jabatan in p.jabatan)
    hasil = []
    for pk, unit in p.unit.items():
        kepala = berkepala.get(pk)
        if kepala is None and berisi[pk]:
            hasil.append((pk, f"belum mempunyai jabatan kepala; {tulis_angka(berisi[pk])} orang di dalamnya"))
        elif kepala is not None and unit.kantor and kepala.pk not in pemegang:
            hasil.append((pk, f"{kepala.nama} kosong dan tanpa Plt."))
    return hasil


def tanpa_standar(p: Potret) -> list[Baris]:
    """Held positions for which no level is set or a competence of the standard is not kept. PermenPANRB 38/2017."""
    diisi = {satu.jabatan for satu in p.kini()}
    hasil = []
    for pk, satu in p.jabatan.items():
        if pk in diisi and satu.jenis != JenisJabatan.PIMPINAN_DAERAH and (kurang := _kurang_standar(p, satu)):
            hasil.append((pk, kurang))
    return hasil


def _kurang_standar(p: Potret, jabatan: JabatanHari) -> str:
    if p.standar is None or level_standar(jabatan.jenis, jabatan.jenjang, p.standar) is None:
        return "tingkat kompetensinya belum ditetapkan"
    kunci = [satu for satu, _, _ in KOMPETENSI_BAKU] + ([f"teknis_{jabatan.rumpun}"] if jabatan.rumpun else [])
    kurang = [satu.replace("_", " ") for satu in kunci if satu not in p.kompetensi]
    return f"standar belum memuat kompetensi {', '.join(kurang)}" if kurang else ""


def tanpa_jabatan(p: Potret) -> list[Baris]:
    """Active people without a definitive position, unless their placement has run out (listed there)."""
    lewat = {pk for pk, _ in penempatan_lewat(p)}
    return [
        (pk, "tidak memangku jabatan definitif")
        for pk, satu in p.orang.items()
        if satu.aktif and pk not in p.atasan and pk not in lewat
    ]


def penempatan_lewat(p: Potret) -> list[Baris]:
    """Who is still counted on a placement or a contract whose last day has passed."""
    return [(pk, "; ".join(sebab)) for pk, sebab in _sebab_lewat(p).items() if p.orang[pk].aktif]


def _sebab_lewat(p: Potret) -> dict[int, list[str]]:
    pemegang, terakhir, sebab = p.pemegang(), {}, defaultdict(list)
    definitif = {satu.orang for satu in p.kini() if satu.definitif}
    for satu in p.duduk:
        if not satu.pada(p.hari) and satu.orang in p.orang:
            kunci = (satu.orang, satu.definitif, None if satu.definitif else satu.jabatan)
            terakhir[kunci] = max(terakhir.get(kunci, satu), satu, key=lambda d: d.selesai)
    for (orang, tetap, _), satu in terakhir.items():
        if tetap and orang not in definitif:
            sebab[orang].append(f"penempatan definitif berakhir {tulis_tanggal(satu.selesai)}")
        elif not tetap and satu.jabatan in p.jabatan and satu.jabatan not in pemegang:
            nama = p.jabatan[satu.jabatan].nama
            sebab[orang].append(
                f"{satu.jenis.capitalize()}. {nama} berakhir {tulis_tanggal(satu.selesai)} tanpa pengganti"
            )
    for pk, satu in p.orang.items():
        if satu.kontrak_selesai and satu.kontrak_selesai < p.hari and pk in definitif:
            sebab[pk].append(f"perjanjian kerja berakhir {tulis_tanggal(satu.kontrak_selesai)}")
    return sebab


def tanpa_skp(p: Potret) -> list[Baris]:
    """Active people on a position without any plan that touches the period."""
    ada = {satu.orang for satu in p.rencana}
    return [(pk, "belum menyusun SKP") for pk, satu in p.orang.items() if satu.aktif and pk not in ada]


_BELUM = {
    StatusSKP.DRAF: "masih draf, belum diajukan",
    StatusSKP.DIAJUKAN: "diajukan, menunggu persetujuan atasan",
    StatusSKP.DIKEMBALIKAN: "dikembalikan atasan untuk diperbaiki",
}


def skp_belum_disetujui(p: Potret) -> list[Baris]:
    """Plans of active people that touch the period and are not approved: they are not scored."""
    return [
        (satu.pk, _BELUM[satu.status])
        for satu in p.rencana
        if satu.status in _BELUM and satu.orang in p.orang and p.orang[satu.orang].aktif
    ]


def bobot_keliru(p: Potret) -> list[Baris]:
    """Submitted or approved plans whose main weights are not exactly 100."""
    return [
        (satu.pk, f"jumlah bobot {tulis_angka(sum(nilai or 0 for nilai in satu.bobot))}")
        for satu in p.rencana
        if satu.status in (StatusSKP.DISETUJUI, StatusSKP.DIAJUKAN) and check_weights(list(satu.bobot))
    ]


def tanpa_alamat(p: Potret) -> list[Baris]:
    """Active people whom no letter reaches outside the application."""
    return [
        (pk, "tidak ada alamat surel yang sah") for pk, satu in p.orang.items() if satu.aktif and not satu.beralamat
    ]


def tanpa_predikat(p: Potret) -> list[Baris]:
    """Offices whose head's result waits for the predikat of the organisation."""
    return [
        (pk, "predikat organisasi belum ditetapkan")
        for pk, satu in p.unit.items()
        if satu.kantor and not satu.berpredikat
    ]
