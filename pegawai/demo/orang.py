"""The people: one for each filled seat, with dates that fit each other, the position and the retirement age."""

from calendar import monthrange
from datetime import date
from random import Random

from .acuan import GOLONGAN, bup, geser_bulan, uuid_dari
from .acuan import acak as aliran
from .ijazah import ijazah, tingkat
from .nama import Penamaan
from .pengisian import Kursi

AWAL_GOLONGAN = {"15": "II/a", "30": "II/c", "35": "III/a", "40": "III/a", "45": "III/b", "50": "III/c"}
GOLONGAN_PPPK = {"15": "V", "30": "VII", "35": "IX", "40": "IX", "45": "X"}
USIA_MASUK = {"15": (19, 30), "30": (22, 32), "35": (23, 33), "40": (23, 35), "45": (25, 35), "50": (27, 36)}
TAHUN_PER_PANGKAT = 3
USIA_PEMIMPIN = {"sekda": 52, "direktur": 52, "pimpinan_tinggi_pratama": 45, "administrator": 38, "pengawas": 31}
PEREMPUAN = {
    "Bidan": 1.0,
    "Perawat": 0.64,
    "Guru": 0.66,
    "Polisi Pamong Praja": 0.12,
    "Pemadam Kebakaran": 0.04,
    "Dokter": 0.5,
    "Nutrisionis": 0.8,
    "Apoteker": 0.8,
}
KOTA_LAHIR = (
    ("Mataram", 42),
    ("Selong", 12),
    ("Praya", 11),
    ("Gerung", 8),
    ("Tanjung", 4),
    ("Sumbawa Besar", 6),
    ("Bima", 6),
    ("Dompu", 3),
    ("Taliwang", 2),
    ("Denpasar", 2),
    ("Surabaya", 2),
    ("Karangasem", 2),
)


