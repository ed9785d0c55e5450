"""Who sat where before: the present placements are walked back over the days of transfer.

Rotations exchange leaders of like posts; chains promote two or three people after a leader went to functional work
(the retired are in no file). Walking back keeps every earlier day consistent: a person in one seat, a leader's seat
with one holder at most and, in the last years, hardly ever empty.
"""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from .acuan import AWAL, GOLONGAN
from .bentuk import Orang, Penempatan, Posisi

#: families whose leaders are exchanged: (family, cycles on each day of this year, cycles a year before)
ROTASI = (
    ("kabid", 2, 3), ("kadis", 1, 1), ("kasi", 2, 4), ("lurah", 1, 2), ("kepala-sd", 2, 4), ("kepala-smp", 1, 1),
    ("camat", 0, 1), ("kepala-puskesmas", 1, 1), ("kasi-kel", 1, 3),
)  # fmt: skip
#: promotions on a day: (family of the top seat, this and last year, earlier years)
RANTAI = (
    ("kadis", 0, 6),
    ("kabid", 1, 14),
    ("camat", 0, 1),
    ("kasi", 1, 20),
    ("lurah", 1, 4),
    ("kasi-kel", 1, 8),
    ("kepala-sd", 0, 8),
    ("kepala-smp", 0, 1),
    ("kepala-ruang", 0, 1),
)
ASAL = {
    "kadis": ("kabid", "camat"),
    "kabid": ("kasi", "lurah"),
    "camat": ("kasi", "lurah"),
    "lurah": ("kasi-kel", "seklur"),
}
MASA_LEBIH = {"kadis": 14, "camat": 11, "kabid": 9, "lurah": 7, "kasi": 6}
JEDA = timedelta(days=330)


