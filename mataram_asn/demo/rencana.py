"""SKP of three years: one for every stretch in a position, cascaded from the head of each unit, heads to an outcome."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from kinerja.models import SKP, EkspektasiPerilaku, HasilKerja, Iku, Indikator
from kinerja.pilihan import NilaiDasar, Pendekatan, Perspektif, StatusSKP
from pegawai import rekap
from pegawai.aturan import atasan_dari
from pegawai.models import Jabatan, Pegawai, Penempatan
from pegawai.pilihan import PERANGKAT_DAERAH, JenisJabatan, JenisPegawai, Kedudukan

from .iku import iku_kantor
from .periode import pukul_nol
from .pustaka import Hasil, Ukuran, keluarga, pustaka
from .salin import pesan_id, salin
from .tebak import acak

BOBOT = {
    2: ("60", "40"),
    3: ("40", "30", "30"),
    4: ("30", "30", "20", "20"),
    5: ("25", "25", "20", "15", "15"),
}
BOBOT_RATA = {2: ("50", "50"), 3: ("33.33", "33.33", "33.34"), 4: ("25",) * 4, 5: ("20",) * 5}
#: how many of a hundred present plans are not approved yet
BELUM = ((2, StatusSKP.DRAF), (5, StatusSKP.DIAJUKAN), (6, StatusSKP.DIKEMBALIKAN))
TANPA_SKP = 5  # of a thousand
#: of the people who moved this year, every so many has not said yes to the new plan
BELUM_MENGAKU = 4
CATATAN = "Target indikator kedua terlalu rendah dibanding capaian tahun lalu. Sesuaikan, lalu ajukan lagi."
HARAPAN = {
    NilaiDasar.BERORIENTASI_PELAYANAN: "Warga terlayani pada kedatangan pertama.",
    NilaiDasar.AKUNTABEL: "Setiap pekerjaan tercatat dan dapat diperiksa.",
    NilaiDasar.KOMPETEN: "Mengikuti sedikitnya 20 JP pengembangan tahun ini.",
    NilaiDasar.HARMONIS: "Membantu rekan yang beban kerjanya sedang tinggi.",
    NilaiDasar.LOYAL: "Menjaga kerahasiaan data warga.",
    NilaiDasar.ADAPTIF: "Mengusulkan satu perbaikan cara kerja.",
    NilaiDasar.KOLABORATIF: "Bekerja bersama unit lain bila masalah warga menuntutnya.",
}


@dataclass(slots=True)
class Butir:
    """One indicator of a plan."""

    pk: int
    ukuran: Ukuran
    target: Decimal | None
    bobot: Decimal


@dataclass(slots=True)
class Rencana:
    """One plan with what the later steps of the loader need to know of it."""

    pegawai_id: int
    jabatan_id: int
    unit_id: int
    mulai: date
    selesai: date
    keluarga: str
    kepala_kantor: bool
    pejabat: bool
    #: person and first day: the subject of its chance, and its place in the list
    kunci: str
    urut: int = 0
    pk: int = 0
    penilai_id: int | None = None
    status: str = StatusSKP.DISETUJUI.value
    hasil: list[tuple[int, Hasil, list[Butir]]] = field(default_factory=list)

    @property
    def butir(self) -> Iterator[Butir]:
        return (satu for _, _, daftar in self.hasil for satu in daftar)


@dataclass(frozen=True)
class Keadaan:
    """What every step shares: the chance, the day, the moment, and the account that loads."""

    seed: int
    hari: date
    saat: datetime
    oleh_id: int
    #: people whose present plan has this state, whatever chance says
    tetap: dict[int, str]
    #: people who moved and have not said yes to the new plan, whatever chance says
    pindah: frozenset[int] = frozenset()
    #: people who have figures of every finished quarter of this year
    lengkap: frozenset[int] = frozenset()


def susun_rencana(keadaan: Keadaan) -> list[Rencana]:
    """Plan every stretch of every person in the last three years; ids are reserved, nothing is written."""
    jabatan = {satu.pk: satu for satu in Jabatan.objects.select_related("unit")}
    orang = {satu.pk: satu for satu in Pegawai.objects.asn().only("pk", "siasn_id", "kedudukan", "jenis")}
    semua = []
    for tahun in range(keadaan.hari.year - 2, keadaan.hari.year + 1):
        for pegawai_id, jabatan_id, mulai, selesai in _segmen(tahun):
            if pegawai_id not in orang or _tanpa_skp(keadaan, orang[pegawai_id], tahun):
                continue
            kunci = f"{orang[pegawai_id].siasn_id}:{mulai}"
            semua.append(_rencana(pegawai_id, jabatan[jabatan_id], mulai, selesai, kunci))
    semua = _tinggal_di_skp_lama(semua, keadaan)
    _beri_penilai(semua, keadaan.hari)
    semua = [satu for satu in semua if satu.penilai_id]
    _isi(semua, keadaan)
    return semua


def _boleh_tinggal(dua: list[Rencana], keadaan: Keadaan) -> bool:
    """Neither a person of the demo nor a leader: what others support must be there."""
    return dua[0].pegawai_id not in keadaan.tetap and not any(satu.pejabat for satu in dua)


def _tinggal_di_skp_lama(semua: list[Rencana], keadaan: Keadaan) -> list[Rencana]:
    """Some who moved this year still stand in the plan of the old position: the placement proposes the new one."""
    menurut = defaultdict(list)
    for satu in semua:
        if satu.mulai.year == keadaan.hari.year:
            menurut[satu.pegawai_id].append(satu)
    dua_segmen = [dua for dua in menurut.values() if len(dua) == 2]
    pindah = [dua for dua in dua_segmen if _boleh_tinggal(dua, keadaan)][::BELUM_MENGAKU]
    pindah += [dua for dua in dua_segmen if dua[0].pegawai_id in keadaan.pindah]
    buang = set()
    for lama, baru in pindah:
        lama.selesai = max(lama.selesai, baru.selesai)
        buang.add(id(baru))
    return [satu for satu in semua if id(satu) not in buang]


def _segmen(tahun: int) -> list[tuple[int, int, date, date]]:
    """(person, position, first day, last day) of every definitive stretch within the year."""
    awal, akhir = date(tahun, 1, 1), date(tahun, 12, 31)
    baris = Penempatan.objects.definitif().exclude(pegawai__jenis=JenisPegawai.NON_ASN)
    baris = baris.filter(mulai__lte=akhir).exclude(selesai__lt=awal).order_by("pegawai_id", "mulai")
    return [
        (pegawai, jabatan, max(mulai, awal), min(selesai or akhir, akhir))
        for pegawai, jabatan, mulai, selesai in baris.values_list("pegawai_id", "jabatan_id", "mulai", "selesai")
    ]


def _tanpa_skp(keadaan: Keadaan, orang: Pegawai, tahun: int) -> bool:
    if tahun < keadaan.hari.year:
        return False
    if orang.pk in keadaan.tetap:
        return not keadaan.tetap[orang.pk]
    if orang.kedudukan != Kedudukan.AKTIF:
        return True
    return acak(keadaan.seed, "tanpa", orang.siasn_id).randrange(1000) < TANPA_SKP


def _rencana(pegawai_id: int, jabatan: Jabatan, mulai: date, selesai: date, kunci: str) -> Rencana:
    kepala = jabatan.kepala_unit and jabatan.unit.jenis in PERANGKAT_DAERAH
    return Rencana(
        pegawai_id,
        jabatan.pk,
        jabatan.unit_id,
        mulai,
        selesai,
        keluarga(jabatan.nama, jabatan.jenis, jabatan.rumpun, kepala_kantor=kepala),
        kepala,
        jabatan.kepala_unit or jabatan.jenis not in (JenisJabatan.PELAKSANA, JenisJabatan.FUNGSIONAL),
        kunci,
    )


def _beri_penilai(semua: list[Rencana], hari: date) -> None:
    """The atasan of each stretch on its last day, of the running ones on the day of loading."""
    garis: dict[date, rekap.GarisAtasan] = {}
    for satu in semua:
        tanggal = min(satu.selesai, max(hari, satu.mulai))
        if tanggal not in garis:
            garis[tanggal] = rekap.garis_atasan(tanggal)
        satu.penilai_id = atasan_dari(garis[tanggal].rantai(satu.jabatan_id), satu.pegawai_id)


def _isi(semua: list[Rencana], keadaan: Keadaan) -> None:
    """Choose results, indicators, targets and weights; give every row its id."""
    pilihan = [_pilih(satu, acak(keadaan.seed, "skp", satu.kunci), keadaan) for satu in semua]
    pk_skp = iter(pesan_id(SKP, len(semua)))
    pk_hasil = iter(pesan_id(HasilKerja, sum(len(hasil) for hasil in pilihan)))
    pk_butir = iter(pesan_id(Indikator, sum(len(butir) for hasil in pilihan for _, butir in hasil)))
    for urut, (satu, hasil) in enumerate(zip(semua, pilihan, strict=True)):
        satu.urut, satu.pk = urut, next(pk_skp)
        satu.hasil = [(next(pk_hasil), isi, butir) for isi, butir in hasil]
        for butir in satu.butir:
            butir.pk = next(pk_butir)


def _pilih(satu: Rencana, nasib: Random, keadaan: Keadaan) -> list[tuple[Hasil, list[Butir]]]:
    satu.status = _status(satu, nasib, keadaan)
    tersedia = [(hasil, ukuran) for hasil in pustaka()[satu.keluarga] for ukuran in hasil.ukuran]
    lama = satu.mulai.year == keadaan.hari.year - 2
    banyak = min(len(tersedia), 2 if lama else 5 if satu.pejabat else nasib.choice((2, 3, 3, 4)))
    terpilih = sorted(nasib.sample(range(len(tersedia)), max(2, banyak)))
    bobot = nasib.choice((BOBOT, BOBOT, BOBOT_RATA))[len(terpilih)]
    bagian = Decimal((satu.selesai - satu.mulai).days + 1) / 365
    kelompok: dict[str, tuple[Hasil, list[Butir]]] = {}
    for nomor, berat in zip(terpilih, bobot, strict=True):
        hasil, ukuran = tersedia[nomor]
        butir = Butir(0, ukuran, _target(ukuran, bagian, nasib), Decimal(berat))
        kelompok.setdefault(hasil.uraian, (hasil, []))[1].append(butir)
    return list(kelompok.values())


def _status(satu: Rencana, nasib: Random, keadaan: Keadaan) -> str:
    """Plans of the past and of leaders are approved; of the rest a few are still on their way."""
    undi = nasib.randrange(100)
    if satu.selesai < keadaan.hari:
        return StatusSKP.DISETUJUI.value
    if satu.pegawai_id in keadaan.tetap:
        return keadaan.tetap[satu.pegawai_id]
    if satu.pejabat:
        return StatusSKP.DISETUJUI.value
    return next((status.value for batas, status in BELUM if undi < batas), StatusSKP.DISETUJUI.value)


def _target(ukuran: Ukuran, bagian: Decimal, nasib: Random) -> Decimal | None:
    """The library's target, a little different for each; a part of the year asks for its part of a sum."""
    if ukuran.target is None:
        return None
    if not ukuran.bulat:
        return ukuran.target + (0 if ukuran.target_atas else nasib.randint(-4, 2))
    penuh = ukuran.target * (100 + nasib.randint(-10, 10)) / 100
    if ukuran.sifat == "kumulatif":
        penuh *= min(bagian, Decimal(1))
    return max(Decimal(1), penuh.quantize(Decimal(1)))


