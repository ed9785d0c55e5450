"""A small made-up city as import files, without a fault or with known ones planted: what the pre-flight must find.

Nine offices of four bidang each. Every defect takes a bidang (or an office) of its own, drawn by the seed, so that
one defect does not cause another; what it must be found as is written down while it is planted.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from kinerja.pilihan import StatusSKP
from pegawai.demo.acuan import uuid_dari
from pegawai.demo.bentuk import Kota, Orang, Pejabat, Penempatan, Posisi, Unit
from pegawai.demo.orang import PemberiNIP
from pegawai.demo.siasn import baris_siasn

KANTOR, BIDANG = 9, 4
AWALAN = "UJI"
#: A field of work whose competence no file of standards keeps.
RUMPUN_BARU = "kebandarudaraan"
#: How often each defect is planted.
SEKALI = 2


@dataclass
class Benih:
    """The city while it is being made; `ditanam` says by defect which codes and PNS IDs must be found."""

    hari: date
    unit: dict[str, Unit] = field(default_factory=dict)
    posisi: dict[str, Posisi] = field(default_factory=dict)
    orang: dict[str, Orang] = field(default_factory=dict)
    penempatan: dict[str, list[Penempatan]] = field(default_factory=lambda: defaultdict(list))
    #: plans by person: status and weights; a person without an entry has none
    skp: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    tanpa_predikat: set[str] = field(default_factory=set)
    ditanam: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def awal(self) -> date:
        return date(self.hari.year - 3, 1, 1)

    def pemegang(self, kode: str) -> list[str]:
        """Who holds a position definitively."""
        return [pns for pns, semua in self.penempatan.items() if any(satu.kode_jabatan == kode for satu in semua)]

    def kota(self) -> Kota:
        """The city in the shape that the file writer knows."""
        unit = {satu.kode: satu for satu in self.unit.values()}
        baris = tuple(self._baris(satu, unit) for satu in self.orang.values())
        jabatan, surel = f"{AWALAN}.WALI", "wali@uji.example"
        wali = Pejabat(uuid_dari("benih", "wali"), "Lalu Wali Uji", "", "", "L", surel, jabatan, self.awal, None)
        semua = tuple(satu for daftar in self.penempatan.values() for satu in daftar)
        return Kota(
            0, self.hari, tuple(self.unit.values()), tuple(self.posisi.values()), tuple(self.orang.values()), (wali,),
            semua, (), (), (), (), (), baris, (),
        )  # fmt: skip

    def _baris(self, orang: Orang, unit: dict[str, Unit]) -> dict[str, str]:
        posisi = self.posisi[orang.kode_jabatan]
        baris = baris_siasn(orang, posisi, unit[posisi.kode_unit], orang.tmt, self.hari)
        return baris | {"EMAIL GOV": "null"} if orang.email == "null" else baris


class _Penyusun:
    """Builds the faultless city."""

    def __init__(self, hari: date):
        self.benih, self.nip, self.urut = Benih(hari), PemberiNIP(), 0

    def susun(self) -> Benih:
        self.unit(AWALAN, "Kota Uji", "pemda", "")
        self.posisi(f"{AWALAN}.WALI", "Wali Kota Uji", AWALAN, "pimpinan_daerah", "", kepala=True, kelas=None)
        for nomor in range(1, KANTOR + 1):
            self.kantor(f"{AWALAN}-D{nomor}", f"Dinas Uji {nomor}")
        return self.benih

    def kantor(self, kode: str, nama: str) -> None:
        self.unit(kode, nama, "dinas", AWALAN)
        self.posisi(f"{kode}.KEPALA", f"Kepala {nama}", kode, "pimpinan_tinggi_pratama", f"{AWALAN}.WALI", kepala=True)
        self.duduk(f"{kode}.KEPALA", "IV/c")
        for nomor in range(1, BIDANG + 1):
            self.bidang(f"{kode}-B{nomor}", f"Bidang {nomor} {nama}", kode)

    def bidang(self, kode: str, nama: str, kantor: str) -> None:
        self.unit(kode, nama, "bidang", kantor)
        self.posisi(f"{kode}.KEPALA", f"Kepala {nama}", kode, "administrator", f"{kantor}.KEPALA", kepala=True)
        self.duduk(f"{kode}.KEPALA", "IV/a")
        self.posisi(f"{kode}.ANALIS", f"Analis Kebijakan {nama}", kode, "fungsional", f"{kode}.KEPALA", "ahli_pertama")
        self.duduk(f"{kode}.ANALIS", "III/b")
        self.unit(f"{kode}-S", f"Seksi {nama}", "seksi", kode)
        self.posisi(f"{kode}-S.KEPALA", f"Kepala Seksi {nama}", f"{kode}-S", "pengawas", f"{kode}.KEPALA", kepala=True)
        self.duduk(f"{kode}-S.KEPALA", "III/d")
        self.posisi(f"{kode}-S.STAF", f"Pengadministrasi {nama}", f"{kode}-S", "pelaksana", f"{kode}-S.KEPALA", kursi=2)
        self.duduk(f"{kode}-S.STAF", "III/a")
        self.duduk(f"{kode}-S.STAF", "IX", "pppk")

    def unit(self, kode: str, nama: str, jenis: str, induk: str) -> None:
        isi = (kode, nama, jenis, induk, uuid_dari("benih unit", kode), "contoh", False, self.benih.awal)
        self.benih.unit[kode] = Unit(*isi)

    def posisi(self, kode, nama, unit, jenis, atasan, jenjang="", *, kepala=False, kelas=7, kursi=1) -> None:
        isi = (kode, nama, unit, jenis, jenjang, kelas, kursi, atasan, kepala, "", "", "", "", self.benih.awal)
        self.benih.posisi[kode] = Posisi(*isi)

    def duduk(self, kode: str, golongan: str, jenis: str = "pns") -> str:
        """One more person on that position, with an approved plan."""
        self.urut += 1
        pns_id, lahir, tmt = uuid_dari("benih orang", self.urut), date(1985, 1 + self.urut % 12, 1), self.benih.awal
        kontrak = self.benih.hari + timedelta(days=700) if jenis == "pppk" else None
        nip = self.nip.beri(lahir, tmt, "L", jenis)
        self.benih.orang[pns_id] = Orang(
            pns_id, nip, f"Orang Uji {self.urut:03d}", "", "", jenis, "L", lahir, "Mataram", "1", "1", "null", "null",
            f"orang{self.urut}@uji.example", tmt, "P" if jenis == "pns" else "", "01", golongan, golongan, tmt, "40",
            "Administrasi", "Universitas Uji", 2010, kode, kontrak,
        )  # fmt: skip
        self.benih.penempatan[pns_id].append(Penempatan(pns_id, kode, "definitif", tmt, None, f"SK-{self.urut}"))
        self.benih.skp[pns_id] = (StatusSKP.DISETUJUI, ("60", "40"))
        return pns_id


def benih_bersih(hari: date) -> Benih:
    """The city without a fault."""
    return _Penyusun(hari).susun()


def benih_cacat(benih: int, hari: date) -> Benih:
    """The same city with every defect of `TANAM` planted `SEKALI` times, in bidang drawn by the seed."""
    penyusun = _Penyusun(hari)
    hasil, undian = penyusun.susun(), Random(f"benih:{benih}")
    bidang = [kode for kode in hasil.unit if kode.count("-") == 2 and not kode.endswith("-S")]
    undian.shuffle(bidang)
    for tanam in TANAM:
        for _ in range(SEKALI):
            tanam(hasil, penyusun, bidang.pop())
    return hasil


def _ubah_posisi(b: Benih, kode: str, **ganti) -> None:
    b.posisi[kode] = replace(b.posisi[kode], **ganti)


def _pindah(b: Benih, pns_id: str, **ganti) -> None:
    b.penempatan[pns_id] = [replace(satu, **ganti) for satu in b.penempatan[pns_id]]


def _keluarkan(b: Benih, kode: str) -> None:
    """Nobody holds that position any more; its people are not in the files."""
    for pns_id in b.pemegang(kode):
        del b.orang[pns_id], b.penempatan[pns_id], b.skp[pns_id]


def _tanpa_atasan(b: Benih, _, bidang: str) -> None:
    _ubah_posisi(b, f"{bidang}.ANALIS", kode_jabatan_atasan="")
    b.ditanam["tanpa-atasan"].update(b.pemegang(f"{bidang}.ANALIS"))


def _salah_tingkat(b: Benih, _, bidang: str) -> None:
    """The seksi's head is put under the analyst, a functional post without a unit to lead."""
    _ubah_posisi(b, f"{bidang}-S.KEPALA", kode_jabatan_atasan=f"{bidang}.ANALIS")
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        b.orang[pns_id] = replace(b.orang[pns_id], golongan="III/d", golongan_awal="III/d")
    b.ditanam["salah-tingkat"].update(b.pemegang(f"{bidang}-S.KEPALA"))