class Riwayat:
    """The state of the seats, walked backwards; `penempatan` collects what has been told."""

    def __init__(self, posisi: dict[str, Posisi], orang: dict[str, Orang], hari: date, acak: Random):
        self.posisi, self.orang, self.hari, self.acak = posisi, orang, hari, acak
        self.tempat = {satu.pns_id: satu.kode_jabatan for satu in orang.values()}
        self.selesai: dict[str, date | None] = dict.fromkeys(orang)
        self.isi: dict[str, set[str]] = {kode: set() for kode in posisi}
        for pns_id, kode in self.tempat.items():
            self.isi[kode].add(pns_id)
        self.keluarga: dict[str, list[str]] = {}
        for kode, satu in posisi.items():
            self.keluarga.setdefault(satu.keluarga, []).append(kode)
        self.bebas = [kode for kode in self.keluarga["kelompok"] if posisi[kode].selesai is None]
        self.penempatan: list[Penempatan] = []
        self.staf = [
            o.pns_id
            for o in orang.values()
            if o.jenis == "pns" and GOLONGAN.index(o.golongan) >= GOLONGAN.index("III/b")
        ]

    def pemegang(self, kode: str) -> str | None:
        """The holder of a leader's seat on the day that the walk has reached."""
        return next(iter(self.isi[kode]), None)

    def bisa_pindah(self, pns_id: str | None, tanggal: date, masa: int = 5) -> bool:
        """Whether the person may have come to the present seat on that day."""
        if pns_id is None:
            return False
        akhir = self.selesai[pns_id]
        lama = akhir is None or akhir - tanggal >= JEDA
        return lama and self.orang[pns_id].tmt <= date(tanggal.year - masa, tanggal.month, 1)

    def pindahkan(self, pns_id: str, asal: str, tanggal: date) -> None:
        """Tell the present placement from `tanggal` on; before it the person sat at `asal`."""
        kini = self.tempat[pns_id]
        self._catat(pns_id, kini, tanggal)
        self.isi[kini].discard(pns_id)
        self.isi[asal].add(pns_id)
        self.tempat[pns_id] = asal
        self.selesai[pns_id] = tanggal - timedelta(days=1)

    def _catat(self, pns_id: str, kode: str, mulai: date) -> None:
        self.penempatan.append(
            Penempatan(pns_id, kode, "definitif", mulai, self.selesai[pns_id], nomor_sk(mulai, len(self.penempatan)))
        )

    def _calon(self, keluarga: str, tanggal: date) -> list[str]:
        """The led units of a family whose holder may have come on that day (expert staff lead none and stay)."""
        masa = MASA_LEBIH.get(keluarga, 5)
        return [
            k
            for k in self.keluarga[keluarga]
            if self.posisi[k].kepala_unit and self.bisa_pindah(self.pemegang(k), tanggal, masa)
        ]

    def rotasi(self, keluarga: str, tanggal: date) -> bool:
        """Three holders of like seats that changed places on that day."""
        calon = self._calon(keluarga, tanggal)
        if len(calon) < 3:
            return False
        kode = self.acak.sample(calon, 3)
        orang = [self.pemegang(satu) for satu in kode]
        for satu in kode:
            self.isi[satu].clear()
        for pns_id, asal in zip(orang, kode[1:] + kode[:1], strict=True):
            self.pindahkan(pns_id, asal, tanggal)
        return True

    def rantai(self, keluarga: str, tanggal: date, plt: bool, wajib: bool) -> bool:
        """A seat filled on that day by promotion, the seat left by it filled likewise, down to the staff.

        Its former holder went to the staff on that day; where nobody fits, the seat was empty (never if `wajib`).
        """
        calon = self._calon(keluarga, tanggal)
        if not calon:
            return False
        puncak = self.acak.choice(calon)
        urutan, dahulu = self._turun(puncak, tanggal), self.pendahulu(puncak, tanggal)
        if urutan is None or (wajib and dahulu is None):
            return False
        pertama = self.pemegang(puncak)
        for pns_id, asal in urutan:
            self.pindahkan(pns_id, asal, tanggal)
        if dahulu:
            self.pindahkan(dahulu, puncak, tanggal)
        elif plt:
            mulai = tanggal - timedelta(days=self.acak.randint(60, 120))
            self.penempatan.append(
                Penempatan(
                    pertama,
                    puncak,
                    "plt",
                    mulai,
                    tanggal - timedelta(days=1),
                    nomor_sk(mulai, len(self.penempatan), "plt"),
                )
            )
        return True

    def kosongkan(self, kode: str, tanggal: date) -> None:
        """A seat that is vacant since `tanggal`: before it somebody sat there who is among the staff now."""
        dahulu = self.pendahulu(kode, tanggal)
        if dahulu:
            self.pindahkan(dahulu, kode, tanggal)

    def pendahulu(self, kode: str, tanggal: date) -> str | None:
        """Somebody of the staff whose rank, schooling and profession fit the leader's seat; the office's own first."""
        kursi = self.posisi[kode]
        if kursi.keluarga == "kadis":
            calon = [self.pemegang(k) for k in self.keluarga["kadis"] if not self.posisi[k].kepala_unit and k != kode]
            calon = [o for o in calon if self.bisa_pindah(o, tanggal, 10)]
        else:
            calon = [o for o in self.staf if self._pantas(o, kursi, tanggal)]
        seprofesi = [o for o in calon if self.posisi[self.tempat[o]].profesi == kursi.profesi]
        calon = seprofesi or calon
        sekantor = [o for o in calon if _kantor(self.tempat[o]) == _kantor(kode)]
        serumpun = [o for o in calon if self.posisi[self.tempat[o]].rumpun == kursi.rumpun]
        pilihan = sekantor or serumpun or calon
        return self.acak.choice(pilihan) if pilihan else None

    def _pantas(self, pns_id: str, kursi: Posisi, tanggal: date) -> bool:
        orang, kini = self.orang[pns_id], self.posisi[self.tempat[pns_id]]
        if kini.keluarga != "kelompok" or (kini.rumpun == "guru") != (kursi.rumpun == "guru"):
            return False
        if kursi.rumpun == "guru" and self.tempat[pns_id][:3] != kursi.kode_unit[:3]:
            return False
        if (kursi.rumpun == "kesehatan") != (kini.rumpun == "kesehatan"):
            return False
        if kini.pendidikan_min != "40" or (kursi.jenis_jabatan == "administrator" and not kini.jenjang):
            return False
        cukup = GOLONGAN.index(orang.golongan) >= GOLONGAN.index(kursi.golongan_min)
        return cukup and orang.pendidikan >= kursi.pendidikan_min and self.bisa_pindah(pns_id, tanggal, 9)

    def _turun(self, puncak: str, tanggal: date) -> list[tuple[str, str]] | None:
        urutan, kursi = [], puncak
        while True:
            pns_id, keluarga = self.pemegang(kursi), self.posisi[kursi].keluarga
            asal = self._asal(keluarga, kursi, tanggal)
            if asal is None:
                return None
            urutan.append((pns_id, asal))
            if self.posisi[asal].keluarga == "kelompok":
                return urutan
            kursi = asal

    def _asal(self, keluarga: str, kursi: str, tanggal: date) -> str | None:
        for macam in ASAL.get(keluarga, ()):
            calon = [
                k
                for k in self.keluarga[macam]
                if k != kursi and self.bisa_pindah(self.pemegang(k), tanggal, MASA_LEBIH.get(macam, 5))
            ]
            serumpun = [k for k in calon if _kantor(k) == _kantor(kursi)]
            if serumpun or calon:
                return self.acak.choice(serumpun or calon)
        return self._kursi_staf(self.posisi[kursi])

    def _kursi_staf(self, posisi: Posisi) -> str | None:
        """A free seat among the staff, of the same profession or office where there is one."""

        def kosong(kode: str) -> bool:
            return len(self.isi[kode]) < self.posisi[kode].kebutuhan

        if posisi.profesi == "Guru":
            calon = [
                k
                for k in self.bebas
                if self.posisi[k].profesi == "Guru"
                and self.posisi[k].jenjang == "ahli_muda"
                and k[:3] == posisi.kode_unit[:3]
            ]
        elif posisi.profesi:
            calon = [k for k in self.bebas if self.posisi[k].profesi == posisi.profesi]
        else:
            calon = [
                k
                for k in self.bebas
                if _kantor(k) == _kantor(posisi.kode_unit) and self.posisi[k].pendidikan_min == "40"
            ]
            if not any(kosong(k) for k in calon):
                calon = [k for k in self.bebas if self.posisi[k].nama.startswith("Penelaah")]
        calon = [k for k in calon if kosong(k)]
        return self.acak.choice(calon) if calon else None

    def tutup(self) -> list[Penempatan]:
        """Tell the first placement of everybody: from the appointment, or from the day the offices began."""
        for pns_id, kode in self.tempat.items():
            self._catat(pns_id, kode, max(self.orang[pns_id].tmt, AWAL))
        return self.penempatan