def tulis_rencana(semua: list[Rencana], iku: dict[str, Iku], keadaan: Keadaan) -> dict[str, int]:
    """COPY plans, results, indicators and special expectations. Returns how many of each."""
    nama_unit, kantor = _unit(keadaan.hari)
    mendukung = _mendukung(semua, keadaan.hari)
    return {
        "skp": salin(SKP, _KOLOM_SKP, (_baris_skp(satu, keadaan) for satu in semua)),
        "hasil": salin(HasilKerja, _KOLOM_HASIL, _baris_hasil(semua, mendukung, iku, nama_unit, kantor)),
        "indikator": salin(Indikator, _KOLOM_INDIKATOR, _baris_indikator(semua, nama_unit)),
        "ekspektasi": salin(EkspektasiPerilaku, ("skp_id", "nilai", "ekspektasi"), _baris_harapan(semua, keadaan)),
    }


def _unit(hari: date) -> tuple[dict[int, str], dict[int, tuple[str, str]]]:
    """(name of each unit, (code, field of work) of the office of each unit)."""
    peta = rekap.peta_perangkat_daerah(hari)
    kepala = Jabatan.objects.filter(kepala_unit=True).values_list("unit_id", "unit__kode", "rumpun", "unit__nama")
    menurut = {pk: (kode, rumpun) for pk, kode, rumpun, _ in kepala}
    nama = dict(Jabatan.objects.values_list("unit_id", "unit__nama"))
    return nama, {unit: menurut.get(kantor, ("", "")) for unit, kantor in peta.items()}