def _dua_definitif(b: Benih, penyusun: _Penyusun, bidang: str) -> None:
    penyusun.duduk(f"{bidang}.KEPALA", "IV/a")
    b.ditanam["dua-definitif"].add(f"{bidang}.KEPALA")


def _lingkaran(b: Benih, _, bidang: str) -> None:
    """The head of the bidang under their own seksi's head; dated, as a temporary arrangement would be."""
    sampai = date(b.hari.year + 1, 12, 31)
    _ubah_posisi(
        b, f"{bidang}.KEPALA", kode_jabatan_atasan=f"{bidang}-S.KEPALA", selesai=sampai, jenis_jabatan="pengawas"
    )
    for pns_id in b.pemegang(f"{bidang}-S.KEPALA"):
        b.orang[pns_id] = replace(b.orang[pns_id], golongan="IV/a", golongan_awal="IV/a")
    b.ditanam["lingkaran"].add(f"{bidang}.KEPALA")


def _atasan_kosong(b: Benih, _, bidang: str) -> None:
    _keluarkan(b, f"{bidang}-S.KEPALA")
    b.ditanam["atasan-kosong"].add(f"{bidang}-S.KEPALA")


def _tanpa_kepala(b: Benih, _, bidang: str) -> None:
    """The seksi has staff but no head's position; they stand directly under the bidang's head."""
    _keluarkan(b, f"{bidang}-S.KEPALA")
    del b.posisi[f"{bidang}-S.KEPALA"]
    _ubah_posisi(b, f"{bidang}-S.STAF", kode_jabatan_atasan=f"{bidang}.KEPALA")
    b.ditanam["kepala-kosong"].add(f"{bidang}-S")