class Pencatat:
    """Makes people one after another, each with a name, NIK and NIP of their own."""

    def __init__(self, seed: int, hari: date):
        self.seed, self.hari = seed, hari
        self.acak: Random = aliran(seed, "orang")
        self.nama = Penamaan(aliran(seed, "nama"))
        self._nik: dict[str, int] = {}
        self._urut = 0

    def mentah(self, kursi: Kursi) -> dict:
        """All facts of a person but the NIP, as a dict for `Orang`."""
        acak, posisi = self.acak, kursi.posisi
        self._urut += 1
        kelamin = "P" if acak.random() < self._bagian_perempuan(posisi) else "L"
        nama, agama = self.nama.baru(kelamin)
        level = tingkat(posisi, acak)
        jurusan, depan, belakang, sekolah = ijazah(posisi, level, acak)
        waktu = self._pppk(level) if kursi.jenis == "pppk" else self._pns(kursi, level)
        lahir = waktu["lahir"]
        umur = self.hari.year - lahir.year
        return waktu | {
            "pns_id": uuid_dari("orang", self.seed, self._urut), "nama": nama, "gelar_depan": depan,
            "gelar_belakang": belakang, "jenis": kursi.jenis, "kelamin": kelamin,
            "tempat_lahir": acak.choices([n for n, _ in KOTA_LAHIR], [b for _, b in KOTA_LAHIR])[0],
            "agama": agama[0],
            "kawin": "4" if umur < 27 and acak.random() < 0.6 else acak.choices("123", [93, 3, 4])[0],
            "nik": self._buat_nik(lahir, kelamin), "hp": f"0800{acak.randrange(10**8):08d}",
            "email": f"{nama.lower().replace(' ', '.')}{self._urut}@surel.example", "kedudukan": "01",
            "pendidikan": level, "jurusan": jurusan, "sekolah": sekolah,
            "tahun_lulus": min(waktu["tmt"].year - acak.randint(0, 2), self.hari.year - 1),
            "kode_jabatan": posisi.kode_jabatan,
        }  # fmt: skip

    def _bagian_perempuan(self, posisi) -> float:
        if posisi.profesi in PEREMPUAN:
            return PEREMPUAN[posisi.profesi]
        if posisi.rumpun == "ketenteraman":
            return 0.12
        return 0.3 if posisi.jenis_jabatan in ("pimpinan_tinggi_pratama", "administrator") else 0.48

    def _buat_nik(self, lahir: date, kelamin: str) -> str:
        hari = lahir.day + (40 if kelamin == "P" else 0)
        pokok = f"5271{self.acak.randint(1, 6):02d}{hari:02d}{lahir:%m%y}"
        self._nik[pokok] = self._nik.get(pokok, 0) + 1
        return f"{pokok}{self._nik[pokok]:04d}"

    def _pns(self, kursi: Kursi, level: str) -> dict:
        acak, posisi, hari = self.acak, kursi.posisi, self.hari
        golongan = self._pangkat(posisi, kursi.cpns, level)
        awal = min(AWAL_GOLONGAN[level], golongan, key=GOLONGAN.index)
        masa = (GOLONGAN.index(golongan) - GOLONGAN.index(awal)) * TAHUN_PER_PANGKAT
        muda, tua = USIA_MASUK[level]
        batas = bup(posisi)
        if kursi.cpns:
            tmt = geser_bulan(hari, -acak.randint(2, 10))
            lahir = self._lahir_sekitar(tmt, muda, min(tua, 32))
        else:
            paling_muda = max(
                muda + max(masa, 2) + 1,
                USIA_PEMIMPIN.get(posisi.keluarga) or USIA_PEMIMPIN.get(posisi.jenis_jabatan, 0),
            )
            lahir = self._lahir(kursi.pensiun, batas, batas - paling_muda)
            paling_awal = geser_bulan(date(lahir.year + muda, lahir.month, 1), 1)
            paling_akhir = min(
                geser_bulan(date(lahir.year + tua, lahir.month, 1), 0), geser_bulan(hari, -12 * max(masa, 1) - 1)
            )
            rentang = (paling_akhir.year - paling_awal.year) * 12 + paling_akhir.month - paling_awal.month
            tmt = geser_bulan(paling_awal, acak.randint(0, max(rentang, 0)))
        return {
            "lahir": lahir, "tmt": tmt, "status_pns": "C" if kursi.cpns else "P", "golongan_awal": awal,
            "golongan": golongan, "tmt_golongan": self._tmt_pangkat(tmt, awal == golongan), "kontrak_selesai": None,
        }  # fmt: skip

    def _pangkat(self, posisi, cpns: bool, level: str) -> str:
        bawah, atas = GOLONGAN.index(posisi.golongan_min), GOLONGAN.index(posisi.golongan_max)
        if cpns:
            return GOLONGAN[max(bawah, min(atas, GOLONGAN.index(AWAL_GOLONGAN[level])))]
        pilihan = list(range(bawah, atas + 1))
        bobot = [4 if i < 2 else 3 if i == 2 else 2 for i in range(len(pilihan))]
        return GOLONGAN[self.acak.choices(pilihan, bobot)[0]]

    def _lahir(self, tahun_pensiun: int, batas: int, sisa_maks: int) -> date:
        """A birthday from the month in which the pension begins: within 1 to 12, 13 to 24 or later months."""
        if tahun_pensiun:
            bulan = self.acak.randint(1, 12) + 12 * (tahun_pensiun - 1)
        else:
            bulan = self.acak.randint(25, max(26, sisa_maks * 12))
        ulang_tahun = geser_bulan(self.hari, bulan - 1)
        return self._hari_dalam(ulang_tahun.year - batas, ulang_tahun.month)

    def _lahir_sekitar(self, tmt: date, muda: int, tua: int) -> date:
        bulan = self.acak.randint(muda * 12 + 1, tua * 12 - 1)
        pokok = geser_bulan(tmt, -bulan)
        return self._hari_dalam(pokok.year, pokok.month)

    def _hari_dalam(self, tahun: int, bulan: int) -> date:
        return date(tahun, bulan, self.acak.randint(1, monthrange(tahun, bulan)[1]))

    def _tmt_pangkat(self, tmt: date, masih_awal: bool) -> date:
        """Ranks are given on 1 April and 1 October."""
        if masih_awal:
            return tmt
        mundur = self.acak.randint(0, 7)
        tahun, paruh = divmod(self.hari.year * 2 + (self.hari.month > 9) - 1 - mundur, 2)
        return max(tmt, min(date(tahun, 10 if paruh else 4, 1), geser_bulan(self.hari, 0)))

    def _pppk(self, level: str) -> dict:
        """Contracts of five years from one of the intakes of the last five years, renewed once where they ended."""
        acak, hari = self.acak, self.hari
        tahun = hari.year - acak.choices([5, 4, 3, 2, 1], [14, 22, 30, 20, 14])[0]
        tmt = date(tahun, acak.choice((1, 2, 3, 6, 7, 12)), 1)
        lahir = self._lahir_sekitar(tmt, max(21, USIA_MASUK[level][0]), 38)
        selesai = date.fromordinal(date(tahun + 5, tmt.month, 1).toordinal() - 1)
        hampir = date(hari.year + 2, hari.month, 1)
        if selesai < hari or (selesai < hampir and acak.random() < 0.85):  # most are renewed well ahead
            selesai = date.fromordinal(date(tahun + 10, tmt.month, 1).toordinal() - 1)
        golongan = GOLONGAN_PPPK[level]
        return {
            "lahir": lahir, "tmt": tmt, "status_pns": "P", "golongan_awal": golongan, "golongan": golongan,
            "tmt_golongan": tmt, "kontrak_selesai": selesai,
        }  # fmt: skip


class PemberiNIP:
    """Numbers: birth date, TMT (PPPK: year and a code from 21), sex, a serial that no one else has."""

    def __init__(self):
        self._seri: dict[str, int] = {}

    def beri(self, lahir: date, tmt: date, kelamin: str, jenis: str) -> str:
        bagian = f"{tmt:%Y}21" if jenis == "pppk" else f"{tmt:%Y%m}"
        pokok = f"{lahir:%Y%m%d}{bagian}{1 if kelamin == 'L' else 2}"
        self._seri[pokok] = self._seri.get(pokok, 0) + 1
        return f"{pokok}{self._seri[pokok]:03d}"