def _mendukung(semua: list[Rencana], hari: date) -> dict[int, list[int]]:
    """The ids of the results of the assessor's plan that each plan serves, by the plan's id."""
    menurut = defaultdict(list)
    for satu in semua:
        menurut[satu.pegawai_id, satu.mulai.year].append(satu)
    hasil = {}
    for satu in semua:
        tanggal = min(satu.selesai, max(hari, satu.mulai))
        milik = menurut.get((satu.penilai_id, satu.mulai.year), [])
        tepat = next((lain for lain in milik if lain.mulai <= tanggal <= lain.selesai), milik[-1] if milik else None)
        hasil[satu.pk] = [pk for pk, _, _ in tepat.hasil] if tepat else []
    return hasil


_KOLOM_SKP = (
    "id", "pegawai_id", "jabatan_id", "unit_id", "penilai_id", "mulai", "selesai", "pendekatan", "status", "catatan",
    "diajukan_pada", "disetujui_pada", "versi",
)  # fmt: skip


def _baris_skp(satu: Rencana, keadaan: Keadaan) -> tuple:
    nasib = acak(keadaan.seed, "alur", satu.kunci)
    dibuat = pukul_nol(satu.mulai) + timedelta(days=nasib.randint(2, 12), hours=9, minutes=nasib.randrange(300))
    diajukan, diputus = dibuat, dibuat + timedelta(days=nasib.randint(1, 6), minutes=nasib.randrange(200))
    if satu.status == StatusSKP.DIAJUKAN or diputus > keadaan.saat:
        diajukan = keadaan.saat - timedelta(days=nasib.randint(1, 4), minutes=nasib.randrange(200))
        diputus = keadaan.saat - timedelta(minutes=nasib.randint(5, 300))
    draf, setuju = satu.status == StatusSKP.DRAF, satu.status == StatusSKP.DISETUJUI
    kembali = satu.status == StatusSKP.DIKEMBALIKAN
    return (
        satu.pk, satu.pegawai_id, satu.jabatan_id, satu.unit_id, satu.penilai_id, satu.mulai, satu.selesai,
        Pendekatan.KUANTITATIF.value, satu.status, CATATAN if kembali else "", None if draf else diajukan,
        diputus if setuju else None, 2 if draf else 3,
    )  # fmt: skip