def _kantor(kode: str) -> str:
    return kode.split("-")[0].split(".")[0]


def nomor_sk(mulai: date, urut: int, jenis: str = "definitif") -> str:
    """A made-up number of a decree."""
    pokok = "821.2" if jenis == "definitif" else "800.1.3"
    return f"{pokok}/{urut % 997 + 1:03d}/BKPSDM/{mulai.year}"


def hari_mutasi(hari: date) -> list[date]:
    """The days of transfer of this year that have come, newest first: between 1 January and 1 July."""
    tahun = hari.year
    return [satu for satu in (date(tahun, 7, 1), date(tahun, 4, 1), date(tahun, 1, 1)) if satu <= hari]  # fmt: skip


def susun_riwayat(
    posisi: dict[str, Posisi], orang: dict[str, Orang], hari: date, acak: Random, gabung, kosong_sejak: dict[str, date]
) -> list[Penempatan]:
    """All definitive placements and the acting ones of the past.

    `gabung` is (day, old unit, new unit); `kosong_sejak` tells since when today's vacant leaders' seats are empty.
    """
    riwayat = Riwayat(posisi, orang, hari, acak)
    peristiwa: list[tuple[date, int, Callable[[date], None]]] = []

    def tambah(tanggal: date, kerjakan: Callable[[date], None]) -> None:
        peristiwa.append((tanggal, len(peristiwa), kerjakan))

    for kode, tanggal in kosong_sejak.items():
        tambah(tanggal, lambda saat, kode=kode: riwayat.kosongkan(kode, saat))
    tahun_ini = hari_mutasi(hari)
    kali = 3 // len(tahun_ini)  # early in the year the few days that have come carry the moves of all three
    for tanggal in [*tahun_ini * kali, date(hari.year - 1, 10, 1)]:
        tambah(tanggal, lambda saat: _mutasi(riwayat, saat, baru=True))
    tambah(gabung[0], lambda saat: _gabungkan(riwayat, saat, *gabung[1:]))
    for tahun in range(hari.year - 1, AWAL.year + 1, -1):
        tambah(date(tahun, 3, 1), lambda saat: _mutasi(riwayat, saat, baru=False))
    for tanggal, _, kerjakan in sorted(peristiwa, key=lambda satu: (-satu[0].toordinal(), satu[1])):
        kerjakan(tanggal)
    return riwayat.tutup()


def _mutasi(riwayat: Riwayat, tanggal: date, baru: bool) -> None:
    for keluarga, kini, dulu in ROTASI:
        for _ in range(kini if baru else dulu):
            riwayat.rotasi(keluarga, tanggal)
    wajib = tanggal.year >= riwayat.hari.year - 3
    for keluarga, kini, dulu in RANTAI:
        for _ in range(kini if baru else dulu):
            riwayat.rantai(keluarga, tanggal, plt=baru, wajib=wajib)


def _gabungkan(riwayat: Riwayat, tanggal: date, lama: str, baru: str) -> None:
    """Before the merger part of the staff of `baru` sat in `lama`, under a head who now sits elsewhere."""
    staf = [k for k in riwayat.isi if k.startswith(f"{baru}.") and riwayat.posisi[k].keluarga == "kelompok"]
    orang = [p for k in staf for p in sorted(riwayat.isi[k]) if riwayat.bisa_pindah(p, tanggal, 1)]
    kursi = [k for k in riwayat.isi if k.startswith(f"{lama}.") and riwayat.posisi[k].keluarga == "kelompok"]
    bebas = [k for k in kursi for _ in range(riwayat.posisi[k].kebutuhan)]
    for pns_id, asal in zip(orang[:-2], bebas, strict=False):
        riwayat.pindahkan(pns_id, asal, tanggal)
    kabid = [k for k in riwayat.keluarga["kabid"] if riwayat.bisa_pindah(riwayat.pemegang(k), tanggal, 9)]
    if kabid:
        riwayat.pindahkan(riwayat.pemegang(riwayat.acak.choice(kabid)), f"{lama}.KEPALA", tanggal)
