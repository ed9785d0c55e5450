"""The builder on which the organisation is put together: units, leaders, groups of staff."""

from dataclasses import replace
from datetime import date

from .acuan import AWAL, JENJANG, NAMA_JENJANG, PELAKSANA, PIMPINAN, uuid_dari
from .bentuk import Posisi, Unit

SUMBER_RANGKA = "Kerangka demo (dikarang, bukan dari peraturan kota)"

#: how the staff of a bidang is made up, in thousandths: ahli muda, ahli pertama, penyelia, mahir, terampil, pelaksana
CAMPURAN_AHLI = {"ahli_muda": 160, "ahli_pertama": 210, "S": 270, "D": 190, "A": 170}
CAMPURAN_TERAMPIL = {
    "ahli_muda": 70, "ahli_pertama": 120, "penyelia": 90, "mahir": 150, "terampil": 170, "S": 120, "D": 130, "A": 150,
}  # fmt: skip
CAMPURAN_TU = {"S": 350, "D": 300, "A": 350}
SINGKAT = {"S": "Penelaah Teknis Kebijakan", "D": "Pengolah Data dan Informasi", "A": "Pengadministrasi Perkantoran"}


class Rangka:
    """Collects units and positions; every method returns the code of what it made."""

    def __init__(self):
        self.unit: list[Unit] = []
        self.posisi: list[Posisi] = []
        self.kepala: dict[str, str] = {}
        self._nomor: dict[str, int] = {}

    def tambah_unit(
        self, kode: str, nama: str, jenis: str, induk: str, sumber=SUMBER_RANGKA, terverifikasi=False, mulai=AWAL,
        selesai: date | None = None,
    ) -> str:  # fmt: skip
        self.unit.append(Unit(kode, nama, jenis, induk, uuid_dari("unor", kode), sumber, terverifikasi, mulai, selesai))
        return kode

    def simpan(self, posisi: Posisi) -> str:
        """Keep a position and remember who leads its unit."""
        self.posisi.append(posisi)
        if posisi.kepala_unit:
            self.kepala[posisi.kode_unit] = posisi.kode_jabatan
        return posisi.kode_jabatan

    def _kode(self, unit: str) -> str:
        self._nomor[unit] = self._nomor.get(unit, 0) + 1
        return f"{unit}.{self._nomor[unit]:02d}"

    def pimpinan(self, unit: str, nama: str, eselon: str, atasan: str, rumpun: str, keluarga: str, kepala=True) -> str:
        """A structural leader: one seat."""
        jenis, bawah, atas, kelas, didik = PIMPINAN[eselon]
        kode = f"{unit}.KEPALA" if kepala else self._kode(unit)
        return self.simpan(
            Posisi(
                kode, nama, unit, jenis, "", kelas, 1, atasan, kepala, bawah, atas, didik, rumpun, AWAL, None, keluarga
            )
        )

    def pimpinan_fungsional(
        self, unit: str, nama: str, jenjang: str, atasan: str, rumpun: str, keluarga: str, profesi: str, kepala=True
    ) -> str:
        """A functional official given the task of leading: head of a school, of a puskesmas, of a ward."""
        bawah, atas, kelas, didik = JENJANG[jenjang]
        kode = f"{unit}.KEPALA" if kepala else self._kode(unit)
        return self.simpan(
            Posisi(
                kode, nama, unit, "fungsional", jenjang, kelas + 1, 1, atasan, kepala, bawah, atas, didik, rumpun, AWAL,
                None, keluarga, profesi,
            )
        )  # fmt: skip

    def fungsional(self, unit: str, profesi: str, jenjang: str, butuh: int, atasan: str, rumpun: str) -> str:
        """A group of functional officials of one profession and level."""
        bawah, atas, kelas, didik = JENJANG[jenjang]
        nama = f"{profesi} {NAMA_JENJANG[jenjang]}"
        return self.simpan(
            Posisi(
                self._kode(unit), nama, unit, "fungsional", jenjang, kelas, butuh, atasan, False, bawah, atas, didik,
                rumpun, AWAL, None, "kelompok", profesi,
            )
        )  # fmt: skip

    def pelaksana(self, unit: str, nama: str, butuh: int, atasan: str, rumpun: str) -> str:
        bawah, atas, kelas, didik = PELAKSANA[nama]
        return self.simpan(
            Posisi(
                self._kode(unit), nama, unit, "pelaksana", "", kelas, butuh, atasan, False, bawah, atas, didik, rumpun,
                AWAL, None, "kelompok",
            )
        )  # fmt: skip

    def staf(self, unit: str, atasan: str, jumlah: int, rumpun: str, ahli: list[str], terampil: list[str]) -> None:
        """The staff of a unit: `jumlah` seats shared over levels and professions by largest remainder."""
        campuran = CAMPURAN_TERAMPIL if terampil else CAMPURAN_AHLI if ahli else CAMPURAN_TU
        for urut, (macam, banyak) in enumerate(bagi(jumlah, campuran).items()):
            if macam in SINGKAT:
                self.pelaksana(unit, SINGKAT[macam], banyak, atasan, rumpun)
            else:
                daftar = ahli if macam.startswith("ahli") else terampil
                self.fungsional(unit, daftar[(urut + len(unit)) % len(daftar)], macam, banyak, atasan, rumpun)

    def ubah(self, kode_jabatan: str, tanggal: date, **kolom) -> None:
        """Before `tanggal` the position was otherwise (`kolom`): closes that row, begins the present one."""
        i = next(i for i, satu in enumerate(self.posisi) if satu.kode_jabatan == kode_jabatan and satu.selesai is None)
        kini = self.posisi[i]
        self.posisi[i] = replace(kini, mulai=tanggal)
        self.posisi.insert(i, replace(kini, selesai=_sehari_sebelum(tanggal), **kolom))

    def ubah_unit(self, kode: str, tanggal: date, **kolom) -> None:
        """Before `tanggal` the unit had another name or stood elsewhere (`kolom`)."""
        i = next(i for i, satu in enumerate(self.unit) if satu.kode == kode and satu.selesai is None)
        kini = self.unit[i]
        self.unit[i] = replace(kini, mulai=tanggal)
        self.unit.insert(i, replace(kini, selesai=_sehari_sebelum(tanggal), **kolom))


def _sehari_sebelum(tanggal: date) -> date:
    return date.fromordinal(tanggal.toordinal() - 1)


def bagi(jumlah: int, campuran: dict[str, int]) -> dict[str, int]:
    """Share `jumlah` by weights with largest remainders; shares of nothing are left out."""
    total = sum(campuran.values())
    hasil = {kunci: jumlah * bobot // total for kunci, bobot in campuran.items()}
    sisa = sorted(campuran, key=lambda kunci: -(jumlah * campuran[kunci] % total))
    for kunci in sisa[: jumlah - sum(hasil.values())]:
        hasil[kunci] += 1
    return {kunci: banyak for kunci, banyak in hasil.items() if banyak}