_KOLOM_HASIL = ("id", "skp_id", "uraian", "mendukung_id", "iku_id", "urutan")


def _baris_hasil(semua, mendukung, iku, nama_unit, kantor):
    """A result serves one of the leader's in turn; without a leader's plan, an outcome of the city."""
    for satu in semua:
        atas = mendukung[satu.pk]
        kode, rumpun = kantor.get(satu.unit_id, ("", ""))
        for urut, (pk, hasil, _) in enumerate(satu.hasil):
            dukung = atas[(satu.urut + urut) % len(atas)] if atas and not (satu.kepala_kantor and urut == 0) else None
            tujuan = None if dukung else iku_kantor(iku, kode, rumpun, urut).pk
            yield pk, satu.pk, _teks(hasil.uraian, satu, nama_unit), dukung, tujuan, urut + 1


_KOLOM_INDIKATOR = (
    "id", "hasil_id", "jenis", "uraian", "aspek", "perspektif", "arah", "sifat", "target", "target_atas", "satuan",
    "ekspektasi", "level_bawah", "level_sesuai", "level_atas", "bobot", "urutan",
)  # fmt: skip


def _baris_indikator(semua, nama_unit):
    for satu in semua:
        for urut, (pk_hasil, _, butir) in enumerate(satu.hasil):
            sudut = Perspektif.values[urut % 4] if satu.kepala_kantor else ""
            for nomor, ini in enumerate(butir, start=1):
                u = ini.ukuran
                yield (
                    ini.pk, pk_hasil, u.jenis, _teks(u.uraian, satu, nama_unit), u.aspek, sudut, u.arah, u.sifat,
                    ini.target, u.target_atas, u.satuan, u.ekspektasi, *u.level, ini.bobot, nomor,
                )  # fmt: skip


def _baris_harapan(semua, keadaan: Keadaan):
    """The leader's special expectations of this year: all seven for leaders, two of them for the rest."""
    for satu in semua:
        if satu.mulai.year == keadaan.hari.year:
            nilai = list(HARAPAN) if satu.pejabat or satu.pegawai_id in keadaan.tetap else [
                NilaiDasar.BERORIENTASI_PELAYANAN, list(HARAPAN)[1 + satu.urut % 6]
            ]  # fmt: skip
            for kunci in nilai:
                yield satu.pk, kunci.value, HARAPAN[kunci]


def _teks(uraian: str, satu: Rencana, nama_unit: dict[int, str]) -> str:
    return uraian.replace("{unit}", nama_unit[satu.unit_id])