def _tanpa_standar(b: Benih, _, bidang: str) -> None:
    _ubah_posisi(b, f"{bidang}.ANALIS", rumpun=RUMPUN_BARU)
    b.ditanam["tanpa-standar"].add(f"{bidang}.ANALIS")


def _tanpa_skp(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        del b.skp[pns_id]
        b.ditanam["tanpa-skp"].add(pns_id)


def _skp_belum(b: Benih, _, bidang: str) -> None:
    status = (StatusSKP.DRAF, StatusSKP.DIAJUKAN)
    for satu, pns_id in zip(status, b.pemegang(f"{bidang}-S.STAF"), strict=True):
        b.skp[pns_id] = (satu, ("60", "40"))
        b.ditanam["skp-belum"].add(pns_id)


def _bobot(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        b.skp[pns_id] = (StatusSKP.DISETUJUI, ("60", "39.99"))
        b.ditanam["bobot"].add(pns_id)


def _plt_lewat(b: Benih, penyusun: _Penyusun, bidang: str) -> None:
    """The post of a secretary of the bidang was led by its analyst until last month, and by nobody since."""
    kode, lewat = f"{bidang}.KOORDINATOR", b.hari - timedelta(days=30)
    penyusun.posisi(kode, f"Koordinator {bidang}", bidang, "pengawas", f"{bidang}.KEPALA")
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        mulai = lewat - timedelta(days=90)
        b.penempatan[pns_id].append(Penempatan(pns_id, kode, "plt", mulai, lewat, "SK-PLT"))
        b.ditanam["penempatan-lewat"].add(pns_id)


def _kontrak_lewat(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}-S.STAF"):
        if b.orang[pns_id].jenis == "pppk":
            b.orang[pns_id] = replace(b.orang[pns_id], kontrak_selesai=b.hari - timedelta(days=1))
            b.ditanam["penempatan-lewat"].add(pns_id)


def _penempatan_lewat(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        _pindah(b, pns_id, selesai=b.hari - timedelta(days=1))
        b.ditanam["penempatan-lewat"].add(pns_id)


def _tanpa_jabatan(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        del b.penempatan[pns_id]
        b.ditanam["tanpa-jabatan"].add(pns_id)


def _tanpa_alamat(b: Benih, _, bidang: str) -> None:
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        b.orang[pns_id] = replace(b.orang[pns_id], email="null")
        b.ditanam["tanpa-alamat"].add(pns_id)


def _pangkat(b: Benih, _, bidang: str) -> None:
    """The head of the seksi stands below the analyst put under them."""
    _ubah_posisi(b, f"{bidang}.ANALIS", kode_jabatan_atasan=f"{bidang}-S.KEPALA")
    for pns_id in b.pemegang(f"{bidang}.ANALIS"):
        b.orang[pns_id] = replace(b.orang[pns_id], golongan="IV/a", golongan_awal="IV/a")
        b.ditanam["pangkat"].add(pns_id)


def _tanpa_predikat(b: Benih, _, bidang: str) -> None:
    kantor = bidang.rpartition("-")[0]
    b.tanpa_predikat.add(kantor)
    b.ditanam["tanpa-predikat"].add(kantor)


TANAM: tuple[Callable[[Benih, _Penyusun, str], None], ...] = (
    _tanpa_atasan, _salah_tingkat, _dua_definitif, _lingkaran, _atasan_kosong, _tanpa_kepala, _tanpa_standar,
    _tanpa_skp, _skp_belum, _bobot, _plt_lewat, _kontrak_lewat,
    _penempatan_lewat, _tanpa_jabatan, _tanpa_alamat, _pangkat,
    _tanpa_predikat,
)  # fmt: skip
