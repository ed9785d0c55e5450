"""What should be mended before a siklus is opened. It warns and never blocks: BKPSDM decides."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kinerja.aturan import check_weights
from kinerja.models import SKP, Indikator
from kinerja.pilihan import JenisHasil, StatusSKP
from mataram_asn.kit.kata import tulis_angka
from pegawai import rekap as rekap_pegawai
from pegawai.aturan import find_cycles
from pegawai.models import Jabatan, Pegawai, SusunanJabatan, Unit
from pegawai.pilihan import PERANGKAT_DAERAH, Kedudukan

from ..models import KinerjaOrganisasi, Siklus


@dataclass(frozen=True)
class Temuan:
    """One kind of defect: its rows are (id of the person, plan, position or unit, what is wrong with it)."""

    kunci: str
    judul: str
    saran: str
    jenis: str
    baris: tuple[tuple[int, str], ...]

    @property
    def jumlah(self) -> int:
        return len(self.baris)


def pemeriksaan(siklus: Siklus, hari: date) -> list[Temuan]:
    """Every kind of defect with its rows, in a constant number of queries.

    Positions are looked at on `hari`, kept inside the period; plans over the whole period.
    """
    periode = siklus.periode
    hari = min(max(hari, periode.mulai), periode.selesai)
    skp = SKP.objects.filter(status=StatusSKP.DISETUJUI).beririsan(periode.mulai, periode.selesai)
    aktif = set(Pegawai.objects.asn().filter(kedudukan=Kedudukan.AKTIF).values_list("pk", flat=True))
    atasan = rekap_pegawai.peta_atasan(hari)
    return [
        _orang("tanpa-atasan", "Pegawai tanpa atasan", "Isi pemangku jabatan di atasnya, atau tetapkan atasannya.",
               {pk: "tidak ada atasan pada jabatannya" for pk in aktif if pk in atasan and atasan[pk] is None}),
        _orang("tanpa-jabatan", "Pegawai tanpa jabatan definitif", "Muat penempatannya dari berkas posisi.",
               {pk: "tidak memangku jabatan definitif" for pk in aktif if pk not in atasan}),
        _orang("tanpa-skp", "Pegawai tanpa SKP yang disetujui", "Minta pegawai mengajukan, atasan menyetujui.",
               dict.fromkeys(aktif - set(skp.values_list("pegawai_id", flat=True)), "belum ada SKP yang disetujui")),
        _lingkaran(hari, atasan),
        _bobot(skp),
        _kepala_kosong(hari),
        _tanpa_predikat(siklus),
    ]  # fmt: skip


def _orang(kunci: str, judul: str, saran: str, baris: dict[int, str]) -> Temuan:
    return Temuan(kunci, judul, saran, "pegawai", tuple(sorted(baris.items())))


def _lingkaran(hari: date, atasan: dict) -> Temuan:
    """Circles in the positions, and circles of people that BKPSDM's own settings close."""
    naik = dict(SusunanJabatan.objects.berlaku_pada(hari).values_list("jabatan_id", "atasan_id"))
    jabatan = find_cycles(naik)
    nama = dict(Jabatan.objects.filter(pk__in=[pk for satu in jabatan for pk in satu]).values_list("pk", "nama"))
    orang = find_cycles(atasan)
    nama_orang = dict(Pegawai.objects.filter(pk__in=[pk for satu in orang for pk in satu]).values_list("pk", "nama"))
    baris = [(satu[0], " → ".join(nama[pk] for pk in (*satu, satu[0]))) for satu in jabatan]
    if not jabatan and orang:
        baris = [(0, " → ".join(nama_orang[pk] for pk in (*satu, satu[0]))) for satu in orang]
    return Temuan(
        "lingkaran", "Rantai atasan yang melingkar", "Perbaiki jabatan atasan pada salah satunya.", "teks", tuple(baris)
    )


def _bobot(skp) -> Temuan:
    bobot = defaultdict(list)
    baris = Indikator.objects.filter(hasil__skp__in=skp, hasil__jenis=JenisHasil.UTAMA)
    for skp_id, satu in baris.values_list("hasil__skp_id", "bobot"):
        bobot[skp_id].append(satu)
    keliru = {
        pk: f"jumlah bobot {tulis_angka(sum(satu or 0 for satu in bobot[pk]))}"
        for pk in skp.values_list("pk", flat=True)
        if check_weights(bobot[pk])
    }
    return Temuan(
        "bobot",
        "SKP dengan bobot tidak tepat 100",
        "Kembalikan SKP untuk diperbaiki.",
        "skp",
        tuple(sorted(keliru.items())),
    )


def _kepala_kosong(hari: date) -> Temuan:
    """Offices whose head's position nobody holds, not even acting."""
    kosong = {
        satu.unit.pk: f"{satu.jabatan.nama} kosong dan tanpa Plt."
        for satu in rekap_pegawai.peta_jabatan(hari)
        if satu.jabatan.kepala_unit and satu.unit.jenis in PERANGKAT_DAERAH and not satu.pemegang
    }
    return Temuan(
        "kepala-kosong",
        "Perangkat daerah tanpa pimpinan",
        "Isi pejabat definitif atau Plt.",
        "unit",
        tuple(sorted(kosong.items())),
    )


def _tanpa_predikat(siklus: Siklus) -> Temuan:
    """Offices whose head's result waits for the predikat of the organisation."""
    ada = KinerjaOrganisasi.objects.filter(periode=siklus.periode_id).values("unit")
    unit = Unit.objects.perangkat_daerah().exclude(pk__in=ada).order_by("pk").values_list("pk", flat=True)
    return Temuan(
        "tanpa-predikat",
        "Perangkat daerah tanpa predikat organisasi",
        "Tetapkan sebelum hasil terbit; penilaian pimpinannya menunggu.",
        "unit",
        tuple((pk, "predikat organisasi belum ditetapkan") for pk in unit),
    )


def isi_halaman(temuan: Temuan, baris) -> list[tuple[object, str]]:
    """The rows of one page with the object each is about (None for a circle). One query."""
    ids = [pk for pk, _ in baris]
    sumber = {
        "pegawai": Pegawai.objects.all(),
        "skp": SKP.objects.select_related("pegawai", "unit"),
        "unit": Unit.objects.all(),
    }.get(temuan.jenis)
    objek = sumber.in_bulk(ids) if sumber is not None else {}
    return [(objek.get(pk), teks) for pk, teks in baris]
